"""What a provider is given, opened as files in a browser: axe finds nothing, and nothing sticks out or asks outside."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_accessibility import violations
from tests.given import CASES, TODAY
from tests.test_learning import some_cards
from wizard.documents import printed
from wizard.provider import link_kit
from wizard.provider.learning import report
from wizard.provider.profile_file import load

SLUGS = ("burgercoaching", "huize-de-linde", "praktijk-zonzijde")
SITE = '<!doctype html><html lang="nl"><title>Zorg</title><main><h1>Onze zorg</h1>{}</main></html>'


def files(folder: Path, slug: str) -> list[Path]:
    """The pages of one provider, as they lie in its kit."""
    made = link_kit.kit(load(CASES / "profiles" / f"{slug}.toml"), "https://klachtwijzer.voorbeeld.nl", TODAY)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    (folder / "site.html").write_text(SITE.format(made["button.html"].decode()), "utf-8")
    return [folder / name for name in ("preview.html", "mirror-card.html", "site.html")]


def looked_at(page: Page, file: Path) -> list[str]:
    """What is wrong with one page."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    outside = [url for url in asked if not url.startswith("file:")]
    broken = page.evaluate("[...document.images].filter((e) => !e.naturalWidth).map((e) => e.src)")
    return [*violations(page), *outside, *broken, *([f"{wide} pixels stick out"] if wide > 0 else [])]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_of_a_kit_is_in_order(page: Page, tmp_path: Path, slug: str) -> None:
    assert {file.name: looked_at(page, file) for file in files(tmp_path, slug)} == {
        "preview.html": [],
        "mirror-card.html": [],
        "site.html": [],
    }


def test_the_button_can_be_reached_with_the_keyboard_and_is_large_enough(page: Page, tmp_path: Path) -> None:
    site = files(tmp_path, "huize-de-linde")[-1]
    page.goto(site.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hulp bij een klacht over Huize De Linde"
    box = page.locator("a").bounding_box()
    assert box
    assert box["height"] >= 44


def test_the_report_is_in_order(page: Page, tmp_path: Path) -> None:
    (tmp_path / "leren.html").write_text(
        printed("provider/leerrapport.html.j2", report=report(some_cards(60)), made="1 juli 2026", colour="#11536b"),
        "utf-8",
    )
    assert looked_at(page, tmp_path / "leren.html") == []
