"""Keeping the answers in the person's own browser, and finding them back there; the server keeps nothing.

The first run of a visit asks the browser what it has (`found`); every later run hands it what there is now (`mount`).
A nonce of the visit tells an answer from one that belongs to an earlier visit of the same window.
"""

import os
import re
import secrets
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from wizard import dossier_file
from wizard.errors import InvalidDossier
from wizard.ui import road, session

HERE = Path(__file__).parent
DAYS = 30
NEUTRAL = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"
WIPED = "/gewist"

# A leading newline: without one Streamlit takes the text for the name of a file.
_component = st.components.v2.component("klachtwijzer_kept", js="\n" + (HERE / "autosave.js").read_text("utf-8"))


class Reply(NamedTuple):
    """What the browser said: whether it can keep anything, where, and what it had."""

    works: bool
    area: str
    kept: dict[str, Any] | None
    live: dict[str, str]


def found() -> bool:
    """Whether the answers of an earlier visit are in; until then nothing can be shown. First thing in a run."""
    state = st.session_state
    state.setdefault("nonce", secrets.token_hex(8))
    if "area" in state:
        return True
    answer = _mounted({"does": "load", "nonce": state["nonce"], "days": DAYS}).reply
    if answer and answer.get("nonce") == state["nonce"]:
        _take(Reply(bool(answer.get("works")), str(answer.get("area")), answer.get("kept"), answer.get("live") or {}))
        st.rerun()  # a component is shown once in a run
    return False


def _take(reply: Reply) -> None:
    state = st.session_state
    state["area"] = "local" if reply.area == "local" else "session"
    state["storage_works"] = reply.works
    if reply.kept is None:
        return
    try:
        session.welcome(dossier_file.opened(str(reply.kept.get("text", ""))))
    except InvalidDossier:
        state["unreadable"] = True  # and it is left where it is until something new is written
        return
    state["asked_area"] = state["area"] == "local"
    state["goal"] = reply.kept.get("goal") if reply.kept.get("goal") in ("brief", "stappen", "beide") else "brief"
    state["live"] = {str(key): str(text) for key, text in reply.live.items()}
    half_typed = [re.match(r"f_points__(\d+)__", key) for key in state["live"]]
    state["editing"] = next((int(found[1]) for found in half_typed if found), None)  # its form must be open
    if reply.kept.get("page") in road.PAGES and "goto" not in state:
        state["goto"] = reply.kept["page"]


def mount(slug: str) -> None:
    """Hand the browser what to keep. Last thing in every run."""
    state = st.session_state
    if goal := state.get("erase"):
        _mounted({"does": "erase", "goal": goal})
        return
    dossier = session.dossier()
    if road.is_blank(dossier) and not state.get("restored"):
        _mounted({"does": "nothing"})
        return
    _mounted(
        {
            "does": "save",
            "text": dossier_file.saved(dossier_file.stamped(dossier)),
            "page": slug,
            "goal": session.goal(),
            "area": state["area"],
            "force": state.get("force", 0),
            "refused": [road.key(path) for path in session.refused()],
        }
    )


def newer() -> int:
    """When another window wrote something newer than this one knows of; 0 if none did."""
    said: int = st.session_state.get("newer", 0)
    return said


def keep_this() -> None:
    """Let what is in this window go over what another one wrote."""
    st.session_state["force"] = st.session_state.pop("newer", 0)


def take_other() -> None:
    """Let go of what is in this window, and read what the other one wrote."""
    _let_go()


def erase(goal: str = WIPED) -> None:
    """Forget everything of this visit, here and in the browser."""
    _let_go()
    st.session_state["area"] = "session"
    st.session_state["erase"] = goal


def _let_go() -> None:
    for key in [key for key in st.session_state if key != "kept"]:
        del st.session_state[key]


def choose_area(area: str) -> None:
    """Keep the answers on the device, or only as long as this tab is open."""
    st.session_state["area"] = area
    st.session_state["asked_area"] = True


def _mounted(data: dict[str, Any]) -> Any:
    neutral = os.environ.get("KLACHTWIJZER_NEUTRAL_PAGE", NEUTRAL)
    with st.container(key="kept_box"):
        return _component(
            key="kept",
            data=data | {"neutral": neutral},
            on_reply_change=_run_again,
            on_newer_change=_note_newer,
            on_failed_change=_note_failed,
            on_back_change=_run_again,
            on_leave_change=_leave,
        )


# What the browser says is noted at once: Streamlit forgets the state of a component when the page changes.


def _note_newer() -> None:
    said = st.session_state["kept"].newer if "kept" in st.session_state else None
    st.session_state["newer"] = int(said["time"]) if said else 0


def _note_failed() -> None:
    st.session_state["storage_works"] = False


def _leave() -> None:
    erase("")


def _run_again() -> None:
    """What the browser says is read on the run that follows."""
