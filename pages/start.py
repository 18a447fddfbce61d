"""Start: which procedure, where the person is, and what they came for."""

from base64 import b64encode

import streamlit as st

from wizard import procedures
from wizard.choices import Stage, values
from wizard.provider import profiles
from wizard.provider.logo import Logo
from wizard.provider.profile_file import Profile
from wizard.texts import told, words
from wizard.ui import fields, frame, helping, link, parts, road, session


def from_provider(provider: Profile) -> None:
    """Who gave the link, what to know about that, and a way out."""
    parts.show("provider", profile=provider, picture=_address(provider.picture))
    for sentence in profiles.notices(provider, session.today()):
        parts.note(sentence, "warning")
    parts.show("procedure", procedure=session.procedure(), choosing=False)
    st.button(words("pages.start.provider_other"), key="other_provider", on_click=link.leave_provider)


def _address(picture: Logo | None) -> str:
    """The picture itself, written as an address, so that nothing has to be fetched."""
    return f"data:{picture.kind};base64,{b64encode(picture.data).decode()}" if picture else ""


def choose_procedure() -> None:
    """The radio, or what the link says, with a way out."""
    if provider := session.profile():
        return from_provider(provider)
    known = procedures.procedures()
    if linked := st.session_state.get("linked"):
        parts.say("pages.start.linked")
        parts.show("procedure", procedure=known[linked], choosing=True)
        st.button(words("pages.start.other"), key="other_procedure", on_click=link.leave_procedure)
        return None
    if wrong := st.session_state.get("link_wrong"):
        parts.note(words(f"errors.{wrong}"))
    captions = [told(procedure.for_whom) for procedure in known.values()]
    fields.choice("procedure", list(known), lambda name: told(known[name].name), captions=captions)
    return None


with frame.page("start", forward=False):
    frame.languages()
    parts.show("list", items=[words(f"pages.start.facts_{number}") for number in (1, 2, 3)])
    choose_procedure()
    fields.choice("situation.stage", values(Stage), "stage")
    parts.heading("pages.start.what")
    late = session.dossier().situation.stage in road.LATE
    with st.container(key="goals"):
        label = words("pages.start.dates" if late else "pages.start.steps")
        st.button(label, key="goal_steps", type="primary", on_click=session.aim, args=("stappen",))
        st.button(words("pages.start.letter"), key="goal_letter", type="primary", on_click=session.aim, args=("brief",))
    if not helping.on():
        parts.say("helping.who")
        st.button(words("helping.begin"), key="help_someone", on_click=helping.begin)
