"""What the phrases of data/coach find in a text, minus what is let go."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from wizard.coach.reading import Reading
from wizard.coach.rules import IN_SENTENCE, Owner, Role, Scope, Search, index, rules

# What may go before a find that must stand at the start of its sentence.
_LEAD = re.compile(
    r"(?:(?:en|maar|want|dus|nou|nu|ja|nee|of|dan|toch|ook|he|oh?|ach|kortom|sorry|ik bedoel)[^\w.]{1,4}+){0,3}+"
)

SENTENCES_BACK = 2  # how far back a reader looks for what "ze" or "daarna" stands for

Span = tuple[int, int]
_Places = dict[tuple[str, int], dict[Role, list[Span]]]


class Spans:
    """Places in a text, to ask what touches any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = _joined(spans)
        self._ends = [end for _, end in self._spans]

    def touch(self, span: Span) -> bool:
        """Whether one of them shares a character with this place."""
        nearest = bisect_right(self._ends, span[0])
        return nearest < len(self._spans) and self._spans[nearest][0] < span[1]


class Hit(NamedTuple):
    """A place in a text, and the kind of remark that it gets."""

    kind: str
    start: int
    end: int


def hits(reading: Reading, scope: Scope = "zin") -> list[Hit]:
    """Every find of the kinds of this scope, in the order of the text, overlapping ones of a kind as one."""
    kept: dict[str, list[Span]] = defaultdict(list)
    for (kind, number), found in _places(reading, scope).items():
        kept[kind] += _kept(reading, rules()[kind].search[number], found)
    return sorted(
        (Hit(kind, *span) for kind, spans in kept.items() for span in _joined(spans)), key=lambda hit: hit.start
    )


def _places(reading: Reading, scope: Scope) -> _Places:
    """Where the phrases of each search stand; what decides about a find, only near a find."""
    text = index(scope).searched(reading.folded, reading.words)
    numbers, quotes = index(scope).numbers, Spans(reading.quotes)
    places: _Places = defaultdict(lambda: defaultdict(list))
    near: dict[int, int] = defaultdict(int)

    def add(found: Iterable[tuple[Owner, Span]]) -> None:
        for owner, span in found:
            if not quotes.touch(span) or rules()[owner.kind].search[owner.search].within_quotes:
                places[owner.kind, owner.search][owner.role].append(span)

    finds = bits(numbers, lambda owner: owner.role == "find")
    add(text.find(lambda _: finds))
    for (kind, number), found in places.items():
        before = numbers.get(Owner(kind, number, "unless_before"), 0)
        deciding = sum(numbers.get(Owner(kind, number, role), 0) for role in IN_SENTENCE)
        for sentence in {reading.sentence_number(start) for start, _ in found["find"]}:
            near[sentence] |= deciding
            for earlier in range(sentence - SENTENCES_BACK, sentence + 1) if before else ():
                near[earlier] |= before
    add(text.find(lambda start: near[reading.sentence_number(start)]))
    return places


def bits(numbers: dict[Owner, int], wanted: Callable[[Owner], bool]) -> int:
    """The phrases of these owners together."""
    together = 0
    for owner, number in numbers.items():
        together |= number if wanted(owner) else 0
    return together


def _kept(reading: Reading, search: Search, found: dict[Role, list[Span]]) -> Iterator[Span]:
    number = reading.sentence_number
    barred = {number(start) for start, _ in found["unless_sentence"]}
    needed = {number(start) for start, _ in found["only_with"]}
    before = {number(start): start for start, _ in sorted(found["unless_before"], reverse=True)}
    touching = Spans(found["unless_touching"])
    for span in found["find"]:
        sentence = number(span[0])
        if sentence in barred or (search.only_with and sentence not in needed) or touching.touch(span):
            continue
        back = range(sentence - SENTENCES_BACK, sentence + 1)
        if any(before.get(earlier, span[0]) < span[0] for earlier in back):
            continue
        if _placed(reading, search, sentence, span[0]):
            yield span


def _placed(reading: Reading, search: Search, sentence: int, start: int) -> bool:
    """Whether it stands at the start of its sentence, and that asks, where the search wants so."""
    held = reading.sentences[sentence]
    if search.asked and not held.asks:
        return False
    return not search.at_start or _LEAD.fullmatch(reading.folded, held.start, start) is not None


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
