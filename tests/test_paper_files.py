"""The documents on the command line: which there are, what they lack, and each of them as a file."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.given import EXAMPLES, PROCEDURES, command
from tests.test_papers import IDS

EXAMPLE = str(EXAMPLES / "wkkgz.json")
DAY = ("--today", "2026-07-01")


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_document_is_listed_with_what_it_lacks(name: str) -> None:
    ended = command("documents", str(EXAMPLES / f"{name}.json"), "--json", *DAY)
    rows = json.loads(ended.out)["documents"]
    assert ended.code == 0
    assert tuple(row["id"] for row in rows) == IDS
    assert set(rows[0]) == {"id", "title", "purpose", "applies", "can_be_made", "why_not", "gaps"}
    assert set(rows[0]["gaps"][0]) == {"id", "page", "message", "stops"}


def test_the_list_can_be_read_by_people_too() -> None:
    lines = command("documents", EXAMPLE, *DAY).out.splitlines()
    assert "klachtbrief        kan nu" in lines
    assert "  nodig: Vul in wie er namens u mag klagen." in lines
    assert [line for line in lines if line.startswith("herinnering")] == [
        "herinnering        niet nu: Wij weten nog niet wanneer u uw klacht stuurde."
    ]


def test_without_more_words_each_document_that_can_be_made_is_a_pdf(tmp_path: Path) -> None:
    rows = json.loads(command("documents", EXAMPLE, "--json", *DAY).out)["documents"]
    ended = command("make-documents", EXAMPLE, "-o", str(tmp_path / "new"), *DAY)
    files = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert (ended.code, ended.err) == (0, "")
    assert files == sorted(f"{row['id']}.pdf" for row in rows if row["can_be_made"])
    assert sorted(ended.out.splitlines()) == files
    assert all((tmp_path / "new" / file).read_bytes().startswith(b"%PDF") for file in files)


def test_one_document_comes_in_every_format(tmp_path: Path) -> None:
    asked = ("--only", "gesprekskaart", "--format", "pdf,docx,txt,ics,zip")
    assert command("make-documents", EXAMPLE, "-o", str(tmp_path), *asked, *DAY).code == 0
    of_it = {"gesprekskaart.pdf", "gesprekskaart.docx", "gesprekskaart.txt", "datums.ics"}
    assert {path.name for path in tmp_path.iterdir()} == of_it | {"papieren.zip"}
    assert "Mijn gesprek" in (tmp_path / "gesprekskaart.txt").read_text("utf-8")
    assert (tmp_path / "datums.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    with zipfile.ZipFile(tmp_path / "papieren.zip") as packed:
        assert set(packed.namelist()) == of_it
        assert packed.read("gesprekskaart.docx") == (tmp_path / "gesprekskaart.docx").read_bytes()


def test_the_same_dossier_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        asked = ("--only", "datumkaart", "--format", "zip")
        assert command("make-documents", EXAMPLE, "-o", str(tmp_path / name), *asked, *DAY).code == 0
    assert (tmp_path / "one" / "papieren.zip").read_bytes() == (tmp_path / "two" / "papieren.zip").read_bytes()


def test_no_name_of_a_file_says_what_is_in_the_answers(tmp_path: Path) -> None:
    assert command("make-documents", EXAMPLE, "-o", str(tmp_path), "--format", "txt,zip", *DAY).code == 0
    with zipfile.ZipFile(io.BytesIO((tmp_path / "papieren.zip").read_bytes())) as packed:
        names = [*packed.namelist(), *(path.name for path in tmp_path.iterdir())]
    known = {*IDS, "datums", "papieren"}
    assert {name.partition(".")[0] for name in names} <= known


REFUSED = {
    "an unknown document": (("--only", "weg"), "document: dit document kennen wij niet. Kies uit: gesprekskaart, "),
    "an unknown format": (("--format", "pdf,png"), "formaat: dit formaat kennen wij niet. Kies uit: pdf, docx, txt, "),
    "no format": (("--format", ""), "formaat: dit formaat kennen wij niet."),
    "a document that does not fit": (("--only", "herinnering"), "Wij weten nog niet wanneer u uw klacht stuurde."),
    "a document that lacks facts": (("--only", "machtiging"), "Vul in wie er namens u mag klagen."),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_made_is_one_clear_line_and_no_file(kind: str, tmp_path: Path) -> None:
    options, message = REFUSED[kind]
    ended = command("make-documents", EXAMPLE, "-o", str(tmp_path / "new"), *options, *DAY)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(message)
    assert ended.err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_a_calendar_without_dates_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text('{"letter": {"formality": "eerst-informeel"}}', "utf-8")
    ended = command("make-documents", str(empty), "-o", str(tmp_path / "new"), "--format", "ics", *DAY)
    assert ended.code == 2
    assert ended.err == "--format: er zijn nu geen datums om te verwachten. Kies een ander formaat\n"


@pytest.mark.parametrize("where", ["file", "file/in", "weg/weg"])
def test_a_folder_that_cannot_be_written_is_named(where: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    asked = ("--only", "gesprekskaart", "--format", "txt")
    ended = command("make-documents", EXAMPLE, "-o", str(tmp_path / where), *asked, *DAY)
    assert ended.code == 2
    assert ended.err.startswith(f"-o: {tmp_path / where}: schrijven lukt niet (")


@pytest.mark.parametrize("name", ["documents", "make-documents"])
def test_bad_answers_are_refused_as_everywhere(name: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"handling": {"received_on": "2199-01-01"}}', "utf-8")
    options = ("-o", str(tmp_path)) if name == "make-documents" else ()
    ended = command(name, str(bad), *options, *DAY)
    assert ended.code == 2
    assert ended.err.startswith("handling.received_on: ")
