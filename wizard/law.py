"""The law as data: dated records with their article and source, from data/law.toml and data/sources.toml."""

from datetime import date
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from wizard.datafile import DATA, read
from wizard.errors import OutsideLaw
from wizard.texts import told


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Entry):
    """A law, ruling or page, and the day on which a person last read it."""

    title: str
    url: str
    checked_on: date


class Record(_Entry):
    """One rule of law as it holds from `valid_from` until the next record of its name."""

    value: int | None = None
    unit: Literal["weken", "werkdagen", "maand", "maanden", "euro"] | None = None
    article: str
    source: str
    valid_from: date
    checked_on: date
    review_by: date
    standing: Literal["gelezen", "eigen lezing", "aanname", "niet gecontroleerd"]
    text: str

    @property
    def sentence(self) -> str:
        """The rule in one or more plain sentences for the client."""
        return told(self.text, value=self.value)

    @property
    def amount(self) -> int:
        """The number in the rule, in `unit`. Raises OutsideLaw where the rule has none."""
        if self.value is None:
            raise OutsideLaw(f"{self.article}: dit artikel noemt geen getal")
        return self.value


@cache
def sources() -> dict[str, Source]:
    """Every source by its id."""
    return read(DATA / "sources.toml", dict[str, Source])


@cache
def records() -> dict[str, list[Record]]:
    """Every record by the id of its rule, oldest first."""
    return read(DATA / "law.toml", dict[str, list[Record]])


def record(rule: str, on: date) -> Record:
    """The record of a rule as it holds on a day. Raises OutsideLaw before the first one, never the nearest."""
    held = [entry for entry in records()[rule] if entry.valid_from <= on]
    if not held:
        first = min(entry.valid_from for entry in records()[rule])
        raise OutsideLaw(f"{on}: deze regel ({rule}) geldt pas vanaf {first}. Kies een latere datum")
    return max(held, key=lambda entry: entry.valid_from)
