"""What we say about privacy is what a test proves, sentence by sentence; and the limits we state are those we hold."""

import json
import re
import tomllib

import pytest

from tests.given import ROOT, named, table
from wizard import dossier_file, hygiene, texts
from wizard.errors import InvalidDossier
from wizard.texts import words

SAID = [{"name": row["sentence"], **row} for row in table("privacy")["said"]]
TESTS = set(
    re.findall(r"^def (test_\w+)", "\n".join(file.read_text("utf-8") for file in ROOT.glob("tests/**/*.py")), re.M)
)
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def test_the_page_says_what_is_in_the_table_and_no_more() -> None:
    paragraphs: dict[str, list[str]] = {}
    for row in SAID:
        paragraphs.setdefault(f"pages.over.privacy_{row['paragraph']}", []).append(row["sentence"])
    assert {key: " ".join(sentences) for key, sentences in paragraphs.items()} == {
        key: words(key) for key in list(texts.keys()) if key.startswith("pages.over.privacy_")
    }


@pytest.mark.parametrize("row", SAID, ids=named)
def test_a_sentence_about_privacy_is_proved(row: dict[str, list[str]]) -> None:
    assert row["proved_by"]
    assert set(row["proved_by"]) - TESTS == set()


def test_a_visit_that_broke_off_is_kept_for_ten_minutes() -> None:
    assert CONFIG["server"]["disconnectedSessionTTL"] == 10 * 60


def test_an_upload_may_be_as_large_as_the_largest_file_that_we_open() -> None:
    assert CONFIG["server"]["maxUploadSize"] * hygiene.MB == hygiene.PDF_BYTES
    chrome = (ROOT / "wizard" / "ui" / "chrome.toml").read_text("utf-8")
    assert f'"{CONFIG["server"]["maxUploadSize"]}MB per file"' in chrome
    assert f"File must be {CONFIG['server']['maxUploadSize']}MB or smaller." in chrome


@pytest.mark.parametrize("depth", [1, 199, 201, 100_000])
def test_a_file_that_is_too_deep_is_refused_whatever_its_depth(depth: int) -> None:
    with pytest.raises(InvalidDossier):
        dossier_file.opened('{"points": ' + "[" * depth + "]" * depth + "}" if depth > 1 else '{"points": [[]]}')


def test_a_file_with_too_many_keys_is_refused_and_says_so_shortly() -> None:
    with pytest.raises(InvalidDossier) as refused:
        dossier_file.opened(json.dumps({f"sleutel{number}": 1 for number in range(20_000)}))
    assert len(refused.value.places) <= 21


@pytest.mark.parametrize("cap", ["FILE_BYTES", "PDF_BYTES"])
def test_a_cap_on_a_file_stands_in_one_place(cap: str) -> None:
    number = getattr(hygiene, cap)
    ways = {str(number), f"{number:_}", f"{number // 1024} * 1024", f"{number // hygiene.MB} * 1024 * 1024"}
    code = [file for file in ROOT.glob("wizard/**/*.py") if file.name != "hygiene.py"]
    assert [
        file.name for file in code if any(re.search(rf"\b{re.escape(way)}\b", file.read_text("utf-8")) for way in ways)
    ] == []
