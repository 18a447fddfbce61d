"""What somebody types, read as an answer. No Streamlit in here."""

import re
from datetime import date

from wizard import moments
from wizard.texts import words


class Refused(ValueError):
    """What was typed cannot be an answer; the message says what to do."""


def lines(raw: str) -> list[str]:
    """Each line that is not empty."""
    return [row.strip() for row in raw.splitlines() if row.strip()]


def when(raw: str) -> dict[str, str | None]:
    """A moment as the dossier holds it. Raises Refused for a day that does not exist."""
    if found := moments.exact(raw):
        return {"day": found.isoformat(), "about": ""}
    if moments.looks_exact(raw):
        raise Refused(words("errors.not_a_day"))
    return {"day": None, "about": raw}


def day(raw: str) -> date | None:
    """One exact day, or nothing. Raises Refused."""
    if not raw.strip():
        return None
    if found := moments.exact(raw):
        return found
    raise Refused(words("errors.not_a_day" if moments.looks_exact(raw) else "errors.exact_day"))


def amount(raw: str) -> int | None:
    """Whole euros, or nothing. Raises Refused."""
    digits = re.sub(r"[€\s.]|,(?:00|-)$", "", raw)
    if not digits:
        return None
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        return int(digits)
    raise Refused(words("errors.amount"))
