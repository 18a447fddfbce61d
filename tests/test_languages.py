"""The languages beside Dutch: whole, up to date, with the right placeholders; and what they do with a text."""

import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.given import CASES, EXAMPLES, command
from wizard import catalogue, texts
from wizard.__main__ import main
from wizard.errors import InvalidData
from wizard.moments import exact, in_words, with_weekday
from wizard.provider.profile_file import load
from wizard.texts import Language

APRIL = date(2026, 4, 2)
# The same for every reader: a name, and the label that says "other language" in three of them.
NAMES = ("Regionaal Tuchtcollege voor de Gezondheidszorg", "Andere taal · Language · لغة")
FIXED = ("112", "0900-8844", "Wkkgz", "088-1205020")  # stands the same in every language


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language of two sentences."""
    spoken = Language(name="Xx", texts={"Vul {what} in.": "Xx: {what}.", "Vroeger stond hier dit.": "Xx."})
    monkeypatch.setattr(texts, "languages", lambda: {"xx": spoken})
    monkeypatch.setattr(texts, "codes", lambda: ("xx",))


def test_the_languages_that_are_asked_for_are_there() -> None:
    assert set(texts.languages()) >= {"ar", "en", "pl", "tr", "uk"}


@pytest.mark.parametrize("code", texts.languages())
def test_a_language_has_every_text(code: str) -> None:
    assert catalogue.missing(code) == {}


@pytest.mark.parametrize("code", texts.languages())
def test_a_language_has_no_text_that_is_gone_or_changed_in_dutch(code: str) -> None:
    assert catalogue.unused(code) == []


@pytest.mark.parametrize("code", texts.languages())
def test_every_translation_has_the_placeholders_of_the_dutch(code: str) -> None:
    assert catalogue.broken(code) == []


@pytest.mark.parametrize("code", texts.languages())
def test_numbers_to_call_and_names_stay_as_they_are(code: str) -> None:
    said = texts.languages()[code].texts.items()
    assert [dutch for dutch, text in said for fixed in FIXED if fixed in dutch and fixed not in text] == []


@pytest.mark.parametrize("code", texts.languages())
def test_no_translation_is_the_dutch_by_mistake(code: str) -> None:
    said = texts.languages()[code].texts.items()
    assert [dutch for dutch, text in said if dutch == text and len(dutch.split()) > 4 and dutch not in NAMES] == []


def test_the_catalogue_reads_screens_data_code_and_letter() -> None:
    places = set(catalogue.catalogue().values())
    assert {"pages.start", "law", "procedures.quasir", "wizard.deadlines", "klachtbrief"} <= places
    assert not any(place.startswith("web") for place in places)


def test_a_text_is_told_with_its_values(made_up: None) -> None:
    with texts.telling_in("xx"):
        assert texts.told("Vul {what} in.", what="uw naam") == "Xx: uw naam."


def test_what_a_language_lacks_dutch_says(made_up: None) -> None:
    with texts.telling_in("xx"):
        assert texts.told("Bel 112.") == "Bel 112."


def test_a_language_that_we_do_not_speak_is_dutch() -> None:
    with texts.telling_in("tlh"):
        assert texts.language() == texts.DUTCH
        assert texts.told("Bel 112.") == "Bel 112."


def test_missing_stale_and_broken_texts_are_found(made_up: None, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"Vul {what} in.": "errors", "Bel 112.": "errors"}
    monkeypatch.setattr(catalogue, "catalogue", lambda: known)
    assert catalogue.missing("xx") == {"Bel 112.": "errors"}
    assert catalogue.unused("xx") == ["Vroeger stond hier dit."]
    assert catalogue.broken("xx") == []
    texts.languages()["xx"].texts["Vul {what} in."] = "Xx: {that}."
    assert catalogue.broken("xx") == ["Vul {what} in."]


def test_the_command_prints_the_lines_to_fill_in(
    made_up: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(catalogue, "catalogue", lambda: {"Bel 112.": "errors"})
    assert main(["words", "xx"]) == 1
    printed = capsys.readouterr().out
    assert '# errors\n"Bel 112." = ""\n' in printed
    assert "# niet meer nodig: Vroeger stond hier dit." in printed


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("nl", "2 april 2026"),
        ("en", "2 April 2026"),
        ("tr", "2 Nisan 2026"),
        ("ar", "2 أبريل 2026"),
        ("pl", "2 kwietnia 2026"),
        ("uk", "2 квітня 2026"),
    ],
)
def test_a_day_is_written_as_the_language_does_and_read_back(code: str, written: str) -> None:
    with texts.telling_in(code):
        assert in_words(APRIL) == written
    assert exact(written) == APRIL


@pytest.mark.parametrize("code", [texts.DUTCH, *texts.languages()])
@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_with_its_weekday_is_read_back_also_in_capitals(code: str, month: int) -> None:
    day = APRIL.replace(month=month)
    with texts.telling_in(code):
        written = with_weekday(day)
    capitals = written.replace("i", "İ").upper() if code == "tr" else written.upper()
    assert exact(written) == exact(capitals) == day


def test_a_day_with_its_weekday_follows_the_language() -> None:
    with texts.telling_in("tr"):
        assert with_weekday(APRIL) == "2 Nisan 2026 Perşembe"


def test_a_number_keeps_its_order_between_letters_from_right_to_left() -> None:
    with texts.telling_in("ar"):
        assert "\u206627-03-2026\u2069" in texts.words("fields.points.when.hint")
        assert "\u2066088-1205020\u2069" in texts.words("pages.antwoord.lighter_lmz", phone="088-1205020")
        assert "06-1 of 06-2" in texts.words("coach.more", number="06-1 of 06-2")


def test_a_sentence_begins_small_or_with_a_capital_as_its_language_writes_it() -> None:
    with texts.telling_in("tr"):
        assert (texts.capital("iki"), texts.uncapital("İyi"), texts.uncapital("Isı")) == ("İki", "iyi", "ısı")
    with texts.telling_in("en"):
        assert (texts.capital("iki"), texts.uncapital("In Dutch")) == ("Iki", "in Dutch")


@pytest.mark.parametrize("code", texts.languages())
def test_a_file_has_its_dutch_name_in_every_language(code: str) -> None:
    with texts.telling_in(code):
        assert texts.file_name("pages.brief.file", day="2026-07-01") == "klachtbrief-2026-07-01"


@pytest.mark.parametrize("code", texts.languages())
def test_a_language_runs_as_its_letters_do(code: str) -> None:
    spoken = texts.languages()[code]
    from_the_right = unicodedata.bidirectional(spoken.name[0]) in ("R", "AL")
    assert (spoken.direction == "rtl") == from_the_right


def test_arabic_runs_from_the_right() -> None:
    assert texts.languages()["ar"].direction == "rtl"


def test_a_new_language_is_one_file_and_a_profile_may_offer_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "locale"
    shutil.copytree(texts.FOLDER, folder)
    (folder / "xx.toml").write_text('name = "Xx"\n[texts]\n', "utf-8")
    profile = tmp_path / "huize-de-linde.toml"
    given = (CASES / "profiles" / profile.name).read_text("utf-8")
    profile.write_text(given.replace('"tr"]', '"xx"]').replace('logo = "huize-de-linde.png"', ""), "utf-8")
    with pytest.raises(InvalidData, match="languages"):
        load(profile)
    monkeypatch.setattr(texts, "FOLDER", folder)
    monkeypatch.setattr(texts, "codes", texts.codes.__wrapped__)
    assert load(profile).languages[-1] == "xx"


@pytest.fixture
def broken_turkish(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The languages read anew, where the file of Turkish is no TOML."""
    folder = tmp_path / "locale"
    shutil.copytree(texts.FOLDER, folder)
    (folder / "tr.toml").write_text("[[", "utf-8")
    monkeypatch.setattr(texts, "FOLDER", folder)
    texts._loaded.cache_clear()
    yield
    monkeypatch.undo()
    texts._loaded.cache_clear()


def test_our_own_files_are_whole() -> None:
    assert texts.broken() == []


def test_a_broken_file_is_named_and_the_other_languages_still_speak(broken_turkish: None) -> None:
    assert list(texts.languages()) == ["ar", "en", "pl", "uk"]
    assert [str(error).partition(": ")[0] for error in texts.broken()] == ["tr.toml"]
    with texts.telling_in("tr"):
        assert texts.words("nav.start") == texts.all_words()["nav.start"]
    with texts.telling_in("en"):
        assert texts.words("nav.start") != texts.all_words()["nav.start"]


def test_who_asks_for_the_broken_language_is_told_its_file(broken_turkish: None, tmp_path: Path) -> None:
    letter = ("letter", str(EXAMPLES / "wkkgz.json"), "-o", str(tmp_path / "brief.html"), "--reading-copy")
    for arguments in (("words", "tr"), (*letter, "tr")):
        ended = command(*arguments)
        assert (ended.code, ended.err.startswith("tr.toml: ")) == (2, True)
    assert command(*letter, "en").code == 0
