"""When each paper makes sense: an empty string, or why not, in one sentence for the person."""

from datetime import date

from wizard import deadlines, triage
from wizard.afterwards.answer import answered, is_overdue
from wizard.afterwards.expected import expected
from wizard.afterwards.grounds import grounds
from wizard.choices import Capacity, Formality, Stage
from wizard.dossier import Dossier, Lookback
from wizard.moments import in_words
from wizard.procedures import Procedure
from wizard.receipt import is_dated
from wizard.standing import client_may_authorise, standing
from wizard.texts import marked, told

OTHER_LAW = marked("Voor deze zorg of hulp geldt een andere wet.")


def talk(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """A talk is not asked of somebody in danger, or after a crime."""
    if triage.talk_fits(dossier):
        return ""
    return told("Bij gevaar of een misdrijf hoeft u niet eerst met de zorgaanbieder te praten.")


def intake(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """Whoever helps is of no use any more once a geschilleninstantie has the case."""
    if dossier.handling.dispute_submitted_on:
        return told("U hebt het geschil al voorgelegd. Dit blad hoort bij de stap daarvoor.")
    return ""


def formal_letter(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """The letter that asks for an oordeel."""
    formal = dossier.letter.formality is Formality.FORMEEL
    return "" if formal else told("U koos voor een brief die eerst om een gesprek vraagt.")


def first_informally(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """The letter that asks for a talk first."""
    formal = dossier.letter.formality is Formality.FORMEEL
    return told("U koos voor een brief die om een oordeel vraagt.") if formal else ""


def authorisation(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """A machtiging is the client's own: somebody who can decide, and lets another complain."""
    if client_may_authorise(dossier.complainant):
        return ""
    return told(
        "Een machtiging geeft de cliënt zelf, als die zelf kan beslissen. Volgens uw antwoorden is dat niet zo."
    )


def file_copy(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """A copy of the file: for the client (BW 7:456), a vertegenwoordiger, or a nabestaande (BW 7:458a)."""
    if triage.wkkgz(dossier) is False:
        return told(OTHER_LAW)
    who = dossier.complainant
    if who.capacity is Capacity.GEMACHTIGDE:
        may = who.machtiging_signed and dossier.authorisation.file_access
        return "" if may else told("Dit kan als er een machtiging is waarin staat dat u het dossier mag zien.")
    if who.capacity in (Capacity.ANDERS, Capacity.GEWEIGERDE_VERTEGENWOORDIGER):
        return told("Een kopie van het dossier kan de cliënt zelf vragen, of een vertegenwoordiger of nabestaande.")
    if standing(who).allowed is False:
        return told("Volgens uw antwoorden mag u dit niet zelf vragen. Kijk wie dat wel kan.")
    return ""


def reminder(dossier: Dossier, _procedure: Procedure, today: date) -> str:
    """A reminder is for an answer that is late (Wkkgz art. 17)."""
    if answered(dossier):
        return told("U hebt al antwoord.")
    if not is_dated(dossier):
        return told("Wij weten nog niet wanneer u uw klacht stuurde.")
    due = deadlines.awaited(dossier, today)
    if due is None:
        return told("Er loopt nu geen termijn, of u sprak geen dag af.")
    if is_overdue(dossier, today):
        return ""
    return told("Het antwoord mag nog komen tot en met {day}.", day=in_words(due.day))


def extension(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """An answer to a further extension, once the provider asked for one."""
    handling = dossier.handling
    if answered(dossier):
        return told("U hebt al antwoord.")
    if not (handling.further_extension_asked_on or handling.further_extension_asked_until):
        return told("De zorgaanbieder heeft niet gevraagd om nog langer te wachten.")
    return ""


def agreements(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """A sheet for agreements: where mediation fits and both want it, or where a talk is planned or was held."""
    if not triage.mediation_fits(dossier):
        return told("Bemiddeling past niet bij gevaar, een misdrijf, een calamiteit of letselschade.")
    tried = dossier.tried
    agreed = triage.both_want_mediation(dossier) or dossier.handling.agreements_made_on
    if agreed or tried.mediation.held or tried.talk.held or dossier.talk_plan.when.known:
        return ""
    return told("Er is nog geen gesprek gepland, en u wilt niet allebei bemiddeling.")


def dispute(dossier: Dossier, _procedure: Procedure, today: date) -> str:
    """A submission, once the geschilleninstantie is open (Wkkgz art. 21)."""
    if triage.wkkgz(dossier) is False:
        return f"{told(OTHER_LAW)} {told('Een geschilleninstantie staat dan niet open.')}"
    if grounds(dossier, today):
        return ""
    return told("De geschilleninstantie staat nog niet open: wacht op het antwoord, of tot het te laat is.")


def dates(dossier: Dossier, procedure: Procedure, today: date) -> str:
    """A card with dates, once there are any."""
    return "" if expected(dossier, procedure, today) else told("Er zijn nu geen datums om te verwachten.")


def lookback(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    """A look back, once the handling is over."""
    over = dossier.handling.answered_on or dossier.handling.ruling_on or dossier.situation.stage is Stage.ANTWOORD
    begun = dossier.lookback != Lookback()
    return "" if over or begun else told("Dit komt als de behandeling van uw klacht klaar is.")
