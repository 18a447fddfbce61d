"""The Streamlit script: list of pages, guard, frame. Not beside pages/, where Streamlit would run pages without it."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # Streamlit puts only the folder of this file there
    sys.path.insert(0, str(ROOT))

from wizard import checks  # noqa: E402
from wizard.texts import words  # noqa: E402
from wizard.ui import autosave, frame, hooks, keeping, parts, rescue, road, session  # noqa: E402

HERE = Path(__file__).parent


def main() -> None:
    """One run of one page."""
    if not autosave.found():
        return parts.say("keeping.loading")
    session.open_link()
    # Built on every run: Streamlit binds a page to the session that made it.
    pages = {slug: _page(slug) for slug in road.PAGES}
    current = st.navigation(list(pages.values()), position="hidden")
    slug = current.url_path or "start"
    st.set_page_config(page_title=words("app.title", page=words(f"pages.{slug}.title")), layout="centered")
    goal = session.destination() or road.allowed(slug, session.dossier(), session.procedure())
    if goal != slug:
        st.switch_page(pages[goal])
    session.enter(slug)
    st.session_state["contradictions"] = _contradictions()
    st.html(HERE / "style.css")
    try:
        frame.top(slug)
        keeping.notices()
        with st.container(key="page"):
            current.run()
    except Exception as error:  # noqa: BLE001  whatever it is, nobody may see a trace of what was typed
        rescue.apologise(error)
    keeping.box()
    frame.bottom(slug)
    hooks.mount(slug)
    autosave.mount(slug)
    return None


def _page(slug: str) -> "st.Page":
    path = None if slug == "start" else slug
    return st.Page(
        ROOT / "pages" / f"{slug}.py", title=words(f"pages.{slug}.title"), url_path=path, default=path is None
    )


def _contradictions() -> dict[str, str]:
    found = checks.impossible_days(session.dossier(), session.today())
    return {place.path.removesuffix(".day"): place.message for place in found}


main()
