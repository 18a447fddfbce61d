"""What the command line says of a road and of a case: plain data for a machine, lines for a reader."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any

from wizard import deadlines, law
from wizard.afterwards.dispute import Admission
from wizard.afterwards.status import status
from wizard.afterwards.timeline import timeline
from wizard.dossier import Dossier
from wizard.moments import with_weekday
from wizard.procedures import Procedure
from wizard.route import Route


def steps(procedure: Procedure, found: Route) -> dict[str, Any]:
    """A road as plain data."""
    return {
        "procedure": procedure.id,
        "next": found.next.step.id if found.next else None,
        "completed": [stop.step.id for stop in found.completed],
        "choices": [stop.step.id for stop in found.choices],
        "steps": [
            stop.step.model_dump(mode="json")
            | {"state": stop.state.value, "can_visit": stop.can_visit, "can_read": True, "why_not": stop.why_not}
            for stop in found.stops
        ],
        "contacts": [contact.model_dump(mode="json") for contact in procedure.contacts],
        "disputes_body": procedure.disputes_body.model_dump(mode="json"),
        "differences": [difference.model_dump(mode="json") for difference in procedure.differences],
        "notes": list(procedure.notes),
    }


def steps_in_lines(found: Route) -> Iterator[str]:
    """A road for a reader: a line a step."""
    for stop in found.stops:
        yield f"{stop.step.number or '-':8} {stop.step.title} [{stop.state}]{' ' if stop.why_not else ''}{stop.why_not}"


def case(dossier: Dossier, procedure: Procedure, today: date) -> dict[str, Any]:
    """Where a case stands, as plain data: days in ISO, what is not known as null."""
    found = status(dossier, procedure, today)
    return {
        "procedure": procedure.id,
        "today": today.isoformat(),
        "step": found.step.id if found.step else None,
        "where": found.where,
        "open_terms": [
            _data(term, "id", "day", "actor", "article", "sentence", "assumed") for term in found.open_terms
        ],
        "late": [_data(late, "id", "since", "actor", "article", "sentence", "assumed") for late in found.late],
        "why_not_late": found.why_not_late,
        "remarks": [_data(remark, "id", "article", "sentence") for remark in found.remarks],
        "asks": [_data(question, "path", "page", "sentence") for question in found.asks],
        "may_do": [_data(action, "id", "sentence", "document", "page", "article") for action in found.may_do],
        "answer_lacks": [
            _data(lack, "id", "sentence", "todo", "article", "ground", "ground_article", "counts")
            for lack in found.answer_lacks
        ],
        "disputes_body": _admission(found.dispute),
        "timeline": [
            _data(moment, "day", "kind", "actor", "words", "assumed") for moment in timeline(dossier, procedure, today)
        ],
    }


def case_in_lines(dossier: Dossier, procedure: Procedure, today: date) -> Iterator[str]:
    """The same for a reader, a heading before each part that has something to say."""
    found = status(dossier, procedure, today)
    body = found.dispute
    title = f" ({found.step.title})" if found.step else ""
    yield f"{with_weekday(today)}: {found.where}{title}"
    yield from _part("Wat u kunt verwachten", (_with(term.sentence, term.article) for term in found.open_terms))
    late = [_with(late.sentence, late.article) for late in found.late]
    yield from _part("Te laat" if late else "Niets te laat", late or [found.why_not_late])
    yield from _part("Goed om te weten", (_with(remark.sentence, remark.article) for remark in found.remarks))
    yield from _part("Vul nog in", (question.sentence for question in found.asks))
    yield from _part(
        "Het antwoord", (_with(f"{lack.sentence} {lack.todo}", lack.article) for lack in found.answer_lacks)
    )
    yield from _part("Wat u nu kunt doen", (_with(action.sentence, action.document or "") for action in found.may_do))
    yield from _part(
        f"De geschilleninstantie: {'open' if body.open else 'niet open'}",
        [
            _with(body.sentence, body.article),
            *(fact.sentence for fact in (body.road, body.body_fact)),
            *body.window.explanation,
            *(fact.sentence for fact in (body.fee, *body.award, *body.ruling)),
        ],
    )


def _admission(found: Admission) -> dict[str, Any]:
    limit = found.window
    return {
        "name": found.body.name if found.body.named else None,
        **_data(found, "open", "ground", "grounds", "article", "sentence"),
        "internal_road": found.road.known,
        **_data(limit, "first_complaint", "last_day", "passed"),
        "may_bring": found.may_bring,
        "fee": found.body.fee or None,
        "award": [fact.sentence for fact in found.award],
        "ruling": [fact.sentence for fact in found.ruling],
        **_data(found, "unknown", "bring"),
    }


def _data(thing: object, *names: str) -> dict[str, Any]:
    return {name: _plain(getattr(thing, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _part(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    said = [sentence for sentence in sentences if sentence]
    if said:
        yield from ("", heading)
        yield from (f"  - {sentence}" for sentence in said)


def _with(sentence: str, added: str) -> str:
    return f"{sentence} ({added})" if added else sentence


def dates(received: date, procedure: Procedure | None, submitted: date | None) -> dict[str, Any]:
    """The statutory dates from one day of receipt, and how they were counted."""
    first, extended = deadlines.oordeel(received), deadlines.oordeel_verlengd(received)
    found = [first, extended]
    told: dict[str, Any] = {
        "received": received.isoformat(),
        "oordeel": first.day.isoformat(),
        "oordeel_verlengd": extended.day.isoformat(),
        "feestdagen_bekend": first.holidays_known and extended.holidays_known,
    }
    notes = [law.record("tien-weken", received).sentence]
    if procedure:
        limit = deadlines.geschil_uiterlijk(received, procedure.disputes_body)
        told["geschil_uiterlijk"] = limit.day.isoformat() if limit else None
        found += [limit] if limit else []
        notes += [] if limit else [procedure.disputes_body.window_note]
    if submitted:
        ruling = deadlines.uitspraak(submitted)
        told["uitspraak"] = ruling.day.isoformat()
        found.append(ruling)
    sentences = [*(sentence for deadline in found for sentence in deadline.explanation), *notes]
    return told | {"uitleg": list(dict.fromkeys(sentences))}


def dates_in_lines(told: dict[str, Any]) -> Iterator[str]:
    """The same for people to read."""
    said = {True: "ja", False: "nee", None: "onbekend"}
    yield from (f"{name}: {said.get(value, value)}" for name, value in told.items() if name != "uitleg")
    yield from (f"  {sentence}" for sentence in told["uitleg"])
