"""Each procedure walked in a browser, from the start page to the PDF: on a phone, and the two extremes on a desktop."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.walk import Walk
from tests.given import example
from wizard import documents, procedures
from wizard.pdf import pdf


def text_of(pdf_bytes: bytes) -> str:
    """The words of a PDF as a viewer reads them, white space evened out."""
    document = pypdfium2.PdfDocument(pdf_bytes)
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return re.sub(r"\s+", " ", " ".join(pages)).strip()


@pytest.mark.parametrize(
    ("page", "name"),
    [*(("phone", name) for name in procedures.procedures()), ("desktop", "wkkgz"), ("desktop", "burgercoaching")],
    indirect=["page"],
)
def test_a_person_walks_from_the_start_to_the_letter(server: str, page: Page, tmp_path: Path, name: str) -> None:
    dossier = example(name)
    walk = Walk(page, dossier)
    walk.open(server, f"/?procedure={name}")
    walk.situation()
    walk.letter()
    made = walk.download(tmp_path)
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    expected = pdf(documents.html(documents.letter(dossier, procedures.procedure(name), today)))
    assert text_of(made.read_bytes()) == text_of(expected)
    assert made.name == f"klachtbrief-{today}.pdf"
    assert len(set(walk.screens)) <= 15
