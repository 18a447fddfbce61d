"""Days that cannot be right are named with their place; days that can be right are left alone."""

from typing import Any

import pytest

from tests.given import PROCEDURES, TODAY, dossier, example
from wizard.checks import impossible_days

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
    "a ruling before the dispute": (
        {"handling": {"dispute_submitted_on": "2026-06-02", "ruling_on": "2026-06-01"}},
        "handling.ruling_on",
        "voordat u het geschil voorlegde",
    ),
    "a letter of two years ago": ({"letter": {"dated": "2024-07-01"}}, "letter.dated", "meer dan een jaar weg"),
    "a letter of the year after next": ({"letter": {"dated": "2028-07-01"}}, "letter.dated", "meer dan een jaar weg"),
}
POSSIBLE: dict[str, dict[str, Any]] = {
    "nothing": {},
    "today": {"handling": {"received_on": "2026-07-01"}, "points": [{"when": {"day": "2026-07-01"}}]},
    "all on one day": {"handling": {"sent_on": "2026-06-01", "received_on": "2026-06-01", "answered_on": "2026-06-01"}},
    "an agreed day to come": {"handling": {"received_on": "2026-06-01", "agreed_until": "2026-09-01"}},
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
