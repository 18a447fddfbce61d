"""Days: reading what somebody types ("27-3-2026", "begin maart 2026", "2 April 2026") and writing a day in words.

Rough moments are read in Dutch; the names of months in every language that we speak. Babel knows how each writes them.
"""

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names

from wizard.texts import DUTCH, codes, language

MONTHS = tuple(get_month_names("wide", locale=DUTCH)[number] for number in range(1, 13))
SEASONS = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12}
PARTS = {"begin": 1, "half": 15, "midden": 11, "medio": 11, "eind": 21, "einde": 21}

_NUMERIC = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})")
_UNDIVIDED = re.compile(r"(\d\d)(\d\d)(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WRITTEN = re.compile(r"(?:(\w+)[,،]?\s+)?(\d{1,2})\s+([^\W\d_]{3,12})\.?\s+(\d{4})(?:\s+(\w+))?")
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")


def exact(typed: str) -> date | None:
    """The day that somebody typed, in figures, ISO or words; None when it is not one exact, existing day."""
    text = _small(typed.strip())
    if found := _NUMERIC.fullmatch(text) or _UNDIVIDED.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif (found := _WRITTEN.fullmatch(text)) and (named := _month(found[3])) and _only_weekdays(found[1], found[5]):
        day, month, year = int(found[2]), named, int(found[4])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def looks_exact(typed: str) -> bool:
    """Whether it is written as a day in figures, so that it ought to be one."""
    return any(figures.fullmatch(typed.strip()) for figures in (_NUMERIC, _UNDIVIDED, _ISO))


def earliest(about: str) -> date | None:
    """The first day that a rough moment can mean ("begin maart 2026": 1 March 2026); None without a year in it."""
    text = _small(about)
    year = _YEAR.search(text)
    if year is None:
        return None
    words = _WORD.findall(text)
    month = next((found for word in words if (found := _month(word) or SEASONS.get(word))), 0)
    part = next((PARTS[word] for word in words if word in PARTS), 1)
    if not month:
        return date(int(year[0]), {1: 1, 11: 5, 15: 7, 21: 10}[part], 1)
    return date(int(year[0]), month, part)


def _month(word: str) -> int | None:
    stem = word.rstrip(".")
    if stem == "mrt":
        return 3
    matches = [number for number, name in enumerate(MONTHS, 1) if len(stem) >= 3 and name.startswith(stem)]
    return matches[0] if len(matches) == 1 else _foreign_months().get(stem)


def _only_weekdays(*around: str | None) -> bool:
    """Whether what stands before and after a day is nothing or its weekday; "rond" must not get lost."""
    return all(word is None or word in _weekdays() for word in around)


def _small(text: str) -> str:
    """In small letters, the Turkish i with and without a dot as one: Python does not know whose capital it is."""
    return text.replace("İ", "i").lower().replace("ı", "i")  # noqa: RUF001


@cache
def _foreign_months() -> dict[str, int]:
    """The number of a month by its name in the other languages, as it stands in a date and by itself."""
    return {
        _small(name): number
        for code in codes()
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context, Locale.parse(code)).items()
    }


@cache
def _weekdays() -> frozenset[str]:
    """The name of every weekday in every language that we speak."""
    return frozenset(
        _small(name) for code in (DUTCH, *codes()) for name in get_day_names("wide", locale=Locale.parse(code)).values()
    )


def in_words(day: date) -> str:
    """ "2 april 2026"."""
    return _written(day, "long")


def with_weekday(day: date) -> str:
    """ "donderdag 2 april 2026"."""
    return _written(day, "full")


def without_year(day: date) -> str:
    """ "2 april"."""
    return format_skeleton("MMMMd", day, locale=locale())


def month_and_year(day: date) -> str:
    """ "april 2026"."""
    return format_skeleton("yMMMM", day, locale=locale())


def _written(day: date, how: Literal["long", "full"]) -> str:
    # Ukrainian ends a date in "of the year", abbreviated: its full stop would end the sentence around it.
    return format_date(day, how, locale=locale()).removesuffix("\u202f\u0440.")


def locale() -> str:
    """How the language that is being told in writes dates and numbers; English as in Europe, day before month."""
    return {"en": "en_GB"}.get(language(), language())


def in_figures(day: date) -> str:
    """ "02-04-2026", as people type it."""
    return f"{day:%d-%m-%Y}"


def days(start: date, end: date) -> list[date]:
    """Every day from start up to but not including end."""
    return [start + timedelta(days=number) for number in range((end - start).days)]
