"""What the client tells beside and after the complaint letter: its handling, a talk, other papers, a look back."""

from typing import Annotated, Literal

from pydantic import Field

from wizard import hygiene
from wizard.choices import DirectReason
from wizard.dossier.parts import Address, Day, Model, When
from wizard.hygiene import Line, Text


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
