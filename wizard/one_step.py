"""Each step by itself: whether it was taken, and why it cannot be taken yet."""

from collections.abc import Callable
from datetime import date

from wizard import triage
from wizard.afterwards.answer import answered, has_complained
from wizard.afterwards.grounds import grounds, why_closed
from wizard.choices import Formality, Stage
from wizard.deadlines import agreed_until
from wizard.dossier import Dossier
from wizard.procedures import Kind
from wizard.standing import standing
from wizard.texts import told

TALKS_UNDER_GUIDANCE = (Kind.BEMIDDELING, Kind.AFSPRAKEN)


def is_taken(kind: Kind, dossier: Dossier) -> bool:
    """Whether a step of this kind was taken, as far as the client said."""
    stage, tried, handling = dossier.situation.stage, dossier.tried, dossier.handling
    match kind:
        case Kind.ONVREDE:
            return bool(dossier.points) or stage not in (None, Stage.BEGIN)
        case Kind.GESPREK:
            return bool(tried.talk.held) or stage is Stage.BESPROKEN
        case Kind.CONTACTPERSOON:
            return bool(tried.contactpersoon.held)
        case Kind.KLACHTENFUNCTIONARIS:
            return bool(tried.klachtenfunctionaris.held) or stage is Stage.KLACHTENFUNCTIONARIS
        case Kind.WEDERHOOR | Kind.BEMIDDELING | Kind.AFSPRAKEN:
            return bool(tried.mediation.held)
        case Kind.KLACHT:
            return has_complained(dossier) and dossier.letter.formality is Formality.FORMEEL
        case Kind.ANTWOORD:
            return answered(dossier)
        case Kind.VERLENGING:
            return bool(handling.extension_notice_on)
        case Kind.NADERE_VERLENGING:
            return agreed_until(dossier) is not None
        case Kind.GESCHIL:
            return bool(handling.dispute_submitted_on)
        case Kind.UITSPRAAK:
            return bool(handling.ruling_on)
        case Kind.GEEN_OPLOSSING | Kind.TERUGBLIK:
            return False


def why_not(kind: Kind, dossier: Dossier, today: date) -> str:
    """Why a step of this kind cannot be taken yet, in one sentence; empty where it can."""

    def taken(other: Kind) -> bool:
        return is_taken(other, dossier)

    reasons: dict[Kind, Callable[[], str]] = {
        Kind.WEDERHOOR: lambda: (
            "" if taken(Kind.KLACHTENFUNCTIONARIS) else told("Dit komt nadat u met de klachtenfunctionaris sprak.")
        ),
        Kind.GEEN_OPLOSSING: lambda: (
            "" if taken(Kind.BEMIDDELING) else told("Dit komt na de bemiddeling, als die niet helpt.")
        ),
        Kind.KLACHT: lambda: _why_no_letter(dossier),
        Kind.ANTWOORD: lambda: (
            "" if taken(Kind.KLACHT) else told("Het antwoord komt nadat u een schriftelijke klacht stuurde.")
        ),
        Kind.VERLENGING: lambda: _why_no_extension(dossier),
        Kind.NADERE_VERLENGING: lambda: _why_no_extension(dossier) or _why_not_more_time(dossier),
        Kind.GESCHIL: lambda: _why_no_dispute(dossier, today),
        Kind.UITSPRAAK: lambda: "" if taken(Kind.GESCHIL) else told("Dit komt nadat u het geschil hebt voorgelegd."),
        Kind.TERUGBLIK: lambda: (
            "" if taken(Kind.ANTWOORD) else told("Dit komt als de behandeling van uw klacht klaar is.")
        ),
    }
    if kind in TALKS_UNDER_GUIDANCE:
        return _why_no_mediation(dossier)
    return reasons.get(kind, lambda: "")()


def _why_no_letter(dossier: Dossier) -> str:
    rule = standing(dossier.complainant)
    return "" if rule.allowed is not False else told("U kunt deze klacht niet zelf indienen. Kijk wie u kan helpen.")


def _why_no_mediation(dossier: Dossier) -> str:
    if not triage.mediation_fits(dossier):
        return told("Bemiddeling past niet bij gevaar, een misdrijf, een calamiteit of letselschade.")
    if triage.both_want_mediation(dossier):
        return ""
    return told("Bemiddeling kan alleen als u en de zorgaanbieder het allebei willen.")


def _why_no_extension(dossier: Dossier) -> str:
    if not is_taken(Kind.KLACHT, dossier):
        return told("Dit kan pas spelen nadat u een schriftelijke klacht stuurde.")
    return told("U hebt al antwoord.") if is_taken(Kind.ANTWOORD, dossier) else ""


def _why_not_more_time(dossier: Dossier) -> str:
    handling = dossier.handling
    asked = handling.further_extension_asked_on or handling.further_extension_asked_until or agreed_until(dossier)
    return "" if asked else told("Dit speelt alleen als de zorgaanbieder u om nog meer tijd vraagt.")


def _why_no_dispute(dossier: Dossier, today: date) -> str:
    return "" if grounds(dossier, today) else why_closed(dossier, today)[1]
