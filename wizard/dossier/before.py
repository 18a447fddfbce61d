"""What the client tells for the complaint letter: who, what happened, what was tried, what is asked."""

from typing import Annotated, Literal

from pydantic import Field

from wizard.choices import (
    AgeGroup,
    Capacity,
    Care,
    Category,
    Delivery,
    Formality,
    Hurry,
    Relation,
    Stage,
    WishKind,
)
from wizard.dossier.parts import Address, Day, Model, When
from wizard.hygiene import Line, Text


class Situation(Model):
    """Where the person is, and what triage asks. `hurry` is None as long as nobody asked."""

    stage: Stage | None = None
    hurry: tuple[Hurry, ...] | None = Field(default=None, max_length=len(Hurry))
    care: Care | None = None
    jeugdwet: bool | None = None
    read_on: bool = False


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
