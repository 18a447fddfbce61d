"""The same page for Word and LibreOffice, to change and to print: real headings, lists and tables, and Dutch.

How it looks is in templates/word/, an unpacked Word file without text; here the words are put in.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from functools import cache
from math import ceil

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.parser import OxmlElement
from docx.shared import Mm
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph

from wizard.documents import TEMPLATES
from wizard.errors import LetterFailed
from wizard.formats.bundle import bundle
from wizard.formats.page_reader import Block, Cell, Group, Listing, Page, Paragraph, Run, Table, read

WORD = TEMPLATES / "word"
TEXT = "Normal"
STYLES = {
    "h1": "Heading 1",
    "h2": "Heading 2",
    "h3": "Heading 3",
    "caption": "Caption",
    "sender": "Afzender",
    "window": "Adres in het venster",
    "dated": "Date",
    "facts": "Feiten",
    "lead": "Feiten",
    "own-words": "Eigen woorden",
    "fill": "Invulregel",
    "note": "Toelichting",
    "signature": "Signature",
}
BULLET, NUMBER, CONTINUED = "List Bullet", "List Number", "List Continue"
CELL, CELL_HEADING, LINES = "Tabeltekst", "Tabelkop", "Tabel met lijnen"
NUMBERED = 2  # in numbering.xml

# Millimetres, as in print.css. Of the address blocks: how high each is, one line of it, and the characters on a line.
ADDRESSES = {"sender": (33.0, 4.586, 80), "window": (40.0, 4.621, 40)}
BELOW = {"dated": 5.0, "h1": 4.0, "h2": 1.5, "h3": 1.0, "lead": 0.0}
ABOVE = {"h2": 5.0, "h3": 3.0}
ABOVE_LIST = ABOVE_TABLE = 1.5
ABOVE_CLOSING = 6.0
ABOVE_LABEL = 3.0
BETWEEN = 2.5
ROOM_TO_WRITE, ROOM_TO_SIGN = 15.4, 28.4
TEXT_WIDTH, SHEET_WIDTH = 153.0, 166.0
FIRST_COLUMN = 40.0

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(rf"([{_RTL}]++(?:[\s\d.,:;/-]++[{_RTL}]++)*+)")


def docx(html: str) -> bytes:
    """The page as a Word document, the same bytes for the same page. Raises LetterFailed, which quotes nothing."""
    page = read(html)
    try:
        return _written(page)
    except Exception as error:  # noqa: BLE001 - whatever it was, it may quote the letter
        raise LetterFailed(f"het Word-bestand kon niet worden gemaakt ({type(error).__name__})") from None


def _written(page: Page) -> bytes:
    document = Document(io.BytesIO(_template()))
    document.core_properties.title = page.title
    writer = _Writer(document)
    if not any(isinstance(block, Paragraph) and block.kind == "window" for block in page.blocks):
        writer.make_sheet()
    writer.write(page.blocks)
    writer.keep_apart()
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as archive:  # packed anew, because python-docx leaves the moment of making in it
        return bundle({name: archive.read(name) for name in archive.namelist()})


@cache
def _template() -> bytes:
    files = (file for file in WORD.rglob("*") if file.is_file())
    return bundle({file.relative_to(WORD).as_posix(): file.read_bytes() for file in files})


class _Writer:
    """Puts blocks in a document, one under the other, with the room between them that they have on paper."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self.written: list[WordParagraph] = []
        self.below: float | None = None
        self.room = ROOM_TO_WRITE
        self.width = TEXT_WIDTH

    def make_sheet(self) -> None:
        """Give the page the margins of a sheet, which goes into no envelope; the template has those of a letter."""
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin, section.bottom_margin, section.header_distance = Mm(16), Mm(20), Mm(13)
        section.first_page_header.is_linked_to_previous = True  # without the marks where a letter is folded
        self.width = SHEET_WIDTH

    def write(self, blocks: Iterable[Block]) -> None:
        """Put the blocks in; the one before leaves in `below` how far the next is to stay away, if it minds."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._text(block)
            elif isinstance(block, Listing):
                self._listing(block)
            elif isinstance(block, Table):
                self._table(block)
            elif block.kind == "sender":
                self._text(_sender(block))
            else:
                self._together(block)

    def _text(self, block: Paragraph) -> None:
        made = self._add(block, STYLES.get(block.kind, TEXT))
        if self.below is not None:
            label = ABOVE_LABEL if block.kind == "fill" else 0.0
            made.paragraph_format.space_before = Mm(max(self.below, ABOVE.get(block.kind, 0.0)) + label)
        self.below = BELOW.get(block.kind)
        if block.kind in ADDRESSES:
            height, line, characters = ADDRESSES[block.kind]
            lines = sum(max(1, ceil(len(part) / characters)) for part in block.text.split("\n"))
            made.paragraph_format.space_after = Mm(max(0.0, height - lines * line))
            self.below = 0.0

    def _together(self, group: Group) -> None:
        """Write blocks that stay on one page; a closing also stays with the paragraph before it."""
        first = len(self.written) - (group.kind == "closing")
        if group.kind == "closing":
            self.below = ABOVE_CLOSING
        self.room = ROOM_TO_SIGN if group.kind == "sign" else ROOM_TO_WRITE
        self.write(group.blocks)
        self.room = ROOM_TO_WRITE
        for paragraph in self.written[max(0, first) : -1]:
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.keep_together = True

    def _listing(self, listing: Listing) -> None:
        numbering = self._numbering() if listing.numbered else None
        above = self.below
        for item in listing.items:
            for place, paragraph in enumerate(item):
                first = NUMBER if listing.numbered else BULLET
                made = self._add(paragraph, CONTINUED if place else first)
                if numbering is not None and not place:
                    made._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering
                if item is listing.items[0] and not place:
                    made.paragraph_format.space_before = Mm(ABOVE_LIST if above is None else above)
        self.below = None

    def _numbering(self) -> int:
        """A numbering that starts at 1, whatever lists came before."""
        number = self.document.part.numbering_part.element.add_num(NUMBERED)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def _table(self, block: Table) -> None:
        if block.caption:
            self._text(block.caption)
        self.keep_apart()
        if self.written:
            self.written[-1].paragraph_format.space_after = Mm(ABOVE_TABLE if self.below is None else self.below)
        widths = _widths(block, self.width)
        made = self.document.add_table(0, len(widths), LINES)
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        for number, row in enumerate(block.rows):
            self._row(made.add_row(), row, widths, heads=number < block.heads)
        self.below = None

    def keep_apart(self) -> None:
        """Put an empty line after a table that was last: Word joins tables that touch, and wants text at the end."""
        blocks = self.document.element.body.inner_content_elements
        if blocks and not blocks[-1].tag.endswith("}p"):
            self._add(Paragraph(()), CELL)

    def _row(self, made: WordRow, row: tuple[Cell, ...], widths: list[float], heads: bool) -> None:
        properties = made._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if heads:
            properties.append(OxmlElement("w:tblHeader"))
        if not all(cell.paragraphs for cell in row):
            made.height, made.height_rule = Mm(self.room), WD_ROW_HEIGHT_RULE.AT_LEAST
        for place, width, cell in zip(made.cells, widths, row, strict=False):
            place.width = Mm(width)
            style = CELL_HEADING if cell.heads else CELL
            for number, paragraph in enumerate(cell.paragraphs):
                into = place.add_paragraph() if number else place.paragraphs[0]
                self._fill(into, paragraph, style)
                into.paragraph_format.keep_with_next = heads or None
                if number:
                    into.paragraph_format.space_before = Mm(BETWEEN)

    def _add(self, paragraph: Paragraph, style: str) -> WordParagraph:
        return self._fill(self.document.add_paragraph(), paragraph, style)

    def _fill(self, made: WordParagraph, paragraph: Paragraph, style: str) -> WordParagraph:
        """Put the words in; Word wants to be told of each piece that runs from right to left, and of each paragraph."""
        made.style = self.document.styles[style]
        if paragraph.rtl:
            made._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), "w:spacing", "w:ind", "w:jc")
        for run in paragraph.runs:
            for number, piece in enumerate([run.text] if paragraph.rtl else _RIGHT_TO_LEFT.split(run.text)):
                words = made.add_run(piece) if piece else None
                if words and run.strong:
                    words.bold = words.font.cs_bold = True
                if words and (paragraph.rtl or number % 2):
                    words.font.rtl = True
        self.written.append(made)
        return made


def _sender(group: Group) -> Paragraph:
    """The sender's lines as one block; also without any it takes its place."""
    lines = [[*block.runs, Run("\n")] for block in group.blocks if isinstance(block, Paragraph)]
    return Paragraph(tuple(run for line in lines for run in line)[:-1], "sender")


def _widths(table: Table, whole: float) -> list[float]:
    """How wide each column is: the heads of rows and first columns as in print.css, the others all the same."""
    columns = max((len(row) for row in table.rows), default=1)
    if columns == 1 or not table.rows[0][0].heads:
        return [whole / columns] * columns
    return [FIRST_COLUMN, *([(whole - FIRST_COLUMN) / (columns - 1)] * (columns - 1))]
