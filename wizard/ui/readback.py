"""The complaint as somebody who listened would say it back. No Streamlit in here; the person's words stay theirs."""

from typing import NamedTuple

from wizard.dossier import Dossier, Point, Wish
from wizard.moments import in_words
from wizard.passages import amount
from wizard.texts import words


class Said(NamedTuple):
    """A piece of what is said back: our words, and after them the person's own, if any."""

    frame: str
    own: str = ""


class Told(NamedTuple):
    """One point said back: its place in the dossier, what kind it is, and its pieces."""

    place: int
    title: str
    pieces: list[Said]


def opening(dossier: Dossier) -> list[str]:
    """To whom it goes, and how many points there are."""
    number = len(_written(dossier))
    to = [words("readback.to", name=dossier.provider.name)] if dossier.provider.name else []
    return [*to, words("readback.one") if number == 1 else words("readback.some", number=number)]


def points(dossier: Dossier) -> list[Told]:
    """Every point that the letter holds, in its order."""
    return [Told(place, _title(point), _pieces(point)) for place, point in _written(dossier)]


def wishes(dossier: Dossier) -> list[Said]:
    """What is asked."""
    return [Said(_wish(wish), wish.detail) for wish in dossier.wishes]


def shows(dossier: Dossier, path: str) -> bool:
    """Whether what is said back holds the answer at a path; nothing is said back before there is a complaint."""
    name, _, rest = path.partition(".")
    written = [str(place) for place, _ in _written(dossier)]
    return bool(written) if name == "wishes" else name == "points" and rest.partition(".")[0] in written


def _wish(wish: Wish) -> str:
    asked = words(f"choices.wish.{wish.kind}")
    return f"{asked} ({words('pages.controle.euros', number=amount(wish.amount))})" if wish.amount else asked


def _written(dossier: Dossier) -> list[tuple[int, Point]]:
    return [(place, point) for place, point in enumerate(dossier.points) if point.what_happened]


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
