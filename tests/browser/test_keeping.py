"""Nothing kept with us, nothing lost with them: refresh, restart, two windows, wipe, quick exit, a file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bench.servers import ROOT, await_health, free_port
from tests.browser.walk import Walk
from wizard import dossier_file
from wizard.dossier import Dossier
from wizard.errors import InvalidDossier
from wizard.texts import words

KEPT = "klachtwijzer.v1"
WORDS = "Er kwam niemand toen ik belde."


class Server:
    """A server that can be stopped and started again at the same address."""

    def __init__(self) -> None:
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        await_health(self.address, "/_stcore/health")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture
def restartable() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def walk(page: Page) -> Walk:
    return Walk(page, Dossier())


def to_complaint(walk: Walk, server: str) -> None:
    walk.open(server)
    walk.press("goal_letter")
    walk.arrive("spoed")
    walk.tick("f_situation__hurry__geen")
    walk.go_on("zorg")
    walk.pick("situation.care", "care", "zorg")
    walk.go_on("wie")
    walk.pick("complainant.capacity", "capacity", "client")
    walk.go_on("zorgaanbieder")
    walk.write("provider.name", "Praktijk De Brink")
    walk.go_on("klacht")
    walk.write("points.0.what_happened", WORDS)


def kept_with(page: Page, text: str, area: str = "sessionStorage") -> None:
    """Wait until the browser has kept this text."""
    page.wait_for_function(
        "([area, name, text]) => (window[area].getItem(name) || '').includes(text)",
        arg=[area, KEPT, text],
        timeout=5_000,
    )


def test_a_refresh_brings_back_the_same_screen_with_the_same_answers(walk: Walk, server: str) -> None:
    to_complaint(walk, server)
    kept_with(walk.page, WORDS)
    walk.page.reload()
    walk.arrive("klacht")
    expect(walk.page.get_by_text(words("keeping.restored"))).to_be_visible()
    expect(walk.page.locator('[data-testid="stMain"]')).to_contain_text(WORDS)
    walk.press("back")
    walk.arrive("zorgaanbieder")
    expect(walk.field("provider.name")).to_have_value("Praktijk De Brink")


def test_half_typed_text_survives_a_refresh(walk: Walk, server: str) -> None:
    to_complaint(walk, server)
    walk.press("edit_0") if walk.page.locator(".st-key-edit_0").count() else None
    walk.field("points.0.consequence").press_sequentially("Ik ben gevallen en")
    walk.page.wait_for_timeout(600)
    walk.page.reload()
    walk.arrive("klacht")
    expect(walk.page.locator('[data-testid="stMain"]')).to_contain_text("Ik ben gevallen en")


def test_the_answers_survive_a_server_that_stops_mid_sentence(walk: Walk, restartable: Server) -> None:
    to_complaint(walk, restartable.address)
    kept_with(walk.page, WORDS)
    restartable.stop()
    walk.page.wait_for_timeout(1_000)
    restartable.start()
    walk.page.locator('[data-test-connection-state="CONNECTED"]').wait_for(timeout=30_000)
    walk.arrive("klacht")
    expect(walk.page.get_by_text(words("keeping.restored"))).to_be_visible(timeout=15_000)
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.page.locator('[data-testid="stMain"]')).to_contain_text(WORDS)


def test_on_a_device_of_ones_own_the_answers_stay_after_the_tab(walk: Walk, server: str) -> None:
    to_complaint(walk, server)
    walk.page.get_by_text(words("keeping.title")).click()
    walk.page.get_by_text(words("keeping.alone")).click()
    walk.settle()
    kept_with(walk.page, WORDS, "localStorage")
    assert walk.page.evaluate("name => sessionStorage.getItem(name)", KEPT) is None
    other = Walk(walk.page.context.new_page(), Dossier())
    other.page.goto(server)
    other.arrive("klacht")
    expect(other.page.locator('[data-testid="stMain"]')).to_contain_text(WORDS)


def test_a_second_window_never_overwrites_newer_work_in_silence(walk: Walk, server: str) -> None:
    test_on_a_device_of_ones_own_the_answers_stay_after_the_tab(walk, server)
    other = Walk(walk.page.context.pages[-1], Dossier())
    other.press("back")
    other.arrive("zorgaanbieder")
    other.write("provider.name", "De andere praktijk")
    kept_with(other.page, "De andere praktijk", "localStorage")
    walk.press("back")
    walk.arrive("zorgaanbieder")
    walk.write("provider.name", "Nog een praktijk")
    expect(walk.page.get_by_text(words("keeping.newer"))).to_be_visible()
    assert "Nog een praktijk" not in walk.page.evaluate("name => localStorage.getItem(name)", KEPT)
    walk.press("take_other")
    walk.arrive("zorgaanbieder")
    expect(walk.field("provider.name")).to_have_value("De andere praktijk")


def test_wiping_leaves_nothing_and_the_way_back_shows_nothing(walk: Walk, server: str) -> None:
    to_complaint(walk, server)
    kept_with(walk.page, WORDS)
    walk.page.get_by_text(words("keeping.title")).click()
    walk.page.locator(".st-key-wipe button").click()
    expect(walk.page.get_by_role("heading", level=1)).to_have_text(words("web.wiped.title"))
    left = walk.page.evaluate("Object.keys({ ...sessionStorage, ...localStorage })")
    assert [name for name in left if not name.startswith("stActiveTheme")] == []  # Streamlit's own: light or dark
    walk.page.go_back()
    expect(walk.page.locator('[data-page="start"]')).to_be_visible(timeout=20_000)
    expect(walk.page.locator("body")).not_to_contain_text(WORDS)


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_quick_exit_leaves_at_once_and_the_way_back_shows_nothing(walk: Walk, server: str, way: str) -> None:
    to_complaint(walk, server)
    kept_with(walk.page, WORDS)
    walk.page.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="Weer"))
    if way == "button":
        walk.page.locator("[data-leave]").click()
    else:
        for _ in range(3):
            walk.page.keyboard.press("Shift")
    walk.page.wait_for_url("https://www.knmi.nl/**")
    walk.page.go_back()
    expect(walk.page.locator('[data-page="start"]')).to_be_visible(timeout=20_000)
    expect(walk.page.locator("body")).not_to_contain_text(WORDS)
    assert WORDS not in walk.page.evaluate("JSON.stringify(sessionStorage)")


def test_a_file_taken_home_opens_elsewhere_and_asks_before_it_replaces(walk: Walk, server: str, tmp_path: Path) -> None:
    to_complaint(walk, server)
    walk.page.get_by_text(words("keeping.title")).click()
    with walk.page.expect_download() as started:
        walk.page.locator(".st-key-download_file button").click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)
    assert dossier_file.opened(file.read_bytes()).points[0].what_happened == WORDS
    context = walk.page.context.browser.new_context(locale="nl-NL")  # type: ignore[union-attr]
    other = Walk(context.new_page(), Dossier())
    other.open(server)
    other.page.get_by_text(words("keeping.title")).click()
    other.page.locator('input[type="file"]').set_input_files(file)
    expect(other.page.get_by_text("Praktijk De Brink")).to_be_visible()
    other.press("replace")
    other.arrive("controle")
    expect(other.page.locator('[data-testid="stMain"]')).to_contain_text(WORDS)
    context.close()


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b'{"punten": []}', b"%PDF-1.7", b"KLACHTWIJZER\x01kapot"])
def test_a_file_that_cannot_be_opened_changes_nothing(walk: Walk, server: str, tmp_path: Path, content: bytes) -> None:
    to_complaint(walk, server)
    file = tmp_path / "antwoorden.json"
    file.write_bytes(content or b" ")
    walk.page.get_by_text(words("keeping.title")).click()
    walk.page.locator('input[type="file"]').set_input_files(file)
    if content.startswith(dossier_file.MAGIC):
        walk.page.locator(".st-key-its_passphrase input").fill("vier woorden op een rij")
        walk.page.keyboard.press("Enter")
    expect(walk.page.get_by_text("Dit bestand kunnen wij niet openen")).to_be_visible()
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.page.locator('[data-testid="stMain"]')).to_contain_text(WORDS)


def test_without_storage_there_is_a_notice_and_the_file(page: Page, server: str) -> None:
    page.add_init_script(
        """for (const area of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, area, { get() { throw new DOMException('', 'SecurityError'); } });"""
    )
    walk = Walk(page, Dossier())
    to_complaint(walk, server)
    expect(page.get_by_text(words("keeping.no_storage"))).to_be_visible()
    expect(page.locator(".st-key-download_file button")).to_be_visible()


def test_ones_own_copy_of_the_letter_opens_elsewhere(walk: Walk, server: str, tmp_path: Path) -> None:
    to_complaint(walk, server)
    walk.press("to_controle")
    walk.arrive("controle")
    walk.go_on("brief")
    walk.page.get_by_text(words("pages.brief.own_copy")).click()
    walk.tick("own_copy")
    with walk.page.expect_download() as started:
        walk.page.locator(".st-key-download_copy button").click()
    started.value.save_as(tmp_path / "kopie.pdf")
    with pytest.raises(InvalidDossier):
        dossier_file.from_pdf(walk.download(tmp_path).read_bytes())
    context = walk.page.context.browser.new_context(locale="nl-NL")  # type: ignore[union-attr]
    other = Walk(context.new_page(), Dossier())
    other.open(server)
    other.page.get_by_text(words("keeping.title")).click()
    other.page.locator('input[type="file"]').set_input_files(tmp_path / "kopie.pdf")
    other.press("replace")
    other.arrive("controle")
    expect(other.page.locator('[data-testid="stMain"]')).to_contain_text(WORDS)
    context.close()


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


def test_a_whole_visit_leaves_not_one_byte_with_us(page: Page, tmp_path: Path) -> None:
    home, temporary, log = tmp_path / "home", tmp_path / "tmp", tmp_path / "log"
    home.mkdir()
    temporary.mkdir()
    port = free_port()
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT,
            env=os.environ | {"HOME": str(home), "TMPDIR": str(temporary)},
            stdout=stream,
            stderr=stream,
        )
        try:
            server = await_health(f"http://localhost:{port}", "/_stcore/health")
            page.wait_for_timeout(4_000)  # the letter maker unpacks its fonts
            before = files(ROOT, home, temporary)
            walk = Walk(page, Dossier())
            to_complaint(walk, server)
            walk.press("to_controle")
            walk.arrive("controle")
            walk.go_on("brief")
            walk.download(tmp_path)
            page.close()
            assert files(ROOT, home, temporary) == before
        finally:
            process.terminate()
            process.wait(20)
    for value in (WORDS, "Praktijk De Brink"):
        assert value not in log.read_text(errors="replace")


@pytest.mark.parametrize("button", ["to_controle", "back"])
def test_text_that_is_still_in_use_goes_along_with_the_button(walk: Walk, server: str, button: str) -> None:
    to_complaint(walk, server)
    walk.press("edit_0") if walk.page.locator(".st-key-edit_0").count() else None
    walk.field("points.0.consequence").fill("Ik ben gevallen.")
    walk.page.locator(f".st-key-{button} button").click()
    walk.arrive("controle" if button == "to_controle" else "zorgaanbieder")
    kept_with(walk.page, "Ik ben gevallen.")
