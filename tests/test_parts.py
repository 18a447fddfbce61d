"""The pieces of a screen: what can be pressed in them, and in which order things stand."""

import pytest

from tests.given import tags_of, text_of
from wizard import triage
from wizard.texts import words
from wizard.ui import parts

REACHABLE = [name for name, road in triage.referrals().items() if road.phone or road.url]


def links(html: str) -> list[str]:
    return [str(attributes["href"]) for tag, attributes in tags_of(html) if tag == "a"]


@pytest.mark.parametrize("name", REACHABLE)
def test_a_card_of_another_road_says_first_how_to_reach_it(name: str) -> None:
    road = triage.referrals()[name]
    card = parts.html("referral", road=road)
    reach = [f"tel:{road.phone.replace('-', '')}"] * bool(road.phone) + [road.url] * bool(road.url)
    assert links(card) == reach
    said = text_of(card)
    assert said.index(words("referral.phone" if road.phone else "referral.url")) < said.index(road.why)


def test_a_card_says_of_a_number_that_nobody_looked_it_up() -> None:
    lmz = triage.referrals()["lmz"]
    assert "(nummer niet door ons nagekeken)" in text_of(parts.html("referral", road=lmz))
    looked_up = lmz.model_copy(update={"phone_checked": True})
    assert "nagekeken)" not in text_of(parts.html("referral", road=looked_up))


def test_the_foot_of_each_screen_has_links_and_no_number_that_nobody_looked_up() -> None:
    foot = parts.html("footer", lmz=triage.referrals()["lmz"])
    assert links(foot) == ["tel:112", "https://www.landelijkmeldpuntzorg.nl"]
    assert "Gratis advies over uw klacht: Landelijk Meldpunt Zorg (opent in een nieuw tabblad) ." in text_of(foot)
    assert "088" not in foot


def test_an_address_in_a_list_can_be_pressed_and_the_rest_is_only_text() -> None:
    told = parts.html("list", items=["Kijk in het register: https://www.voorbeeld.example/a?b=1&c=2. <b>Of bel.</b>"])
    assert links(told) == ["https://www.voorbeeld.example/a?b=1&c=2"]
    assert text_of(told) == (
        "Kijk in het register: www.voorbeeld.example/a?b=1&c=2 (opent in een nieuw tabblad) . <b>Of bel.</b>"
    )


def test_an_address_alone_is_a_link_too() -> None:
    assert links(parts.html("list", items=["https://www.voorbeeld.example"])) == ["https://www.voorbeeld.example"]
    assert links(parts.html("list", items=["javascript:alert(1)", "https://"])) == []
