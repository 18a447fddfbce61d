"""The README says what is there."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from tests.given import CASES, EXAMPLES, ROOT, command
from wizard import papers, procedures
from wizard.dossier import Dossier
from wizard.provider import profiles

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^python -m wizard (.*)$", README, re.MULTILINE)


def test_it_opens_with_the_two_commands_and_shows_two_pictures() -> None:
    assert README.index("make run") < README.index("make test") < README.index("docs/start.png")
    assert "docs/brief.png" in README


def test_every_procedure_is_in_its_list_and_no_other() -> None:
    _, _, after = README.partition("| id | procedure |\n")
    table, _, _ = after.partition("\n\n")
    assert sorted(re.findall(r"^\| `([^`]*)` \|", table, re.MULTILINE)) == sorted(procedures.procedures())


def test_every_command_runs_as_it_stands_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(profiles.FOLDER, str(CASES / "profiles"))
    Path("notes.txt").write_text("Dat is een schande.\n", "utf-8")
    Path("klachtwijzer-antwoorden.json").write_bytes((EXAMPLES / "quasir.json").read_bytes())
    for line in COMMANDS:
        told, _, to = line.partition("#")[0].partition(" > ")
        ended = command(*shlex.split(told.replace("SLUG", "huize-de-linde")))
        assert ended.code == 0, f"{line}\n{ended.err}"
        if to:
            Path(to.strip()).write_text(ended.out, "utf-8")
    made = {path.name for path in tmp_path.iterdir()}
    assert {"dossier.json", "brief.pdf", "papers", "kit"} <= made


def test_every_command_is_in_its_list() -> None:
    named = {line.split()[0] for line in COMMANDS}
    (also,) = re.findall(r"also: ([\w, -]+)", README)
    there = re.findall(r"^    ([\w-]+)", command("--help").out, re.MULTILINE)
    assert named | set(also.split(", ")) == set(there)


def test_every_picture_and_file_that_it_names_exists() -> None:
    for name in (
        "docs/start.png",
        "docs/brief.png",
        "LICENSE",
        "templates/fonts",
        "docs/bench.md",
        "docs/documents/README.md",
        "wizard/data/law.toml",
    ):
        assert name in README
        assert (ROOT / name).exists()


def test_every_document_has_its_picture() -> None:
    folder = ROOT / "docs" / "documents"
    offered = papers.offers(Dossier(), procedures.procedure("wkkgz"), date(2026, 7, 1))
    assert {file.stem for file in folder.glob("*.png")} == {offer.id for offer in offered}
    assert [offer.id for offer in offered if f"({offer.id}.png)" not in (folder / "README.md").read_text("utf-8")] == []
