"""The submission to the geschilleninstantie; of mediation it can say that it took place, and no more."""

from dataclasses import dataclass
from datetime import date

from wizard import deadlines, law
from wizard.afterwards import answer, dispute
from wizard.afterwards.grounds import grounds
from wizard.choices import Capacity
from wizard.dossier import Handling, Point
from wizard.moments import in_words
from wizard.papers.facts import Facts
from wizard.passages import Passage, moment, passages
from wizard.receipt import is_dated

# The days of the handling that belong in the chronology. Nothing of mediation is among them.
HANDLED = (
    "first_complaint_on",
    "sent_on",
    "received_on",
    "klachtenfunctionaris_received_on",
    "acknowledged_on",
    "extension_notice_on",
    "further_extension_asked_on",
    "answered_on",
)
CONTACTS = ("talk", "contactpersoon", "klachtenfunctionaris", "mediation")


@dataclass(frozen=True)
class Ground:
    """Why the body is open: the id of a law record, and its article."""

    id: str
    article: str


@dataclass(frozen=True)
class Row:
    """One row of the chronology: `kind` for the template to word, or "verteld" with the person's own words."""

    when: str
    kind: str
    number: int = 0
    told: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Submission(Facts):
    """The dispute, for the body that decides it: facts, the person's own words, and the papers that go with it."""

    @property
    def body(self) -> str:
        """The name of the geschilleninstantie; empty when not known."""
        found = dispute.disputes_body(self.dossier, self.procedure)
        return found.name if found.named else ""

    @property
    def provider_address(self) -> list[str]:
        """Where the provider is."""
        return self.dossier.provider.address.lines

    @property
    def grounds(self) -> list[Ground]:
        """Why the body is open now, the strongest ground first."""
        names = grounds(self.dossier, self.today)
        return [Ground(name, law.record(name, self.today).article) for name in names]

    @property
    def direct_reason(self) -> str:
        """Why complaining to the provider first cannot be asked: a value of choices.DirectReason, or empty."""
        return str(self.dossier.handling.direct_reason or "")

    @property
    def due(self) -> str:
        """The last day on which the answer was in time; empty when no clock ran."""
        due = deadlines.awaited(self.dossier, self.today) if is_dated(self.dossier) else None
        return in_words(due.day) if due else ""

    @property
    def answered(self) -> bool:
        """Whether the provider answered in writing."""
        return answer.answered(self.dossier)

    @property
    def missing(self) -> list[str]:
        """What the answer lacks of what it must hold: ids of answer.lacks on that ground."""
        found = answer.lacks(self.dossier, self.today)
        return [lack.id for lack in found if lack.counts and lack.ground == answer.RULES]

    @property
    def points(self) -> list[Point]:
        """The klachtonderdelen that say what happened, in the client's order."""
        return [point for point in self.dossier.points if point.what_happened]

    @property
    def chronology(self) -> list[Row]:
        """All that happened, with its moment, in order of time."""
        rows = [*self._points(), *self._told(), *self._contacts(), *handled(self.dossier.handling)]
        return [row for _, row in sorted(rows, key=lambda found: found[0])]

    @property
    def unsatisfied(self) -> list[Passage]:
        """What the answer leaves open, in the person's own words."""
        return passages(self.dossier.dispute.unsatisfied)

    @property
    def annexes(self) -> list[str]:
        """The copies that go with it: "klacht", "antwoord", "verlenging" and "machtiging" for the template to word."""
        handling = self.dossier.handling
        complained = deadlines.first_complaint(self.dossier) is not None or self.answered
        kinds = {
            "klacht": complained,
            "verlenging": handling.extension_notice_on is not None,
            "antwoord": self.answered,
            "machtiging": self.dossier.complainant.capacity is Capacity.GEMACHTIGDE,
        }
        return [kind for kind, goes_with in kinds.items() if goes_with]

    @property
    def own_annexes(self) -> list[str]:
        """The copies that the person named."""
        return [annex for annex in self.dossier.annexes if annex]

    def _points(self) -> list[tuple[date, Row]]:
        numbered = enumerate(self.points, 1)
        return [
            (point.when.order, Row(moment(point.when), "klachtpunt", number))
            for number, point in numbered
            if point.when.known
        ]

    def _told(self) -> list[tuple[date, Row]]:
        events = [event for event in self.dossier.events if event.what]
        return [
            (event.when.order, Row(moment(event.when), "verteld", told=tuple(passages(event.what)))) for event in events
        ]

    def _contacts(self) -> list[tuple[date, Row]]:
        found = [(name, getattr(self.dossier.tried, name)) for name in CONTACTS]
        return [(step.when.order, Row(moment(step.when), name)) for name, step in found if step.held]


def handled(handling: Handling) -> list[tuple[date, Row]]:
    """What was done with the complaint, by day; a first complaint that is this same one is said once."""
    days = {name: getattr(handling, name) for name in HANDLED}
    if days["first_complaint_on"] in (days["sent_on"], days["received_on"]):
        del days["first_complaint_on"]
    return [(day, Row(in_words(day), name)) for name, day in days.items() if day]
