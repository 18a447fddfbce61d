"""Nothing goes out: neither the browser nor the server asks anything of another machine."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.bench.servers import served
from tests.browser.walk import Walk
from wizard.dossier import Dossier

# Python reads a sitecustomize.py before anything else: here it writes down each way out, and closes it.
CLOSED = """
import os, socket
def refused(connection, address, kept=socket.socket.connect):
    if connection.family == socket.AF_UNIX or str(address[0]) in ("127.0.0.1", "::1", "localhost"):
        return kept(connection, address)
    with open(os.environ["WAYS_OUT"], "a") as log:
        log.write(f"{address}\\n")
    raise OSError("closed")
socket.socket.connect = refused
with open(os.environ["WAYS_OUT"], "a") as log:
    log.write("watching\\n")
"""


def test_neither_browser_nor_server_asks_another_machine(page: Page, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CLOSED)
    ways_out = tmp_path / "ways-out"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with served(host="localhost", PYTHONPATH=str(tmp_path), WAYS_OUT=str(ways_out)) as (server, _):
        walk = Walk(page, Dossier())
        walk.open(server)
        walk.press("goal_letter")
        walk.arrive("spoed")
        expect(page.locator("h1")).to_be_visible()
    assert set(ways_out.read_text().split("\n")) == {"watching", ""}
    assert [url for url in asked if not url.startswith((server, "data:", "blob:"))] == []
