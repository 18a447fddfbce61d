"""The calendar file: the right days, nothing that says what it is about, and read back by two other libraries."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest
import vobject

from tests.foreign import reading_foreign
from tests.given import EXAMPLES, PROCEDURES, TODAY, changed, dossier, example
from tests.test_documents import HOSTILE
from wizard import procedures
from wizard.deadlines import deadlines
from wizard.dossier import Dossier
from wizard.formats.calendar_file import ANY_DAY, NOTE, TITLES, ics

STAMP = datetime(2026, 7, 1, 12, 30, 15, 99, tzinfo=timezone(timedelta(hours=2)))
SENT = {"handling__sent_on": "2026-04-01", "handling__received_on": "2026-04-02"}
ABOUT_CARE = re.compile(
    r"zorg|klacht|arts|ziek|patient|patiënt|cliënt|behandel|medisch|psych|dossier|oordeel|geschil|wkkgz", re.IGNORECASE
)


def sent(name: str = "wkkgz", **answers: Any) -> Dossier:
    return changed(example(name), **(SENT | answers))


def made(start: Dossier, today: date = TODAY, stamp: datetime = STAMP) -> bytes:
    return ics(start, procedures.procedure(start.procedure), today, stamp)


def events(raw: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))


def days(raw: bytes) -> dict[str, date]:
    return {str(event["summary"]): event["dtstart"].dt for event in events(raw)}


def test_a_calendar_is_in_dutch_whatever_its_reader_reads() -> None:
    with reading_foreign():
        foreign = made(sent())
    assert foreign == made(sent())


def test_the_dates_are_those_of_the_dossier() -> None:
    start, day = sent(), date(2026, 5, 1)
    expected = {TITLES[term.id]: term.day for term in deadlines(start, procedures.procedure("wkkgz"), day)}
    assert days(made(start, day)) == expected
    assert expected[TITLES["oordeel"]] == date(
        2026, 5, 18
    )  # 14 May is Ascension Day, and the day after it counts as a holiday


def test_every_term_has_a_title_of_its_own() -> None:
    start = sent(
        handling__agreed_until="2026-08-01",
        handling__further_extension_agreed=True,
        handling__dispute_submitted_on="2026-08-10",
    )
    found = {term.id for term in deadlines(start, procedures.procedure("klachtenloket-zorg"), TODAY)}
    assert found == set(TITLES)
    assert len(set(TITLES.values()) | {ANY_DAY}) == len(TITLES) + 1


@pytest.mark.parametrize("words", [*TITLES.values(), ANY_DAY, NOTE])
def test_no_title_says_what_it_is_about(words: str) -> None:
    assert not ABOUT_CARE.search(words)


@pytest.mark.parametrize("name", PROCEDURES)
def test_nothing_of_the_person_or_the_provider_is_in_it(name: str) -> None:
    raw = made(sent(name)).decode()
    told = re.findall(r'"([^"]{4,})"(?!:)', (EXAMPLES / f"{name}.json").read_text("utf-8"))
    assert [words for words in told if words in raw] == []
    assert set(re.findall(r"(?:SUMMARY|DESCRIPTION):(.*)\r\n", raw)) <= {*TITLES.values(), NOTE}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_somebody_typed_changes_nothing(text: str) -> None:
    person = {"sender__name": text, "provider__name": text, "letter__reference": text}
    assert made(changed(sent(), **person)) == made(sent())


@pytest.mark.parametrize("name", PROCEDURES)
def test_another_library_reads_the_same(name: str) -> None:
    raw = made(sent(name))
    calendar = vobject.readOne(raw.decode())
    assert calendar.validate(raiseException=True)
    found = [(event.uid.value, event.summary.value, event.dtstart.value) for event in calendar.vevent_list]
    assert found == [(str(event["uid"]), str(event["summary"]), event["dtstart"].dt) for event in events(raw)]


def test_each_event_is_a_whole_day_that_keeps_nobody_busy() -> None:
    for event in events(made(sent())):
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert (event["transp"], event["class"]) == ("TRANSPARENT", "PRIVATE")
        assert event["dtstamp"].dt == datetime(2026, 7, 1, 10, 30, 15, tzinfo=UTC)
        assert not event.errors


def test_the_alarm_is_a_week_before_at_nine() -> None:
    for event in events(made(sent())):
        (alarm,) = event.walk("VALARM")
        midnight = datetime.combine(event["dtstart"].dt, datetime.min.time())
        assert midnight + alarm["trigger"].dt == midnight - timedelta(days=7) + timedelta(hours=9)
        assert str(alarm["action"]) == "DISPLAY"


@pytest.mark.parametrize("name", PROCEDURES)
def test_lines_end_and_fold_as_the_standard_asks(name: str) -> None:
    raw = made(sent(name))
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75


def test_the_same_dossier_gives_the_same_file() -> None:
    assert made(sent()) == made(sent())


def uids(start: Dossier, **moment: Any) -> dict[str, str]:
    return {str(event["summary"]): str(event["uid"]) for event in events(made(start, **moment))}


def test_a_later_file_replaces_the_earlier_one() -> None:
    before, later = sent(), sent(handling__received_on="2026-04-09")
    assert days(made(before)) != days(made(later))
    assert uids(before) == uids(later, today=date(2026, 7, 9))
    first, second = (made(before, stamp=moment) for moment in (STAMP, STAMP + timedelta(minutes=1)))
    assert all(old["sequence"] < new["sequence"] for old, new in zip(events(first), events(second), strict=True))


def test_a_letter_that_is_not_sent_keeps_its_place_in_the_calendar() -> None:
    start = changed(example("wkkgz"), letter__dated=None)
    assert uids(start) == uids(start, today=date(2026, 7, 9)) != {}


def test_two_dossiers_do_not_replace_each_other() -> None:
    other = changed(sent(), handling__sent_on="2026-03-01", handling__received_on="2026-03-03")
    assert not set(uids(sent()).values()) & set(uids(other).values())


@pytest.mark.parametrize(
    ("answers", "gone", "kept"),
    [
        ({}, {"oordeel-verlengd"}, {"oordeel", "geschil-uiterlijk"}),
        ({"answered_on": "2026-05-10"}, {"oordeel", "oordeel-verlengd"}, {"geschil-uiterlijk"}),
        ({"extension_notice_on": "2026-05-01"}, {"oordeel"}, {"oordeel-verlengd", "geschil-uiterlijk"}),
        ({"extension_notice_on": "2026-06-01"}, {"oordeel-verlengd"}, {"oordeel", "geschil-uiterlijk"}),
        ({"further_extension_agreed": True}, {"oordeel", "oordeel-verlengd"}, {"geschil-uiterlijk"}),
        ({"dispute_submitted_on": "2026-06-20"}, {"geschil-uiterlijk"}, {"uitspraak"}),
        ({"dispute_submitted_on": "2026-06-20", "ruling_on": "2026-06-30"}, {"geschil-uiterlijk", "uitspraak"}, set()),
    ],
)
def test_a_date_that_is_settled_is_left_out(answers: dict[str, str], gone: set[str], kept: set[str]) -> None:
    start = sent("klachtenloket-zorg", **{f"handling__{name}": value for name, value in answers.items()})
    found = days(made(start))
    assert not {TITLES[name] for name in gone} & set(found)
    assert {TITLES[name] for name in kept} <= set(found)


def test_without_dates_there_is_no_file() -> None:
    assert made(dossier(letter={"formality": "eerst-informeel"})) == b""
