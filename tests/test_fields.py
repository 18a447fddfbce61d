"""What somebody types in a field, read as an answer: days and text that can be kept, and what is said of the rest."""

import re
from datetime import date

import pytest

from tests.given import ROOT, changed, dossier
from wizard import hygiene
from wizard.errors import InvalidDossier
from wizard.ui import typed
from wizard.ui.typed import Refused

SCREENS = [*(ROOT / "pages").glob("*.py"), ROOT / "wizard" / "ui" / "points.py"]
CAPS = {"text": hygiene.LINE, "area": hygiene.TEXT}
FIELDS = sorted(
    {found for file in SCREENS for found in re.findall(r'fields\.(text|area)\(f?"([^"]+)"', file.read_text("utf-8"))}
)
FILLED_IN = {"{line}": "street", "{name}": "name", "{number}": "0", "{kind}": "0"}
ROOMY = dossier(points=[{"what_happened": "x"}], events=[{"what": "x"}], wishes=[{"kind": "uitleg"}])


@pytest.mark.parametrize(("kind", "path"), FIELDS)
def test_a_field_warns_at_the_length_that_the_dossier_keeps(kind: str, path: str) -> None:
    for name, value in FILLED_IN.items():
        path = path.replace(name, value)
    changed(ROOMY, **{path: "a" * CAPS[kind]})
    with pytest.raises(InvalidDossier):
        changed(ROOMY, **{path: "a" * (CAPS[kind] + 1)})


def test_the_fields_of_the_screens_are_found() -> None:
    assert {("area", "lookback.words"), ("text", "file_request.what"), ("area", "wishes.{kind}.detail")} <= set(FIELDS)


def test_a_text_that_is_too_long_is_told_by_how_much() -> None:
    read = typed.at_most(hygiene.TEXT)
    assert read("a" * 8_000) == "a" * 8_000
    decomposed = "e\u0301" * 8_000 + "\u200b "
    assert read(decomposed) == decomposed  # as the dossier counts: composed, and without what is not seen
    with pytest.raises(Refused, match="Tekens te veel: 12000"):
        read("a" * 20_000)


def test_too_many_lines_are_left_to_the_dossier_to_name() -> None:
    assert typed.at_most(hygiene.TEXT)("x\n" * 5_000) == "x\n" * 5_000


@pytest.mark.parametrize("raw", ["1-1-1850", "31-12-1899", "01-01-2200", "20101112"])
def test_a_day_too_far_away_is_told_in_words_which_days_can_be_filled_in(raw: str) -> None:
    for read in (typed.day, typed.when):
        with pytest.raises(Refused, match="van 1 januari 1900 tot en met 31 december 2199"):
            read(raw)


@pytest.mark.parametrize("raw", ["01-01-1900", "31-12-2199"])
def test_the_first_and_the_last_day_can_be_filled_in(raw: str) -> None:
    assert typed.day(raw) in (date(1900, 1, 1), date(2199, 12, 31))


def test_eight_figures_are_a_day_or_are_asked_about() -> None:
    assert typed.when("27032026") == {"day": "2026-03-27", "about": ""}
    with pytest.raises(Refused, match="Deze datum bestaat niet"):
        typed.when("20260327")
