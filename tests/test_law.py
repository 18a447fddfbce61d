"""The law as data: every record is sourced, dated, and holds from its day on; never the nearest one."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard import law, triage
from wizard.errors import OutsideLaw
from wizard.law import Record

_BRACES = re.compile(r"\{[^}]*\}?|\}")

RECORDS = [pytest.param(entry, id=name) for name, entries in law.records().items() for entry in entries]
TERMS = {
    "oordeel": (6, "weken", "art. 17 lid 1 Wkkgz"),
    "verlenging": (4, "weken", "art. 17 lid 2 Wkkgz"),
    "tien-weken": (10, "weken", "art. 17 lid 1 en 2 Wkkgz"),
    "uitspraak": (6, "maanden", "art. 22 lid 1 Wkkgz"),
    "schadevergoeding": (25_000, "euro", "art. 20 Wkkgz"),
}


@pytest.mark.parametrize("entry", RECORDS)
def test_a_record_names_its_article_and_a_known_source(entry: Record) -> None:
    assert entry.article.strip()
    assert entry.source in law.sources()


@pytest.mark.parametrize("entry", RECORDS)
def test_a_record_was_checked_and_will_be_again(entry: Record) -> None:
    assert entry.checked_on <= entry.review_by
    assert entry.checked_on >= entry.valid_from


@pytest.mark.parametrize("entry", RECORDS)
def test_a_record_is_a_sentence_for_a_client(entry: Record) -> None:
    assert entry.sentence.endswith((".", "?"))
    assert "{" not in entry.sentence
    assert entry.value is None or entry.unit is not None


@pytest.mark.parametrize("entry", RECORDS)
def test_a_guess_is_called_a_guess(entry: Record) -> None:
    guesses = ("aanname", "niet gecontroleerd")
    called = any(words in entry.sentence for words in ("Wij gaan ervan uit", "nog niet in de wettekst nagekeken"))
    assert (entry.standing in guesses) is called


@pytest.mark.parametrize("entry", RECORDS)
def test_what_no_statute_says_is_our_own_reading_or_guess(entry: Record) -> None:
    assert entry.source != "klachtwijzer" or entry.standing in ("eigen lezing", "aanname")


@pytest.mark.parametrize("name", TERMS)
def test_the_numbers_of_the_act(name: str) -> None:
    found = law.record(name, date(2026, 7, 1))
    assert (found.value, found.unit, found.article) == TERMS[name]


@pytest.mark.parametrize("name", law.sources())
def test_a_source_has_a_title_and_an_address_unless_it_is_ourselves(name: str) -> None:
    found = law.sources()[name]
    assert found.title
    assert found.url.startswith("https://") is (name != "klachtwijzer")


@pytest.mark.parametrize("name", triage.referrals())
def test_every_other_road_has_a_known_source(name: str) -> None:
    assert triage.referrals()[name].source in law.sources()


def record(value: int, valid_from: date) -> Record:
    return Record(
        value=value,
        unit="weken",
        article="art. 1",
        source="wkkgz",
        valid_from=valid_from,
        checked_on=valid_from,
        review_by=valid_from,
        standing="gelezen",
        text="Na {value} weken.",
    )


CHANGES = [record(6, date(2016, 1, 1)), record(8, date(2028, 7, 1)), record(5, date(2031, 1, 1))]


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2016-01-01", 6),
        ("2028-06-30", 6),
        ("2028-07-01", 8),
        ("2030-12-31", 8),
        ("2031-01-01", 5),
        ("2099-01-01", 5),
    ],
)
@pytest.mark.parametrize("order", [1, -1], ids=["oldest first", "newest first"])
def test_after_a_change_of_the_law_each_day_keeps_the_record_of_its_time(
    day: str, value: int, order: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(law, "records", lambda: {"termijn": CHANGES[::order]})
    assert law.record("termijn", date.fromisoformat(day)).amount == value


def test_a_day_before_the_first_record_is_outside_the_law() -> None:
    with pytest.raises(OutsideLaw, match=r"^2015-12-31: deze regel \(oordeel\) geldt pas vanaf 2016-01-01"):
        law.record("oordeel", date(2015, 12, 31))


@given(st.sampled_from(sorted(law.records())), st.dates())
def test_a_record_never_holds_before_its_own_day(name: str, day: date) -> None:
    first = min(entry.valid_from for entry in law.records()[name])
    if day < first:
        with pytest.raises(OutsideLaw):
            law.record(name, day)
    else:
        assert law.record(name, day).valid_from <= day


def test_a_rule_has_no_braces_but_around_its_value() -> None:
    braced = {brace for entries in law.records().values() for entry in entries for brace in _BRACES.findall(entry.text)}
    assert braced == {"{value}"}


def test_a_rule_without_a_number_gives_none_instead_of_a_guess() -> None:
    with pytest.raises(OutsideLaw, match="noemt geen getal"):
        _ = law.record("wie-mag-klagen", date(2026, 7, 1)).amount
