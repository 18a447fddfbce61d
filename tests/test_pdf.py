"""The PDF of the letter: its pages, hostile text, silence, and what happens without Pango.

That everyone can read it, and that nothing else is in it, is tested for every document in test_readable_by_all.py.
"""

import logging
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest

from tests.given import PROCEDURES, ROOT, collapsed, dossier, example, page
from tests.reading import assert_our_fonts, opened, words_on_paper
from tests.test_documents import HOSTILE
from wizard.errors import LetterFailed
from wizard.pdf import pdf

PAGES = {
    "burgercoaching": 2,
    "complementaire-zorg": 2,
    "klachtenhulp": 2,
    "klachtenloket-zorg": 2,
    "quasir": 2,
    "wkkgz": 2,
}


@cache
def made(name: str) -> bytes:
    """The letter of an example, printed once."""
    return pdf(page(example(name)))


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_letter_has_as_many_pages_as_it_says(name: str) -> None:
    document = opened(made(name))
    assert len(document.pages) == PAGES[name]
    assert f"Pagina {PAGES[name]} van {PAGES[name]}" in words_on_paper(made(name))


@pytest.mark.parametrize("end", ["", " ", "\n\n  "], ids=["none", "a space", "lines"])
def test_a_line_that_just_fits_is_not_broken(end: str) -> None:
    line = "Ik ben niet tevreden over de zorg die ik van u kreeg. Ik wil daar graag eerst met u over praten."
    letter = f"<article class='letter'><p class='window'>De Brug</p><p>{line}{end}</p></article>"
    assert line in words_on_paper(pdf(f"<!doctype html><html lang='nl'><title>Proef</title>{letter}"))


def test_a_name_in_another_script_is_on_paper() -> None:
    assert "Ş. Yıldız" in collapsed(words_on_paper(made("klachtenloket-zorg")))


# Hostile text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_in_our_fonts(text: str) -> None:
    start = dossier(
        complainant={"capacity": "client"},
        provider={"name": text},
        sender={"name": text},
        points=[{"what_happened": f"{text}\n\nSlot.", "where": text}],
    )
    raw = pdf(page(start))
    assert "Slot." in words_on_paper(raw)
    assert_our_fonts(raw)


@pytest.mark.parametrize("text", ["x" * 7_900, "<b>" * 2_600, "a" + "\u0301" * 7_000, "x\n" * 118], ids=len)
def test_the_longest_letter_that_fits_the_caps_is_printed_before_anybody_walks_away(text: str) -> None:
    start = dossier(
        complainant={"capacity": "client"}, provider={"name": "De Brug"}, points=[{"what_happened": text}] * 4
    )
    started = time.perf_counter()
    assert pdf(page(start)).startswith(b"%PDF")
    assert time.perf_counter() - started < 30


# Silence


def test_nothing_is_logged_or_printed(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(LetterFailed) as told:
        pdf("<title>geheim</title><style>p {geheim: diagnose}</style><img src='file:///geheim'><p>geheim")
    pdf("<title>x</title><p style='geheim: diagnose; color: geheim'>geheim</p><geheim>")
    assert str(told.value) == "de PDF kon niet worden gemaakt (FatalURLFetchingError)"
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert [record.name for record in caplog.records] == []
    assert capfd.readouterr() == ("", "")


# Without Pango

WITHOUT_PANGO = """
import sys

class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")

sys.meta_path.insert(0, Gone())
from wizard.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def without_pango(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT_PANGO, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_without_pango_there_is_one_clear_line_and_no_traceback(tmp_path: Path) -> None:
    ended = without_pango("letter", str(ROOT / "wizard/data/examples/quasir.json"), "-o", str(tmp_path / "brief.pdf"))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("PDF's maken lukt niet op deze computer: Pango ontbreekt. Installeer het")
    assert ended.stderr.count("\n") == 1
    assert not (tmp_path / "brief.pdf").exists()


def test_without_pango_everything_else_works(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    example_file = str(ROOT / "wizard/data/examples/quasir.json")
    assert without_pango("letter", example_file, "-o", str(target)).returncode == 0
    assert "<h1" in target.read_text("utf-8")
    assert without_pango("deadlines", "--received", "2026-04-02").returncode == 0
