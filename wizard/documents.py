"""The complaint letter: what stops it, what it still lacks, its HTML; and how any template becomes a page.

What the letter may print is in letter.py; the other papers are in papers.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from wizard import triage
from wizard.choices import Delivery
from wizard.dossier import Dossier
from wizard.dossier_file import saved
from wizard.errors import LetterStopped
from wizard.letter import Letter, amount, dated, moment, passages
from wizard.printable import MARK, unprintable
from wizard.procedures import Procedure

TEMPLATES = Path(__file__).parents[1] / "templates"
KLACHTBRIEF = "klachtbrief.html.j2"


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
    return printed(KLACHTBRIEF, letter=letter, whole=True)


def preview(letter: Letter) -> str:
    """The same words as a fragment for the screen, its first heading an h3; everything in it is escaped."""
    return printed(KLACHTBRIEF, letter=letter, whole=False)


def printed(template: str, **context: object) -> str:
    """A template filled in with its documented context; everything in it is escaped."""
    return _environment().get_template(template).render(context)


def characters(dossier: Dossier) -> Iterator[Gap]:
    """The gap for what somebody wrote in characters that no bundled font has."""
    if unknown := unprintable(saved(dossier)):
        message = f"Deze tekens kunnen wij niet afdrukken, in de brief staat daar dan {MARK}: {' '.join(unknown)}"
        yield Gap("tekens", "controle", message)


def _stops(dossier: Dossier) -> Iterator[Gap]:
    if not dossier.provider.name:
        yield Gap("geadresseerde", "zorgaanbieder", "Vul in naar welke zorgaanbieder de brief gaat.", True)
    if not any(point.what_happened for point in dossier.points):
        yield Gap("klacht", "klacht", "Vertel wat er is gebeurd.", True)
    allowed = triage.standing(dossier.complainant).allowed
    if allowed is None:
        yield Gap("hoedanigheid", "wie", "Vul in voor wie u klaagt.", True)
    elif not allowed:
        yield Gap("hoedanigheid", "wie", "U kunt deze klacht niet zelf indienen. Kijk wie dat wel kan.", True)


def _leaves_open(dossier: Dossier) -> Iterator[Gap]:
    by_post = dossier.letter.delivery in (Delivery.POST, Delivery.AANGETEKEND)
    if not dossier.sender.name:
        yield Gap("naam", "gegevens", "Uw naam staat nog niet in de brief.")
    if not (dossier.sender.email or dossier.sender.phone or dossier.sender.address.lines):
        yield Gap("bereikbaar", "gegevens", "De zorgaanbieder weet nog niet waar het antwoord heen moet.")
    if not dossier.complains_for_self and not dossier.complainant.client_name:
        yield Gap("client", "gegevens", "De naam van de cliënt staat nog niet in de brief.")
    if by_post and not dossier.provider.address.lines:
        yield Gap(
            "adres", "zorgaanbieder", "Het adres van de zorgaanbieder ontbreekt nog. Dat is nodig voor de envelop."
        )
    for number, point in enumerate((point for point in dossier.points if point.what_happened), 1):
        if not point.when.known:
            yield Gap(f"wanneer-{number}", "klacht", f"Bij klachtpunt {number} staat nog niet wanneer het was.")
        if not point.consequence:
            yield Gap(f"gevolg-{number}", "klacht", f"Bij klachtpunt {number} staat nog niet wat het gevolg was.")
    if any(point.when.known or point.consequence for point in dossier.points if not point.what_happened):
        yield Gap(
            "gebeurd", "klacht", "Bij een klachtpunt staat nog niet wat er is gebeurd. Zo komt het niet in de brief."
        )
    yield from characters(dossier)
    if not dossier.wishes:
        yield Gap("wensen", "wensen", "U hebt nog niet gezegd wat u vraagt.")
    if dossier.letter.delivery is None:
        yield Gap("verzending", "verzenden", "U hebt nog niet gekozen hoe u de brief verstuurt.")


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(amount=amount, dated=dated, moment=moment, passages=passages)
    return environment
