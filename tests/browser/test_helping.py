"""Somebody helps another person: the talk first, nothing private on the screen unasked, and nothing left at the end."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ON_A_PHONE
from tests.browser.test_accessibility import overflow, small_targets, violations
from tests.browser.walk import HAPPENED, PROVIDER, Walk
from tests.given import changed, example
from wizard.dossier import Dossier
from wizard.texts import words
from wizard.ui import helping, road

PRIVATE = {
    "sender.address.street": "Kwetsbaarlaan 12",
    "sender.address.postcode": "3511 ZQ",
    "sender.address.town": "Stilwoude",
    "sender.email": "stille.post@voorbeeld.example",
    "sender.phone": "06-98765432",
}
BIRTH_DATE, NUMBER = "27-03-1941", "DOS-778899"
NAME = "J. Geheim"
# All that the page holds: its text, its attributes, and what stands in its fields.
HELD = """() => document.documentElement.outerHTML
    + [...document.querySelectorAll('input, textarea')].map((one) => one.value).join('|')"""


class Watched(Walk):
    """An intake that reads the whole page on each screen, for what nobody asked to see."""

    def arrive(self, slug: str) -> None:
        super().arrive(slug)
        assert NAME not in self.page.title()
        assert self.found() == []

    def found(self) -> list[str]:
        """What is private and yet in the page."""
        held = self.page.evaluate(HELD)
        return [text for text in (*PRIVATE.values(), BIRTH_DATE, "27 maart 1941", NUMBER) if text in held]

    def jump(self, slug: str) -> None:
        """To any part, from the list at the top."""
        opened = self.page.locator("details", has=self.page.locator(".st-key-intake_parts"))
        if opened.get_attribute("open") is None:
            self.page.get_by_text(re.compile("^De intake, ")).click()
        self.page.locator(f".st-key-intake_{slug} button").click()
        self.arrive(slug)


def writes_what_is_private(walk: Watched) -> None:
    """The address and how to reach the client; each goes from the screen once it is there."""
    walk.jump("gegevens")
    walk.write("sender.name", NAME)
    for path, value in PRIVATE.items():
        walk.write(path, value)
        expect(walk.field(path)).to_have_count(0)
        assert walk.found() == []


def a_look_at_one(walk: Watched) -> None:
    """One field is shown when somebody asks, and goes again: by its button, and with the page."""
    path = "sender.phone"
    walk.press(f"show_{road.key(path)}")
    expect(walk.field(path)).to_have_value(PRIVATE[path])
    assert walk.found() == [PRIVATE[path]]
    walk.press(f"hide_{road.key(path)}")
    expect(walk.field(path)).to_have_count(0)
    assert walk.found() == []
    walk.press(f"show_{road.key(path)}")
    expect(walk.field(path)).to_be_visible()
    walk.jump("klacht")
    walk.jump("gegevens")
    expect(walk.field(path)).to_have_count(0)


def triage(walk: Watched) -> None:
    """What is asked of everybody, now later in the talk; for somebody else, so that there is a birth date."""
    walk.jump("spoed")
    walk.tick("f_situation__hurry__geen")
    walk.jump("zorg")
    walk.pick("situation.care", "care", "zorg")
    walk.jump("wie")
    walk.pick("complainant.capacity", "capacity", "client")
    walk.jump("zorgaanbieder")
    walk.write("provider.name", PROVIDER)
    walk.jump("verzenden")
    walk.write("letter.reference", NUMBER)


@ON_A_PHONE
def test_an_intake_from_i_help_somebody_to_wipe_all(page: Page, server: str) -> None:
    walk = Watched(page, Dossier())
    walk.open(server)
    walk.press("help_someone")
    expect(walk.main).to_contain_text(words("helping.whose"))
    assert violations(page) == []
    assert small_targets(page) == []
    walk.jump("klacht")
    expect(walk.main).to_contain_text(words("asks.points.what_happened"))
    walk.write("points.0.what_happened", HAPPENED)
    walk.jump("wensen")
    expect(walk.main).to_contain_text(words("asks.pages.wensen"))
    walk.tick("f_wishes__uitleg")
    writes_what_is_private(walk)
    assert violations(page) == []
    assert overflow(page) == 0
    a_look_at_one(walk)
    triage(walk)
    page.reload()
    walk.arrive("verzenden")
    walk.jump("controle")
    expect(walk.main).to_contain_text(words("helping.masked"))
    walk.go_on("brief")
    walk.press("show_letter")
    expect(page.locator(".kw-letter")).to_contain_text(PRIVATE["sender.address.street"])
    walk.jump("papieren")
    offered = {box.get_attribute("data-paper") for box in page.locator("[data-paper]").all()}
    assert "intakeblad" in offered
    assert offered <= set(helping.OFFERED)
    walk.press("make_intakeblad")
    with page.expect_download(timeout=60_000) as started:
        page.locator(".st-key-download_txt button").click()
    assert NAME not in started.value.suggested_filename
    assert HAPPENED in Path(started.value.path()).read_text("utf-8")
    assert walk.found() == []
    walk.press("wipe_at_the_end")
    expect(page.locator(".st-key-wipe_yes button")).to_be_focused()
    walk.press("wipe_no")
    expect(page.locator(".st-key-wipe_at_the_end button")).to_be_focused()
    assert HAPPENED in walk.kept()
    walk.press("wipe_at_the_end")
    assert violations(page) == []
    walk.press("wipe_yes")
    page.wait_for_url("**/?rol=kf")
    walk.arrive("start")
    expect(walk.main).to_contain_text(words("helping.whose"))
    assert HAPPENED not in page.evaluate(HELD)
    assert HAPPENED not in walk.kept()
    walk.jump("klacht")
    expect(walk.field("points.0.what_happened")).to_have_value("")
    walk.jump("gegevens")
    expect(walk.field("sender.phone")).to_have_value("")


@ON_A_PHONE
def test_what_must_come_first_is_said_and_no_button_leads_elsewhere(page: Page, server: str) -> None:
    walk = Walk(page, changed(example("wkkgz"), situation__hurry=None, situation__care=None))
    first = "Eerst nog 2 vragen. Daarna leest u alles na en maakt u de papieren."
    walk.resume(server, "klacht", role="kf")
    page.get_by_text(re.compile("^De intake, ")).click()
    expect(page.locator(".st-key-intake_parts")).to_be_visible()
    expect(page.locator(".st-key-intake_controle, .st-key-intake_papieren")).to_have_count(0)
    expect(walk.main.get_by_text(first)).to_have_count(1)
    walk.press("to_controle")
    walk.arrive("spoed")
    expect(walk.main.locator(".kw-note").filter(has_text=first)).to_be_visible()
    walk.tick("f_situation__hurry__geen")
    walk.go_on("zorg")
    expect(walk.main.locator(".kw-note").filter(has_text="Eerst nog")).to_have_count(0)
    walk.pick("situation.care", "care", "zorg")
    page.get_by_text(re.compile("^De intake, ")).click()
    walk.press("intake_papieren")
    walk.arrive("papieren")


@ON_A_PHONE
def test_a_question_to_the_client_says_more_than_the_field_beside_it(page: Page, server: str) -> None:
    walk = Walk(page, example("wkkgz"))
    walk.resume(server, "klacht", role="kf")
    walk.press("edit_0")
    expect(walk.main.locator(".kw-ask")).to_have_count(2)
    for ask in walk.main.locator(".kw-ask").all_inner_texts():
        assert ask.removeprefix(words("helping.ask")).strip() not in walk.main.locator("label").all_inner_texts()


@ON_A_PHONE
def test_the_file_of_a_client_opens_here_with_its_birth_date_unseen_and_goes_back(
    page: Page, server: str, tmp_path: Path
) -> None:
    of_another = changed(
        example("wkkgz"),
        complainant__capacity="gemachtigde",
        complainant__machtiging_signed=True,
        complainant__client_birth_date=date(1941, 3, 27),
        **{path.replace(".", "__"): value for path, value in PRIVATE.items()},
    )
    walk = Watched(page, of_another)
    walk.resume(server, "controle", role="kf")
    walk.jump("gegevens")
    walk.press("show_f_complainant__client_birth_date")
    expect(walk.field("complainant.client_birth_date")).to_have_value(BIRTH_DATE)
    walk.jump("machtiging")
    expect(walk.main).to_contain_text(words("helping.not_here"))
    page.get_by_text(re.compile("^De intake, ")).click()
    walk.press("stop_helping")
    expect(page.get_by_text(words("helping.whose"))).to_have_count(0)
    walk.press("back")
    Walk.arrive(walk, "stappen")


@ON_A_PHONE
@pytest.mark.parametrize("link", ["/?rol=kf", "/?rol=kf&procedure=wkkgz"])
def test_the_door_has_an_address_of_its_own(page: Page, server: str, link: str) -> None:
    walk = Walk(page, Dossier())
    walk.open(server, link)
    expect(walk.main).to_contain_text(words("helping.whose"))
    page.reload()
    walk.arrive("start")
    expect(walk.main).to_contain_text(words("helping.whose"))


@ON_A_PHONE
def test_another_role_is_no_door(page: Page, server: str) -> None:
    walk = Walk(page, Dossier())
    walk.open(server, "/?rol=zorgaanbieder")
    expect(page.get_by_text(words("helping.whose"))).to_have_count(0)
    assert "rol" not in page.url


@pytest.mark.parametrize("slug", ["start", "klacht", "gegevens", "papieren"])
@pytest.mark.parametrize("page", ["phone", "desktop"], indirect=True)
def test_larger_type_fits_and_axe_finds_nothing(page: Page, server: str, slug: str) -> None:
    walk = Walk(page, example("wkkgz"))
    walk.resume(server, slug, role="kf")
    assert violations(page) == []
    assert overflow(page) == 0
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 20
