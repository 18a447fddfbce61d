"""The recognised holidays of the Algemene termijnenwet (art. 3), with their names."""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter
from pydantic import BaseModel, ConfigDict, Field

from wizard.datafile import DATA, read
from wizard.texts import marked


class Decree(BaseModel):
    """The days that one royal decree puts on a par with holidays; `until` is the last day that it speaks of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: date = Field(alias="from")
    until: date
    days: frozenset[date]
    source: str
    complete: bool = True


class _Decrees(BaseModel):
    model_config = ConfigDict(extra="forbid")

    decree: list[Decree]


@cache
def decrees() -> list[Decree]:
    """Every royal decree that we know, oldest first."""
    return read(DATA / "feestdagen.toml", _Decrees).decree


@cache
def feestdagen(year: int) -> dict[date, str]:
    """The holidays of a year by day, as a noun phrase (Algemene termijnenwet art. 3(1), (2) and (3))."""
    sunday = easter(year)
    name = marked("een gelijkgestelde feestdag")
    decreed = {day: name for decree in decrees() for day in decree.days if day.year == year}
    return decreed | {
        date(year, 1, 1): marked("Nieuwjaarsdag"),
        sunday - timedelta(days=2): marked("Goede Vrijdag"),
        sunday + timedelta(days=1): marked("Tweede Paasdag"),
        koningsdag(year): marked("Koningsdag"),
        date(year, 5, 5): marked("Bevrijdingsdag"),
        sunday + timedelta(days=39): marked("Hemelvaartsdag"),
        sunday + timedelta(days=50): marked("Tweede Pinksterdag"),
        date(year, 12, 25): marked("Eerste Kerstdag"),
        date(year, 12, 26): marked("Tweede Kerstdag"),
    }


def koningsdag(year: int) -> date:
    """The day on which the King's birthday is celebrated: 27 April, or the Saturday before when that is a Sunday."""
    birthday = date(year, 4, 27)
    return birthday - timedelta(days=1) if birthday.weekday() == 6 else birthday


def why_free(day: date) -> str | None:
    """Why no term of the Act ends on this day: the holiday's name, "zaterdag", "zondag", or None on a working day."""
    if holiday := feestdagen(day.year).get(day):
        return holiday
    return {5: "zaterdag", 6: "zondag"}.get(day.weekday())


def next_working_day(day: date) -> date:
    """The day itself, or the first one after it that is no Saturday, Sunday or holiday (art. 1(1))."""
    while why_free(day):
        day += timedelta(days=1)
    return day


def known(day: date) -> bool:
    """Whether all decree days of that time are in our table; outside it a decree may still add a free day."""
    return any(decree.complete and decree.start <= day <= decree.until for decree in decrees())
