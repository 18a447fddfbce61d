"""The commands about procedures and cases: which there are, the route, where a case stands, the dates."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wizard import own_data, procedures
from wizard.commands import given, report
from wizard.dossier import Dossier
from wizard.errors import InvalidData, UsageError
from wizard.route import route


def add_cases(command: given.Command, add_today: given.AddToday) -> None:
    """Add these commands to those of `python -m wizard`."""
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
    dates.add_argument("--dispute-submitted", metavar="DATE", type=lambda text: given.day(text, "--dispute-submitted"))

    for added in (steps, case, dates):
        added.add_argument("--json", action="store_true")
        add_today(added)


def list_procedures(_: Namespace) -> int:
    """One line a procedure: id, name, and for whom."""
    for name, procedure in procedures.procedures().items():
        print(f"{name}\t{procedure.name}\t{procedure.for_whom}")
    for error in procedures.broken():
        print(f"overgeslagen: {error}", file=sys.stderr)
    return 0


def check_procedures(options: Namespace) -> int:
    """A line a mistake: file, key, mend; in the law, the languages and our other files too. Without files: ours."""
    files = [Path(name) for name in options.files] or sorted(procedures.FOLDER.glob("*.toml"))
    others = [line for error in own_data.broken(phrases=True) for line in str(error).splitlines()]
    return given.show_checked([*others, *_mistakes(files)], len(files))


def _mistakes(files: list[Path]) -> Iterator[str]:
    for file in files:
        try:
            procedures.load(file)
        except InvalidData as error:
            yield from str(error).splitlines()


def show_steps(options: Namespace) -> int:
    """The route of a dossier in a procedure."""
    dossier = given.dossier(options.dossier, options.today) if options.dossier else Dossier()
    procedure = procedures.procedure(options.procedure or dossier.procedure)
    found = route(dossier, procedure, options.today)
    given.show(report.steps(procedure, found) if options.json else report.steps_in_lines(found))
    return 0


def show_status(options: Namespace) -> int:
    """Where the case of a dossier stands: the step, what to expect, what is late, and what can be done."""
    dossier = given.dossier(options.dossier, options.today)
    told = report.case if options.json else report.case_in_lines
    given.show(told(dossier, procedures.procedure(dossier.procedure), options.today))
    return 0


def show_deadlines(options: Namespace) -> int:
    """The statutory dates for each day of receipt; JSON: one object a line."""
    procedure = procedures.procedure(options.procedure) if options.procedure else None
    for received in _received(options.received):
        dates = report.dates(received, procedure, options.dispute_submitted)
        piped = options.received == ["-"]
        lines = [json.dumps(dates, ensure_ascii=False)] if options.json or piped else report.dates_in_lines(dates)
        print("\n".join(lines), flush=piped)  # who feeds one day at a time reads the answer before the next
    return 0


def _received(named: list[str]) -> Iterator[date]:
    if named != ["-"]:
        if "-" in named:
            raise UsageError("--received: - gaat niet samen met andere datums")
        places = [f"--received (nummer {number})" for number in range(1, len(named) + 1)]
        yield from list(map(given.day, named, places if len(named) > 1 else ["--received"]))
        return
    with given.file("-") as lines:
        for number, line in enumerate(lines, 1):
            if text := line.decode("utf-8", "replace").strip("\ufeff \t\r\n"):
                yield given.day(text, f"regel {number}")
