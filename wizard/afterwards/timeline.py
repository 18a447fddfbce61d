"""What happened and what is to come, as one list of days: for a picture and, in the same words, for a reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wizard import deadlines
from wizard.afterwards.status import status
from wizard.dossier import Dossier
from wizard.moments import in_words
from wizard.procedures import Actor, Procedure
from wizard.receipt import is_dated, receipt
from wizard.texts import marked, told


class Tense(StrEnum):
    """Whether a moment was, is to come, or should have been."""

    PAST = "past"
    COMING = "coming"
    LATE = "late"


@dataclass(frozen=True)
class Moment:
    """One day on the road: what it is in neutral words, and who acts. `assumed`: the day is expected, not known."""

    day: date
    words: str
    kind: Tense
    actor: Actor
    id: str
    assumed: bool = False


HAPPENED: tuple[tuple[str, str, Actor], ...] = (
    ("mediation_agreed_on", marked("U en de zorgaanbieder zeiden allebei ja tegen bemiddeling"), Actor.CLIENT),
    ("agreements_made_on", marked("U maakte afspraken met de zorgaanbieder"), Actor.CLIENT),
    ("first_complaint_on", marked("U klaagde voor het eerst schriftelijk"), Actor.CLIENT),
    ("sent_on", marked("U verstuurde uw klacht"), Actor.CLIENT),
    ("received_on", marked("De zorgaanbieder kreeg uw klacht"), Actor.ZORGAANBIEDER),
    (
        "klachtenfunctionaris_received_on",
        marked("De klachtenfunctionaris kreeg uw schriftelijke klacht"),
        Actor.KLACHTENFUNCTIONARIS,
    ),
    ("acknowledged_on", marked("De zorgaanbieder bevestigde dat de klacht er is"), Actor.ZORGAANBIEDER),
    ("extension_notice_on", marked("De zorgaanbieder liet weten dat er meer tijd nodig is"), Actor.ZORGAANBIEDER),
    ("further_extension_asked_on", marked("De zorgaanbieder vroeg u om nog meer tijd"), Actor.ZORGAANBIEDER),
    ("answered_on", marked("U kreeg antwoord van de zorgaanbieder"), Actor.ZORGAANBIEDER),
    ("dispute_submitted_on", marked("U legde het geschil voor aan de geschilleninstantie"), Actor.CLIENT),
    ("ruling_on", marked("De geschilleninstantie deed uitspraak"), Actor.GESCHILLENINSTANTIE),
)
TRIED: tuple[tuple[str, str, Actor], ...] = (
    ("talk", marked("U sprak met de zorgaanbieder"), Actor.CLIENT),
    ("contactpersoon", marked("U sprak met de contactpersoon voor klachten"), Actor.CONTACTPERSOON),
    ("klachtenfunctionaris", marked("U sprak met de klachtenfunctionaris"), Actor.KLACHTENFUNCTIONARIS),
    ("mediation", marked("Er was een bemiddelingsgesprek"), Actor.BEMIDDELAAR),
)
AHEAD = {
    "oordeel": marked("Laatste dag voor het antwoord van de zorgaanbieder"),
    "oordeel-verlengd": marked("Laatste dag voor het antwoord van de zorgaanbieder, met de extra tijd"),
    "nader-afgesproken": marked("Laatste dag voor het antwoord van de zorgaanbieder, zoals u afsprak"),
    "geschil-uiterlijk": marked("Laatste dag om het geschil voor te leggen"),
    "uitspraak": marked("Laatste dag voor de uitspraak van de geschilleninstantie"),
}


def timeline(dossier: Dossier, procedure: Procedure, today: date) -> list[Moment]:
    """Every exact day that is known or expected, in order. Days that somebody knows roughly are not in it."""
    found = [
        *_tried(dossier),
        *_happened(dossier, today),
        *_planned(dossier, today),
        *_ahead(dossier, procedure, today),
    ]
    return sorted(found, key=lambda moment: moment.day)


def _tried(dossier: Dossier) -> Iterator[Moment]:
    for name, words, actor in TRIED:
        step = getattr(dossier.tried, name)
        if step.held and step.when.day:
            yield Moment(step.when.day, told(words), Tense.PAST, actor, name)


def _happened(dossier: Dossier, today: date) -> Iterator[Moment]:
    more = _said_with_more(dossier, today)
    for name, words, actor in HAPPENED:
        if day := getattr(dossier.handling, name):
            yield Moment(day, more.get(name) or told(words), Tense.PAST, actor, name.removesuffix("_on"))
    expected = receipt(dossier, today)
    if dossier.handling.sent_on and expected.assumed:
        kind = Tense.PAST if expected.day <= today else Tense.COMING
        words = told("Wij rekenen met ontvangst door de zorgaanbieder op deze dag")
        yield Moment(expected.day, words, kind, Actor.ZORGAANBIEDER, "received", assumed=True)


def _said_with_more(dossier: Dossier, today: date) -> dict[str, str]:
    """What HAPPENED has in short, where there is more to say: in time or late, only aloud, until when."""
    found = {}
    if deadlines.clock_runs(dossier) and is_dated(dossier):
        in_time = told("De zorgaanbieder liet weten dat er meer tijd nodig is, op tijd")
        late = told("De zorgaanbieder liet weten dat er meer tijd nodig is, te laat")
        found["extension_notice_on"] = in_time if deadlines.extension_in_time(dossier, today) else late
    if dossier.handling.answer.in_writing is False:
        found["answered_on"] = told("U kreeg antwoord van de zorgaanbieder, alleen mondeling")
    if until := dossier.handling.further_extension_asked_until:
        text = marked("De zorgaanbieder vroeg u om nog meer tijd, tot en met {day}")
        found["further_extension_asked_on"] = told(text, day=in_words(until))
    return found


def _planned(dossier: Dossier, today: date) -> Iterator[Moment]:
    day = dossier.talk_plan.when.day
    if day and day >= today:
        yield Moment(day, told("Uw gesprek met de zorgaanbieder"), Tense.COMING, Actor.CLIENT, "talk_plan")


def _ahead(dossier: Dossier, procedure: Procedure, today: date) -> Iterator[Moment]:
    found = status(dossier, procedure, today)
    for term in found.open_terms:
        yield Moment(term.day, told(AHEAD[term.id]), Tense.COMING, term.actor, term.id, term.assumed)
    for late in found.late:
        words, caution = told(AHEAD[late.id]), late.deadline.caution
        words = told("{words}. {caution}", words=words, caution=caution) if caution else words
        yield Moment(late.deadline.day, words, Tense.LATE, late.actor, late.id, late.assumed)
