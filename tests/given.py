"""What tests start from: tables, dossiers, examples, the command line, and the text in a page of HTML."""

import io
import json
import re
import tomllib
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from wizard import __main__ as command_line
from wizard import documents, procedures
from wizard.dossier import Dossier
from wizard.dossier_file import opened
from wizard.letter import Letter

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases"
EXAMPLES = ROOT / "wizard" / "data" / "examples"
PROCEDURES = ("burgercoaching", "complementaire-zorg", "klachtenhulp", "klachtenloket-zorg", "quasir", "wkkgz")
TODAY = date(2026, 7, 1)


@cache
def table(name: str) -> dict[str, Any]:
    """A table of cases from cases/."""
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


def named(row: dict[str, Any]) -> str:
    """A row's sentence, as the name of its test."""
    return str(row["name"])


def dossier(**answers: Any) -> Dossier:
    """A dossier with these answers, given as in its file."""
    return opened(json.dumps(answers, default=date.isoformat))


def example(name: str) -> Dossier:
    """The example dossier of a procedure."""
    return opened((EXAMPLES / f"{name}.json").read_bytes())


def changed(start: Dossier, **answers: Any) -> Dossier:
    """The same dossier with answers changed; a double underscore is a dot: letter__formality."""
    for path, value in answers.items():
        start = start.with_answer(path.replace("__", "."), value)
    return start


def letter(start: Dossier, today: date = TODAY) -> Letter:
    """The letter of a dossier in its procedure."""
    return documents.letter(start, procedures.procedure(start.procedure), today)


def page(start: Dossier, today: date = TODAY) -> str:
    """That letter as a page of HTML."""
    return documents.html(letter(start, today))


class Ended(NamedTuple):
    """How a command ended: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def command(*arguments: str, piped: bytes = b"") -> Ended:
    """Run one command of `python -m wizard` in this process; a traceback becomes the test's own."""
    out, err, stdin = io.StringIO(), io.StringIO(), io.TextIOWrapper(io.BytesIO(piped), "utf-8")
    with redirect_stdout(out), redirect_stderr(err), patch("sys.stdin", stdin):
        try:
            code = command_line.main(list(arguments))
        except SystemExit as end:
            code = int(end.code or 0)
    return Ended(code, out.getvalue(), err.getvalue())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.in_head = self.in_head or tag == "head"
        self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.in_head = self.in_head and tag != "head"
        self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append("" if self.in_head else data)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def collapsed(text: str) -> str:
    """The text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def text_of(html: str) -> str:
    """The words of a page's body, with every run of white space as one space."""
    return collapsed("".join(_read(html).words))


def tags_of(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every start tag of a page with its attributes, in order."""
    return _read(html).tags
