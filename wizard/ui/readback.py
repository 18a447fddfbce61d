"""The complaint as somebody who listened would say it back. No Streamlit in here; the person's words stay theirs."""

from typing import NamedTuple

from wizard.dossier import Dossier, Point
from wizard.moments import in_words
from wizard.texts import words


class Said(NamedTuple):
    """A piece of what is said back: our words, and after them the person's own, if any."""

    frame: str
    own: str = ""


class Told(NamedTuple):
    """One point said back: what kind it is, and its pieces."""

    title: str
    pieces: list[Said]


def opening(dossier: Dossier) -> list[str]:
    """To whom it goes, and how many points there are."""
    number = len(_written(dossier))
    to = [words("readback.to", name=dossier.provider.name)] if dossier.provider.name else []
    return [*to, words("readback.one") if number == 1 else words("readback.some", number=number)]


def points(dossier: Dossier) -> list[Told]:
    """Every point that the letter holds, in its order."""
    return [Told(_title(point), _pieces(point)) for point in _written(dossier)]


def wishes(dossier: Dossier) -> list[Said]:
    """What is asked."""
    return [Said(words(f"choices.wish.{wish.kind}"), wish.detail) for wish in dossier.wishes]


def _written(dossier: Dossier) -> list[Point]:
    return [point for point in dossier.points if point.what_happened]


def _title(point: Point) -> str:
    return words(f"choices.category.{point.category}") if point.category else ""


def _pieces(point: Point) -> list[Said]:
    when = [Said(words("readback.on", day=in_words(point.when.day)))] if point.when.day else []
    quoted = {
        "about": point.when.about,
        "where": point.where,
        "who": point.who,
        "happened": point.what_happened,
        "consequence": point.consequence,
        "expected": point.expected,
    }
    return when + [Said(words(f"readback.{name}"), own) for name, own in quoted.items() if own]
