"""Which page a run shows, chosen within the run: a click and the page that it leads to are one run.

`st.switch_page` would end the run, wait 10 ms and start another one. `st.navigation` shows the page that the browser
asked for; here it is told which one that is, after every callback of the click has run, so that nothing typed is cut
off. Streamlit promises that lever to nobody: where it is gone, `st.switch_page` does the same, only slower.
"""

from contextlib import suppress
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from wizard.texts import words
from wizard.ui import helping, road, session

PAGES = Path(__file__).resolve().parents[2] / "pages"


def page() -> "tuple[str, st.Page]":
    """The slug and the page of this run: where a click leads, or what was asked for, or what must come before it."""
    # Built on every run: Streamlit binds a page to the session that made it.
    pages = {slug: _page(slug) for slug in road.PAGES}
    asked = session.destination()
    shown = _shown(pages, asked) if asked else _navigation(pages)
    slug = shown.url_path or "start"
    goal = slug if helping.may_jump(slug) else road.allowed(slug, session.dossier(), session.procedure())
    if goal != slug:
        st.session_state["turned"] = goal
    return (slug, shown) if goal == slug else (goal, _shown(pages, goal))


def _page(slug: str) -> "st.Page":
    path = None if slug == "start" else slug
    title = words("app.title", page=words(f"pages.{slug}.title"))
    return st.Page(PAGES / f"{slug}.py", title=title, url_path=path, default=path is None)


def _shown(pages: "dict[str, st.Page]", slug: str) -> "st.Page":
    """This page instead of the one that the browser asked for. A link stays in the address of the first screen only."""
    context, wanted = get_script_run_ctx(), pages[slug]
    with suppress(AttributeError):
        context.pages_manager.set_script_intent(wanted._script_hash, "")  # type: ignore[union-attr]
    if "shown" in st.session_state and len(st.query_params):
        st.query_params.clear()
    shown = _navigation(pages)
    if shown is not wanted:
        st.switch_page(wanted)
    return shown


def _navigation(pages: "dict[str, st.Page]") -> "st.Page":
    return st.navigation(list(pages.values()), position="hidden")
