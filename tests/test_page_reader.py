"""The reading of a page: white space as a browser shows it, every block in its place, and nothing skipped."""

import pytest

from tests.given import PROCEDURES, collapsed, example, page, text_of
from wizard.errors import LetterFailed
from wizard.formats.page_reader import Block, Cell, Group, Listing, Paragraph, Run, Table, read


def blocks(body: str) -> tuple[Block, ...]:
    return read(f"<!doctype html><html lang='nl'><head><title>T</title></head><body>{body}</body></html>").blocks


def text(body: str) -> str:
    (block,) = blocks(body)
    assert isinstance(block, Paragraph)
    return block.text


def paragraph(words: str, kind: str = "") -> Paragraph:
    return Paragraph((Run(words),), kind)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>\n  Een\n   zin.\n</p>", "Een zin."),
        ("<p>Een <br> twee<br>\n drie </p>", "Een\ntwee\ndrie"),
        ("<p class='own-words'>Een\n  twee \n\n drie\n</p>", "Een\ntwee\n\ndrie"),
        ("<p>Een <strong> twee </strong> drie</p>", "Een twee drie"),
        ("<p>Een<strong> </strong><strong><br></strong>twee</p>", "Een\ntwee"),
        ("<p>10&nbsp;&nbsp;euro &lt;b&gt; &amp;amp; &quot;</p>", '10\xa0\xa0euro <b> &amp; "'),
        ("<p> </p>", ""),
        ("los en <strong>vet</strong>", "los en vet"),
    ],
)
def test_white_space_is_as_a_browser_shows_it(html: str, shown: str) -> None:
    assert text(html) == shown


def test_what_is_strong_stays_strong() -> None:
    (block,) = blocks("<p>Een <strong>twee</strong> drie</p>")
    assert block == Paragraph((Run("Een "), Run("twee", strong=True), Run(" drie")))


def test_each_block_has_its_kind() -> None:
    found = blocks("<article><h2>Kop</h2><p class='facts'>Feit</p><p class='own-words' dir='rtl'>א</p></article>")
    assert found == (paragraph("Kop", "h2"), paragraph("Feit", "facts"), Paragraph((Run("א"),), "own-words", rtl=True))


def test_lists_tables_and_groups() -> None:
    found = blocks(
        "<div class='closing'><p>Groet</p></div><ol><li>Een</li><li><p>Twee</p><p>Drie</p></li></ol>"
        "<table><caption>Wat</caption><thead><tr><th scope='col'>A</th></tr></thead>"
        "<tbody><tr><td>B</td></tr></tbody></table>"
    )
    assert found == (
        Group("closing", (paragraph("Groet"),)),
        Listing(True, ((paragraph("Een"),), (paragraph("Twee"), paragraph("Drie")))),
        Table(((Cell((paragraph("A"),), True),), (Cell((paragraph("B"),), False),)), 1, paragraph("Wat", "caption")),
    )


@pytest.mark.parametrize(
    "body",
    [
        "<p>geheim</p><img src='geheim'>",
        "<p>geheim <a href='geheim'>geheim</a></p>",
        "<p>geheim</div>",
        "<p>geheim",
        "<ul><li><ul><li>geheim</li></ul></li></ul>",
        "<p>geheim<p>geheim</p></p>",
        "<li>geheim</li>",
    ],
)
def test_what_no_template_has_is_never_skipped_in_silence(body: str) -> None:
    with pytest.raises(LetterFailed) as told:
        blocks(body)
    assert "geheim" not in str(told.value)


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_word_of_the_letter_is_read_once_and_in_order(name: str) -> None:
    html = page(example(name))
    assert collapsed(" ".join(words(read(html).blocks))) == text_of(html)


def words(found: tuple[Block, ...]) -> list[str]:
    said = []
    for block in found:
        if isinstance(block, Paragraph):
            said.append(block.text)
        elif isinstance(block, Group):
            said += words(block.blocks)
        elif isinstance(block, Listing):
            said += [part.text for item in block.items for part in item]
        else:
            said += [part.text for row in block.rows for cell in row for part in cell.paragraphs]
    return said
