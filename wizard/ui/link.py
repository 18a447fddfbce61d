"""What the address may ask for: a procedure, a provider, a language, or the door for who helps; never an answer."""

import streamlit as st

from wizard import procedures, texts
from wizard.dossier import Dossier, Provider
from wizard.provider import profiles
from wizard.provider.link_kit import PARAMETER
from wizard.ui import helping, session

PROCEDURE, LANGUAGE = "procedure", "lang"


def follow() -> None:
    """Take from the address what it asks for, once; anything else goes from it, and nothing of it is shown.

    Who helps may also come so; a provider or a procedure only while there are no answers yet.
    """
    state = st.session_state
    if "linked" in state:
        if st.query_params.get(LANGUAGE, session.language()) != session.language():
            del st.query_params[LANGUAGE]  # another one was chosen since, and a reload would bring this one back
        return
    state["linked"] = state["link_wrong"] = ""
    provider, procedure = st.query_params.get(PARAMETER), st.query_params.get(PROCEDURE)
    left = {}
    if (code := st.query_params.get(LANGUAGE)) in (texts.DUTCH, *texts.languages()):
        session.read_in(str(code))
        left[LANGUAGE] = str(code)
    if st.query_params.get(helping.ROLE) == helping.HELPS:
        helping.begin()
        left[helping.ROLE] = helping.HELPS
    if "restored" not in state:
        left |= _to_provider(provider) if provider is not None else _to_procedure(procedure)
    st.query_params.from_dict(left)


def _to_provider(slug: str) -> dict[str, str]:
    state, known = st.session_state, slug in profiles.profiles()
    state["profile"] = slug if known else ""
    state["link_wrong"] = "" if known else "unknown_profile"
    session.keep(profiles.dossier_for(profiles.profile(slug)) if known else Dossier())
    return {PARAMETER: slug} if known else {}


def _to_procedure(name: str | None) -> dict[str, str]:
    if name is None:
        return {}
    state, known = st.session_state, name in procedures.procedures()
    leave_provider()
    state["linked"] = name if known else ""
    state["link_wrong"] = "" if known else "unknown_procedure"
    session.keep(session.dossier().with_answer("procedure", name if known else procedures.STATUTORY))
    return {PROCEDURE: name} if known else {}


def leave_procedure() -> None:
    """Let the person choose another procedure than the one of the link."""
    st.session_state["linked"] = ""


def leave_provider() -> None:
    """The complaint is about another one than the provider of the link: what that link filled in goes again."""
    provider = session.profile()
    if provider is None:
        return
    dossier, given = session.dossier(), profiles.dossier_for(provider)
    if dossier.provider == given.provider:
        dossier = dossier.with_answer("provider", Provider())
        session.forget("provider")
    if provider.own_procedure and dossier.procedure == given.procedure:
        dossier = dossier.with_answer("procedure", procedures.STATUTORY)
    session.keep(dossier)
    session.forget("procedure")
    st.session_state["profile"] = ""


def check(opened: Dossier) -> None:
    """Let go of the provider of the link where the answers from a file are about another one."""
    provider = session.profile()
    if provider and opened.provider.name != profiles.dossier_for(provider).provider.name:
        st.session_state["profile"] = ""
