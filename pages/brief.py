"""The letter: to read, to download, and what to do with it. Who reads no Dutch gets a copy to read beside it."""

import logging
from typing import Literal

import streamlit as st

from wizard import documents, dossier_file
from wizard.errors import LetterFailed, LetterMakerUnavailable
from wizard.formats.docx_file import docx
from wizard.formats.plain import plain
from wizard.letter import Letter
from wizard.letter_maker import letter_maker
from wizard.texts import DUTCH, file_name, language, words
from wizard.ui import frame, helping, paper, parts, session

log = logging.getLogger("klachtwijzer")

READING_COPY = "leeskopie-niet-versturen"  # in Dutch for every reader: who gets the file must see what it is


def nameless() -> None:
    """That the letter would end without a name, and the way to fill it in."""
    if not session.dossier().sender.name:
        parts.note(words("pages.brief.no_name"), "warning")
        label = words("pages.controle.mend", name=words("pages.gegevens.name"))
        st.button(label, key="mend_name", on_click=session.go, args=("gegevens", "sender.name"))


def downloads(letter: Letter) -> None:
    """The letter as a file, to send or to change, and a copy with the answers in it."""
    whole = documents.html(letter)
    name = file_name("pages.brief.file", day=session.today().isoformat())
    is_pdf = printed("download", whole, name)
    editable(whole, name)
    if is_pdf:
        own_copy(whole)


def printed(key: str, whole: str, name: str) -> bool:
    """The PDF of a page; where it cannot be made, the page itself. Returns whether it is the PDF."""
    try:
        with st.spinner(words("pages.brief.making")):
            made = session.once(f"{key}_pdf", whole, lambda: letter_maker().pdf(whole))
    except (LetterMakerUnavailable, LetterFailed) as error:
        log.error("%s", type(error).__name__)
        parts.note(words("pages.brief.no_pdf"), "warning")
        offer(f"{key}_html", whole.encode(), f"{name}.html", "text/html", "primary")
        return False
    offer(key, made, f"{name}.pdf", "application/pdf", "primary")
    return True


def editable(whole: str, name: str) -> None:
    """The same words to change in a word processor, or to paste in a mail."""
    with st.container(key="downloads"):
        made = session.once("docx", whole, lambda: docx(whole))
        offer("download_docx", made, f"{name}.docx", paper.WORD)
        offer("download_txt", plain(whole).encode(), f"{name}.txt", "text/plain")


def own_copy(whole: str) -> None:
    """The letter with the answers in it, for somebody who wants that; never the copy to send."""
    with st.expander(words("pages.brief.own_copy")):
        parts.say("pages.brief.own_copy_hint")
        st.checkbox(words("pages.brief.own_copy_wanted"), key="own_copy")
        if st.session_state["own_copy"]:
            answers = dossier_file.saved(dossier_file.stamped(session.dossier()))
            made = session.once("copy", whole + answers, lambda: letter_maker().pdf(whole, answers))
            offer("download_copy", made, f"{file_name('pages.brief.own_file')}.pdf", "application/pdf", "primary")


def offer(key: str, data: bytes, file: str, mime: str, kind: Literal["primary", "secondary"] = "secondary") -> None:
    """A button that downloads, without a new run of the page."""
    st.download_button(words(f"pages.brief.{key}"), data, file, mime, key=key, type=kind, on_click="ignore")


def reading_copy(letter: Letter) -> None:
    """What the letter says, in the language of a reader who reads no Dutch; it is not the letter."""
    parts.heading("pages.brief.reading_copy")
    parts.say("pages.brief.reading_hint")
    fragment = documents.reading_copy(letter, language(), whole=False)
    parts.show("letter", preview=fragment, label=words("pages.brief.reading_copy"))
    whole = documents.reading_copy(letter, language())
    printed("download_reading_copy", whole, f"{READING_COPY}-{session.today().isoformat()}")


def steps(letter: Letter) -> None:
    """Sign, copy, send, note the day."""
    parts.heading("pages.brief.then")
    last = "then_4" if letter.formal else "then_4_informal"
    parts.show("ordered", items=[words(f"pages.brief.{key}") for key in ("then_1", "then_2", "then_3", last)])


with frame.page("brief"):
    the_letter = documents.letter(session.dossier(), session.procedure(), session.today())
    nameless()
    downloads(the_letter)
    steps(the_letter)
    parts.heading("pages.brief.preview")
    if helping.reveals("letter"):
        parts.show("letter", preview=documents.preview(the_letter), label=words("pages.brief.preview"))
        if language() != DUTCH:
            reading_copy(the_letter)
    st.button(words("pages.brief.papers"), key="to_papieren", on_click=session.go, args=("papieren",))
