"""The whole road by keyboard alone, and where the focus is after each step."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walk import Walk
from tests.given import example
from wizard.texts import words


class Keyboard(Walk):
    """A visit by somebody who has no mouse."""

    def tab_to(self, selector: str) -> None:
        """Press Tab until the focus is there."""
        for _ in range(120):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {selector}")

    def press(self, key: str) -> None:
        self.tab_to(f".st-key-{key} button")
        self.page.keyboard.press("Enter")
        self.settle()

    def mark(self, key: str) -> None:
        """Choose the first option of a question, or tick a box."""
        self.tab_to(f".st-key-{key} input")
        self.page.keyboard.press("Space")
        self.settle()

    def type(self, key: str, text: str) -> None:
        """Type in a field."""
        self.tab_to(f".st-key-{key} :is(input, textarea)")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")
        self.settle()

    def arrive(self, slug: str) -> None:
        super().arrive(slug)
        if slug != "start":
            expect(self.page.locator(f'[data-page="{slug}"] h1')).to_be_focused()
        expect(self.page).to_have_title(words("app.title", page=words(f"pages.{slug}.title")))


@pytest.fixture
def keyboard(page: Page) -> Keyboard:
    return Keyboard(page, example("wkkgz"))


def test_the_road_can_be_walked_by_keyboard_alone(keyboard: Keyboard, server: str, tmp_path: Path) -> None:
    keyboard.open(server)
    keyboard.press("goal_letter")
    keyboard.arrive("spoed")
    keyboard.mark("f_situation__hurry__geen")
    keyboard.go_on("zorg")
    keyboard.mark("f_situation__care")
    keyboard.go_on("wie")
    keyboard.mark("f_complainant__capacity")
    keyboard.go_on("zorgaanbieder")
    keyboard.type("f_provider__name", "Praktijk De Brink")
    keyboard.go_on("klacht")
    keyboard.type("f_points__0__what_happened", "Er kwam niemand.")
    keyboard.press("to_controle")
    keyboard.arrive("controle")
    keyboard.go_on("brief")
    keyboard.tab_to(".st-key-download button")
    with keyboard.page.expect_download() as started:
        keyboard.page.keyboard.press("Enter")
    started.value.save_as(tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_after_a_mistake_the_focus_is_on_the_summary_and_from_there_on_the_field(
    keyboard: Keyboard, server: str
) -> None:
    keyboard.open(server)
    keyboard.press("goal_letter")
    keyboard.arrive("spoed")
    keyboard.mark("f_situation__hurry__geen")
    keyboard.go_on("zorg")
    keyboard.press("next")
    expect(keyboard.page.locator("#kw-errors")).to_be_focused()
    keyboard.tab_to('a[data-goto="f_situation__care"]')
    keyboard.page.keyboard.press("Enter")
    assert keyboard.page.evaluate("Boolean(document.activeElement.closest('.st-key-f_situation__care'))")


def test_motion_stops_for_who_asked_for_that(keyboard: Keyboard, server: str) -> None:
    keyboard.page.emulate_media(reduced_motion="reduce", forced_colors="active")
    keyboard.open(server)
    longest = keyboard.page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('[data-testid=stMain] *')].map((element) => {
          const style = getComputedStyle(element);
          return Math.max(parseFloat(style.transitionDuration), parseFloat(style.animationDuration));
        }))"""
    )
    assert longest <= 0.01


def test_the_letter_prints_without_the_buttons_around_it(keyboard: Keyboard, server: str) -> None:
    keyboard.open(server)
    keyboard.page.emulate_media(media="print")
    expect(keyboard.page.locator(".st-key-goal_letter button")).to_be_hidden()
    expect(keyboard.page.locator('[data-page="start"] h1')).to_be_visible()
