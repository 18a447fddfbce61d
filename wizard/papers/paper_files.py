"""The documents as files: which can be made and what they lack, and each of them in the formats that are asked."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time

from wizard import papers
from wizard.dossier import Dossier
from wizard.errors import UnknownFormat
from wizard.formats.bundle import bundle
from wizard.formats.calendar_file import ics
from wizard.formats.docx_file import docx
from wizard.formats.plain import plain
from wizard.pdf import pdf
from wizard.procedures import Procedure

OF_EACH = ("pdf", "docx", "txt")
FORMATS = (*OF_EACH, "ics", "zip")
CALENDAR, BUNDLE = "datums.ics", "papieren.zip"  # neutral: they show in a list of files


def listing(dossier: Dossier, procedure: Procedure, today: date) -> dict[str, object]:
    """Every document as it stands today, for a program."""
    rows = [
        {"id": offer.id, "title": offer.title, "purpose": offer.purpose, "applies": offer.applies}
        | {"can_be_made": offer.can_be_made, "why_not": offer.why_not, "gaps": [asdict(gap) for gap in offer.gaps]}
        for offer in papers.offers(dossier, procedure, today)
    ]
    return {"documents": rows}


def listing_in_lines(dossier: Dossier, procedure: Procedure, today: date) -> Iterator[str]:
    """The same for a person: a line a document, and under it what it lacks."""
    for offer in papers.offers(dossier, procedure, today):
        state = "kan nu" if offer.can_be_made else "nog niet" if offer.applies else f"niet nu: {offer.why_not}"
        yield f"{offer.id:18} {state}"
        yield from (f"  {'nodig: ' if gap.stops else ''}{gap.message}" for gap in offer.gaps)


def formats(text: str) -> list[str]:
    """The formats in a text like "pdf,docx". Raises UnknownFormat."""
    asked = [name.strip() for name in text.split(",")]
    if not set(asked) <= set(FORMATS):
        raise UnknownFormat(FORMATS)
    return asked


def files(
    dossier: Dossier, procedure: Procedure, today: date, formats: Sequence[str] = ("pdf",), only: str = ""
) -> dict[str, bytes]:
    """The documents that can be made, or only one, in each format; a ZIP holds all formats. No dates: no calendar.

    Raises UnknownDocument, LetterStopped, LetterMakerUnavailable, LetterFailed.
    """
    able = [offer.id for offer in papers.offers(dossier, procedure, today) if offer.can_be_made]
    pages = {name: papers.page(name, dossier, procedure, today) for name in ([only] if only else able)}
    kinds = [kind for kind in OF_EACH if kind in formats or "zip" in formats]
    everything = {f"{name}.{kind}": _made(kind, page) for kind in kinds for name, page in pages.items()}
    if dates := _calendar(dossier, procedure, today):
        everything[CALENDAR] = dates
    asked = {name: content for name, content in everything.items() if name.rpartition(".")[2] in formats}
    return asked | ({BUNDLE: bundle(everything)} if "zip" in formats else {})


def _made(kind: str, page: str) -> bytes:
    match kind:
        case "pdf":
            return pdf(page)
        case "docx":
            return docx(page)
        case _:
            return plain(page).encode()


def _calendar(dossier: Dossier, procedure: Procedure, today: date) -> bytes:
    """The calendar as made at the start of the day, so that the same dossier gives the same file."""
    return ics(dossier, procedure, today, datetime.combine(today, time(), UTC))
