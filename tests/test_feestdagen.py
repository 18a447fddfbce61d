"""The holidays, against the `holidays` package and the days that the Staatscourant names."""

from datetime import date, timedelta
from itertools import pairwise

import holidays
import pytest

from wizard.feestdagen import decrees, feestdagen, known, koningsdag, next_working_day, why_free

YEARS = range(2014, 2051)
DECREED = {
    2017: ["2017-04-28", "2017-05-26"],
    2018: ["2018-05-11", "2018-12-24", "2018-12-31"],
    2019: ["2019-05-31", "2019-12-27"],
    2022: ["2022-05-27"],
    2023: ["2023-04-28", "2023-05-19"],
    2024: ["2024-05-10", "2024-12-27"],
    2025: ["2025-05-30"],
    2026: ["2026-01-02", "2026-05-15"],
    2027: ["2027-05-07"],
    2028: ["2028-04-28", "2028-05-26"],
}


def decreed(year: int) -> set[date]:
    return {date.fromisoformat(day) for day in DECREED.get(year, ())}


@pytest.mark.parametrize("year", YEARS)
def test_the_holidays_are_those_of_another_calendar_and_of_the_decrees(year: int) -> None:
    other = holidays.Netherlands(years=year, categories=("public", "optional"), language="nl")
    weekdays = {day for day in other if day.weekday() != 6}
    assert {day for day in feestdagen(year) if day.weekday() != 6} == weekdays | decreed(year)


@pytest.mark.parametrize("year", [year for year in YEARS if year != 2016])
def test_each_year_has_the_nine_holidays_of_the_act_by_name(year: int) -> None:
    names = [name for name in feestdagen(year).values() if name != "een gelijkgestelde feestdag"]
    assert sorted(names) == [
        "Bevrijdingsdag",
        "Eerste Kerstdag",
        "Goede Vrijdag",
        "Hemelvaartsdag",
        "Koningsdag",
        "Nieuwjaarsdag",
        "Tweede Kerstdag",
        "Tweede Paasdag",
        "Tweede Pinksterdag",
    ]


def test_koningsdag_is_celebrated_on_saturday_when_27_april_is_a_sunday() -> None:
    on_the_26th = [year for year in YEARS if koningsdag(year).day == 26]
    assert on_the_26th == [2014, 2025, 2031, 2036, 2042]
    assert all(koningsdag(year).weekday() == 5 for year in on_the_26th)


def test_5_may_counts_every_year_and_gives_way_to_ascension_day_in_2016() -> None:
    names = {why_free(date(year, 5, 5)) for year in YEARS if year != 2016}
    assert names == {"Bevrijdingsdag"}
    assert why_free(date(2016, 5, 5)) == "Hemelvaartsdag"


def test_good_friday_is_a_friday_and_counts() -> None:
    assert why_free(date(2026, 4, 3)) == "Goede Vrijdag"


@pytest.mark.parametrize("day", [date(2026, 12, 24), date(2026, 12, 31), date(2026, 5, 4), date(2026, 4, 2)])
def test_a_day_that_no_decree_names_is_a_working_day(day: date) -> None:
    assert why_free(day) is None


@pytest.mark.parametrize("year", DECREED)
def test_a_decreed_day_is_free_and_called_what_it_is(year: int) -> None:
    assert {why_free(day) for day in decreed(year)} == {"een gelijkgestelde feestdag"}


def test_a_weekend_day_is_called_by_its_name() -> None:
    assert (why_free(date(2026, 6, 6)), why_free(date(2026, 6, 7))) == ("zaterdag", "zondag")


def test_a_holiday_in_a_weekend_is_called_by_its_holiday() -> None:
    assert why_free(date(2026, 12, 26)) == "Tweede Kerstdag"


@pytest.mark.parametrize(
    ("day", "is_known"),
    [
        ("2016-12-31", False),
        ("2017-01-01", True),
        ("2019-12-31", True),
        ("2020-01-01", False),
        ("2022-12-31", False),
        ("2023-01-01", True),
        ("2025-12-31", True),
        ("2026-01-01", True),
        ("2028-12-31", True),
        ("2029-01-01", False),
    ],
)
def test_the_table_knows_where_its_knowledge_ends(day: str, is_known: bool) -> None:
    assert known(date.fromisoformat(day)) is is_known


def test_each_decreed_day_lies_in_the_period_of_its_decree() -> None:
    assert all(decree.start <= day <= decree.until for decree in decrees() for day in decree.days)


def test_the_periods_of_the_decrees_do_not_overlap() -> None:
    periods = [(decree.start, decree.until) for decree in decrees()]
    assert all(end < start for (_, end), (start, _) in pairwise(periods))


def test_the_next_working_day_is_the_first_day_from_here_that_is_not_free() -> None:
    day = date(2014, 1, 1)
    while day.year < 2051:
        found = next_working_day(day)
        between = [day + timedelta(days=number) for number in range((found - day).days)]
        assert why_free(found) is None
        assert all(why_free(passed) for passed in between)
        day += timedelta(days=1)
