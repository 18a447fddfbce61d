"""Where a case stands: cases a jurist can read (cases/after.toml), and what must hold for every dossier there is."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.given import EXAMPLES, PROCEDURES, TODAY, changed, command, dossier, named, table
from tests.strategies import dossiers
from wizard import deadlines, law, procedures, texts, triage
from wizard.afterwards import actions
from wizard.afterwards.answer import answered
from wizard.afterwards.expected import expected
from wizard.afterwards.status import Status, status
from wizard.afterwards.timeline import timeline
from wizard.checks import impossible_days
from wizard.dossier import Dossier
from wizard.procedures import Actor, Kind
from wizard.receipt import is_dated, receipt
from wizard.route import route

CASES = table("after")["case"]
ORDINARY: dict[str, Any] = {"situation": {"hurry": [], "care": "zorg"}, "complainant": {"capacity": "client"}}
PAPERS = {
    *("gesprekskaart", "intakeblad", "klachtbrief", "eerst-informeel", "machtiging", "dossierafschrift", "herinnering"),
    *("reactie-verlenging", "afspraken", "geschil", "datumkaart", "terugblik"),
}


def told(case: dict[str, Any]) -> Dossier:
    answers = ORDINARY | case.get("answers", {}) | {"handling": case["handling"]}
    return dossier(procedure=case.get("procedure", "klachtenloket-zorg"), **answers)


def of(start: Dossier, today: date = TODAY) -> Status:
    return status(start, procedures.procedure(start.procedure), today)


def with_(key: str) -> list[Any]:
    return [pytest.param(case, of(told(case), case["today"]), id=case["name"]) for case in CASES if key in case]


# The cases


@pytest.mark.parametrize(("case", "found"), with_("step"))
def test_where_somebody_is(case: dict[str, Any], found: Status) -> None:
    assert found.step is not None
    assert found.step.id == case["step"]


@pytest.mark.parametrize(("case", "found"), with_("terms"))
def test_what_may_be_expected_by_which_day(case: dict[str, Any], found: Status) -> None:
    assert {term.id: term.day for term in found.open_terms} == case["terms"]


@pytest.mark.parametrize(("case", "found"), with_("late"))
def test_what_is_late_since_when(case: dict[str, Any], found: Status) -> None:
    assert {late.id: late.since for late in found.late} == case["late"]


@pytest.mark.parametrize(("case", "found"), [*with_("late_says"), *with_("late_says_not")])
def test_how_sure_it_is_that_something_is_late(case: dict[str, Any], found: Status) -> None:
    said = " ".join(late.sentence for late in found.late)
    assert [words for words in case.get("late_says", ()) if words not in said] == []
    assert [words for words in case.get("late_says_not", ()) if words in said] == []


@pytest.mark.parametrize(("case", "found"), with_("calm"))
def test_why_nothing_is_late(case: dict[str, Any], found: Status) -> None:
    assert case["calm"] in found.why_not_late


@pytest.mark.parametrize(("case", "found"), with_("remarks"))
def test_what_happened_is_shown_as_what_it_is(case: dict[str, Any], found: Status) -> None:
    assert [remark.id for remark in found.remarks] == case["remarks"]


@pytest.mark.parametrize(("case", "found"), with_("asks"))
def test_what_is_still_asked(case: dict[str, Any], found: Status) -> None:
    assert [question.path for question in found.asks] == case["asks"]


@pytest.mark.parametrize(("case", "found"), with_("may"))
def test_what_can_be_done(case: dict[str, Any], found: Status) -> None:
    assert set(case["may"]) - {action.id for action in found.may_do} == set()


@pytest.mark.parametrize(("case", "found"), with_("may_not"))
def test_what_is_not_suggested(case: dict[str, Any], found: Status) -> None:
    assert set(case["may_not"]) & {action.id for action in found.may_do} == set()


@pytest.mark.parametrize(("case", "found"), with_("lacks"))
def test_what_the_answer_lacks(case: dict[str, Any], found: Status) -> None:
    assert [lack.id for lack in found.answer_lacks] == case["lacks"]


@pytest.mark.parametrize(("case", "found"), with_("open"))
def test_whether_the_geschilleninstantie_is_open(case: dict[str, Any], found: Status) -> None:
    assert found.dispute.open is case["open"]
    assert list(found.dispute.grounds) == case.get("grounds", list(found.dispute.grounds))


@pytest.mark.parametrize(("case", "found"), with_("last_day"))
def test_the_last_day_of_the_client(case: dict[str, Any], found: Status) -> None:
    assert found.dispute.window.last_day == case["last_day"]
    assert found.dispute.window.passed is case.get("passed", False)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_command_line_says_the_same(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "dossier.json"
    file.write_text(told(case).model_dump_json(exclude_defaults=True), "utf-8")
    shown = json.loads(command("status", str(file), "--today", case["today"].isoformat(), "--json").out)
    found = of(told(case), case["today"])
    assert {term["id"]: term["day"] for term in shown["open_terms"]} == {
        term.id: term.day.isoformat() for term in found.open_terms
    }
    assert [(late["id"], late["since"], late["assumed"]) for late in shown["late"]] == [
        (late.id, late.since.isoformat(), late.assumed) for late in found.late
    ]
    assert [action["id"] for action in shown["may_do"]] == [action.id for action in found.may_do]
    assert [lack["id"] for lack in shown["answer_lacks"]] == [lack.id for lack in found.answer_lacks]
    assert shown["disputes_body"]["open"] is found.dispute.open
    assert (shown["procedure"], shown["today"]) == (told(case).procedure, case["today"].isoformat())


# The command


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_status_has_these_keys(name: str) -> None:
    shown = json.loads(command("status", str(EXAMPLES / f"{name}.json"), "--today", "2026-07-01", "--json").out)
    wanted = {"procedure", "today", "step", "open_terms", "late", "may_do", "answer_lacks", "disputes_body"}
    assert wanted <= set(shown)
    assert {"open", "ground", "article", "last_day", "unknown"} <= set(shown["disputes_body"])
    assert all({"id", "sentence", "document"} <= set(action) for action in shown["may_do"])


def test_the_status_can_be_read_by_people_too(tmp_path: Path) -> None:
    file = tmp_path / "dossier.json"
    file.write_text(told(CASES[2]).model_dump_json(exclude_defaults=True), "utf-8")
    ended = command("status", str(file), "--today", "2026-04-08")
    assert "Het schriftelijke antwoord is te laat sinds 8 april 2026." in ended.out
    assert "(art. 17 lid 1 Wkkgz)" in ended.out
    assert "  - Stuur de zorgaanbieder een herinnering. (herinnering)\n" in ended.out
    assert "De geschilleninstantie: open\n" in ended.out
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("nonsense", "dit is geen geldig JSON-bestand"),
        ('{"handling": {"received_on": "2030-01-01"}}', "handling.received_on: 1 januari 2030 moet nog komen"),
        ('{"handling": {"ruling_on": "2026-01-05", "dispute_submitted_on": "2026-02-05"}}', "handling.ruling_on: "),
        ('{"handling": {"further_extension_agreed": false, "agreed_until": "2026-09-01"}}', "handling.agreed_until: "),
        ('{"procedure": "zolder"}', "procedure: deze procedure kennen wij niet"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_2(content: str, message: str) -> None:
    ended = command("status", "-", "--today", "2026-07-01", piped=content.encode())
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert ended.err.count("\n") == 1


# What holds for every dossier


def test_every_action_leads_to_a_known_paper_and_its_law_record() -> None:
    entries = actions.entries().values()
    assert {entry.document for entry in entries} - {None} == PAPERS
    assert {entry.rule for entry in entries} - {None} - set(law.records()) == set()
    assert all(entry.sentence.endswith((".", "?")) for entry in entries)


def test_the_geschilleninstantie_is_the_last_thing_to_try() -> None:
    ids = list(actions.entries())
    assert max(map(ids.index, ("klachtenfunctionaris", "lmz", "herinneren", "aanvulling-vragen"))) < ids.index(
        "geschil"
    )


@given(dossiers(), st.sampled_from(PROCEDURES), st.dates(date(2016, 1, 1), date(2100, 1, 1)))
def test_every_status_is_whole(start: Dossier, name: str, today: date) -> None:
    found = status(start, procedures.procedure(name), today)
    sentences = [found.where, *(term.sentence for term in found.open_terms), *(late.sentence for late in found.late)]
    assert all(sentence.endswith((".", "?")) for sentence in sentences)
    assert bool(found.why_not_late) is not bool(found.late)
    assert all(late.since <= today for late in found.late if late.actor is not Actor.CLIENT)
    assert all(term.day >= today for term in found.open_terms if term.actor is not Actor.CLIENT)
    assert found.step is None or found.step in procedures.procedure(name).steps
    assert "geschil" not in [action.id for action in found.may_do] or found.dispute.open


@given(dossiers(), st.dates(date(2016, 1, 1), date(2100, 1, 1)))
def test_no_provider_is_late_without_a_clock_a_day_and_a_silence(start: Dossier, today: date) -> None:
    found = of(start, today)
    if any(late.actor is Actor.ZORGAANBIEDER for late in found.late):
        assert deadlines.clock_runs(start)
        assert is_dated(start)
        assert not answered(start)
        assert triage.wkkgz(start) is not False
        assert today > deadlines.oordeel(receipt(start, today).day).day


@given(st.dates(date(2016, 1, 1), date(2100, 1, 1)), st.integers(0, 200))
def test_more_time_never_makes_somebody_late_sooner(received: date, more: int) -> None:
    plain = changed(dossier(**ORDINARY), handling__received_on=received)
    agreed = changed(plain, handling__agreed_until=received + timedelta(days=more))
    first, second = deadlines.awaited(plain, received), deadlines.awaited(agreed, received)
    assert first is not None
    assert second is not None
    assert second.day >= first.day


def test_after_a_calamity_the_day_of_mediation_leads_nowhere() -> None:
    start = dossier(situation={"hurry": ["calamiteit"], "care": "zorg"}, handling={"mediation_agreed_on": "2026-06-01"})
    assert "bemiddeling" not in of(start).where
    assert of(start).step != procedures.procedure("wkkgz").step(Kind.BEMIDDELING)


def test_who_was_refused_as_vertegenwoordiger_is_not_told_that_refusing_more_time_opens_the_way() -> None:
    start = dossier(**ORDINARY, handling={"received_on": "2026-06-01", "further_extension_agreed": False})
    said = {remark.id: remark.sentence for remark in of(start).remarks}
    assert "geschilleninstantie" in said["meer-tijd-geweigerd"]
    refused = changed(start, complainant__capacity="geweigerde-vertegenwoordiger")
    said = {remark.id: remark.sentence for remark in of(refused).remarks}
    assert said["meer-tijd-geweigerd"] == "U vindt nog meer tijd niet goed. Dan houdt u de datum van de wet."


@pytest.mark.parametrize("care", ["wmo", "jeugdhulp"])
@pytest.mark.parametrize("stage", [None, "ingediend", "antwoord"])
def test_under_another_act_nothing_says_that_somebody_complained_and_did_not(care: str, stage: str | None) -> None:
    start = dossier(situation={"hurry": [], "care": care, "stage": stage}, handling={"received_on": "2026-06-01"})
    said = f"{of(start).where} {of(start).dispute.road.sentence} {of(start).why_not_late}"
    assert "nog niet schriftelijk" not in said


WITHOUT_DATES: dict[str, dict[str, Any]] = {
    "under another Act": {"situation": {"hurry": [], "care": "wmo"}},
    "who may not complain": {"complainant": {"capacity": "nabestaande", "relation": "geen-van-deze"}},
}


@pytest.mark.parametrize("who", WITHOUT_DATES)
def test_these_have_no_dates_of_the_act_to_take_along(who: str) -> None:
    handling = {"received_on": "2026-06-01", "agreed_until": "2026-09-01"}
    procedure = procedures.procedure("klachtenloket-zorg")
    assert len(expected(dossier(**ORDINARY, handling=handling), procedure, TODAY)) == 2
    assert expected(dossier(**(ORDINARY | WITHOUT_DATES[who]), handling=handling), procedure, TODAY) == []
    assert not route(dossier(**(ORDINARY | WITHOUT_DATES[who]), handling=handling), procedure, TODAY).can_visit(
        "geschil"
    )


# In the language of the reader


class Quoted(dict[str, str]):
    """A language that says everything in Dutch, between marks that no dossier can hold."""

    def get(self, text: str, default: Any = None) -> Any:
        return f"\x02{text}\x03" if text else default


def on_screen(start: Dossier) -> Iterator[str]:
    """Every sentence that a screen can show of a case."""
    procedure = procedures.procedure(start.procedure)
    found = status(start, procedure, TODAY)
    body = found.dispute
    yield from (found.where, found.why_not_late, receipt(start, TODAY).explanation)
    yield from (thing.sentence for thing in (*found.open_terms, *found.late, *found.remarks, *found.asks))
    yield from (action.sentence for action in found.may_do)
    for lack in found.answer_lacks:
        yield from (lack.sentence, lack.todo, lack.ground_sentence)
    yield from (fact.sentence for fact in (body.road, *body.who, body.body_fact, body.fee, *body.award, *body.ruling))
    yield from (body.sentence, *body.window.explanation, *body.bring)
    yield from (moment.words for moment in timeline(start, procedure, TODAY))
    yield from (stop.why_not for stop in route(start, procedure, TODAY).stops)
    for deadline in deadlines.deadlines(start, procedure, TODAY):
        yield from (deadline.rule.sentence, *deadline.explanation)
    yield from (place.message for place in impossible_days(start, TODAY))


@given(dossiers(), st.sampled_from(PROCEDURES))
def test_every_sentence_is_told_in_the_language_of_the_reader(start: Dossier, name: str) -> None:
    quoted = texts.Language.model_construct(name="English", texts=Quoted())
    with patch.object(texts, "languages", lambda: {"en": quoted}), texts.telling_in("en"):
        said = [sentence for sentence in on_screen(changed(start, procedure=name)) if sentence]
    for sentence in said:
        rest = sentence
        while rest != (rest := re.sub("\x02[^\x02\x03]*\x03", "", rest)):
            pass
        assert not rest.strip(), sentence
