"""What the client told us: one typed, versioned model, the only state there is.

Everything else (route, dates, remarks, letters) is computed from it and never stored. All of it is optional: what a
letter cannot do without is for `documents` to say. It has no field for what was said in mediation.
"""

import json
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from wizard import hygiene, moments
from wizard.choices import (
    AgeGroup,
    Capacity,
    Care,
    Category,
    Delivery,
    DirectReason,
    Formality,
    Hurry,
    Relation,
    Stage,
    WishKind,
)
from wizard.errors import InvalidDossier, places
from wizard.hygiene import Line, Text
from wizard.texts import told


class Model(BaseModel):
    """A part of the dossier: strict, unchangeable, and silent about what it was given."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]


class When(Model):
    """A moment as exact as the client knows it: a day, or about when in their own words, or neither."""

    day: Day | None = None
    about: Line = ""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if self.day and self.about:
            raise ValueError(told("vul een dag in (day) of een omschrijving (about), niet allebei"))
        return self

    @property
    def known(self) -> bool:
        """Whether the client could say anything about the moment."""
        return bool(self.day or self.about)

    @property
    def order(self) -> date:
        """The day to sort by: a rough moment at the start of what it names, an unknown one at the end of time."""
        return self.day or moments.earliest(self.about) or date.max


class Situation(Model):
    """Where the person is, and what triage asks. `hurry` is None as long as nobody asked."""

    stage: Stage | None = None
    hurry: tuple[Hurry, ...] | None = Field(default=None, max_length=len(Hurry))
    care: Care | None = None
    jeugdwet: bool | None = None
    read_on: bool = False


class Address(Model):
    """A postal address."""

    street: Line = ""
    postcode: Line = ""
    town: Line = ""

    @property
    def lines(self) -> list[str]:
        """The lines for an envelope: postcode, two spaces, town in capitals (NEN 5825)."""
        return [row for row in (self.street, f"{self.postcode}  {self.town.upper()}".strip()) if row]


class Sender(Model):
    """Who writes and signs."""

    name: Line = ""
    address: Address = Address()
    email: Line = ""
    phone: Line = ""


class Complainant(Model):
    """In what capacity the sender complains, and for whom."""

    capacity: Capacity | None = None
    relation: Relation | None = None
    relation_words: Line = ""
    client_name: Line = ""
    client_birth_date: Day | None = None
    age_group: AgeGroup | None = None
    client_decides: bool | None = None
    mentor_appointed: bool | None = None
    mentor_agrees: bool | None = None
    machtiging_signed: bool | None = None


class Provider(Model):
    """The contracting zorgaanbieder, and the care professional or place that it is about."""

    name: Line = ""
    attention: Line = ""
    address: Address = Address()
    email: Line = ""
    professional: Line = ""
    location: Line = ""


class Point(Model):
    """One klachtonderdeel, in the client's own words."""

    category: Category | None = None
    when: When = When()
    where: Line = ""
    who: Line = ""
    what_happened: Text = ""
    consequence: Text = ""
    expected: Text = ""


class Event(Model):
    """Something else that happened, for the chronology in the letter."""

    when: When = When()
    what: Text = ""


class Talk(Model):
    """A talk with the provider, and what came of it."""

    held: bool | None = None
    when: When = When()
    outcome: Text = ""


class Contact(Model):
    """That somebody was reached, and when; what was said there is not asked."""

    held: bool | None = None
    when: When = When()


class Tried(Model):
    """What was tried before."""

    talk: Talk = Talk()
    contactpersoon: Contact = Contact()
    klachtenfunctionaris: Contact = Contact()
    mediation: Contact = Contact()
    mediation_wanted: bool | None = None
    mediation_wanted_by_provider: bool | None = None


class Wish(Model):
    """One thing that is asked, with the client's own words to it; an amount, in whole euros, for damages only."""

    kind: WishKind
    detail: Text = ""
    amount: Annotated[int, Field(ge=1, le=100_000_000)] | None = None


class Consents(Model):
    """What the provider may do with the complaint (Uitvoeringsbesluit art. 7.3; law.toml `toestemming`)."""

    file_for_klachtenfunctionaris: bool | None = None
    forward_to_other_provider: bool | None = None
    handle_together: bool | None = None


class LetterWishes(Model):
    """What kind of letter it is and how it is sent."""

    formality: Formality = Formality.FORMEEL
    delivery: Delivery | None = None
    dated: Day | None = None
    reference: Line = ""
    klachtenfunctionaris_wanted: bool | None = None
    talk_wanted: bool | None = None
    contact_by: Literal["e-mail", "telefoon", "post"] | None = None


class AnswerCheck(Model):
    """What the provider's answer holds of what it must (Wkkgz art. 17(1)); measures only where any were decided."""

    in_writing: bool | None = None
    with_reasons: bool | None = None
    oordeel: bool | None = None
    decisions: bool | None = None
    measures_term: bool | None = None


class Handling(Model):
    """The dates of what happened after the complaint was made."""

    in_writing: bool | None = None
    first_complaint_on: Day | None = None
    sent_on: Day | None = None
    received_on: Day | None = None
    klachtenfunctionaris_received_on: Day | None = None
    acknowledged_on: Day | None = None
    mediation_agreed_on: Day | None = None
    agreements_made_on: Day | None = None
    extension_notice_on: Day | None = None
    extension_has_reason: bool | None = None
    further_extension_asked_on: Day | None = None
    further_extension_asked_until: Day | None = None
    further_extension_agreed: bool | None = None
    agreed_until: Day | None = None
    answered_on: Day | None = None
    answer: AnswerCheck = AnswerCheck()
    answer_satisfies: bool | None = None
    direct_reason: DirectReason | None = None
    dispute_submitted_on: Day | None = None
    ruling_on: Day | None = None


class TalkPlan(Model):
    """What somebody wants to bring to a talk with the provider."""

    topic: Text = ""
    goal: Text = ""
    questions: Annotated[tuple[Line, ...], Field(max_length=hygiene.QUESTIONS)] = ()
    companion: Line = ""
    when: When = When()


class Authorisation(Model):
    """Whom the client lets complain in their name (machtiging), and what that person may see."""

    name: Line = ""
    address: Address = Address()
    file_access: bool | None = None
    until: Day | None = None


class FileRequest(Model):
    """Which part of the own medical file somebody asks a copy of, and how (BW 7:456)."""

    what: Line = ""
    form: Literal["digitaal", "papier"] | None = None


class Dispute(Model):
    """What a submission to the geschilleninstantie needs besides the complaint itself."""

    body_name: Line = ""
    unsatisfied: Text = ""


class Lookback(Model):
    """How the handling went, for the person alone."""

    heard: bool | None = None
    clear: bool | None = None
    in_time: bool | None = None
    fair: bool | None = None
    words: Text = ""


class Dossier(Model):
    """All that the client told us."""

    schema_version: Literal[1] = 1
    content_version: Day | None = None
    procedure: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")] = "wkkgz"
    situation: Situation = Situation()
    complainant: Complainant = Complainant()
    provider: Provider = Provider()
    sender: Sender = Sender()
    points: Annotated[tuple[Point, ...], Field(max_length=hygiene.POINTS)] = ()
    events: Annotated[tuple[Event, ...], Field(max_length=hygiene.EVENTS)] = ()
    tried: Tried = Tried()
    wishes: Annotated[tuple[Wish, ...], Field(max_length=len(WishKind))] = ()
    consents: Consents = Consents()
    annexes: Annotated[tuple[Line, ...], Field(max_length=hygiene.ANNEXES)] = ()
    letter: LetterWishes = LetterWishes()
    handling: Handling = Handling()
    talk_plan: TalkPlan = TalkPlan()
    authorisation: Authorisation = Authorisation()
    file_request: FileRequest = FileRequest()
    dispute: Dispute = Dispute()
    lookback: Lookback = Lookback()

    @model_validator(mode="after")
    def _total(self) -> Self:
        length, newlines = hygiene.extent(self.model_dump(mode="json"))
        if length > hygiene.LETTER:
            raise ValueError(told("alles samen is te lang: hoogstens {number} tekens", number=hygiene.LETTER))
        if newlines > hygiene.ALL_NEWLINES:
            raise ValueError(told("alles samen heeft te veel regels: hoogstens {number}", number=hygiene.ALL_NEWLINES))
        return self

    @classmethod
    def read(cls, raw: str | bytes) -> "Dossier":
        """The dossier in JSON text. Raises InvalidDossier, which shows nothing of what was in it."""
        try:
            return cls.model_validate_json(raw)
        except ValidationError as error:
            raise InvalidDossier(places(error.errors(include_input=False, include_url=False), told)) from None

    @property
    def complains_for_self(self) -> bool:
        """Whether the sender is the client."""
        return self.complainant.capacity is Capacity.CLIENT

    def with_answer(self, path: str, value: Any) -> "Dossier":
        """The same dossier with one answer changed; `path` is dotted, list places are numbers. Keeps all the rest."""
        data = self.model_dump(mode="json")
        *road, last = path.split(".")
        holder: Any = data
        for name in road:
            holder = holder[int(name)] if isinstance(holder, list) else holder[name]
        holder[int(last) if isinstance(holder, list) else last] = value
        return Dossier.read(json.dumps(data, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return value.isoformat() if isinstance(value, date) else str(value)
