"""Start: which procedure, where the person is, and what they came for."""

import streamlit as st

from wizard import procedures
from wizard.choices import Stage, values
from wizard.texts import words
from wizard.ui import fields, frame, parts, road, session


def choose_procedure() -> None:
    """The radio, or the procedure of the link with a way out."""
    known = procedures.procedures()
    if linked := st.session_state.get("linked"):
        parts.say("pages.start.linked")
        parts.show("procedure", procedure=known[linked], choosing=True)
        st.button(words("pages.start.other"), key="other_procedure", on_click=session.unlink)
        return
    if st.session_state.get("link_unknown"):
        parts.note(words("errors.unknown_procedure"))
    captions = [procedure.for_whom for procedure in known.values()]
    fields.choice("procedure", list(known), lambda name: known[name].name, captions=captions)


with frame.page("start", forward=False):
    parts.show("list", items=[words(f"pages.start.facts_{number}") for number in (1, 2, 3)])
    choose_procedure()
    fields.choice("situation.stage", values(Stage), "stage")
    parts.heading("pages.start.what")
    late = session.dossier().situation.stage in road.LATE
    with st.container(key="goals"):
        label = words("pages.start.dates" if late else "pages.start.steps")
        st.button(label, key="goal_steps", type="primary", on_click=session.aim, args=("stappen",))
        st.button(words("pages.start.letter"), key="goal_letter", type="primary", on_click=session.aim, args=("brief",))
