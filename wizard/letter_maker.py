"""A small pool of warm child processes that print letters, so that one letter never holds up other people's steps.

A thread cannot be stopped and a process can: a job that takes too long or too much is killed, its child is replaced,
and only that job ends in LetterFailed. The children get the page over a pipe and keep nothing of it.
"""

import atexit
import json
import logging
import os
import queue
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from wizard import documents, procedures
from wizard.dossier_file import opened
from wizard.errors import KlachtwijzerError, LetterFailed, LetterMakerUnavailable

EXAMPLE = Path(__file__).parent / "data" / "examples" / "wkkgz.json"
EXAMPLE_DAY = date(2026, 7, 1)
CHILD = Path(__file__).with_name("letter_child.py")
log = logging.getLogger("klachtwijzer")

SIZE = 2
SECONDS = 20.0
WAIT = 40.0

LENGTH = struct.Struct(">BI")
DONE, FAILED, UNAVAILABLE = range(3)

NO_CHILD = "Het maken van de brief lukt nu niet: de computer heeft geen plaats. Uw antwoorden zijn er nog."
BUSY = "Het is nu erg druk. Wacht een minuut en probeer het dan opnieuw. Uw antwoorden zijn er nog."
STOPPED = "Het maken van de brief duurde te lang en is gestopt. Uw antwoorden zijn er nog. Maak de tekst korter."


class _Child:
    """One warm process with a folder of its own for the fonts that WeasyPrint unpacks."""

    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp(prefix="klachtwijzer-")
        self.process = subprocess.Popen(  # noqa: S603 - our own program, and no argument from outside
            [sys.executable, "-I", str(CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library may quote the letter there
            env={"PATH": os.environ.get("PATH", ""), "TMPDIR": self.folder},
        )

    def work(self, job: bytes, seconds: float) -> bytes:
        """Do one job. Raises LetterFailed when the child fails or does not finish in time."""
        limit = threading.Timer(seconds, self.process.kill)
        limit.start()
        try:
            return self._exchange(job)
        except (OSError, struct.error):
            raise LetterFailed(STOPPED) from None
        finally:
            limit.cancel()

    def _exchange(self, job: bytes) -> bytes:
        assert self.process.stdin is not None  # noqa: S101 - both were asked for
        assert self.process.stdout is not None  # noqa: S101
        self.process.stdin.write(LENGTH.pack(DONE, len(job)) + job)
        self.process.stdin.flush()
        status, length = LENGTH.unpack(self.process.stdout.read(LENGTH.size))
        made = self.process.stdout.read(length)
        if status == UNAVAILABLE:
            raise LetterMakerUnavailable(made.decode())
        if status == FAILED or len(made) < length:
            raise LetterFailed(made.decode(errors="replace") if status == FAILED else STOPPED)
        return made

    def end(self) -> None:
        """Stop the process and remove its folder."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class LetterMaker:
    """The pool. `pdf` may be called from any thread."""

    def __init__(self, size: int = SIZE, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._idle: queue.Queue[_Child] = queue.Queue()
        self._all: set[_Child] = set()
        for _ in range(size):
            self._hire()

    def pdf(self, html: str, answers: str = "") -> bytes:
        """The page as PDF/UA-1, with `answers` as an attachment if there are any.

        Raises LetterMakerUnavailable or LetterFailed; nothing of the page is in their text.
        """
        child = self._take()
        try:
            made = child.work(json.dumps([html, answers]).encode(), self.seconds)
        except LetterMakerUnavailable:
            self._idle.put(child)
            raise
        except BaseException:
            self._replace(child)
            raise
        self._idle.put(child)
        return made

    def close(self) -> None:
        """End all children."""
        while self._all:
            self._all.pop().end()

    def _take(self) -> _Child:
        if not self._all:
            self._hire()
        if not self._all:
            raise LetterFailed(NO_CHILD)
        try:
            while (child := self._idle.get(timeout=WAIT)).process.poll() is not None:
                self._replace(child)  # it died while it waited
        except queue.Empty:
            raise LetterFailed(BUSY) from None
        return child

    def _hire(self) -> None:
        """Add a child. Where the machine has no room for one, the log says so and the next letter tries again."""
        try:
            child = _Child()
        except OSError as error:
            log.error("geen briefmaker: %s", error.strerror)
            return
        self._all.add(child)
        self._idle.put(child)

    def _replace(self, child: _Child) -> None:
        self._all.discard(child)
        child.end()
        self._hire()


@cache
def letter_maker() -> LetterMaker:
    """The one pool of this process, warm from its first call on."""
    maker = LetterMaker()
    atexit.register(maker.close)
    _fill_in_one()
    return maker


def _fill_in_one() -> None:
    """Fill in an example, so that nobody's first letter waits for the template and the data to be read."""
    with suppress(KlachtwijzerError):
        example = opened(EXAMPLE.read_bytes())
        documents.html(documents.letter(example, procedures.procedure(example.procedure), EXAMPLE_DAY))
