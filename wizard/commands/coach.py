"""The command `coach`: each line of a file is one text; out come its remarks."""

import json
from argparse import Namespace
from collections.abc import Iterator

from wizard.coach.remarks import Remark, remarks
from wizard.commands import given


def add_coach(command: given.Command) -> None:
    """Add it to the commands of `python -m wizard`."""
    coach = command("coach", show_remarks, "the remarks on each line of a file, or of stdin with -")
    coach.add_argument("file", metavar="FILE")
    coach.add_argument("--json", action="store_true", help="one JSON object a remark")


def show_remarks(options: Namespace) -> int:
    """The remarks on each line; with --json one object a line."""
    show = _as_json if options.json else _as_line
    for number, text in enumerate(_lines(options.file), 1):
        for one in remarks(text):
            print(show(number, text, one))
    return 0


def _as_json(number: int, _: str, one: Remark) -> str:
    told = {
        "line": number,
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
        "reason": one.reason,
        "mend": one.mend,
    }
    return json.dumps(told, ensure_ascii=False)


def _as_line(number: int, text: str, one: Remark) -> str:
    return f"{number}: {one.kind}: “{text[one.start : one.end]}”\n    {one.reason}\n    {one.mend}"


def _lines(name: str) -> Iterator[str]:
    with given.file(name) as file:
        for line in file:
            yield line.decode("utf-8", "replace").rstrip("\r\n")
