"""Where a case stands today: the step, what to expect from whom by which day, what is late, and what can be done.

Recomputed from what the client told us, never stored. Nobody is late while a day is unknown or a term still runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard import deadlines, triage
from wizard.afterwards.actions import Action, has_answer, has_complained, may_do
from wizard.afterwards.answer import Lack, answered, lacks
from wizard.afterwards.dispute import Admission, dispute
from wizard.afterwards.happened import Remark, place, remarks
from wizard.choices import Formality
from wizard.deadlines import Deadline
from wizard.dossier import Dossier
from wizard.moments import in_words, with_weekday
from wizard.procedures import Actor, Procedure, Step
from wizard.route import route


@dataclass(frozen=True)
class Term:
    """Something to expect: from whom, by which day, by which article. `assumed`: the day of receipt is expected."""

    id: str
    day: date
    actor: Actor
    article: str
    sentence: str
    deadline: Deadline
    assumed: bool = False


@dataclass(frozen=True)
class Late:
    """Something that should have been done by now; `since` is the first day on which it was late."""

    id: str
    since: date
    actor: Actor
    article: str
    sentence: str
    deadline: Deadline


@dataclass(frozen=True)
class Question:
    """A fact that would make the answer more exact: where it is asked, and why."""

    path: str
    page: str
    sentence: str


@dataclass(frozen=True)
class Status:
    """Where the case stands. `why_not_late` says why nothing is late, and is empty where something is."""

    step: Step | None
    where: str
    open_terms: tuple[Term, ...]
    late: tuple[Late, ...]
    why_not_late: str
    remarks: tuple[Remark, ...]
    asks: tuple[Question, ...]
    may_do: tuple[Action, ...]
    answer_lacks: tuple[Lack, ...]
    dispute: Admission


def status(dossier: Dossier, procedure: Procedure, today: date) -> Status:
    """All of it, as things stand today."""
    admission = dispute(dossier, procedure, today)
    terms = list(_expected(dossier, admission, today))
    late = tuple(_late(term, dossier) for term in terms if _is_late(term, admission, today))
    found = place(dossier, admission, today)
    return Status(
        step=(procedure.step(found.kind) if found.kind else None) or _next(dossier, procedure, today),
        where=found.sentence,
        open_terms=tuple(_term(term, dossier, today) for term in terms if not _is_late(term, admission, today)),
        late=late,
        why_not_late="" if late else _why_not_late(dossier),
        remarks=tuple(remarks(dossier, today)),
        asks=tuple(_asks(dossier, admission)),
        may_do=tuple(may_do(dossier, admission, today)),
        answer_lacks=tuple(lacks(dossier, today)),
        dispute=admission,
    )


def _expected(dossier: Dossier, admission: Admission, today: date) -> Iterator[Deadline]:
    handling, limit = dossier.handling, admission.window
    if handling.ruling_on:
        return
    due = deadlines.awaited(dossier, today) if deadlines.is_dated(dossier) else None
    if due and not answered(dossier):
        yield due
    in_time = handling.dispute_submitted_on and not limit.passed
    needed = triage.wkkgz(dossier) is not False and handling.answer_satisfies is not True
    last = deadlines.geschil_uiterlijk(limit.first_complaint, admission.body) if limit.first_complaint else None
    if last and needed and not in_time:
        yield last
    if handling.dispute_submitted_on:
        yield deadlines.uitspraak(handling.dispute_submitted_on)


def _is_late(term: Deadline, admission: Admission, today: date) -> bool:
    """The client's own limit is measured at the submission, the others today."""
    return bool(admission.window.passed) if term.actor is Actor.CLIENT else term.is_late(today)


def _term(term: Deadline, dossier: Dossier, today: date) -> Term:
    day = with_weekday(term.day)
    answer = f"U krijgt uiterlijk {day} schriftelijk antwoord van de zorgaanbieder."
    sentences = {
        "oordeel": answer,
        "oordeel-verlengd": f"De zorgaanbieder nam op tijd meer tijd. {answer}",
        "nader-afgesproken": f"U sprak af om te wachten. {answer}",
        "geschil-uiterlijk": f"U kunt het geschil voorleggen tot en met {day}, als dat nodig is.",
        "uitspraak": f"De geschilleninstantie doet uiterlijk {day} uitspraak.",
    }
    counted = term.id in ("oordeel", "oordeel-verlengd")
    assumed = counted and deadlines.receipt(dossier, today).assumed
    return Term(term.id, term.day, term.actor, term.rule.article, sentences[term.id], term, assumed)


def _late(term: Deadline, dossier: Dossier) -> Late:
    since = term.late_from or term.day
    after = "U legde het daarna voor. De instantie beslist of zij het nog behandelt."
    asked = after if dossier.handling.dispute_submitted_on else "Vraag de instantie of het nog kan."
    last = f"De laatste dag was {with_weekday(term.day)}."
    sentences = {
        "geschil-uiterlijk": f"De tijd om het geschil voor te leggen is voorbij. {last} {asked}",
        "uitspraak": f"De uitspraak is te laat sinds {in_words(since)}. {last}",
    }
    answer = f"Het schriftelijke antwoord is te laat sinds {in_words(since)}. {last}"
    return Late(term.id, since, term.actor, term.rule.article, sentences.get(term.id, answer), term)


def _next(dossier: Dossier, procedure: Procedure, today: date) -> Step | None:
    found = route(dossier, procedure, today)
    last = found.completed[-1] if found.completed else None
    stop = found.next or last
    return stop.step if stop else None


def _why_not_late(dossier: Dossier) -> str:
    handling = dossier.handling
    reasons = {
        "Voor deze zorg of hulp geldt een andere wet. De termijnen van de Wkkgz gelden dan niet zomaar.": triage.wkkgz(
            dossier
        )
        is False,
        "De geschilleninstantie deed uitspraak. Er loopt geen termijn meer.": handling.ruling_on,
        "U hebt antwoord. U wacht niet meer op de zorgaanbieder.": answered(dossier)
        and not handling.dispute_submitted_on,
        "Uw klacht was niet schriftelijk. De termijn van de wet loopt dan nog niet.": handling.in_writing is False,
        "U vraagt eerst om een gesprek. De termijn van de wet loopt dan nog niet.": dossier.letter.formality
        is Formality.EERST_INFORMEEL,
        "U klaagde nog niet schriftelijk. De termijn van de wet loopt nog niet.": not has_complained(dossier),
        "U vond meer tijd goed, maar wij weten niet tot en met welke dag.": deadlines.agreed_without_a_day(dossier),
        "Wij weten niet wanneer de zorgaanbieder uw klacht kreeg. Daarom kunnen wij nog niet tellen.": not (
            deadlines.is_dated(dossier) or handling.dispute_submitted_on
        ),
    }
    running = "Er is niets te laat. De termijn loopt nog."
    return next((sentence for sentence, holds in reasons.items() if holds), running)


def _asks(dossier: Dossier, admission: Admission) -> Iterator[Question]:
    handling = dossier.handling
    waiting = has_complained(dossier) and deadlines.clock_runs(dossier) and not has_answer(dossier)
    if waiting and handling.received_on is None:
        yield Question(
            "handling.received_on", "termijnen", "Wanneer kreeg de zorgaanbieder uw klacht? Vanaf die dag tellen wij."
        )
    if deadlines.agreed_without_a_day(dossier):
        yield Question("handling.agreed_until", "termijnen", "U vond meer tijd goed. Tot en met welke dag?")
    asked = handling.further_extension_asked_on or handling.further_extension_asked_until
    if asked and handling.further_extension_agreed is None and not handling.agreed_until:
        yield Question("handling.further_extension_agreed", "termijnen", "Vindt u het goed om nog langer te wachten?")
    if has_answer(dossier) and handling.answered_on is None:
        yield Question(
            "handling.answered_on", "antwoord", "Wanneer kreeg u het antwoord? Dan weten wij of het op tijd was."
        )
    if answered(dossier) and handling.answer_satisfies is None:
        yield Question("handling.answer_satisfies", "antwoord", "Lost het antwoord uw klacht genoeg op?")
    if admission.window.months and admission.window.first_complaint is None and has_complained(dossier):
        yield Question(
            "handling.first_complaint_on",
            "termijnen",
            "Wanneer klaagde u voor het eerst schriftelijk? Vanaf die dag telt uw eigen termijn.",
        )
    if has_complained(dossier) and not admission.body.named:
        yield Question(
            "dispute.body_name", "geschil", "Welke geschilleninstantie is het? Vraag het aan uw zorgaanbieder."
        )
