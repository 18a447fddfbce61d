"""What somebody types, read as an answer. No Streamlit in here."""

import re
from collections.abc import Callable
from datetime import date
from typing import get_args

from wizard import hygiene, moments
from wizard.dossier import Day
from wizard.moments import in_words
from wizard.texts import words

_EARLIEST, _LATEST = get_args(Day)[1].metadata  # the dossier says which days it keeps
FIRST, LAST = _EARLIEST.ge, _LATEST.le


class Refused(ValueError):
    """What was typed cannot be an answer; the message says what to do."""


def at_most(cap: int) -> Callable[[str], str]:
    """Reads a text of at most so many characters. What it gives raises Refused, with how many too many there are."""

    def read(raw: str) -> str:
        if (over := _length(raw) - cap) > 0:
            raise Refused(words("errors.too_long", number=over))
        return raw

    return read


def _length(raw: str) -> int:
    """As the dossier counts; 0 where it refuses the text for something else and says so itself."""
    try:
        return len(str(hygiene.text(raw)))
    except ValueError:
        return 0


def lines(raw: str) -> list[str]:
    """Each line that is not empty."""
    return [row.strip() for row in raw.splitlines() if row.strip()]


def when(raw: str) -> dict[str, str | None]:
    """A moment as the dossier holds it. Raises Refused for a day that does not exist."""
    if found := moments.exact(raw):
        return {"day": _within(found).isoformat(), "about": ""}
    if moments.looks_exact(raw):
        raise Refused(words("errors.not_a_day"))
    return {"day": None, "about": raw}


def day(raw: str) -> date | None:
    """One exact day, or nothing. Raises Refused."""
    if not raw.strip():
        return None
    if found := moments.exact(raw):
        return _within(found)
    raise Refused(words("errors.not_a_day" if moments.looks_exact(raw) else "errors.exact_day"))


def _within(found: date) -> date:
    if FIRST <= found <= LAST:
        return found
    raise Refused(words("errors.day_range", first=in_words(FIRST), last=in_words(LAST)))


def amount(raw: str) -> int | None:
    """Whole euros, or nothing. Raises Refused."""
    digits = re.sub(r"[€\s.]|,(?:00|-)$", "", raw)
    if not digits:
        return None
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        return int(digits)
    raise Refused(words("errors.amount"))
