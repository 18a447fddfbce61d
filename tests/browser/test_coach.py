"""The coach on the screens, on a phone: beside the field, after it was left, and gone when somebody says so."""

import json

from playwright.sync_api import expect

from tests.browser.test_accessibility import overflow, small_targets, violations
from tests.browser.walk import Walk
from wizard.dossier_file import opened
from wizard.texts import words

TEXT = "Die stomme zuster kwam laatst niet."
FIELD = "f_points__0__what_happened"
REMARKS = f".st-key-remarks_{FIELD}"
BSN = "111222333"
HELD = {
    "situation": {"hurry": [], "care": "zorg", "jeugdwet": False},
    "complainant": {"capacity": "client"},
    "provider": {"name": "De Brug"},
}


def visit(walk: Walk, server: str, slug: str, **answers: object) -> Walk:
    """The screen with these answers."""
    walk.dossier = opened(json.dumps(HELD | answers))
    walk.resume(server, slug)
    return walk


def clean(walk: Walk) -> None:
    """Nothing for axe to find, nothing too small to hit, nothing sticking out."""
    assert [*violations(walk.page), *small_targets(walk.page)] == []
    assert overflow(walk.page) <= 0


def test_remarks_come_when_the_field_is_left_and_go_when_somebody_says_so(walk: Walk, server: str) -> None:
    visit(walk, server, "klacht")
    field = walk.field("points.0.what_happened")
    field.press_sequentially(TEXT)
    walk.page.wait_for_timeout(700)
    expect(walk.page.locator(REMARKS)).to_have_count(0)
    field.press("Tab")
    walk.settle()
    remarks = walk.page.locator(f"{REMARKS} .kw-remark")
    expect(remarks).to_have_count(2)
    expect(remarks.nth(0)).to_contain_text("stomme zuster")
    expect(remarks.nth(1)).to_contain_text("laatst")
    described = str(field.get_attribute("aria-describedby")).split()
    assert described[0] == f"hint_{FIELD}"
    assert walk.page.locator(", ".join(f"#{name}" for name in described)).count() == 4
    expect(walk.page.locator("#kw-live[role=status]")).to_have_text(words("coach.some", number=2))
    clean(walk)

    walk.page.locator(f"{REMARKS} button").first.click()
    walk.settle()
    expect(remarks).to_have_count(1)
    expect(remarks).to_contain_text("laatst")
    expect(walk.page.locator(f"{REMARKS} button")).to_be_focused()
    walk.page.locator(f"{REMARKS} button").click()
    walk.settle()
    expect(remarks).to_have_count(0)
    expect(field).to_be_focused()
    expect(field).to_have_value(TEXT)

    walk.write("points.0.consequence", "Ik had pijn.")
    walk.press("done_0")
    walk.press("edit_0")
    expect(field).to_have_value(TEXT)
    expect(remarks).to_have_count(0)


def test_a_button_does_not_move_from_under_the_mouse_that_leaves_the_field(walk: Walk, server: str) -> None:
    visit(walk, server, "klacht")
    walk.field("points.0.what_happened").fill("Er kwam niemand.")
    walk.field("points.0.what_happened").press("Tab")
    walk.settle()
    walk.field("points.0.consequence").fill("Het is schandalig.")
    done = walk.page.locator(".st-key-done_0 button")
    done.scroll_into_view_if_needed()
    box = done.bounding_box()
    assert box
    walk.page.mouse.move(box["x"] + 20, box["y"] + 20)
    walk.page.mouse.down()
    walk.page.wait_for_timeout(800)
    assert abs((done.bounding_box() or {"y": 0.0})["y"] - box["y"]) < 2
    walk.page.mouse.up()
    walk.settle()
    expect(walk.page.locator(".st-key-edit_0")).to_be_visible()


def test_openings_fit_the_kind_and_are_never_written(walk: Walk, server: str) -> None:
    visit(walk, server, "klacht")
    walk.pick("points.0.category", "category", "financieel")
    openings = walk.page.locator(".kw-openings")
    expect(openings).to_contain_text(words("openings.financieel.start_1"))
    expect(walk.field("points.0.what_happened")).to_have_value("")
    clean(walk)


def test_points_are_split_where_somebody_says_and_put_together_again(walk: Walk, server: str) -> None:
    point = {"what_happened": "Ik wachtte twee uur.\n\nDe rekening klopte niet.", "consequence": "Ik was moe."}
    visit(walk, server, "klacht", points=[point])
    walk.press("split_0")
    clean(walk)
    walk.press("split_0_1")
    cards = walk.page.locator(".kw-point")
    expect(cards).to_have_count(2)
    expect(cards.nth(1)).to_contain_text("De rekening klopte niet.")
    expect(walk.page.locator(".st-key-edit_1 button")).to_be_focused()
    clean(walk)
    walk.press("merge_1")
    expect(cards).to_have_count(1)
    walk.press("edit_0")
    expect(walk.field("points.0.what_happened")).to_have_value(point["what_happened"])
    expect(walk.field("points.0.consequence")).to_have_value("Ik was moe.")


def test_what_is_private_is_asked_about_before_the_letter(walk: Walk, server: str) -> None:
    text = f"Mijn nummer is {BSN}. De zuster kwam niet."
    visit(walk, server, "controle", points=[{"what_happened": text}], wishes=[{"kind": "geld-terug"}])
    found = walk.page.locator(".st-key-noticed_private")
    expect(found).to_contain_text(BSN)
    expect(walk.page.locator(".st-key-noticed_whole")).to_be_visible()
    expect(walk.page.locator(".st-key-readback")).to_contain_text(f"“{text}”")
    clean(walk)
    found.locator("button").first.click()
    walk.arrive("klacht")
    expect(walk.field("points.0.what_happened")).to_be_focused()
    expect(walk.field("points.0.what_happened")).to_have_value(text)
    walk.press("to_controle")
    walk.arrive("controle")
    found.get_by_text(words("coach.leave", number=1)).click()
    walk.settle()
    expect(found).to_have_count(0)
    expect(walk.page.locator(".st-key-readback")).to_contain_text(BSN)


def test_a_wish_says_which_step_can_give_it(walk: Walk, server: str) -> None:
    visit(walk, server, "wensen", points=[{"what_happened": "Er kwam niemand."}])
    walk.tick("f_wishes__schadevergoeding")
    expect(walk.main).to_contain_text(words("pages.wensen.step.schadevergoeding"))
    clean(walk)
