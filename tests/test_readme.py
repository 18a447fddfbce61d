"""The README says what is there."""

from pathlib import Path

from wizard import procedures

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
        "wizard/data/law.toml",
    ):
        assert name in README
        assert (root / name).exists()
