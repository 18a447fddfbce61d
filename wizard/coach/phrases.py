"""The notation in which data/coach writes what to look for, and its meaning as patterns.

    word         that word, whatever its capitals and accents; a d, t or dt at its end are taken as one
    word*  *word any ending, any beginning
    <list>       one of the words of that list; an entry that starts with "-" is never taken; <=list> single words only
    (a|b c|<d>)  one of these; with a ? behind it also none
    ~3           at most three words in between; at the end of a phrase: the next three words too
    #            a number

A phrase never runs past the end of a sentence. In the text that is searched, each word carries a mark for every list
that it is in, so that a list costs no more than a word. All repetition is bounded or possessive: the time grows with
the length of the text and with nothing else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from wizard.coach.reading import fold

FIRST_MARK = 0xE000  # marks come from Unicode's private use area; a text keeps none of its own (phrase_index.py)
MARKS = "\ue000-\uf8ff"

_WHOLE = r"\w++(?:['-]\w++)*+"
_BETWEEN = r"[^\w.!?\n]{1,24}+"  # marks too: they stand behind a word
_GAP = rf"(?:\w{{1,40}}+{_BETWEEN}){{0,%d}}?"
_TRAIL = rf"(?:{_BETWEEN}\w{{1,40}}+){{0,%d}}"
_NUMBER = r"\d{1,4}(?:[./:-]\d{1,4}){0,2}+"
_ELEMENT = re.compile(r"~(\d)|<(=?[\w-]+)>|\(((?:[^()]|\([^()]*\)\??)+)\)(\?)?|([\w*'#-]+)")
_OR = re.compile(r"\|(?![^()]*\))")
_LAST_SOUND = re.compile(r"(?:dt|d|t)$")
PREFIX, SUFFIX, EXACT, NUMERIC = "prefix", "suffix", "exact", "number"


class _Element(NamedTuple):
    """One part of a phrase: one of these is filled, and `optional` with a group."""

    gap: str
    name: str
    group: str
    optional: str
    word: str


class Unreadable(ValueError):
    """A phrase that breaks the notation; the message says how to mend it."""


class Key(NamedTuple):
    """How a word can look: exactly so, or its beginning or its ending."""

    kind: str
    text: str


@dataclass(frozen=True)
class WordList:
    """A list: its single words, which the text is marked with; what is never taken; and entries of more words."""

    mark: str
    words: tuple[str, ...]
    never: tuple[str, ...]
    phrases: tuple[str, ...]


Lists = Mapping[str, WordList]


def word_list(mark: str, entries: Sequence[str]) -> WordList:
    """The entries of a list, sorted by what they are."""
    taken = [entry for entry in entries if not entry.startswith("-")]
    single = [entry for entry in taken if re.fullmatch(r"[\w*'-]+", entry)]
    return WordList(
        mark,
        tuple(single),
        tuple(entry[1:] for entry in entries if entry.startswith("-")),
        tuple(entry for entry in taken if entry not in single),
    )


def sound(word: str) -> str:
    """The word as a key: d, t and dt at the end of a longer word are one."""
    return _LAST_SOUND.sub("t", word) if len(word) > 4 else word


class Phrase:
    """One phrase. Its pattern is only made when a text has its words: all of them together take a second."""

    def __init__(self, phrase: str, lists: Lists) -> None:
        """Raises Unreadable."""
        first, *others = _elements(phrase)
        if first.gap or first.optional:
            raise Unreadable("begin met een woord dat er altijd staat, niet met ~ of (...)?")
        self.openings = _part_keys(first, lists)
        needed = [self.openings, *(_part_keys(part, lists, True) for part in others if not (part.gap or part.optional))]
        needed = sorted(filter(None, needed), key=lambda keys: (len(keys & COMMON), len(keys)))
        self.rarest, self.next_rarest = needed[0], needed[min(1, len(needed) - 1)]
        self._pattern = rf"{_sequence(phrase, lists)}(?!\w)"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """To be matched at the start of a word of marked text."""
        return re.compile(self._pattern)


def alternatives(phrase: str, lists: Lists) -> Iterator[str]:
    """A phrase that starts with a choice, once for each option of more than one word: each has its own rarest word."""
    first = next(_elements(phrase))
    held = _list(lists, first.name) if first.name else None
    options = [*held.phrases] if held else _OR.split(first.group) if first.group else []
    longer = [option for option in options if not re.fullmatch(r"[\w*'-]+", option)]
    if first.optional or not longer:
        yield phrase
        return
    rest = phrase[_ELEMENT.search(phrase).end() :]  # type: ignore[union-attr]  # there is a first part
    if held and held.words:
        yield f"<={first.name}>{rest}"
    elif len(longer) < len(options):
        yield f"({'|'.join(option for option in options if option not in longer)}){rest}"
    for option in longer:
        yield from alternatives(f"{option}{rest}", lists)


def word_pattern(word: str) -> re.Pattern[str]:
    """One word of the notation as a pattern."""
    return re.compile(_word(word))


def _sequence(phrase: str, lists: Lists) -> str:
    made, joined = "", ""
    elements = list(_elements(phrase))
    while len(elements) > 1 and elements[-1][3] and elements[-2][0]:
        del elements[-2:]  # what may follow after a gap, and may also not, changes nothing
    for place, (gap, name, group, optional, word) in enumerate(elements):
        if gap and place == len(elements) - 1:
            made += _TRAIL % int(gap)
        elif gap:
            made, joined = f"{made}{joined}{_GAP % int(gap)}", ""
        else:
            one = (
                _one_of(_list(lists, name), lists) if name else _any(_OR.split(group), lists) if group else _word(word)
            )
            if optional and not joined:
                made += f"(?:{one}{_BETWEEN})?"
                continue
            made += rf"(?:{joined}{one}(?!\w))?" if optional else joined + one
            joined = _BETWEEN
    return made


def _elements(phrase: str) -> Iterator[_Element]:
    at = 0
    for found in _ELEMENT.finditer(phrase):
        if phrase[at : found.start()].strip():
            break
        at = found.end()
        yield _Element(*found.groups(default=""))
    if phrase[at:].strip() or not phrase.strip():
        raise Unreadable(f"dit teken kennen wij hier niet: {phrase[at:].strip()[:1] or 'niets'}. Schrijf het anders")


def _any(options: Sequence[str], lists: Lists) -> str:
    return f"(?:{'|'.join(_sequence(option, lists) for option in options)})" + r"(?!\w)"


def _one_of(held: WordList, lists: Lists) -> str:
    marked = rf"{_WHOLE}(?=[{MARKS}]*{held.mark})"
    return f"(?:{marked}|{_any(held.phrases, lists)})" if held.phrases else marked


def _list(lists: Lists, name: str) -> WordList:
    if name.strip("=") not in lists:
        raise Unreadable(f"de woordenlijst <{name}> kennen wij niet. Maak haar of schrijf een andere naam")
    held = lists[name.strip("=")]
    return replace(held, phrases=()) if name.startswith("=") else held


def _word(word: str) -> str:
    if word == "#":
        return _NUMBER
    folded = fold(word)
    ending = r"(?:dt|d|t)" if len(folded) > 4 and _LAST_SOUND.search(folded) else ""
    stem = _LAST_SOUND.sub("", folded) if ending else folded
    return r"\w{0,24}".join(map(re.escape, stem.split("*"))) + ending


def _part_keys(part: _Element, lists: Lists, any_word: bool = False) -> set[Key]:
    """How the first word of one part of a phrase can look; nothing where it may be any word. Raises Unreadable."""
    if part.word:
        vague = any_word and len(part.word.replace("*", "")) < 2 and "*" in part.word
        return set() if vague else {opening(part.word)}
    held = _list(lists, part.name) if part.name else None
    options = (*held.words, *held.phrases) if held else _OR.split(part.group)
    found = [_openings(option, lists, any_word) for option in options]
    return set().union(*found) if all(found) else set()


def _openings(phrase: str, lists: Lists, any_word: bool) -> set[Key]:
    """How the first word of a phrase can look: also the second, where the first may be left out."""
    found: set[Key] = set()
    for part in _elements(phrase):
        if not part.gap:
            keys = _part_keys(part, lists, any_word)
            found |= keys
            if not keys:
                return set()
            if not part.optional:
                break
    return found


def opening(word: str) -> Key:
    """What to look a word up by. Raises Unreadable where it would be nearly every word."""
    if word == "#":
        return Key(NUMERIC, "")
    head, star, tail = fold(word).partition("*")
    if not star:
        return Key(EXACT, sound(head))
    kind, text = (PREFIX, head) if head else (SUFFIX, tail.strip("*"))
    if len(text) < 2:
        raise Unreadable(f"{word} past op te veel woorden. Schrijf minstens twee letters")
    return Key(kind, text)


_IN_NEARLY_EVERY_TEXT = """
de het een ik is was niet en dat die van in op te mijn heeft heb had er met zijn voor mij me aan om zij hij ze we
wij bij werd geen naar dan dit door als maar ook hebben ben u deze toen wordt waren nog wel zo uit over kan moet
moest wil jullie # ge* be* *en ver* zou uw ons onze worden werden gaan ging doen deed kwam zei
"""
COMMON = frozenset(map(opening, _IN_NEARLY_EVERY_TEXT.split()))
