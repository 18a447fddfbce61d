"""Splitting a klachtonderdeel and putting two together; not a word of the client's own is lost or changed."""

import re

from pydantic import ValidationError

from wizard.dossier import Point, When
from wizard.moments import in_words
from wizard.texts import DUTCH, telling_in

_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)


def paragraphs(text: str) -> list[str]:
    """A text in its paragraphs, which an empty line keeps apart."""
    return [found[0].strip("\n") for found in _PARAGRAPH.finditer(text) if found[0].strip()]


def split(point: Point, number: int) -> tuple[Point, Point]:
    """The point without one paragraph of what happened, and that paragraph as a point of its own.

    Both keep their kind, moment, place and people: what holds for one may hold for the other, and the client can
    change it. The consequence and what should have happened stay with the first.
    """
    parts = paragraphs(point.what_happened)
    alone = parts.pop(number)
    rest = point.model_copy(update={"what_happened": "\n\n".join(parts)})
    return rest, point.model_copy(update={"what_happened": alone, "consequence": "", "expected": ""})


def merged(upper: Point, lower: Point) -> Point | None:
    """Two points as one, their texts with an empty line between them; None where that is too long to keep."""
    both = {
        name: _joined(getattr(upper, name), getattr(lower, name), "\n\n")
        for name in ("what_happened", "consequence", "expected")
    }
    try:
        return Point(
            category=upper.category or lower.category,
            when=_when(upper.when, lower.when),
            where=_joined(upper.where, lower.where, "; "),
            who=_joined(upper.who, lower.who, "; "),
            **both,
        )
    except ValidationError:
        return None


def _joined(first: str, second: str, between: str) -> str:
    return first if first == second else between.join(text for text in (first, second) if text)


def _when(first: When, second: When) -> When:
    if first == second or not second.known:
        return first
    return When(about=f"{_said(first)} en {_said(second)}") if first.known else second


def _said(when: When) -> str:
    """In Dutch, whoever reads along: it becomes an answer, for the letter."""
    with telling_in(DUTCH):
        return in_words(when.day) if when.day else when.about
