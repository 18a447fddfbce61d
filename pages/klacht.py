"""The complaint, one point at a time, and what else happened."""

import streamlit as st

from wizard import hygiene, triage
from wizard.texts import DUTCH, language, words
from wizard.ui import frame, parts, points, session

with frame.page("klacht", review=True):
    if language() != DUTCH:
        parts.note(words("pages.klacht.in_dutch"))
    parts.note(words("pages.klacht.tip"))
    chosen = points.editing()
    # In a room of their own: with a point more or less the box below keeps its place, and stays open.
    with st.container():
        for number in range(len(session.dossier().points)):
            if number == chosen:
                points.form(number)
            else:
                points.card(number)
        if chosen == len(session.dossier().points):
            points.form(chosen)
        if len(session.dossier().points) >= hygiene.POINTS:
            parts.note(words("pages.klacht.full"))
        elif chosen is None:
            st.button(words("pages.klacht.add"), key="add_point", on_click=points.add)
    if triage.only_about_money(session.dossier()):
        frame.referrals(["rekening"], "pages.zorg.cards")
    with st.expander(words("pages.klacht.events"), expanded=bool(session.dossier().events) or points.adding_event()):
        points.events()
