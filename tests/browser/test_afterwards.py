"""What comes after the letter: where you are and what to do, the answer checked, the papers, what is never asked."""

import io
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import ON_A_PHONE
from tests.browser.test_accessibility import LOOKS, Look
from tests.browser.test_dutch import Listener, unknown
from tests.browser.test_journeys import text_of
from tests.browser.walk import Walk
from tests.given import changed, example
from wizard import papers, procedures
from wizard.dossier import Dossier
from wizard.moments import in_figures, in_words
from wizard.pdf import pdf
from wizard.texts import words
from wizard.ui import road, session

TODAY = session.today()
LONG_AGO = TODAY - timedelta(weeks=12)
COMPLAINED = changed(
    example("klachtenloket-zorg"),
    situation__stage="ingediend",
    handling__in_writing=True,
    handling__sent_on=LONG_AGO,
    handling__received_on=LONG_AGO,
)
ANSWERED = changed(
    COMPLAINED,
    situation__stage="antwoord",
    handling__answered_on=LONG_AGO + timedelta(weeks=5),
    handling__answer__in_writing=True,
    handling__answer__with_reasons=False,
    handling__answer_satisfies=False,
)
SENT_TODAY = changed(example("wkkgz"), situation__stage="ingediend", handling__sent_on=TODAY)
STATES: dict[str, tuple[Dossier, tuple[str, ...]]] = {
    "nothing happened yet": (
        changed(example("wkkgz"), situation__stage="begin"),
        (*road.AFTER, "gesprek", "machtiging"),
    ),
    "the answer is late": (COMPLAINED, ("termijnen", "papieren", "stappen", "controle")),
    "there is an answer": (ANSWERED, ("termijnen", "antwoord", "geschil", "terugblik")),
    "mediation does not fit": (changed(COMPLAINED, situation__hurry=["calamiteit"]), ("bemiddeling",)),
}


def visit(page: Page, server: str, dossier: Dossier, slug: str) -> Walk:
    walk = Walk(page, dossier)
    walk.resume(server, slug)
    return walk


def downloaded(page: Page, button: Locator) -> tuple[str, bytes]:
    """The name and the bytes of what a button downloads."""
    with page.expect_download(timeout=90_000) as started:
        button.click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("look", ["narrow", "dark"])
def test_axe_finds_nothing_after_the_letter(server: str, chromium: Browser, look: str, state: str) -> None:
    dossier, slugs = STATES[state]
    found = {}
    for slug in slugs:
        context = chromium.new_context(locale="nl-NL", **LOOKS[look])
        walk = Look(context.new_page(), dossier)
        walk.resume(server, slug)
        found |= walk.found
        context.close()
    assert found == {}


@pytest.mark.parametrize("look", ["phone", "dark"])
def test_axe_finds_nothing_on_an_open_paper(server: str, chromium: Browser, look: str) -> None:
    context = chromium.new_context(locale="nl-NL", **LOOKS[look])
    walk = Look(context.new_page(), COMPLAINED)
    walk.resume(server, "papieren")
    walk.press("make_gesprekskaart")
    expect(walk.main.locator(".st-key-download_pdf")).to_be_visible()
    walk.main.get_by_text(words("pages.papieren.copy")).first.click()
    walk.main.get_by_text(words("pages.papieren.open_gaps")).click()
    expect(walk.main.locator(".kw-copy textarea")).to_be_visible()
    walk.look("with an open paper")
    context.close()
    assert walk.found == {}


@pytest.mark.parametrize("state", STATES)
def test_every_string_after_the_letter_is_ours(server: str, chromium: Browser, state: str) -> None:
    dossier, slugs = STATES[state]
    heard: dict[str, str] = {}
    for slug in slugs:
        context = chromium.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
        walk = Listener(context.new_page(), dossier)
        walk.resume(server, slug)
        heard |= walk.heard
        context.close()
    assert unknown(heard, dossier) == {}


def test_what_is_late_is_said_with_its_day_and_article_and_offers_the_reminder(server: str, page: Page) -> None:
    walk = visit(page, server, COMPLAINED, "termijnen")
    late = walk.main.locator('[data-late="oordeel"]')
    expect(late).to_contain_text(re.compile(r"te laat sinds \d+ \w+ \d{4}"))
    expect(late).to_contain_text("art. 17 lid 1 Wkkgz")
    walk.press("go_herinneren")
    walk.arrive("papieren")
    expect(walk.main.locator(".st-key-make_herinnering button")).to_be_focused()


def test_a_notice_after_the_term_is_shown_as_too_late(server: str, page: Page) -> None:
    walk = visit(page, server, COMPLAINED, "termijnen")
    walk.unfold("after")
    walk.write("handling.extension_notice_on", in_figures(LONG_AGO + timedelta(weeks=8)))
    expect(walk.main.locator(".kw-where")).to_contain_text("te laat")
    expect(walk.main.locator('[data-late="oordeel"]')).to_be_visible()
    expect(walk.field("handling.further_extension_asked_on")).to_be_visible()


def test_a_day_that_cannot_be_right_is_asked_about_beside_its_field(server: str, page: Page) -> None:
    walk = visit(page, server, COMPLAINED, "termijnen")
    walk.unfold("after")
    walk.write("handling.answered_on", in_figures(LONG_AGO - timedelta(days=3)))
    error = walk.main.locator("#error_f_handling__answered_on")
    expect(error).to_contain_text("Het antwoord kan er niet zijn voordat de klacht er was")
    expect(walk.field("handling.answered_on")).to_have_attribute("aria-invalid", "true")


@ON_A_PHONE
def test_after_the_letter_it_is_sent_first_and_the_rest_is_asked_when_it_can_apply(server: str, page: Page) -> None:
    walk = Walk(page, example("wkkgz"))
    walk.resume(server, "termijnen", goal="brief", came="brief")
    expect(walk.main).to_contain_text(words("pages.termijnen.send_first"))
    expect(walk.main.locator(":is(.st-key-do_klachtbrief, .st-key-to_brief)")).to_have_count(0)
    expect(walk.main.locator(".st-key-after")).to_have_count(0)
    walk.write("handling.sent_on", in_figures(TODAY))
    expect(walk.main).not_to_contain_text(words("pages.termijnen.send_first"))
    expect(walk.main.locator(".st-key-after details")).not_to_have_attribute("open", "")
    expect(walk.field("handling.dispute_submitted_on")).to_have_count(0)
    walk.unfold("after")
    walk.write("handling.acknowledged_on", in_figures(TODAY))
    walk.page.reload()
    walk.arrive("termijnen")
    expect(walk.field("handling.acknowledged_on")).to_have_value(in_figures(TODAY))


@ON_A_PHONE
def test_a_day_that_is_changed_from_the_review_leads_back_to_it(server: str, page: Page) -> None:
    walk = Walk(page, COMPLAINED)
    walk.resume(server, "controle", goal="brief")
    walk.unfold("answers_termijnen")
    walk.press("change_f_handling__sent_on")
    walk.arrive("termijnen")
    expect(walk.field("handling.sent_on")).to_be_focused()
    walk.press("to_controle")
    walk.arrive("controle")


@ON_A_PHONE
@pytest.mark.parametrize(("dossier", "asked"), [(COMPLAINED, True), (ANSWERED, True), (SENT_TODAY, False)])
def test_the_dispute_is_asked_about_after_the_answer_or_when_that_is_late(
    server: str, page: Page, dossier: Dossier, *, asked: bool
) -> None:
    walk = visit(page, server, dossier, "termijnen")
    expect(walk.field("handling.dispute_submitted_on")).to_have_count(int(asked))


@ON_A_PHONE
def test_the_national_desk_is_named_on_the_screen_that_the_way_to_it_leads_to(server: str, page: Page) -> None:
    walk = visit(page, server, changed(COMPLAINED, handling__received_on=TODAY), "termijnen")
    shown, more = walk.main.locator(".st-key-go_lmz"), walk.main.get_by_text(words("pages.termijnen.more"))
    more.click() if more.count() and not shown.is_visible() else None
    walk.press("go_lmz")
    walk.arrive("stappen")
    expect(walk.main.locator(".st-key-helpers summary")).to_be_focused()
    first = walk.main.locator(".st-key-helpers .kw-referral").first
    expect(first).to_be_visible()
    expect(first).to_contain_text("Landelijk Meldpunt Zorg")


def test_the_line_of_days_says_in_words_what_it_draws(server: str, page: Page) -> None:
    walk = visit(page, server, COMPLAINED, "termijnen")
    rows = walk.main.locator(".kw-timeline li")
    expect(rows.filter(has_text=in_words(TODAY))).to_contain_text(words("pages.termijnen.is_now"))
    expect(walk.main.locator('.kw-timeline [data-moment="oordeel"]')).to_contain_text(words("pages.termijnen.is_late"))
    drawn = walk.main.locator(".kw-scale .kw-mark")
    assert drawn.count() == rows.count() - 1
    expect(walk.main.locator(".kw-scale")).to_have_attribute("aria-hidden", "true")


def test_what_the_answer_lacks_leads_to_the_step_that_fits(server: str, page: Page) -> None:
    walk = visit(page, server, ANSWERED, "antwoord")
    expect(walk.main.locator('[data-lack="redenen"]')).to_contain_text("art. 17 lid 1 Wkkgz")
    expect(walk.main).to_contain_text("art. 21 lid 1 onder a Wkkgz")
    expect(walk.main).to_contain_text("art. 21 lid 1 onder b Wkkgz")
    walk.answer("handling.answer.in_writing", value=False)
    expect(walk.main.locator(".st-key-f_handling__answer__oordeel")).to_have_count(0)
    walk.press("to_geschil")
    walk.arrive("geschil")
    expect(walk.main).to_contain_text(words("pages.geschil.yes"))


def test_mediation_asks_no_more_than_whether_and_when(server: str, page: Page) -> None:
    walk = visit(page, server, COMPLAINED, "bemiddeling")
    walk.answer("tried.mediation_wanted", value=True)
    walk.answer("tried.mediation_wanted_by_provider", value=True)
    expect(walk.field("handling.agreements_made_on")).to_be_visible()
    assert walk.main.locator("textarea").count() == 0


def test_a_paper_says_what_it_lacks_leads_there_and_back(server: str, page: Page) -> None:
    walk = visit(page, server, example("wkkgz"), "papieren")
    walk.press("mend_machtiging_machtiging")
    walk.arrive("machtiging")
    walk.write("authorisation.name", "P. Bakker")
    walk.press("back")
    walk.arrive("papieren")
    expect(walk.main.locator(".st-key-make_machtiging button")).to_be_visible()


def test_a_paper_is_made_when_asked_in_every_form_with_the_same_words(server: str, page: Page) -> None:
    walk = visit(page, server, COMPLAINED, "papieren")
    walk.press("make_herinnering")
    button = walk.main.locator(".st-key-download_pdf button")
    expect(button).to_be_focused()
    whole = papers.page("herinnering", COMPLAINED, procedures.procedure("klachtenloket-zorg"), TODAY)
    name, made = downloaded(page, button)
    assert (name, text_of(made)) == (f"herinnering-{TODAY}.pdf", text_of(pdf(whole)))
    name, made = downloaded(page, walk.main.locator(".st-key-download_docx button"))
    assert (name, made[:2]) == (f"herinnering-{TODAY}.docx", b"PK")
    name, made = downloaded(page, walk.main.locator(".st-key-download_txt button"))
    assert name == f"herinnering-{TODAY}.txt"
    walk.main.get_by_text(words("pages.papieren.copy")).first.click()
    assert walk.main.locator(".kw-copy textarea").input_value().strip() == made.decode().strip()


def test_an_answer_that_changes_puts_the_made_paper_away(server: str, page: Page) -> None:
    walk = visit(page, server, example("wkkgz"), "gesprek")
    walk.press("make_gesprekskaart")
    expect(walk.main.locator(".st-key-download_pdf button")).to_be_visible()
    walk.write("talk_plan.topic", "De wachttijd")
    expect(walk.main.locator(".st-key-make_gesprekskaart button")).to_be_visible()


def test_one_file_holds_all_that_can_be_made_and_no_name_of_anybody(server: str, page: Page) -> None:
    walk = visit(page, server, COMPLAINED, "papieren")
    walk.main.locator(".st-key-make_all button").click()
    button = walk.main.locator(".st-key-download_zip button")
    expect(button).to_be_visible(timeout=90_000)
    name, made = downloaded(page, button)
    held = set(zipfile.ZipFile(io.BytesIO(made)).namelist())
    offers = papers.offers(COMPLAINED, procedures.procedure("klachtenloket-zorg"), TODAY)
    ready = {offer.id for offer in offers if offer.can_be_made}
    assert held == {f"{each}.{form}" for each in ready for form in ("pdf", "docx", "txt")} | {"datums.ics"}
    assert name == f"papieren-{TODAY}.zip"


def test_the_way_back_does_not_go_round_in_circles(server: str, page: Page) -> None:
    walk = visit(page, server, COMPLAINED, "termijnen")
    for slug in ("antwoord", "geschil", "terugblik"):
        walk.press(f"sister_{slug}")
        walk.arrive(slug)
    walk.press("back")
    walk.arrive("termijnen")
