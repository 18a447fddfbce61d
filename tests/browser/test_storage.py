"""What the browser keeps has an end, and may fail: 30 days, a full storage, a storage that is closed."""

import json
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ON_A_PHONE
from tests.browser.walk import HAPPENED, KEPT, Walk
from wizard.dossier import Dossier
from wizard.texts import words

pytestmark = ON_A_PHONE  # what is kept does not depend on the size of the screen

DAY = 86_400_000  # in milliseconds
CLOSED = """for (const area of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, area, { get() { throw new DOMException('', 'SecurityError'); } });"""
# What is already there stays, and the small things that Streamlit keeps still fit.
FULL = """const kept = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, value) {
    if (window.isFull && name.startsWith('klachtwijzer')) throw new DOMException('', 'QuotaExceededError');
    kept.call(this, name, value);
};"""


def age(walk: Walk, area: str, days: int) -> None:
    """Make what the browser has as old as this."""
    kept = json.loads(walk.page.evaluate("([area, name]) => window[area].getItem(name)", [area, KEPT]))
    old = json.dumps(kept | {"time": int(time.time() * 1_000) - days * DAY})
    walk.page.evaluate("([area, name, old]) => window[area].setItem(name, old)", [area, KEPT, old])


@pytest.mark.parametrize("area", ["localStorage", "sessionStorage"])
def test_what_was_kept_for_29_days_comes_back_and_after_31_days_it_is_gone(walk: Walk, server: str, area: str) -> None:
    walk.to_complaint(server)
    if area == "localStorage":
        walk.keep_on_this_device()
    walk.keeps(HAPPENED, area)
    age(walk, area, 29)
    walk.page.reload()
    walk.arrive("klacht")
    expect(walk.main).to_contain_text(HAPPENED)
    age(walk, area, 31)
    walk.page.goto(server)
    walk.arrive("start")
    expect(walk.page.get_by_text(words("keeping.restored"))).to_have_count(0)
    assert "klachtwijzer" not in walk.kept() + walk.kept("localStorage")


def test_old_answers_go_also_when_there_are_newer_ones_elsewhere(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.keep_on_this_device()
    walk.keeps(HAPPENED, "localStorage")
    age(walk, "localStorage", 31)
    walk.page.evaluate("name => sessionStorage.setItem(name, localStorage.getItem(name))", KEPT)
    age(walk, "sessionStorage", 1)
    walk.page.reload()
    walk.arrive("klacht")
    assert KEPT not in walk.kept("localStorage")


def test_there_is_one_cookie_and_it_goes_with_the_browser(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    cookies = walk.page.context.cookies()
    assert [cookie["name"] for cookie in cookies] == ["_streamlit_xsrf"]
    assert cookies[0]["expires"] == -1


def test_without_storage_there_is_a_notice_and_the_file(page: Page, server: str) -> None:
    page.add_init_script(CLOSED)
    walk = Walk(page, Dossier())
    walk.to_complaint(server)
    expect(page.get_by_text(words("keeping.no_storage"))).to_be_visible()
    expect(page.locator(".st-key-download_file button")).to_be_visible()


def test_when_the_storage_is_full_there_is_a_notice_and_the_file_until_there_is_room_again(
    page: Page, server: str
) -> None:
    page.add_init_script(FULL)
    walk = Walk(page, Dossier())
    walk.to_complaint(server)
    walk.keeps(HAPPENED)
    page.evaluate("() => { window.isFull = true; }")
    walk.write("points.0.consequence", "Ik ben gevallen.")
    expect(page.get_by_text(words("keeping.no_storage"))).to_be_visible()
    with page.expect_download() as started:
        page.locator(".st-key-download_file button").click()
    assert "Ik ben gevallen." in started.value.path().read_text("utf-8")
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.main).to_contain_text("Ik ben gevallen.")
    page.evaluate("() => { window.isFull = false; }")
    walk.go_on("brief")
    walk.keeps("Ik ben gevallen.")
    expect(page.get_by_text(words("keeping.no_storage"))).to_have_count(0)


def test_a_device_that_is_full_does_not_cost_what_the_tab_had(page: Page, server: str) -> None:
    page.add_init_script(FULL)
    walk = Walk(page, Dossier())
    walk.to_complaint(server)
    walk.keeps(HAPPENED)
    page.evaluate("() => { window.isFull = true; }")
    walk.keep_on_this_device()
    expect(page.get_by_text(words("keeping.no_storage"))).to_be_visible()
    page.reload()
    walk.arrive("klacht")
    expect(walk.main).to_contain_text(HAPPENED)
