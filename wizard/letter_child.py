"""The program of a child in the letter maker's pool: pages in on standard input, PDFs out on standard output."""

import json
import struct
import sys
from contextlib import suppress
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run with -I, which leaves the path bare

from wizard.errors import LetterFailed, LetterMakerUnavailable
from wizard.letter_maker import DONE, FAILED, LENGTH, UNAVAILABLE
from wizard.pdf import pdf

MEMORY = 1_500_000_000
OPEN_FILES = 64
WARM_UP = "<!doctype html><html lang='nl'><title>-</title><h1>Klacht</h1><p>1</p>"


def serve() -> None:
    """Print pages until standard input ends."""
    with suppress(LetterFailed, LetterMakerUnavailable):
        pdf(WARM_UP)
    _limit()
    while head := sys.stdin.buffer.read(LENGTH.size):
        try:
            _, length = LENGTH.unpack(head)
        except struct.error:
            return
        _answer(*_made(*json.loads(sys.stdin.buffer.read(length))))


def _made(page: str, answers: str) -> tuple[int, bytes]:
    try:
        return DONE, pdf(page, answers)
    except LetterMakerUnavailable as error:
        return UNAVAILABLE, str(error).encode()
    except LetterFailed as error:
        return FAILED, str(error).encode()


def _answer(status: int, made: bytes) -> None:
    sys.stdout.buffer.write(LENGTH.pack(status, len(made)) + made)
    sys.stdout.buffer.flush()


def _limit() -> None:
    """From here on: no new files on disk, few open ones, and an end to memory. Not on Windows, which lacks this."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, OPEN_FILES), (resource.RLIMIT_AS, MEMORY)):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    serve()
