"""HTML to an accessible PDF, with the bundled fonts and nothing else: no network, no file, no log of what is in it."""

import atexit
import logging
import os
import re
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from wizard.documents import TEMPLATES
from wizard.dossier_file import ATTACHMENT
from wizard.errors import LetterFailed, LetterMakerUnavailable
from wizard.printable import FONTS, with_marks
from wizard.tags import mended

NEVER = datetime(2016, 1, 1, tzinfo=UTC)  # an attachment needs a day; the clock would make each copy differ
MISSING_LIBRARY = (
    "PDF's maken lukt niet op deze computer: Pango ontbreekt. Installeer het, bijvoorbeeld met "
    "'apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0' of 'brew install pango'"
)
MISSING_FONTS = "PDF's maken lukt niet: in templates/fonts ontbreken lettertypen. Zet ze terug"
# A line that fits but for the white space behind it, WeasyPrint breaks after its first word.
SPACE_AT_END = re.compile(r"(?<!\s)\s++(?=</(?:p|li|td|th|h[1-3]|caption)>)")
QUOTING_LOGGERS = ("weasyprint", "weasyprint.progress", "fontTools")

_one_at_a_time = threading.Lock()  # Pango's font objects are shared and are not made for threads


def pdf(html: str, answers: str = "") -> bytes:
    """The page as PDF/UA-1, the same bytes for the same page; with `answers` a copy that carries them as an attachment.

    Raises LetterMakerUnavailable, LetterFailed.
    """
    make = _maker()
    with _one_at_a_time:
        return make(SPACE_AT_END.sub("", with_marks(html)), answers)


@cache
def _maker() -> Callable[[str, str], bytes]:
    """WeasyPrint, loaded once: fonts and style sheet are costly to read, and leak when read anew for each letter."""
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    for name in QUOTING_LOGGERS:
        logging.getLogger(name).disabled = True  # they quote the text that they complain of
    try:
        from weasyprint import CSS, HTML, Attachment
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError
    except OSError:
        raise LetterMakerUnavailable(MISSING_LIBRARY) from None

    fetcher = _bundled_fonts()
    try:
        fonts = FontConfiguration()
        style = CSS(filename=str(TEMPLATES / "print.css"), url_fetcher=fetcher, font_config=fonts)
    except (FatalURLFetchingError, OSError):
        raise LetterMakerUnavailable(MISSING_FONTS) from None

    def make(html: str, answers: str) -> bytes:
        carried = [Attachment(string=answers, name=ATTACHMENT, created=NEVER, modified=NEVER)] if answers else []
        try:
            document = HTML(string=html, url_fetcher=fetcher).render(
                stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"
            )
            document.metadata.attachments = carried
            made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", finisher=mended)
        except (Exception, FatalURLFetchingError) as error:  # noqa: BLE001 - whatever it was, it may quote the letter
            raise LetterFailed(f"de PDF kon niet worden gemaakt ({type(error).__name__})") from None
        return made

    return make


def _bundled_fonts() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class BundledFonts(URLFetcher):  # type: ignore[misc]
        """Gives out the bundled fonts by name, and nothing else."""

        names = frozenset(file.name for file in FONTS.glob("*.ttf"))

        def __init__(self) -> None:
            super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002 - WeasyPrint's signature
            name = url.removeprefix("asset:")
            if url.startswith("asset:") and name in self.names:
                return URLFetcherResponse(url, (FONTS / name).read_bytes(), {"Content-Type": "font/ttf"})
            raise FatalURLFetchingError("alleen de eigen lettertypen")

    return BundledFonts()


atexit.register(_maker.cache_clear)  # the fonts clean up after themselves, which at the very end they no longer can
