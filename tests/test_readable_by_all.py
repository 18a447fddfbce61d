"""Every document can be read by everyone: by the rules of PDF/UA-1, and along its tags as a screen reader goes."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from tests import papers
from tests.given import TODAY, tags_of, text_of
from tests.reading import Element, Reading, assert_our_fonts, opened, run_together
from wizard.dossier_file import saved
from wizard.papers import offers
from wizard.pdf import pdf
from wizard.procedures import procedure

PAPERS = papers.names()
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
ONE_OF_EACH = list({name.partition(": ")[2]: name for name in PAPERS}.values())

every_paper = pytest.mark.parametrize("name", PAPERS)
one_of_each = pytest.mark.parametrize("name", ONE_OF_EACH)


@cache
def reading(name: str) -> Reading:
    return Reading(papers.printed(name))


def test_every_document_is_among_them() -> None:
    start = papers.dossiers()["wkkgz"]
    offered = offers(start, procedure(start.procedure), TODAY)
    assert {name.partition(": ")[2] for name in PAPERS} == {offer.id for offer in offered}


# By the strongest validator there is


def without_tags(document: pikepdf.Pdf) -> None:
    del document.Root.StructTreeRoot
    del document.Root.MarkInfo


def without_language(document: pikepdf.Pdf) -> None:
    del document.Root.Lang


def without_title(document: pikepdf.Pdf) -> None:
    del document.Root.ViewerPreferences


def with_a_heading_skipped(document: pikepdf.Pdf) -> None:
    for part in document.objects:
        if isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/H2":
            part.S = pikepdf.Name.H4


def with_a_loose_paragraph(document: pikepdf.Pdf) -> None:
    for part in document.objects:
        if isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/LBody":
            part.S = pikepdf.Name.P


def with_heads_that_head_nothing(document: pikepdf.Pdf) -> None:
    for part in document.objects:
        if isinstance(part, pikepdf.Dictionary) and part.get("/S") in ("/TH", "/TD"):
            del part.A


SPOILED = {
    without_tags: "PDF/UA-1 7.1-11",
    without_language: "PDF/UA-1 7.2-",
    without_title: "PDF/UA-1 7.1-10",
    with_a_heading_skipped: "PDF/UA-1 7.4.2-1",
    with_a_loose_paragraph: "PDF/UA-1 7.2-20",
    with_heads_that_head_nothing: "PDF/UA-1 7.5-1",
}


def spoiled(spoil: Callable[[pikepdf.Pdf], None]) -> bytes:
    document = opened(papers.printed("wkkgz: klachtbrief"))
    spoil(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def test_pdf_ua_finds_nothing_in_any_document_and_something_in_each_that_is_spoiled(
    broken_rules: Callable[[Mapping[str, bytes]], dict[str, list[str]]],
) -> None:
    made = {name: papers.printed(name) for name in PAPERS}
    made["a copy with the answers in it"] = pdf(papers.page("wkkgz: klachtbrief"), saved(papers.dossiers()["wkkgz"]))
    told = broken_rules(made | {spoil.__name__: spoiled(spoil) for spoil in SPOILED})
    assert {name: rules for name, rules in told.items() if name in made and rules} == {}
    assert [spoil.__name__ for spoil, rule in SPOILED.items() if rule not in "\n".join(told[spoil.__name__])] == []


# By a walk along the tags


@every_paper
def test_the_headings_are_a_table_of_contents(name: str) -> None:
    levels = [HEADINGS.index(heading.tag) for heading in reading(name).of(*HEADINGS)]
    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@every_paper
def test_what_is_read_is_what_is_in_the_page_in_that_order(name: str) -> None:
    assert reading(name).own_text == run_together(text_of(papers.page(name)))


@every_paper
def test_only_the_number_of_the_page_and_who_writes_are_not_read(name: str) -> None:
    pages = len(opened(papers.printed(name)).pages)
    head = re.search(r'data-head="([^"]+)"', papers.page(name))
    above = [head[1]] if head else []
    numbered = [[*(above if number > 1 else []), f"Pagina {number} van {pages}"] for number in range(1, pages + 1)]
    wanted = [line for page in numbered for line in page]
    assert list(map(words_of, reading(name).unspoken)) == list(map(words_of, wanted))


def words_of(line: str) -> list[str]:
    """A line in no order: where two directions meet, a viewer reads the pieces in another one."""
    return sorted(re.findall(r"\w+", line))


@every_paper
def test_a_list_is_a_list_with_a_label_and_a_body(name: str) -> None:
    found = reading(name)
    assert {kid.tag for item in found.of("L") for kid in item.kids} <= {"LI"}
    # What goes on after a page break has no label of its own.
    assert {tuple(kid.tag for kid in item.kids) for item in found.of("LI")} <= {("Lbl", "LBody"), ("LBody",)}
    written = [tag for tag, _ in tags_of(papers.page(name))].count("li")
    assert len(found.of("Lbl")) == written


@every_paper
def test_every_cell_of_a_table_has_a_head_that_says_what_it_heads(name: str) -> None:
    found = reading(name)
    written = {tag for tag, _ in tags_of(papers.page(name))}
    assert ("table" in written) == bool(found.of("Table"))
    for table in found.of("Table"):
        cells = [cell for row in table.all() if row.tag == "TR" for cell in row.kids]
        assert {cell.tag for cell in cells} == {"TH", "TD"}
        assert [cell.text for cell in cells if cell.tag == "TD" and not cell.headers] == []
        assert {scopes(table, part) for part in ("THead", "TBody")} <= {("/Column",), ("/Row",), ()}
        assert scopes(table, "THead") in ((), ("/Column",))
        assert scopes(table, "TBody") in ((), ("/Row",))


def scopes(table: Element, part: str) -> tuple[str, ...]:
    found = {cell.scope for kid in table.all() if kid.tag == part for cell in kid.all() if cell.tag == "TH"}
    return tuple(sorted(found))


@every_paper
def test_the_document_says_its_language_and_its_title(name: str) -> None:
    document = opened(papers.printed(name))
    title = str(document.docinfo["/Title"])
    assert str(document.Root.Lang) in ("nl", "nl-NL")
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert f"<title>{title}</title>" in papers.page(name)
    assert b'pdfuaid:part="1"' in document.Root.Metadata.read_bytes()


# The same every time, and nothing else in it


@every_paper
def test_only_our_fonts_are_in_it_and_they_are_in_it_whole(name: str) -> None:
    assert_our_fonts(papers.printed(name))


@one_of_each
def test_the_same_page_is_the_same_bytes(name: str) -> None:
    assert pdf(papers.page(name)) == papers.printed(name)


@every_paper
def test_nothing_can_be_opened_run_or_clicked_and_nothing_tells_who_made_it(name: str) -> None:
    document = opened(papers.printed(name))
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names", "/AF"} & set(document.Root.keys())
    assert not document.attachments
    assert set(document.docinfo.keys()) <= {"/Title", "/Producer"}
    for part in document.objects:
        if isinstance(part, pikepdf.Dictionary):
            assert not {"/JS", "/JavaScript", "/URI", "/EF", "/Launch"} & set(part.keys())
