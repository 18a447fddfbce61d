"""What tells a name: the words of a text, and the word lists of the kind."""

import re
from collections.abc import Set
from functools import cache
from typing import NamedTuple

from wizard.coach.rules import listed

KIND = "naam"
_TOKEN = re.compile(r"[^\W\d_]++(?:['’-][^\W\d_]++)*+")
_CALLED = frozenset({"heet", "heette", "genaamd", "ene", "genoemd", "zekere"})


class Word(NamedTuple):
    """A word of a text: where it stands, as it is written, and without its capitals and accents."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool


class Words:
    """The words of a text, each made when it is asked for: few of them can be near a name."""

    def __init__(self, text: str, folded: str) -> None:
        self.spans = [found.span() for found in _TOKEN.finditer(text) if folded[found.start()] != " "]
        self._text, self._folded = text, folded

    def __len__(self) -> int:
        return len(self.spans)

    def __getitem__(self, number: int) -> Word:
        start, end = self.spans[number]
        text = self._text[start:end]
        return Word(start, end, text, self._folded[start:end], text[0].isupper())

    def some(self, first: int, last: int) -> list[Word]:
        """The words from the first up to the last, as far as there are any."""
        return [self[number] for number in range(max(0, first), min(last, len(self.spans)))]


class Lists(NamedTuple):
    """The word lists of the kind, read once."""

    title: Set[str]
    address: Set[str]
    introduces: Set[str]
    between: Set[str]
    own: tuple[str, ...]
    brand: Set[str]
    place_before: Set[str]
    place_after: tuple[str, ...]
    place_or_family: tuple[str, ...]
    no_name: Set[str]
    no_first: Set[str]
    first: Set[str]
    first_or_word: Set[str]
    family: Set[str]
    known: Set[str]
    opens: frozenset[str]


@cache
def name_lists() -> Lists:
    """The word lists that tell a name."""

    def words(name: str) -> frozenset[str]:
        return listed(KIND, name)

    return Lists(
        title=words("titel"),
        address=words("aanspreking"),
        introduces=words("verwant") | _CALLED,
        between=words("tussenvoegsel"),
        own=tuple(words("zelf")),
        brand=words("merk"),
        place_before=words("plaats_ervoor"),
        place_after=tuple(words("plaats_erna")),
        place_or_family=tuple(words("plaats_of_achternaam")),
        no_name=words("geen_naam"),
        no_first=words("geen_naam") | words("titel") | words("verwant"),
        first=words("voornaam"),
        first_or_word=words("voornaam_of_woord"),
        family=words("achternaam"),
        known=words("voornaam") | words("achternaam"),
        opens=words("voornaam") | words("titel"),
    )
