"""The dossier as a file: locked or not, there and back, and one clear message for everything that is not one."""

import zlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.given import changed, example
from tests.strategies import dossiers
from wizard import law
from wizard.dossier_file import is_locked, locked, news, opened, saved, stamped, unlocked
from wizard.errors import InvalidDossier

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
    with pytest.raises(InvalidDossier, match="."):
        opened(raw)


@given(dossiers())
def test_a_stamp_changes_nothing_but_the_stamp(start: dict[str, object]) -> None:
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
