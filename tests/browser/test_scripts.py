"""Text in another script or with other letters: as it was typed, and running its own way, from field to letter."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import ON_A_PHONE
from tests.browser.walk import Walk

TEXTS = {
    "ar": ("rtl", "انتظرت ثلاث ساعات ولم يأت أحد. سقطت في الساعة 14:30."),
    "tr": ("ltr", "Üç saat bekledim, kimse gelmedi. Iğdır’da düştüm."),
    "pl": ("ltr", "Czekałam trzy godziny, nikt nie przyszedł. Źle się poczułam."),
}


def runs(place: Locator) -> str:
    """Which way the text at a place runs."""
    return str(place.evaluate("element => getComputedStyle(element).direction"))


@ON_A_PHONE
@pytest.mark.parametrize("language", TEXTS)
def test_own_words_run_their_own_way_from_the_field_to_the_letter(walk: Walk, server: str, language: str) -> None:
    way, text = TEXTS[language]
    walk.to_complaint(server)
    walk.press("edit_0") if walk.page.locator(".st-key-edit_0").count() else None
    field = walk.field("points.0.consequence")
    field.press_sequentially(text)
    expect(field).to_have_value(text)
    assert runs(field) == way
    walk.press("to_controle")
    walk.arrive("controle")
    shown = walk.main.locator(".kw-readback .kw-own", has_text=text)
    expect(shown).to_be_visible()
    assert runs(shown) == way
    walk.go_on("brief")
    passage = walk.page.locator(".kw-letter .own-words", has_text=text)
    expect(passage).to_be_visible()
    assert runs(passage) == way
