"""What people read: Dutch, and the same in the language of the reader.

Dutch is the source. The words of the screens stand under a key in data/locale/nl.toml, other sentences where they are
used or in the data. `told` gives any of them in the reader's language, from the pairs in data/locale/<language>.toml;
what a language lacks, and what was changed in Dutch since, Dutch says. A broken file of a language beside Dutch is
reported by `broken` and left out; the others still work.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, Literal, TypeGuard

from pydantic import BaseModel, ConfigDict

from wizard.datafile import DATA, parsed, read
from wizard.errors import InvalidData

FOLDER = DATA / "locale"
DUTCH = "nl"
# Between letters from right to left the parts of "27-03-2026" or "088-1205020" would change places.
NUMBER = re.compile(r"\d+(?:[-/.]\d+)+")
ISOLATED = "\u2066\\g<0>\u2069"

_fixed: ContextVar[str | None] = ContextVar("language", default=None)
_ask: Callable[[], str] = lambda: DUTCH  # noqa: E731  ask_reader puts another one here


class Language(BaseModel):
    """A language beside Dutch: what it calls itself, which way it runs, and its text for each Dutch one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    texts: dict[str, str]


@cache
def codes() -> tuple[str, ...]:
    """The code (ISO 639-1) of every language beside Dutch, in order: the name of its file, which need not be read."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml") if file.stem != DUTCH))


@cache
def _loaded() -> tuple[dict[str, Language], list[InvalidData]]:
    found, wrong = {}, []
    for code in codes():
        try:
            found[code] = read(FOLDER / f"{code}.toml", Language)
        except InvalidData as error:
            wrong.append(error)
    return found, wrong


def languages() -> dict[str, Language]:
    """Every language beside Dutch whose file is right, by its code, in the order of those codes."""
    return _loaded()[0]


def broken() -> list[InvalidData]:
    """What is wrong with the files that were left out."""
    return _loaded()[1]


def spoken(code: str) -> Language:
    """The language of that code, one of `codes`. Raises InvalidData where its file is broken."""
    return languages()[code] if code in languages() else read(FOLDER / f"{code}.toml", Language)


def ask_reader(who: Callable[[], str]) -> None:
    """Let the edge say in which language its reader wants to read; asked at every text, so that none is missed."""
    global _ask
    _ask = who


def language() -> str:
    """The code of the language that is being told in."""
    code = _fixed.get() or _ask()
    return code if code == DUTCH or code in languages() else DUTCH


def direction() -> str:
    """ "rtl" where the language that is being told in runs from right to left, else "ltr"."""
    return languages()[language()].direction if language() != DUTCH else "ltr"


@contextmanager
def telling_in(code: str) -> Iterator[None]:
    """Tell all in one language, whatever the reader chose: papers that are sent are in Dutch."""
    before = _fixed.set(code)
    try:
        yield
    finally:
        _fixed.reset(before)


def told(text: str, /, **values: object) -> str:
    """A Dutch text of our own in the language of the reader, with its {placeholders} filled in."""
    code = language()
    if code != DUTCH:
        reader = languages()[code]
        text = reader.texts.get(text, text)
        if reader.direction == "rtl":
            text = NUMBER.sub(ISOLATED, text)
            values = {name: NUMBER.sub(ISOLATED, v) if _is_number(v) else v for name, v in values.items()}
    return text.format(**values) if values else text


def _is_number(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(NUMBER.fullmatch(value))


def marked(text: str, /) -> str:
    """A Dutch text that `told` is asked for elsewhere; marks it for the catalogue, and changes nothing."""
    return text


def words(key: str, /, **values: object) -> str:
    """The text of that key, as `told` tells it. Raises KeyError for a key that Dutch does not have."""
    return told(all_words()[key], **values)


def file_name(key: str, /, **values: object) -> str:
    """The name of a file: in Dutch for every reader, as is what it holds."""
    with telling_in(DUTCH):
        return words(key, **values)


def capital(text: str) -> str:
    """The text with a capital to begin with, as its language writes that."""
    first = "İ" if language() == "tr" and text.startswith("i") else text[:1].upper()
    return first + text[1:]


def uncapital(text: str) -> str:
    """The text with a small letter to begin with, for within a sentence, as its language writes that."""
    turkish = {"I": "ı", "İ": "i"} if language() == "tr" else {}  # noqa: RUF001  two letters in Turkish
    return turkish.get(text[:1], text[:1].lower()) + text[1:]


def keys() -> frozenset[str]:
    """Every key that there are words for."""
    return frozenset(all_words())


@cache
def all_words() -> dict[str, str]:
    """The Dutch words of the screens by their key."""
    return dict(_leaves(parsed(FOLDER / f"{DUTCH}.toml"), ""))


def _leaves(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    rows = []
    for key, value in table.items():
        rows += (
            _leaves(value, f"{prefix}{key}.") if isinstance(value, dict) else [(f"{prefix}{key}", str(value).strip())]
        )
    return rows
