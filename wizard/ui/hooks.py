"""One invisible component: hooks.js does what Streamlit cannot do from Python, such as moving the focus."""

import tomllib
from functools import cache
from pathlib import Path

import streamlit as st

from wizard.texts import direction, language, told

HERE = Path(__file__).parent

# A leading newline: without one Streamlit takes the text for the name of a file.
_component = st.components.v2.component("klachtwijzer_hooks", js="\n" + (HERE / "hooks.js").read_text("utf-8"))


@cache
def _chrome() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "chrome.toml").read_text("utf-8"))


def mount(slug: str) -> None:
    """Last on every page: tell the browser which page this is, where the focus goes and what belongs to which field."""
    state = st.session_state
    data = {
        "page": slug,
        "focus": state.pop("focus", ""),
        "turn": state.get("focus_turn", 0),
        "described": state.get("described", {}),
        "remarks": state.get("remarks", {}),
        "chrome": {how: {own: told(dutch) for own, dutch in table.items()} for how, table in _chrome().items()},
        "language": language(),
        "direction": direction(),
    }
    # In a list: in a bare dict Streamlit looks for tables, and loads pandas for that (half a second, 75 MB).
    _component(key="hooks", data=[data], height="content")
