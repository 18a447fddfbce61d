"""The dossier as a file: locked or not, there and back, and one clear message for everything that is not one."""

import io
import zlib
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.foreign import MARK, reading_foreign
from tests.given import changed, command, example, page
from tests.reading import words_on_paper
from tests.strategies import dossiers
from wizard import law
from wizard.dossier import Dossier
from wizard.dossier_file import (
    ATTACHMENT,
    MAGIC,
    from_pdf,
    is_locked,
    locked,
    news,
    opened,
    opened_any,
    saved,
    stamped,
    unlocked,
)
from wizard.errors import InvalidDossier
from wizard.hygiene import FILE_BYTES, PDF_BYTES
from wizard.pdf import pdf

EARLIER = Path(__file__).parent / "cases" / "dossiers"
PASSPHRASE = "vier woorden op een rij"


def test_a_locked_file_opens_with_its_passphrase_only() -> None:
    start = example("wkkgz")
    raw = locked(start, PASSPHRASE)
    assert is_locked(raw)
    assert unlocked(raw, PASSPHRASE) == stamped(start)
    with pytest.raises(InvalidDossier, match="wachtwoord klopt niet"):
        unlocked(raw, "vier andere woorden hier")


def test_a_locked_file_shows_nothing_and_differs_each_time() -> None:
    start = example("wkkgz")
    first, second = locked(start, PASSPHRASE), locked(start, PASSPHRASE)
    assert first != second
    assert b"Jansen" not in first
    assert len(zlib.compress(first)) > 0.95 * len(first)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(ValueError, match="minstens 12 tekens"):
        locked(example("wkkgz"), "kort")


@pytest.mark.parametrize("place", [0, 12, 14, 30, 41, 60, -1])
def test_a_file_that_was_altered_gives_the_same_message_as_a_wrong_passphrase(place: int) -> None:
    raw = bytearray(locked(example("wkkgz"), PASSPHRASE))
    raw[place] ^= 1
    with pytest.raises(InvalidDossier, match="wachtwoord klopt niet, of het bestand is beschadigd"):
        unlocked(bytes(raw), PASSPHRASE)


@pytest.mark.parametrize("length", [0, 5, 13, 14, 41, 57, 58])
def test_a_file_that_was_cut_off_gives_that_message_too(length: int) -> None:
    with pytest.raises(InvalidDossier, match="beschadigd"):
        unlocked(locked(example("wkkgz"), PASSPHRASE)[:length], PASSPHRASE)


@given(st.binary(max_size=400).filter(lambda raw: not raw.lstrip().startswith(b"{")))
def test_bytes_that_are_no_dossier_give_a_clear_message(raw: bytes) -> None:
    with pytest.raises(InvalidDossier, match=r"bestand|horen|veld"):
        opened(raw)


@given(dossiers())
def test_a_stamp_changes_nothing_but_the_stamp(start: Dossier) -> None:
    assert changed(opened(saved(stamped(start))), content_version=None) == changed(start, content_version=None)


@pytest.mark.parametrize("file", sorted(EARLIER.glob("*.json")), ids=lambda file: file.stem)
def test_a_file_of_every_earlier_version_opens(file: Path) -> None:
    found = opened(file.read_bytes())
    assert found.sender.name == "M. de Wit"
    assert len(found.points) == 1


def test_what_changed_in_the_law_since_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    old = law.records()["oordeel"][0]
    new = old.model_copy(update={"value": 8, "valid_from": date(2027, 7, 1)})
    monkeypatch.setitem(law.records(), "oordeel", [old, new])
    told = news(changed(example("wkkgz"), content_version=date(2026, 11, 22)))
    assert told == [new.sentence]
    assert "8 weken" in told[0]


def test_a_procedure_that_is_gone_is_told() -> None:
    told = news(changed(example("wkkgz"), procedure="opgeheven", content_version=date(2026, 11, 22)))
    assert told == ["De procedure die u koos, is er niet meer. Wij volgen nu de stappen van de wet."]


def test_nothing_is_told_when_nothing_changed() -> None:
    assert news(stamped(example("quasir"))) == []


@pytest.mark.parametrize("raw", [b"%PDF-1.7", b"%PDF-" + bytes(PDF_BYTES), b" " * FILE_BYTES + b"{}", MAGIC])
def test_why_a_file_cannot_be_opened_is_told_in_the_language_of_its_reader(raw: bytes) -> None:
    with reading_foreign(), pytest.raises(InvalidDossier) as told:
        opened_any(raw, PASSPHRASE)
    assert told.value.places[0].message.startswith(MARK)


@pytest.mark.parametrize("procedure", ["wkkgz", "opgeheven"])
def test_what_changed_since_is_told_in_that_language(procedure: str) -> None:
    with reading_foreign():
        told = news(changed(example("wkkgz"), procedure=procedure, content_version=date(2020, 1, 1)))
    assert told
    assert [sentence for sentence in told if not sentence.startswith(MARK)] == []


# One's own copy of the letter


def copy_of(start: Dossier) -> bytes:
    """The letter with the answers in it."""
    return pdf(page(start), saved(start))


@given(dossiers())
@settings(max_examples=5)
def test_a_copy_of_the_letter_opens_as_the_same_dossier(start: Dossier) -> None:
    assert from_pdf(pdf("<!doctype html><html lang='nl'><title>Klacht</title><h1>Klacht</h1>", saved(start))) == start


def test_the_copy_to_send_never_carries_the_answers() -> None:
    start = example("wkkgz")
    with pytest.raises(InvalidDossier, match="geen antwoorden"):
        from_pdf(pdf(page(start)))
    assert b"EmbeddedFile" not in pdf(page(start))


def test_a_copy_is_the_same_each_time_and_reads_as_the_letter_to_send() -> None:
    start = example("wkkgz")
    assert copy_of(start) == copy_of(start)
    assert words_on_paper(copy_of(start)) == words_on_paper(pdf(page(start)))


def test_a_copy_that_was_cut_off_gives_a_clear_message() -> None:
    raw = copy_of(example("wkkgz"))
    for broken in (raw[:100], raw[: len(raw) // 2], raw[:-200]):
        with pytest.raises(InvalidDossier, match="geen antwoorden"):
            from_pdf(broken)


def test_a_small_file_that_would_unpack_to_a_large_one_is_refused() -> None:
    with pikepdf.Pdf.new() as bomb:
        bomb.attachments[ATTACHMENT] = pikepdf.AttachedFileSpec(bomb, b" " * 50_000_000)
        made = io.BytesIO()
        bomb.save(made)
    assert len(made.getvalue()) < 100_000
    with pytest.raises(InvalidDossier, match="te groot"):
        from_pdf(made.getvalue())


def test_a_pdf_over_the_cap_is_refused_unread() -> None:
    with pytest.raises(InvalidDossier, match="te groot"):
        from_pdf(b"%PDF-" + b" " * PDF_BYTES)


def test_the_command_line_says_what_a_file_holds_and_no_word_of_it(tmp_path: Path) -> None:
    for name, raw in (("a.json", saved(example("wkkgz")).encode()), ("a.pdf", copy_of(example("wkkgz")))):
        (tmp_path / name).write_bytes(raw)
        told = command("open", str(tmp_path / name))
        assert told.code == 0
        assert "points: 2" in told.out
        assert "Jansen" not in told.out
        assert command("open", str(tmp_path / name), "--check").out == "in orde\n"
        assert "Jansen" in command("open", str(tmp_path / name), "--content").out
    (tmp_path / "b.json").write_text("{")
    assert command("open", str(tmp_path / "b.json"), "--check").code == 2
