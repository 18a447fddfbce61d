"""The dates: cases a jurist can read (cases/deadlines.toml), and what must hold for every day there is."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.given import TODAY, changed, command, dossier, named, table
from wizard import deadlines as by
from wizard import law, procedures, texts
from wizard.dossier import Dossier
from wizard.errors import OutsideLaw
from wizard.feestdagen import why_free
from wizard.moments import in_words, with_weekday
from wizard.procedures import Actor
from wizard.receipt import is_dated, receipt

CASES = table("deadlines")
ACT = date(2016, 1, 1)
DAY = timedelta(days=1)
RECEIVED = date(2026, 4, 2)
SIX_WEEKS = date(2026, 5, 18)
TEN_WEEKS = date(2026, 6, 11)

any_day = st.dates(ACT, date(2199, 10, 1))


def waiting(**handling: Any) -> Dossier:
    """A formal complaint about ordinary care that the provider received on 2 April 2026."""
    return dossier(situation={"care": "zorg"}, handling={"received_on": RECEIVED} | handling)


def awaited_on(start: Dossier, today: date = TODAY) -> date | None:
    found = by.awaited(start, today)
    return found.day if found else None


# The cases


@pytest.mark.parametrize("case", CASES["case"], ids=named)
def test_the_provider_has_until(case: dict[str, Any]) -> None:
    six, ten = by.oordeel(case["received"]), by.oordeel_verlengd(case["received"])
    assert (six.day, ten.day) == (case["six_weeks"], case["ten_weeks"])
    assert list(six.rolled_over) == case["rolled_over"]
    assert list(ten.rolled_over) == case.get("rolled_over_extended", list(ten.rolled_over))
    assert (six.holidays_known and ten.holidays_known) is case.get("holidays_known", True)


@pytest.mark.parametrize("case", CASES["case"], ids=named)
def test_the_command_line_gives_the_same_dates(case: dict[str, Any]) -> None:
    ended = command("deadlines", "--received", case["received"].isoformat(), "--json")
    found = json.loads(ended.out)
    assert found["received"] == case["received"].isoformat()
    assert found["oordeel"] == case["six_weeks"].isoformat()
    assert found["oordeel_verlengd"] == case["ten_weeks"].isoformat()
    assert found["feestdagen_bekend"] is case.get("holidays_known", True)


@pytest.mark.parametrize("case", CASES["dispute"], ids=named)
def test_the_ruling_is_due(case: dict[str, Any]) -> None:
    found = by.uitspraak(case["submitted"])
    assert (found.day, found.rolled_over, found.actor) == (case["ruling_due"], (), Actor.GESCHILLENINSTANTIE)


@pytest.mark.parametrize("case", CASES["dispute"], ids=named)
def test_the_command_line_gives_the_same_ruling_date(case: dict[str, Any]) -> None:
    submitted = case["submitted"].isoformat()
    ended = command("deadlines", "--received", "2025-01-06", "--dispute-submitted", submitted, "--json")
    assert json.loads(ended.out)["uitspraak"] == case["ruling_due"].isoformat()


@pytest.mark.parametrize("case", CASES["dispute_window"], ids=named)
def test_the_client_may_go_to_the_disputes_body_until(case: dict[str, Any]) -> None:
    body = procedures.procedure("klachtenloket-zorg").disputes_body
    found = by.geschil_uiterlijk(case["filed"], body)
    assert found is not None
    assert (found.day, found.rolled_over, found.actor) == (case["last_day"], (), Actor.CLIENT)


@pytest.mark.parametrize("case", CASES["dispute_window"], ids=named)
def test_the_command_line_gives_the_same_last_day(case: dict[str, Any]) -> None:
    filed = case["filed"].isoformat()
    ended = command("deadlines", "--received", filed, "--procedure", "klachtenloket-zorg", "--json")
    assert json.loads(ended.out)["geschil_uiterlijk"] == case["last_day"].isoformat()


@pytest.mark.parametrize("case", CASES["receipt"], ids=named)
def test_receipt_is_assumed(case: dict[str, Any]) -> None:
    start = dossier(letter={"delivery": case["delivery"]}, handling={"sent_on": case["sent"]})
    found = receipt(start, TODAY)
    assert (found.day, found.assumed) == (case["received"], True)


def test_many_days_from_standard_input_give_one_object_a_line() -> None:
    days = [case["received"] for case in CASES["case"]]
    ended = command("deadlines", "--received", "-", piped="\n".join(map(str, days)).encode() + b"\n\n")
    found = [json.loads(line) for line in ended.out.splitlines()]
    assert [row["oordeel"] for row in found] == [case["six_weeks"].isoformat() for case in CASES["case"]]
    assert [row["received"] for row in found] == [day.isoformat() for day in days]


def test_several_days_on_the_command_line_are_answered_in_that_order() -> None:
    ended = command("deadlines", "--received", "2026-06-01", "--received", "2026-04-02", "--json")
    found = [json.loads(line)["oordeel"] for line in ended.out.splitlines()]
    assert found == ["2026-07-13", "2026-05-18"]


def test_where_the_window_is_unknown_it_is_said_to_be_unknown() -> None:
    found = json.loads(command("deadlines", "--received", "2026-04-02", "--procedure", "burgercoaching", "--json").out)
    assert found["geschil_uiterlijk"] is None
    assert "Wij vonden niet tot wanneer u het geschil kunt voorleggen" in " ".join(found["uitleg"])


# What holds for every day


@given(any_day)
def test_a_date_of_the_provider_is_never_a_free_day(received: date) -> None:
    assert why_free(by.oordeel(received).day) is None
    assert why_free(by.oordeel_verlengd(received).day) is None


@given(any_day)
def test_the_provider_is_never_called_late_too_soon_and_gets_at_most_six_days_extra(received: date) -> None:
    assert 0 <= (by.oordeel(received).day - (received + 42 * DAY)).days <= 6
    assert 0 <= (by.oordeel_verlengd(received).day - (received + 70 * DAY)).days <= 6


@given(any_day)
def test_every_day_that_the_term_ran_on_past_was_a_free_one(received: date) -> None:
    found = by.oordeel(received)
    passed = [received + 42 * DAY + number * DAY for number in range((found.day - received).days - 42)]
    assert list(found.rolled_over) == passed
    assert all(why_free(day) for day in passed)


@given(any_day)
def test_ten_weeks_are_never_before_six(received: date) -> None:
    assert by.oordeel_verlengd(received).day > by.oordeel(received).day


@given(any_day)
def test_who_complains_later_is_never_answered_earlier(received: date) -> None:
    assert by.oordeel(received + DAY).day >= by.oordeel(received).day


@given(any_day)
def test_the_limits_of_the_client_never_roll(filed: date) -> None:
    body = procedures.procedure("klachtenloket-zorg").disputes_body
    found = by.geschil_uiterlijk(filed, body)
    assert found is not None
    assert found.day == filed + relativedelta(months=12)
    assert by.uitspraak(filed).day == filed + relativedelta(months=6)
    assert found.rolled_over == by.uitspraak(filed).rolled_over == ()


@given(any_day)
def test_the_explanation_names_the_date_and_each_reason_for_rolling(received: date) -> None:
    found = by.oordeel(received)
    told = " ".join(found.explanation)
    assert f"Zes weken na {in_words(received)} is {with_weekday(received + 42 * DAY)}." in told
    assert with_weekday(found.day) in told
    assert all(str(why_free(day)) in told for day in found.rolled_over)
    assert ("Daarom is" in told) is bool(found.rolled_over)
    assert ("is onze lezing van de wet" in told) is bool(found.rolled_over)


@given(any_day)
def test_a_date_beyond_the_known_holidays_says_so(received: date) -> None:
    found = by.oordeel_verlengd(received)
    assert (by.NOT_KNOWN in found.explanation) is not found.holidays_known
    assert found.caution == ("" if found.holidays_known else by.NOT_KNOWN)
    assert "een of meer dagen" in by.NOT_KNOWN


@given(any_day)
def test_somebody_is_late_only_from_the_day_after(received: date) -> None:
    for found in (by.oordeel(received), by.oordeel_verlengd(received), by.uitspraak(received)):
        assert not found.is_late(found.day)
        assert found.is_late(found.day + DAY)
        assert found.late_from == found.day + DAY


@given(st.dates(date(1900, 1, 1), ACT - DAY))
def test_before_the_act_there_is_no_term_to_compute(day: date) -> None:
    with pytest.raises(OutsideLaw, match="geldt pas vanaf 2016-01-01"):
        by.oordeel(day)


def test_the_explanation_of_ascension_day_reads_as_a_sentence() -> None:
    free = "14 mei is Hemelvaartsdag, 15 mei is een gelijkgestelde feestdag, 16 mei is een zaterdag en 17 mei is een"
    assert by.oordeel(RECEIVED).explanation == (
        "Zes weken na 2 april 2026 is donderdag 14 mei 2026.",
        f"{free} zondag. Daarom is maandag 18 mei 2026 de laatste dag.",
        law.record("doorrollen", TODAY).sentence,
    )


def test_the_explanation_can_be_told_in_another_order_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    english = {
        "{number} weken na {start} is {end}.": "{number} weeks after {start} it is {end}.",
        "zes": "six",
        "{why}. Daarom is {day} de laatste dag.": "The last day is {day}, because {why}.",
        "{days} en {day}": "{days} and {day}",
        "{day} is {holiday}": "{holiday} falls on {day}",
        "Hemelvaartsdag": "Ascension Day",
        "{day} is een zaterdag": "{day} is a Saturday",
    }
    monkeypatch.setattr(texts, "languages", lambda: {"en": texts.Language(name="English", texts=english)})
    with texts.telling_in("en"):
        weeks, rolled, _ = by.oordeel(RECEIVED).explanation
    assert weeks == "Six weeks after 2 April 2026 it is Thursday, 14 May 2026."
    assert rolled.startswith("The last day is Monday, 18 May 2026, because Ascension Day falls on 14 May, een ")
    assert rolled.endswith(" falls on 15 May, 16 May is a Saturday and 17 May is een zondag.")


def test_each_date_has_its_rule_its_article_and_who_must_act() -> None:
    six, ten = by.oordeel(RECEIVED), by.oordeel_verlengd(RECEIVED)
    assert (six.rule.article, six.actor) == ("art. 17 lid 1 Wkkgz", Actor.ZORGAANBIEDER)
    assert (ten.rule.article, ten.actor) == ("art. 17 lid 1 en 2 Wkkgz", Actor.ZORGAANBIEDER)
    assert by.uitspraak(RECEIVED).rule.article == "art. 22 lid 1 Wkkgz"


def test_ten_weeks_from_receipt_is_said_to_be_our_reading() -> None:
    rule = by.oordeel_verlengd(RECEIVED).rule
    assert rule.standing == "eigen lezing"
    assert "onze lezing" in rule.sentence
    assert rule.sentence in json.loads(command("deadlines", "--received", "2026-04-02", "--json").out)["uitleg"]


# When the clock runs, and which date counts


@pytest.mark.parametrize(
    ("answers", "runs"),
    [
        ({}, True),
        ({"letter": {"formality": "eerst-informeel"}}, False),
        ({"handling": {"received_on": RECEIVED, "in_writing": False}}, False),
        ({"handling": {"received_on": RECEIVED, "in_writing": True}}, True),
        ({"situation": {"care": "jeugdhulp"}}, False),
        ({"situation": {"care": "wmo"}}, False),
        ({"situation": {"care": "keuring"}}, False),
        ({"situation": {"care": "weet-niet"}}, True),
        ({"complainant": {"capacity": "gemachtigde", "machtiging_signed": False}}, False),
    ],
)
def test_the_clock_runs_for_a_formal_written_complaint_under_the_wkkgz(answers: dict[str, Any], runs: bool) -> None:
    start = dossier(**({"situation": {"care": "zorg"}, "handling": {"received_on": RECEIVED}} | answers))
    assert by.clock_runs(start) is runs
    assert (by.awaited(start, TODAY) is not None) is runs
    names = [found.id for found in by.deadlines(start, procedures.procedure("wkkgz"), TODAY)]
    assert ("oordeel" in names) is runs


def test_without_an_extension_the_six_weeks_count() -> None:
    assert awaited_on(waiting()) == SIX_WEEKS


def test_a_notice_on_the_last_rolled_day_is_in_time() -> None:
    start = waiting(extension_notice_on=SIX_WEEKS)
    assert by.extension_in_time(start, TODAY) is True
    assert awaited_on(start) == TEN_WEEKS


def test_a_notice_one_day_later_is_too_late_and_the_six_weeks_stay() -> None:
    start = waiting(extension_notice_on=SIX_WEEKS + DAY)
    assert by.extension_in_time(start, TODAY) is False
    assert awaited_on(start) == SIX_WEEKS


def test_without_a_notice_there_is_nothing_to_be_in_time() -> None:
    assert by.extension_in_time(waiting(), TODAY) is None


@pytest.mark.parametrize("notice", [None, RECEIVED, SIX_WEEKS + DAY])
def test_a_date_that_the_client_agreed_to_goes_before_all(notice: date | None) -> None:
    agreed = date(2026, 8, 1)
    start = waiting(agreed_until=agreed, extension_notice_on=notice)
    assert awaited_on(start) == agreed


def test_an_agreed_date_never_rolls_and_the_act_is_said_not_to_know_it() -> None:
    saturday = date(2026, 8, 1)
    found = by.nader_afgesproken(saturday)
    assert (found.day, found.rolled_over, found.late_from) == (saturday, (), saturday + DAY)
    assert "De Wkkgz kent die tweede verlenging niet." in " ".join(found.explanation)


def test_an_oral_complaint_starts_no_clock_even_after_an_agreed_date() -> None:
    assert awaited_on(waiting(in_writing=False, agreed_until=date(2026, 8, 1))) is None


# Receipt


def test_receipt_by_post_is_said_to_be_an_assumption() -> None:
    start = dossier(letter={"delivery": "post"}, handling={"sent_on": date(2026, 6, 1)})
    found = receipt(start, TODAY)
    assert found.assumed
    assert "Wij verwachten dat uw brief aankomt op woensdag 3 juni 2026." in found.explanation
    assert law.record("bezorging-post", TODAY).sentence in found.explanation


def test_the_day_that_the_client_knows_corrects_the_assumption() -> None:
    start = dossier(letter={"delivery": "post"}, handling={"sent_on": date(2026, 6, 1)})
    corrected = changed(start, handling__received_on="2026-06-08")
    known = receipt(corrected, TODAY)
    assert (known.day, known.assumed) == (date(2026, 6, 8), False)
    assert awaited_on(start) == by.oordeel(date(2026, 6, 3)).day
    assert awaited_on(corrected) == by.oordeel(date(2026, 6, 8)).day


def test_a_confirmation_is_the_latest_day_of_receipt() -> None:
    only = dossier(situation={"care": "zorg"}, handling={"acknowledged_on": date(2026, 6, 2)})
    assert is_dated(only)
    assert (receipt(only, TODAY).day, receipt(only, TODAY).assumed) == (date(2026, 6, 2), True)
    assert "Uiterlijk op die dag had de zorgaanbieder uw klacht." in receipt(only, TODAY).explanation
    by_post = changed(only, letter__delivery="post", handling__sent_on="2026-06-01")
    assert receipt(by_post, TODAY).day == date(2026, 6, 2)
    later = changed(by_post, handling__acknowledged_on="2026-06-09")
    assert receipt(later, TODAY).day == date(2026, 6, 3)


def test_a_confirmation_never_starts_the_own_limit_of_the_client() -> None:
    assert by.first_complaint(dossier(handling={"acknowledged_on": date(2026, 6, 2)})) is None


def test_a_written_complaint_that_the_klachtenfunctionaris_got_starts_the_clock_as_our_reading() -> None:
    handed = dossier(situation={"care": "zorg"}, handling={"klachtenfunctionaris_received_on": RECEIVED})
    found, rule = receipt(handed, TODAY), law.record("indiening-klachtenfunctionaris", TODAY)
    assert (found.day, found.assumed, rule.standing) == (RECEIVED, False, "eigen lezing")
    assert rule.sentence in found.explanation
    assert awaited_on(handed) == SIX_WEEKS
    known = changed(handed, handling__received_on="2026-04-20")
    assert receipt(known, TODAY).day == date(2026, 4, 20)
    assert by.first_complaint(known) == RECEIVED


def test_a_letter_that_is_not_sent_yet_counts_from_its_date_and_else_from_today() -> None:
    start = dossier(letter={"delivery": "e-mail", "dated": date(2026, 7, 4)})
    assert receipt(start, TODAY).day == date(2026, 7, 4)
    assert receipt(dossier(), TODAY).day == TODAY


# The client's own limit counts from the first written complaint


@pytest.mark.parametrize(
    ("handling", "first"),
    [
        ({"first_complaint_on": "2025-09-01", "sent_on": "2026-04-01"}, "2025-09-01"),
        ({"sent_on": "2026-04-01", "received_on": "2026-04-02"}, "2026-04-01"),
        ({"received_on": "2026-04-02"}, "2026-04-02"),
        ({"first_complaint_on": "2026-05-01", "received_on": "2026-04-02"}, "2026-04-02"),
        ({"first_complaint_on": "2025-09-01", "answered_on": "2026-06-01"}, "2025-09-01"),
    ],
)
def test_the_window_of_the_disputes_body_starts_at_the_first_complaint(handling: dict[str, str], first: str) -> None:
    start = dossier(handling=handling)
    assert by.first_complaint(start) == date.fromisoformat(first)
    found = by.deadlines(start, procedures.procedure("klachtenloket-zorg"), TODAY)
    limit = next(date_ for date_ in found if date_.id == "geschil-uiterlijk")
    assert limit.day == date.fromisoformat(first) + relativedelta(years=1)


@given(any_day, st.integers(0, 400))
def test_a_second_complaint_or_a_late_answer_never_moves_that_window(first: date, later: int) -> None:
    second = first + later * DAY
    assume(second <= date(2199, 12, 31))
    start = dossier(handling={"first_complaint_on": first})
    again = changed(start, handling__sent_on=second, handling__answered_on=second, handling__answer_satisfies=False)
    assert by.first_complaint(again) == by.first_complaint(start) == first


def test_all_dates_come_in_the_order_of_the_road() -> None:
    start = waiting(agreed_until=date(2026, 8, 1), dispute_submitted_on=date(2026, 6, 20))
    found = [date_.id for date_ in by.deadlines(start, procedures.procedure("klachtenloket-zorg"), TODAY)]
    assert found == ["oordeel", "oordeel-verlengd", "nader-afgesproken", "geschil-uiterlijk", "uitspraak"]
