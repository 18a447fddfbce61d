"""The same letter by docxtpl and a LibreOffice that is already running: measured where both are there."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from tests.bench.figures import Figure, ratio
from tests.bench.servers import free_port

WHAT = "letter, beside docxtpl and a warm LibreOffice"
GOAL = 0.70
CONVERTER = Path(__file__).with_name("office_client.py")


def figures(ours: Callable[[], object], html: str, rounds: int) -> Iterator[Figure]:
    """Our letter beside the same one by way of LibreOffice, both tagged as PDF/UA, in interleaved rounds."""
    if missing := _missing():
        yield Figure(WHAT, None, GOAL, remark=f"{missing} is missing")
        return
    with tempfile.TemporaryDirectory() as folder, _converter(Path(folder)) as convert:
        theirs = _letter(html, Path(folder), convert)
        theirs()
        pairs = [(_timed(ours), _timed(theirs)) for _ in range(rounds)]
    yield Figure(WHAT, ratio([a for a, _ in pairs], [b for _, b in pairs]), GOAL)


def _missing() -> str:
    if not shutil.which("soffice"):
        return "LibreOffice"
    if not find_spec("docxtpl"):
        return "docxtpl"
    return "" if _python() else "a Python with uno"


def _python() -> str:
    """A Python that can speak to LibreOffice; ours cannot, because that module comes with LibreOffice."""
    for name in (sys.executable, "/usr/bin/python3", "/usr/lib/libreoffice/program/python"):
        if Path(name).exists() and subprocess.run([name, "-c", "import uno"], capture_output=True).returncode == 0:
            return name
    return ""


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _letter(html: str, folder: Path, convert: Callable[[Path], None]) -> Callable[[], bytes]:
    """The other way: fill in a .docx with the words of our letter, and have it converted."""
    from docxtpl import DocxTemplate

    template, filled = folder / "template.docx", folder / "letter.docx"
    _write_template(template)
    blocks = _blocks(html)

    def make() -> bytes:
        document = DocxTemplate(template)
        document.render(blocks, autoescape=True)
        document.save(filled)
        convert(filled)
        return filled.with_suffix(".pdf").read_bytes()

    return make


def _blocks(page: str) -> dict[str, list[str]]:
    """The words of our letter, per kind of block, so that both letters say the same."""
    found: dict[str, list[str]] = {"headings": [], "paragraphs": [], "cells": []}
    kinds = {"h": "headings", "p": "paragraphs", "l": "paragraphs", "t": "cells"}
    for tag, inside in re.findall(r"<(h\d|p|li|td|th)\b[^>]*>(.*?)</\1>", page, re.DOTALL):
        found[kinds[tag[0]]].append(" ".join(unescape(re.sub(r"<[^>]+>", " ", inside)).split()))
    return found


def _write_template(file: Path) -> None:
    """Headings, paragraphs, a table and a running foot, as in our letter."""
    from docx import Document

    document = Document()
    for kind, style in (("headings", "Heading 1"), ("paragraphs", "Normal")):
        document.add_paragraph(f"{{%p for text in {kind} %}}")
        document.add_paragraph("{{ text }}", style)
        document.add_paragraph("{%p endfor %}")
    table = document.add_table(rows=3, cols=2)
    table.rows[0].cells[0].text = "{%tr for when, what in cells | batch(2) %}"
    for cell, text in zip(table.rows[1].cells, ("{{ when }}", "{{ what }}"), strict=True):
        cell.text = text
    table.rows[2].cells[0].text = "{%tr endfor %}"
    document.sections[0].footer.paragraphs[0].text = "Klachtbrief"
    document.save(file)


@contextmanager
def _converter(folder: Path) -> Iterator[Callable[[Path], None]]:
    """LibreOffice, running and warm; what is given out turns a .docx into a PDF beside it."""
    port = free_port()
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", accept, home],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    client = subprocess.Popen(
        [_python(), str(CONVERTER), str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def convert(file: Path) -> None:
        assert client.stdin is not None
        assert client.stdout is not None
        client.stdin.write(f"{file}\n")
        client.stdin.flush()
        if client.stdout.readline().strip() != "done":
            raise RuntimeError("LibreOffice did not convert the letter")

    try:
        yield convert
    finally:
        client.communicate("\n", timeout=60)  # an empty line ends both
        office.wait(60)
