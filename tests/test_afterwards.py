"""What the screens after the letter ask and show: which facts and when, the line of days, the review, the way back."""

from datetime import date

import pytest

from tests.given import PROCEDURES, dossier, example
from wizard.afterwards.status import status
from wizard.afterwards.timeline import timeline
from wizard.dossier import Dossier
from wizard.procedures import Procedure, procedure
from wizard.texts import words
from wizard.ui import dates, review, road
from wizard.ui.line import line

STATUTORY = procedure("wkkgz")
TODAY = date(2026, 7, 1)
COMPLAINED = dossier(
    situation={"stage": "ingediend", "hurry": [], "care": "zorg"},
    complainant={"capacity": "client"},
    handling={"sent_on": date(2026, 4, 1), "received_on": date(2026, 4, 2)},
)


def asked(start: Dossier) -> list[str]:
    """Every fact that is asked, in order."""
    return [path for paths in dates.asked(start, STATUTORY).values() for path in paths]


def with_days(**answers: object) -> Dossier:
    start = COMPLAINED
    for name, value in answers.items():
        start = start.with_answer(f"handling.{name}", value)
    return start


@pytest.mark.parametrize(
    ("fact", "after"),
    [
        ("extension_has_reason", {"extension_notice_on": "2026-05-01"}),
        ("further_extension_asked_on", {"extension_notice_on": "2026-05-01"}),
        ("further_extension_asked_until", {"further_extension_asked_on": "2026-06-01"}),
        ("further_extension_agreed", {"further_extension_asked_on": "2026-06-01"}),
        ("agreed_until", {"further_extension_asked_on": "2026-06-01", "further_extension_agreed": True}),
        ("agreements_made_on", {"mediation_agreed_on": "2026-05-01"}),
        ("ruling_on", {"dispute_submitted_on": "2026-06-20"}),
    ],
)
def test_a_fact_is_asked_only_when_it_can_apply(fact: str, after: dict[str, object]) -> None:
    assert f"handling.{fact}" not in asked(COMPLAINED)
    assert f"handling.{fact}" in asked(with_days(**after))


def test_what_was_only_said_aloud_is_not_followed_by_questions_about_terms() -> None:
    assert "handling.received_on" not in asked(with_days(in_writing=False))


def test_mediation_that_does_not_fit_is_not_asked_about() -> None:
    helped = COMPLAINED.with_answer("tried.klachtenfunctionaris.held", True)
    assert "handling.mediation_agreed_on" in asked(helped)
    calamity = helped.with_answer("situation.hurry", ["calamiteit"])
    assert "handling.mediation_agreed_on" not in asked(calamity)
    filled = calamity.with_answer("handling.mediation_agreed_on", "2026-05-01")
    assert "handling.mediation_agreed_on" in asked(filled)


def test_the_klachtenfunctionaris_is_asked_about_after_the_provider() -> None:
    names = asked(COMPLAINED)
    after = names.index("handling.received_on") + 1
    assert names[after] == "handling.klachtenfunctionaris_received_on"


def test_a_ruling_without_a_submission_can_be_mended() -> None:
    ruled = with_days(sent_on=None, received_on=None, ruling_on="2026-06-20")
    assert asked(ruled)[-2:] == ["handling.dispute_submitted_on", "handling.ruling_on"]


def test_a_complaint_of_an_unknown_day_has_no_date_for_its_answer() -> None:
    unknown = with_days(sent_on=None, received_on=None)
    assert [each.id for each in dates.shown(unknown, STATUTORY, TODAY)] == []
    assert "oordeel" in [each.id for each in dates.shown(COMPLAINED, STATUTORY, TODAY)]


def test_a_complaint_that_was_not_sent_has_dates_that_say_if() -> None:
    start = example("wkkgz")
    first = dates.shown(start, STATUTORY, TODAY)[0]
    assert dates.status(first, start, TODAY) == "Zo wordt het, als u uw klacht nu verstuurt"
    assert dates.remarks(first, start, TODAY) == ["Te laat vanaf zaterdag 15 augustus 2026."]


def cards(start: Dossier, today: date = TODAY, where: Procedure = STATUTORY) -> dict[str, list[str]]:
    """What stands on the card of each date: how it stands, and what else to know."""
    return {
        each.id: [dates.status(each, start, today), *dates.remarks(each, start, today)]
        for each in dates.shown(start, where, today)
    }


def test_a_date_to_come_says_from_which_day_it_is_late() -> None:
    before = cards(COMPLAINED, date(2026, 5, 18), procedure("klachtenloket-zorg"))
    assert before["oordeel"] == ["Vandaag is de laatste dag", "Te laat vanaf dinsdag 19 mei 2026."]
    assert before["oordeel-verlengd"][1] == "Te laat vanaf vrijdag 12 juni 2026."
    assert before["geschil-uiterlijk"][1] == "Te laat vanaf vrijdag 2 april 2027."


def test_a_date_that_is_over_or_replaced_or_met_does_not_say_from_which_day_it_is_late() -> None:
    assert cards(COMPLAINED)["oordeel"] == ["Te laat sinds 19 mei 2026"]
    agreed = with_days(agreed_until="2026-08-01")
    assert cards(agreed, date(2026, 5, 1))["oordeel"] == ["Deze datum geldt niet meer. Er geldt nu een latere datum."]
    assert cards(with_days(answered_on="2026-05-01"), date(2026, 5, 2))["oordeel"] == ["Er is al antwoord"]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-05-18", "Er is al antwoord"),
        ("2026-05-19", "Het antwoord kwam 1 dag te laat."),
        ("2026-06-01", "Het antwoord kwam 14 dagen te laat."),
    ],
)
def test_an_answer_that_came_late_is_called_late_by_the_date_that_held(on: str, said: str) -> None:
    assert cards(with_days(answered_on=on))["oordeel"] == [said]
    extended = cards(with_days(answered_on=on, extension_notice_on="2026-05-01"))
    assert {"oordeel", "oordeel-verlengd"} <= set(extended)
    assert "te laat" not in extended["oordeel"][0]
    assert extended["oordeel-verlengd"][0] == "Er is al antwoord"


def test_an_extension_that_nobody_gave_notice_of_has_no_date_after_the_answer() -> None:
    assert "oordeel-verlengd" in cards(COMPLAINED)
    assert "oordeel-verlengd" not in cards(with_days(answered_on="2026-05-01"))


def test_an_answer_that_was_only_said_aloud_is_none_on_the_card_either() -> None:
    aloud = with_days(answered_on="2026-05-01").with_answer("handling.answer.in_writing", False)
    assert cards(aloud)["oordeel"] == ["Te laat sinds 19 mei 2026"]
    assert dates.is_late(dates.shown(aloud, STATUTORY, TODAY)[0], aloud, TODAY)
    assert [late.id for late in status(aloud, STATUTORY, TODAY).late] == ["oordeel"]


def test_the_line_runs_from_the_first_day_to_the_last_with_today_in_its_place() -> None:
    drawn = line(timeline(COMPLAINED, STATUTORY, TODAY), TODAY)
    days = [row.day for row in drawn.rows]
    assert days == sorted(days)
    assert (drawn.rows[0].place, drawn.rows[-1].place) == (0, 100)
    assert [row.place for row in drawn.rows if row.today] == [drawn.now]
    assert next(row for row in drawn.rows if row.id == "oordeel").said == "te laat"


def test_a_line_of_one_day_has_a_place() -> None:
    assert line([], TODAY).rows[0].place == 0


def test_the_review_shows_what_comes_after_only_when_it_was_filled_in() -> None:
    assert not {"gesprek", "antwoord", "terugblik"} & set(review.sections(COMPLAINED, STATUTORY))
    filled = COMPLAINED.with_answer("talk_plan.questions", ["Waarom?", "Wanneer?"])
    rows = review.sections(filled.with_answer("handling.answer.oordeel", False), STATUTORY)
    assert [row.value for row in rows["gesprek"]] == ["Waarom?\nWanneer?"]
    assert [row.value for row in rows["antwoord"]] == ["Nee"]


@pytest.mark.parametrize(
    ("slug", "came", "home"),
    [
        ("antwoord", "geschil", "termijnen"),
        ("papieren", "brief", "brief"),
        ("papieren", "antwoord", "termijnen"),
        ("gesprek", "papieren", "papieren"),
        ("gesprek", "start", "stappen"),
        ("termijnen", "terugblik", "stappen"),
        ("over", "klacht", "klacht"),
    ],
)
def test_the_way_back_never_goes_round(slug: str, came: str, home: str) -> None:
    assert road.home(slug, came) == home


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_change_on_the_review_names_which_of_the_same_questions_it_changes(name: str) -> None:
    somebody_else = {"name": "P. Bakker", "address": {"street": "Bosweg 2", "postcode": "3511 AB", "town": "Utrecht"}}
    start = example(name)
    for part, value in somebody_else.items():
        start = start.with_answer(f"authorisation.{part}", value)
    rows = [row for rows in review.sections(start, procedure(name)).values() for row in rows]
    named = [row.short for row in rows]
    assert {words("fields.sender.address.short"), words("fields.authorisation.address.short")} <= set(named)
    assert [short for short in named if named.count(short) > 1] == []
