"""The right road and the right person: which questions, which other roads, and never a dead end.

Whole cases are in test_vignettes.py; this is what holds for all of them.
"""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.given import PROCEDURES, dossier
from wizard import law, procedures, triage
from wizard.choices import AgeGroup, Capacity, Care, Hurry, Relation
from wizard.dossier import Complainant, Dossier
from wizard.standing import NEXT_IN_LINE, NEXT_OF_KIN, standing
from wizard.triage import BY_CARE, BY_HURRY, UNDER_WKKGZ
from wizard.ui import parts

complainants = st.builds(
    Complainant,
    capacity=st.none() | st.sampled_from(Capacity),
    relation=st.none() | st.sampled_from(Relation),
    age_group=st.none() | st.sampled_from(AgeGroup),
    client_decides=st.none() | st.booleans(),
    mentor_appointed=st.none() | st.booleans(),
    mentor_agrees=st.none() | st.booleans(),
    machtiging_signed=st.none() | st.booleans(),
)


def asked(start: Dossier, procedure: str = "wkkgz") -> tuple[str, ...]:
    return triage.open_questions(start, procedures.procedure(procedure))


def titles(start: Dossier) -> list[str]:
    return [found.title for found in triage.outcome(start, procedures.procedure("wkkgz")).referrals]


# Questions


def test_a_client_with_ordinary_care_answers_three_questions() -> None:
    start = dossier()
    questions = asked(start)
    assert questions == ("hurry", "care", "complainant")
    start = start.with_answer("situation.hurry", [])
    start = start.with_answer("situation.care", "zorg")
    start = start.with_answer("complainant.capacity", "client")
    assert asked(start) == ()


@pytest.mark.parametrize("care", Care)
def test_nobody_who_complains_for_themselves_answers_more_than_three(care: Care) -> None:
    start = dossier(situation={"hurry": [], "care": care}, complainant={"capacity": "client"})
    assert asked(start) == ()


@pytest.mark.parametrize("name", [name for name in PROCEDURES if name != "burgercoaching"])
def test_danger_is_asked_first(name: str) -> None:
    assert asked(dossier(), name) == ("hurry", "care", "complainant")


def test_burgercoaching_asks_first_which_act_holds() -> None:
    assert asked(dossier(), "burgercoaching") == ("care", "hurry", "complainant")


@pytest.mark.parametrize("age", ["onder-12", "12-15", "16-17"])
@pytest.mark.parametrize("care", ["zorg", "ggz", "begeleiding", "weet-niet"])
def test_for_a_child_it_is_asked_whether_the_jeugdwet_holds(age: str, care: str) -> None:
    complainant = {"capacity": "vertegenwoordiger", "relation": "voogd", "age_group": age, "client_decides": False}
    start = dossier(situation={"hurry": [], "care": care}, complainant=complainant)
    assert asked(start) == ("jeugdwet",)
    assert asked(start.with_answer("situation.jeugdwet", False)) == ()


@pytest.mark.parametrize("care", ["jeugdhulp", "wmo", "keuring", "verzekeraar", "hulpmiddel"])
def test_where_another_act_is_sure_the_jeugdwet_is_not_asked(care: str) -> None:
    complainant = {"capacity": "vertegenwoordiger", "relation": "voogd", "age_group": "onder-12"}
    assert asked(dossier(situation={"hurry": [], "care": care}, complainant=complainant)) == ()


def test_no_hurry_is_an_answer_and_not_an_open_question() -> None:
    assert "hurry" not in asked(dossier(situation={"hurry": []}))
    assert "hurry" in asked(dossier(situation={"hurry": None}))


# Roads


@pytest.mark.parametrize("hurry", Hurry)
def test_every_hurry_leads_to_somebody(hurry: Hurry) -> None:
    shown = titles(dossier(situation={"hurry": [hurry]}))
    assert shown == [triage.referrals()[road].title for road in BY_HURRY[hurry]]
    assert shown


@pytest.mark.parametrize("care", Care)
def test_every_kind_of_care_but_ordinary_care_leads_to_somebody(care: Care) -> None:
    shown = titles(dossier(situation={"care": care}))
    assert bool(shown) is (care not in UNDER_WKKGZ)
    assert shown == [triage.referrals()[road].title for road in BY_CARE.get(care, ())]


@pytest.mark.parametrize("name", triage.referrals())
def test_a_referral_says_who_what_for_how_and_what_it_costs(name: str) -> None:
    found = triage.referrals()[name]
    assert all([found.title, found.why, found.who, found.what_for, found.how, found.costs])
    assert found.costs.endswith(".")


@pytest.mark.parametrize("name", triage.referrals())
def test_a_number_that_was_not_looked_up_is_not_said_to_be(name: str) -> None:
    found = triage.referrals()[name]
    assert found.phone or not found.phone_checked
    assert found.phone_checked is (name in ("acuut-gevaar", "misdrijf"))


@pytest.mark.parametrize("care", Care)
def test_a_road_instead_of_the_wkkgz_is_named_as_such(care: Care) -> None:
    holds = triage.wkkgz(dossier(situation={"care": care}))
    beside = [triage.referrals()[road].wkkgz_too for road in BY_CARE.get(care, ())]
    assert (holds is False) is (False in beside)


def test_a_road_is_shown_once_also_when_two_answers_lead_to_it() -> None:
    start = dossier(situation={"hurry": ["calamiteit", "letselschade"], "care": "weet-niet"})
    assert len(titles(start)) == len(set(titles(start)))


@pytest.mark.parametrize("hurry", Hurry)
def test_mediation_never_fits_what_is_in_a_hurry(hurry: Hurry) -> None:
    assert not triage.mediation_fits(dossier(situation={"hurry": [hurry]}))


def test_mediation_may_fit_when_there_is_no_hurry() -> None:
    assert triage.mediation_fits(dossier(situation={"hurry": []}))


@pytest.mark.parametrize(("amount", "further"), [(24_999, False), (25_000, False), (25_001, True)])
def test_damages_above_what_every_body_may_award_lead_to_legal_help(amount: int, further: bool) -> None:
    start = dossier(wishes=[{"kind": "schadevergoeding", "amount": amount}])
    assert ("Juridische hulp" in titles(start)) is further


@pytest.mark.parametrize(
    ("care", "kinds", "warned"),
    [
        ("zorg", ["financieel"], True),
        ("ggz", ["financieel", "financieel"], True),
        ("zorg", ["financieel", "bejegening"], False),
        ("zorg", ["financieel", None], False),
        ("zorg", [], False),
        ("wmo", ["financieel"], False),
        ("weet-niet", ["financieel"], False),
    ],
)
def test_a_complaint_about_money_alone_is_warned_about(care: str, kinds: list[str | None], warned: bool) -> None:
    start = dossier(situation={"hurry": [], "care": care}, points=[{"category": kind} for kind in kinds])
    assert ("Alleen een rekening" in titles(start)) is warned


UNSURE = {"pvp", "privacy", "juridische-hulp", "clientenraad"}


@pytest.mark.parametrize("name", triage.referrals())
def test_a_road_that_we_did_not_read_about_is_shown_as_such(name: str) -> None:
    card = parts.html("referral", road=triage.referrals()[name])
    assert ("Niet nagekeken." in card) is (name in UNSURE)
    assert ("Nagekeken op 22 november 2026" in card) is (name not in UNSURE)


def test_of_detention_nothing_is_claimed_that_its_source_does_not_say() -> None:
    found = triage.referrals()["detentie"]
    assert found.source == "nifp"
    assert not [word for word in ("hoofd", "formulier") if word in f"{found.why} {found.who} {found.how}"]


# Standing


@given(complainants)
def test_nobody_who_may_not_complain_is_left_without_a_referral(complainant: Complainant) -> None:
    found = standing(complainant)
    assert (found.allowed is False) is bool(found.referrals)
    assert set(found.referrals) <= set(triage.referrals())
    assert found.rule in law.records()


@given(complainants)
def test_the_question_who_complains_stays_open_exactly_as_long_as_it_is_not_known(complainant: Complainant) -> None:
    start = Dossier(complainant=complainant)
    assert ("complainant" in asked(start)) is (standing(complainant).allowed is None)


RIGHTS: dict[str, dict[str, Any]] = {
    "client": {"capacity": "client"},
    "refused representative": {"capacity": "geweigerde-vertegenwoordiger"},
    "authorised": {"capacity": "gemachtigde", "machtiging_signed": True},
    "curator": {"capacity": "vertegenwoordiger", "age_group": "volwassen", "relation": "curator"},
    "mentor": {"capacity": "vertegenwoordiger", "age_group": "volwassen", "relation": "mentor"},
    "parent of a child of 11": {
        "capacity": "vertegenwoordiger",
        "age_group": "onder-12",
        "relation": "ouder-met-gezag",
    },
    "guardian of a child of 14": {"capacity": "vertegenwoordiger", "age_group": "12-15", "relation": "voogd"},
    **{f"next of kin: {kin}": {"capacity": "nabestaande", "relation": kin} for kin in NEXT_OF_KIN},
    **{
        f"without a mentor: {next_in_line}": {
            "capacity": "vertegenwoordiger",
            "age_group": "volwassen",
            "relation": next_in_line,
            "mentor_appointed": False,
        }
        for next_in_line in NEXT_IN_LINE
    },
}
NO_RIGHTS: dict[str, dict[str, Any]] = {
    "nobody to the client": {"capacity": "anders"},
    "not yet authorised": {"capacity": "gemachtigde", "machtiging_signed": False},
    "friend of the deceased": {"capacity": "nabestaande", "relation": "geen-van-deze"},
    "neighbour of an adult": {
        "capacity": "vertegenwoordiger",
        "age_group": "volwassen",
        "relation": "geen-van-deze",
        "mentor_appointed": False,
    },
    "partner, while the mentor says no": {
        "capacity": "vertegenwoordiger",
        "age_group": "volwassen",
        "relation": "partner",
        "mentor_appointed": True,
        "mentor_agrees": False,
    },
    "grandparent of a child": {
        "capacity": "vertegenwoordiger",
        "age_group": "onder-12",
        "relation": "geen-van-deze",
    },
    "grandparent of somebody of 16": {
        "capacity": "vertegenwoordiger",
        "age_group": "16-17",
        "relation": "geen-van-deze",
    },
    "parent of somebody of 17 who decides": {
        "capacity": "vertegenwoordiger",
        "age_group": "16-17",
        "relation": "ouder-met-gezag",
        "client_decides": True,
    },
}


@pytest.mark.parametrize("who", RIGHTS)
def test_this_person_may_complain(who: str) -> None:
    assert standing(dossier(complainant=RIGHTS[who]).complainant).allowed is True


@pytest.mark.parametrize("who", NO_RIGHTS)
def test_this_person_may_not_complain(who: str) -> None:
    assert standing(dossier(complainant=NO_RIGHTS[who]).complainant).allowed is False


def test_the_circle_of_next_of_kin_is_closed() -> None:
    kin = [Complainant(capacity=Capacity.NABESTAANDE, relation=relation) for relation in Relation]
    admitted = {complainant.relation for complainant in kin if standing(complainant).allowed}
    assert admitted == {
        Relation.ECHTGENOOT,
        Relation.ONDERHOUDEN_FAMILIE,
        Relation.GEZIN_ONDERHOUDEN,
        Relation.GEZIN_HUISHOUDEN,
        Relation.EERSTE_GRAAD_OF_BROER_ZUS,
    }


LEFT_OVER: dict[str, dict[str, Any]] = {
    "from an adult, for a child": {
        "capacity": "vertegenwoordiger",
        "age_group": "onder-12",
        "relation": "partner",
    },
    "from a child, for an adult": {
        "capacity": "vertegenwoordiger",
        "age_group": "volwassen",
        "relation": "ouder-met-gezag",
    },
    "from a representative, for the deceased": {"capacity": "nabestaande", "relation": "mentor"},
    "from next of kin, for a child": {
        "capacity": "vertegenwoordiger",
        "age_group": "12-15",
        "relation": "echtgenoot",
    },
}


@pytest.mark.parametrize("kind", LEFT_OVER)
def test_a_relation_left_over_is_asked_again(kind: str) -> None:
    start = dossier(complainant=LEFT_OVER[kind])
    assert standing(start.complainant).allowed is None
    assert "complainant" in asked(start)


@pytest.mark.parametrize(
    ("relation", "agrees"), list(product(["partner", "grootouder-kleinkind", "geen-van-deze"], [True, False]))
)
def test_where_there_is_a_mentor_only_the_consent_of_the_mentor_counts(relation: str, agrees: bool) -> None:
    complainant = {
        "capacity": "vertegenwoordiger",
        "age_group": "volwassen",
        "relation": relation,
        "mentor_appointed": True,
        "mentor_agrees": agrees,
    }
    assert standing(dossier(complainant=complainant).complainant).allowed is agrees


def test_what_was_not_read_in_the_law_is_said_not_to_be() -> None:
    complainant = {
        "capacity": "vertegenwoordiger",
        "age_group": "volwassen",
        "relation": "grootouder-kleinkind",
        "mentor_appointed": False,
    }
    found = standing(dossier(complainant=complainant).complainant)
    assert law.records()[found.rule][-1].standing == "niet gecontroleerd"
