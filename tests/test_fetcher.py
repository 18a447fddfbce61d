"""A page asks for nothing and gets nothing: no request, no file, whatever is written in it."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pikepdf
import pytest

from tests.reading import assert_our_fonts, opened, words_on_paper
from wizard.errors import LetterFailed
from wizard.pdf import FONTS, pdf

VECTORS = (
    "<img src='{}'>",
    "<img srcset='{} 2x'>",
    "<picture><source srcset='{}'><img src='{}'></picture>",
    "<link rel=stylesheet href='{}'>",
    "<link rel='alternate stylesheet' href='{}'>",
    "<link rel=attachment href='{}'>",
    "<a rel=attachment href='{}'>x</a>",
    "<link rel=icon href='{}'>",
    "<link rel=preload as=image href='{}'>",
    "<style>@import url('{}');</style>",
    "<style>@import '{}';</style>",
    "<p style=\"background: url('{}')\">x",
    "<p style=\"background-image: image-set('{}' 1x)\">x",
    "<p style=\"border-image: url('{}') 1\">x",
    "<ul style=\"list-style: url('{}')\"><li>x</ul>",
    "<p style=\"content: url('{}')\">x",
    "<style>p::before {{ content: url('{}') }}</style><p>x",
    "<style>@font-face {{ font-family: F; src: url('{}') }} p {{ font-family: F }}</style><p>x",
    "<style>@page {{ background: url('{}') }}</style>",
    "<style>@page {{ @top-left {{ content: url('{}') }} }}</style>",
    "<style>@color-profile --c {{ src: url('{}') }} p {{ color: color(--c 1 0 0) }}</style><p>x",
    "<p style=\"mask-image: url('{}')\">x",
    "<p style=\"cursor: url('{}'), auto\">x",
    "<p style=\"filter: url('{}')\">x",
    "<svg><image href='{}' width='9' height='9'/></svg>",
    "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='{}' width='9' height='9'/></svg>",
    "<svg><use href='{}#a'/></svg>",
    "<svg><style>@import url('{}');</style><rect width='9' height='9'/></svg>",
    "<svg><rect width='9' height='9' fill=\"url('{}#a')\"/></svg>",
    "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{}'/></svg>\">",
    "<img src=\"data:image/svg+xml,<!DOCTYPE a [<!ENTITY b SYSTEM '{}'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>\">",
    "<object data='{}'>x</object>",
    "<embed src='{}'>",
    "<iframe src='{}'></iframe>",
    "<base href='{}'><img src='x.png'>",
    "<meta http-equiv=refresh content='0; url={}'>",
    "<input type=image src='{}'>",
    "<video poster='{}'></video>",
    "<audio src='{}'></audio>",
    "<body background='{}'>",
    "<table background='{}'><tr><td>x</table>",
    "<script src='{}'></script>",
)


class Visited(BaseHTTPRequestHandler):
    """Counts every visit, and gives everybody the same small picture."""

    hits = 0

    def do_GET(self) -> None:
        """Count."""
        type(self).hits += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<svg xmlns='http://www.w3.org/2000/svg'><text>GEHEIM</text></svg>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """A server on this machine that must see nobody."""
    Visited.hits = 0
    server = HTTPServer(("127.0.0.1", 0), Visited)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/geheim.svg"
    server.shutdown()
    server.server_close()


def printed_or_refused(body: str) -> bytes:
    html = f"<!doctype html><html lang=nl><title>x</title>{body}<p>Slot.</p>"
    try:
        return pdf(html)
    except LetterFailed:
        return b""


def everything_in(raw: bytes) -> bytes:
    """All bytes of a PDF, its streams unpacked."""
    if not raw:
        return b""
    document = opened(raw)
    streams = [part.read_bytes() for part in document.objects if isinstance(part, pikepdf.Stream)]
    return raw + b"".join(streams) + words_on_paper(raw).encode()


def test_there_are_at_least_thirty_ways_to_ask_for_something() -> None:
    assert len(set(VECTORS)) >= 30


@pytest.mark.parametrize("vector", VECTORS)
def test_no_page_makes_a_request(vector: str, address: str) -> None:
    raw = printed_or_refused(vector.format(address, address))
    assert Visited.hits == 0
    assert b"GEHEIM" not in everything_in(raw)


@pytest.mark.parametrize("kind", ["svg", "css", "txt", "ttf"])
@pytest.mark.parametrize("vector", VECTORS)
def test_no_page_reads_a_file(vector: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"geheim.{kind}"
    content = {
        "svg": "<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'><text y='20'>GEHEIM</text></svg>",
        "css": "p::before { content: 'GEHEIM' }",
        "txt": "GEHEIM",
    }
    file.write_bytes(content[kind].encode() if kind in content else (FONTS / "Vazirmatn-Bold.ttf").read_bytes())
    raw = printed_or_refused(vector.format(file.as_uri(), file.as_uri()))
    assert b"GEHEIM" not in everything_in(raw)
    assert not raw or not opened(raw).attachments
    if raw:
        assert_our_fonts(raw)


@pytest.mark.parametrize(
    "name", ["asset:../print.css", "asset:/etc/passwd", "asset:", "asset:OFL-Vazirmatn.txt", "asset:fonts.conf"]
)
def test_no_page_gets_a_file_of_ours_that_is_no_font(name: str) -> None:
    with pytest.raises(LetterFailed):
        pdf(f"<!doctype html><title>x</title><img src='{name}'>")


def test_the_server_of_these_tests_does_count_a_visit(address: str) -> None:
    with urlopen(address) as answer:
        assert b"GEHEIM" in answer.read()
    assert Visited.hits == 1
