"""The road: which step is next, which are behind, which may be taken; always recomputed, so never stale."""

from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.given import PROCEDURES, TODAY, changed, dossier
from tests.strategies import dossiers
from wizard import procedures
from wizard.afterwards.grounds import dispute_ground
from wizard.afterwards.status import status
from wizard.choices import Hurry
from wizard.dossier import Dossier
from wizard.procedures import Kind
from wizard.route import Route, State, route

CLIENT = {"capacity": "client"}
ORDINARY = {"hurry": [], "care": "zorg"}


def road(start: Dossier, procedure: str = "wkkgz", today: date = TODAY) -> Route:
    return route(start, procedures.procedure(procedure), today)


def next_step(start: Dossier, procedure: str, today: date = TODAY) -> str | None:
    found = road(start, procedure, today).next
    return found.step.id if found else None


# From a fresh dossier until a ruling

TALKED = {"tried__talk": {"held": True}}
REPORTED = {"tried__contactpersoon": {"held": True}}
HELPED = {"tried__klachtenfunctionaris": {"held": True}}
BOTH = {"tried__mediation_wanted": True, "tried__mediation_wanted_by_provider": True}
MEDIATED = {"tried__mediation": {"held": True}}
SENT = {"handling__in_writing": True, "handling__received_on": "2026-06-01"}
ANSWERED = {"handling__answered_on": "2026-06-20", "handling__answer_satisfies": False}
DISPUTED = {"handling__dispute_submitted_on": "2026-06-25"}
RULED = {"handling__ruling_on": "2026-06-30"}
END: list[tuple[dict[str, Any], str | None]] = [(SENT, "antwoord"), (ANSWERED, "geschil"), (DISPUTED, "uitspraak")]
WALKS: dict[str, list[tuple[dict[str, Any], str | None]]] = {
    "wkkgz": [({}, "gesprek"), (TALKED, "klachtenfunctionaris"), (HELPED, "klacht"), *END, (RULED, None)],
    "quasir": [
        ({}, "gesprek"),
        (TALKED, "klachtenfunctionaris"),
        (HELPED, "wederhoor"),
        (BOTH, "wederhoor"),
        (MEDIATED, "geen-oplossing"),
        *END,
        (RULED, None),
    ],
    "klachtenloket-zorg": [
        ({}, "onvrede"),
        ({"points": [{"what_happened": "x"}]}, "gesprek"),
        (TALKED, "klachtenfunctionaris"),
        (HELPED, "klacht"),
        (BOTH, "bemiddeling"),
        (MEDIATED, "klacht"),
        *END,
        (RULED, None),
    ],
    "complementaire-zorg": [
        ({}, "gesprek"),
        (TALKED, "contactpersoon"),
        (REPORTED, "klachtenfunctionaris"),
        (HELPED, "klacht"),
        *END,
        (RULED, None),
    ],
    "klachtenhulp": [
        ({}, "klacht"),
        (SENT, "klachtenfunctionaris"),
        (HELPED, "antwoord"),
        (BOTH, "bemiddeling"),
        (MEDIATED, "antwoord"),
        (ANSWERED, "geschil"),
        (DISPUTED, "uitspraak"),
        (RULED, "terugblik"),
    ],
    "burgercoaching": [
        ({}, "gesprek"),
        (TALKED, "klachtenfunctionaris"),
        (HELPED, "klacht"),
        *END,
        (RULED, None),
    ],
}
FURTHER_ON = [
    (name, stage, kind.value)
    for name in PROCEDURES
    for stage, kind in (("besproken", Kind.GESPREK), ("ingediend", Kind.KLACHT), ("antwoord", Kind.ANTWOORD))
    if procedures.procedure(name).step(kind)
]


@pytest.mark.parametrize("name", PROCEDURES)
def test_each_answer_leads_to_the_next_step_until_a_ruling(name: str) -> None:
    start = dossier(procedure=name, situation=ORDINARY, complainant=CLIENT)
    for answers, expected in WALKS[name]:
        start = changed(start, **answers)
        assert next_step(start, name) == expected, answers


@pytest.mark.parametrize("name", PROCEDURES)
def test_taking_back_an_answer_takes_back_its_step(name: str) -> None:
    there = dossier(procedure=name, situation=ORDINARY, complainant=CLIENT)
    for answers, _ in WALKS[name]:
        there = changed(there, **answers)
    for (_, before), (answers, _) in reversed(list(pairwise(WALKS[name]))):
        there = changed(there, **{path: attrgetter(path.replace("__", "."))(Dossier()) for path in answers})
        assert next_step(there, name) == before, answers


@pytest.mark.parametrize("name", PROCEDURES)
def test_whoever_wants_to_write_at_once_may(name: str) -> None:
    start = dossier(procedure=name, situation=ORDINARY, complainant=CLIENT)
    assert road(start, name).can_visit("klacht")
    assert "klacht" in [stop.step.id for stop in road(start, name).choices]


@pytest.mark.parametrize("name", PROCEDURES)
@pytest.mark.parametrize("stage", ["begin", "besproken", "klachtenfunctionaris"])
def test_a_klachtenfunctionaris_is_never_a_condition(name: str, stage: str) -> None:
    found = road(dossier(procedure=name, situation=ORDINARY | {"stage": stage}, complainant=CLIENT), name)
    assert found.can_visit("klacht")
    stop = found.stop(Kind.KLACHTENFUNCTIONARIS)
    assert stop is not None
    assert stop.can_visit
    assert stop.step.optional


@pytest.mark.parametrize(("name", "stage", "behind"), FURTHER_ON)
def test_somebody_who_is_further_on_starts_at_the_right_step(name: str, stage: str, behind: str) -> None:
    found = road(dossier(procedure=name, situation=ORDINARY | {"stage": stage}, complainant=CLIENT), name)
    order = [stop.step.id for stop in found.stops]
    assert behind in [stop.step.id for stop in found.completed]
    assert found.next is not None
    assert order.index(found.next.step.id) > order.index(behind)


@pytest.mark.parametrize("name", PROCEDURES)
def test_somebody_who_spoke_with_the_klachtenfunctionaris_can_go_on_to_the_written_complaint(name: str) -> None:
    found = road(
        dossier(procedure=name, situation=ORDINARY | {"stage": "klachtenfunctionaris"}, complainant=CLIENT), name
    )
    assert "klachtenfunctionaris" in [stop.step.id for stop in found.completed]
    assert "klacht" in [stop.step.id for stop in found.choices]


@pytest.mark.parametrize("name", PROCEDURES)
def test_no_talk_leaves_the_written_complaint_behind(name: str) -> None:
    start = changed(dossier(situation=ORDINARY, complainant=CLIENT), **TALKED, **REPORTED, **HELPED, **BOTH, **MEDIATED)
    stop = road(start, name).stop(Kind.KLACHT)
    assert stop is not None
    assert stop.state in (State.NU, State.OPEN)


@pytest.mark.parametrize("name", PROCEDURES)
def test_an_answer_that_satisfies_ends_the_road(name: str) -> None:
    start = changed(dossier(situation=ORDINARY, complainant=CLIENT), **SENT, handling__answered_on="2026-06-20")
    content = changed(start, handling__answer_satisfies=True)
    assert next_step(content, name) in (None, "terugblik")
    stop = road(content, name).stop(Kind.GESCHIL)
    assert stop is not None
    assert stop.why_not.startswith("U vindt het antwoord goed genoeg.")
    assert road(changed(content, handling__answer_satisfies=False), name).can_visit("geschil")


# What never leaves a step behind

WAITING = {"handling__received_on": "2026-05-25"}
MORE_TIME = {
    "an extension": {"handling__extension_notice_on": "2026-06-20"},
    "more time that was agreed to": {"handling__agreed_until": "2026-09-01"},
    "a talk under guidance": {"tried__mediation": {"held": True}},
}
WITHOUT_A_CLOCK: dict[str, dict[str, Any]] = {
    "only said aloud": {"handling__in_writing": False, "situation__stage": "antwoord"},
    "only asked for a talk": {"letter__formality": "eerst-informeel", "handling__sent_on": "2026-05-25"},
}


@pytest.mark.parametrize("name", PROCEDURES)
@pytest.mark.parametrize("kind", MORE_TIME)
def test_more_time_or_a_talk_leaves_no_answer_behind(name: str, kind: str) -> None:
    start = changed(dossier(situation=ORDINARY, complainant=CLIENT), **WAITING, **HELPED, **MORE_TIME[kind])
    assert next_step(start, name) == "antwoord"
    stop = road(start, name).stop(Kind.ANTWOORD)
    assert stop is not None
    assert stop.state in (State.NU, State.OPEN)


@pytest.mark.parametrize("name", PROCEDURES)
@pytest.mark.parametrize("kind", WITHOUT_A_CLOCK)
def test_an_answer_to_what_was_no_formal_complaint_leads_to_the_written_one(name: str, kind: str) -> None:
    start = changed(dossier(situation=ORDINARY, complainant=CLIENT), **WITHOUT_A_CLOCK[kind], **ANSWERED)
    assert next_step(start, name) == "klacht"
    content = changed(start, handling__answer_satisfies=True)
    assert next_step(content, name) in (None, "terugblik")


@pytest.mark.parametrize("name", [name for name in PROCEDURES if name != "complementaire-zorg"])
def test_who_mediated_without_a_complaint_is_not_sent_back_to_a_talk(name: str) -> None:
    start = changed(dossier(situation=ORDINARY, complainant=CLIENT, points=[{"what_happened": "x"}]), **MEDIATED)
    assert next_step(start, name) == ("geen-oplossing" if name == "quasir" else "klacht")


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_klachtenfunctionaris_can_be_asked_until_there_is_an_answer(name: str) -> None:
    def offered(start: Dossier) -> bool:
        return "klachtenfunctionaris" in [stop.step.id for stop in road(start, name).choices]

    waiting = changed(dossier(situation=ORDINARY, complainant=CLIENT), **WAITING)
    assert offered(waiting)
    assert offered(changed(waiting, **MORE_TIME["an extension"]))
    assert not offered(changed(waiting, handling__answered_on="2026-06-20"))
    assert not offered(changed(waiting, handling__dispute_submitted_on="2026-06-20"))


@pytest.mark.parametrize("name", PROCEDURES)
def test_nobody_is_offered_more_time_before_it_was_asked_for(name: str) -> None:
    waiting = changed(dossier(situation=ORDINARY, complainant=CLIENT), **WAITING)
    assert not road(waiting, name).can_visit("nadere-verlenging")
    asked = changed(waiting, handling__further_extension_asked_on="2026-06-20")
    assert "nadere-verlenging" in [stop.step.id for stop in road(asked, name).choices]


# Danger, a crime, and a reason to go at once


@pytest.mark.parametrize("name", PROCEDURES)
@pytest.mark.parametrize("hurry", ["gevaar", "misdrijf"])
@pytest.mark.parametrize("answers", [{}, TALKED, HELPED, WAITING, WITHOUT_A_CLOCK["only asked for a talk"]])
def test_no_talk_comes_next_in_danger_or_after_a_crime(name: str, hurry: str, answers: dict[str, Any]) -> None:
    points = [{"what_happened": "x"}]
    start = dossier(situation={"hurry": [hurry], "care": "zorg"}, complainant=CLIENT, points=points)
    assert next_step(changed(start, **answers), name) == ("antwoord" if answers is WAITING else "klacht")


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_reason_to_go_at_once_goes_before_a_talk_until_there_is_a_ruling(name: str) -> None:
    start = dossier(situation=ORDINARY, complainant=CLIENT, handling={"direct_reason": "grensoverschrijding"})
    assert next_step(start, name) == "geschil"
    assert "klacht" in [stop.step.id for stop in road(start, name).choices]
    assert next_step(changed(start, **DISPUTED), name) == "uitspraak"


@pytest.mark.parametrize("kind", WITHOUT_A_CLOCK)
def test_the_status_and_the_road_say_the_same_of_a_reason_to_go_at_once(kind: str) -> None:
    start = dossier(situation=ORDINARY, complainant=CLIENT, handling={"direct_reason": "grensoverschrijding"})
    start = changed(start, **WITHOUT_A_CLOCK[kind])
    for case in (start, changed(start, situation__stage=None), changed(start, **ANSWERED)):
        found = status(case, procedures.procedure("wkkgz"), TODAY).step
        assert found is not None
        assert (found.id, next_step(case, "wkkgz")) == ("geschil", "geschil")


# The disputes body


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_disputes_body_is_closed_before_an_answer_and_can_still_be_read_about(name: str) -> None:
    start = changed(dossier(situation=ORDINARY, complainant=CLIENT), **SENT)
    stop = road(start, name, date(2026, 7, 13)).stop(Kind.GESCHIL)
    assert stop is not None
    assert not stop.can_visit
    assert "Dit kan na een antwoord dat u niet helpt" in stop.why_not
    assert stop.step.what


@pytest.mark.parametrize("name", PROCEDURES)
@pytest.mark.parametrize(
    ("answers", "today", "ground"),
    [
        ({"handling": {"answered_on": "2026-06-20", "received_on": "2026-06-01"}}, "2026-07-01", "geschil-antwoord"),
        ({"handling": {"received_on": "2026-06-01"}}, "2026-07-14", "geschil-regels"),
        ({"handling": {"direct_reason": "grensoverschrijding"}}, "2026-07-01", "geschil-direct"),
        ({"handling": {"direct_reason": "anders"}}, "2026-07-01", "geschil-direct"),
        ({"situation": ORDINARY | {"stage": "antwoord"}}, "2026-07-01", "geschil-antwoord"),
    ],
)
def test_it_opens_after_an_answer_a_late_answer_or_a_reason(
    name: str, answers: dict[str, Any], today: str, ground: str
) -> None:
    start = dossier(**({"situation": ORDINARY, "complainant": CLIENT} | answers))
    assert dispute_ground(start, date.fromisoformat(today)) == ground
    assert road(start, name, date.fromisoformat(today)).can_visit("geschil")


@pytest.mark.parametrize(
    "answers",
    [
        {"letter": {"formality": "eerst-informeel"}, "handling": {"received_on": "2026-01-05"}},
        {"handling": {"received_on": "2026-01-05", "in_writing": False}},
        {"handling": {"received_on": "2026-01-05", "agreed_until": "2026-07-01"}},
        {"situation": ORDINARY | {"stage": "ingediend"}},
        {"tried": {"klachtenfunctionaris": {"held": True}, "mediation": {"held": True}}},
    ],
)
def test_it_stays_closed_while_nobody_is_late(answers: dict[str, Any]) -> None:
    start = dossier(**({"situation": ORDINARY, "complainant": CLIENT} | answers))
    assert dispute_ground(start, TODAY) is None
    assert not road(start).can_visit("geschil")


@pytest.mark.parametrize("care", ["jeugdhulp", "wmo", "keuring", "verzekeraar", "hulpmiddel"])
def test_it_stays_closed_under_another_act(care: str) -> None:
    start = dossier(situation={"hurry": [], "care": care, "stage": "antwoord"}, complainant=CLIENT)
    stop = road(start).stop(Kind.GESCHIL)
    assert stop is not None
    assert stop.why_not.startswith("Voor deze zorg of hulp geldt een andere wet.")


# Mediation


@pytest.mark.parametrize("name", [name for name in PROCEDURES if name != "complementaire-zorg"])
def test_the_day_on_which_both_agreed_to_mediate_says_that_both_want_it(name: str) -> None:
    start = dossier(situation=ORDINARY, complainant=CLIENT, handling={"mediation_agreed_on": "2026-06-01"})
    assert road(start, name).can_visit("bemiddeling")


@pytest.mark.parametrize("name", [name for name in PROCEDURES if name != "complementaire-zorg"])
@pytest.mark.parametrize(
    ("client", "provider"), [(None, None), (True, None), (None, True), (True, False), (False, True)]
)
def test_mediation_is_closed_unless_both_want_it(name: str, client: bool | None, provider: bool | None) -> None:
    tried = {"mediation_wanted": client, "mediation_wanted_by_provider": provider}
    stop = road(dossier(situation=ORDINARY, complainant=CLIENT, tried=tried), name).stop(Kind.BEMIDDELING)
    assert stop is not None
    assert stop.why_not == "Bemiddeling kan alleen als u en de zorgaanbieder het allebei willen."


@pytest.mark.parametrize("name", [name for name in PROCEDURES if name != "complementaire-zorg"])
@pytest.mark.parametrize("hurry", Hurry)
def test_mediation_is_closed_after_what_it_does_not_fit_even_if_both_want_it(name: str, hurry: Hurry) -> None:
    start = changed(dossier(situation={"hurry": [hurry], "care": "zorg"}, complainant=CLIENT), **BOTH)
    assert not road(start, name).can_visit("bemiddeling")
    assert road(dossier(), name).can_visit("klacht")


# What holds for every dossier


@given(dossiers(), st.sampled_from(PROCEDURES), st.dates(date(2016, 1, 1), date(2100, 1, 1)))
def test_every_road_is_whole(start: Dossier, name: str, today: date) -> None:
    found = road(start, name, today)
    states = [stop.state for stop in found.stops]
    assert [stop.step for stop in found.stops] == list(procedures.procedure(name).steps)
    assert states.count(State.NU) <= 1
    assert all(stop.can_visit is not bool(stop.why_not) for stop in found.stops)
    assert found.next is None or found.next.can_visit
    assert set(found.completed).isdisjoint(found.choices)


def test_under_another_act_an_answer_opens_no_disputes_body() -> None:
    jeugdhulp = dossier(situation={"care": "jeugdhulp"}, handling={"answered_on": "2026-05-01"})
    assert dispute_ground(jeugdhulp, TODAY) is None
