"""What is in a PDF as a viewer shows it, and as a screen reader reads it: along its tags."""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw as pdfium

# As print.css calls them, or as they call themselves: Pango takes an emoji that is joined by the latter.
OUR_FONTS = ("Atkinson", "Source", "Vazir", "Hebrew", "Pictures", "Noto-Emoji", "Noto-Sans-Hebrew", "Source-Sans-3,")


def opened(raw: bytes) -> pikepdf.Pdf:
    """The PDF, to look into."""
    return pikepdf.open(BytesIO(raw))


def words_on_paper(raw: bytes) -> str:
    """What a viewer reads, page after page."""
    document = pypdfium2.PdfDocument(raw)
    try:
        return " ".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    finally:
        document.close()


def assert_our_fonts(raw: bytes) -> None:
    """Only our fonts are in it, and each is in it itself."""
    document = opened(raw)
    parts = [part for part in document.objects if isinstance(part, pikepdf.Dictionary)]
    found = [part for part in parts if part.get("/Type") == pikepdf.Name.FontDescriptor]
    assert found
    for font in found:
        assert str(font.FontName).split("+")[-1].removesuffix("-Bold") in OUR_FONTS
        assert {"/FontFile2", "/FontFile3"} & set(font.keys())


def run_together(text: str) -> str:
    """The text without white space, and words from the right that stand side by side in the order of the alphabet.

    PDFium orders such words by all that is on the same height, as two cells of a table are.
    """
    groups = groupby(text.split(), key=lambda word: "R" in map(_side, word))
    return "".join(word for from_right, words in groups for word in (sorted(words) if from_right else words))


@dataclass
class Element:
    """One element of the tag tree; `lines` is the text right under it."""

    tag: str
    page: int
    scope: str
    headers: int
    lines: list[str] = field(default_factory=list)
    kids: list["Element"] = field(default_factory=list)

    def all(self) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all()

    @property
    def text(self) -> str:
        """All text in it, run together."""
        return run_together(" ".join(line for element in self.all() for line in element.lines))


class Reading:
    """The tag tree of a PDF, and what is outside it."""

    def __init__(self, raw: bytes) -> None:
        self._document = opened(raw)
        self._lines = list(_lines_by_mark(raw))
        self._page = {page.objgen: number for number, page in enumerate(self._document.pages)}
        self.root = Element("Root", 0, "", 0)
        self.root.kids = [self._element(node) for node in _nodes(self._document.Root.get("/StructTreeRoot", {}))]
        self.unspoken = [line for lines in self._lines for line in lines.values()]

    def _element(self, node: Any) -> Element:
        page = self._page.get(node.Pg.objgen, 0) if "/Pg" in node else 0
        about = node.get("/A", {})
        element = Element(str(node.S)[1:], page, str(about.get("/Scope", "")), len(about.get("/Headers", [])))
        marks = node.get("/K", [])
        for mark in marks if isinstance(marks, pikepdf.Array) else [marks]:
            if isinstance(mark, pikepdf.Dictionary):
                element.kids.append(self._element(mark))
            else:
                element.lines.append(self._lines[page].pop(int(mark), ""))
        return element

    @cached_property
    def elements(self) -> list[Element]:
        """Every element, in reading order."""
        return list(self.root.all())

    def of(self, *tags: str) -> list[Element]:
        """Every element with one of these tags, in reading order."""
        return [element for element in self.elements if element.tag in tags]

    @property
    def own_text(self) -> str:
        """All that is read, run together, without the marks of lists and without heads repeated after a page break."""
        left_out = [*self.of("Lbl"), *self._repeated_heads()]
        inside = {id(part) for element in left_out for part in element.all()}
        own = [line for element in self.elements if id(element) not in inside for line in element.lines]
        return run_together(" ".join(own))

    def _repeated_heads(self) -> Iterator[Element]:
        """The heads that open a page with the words of the heads before them."""
        opens = {}
        for element in self.elements:
            if element.lines:
                opens.setdefault(element.page, element)
        heads = self.of("THead")
        for before, head in pairwise(heads):
            if head.text == before.text and any(opens.get(head.page) is part for part in head.all()):
                yield head


def _nodes(node: Any) -> list[Any]:
    below = node.get("/K", [])
    return list(below if isinstance(below, pikepdf.Array) else [below])


def _lines_by_mark(raw: bytes) -> Iterator[dict[int, str]]:
    """Of each page the text by its mark in the content; what has no mark is under -1."""
    document = pypdfium2.PdfDocument(raw)
    try:
        for number in range(len(document)):
            page = document[number]
            view, runs = page.get_textpage(), {}
            for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                runs.setdefault(pdfium.FPDFPageObj_GetMarkedContentID(found.raw), []).append(_text(found, view))
            yield {mark: _logical(parts) for mark, parts in runs.items()}
    finally:
        document.close()


def _text(found: Any, view: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(found.raw, view.raw, None, 0)
    held = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(found.raw, view.raw, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), length)
    return held.raw.decode("utf-16-le").removesuffix("\0")


def _logical(runs: list[str]) -> str:
    """The runs of a line in the order of speech: from the right where most letters are written from the right."""
    letters = [_side(letter) for letter in "".join(runs)]
    return "".join(reversed(runs) if letters.count("R") > letters.count("L") else runs)


def _side(letter: str) -> str:
    """From which side a letter is written: L or R; nothing for what has no side of its own."""
    return {"L": "L", "R": "R", "AL": "R"}.get(unicodedata.bidirectional(letter), "")
