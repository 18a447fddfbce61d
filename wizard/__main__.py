"""The same road from the command line: `python -m wizard --help`."""

import argparse
import io
import os
import sys
from datetime import date, datetime
from typing import NoReturn
from zoneinfo import ZoneInfo

from wizard.commands import given
from wizard.commands.cases import add_cases
from wizard.commands.coach import add_coach
from wizard.commands.dossiers import add_dossiers
from wizard.commands.providers import add_providers
from wizard.commands.words import add_words
from wizard.errors import KlachtwijzerError, UsageError


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (--help)")


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0, or 1 when a check found a mistake, or 2 on bad input."""
    try:
        options = _parser().parse_args(arguments)
        result: int = options.run(options)
    except KlachtwijzerError as error:
        print(str(error), file=sys.stderr)
        return 2
    return result


def run() -> int:
    """`main` in a terminal: always UTF-8, no traceback when the output breaks off, and Ctrl-C just stops."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = 130
    except BrokenPipeError:
        status = 0
    except OSError as error:
        print(f"uitvoer: schrijven lukt niet ({error.strerror})", file=sys.stderr)
        status = 2
    else:
        return status
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what was not written is not tried again at exit
    return status


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m wizard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, purpose: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=purpose, description=purpose)
        added.set_defaults(run=run)
        return added

    add_cases(command, _add_today)
    add_dossiers(command, _add_today)
    add_coach(command)
    add_providers(command, _add_today)
    add_words(command)
    return parser


def _add_today(parser: argparse.ArgumentParser) -> None:
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    parser.add_argument("--today", type=_today, default=today, metavar="DATE")


def _today(text: str) -> date:
    return given.day(text, "--today")


if __name__ == "__main__":
    sys.exit(run())
