"""The client's own words as a paper prints them: in paragraphs, in their direction, and within a sentence of ours."""

import re
import unicodedata
from dataclasses import dataclass

from babel.numbers import format_decimal

from wizard.dossier import When
from wizard.moments import in_words, locale
from wizard.points import paragraphs

LAST_STOP = re.compile(r"(?<![\s.])(?<!\.\w)(?<!\.\w\w)\.$")


@dataclass(frozen=True)
class Passage:
    """One paragraph in the client's own words, and the direction in which it is read."""

    text: str
    dir: str


def passages(text: str) -> list[Passage]:
    """Free text as paragraphs, split where the client left a line empty."""
    return [Passage(part, direction(part)) for part in paragraphs(text)]


def direction(text: str) -> str:
    """ "rtl" when the first letter with a direction runs from right to left (Unicode bidi, rule P2), else "ltr"."""
    strong = (kind for character in text if (kind := unicodedata.bidirectional(character)) in ("L", "R", "AL"))
    return "rtl" if next(strong, "L") in ("R", "AL") else "ltr"


def unstopped(words: str) -> str:
    """Words for within a sentence of ours, without the full stop at their end; an abbreviation ("c.s.") keeps it."""
    return LAST_STOP.sub("", words)


def moment(when: When) -> str:
    """A moment as the letter says it: the day in words, or the client's own words for it."""
    return in_words(when.day) if when.day else when.about


def dated(when: When) -> str:
    """A moment as the end of a sentence: " op 3 maart 2026", or the client's own words between brackets."""
    if when.day:
        return f" op {in_words(when.day)}"
    return f" ({when.about})" if when.about else ""


def amount(euros: int) -> str:
    """Whole euros, as the language that is being told in writes thousands: "25.000" in Dutch."""
    return format_decimal(euros, "#,##0", locale=locale())
