"""What a command is given and what it leaves: files, dossiers and days to read, lines to print, files to write."""

import json
import re
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from wizard import procedures
from wizard.checks import WKKGZ_SINCE, impossible_days
from wizard.dossier import Dossier
from wizard.dossier_file import opened
from wizard.errors import InvalidDossier, Place, UsageError
from wizard.hygiene import FILE_BYTES

Command = Callable[[str, object, str], ArgumentParser]
AddToday = Callable[[ArgumentParser], None]
LAST_DAY = date(2199, 12, 31)
ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@contextmanager
def file(name: str) -> Iterator[BinaryIO]:
    """The file of that name, or standard input for -. Raises UsageError where it cannot be read."""
    if name == "-" and sys.stdin is None:
        raise UsageError("-: er is geen invoer om te lezen. Noem een bestand")
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as found:
            yield found
    except OSError as error:
        raise UsageError(f"{_shown(name)}: openen lukt niet ({error.strerror})") from None
    except ValueError:
        raise UsageError(f"{_shown(name)}: dit is geen naam van een bestand") from None


def content(name: str, most: int) -> bytes:
    """What is in a file: one byte more than `most` where it is too large. Raises UsageError."""
    with file(name) as found:
        return found.read(most + 1)


def dossier(name: str, today: date) -> Dossier:
    """The dossier in a file. Raises UsageError, InvalidDossier and UnknownProcedure."""
    found = opened(content(name, FILE_BYTES))
    procedures.procedure(found.procedure)
    if impossible := impossible_days(found, today):
        raise InvalidDossier(impossible)
    return found


def day(text: str, place: str) -> date:
    """The day in a text that stands at that place, since the Act. Raises UsageError."""
    try:
        found = date.fromisoformat(text) if ISO.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        raise UsageError(str(Place(place, "geen geldige datum. Schrijf bijvoorbeeld 2026-04-02")))
    if not WKKGZ_SINCE <= found <= LAST_DAY:
        raise UsageError(str(Place(place, f"kies een datum van {WKKGZ_SINCE} tot en met {LAST_DAY}")))
    return found


def show(told: dict[str, Any] | Iterable[str]) -> None:
    """Print plain data as JSON, or lines as they are."""
    print(json.dumps(told, ensure_ascii=False, indent=2) if isinstance(told, dict) else "\n".join(told))


def show_checked(mistakes: Iterable[str], files: int) -> int:
    """Print each mistake once, or that so many files are in order. Returns the exit status."""
    lines = list(dict.fromkeys(mistakes))
    print("\n".join(lines) or f"{files} in orde")
    return 1 if lines else 0


def target(name: str, *endings: str) -> Path:
    """The file to write to. Raises UsageError where its name has another ending than these."""
    found = Path(name)
    if found.suffix.lower() not in endings:
        raise UsageError(f"-o: {found.name}: kies een naam die eindigt op {' of '.join(endings)}")
    return found


def write(files: Mapping[Path, bytes], folder: Path | None = None) -> None:
    """Write files, in a folder that is made where it is not there yet. Raises UsageError: which one, and why not."""
    at = folder
    try:
        if folder:
            folder.mkdir(exist_ok=True)
        for at, made in files.items():
            _write(at, made)
    except OSError as error:
        raise UsageError(f"-o: {_shown(str(at))}: schrijven lukt niet ({error.strerror})") from None


def _write(at: Path, made: bytes) -> None:
    """Whole or not at all: on a full disk what stood there stays."""
    if at.exists() and not at.is_file():
        at.write_bytes(made)
        return
    whole = at.resolve()
    part = whole.with_name(f".{whole.name}.part")
    try:
        part.write_bytes(made)
        part.replace(whole)
    finally:
        part.unlink(missing_ok=True)


def _shown(name: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in name)


def write_in(folder: str, files: Mapping[str, bytes]) -> None:
    """Write files in a folder, which is made where it is not there yet, and print their names. Raises UsageError."""
    write({Path(folder, name): made for name, made in files.items()}, Path(folder))
    print("\n".join(files))
