"""Which steps there are in this procedure, which are behind, which one is next, and which may be taken now.

Recomputed from dossier, procedure and day each time, never stored. Every step can be read at any time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from wizard import law, triage
from wizard.afterwards.answer import answered, has_complained
from wizard.afterwards.dispute import grounds, why_closed
from wizard.choices import Formality, Stage
from wizard.deadlines import agreed_until
from wizard.dossier import Dossier
from wizard.procedures import Actor, Kind, Procedure, Step
from wizard.texts import told

ASIDE = (Kind.VERLENGING, Kind.NADERE_VERLENGING)
OWED = (Kind.KLACHT, Kind.ANTWOORD)
OUTSIDE = (Kind.GESCHIL, Kind.UITSPRAAK)
TALKS = (Kind.GESPREK, Kind.CONTACTPERSOON, Kind.KLACHTENFUNCTIONARIS, Kind.WEDERHOOR)
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
    steps = procedure.steps
    found = _Road(
        dossier,
        steps,
        [_is_taken(step.kind, dossier) for step in steps],
        [_why_not(step.kind, dossier, today) for step in steps],
    )
    return Route(
        tuple(
            Stop(step, found.state(number), not found.reasons[number], found.reasons[number])
            for number, step in enumerate(steps)
        )
    )


def dispute_ground(dossier: Dossier, today: date) -> str | None:
    """The law record on which the disputes body is open now (Wkkgz art. 21), or None as long as it is not."""
    return next(iter(grounds(dossier, today)), None)


def _is_taken(kind: Kind, dossier: Dossier) -> bool:
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
    rule = triage.standing(dossier.complainant)
    return "" if rule.allowed is not False else told("U kunt deze klacht niet zelf indienen. Kijk wie u kan helpen.")


def _why_no_mediation(dossier: Dossier) -> str:
    if not triage.mediation_fits(dossier):
        return told("Bemiddeling past niet bij gevaar, een misdrijf, een calamiteit of letselschade.")
    if triage.both_want_mediation(dossier):
        return ""
    return told("Bemiddeling kan alleen als u en de zorgaanbieder het allebei willen.")


def _why_no_extension(dossier: Dossier) -> str:
    if not _is_taken(Kind.KLACHT, dossier):
        return told("Dit kan pas spelen nadat u een schriftelijke klacht stuurde.")
    return told("U hebt al antwoord.") if _is_taken(Kind.ANTWOORD, dossier) else ""


def _why_not_more_time(dossier: Dossier) -> str:
    handling = dossier.handling
    asked = handling.further_extension_asked_on or handling.further_extension_asked_until or agreed_until(dossier)
    return "" if asked else told("Dit speelt alleen als de zorgaanbieder u om nog meer tijd vraagt.")


def _why_no_dispute(dossier: Dossier, today: date) -> str:
    return "" if grounds(dossier, today) else why_closed(dossier, today)[1]


@dataclass(frozen=True)
class _Road:
    """The steps with, for each, whether it was taken and why it cannot be taken."""

    dossier: Dossier
    steps: tuple[Step, ...]
    taken: list[bool]
    reasons: list[str]

    @cached_property
    def furthest(self) -> int:
        """The last step that was taken; -1 before the first one.

        No talk leaves the written complaint or its answer behind, wherever a scheme puts it, and no answer a complaint
        that was not made in writing. Only the geschilleninstantie does, or an answer that is good enough.
        """
        owed = [number for number, step in enumerate(self.steps) if step.kind in OWED and not self.taken[number]]
        ahead = len(self.steps) if self._content else min(owed, default=len(self.steps))
        return max(
            (
                number if step.kind in OUTSIDE else min(number, ahead - 1)
                for number, step in enumerate(self.steps)
                if self.taken[number] and step.kind not in ASIDE
            ),
            default=-1,
        )

    @cached_property
    def now(self) -> int | None:
        """The step to take now; None at the end of the road."""
        for number, step in enumerate(self.steps):
            behind = number <= self.furthest or self.taken[number] or step.kind in ASIDE
            if not (behind or self.reasons[number] or self._passed_over(step.kind)):
                return number
        return None

    def state(self, number: int) -> State:
        """How a step stands."""
        if self.taken[number]:
            return State.GEDAAN
        if number == self.now:
            return State.NU
        if number < self.furthest and not self._still_helps(self.steps[number].kind):
            return State.OVERGESLAGEN
        return State.NOG_NIET if self.reasons[number] else State.OPEN

    def _passed_over(self, kind: Kind) -> bool:
        """What may be done, and is not what comes next."""
        if kind is Kind.GESCHIL:
            return self._content
        if kind is Kind.ANTWOORD:
            return self._body_is_open
        at_once = bool(self.dossier.handling.direct_reason) and self._body_is_open and not self._content
        return at_once or (kind in TALKS and not triage.talk_fits(self.dossier))

    def _still_helps(self, kind: Kind) -> bool:
        """A klachtenfunctionaris may be asked as long as the provider has to answer (Wkkgz art. 15(1))."""
        over = answered(self.dossier) or self.dossier.handling.dispute_submitted_on
        return kind is Kind.KLACHTENFUNCTIONARIS and not over

    @property
    def _content(self) -> bool:
        return self.dossier.handling.answer_satisfies is True

    @property
    def _body_is_open(self) -> bool:
        """Whether the geschilleninstantie can be asked and was not yet."""
        return any(
            step.kind is Kind.GESCHIL and not (self.taken[number] or self.reasons[number])
            for number, step in enumerate(self.steps)
        )


def ground_sentence(dossier: Dossier, today: date) -> str:
    """Why the disputes body is open, as the law record says it; empty while it is not."""
    ground = dispute_ground(dossier, today)
    return law.record(ground, today).sentence if ground else ""
