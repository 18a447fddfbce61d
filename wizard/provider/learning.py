"""Learning from complaints without knowing whose: a card of closed lists and a month, and a report that counts cards.

A card has no field for text, so none can be in it. In the report a number below five, or one from which such a number
could be computed, is not shown.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wizard import deadlines
from wizard.afterwards.answer import answered, came_late, is_overdue
from wizard.choices import Care, Category, WishKind, values
from wizard.dossier import Dossier
from wizard.errors import TooFewCards
from wizard.procedures import Kind, Procedure
from wizard.receipt import is_dated
from wizard.route import route

LEAST = 5
MOST_BYTES = 4_096
MOST_FILES = 20_000
FILE_NAME = "leerkaart.json"


class InTime(StrEnum):
    """Whether the written answer came within the term."""

    OP_TIJD = "op-tijd"
    TE_LAAT = "te-laat"
    LOOPT_NOG = "loopt-nog"
    GEEN_TERMIJN = "geen-termijn"
    ONBEKEND = "onbekend"


class Card(BaseModel):
    """What one person lets others learn from: closed lists and the month in which the card was made."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)

    kind: Literal["klachtwijzer-leerkaart"] = "klachtwijzer-leerkaart"
    version: Literal[1] = 1
    month: Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
    care: Care
    categories: Annotated[tuple[Category, ...], Field(max_length=len(Category))] = ()
    wishes: Annotated[tuple[WishKind, ...], Field(max_length=len(WishKind))] = ()
    steps: Annotated[tuple[Kind, ...], Field(max_length=len(Kind))] = ()
    in_time: InTime

    @property
    def json_text(self) -> str:
        """The card as its file holds it; the same answers give the same text, whoever gave them and in what order."""
        return self.model_dump_json(indent=2) + "\n"


def card(dossier: Dossier, procedure: Procedure, today: date) -> Card:
    """The card of a dossier; each list in the order of its closed list, so that no order of anybody's own is left."""
    taken = {stop.step.kind for stop in route(dossier, procedure, today).completed}
    categories = {point.category for point in dossier.points}
    wishes = {wish.kind for wish in dossier.wishes}
    return Card(
        month=f"{today:%Y-%m}",
        care=dossier.situation.care or Care.WEET_NIET,
        categories=tuple(kind for kind in Category if kind in categories),
        wishes=tuple(kind for kind in WishKind if kind in wishes),
        steps=tuple(kind for kind in Kind if kind in taken),
        in_time=_in_time(dossier, today),
    )


def _in_time(dossier: Dossier, today: date) -> InTime:
    if not deadlines.clock_runs(dossier):
        return InTime.GEEN_TERMIJN
    if came_late(dossier) or is_overdue(dossier, today):
        return InTime.TE_LAAT
    if not is_dated(dossier) or deadlines.awaited(dossier, today) is None:
        return InTime.ONBEKEND
    if answered(dossier):
        return InTime.OP_TIJD if dossier.handling.answered_on else InTime.ONBEKEND
    return InTime.LOOPT_NOG


@dataclass(frozen=True)
class Collected:
    """The cards in a folder, and the names of the files there that are none."""

    cards: tuple[Card, ...]
    skipped: tuple[str, ...]


def collected(folder: Path) -> Collected:
    """Every card in a folder; what is no card is named and skipped. Raises OSError where the folder cannot be read."""
    cards, skipped = [], []
    for file in sorted(folder.iterdir())[:MOST_FILES]:
        found = _read(file)
        if found:
            cards.append(found)
        else:
            skipped.append(file.name)
    return Collected(tuple(cards), tuple(skipped))


def _read(file: Path) -> Card | None:
    if file.suffix.lower() != ".json" or file.is_symlink() or not file.is_file():
        return None
    try:
        with file.open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
        found = Card.model_validate_json(raw) if len(raw) <= MOST_BYTES else None
    except (OSError, ValidationError):
        return None
    alike = (
        [held for held in (found.categories, found.wishes, found.steps) if len(set(held)) < len(held)] if found else []
    )
    return None if alike else found


@dataclass(frozen=True)
class Row:
    """One row of a table: `count` is None where it is not shown; `share` is in whole percents of all cards."""

    key: str
    count: int | None
    share: int | None


@dataclass(frozen=True)
class Table:
    """One table of the report; `one_each` where every card is in exactly one row."""

    id: str
    rows: tuple[Row, ...]
    one_each: bool


@dataclass(frozen=True)
class Report:
    """What may be shown of a number of cards."""

    cards: int
    first_year: str
    last_year: str
    tables: tuple[Table, ...]
    least: int = LEAST


def report(cards: Sequence[Card]) -> Report:
    """Tables of what the cards have in common. Raises TooFewCards below five."""
    if len(cards) < LEAST:
        raise TooFewCards(LEAST, len(cards))
    months = _whole_years([found.month for found in cards])

    def single(name: str, keys: Iterable[str], of: Callable[[Card], str]) -> Table:
        counts = {key: sum(of(found) == key for found in cards) for key in keys}
        return _table(name, counts, hidden_of_one(list(counts.values())), len(cards), one_each=True)

    def multiple(name: str, keys: Iterable[str], of: Callable[[Card], Iterable[str]]) -> Table:
        counts = {key: sum(key in of(found) for found in cards) for key in keys}
        return _table(name, counts, hidden_of_many(list(counts.values()), len(cards)), len(cards), one_each=False)

    return Report(
        len(cards),
        months[0][:4],
        months[-1][:4],
        (
            single("month", months, lambda found: found.month),
            single("care", values(Care), lambda found: found.care),
            multiple("category", values(Category), lambda found: found.categories),
            multiple("wish", values(WishKind), lambda found: found.wishes),
            multiple("step", values(Kind), lambda found: found.steps),
            single("in_time", values(InTime), lambda found: found.in_time),
        ),
    )


def hidden_of_one(counts: Sequence[int]) -> frozenset[int]:
    """Which rows to hide where every card is in exactly one row, so that all rows add up to the known total.

    Numbers from 1 to 4 go. The rest of the total then tells their sum. Unless that sum is no small number itself and
    can be divided in more than one way, the smallest other number goes with them, and all that are as small: a tie
    would tell which of them it was. Without any larger number the whole table goes.
    """
    small = {row for row, count in enumerate(counts) if 0 < count < LEAST}
    larger = {row: count for row, count in enumerate(counts) if count >= LEAST}
    if not small:
        return frozenset()
    if not larger:
        return frozenset(range(len(counts)))
    total = sum(counts[row] for row in small)
    if len(small) > 1 and total >= LEAST and len(small) < total < len(small) * (LEAST - 1):
        return frozenset(small)
    return frozenset({*small, *(row for row, count in larger.items() if count == min(larger.values()))})


def hidden_of_many(counts: Sequence[int], cards: int) -> frozenset[int]:
    """Which rows to hide where a card can be in many rows: few cards in a row, and few that are not in it."""
    return frozenset(row for row, count in enumerate(counts) if 0 < count < LEAST or 0 < cards - count < LEAST)


def _table(name: str, counts: dict[str, int], hidden: frozenset[int], cards: int, *, one_each: bool) -> Table:
    rows = (
        Row(key, None, None) if row in hidden else Row(key, count, round(100 * count / cards))
        for row, (key, count) in enumerate(counts.items())
    )
    return Table(name, tuple(rows), one_each)


def _whole_years(months: Sequence[str]) -> list[str]:
    """Every month of the years in which there are cards: which month has none must not show in what is left out."""
    first, last = int(min(months)[:4]), int(max(months)[:4])
    return [f"{year}-{month:02}" for year in range(first, last + 1) for month in range(1, 13)]
