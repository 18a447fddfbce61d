"""The answers as a file: taken home, opened elsewhere, and what cannot be opened changes nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ON_A_PHONE
from tests.browser.walk import HAPPENED, PROVIDER, Walk
from wizard import dossier_file
from wizard.errors import InvalidDossier
from wizard.texts import words

pytestmark = ON_A_PHONE  # what is kept does not depend on the size of the screen


def open_elsewhere(elsewhere: Walk, server: str, file: Path) -> None:
    """Go on with a file in another browser, which asks before anything is replaced."""
    elsewhere.open(server)
    elsewhere.page.get_by_text(words("keeping.title")).click()
    elsewhere.page.locator('input[type="file"]').set_input_files(file)
    expect(elsewhere.page.get_by_text(PROVIDER)).to_be_visible()
    elsewhere.press("replace")
    elsewhere.arrive("controle")
    expect(elsewhere.main).to_contain_text(HAPPENED)


def test_a_file_taken_home_opens_elsewhere_and_asks_before_it_replaces(
    walk: Walk, server: str, tmp_path: Path, elsewhere: Walk
) -> None:
    walk.to_complaint(server)
    walk.page.get_by_text(words("keeping.title")).click()
    with walk.page.expect_download() as started:
        walk.page.locator(".st-key-download_file button").click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)
    assert dossier_file.opened(file.read_bytes()).points[0].what_happened == HAPPENED
    open_elsewhere(elsewhere, server, file)


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b'{"punten": []}', b"%PDF-1.7", b"KLACHTWIJZER\x01kapot"])
def test_a_file_that_cannot_be_opened_changes_nothing(walk: Walk, server: str, tmp_path: Path, content: bytes) -> None:
    walk.to_complaint(server)
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
    expect(walk.main).to_contain_text(HAPPENED)


def test_ones_own_copy_of_the_letter_opens_elsewhere(walk: Walk, server: str, tmp_path: Path, elsewhere: Walk) -> None:
    walk.to_complaint(server)
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
    open_elsewhere(elsewhere, server, tmp_path / "kopie.pdf")
