"""The form of any letter is whole, and whatever somebody writes is in it word for word."""

from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st

from tests.given import PROCEDURES, changed, collapsed, example, page, text_of
from tests.strategies import dossiers
from tests.test_letter import CAPACITIES, FULL, written
from wizard.dossier import Dossier
from wizard.moments import in_words
from wizard.passages import amount, dated, direction, moment, passages

HEADINGS = ("h1", "h2", "h3")


def body_of(html: str) -> Element:
    body = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    assert body is not None
    return body


def outline(html: str) -> list[tuple[str, str]]:
    return [
        (str(part.tag), collapsed("".join(part.itertext()))) for part in body_of(html).iter() if part.tag in HEADINGS
    ]


def assert_well_formed(html: str) -> None:
    """No empty heading, list or paragraph; headings without skips; each heading with something under it."""
    levels = [int(tag[1]) for tag, _ in outline(html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    for part in body_of(html).iter():
        words = collapsed("".join(part.itertext()))
        signature = part.get("class") in ("signature", "sender")
        assert words or signature or part.tag == "br", part.tag
        if part.tag in ("ul", "ol", "tbody"):
            assert len(part)
        for tag, after in pairwise([*(str(child.tag) for child in part), ""]):
            assert tag not in HEADINGS or (after and (after not in HEADINGS or after > tag)), (tag, after)


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_form_of_an_example_is_whole(name: str) -> None:
    assert_well_formed(page(example(name)))


@given(dossiers(), st.sampled_from(sorted(CAPACITIES)))
def test_the_form_of_any_letter_is_whole(start: Dossier, capacity: str) -> None:
    enough = changed(start, provider__name="De Brug", complainant=CAPACITIES[capacity])
    assert_well_formed(page(changed(enough, points=[{"what_happened": "x"}, *enough.points])))


# The client's own words


def own_words(start: Dossier) -> list[str]:
    """Every free text that this dossier's letter must hold."""
    told = [point for point in start.points if point.what_happened]
    happened = [event for event in start.events if event.what]
    talk = start.tried.talk
    return [
        *(
            start.sender.name,
            start.sender.email,
            start.sender.phone,
            start.sender.address.street,
            start.letter.reference,
        ),
        *(start.provider.name, start.provider.attention, start.provider.address.street),
        *(start.provider.professional, start.provider.location),
        *(text for point in told for text in (point.what_happened, point.consequence, point.expected)),
        *(text for point in told for text in (point.where, point.who)),
        *(text for event in happened for text in (event.what, moment(event.when))),
        *(moment(point.when) for point in told),
        *(wish.detail for wish in start.wishes if start.letter.formality == "formeel" or wish.kind != "oordeel"),
        *start.annexes,
        *((talk.outcome, moment(talk.when)) if talk.held else ()),
    ]


@given(dossiers(), st.sampled_from(sorted(CAPACITIES)))
def test_whatever_somebody_writes_is_in_the_letter_word_for_word(start: Dossier, capacity: str) -> None:
    named = start.complainant.client_name
    complainant = CAPACITIES[capacity] | ({"client_name": named} if capacity != "client" else {})
    enough = changed(start, complainant=complainant, provider__name=start.provider.name or "De Brug")
    enough = changed(enough, points=[*enough.points, {"what_happened": "Tot slot."}])
    told = text_of(page(enough))
    wanted = [*own_words(enough), named if capacity != "client" else ""]
    assert [words for words in wanted if collapsed(words) not in told] == []


@given(st.text(max_size=300))
def test_paragraphs_hold_all_words_and_none_is_empty(text: str) -> None:
    found = passages(text)
    assert collapsed(" ".join(passage.text for passage in found)) == collapsed(text)
    assert all(passage.text.strip() for passage in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Nederlands", "ltr"), ("السلام", "rtl"), ("שלום", "rtl"), ("123 السلام", "rtl"), ("12, !", "ltr"), ("", "ltr")],
)
def test_a_paragraph_is_read_in_the_direction_of_its_first_letter(text: str, expected: str) -> None:
    assert direction(text) == expected


@pytest.mark.parametrize(("euros", "words"), [(1, "1"), (999, "999"), (25_000, "25.000"), (1_234_567, "1.234.567")])
def test_an_amount_has_dutch_points(euros: int, words: str) -> None:
    assert amount(euros) == words


@given(dossiers())
def test_a_moment_in_a_sentence_is_a_day_or_the_clients_own_words(start: Dossier) -> None:
    for event in start.events:
        day, about = event.when.day, event.when.about
        expected = f" op {in_words(day)}" if day else f" ({about})" if about else ""
        assert dated(event.when) == expected


@pytest.mark.parametrize(
    ("formality", "title"),
    [("formeel", "Klacht over zorg"), ("eerst-informeel", "Verzoek om een gesprek over zorg")],
)
def test_the_title_in_a_list_of_files_tells_nothing_of_what_it_is_about(formality: str, title: str) -> None:
    assert f"<title>{title}</title>" in page(written(FULL, letter__formality=formality))
