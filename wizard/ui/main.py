"""The Streamlit script: list of pages, guard, frame. Not beside pages/, where Streamlit would run pages without it."""

import sys
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # Streamlit puts only the folder of this file there
    sys.path.insert(0, str(ROOT))

from wizard import checks, texts  # noqa: E402
from wizard.ui import autosave, frame, hooks, keeping, link, parts, rescue, session, turn  # noqa: E402

HERE = Path(__file__).parent


def main() -> None:
    """One run of one page, in the language of its reader."""
    if not autosave.found():
        return parts.say("keeping.loading")
    link.follow()
    with texts.telling_in(session.language()):
        _screen()
    return None


def _screen() -> None:
    slug, current = turn.page()
    session.enter(slug)
    st.session_state["contradictions"] = _contradictions()
    st.html(HERE / "style.css")
    try:
        with st.container(key="above"):  # its own room, so that a notice more or less does not move the page
            frame.top(slug)
            keeping.notices()
        with _room():
            current.run()
    except Exception as error:  # noqa: BLE001  whatever it is, nobody may see a trace of what was typed
        rescue.apologise(error)
    keeping.box()
    frame.bottom(slug)
    hooks.mount(slug)
    autosave.mount(slug)


def _room() -> DeltaGenerator:
    """Where the page goes. On a new one nothing of the page before may stay until the run is over."""
    return st.empty().container(key="page") if session.entered() else st.container(key="page")


def _contradictions() -> dict[str, str]:
    found = checks.impossible_days(session.dossier(), session.today())
    return {place.path.removesuffix(".day"): place.message for place in found}


texts.ask_reader(session.reader)
main()
