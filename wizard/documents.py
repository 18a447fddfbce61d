"""The complaint letter: what stops it, what it still lacks, its HTML; and how any template becomes a page.

What the letter may print is in letter.py; the other papers are in papers/.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from wizard import texts
from wizard.afterwards.answer import answered
from wizard.choices import Delivery, Formality, WishKind
from wizard.dossier import Dossier
from wizard.dossier_file import saved
from wizard.errors import LetterStopped
from wizard.letter import Letter
from wizard.passages import amount, direction, moment, passages, unstopped
from wizard.printable import MARK, unprintable
from wizard.procedures import Procedure
from wizard.receipt import is_dated
from wizard.standing import standing
from wizard.texts import DUTCH, language, marked, telling_in, told
from wizard.writer import addressee

TEMPLATES = Path(__file__).parents[1] / "templates"
KLACHTBRIEF = "klachtbrief.html.j2"
# What shows in the window of an envelope in the letters of print.css: so many lines of about so many characters.
WINDOW_LINES, WINDOW_LINE = 6, 36


@dataclass(frozen=True)
class Gap:
    """Something that a paper lacks; `page` is where it can be filled in; `stops` where it makes no sense without it."""

    id: str
    page: str
    message: str
    stops: bool = False


def gaps(dossier: Dossier) -> list[Gap]:
    """What the letter lacks, the stopping ones first; the rest is for the screen and never in the letter."""
    return [*_stops(dossier), *_leaves_open(dossier)]


def letter(dossier: Dossier, procedure: Procedure, today: date) -> Letter:
    """The complaint letter of this dossier. Raises LetterStopped: no addressee, no complaint, no right to complain."""
    stops = list(_stops(dossier))
    if stops:
        raise LetterStopped([gap.id for gap in stops], " ".join(gap.message for gap in stops))
    return Letter(dossier, procedure.disputes_body, today)


def html(letter: Letter) -> str:
    """The whole letter as an HTML page, as WeasyPrint prints it."""
    return printed(KLACHTBRIEF, letter=letter, whole=True, copy=None)


def preview(letter: Letter) -> str:
    """The same words as a fragment for the screen, its first heading an h3; everything in it is escaped."""
    return printed(KLACHTBRIEF, letter=letter, whole=False, copy=None)


def reading_copy(letter: Letter, code: str, *, whole: bool = True) -> str:
    """The letter in another language (one of texts.codes), marked as not to be sent: a page, or a fragment.

    What the person wrote stays as they wrote it. Raises InvalidData where the file of that language is broken.
    """
    with telling_in(code):
        return _filled_in(KLACHTBRIEF, letter=letter, whole=whole, copy=texts.spoken(code))


def printed(template: str, **context: object) -> str:
    """A template filled in with its documented context, in Dutch whoever reads along; everything in it is escaped."""
    with telling_in(DUTCH):  # around it all, because what a context holds is told when the template asks for it
        return _filled_in(template, **context)


def _filled_in(template: str, **context: object) -> str:
    return _environment().get_template(template).render(context)


def characters(dossier: Dossier) -> Iterator[Gap]:
    """The gap for what somebody wrote in characters that no bundled font has."""
    if unknown := unprintable(saved(dossier)):
        text = marked("Deze tekens kunnen wij niet afdrukken, in de brief staat daar dan {mark}: {characters}")
        yield Gap("tekens", "controle", told(text, mark=MARK, characters=" ".join(unknown)))


def _stops(dossier: Dossier) -> Iterator[Gap]:
    if not dossier.provider.name:
        yield Gap("geadresseerde", "zorgaanbieder", told("Vul in naar welke zorgaanbieder de brief gaat."), True)
    if not any(point.what_happened for point in dossier.points):
        yield Gap("klacht", "klacht", told("Vertel wat er is gebeurd."), True)
    allowed = standing(dossier.complainant).allowed
    if allowed is None:
        yield Gap("hoedanigheid", "wie", told("Vul in voor wie u klaagt."), True)
    elif not allowed:
        yield Gap("hoedanigheid", "wie", told("U kunt deze klacht niet zelf indienen. Kijk wie dat wel kan."), True)


def _leaves_open(dossier: Dossier) -> Iterator[Gap]:
    yield from _sent_before(dossier)
    if not dossier.sender.name:
        yield Gap("naam", "gegevens", told("Uw naam staat nog niet in de brief."))
    if not (dossier.sender.email or dossier.sender.phone or dossier.sender.address.lines):
        yield Gap("bereikbaar", "gegevens", told("De zorgaanbieder weet nog niet waar het antwoord heen moet."))
    if not dossier.complains_for_self and not dossier.complainant.client_name:
        yield Gap("client", "gegevens", told("De naam van de cliënt staat nog niet in de brief."))
    yield from _about_sending(dossier)
    for number, point in enumerate((point for point in dossier.points if point.what_happened), 1):
        if not point.when.known:
            message = told("Bij klachtpunt {number} staat nog niet wanneer het was.", number=number)
            yield Gap(f"wanneer-{number}", "klacht", message)
        if not point.consequence:
            message = told("Bij klachtpunt {number} staat nog niet wat het gevolg was.", number=number)
            yield Gap(f"gevolg-{number}", "klacht", message)
    if any(point.when.known or point.consequence for point in dossier.points if not point.what_happened):
        message = told("Bij een klachtpunt staat nog niet wat er is gebeurd. Zo komt het niet in de brief.")
        yield Gap("gebeurd", "klacht", message)
    yield from characters(dossier)
    if not dossier.wishes:
        yield Gap("wensen", "wensen", told("U hebt nog niet gezegd wat u vraagt."))
    if dossier.letter.talk_wanted is False and any(wish.kind is WishKind.GESPREK for wish in dossier.wishes):
        message = told("U vraagt om een gesprek, maar u zegt ook dat u geen gesprek wilt. In de brief vraagt u erom.")
        yield Gap("gesprek", "verzenden", message)
    if dossier.letter.delivery is None:
        yield Gap("verzending", "verzenden", told("U hebt nog niet gekozen hoe u de brief verstuurt."))


def _sent_before(dossier: Dossier) -> Iterator[Gap]:
    """What to know for who makes a letter of a complaint that the provider has already."""
    handling, letter = dossier.handling, dossier.letter
    if letter.formality is not Formality.FORMEEL or (letter.dated and letter.dated == handling.sent_on):
        return
    if answered(dossier):
        yield Gap("beantwoord", "antwoord", told("U kreeg al antwoord. Met deze brief dient u een nieuwe klacht in."))
    elif is_dated(dossier) and handling.in_writing is not False:
        message = told(
            "U stuurde al een klacht. Wilt u alleen weten hoe het ermee staat? Kijk dan bij uw datums wat u kunt doen."
        )
        yield Gap("gestuurd", "termijnen", message)


def _about_sending(dossier: Dossier) -> Iterator[Gap]:
    """What the way in which the letter goes, or the answer comes back, asks for."""
    sender = dossier.sender
    reached = {"e-mail": sender.email, "telefoon": sender.phone, "post": sender.address.lines}
    if dossier.letter.contact_by and not reached[dossier.letter.contact_by]:
        message = told("U zegt hoe u bereikt wilt worden, maar dat adres of nummer staat nog niet in de brief.")
        yield Gap("bereikt", "gegevens", message)
    if dossier.letter.delivery not in (Delivery.POST, Delivery.AANGETEKEND):
        return
    address = dossier.provider.address.lines
    if not address:
        message = told("Het adres van de zorgaanbieder ontbreekt nog. Dat is nodig voor de envelop.")
        yield Gap("adres", "zorgaanbieder", message)
    elif sum(ceil(len(line) / WINDOW_LINE) for line in addressee(dossier)) > WINDOW_LINES:
        message = told(
            "Het adres is te lang voor een envelop met venster. Maak het korter, of schrijf het op de envelop."
        )
        yield Gap("envelop", "zorgaanbieder", message)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(amount=amount, moment=moment, passages=passages, unstopped=unstopped)
    environment.globals.update(t=_told, isolated=isolated, marked=marked, language=language)
    return environment


def _told(text: str, /, **values: object) -> Markup:
    """A text in the language that is told in, escaped, with its values in it."""
    said = escape(told(text))
    return said.format(**{name: isolated(value) for name, value in values.items()}) if values else said


def isolated(value: object) -> Markup:
    """A value, escaped; in a copy to read it runs in its own direction, whichever way the words around it run."""
    if language() == DUTCH or isinstance(value, Markup) or not isinstance(value, str):
        return escape(value)
    return Markup('<bdi dir="{}">{}</bdi>').format(direction(value), value)
