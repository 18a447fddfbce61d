"""The labelled sentences of tests/cases/coach.toml, and how right the remarks on them are."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tests.given import ROOT
from wizard.coach import remarks

KINDS = (
    *("motief", "belediging", "dreiging", "absoluut", "diagnose", "vraag", "lang", "lijdend", "vage-tijd"),
    *("vage-persoon", "bsn", "iban", "telefoon", "e-mail", "geboortedatum", "naam", "bemiddeling"),
)


@dataclass(frozen=True)
class Case:
    """A sentence with the kinds that it should get, and those on which people would differ."""

    text: str
    should: frozenset[str]
    either: frozenset[str]
    part: str


@dataclass(frozen=True)
class Score:
    """How often one kind was rightly made, wrongly made, and missed."""

    kind: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of the remarks made, the part that was right."""
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        """Of the remarks that should be made, the part that was made."""
        return self.right / (self.right + self.missed or 1)


@cache
def cases() -> tuple[Case, ...]:
    """Every labelled sentence."""
    rows = tomllib.loads((ROOT / "tests" / "cases" / "coach.toml").read_text("utf-8"))["cases"]
    return tuple(
        Case(row["text"], frozenset(row["should"]), frozenset(row.get("either", ())), row["set"]) for row in rows
    )


@cache
def _found(text: str) -> frozenset[str]:
    """The kinds of the remarks on a sentence: the same for every kind that is scored."""
    return frozenset(one.kind for one in remarks(text))


def scores(chosen: Iterable[Case]) -> list[Score]:
    """Each kind's score over these sentences; what people differ on does not count."""
    made = [(case, _found(case.text)) for case in chosen]
    return [
        Score(
            kind,
            sum(kind in found and kind in case.should for case, found in made),
            sum(kind in found and kind not in case.should | case.either for case, found in made),
            sum(kind not in found and kind in case.should for case, found in made),
        )
        for kind in KINDS
    ]
