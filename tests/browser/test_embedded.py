"""In a frame on a site of somebody else: only where that site was named, whole, and honest about what can be kept.

`localhost` is another site than `127.0.0.1`, as zorgaanbieder.example is another one than ours.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Frame, Page, Playwright, expect

from tests.bench.servers import served
from tests.browser.conftest import ARGUMENTS, ON_A_PHONE, chromium_path
from tests.browser.walk import HAPPENED, Walk
from tests.given import EXAMPLES
from wizard.dossier import Dossier
from wizard.texts import words

KEEPS_IN_FRAMES = "--disable-features=ThirdPartyCookieBlocking,TrackingProtection3pcd"


class Site(BaseHTTPRequestHandler):
    """A page with a frame in it."""

    shows = ""

    def do_GET(self) -> None:
        """The same page at each address."""
        frame = f'<iframe title="Klachtwijzer" src="{self.shows}" style="width:100%;height:760px;border:0"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><html lang=nl><title>Zorg</title><h1>Zorg</h1>{frame}".encode())

    def log_message(self, *_: object) -> None:
        """Nothing to say."""


@contextmanager
def site(shows: str) -> Iterator[str]:
    """A site of somebody else that shows an address in a frame."""
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Shows", (Site,), {"shows": shows})) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def embedding() -> Iterator[str]:
    """A site that was named, with our wizard in a frame."""
    with served("app.py", KLACHTWIJZER_FRAME_ANCESTORS="http://localhost:*") as (address, _), site(address) as outside:
        yield outside


@pytest.fixture
def keeping_page(playwright: Playwright) -> Iterator[Page]:
    """A window of a browser that lets a frame keep things, each for the site that it is in."""
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*ARGUMENTS, KEEPS_IN_FRAMES])
    yield browser.new_page(viewport={"width": 360, "height": 800})
    browser.close()


def framed(page: Page, outside: str) -> Walk:
    """Open the site; the visit in its frame."""
    page.goto(outside)
    frame: Frame = page.frames[1]
    walk = Walk(frame, Dossier())
    walk.arrive("start")
    return walk


def letter_in(walk: Walk, page: Page) -> bytes:
    """From the complaint to the letter."""
    walk.press("to_controle")
    walk.arrive("controle")
    walk.go_on("brief")
    with page.expect_download(timeout=60_000) as started:
        walk.page.locator(".st-key-download button").click()
    return started.value.path().read_bytes()


def test_a_site_that_was_not_named_cannot_show_us(page: Page, server: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with site(server.replace("localhost", "127.0.0.1")) as outside:
        page.goto(outside)
        page.wait_for_timeout(1_000)
        assert "frame-ancestors" in "".join(said)
        expect(page.frames[1].locator("[data-page]")).to_have_count(0)


@ON_A_PHONE
def test_a_whole_visit_in_a_frame_says_that_nothing_can_be_kept(page: Page, embedding: str) -> None:
    walk = framed(page, embedding)
    walk.fill_to_complaint()
    expect(walk.page.get_by_text(words("keeping.no_storage"))).to_be_visible()
    with page.context.expect_page() as opened:
        walk.page.get_by_role("link", name=words("keeping.own_window")).click()
    expect(opened.value.locator('[data-page="start"]')).to_be_visible(timeout=20_000)
    with page.expect_download() as started:
        walk.page.locator(".st-key-download_file button").click()
    assert HAPPENED in started.value.path().read_text("utf-8")
    assert letter_in(walk, page).startswith(b"%PDF")


def test_a_visit_in_a_frame_is_kept_where_the_browser_allows_it(
    keeping_page: Page, embedding: str, tmp_path: Path
) -> None:
    walk = framed(keeping_page, embedding)
    walk.fill_to_complaint()
    walk.keeps(HAPPENED)
    expect(walk.page.get_by_text(words("keeping.no_storage"))).to_have_count(0)
    keeping_page.reload()
    walk = Walk(keeping_page.frames[1], Dossier())
    walk.arrive("klacht")
    expect(walk.main).to_contain_text(HAPPENED)


@ON_A_PHONE
def test_a_file_with_answers_opens_in_a_frame(page: Page, embedding: str) -> None:
    walk = framed(page, embedding)
    walk.page.locator('input[type="file"]').set_input_files(EXAMPLES / "wkkgz.json")
    walk.press("replace")
    walk.arrive("controle")


@ON_A_PHONE
def test_the_quick_exit_leaves_the_whole_site(page: Page, embedding: str) -> None:
    walk = framed(page, embedding)
    page.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="Weer"))
    walk.page.locator("[data-leave]").click()
    page.wait_for_url("https://www.knmi.nl/**")
