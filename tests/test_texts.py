"""The words of the screens: each that is asked for is there, and each that is there is asked for."""

import re
from pathlib import Path

import pytest

from wizard import choices, texts
from wizard.procedures import Kind
from wizard.provider.learning import InTime
from wizard.ui.road import PAGES

ROOT = Path(__file__).parents[1]
SOURCES = [*ROOT.glob("pages/*.py"), *ROOT.glob("wizard/ui/**/*.py"), *ROOT.glob("wizard/ui/**/*.html")]
ASKED = re.compile(r'(?:words|say|heading)\(\s*f?"([a-z_.{}\[\]() ]+)"')
TABLES = {
    "stage": choices.Stage,
    "hurry": choices.Hurry,
    "care": choices.Care,
    "capacity": choices.Capacity,
    "age_group": choices.AgeGroup,
    "relation": choices.Relation,
    "category": choices.Category,
    "wish": choices.WishKind,
    "formality": choices.Formality,
    "delivery": choices.Delivery,
    "direct_reason": choices.DirectReason,
    "kind": Kind,
    "in_time": InTime,
}


def asked_for() -> set[str]:
    """Every key that stands whole in a page or a part."""
    found = {key for file in SOURCES for key in ASKED.findall(file.read_text("utf-8"))}
    return {key for key in found if "{" not in key and "." in key and not key.endswith(".")}


def test_every_key_that_a_screen_asks_for_has_words() -> None:
    assert len(asked_for()) > 80
    assert asked_for() - texts.keys() == set()


@pytest.mark.parametrize("table", TABLES)
def test_every_choice_has_words(table: str) -> None:
    assert {f"choices.{table}.{value}" for value in choices.values(TABLES[table])} <= texts.keys()


@pytest.mark.parametrize("slug", PAGES)
def test_every_page_has_a_title_and_a_name(slug: str) -> None:
    assert {f"pages.{slug}.title", f"pages.{slug}.name"} <= texts.keys()


def test_a_missing_key_is_an_error_and_not_an_empty_screen() -> None:
    with pytest.raises(KeyError):
        texts.words("pages.start.bestaat_niet")


def test_a_placeholder_is_filled_in() -> None:
    assert texts.words("fields.remaining", number=300) == "nog 300 tekens"
