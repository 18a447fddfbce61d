"""Days that cannot be right are named with their place; days that can be right are left alone."""

from typing import Any

import pytest

from tests.given import PROCEDURES, TODAY, dossier, example
from wizard.checks import impossible_days
from wizard.choices import Hurry

IMPOSSIBLE: dict[str, tuple[dict[str, Any], str, str]] = {
    "received tomorrow": (
        {"handling": {"received_on": "2026-07-02"}},
        "handling.received_on",
        "2 juli 2026 moet nog komen",
    ),
    "born tomorrow": (
        {"complainant": {"client_birth_date": "2026-07-02"}},
        "complainant.client_birth_date",
        "moet nog komen",
    ),
    "a complaint about tomorrow": (
        {"points": [{"when": {"day": "2026-07-02"}}]},
        "points.0.when.day",
        "moet nog komen",
    ),
    "an event of tomorrow": ({"events": [{}, {"when": {"day": "2027-01-01"}}]}, "events.1.when.day", "moet nog komen"),
    "a talk of tomorrow": (
        {"tried": {"talk": {"when": {"day": "2026-07-02"}}}},
        "tried.talk.when.day",
        "moet nog komen",
    ),
    "before the Act": ({"handling": {"received_on": "2015-12-31"}}, "handling.received_on", "vanaf 1 januari 2016"),
    "received before it was sent": (
        {"handling": {"sent_on": "2026-06-02", "received_on": "2026-06-01"}},
        "handling.received_on",
        "voordat u die stuurde",
    ),
    "answered before it was received": (
        {"handling": {"received_on": "2026-06-02", "answered_on": "2026-06-01"}},
        "handling.answered_on",
        "voordat de klacht er was",
    ),
    "acknowledged before it was received": (
        {"handling": {"received_on": "2026-06-02", "acknowledged_on": "2026-06-01"}},
        "handling.acknowledged_on",
        "voordat de klacht er was",
    ),
    "extended before it was received": (
        {"handling": {"received_on": "2026-06-02", "extension_notice_on": "2026-06-01"}},
        "handling.extension_notice_on",
        "voordat de klacht er was",
    ),
    "a dispute before the complaint": (
        {"handling": {"first_complaint_on": "2026-06-02", "dispute_submitted_on": "2026-06-01"}},
        "handling.dispute_submitted_on",
        "niet voorleggen voordat u klaagde",
    ),
    "a dispute before it was sent": (
        {"handling": {"sent_on": "2026-01-05", "dispute_submitted_on": "2026-01-04"}},
        "handling.dispute_submitted_on",
        "niet voorleggen voordat u klaagde",
    ),
    "more time until before receipt": (
        {"handling": {"received_on": "2026-01-05", "further_extension_asked_until": "2026-01-02"}},
        "handling.further_extension_asked_until",
        "niet voor de dag van ontvangst",
    ),
    "agreed until before it was sent": (
        {"handling": {"sent_on": "2026-01-05", "agreed_until": "2026-01-02"}},
        "handling.agreed_until",
        "niet voor de dag van ontvangst",
    ),
    "acknowledged before the first complaint": (
        {"handling": {"first_complaint_on": "2026-01-05", "acknowledged_on": "2026-01-02"}},
        "handling.acknowledged_on",
        "voordat de klacht er was",
    ),
    "a ruling before the dispute": (
        {"handling": {"dispute_submitted_on": "2026-06-02", "ruling_on": "2026-06-01"}},
        "handling.ruling_on",
        "voordat u het geschil voorlegde",
    ),
    "received before the first complaint": (
        {"handling": {"first_complaint_on": "2026-06-02", "received_on": "2026-06-01"}},
        "handling.received_on",
        "voordat u voor het eerst klaagde",
    ),
    "answered before it was sent": (
        {"handling": {"sent_on": "2026-06-02", "answered_on": "2026-06-01"}},
        "handling.answered_on",
        "voordat u de klacht stuurde",
    ),
    "answered before it was sent and received: asked once": (
        {"handling": {"sent_on": "2026-06-02", "received_on": "2026-06-03", "answered_on": "2026-06-01"}},
        "handling.answered_on",
        "voordat de klacht er was",
    ),
    "asked for more time before it was received": (
        {"handling": {"received_on": "2026-06-02", "further_extension_asked_on": "2026-06-01"}},
        "handling.further_extension_asked_on",
        "Vragen om meer tijd kan niet voordat de klacht er was",
    ),
    "asked until a day before the question": (
        {"handling": {"further_extension_asked_on": "2026-06-02", "further_extension_asked_until": "2026-06-01"}},
        "handling.further_extension_asked_until",
        "niet voor de vraag liggen",
    ),
    "agreed to a day before the question": (
        {"handling": {"further_extension_asked_on": "2026-06-02", "agreed_until": "2026-06-01"}},
        "handling.agreed_until",
        "niet voor de vraag om meer tijd liggen",
    ),
    "agreements before anybody agreed to mediate": (
        {"handling": {"mediation_agreed_on": "2026-06-02", "agreements_made_on": "2026-06-01"}},
        "handling.agreements_made_on",
        "voordat u besloot te bemiddelen",
    ),
    "mediation before anybody agreed to it": (
        {
            "handling": {"mediation_agreed_on": "2026-06-02"},
            "tried": {"mediation": {"held": True, "when": {"day": "2026-06-01"}}},
        },
        "tried.mediation.when.day",
        "als u allebei ja zegt",
    ),
    "agreed to mediate, and one of both does not want it": (
        {"handling": {"mediation_agreed_on": "2026-06-02"}, "tried": {"mediation_wanted_by_provider": False}},
        "handling.mediation_agreed_on",
        "geen bemiddeling wil",
    ),
    "a refused extension with an agreed day": (
        {"handling": {"further_extension_agreed": False, "agreed_until": "2026-09-01"}},
        "handling.agreed_until",
        "U vond meer tijd niet goed, dus deze dag telt niet",
    ),
    "a reason without a notice": (
        {"handling": {"extension_has_reason": True}},
        "handling.extension_notice_on",
        "Wanneer kreeg u dat?",
    ),
    "a checked answer that nobody received": (
        {"handling": {"answer": {"oordeel": False}}},
        "handling.answered_on",
        "Op welke dag kreeg u dat?",
    ),
    "content with an answer that nobody received": (
        {"handling": {"answer_satisfies": True}},
        "handling.answered_on",
        "Op welke dag kreeg u dat?",
    ),
    "the klachtenfunctionaris had it before it was sent": (
        {"handling": {"sent_on": "2026-06-02", "klachtenfunctionaris_received_on": "2026-06-01"}},
        "handling.klachtenfunctionaris_received_on",
        "voordat u die stuurde",
    ),
    "answered before the klachtenfunctionaris had it": (
        {"handling": {"klachtenfunctionaris_received_on": "2026-06-02", "answered_on": "2026-06-01"}},
        "handling.answered_on",
        "voordat de klacht er was",
    ),
    "a ruling on what was never brought": (
        {"handling": {"ruling_on": "2026-06-02"}},
        "handling.dispute_submitted_on",
        "Wanneer legde u het geschil voor?",
    ),
    "more time after the answer": (
        {"handling": {"received_on": "2026-05-04", "answered_on": "2026-06-01", "extension_notice_on": "2026-06-02"}},
        "handling.extension_notice_on",
        "toen u al antwoord had",
    ),
    "only said aloud, and received on a day": (
        {"handling": {"in_writing": False, "received_on": "2026-06-01"}},
        "handling.in_writing",
        "Klaagde u toch schriftelijk?",
    ),
    "only said aloud, and got by the klachtenfunctionaris": (
        {"handling": {"in_writing": False, "klachtenfunctionaris_received_on": "2026-06-01"}},
        "handling.in_writing",
        "Klaagde u toch schriftelijk?",
    ),
    "only said aloud, and more time for the answer": (
        {"handling": {"in_writing": False, "extension_notice_on": "2026-06-01"}},
        "handling.in_writing",
        "bericht kreeg over meer tijd",
    ),
    **{
        f"mediation agreed on after {hurry}": (
            {"situation": {"hurry": [hurry]}, "handling": {"mediation_agreed_on": "2026-06-01"}},
            "handling.mediation_agreed_on",
            "Daar past bemiddeling niet bij",
        )
        for hurry in Hurry
    },
    **{
        f"born on {born} and in the group {group}": (
            {"complainant": {"capacity": "vertegenwoordiger", "age_group": group, "client_birth_date": born}},
            "complainant.client_birth_date",
            "past niet bij de leeftijd",
        )
        for group, born in (
            ("onder-12", "2014-07-01"),
            ("12-15", "2014-07-02"),
            ("12-15", "2010-07-01"),
            ("16-17", "2010-07-02"),
            ("16-17", "2008-07-01"),
            ("volwassen", "2008-07-02"),
        )
    },
    "a letter of two years ago": ({"letter": {"dated": "2024-07-01"}}, "letter.dated", "meer dan een jaar weg"),
    "a letter of the year after next": ({"letter": {"dated": "2028-07-01"}}, "letter.dated", "meer dan een jaar weg"),
}
POSSIBLE: dict[str, dict[str, Any]] = {
    "nothing": {},
    "today": {"handling": {"received_on": "2026-07-01"}, "points": [{"when": {"day": "2026-07-01"}}]},
    "all on one day": {"handling": {"sent_on": "2026-06-01", "received_on": "2026-06-01", "answered_on": "2026-06-01"}},
    "an agreed day to come": {"handling": {"received_on": "2026-06-01", "agreed_until": "2026-09-01"}},
    "a day to come that the provider asked for": {
        "handling": {"further_extension_asked_on": "2026-06-20", "further_extension_asked_until": "2026-09-01"}
    },
    "a refused extension with the day that was asked for": {
        "handling": {"further_extension_agreed": False, "further_extension_asked_until": "2026-09-01"}
    },
    "a checked answer without its day": {
        "situation": {"stage": "antwoord"},
        "handling": {"answer": {"oordeel": False}, "answer_satisfies": False},
    },
    "a complaint that was repeated": {"handling": {"first_complaint_on": "2025-06-01", "received_on": "2026-06-01"}},
    "a first complaint on the day of receipt": {
        "handling": {"sent_on": "2026-06-01", "received_on": "2026-06-03", "first_complaint_on": "2026-06-03"}
    },
    "an extension after the term": {"handling": {"received_on": "2026-01-05", "extension_notice_on": "2026-06-01"}},
    "both agreed to mediate": {
        "handling": {"mediation_agreed_on": "2026-06-01", "agreements_made_on": "2026-06-01"},
        "tried": {"mediation_wanted": True, "mediation_wanted_by_provider": True},
    },
    "more time after an answer that was only said aloud": {
        "handling": {
            "received_on": "2026-05-04",
            "answered_on": "2026-06-01",
            "answer": {"in_writing": False},
            "extension_notice_on": "2026-06-02",
        }
    },
    "confirmed before the klachtenfunctionaris had it too": {
        "handling": {
            "received_on": "2026-06-01",
            "acknowledged_on": "2026-06-02",
            "klachtenfunctionaris_received_on": "2026-06-03",
        }
    },
    "only said aloud": {"handling": {"in_writing": False, "first_complaint_on": "2026-06-01"}},
    **{
        f"born on {born} and in the group {group}": {
            "complainant": {"capacity": "vertegenwoordiger", "age_group": group, "client_birth_date": born}
        }
        for group, born in (
            ("onder-12", "2014-07-02"),
            ("12-15", "2014-07-01"),
            ("12-15", "2010-07-02"),
            ("16-17", "2010-07-01"),
            ("16-17", "2008-07-02"),
            ("volwassen", "2008-07-01"),
        )
    },
    "an age left over from another capacity": {
        "complainant": {"capacity": "nabestaande", "age_group": "onder-12", "client_birth_date": "1950-01-01"}
    },
    "a letter for tomorrow": {"letter": {"dated": "2026-07-02"}},
    "a rough moment": {"points": [{"when": {"about": "volgend jaar"}}]},
    "born long ago": {"complainant": {"client_birth_date": "1912-01-01"}},
    "the first day of the Act": {"handling": {"received_on": "2016-01-01"}},
}


@pytest.mark.parametrize("kind", IMPOSSIBLE)
def test_an_impossible_day_is_named_with_its_place(kind: str) -> None:
    answers, path, message = IMPOSSIBLE[kind]
    found = impossible_days(dossier(**answers), TODAY)
    assert [place.path for place in found] == [path]
    assert message in found[0].message


@pytest.mark.parametrize("kind", POSSIBLE)
def test_a_possible_day_is_left_alone(kind: str) -> None:
    assert impossible_days(dossier(**POSSIBLE[kind]), TODAY) == []


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_examples_hold_no_impossible_day(name: str) -> None:
    assert impossible_days(example(name), TODAY) == []
