"""Days in Dutch: what people type, and how a day is written out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.moments import MONTHS, days, earliest, exact, in_figures, in_words, looks_exact, with_weekday

MARCH_27 = date(2026, 3, 27)


@pytest.mark.parametrize(
    "typed",
    [
        "27-03-2026",
        "27-3-2026",
        "27/3/2026",
        "27.3.2026",
        "27 3 2026",
        "27032026",
        " 27 - 03 - 2026 ",
        "2026-03-27",
        "2026-3-27",
        "27 maart 2026",
        "27 Maart 2026",
        "27 mrt 2026",
        "27 mrt. 2026",
        "vrijdag 27 maart 2026",
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str) -> None:
    assert exact(typed) == MARCH_27


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "begin maart 2026",
        "maart 2026",
        "27-3",
        "27-3-26",
        "30-2-2026",
        "0-3-2026",
        "27 xyz 2026",
        "gisteren",
        "2026",
        "20260327",
        "270326",
        "27 ma 2026",
        "rond 27 maart 2026",
        "voor 27 maart 2026",
        "27 maart 2026 overdag",
    ],
)
def test_what_is_not_one_existing_day_is_no_day(typed: str) -> None:
    assert exact(typed) is None


@pytest.mark.parametrize(
    ("typed", "looks"),
    [("30-2-2026", True), ("2026-13-01", True), ("20260327", True), ("eind maart", False), ("", False)],
)
def test_a_day_in_figures_ought_to_exist(typed: str, looks: bool) -> None:
    assert looks_exact(typed) is looks


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_in_words_or_figures_is_read_back(day: date) -> None:
    assert exact(in_words(day)) == exact(with_weekday(day)) == exact(in_figures(day)) == exact(day.isoformat()) == day


@given(st.text(max_size=120))
def test_anything_that_somebody_types_is_a_day_or_none(typed: str) -> None:
    assert exact(typed) is None or isinstance(exact(typed), date)
    assert earliest(typed) is None or isinstance(earliest(typed), date)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_short_name(month: int) -> None:
    short = "mrt" if month == 3 else MONTHS[month - 1][:3]
    assert exact(f"2 {short} 2026") == exact(f"2 {MONTHS[month - 1]} 2026") == date(2026, month, 2)


@pytest.mark.parametrize(
    ("about", "first"),
    [
        ("begin maart 2026", date(2026, 3, 1)),
        ("half maart 2026", date(2026, 3, 15)),
        ("midden maart 2026", date(2026, 3, 11)),
        ("eind maart 2026", date(2026, 3, 21)),
        ("maart 2026", date(2026, 3, 1)),
        ("zomer 2025", date(2025, 6, 1)),
        ("in het najaar van 2025", date(2025, 9, 1)),
        ("2024", date(2024, 1, 1)),
        ("eind 2024", date(2024, 10, 1)),
        ("half 2024", date(2024, 7, 1)),
        ("in maart", None),
        ("vorige week", None),
        ("", None),
    ],
)
def test_a_rough_moment_starts_at_the_first_day_that_it_can_mean(about: str, first: date | None) -> None:
    assert earliest(about) == first


def test_days_run_up_to_the_end_and_not_on_it() -> None:
    assert days(date(2026, 2, 27), date(2026, 3, 2)) == [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1)]
    assert days(MARCH_27, MARCH_27) == []
