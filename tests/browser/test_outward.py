"""Nothing goes out: neither the browser nor the server asks anything of another machine."""

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.bench.servers import ROOT, await_health, free_port
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
    ways_out, port = tmp_path / "ways-out", free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "WAYS_OUT": str(ways_out)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    try:
        server = await_health(f"http://localhost:{port}", "/_stcore/health")
        walk = Walk(page, Dossier())
        walk.open(server)
        walk.press("goal_letter")
        walk.arrive("spoed")
        expect(page.locator("h1")).to_be_visible()
    finally:
        process.terminate()
        process.wait(20)
    assert set(ways_out.read_text().split("\n")) == {"watching", ""}
    assert [url for url in asked if not url.startswith((server, "data:", "blob:"))] == []
