"""The provider's answer, checked: is it there, is it in time, and what does it lack (Wkkgz art. 17(1))?

What the answer must hold, it must hold by the end of the term: until then the provider may still complete it, and
nobody is told that a rule was broken.
"""

from dataclasses import dataclass
from datetime import date

from wizard import law
from wizard.choices import Stage
from wizard.deadlines import Deadline, awaited, clock_runs
from wizard.dossier import Dossier
from wizard.moments import with_weekday
from wizard.receipt import is_dated
from wizard.texts import marked, told

RULES, CONTENT = "geschil-regels", "geschil-antwoord"
LIGHTER = ("klachtenfunctionaris", "lmz")
PARTS = {
    "in_writing": (
        "schriftelijk",
        marked("U kreeg het antwoord niet op papier of per e-mail."),
        marked("Vraag de zorgaanbieder om het antwoord alsnog schriftelijk te geven."),
    ),
    "with_reasons": (
        "redenen",
        marked("In het antwoord staan geen redenen."),
        marked("Vraag de zorgaanbieder om uit te leggen hoe hij bij dit antwoord komt."),
    ),
    "oordeel": (
        "oordeel",
        marked("In het antwoord staat geen oordeel over uw klacht."),
        marked("Vraag de zorgaanbieder om voor elk klachtpunt te schrijven wat hij ervan vindt."),
    ),
    "decisions": (
        "beslissingen",
        marked("In het antwoord staat niet wat de zorgaanbieder heeft besloten."),
        marked("Vraag de zorgaanbieder wat hij naar aanleiding van uw klacht besluit."),
    ),
    "measures_term": (
        "termijn-maatregelen",
        marked("In het antwoord staat niet wanneer de maatregelen klaar zijn."),
        marked("Vraag de zorgaanbieder wanneer elke maatregel klaar is."),
    ),
}


@dataclass(frozen=True)
class Lack:
    """Something that is missing in the answer: what to do first, and the ground that it gives (a law record's id).

    `lighter` names actions that may help sooner than the geschilleninstantie. `counts` is False as long as the
    provider still has time: then the ground is not there yet.
    """

    id: str
    sentence: str
    todo: str
    article: str
    ground: str
    ground_article: str
    ground_sentence: str
    counts: bool
    lighter: tuple[str, ...] = LIGHTER


def has_complained(dossier: Dossier) -> bool:
    """Whether a written complaint was made, as far as the client said."""
    handling = dossier.handling
    said = dossier.situation.stage in (Stage.INGEDIEND, Stage.ANTWOORD) or bool(handling.first_complaint_on)
    return (said or is_dated(dossier)) and handling.in_writing is not False


def has_answer(dossier: Dossier) -> bool:
    """Whether there is an answer of any kind, also one that was only said aloud."""
    return bool(dossier.handling.answered_on) or dossier.situation.stage is Stage.ANTWOORD


def answered(dossier: Dossier) -> bool:
    """Whether there is an answer in the sense of the Act: one in writing. What was only said aloud is none."""
    return has_answer(dossier) and dossier.handling.answer.in_writing is not False


def is_overdue(dossier: Dossier, today: date) -> bool:
    """Whether the written answer should have been there by now; never while the day of receipt is not near to known."""
    return not answered(dossier) and _term_is_over(dossier, today)


def came_late(dossier: Dossier) -> bool:
    """Whether the written answer came after the last day for it (Wkkgz art. 17)."""
    on = dossier.handling.answered_on
    return answered(dossier) and on is not None and _term_is_over(dossier, on)


def late_with_care(dossier: Dossier, today: date) -> str:
    """What to say with it that the answer is or came late: that a holiday may be added; empty where all are known."""
    late = is_overdue(dossier, today) or came_late(dossier)
    due = awaited(dossier, today) if late else None
    return due.caution if due else ""


def breaks_the_rules(dossier: Dossier, today: date) -> bool:
    """Whether the answer is not there in time or not as the Act asks: a ground under Wkkgz art. 21(1)(a)."""
    return is_overdue(dossier, today) or any(lack.ground == RULES and lack.counts for lack in lacks(dossier, today))


def lacks(dossier: Dossier, today: date) -> list[Lack]:
    """What the answer lacks, as far as the client said; empty without an answer, and where no clock runs."""
    if not (clock_runs(dossier) and has_answer(dossier)):
        return []
    due = awaited(dossier, today) if is_dated(dossier) else None
    time_left = due is not None and not due.is_late(today)
    missing = [_part(name, due if time_left else None, today) for name in _missing(dossier)]
    late = [_late(due, today)] if due and came_late(dossier) else []
    return [*late, *missing, *([_unsatisfying(today)] if dossier.handling.answer_satisfies is False else [])]


def unchecked(dossier: Dossier) -> tuple[str, ...]:
    """Which parts of the answer the client did not look for yet, by the name of their field."""
    return tuple(name for name in PARTS if getattr(dossier.handling.answer, name) is None)


def _missing(dossier: Dossier) -> list[str]:
    """Of an answer that was only said aloud nothing else need be looked at."""
    missing = [name for name in PARTS if getattr(dossier.handling.answer, name) is False]
    return ["in_writing"] if "in_writing" in missing else missing


def _part(name: str, still_due: Deadline | None, today: date) -> Lack:
    key, sentence, ask = PARTS[name]
    todo = told(ask)
    if still_due:
        until = with_weekday(still_due.day)
        todo = f"{todo} {told('De zorgaanbieder heeft daarvoor nog tijd tot en met {day}.', day=until)}"
    return _lack(key, told(sentence), todo, "antwoord-onvolledig", today, counts=not still_due)


def _late(due: Deadline, today: date) -> Lack:
    sentence = told("Het antwoord kwam na {day}. Dat was de laatste dag.", day=with_weekday(due.day))
    sentence = f"{sentence} {due.caution}".strip()
    todo = told("Vraag waarom het antwoord later kwam, als u dat wilt weten.")
    return _lack("op-tijd", sentence, todo, RULES, today)


def _unsatisfying(today: date) -> Lack:
    sentence = told("Het antwoord lost uw klacht volgens u niet genoeg op.")
    todo = told("Schrijf op wat u in het antwoord mist, en bespreek dat met de klachtenfunctionaris.")
    return _lack("voldoende", sentence, todo, CONTENT, today)


def _lack(key: str, sentence: str, todo: str, reason: str, today: date, *, counts: bool = True) -> Lack:
    ground = CONTENT if reason == CONTENT else RULES
    article = law.record(CONTENT if ground == CONTENT else "oordeel", today).article
    why = law.record(reason, today).sentence
    return Lack(key, sentence, todo, article, ground, law.record(ground, today).article, why, counts)


def _term_is_over(dossier: Dossier, on: date) -> bool:
    due = awaited(dossier, on)
    return is_dated(dossier) and due is not None and due.is_late(on)
