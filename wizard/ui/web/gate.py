"""The gate in front of everything: only our own addresses, and the security headers on every answer."""

import base64
import hashlib
import os
import re
import socket
from functools import cache

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wizard.ui.road import PAGES
from wizard.ui.web.pages import index, not_found

OURS = ("/", *(f"/{slug}" for slug in PAGES), "/healthz", "/gewist", "/zonder-javascript")
STREAMLIT = ("/static/", "/app/static/", "/media/", "/_stcore/bidi-components/")
STREAMLIT_EXACT = ("/_stcore/health", "/_stcore/host-config", "/favicon.png")
UPLOADS = "/_stcore/upload_file/"
SOCKET = "/_stcore/stream"
VERSIONED = "/static/"  # names with a hash of what is in them
OURSELVES = ("'self'", "'none'")
COOKIE = rb"^(_streamlit_xsrf=[^;]*; Path=/); SameSite=Lax"

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Gate:
    """ASGI middleware: refuses what is not ours, and adds headers to the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        _without_delay(receive)
        if scope["type"] == "http":
            with_headers = _with_headers(scope["path"], send)
            inner = self.app if _is_ours(scope["path"], scope["method"]) else not_found()
            await inner(scope, receive, with_headers)
        elif scope["type"] == "websocket" and (scope["path"] != SOCKET or _is_foreign(scope)):
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self.app(scope, receive, send)


def _without_delay(receive: Receive) -> None:
    """Send what is written at once. Streamlit's socket holds a second write back until the first one is confirmed
    (Nagle's algorithm), which costs 40 ms on every answer. Where the server hides its connection, all stays as it is.
    """
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    connection = transport.get_extra_info("socket") if transport else None
    if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _is_foreign(scope: Scope) -> bool:
    """Whether a page of another site asks. Streamlit would look up our own address at an outside service to know."""
    headers = Headers(scope=scope)
    asks = headers.get("origin")
    return asks is not None and asks.partition("://")[2].lower() != headers.get("host", "").lower()


def _is_ours(path: str, method: str) -> bool:
    if path.startswith(UPLOADS):
        return method in ("PUT", "DELETE", "OPTIONS")
    known = path in OURS or path in STREAMLIT_EXACT or path.startswith(STREAMLIT)
    return known and method in ("GET", "HEAD")


def _with_headers(path: str, send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = _for_frames(message["headers"])
            headers = MutableHeaders(raw=message["headers"])
            headers.update(HEADERS)
            headers["Content-Security-Policy"] = policy()
            fresh = message["status"] == 200 and path.startswith((VERSIONED, "/app/static/"))
            headers["Cache-Control"] = "public, max-age=31536000, immutable" if fresh else "no-store"
        await send(message)

    return sending


def _for_frames(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The same headers; where other sites may show us in a frame, Streamlit's cookie is one that a frame gets, too.

    Without it a file with answers could not be opened there. Partitioned: no site sees the cookie of another one.
    """
    if frame_ancestors() in OURSELVES:
        return headers
    changed = (
        (name, re.sub(COOKIE, rb"\1; SameSite=None; Secure; Partitioned", value))
        if name == b"set-cookie"
        else (name, value)
        for name, value in headers
    )
    return list(changed)


def frame_ancestors() -> str:
    """KLACHTWIJZER_FRAME_ANCESTORS names the sites that may show the wizard in a frame; nobody else may."""
    return os.environ.get("KLACHTWIJZER_FRAME_ANCESTORS", "").strip() or "'self'"


@cache
def policy() -> str:
    """The content security policy: everything from here, no evaluated code; the inline scripts by their hash."""
    scripts = re.findall(r"<script>(.*?)</script>", index(), re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts
    )
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {hashes} blob:",  # blob: Streamlit gives out the scripts of components so
            "style-src 'self' 'unsafe-inline'",  # Streamlit styles its own elements inline
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {frame_ancestors()}",
        ]
    )
