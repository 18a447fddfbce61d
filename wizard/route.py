"""Which steps there are in this procedure, which are behind, which one is next, and which may be taken now.

Recomputed from dossier, procedure and day each time, never stored. Every step can be read at any time.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from wizard import triage
from wizard.afterwards.answer import answered
from wizard.dossier import Dossier
from wizard.one_step import is_taken, why_not
from wizard.procedures import Actor, Kind, Procedure, Step

ASIDE = (Kind.VERLENGING, Kind.NADERE_VERLENGING)
OWED = (Kind.KLACHT, Kind.ANTWOORD)
OUTSIDE = (Kind.GESCHIL, Kind.UITSPRAAK)
TALKS = (Kind.GESPREK, Kind.CONTACTPERSOON, Kind.KLACHTENFUNCTIONARIS, Kind.WEDERHOOR)


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
        [is_taken(step.kind, dossier) for step in steps],
        [why_not(step.kind, dossier, today) for step in steps],
    )
    return Route(
        tuple(
            Stop(step, found.state(number), not found.reasons[number], found.reasons[number])
            for number, step in enumerate(steps)
        )
    )


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
