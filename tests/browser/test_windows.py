"""Several windows on the same answers, a private window, and what is left after a wipe or a quick exit: nothing."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ON_A_PHONE
from tests.browser.walk import HAPPENED, Walk
from wizard.dossier import Dossier
from wizard.texts import words

NEUTRAL = "https://www.knmi.nl/**"


def second_window(walk: Walk, server: str) -> Walk:
    """The same answers in another window of the same browser, on a device of one's own; that one is ahead."""
    walk.to_complaint(server)
    walk.keep_on_this_device()
    walk.keeps(HAPPENED, "localStorage")
    other = Walk(walk.page.context.new_page(), Dossier())
    other.page.goto(server)
    other.arrive("klacht")
    return other


def name_provider(walk: Walk, name: str, key: str = "Tab") -> None:
    """Give the provider another name."""
    if walk.page.locator('[data-page="klacht"]').count():
        walk.press("back")
        walk.arrive("zorgaanbieder")
    walk.field("provider.name").fill(name)
    walk.field("provider.name").press(key)
    walk.settle()


def asked(walk: Walk) -> None:
    """Wait for the question which answers to go on with."""
    expect(walk.page.get_by_text(words("keeping.newer"))).to_be_visible()


@pytest.mark.parametrize("key", ["Tab", "Enter"])
def test_a_second_window_never_overwrites_newer_work_in_silence(walk: Walk, server: str, key: str) -> None:
    other = second_window(walk, server)
    name_provider(other, "De andere praktijk")
    other.keeps("De andere praktijk", "localStorage")
    name_provider(walk, "Nog een praktijk", key)
    asked(walk)
    assert "Nog een praktijk" not in walk.kept("localStorage").partition(".live")[0]
    walk.press("take_other")
    walk.arrive("zorgaanbieder")
    expect(walk.field("provider.name")).to_have_value("De andere praktijk")
    walk.keeps("De andere praktijk", "localStorage")


@ON_A_PHONE
def test_who_keeps_this_window_makes_the_other_one_ask_in_its_turn(walk: Walk, server: str) -> None:
    other = second_window(walk, server)
    name_provider(other, "De andere praktijk")
    other.keeps("De andere praktijk", "localStorage")
    name_provider(walk, "Nog een praktijk")
    asked(walk)
    walk.press("keep_this")
    walk.keeps("Nog een praktijk", "localStorage")
    expect(walk.page.get_by_text(words("keeping.newer"))).to_have_count(0)
    name_provider(other, "De derde praktijk")
    asked(other)
    assert "De derde praktijk" not in other.kept("localStorage").partition(".live")[0]
    other.press("take_other")
    other.arrive("zorgaanbieder")
    expect(other.field("provider.name")).to_have_value("Nog een praktijk")


@ON_A_PHONE
def test_a_private_window_sees_nothing_of_another_one_and_leaves_nothing(
    walk: Walk, server: str, chromium: Browser
) -> None:
    walk.to_complaint(server)
    walk.keep_on_this_device()
    walk.keeps(HAPPENED, "localStorage")
    context = chromium.new_context(locale="nl-NL")  # a context shares nothing with another one, as a private window
    private = Walk(context.new_page(), Dossier())
    private.to_complaint(server)
    private.keep_on_this_device()
    private.keeps(HAPPENED, "localStorage")
    context.close()
    context = chromium.new_context(locale="nl-NL")
    again = Walk(context.new_page(), Dossier())
    again.open(server)
    assert "klachtwijzer" not in again.kept() + again.kept("localStorage")
    context.close()


def test_wiping_leaves_nothing_and_the_way_back_shows_nothing(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.keeps(HAPPENED)
    walk.page.get_by_text(words("keeping.title")).click()
    walk.page.locator(".st-key-wipe button").click()
    expect(walk.page.get_by_role("heading", level=1)).to_have_text(words("web.wiped.title"))
    left = walk.page.evaluate("Object.keys({ ...sessionStorage, ...localStorage })")
    assert [name for name in left if not name.startswith("stActiveTheme")] == []  # Streamlit's own: light or dark
    walk.page.go_back()
    expect(walk.page.locator('[data-page="start"]')).to_be_visible(timeout=20_000)
    expect(walk.page.locator("body")).not_to_contain_text(HAPPENED)


@ON_A_PHONE
def test_wiping_in_one_window_wipes_the_other_one_on_the_same_answers(walk: Walk, server: str) -> None:
    other = second_window(walk, server)
    walk.page.locator(".st-key-wipe button").click()
    expect(walk.page.get_by_role("heading", level=1)).to_have_text(words("web.wiped.title"))
    expect(other.page.get_by_role("heading", level=1)).to_have_text(words("web.wiped.title"))
    other.page.go_back()
    expect(other.page.locator('[data-page="start"]')).to_be_visible(timeout=20_000)
    assert HAPPENED not in other.kept() + other.kept("localStorage")


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_quick_exit_leaves_at_once_and_the_way_back_shows_nothing(page: Page, server: str, way: str) -> None:
    walk = Walk(page, Dossier())
    walk.to_complaint(server)
    walk.keeps(HAPPENED)
    page.route(NEUTRAL, lambda route: route.fulfill(body="Weer"))
    if way == "button":
        page.locator("[data-leave]").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(NEUTRAL)
    page.go_back()
    expect(page.locator('[data-page="start"]')).to_be_visible(timeout=20_000)
    expect(page.locator("body")).not_to_contain_text(HAPPENED)
    assert HAPPENED not in walk.kept()
