"""What the complaint letter may print: facts, and the client's own words. The sentences are in templates/.

The few words of ours among them are told when they are asked for: in Dutch in the letter, in another language in a copy
to read (documents.reading_copy).
"""

import unicodedata
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal

from wizard import deadlines, law, triage
from wizard.choices import AgeGroup, Capacity, Delivery, Formality, WishKind
from wizard.dossier import Complainant, Consents, Dossier, Handling, LetterWishes, Point, Tried, When, Wish
from wizard.moments import in_words, locale
from wizard.procedures import DisputesBody
from wizard.texts import told
from wizard.writer import Writer


@dataclass(frozen=True)
class Passage:
    """One paragraph in the client's own words, and the direction in which it is read."""

    text: str
    dir: str


@dataclass(frozen=True)
class Entry:
    """One row of the chronology."""

    when: str
    what: list[Passage]


@dataclass(frozen=True)
class Letter(Writer):
    """All that the complaint letter may print; each property is a fact, in the client's words where they gave them."""

    dossier: Dossier
    body: DisputesBody
    today: date

    @property
    def formal(self) -> bool:
        """Whether it asks for an oordeel; otherwise it asks for a talk first."""
        return self.dossier.letter.formality is Formality.FORMEEL

    @property
    def wkkgz(self) -> bool | None:
        """Whether the Wkkgz holds: True, False for another Act, None in part or unknown."""
        return triage.wkkgz(self.dossier)

    @property
    def care_known(self) -> bool:
        """Whether the client said what kind of care it is about."""
        return self.dossier.situation.care is not None

    @property
    def title(self) -> str:
        """The document's title: neutral, it may show in a list of files."""
        return told("Klacht over zorg") if self.formal else told("Verzoek om een gesprek over zorg")

    @property
    def recipient(self) -> list[str]:
        """The lines in the window of the envelope: the contracting provider."""
        provider = self.dossier.provider
        registered = told("AANGETEKEND") if self.dossier.letter.delivery is Delivery.AANGETEKEND else ""
        attention = told("t.a.v. {attention}", attention=provider.attention or told("de klachtbehandeling"))
        return [line for line in (registered, provider.name, attention, *provider.address.lines) if line]

    @property
    def dated(self) -> str:
        """The date of the letter."""
        return in_words(self.dossier.letter.dated or self.today)

    @property
    def capacity(self) -> str:
        """In what capacity the sender complains: a value of choices.Capacity."""
        return str(self.dossier.complainant.capacity)

    @property
    def complainant(self) -> Complainant:
        """For whom, and as what."""
        return self.dossier.complainant

    @property
    def guardian_agrees(self) -> bool:
        """Whether a mentor or curator, who is somebody else, agrees with this complaint."""
        who = self.dossier.complainant
        other = who.capacity is Capacity.VERTEGENWOORDIGER and who.relation not in triage.GUARDIANS_OF_ADULT
        return bool(other and who.age_group is AgeGroup.VOLWASSEN and who.mentor_appointed and who.mentor_agrees)

    @property
    def both_sign(self) -> bool:
        """Whether a child of twelve to fifteen signs too (BW 7:450, by analogy)."""
        represented = self.dossier.complainant.capacity is Capacity.VERTEGENWOORDIGER
        return represented and self.dossier.complainant.age_group is AgeGroup.VAN_12_TOT_16

    @property
    def professional(self) -> str:
        """The care professional or department that it is about."""
        return self.dossier.provider.professional

    @property
    def location(self) -> str:
        """The location that it is about."""
        return self.dossier.provider.location

    @property
    def points(self) -> list[Point]:
        """The klachtonderdelen that say what happened, in the client's order."""
        return [point for point in self.dossier.points if point.what_happened]

    @property
    def chronology(self) -> list[Entry]:
        """What else happened, in order of time."""
        events = sorted((event for event in self.dossier.events if event.what), key=lambda event: event.when.order)
        return [Entry(moment(event.when), passages(event.what)) for event in events]

    @property
    def tried(self) -> Tried:
        """What was tried: that it took place and when; of the talk also what came of it."""
        return self.dossier.tried

    @property
    def anything_tried(self) -> bool:
        """Whether anything was tried."""
        tried = self.dossier.tried
        return any(
            step.held for step in (tried.talk, tried.contactpersoon, tried.klachtenfunctionaris, tried.mediation)
        )

    @property
    def wishes(self) -> list[Wish]:
        """What is asked: one's own wish only when it has words, an oordeel only in a formal complaint."""
        unsaid = () if self.formal else (WishKind.OORDEEL,)
        asked = [wish for wish in self.dossier.wishes if wish.kind not in unsaid]
        return [wish for wish in asked if wish.detail or wish.kind is not WishKind.ANDERS]

    @property
    def letter(self) -> LetterWishes:
        """How the sender wants to be helped and reached."""
        return self.dossier.letter

    @property
    def consents(self) -> Consents:
        """What the provider may do with the complaint."""
        return self.dossier.consents

    @property
    def asks_for_help(self) -> bool:
        """Whether there is anything to say about help, a talk, or how to be reached."""
        wanted = self.letter.klachtenfunctionaris_wanted is not None
        talk = self.formal and self.letter.talk_wanted is not None
        return wanted or talk or bool(self.contact)

    @property
    def gives_consents(self) -> bool:
        """Whether anything is said about what the provider may do with the complaint."""
        return any(answer is not None for _, answer in self.consents)

    @property
    def contact(self) -> str:
        """The address that goes with the wish how to be reached; empty when it is not in the letter."""
        person = self.dossier.sender
        address = ", ".join(person.address.lines)
        return {"e-mail": person.email, "telefoon": person.phone, "post": address}.get(self.letter.contact_by or "", "")

    @property
    def answer_due(self) -> str:
        """The last day for the oordeel; empty when no statutory term runs."""
        due = deadlines.oordeel(self._receipt.day) if deadlines.clock_runs(self._in_writing) else None
        return in_words(due.day) if due else ""

    @property
    def received(self) -> str:
        """The day of receipt that `answer_due` starts from."""
        return in_words(self._receipt.day)

    @property
    def receipt_assumed(self) -> bool:
        """Whether that day is expected and not yet known."""
        return self._receipt.assumed

    @property
    def annexes(self) -> list[str]:
        """The copies that go with it, the machtiging first."""
        signed = self.dossier.complainant.capacity is Capacity.GEMACHTIGDE
        return [*([told("Machtiging")] if signed else []), *(annex for annex in self.dossier.annexes if annex)]

    @property
    def article_oordeel(self) -> str:
        """The article that gives the term, from the law record."""
        return law.record("oordeel", self.today).article

    @property
    def _receipt(self) -> deadlines.Receipt:
        return deadlines.receipt(self._in_writing, self.today)

    @property
    def _in_writing(self) -> Dossier:
        """The dossier as this letter makes it.

        Its term starts anew where what came before was said aloud, or was a letter whose term is over (art. 14(1)).
        """
        known = deadlines.receipt(self.dossier, self.today)
        over = not known.assumed and deadlines.oordeel(known.day).day < self.today
        anew = over or self.dossier.handling.in_writing is False
        return self.dossier.model_copy(update={"handling": Handling()}) if anew else self.dossier


def passages(text: str) -> list[Passage]:
    """Free text as paragraphs, split where the client left a line empty."""
    parts = (part.strip("\n") for part in text.split("\n\n"))
    return [Passage(part, direction(part)) for part in parts if part.strip()]


def direction(text: str) -> str:
    """ "rtl" when the first letter with a direction runs from right to left (Unicode bidi, rule P2), else "ltr"."""
    strong = (kind for character in text if (kind := unicodedata.bidirectional(character)) in ("L", "R", "AL"))
    return "rtl" if next(strong, "L") in ("R", "AL") else "ltr"


def moment(when: When) -> str:
    """A moment as the letter says it: the day in words, or the client's own words for it."""
    return in_words(when.day) if when.day else when.about


def dated(when: When) -> str:
    """A moment as the end of a sentence: " op 3 maart 2026", or the client's own words between brackets."""
    if when.day:
        return f" op {in_words(when.day)}"
    return f" ({when.about})" if when.about else ""


def amount(euros: int) -> str:
    """Whole euros, as the language that is being told in writes thousands: "25.000" in Dutch."""
    return format_decimal(euros, "#,##0", locale=locale())
