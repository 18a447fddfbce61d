"""Which steps there are in this procedure, which are behind, which one is next, and which may be taken now.

Recomputed from dossier, procedure and day each time, never stored. Every step can be read at any time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wizard import law, triage
from wizard.afterwards.answer import answered
from wizard.afterwards.dispute import grounds, why_closed
from wizard.choices import Stage
from wizard.deadlines import agreed_until, is_dated
from wizard.dossier import Dossier
from wizard.procedures import Actor, Kind, Procedure, Step
from wizard.texts import told

ASIDE = (Kind.VERLENGING, Kind.NADERE_VERLENGING)
TALKS_UNDER_GUIDANCE = (Kind.BEMIDDELING, Kind.AFSPRAKEN)


class State(StrEnum):
    """How a step stands."""

    GEDAAN = "gedaan"
    OVERGESLAGEN = "overgeslagen"
    NU = "nu"
    OPEN = "open"
    NOG_NIET = "nog-niet"


@dataclass(frozen=True)
class Stop:
    """A step on this person's road; `why_not` says in one sentence why it cannot be taken yet."""

    step: Step
    state: State
    can_visit: bool
    why_not: str = ""


@dataclass(frozen=True)
class Route:
    """The whole road of one person in one procedure."""

    stops: tuple[Stop, ...]

    @property
    def completed(self) -> tuple[Stop, ...]:
        """The steps that were taken."""
        return tuple(stop for stop in self.stops if stop.state is State.GEDAAN)

    @property
    def next(self) -> Stop | None:
        """The step to take now, or None at the end of the road."""
        return next((stop for stop in self.stops if stop.state is State.NU), None)

    @property
    def choices(self) -> tuple[Stop, ...]:
        """What the client may do now: the next step and those that may be taken instead of it."""
        return tuple(
            stop
            for stop in self.stops
            if stop.can_visit and stop.state in (State.NU, State.OPEN) and Actor.CLIENT in stop.step.actors
        )

    def stop(self, kind: Kind) -> Stop | None:
        """The first stop of a kind."""
        return next((stop for stop in self.stops if stop.step.kind is kind), None)

    def can_visit(self, step_id: str) -> bool:
        """Whether this step may be taken now."""
        return any(stop.can_visit for stop in self.stops if stop.step.id == step_id)


def route(dossier: Dossier, procedure: Procedure, today: date) -> Route:
    """The road as it stands today."""
    taken = [_is_taken(step.kind, dossier) for step in procedure.steps]
    reasons = [_why_not(step.kind, dossier, today) for step in procedure.steps]
    furthest = _furthest(procedure, taken)
    now = _next(procedure, taken, reasons, furthest, dossier)
    return Route(
        tuple(
            Stop(step, _state(number, taken, reasons, furthest, now), not reasons[number], reasons[number])
            for number, step in enumerate(procedure.steps)
        )
    )


def dispute_ground(dossier: Dossier, today: date) -> str | None:
    """The law record on which the disputes body is open now (Wkkgz art. 21), or None as long as it is not."""
    return next(iter(grounds(dossier, today)), None)


def _is_taken(kind: Kind, dossier: Dossier) -> bool:
    stage, tried, handling = dossier.situation.stage, dossier.tried, dossier.handling
    complained = stage in (Stage.INGEDIEND, Stage.ANTWOORD) or bool(handling.first_complaint_on) or is_dated(dossier)
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
            return complained and handling.in_writing is not False
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


def _why_not(kind: Kind, dossier: Dossier, today: date) -> str:
    def taken(other: Kind) -> bool:
        return _is_taken(other, dossier)

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
        Kind.NADERE_VERLENGING: lambda: _why_no_extension(dossier),
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
    rule = triage.standing(dossier.complainant)
    return "" if rule.allowed is not False else told("U kunt deze klacht niet zelf indienen. Kijk wie u kan helpen.")


def _why_no_mediation(dossier: Dossier) -> str:
    if not triage.mediation_fits(dossier):
        return told("Bemiddeling past niet bij gevaar, een misdrijf, een calamiteit of letselschade.")
    if dossier.tried.mediation_wanted and dossier.tried.mediation_wanted_by_provider:
        return ""
    return told("Bemiddeling kan alleen als u en de zorgaanbieder het allebei willen.")


def _why_no_extension(dossier: Dossier) -> str:
    if not _is_taken(Kind.KLACHT, dossier):
        return told("Dit kan pas spelen nadat u een schriftelijke klacht stuurde.")
    return told("U hebt al antwoord.") if _is_taken(Kind.ANTWOORD, dossier) else ""


def _why_no_dispute(dossier: Dossier, today: date) -> str:
    return "" if grounds(dossier, today) else why_closed(dossier, today)[1]


def _furthest(procedure: Procedure, taken: list[bool]) -> int:
    """The last step that was taken. A talk does not leave the written complaint behind, wherever a scheme puts it."""
    complaint = _index(procedure, Kind.KLACHT)
    numbers = [number for number, done in enumerate(taken) if done]
    if not taken[complaint]:
        numbers = [number for number in numbers if number < complaint or not procedure.steps[number].optional]
    return max(numbers, default=-1)


def _next(procedure: Procedure, taken: list[bool], reasons: list[str], furthest: int, dossier: Dossier) -> int | None:
    waiting_is_over = not reasons[_index(procedure, Kind.GESCHIL)] if procedure.step(Kind.GESCHIL) else False
    for number, step in enumerate(procedure.steps):
        behind = number <= furthest or taken[number] or step.kind in ASIDE
        waits_in_vain = step.kind is Kind.ANTWOORD and waiting_is_over
        content = step.kind is Kind.GESCHIL and dossier.handling.answer_satisfies is True
        if not (behind or reasons[number] or waits_in_vain or content):
            return number
    return None


def _index(procedure: Procedure, kind: Kind) -> int:
    return next(number for number, step in enumerate(procedure.steps) if step.kind is kind)


def _state(number: int, taken: list[bool], reasons: list[str], furthest: int, now: int | None) -> State:
    if taken[number]:
        return State.GEDAAN
    if number == now:
        return State.NU
    if number < furthest:
        return State.OVERGESLAGEN
    return State.NOG_NIET if reasons[number] else State.OPEN


def ground_sentence(dossier: Dossier, today: date) -> str:
    """Why the disputes body is open, as the law record says it; empty while it is not."""
    ground = dispute_ground(dossier, today)
    return law.record(ground, today).sentence if ground else ""
