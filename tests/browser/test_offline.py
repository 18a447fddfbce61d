"""A line that breaks, for a moment or for longer than we keep a visit, and what is left with us after one: nothing.

A visit is kept for ten minutes; here for ten seconds, by the same setting, and the breaks are as much shorter.
"""

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from secrets import token_hex
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.bench.servers import served
from tests.browser.conftest import ON_A_PHONE
from tests.browser.walk import HAPPENED, PROVIDER, Walk
from wizard.texts import words

KEPT_FOR = 10  # seconds
TWO_MINUTES, TEN_MINUTES = 2_000, 11_000  # milliseconds, a second on top of the ten


class Line:
    """What lies between a browser and a server; it can be cut and mended."""

    def __init__(self, server: str) -> None:
        self.there = ("127.0.0.1", int(server.rpartition(":")[2]))
        self.door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        self.whole, self.ends = True, set[socket.socket]()
        Thread(target=self._serve, daemon=True).start()

    def cut(self) -> None:
        """Nothing goes through any more."""
        self.whole = False
        for end in [*self.ends]:
            self._close(end)

    def mend(self) -> None:
        """As it was."""
        self.whole = True

    def take_away(self) -> None:
        """For good."""
        self.cut()
        self._close(self.door)

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self.door.accept()
            except OSError:
                return  # taken away
            if not self.whole:
                near.close()
                continue
            far = socket.create_connection(self.there)
            self.ends |= {near, far}
            for one, other in ((near, far), (far, near)):
                Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):  # cut
            while data := one.recv(65_536):
                other.sendall(data)
        self._close(one)
        self._close(other)

    def _close(self, end: socket.socket) -> None:
        self.ends.discard(end)
        with suppress(OSError):  # the other side was first
            end.shutdown(socket.SHUT_RDWR)
        end.close()


@pytest.fixture
def line(quick: str) -> Iterator[Line]:
    """The way to that server."""
    laid = Line(quick)
    yield laid
    laid.take_away()


@pytest.fixture(scope="module")
def quick() -> Iterator[str]:
    """A server that keeps a visit that broke off for ten seconds."""
    with served("app.py", STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL=str(KEPT_FOR)) as (address, _):
        yield address


def break_off(walk: Walk, line: Line, milliseconds: int) -> None:
    """Half a sentence, then no line for a while, then one again."""
    walk.to_complaint(line.address)
    walk.keeps(HAPPENED)
    walk.field("points.0.consequence").press_sequentially("Ik ben gevallen en")
    line.cut()
    walk.page.locator('[data-test-connection-state="CONNECTED"]').wait_for(state="detached")
    walk.page.wait_for_timeout(milliseconds)
    if milliseconds == TEN_MINUTES:
        expect(walk.page.get_by_text("Geen verbinding", exact=True)).to_be_visible()
    line.mend()
    walk.page.locator('[data-test-connection-state="CONNECTED"]').wait_for(timeout=30_000)


def nothing_lost(walk: Walk) -> None:
    """What was half typed can be gone on with, and all the rest is there."""
    walk.arrive("klacht")
    expect(walk.field("points.0.consequence")).to_have_value("Ik ben gevallen en")
    walk.field("points.0.consequence").press_sequentially(" lag op de grond.")
    walk.press("to_controle")
    walk.arrive("controle")
    for text in (PROVIDER, HAPPENED, "Ik ben gevallen en lag op de grond."):
        expect(walk.main).to_contain_text(text)
        walk.keeps(text)


@ON_A_PHONE
def test_after_two_minutes_without_a_line_the_visit_goes_on_as_it_was(walk: Walk, line: Line) -> None:
    break_off(walk, line, TWO_MINUTES)
    nothing_lost(walk)
    expect(walk.page.get_by_text(words("keeping.restored"))).to_have_count(0)


@ON_A_PHONE
def test_after_ten_minutes_without_a_line_the_browser_brings_it_all_back(walk: Walk, line: Line) -> None:
    break_off(walk, line, TEN_MINUTES)
    expect(walk.page.get_by_text(words("keeping.restored"))).to_be_visible(timeout=20_000)
    nothing_lost(walk)


def status(address: str) -> int:
    """What the server says when it is asked for this."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def file_with_us(walk: Walk) -> str:
    """The address of the file with answers, which the server has in its memory for the button that downloads it."""
    walk.page.get_by_text(words("keeping.title")).click()
    with walk.page.expect_download() as started:
        walk.page.locator(".st-key-download_file button").click()
    assert status(started.value.url) == 200
    return started.value.url


def await_gone(page: Page, address: str, milliseconds: int) -> None:
    """Wait until the server does not have this any more."""
    for _ in range(milliseconds // 500):
        if status(address) == 404:
            return
        page.wait_for_timeout(500)
    raise AssertionError(address)


@ON_A_PHONE
def test_nothing_is_left_with_us_ten_minutes_after_a_visit(walk: Walk, quick: str, elsewhere: Walk) -> None:
    walk.to_complaint(quick)
    address = file_with_us(walk)
    walk.page.close()
    await_gone(elsewhere.page, address, (KEPT_FOR + 5) * 1_000)


@ON_A_PHONE
def test_nothing_is_left_with_us_after_a_wipe(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.write("points.0.what_happened", token_hex(8))  # the same answers in another visit are the same file
    address = file_with_us(walk)
    walk.page.locator(".st-key-wipe button").click()
    await_gone(walk.page, address, 20_000)
