"""One list of days, past, coming and late, in order; in it nothing that was told, only that it took place."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.given import TODAY, changed, dossier
from tests.strategies import dossiers
from wizard import procedures
from wizard.afterwards.status import status
from wizard.afterwards.timeline import Moment, Tense, timeline
from wizard.dossier import Dossier

WALKED: dict[str, Any] = {
    "situation": {"hurry": [], "care": "zorg"},
    "complainant": {"capacity": "client"},
    "tried": {
        "talk": {"held": True, "when": {"day": "2026-02-02"}, "outcome": "geheim"},
        "klachtenfunctionaris": {"held": True, "when": {"about": "begin februari 2026"}},
        "mediation": {"held": True, "when": {"day": "2026-03-16"}},
    },
    "handling": {
        "mediation_agreed_on": "2026-03-09",
        "agreements_made_on": "2026-03-16",
        "sent_on": "2026-02-20",
        "received_on": "2026-02-23",
        "acknowledged_on": "2026-02-25",
        "extension_notice_on": "2026-04-08",
        "further_extension_asked_on": "2026-04-13",
        "further_extension_asked_until": "2026-06-01",
        "further_extension_agreed": False,
    },
}


def of(start: Dossier, today: date = TODAY) -> list[Moment]:
    return timeline(start, procedures.procedure("klachtenloket-zorg"), today)


def test_what_happened_and_what_is_to_come_stand_in_one_order() -> None:
    found = of(dossier(**WALKED))
    assert [(moment.day.isoformat(), moment.id, moment.kind.value) for moment in found] == [
        ("2026-02-02", "talk", "past"),
        ("2026-02-20", "sent", "past"),
        ("2026-02-23", "received", "past"),
        ("2026-02-25", "acknowledged", "past"),
        ("2026-03-09", "mediation_agreed", "past"),
        ("2026-03-16", "mediation", "past"),
        ("2026-03-16", "agreements_made", "past"),
        ("2026-04-07", "oordeel", "late"),
        ("2026-04-08", "extension_notice", "past"),
        ("2026-04-13", "further_extension_asked", "past"),
        ("2027-02-20", "geschil-uiterlijk", "coming"),
    ]


def test_a_notice_after_the_term_is_shown_as_what_it_is() -> None:
    words = {moment.id: moment.words for moment in of(dossier(**WALKED))}
    assert words["extension_notice"].endswith(", te laat")
    assert words["further_extension_asked"].endswith("tot en met 1 juni 2026")
    in_time = changed(dossier(**WALKED), handling__extension_notice_on="2026-04-07")
    assert {moment.id: moment.words for moment in of(in_time)}["extension_notice"].endswith(", op tijd")


def test_nothing_that_was_said_is_in_it() -> None:
    assert not [moment for moment in of(dossier(**WALKED)) if "geheim" in moment.words]


def test_an_expected_day_of_receipt_is_said_to_be_expected() -> None:
    start = dossier(letter={"delivery": "post"}, handling={"sent_on": "2026-06-29"})
    found = next(moment for moment in of(start) if moment.id == "received")
    assert (found.day, found.assumed, found.kind) == (date(2026, 7, 1), True, Tense.PAST)
    assert next(moment for moment in of(start) if moment.id == "oordeel").assumed


def test_a_planned_talk_is_to_come_until_it_is_over() -> None:
    start = dossier(talk_plan={"when": {"day": "2026-07-06"}})
    assert [(moment.id, moment.kind) for moment in of(start)] == [("talk_plan", Tense.COMING)]
    assert of(start, date(2026, 7, 7)) == []


def test_an_empty_dossier_has_no_days() -> None:
    assert of(dossier()) == []


@given(dossiers(), st.dates(date(2016, 1, 1), date(2100, 1, 1)))
def test_every_timeline_is_in_order_and_agrees_with_the_status(start: Dossier, today: date) -> None:
    found = of(start, today)
    case = status(start, procedures.procedure("klachtenloket-zorg"), today)
    assert [moment.day for moment in found] == sorted(moment.day for moment in found)
    assert {moment.id for moment in found if moment.kind is Tense.LATE} == {late.id for late in case.late}
    assert {term.id for term in case.open_terms} <= {moment.id for moment in found if moment.kind is Tense.COMING}
