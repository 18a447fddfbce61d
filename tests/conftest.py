"""What all tests share: the settings of hypothesis, snapshots of letters, and veraPDF."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from tests import verapdf

SNAPSHOTS = Path(__file__).parent / "snapshots"

# The same examples in every run, so that a failure is somebody's own; `--hypothesis-profile search` looks further.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the snapshots anew."""
    parser.addoption("--update-snapshots", action="store_true", help="write the letters as they are now to snapshots/")


@pytest.fixture
def same_as_snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in snapshots/, or write it there with --update-snapshots."""

    def compare(name: str, text: str) -> None:
        file = SNAPSHOTS / name
        if request.config.getoption("--update-snapshots"):
            file.write_text(text, "utf-8")
        assert file.read_text("utf-8") == text, f"{name} changed; if that is meant: pytest --update-snapshots"

    return compare


@pytest.fixture
def broken_rules(tmp_path: Path) -> Callable[[Mapping[str, bytes]], dict[str, list[str]]]:
    """Which rules of PDF/UA-1 each of some PDFs breaks. Skipped without Java, which `make test` brings along."""
    if told := verapdf.missing():
        pytest.skip(told)
    return lambda papers: verapdf.broken(papers, tmp_path)
