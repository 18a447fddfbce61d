"""What each paper lacks, and on which page that can be filled in; the complaint letter's own are in documents.py."""

from collections.abc import Iterator
from datetime import date

from wizard import deadlines
from wizard.afterwards.answer import answered, late_with_care
from wizard.afterwards.dispute import disputes_body
from wizard.choices import Capacity
from wizard.documents import Gap
from wizard.dossier import Dossier
from wizard.procedures import Procedure
from wizard.receipt import receipt
from wizard.standing import standing
from wizard.texts import told


def talk(dossier: Dossier, _procedure: Procedure, _today: date) -> Iterator[Gap]:
    """What somebody may want to bring to a talk; a card with room to write makes sense without it."""
    plan = dossier.talk_plan
    if not plan.topic:
        yield Gap("onderwerp", "gesprek", told("U hebt nog niet gezegd waarover u wilt praten."))
    if not plan.goal:
        yield Gap("doel", "gesprek", told("U hebt nog niet gezegd wat u met het gesprek wilt bereiken."))
    if not any(plan.questions):
        yield Gap("vragen", "gesprek", told("Uw vragen staan nog niet op de kaart."))
    if not plan.when.known:
        yield Gap("wanneer", "gesprek", told("U hebt nog niet gezegd wanneer het gesprek is."))


def intake(dossier: Dossier, _procedure: Procedure, _today: date) -> Iterator[Gap]:
    """Without a complaint there is nothing to take in."""
    yield from _complaint(dossier)
    yield from _provider(dossier, stops=False)
    yield from _sender(dossier)
    yield from _client(dossier)
    if dossier.complainant.capacity is None:
        yield Gap("hoedanigheid", "wie", told("Vul in voor wie u klaagt."))
    if not dossier.wishes:
        yield Gap("wensen", "wensen", told("U hebt nog niet gezegd wat u vraagt."))


def authorisation(dossier: Dossier, _procedure: Procedure, today: date) -> Iterator[Gap]:
    """Who authorises whom, about which provider."""
    yield from _provider(dossier, stops=True)
    if dossier.complainant.capacity is None:
        yield Gap("hoedanigheid", "wie", told("Vul in of u zelf de cliënt bent."), True)
    if dossier.complains_for_self and not dossier.authorisation.name:
        yield Gap("gemachtigde", "machtiging", told("Vul in wie er namens u mag klagen."), True)
    yield from _client(dossier)
    if not dossier.sender.name:
        yield Gap("naam", "gegevens", told("Uw naam staat nog niet in de machtiging."))
    if dossier.authorisation.file_access is None:
        yield Gap("inzage", "machtiging", told("U hebt nog niet gezegd of de gemachtigde het dossier mag zien."))
    if dossier.authorisation.until and dossier.authorisation.until < today:
        yield Gap("tot", "machtiging", told("De laatste dag van de machtiging is al geweest."))


def file_copy(dossier: Dossier, _procedure: Procedure, _today: date) -> Iterator[Gap]:
    """Whose file, of which provider, and which part of it."""
    yield from _provider(dossier, stops=True)
    if standing(dossier.complainant).allowed is None:
        yield Gap("hoedanigheid", "wie", told("Vul in voor wie u het dossier vraagt."), True)
    if not dossier.complains_for_self and not dossier.complainant.client_name:
        yield Gap("client", "gegevens", told("Vul in van wie het dossier is."), True)
    yield from _sender(dossier)
    if not dossier.file_request.what:
        yield Gap("deel", "machtiging", told("U hebt nog niet gezegd welk deel van het dossier u vraagt."))
    if dossier.file_request.form is None:
        yield Gap("vorm", "machtiging", told("U hebt nog niet gezegd of u de kopie digitaal of op papier wilt."))


def reminder(dossier: Dossier, _procedure: Procedure, today: date) -> Iterator[Gap]:
    """To whom the reminder goes, and how sure it is that the answer is late."""
    yield from _provider(dossier, stops=True)
    yield from _sender(dossier)
    if receipt(dossier, today).assumed:
        yield Gap("ontvangen", "termijnen", told("U weet nog niet zeker wanneer de zorgaanbieder uw klacht kreeg."))
    yield from _late(dossier, today)


def extension(dossier: Dossier, _procedure: Procedure, _today: date) -> Iterator[Gap]:
    """What the answer is, and until when."""
    yield from _provider(dossier, stops=True)
    agrees = dossier.handling.further_extension_agreed
    if agrees is None:
        yield Gap("akkoord", "termijnen", told("Kies of u het goed vindt om langer te wachten."), True)
    if deadlines.agreed_without_a_day(dossier):
        yield Gap("tot", "termijnen", told("Vul in tot en met welke dag u wilt wachten."), True)
    yield from _sender(dossier)


def agreements(dossier: Dossier, _procedure: Procedure, _today: date) -> Iterator[Gap]:
    """The names, which can be written by hand too."""
    yield from _provider(dossier, stops=False)
    if not dossier.sender.name:
        yield Gap("naam", "gegevens", told("Uw naam staat nog niet op het blad."))
    yield from _client(dossier)


def dispute(dossier: Dossier, procedure: Procedure, today: date) -> Iterator[Gap]:
    """Against whom, about what, by whom, and what the answer lacks."""
    yield from _provider(dossier, stops=True)
    yield from _complaint(dossier)
    if standing(dossier.complainant).allowed is not True:
        yield Gap("hoedanigheid", "wie", told("Uit uw antwoorden blijkt niet dat u deze klacht mag indienen."), True)
    yield from _client(dossier)
    yield from _sender(dossier)
    if not disputes_body(dossier, procedure).named:
        yield Gap("instantie", "geschil", told("U hebt nog niet gezegd bij welke geschilleninstantie dit hoort."))
    if answered(dossier) and not dossier.dispute.unsatisfied:
        yield Gap("onvoldoende", "geschil", told("U hebt nog niet gezegd wat het antwoord volgens u niet oplost."))
    if answered(dossier) and dossier.handling.answered_on is None:
        yield Gap("beantwoord", "termijnen", told("U hebt nog niet gezegd wanneer u antwoord kreeg."))
    yield from _late(dossier, today)
    if not dossier.wishes:
        yield Gap("wensen", "wensen", told("U hebt nog niet gezegd wat u vraagt."))


def dates(dossier: Dossier, procedure: Procedure, today: date) -> Iterator[Gap]:
    """The days that the dates are counted from."""
    if deadlines.clock_runs(dossier) and receipt(dossier, today).assumed:
        yield Gap("ontvangen", "termijnen", told("U hebt nog niet gezegd wanneer de zorgaanbieder uw klacht kreeg."))
    if disputes_body(dossier, procedure).window_months is None:
        yield Gap(
            "termijn-instantie", "geschil", told("Wij weten niet tot wanneer u naar de geschilleninstantie kunt.")
        )


def lookback(dossier: Dossier, _procedure: Procedure, _today: date) -> Iterator[Gap]:
    """The questions that were not answered; there is room to do so by hand."""
    answers = dossier.lookback
    if None in (answers.heard, answers.clear, answers.in_time, answers.fair):
        yield Gap("vragen", "terugblik", told("U hebt nog niet alle vragen van de terugblik beantwoord."))


def _provider(dossier: Dossier, *, stops: bool) -> Iterator[Gap]:
    if not dossier.provider.name:
        yield Gap("geadresseerde", "zorgaanbieder", told("Vul in om welke zorgaanbieder het gaat."), stops)


def _late(dossier: Dossier, today: date) -> Iterator[Gap]:
    if late_with_care(dossier, today):
        yield Gap("feestdagen", "termijnen", late_with_care(dossier, today))


def _complaint(dossier: Dossier) -> Iterator[Gap]:
    if not any(point.what_happened for point in dossier.points):
        yield Gap("klacht", "klacht", told("Vertel wat er is gebeurd."), True)


def _sender(dossier: Dossier) -> Iterator[Gap]:
    if not dossier.sender.name:
        yield Gap("naam", "gegevens", told("Uw naam staat er nog niet in."))
    if not (dossier.sender.email or dossier.sender.phone or dossier.sender.address.lines):
        yield Gap("bereikbaar", "gegevens", told("Er staat nog niet in waar het antwoord heen moet."))


def _client(dossier: Dossier) -> Iterator[Gap]:
    other = dossier.complainant.capacity not in (None, Capacity.CLIENT)
    if other and not dossier.complainant.client_name:
        yield Gap("client", "gegevens", told("De naam van de cliënt staat er nog niet in."))
