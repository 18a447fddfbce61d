"""Finding many phrases in a text in one walk: each is tried only where its first word stands and its rarest is near."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from wizard.coach.phrases import (
    MARKS,
    PREFIX,
    SUFFIX,
    Key,
    Lists,
    Phrase,
    WordList,
    alternatives,
    opening,
    sound,
    word_pattern,
)

Owner = TypeVar("Owner")
Span = tuple[int, int]
Word = tuple[int, str]

_OWN_MARKS = re.compile(f"[{MARKS}]")
_STOPS = re.compile("[.!?\\n]")


class _Entry(NamedTuple):
    """A word of a list: its mark, whether it is taken or never taken, and a pattern where the look does not say all."""

    mark: str
    taken: bool
    closer: re.Pattern[str] | None


class _Known:
    """What is known of a word: its lists, and the phrases that it opens and is rarest in, each a bit of a number."""

    def __init__(self) -> None:
        self.opens = self.rarest = self.next_rarest = 0
        self.entries: list[_Entry] = []
        self.marks = ""

    def add(self, other: "_Known") -> None:
        """Know what the other knows too."""
        self.opens |= other.opens
        self.rarest |= other.rarest
        self.next_rarest |= other.next_rarest
        self.entries += other.entries


class Index(Generic[Owner]):
    """Phrases, each with the owner that wants to know of it, and the words of the lists.

    `numbers`: the phrases of an owner, each a bit of a number.
    """

    def __init__(self) -> None:
        self.numbers: dict[Owner, int] = {}
        self._phrases: list[tuple[Phrase, Owner]] = []
        self._whole: dict[str, _Known] = {}
        self._parts: dict[tuple[str, str], list[tuple[str, _Known]]] = {}
        self._by_key: dict[Key, _Known] = {}
        self._kept: dict[str, _Known] = {}  # of words of our own lists only, never of what somebody wrote

    def add(self, phrase: str, lists: Lists, owner: Owner) -> None:
        """Also look for this phrase. Raises Unreadable."""
        for option in alternatives(phrase, lists):
            made, bit = Phrase(option, lists), 1 << len(self._phrases)
            self._phrases.append((made, owner))
            self.numbers[owner] = self.numbers.get(owner, 0) | bit
            for key in made.openings:
                self._at(key).opens |= bit
            for key in made.rarest:
                self._at(key).rarest |= bit
            for key in made.next_rarest:
                self._at(key).next_rarest |= bit

    def _at(self, key: Key) -> _Known:
        """What is known of words that look so."""
        if key not in self._by_key:
            known = self._by_key[key] = _Known()
            if key.kind in (PREFIX, SUFFIX):
                two = key.text[:2] if key.kind == PREFIX else key.text[-2:]
                self._parts.setdefault((key.kind, two), []).append((key.text, known))
            else:
                self._whole[key.text] = known
        return self._by_key[key]

    def add_list(self, held: WordList) -> None:
        """Mark the words of this list in every text. Raises Unreadable."""
        for taken, entries in ((True, held.words), (False, held.never)):
            for word in entries:
                # A star at one end is a beginning or an ending, which the key says in full; others need a closer look.
                closer = "*" in word.strip("*") or (word.startswith("*") and word.endswith("*"))
                self._at(opening(word)).entries.append(_Entry(held.mark, taken, word_pattern(word) if closer else None))

    def searched(self, text: str, words: list[Word]) -> "Searched[Owner]":
        """A folded text with these words, ready for its phrases to be found."""
        known = {word: self._kept.get(word) or self._known(word) for word in {word for _, word in words}}
        return Searched(self._phrases, text, words, known)

    def _known(self, word: str) -> _Known:
        known = _Known()
        if same := self._whole.get(sound(word)):
            known.add(same)
        if word[0].isdigit() and (number := self._whole.get("")):
            known.add(number)
        for text, part in self._parts.get((PREFIX, word[:2]), ()):
            if word.startswith(text):
                known.add(part)
        for text, part in self._parts.get((SUFFIX, word[-2:]), ()):
            if word.endswith(text):
                known.add(part)
        found = [entry for entry in known.entries if entry.closer is None or entry.closer.fullmatch(word)]
        never = {entry.mark for entry in found if not entry.taken}
        known.marks = "".join(sorted({entry.mark for entry in found if entry.taken} - never))
        if word in self._whole:
            self._kept[word] = known
        return known


class Searched(Generic[Owner]):
    """A text in which phrases are looked for, more than once if need be."""

    def __init__(
        self, phrases: list[tuple[Phrase, Owner]], text: str, words: list[Word], known: dict[str, _Known]
    ) -> None:
        self._phrases = phrases
        self._known = known
        self._clauses = list(_clauses(text, words))
        self._marked, self._shifts = _marked(text, words, known)

    def find(self, among: Callable[[int], int]) -> Iterator[tuple[Owner, Span]]:
        """Every phrase with its owner and its place.

        `among` says which phrases to look for between one stop and the next, by the place where that starts.
        """
        for clause in self._clauses:
            rarest = next_rarest = 0
            wanted = among(clause[0][0])
            for start, text in reversed(clause) if wanted else ():
                word = self._known[text]
                rarest |= word.rarest
                next_rarest |= word.next_rarest
                tried = word.opens and word.opens & wanted & rarest & next_rarest
                while tried:
                    number = tried.bit_length() - 1
                    tried ^= 1 << number
                    phrase, owner = self._phrases[number]
                    if match := phrase.pattern.match(self._marked, self._shifts.marked(start)):
                        yield owner, (start, self._shifts.plain(match.end()))


def _clauses(text: str, words: list[Word]) -> Iterator[list[Word]]:
    """The words between one full stop or new line and the next: no phrase runs past that."""
    starts = [start for start, _ in words]
    cuts = {0, len(words), *(bisect_left(starts, found.start()) for found in _STOPS.finditer(text))}
    yield from (words[first:last] for first, last in pairwise(sorted(cuts)))


class _Shifts:
    """Places in the marked text and in the text itself."""

    def __init__(self) -> None:
        self._words: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._marked: dict[int, int] = {}

    def add(self, start: int, end: int, added: int) -> None:
        """A word stands here in the text, and so much later in the marked text."""
        self._words.append((start, end))
        self._starts.append(start + added)
        self._marked[start] = start + added

    def marked(self, start: int) -> int:
        """Where a word that starts here in the text stands in the marked text."""
        return self._marked[start]

    def plain(self, end: int) -> int:
        """Where in the text something ends that ends here in the marked text, its marks left out."""
        number = bisect_right(self._starts, end - 1) - 1
        start, last = self._words[number]
        return min(end - self._starts[number] + start, last)


def _marked(text: str, words: list[Word], known: dict[str, _Known]) -> tuple[str, _Shifts]:
    """The text with marks behind its words."""
    plain = _OWN_MARKS.sub(" ", text) if not text.isascii() else text
    pieces: list[str] = []
    shifts, before, added = _Shifts(), 0, 0
    for start, word in words:
        marks = known[word].marks
        end = start + len(word)
        shifts.add(start, end, added)
        if marks:
            pieces += [plain[before:end], marks]
            before, added = end, added + len(marks)
    return "".join([*pieces, plain[before:]]), shifts
