"""The words of the screens: each that is asked for is there, and each that is there is asked for."""

import ast
import re
from functools import cache

import pytest

from tests.given import ROOT, example
from wizard import choices, texts
from wizard.dossier import Point
from wizard.procedures import Kind
from wizard.provider.learning import InTime
from wizard.ui.road import PAGES, PHASES

CODE = [ROOT / "app.py", *ROOT.glob("pages/*.py"), *ROOT.glob("wizard/**/*.py")]
PARTS = [*ROOT.glob("wizard/ui/**/*.html"), *ROOT.glob("wizard/ui/**/*.js")]
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
# Keys that a part of a page puts together, and what it can put in.
PUT_TOGETHER = {
    "pages.brief": {"download_html", "download_reading_copy_html"},
    "asks.pages": set(PAGES),
    "asks.points": set(Point.model_fields),
    "phases": set(PHASES),
    **{f"openings.{category}": {"ask", "start_1", "start_2", "start_3"} for category in choices.Category},
}
OF_A_FIELD = {"label", "hint", "short"}


def asked_for() -> set[str]:
    """Every key that stands whole in a page or a part."""
    found = {key for file in SOURCES for key in ASKED.findall(file.read_text("utf-8"))}
    return {key for key in found if "{" not in key and "." in key and not key.endswith(".")}


def test_every_key_that_a_screen_asks_for_has_words() -> None:
    assert len(asked_for()) > 80
    assert asked_for() - texts.keys() == set()


@cache
def written() -> frozenset[str]:
    """Every text that stands whole in the code, and every word in the parts."""
    trees = [ast.parse(file.read_text("utf-8")) for file in CODE]
    values = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    read = [word for file in PARTS for word in re.findall(r"\w[\w.-]*\w", file.read_text("utf-8"))]
    return frozenset([*(value for value in values if isinstance(value, str)), *read])


@cache
def patterns() -> list[str]:
    """Every text that the code puts together from a key's first part and something else, as a pattern."""
    found = {pattern(node) for file in CODE for node in ast.walk(ast.parse(file.read_text("utf-8")))} - {""}
    return [one for one in found if re.match(r"[a-z_]+\\\.", one)]


def pattern(node: ast.AST) -> str:
    if not isinstance(node, ast.JoinedStr):
        return ""
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+" for part in node.values)


def is_answer(path: str) -> bool:
    """Whether the dossier has an answer of that path, without the numbers of its points and events."""
    held = example("wkkgz").model_dump(mode="json")
    for name in path.split("."):
        held = held[0] if isinstance(held, list) else held
        if name not in held:
            return False
        held = held[name]
    return True


def is_asked_for(key: str) -> bool:
    start, _, end = key.rpartition(".")
    if key in written() or end in PUT_TOGETHER.get(start, ()):
        return True
    if key.startswith("fields."):
        return end in OF_A_FIELD and is_answer(start.removeprefix("fields."))
    if key.startswith("web.plain.fields."):
        return end in written()
    fitting = [one for one in patterns() if re.fullmatch(one, key)]
    # A pattern with an open end fits each key of its page, so that the end itself must stand somewhere, too.
    known = end in written() or end.replace("-", " ") in written()
    return any(known or not one.endswith(r"\.[\w-]+") for one in fitting)


def test_every_key_that_there_is_words_for_is_asked_for() -> None:
    assert [key for key in texts.all_words() if not is_asked_for(key)] == []


@pytest.mark.parametrize(
    "key", ["pages.start.bestaat_niet", "fields.sender.shoe_size.label", "openings.anders.start_4", "weg.ermee"]
)
def test_a_key_that_nothing_asks_for_is_found(key: str) -> None:
    assert not is_asked_for(key)


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
