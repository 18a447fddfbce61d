"""The answer, checked: each element that Wkkgz art. 17(1) asks for, and where its absence leads."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.given import TODAY, dossier
from tests.strategies import dossiers
from wizard import law
from wizard.afterwards import actions, answer
from wizard.afterwards.answer import (
    LIGHTER,
    PARTS,
    Lack,
    answered,
    breaks_the_rules,
    came_late,
    is_overdue,
    lacks,
    unchecked,
)
from wizard.dossier import Dossier

LAST_DAY, DAY_AFTER = date(2026, 4, 7), date(2026, 4, 8)
COMPLETE = dict.fromkeys(PARTS, True)


def with_answer(**handling: Any) -> Dossier:
    """An answer to a complaint that the provider received on 23 February 2026; the last day was 7 April."""
    dated = {"received_on": "2026-02-23", "answered_on": "2026-04-07"}
    return dossier(situation={"care": "zorg"}, complainant={"capacity": "client"}, handling=dated | handling)


def only(start: Dossier, today: date = DAY_AFTER) -> Lack:
    found = lacks(start, today)
    assert len(found) == 1
    return found[0]


def test_a_complete_answer_in_time_lacks_nothing() -> None:
    start = with_answer(answer=COMPLETE, answer_satisfies=True)
    assert lacks(start, DAY_AFTER) == []
    assert not breaks_the_rules(start, DAY_AFTER)
    assert unchecked(start) == ()


def test_what_nobody_looked_at_is_not_missing() -> None:
    assert lacks(with_answer(), DAY_AFTER) == []
    assert unchecked(with_answer()) == tuple(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_each_missing_element_leads_to_a_next_step_a_ground_and_lighter_ways(part: str) -> None:
    found = only(with_answer(answer=COMPLETE | {part: False}))
    assert found.id == PARTS[part][0]
    assert found.article == "art. 17 lid 1 Wkkgz"
    assert (found.ground, found.ground_article) == ("geschil-regels", "art. 21 lid 1 onder a Wkkgz")
    assert found.ground_sentence == law.record("antwoord-onvolledig", TODAY).sentence
    assert found.todo.startswith("Vraag de zorgaanbieder")
    assert found.counts
    assert set(found.lighter) <= set(actions.entries())


@pytest.mark.parametrize("part", PARTS)
def test_as_long_as_the_term_runs_the_provider_may_still_complete_it(part: str) -> None:
    start = with_answer(answered_on="2026-03-02", answer=COMPLETE | {part: False})
    found = only(start, LAST_DAY)
    assert not found.counts
    assert found.todo.endswith("De zorgaanbieder heeft daarvoor nog tijd tot en met dinsdag 7 april 2026.")
    assert not breaks_the_rules(start, LAST_DAY)
    assert breaks_the_rules(start, DAY_AFTER)


def test_measures_are_asked_for_only_where_any_were_decided() -> None:
    nothing_decided = COMPLETE | {"measures_term": None}
    assert lacks(with_answer(answer=nothing_decided), DAY_AFTER) == []


def test_an_answer_that_was_only_said_aloud_is_none_and_nothing_else_of_it_is_looked_at() -> None:
    start = with_answer(answer={"in_writing": False, "with_reasons": False, "oordeel": False})
    assert not answered(start)
    assert only(start).id == "schriftelijk"
    assert is_overdue(start, DAY_AFTER)
    assert not is_overdue(start, LAST_DAY)


@pytest.mark.parametrize(("on", "late"), [("2026-04-07", False), ("2026-04-08", True)])
def test_an_answer_is_late_from_the_day_after_the_last_day(on: str, late: bool) -> None:
    start = with_answer(answered_on=on)
    assert came_late(start) is late
    assert [lack.id for lack in lacks(start, TODAY)] == (["op-tijd"] if late else [])


def test_an_agreed_day_is_respected_by_whoever_agreed() -> None:
    assert not came_late(with_answer(answered_on="2026-05-01", agreed_until="2026-05-01"))
    assert came_late(with_answer(answered_on="2026-05-02", agreed_until="2026-05-01"))
    refused = with_answer(
        answered_on="2026-05-01", further_extension_asked_until="2026-05-01", further_extension_agreed=False
    )
    assert came_late(refused)


def test_the_own_opinion_of_the_client_is_its_own_ground() -> None:
    found = only(with_answer(answer=COMPLETE, answer_satisfies=False))
    assert (found.id, found.ground) == ("voldoende", "geschil-antwoord")
    assert found.article == found.ground_article == "art. 21 lid 1 onder b Wkkgz"
    assert found.lighter == LIGHTER


@pytest.mark.parametrize(
    "answers",
    [
        {"situation": {"care": "wmo"}},
        {"letter": {"formality": "eerst-informeel"}},
        {"handling": {"in_writing": False, "answered_on": "2026-04-07", "answer": {"oordeel": False}}},
        {"handling": {"received_on": "2026-02-23", "answer": {"oordeel": False}}},
    ],
)
def test_without_a_clock_or_an_answer_nothing_is_asked_of_it(answers: dict[str, Any]) -> None:
    missing = {"received_on": "2026-02-23", "answered_on": "2026-04-07", "answer": {"oordeel": False}}
    assert lacks(dossier(**({"situation": {"care": "zorg"}, "handling": missing} | answers)), TODAY) == []


def test_the_parts_are_the_fields_of_the_dossier() -> None:
    assert list(PARTS) == list(type(dossier().handling.answer).model_fields)


@given(dossiers(), st.dates(date(2016, 1, 1), date(2100, 1, 1)))
def test_nothing_is_called_missing_that_the_client_did_not_say(start: Dossier, today: date) -> None:
    said = {key for name, (key, *_) in PARTS.items() if getattr(start.handling.answer, name) is False}
    found = {lack.id for lack in answer.lacks(start, today)}
    assert found <= said | {"op-tijd", "voldoende"}
    assert ("voldoende" in found) <= (start.handling.answer_satisfies is False)
