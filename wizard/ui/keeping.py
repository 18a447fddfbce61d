"""Keeping, opening and wiping the answers, as it shows on every page."""

import streamlit as st

from wizard import dossier_file, hygiene
from wizard.dossier import Dossier
from wizard.errors import InvalidDossier
from wizard.texts import words
from wizard.ui import autosave, link, parts, road, session

PLAIN, LOCKED = "klachtwijzer-antwoorden.json", "klachtwijzer-antwoorden.slot"


def notices() -> None:
    """What somebody must know before they go on: answers came back, another window is newer, nothing can be kept."""
    state = st.session_state
    if _said_here():
        parts.note(words("keeping.restored"), "good")
        for sentence in dossier_file.news(state["welcomed"]):
            parts.note(words("keeping.news", sentence=sentence))
    if state.get("unreadable"):
        parts.note(words("keeping.unreadable"), "warning")
    if not state.get("storage_works", True):
        parts.note(words("keeping.no_storage"), "warning")
        if state.get("framed"):  # a browser may keep for a site what it refuses to keep for a frame in another one
            st.link_button(words("keeping.own_window"), "/")
    if autosave.newer():
        parts.note(words("keeping.newer"), "warning")
        st.button(words("keeping.take_other"), key="take_other", on_click=autosave.take_other)
        st.button(words("keeping.keep_this"), key="keep_this", on_click=autosave.keep_this)


def _said_here() -> bool:
    """Whether this is the page that the answers came back on. Gone sooner, it would move what somebody presses."""
    state = st.session_state
    if state.get("say_restored") is True:
        state["say_restored"] = state["page"]
    elif state.get("say_restored") != state["page"]:
        state.pop("say_restored", None)
    return "say_restored" in state


def box() -> None:
    """Where the answers stay, a file to take home, a file to open, and a button that wipes it all."""
    blank = road.is_blank(session.dossier())
    works = bool(st.session_state.get("storage_works", True))
    kept = st.expander(words("keeping.title"), expanded=not works, key=f"keeping_{works}", on_change="rerun")
    if not kept.open:  # what is in it is half of what most screens are made of, so it waits until somebody looks
        return
    with kept:
        if not blank:
            _where()
            _take_home()
        _open()
        if not blank:
            st.button(words("keeping.wipe"), key="wipe", on_click=autosave.erase)


def _where() -> None:
    options = {"local": words("keeping.alone"), "session": words("keeping.shared")}
    area = st.session_state["area"] if st.session_state.get("asked_area") else None
    st.session_state["area_choice"] = area

    def change() -> None:
        if "area_choice" in st.session_state:  # gone when a click that came with it let go of everything
            autosave.choose_area(str(st.session_state["area_choice"]))

    st.radio(
        words("keeping.where"), list(options), key="area_choice", index=None, format_func=options.get, on_change=change
    )
    parts.say("keeping.where_hint")


def _take_home() -> None:
    parts.heading("keeping.file")
    parts.say("keeping.file_hint")
    data = dossier_file.saved(dossier_file.stamped(session.dossier())).encode()
    st.download_button(
        words("keeping.download"), data, PLAIN, "application/json", key="download_file", on_click="ignore"
    )
    st.text_input(words("keeping.passphrase"), key="passphrase", type="password", autocomplete="new-password")
    passphrase = str(st.session_state.get("passphrase") or "")
    if not passphrase:
        return
    if len(passphrase) < dossier_file.SHORTEST_PASSPHRASE:
        parts.note(words("keeping.short", number=dossier_file.SHORTEST_PASSPHRASE), "warning")
        return
    made = session.once("locked", f"{data!r}{passphrase}", lambda: dossier_file.locked(session.dossier(), passphrase))
    parts.say("keeping.no_recovery")
    st.download_button(
        words("keeping.download_locked"),
        made,
        LOCKED,
        "application/octet-stream",
        key="download_locked",
        on_click="ignore",
    )


def _open() -> None:
    parts.heading("keeping.open")
    key, most = f"file_{st.session_state['nonce']}", hygiene.PDF_BYTES // hygiene.MB
    given = st.file_uploader(words("keeping.choose_file"), key=key, max_upload_size=most)
    if given is None:
        return
    raw, passphrase = given.getvalue(), ""
    if dossier_file.is_locked(raw):
        passphrase = st.text_input(words("keeping.its_passphrase"), key="its_passphrase", type="password")
        if not passphrase:
            return
    try:
        found = dossier_file.opened_any(raw, passphrase)
    except InvalidDossier as error:
        parts.note(words("keeping.cannot_open", reason=error.places[0].message), "warning")
        return
    _ask(found)


def _ask(found: Dossier) -> None:
    """Show whose it is before anything is replaced."""
    whose = found.sender.name or words("keeping.nobody")
    about = found.provider.name or words("keeping.nobody")
    parts.note(words("keeping.holds", whose=whose, about=about, points=len(found.points)))
    st.button(words("keeping.replace"), key="replace", type="primary", on_click=replace, args=(found,))


def replace(found: Dossier) -> None:
    """Go on with the answers from a file."""
    for key in [key for key in st.session_state if str(key).startswith("f_")]:
        del st.session_state[key]
    link.check(found)
    session.welcome(found)
    session.go("controle")
