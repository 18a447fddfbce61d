"""What every paper may print of a dossier: who writes, to whom, for whom, in which procedure, and on which day."""

from dataclasses import dataclass
from datetime import date

from wizard.choices import Capacity
from wizard.dossier import Dossier, Wish
from wizard.moments import in_words
from wizard.procedures import Procedure
from wizard.writer import Writer, addressee


@dataclass(frozen=True)
class Facts(Writer):
    """What the papers have in common; each paper adds its own."""

    dossier: Dossier
    procedure: Procedure
    today: date

    @property
    def recipient(self) -> list[str]:
        """The lines in the window of the envelope: the contracting provider."""
        return addressee(self.dossier)

    @property
    def dated(self) -> str:
        """The day on which the paper is made."""
        return in_words(self.today)

    @property
    def provider(self) -> str:
        """The name of the contracting provider."""
        return self.dossier.provider.name

    @property
    def about(self) -> str:
        """The care professional or department and the location that it is about."""
        provider = self.dossier.provider
        return ", ".join(part for part in (provider.professional, provider.location) if part)

    @property
    def capacity(self) -> str:
        """In what capacity the sender complains: a value of choices.Capacity, or empty when not given."""
        return str(self.dossier.complainant.capacity or "")

    @property
    def for_self(self) -> bool:
        """Whether the sender is the client."""
        return self.dossier.complainant.capacity in (Capacity.CLIENT, None)

    @property
    def client(self) -> str:
        """The client's name; empty when not given."""
        return self.dossier.sender.name if self.for_self else self.dossier.complainant.client_name

    @property
    def relation(self) -> str:
        """What the sender is to the client, in their own words."""
        return self.dossier.complainant.relation_words

    @property
    def wishes(self) -> list[Wish]:
        """What is hoped for; one's own wish only when it has words."""
        return [wish for wish in self.dossier.wishes if wish.detail or wish.kind != "anders"]
