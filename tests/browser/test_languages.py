"""Somebody with little Dutch reads the screens in their own language; the answers stay, and the letter stays Dutch."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ON_A_PHONE
from tests.browser.test_accessibility import overflow, violations
from tests.browser.test_journeys import text_of
from tests.browser.walk import Walk
from tests.given import example
from wizard import texts
from wizard.dossier import Dossier
from wizard.texts import telling_in, told, words

pytestmark = ON_A_PHONE

STAGE = "situation.stage"


def written(page: Page) -> list[str]:
    """In which language the page says that it is, and which way it runs."""
    found: list[str] = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    return found


@pytest.mark.parametrize("code", texts.languages())
def test_the_start_and_what_cannot_wait_are_in_the_language_of_the_link(server: str, page: Page, code: str) -> None:
    walk = Walk(page, Dossier())
    walk.open(server, f"/?lang={code}")
    assert written(page) == [code, texts.languages()[code].direction]
    with telling_in(code):
        expect(page.get_by_role("heading", level=1)).to_have_text(words("pages.start.title"))
        walk.press("goal_letter")
        walk.arrive("spoed")
        walk.press("next")
        expect(page.locator(".kw-errors")).to_contain_text(words("errors.heading"))
        expect(page.locator(".kw-footer")).to_contain_text("112")
    assert (overflow(page), violations(page)) == (0, [])


def test_another_language_keeps_the_answers_and_is_kept_itself(server: str, page: Page) -> None:
    walk = Walk(page, Dossier())
    walk.open(server)
    walk.pick(STAGE, "stage", "besproken")
    walk.press("language_tr")
    chosen = page.locator(f".st-key-f_{STAGE.replace('.', '__')} input:checked")
    with telling_in("tr"):
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        expect(page.get_by_role("heading", level=1)).to_have_text(words("pages.start.title"))
        expect(chosen.locator("xpath=ancestor::label")).to_contain_text(words("choices.stage.besproken"))
        walk.keeps('"language":"tr"')
        expect(page.get_by_text(told("Naar de inhoud"))).to_be_attached()
        page.reload()
        walk.arrive("start")
        expect(page.get_by_role("heading", level=1)).to_have_text(words("pages.start.title"))
    walk.press("language_nl")
    expect(page.get_by_role("heading", level=1)).to_have_text(words("pages.start.title"))
    assert written(page) == ["nl", "ltr"]


def test_the_language_of_the_link_does_not_come_back_over_the_chosen_one(server: str, page: Page) -> None:
    walk = Walk(page, Dossier())
    walk.open(server, "/?lang=tr")
    walk.press("language_pl")
    walk.keeps('"language":"pl"')
    page.reload()
    walk.arrive("start")
    assert written(page) == ["pl", "ltr"]


def test_the_languages_are_behind_one_line_that_the_keyboard_opens(server: str, page: Page) -> None:
    walk = Walk(page, example("wkkgz"))
    walk.resume(server, "zorg")
    button = page.locator(".st-key-language_tr button")
    expect(button).to_be_hidden()
    page.locator(".st-key-other_language summary").press("Enter")
    button.press("Enter")
    with telling_in("tr"):
        expect(page.get_by_role("heading", level=1)).to_have_text(words("pages.zorg.title"))


def test_what_could_not_be_kept_stays_on_the_screen_with_its_message_in_the_other_language(
    server: str, page: Page
) -> None:
    walk = Walk(page, example("wkkgz"))
    walk.resume(server, "klacht")
    walk.press("edit_0")
    walk.write("points.0.when", "31-2-2026")
    walk.press("done_0")
    walk.unfold("other_language")
    walk.press("language_pl")
    expect(walk.field("points.0.when")).to_have_value("31-2-2026")
    with telling_in("pl"):
        expect(page.locator("#error_f_points__0__when")).to_contain_text(words("errors.not_a_day"))


def test_the_letter_stays_dutch_with_a_copy_to_read_beside_it(server: str, page: Page, tmp_path: Path) -> None:
    walk = Walk(page, example("wkkgz"))
    walk.resume(server, "brief", language="ar")
    letters = page.locator(".kw-letter article")
    expect(letters).to_have_count(2)
    expect(letters.first).to_contain_text("Geachte heer of mevrouw,")
    assert [letter.get_attribute("lang") for letter in letters.all()] == ["nl", "ar"]
    assert letters.last.evaluate("letter => getComputedStyle(letter).direction") == "rtl"
    expect(letters.last).to_contain_text(walk.dossier.points[0].what_happened[:40])
    expect(letters.last.locator(".mark")).to_contain_text("Niet versturen")
    assert "Geachte heer of mevrouw," in text_of(walk.download(tmp_path).read_bytes())
    with page.expect_download() as started:
        page.locator(".st-key-download_reading_copy button").click()
    assert started.value.suggested_filename.startswith("leeskopie-niet-versturen-")
    assert (overflow(page), violations(page)) == (0, [])
