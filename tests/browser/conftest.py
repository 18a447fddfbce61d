"""A server and a browser for the tests that drive the real screens."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.bench.servers import served
from tests.browser.walk import Walk
from wizard.dossier import Dossier

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
ON_A_PHONE = pytest.mark.parametrize("page", ["phone"], indirect=True)  # what takes long, at one size
SIZES = {"phone": (360, 800), "desktop": (1280, 900)}


def chromium_path() -> str | None:
    """A browser, found as the set-up finds one; None: Playwright's own."""
    named = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return os.environ.get("CHROMIUM") or next((found for found in named if found), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder needs a browser; it may try once more, as a busy machine now and then loses a click."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the server writes to its two streams."""
    return tmp_path_factory.mktemp("server") / "log"


@pytest.fixture(scope="session")
def server(log: Path) -> Iterator[str]:
    """The address of the app, served as `make run` serves it."""
    with served(host="localhost", log=log) as (address, _):
        yield address
    assert re.findall(r"\w*(?:Error|Exception)\b.*", log.read_text(errors="replace")) == []


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A browser for all tests."""
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def walk(page: Page) -> Walk:
    """A visit of somebody who told nothing yet."""
    return Walk(page, Dossier())


@pytest.fixture
def elsewhere(chromium: Browser) -> Iterator[Walk]:
    """The same in a browser of its own, which knows nothing of the first one."""
    context = chromium.new_context(locale="nl-NL", viewport={"width": 360, "height": 800})
    yield Walk(context.new_page(), Dossier())
    context.close()


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A fresh window, on a phone and on a desktop."""
    width, height = SIZES[request.param]
    context = chromium.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        accept_downloads=True,
        viewport={"width": width, "height": height},
    )
    opened = context.new_page()
    opened.set_default_timeout(30_000)  # a busy machine stands still now and then
    yield opened
    context.close()
