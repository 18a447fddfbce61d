"""The law as data: every record is sourced, dated, and holds from its day on; never the nearest one."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.given import ROOT
from wizard import law, triage
from wizard.errors import InvalidData, OutsideLaw
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


# A mistake in the file

WHOLE = law.FILE.read_text("utf-8")
IN_THE_ACT = 'value = 6\nunit = "weken"'
MISTAKES = {
    "a placeholder that we do not know": (
        "{value} weken, schr",
        "{waarde} weken, schr",
        "text: tussen accolades kan all",
    ),
    "a brace that never closes": (
        "{value} weken, schr",
        "{value weken, schr",
        "text: tussen accolades kan alleen {value}",
    ),
    "a number to fill in that is not there": (IN_THE_ACT, "", "text: hier staat {value}. Vul value in"),
    "a term without end": (IN_THE_ACT, 'value = 999999999\nunit = "weken"', "value: te groot: hoogstens 104"),
    "a term that goes back": (IN_THE_ACT, 'value = -6\nunit = "weken"', "value: te klein: minstens 1"),
    "a term that is no number": (IN_THE_ACT, 'value = "zes"\nunit = "weken"', "value: hier hoort een heel getal"),
    "a unit that nothing counts in": (
        IN_THE_ACT,
        'value = 6\nunit = "maanden"',
        "unit: hier kunnen wij niet mee rekenen",
    ),
}


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Put another law.toml in its place, from which the law is read anew."""
    monkeypatch.setattr(law, "FILE", tmp_path / "law.toml")
    law.records.cache_clear()
    yield lambda text: (law.FILE.write_text(text, "utf-8"), None)[1]
    law.records.cache_clear()


def without(rule: str) -> str:
    """The file without one rule."""
    return "[[".join(part for part in WHOLE.split("[[") if not part.startswith(f"{rule}]]"))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_the_rule_the_key_and_the_mend(mistake: str, changed: Callable[[str], None]) -> None:
    before, after, told = MISTAKES[mistake]
    assert before in WHOLE
    changed(WHOLE.replace(before, after, 1))
    with pytest.raises(InvalidData) as raised:
        law.records()
    assert f"law.toml: oordeel.0.{told}" in str(raised.value)


def test_a_rule_has_at_least_one_record(changed: Callable[[str], None]) -> None:
    changed(f"voortgang = []\n{without('voortgang')}")
    with pytest.raises(InvalidData, match=r"^law\.toml: voortgang: te weinig: minstens 1"):
        law.records()


@pytest.mark.parametrize("rule", ["bezorging-post", "niet-doorrollen", "geschil-venster"])
def test_a_rule_that_is_gone_is_named_and_the_others_still_hold(rule: str, changed: Callable[[str], None]) -> None:
    changed(without(rule))
    told = rf"^law\.toml: {rule}: deze regel ontbreekt\. Zet hem terug$"
    with pytest.raises(InvalidData, match=told):
        law.record(rule, date(2026, 7, 1))
    with pytest.raises(InvalidData, match=told):
        law.complete()
    assert law.record("oordeel", date(2026, 7, 1)).amount == 6


def test_records_in_another_order_are_read_oldest_first(changed: Callable[[str], None]) -> None:
    first = next(f"[[{part}" for part in WHOLE.split("[[") if part.startswith("schadevergoeding]]"))
    changed(f"{first.replace('2016-01-01', '2030-01-01').replace('25000', '30000')}\n{WHOLE}")
    assert [entry.amount for entry in law.history("schadevergoeding")] == [25_000, 30_000]


# The rules that the code asks for

NO_RULES = {"calamiteit", "keuring"}  # the code has words of these names; it asks no rule of the law for them
CODE = [*(ROOT / "wizard").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
TREES = [ast.parse(file.read_text("utf-8")) for file in CODE if file.name != "law.py"]


def test_every_rule_that_the_code_names_is_required_and_no_other() -> None:
    named = {str(node.value) for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert set(law.REQUIRED) == named & set(law.records()) - NO_RULES
    assert len(law.REQUIRED) == len(set(law.REQUIRED))
    law.complete()


def test_every_rule_that_is_asked_for_by_its_name_is_required() -> None:
    asked = {
        str(node.args[0].value)
        for tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("record", "history")
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert "bezorging-post" in asked
    assert asked <= set(law.REQUIRED)
