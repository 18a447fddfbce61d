"""The card with the dates to expect, and with free help, for the fridge: it names no provider and no complaint."""

from dataclasses import dataclass

from wizard import law, triage
from wizard.afterwards.expected import expected
from wizard.moments import with_weekday
from wizard.papers.facts import Facts
from wizard.receipt import receipt

FREE_HELP = ("lmz", "juridische-hulp", "acuut-gevaar")


@dataclass(frozen=True)
class ExpectedDate:
    """One row of the card: `kind` is the id of a deadline, `actor` a value of procedures.Actor."""

    day: str
    kind: str
    actor: str
    article: str
    explanation: tuple[str, ...]
    passed: bool


@dataclass(frozen=True)
class FreeHelp:
    """Somebody to call: `checked` when we read the number at its source, or `said_by` which provider gives it."""

    name: str
    phone: str
    checked: bool
    said_by: str = ""


@dataclass(frozen=True)
class DateCard(Facts):
    """The dates to expect, each with who acts, its article and how it was counted."""

    @property
    def dates(self) -> list[ExpectedDate]:
        """The dates in the order of time."""
        return [
            ExpectedDate(
                with_weekday(one.day), one.id, one.actor, one.rule.article, one.explanation, one.is_late(self.today)
            )
            for one in expected(self.dossier, self.procedure, self.today)
        ]

    @property
    def receipt(self) -> str:
        """The day from which the provider's term is counted; empty where no such date is on the card."""
        counted = any(row.kind.startswith("oordeel") for row in self.dates)
        return receipt(self.dossier, self.today).explanation if counted else ""

    @property
    def reading(self) -> str:
        """What in the counting is our own reading of the law."""
        return law.record("tien-weken", self.today).sentence

    @property
    def extension_counted(self) -> bool:
        """Whether the extended day is on the card."""
        return any(row.kind == "oordeel-verlengd" for row in self.dates)

    @property
    def help(self) -> list[FreeHelp]:
        """Free help by telephone: of this procedure, then of everybody."""
        own = [
            FreeHelp(one.name, one.phone, not one.said_by, one.said_by) for one in self.procedure.contacts if one.phone
        ]
        roads = [triage.referrals()[name] for name in FREE_HELP]
        return own + [FreeHelp(road.who, road.phone, road.phone_checked) for road in roads]
