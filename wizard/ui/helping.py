"""Two people at one screen: the client, whose complaint it is, and somebody who listens and types along.

What others in the room need not read (`MASKED`) is not sent to the browser until somebody asks to see it.
"""

from pathlib import Path
from typing import Any

import streamlit as st

from wizard import documents, triage
from wizard.texts import words
from wizard.ui import autosave, parts, review, road, session

HERE = Path(__file__).parent
ROLE, HELPS = "rol", "kf"
MASKED = (
    *(f"{whose}.address.{line}" for whose in ("sender", "authorisation") for line in ("street", "postcode", "town")),
    "sender.email",
    "sender.phone",
    "complainant.client_birth_date",
    "letter.reference",
)
# In the order of a talk: first what happened and what is hoped for, then what a letter needs.
PARTS = (
    "klacht",
    "wensen",
    "geprobeerd",
    "spoed",
    "zorg",
    "wie",
    "zorgaanbieder",
    "verzenden",
    "gegevens",
    "machtiging",
)
OPTIONAL = ("geprobeerd", "machtiging")
# What is the client's own; nothing for or by a provider, and no report of a talk.
OFFERED = ("intakeblad", "klachtbrief", "eerst-informeel", "afspraken", "machtiging", "datumkaart")


def on() -> bool:
    """Whether somebody helps another person here."""
    return st.session_state.get("role") == HELPS


def begin() -> None:
    """From now on two people look at this screen."""
    st.session_state["role"] = HELPS


def stop() -> None:
    """The client goes on alone."""
    st.session_state["role"] = st.session_state["unmasked"] = ""


def may_jump(slug: str) -> bool:
    """Whether a part can be visited before what comes before it on the road: who helps chooses the order."""
    return on() and slug in PARTS


def top(slug: str) -> None:
    """Whose complaint it is, what is still open, and the way to every part; nothing for somebody alone."""
    if not on():
        return
    st.html(HERE / "helping.css")
    parts.note(words("helping.whose"))
    first = _first()
    if first and st.session_state.get("turned") == slug:
        parts.note(first)
    found = states()
    number = sum(state in ("empty", "open") for state in found.values())
    with st.expander(words("helping.open", number=number), expanded=slug == "start", key=f"intake_on_{slug}"):
        parts.say("helping.order")
        with st.container(key="intake_parts", gap="xsmall"):
            for part, state in found.items():
                label = words(f"helping.part_{state}", name=words(f"pages.{part}.name"))
                st.button(label, key=f"intake_{part}", type="tertiary", on_click=session.go, args=(part,))
        if first:
            parts.show("paragraph", text=first)
        else:
            st.button(words("helping.check"), key="intake_controle", on_click=session.go, args=("controle",))
            st.button(words("helping.papers"), key="intake_papieren", on_click=session.go, args=("papieren",))
        st.button(words("helping.stop"), key="stop_helping", type="tertiary", on_click=stop)
        parts.say("helping.end")
        wipe("wipe_intake")


def _first() -> str:
    """What must be asked before all can be read over and papers can be made; empty when nothing must."""
    number = len(triage.open_questions(session.dossier(), session.procedure()))
    return words("helping.first_one" if number == 1 else "helping.first", number=number) if number else ""


def states() -> dict[str, str]:
    """Per part: empty, open, done, or that it may stay empty."""
    dossier, procedure = session.dossier(), session.procedure()
    rows = review.sections(dossier, procedure)
    lacking = {gap.page for gap in documents.gaps(dossier)}
    lacking |= {road.MENDED_ON[question] for question in triage.open_questions(dossier, procedure)}
    empty = {part: "may" if part in OPTIONAL else "empty" for part in PARTS if not rows.get(part)}
    return {part: empty.get(part) or ("open" if part in lacking else "done") for part in PARTS}


def wipe(key: str) -> None:
    """One button that leaves nothing of this intake, and opens the next one; it asks first."""
    if st.session_state.get("wiping") != key:
        st.button(words("helping.wipe"), key=key, on_click=_ask_wipe, args=(key,))
        return
    with st.container(key=f"sure_{key}", border=True):
        parts.note(words("helping.wipe_sure"), "warning")
        st.button(words("helping.wipe_yes"), key="wipe_yes", on_click=autosave.erase, args=(f"/?{ROLE}={HELPS}",))
        st.button(words("helping.wipe_no"), key="wipe_no", on_click=_keep, args=(key,))


def _ask_wipe(key: str) -> None:
    st.session_state["wiping"] = key
    session.focus_on(".st-key-wipe_yes")


def _keep(key: str) -> None:
    st.session_state["wiping"] = ""
    session.focus_on(f".st-key-{key}")


def asks(key: str) -> None:
    """What to ask the client here, if there is something to ask."""
    if on() and (question := parts.maybe(f"asks.{key}")):
        parts.show("ask", question=question)


def hides(path: str, value: Any) -> bool:
    """Whether an answer is not to be sent to the browser now."""
    return on() and path in MASKED and bool(value) and st.session_state.get("unmasked") != path


def mask(path: str, label: str) -> None:
    """That there is an answer, and a button that shows it."""
    with st.container(key=f"mask_{road.key(path)}", gap="xsmall"):
        parts.show("masked", label=label)
        st.button(words("helping.show", label=label), key=f"show_{road.key(path)}", on_click=_show, args=(path,))


def unmask(path: str, label: str) -> None:
    """The button that takes an answer from the screen again, where somebody asked to see it."""
    if on() and st.session_state.get("unmasked") == path:
        st.button(words("helping.hide", label=label), key=f"hide_{road.key(path)}", on_click=_show, args=("",))


def said(path: str, value: str) -> str:
    """An answer on the review, or that there is one."""
    return words("helping.masked") if hides(path, value) else value


def reveals(name: str) -> bool:
    """Whether a whole letter may be on the screen; a button asks for it, and another one puts it away."""
    if not on():
        return True
    if st.session_state.get("unmasked") == name:
        st.button(words("helping.hide_letter"), key=f"hide_{name}", on_click=_show, args=("",))
        return True
    st.button(words("helping.show_letter"), key=f"show_{name}", on_click=_show, args=(name,))
    return False


def _show(path: str) -> None:
    st.session_state["unmasked"] = path


def offers(document: str) -> bool:
    """Whether this document is one to make here."""
    return not on() or document in OFFERED
