"""What cannot be right: days ahead, before the Act or out of order, and answers that contradict each other."""

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from wizard.afterwards.answer import answered
from wizard.choices import AgeGroup, Capacity, Stage
from wizard.dossier import Complainant, Dossier, Handling, When
from wizard.errors import Place
from wizard.moments import in_words
from wizard.texts import marked, told
from wizard.triage import mediation_fits

WKKGZ_SINCE = date(2016, 1, 1)
ORDER = {
    "received_on": {
        "sent_on": marked("De zorgaanbieder kan uw klacht niet krijgen voordat u die stuurde."),
        "first_complaint_on": marked("De zorgaanbieder kreeg deze klacht voordat u voor het eerst klaagde."),
    },
    "klachtenfunctionaris_received_on": {
        "sent_on": marked("De klachtenfunctionaris kan uw klacht niet krijgen voordat u die stuurde."),
        "first_complaint_on": marked("De klachtenfunctionaris kreeg deze klacht voordat u voor het eerst klaagde."),
    },
    "acknowledged_on": {
        "first_complaint_on": marked("Een bevestiging kan er niet zijn voordat de klacht er was."),
        "received_on": marked("Een bevestiging kan er niet zijn voordat de klacht er was."),
        "sent_on": marked("Een bevestiging kan er niet zijn voordat u de klacht stuurde."),
    },
    "agreements_made_on": {
        "mediation_agreed_on": marked("Afspraken kunnen er niet zijn voordat u besloot te bemiddelen."),
    },
    "extension_notice_on": {
        "first_complaint_on": marked("Een bericht over meer tijd kan er niet zijn voordat de klacht er was."),
        "received_on": marked("Een bericht over meer tijd kan er niet zijn voordat de klacht er was."),
        "sent_on": marked("Een bericht over meer tijd kan er niet zijn voordat u de klacht stuurde."),
    },
    "further_extension_asked_on": {
        "received_on": marked("Vragen om meer tijd kan niet voordat de klacht er was."),
        "sent_on": marked("Vragen om meer tijd kan niet voordat u de klacht stuurde."),
    },
    "further_extension_asked_until": {
        "received_on": marked("De afgesproken dag kan niet voor de dag van ontvangst liggen."),
        "further_extension_asked_on": marked("De nieuwe dag kan niet voor de vraag liggen."),
    },
    "agreed_until": {
        "sent_on": marked("De afgesproken dag kan niet voor de dag van ontvangst liggen."),
        "received_on": marked("De afgesproken dag kan niet voor de dag van ontvangst liggen."),
        "further_extension_asked_on": marked("De afgesproken dag kan niet voor de vraag om meer tijd liggen."),
    },
    "answered_on": {
        "received_on": marked("Het antwoord kan er niet zijn voordat de klacht er was."),
        "sent_on": marked("Het antwoord kan er niet zijn voordat u de klacht stuurde."),
        "first_complaint_on": marked("Het antwoord kan er niet zijn voordat u klaagde."),
    },
    "dispute_submitted_on": {
        "sent_on": marked("U kunt het geschil niet voorleggen voordat u klaagde."),
        "first_complaint_on": marked("U kunt het geschil niet voorleggen voordat u klaagde."),
        "received_on": marked("U kunt het geschil niet voorleggen voordat u klaagde."),
    },
    "ruling_on": {
        "dispute_submitted_on": marked("De uitspraak kan er niet zijn voordat u het geschil voorlegde."),
    },
}
AGES = {
    AgeGroup.ONDER_12: (0, 11),
    AgeGroup.VAN_12_TOT_16: (12, 15),
    AgeGroup.VANAF_16: (16, 17),
    AgeGroup.VOLWASSEN: (18, 999),
}
MAY_BE_AHEAD = ("agreed_until", "further_extension_asked_until")


def impossible_days(dossier: Dossier, today: date) -> list[Place]:
    """Every day in the dossier that cannot be right, with its path and what to do."""
    return [
        *_ahead(dossier, today),
        *_before_the_act(dossier),
        *_out_of_order(dossier),
        *_contradictory(dossier, today),
    ]


def _ahead(dossier: Dossier, today: date) -> Iterator[Place]:
    for path, day in _past_days(dossier):
        if day > today:
            yield Place(path, told("{day} moet nog komen. Vul een dag in die al is geweest", day=in_words(day)))
    dated = dossier.letter.dated
    if dated and not abs(dated - today) <= timedelta(days=366):
        yield Place("letter.dated", told("De datum van de brief ligt meer dan een jaar weg. Kijk de datum na"))


def _past_days(dossier: Dossier) -> Iterator[tuple[str, date]]:
    moments: list[tuple[str, When]] = [(f"points.{n}.when", point.when) for n, point in enumerate(dossier.points)]
    moments += [(f"events.{n}.when", event.when) for n, event in enumerate(dossier.events)]
    for name in ("talk", "contactpersoon", "klachtenfunctionaris", "mediation"):
        moments.append((f"tried.{name}.when", getattr(dossier.tried, name).when))
    yield from ((f"{path}.day", when.day) for path, when in moments if when.day)
    if birth := dossier.complainant.client_birth_date:
        yield "complainant.client_birth_date", birth
    for name, day in dossier.handling:
        if isinstance(day, date) and name not in MAY_BE_AHEAD:
            yield f"handling.{name}", day


def _before_the_act(dossier: Dossier) -> Iterator[Place]:
    for name, day in dossier.handling:
        if isinstance(day, date) and day < WKKGZ_SINCE:
            yield Place(f"handling.{name}", told("De Wkkgz geldt vanaf 1 januari 2016. Kijk de datum na"))


def _out_of_order(dossier: Dossier) -> Iterator[Place]:
    """At most one question a field, however many days it does not fit with."""
    for later, before in ORDER.items():
        day = getattr(dossier.handling, later)
        known = [(_day(dossier.handling, earlier), message) for earlier, message in before.items()]
        crossed = [told(message) for earlier, message in known if earlier and day and day < earlier]
        if crossed:
            yield Place(f"handling.{later}", f"{crossed[0]} {told('Kijk beide datums na')}")
    agreed, talked = dossier.handling.mediation_agreed_on, dossier.tried.mediation.when.day
    if agreed and talked and talked < agreed:
        message = told("Bemiddeling begint pas als u allebei ja zegt. Kijk beide datums na")
        yield Place("tried.mediation.when.day", message)


def _day(handling: Handling, name: str) -> date | None:
    """The day of that name; the complaint is there too from when the klachtenfunctionaris has it."""
    day: date | None = getattr(handling, name)
    return day or (handling.klachtenfunctionaris_received_on if name == "received_on" else None)


def _contradictory(dossier: Dossier, today: date) -> Iterator[Place]:
    yield from _about_more_time(dossier)
    yield from _about_mediation(dossier)
    yield from _about_the_answer(dossier)
    yield from _about_the_complaint(dossier.handling)
    yield from _about_the_age(dossier.complainant, today)
    if dossier.handling.ruling_on and dossier.handling.dispute_submitted_on is None:
        message = told("U vulde in wanneer de uitspraak kwam. Wanneer legde u het geschil voor?")
        yield Place("handling.dispute_submitted_on", message)


def _about_more_time(dossier: Dossier) -> Iterator[Place]:
    handling = dossier.handling
    if handling.further_extension_agreed is False and handling.agreed_until:
        message = told("U vond meer tijd niet goed, dus deze dag telt niet. Haal de dag weg, of verander uw antwoord")
        yield Place("handling.agreed_until", message)
    if handling.extension_has_reason is not None and handling.extension_notice_on is None:
        message = told("U zegt iets over een bericht over meer tijd. Wanneer kreeg u dat?")
        yield Place("handling.extension_notice_on", message)
    notice, answer = handling.extension_notice_on, handling.answered_on
    if notice and answer and notice > answer and answered(dossier):
        message = told("Dit bericht kwam toen u al antwoord had. Kijk beide datums na")
        yield Place("handling.extension_notice_on", message)


def _about_mediation(dossier: Dossier) -> Iterator[Place]:
    handling, tried = dossier.handling, dossier.tried
    unwilling = tried.mediation_wanted is False or tried.mediation_wanted_by_provider is False
    if unwilling and handling.mediation_agreed_on:
        message = told(
            "U vulde ook in dat een van u beiden geen bemiddeling wil. Haal de dag weg, of verander dat antwoord"
        )
        yield Place("handling.mediation_agreed_on", message)
    elif handling.mediation_agreed_on and not mediation_fits(dossier):
        message = told(
            "U vulde ook in dat er gevaar, een misdrijf, een calamiteit of letselschade is. "
            "Daar past bemiddeling niet bij. Haal de dag weg, of verander dat antwoord"
        )
        yield Place("handling.mediation_agreed_on", message)


def _about_the_answer(dossier: Dossier) -> Iterator[Place]:
    handling = dossier.handling
    looked_at = handling.answer_satisfies is not None or any(part is not None for _, part in handling.answer)
    if looked_at and not (handling.answered_on or dossier.situation.stage is Stage.ANTWOORD):
        message = told("U zegt al iets over het antwoord. Op welke dag kreeg u dat?")
        yield Place("handling.answered_on", message)


def _about_the_complaint(handling: Handling) -> Iterator[Place]:
    """What was only said aloud arrives on no day, and the provider can extend no term for it (Wkkgz art. 14(1), 17)."""
    if handling.in_writing is False and (_day(handling, "received_on") or handling.extension_notice_on):
        message = told(
            "U vulde ook in wanneer uw klacht aankwam, of wanneer u bericht kreeg over meer tijd. "
            "Klaagde u toch schriftelijk? Verander dan dit antwoord"
        )
        yield Place("handling.in_writing", message)


def _about_the_age(complainant: Complainant, today: date) -> Iterator[Place]:
    born, group = complainant.client_birth_date, complainant.age_group
    if born is None or group is None or complainant.capacity is not Capacity.VERTEGENWOORDIGER or born > today:
        return
    youngest, oldest = AGES[group]
    if not youngest <= relativedelta(today, born).years <= oldest:
        message = told("Deze geboortedatum past niet bij de leeftijd die u koos. Kijk beide antwoorden na")
        yield Place("complainant.client_birth_date", message)
