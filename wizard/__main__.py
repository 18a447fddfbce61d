"""The same road from the command line: `python -m wizard --help`."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from getpass import getpass
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from wizard import bodies, documents, dossier_file, feestdagen, law, procedures, texts, triage
from wizard.afterwards import report
from wizard.catalogue import add_words
from wizard.checks import WKKGZ_SINCE, impossible_days
from wizard.coach.command import add_coach
from wizard.datafile import DATA
from wizard.dossier import Dossier
from wizard.dossier_file import opened, saved
from wizard.errors import InvalidData, InvalidDossier, KlachtwijzerError, Place, UsageError
from wizard.hygiene import FILE_BYTES, PDF_BYTES
from wizard.papers import paper_files
from wizard.pdf import pdf
from wizard.provider.provider_commands import about_providers
from wizard.route import route

_Command = Callable[[str, object, str], argparse.ArgumentParser]
LAST_DAY = date(2199, 12, 31)
EXAMPLES = DATA / "examples"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (--help)")


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0, or 1 when `procedures check` found a mistake, or 2 on bad input."""
    try:
        options = _parser().parse_args(arguments)
        result: int = options.run(options)
    except KlachtwijzerError as error:
        print(str(error), file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    return result


def list_procedures(_: argparse.Namespace) -> int:
    """One line a procedure: id, name, and for whom."""
    for name, procedure in procedures.procedures().items():
        print(f"{name}\t{procedure.name}\t{procedure.for_whom}")
    for error in procedures.broken():
        print(f"overgeslagen: {error}", file=sys.stderr)
    return 0


def check_procedures(options: argparse.Namespace) -> int:
    """A line a mistake: file, key, mend. Without files: ours, with the law, the sources and the other roads."""
    files = [Path(name) for name in options.files] or sorted(procedures.FOLDER.glob("*.toml"))
    mistakes = [mistake for file in files for mistake in _mistakes(file)]
    print("\n".join(mistakes) or f"{len(files)} in orde")
    return 1 if mistakes else 0


def _mistakes(file: Path) -> list[str]:
    try:
        law.sources(), law.records(), feestdagen.decrees(), triage.referrals(), bodies.bodies()
        procedures.load(file)
    except InvalidData as error:
        return str(error).splitlines()
    return []


def show_steps(options: argparse.Namespace) -> int:
    """The route of a dossier in a procedure."""
    dossier = _dossier(options.dossier, options.today) if options.dossier else Dossier()
    procedure = procedures.procedure(options.procedure or dossier.procedure)
    found = route(dossier, procedure, options.today)
    _print(report.steps(procedure, found) if options.json else report.steps_in_lines(found))
    return 0


def show_status(options: argparse.Namespace) -> int:
    """Where the case of a dossier stands: the step, what to expect, what is late, and what can be done."""
    dossier = _dossier(options.dossier, options.today)
    told = report.case if options.json else report.case_in_lines
    _print(told(dossier, procedures.procedure(dossier.procedure), options.today))
    return 0


def _print(told: dict[str, Any] | Iterable[str]) -> None:
    print(json.dumps(told, ensure_ascii=False, indent=2) if isinstance(told, dict) else "\n".join(told))


def show_deadlines(options: argparse.Namespace) -> int:
    """The statutory dates for each day of receipt; JSON: one object a line."""
    procedure = procedures.procedure(options.procedure) if options.procedure else None
    for received in _received(options.received):
        dates = report.dates(received, procedure, options.dispute_submitted)
        piped = options.received == ["-"]
        print(
            json.dumps(dates, ensure_ascii=False) if options.json or piped else "\n".join(report.dates_in_lines(dates))
        )
    return 0


def _received(given: list[str]) -> Iterator[date]:
    if given != ["-"]:
        yield from [_day(text, "--received") for text in given]
        return
    for number, line in enumerate(sys.stdin.buffer, 1):
        if text := line.decode("utf-8", "replace").strip():
            yield _day(text, f"regel {number}")


def make_letter(options: argparse.Namespace) -> int:
    """The complaint letter of a dossier, as PDF or as HTML."""
    target = Path(options.output)
    if target.suffix.lower() not in (".pdf", ".html"):
        raise UsageError(f"-o: {target.name}: kies een naam die eindigt op .pdf of .html")
    dossier = _dossier(options.dossier, options.today)
    letter = documents.letter(dossier, procedures.procedure(dossier.procedure), options.today)
    copy = options.reading_copy
    page = documents.reading_copy(letter, copy) if copy else documents.html(letter)
    made = pdf(page) if target.suffix.lower() == ".pdf" else page.encode()
    try:
        target.write_bytes(made)
    except OSError as error:
        raise UsageError(f"-o: {target}: schrijven lukt niet ({error.strerror})") from None
    return 0


def list_documents(options: argparse.Namespace) -> int:
    """Which documents can be made of a dossier, and what each of them still misses."""
    dossier = _dossier(options.dossier, options.today)
    told = paper_files.listing if options.json else paper_files.listing_in_lines
    _print(told(dossier, procedures.procedure(dossier.procedure), options.today))
    return 0


def make_documents(options: argparse.Namespace) -> int:
    """The documents of a dossier as files in a folder; nothing is written unless all of them could be made."""
    dossier = _dossier(options.dossier, options.today)
    procedure = procedures.procedure(dossier.procedure)
    made = paper_files.files(dossier, procedure, options.today, options.format, options.only)
    if not made:
        raise UsageError("--format: er zijn nu geen datums om te verwachten. Kies een ander formaat")
    folder = Path(options.output)
    try:
        folder.mkdir(exist_ok=True)
        for name, content in made.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise UsageError(f"-o: {folder}: schrijven lukt niet ({error.strerror})") from None
    print("\n".join(made))
    return 0


def open_file(options: argparse.Namespace) -> int:
    """What a dossier's file holds: how much of what; its words only when asked."""
    raw = _read(options.file, PDF_BYTES)
    passphrase = getpass("wachtwoord: ") if dossier_file.is_locked(raw) else ""
    dossier = dossier_file.opened_any(raw, passphrase)
    if options.check:
        print("in orde")
    elif options.content:
        print(saved(dossier))
    else:
        print("\n".join(f"{name}: {value}" for name, value in dossier_file.summary(dossier).items()))
    return 0


def show_schema(_: argparse.Namespace) -> int:
    """The dossier's JSON schema."""
    print(json.dumps(Dossier.model_json_schema(), ensure_ascii=False, indent=2))
    return 0


def show_example(options: argparse.Namespace) -> int:
    """A complete dossier for a procedure; one without an example of its own borrows the statutory one's."""
    procedure = procedures.procedure(options.procedure)
    file = EXAMPLES / f"{procedure.id}.json"
    known = file if file.exists() else EXAMPLES / f"{procedures.STATUTORY}.json"
    print(saved(opened(known.read_bytes()).with_answer("procedure", procedure.id)))
    return 0


def _read(name: str, most: int) -> bytes:
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise UsageError(f"{name}: openen lukt niet ({error.strerror})") from None


def _dossier(name: str, today: date) -> Dossier:
    dossier = opened(_read(name, FILE_BYTES))
    procedures.procedure(dossier.procedure)
    if impossible := impossible_days(dossier, today):
        raise InvalidDossier(impossible)
    return dossier


def _day(text: str, place: str) -> date:
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        day = None
    if day is None:
        raise UsageError(str(Place(place, "geen geldige datum. Schrijf bijvoorbeeld 2026-04-02")))
    if not WKKGZ_SINCE <= day <= LAST_DAY:
        raise UsageError(str(Place(place, f"kies een datum van {WKKGZ_SINCE} tot en met {LAST_DAY}")))
    return day


def _today(text: str) -> date:
    return _day(text, "--today")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m wizard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, purpose: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=purpose, description=purpose)
        added.set_defaults(run=run)
        return added

    _about_dates(command)
    _about_dossiers(command)
    about_providers(command, _add_today)
    add_words(command)
    return parser


def _about_dates(command: _Command) -> None:
    listing = command("procedures", list_procedures, "list the procedures, or check their files")
    check = listing.add_subparsers(metavar="check").add_parser("check", help="a line a mistake; exit 1 on any")
    check.add_argument("files", nargs="*", metavar="FILE")
    check.set_defaults(run=check_procedures)

    steps = command("steps", show_steps, "the route through a procedure")
    steps.add_argument("--procedure", metavar="ID")
    steps.add_argument("dossier", nargs="?", metavar="DOSSIER.json")

    case = command("status", show_status, "where a case stands: step, terms, what is late, what may be done")
    case.add_argument("dossier", metavar="DOSSIER.json")

    dates = command("deadlines", show_deadlines, "the statutory dates from the day of receipt")
    dates.add_argument(
        "--received", action="append", required=True, metavar="DATE", help="or - for one a line on stdin"
    )
    dates.add_argument("--procedure", metavar="ID")
    dates.add_argument("--dispute-submitted", metavar="DATE", type=lambda text: _day(text, "--dispute-submitted"))

    for added in (steps, case, dates):
        added.add_argument("--json", action="store_true")
        _add_today(added)


def _about_dossiers(command: _Command) -> None:
    letter = command("letter", make_letter, "the complaint letter")
    letter.add_argument("dossier", metavar="DOSSIER.json")
    letter.add_argument("-o", "--output", required=True, metavar="FILE.pdf")
    letter.add_argument("--reading-copy", choices=texts.codes(), help="a copy to read, not to send")
    _add_today(letter)

    listing = command("documents", list_documents, "which documents can be made, and what each still misses")
    listing.add_argument("--json", action="store_true")
    making = command("make-documents", make_documents, "the documents that can be made, as files in a folder")
    making.add_argument("-o", "--output", required=True, metavar="DIR")
    making.add_argument("--only", default="", metavar="ID", help="one document, by its name in `documents`")
    making.add_argument("--format", type=paper_files.formats, default=["pdf"], metavar="pdf,docx,txt,ics,zip")
    for added in (listing, making):
        added.add_argument("dossier", metavar="DOSSIER.json")
        _add_today(added)

    taken_home = command("open", open_file, "what a file with answers holds: plain, locked or a copy of the letter")
    taken_home.add_argument("file", metavar="FILE")
    taken_home.add_argument("--check", action="store_true", help="only say whether it is in order")
    taken_home.add_argument("--content", action="store_true", help="print the answers too")

    add_coach(command)
    command("schema", show_schema, "the dossier's JSON schema")
    command("example", show_example, "a complete dossier").add_argument("--procedure", required=True, metavar="ID")


def _add_today(parser: argparse.ArgumentParser) -> None:
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    parser.add_argument("--today", type=_today, default=today, metavar="DATE")


if __name__ == "__main__":
    sys.exit(main())
