"""The pages that are plain HTML: the first page that a browser gets, the one without JavaScript, and "not found"."""

import re
from functools import cache
from pathlib import Path

import streamlit
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from wizard import triage
from wizard.procedures import STATUTORY, procedure
from wizard.texts import words
from wizard.ui.road import PAGES

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
HERE = Path(__file__).parent
SCRIPTS = INDEX.parent / "static" / "js"
FIRST_SCREEN = ("Html", "Radio", "Button", "BidiComponent")  # scripts that Streamlit asks for once it knows the screen
IMPORTED = re.compile(r'(?:from|import)"\./([^"]+\.js)"')


def routes() -> list[Route]:
    """Every address that is ours: each screen by its name, health, and the page without JavaScript."""
    screens = ["/", *(f"/{slug}" for slug in PAGES if slug != "start")]
    return [
        *(Route(path, _screen, methods=["GET"]) for path in screens),
        Route("/healthz", _healthy, methods=["GET"]),
        Route("/gewist", _wiped, methods=["GET"]),
        Route("/zonder-javascript", _without_javascript, methods=["GET"]),
    ]


def not_found() -> Response:
    """The answer to an address that we do not have."""
    return HTMLResponse(_rendered("not_found.html"), 404)


async def _screen(_: Request) -> Response:
    return HTMLResponse(index())


async def _healthy(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def _wiped(_: Request) -> Response:
    # No Clear-Site-Data: autosave.js has wiped already, and a browser may take seconds over that header.
    return HTMLResponse(_rendered("wiped.html"))


async def _without_javascript(_: Request) -> Response:
    steps = procedure(STATUTORY).steps
    helpers = [triage.referrals()[name] for name in ("lmz", "zorgbelang", "juridische-hulp")]
    return HTMLResponse(_rendered("without_javascript.html", steps=steps, helpers=helpers))


@cache
def index() -> str:
    """Streamlit's page in Dutch: its scripts stay, and words are there before they are loaded.

    Fails safe: where Streamlit's page is not what we expect, a piece stays as Streamlit made it.
    """
    page = INDEX.read_text("utf-8")
    page = page.replace('<html lang="en">', '<html lang="nl">', 1)
    page = page.replace("<title>Streamlit</title>", f"<title>{words('app.name')}</title>", 1)
    page = re.sub(r'<link\s+rel="preload"[^>]*SourceSans[^>]*/>', "", page)  # our own font is used instead
    page = re.sub(r'<link rel="service-desc"[^>]*/>', "", page)
    page = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    page = page.replace("</head>", f"{_preloads(page)}</head>", 1)
    page = re.sub(r"<noscript>.*?</noscript>", _rendered("noscript.html"), page, flags=re.DOTALL)
    return page.replace('<div id="root"></div>', f'<div id="root">{_rendered("waiting.html")}</div>', 1).strip()


def _preloads(page: str) -> str:
    """Links to the scripts of the first screen, and all that those import, so that the browser fetches them early."""
    found: dict[str, None] = {}
    waiting = [file.name for name in FIRST_SCREEN for file in SCRIPTS.glob(f"{name}.*.js")]
    while waiting:
        name = waiting.pop(0)
        if name not in found and name not in page and (SCRIPTS / name).is_file():
            found[name] = None
            waiting += IMPORTED.findall((SCRIPTS / name).read_text("utf-8"))
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">\n' for name in found)


def _rendered(name: str, **values: object) -> str:
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(name).render(words=words, **values)
