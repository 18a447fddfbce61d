"""Before the geschilleninstantie: the ground, the window, who may go, which body, and what is not known of it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.given import PROCEDURES, TODAY, dossier
from tests.strategies import dossiers
from wizard import bodies, law, procedures
from wizard.afterwards.dispute import Admission, dispute
from wizard.afterwards.grounds import grounds, why_closed
from wizard.deadlines import first_complaint
from wizard.dossier import Dossier
from wizard.errors import InvalidData

UNSATISFIED = {"received_on": "2026-02-23", "answered_on": "2026-04-01", "answer_satisfies": False}
WITHOUT_A_NAME = [name for name in PROCEDURES if not procedures.procedure(name).disputes_body.named]


def brought(name: str = "klachtenloket-zorg", today: date = TODAY, **answers: Any) -> Admission:
    plain = {"situation": {"hurry": [], "care": "zorg"}, "complainant": {"capacity": "client"}, "handling": UNSATISFIED}
    return dispute(dossier(procedure=name, **(plain | answers)), procedures.procedure(name), today)


# Who


def test_a_client_a_vertegenwoordiger_or_a_nabestaande_may_bring_it() -> None:
    found = brought()
    assert found.open
    assert [fact.article for fact in found.who] == ["art. 21 lid 1 Wkkgz"]


@pytest.mark.parametrize(("signed", "may"), [(True, True), (False, False), (None, None)])
def test_a_gemachtigde_needs_a_machtiging(signed: bool | None, may: bool | None) -> None:
    found = brought(complainant={"capacity": "gemachtigde", "machtiging_signed": signed})
    assert found.may_bring is may
    assert found.open is (may is not False)
    assert "De machtiging van de cliënt." in found.bring
    assert law.record("geschil-gemachtigde", TODAY).sentence in [fact.sentence for fact in found.who]


def test_somebody_else_cannot_and_is_told_so() -> None:
    found = brought(complainant={"capacity": "anders"})
    assert not found.open
    assert found.sentence == "U kunt dit geschil niet zelf voorleggen. Kijk wie dat wel kan."


# The road before


@pytest.mark.parametrize(
    ("handling", "walked", "words"),
    [
        (UNSATISFIED, True, "kreeg antwoord"),
        ({"received_on": "2026-02-23"}, True, "het antwoord is te laat"),
        ({"received_on": "2026-06-29"}, False, "nog tijd om te antwoorden, tot en met maandag 10 augustus 2026"),
        ({}, False, "nog niet schriftelijk"),
        ({"direct_reason": "anders"}, False, "De geschilleninstantie beslist of dat zo is"),
        ({"first_complaint_on": "2026-02-23"}, False, "wacht nog op het antwoord"),
    ],
)
def test_whether_the_internal_road_was_walked(handling: dict[str, Any], walked: bool, words: str) -> None:
    found = brought(handling=handling)
    assert found.road.known is walked
    assert words in found.road.sentence


# The window


def test_the_window_counts_from_the_first_complaint_and_says_how() -> None:
    found = brought().window
    assert (found.last_day, found.passed) == (date(2027, 2, 23), False)
    assert law.record("geschil-venster", TODAY).sentence in found.explanation


@pytest.mark.parametrize(("today", "open_"), [("2027-02-23", True), ("2027-02-24", False)])
def test_it_closes_the_day_after_the_last_day(today: str, open_: bool) -> None:
    found = brought(today=date.fromisoformat(today))
    assert found.open is open_
    assert found.ground == "geschil-antwoord"
    assert open_ or found.sentence.startswith("De laatste dag voor deze instantie was dinsdag 23 februari 2027.")


def test_a_later_word_of_the_provider_moves_nothing() -> None:
    later = UNSATISFIED | {"agreed_until": "2026-12-01", "further_extension_asked_until": "2026-12-01"}
    assert brought(handling=later).window.last_day == brought().window.last_day


def test_without_the_day_of_the_complaint_the_last_day_is_not_guessed() -> None:
    found = brought(situation={"hurry": [], "care": "zorg", "stage": "antwoord"}, handling={"answer_satisfies": False})
    assert (found.window.last_day, found.window.passed) == (None, None)
    assert "Vul in wanneer u voor het eerst schriftelijk klaagde" in found.window.explanation[0]
    assert found.open


# The body


@pytest.mark.parametrize("name", WITHOUT_A_NAME)
def test_what_we_do_not_know_of_a_body_we_say_with_where_to_ask(name: str) -> None:
    found = brought(name)
    assert found.window.last_day is None
    assert len(found.unknown) >= 3
    assert "https://www.geschilleninstantieszorg.nl" in found.body_fact.sentence
    assert found.fee.sentence.startswith("Wij weten niet wat het kost.")
    assert found.window.explanation[0] == "Wij weten niet tot wanneer het kan."


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_body_that_the_client_names_and_we_know_brings_its_own_facts(name: str) -> None:
    found = brought(name, dispute={"body_name": "geschillencommissie zorg algemeen"})
    assert (found.body.name, found.fee.known) == ("Geschillencommissie Zorg Algemeen", True)
    assert found.window.last_day == date(2027, 2, 23)


@pytest.mark.parametrize("name", PROCEDURES)
def test_of_a_body_that_we_do_not_know_we_claim_nothing(name: str) -> None:
    found = brought(name, dispute={"body_name": "Geschillencommissie Verweg"})
    assert found.body.name == "Geschillencommissie Verweg"
    assert not found.fee.known
    assert found.window.last_day is None
    assert len(found.unknown) >= 2


WAYS_TO_WRITE = {
    "De Geschillencommissie Zorg Algemeen": "Geschillencommissie Zorg Algemeen",
    "  geschillencommissie  zorg-algemeen ": "Geschillencommissie Zorg Algemeen",
    "de geschillencommissie zorg": "De Geschillencommissie Zorg",
    "Geschillencommissie VVT": "Geschillencommissie VV&T",
    "KPZ": "Geschilleninstantie KPZ",
    "Zorggeschil": "Stichting Zorggeschil",
    "skge": "Stichting Klachten en Geschillen Eerstelijnszorg (SKGE)",
    "SGIM": "Geschilleninstantie Mondzorg",
    "SCAG": "Geschillencommissie Complementaire Gezondheidszorg",
}


@pytest.mark.parametrize("name", WITHOUT_A_NAME)
@pytest.mark.parametrize("given", WAYS_TO_WRITE)
def test_a_body_is_known_however_it_is_written(name: str, given: str) -> None:
    assert brought(name, dispute={"body_name": given}).body.name == WAYS_TO_WRITE[given]


FACTS = [
    ("De Geschillencommissie Zorg", "€ 52,50", date(2027, 2, 23)),
    ("Geschillencommissie GGZ", "€ 52,50", date(2027, 2, 23)),
    ("Geschillencommissie Ziekenhuizen", "€ 127,50", date(2027, 2, 23)),
    ("Geschillencommissie Complementaire Gezondheidszorg", "€ 52,50", date(2027, 2, 23)),
    ("Stichting Zorggeschil", "€ 50", None),
    ("SKGE", "€ 125", None),
    ("Geschilleninstantie Mondzorg", "€ 75", None),
    ("KPZ", "€ 125", None),
    ("GAT", "€ 125", None),
]


@pytest.mark.parametrize(("given", "fee", "last_day"), FACTS)
def test_of_each_body_the_fee_and_the_window_are_told_and_what_was_not_found_is_said(
    given: str, fee: str, last_day: date | None
) -> None:
    found = brought("wkkgz", dispute={"body_name": given})
    assert fee in found.fee.sentence
    assert found.window.last_day == last_day
    assert found.fee.known is (given not in ("KPZ", "GAT"))
    assert ("Wij weten niet tot wanneer het kan." in found.unknown) is (last_day is None)


def test_what_is_wrong_with_a_body_is_named_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = bodies.FILE.read_text("utf-8").replace('source = "skge"', 'source = "roddel"').replace('["KPZ"', '["SKGE"')
    broken = tmp_path / bodies.FILE.name
    broken.write_text(lines, "utf-8")
    monkeypatch.setattr(bodies, "FILE", broken)
    with pytest.raises(InvalidData) as caught:
        bodies.bodies.__wrapped__()
    assert "skge.source: roddel staat niet in sources.toml" in str(caught.value)
    assert "skge: SKGE is al een naam van een andere instantie" in str(caught.value)


def test_two_fees_on_two_pages_are_not_one_we_know() -> None:
    found = brought("burgercoaching")
    assert not found.fee.known
    assert "€ 90" in found.fee.sentence
    assert "€ 125" in found.fee.sentence


# Closed


def test_why_it_is_closed_names_every_rule_for_complaints_and_not_only_the_answer() -> None:
    found = brought(handling={"received_on": "2026-06-29"})
    assert found.sentence == law.record("geschil-wanneer", TODAY).sentence
    assert "klachtenregeling" in found.sentence
    assert "klachtenfunctionaris" in found.sentence


def test_after_a_ruling_it_is_not_open_any_more() -> None:
    found = brought(handling=UNSATISFIED | {"dispute_submitted_on": "2026-04-20", "ruling_on": "2026-06-20"})
    assert not found.open
    assert found.sentence == "De geschilleninstantie deed uitspraak op 20 juni 2026."


@pytest.mark.parametrize("answers", [{}, {"handling": UNSATISFIED}, {"handling": {"direct_reason": "anders"}}])
def test_under_another_act_nothing_of_it_is_told(answers: dict[str, Any]) -> None:
    found = brought(**({"situation": {"hurry": [], "care": "wmo", "stage": "ingediend"}} | answers))
    assert found.sentence.startswith("Voor deze zorg of hulp geldt een andere wet.")
    assert (found.open, found.grounds, found.award, found.ruling, found.bring, found.unknown) == (False, *[()] * 5)
    assert (found.window.months, found.window.last_day, found.body.fee, found.road.sentence) == (None, None, "", "")


@pytest.mark.parametrize("in_writing", [True, False])
def test_who_was_refused_needs_an_answer_to_a_written_complaint(in_writing: bool) -> None:
    refused = {"complainant": {"capacity": "geweigerde-vertegenwoordiger"}}
    found = brought(handling=UNSATISFIED | {"in_writing": in_writing}, **refused)
    assert found.open is in_writing
    assert found.sentence == law.record("geschil-geweigerd", TODAY).sentence


# What it can do, and what to bring


def test_the_award_the_half_year_and_the_binding_ruling_come_from_the_law() -> None:
    found = brought()
    assert [fact.sentence for fact in found.award] == [law.record("schadevergoeding", TODAY).sentence]
    assert [fact.article for fact in found.ruling] == ["art. 22 lid 1 Wkkgz", "art. 22 lid 2 Wkkgz", "art. 20 Wkkgz"]


def test_who_asks_more_than_the_act_assures_is_told_to_ask_first() -> None:
    wishes = [{"kind": "schadevergoeding", "amount": law.record("schadevergoeding", TODAY).amount + 1}]
    found = brought(wishes=wishes)
    assert found.award[-1].sentence.startswith("U vraagt meer dan dat.")
    assert "Rekeningen en andere bewijzen van uw schade." in found.bring


def test_nothing_of_mediation_is_among_what_to_bring() -> None:
    mediated = UNSATISFIED | {"mediation_agreed_on": "2026-03-01", "agreements_made_on": "2026-03-02"}
    assert brought(handling=mediated).bring == brought().bring


# The grounds, for every dossier


@given(dossiers(), st.sampled_from(PROCEDURES), st.dates(date(2016, 1, 1), date(2100, 1, 1)))
def test_every_admission_is_whole(start: Dossier, name: str, today: date) -> None:
    found = dispute(start, procedures.procedure(name), today)
    assert found.grounds == grounds(start, today)
    assert len(set(found.grounds)) == len(found.grounds)
    assert set(found.grounds) <= set(law.records())
    assert found.ground == (found.grounds[0] if found.grounds else "")
    decided = start.handling.ruling_on is not None
    assert found.open is (bool(found.grounds) and not found.window.passed and not decided)
    assert not found.grounds or found.may_bring is not False
    assert found.sentence.endswith(".")
    assert found.grounds or (found.article, found.sentence) == why_closed(start, today)
    assert found.window.last_day is None or found.window.first_complaint == first_complaint(start)
    assert all(sentence.endswith((".", "?")) for sentence in (*found.unknown, *found.bring, *found.window.explanation))
