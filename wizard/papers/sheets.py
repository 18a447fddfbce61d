"""The sheets for a talk, for somebody's own use, or for whoever helps; the sentences are in templates/."""

from dataclasses import dataclass

from wizard import deadlines
from wizard.choices import WishKind
from wizard.dossier import Consents, Contact, Dossier, Lookback, Talk, TalkPlan, Wish
from wizard.moments import in_words
from wizard.papers.facts import Facts
from wizard.passages import Passage, dated, moment, passages
from wizard.procedures import Kind

LINE = 75  # characters that surely fit on a line of a sheet
PAGE = 27  # lines on one page beside the headings, for all that differs from person to person
MOST_POINTS = 8
ROOM_FOR_WISHES = 4


@dataclass(frozen=True)
class TalkCard(Facts):
    """The card for a talk with the provider: what somebody wants to bring, and room to write."""

    @property
    def plan(self) -> TalkPlan:
        """What somebody wants to bring to the talk."""
        return self.dossier.talk_plan

    @property
    def when(self) -> str:
        """When the talk is; empty when not known."""
        return moment(self.dossier.talk_plan.when)

    @property
    def questions(self) -> list[str]:
        """What somebody wants to ask."""
        return [question for question in self.dossier.talk_plan.questions if question]


@dataclass(frozen=True)
class Short:
    """One klachtonderdeel on the intake sheet: `text` is whole, or empty where it does not fit."""

    number: int
    category: str
    when: str
    text: list[Passage]


@dataclass(frozen=True)
class IntakeSheet(Facts):
    """One page for the klachtenfunctionaris, or for the contactpersoon of a beroepsorganisatie."""

    @property
    def for_contactpersoon(self) -> bool:
        """Whether the procedure goes by way of a contactpersoon of the beroepsorganisatie."""
        return self.procedure.step(Kind.CONTACTPERSOON) is not None

    @property
    def points(self) -> list[Short]:
        """The klachtonderdelen in the client's order, each with all its words, or with none where they do not fit."""
        told = [point for point in self.dossier.points if point.what_happened]
        told = told[: max(1, min(MOST_POINTS, self._room))]
        kept = fitting([point.what_happened for point in told], self._room - len(told))
        return [
            Short(number, str(point.category or ""), _short(moment(point.when), ""), passages(text))
            for number, (point, text) in enumerate(zip(told, kept, strict=True), 1)
        ]

    @property
    def more_points(self) -> int:
        """How many klachtonderdelen are only in the letter."""
        return sum(1 for point in self.dossier.points if point.what_happened) - len(self.points)

    @property
    def steps(self) -> list[tuple[str, str]]:
        """What was tried, by its name in dossier.Tried, and when: " op 3 maart 2026"."""
        return [(name, _short(dated(step.when), " (zie mijn brief)")) for name, step in self._held]

    @property
    def anything_tried(self) -> bool:
        """Whether anything was tried or sent before."""
        return bool(self._held or self.filed_on)

    @property
    def filed_on(self) -> str:
        """The day of the first written complaint; empty when there was none."""
        day = deadlines.first_complaint(self.dossier)
        return in_words(day) if day else ""

    @property
    def wished(self) -> list[tuple[str, list[Passage]]]:
        """What is hoped for, where all of the words to it fit: the kind and the words."""
        return [(wish.kind, passages(text)) for wish, text in self._wishes if text]

    @property
    def also_wished(self) -> list[str]:
        """The other things that are hoped for, by their kind."""
        return [wish.kind for wish, text in self._wishes if not text and wish.kind is not WishKind.ANDERS]

    @property
    def wishes_left_out(self) -> bool:
        """Whether words to a wish are only in the letter."""
        return any(wish.detail and not text for wish, text in self._wishes)

    @property
    def amount(self) -> int | None:
        """The damages that are asked, in whole euros."""
        return next((wish.amount for wish in self.wishes if wish.kind is WishKind.SCHADEVERGOEDING), None)

    @property
    def consents(self) -> Consents:
        """What may be done with the complaint."""
        return self.dossier.consents

    @property
    def gives_consents(self) -> bool:
        """Whether anything is said about what may be done with the complaint."""
        return any(answer is not None for _, answer in self.consents)

    @property
    def contact_by(self) -> str:
        """How the sender wants to be reached; empty when not said."""
        return self.dossier.letter.contact_by or ""

    @property
    def _held(self) -> list[tuple[str, Contact | Talk]]:
        tried = self.dossier.tried
        steps: dict[str, Contact | Talk] = {
            "talk": tried.talk,
            "contactpersoon": tried.contactpersoon,
            "klachtenfunctionaris": tried.klachtenfunctionaris,
            "mediation": tried.mediation,
        }
        return [(name, step) for name, step in steps.items() if step.held]

    @property
    def _wishes(self) -> list[tuple[Wish, str]]:
        room = min(ROOM_FOR_WISHES, self._page - MOST_POINTS)
        return list(zip(self.wishes, fitting([wish.detail for wish in self.wishes], room), strict=True))

    @property
    def _page(self) -> int:
        """The lines that are left for the klachtonderdelen and the words to the wishes."""
        person = "" if self.for_self else f"{self.client} {self.relation}"
        shown = [*self.sender, person, f"{self.provider} {self.about}"]
        consents = sum(answer is not None for _, answer in self.consents)
        return PAGE - sum(map(lines, shown)) - len(self._held) - consents

    @property
    def _room(self) -> int:
        """The lines that all the rest leaves for the klachtonderdelen."""
        words = [text for _, text in self._wishes if text]
        return self._page - sum(map(lines, words)) - len(words) - len(self.also_wished) // 2


@dataclass(frozen=True)
class Agreements:
    """The sheet that two parties fill in by hand. It is given their names and nothing else of the dossier."""

    client: str
    sender: str
    provider: str


def agreements(dossier: Dossier) -> Agreements:
    """The sheet for agreements, which can hold nothing that was said in mediation."""
    who = dossier.sender.name
    client = who if dossier.complains_for_self else dossier.complainant.client_name
    return Agreements(client, who, dossier.provider.name)


@dataclass(frozen=True)
class LookbackSheet(Facts):
    """How the handling went, for the person alone."""

    @property
    def answers(self) -> Lookback:
        """What the person says of it."""
        return self.dossier.lookback


def fitting(texts: list[str], room: int) -> list[str]:
    """Each text whole as long as there is room for its lines, and empty where there is not."""
    kept = []
    for text in texts:
        fits = lines(text) <= room
        kept.append(text if fits else "")
        room -= lines(text) if fits else 0
    return kept


def _short(text: str, otherwise: str) -> str:
    return text if len(text) <= LINE // 2 else otherwise


def lines(text: str) -> int:
    """How many lines a text surely fits on; none for an empty one."""
    return sum(1 + len(row) // LINE for row in text.split("\n")) if text else 0


@dataclass(frozen=True)
class Lacking:
    """One paper by its title, and what is not yet filled in for it."""

    title: str
    messages: tuple[str, ...]


@dataclass(frozen=True)
class Cover:
    """The sheet that says what is not yet filled in. It goes with the papers and is never in them."""

    papers: tuple[Lacking, ...]
