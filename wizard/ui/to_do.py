"""What somebody can do now, each thing with a button to the paper or the page that goes with it."""

from collections.abc import Sequence

import streamlit as st

from wizard.afterwards.actions import Action
from wizard.texts import words
from wizard.ui import helping, paper, parts, session

FIRST = 3  # how many are shown at once; the rest is a click away
HELPERS = ".st-key-helpers"  # where the steps name who else can help


def show(actions: Sequence[Action]) -> None:
    """The lighter ways first."""
    for action in actions[:FIRST]:
        _one(action)
    if actions[FIRST:]:
        with st.expander(words("pages.termijnen.more")):
            for action in actions[FIRST:]:
                _one(action)


def _one(action: Action) -> None:
    with st.container(key=f"do_{action.id}"):
        parts.show("action", action=action)
        if action.document and not helping.offers(action.document):
            return
        if action.document:
            label = words("pages.papieren.make", title=paper.title(action.document))
            st.button(label, key=f"go_{action.id}", on_click=paper.visit, args=(action.document,))
        elif action.page != st.session_state["page"]:
            label = words("pages.termijnen.go", name=words(f"pages.{action.page}.name"))
            st.button(label, key=f"go_{action.id}", on_click=_visit, args=(action.page,))


def _visit(page: str) -> None:
    """Go to a page; to the steps only to see who else can help."""
    session.go(page)
    if page == "stappen":
        st.session_state["focus"] = HELPERS


def came_for_helpers() -> bool:
    """Whether somebody came to the steps to see who else can help; so as long as they stay there."""
    if session.entered():
        st.session_state["came_for_helpers"] = st.session_state.get("focus") == HELPERS
    return bool(st.session_state.get("came_for_helpers"))
