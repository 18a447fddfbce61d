"""Where a case stands today: the step, what to expect from whom by which day, what is late, and what can be done.

Recomputed from what the client told us, never stored. Nobody is late while a day is unknown or a term still runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard import deadlines, triage
from wizard.afterwards.actions import Action, may_do
from wizard.afterwards.answer import Lack, answered, has_answer, has_complained, lacks
from wizard.afterwards.dispute import Admission, dispute
from wizard.afterwards.happened import Remark, place, remarks
from wizard.choices import Formality
from wizard.deadlines import Deadline
from wizard.dossier import Dossier
from wizard.moments import in_words, with_weekday
from wizard.procedures import Actor, Procedure, Step
from wizard.receipt import is_dated, receipt
from wizard.route import route
from wizard.texts import marked, told

EXPECTED = {
    "oordeel": marked("U krijgt uiterlijk {day} schriftelijk antwoord van de zorgaanbieder."),
    "oordeel-verlengd": marked(
        "De zorgaanbieder nam op tijd meer tijd. U krijgt uiterlijk {day} schriftelijk antwoord van de zorgaanbieder."
    ),
    "nader-afgesproken": marked(
        "U sprak af om te wachten. U krijgt uiterlijk {day} schriftelijk antwoord van de zorgaanbieder."
    ),
    "geschil-uiterlijk": marked("U kunt het geschil voorleggen tot en met {day}, als dat nodig is."),
    "uitspraak": marked("De geschilleninstantie doet uiterlijk {day} uitspraak."),
}
ANSWER_LATE = marked("Het schriftelijke antwoord is te laat sinds {since}. De laatste dag was {day}.")
RECEIPT_ASSUMED = marked("Dat is een schatting: wij weten niet zeker wanneer de zorgaanbieder uw klacht kreeg.")
FROM_RECEIPT = ("oordeel", "oordeel-verlengd")
LATE = {
    "geschil-uiterlijk": marked("De tijd om het geschil voor te leggen is voorbij. De laatste dag was {day}."),
    "uitspraak": marked("De uitspraak is te laat sinds {since}. De laatste dag was {day}."),
}


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
    """Something that should have been done by now; `since` is the first day on which it was late.

    `assumed`: the day of receipt is expected. The sentence says so, and also where a holiday may still be added.
    """

    id: str
    since: date
    actor: Actor
    article: str
    sentence: str
    deadline: Deadline
    assumed: bool = False


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
    late = tuple(_late(term, dossier, today) for term in terms if _is_late(term, admission, today))
    found = place(dossier, admission, today)
    return Status(
        step=(procedure.step(found.kind) if found.kind else None) or _next(dossier, procedure, today),
        where=found.sentence,
        open_terms=tuple(_term(term, dossier, today) for term in terms if not _is_late(term, admission, today)),
        late=late,
        why_not_late="" if late else _why_not_late(dossier),
        remarks=tuple(remarks(dossier, today)),
        asks=tuple(_asks(dossier, admission, today)) if deadlines.under_the_act(dossier) else (),
        may_do=tuple(may_do(dossier, procedure, admission, today)),
        answer_lacks=tuple(lacks(dossier, today)),
        dispute=admission,
    )


def _expected(dossier: Dossier, admission: Admission, today: date) -> Iterator[Deadline]:
    handling, limit = dossier.handling, admission.window
    if handling.ruling_on or not deadlines.under_the_act(dossier):
        return
    due = deadlines.awaited(dossier, today) if is_dated(dossier) else None
    if due and not answered(dossier):
        yield due
    in_time = handling.dispute_submitted_on and not limit.passed
    needed = handling.answer_satisfies is not True
    last = deadlines.geschil_uiterlijk(limit.first_complaint, admission.body) if limit.first_complaint else None
    if last and needed and not in_time:
        yield last
    if handling.dispute_submitted_on:
        yield deadlines.uitspraak(handling.dispute_submitted_on)


def _is_late(term: Deadline, admission: Admission, today: date) -> bool:
    """The client's own limit is measured at the submission, the others today."""
    return bool(admission.window.passed) if term.actor is Actor.CLIENT else term.is_late(today)


def _term(term: Deadline, dossier: Dossier, today: date) -> Term:
    sentence = told(EXPECTED[term.id], day=with_weekday(term.day))
    return Term(term.id, term.day, term.actor, term.rule.article, sentence, term, _assumed(term, dossier, today))


def _assumed(term: Deadline, dossier: Dossier, today: date) -> bool:
    return term.id in FROM_RECEIPT and receipt(dossier, today).assumed


def _late(term: Deadline, dossier: Dossier, today: date) -> Late:
    since = term.late_from or term.day
    sentence = told(LATE.get(term.id, ANSWER_LATE), since=in_words(since), day=with_weekday(term.day))
    if term.actor is Actor.CLIENT:
        after = told("U legde het daarna voor. De instantie beslist of zij het nog behandelt.")
        ask = told("Vraag de instantie of het nog kan.")
        sentence = f"{sentence} {after if dossier.handling.dispute_submitted_on else ask}"
    assumed = _assumed(term, dossier, today)
    said = (sentence, told(RECEIPT_ASSUMED) if assumed else "", term.caution)
    return Late(term.id, since, term.actor, term.rule.article, " ".join(filter(None, said)), term, assumed)


def _next(dossier: Dossier, procedure: Procedure, today: date) -> Step | None:
    found = route(dossier, procedure, today)
    last = found.completed[-1] if found.completed else None
    stop = found.next or last
    return stop.step if stop else None


def _why_not_late(dossier: Dossier) -> str:
    handling = dossier.handling
    submitted = handling.dispute_submitted_on
    if triage.wkkgz(dossier) is False:
        return told("Voor deze zorg of hulp geldt een andere wet. De termijnen van de Wkkgz gelden dan niet zomaar.")
    if not deadlines.under_the_act(dossier):
        return told("Volgens uw antwoorden kunt u deze klacht niet zelf indienen. Daarom tellen wij geen termijn.")
    if handling.ruling_on:
        return told("De geschilleninstantie deed uitspraak. Er loopt geen termijn meer.")
    if answered(dossier) and not submitted:
        return told("U hebt antwoord. U wacht niet meer op de zorgaanbieder.")
    if handling.in_writing is False:
        return told("Uw klacht was niet schriftelijk. De termijn van de wet loopt dan nog niet.")
    if dossier.letter.formality is Formality.EERST_INFORMEEL:
        return told("U vraagt eerst om een gesprek. De termijn van de wet loopt dan nog niet.")
    if not has_complained(dossier):
        return told("U klaagde nog niet schriftelijk. De termijn van de wet loopt nog niet.")
    if deadlines.agreed_without_a_day(dossier):
        return told("U vond meer tijd goed, maar wij weten niet tot en met welke dag.")
    if not (is_dated(dossier) or submitted):
        return told("Wij weten niet wanneer de zorgaanbieder uw klacht kreeg. Daarom kunnen wij nog niet tellen.")
    return told("Er is niets te laat. De termijn loopt nog.")


def _asks(dossier: Dossier, admission: Admission, today: date) -> Iterator[Question]:
    handling = dossier.handling
    waiting = has_complained(dossier) and deadlines.clock_runs(dossier) and not has_answer(dossier)
    if waiting and receipt(dossier, today).assumed:
        ask = told("Wanneer kreeg de zorgaanbieder uw klacht? Vanaf die dag tellen wij.")
        yield Question("handling.received_on", "termijnen", ask)
    if deadlines.agreed_without_a_day(dossier):
        ask = told("U vond meer tijd goed. Tot en met welke dag?")
        yield Question("handling.agreed_until", "termijnen", ask)
    asked = handling.further_extension_asked_on or handling.further_extension_asked_until
    if asked and handling.further_extension_agreed is None and not handling.agreed_until:
        ask = told("Vindt u het goed om nog langer te wachten?")
        yield Question("handling.further_extension_agreed", "termijnen", ask)
    if has_answer(dossier) and handling.answered_on is None:
        ask = told("Wanneer kreeg u het antwoord? Dan weten wij of het op tijd was.")
        yield Question("handling.answered_on", "antwoord", ask)
    if answered(dossier) and handling.answer_satisfies is None:
        yield Question("handling.answer_satisfies", "antwoord", told("Lost het antwoord uw klacht genoeg op?"))
    if admission.window.months and admission.window.first_complaint is None and has_complained(dossier):
        ask = told("Wanneer klaagde u voor het eerst schriftelijk? Vanaf die dag telt uw eigen termijn.")
        yield Question("handling.first_complaint_on", "termijnen", ask)
    if has_complained(dossier) and not admission.body.named:
        ask = told("Welke geschilleninstantie is het? Vraag het aan uw zorgaanbieder.")
        yield Question("dispute.body_name", "geschil", ask)
