"""The commands about dossiers: the letter, the other documents, a file with answers, the schema and the examples."""

from argparse import Namespace
from getpass import getpass

from wizard import documents, dossier_file, procedures, texts
from wizard.commands import given
from wizard.datafile import DATA
from wizard.dossier import Dossier
from wizard.dossier_file import opened, saved
from wizard.errors import UsageError
from wizard.hygiene import PDF_BYTES
from wizard.papers import paper_files
from wizard.pdf import pdf

EXAMPLES = DATA / "examples"


def add_dossiers(command: given.Command, add_today: given.AddToday) -> None:
    """Add these commands to those of `python -m wizard`."""
    letter = command("letter", make_letter, "the complaint letter")
    letter.add_argument("dossier", metavar="DOSSIER.json")
    letter.add_argument("-o", "--output", required=True, metavar="FILE.pdf")
    letter.add_argument("--reading-copy", choices=texts.codes(), help="a copy to read, not to send")
    add_today(letter)

    listing = command("documents", list_documents, "which documents can be made, and what each still misses")
    listing.add_argument("--json", action="store_true")
    making = command("make-documents", make_documents, "the documents that can be made, as files in a folder")
    making.add_argument("-o", "--output", required=True, metavar="DIR")
    making.add_argument("--only", default="", metavar="ID", help="one document, by its name in `documents`")
    making.add_argument("--format", type=paper_files.formats, default=["pdf"], metavar="pdf,docx,txt,ics,zip")
    for added in (listing, making):
        added.add_argument("dossier", metavar="DOSSIER.json")
        add_today(added)

    taken_home = command("open", open_file, "what a file with answers holds: plain, locked or a copy of the letter")
    taken_home.add_argument("file", metavar="FILE")
    taken_home.add_argument("--check", action="store_true", help="only say whether it is in order")
    taken_home.add_argument("--content", action="store_true", help="print the answers too")

    command("schema", show_schema, "the dossier's JSON schema")
    command("example", show_example, "a complete dossier").add_argument("--procedure", required=True, metavar="ID")


def make_letter(options: Namespace) -> int:
    """The complaint letter of a dossier, as PDF or as HTML."""
    target = given.target(options.output, ".pdf", ".html")
    dossier = given.dossier(options.dossier, options.today)
    letter = documents.letter(dossier, procedures.procedure(dossier.procedure), options.today)
    copy = options.reading_copy
    page = documents.reading_copy(letter, copy) if copy else documents.html(letter)
    given.write({target: pdf(page) if target.suffix.lower() == ".pdf" else page.encode()})
    return 0


def list_documents(options: Namespace) -> int:
    """Which documents can be made of a dossier, and what each of them still misses."""
    dossier = given.dossier(options.dossier, options.today)
    told = paper_files.listing if options.json else paper_files.listing_in_lines
    given.show(told(dossier, procedures.procedure(dossier.procedure), options.today))
    return 0


def make_documents(options: Namespace) -> int:
    """The documents of a dossier as files in a folder; nothing is written unless all of them could be made."""
    dossier = given.dossier(options.dossier, options.today)
    procedure = procedures.procedure(dossier.procedure)
    made = paper_files.files(dossier, procedure, options.today, options.format, options.only)
    if not made:
        raise UsageError("--format: er zijn nu geen datums om te verwachten. Kies een ander formaat")
    given.write_in(options.output, made)
    return 0


def open_file(options: Namespace) -> int:
    """What a dossier's file holds: how much of what; its words only when asked."""
    raw = given.content(options.file, PDF_BYTES)
    passphrase = _passphrase() if dossier_file.is_locked(raw) else ""
    dossier = dossier_file.opened_any(raw, passphrase)
    if options.check:
        print("in orde")
    elif options.content:
        print(saved(dossier))
    else:
        print("\n".join(f"{name}: {value}" for name, value in dossier_file.summary(dossier).items()))
    return 0


def _passphrase() -> str:
    try:
        return getpass("wachtwoord: ")
    except (AttributeError, EOFError):  # there is no input at all, or it has ended
        raise UsageError("wachtwoord: er is niets ingetypt") from None


def show_schema(_: Namespace) -> int:
    """The dossier's JSON schema."""
    given.show(Dossier.model_json_schema())
    return 0


def show_example(options: Namespace) -> int:
    """A complete dossier for a procedure; one without an example of its own borrows the statutory one's."""
    procedure = procedures.procedure(options.procedure)
    file = EXAMPLES / f"{procedure.id}.json"
    known = file if file.exists() else EXAMPLES / f"{procedures.STATUTORY}.json"
    print(saved(opened(known.read_bytes()).with_answer("procedure", procedure.id)))
    return 0
