"""Every screen in its states, looked over by axe: WCAG 2.2 AA and best practice, light, dark, narrow and enlarged."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.walk import Walk
from tests.given import example
from wizard.procedures import procedure
from wizard.ui import road

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 360, "height": 800}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 700}},
    "enlarged": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}


def violations(page: Page) -> list[str]:
    """What axe finds wrong, one line an element."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [
        f"{found['id']} ({found['impact']}): {node['html'][:200]}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]


def overflow(page: Page) -> int:
    """How many pixels stick out at the side."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    main: int = page.evaluate(
        "(() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth; })()"
    )
    return max(width, main)


def small_targets(page: Page) -> list[str]:
    """What is there to press and lower than 44 pixels."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] :is(button, label:has(input))')]
        .filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 43.5)
        .map((e) => `lower than 44 pixels: ${e.outerHTML.slice(0, 120)}`)"""
    )
    return found


class Look(Walk):
    """A walk that looks at each screen as it comes, and once more when it is filled in."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.found: dict[str, list[str]] = {}

    def look(self, state: str) -> None:
        """Note what is wrong on this screen."""
        wrong = [*violations(self.page), *small_targets(self.page)]
        if (out := overflow(self.page)) > 0:
            wrong.append(f"{out} pixels stick out")
        if wrong:
            self.found[f"{self.screens[-1]}, {state}"] = wrong

    def arrive(self, slug: str) -> None:
        super().arrive(slug)
        self.look("as it comes")

    def press(self, key: str) -> None:
        if key in ("next", "goal_letter", "goal_steps"):
            self.look("filled in")
        super().press(key)


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_the_whole_road(server: str, chromium: Browser, look: str) -> None:
    context = chromium.new_context(locale="nl-NL", **LOOKS[look])
    walk = Look(context.new_page(), example("wkkgz"))
    walk.open(server)
    walk.situation()
    walk.letter()
    walk.go_on("termijnen")
    walk.look("at the end")
    walk.page.locator(".st-key-to_over button").click()
    walk.arrive("over")
    context.close()
    assert walk.found == {}


def test_axe_finds_nothing_when_answers_are_missing(server: str, page: Page) -> None:
    walk = Look(page, example("wkkgz"))
    walk.open(server)
    walk.press("goal_letter")
    for slug in ("spoed", "zorg", "wie"):
        walk.arrive(slug)
        walk.press("next")
        walk.look("with errors")
        expect(page.locator("#kw-errors")).to_be_focused()
        {"spoed": walk.spoed, "zorg": walk.zorg}.get(slug, lambda: None)()
        walk.press("next")
    assert walk.found == {}


def test_axe_finds_nothing_on_the_steps(server: str, page: Page) -> None:
    walk = Look(page, example("quasir"))
    walk.open(server, "/?procedure=quasir")
    walk.press("goal_steps")
    walk.arrive("spoed")
    walk.tick("f_situation__hurry__calamiteit")
    walk.press("next")
    walk.arrive("zorg")
    walk.pick("situation.care", "care", "wzd")
    walk.press("next")
    walk.arrive("wie")
    walk.pick("complainant.capacity", "capacity", "client")
    walk.go_on("stappen")
    assert walk.found == {}


def test_every_screen_is_reached_by_these_walks_or_by_those_after_the_letter() -> None:
    first = {*road.road(example("wkkgz"), procedure("wkkgz"), "brief"), "stappen", "over"}
    assert first | {*road.AFTER, "gesprek", "machtiging"} == set(road.PAGES)
