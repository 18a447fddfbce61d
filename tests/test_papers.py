"""Every document of the road: there when its facts are, in the person's own words, and silent about what it lacks."""

import re
from collections.abc import Callable
from dataclasses import fields
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import pypdfium2
import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st

from tests.foreign import MARK, reading_foreign
from tests.given import CASES, PROCEDURES, TODAY, changed, collapsed, dossier, example, tags_of, text_of
from tests.papers import ANSWERED, EXTENDED, LATE
from tests.strategies import dossiers
from tests.test_documents import HOSTILE, SAFE_ATTRIBUTES, SAFE_TAGS
from wizard import papers, procedures
from wizard.dossier import Contact, Dossier, Point
from wizard.dossier_file import opened
from wizard.errors import LetterStopped, UnknownDocument
from wizard.papers import Offer
from wizard.papers.sheets import Agreements, agreements, fitting
from wizard.pdf import pdf

IDS = (
    "gesprekskaart",
    "intakeblad",
    "klachtbrief",
    "eerst-informeel",
    "machtiging",
    "dossierafschrift",
    "herinnering",
    "reactie-verlenging",
    "afspraken",
    "geschil",
    "datumkaart",
    "terugblik",
    "nog-niet-ingevuld",
)
ON_A_SCREEN = {"zorgaanbieder", "klacht", "wie", "gegevens", "verzenden", "wensen", "termijnen", "controle"} | {
    *("gesprek", "machtiging", "antwoord", "geschil", "terugblik"),
}
BY_POST = ("klachtbrief", "eerst-informeel", "dossierafschrift", "herinnering", "reactie-verlenging", "geschil")
CLIENT = {"capacity": "client"}
# What makes each document make sense; what is not here does so after an answer.
FACTS: dict[str, dict[str, Any]] = {
    "eerst-informeel": {"letter": {"formality": "eerst-informeel"}},
    "klachtbrief": {"letter": {"formality": "formeel"}},
    "herinnering": LATE | {"complainant": CLIENT, "letter": {"formality": "formeel"}},
    "reactie-verlenging": EXTENDED | {"complainant": CLIENT, "letter": {"formality": "formeel"}},
    "datumkaart": LATE | {"complainant": CLIENT, "letter": {"formality": "formeel"}},
    "machtiging": ANSWERED | {"complainant": CLIENT},
    "dossierafschrift": ANSWERED | {"complainant": CLIENT},
    "geschil": ANSWERED | {"complainant": CLIENT, "letter": {"formality": "formeel"}},
}
Snapshot = Callable[[str, str], None]


def occasion(name: str, procedure: str = "wkkgz") -> Dossier:
    """The example of a procedure at the moment when a document makes sense."""
    start = example(procedure)
    calm = start.situation.model_copy(update={"stage": None})
    return changed(start.model_copy(update={"situation": calm}), **FACTS.get(name, ANSWERED))


def offers(start: Dossier) -> dict[str, Offer]:
    found = papers.offers(start, procedures.procedure(start.procedure), TODAY)
    return {offer.id: offer for offer in found}


def paper(name: str, start: Dossier) -> str:
    return papers.page(name, start, procedures.procedure(start.procedure), TODAY)


def lines_of(html: str) -> str:
    """The words of a page, one block a line."""
    body = re.sub(r"\s+", " ", html.partition("<body>")[2])
    rows = re.split(r"</?(?:p|h1|h2|h3|li|ul|ol|tr|th|td|table|thead|tbody|div|article|body|html|br)\b[^>]*>", body)
    return "\n".join(row.strip() for row in rows if row.strip()) + "\n"


# The list


def test_every_document_is_offered_in_the_order_of_the_road() -> None:
    assert tuple(offers(Dossier())) == IDS


def test_a_document_that_does_not_exist_is_refused_with_the_ones_that_do() -> None:
    with pytest.raises(UnknownDocument, match=r"^document: dit document kennen wij niet. Kies uit: gesprekskaart, "):
        paper("weg", Dossier())


@pytest.mark.parametrize("procedure", PROCEDURES)
@pytest.mark.parametrize("name", IDS)
def test_each_document_exists_in_each_procedure(name: str, procedure: str) -> None:
    start = occasion(name, procedure)
    assert offers(start)[name].can_be_made, offers(start)[name]
    assert_whole(paper(name, start))


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("file", sorted((CASES / "dossiers").glob("*.json")), ids=lambda file: str(file.stem))
def test_each_document_of_a_kept_dossier_is_whole_or_says_why_not(file: Any, name: str) -> None:
    assert_made_or_explained(name, opened(file.read_bytes()))


@given(dossiers())
def test_each_document_of_any_dossier_is_whole_or_says_why_not(start: Dossier) -> None:
    for name in IDS:
        assert_made_or_explained(name, start)


def assert_made_or_explained(name: str, start: Dossier) -> None:
    offer = offers(start)[name]
    assert {gap.page for gap in offer.gaps} <= ON_A_SCREEN
    if offer.can_be_made:
        assert_whole(paper(name, start))
        return
    with pytest.raises(LetterStopped) as told:
        paper(name, start)
    assert told.value.missing == tuple(gap.id for gap in offer.gaps if gap.stops)
    assert str(told.value)
    assert offer.applies is not bool(offer.why_not)


def body_of(html: str) -> Element:
    body = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    assert body is not None
    return body


def assert_whole(html: str) -> None:
    """One h1, headings without skips and with something under them, no empty part but what is to be filled in."""
    parts = list(body_of(html).iter())
    levels = [int(str(part.tag)[1]) for part in parts if str(part.tag) in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    for part in parts:
        by_hand = part.get("class") in ("signature", "sender") or part.tag in ("td", "tr", "tbody", "br")
        assert by_hand or collapsed("".join(part.itertext())), part.tag
        if part.tag in ("ul", "ol", "tbody"):
            assert len(part)
    assert {tag for tag, _ in tags_of(html)} <= SAFE_TAGS
    assert {name for _, attributes in tags_of(html) for name in attributes} <= SAFE_ATTRIBUTES


@pytest.mark.parametrize("name", IDS)
def test_a_title_in_a_list_of_files_names_nobody(name: str) -> None:
    start = occasion(name)
    title = re.search(r"<title>(.*)</title>", paper(name, start))
    assert title
    assert title[1]
    words = (start.provider.name, start.sender.name, start.provider.professional)
    assert not [word for word in words if word in title[1]]


# What each says


@pytest.mark.parametrize("name", IDS)
def test_the_words_of_each_document(name: str, same_as_snapshot: Snapshot) -> None:
    same_as_snapshot(f"paper-{name}.txt", lines_of(paper(name, occasion(name))))


OTHERS: dict[str, tuple[str, dict[str, Any]]] = {
    "machtiging-by-gemachtigde": (
        "machtiging",
        {"complainant": {"capacity": "gemachtigde", "machtiging_signed": False, "client_name": "T. Bos"}},
    ),
    "dossierafschrift-nabestaande": (
        "dossierafschrift",
        {"complainant": {"capacity": "nabestaande", "relation": "echtgenoot", "client_name": "T. Bos"}},
    ),
    "herinnering-late-notice": (
        "herinnering",
        {"handling": {"in_writing": True, "received_on": "2026-04-02", "extension_notice_on": "2026-05-20"}},
    ),
    "herinnering-extended": (
        "herinnering",
        {"handling": {"in_writing": True, "received_on": "2026-04-02", "extension_notice_on": "2026-05-12"}},
    ),
    "herinnering-only-spoken": (
        "herinnering",
        {
            "handling": {
                "in_writing": True,
                "received_on": "2026-04-02",
                "answered_on": "2026-05-01",
                "answer": {"in_writing": False},
            }
        },
    ),
    "herinnering-by-klachtenfunctionaris": (
        "herinnering",
        {"handling": {"in_writing": True, "klachtenfunctionaris_received_on": "2026-04-02"}},
    ),
    "reactie-verlenging-no": (
        "reactie-verlenging",
        {"handling": EXTENDED["handling"] | {"further_extension_agreed": False, "agreed_until": None}},
    ),
    "geschil-no-answer": ("geschil", LATE),
    "geschil-direct": ("geschil", {"handling": {"direct_reason": "grensoverschrijding"}}),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_the_words_of_a_document_in_another_case(kind: str, same_as_snapshot: Snapshot) -> None:
    name, answers = OTHERS[kind]
    same_as_snapshot(f"paper-{kind}.txt", lines_of(paper(name, changed(occasion(name), **answers))))


@pytest.mark.parametrize("name", IDS[:-1])
def test_what_a_document_lacks_is_not_in_it(name: str) -> None:
    start = dossier(provider={"name": "De Brug"}, points=[{"what_happened": "Er kwam niemand."}], complainant=CLIENT)
    start = changed(start, **{part: answers for part, answers in FACTS.get(name, {}).items() if part != "complainant"})
    offer = offers(start)[name]
    if offer.can_be_made:
        assert [gap.message for gap in offer.gaps if gap.message in text_of(paper(name, start))] == []


def test_what_the_documents_lack_is_on_the_cover_and_the_cover_is_no_part_of_them() -> None:
    start = example("wkkgz")
    cover = text_of(paper("nog-niet-ingevuld", start))
    lacking = [gap.message for offer in offers(start).values() for gap in offer.gaps]
    assert lacking
    assert [message for message in lacking if message not in cover] == []
    assert offers(start)["nog-niet-ingevuld"].gaps == ()


NOT_NOW: dict[str, tuple[str, dict[str, Any]]] = {
    "no talk in danger": ("gesprekskaart", {"situation": {"hurry": ["gevaar"]}}),
    "no intake after the submission": ("intakeblad", {"handling": {"dispute_submitted_on": "2026-06-01"}}),
    "no formal letter where a talk is asked": ("klachtbrief", {"letter": {"formality": "eerst-informeel"}}),
    "no talk first in a formal letter": ("eerst-informeel", {"letter": {"formality": "formeel"}}),
    "no machtiging by a nabestaande": ("machtiging", {"complainant": {"capacity": "nabestaande"}}),
    "no file under another Act": ("dossierafschrift", {"situation": {"care": "wmo"}}),
    "no file for a friend": (
        "dossierafschrift",
        {"complainant": {"capacity": "nabestaande", "relation": "geen-van-deze"}},
    ),
    "no file without a machtiging for it": (
        "dossierafschrift",
        {
            "complainant": {"capacity": "gemachtigde", "machtiging_signed": True},
            "authorisation": {"file_access": False},
        },
    ),
    "no reminder before a letter": ("herinnering", {"handling": {}}),
    "no reminder while the term runs": ("herinnering", {"handling": {"received_on": "2026-06-20"}}),
    "no reminder after an answer": ("herinnering", ANSWERED),
    "no reaction to nothing": ("reactie-verlenging", {"handling": {"received_on": "2026-06-20"}}),
    "no agreements after a calamity": ("afspraken", {"situation": {"hurry": ["calamiteit"]}}),
    "no agreements where nobody talks": ("afspraken", {"tried": {}, "talk_plan": {}}),
    "no dispute under another Act": ("geschil", {"situation": {"care": "wmo"}}),
    "no dispute before an answer": ("geschil", {"handling": {"received_on": "2026-06-20"}}),
    "no dates without a letter": ("datumkaart", {"letter": {"formality": "eerst-informeel"}, "handling": {}}),
    "no look back before the end": ("terugblik", {"handling": {}, "lookback": {}}),
}


@pytest.mark.parametrize("kind", NOT_NOW)
def test_a_document_that_does_not_fit_says_why_in_a_sentence(kind: str) -> None:
    name, answers = NOT_NOW[kind]
    assert offers(occasion(name))[name].applies
    offer = offers(changed(occasion(name), **answers))[name]
    assert not offer.applies
    assert offer.why_not.endswith(".")
    assert offer.gaps == ()


@pytest.mark.parametrize("kind", NOT_NOW)
def test_what_a_screen_says_of_documents_is_in_the_language_of_its_reader(kind: str) -> None:
    name, answers = NOT_NOW[kind]
    for start in (Dossier(), occasion(name), changed(occasion(name), **answers)):
        with reading_foreign():
            found = offers(start).values()
        told = [text for offer in found for text in (offer.title, offer.purpose, offer.why_not) if text]
        told += [gap.message for offer in found for gap in offer.gaps]
        assert [text for text in told if not text.startswith(MARK)] == []


def test_a_day_in_such_a_sentence_is_in_that_language_too() -> None:
    with reading_foreign():
        offer = offers(changed(occasion("herinnering"), handling={"received_on": "2026-06-20"}))["herinnering"]
    assert offer.why_not == f"{MARK}Het antwoord mag nog komen tot en met 3 August 2026."


@pytest.mark.parametrize("name", IDS)
def test_a_document_is_in_dutch_whatever_its_reader_reads(name: str) -> None:
    start = Dossier() if name == IDS[-1] else occasion(name)
    with reading_foreign():
        made = paper(name, start)
    assert made == paper(name, start)


# Days and articles


def test_a_reminder_names_the_day_its_article_and_a_new_day_that_is_a_working_day() -> None:
    told = text_of(paper("herinnering", occasion("herinnering")))
    assert "uiterlijk op 18 mei 2026 moeten zijn (art. 17 lid 1 Wkkgz)" in told
    assert "graag uiterlijk op woensdag 15 juli 2026" in told
    assert "(art. 21 lid 1 onder a Wkkgz)" in told


def test_a_no_to_a_further_extension_keeps_the_day_of_the_act() -> None:
    start = changed(
        occasion("reactie-verlenging"), handling__further_extension_agreed=False, handling__agreed_until="2026-08-03"
    )
    told = text_of(paper("reactie-verlenging", start))
    assert "uiterlijk op 29 juni 2026" in told
    assert "tot en met 3 augustus 2026" in told
    assert "Dat vind ik goed" not in told


def test_the_chronology_is_in_order_of_time_and_says_each_thing_once() -> None:
    told = lines_of(paper("geschil", occasion("geschil")))
    days = ["12 maart 2026", "20 april 2026", "6 mei 2026", "7 mei 2026", "11 mei 2026", "17 juni 2026"]
    table = told[told.index("Wat er wanneer gebeurde") :]
    places = [table.index(f"\n{day}\n") for day in days]
    assert places == sorted(places)
    assert table.count("6 mei 2026") == 1


# Mediation


def test_the_sheet_for_agreements_is_given_names_and_nothing_else() -> None:
    assert [(field.name, field.type) for field in fields(Agreements)] == [
        ("client", str),
        ("sender", str),
        ("provider", str),
    ]


@given(dossiers())
def test_no_answer_but_a_name_changes_the_sheet_for_agreements(start: Dossier) -> None:
    complainant = start.complainant
    names = Dossier().model_copy(
        update={
            "sender": Dossier().sender.model_copy(update={"name": start.sender.name}),
            "provider": Dossier().provider.model_copy(update={"name": start.provider.name}),
            "complainant": Dossier().complainant.model_copy(
                update={"capacity": complainant.capacity, "client_name": complainant.client_name}
            ),
        }
    )
    assert agreements(start) == agreements(names)


def test_of_mediation_the_dossier_itself_holds_only_that_it_took_place() -> None:
    assert set(Contact.model_fields) == {"held", "when"}


@given(dossiers(), st.dates(), st.dates())
def test_agreeing_to_mediate_and_agreements_leave_the_submission_as_it_is(
    start: Dossier, agreed: Any, made: Any
) -> None:
    enough = changed(start, provider__name="De Brug", complainant=CLIENT, situation__care="zorg")
    enough = changed(enough, points=[{"what_happened": "x"}], handling__direct_reason="anders")
    later = enough.handling.model_copy(update={"mediation_agreed_on": agreed, "agreements_made_on": made})
    assert paper("geschil", enough) == paper("geschil", enough.model_copy(update={"handling": later}))


# Own words


@pytest.mark.parametrize("name", IDS[:-1])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_stays_text(text: str, name: str) -> None:
    start = occasion(name)
    filled = strained(start, text)
    tags = tags_of(paper(name, filled))
    assert {tag for tag, _ in tags} <= SAFE_TAGS
    assert {attribute for _, attributes in tags for attribute in attributes} <= SAFE_ATTRIBUTES
    assert "49" not in text_of(paper(name, filled)).replace(text, "")


def strained(start: Dossier, text: str) -> Dossier:
    """The same dossier with a text in every field that can hold it."""
    who = {"street": text, "postcode": text, "town": text}
    return changed(
        start,
        sender={"name": text, "address": who, "email": text, "phone": text},
        provider={"name": text, "attention": text, "address": who, "professional": text, "location": text},
        points=[{"when": {"about": text}, "where": text, "who": text, "what_happened": text, "consequence": text}],
        events=[{"when": {"about": text}, "what": text}],
        annexes=[text],
        talk_plan={"topic": text, "goal": text, "questions": [text], "companion": text, "when": {"about": text}},
        authorisation={"name": text, "address": who, "file_access": True},
        file_request={"what": text, "form": "papier"},
        dispute={"body_name": text, "unsatisfied": text},
        lookback={"heard": True, "words": text},
    )


SAID = {
    "gesprekskaart": ("topic", "goal", "questions", "companion"),
    "geschil": ("what_happened", "consequence", "expected", "unsatisfied", "event", "annex"),
    "terugblik": ("lookback",),
    "dossierafschrift": ("file",),
}


@pytest.mark.parametrize("name", SAID)
def test_what_somebody_says_is_in_the_document_word_for_word(name: str) -> None:
    marks = {kind: f"Eigen woorden over {kind}: Şükrü, Żółć en محمد." for kind in SAID[name]}
    start = changed(
        occasion(name),
        points=[{"what_happened": "x"} | {one: marks[one] for one in Point.model_fields if one in marks}],
        events=[{"what": marks.get("event", "x")}],
        annexes=[marks.get("annex", "x")],
        talk_plan={
            "topic": marks.get("topic", ""),
            "goal": marks.get("goal", ""),
            "questions": [marks.get("questions", "")],
            "companion": marks.get("companion", ""),
        },
        dispute={"unsatisfied": marks.get("unsatisfied", "")},
        lookback={"words": marks.get("lookback", "")},
        file_request={"what": marks.get("file", "")},
    )
    told = text_of(paper(name, start))
    assert [words for words in marks.values() if words not in told] == []


# One page


@pytest.mark.parametrize("length", [10, 60, 120])
def test_the_intake_sheet_is_one_page_and_never_cuts_a_text(length: int) -> None:
    text = ("Wachten en nog eens wachten " * 8)[:length].strip()
    told = [f"Punt {number}. " + "Niemand kwam zeggen hoe lang het duurde. " * (number % 5) for number in range(1, 31)]
    start = changed(
        strained(example("complementaire-zorg"), text),
        complainant={
            "capacity": "nabestaande",
            "relation": "echtgenoot",
            "relation_words": text,
            "client_name": text,
            "client_birth_date": "1950-01-01",
        },
        points=[{"category": "organisatie", "when": {"about": text}, "what_happened": words} for words in told],
        wishes=[{"kind": kind, "detail": told[9]} for kind in ("uitleg", "excuses", "gesprek", "schadevergoeding")],
        tried={name: {"held": True, "when": {"about": text}} for name in ("talk", "contactpersoon", "mediation")},
        consents={"file_for_klachtenfunctionaris": True, "forward_to_other_provider": True, "handle_together": False},
    )
    page = paper("intakeblad", start)
    assert len(pypdfium2.PdfDocument(pdf(page))) == 1
    printed = text_of(page)
    for words in told:
        first, whole = words.split(".")[0] + ".", collapsed(words)
        assert first not in printed or whole in printed
    assert re.search(r"En nog \d+ punten: zie mijn brief\.", printed)


def test_what_fits_is_whole_and_what_does_not_is_left_for_the_letter() -> None:
    assert fitting(["a", "b" * 800, "c\nd", ""], 4) == ["a", "", "c\nd", ""]


# On paper


def dark(page: Any, millimetres: float) -> bool:
    """Whether there is a short line at the left edge at this height."""
    picture = page.render(scale=4, grayscale=True).to_pil()
    around = range(int((millimetres - 0.6) / 297 * picture.height), int((millimetres + 0.6) / 297 * picture.height))
    return any(picture.getpixel((15, height)) < 200 for height in around)


@pytest.mark.parametrize("name", IDS)
def test_a_letter_shows_where_to_fold_it_and_a_sheet_does_not(name: str) -> None:
    document = pypdfium2.PdfDocument(pdf(paper(name, occasion(name))))
    for number, page in enumerate(document):
        folded = name in BY_POST and number == 0
        assert [dark(page, height) for height in (107, 202)] == [folded, folded]


@pytest.mark.parametrize("name", BY_POST)
def test_the_address_is_in_the_window_of_the_envelope(name: str) -> None:
    start = changed(occasion(name), provider__name="Vensternaam", dispute__body_name="Vensternaam")
    page = pypdfium2.PdfDocument(pdf(paper(name, start)))[0]
    found = page.get_textpage().search("Vensternaam").get_next()
    left, _, _, top = page.get_textpage().get_charbox(found[0])
    millimetres = 25.4 / 72
    assert 34 < left * millimetres < 37
    assert 45 < (page.get_height() - top) * millimetres < 70
