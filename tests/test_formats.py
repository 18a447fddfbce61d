"""The words of every document are the same in every format: PDF, Word and plain text."""

import io
import re
from collections.abc import Iterator

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table, _Cell

from tests import papers
from tests.reading import Reading, run_together
from wizard.formats.docx_file import docx
from wizard.formats.plain import plain
from wizard.printable import with_marks

# What a format adds by itself: the marks of a list, between cells, and where to write. Word makes its numbers when
# it shows them, so no format may count those; a colon between two cells is only there in text.
OF_THE_FORMAT = re.compile(r"-|\||\d{1,2}\.|\.{6}")


def texts(part: WordDocument | _Cell) -> Iterator[str]:
    """Every paragraph in the order of the document, those in tables in their place."""
    for block in part.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from texts(cell)
        else:
            yield block.text


def in_word(html: str) -> str:
    return "\n".join(texts(Document(io.BytesIO(docx(html)))))


def words(text: str) -> list[str]:
    return [word.rstrip(":") for word in text.split() if not OF_THE_FORMAT.fullmatch(word)]


@pytest.mark.parametrize("name", papers.names())
def test_word_and_text_say_the_same(name: str) -> None:
    html = papers.page(name)
    assert words(plain(html)) == words(in_word(html))


@pytest.mark.parametrize("name", papers.names())
def test_word_and_pdf_say_the_same(name: str) -> None:
    assert run_together(with_marks(in_word(papers.page(name)))) == Reading(papers.printed(name)).own_text


def test_a_word_that_is_left_out_is_seen() -> None:
    html = papers.page(papers.names()[0])
    less = re.sub(r"<h1>\s*\w+", "<h1>", html)
    assert less != html
    assert words(plain(less)) != words(in_word(html))
    assert run_together(in_word(less)) != run_together(in_word(html))
