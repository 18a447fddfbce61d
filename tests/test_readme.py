"""The README says what is there."""

from datetime import date
from pathlib import Path

from wizard import papers, procedures
from wizard.dossier import Dossier

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_it_opens_with_the_two_commands_and_shows_two_pictures() -> None:
    assert README.index("make run") < README.index("make test") < README.index("docs/start.png")
    assert "docs/brief.png" in README


def test_every_procedure_is_in_its_list() -> None:
    assert {name for name in procedures.procedures() if f"| `{name}` |" not in README} == set()


def test_every_picture_and_file_that_it_names_exists() -> None:
    root = Path(__file__).parents[1]
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
        assert (root / name).exists()


def test_every_document_has_its_picture() -> None:
    folder = Path(__file__).parents[1] / "docs" / "documents"
    offered = papers.offers(Dossier(), procedures.procedure("wkkgz"), date(2026, 7, 1))
    assert {file.stem for file in folder.glob("*.png")} == {offer.id for offer in offered}
    assert [offer.id for offer in offered if f"({offer.id}.png)" not in (folder / "README.md").read_text("utf-8")] == []
