"""Days that cannot be right: in the future, before the Act, or in an impossible order; each with its field."""

from collections.abc import Iterator
from datetime import date, timedelta

from wizard.dossier import Dossier, When
from wizard.errors import Place
from wizard.moments import in_words

WKKGZ_SINCE = date(2016, 1, 1)
ORDER = (
    ("sent_on", "received_on", "De zorgaanbieder kan uw klacht niet krijgen voordat u die stuurde"),
    ("received_on", "acknowledged_on", "Een bevestiging kan er niet zijn voordat de klacht er was"),
    ("received_on", "extension_notice_on", "Een bericht over meer tijd kan er niet zijn voordat de klacht er was"),
    ("received_on", "agreed_until", "De afgesproken dag kan niet voor de dag van ontvangst liggen"),
    ("received_on", "answered_on", "Het antwoord kan er niet zijn voordat de klacht er was"),
    ("first_complaint_on", "answered_on", "Het antwoord kan er niet zijn voordat u klaagde"),
    ("first_complaint_on", "dispute_submitted_on", "U kunt het geschil niet voorleggen voordat u klaagde"),
    ("received_on", "dispute_submitted_on", "U kunt het geschil niet voorleggen voordat u klaagde"),
    ("dispute_submitted_on", "ruling_on", "De uitspraak kan er niet zijn voordat u het geschil voorlegde"),
)
MAY_BE_AHEAD = ("agreed_until",)


def impossible_days(dossier: Dossier, today: date) -> list[Place]:
    """Every day in the dossier that cannot be right, with its path and what to do."""
    return [*_ahead(dossier, today), *_before_the_act(dossier), *_out_of_order(dossier)]


def _ahead(dossier: Dossier, today: date) -> Iterator[Place]:
    for path, day in _past_days(dossier):
        if day > today:
            yield Place(path, f"{in_words(day)} moet nog komen. Vul een dag in die al is geweest")
    dated = dossier.letter.dated
    if dated and not abs(dated - today) <= timedelta(days=366):
        yield Place("letter.dated", "De datum van de brief ligt meer dan een jaar weg. Kijk de datum na")


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
            yield Place(f"handling.{name}", "De Wkkgz geldt vanaf 1 januari 2016. Kijk de datum na")


def _out_of_order(dossier: Dossier) -> Iterator[Place]:
    for earlier, later, message in ORDER:
        first, second = getattr(dossier.handling, earlier), getattr(dossier.handling, later)
        if first and second and second < first:
            yield Place(f"handling.{later}", f"{message}. Kijk beide datums na")
