"""Reading a text without changing it: folded to plain letters of the same length, its sentences, words and quotes."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"\w++(?:['-]\w++)*+")
_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>@]{0,300}+>")
_LINK = re.compile(r"(?:https?://|www\.)\S{1,300}+")
_QUOTED = re.compile(
    r'"[^"\n]{1,600}+"|(?<![\w])\'(?!s\b|t\b|n\b|k\b)[^\'\n]{3,300}+(?:\'\w[^\'\n]{0,300}+){0,2}\'(?!\w)'
)
_STOP = re.compile(r"[.!?\n]++(?:(?<=\n)|(?=[\s\"')]|$))")
_ABBREVIATED = re.compile(
    r"(?:\b(?:dr|drs|zr|prof|ir|mr|mw|mevr|dhr|hr|st|nr|tel|geb|ca|bijv|bv|blz|incl|excl|etc|resp|evt|vlgs|min|max"
    r"|jan|feb|mrt|apr|aug|sept?|okt|nov|dec|[a-z])|\.[a-z])$"
)
_MARKS = str.maketrans({**dict.fromkeys("’‘`\u00b4", "'"), **dict.fromkeys("“”„«»", '"'), "–": "-", "\t": " "})


MANY_LETTERS = 30  # with accents, in one text: from here one walk costs less than a walk for each


def _plain(character: str) -> str:
    """A letter without its accent, small."""
    return unicodedata.normalize("NFD", character)[0].lower()


def fold(text: str) -> str:
    """The text in small letters without accents, with straight quotation marks: as many characters as it had."""
    strange = {one: _MARKS.get(ord(one)) or _plain(one) for one in set(text) if ord(one) in _MARKS or not one.isascii()}
    if len(strange) > MANY_LETTERS:
        return text.translate({ord(one): plain for one, plain in strange.items()}).lower()
    for one, plain in strange.items():
        text = text.replace(one, plain)
    return text.lower()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@dataclass(frozen=True)
class Sentence:
    """One sentence: where it starts and ends, how many words it has, and whether it asks."""

    start: int
    end: int
    words: int
    asks: bool


class Reading:
    """A text and all that is looked up in it more than once. Every position is one in the text itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(_LINK.sub(_blank, _TAG.sub(_blank, text) if "<" in text else text))

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Where something stands between quotation marks."""
        quoted = "'" in self.folded or '"' in self.folded
        return [found.span() for found in _QUOTED.finditer(self.folded)] if quoted else []

    @cached_property
    def words(self) -> list[tuple[int, str]]:
        """Every folded word with its place."""
        return [(found.start(), found[0]) for found in WORD.finditer(self.folded)]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences; an abbreviation, an initial and a number with a point do not end one."""
        ends = [
            (found.end(), "?" in found[0])
            for found in _STOP.finditer(self.folded)
            if found[0] != "." or not _ABBREVIATED.search(self.folded, max(0, found.start() - 8), found.start())
        ]
        starts = [start for start, _ in self.words]
        made, at = [], 0
        for end, asks in [*ends, (len(self.folded), False)]:
            first, last = bisect_left(starts, at), bisect_left(starts, end)
            if last > first:
                made.append(Sentence(starts[first], end, last - first, asks))
            at = end
        return made

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_number(self, place: int) -> int:
        """The number of the sentence in which this place lies, from 0."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)
