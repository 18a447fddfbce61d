"""The rules as data: each kind of remark from its file in data/coach, checked when it is read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from wizard.choices import Category, WishKind
from wizard.coach.phrase_index import Index
from wizard.coach.phrases import FIRST_MARK, Lists, Unreadable, word_list
from wizard.datafile import DATA, read
from wizard.errors import InvalidData, Place

FOLDER = DATA / "coach"
SHARED = FOLDER / "woorden.toml"

Role = Literal["find", "unless_touching", "unless_sentence", "unless_before", "only_with"]
Scope = Literal["zin", "punt", "brief", "privacy"]
IN_SENTENCE: tuple[Role, ...] = ("unless_touching", "unless_sentence", "only_with")
ROLES: tuple[Role, ...] = ("find", *IN_SENTENCE, "unless_before")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Search(_Entry):
    """Phrases to find, and phrases that let a find go: where they touch it, share its sentence or come before it.

    `only_with`: a find only counts where one of these shares its sentence. `unless_before` reaches as far back as a
    reader does. `at_start`: at the start of a sentence. `asked`: in a sentence that asks.
    """

    find: tuple[str, ...] = Field(min_length=1)
    unless_touching: tuple[str, ...] = ()
    unless_sentence: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    within_quotes: bool = False
    at_start: bool = False
    asked: bool = False


class Ground(_Entry):
    """What a wish can follow from: points of these categories, a consequence, or one of these words in a point."""

    categories: tuple[Category, ...] = ()
    consequence: bool = False
    words: tuple[str, ...] = ()


class Rule(_Entry):
    """One kind of remark: why it matters to the reader, how to mend it, and what it looks for.

    `rank`: 1 is shown first. `scope`: whether it is about a sentence, a whole point, a whole letter, or only about
    privacy. `missing`: it is made where nothing is found. `most`: the greatest number that needs no remark, where it
    counts something. `grounds`: what a wish can follow from.
    """

    title: str
    reason: str = Field(max_length=120)
    mend: str
    rank: int = Field(ge=1, le=9)
    scope: Scope = "zin"
    missing: bool = False
    most: int = 0
    grounds: dict[WishKind, Ground] = {}
    words: dict[str, tuple[str, ...]] = {}
    search: tuple[Search, ...] = ()


class Owner(NamedTuple):
    """Which phrase of which search of which kind this is, and as what it stands there."""

    kind: str
    search: int
    role: Role


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its kind, which is the name of its file. Raises InvalidData."""
    return {file.stem: read(file, Rule) for file in sorted(FOLDER.glob("*.toml")) if file != SHARED}


def broken() -> list[InvalidData]:
    """What is wrong with each file; with the phrases in it only what `index` finds when it reads them."""
    found = []
    for file in sorted(FOLDER.glob("*.toml")):
        try:
            read(file, dict[str, tuple[str, ...]]) if file == SHARED else read(file, Rule)
        except InvalidData as error:
            found.append(error)
    return found


@cache
def shared() -> dict[str, tuple[str, ...]]:
    """The word lists that more than one kind uses. Raises InvalidData."""
    return read(SHARED, dict[str, tuple[str, ...]])


@cache
def index(scope: Scope) -> Index[Owner]:
    """All phrases of the kinds of this scope, ready to be found. Raises InvalidData."""
    return _index({kind: rule for kind, rule in rules().items() if rule.scope == scope})


def load(file: Path) -> Rule:
    """One file of a kind, with its phrases checked too. Raises InvalidData: file, key, mend."""
    rule = read(file, Rule)
    _index({file.stem: rule})
    return rule


def _index(held: dict[str, Rule]) -> Index[Owner]:
    made: Index[Owner] = Index()
    marks = (chr(number) for number in count(FIRST_MARK))
    ours = _with_lists(made, SHARED.name, shared(), marks)
    for kind, rule in held.items():
        file = f"{kind}.toml"
        lists = {**ours, **_with_lists(made, file, rule.words, marks)}
        wrong = [*_add(made, kind, rule, lists), *_grounds(rule)]
        if wrong:
            raise InvalidData(file, wrong)
    return made


def _with_lists(made: Index[Owner], file: str, words: Mapping[str, Sequence[str]], marks: Iterator[str]) -> Lists:
    if doubles := list(_doubles(words)):
        raise InvalidData(file, doubles)
    lists = {name: word_list(next(marks), entries) for name, entries in words.items()}
    for name, held in lists.items():
        try:
            made.add_list(held)
        except Unreadable as error:
            raise InvalidData(file, [Place(f"words.{name}", str(error))]) from None
    return lists


def _doubles(words: Mapping[str, Sequence[str]]) -> Iterator[Place]:
    for name, entries in words.items():
        if twice := [entry for entry, times in Counter(entries).items() if times > 1]:
            yield Place(f"words.{name}", f"staat hier vaker dan een keer: {', '.join(twice)}. Haal weg wat te veel is")


def _add(made: Index[Owner], kind: str, rule: Rule, lists: Lists) -> Iterator[Place]:
    """Add the phrases of these searches; what cannot be read comes back as mistakes."""
    for number, search in enumerate(rule.search):
        for role, place, phrase in _phrases(search):
            try:
                made.add(phrase, lists, Owner(kind, number, role))
            except Unreadable as error:
                yield Place(f"search.{number}.{role}.{place}", str(error))


def _grounds(rule: Rule) -> Iterator[Place]:
    for wish, ground in rule.grounds.items():
        try:
            word_index(ground.words)
        except Unreadable as error:
            yield Place(f"grounds.{wish}.words", str(error))


def _phrases(search: Search) -> Iterator[tuple[Role, int, str]]:
    for role in ROLES:
        yield from ((role, place, phrase) for place, phrase in enumerate(getattr(search, role)))


@cache
def listed(kind: str, name: str) -> frozenset[str]:
    """A word list of a kind, or a shared one, as a set."""
    return frozenset(rules()[kind].words.get(name) or shared()[name])


@cache
def word_index(words: tuple[str, ...]) -> Index[None]:
    """A list of words, ready to be found. Raises Unreadable."""
    made: Index[None] = Index()
    for word in words:
        made.add(word, {}, None)
    return made
