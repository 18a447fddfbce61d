"""Whole cases from practice (cases/vignettes.toml): what the person told us, and all that must come of it."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.given import dossier, named, page, table, text_of
from wizard import deadlines, documents, law, procedures, triage
from wizard.afterwards.grounds import dispute_ground, ground_sentence
from wizard.afterwards.status import status
from wizard.dossier import Dossier
from wizard.route import route

VIGNETTES = table("vignettes")["vignette"]
WORDS = {"ja": True, "nee": False, "onbekend": None}
ENOUGH_FOR_A_LETTER: dict[str, Any] = {
    "provider": {"name": "Zorgaanbieder De Brug"},
    "sender": {"name": "M. Vos", "email": "m.vos@example.nl"},
    "points": [{"what_happened": "Er is iets gebeurd."}],
}


def told(case: dict[str, Any]) -> Dossier:
    """What the person told us, with an addressee and a complaint where the case does not speak of them."""
    return dossier(procedure=case.get("procedure", "wkkgz"), **(ENOUGH_FOR_A_LETTER | case["answers"]))


@cache
def outcome(name: str) -> triage.Outcome:
    case = next(case for case in VIGNETTES if case["name"] == name)
    return triage.outcome(told(case), procedures.procedure(case.get("procedure", "wkkgz")))


def with_(*keys: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in VIGNETTES if any(key in case for key in keys)]


@pytest.mark.parametrize("case", VIGNETTES, ids=named)
def test_who_may_complain(case: dict[str, Any]) -> None:
    found = outcome(case["name"]).standing
    assert found.allowed is WORDS[case["allowed"]]
    assert law.record(found.rule, case["today"]).article
    assert found.rule == case.get("rule", found.rule)


@pytest.mark.parametrize("case", VIGNETTES, ids=named)
def test_which_act_holds(case: dict[str, Any]) -> None:
    assert outcome(case["name"]).wkkgz is WORDS[case["wkkgz"]]


@pytest.mark.parametrize("case", VIGNETTES, ids=named)
def test_which_other_roads_are_shown(case: dict[str, Any]) -> None:
    ids = {found.title: name for name, found in triage.referrals().items()}
    shown = outcome(case["name"]).referrals
    assert [ids[found.title] for found in shown] == case["referrals"]
    assert case.get("says", "") in " ".join(f"{found.why} {found.how} {found.who}" for found in shown)


@pytest.mark.parametrize("case", with_("asks"))
def test_what_is_still_asked(case: dict[str, Any]) -> None:
    assert list(outcome(case["name"]).open_questions) == case["asks"]


@pytest.mark.parametrize("case", VIGNETTES, ids=named)
def test_whether_a_letter_can_be_made(case: dict[str, Any]) -> None:
    stops = [gap.id for gap in documents.gaps(told(case)) if gap.stops]
    assert stops == ([] if case["letter"] else ["hoedanigheid"])


@pytest.mark.parametrize("case", with_("letter_says", "letter_says_not", "wishes", "headings"))
def test_what_the_letter_says(case: dict[str, Any]) -> None:
    printed = text_of(page(told(case), case["today"]))
    wanted = [*case.get("letter_says", ()), *case.get("wishes", ()), *case.get("headings", ())]
    assert [words for words in wanted if words not in printed] == []
    assert [words for words in case.get("letter_says_not", ()) if words in printed] == []


def dates_of(case: dict[str, Any]) -> dict[str, deadlines.Deadline]:
    start = told(case)
    found = deadlines.deadlines(start, procedures.procedure(start.procedure), case["today"])
    awaited = deadlines.awaited(start, case["today"])
    return {date_.id: date_ for date_ in found} | ({"awaited": awaited} if awaited else {})


@pytest.mark.parametrize("case", with_("dates", "no_dates"))
def test_which_dates_come_out(case: dict[str, Any]) -> None:
    found = dates_of(case)
    assert {name: found[name].day for name in case.get("dates", ())} == case.get("dates", {})
    assert not set(case.get("no_dates", ())) & set(found)


@pytest.mark.parametrize("case", with_("late"))
def test_which_dates_have_passed(case: dict[str, Any]) -> None:
    found = dates_of(case)
    assert [name for name, date_ in found.items() if date_.is_late(case["today"]) and name != "awaited"] == case["late"]


@pytest.mark.parametrize("case", with_("dates"))
def test_the_status_names_the_same_days(case: dict[str, Any]) -> None:
    start = told(case)
    found = status(start, procedures.procedure(start.procedure), case["today"])
    late = {item.id: item.deadline.day for item in found.late}
    named = {term.id: term.day for term in found.open_terms} | late
    wanted = {name: day for name, day in case["dates"].items() if name in named}
    assert {name: named[name] for name in wanted} == wanted
    awaited = case["dates"].get("awaited")
    assert awaited is None or awaited in named.values()
    assert list(late) == case.get("late", list(late))
    assert found.dispute.window.last_day == case["dates"].get("geschil-uiterlijk", found.dispute.window.last_day)


@pytest.mark.parametrize("case", with_("dispute"))
def test_on_what_ground_the_disputes_body_is_open(case: dict[str, Any]) -> None:
    start, today = told(case), case["today"]
    assert (dispute_ground(start, today) or "") == case["dispute"]
    expected = law.record(case["dispute"], today).sentence if case["dispute"] else ""
    assert ground_sentence(start, today) == expected


@pytest.mark.parametrize("case", VIGNETTES, ids=named)
def test_which_steps_are_open(case: dict[str, Any]) -> None:
    start = told(case)
    found = route(start, procedures.procedure(start.procedure), case["today"])
    visitable = {stop.step.id for stop in found.stops if stop.can_visit}
    assert set(case.get("open", ())) <= visitable
    assert not set(case.get("closed", ())) & visitable
    assert ("klacht" in visitable) is (case["allowed"] != "nee")
    assert all(stop.why_not for stop in found.stops if not stop.can_visit)


@pytest.mark.parametrize("case", with_("next"))
def test_which_step_comes_next(case: dict[str, Any]) -> None:
    start = told(case)
    stop = route(start, procedures.procedure(start.procedure), case["today"]).next
    assert stop is not None
    assert stop.step.id == case["next"]


@pytest.mark.parametrize("case", with_("mediation"))
def test_nobody_suggests_mediation(case: dict[str, Any]) -> None:
    start = told(case)
    found = route(start, procedures.procedure(start.procedure), case["today"])
    assert not triage.mediation_fits(start)
    assert "bemiddeling" not in [stop.step.id for stop in found.choices]


@pytest.mark.parametrize("case", with_("terms_of"))
def test_a_rule_is_explained_in_the_procedure(case: dict[str, Any]) -> None:
    steps = procedures.procedure(case.get("procedure", "wkkgz")).steps
    assert any(case["terms_of"] in step.terms for step in steps)


def test_nobody_without_standing_is_left_without_somebody_to_turn_to() -> None:
    refused = [case for case in VIGNETTES if case["allowed"] == "nee"]
    assert [case["name"] for case in refused if not case["referrals"]] == []


def test_every_vignette_says_its_day() -> None:
    assert [case["name"] for case in VIGNETTES if not isinstance(case["today"], date)] == []
