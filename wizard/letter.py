"""What the complaint letter may print: facts, and the client's own words. The sentences are in templates/.

The few words of ours among them are told when they are asked for: in Dutch in the letter, in another language in a copy
to read (documents.reading_copy).
"""

from dataclasses import dataclass
from datetime import date

from wizard import deadlines, law, triage
from wizard.afterwards.answer import answered
from wizard.bodies import DisputesBody
from wizard.choices import AgeGroup, Capacity, Care, Delivery, Formality, WishKind
from wizard.dossier import Complainant, Consents, Dossier, Handling, LetterWishes, Point, Provider, Tried, Wish
from wizard.moments import in_words
from wizard.passages import Passage, direction, moment, passages
from wizard.receipt import is_dated, receipt
from wizard.standing import GUARDIANS_OF_ADULT
from wizard.texts import told
from wizard.writer import Writer, addressee


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
    def about_care(self) -> bool:
        """Whether it is about care that was given, and not about a bill, data, or something under another Act."""
        return self.wkkgz is not False and self.dossier.situation.care not in (Care.REKENING, Care.PRIVACY)

    @property
    def title(self) -> str:
        """The document's title: neutral, it may show in a list of files."""
        return told("Klacht over zorg") if self.formal else told("Verzoek om een gesprek over zorg")

    @property
    def head(self) -> str:
        """Whose letter it is and of which day, for the top of its later pages; no name that does not fit there."""
        fits = len(self.signed_by) <= 60 and direction(self.signed_by) == "ltr"
        return ", ".join(part for part in (self.signed_by if fits else "", self.dated) if part)

    @property
    def recipient(self) -> list[str]:
        """The lines in the window of the envelope: the contracting provider, and how it is sent."""
        registered = self.dossier.letter.delivery is Delivery.AANGETEKEND
        return [*([told("AANGETEKEND")] if registered else []), *addressee(self.dossier)]

    @property
    def dated(self) -> str:
        """The date of the letter."""
        return in_words(self.dossier.letter.dated or self.today)

    @property
    def complainant(self) -> Complainant:
        """For whom, and as what."""
        return self.dossier.complainant

    @property
    def refused(self) -> bool:
        """Whether it is about not being seen as a vertegenwoordiger (Wkkgz art. 14(2))."""
        return self.dossier.complainant.capacity is Capacity.GEWEIGERDE_VERTEGENWOORDIGER

    @property
    def guardian_agrees(self) -> bool:
        """Whether a mentor or curator, who is somebody else, agrees with this complaint."""
        who = self.dossier.complainant
        other = who.capacity is Capacity.VERTEGENWOORDIGER and who.relation not in GUARDIANS_OF_ADULT
        return bool(other and who.age_group is AgeGroup.VOLWASSEN and who.mentor_appointed and who.mentor_agrees)

    @property
    def both_sign(self) -> bool:
        """Whether a child of twelve to fifteen signs too (BW 7:450, by analogy)."""
        represented = self.dossier.complainant.capacity is Capacity.VERTEGENWOORDIGER
        return represented and self.dossier.complainant.age_group is AgeGroup.VAN_12_TOT_16

    @property
    def provider(self) -> Provider:
        """Whom and which place it is about."""
        return self.dossier.provider

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
        steps = (tried.talk, tried.contactpersoon, tried.klachtenfunctionaris, tried.mediation)
        return any(step.held for step in steps)

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
    def says_talk(self) -> bool:
        """Whether it says if a talk is wanted; a letter that asks for one among the wishes has said so."""
        asked = any(wish.kind is WishKind.GESPREK for wish in self.wishes)
        return self.formal and not asked and self.letter.talk_wanted is not None

    @property
    def asks_for_help(self) -> bool:
        """Whether there is anything to say about help, a talk, or how to be reached."""
        return self.letter.klachtenfunctionaris_wanted is not None or self.says_talk or bool(self.contact)

    @property
    def own_file(self) -> bool:
        """Whether the sender may let others see the file: not a nabestaande (BW 7:458a), nor who is refused."""
        return not self.refused and self.dossier.complainant.capacity is not Capacity.NABESTAANDE

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
    def statutory(self) -> bool:
        """Whether the term of the Act runs (Wkkgz art. 14(1), 17(1))."""
        return deadlines.clock_runs(self._case)

    @property
    def follows(self) -> bool:
        """Whether it goes with a complaint that was made before, and that the provider still has time to answer."""
        return self._case is self.dossier and is_dated(self.dossier) and self.statutory

    @property
    def unanswered(self) -> bool:
        """Whether the same complaint was made before, and its term ended without an answer."""
        return self._is_over and not answered(self.dossier)

    @property
    def received_before(self) -> str:
        """The day on which the provider got the complaint that was made before, in words; empty if not known."""
        day = self.dossier.handling.received_on
        return in_words(day) if day else ""

    @property
    def sent_before(self) -> str:
        """The day on which that complaint was sent, in words; empty if not known."""
        day = self.dossier.handling.sent_on
        return in_words(day) if day else ""

    @property
    def received(self) -> str:
        """The day of receipt, known or expected, that the term starts from."""
        return in_words(receipt(self._case, self.today).day)

    @property
    def answer_due(self) -> str:
        """The last day for the answer; empty when no statutory term runs or the agreed day is not known."""
        due = deadlines.awaited(self._case, self.today)
        return in_words(due.day) if due else ""

    @property
    def may_extend(self) -> bool:
        """Whether the provider can still give notice of an extension (Wkkgz art. 17(2))."""
        due = deadlines.awaited(self._case, self.today)
        return due is not None and due.id == "oordeel"

    @property
    def annexes(self) -> list[str]:
        """The copies that go with it, the machtiging first."""
        own = [annex for annex in self.dossier.annexes if annex]
        signed = self.dossier.complainant.capacity is Capacity.GEMACHTIGDE
        named = any("machtiging" in annex.casefold() for annex in own)
        return [told("Machtiging"), *own] if signed and not named else own

    @property
    def article_oordeel(self) -> str:
        """The article that gives the term, from the law record."""
        return law.record("oordeel", self.today).article

    @property
    def _is_over(self) -> bool:
        due = deadlines.awaited(self.dossier, self.today)
        return is_dated(self.dossier) and due is not None and due.is_late(self.today)

    @property
    def _case(self) -> Dossier:
        """The dossier as this letter makes it: a new complaint, unless it goes with one whose term still runs.

        A complaint said aloud has no term (art. 14(1)); one that is over or answered has had it. A letter that bears
        the day of sending is the complaint itself, and cannot know what came after.
        """
        handling = self.dossier.handling
        if handling.sent_on and handling.sent_on == self.dossier.letter.dated:
            return self.dossier.model_copy(update={"handling": Handling(sent_on=handling.sent_on)})
        anew = self._is_over or answered(self.dossier) or handling.in_writing is False
        return self.dossier.model_copy(update={"handling": Handling()}) if anew else self.dossier
