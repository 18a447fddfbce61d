"""The dossier as a file that a person takes home: JSON text, answers only, with the version of its schema."""

import json

from wizard import hygiene
from wizard.dossier import Dossier
from wizard.errors import InvalidDossier, Place


def opened(raw: str | bytes) -> Dossier:
    """The dossier in a file. Raises InvalidDossier, which shows nothing of what was in it."""
    if len(raw) > hygiene.FILE_BYTES:
        raise InvalidDossier([Place("", f"het bestand is te groot: hoogstens {hygiene.FILE_BYTES // 1024} kB")])
    return Dossier.read(raw)


def saved(dossier: Dossier) -> str:
    """The dossier as text for a file, ready for `opened`."""
    answers = dossier.model_dump(mode="json", exclude_defaults=True)
    head = {"schema_version": dossier.schema_version, "procedure": dossier.procedure}
    return json.dumps(head | answers, indent=2, ensure_ascii=False)
