"""The PDF: readable for everyone, the same every time, with our fonts and nothing from anywhere else."""

import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.given import PROCEDURES, ROOT, collapsed, dossier, example, page, text_of
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
# As print.css calls them, or as they call themselves: Pango takes an emoji that is joined by the latter.
OUR_FONTS = ("Atkinson", "Source", "Vazir", "Hebrew", "Pictures", "Noto-Emoji", "Noto-Sans-Hebrew", "Source-Sans-3,")
HEADINGS = ("H1", "H2", "H3")


@cache
def made(name: str) -> bytes:
    """The letter of an example, printed once."""
    return pdf(page(example(name)))


def opened(raw: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(raw))


def words_on_paper(raw: bytes) -> str:
    """What a viewer reads, page after page."""
    document = pypdfium2.PdfDocument(raw)
    try:
        return " ".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    finally:
        document.close()


def tree(node: Any) -> Iterator[Any]:
    """Every element of the tag tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tree(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from tree(node.K)


def tags(raw: bytes) -> list[str]:
    document = opened(raw)
    return [str(node.S)[1:] for node in tree(document.Root.StructTreeRoot)]


# For everyone


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_headings_are_a_table_of_contents(name: str) -> None:
    found = [tag for tag in tags(made(name)) if tag in HEADINGS]
    levels = [HEADINGS.index(tag) for tag in found]
    assert found[0] == "H1"
    assert found.count("H1") == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_text_is_under_a_tag_or_beside_the_letter(name: str) -> None:
    document = opened(made(name))
    for sheet in document.pages:
        marks: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(sheet):
            if str(operator) in ("BDC", "BMC"):
                marked = len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
                marks.append("tag" if marked else str(operands[0]))
            elif str(operator) == "EMC":
                marks.pop()
            elif str(operator) in ("Tj", "TJ", "'", '"'):
                assert {"tag", "/Artifact"} & set(marks)


def test_the_heads_of_a_table_say_that_they_are() -> None:
    document = opened(made("wkkgz"))
    heads = [node for node in tree(document.Root.StructTreeRoot) if str(node.S) == "/TH"]
    assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column"]


def test_a_list_is_a_list_and_a_table_a_table() -> None:
    found = tags(made("wkkgz"))
    assert {"L", "LI", "LBody", "Table", "TR", "TH", "TD"} <= set(found)


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_document_says_its_language_and_its_title(name: str) -> None:
    document = opened(made(name))
    assert str(document.Root.Lang) == "nl"
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert str(document.docinfo["/Title"]) in ("Klacht over zorg", "Verzoek om een gesprek over zorg")
    assert b'pdfuaid:part="1"' in document.Root.Metadata.read_bytes()


@pytest.mark.parametrize("name", PROCEDURES)
def test_what_is_on_paper_is_what_is_in_the_letter_in_that_order(name: str) -> None:
    on_paper = iter(collapsed(words_on_paper(made(name))).split())
    assert [word for word in text_of(page(example(name))).split() if word not in on_paper] == []


# The same every time, and nothing else in it


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_letter_has_as_many_pages_as_it_says(name: str) -> None:
    document = opened(made(name))
    assert len(document.pages) == PAGES[name]
    assert f"Pagina {PAGES[name]} van {PAGES[name]}" in words_on_paper(made(name))


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_same_letter_is_the_same_bytes(name: str) -> None:
    assert pdf(page(example(name))) == made(name)


@pytest.mark.parametrize("name", PROCEDURES)
def test_only_our_fonts_are_in_it_and_they_are_in_it_whole(name: str) -> None:
    assert_our_fonts(made(name))


def assert_our_fonts(raw: bytes) -> None:
    document = opened(raw)
    parts = [part for part in document.objects if isinstance(part, pikepdf.Dictionary)]
    found = [part for part in parts if part.get("/Type") == pikepdf.Name.FontDescriptor]
    assert found
    for font in found:
        assert str(font.FontName).split("+")[-1].removesuffix("-Bold") in OUR_FONTS
        assert {"/FontFile2", "/FontFile3"} & set(font.keys())


@pytest.mark.parametrize("name", PROCEDURES)
def test_nothing_can_be_opened_run_or_clicked(name: str) -> None:
    document = opened(made(name))
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names", "/AF"} & set(document.Root.keys())
    assert not document.attachments
    for part in document.objects:
        if isinstance(part, pikepdf.Dictionary):
            assert not {"/JS", "/JavaScript", "/URI", "/EF", "/Launch"} & set(part.keys())


@pytest.mark.parametrize("name", PROCEDURES)
def test_nothing_tells_who_made_it_or_when(name: str) -> None:
    document = opened(made(name))
    assert set(document.docinfo.keys()) <= {"/Title", "/Producer"}


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
