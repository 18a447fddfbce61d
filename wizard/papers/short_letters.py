"""The short letters beside the complaint: machtiging, copy of the file, reminder, and answer to a further extension."""

from dataclasses import dataclass
from datetime import timedelta

from wizard import deadlines, feestdagen, law
from wizard.afterwards.grounds import grounds
from wizard.choices import Capacity
from wizard.dossier import Dossier, FileRequest
from wizard.moments import in_words, with_weekday
from wizard.papers.facts import Facts
from wizard.receipt import receipt

COURTESY = timedelta(weeks=2)  # what a reminder gives once more; no statute asks for it


@dataclass(frozen=True)
class AuthorisationForm(Facts):
    """The machtiging: the client lets somebody complain in their name."""

    @property
    def authorised(self) -> str:
        """The name of the authorised person; empty when not given."""
        return self.dossier.authorisation.name if self.for_self else self.dossier.sender.name

    @property
    def authorised_address(self) -> list[str]:
        """The address of the authorised person."""
        person = self.dossier.authorisation if self.for_self else self.dossier.sender
        return person.address.lines

    @property
    def client_address(self) -> list[str]:
        """The address of the client, where the client is the sender."""
        return self.dossier.sender.address.lines if self.for_self else []

    @property
    def file_access(self) -> bool | None:
        """Whether the authorised person may see the medical file."""
        return self.dossier.authorisation.file_access

    @property
    def until(self) -> str:
        """The last day of the machtiging, in words; empty when it has none."""
        day = self.dossier.authorisation.until
        return in_words(day) if day else ""


@dataclass(frozen=True)
class FileCopyRequest(Facts):
    """The request for a copy of a medical file (BW 7:456), or of somebody who died (BW 7:458a)."""

    @property
    def asked(self) -> FileRequest:
        """Which part of the file, and in what form."""
        return self.dossier.file_request

    @property
    def for_deceased(self) -> bool:
        """Whether a nabestaande asks."""
        return self.dossier.complainant.capacity is Capacity.NABESTAANDE

    @property
    def article(self) -> str:
        """The article that gives the right to the copy."""
        rule = "dossier-nabestaande" if self.for_deceased else "dossier-afschrift"
        return law.record(rule, self.today).article

    @property
    def term(self) -> str:
        """Within which time the copy must come: "1 maand"."""
        rule = law.record("dossier-termijn", self.today)
        return f"{rule.amount} {rule.unit}"

    @property
    def article_term(self) -> str:
        """Where that term comes from."""
        return law.record("dossier-termijn", self.today).article


@dataclass(frozen=True)
class Reminder(Facts):
    """The reminder after the term has passed without an answer (Wkkgz art. 17)."""

    @property
    def received(self) -> str:
        """The day on which the provider had the complaint."""
        return in_words(receipt(self.dossier, self.today).day)

    @property
    def receipt_assumed(self) -> bool:
        """Whether that day is expected and not known."""
        return receipt(self.dossier, self.today).assumed

    @property
    def by_klachtenfunctionaris(self) -> bool:
        """Whether that is the day on which the klachtenfunctionaris had it, and no other is known."""
        handling = self.dossier.handling
        return bool(handling.klachtenfunctionaris_received_on) and handling.received_on is None

    @property
    def due(self) -> str:
        """The last day on which the answer was in time."""
        due = deadlines.awaited(self.dossier, self.today)
        return in_words(due.day) if due else ""

    @property
    def article(self) -> str:
        """The article that gave that day."""
        due = deadlines.awaited(self.dossier, self.today)
        return due.rule.article if due else ""

    @property
    def agreed(self) -> bool:
        """Whether that day was agreed between the two, and not given by the Act."""
        due = deadlines.awaited(self.dossier, self.today)
        return due is not None and due.id == "nader-afgesproken"

    @property
    def extended_on(self) -> str:
        """The day of a notice of extension that was in time; empty without one."""
        return self._notice(in_time=True)

    @property
    def late_notice_on(self) -> str:
        """The day of a notice of extension that came too late; empty without one."""
        return self._notice(in_time=False)

    @property
    def article_extension(self) -> str:
        """The article on extension."""
        return law.record("verlenging", self.today).article

    @property
    def asked_by(self) -> str:
        """The working day by which an answer is asked now; a courtesy, not a term of law."""
        return with_weekday(feestdagen.next_working_day(self.today + COURTESY))

    @property
    def ground(self) -> str:
        """The article on which a geschilleninstantie is open now; empty while it is not."""
        found = grounds(self.dossier, self.today)
        return law.record(found[0], self.today).article if found else ""

    @property
    def spoken_on(self) -> str:
        """The day of an answer that was only said aloud, which is none by the Act; empty without one."""
        handling = self.dossier.handling
        return in_words(handling.answered_on) if handling.answered_on else ""

    def _notice(self, *, in_time: bool) -> str:
        day = self.dossier.handling.extension_notice_on
        agrees = deadlines.extension_in_time(self.dossier, self.today) is in_time
        return in_words(day) if day and agrees else ""


@dataclass(frozen=True)
class ExtensionReaction(Facts):
    """The answer to a further extension that the provider asked for; the Act knows none."""

    @property
    def agrees(self) -> bool:
        """Whether the client agrees to wait."""
        return self.dossier.handling.further_extension_agreed is True

    @property
    def asked_on(self) -> str:
        """The day on which it was asked; empty when not known."""
        day = self.dossier.handling.further_extension_asked_on
        return in_words(day) if day else ""

    @property
    def asked_until(self) -> str:
        """Until when the provider asked; empty when not said."""
        day = self.dossier.handling.further_extension_asked_until
        return in_words(day) if day else ""

    @property
    def until(self) -> str:
        """Until when the client agrees to wait."""
        day = deadlines.agreed_until(self.dossier)
        return in_words(day) if day else ""

    @property
    def due(self) -> str:
        """The last day by the Act, without this extension; empty when no clock runs."""
        return in_words(self._by_the_act.day) if self._by_the_act else ""

    @property
    def is_over(self) -> bool:
        """Whether that day has passed."""
        return self._by_the_act is not None and self._by_the_act.is_late(self.today)

    @property
    def article(self) -> str:
        """The article that gives that day."""
        return self._by_the_act.rule.article if self._by_the_act else ""

    @property
    def _by_the_act(self) -> deadlines.Deadline | None:
        return deadlines.awaited(without_agreement(self.dossier), self.today)


def without_agreement(dossier: Dossier) -> Dossier:
    """The same dossier as if no further extension was agreed."""
    handling = dossier.handling.model_copy(update={"agreed_until": None, "further_extension_agreed": False})
    return dossier.model_copy(update={"handling": handling})
