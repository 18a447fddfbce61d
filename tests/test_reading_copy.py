"""The copy of the letter to read in another language: it says what it is, and the letter itself stays Dutch."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.given import (
    EXAMPLES,
    PROCEDURES,
    changed,
    collapsed,
    command,
    dossier,
    example,
    letter,
    page,
    tags_of,
    text_of,
)
from tests.reading import Reading, assert_our_fonts, opened, words_on_paper
from tests.strategies import dossiers
from tests.test_documents import HOSTILE, SAFE_ATTRIBUTES, SAFE_TAGS
from tests.test_letter import CAPACITIES, FULL, written
from tests.test_letter_form import own_words
from wizard import documents, texts
from wizard.catalogue import catalogue
from wizard.dossier import Dossier
from wizard.papers import offers
from wizard.papers import page as paper_page
from wizard.pdf import pdf
from wizard.procedures import procedure
from wizard.texts import Language

MARK = "Leeskopie ({language}). Niet versturen: de brief zelf is in het Nederlands."
# What is chosen and not written: choices and days.
CHOSEN = ("capacity", "relation", "age_group", "client_birth_date", "care", "hurry", "category", "day", "kind")
CHOSEN += ("delivery", "formality", "contact_by")
PLACEHOLDER = re.compile(r"\{\w+\}")
ARABIC = Language(
    name="العربية",
    direction="rtl",
    texts={
        MARK: "نسخة للقراءة ({language}). لا ترسلها: الرسالة نفسها باللغة الهولندية.",
        "Klacht over zorg": "شكوى بشأن الرعاية",
        "Leeskopie: {title}": "نسخة للقراءة: {title}",
        "Ik schrijf u als {role} van {client}, geboren op {day}.": "أكتب إليكم بصفتي {role} عن {client}، {day}.",
        "ouder met gezag": "ولي الأمر",
        "t.a.v. {attention}": "عناية: {attention}",
        "AANGETEKEND": "بريد مسجل",
        "Machtiging": "توكيل",
    },
)
TURKISH = Language(
    name="Türkçe",
    texts={
        MARK: "Okuma kopyası ({language}). Göndermeyin: mektubun kendisi Hollandacadır.",
        "Ik schrijf u als {role} van {client}, geboren op {day}.": "{day} doğumlu {client} için {role} olarak.",
        "ouder met gezag": "velayet sahibi ebeveyn",
        "Het gaat om {who}, {where}.": "Konu <b>{where}</b>, {who}.",
    },
)


@pytest.fixture(autouse=True)
def two_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "languages", lambda: {"ar": ARABIC, "tr": TURKISH})


def copy(start: Dossier, language: str = "ar") -> str:
    return documents.reading_copy(letter(start), language)


any_language = pytest.mark.parametrize("language", ["ar", "tr"])


# The letter stays Dutch


@any_language
@pytest.mark.parametrize("name", PROCEDURES)
def test_the_letter_is_dutch_whatever_its_reader_reads(name: str, language: str) -> None:
    start = example(name)
    dutch, fragment = page(start), documents.preview(letter(start))
    with texts.telling_in(language):
        assert page(start) == dutch
        assert documents.preview(letter(start)) == fragment
        assert copy(start, language) != dutch


def test_every_other_paper_is_dutch_too() -> None:
    start, found = example("wkkgz"), procedure("wkkgz")
    today = letter(start).today
    for offer in offers(start, found, today):
        if offer.can_be_made:
            dutch = paper_page(offer.id, start, found, today)
            with texts.telling_in("ar"):
                assert paper_page(offer.id, start, found, today) == dutch


# The copy says what it is


@any_language
@pytest.mark.parametrize("whole", [True, False])
def test_the_copy_says_in_two_languages_that_it_is_not_the_letter(language: str, whole: bool) -> None:
    read = texts.languages()[language]
    told = text_of(documents.reading_copy(letter(example("wkkgz")), language, whole=whole))
    assert collapsed(read.texts[MARK].format(language=f" {read.name} ")) in told
    assert MARK.format(language=read.name) in told
    assert "Leeskopie" not in text_of(page(example("wkkgz")))


@any_language
def test_the_copy_has_its_language_and_direction(language: str) -> None:
    tags = tags_of(copy(example("wkkgz"), language))
    wanted = {"lang": language, "dir": texts.languages()[language].direction}
    assert dict(tags)["html"] == wanted
    assert dict(tags)["article"] == {"class": "letter copy"} | wanted


def test_the_copy_on_the_screen_is_a_fragment_under_the_headings_of_its_screen() -> None:
    tags = [tag for tag, _ in tags_of(documents.reading_copy(letter(example("wkkgz")), "ar", whole=False))]
    assert tags[0] == "article"
    assert not {"html", "head", "body", "title", "h1", "h2"} & set(tags)


# What it says


def test_a_sentence_has_the_order_of_its_language() -> None:
    told = text_of(copy(written(FULL, "vertegenwoordiger"), "tr"))
    assert "4 Mayıs 2012 doğumlu Noor Vos için velayet sahibi ebeveyn olarak." in told


def test_the_words_of_ours_among_the_facts_are_told_too() -> None:
    told = text_of(copy(written(FULL, "gemachtigde")))
    assert "بريد مسجل Zorgaanbieder De Brug عناية: de directie" in told
    assert "توكيل Mijn e-mail van 6 mei 2026" in told


def test_of_our_words_none_is_left_in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that says nothing but the values, for letters in which the person wrote Greek."""
    silent = {text: " ".join(PLACEHOLDER.findall(text)) or "-" for text in catalogue()}
    monkeypatch.setattr(texts, "languages", lambda: {"uk": Language(name="Ω", texts=silent)})
    told = {
        text_of(copy(changed(greek(capacity), letter__formality=formality), "uk"))
        for capacity in CAPACITIES
        for formality in ("formeel", "eerst-informeel")
    }
    known = (MARK.format(language="Ω"), "art. 17 lid 1 Wkkgz")
    left = {word for text in told for word in re.findall(r"[A-Za-z]+", without(text, known))}
    assert left == set()


def greek(capacity: str) -> Dossier:
    """The full letter of that capacity, with Greek wherever the person wrote."""
    held = written(FULL, capacity).model_dump(mode="json")
    return dossier(**{name: in_greek(part) for name, part in held.items() if name in FULL or name == "complainant"})


def in_greek(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {inner: in_greek(held, inner) for inner, held in value.items()}
    if isinstance(value, list):
        return [in_greek(held, name) for held in value]
    return "Ωμέγα" if isinstance(value, str) and value and name not in CHOSEN else value


def without(text: str, known: tuple[str, ...]) -> str:
    for words in known:
        text = text.replace(words, "")
    return text


# Whatever somebody writes


@given(dossiers(), st.sampled_from(sorted(CAPACITIES)), st.sampled_from(["ar", "tr"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_somebody_writes_is_in_the_copy_word_for_word(start: Dossier, capacity: str, language: str) -> None:
    complainant = CAPACITIES[capacity] | (
        {"client_name": start.complainant.client_name} if capacity != "client" else {}
    )
    enough = changed(start, complainant=complainant, provider__name=start.provider.name or "De Brug")
    enough = changed(enough, points=[*enough.points, {"what_happened": "Tot slot."}])
    told, days = text_of(copy(enough, language)), text_of(page(enough))
    said = [words for words in own_words(enough) if collapsed(words) in days and not is_a_day(words, enough)]
    assert [words for words in said if collapsed(words) not in told] == []


def is_a_day(words: str, start: Dossier) -> bool:
    """Whether these are words of ours for a day, and so not the person's own."""
    moments = [part.when for part in (*start.points, *start.events, start.tried.talk)]
    return any(when.day and documents.moment(when) == words for when in moments)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    start = changed(
        written(FULL, "nabestaande"),
        complainant__relation_words=text,
        complainant__client_name=text,
        provider__professional=text,
        sender__name=text,
        points=[{"what_happened": text, "where": text, "when": {"about": text}}],
        annexes=[text],
    )
    tags = tags_of(copy(start, "tr"))
    assert {tag for tag, _ in tags} <= SAFE_TAGS | {"bdi"}
    assert {name for _, attributes in tags for name in attributes} <= SAFE_ATTRIBUTES
    assert "<b>" not in copy(start, "tr")  # nor does a translation make a tag


def test_a_value_runs_in_its_own_direction() -> None:
    made = copy(changed(written(FULL, "vertegenwoordiger"), complainant__client_name="Noor (Vos)"))
    assert '<bdi dir="ltr">Noor (Vos)</bdi>' in made
    assert '<bdi dir="rtl">4 مايو 2012</bdi>' in made
    assert '<bdi dir="ltr">Brugweg 1</bdi>' in made
    assert '<p class="own-words" dir="ltr">Iedereen keek.</p>' in made


# On paper


@any_language
def test_on_paper_every_page_says_that_it_is_not_to_be_sent(language: str) -> None:
    raw = pdf(copy(written(FULL), language))
    pages = len(opened(raw).pages)
    assert pages > 1
    assert words_on_paper(raw).count("versturen") == pages  # PDFium turns a line with a name in Arabic around
    assert_our_fonts(raw)


@any_language
def test_the_mark_above_a_page_is_read_once(language: str) -> None:
    read = Reading(pdf(copy(written(FULL), language)))
    assert read.own_text.count("Nietversturen") == 1


def test_the_copy_can_be_read_by_everyone(broken_rules: Callable[[Mapping[str, bytes]], dict[str, list[str]]]) -> None:
    made = {language: pdf(copy(written(FULL, "vertegenwoordiger"), language)) for language in texts.languages()}
    assert broken_rules(made) == {language: [] for language in made}
    for language, raw in made.items():
        document = opened(raw)
        assert str(document.Root.Lang) == language
        assert texts.languages()[language].texts.get("Leeskopie: {title}", "Leeskopie: {title}")[:5] in str(
            document.docinfo["/Title"]
        )


def test_the_command_makes_one_in_a_language_that_is_there(tmp_path: Path) -> None:
    target = tmp_path / "leeskopie.html"
    file = str(EXAMPLES / "wkkgz.json")
    assert command("letter", file, "-o", str(target), "--today", "2026-07-01", "--reading-copy", "tr").code == 0
    assert target.read_text("utf-8") == copy(example("wkkgz"), "tr")
    assert command("letter", file, "-o", str(target), "--reading-copy", "xx").code == 2
