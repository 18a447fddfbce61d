"""What lies around the screens: headers on every answer, closed doors, and answers to what does not belong."""

import base64
import hashlib
import json
import re
import socket
import urllib.error
import urllib.request
from email.message import Message
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from tests.bench.servers import await_health
from wizard.texts import words
from wizard.ui.road import PAGES

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
CLOSED = [
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/script-health-check",
    "/component/x/index.html",
    "/.env",
    "/../../etc/passwd",
    "/static/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/app/static/../main.py",
    "/start%00",
    "/a" * 2_000,
]


class Answer(NamedTuple):
    """One answer of the server."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(server: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request, whatever the answer is."""
    request = urllib.request.Request(server + path, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return Answer(response.status, _lower(response.headers), response.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, _lower(error.headers), error.read())


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in headers.items()}


@pytest.mark.parametrize("path", ["/", "/klacht", "/healthz", "/zonder-javascript", "/bestaat-niet", "/_stcore/health"])
def test_every_answer_has_the_headers(server: str, path: str) -> None:
    answer = ask(server, path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe-eval" not in answer.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_the_policy_names_the_hash_of_every_inline_script(server: str) -> None:
    answer = ask(server, "/")
    scripts = re.findall(rb"<script>(.*?)</script>", answer.body, re.DOTALL)
    assert scripts
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
        assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]


def test_the_first_page_is_dutch_and_has_words_before_the_scripts(server: str) -> None:
    body = ask(server, "/").body.decode()
    assert '<html lang="nl">' in body
    assert words("web.moment") in body
    assert "112" in body
    assert "Streamlit app" not in body


@pytest.mark.parametrize("path", CLOSED, ids=lambda path: path[:30])
def test_what_is_not_ours_is_not_found_in_dutch(server: str, path: str) -> None:
    answer = ask(server, path.replace("\0", ""))
    assert answer.status in (400, 404)
    assert b"root:" not in answer.body
    if answer.status == 404 and answer.headers.get("content-type", "").startswith("text/html"):
        assert words("web.not_found.title") in answer.body.decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"])
def test_a_method_that_does_not_belong_is_refused(server: str, method: str) -> None:
    assert ask(server, "/", method).status in (400, 404, 405)


def test_static_files_are_small_and_kept_for_good(server: str) -> None:
    script = re.search(r'src="\.(/static/js/index[^"]+)"', ask(server, "/").body.decode())
    assert script
    answer = ask(server, script[1], **{"Accept-Encoding": "br"})
    assert answer.headers["content-encoding"] == "br"
    assert "immutable" in answer.headers["cache-control"]
    assert len(answer.body) < 200_000


def test_health_is_known_without_a_visit(server: str) -> None:
    assert json.loads(ask(server, "/healthz").body) == {"status": "ok"}


@pytest.mark.parametrize("path", ["/_stcore/stream", "/elders"])
def test_a_websocket_from_elsewhere_is_refused(server: str, path: str) -> None:
    host, port = server.removeprefix("http://").split(":")
    request = (
        f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: https://elders.example\r\nConnection: Upgrade\r\n"
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(request.encode())
        assert b"101" not in connection.recv(100).split(b"\r\n")[0]


def test_many_half_open_visits_hold_up_nobody(server: str) -> None:
    host, port = server.removeprefix("http://").split(":")
    half_open = []
    for _ in range(1_000):
        connection = socket.create_connection((host, int(port)), timeout=20)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
        half_open.append(connection)
    assert ask(server, "/healthz").status == 200
    for connection in half_open:
        connection.close()
    await_health(server, "/healthz")


def test_without_javascript_there_are_the_steps_the_help_and_a_form(server: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(server)
    plain.get_by_role("link", name=words("web.no_script_link")).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text(words("web.plain.title"))
    expect(plain.get_by_text("Landelijk Meldpunt Zorg").first).to_be_visible()
    expect(plain.get_by_role("heading", name=words("web.plain.form"))).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", ["/gewist", "/bestaat-niet", "/zonder-javascript"])
def test_a_plain_page_has_our_name_and_our_font(server: str, chromium: Browser, path: str) -> None:
    context = chromium.new_context(locale="nl-NL")
    plain = context.new_page()
    plain.goto(server + path)
    expect(plain.get_by_role("banner")).to_have_text(words("app.name"))
    fonts = "document.fonts.ready.then(() => [...document.fonts].map((font) => font.status))"
    assert plain.evaluate(fonts) == ["loaded", "loaded"]
    assert plain.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson Hyperlegible Next"')
    context.close()


@pytest.mark.parametrize("slug", PAGES)
def test_every_screen_has_an_address(server: str, slug: str) -> None:
    assert ask(server, "/" if slug == "start" else f"/{slug}").status == 200
