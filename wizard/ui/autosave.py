"""Keeping the answers in the person's own browser, and finding them back there; the server keeps nothing.

The first run of a visit asks the browser what it has (`found`); every later run hands it what there is now (`mount`).
A nonce of the visit tells an answer from one that belongs to an earlier visit of the same window.
"""

import os
import re
import secrets
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import streamlit as st
from streamlit import runtime

from wizard import dossier_file, texts
from wizard.dossier import Dossier
from wizard.errors import InvalidDossier
from wizard.ui import road, session

HERE = Path(__file__).parent
DAYS = 30
NEUTRAL = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"
WIPED = "/gewist"

# A leading newline: without one Streamlit takes the text for the name of a file.
_component = st.components.v2.component("klachtwijzer_kept", js="\n" + (HERE / "autosave.js").read_text("utf-8"))


class Reply(NamedTuple):
    """What the browser said: whether it can keep anything, whether we are in a frame, where it keeps, what it had."""

    works: bool
    framed: bool
    area: str
    kept: dict[str, Any] | None
    live: dict[str, str]


def found() -> bool:
    """Whether the answers of an earlier visit are in; until then nothing can be shown. First thing in a run."""
    state = st.session_state
    state.setdefault("nonce", secrets.token_hex(8))
    if "area" in state:
        return True
    answer = _mounted({"does": "load", "nonce": state["nonce"], "days": DAYS, "anew": state.get("anew", False)}).reply
    if answer and answer.get("nonce") == state["nonce"]:
        works, framed, area = bool(answer.get("works")), bool(answer.get("framed")), str(answer.get("area"))
        _take(Reply(works, framed, area, answer.get("kept"), answer.get("live") or {}))
        st.rerun()  # a component is shown once in a run
    return False


def _take(reply: Reply) -> None:
    state = st.session_state
    state["area"] = "local" if reply.area == "local" else "session"
    state["storage_works"], state["framed"] = reply.works, reply.framed
    if (asked := _asked_for()) != "start":
        state["goto"] = asked
    if reply.kept is None:
        return
    state["profile"], state["role"] = str(reply.kept.get("profile") or ""), str(reply.kept.get("role") or "")
    if reply.kept.get("language") in texts.languages():
        state["language"] = reply.kept["language"]
    try:
        kept = dossier_file.opened(str(reply.kept.get("text", "")))
    except InvalidDossier:
        state["unreadable"] = True  # and it is left where it is until something new is written
        return
    session.keep(kept) if road.is_blank(kept) else session.welcome(kept)
    state["asked_area"] = state["area"] == "local"
    state["goal"] = reply.kept.get("goal") if reply.kept.get("goal") in ("brief", "stappen", "beide") else "brief"
    state["live"] = {str(key): str(text) for key, text in reply.live.items()}
    state["editing"], state["adding_event"] = _half_typed("points"), _half_typed("events")  # their forms must be open
    if reply.kept.get("came") in road.PAGES:
        state["page"] = reply.kept["came"]  # where the way back leads from a page beside the road
    if reply.kept.get("page") in road.PAGES and "goto" not in state:
        state["goto"] = reply.kept["page"]


def _asked_for() -> str:
    """The screen in the address; Streamlit forgets it when a run ends before the list of pages, as the first does."""
    slug = urlsplit(st.context.url or "").path.rpartition("/")[2]
    return slug if slug in road.PAGES else "start"


def _half_typed(name: str) -> int | None:
    """The number of the point or event that somebody was writing when the visit broke off."""
    found = [re.match(rf"f_{name}__(\d+)__", key) for key in st.session_state["live"]]
    return next((int(match[1]) for match in found if match), None)


def mount(slug: str) -> None:
    """Hand the browser what to keep. Last thing in every run."""
    state = st.session_state
    if "erase" in state and runtime.exists():
        # Streamlit takes a letter away the second time that nobody has it: that is at the end of this run.
        runtime.get_instance().media_file_mgr.remove_orphaned_files()
    if goal := state.get("erase"):
        _mounted({"does": "erase", "goal": goal})
        return
    dossier = session.dossier()
    if dossier == Dossier() and not {"goal", "profile", "role", "restored", "language"} & set(state):
        _mounted({"does": "nothing"})
        return
    _mounted(
        {
            "does": "save",
            "text": dossier_file.saved(dossier_file.stamped(dossier)),
            "page": slug,
            "came": state.get("came_from", "start"),
            "goal": session.goal(),
            "profile": state.get("profile", ""),
            "role": state.get("role", ""),
            "language": session.language(),
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
    """Let go of what is in this window, also half typed, and read what the other one wrote."""
    _let_go()
    st.session_state["anew"] = True


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
    return _component(
        key="kept",
        data=[data | {"neutral": neutral, "wiped": WIPED}],  # in a list: see hooks.py
        on_reply_change=_run_again,
        on_newer_change=_note_newer,
        on_storage_change=_note_storage,
        on_back_change=_run_again,
        on_leave_change=_leave,
    )


# What the browser says is noted at once: Streamlit forgets the state of a component when the page changes.


def _note_newer() -> None:
    said = st.session_state["kept"].newer if "kept" in st.session_state else None
    st.session_state["newer"] = int(said["time"]) if said else 0


def _note_storage() -> None:
    st.session_state["storage_works"] = "kept" in st.session_state and st.session_state["kept"].storage == "works"


def _leave() -> None:
    erase("")


def _run_again() -> None:
    """What the browser says is read on the run that follows."""
