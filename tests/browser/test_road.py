"""What the road promises: a short way, nothing lost on the way back, and no dead end."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ON_A_PHONE
from tests.browser.test_accessibility import overflow, small_targets, violations
from tests.browser.walk import HAPPENED, Walk
from tests.given import changed, example
from wizard import law
from wizard.texts import words
from wizard.ui import session

HOSTILE = "<b>vet</b> {{7*7}} file:///etc/passwd javascript:alert(1) **ster** $x$ مرحبا 😀"


@pytest.fixture
def walk(page: Page) -> Walk:
    return Walk(page, example("wkkgz"))


@ON_A_PHONE
def test_the_shortest_road_to_a_letter_is_eight_screens(walk: Walk, server: str, tmp_path: Path) -> None:
    walk.to_complaint(server)
    walk.press("to_controle")
    walk.arrive("controle")
    walk.go_on("brief")
    assert walk.screens == ["start", "spoed", "zorg", "wie", "zorgaanbieder", "klacht", "controle", "brief"]
    assert walk.download(tmp_path).read_bytes().startswith(b"%PDF")


def test_going_back_and_changing_an_answer_keeps_the_rest(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    for slug in ("zorgaanbieder", "wie"):
        walk.press("back")
        walk.arrive(slug)
    walk.pick("complainant.capacity", "capacity", "geweigerde-vertegenwoordiger")
    walk.go_on("zorgaanbieder")
    expect(walk.field("provider.name")).to_have_value("Praktijk De Brink")
    walk.go_on("klacht")
    walk.press("edit_0")
    expect(walk.field("points.0.what_happened")).to_have_value(HAPPENED)


def test_the_review_has_a_way_to_change_each_answer_and_back(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.press("to_controle")
    walk.arrive("controle")
    walk.unfold("answers_zorgaanbieder")
    walk.press("change_f_provider__name")
    walk.arrive("zorgaanbieder")
    walk.write("provider.name", "Praktijk De Linde")
    expect(walk.page.locator('.st-key-navigation button[kind="primary"]')).to_have_text(
        words("nav.return", name=words("pages.controle.name"))
    )
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.page.locator(".st-key-answers_zorgaanbieder summary")).to_contain_text("Praktijk De Linde")
    walk.press("change_point_0")
    walk.arrive("klacht")
    expect(walk.field("points.0.what_happened")).to_be_focused()


def test_who_takes_away_what_the_letter_needs_can_still_go_back_to_the_review(walk: Walk, server: str) -> None:
    walk.resume(server, "controle", goal="brief")
    walk.unfold("answers_zorgaanbieder")
    walk.press("change_f_provider__attention")
    walk.arrive("zorgaanbieder")
    walk.write("provider.name", "")
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.page.locator(".st-key-to_letter")).to_have_count(0)
    expect(walk.page.locator(".st-key-answers_zorgaanbieder details")).to_have_attribute("open", "")
    walk.press("mend_stops_zorgaanbieder")
    walk.arrive("zorgaanbieder")
    walk.write("provider.name", "Praktijk De Linde")
    walk.press("to_controle")
    walk.arrive("controle")
    walk.press("to_letter")
    walk.arrive("brief")


@ON_A_PHONE
def test_what_a_page_must_know_is_asked_before_the_way_back_to_the_review(walk: Walk, server: str) -> None:
    walk.resume(server, "controle", goal="brief")
    walk.unfold("answers_situatie")
    walk.press("change_f_situation__hurry")
    walk.arrive("spoed")
    walk.tick("f_situation__hurry__geen")
    walk.press("to_controle")
    expect(walk.page.locator("#kw-errors")).to_be_focused()


@ON_A_PHONE
def test_the_review_is_short_and_each_change_stands_beside_its_answer(walk: Walk, server: str) -> None:
    walk.resume(server, "controle", goal="brief")
    assert walk.main.evaluate("main => main.scrollHeight") < 3_400
    for folded in walk.page.locator(".st-key-answers summary").all():
        folded.click()
    rows = walk.page.locator('.st-key-answers [class*="st-key-row_"]')
    assert rows.count() > 20
    answer, button = rows.first.locator("dl").bounding_box(), rows.first.locator("button").bounding_box()
    assert answer
    assert button
    assert answer["x"] + answer["width"] <= button["x"] < 360 - button["width"]
    assert answer["y"] <= button["y"] + button["height"] / 2 <= answer["y"] + answer["height"]
    named = walk.page.get_by_role("button", name=words("pages.controle.change", label="adres van de zorgaanbieder"))
    expect(named).to_be_visible()
    assert (overflow(walk.page), violations(walk.page), small_targets(walk.page)) == (0, [], [])


@ON_A_PHONE
def test_hostile_text_is_only_text_in_a_label(page: Page, server: str) -> None:
    walk = Walk(page, changed(example("wkkgz"), provider__name=f"`` {HOSTILE[:60]}", provider__address__town=""))
    walk.resume(server, "controle", goal="brief")
    label = page.locator(".st-key-answers_zorgaanbieder summary")
    expect(label).to_contain_text(f"`` {HOSTILE[:60]}")
    assert label.locator("code").count() == 1


def test_who_may_not_complain_gets_help_and_the_steps_but_no_letter(walk: Walk, server: str) -> None:
    walk.open(server)
    walk.triage("anders")
    expect(walk.page.get_by_text("Landelijk Meldpunt Zorg").first).to_be_visible()
    walk.go_on("stappen")
    expect(walk.page.locator(".kw-referral").filter(has_text="Landelijk Meldpunt Zorg").first).to_be_visible()
    expect(walk.page.locator(":is(.st-key-make_letter, .st-key-to_termijnen)")).to_have_count(0)
    walk.page.goto(f"{server}/brief")
    expect(walk.page.locator('[data-page="brief"]')).to_have_count(0)


@ON_A_PHONE
def test_who_only_lacks_a_signature_is_led_to_the_machtiging(walk: Walk, server: str) -> None:
    walk.open(server)
    walk.triage("gemachtigde")
    walk.answer("complainant.machtiging_signed", value=False)
    expect(walk.main.get_by_role("heading", name=words("pages.wie.sign"))).to_be_visible()
    expect(walk.main.get_by_text(words("pages.wie.may_not"))).to_have_count(0)
    primary = walk.main.locator('button[kind="primary"]')
    assert primary.all_inner_texts() == [words("pages.wie.machtiging")]
    assert violations(walk.page) == []
    walk.go_on("stappen")
    walk.press("back")
    walk.arrive("wie")
    walk.press("to_machtiging")
    walk.arrive("machtiging")
    walk.press("back")
    walk.arrive("wie")
    walk.answer("complainant.machtiging_signed", value=True)
    walk.go_on("zorgaanbieder")


@ON_A_PHONE
@pytest.mark.parametrize(("capacity", "letters"), [("client", 1), ("anders", 0)])
def test_where_another_act_holds_the_steps_say_where_to_go(
    page: Page, server: str, capacity: str, letters: int
) -> None:
    start = changed(example("wkkgz"), situation__care="wmo", complainant__capacity=capacity)
    walk = Walk(page, start)
    walk.resume(server, "stappen")
    expect(walk.main).to_contain_text(words("pages.stappen.other_law"))
    expect(walk.main.locator(".kw-referral").filter(has_text="gemeente").first).to_be_visible()
    expect(walk.main.locator(".st-key-make_letter button[kind=secondary]")).to_have_count(letters)
    expect(walk.main.get_by_text(words("pages.stappen.not_allowed"))).to_have_count(1 - letters)


@ON_A_PHONE
def test_the_steps_stand_on_a_line_with_one_of_them_open(walk: Walk, server: str) -> None:
    walk.resume(server, "stappen")
    assert walk.main.evaluate("main => main.scrollHeight") < 5_000
    expect(walk.main.locator(".kw-step[open]")).to_have_count(1)
    expect(walk.main.locator(".kw-step[open]")).to_have_class(re.compile("kw-state-nu"))
    expect(walk.main.locator(".kw-stop > .kw-mark:not(.kw-coming)")).to_have_count(1)
    assert (overflow(walk.page), violations(walk.page)) == (0, [])


@ON_A_PHONE
def test_a_letter_without_a_name_says_so_and_leads_there_and_back(page: Page, server: str) -> None:
    walk = Walk(page, changed(example("wkkgz"), sender__name=""))
    walk.resume(server, "brief", goal="brief")
    expect(walk.main).to_contain_text(words("pages.brief.no_name"))
    walk.press("mend_name")
    walk.arrive("gegevens")
    expect(walk.field("sender.name")).to_be_focused()
    expect(page.locator(".kw-progress")).to_contain_text(words("frame.almost"))
    walk.write("sender.name", "A. Jansen")
    walk.press("to_brief")
    walk.arrive("brief")
    expect(walk.main).not_to_contain_text(words("pages.brief.no_name"))
    steps, letter = walk.main.locator("ol.kw-list").bounding_box(), walk.main.locator(".kw-letter").bounding_box()
    assert steps
    assert letter
    assert steps["y"] < letter["y"]


def test_danger_shows_112_at_once_and_one_may_read_on(walk: Walk, server: str) -> None:
    walk.open(server)
    walk.press("goal_steps")
    walk.arrive("spoed")
    walk.page.locator('[data-testid="stMain"]').evaluate("main => main.scrollTo(0, 330)")
    walk.tick("f_situation__hurry__gevaar")
    call = walk.main.get_by_role("link", name="Bel 112")
    expect(call).to_be_in_viewport(ratio=1)
    expect(call).to_have_attribute("href", "tel:112")
    expect(walk.page.locator("#kw-live")).to_have_text(words("frame.danger"))
    expect(walk.page.locator("#kw-live")).to_have_attribute("role", "status")
    assert violations(walk.page) == []
    walk.tick("f_situation__hurry__gevaar")
    expect(call).to_have_count(0)
    walk.tick("f_situation__hurry__gevaar")
    walk.go_on("zorg")


def test_burgercoaching_asks_first_which_act_holds(walk: Walk, server: str) -> None:
    walk.open(server, "/?procedure=burgercoaching")
    walk.press("goal_letter")
    walk.arrive("zorg")
    walk.pick("situation.care", "care_law", "wmo")
    expect(walk.page.get_by_text("Er is geen geschilleninstantie").first).to_be_visible()


def test_an_unknown_procedure_opens_the_steps_of_the_act_with_a_notice(page: Page, server: str) -> None:
    page.goto(f"{server}/?procedure=<script>alert(1)</script>&naam=Jansen")
    expect(page.get_by_text(words("errors.unknown_procedure"))).to_be_visible(timeout=20_000)
    assert "script" not in page.locator("body").inner_text()
    assert "Jansen" not in page.url


def test_somebody_who_already_complained_goes_to_the_dates(walk: Walk, server: str) -> None:
    walk.open(server)
    walk.pick("situation.stage", "stage", "ingediend")
    walk.press("goal_steps")
    walk.arrive("spoed")
    walk.tick("f_situation__hurry__geen")
    walk.go_on("zorg")
    walk.pick("situation.care", "care", "zorg")
    walk.go_on("wie")
    walk.pick("complainant.capacity", "capacity", "client")
    walk.go_on("termijnen")
    walk.write("handling.received_on", "02-04-2026")
    main = walk.page.locator('[data-testid="stMain"]')
    expect(main).to_contain_text("18 mei 2026")
    expect(main).to_contain_text("Hemelvaartsdag")
    expect(main).to_contain_text("art. 17 lid 1 Wkkgz")


def test_an_answer_before_the_complaint_is_said_beside_its_field(walk: Walk, server: str) -> None:
    test_somebody_who_already_complained_goes_to_the_dates(walk, server)
    walk.unfold("after")
    walk.write("handling.answered_on", "01-03-2026")
    expect(walk.page.get_by_text("Het antwoord kan er niet zijn voordat de klacht er was").first).to_be_visible()


@ON_A_PHONE
@pytest.mark.parametrize("typed", ["31-02-2026", "1-1-1850", "32-13-2026"])
def test_a_day_that_does_not_exist_stays_in_its_field_with_a_reason(walk: Walk, server: str, typed: str) -> None:
    walk.to_complaint(server)
    walk.write("points.0.when", typed)
    expect(walk.field("points.0.when")).to_have_value(typed)
    expect(walk.field("points.0.when")).to_have_attribute("aria-invalid", "true")


@ON_A_PHONE
def test_hostile_text_is_only_text(walk: Walk, server: str) -> None:
    dialogs: list[str] = []
    walk.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    walk.to_complaint(server)
    walk.write("points.0.what_happened", HOSTILE)
    walk.write("points.0.where", HOSTILE)
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.page.locator('[data-testid="stMain"]')).to_contain_text(HOSTILE)
    walk.go_on("brief")
    expect(walk.page.locator('[data-testid="stMain"]')).to_contain_text(HOSTILE)
    assert dialogs == []


def test_a_cold_link_goes_to_the_first_screen_that_is_needed(page: Page, server: str) -> None:
    page.goto(f"{server}/brief")
    expect(page.locator('[data-page="start"]')).to_be_visible(timeout=20_000)


@ON_A_PHONE
def test_nothing_typed_is_in_the_address_or_in_the_log(walk: Walk, server: str, log: Path) -> None:
    secret = "geheim-onder-ons"
    walk.to_complaint(server)
    walk.write("points.0.what_happened", secret)
    walk.press("to_controle")
    walk.arrive("controle")
    walk.go_on("brief")
    assert secret not in walk.page.url
    assert secret not in log.read_text(errors="replace")


@ON_A_PHONE
def test_no_request_goes_to_another_host(walk: Walk, server: str) -> None:
    asked: list[str] = []
    walk.page.on("request", lambda request: asked.append(request.url))
    walk.to_complaint(server)
    assert [url for url in asked if not url.startswith((server, server.replace("http", "ws"), "data:", "blob:"))] == []


def test_an_address_that_is_not_ours_is_a_calm_page(page: Page, server: str) -> None:
    page.goto(f"{server}/bestaat-niet")
    expect(page.get_by_role("heading")).to_contain_text(words("web.not_found.title"))


def test_a_day_can_be_picked_on_the_calendar_of_the_browser(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.page.locator('[data-calendar="f_points__0__when"]').click()
    walk.page.locator(".kw-picker").fill("2026-03-27")
    expect(walk.field("points.0.when")).to_have_value("27-03-2026")
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.page.locator('[data-testid="stMain"]')).to_contain_text("27 maart 2026")


@ON_A_PHONE
def test_a_text_that_is_too_long_stays_in_its_field_with_a_reason(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.write("points.0.what_happened", "Het was altijd slecht. ")
    expect(walk.page.locator(".kw-remark").first).to_be_visible()
    walk.write("points.0.what_happened", "Het was altijd slecht. " * 1_000)
    expect(walk.page.get_by_text("Tekens te veel: 14999").first).to_be_visible()
    expect(walk.page.locator(".kw-remark")).to_have_count(0)  # they would be on a text that is no longer there
    assert len(walk.field("points.0.what_happened").input_value()) == 23_000


def test_who_asks_for_the_file_is_told_to_keep_it(page: Page, server: str) -> None:
    start = example("wkkgz")
    rule = law.record("dossier-bewaren", session.today()).sentence
    for wishes, care, times in (([], "zorg", 0), ([{"kind": "dossier-afschrift"}], "zorg", 1), ([], "privacy", 1)):
        walk = Walk(page, changed(start, wishes=wishes, situation__care=care))
        walk.resume(server, "wensen")
        expect(page.get_by_text(rule)).to_have_count(times)


def test_who_complains_about_money_alone_is_warned(page: Page, server: str) -> None:
    start = example("wkkgz")
    for kind, times in (("financieel", 1), ("bejegening", 0)):
        walk = Walk(page, changed(start, points=[{"category": kind, "what_happened": HAPPENED}]))
        walk.resume(server, "klacht")
        expect(page.get_by_text("niet-ontvankelijk")).to_have_count(times)
