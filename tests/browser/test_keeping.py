"""Nothing kept with us, nothing lost with them: a refresh on any screen, half typed text, a device of one's own."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bench.servers import ROOT, free_port, served
from tests.browser.conftest import ON_A_PHONE
from tests.browser.walk import HAPPENED, KEPT, PROVIDER, Walk
from tests.given import example
from wizard.dossier import Dossier
from wizard.texts import words
from wizard.ui import road

pytestmark = ON_A_PHONE  # what is kept does not depend on the size of the screen

# All that somebody sees and filled in on a screen, but for the notices above it.
SEEN = """() => { const page = document.querySelector('.st-key-page');
    return [page.innerText, ...[...page.querySelectorAll('input, textarea')].map((one) => one.checked + one.value)] }"""


class Server:
    """A server that can be stopped and started again at the same address."""

    def __init__(self) -> None:
        self.port = free_port()
        self.start()

    def start(self) -> None:
        self.running = ExitStack()
        self.address, _ = self.running.enter_context(served(host="localhost", port=self.port))

    def stop(self) -> None:
        self.running.close()


@pytest.fixture
def restartable() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


def test_a_refresh_brings_back_the_same_screen_with_the_same_answers(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.keeps(HAPPENED)
    walk.page.reload()
    walk.arrive("klacht")
    expect(walk.page.get_by_text(words("keeping.restored"))).to_be_visible()
    expect(walk.main).to_contain_text(HAPPENED)
    walk.press("back")
    walk.arrive("zorgaanbieder")
    expect(walk.field("provider.name")).to_have_value(PROVIDER)


class Refreshing(Walk):
    """Refreshes on every screen, and looks whether it comes back as it was."""

    def arrive(self, slug: str) -> None:
        """Arrive, refresh, arrive again."""
        super().arrive(slug)
        before = self.seen()
        self.page.reload()
        super().arrive(slug)
        assert self.seen() == before

    def seen(self) -> list[str]:
        """The screen once it is drawn: the same at two looks."""
        last, now = [], self.page.evaluate(SEEN)
        while last != now:
            self.page.wait_for_timeout(250)
            last, now = now, self.page.evaluate(SEEN)
        return now


def test_every_screen_comes_back_as_it_was(page: Page, server: str) -> None:
    walk = Refreshing(page, example("wkkgz"))
    walk.open(server)
    walk.press("goal_steps")
    walk.arrive("spoed")
    walk.spoed()
    walk.go_on("zorg")
    walk.zorg()
    walk.go_on("wie")
    walk.pick("complainant.capacity", "capacity", "client")
    walk.go_on("stappen")
    walk.press("make_letter")
    walk.arrive("zorgaanbieder")
    walk.addressee()
    for slug, fill in {
        "klacht": walk.complaint,
        "geprobeerd": walk.tried,
        "wensen": walk.wishes,
        "verzenden": walk.sending,
        "gegevens": walk.person,
    }.items():
        walk.go_on(slug)
        fill()
    for slug in ("controle", "brief", "termijnen"):
        walk.go_on(slug)
    walk.write("handling.received_on", "02-04-2026")
    walk.press("to_over")
    walk.arrive("over")
    walk.press("back")
    walk.arrive("termijnen")
    expect(walk.field("handling.received_on")).to_have_value("02-04-2026")
    for slug in [slug for slug in road.PAGES if slug not in walk.screens]:
        page.goto(f"{server}/{slug}")
        walk.arrive(slug)


def test_half_typed_text_survives_a_refresh(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.field("points.0.consequence").press_sequentially("Ik ben gevallen en")
    walk.page.wait_for_timeout(600)
    walk.page.reload()
    walk.arrive("klacht")
    expect(walk.main).to_contain_text("Ik ben gevallen en")


def test_a_half_typed_event_survives_a_refresh(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.page.get_by_text(words("pages.klacht.events")).click()
    walk.press("add_event")
    walk.field("events.0.what").press_sequentially("Ik belde de")
    walk.page.wait_for_timeout(600)
    walk.page.reload()
    walk.arrive("klacht")
    expect(walk.field("events.0.what")).to_have_value("Ik belde de")
    walk.keeps("Ik belde de")


def test_the_answers_survive_a_server_that_stops_mid_sentence(walk: Walk, restartable: Server) -> None:
    walk.to_complaint(restartable.address)
    walk.keeps(HAPPENED)
    restartable.stop()
    walk.page.wait_for_timeout(1_000)
    restartable.start()
    walk.page.locator('[data-test-connection-state="CONNECTED"]').wait_for(timeout=30_000)
    walk.arrive("klacht")
    expect(walk.page.get_by_text(words("keeping.restored"))).to_be_visible(timeout=15_000)
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.main).to_contain_text(HAPPENED)


def test_on_a_device_of_ones_own_the_answers_stay_after_the_tab(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.keep_on_this_device()
    walk.keeps(HAPPENED, "localStorage")
    assert walk.page.evaluate("name => sessionStorage.getItem(name)", KEPT) is None
    other = Walk(walk.page.context.new_page(), Dossier())
    walk.page.close()
    other.page.goto(server)
    other.arrive("klacht")
    expect(other.main).to_contain_text(HAPPENED)


def test_on_a_shared_device_the_answers_go_with_the_tab(walk: Walk, server: str) -> None:
    walk.to_complaint(server)
    walk.keeps(HAPPENED)
    other = Walk(walk.page.context.new_page(), Dossier())
    walk.page.close()
    other.open(server)
    assert HAPPENED not in other.kept() + other.kept("localStorage")


@pytest.mark.parametrize("button", ["to_controle", "back"])
def test_text_that_is_still_in_use_goes_along_with_the_button(walk: Walk, server: str, button: str) -> None:
    walk.to_complaint(server)
    walk.field("points.0.consequence").fill("Ik ben gevallen.")
    walk.page.locator(f".st-key-{button} button").click()
    walk.arrive("controle" if button == "to_controle" else "zorgaanbieder")
    walk.keeps("Ik ben gevallen.")


def files(*folders: Path) -> dict[str, tuple[int, int]]:
    """Every file with its size and its last change, but for what Python and our own tools keep of programs."""
    passed_over = {
        ".git",
        ".venv",
        ".cache",
        "__pycache__",
        ".hypothesis",
        ".pytest_cache",
        ".mypy_cache",
        ".ruff_cache",
    }
    found = (file for folder in folders for file in folder.rglob("*") if not passed_over & set(file.parts))
    return {str(file): (file.stat().st_size, file.stat().st_mtime_ns) for file in found if file.is_file()}


def after_unpacking(page: Page, temporary: Path, home: Path) -> dict[str, tuple[int, int]]:
    """The files once the letter maker unpacked its fonts, which takes a busy machine a while."""
    before: dict[str, tuple[int, int]] = {}
    for _ in range(30):
        page.wait_for_timeout(4_000)
        now = files(ROOT, home, temporary)
        if now == before and any(temporary.rglob("weasyprint-*/*")):
            break
        before = now
    return before


def test_a_whole_visit_leaves_not_one_byte_with_us(page: Page, tmp_path: Path) -> None:
    home, temporary, log = tmp_path / "home", tmp_path / "tmp", tmp_path / "log"
    home.mkdir()
    temporary.mkdir()
    with served(host="localhost", log=log, HOME=str(home), TMPDIR=str(temporary)) as (server, _):
        before = after_unpacking(page, temporary, home)
        walk = Walk(page, Dossier())
        walk.to_complaint(server)
        walk.press("to_controle")
        walk.arrive("controle")
        walk.go_on("brief")
        walk.download(tmp_path)
        page.close()
        assert files(ROOT, home, temporary) == before
    for value in (HAPPENED, PROVIDER):
        assert value not in log.read_text(errors="replace")
