"""Hygiene: what can be seen stays, what cannot be seen goes, once is enough."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.hygiene import NEWLINES, extent, line, text

anything = st.text(st.characters(codec=None), max_size=200)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(anything)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    assert text(text(raw)) == text(raw)
    assert line(line(raw)) == line(raw)


@given(anything)
def test_clean_text_can_be_encoded_and_holds_nothing_unseen(raw: str) -> None:
    clean = str(text(raw))
    assert clean.encode("utf-8") == clean.encode("utf-8", "surrogatepass")
    assert not [
        character for character in clean if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t"
    ]
    assert not set(clean) & set(BIDI)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=200))
def test_what_can_be_seen_stays_as_it_was(raw: str) -> None:
    assert text(raw) == unicodedata.normalize("NFC", raw).strip()


@given(anything)
def test_a_line_is_one_line(raw: str) -> None:
    assert len(str(line(raw)).splitlines()) <= 1


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_break_is_one_line_break(newline: str) -> None:
    assert text(f"a{newline}b") == "a\nb"
    assert line(f"a{newline}b") == "a b"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Zoë  ", "Zoë"),
        ("Zoe\u0308", "Zoë"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("a\x00b\x1bc", "abc"),
        ("zie\u00adken\u00adhuis", "ziekenhuis"),
        ("\ufeffkop", "kop"),
        ("half\ud800", "half"),
        ("مرحبا", "مرحبا"),
        ("👩\u200d⚕️ arts", "👩\u200d⚕️ arts"),
        ("tab\tstaat", "tab\tstaat"),
        ("U+E0041 \U000e0041tag", "U+E0041 tag"),
    ],
)
def test_words_in_any_script_stay(raw: str, clean: str) -> None:
    assert text(raw) == clean


@pytest.mark.parametrize("other", [None, 1, True, ["x"], {"a": "b"}])
def test_what_is_no_text_is_left_to_the_model_to_refuse(other: object) -> None:
    assert text(other) is other
    assert line(other) is other


def test_too_many_line_breaks_are_refused() -> None:
    assert text("\n".join("x" * (NEWLINES + 1))) == "\n".join("x" * (NEWLINES + 1))
    with pytest.raises(ValueError, match="te veel regels: hoogstens 200"):
        text("\n".join("x" * (NEWLINES + 2)))


def test_all_text_in_a_structure_is_counted() -> None:
    assert extent({"a": "12\n", "b": ["3", {"c": "4\n"}], "d": None, "e": 5}) == (6, 2)
