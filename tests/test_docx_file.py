"""The Word file: real styles, Dutch, the address in the window, blocks that stay whole, and nothing of who made it."""

import io
import logging
import time
import zipfile
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.given import PROCEDURES, changed, dossier, example, page
from tests.test_documents import HOSTILE
from wizard.errors import LetterFailed
from wizard.formats.docx_file import docx

MILLIMETRE = 36_000
# ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28: Word refuses a file that has these in another order.
ORDER = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd"),
        *("tabs", "bidi", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"),
    ),
    "rPr": ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "rtl", "cs", "lang"),
}


def opened(raw: bytes) -> WordDocument:
    return Document(io.BytesIO(raw))


def letter(name: str = "wkkgz") -> WordDocument:
    return opened(docx(page(example(name))))


def shown(body: str) -> WordDocument:
    return opened(docx(f"<!doctype html><html lang='nl'><head><title>T</title></head><body>{body}</body></html>"))


def styled(document: WordDocument, style: str) -> list[Paragraph]:
    return [paragraph for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == style]


def parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def has(paragraph: Paragraph, tag: str) -> bool:
    return bool(paragraph._p.xpath(f".//{tag}"))


# Real styles, and Dutch


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_headings_are_headings(name: str) -> None:
    levels = [int(found.style.name[-1]) for found in letter(name).paragraphs if found.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_lists_are_lists_and_each_numbered_one_starts_at_one() -> None:
    document = shown("<ol><li>Een</li><li>Twee</li></ol><ul><li>Punt</li></ul><ol><li>Een</li></ol>")
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in styled(document, "List Number")]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]
    assert [found.text for found in styled(document, "List Bullet")] == ["Punt"]
    numbering = document.part.numbering_part.element
    for number in numbers:
        assert numbering.num_having_numId(number).lvlOverride_lst[0].startOverride.val == 1


def test_a_table_repeats_its_heads_and_never_splits_a_row() -> None:
    (table,) = letter().tables
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [True, False, False]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    assert [cell.paragraphs[0].style.name for cell in table.rows[0].cells] == ["Tabelkop", "Tabelkop"]


def test_tables_that_touch_stay_two_and_text_comes_last() -> None:
    table = "<table><tbody><tr><td>A</td></tr></tbody></table>"
    document = shown(table + table)
    assert [type(block).__name__ for block in document.iter_inner_content()] == ["Table", "Paragraph"] * 2


@pytest.mark.parametrize("name", PROCEDURES)
def test_it_is_in_dutch_and_has_its_title(name: str) -> None:
    document = letter(name)
    assert document.core_properties.title in ("Klacht over zorg", "Verzoek om een gesprek over zorg")
    assert document.core_properties.language == "nl-NL"
    languages = document.styles.element.xpath(".//w:lang/@w:val")
    assert languages
    assert set(languages) == {"nl-NL"}


def test_the_pages_are_numbered_also_the_first() -> None:
    section = letter().sections[0]
    for footer in (section.footer, section.first_page_footer):
        assert not footer.is_linked_to_previous
        assert footer._element.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
        assert "".join(footer._element.xpath(".//w:t/text()")) == "Pagina 1 van 1"


# As on the PDF


def test_a_letter_has_the_margins_of_the_pdf() -> None:
    section = letter().sections[0]
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin)
    assert [round(size / MILLIMETRE) for size in sizes] == [210, 297, 35, 22, 15]


def test_a_sheet_has_the_same_margin_on_both_sides_and_no_marks_to_fold() -> None:
    section = shown("<h1>Blad</h1>").sections[0]
    assert round(section.left_margin / MILLIMETRE) == round(section.right_margin / MILLIMETRE) == 22
    assert section.first_page_header.is_linked_to_previous
    assert not letter().sections[0].first_page_header.is_linked_to_previous


@pytest.mark.parametrize("lines", [0, 1, 5])
def test_the_address_stands_in_the_window(lines: int) -> None:
    sender = "<p>" + "<br>".join(["Regel"] * lines) + "</p>" if lines else ""
    window = "<p class='window'>De Brug<br>Lindelaan 1</p><p class='dated'>Vandaag</p>"
    document = shown(f"<div class='sender'>{sender}</div>{window}")
    above, window, dated = document.paragraphs[:3]
    top = document.sections[0].top_margin + height(above)
    assert 47 < top / MILLIMETRE < 49
    assert 86 < (top + height(window)) / MILLIMETRE < 90
    assert dated.paragraph_format.space_before == 0


def height(paragraph: Paragraph) -> int:
    """The room that an address block takes, in EMU: its lines have an exact height."""
    lines = paragraph.text.count("\n") + 1
    return int(lines * paragraph.style.paragraph_format.line_spacing + paragraph.paragraph_format.space_after)


def test_a_heading_stays_with_its_text_and_a_closing_in_one_piece() -> None:
    document = letter()
    assert all(document.styles[f"Heading {level}"].paragraph_format.keep_with_next for level in (1, 2, 3))
    said = [paragraph.text for paragraph in document.paragraphs]
    end = said.index("A. Jansen", 1)
    block = document.paragraphs[end - 3 : end]
    assert all(paragraph.paragraph_format.keep_with_next for paragraph in block)
    assert document.paragraphs[end].style.name == "Signature"
    assert not document.paragraphs[end].paragraph_format.keep_with_next


def test_there_is_room_to_write_and_to_sign() -> None:
    heads = "<thead><tr><th scope='col'>A</th></tr></thead>"
    table = f"<table>{heads}<tbody><tr><td></td></tr></tbody></table>"
    document = shown(f"<p class='fill'>Naam:</p>{table}<div class='sign'><h2>Teken</h2>{table}</div>")
    assert [found.text for found in styled(document, "Invulregel")] == ["Naam:"]
    heights = [row.height and round(row.height / MILLIMETRE) for table in document.tables for row in table.rows]
    assert heights == [None, 15, None, 28]


def test_own_words_keep_their_lines_and_what_is_strong_is_bold() -> None:
    document = shown("<p class='own-words'>Een\ntwee</p><p>Met <strong>nadruk</strong></p>")
    assert [found.text for found in document.paragraphs] == ["Een\ntwee", "Met nadruk"]
    assert has(document.paragraphs[0], "w:br")
    assert [run.bold for run in document.paragraphs[1].runs] == [None, True]


def test_what_runs_from_right_to_left_does() -> None:
    document = shown("<p class='own-words' dir='rtl'>السلام 12</p><p>wie: محمد علي, arts</p>")
    own, mixed = document.paragraphs
    assert has(own, "w:bidi")
    assert [run.font.rtl for run in own.runs] == [True]
    assert not has(mixed, "w:bidi")
    assert [(run.text, run.font.rtl) for run in mixed.runs] == [
        ("wie: ", None),
        ("محمد علي", True),
        (", arts", None),
    ]


# The same every time, and opened by every program


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_same_letter_is_the_same_bytes(name: str) -> None:
    assert docx(page(example(name))) == docx(page(example(name)))


def test_nothing_tells_who_made_it_when_or_with_what() -> None:
    raw = docx(page(example("wkkgz")))
    properties = opened(raw).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created == properties.modified
    assert properties.created.year == 2016
    assert not {"docProps/app.xml", "docProps/thumbnail.jpeg"} & set(parts(raw))
    assert b"python" not in b"".join(parts(raw).values())


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_part_is_whole_and_in_the_order_that_word_asks(name: str) -> None:
    start = changed(example(name), points__0__what_happened="السلام عليكم\n\nIk, محمد, wachtte.")
    for file, content in parts(docx(page(start))).items():
        for element in etree.fromstring(content).iter(*(qn(f"w:{tag}") for tag in ORDER)):
            order = ORDER[etree.QName(element).localname]
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places), file


def test_nothing_in_it_comes_from_elsewhere() -> None:
    for file, content in parts(docx(page(example("wkkgz")))).items():
        assert b"TargetMode" not in content, file
        assert b"<w:hyperlink" not in content, file
        assert b"<!DOCTYPE" not in content, file


# Hostile text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    start = dossier(
        complainant={"capacity": "client"},
        provider={"name": text},
        sender={"name": text},
        points=[{"what_happened": f"{text}\n\nSlot.", "where": text}],
        events=[{"what": text}],
        annexes=[text],
    )
    document = opened(docx(page(start)))
    kept = start.points[0].what_happened.removesuffix("\n\nSlot.")
    assert kept in [paragraph.text for paragraph in document.paragraphs]
    assert "Slot." in [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("text", ["x" * 7_900, "<b>" * 2_600, "א ב " * 1_950, "x\n" * 118, "א" + " " * 7_000 + "b"])
def test_the_longest_letter_that_fits_the_caps_is_made_at_once(text: str) -> None:
    start = dossier(
        complainant={"capacity": "client"}, provider={"name": "De Brug"}, points=[{"what_happened": text}] * 4
    )
    started = time.perf_counter()
    docx(page(start))
    assert time.perf_counter() - started < 5


def test_what_goes_wrong_is_not_quoted(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(LetterFailed) as told:
        shown("<p>geheim\x01</p>")
    assert str(told.value) == "het Word-bestand kon niet worden gemaakt (ValueError)"
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
