"""The law as data: dated records with their article and source, from data/law.toml and data/sources.toml."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from wizard.datafile import DATA, read
from wizard.errors import InvalidData, OutsideLaw, Place
from wizard.texts import told

FILE = DATA / "law.toml"
# More of a unit than this is a typing mistake.
MOST = {"weken": 104, "werkdagen": 60, "maand": 1, "maanden": 120, "euro": 1_000_000}
# The rules that dates and amounts are counted by, and the units that the counting knows.
COUNTED = {
    "oordeel": ("weken",),
    "tien-weken": ("weken",),
    "uitspraak": ("maanden",),
    "bezorging-post": ("werkdagen",),
    "dossier-termijn": ("weken", "werkdagen", "maand", "maanden"),
    "schadevergoeding": ("euro",),
}
# Every rule that the code asks for by its name; the data files may ask for more.
REQUIRED = (
    *COUNTED,
    *("aansluiting", "antwoord-onvolledig", "bedragen-en-termijn-instantie", "bemiddeling-en-termijn"),
    *("bindend-advies", "doorrollen", "dossier", "dossier-afschrift", "dossier-bewaren", "dossier-nabestaande"),
    *("eerst-informeel", "geen-uiterste-datum", "geheimhouding", "geschil-antwoord", "geschil-direct"),
    *("geschil-gemachtigde", "geschil-geweigerd", "geschil-regels", "geschil-venster", "geschil-wanneer"),
    *("geschil-wie", "geweigerde-vertegenwoordiger", "indiening", "indiening-klachtenfunctionaris"),
    *("klachtenfunctionaris", "klachtenregeling", "mentor", "minderjarigen", "nabestaande", "nadere-verlenging"),
    *("niet-doorrollen", "onafhankelijk", "onderzoek", "schriftelijk", "toestemming", "uitspraak-spoed", "verlenging"),
    *("verlenging-reden", "vertegenwoordiging-grootouder", "vertegenwoordiging-volwassene", "voortgang"),
    *("wie-mag-klagen",),
)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Entry):
    """A law, ruling or page, and the day on which a person last read it."""

    title: str
    url: str
    checked_on: date


class Record(_Entry):
    """One rule of law as it holds from `valid_from` until the next record of its name."""

    unit: Literal["weken", "werkdagen", "maand", "maanden", "euro"] | None = None
    value: Annotated[int, Field(ge=1)] | None = None
    article: str
    source: str
    valid_from: date
    checked_on: date
    review_by: date
    standing: Literal["gelezen", "eigen lezing", "aanname", "niet gecontroleerd"]
    text: str

    @field_validator("value")
    @classmethod
    def _can_be_meant(cls, value: int | None, known: ValidationInfo) -> int | None:
        most = MOST.get(known.data.get("unit") or "euro", 0)
        if value is not None and value > most:
            raise ValueError(f"te groot: hoogstens {most}")
        return value

    @field_validator("text")
    @classmethod
    def _can_be_filled_in(cls, text: str, known: ValidationInfo) -> str:
        if set("{}") & set(text.replace("{value}", "")):
            raise ValueError("tussen accolades kan alleen {value} staan")
        if "{value}" in text and known.data.get("value", 0) is None:
            raise ValueError("hier staat {value}. Vul value in, of haal het weg")
        return text

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
    """Every record by the id of its rule, oldest first. Raises InvalidData."""
    found = read(FILE, dict[str, Annotated[list[Record], Field(min_length=1)]])
    if mistakes := list(_uncountable(found)):
        raise InvalidData(FILE.name, mistakes)
    return {rule: sorted(entries, key=lambda entry: entry.valid_from) for rule, entries in found.items()}


def _uncountable(found: dict[str, list[Record]]) -> Iterator[Place]:
    for rule, units in COUNTED.items():
        for number, entry in enumerate(found.get(rule, ())):
            if entry.value is None:
                yield Place(f"{rule}.{number}.value", "wij rekenen met dit getal. Vul het in")
            if entry.unit not in units:
                yield Place(f"{rule}.{number}.unit", f"hier kunnen wij niet mee rekenen. Kies uit: {', '.join(units)}")


def complete() -> None:
    """Raises InvalidData where a rule that the code asks for is not there."""
    if lacking := [_absent(rule) for rule in REQUIRED if rule not in records()]:
        raise InvalidData(FILE.name, lacking)


def _absent(rule: str) -> Place:
    return Place(rule, "deze regel ontbreekt. Zet hem terug")


def history(rule: str) -> list[Record]:
    """The records of a rule, oldest first. Raises InvalidData where there is no such rule."""
    if rule not in records():
        raise InvalidData(FILE.name, [_absent(rule)])
    return records()[rule]


def record(rule: str, on: date) -> Record:
    """The record of a rule as it holds on a day. Raises OutsideLaw before the first one, never the nearest."""
    held = [entry for entry in history(rule) if entry.valid_from <= on]
    if not held:
        first = min(entry.valid_from for entry in history(rule))
        raise OutsideLaw(f"{on}: deze regel ({rule}) geldt pas vanaf {first}. Kies een latere datum")
    return max(held, key=lambda entry: entry.valid_from)
