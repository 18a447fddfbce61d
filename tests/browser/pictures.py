"""The two pictures in the README, made anew: `python -m tests.browser.pictures ADDRESS` of a running app."""

import sys
from datetime import date
from pathlib import Path

import pypdfium2
from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.given import example
from wizard import documents, procedures
from wizard.pdf import pdf

DOCS = Path(__file__).parents[2] / "docs"


def screen(address: str) -> None:
    """The start page on a phone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        page = browser.new_page(locale="nl-NL", viewport={"width": 390, "height": 780}, device_scale_factor=2)
        page.goto(address)
        page.locator('[data-page="start"]').wait_for()
        page.wait_for_timeout(1_000)
        page.screenshot(path=DOCS / "start.png")
        browser.close()


def letter() -> None:
    """The first page of the example's letter."""
    dossier = example("wkkgz")
    made = pdf(documents.html(documents.letter(dossier, procedures.procedure("wkkgz"), date(2026, 11, 23))))
    pypdfium2.PdfDocument(made)[0].render(scale=1.6).to_pil().save(DOCS / "brief.png")


if __name__ == "__main__":
    screen(sys.argv[1])
    letter()
