"""Who writes: what the complaint letter and every other paper print of the sender in the same way."""

import re

from wizard.dossier import Dossier
from wizard.moments import in_words
from wizard.texts import told

ATTENTION = re.compile(r"^(?:t\.?\s?a\.?\s?v\.?|ter attentie van)[:\s]+", re.IGNORECASE)


class Writer:
    """The part that letter.Letter and papers.facts.Facts have in common."""

    dossier: Dossier

    @property
    def sender(self) -> list[str]:
        """The sender's name, address and how to reach them."""
        person = self.dossier.sender
        return [line for line in (person.name, *person.address.lines, person.phone, person.email) if line]

    @property
    def place(self) -> str:
        """Where it is written."""
        return self.dossier.sender.address.town

    @property
    def reference(self) -> str:
        """The provider's reference, if there is one."""
        return self.dossier.letter.reference

    @property
    def signed_by(self) -> str:
        """Who signs."""
        return self.dossier.sender.name

    @property
    def born(self) -> str:
        """The client's birth date, in words; empty when not given."""
        day = self.dossier.complainant.client_birth_date
        return in_words(day) if day else ""


def addressee(dossier: Dossier) -> list[str]:
    """The contracting provider as it stands on an envelope."""
    provider = dossier.provider
    attention = ATTENTION.sub("", provider.attention) or told("de klachtbehandeling")
    named = told("t.a.v. {attention}", attention=attention)
    return [line for line in (provider.name, named, *provider.address.lines) if line]
