"""A figure beside its goal, and the table that it stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

HEAD = ("what", "figure", "goal", "reached")


@dataclass(frozen=True)
class Figure:
    """One thing measured. Without a value it was not measured (`remark` says why); without a goal it is for scale."""

    what: str
    value: float | None
    goal: float | None = None
    unit: str = ""
    at_least: bool = False
    remark: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None where there is nothing to compare."""
        if self.value is None or self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else round(self.value, 2) <= self.goal

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The row in the table."""
        value = "not measured" if self.value is None else f"{_number(self.value)} {self.unit}".strip()
        side = "at least" if self.at_least else "at most"
        goal = "" if self.goal is None else f"{side} {self.goal:g} {self.unit}".strip()
        reached = {True: "yes", False: "no", None: ""}[self.reached]
        return (self.what + (f" ({self.remark})" if self.remark else ""), value, goal, reached)


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.2f}"


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of ours to the median of theirs."""
    return median(ours) / median(theirs)


def p95(times: Sequence[float]) -> float:
    """The time under which 95 of 100 stay."""
    return quantiles(times, n=20)[-1]


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [HEAD, ("---",) * len(HEAD), *(figure.cells for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
