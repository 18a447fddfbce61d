"""One document on the screen: what it is for, what it lacks, and its files, made only when somebody asks."""

import logging
from datetime import date
from typing import Literal

import streamlit as st

from wizard import papers
from wizard.documents import Gap
from wizard.dossier import Dossier
from wizard.errors import LetterFailed, LetterMakerUnavailable
from wizard.formats.bundle import bundle
from wizard.formats.calendar_file import ics
from wizard.formats.docx_file import docx
from wizard.formats.plain import plain
from wizard.letter_maker import letter_maker
from wizard.papers import Offer
from wizard.procedures import Procedure
from wizard.texts import file_name, words
from wizard.ui import helping, parts, session

log = logging.getLogger("klachtwijzer")

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


Case = tuple[Dossier, Procedure, date]


def _case() -> Case:
    return session.dossier(), session.procedure(), session.today()


def offers() -> list[Offer]:
    """Every document that is for this person, as the dossier stands today."""
    return [offer for offer in papers.offers(*_case()) if helping.offers(offer.id)]


def title(name: str) -> str:
    """What a document is called."""
    return next(offer.title for offer in papers.offers(*_case()) if offer.id == name)


def visit(name: str) -> None:
    """Go to the card of one document, among all of them."""
    session.go("papieren")
    st.session_state["focus"] = f".st-key-paper_{name}"


def one(name: str) -> None:
    """The card of one document, on the page that its facts come from; where it does not apply, why."""
    found = next((offer for offer in offers() if offer.id == name), None)
    if found is None:
        parts.note(words("helping.not_here"))
    elif found.applies:
        card(found)
    else:
        parts.note(found.why_not)


def card(offer: Offer) -> None:
    """What it is for; then the way to what it lacks, or the button that makes it, or its files."""
    with st.container(key=f"paper_{offer.id}", border=True):
        parts.show("paper", offer=offer)
        if not offer.can_be_made:
            return mend(offer.id, tuple(gap for gap in offer.gaps if gap.stops))
        whole = _opened(offer.id)
        if whole:
            return _files(offer, whole)
        label = words("pages.papieren.make", title=offer.title)
        st.button(label, key=f"make_{offer.id}", on_click=choose, args=(offer.id,))
    return None


def choose(name: str) -> None:
    """Make this document, and put away another one that was open."""
    st.session_state["paper"] = (name, "")
    session.focus_on(".st-key-downloads")


def close(name: str) -> None:
    """Put the document away."""
    st.session_state["paper"] = None
    session.focus_on(f".st-key-make_{name}")


def _opened(name: str) -> str:
    """The page of this document if it is open; it is put away when an answer changes what is in it."""
    held: tuple[str, str] | None = st.session_state.get("paper")
    if held is None or held[0] != name:
        return ""
    whole = papers.page(name, *_case())
    if held[1] and held[1] != whole:
        st.session_state["paper"] = None
        return ""
    st.session_state["paper"] = (name, whole)
    return whole


def mend(name: str, gaps: tuple[Gap, ...]) -> None:
    """What is lacking page by page, with a button to where it can be filled in; none to the page that is open."""
    for page in dict.fromkeys(gap.page for gap in gaps):
        parts.show("list", items=[gap.message for gap in gaps if gap.page == page])
        if page != st.session_state.get("page"):
            label = words("pages.controle.mend", name=words(f"pages.{page}.name"))
            st.button(label, key=f"mend_{name}_{page}", on_click=session.go, args=(page,))


def _files(offer: Offer, whole: str) -> None:
    """The same words as PDF, as Word file, as plain text, and as text to copy."""
    file = f"{offer.id}-{session.today().isoformat()}"
    with st.container(key="downloads"):
        if made := _pdf(whole):
            _download("pdf", made, f"{file}.pdf", "application/pdf", kind="primary")
        else:
            _download("html", whole.encode(), f"{file}.html", "text/html", kind="primary")
        _download("docx", session.once("docx", whole, lambda: docx(whole)), f"{file}.docx", WORD)
        _download("txt", plain(whole).encode(), f"{file}.txt", "text/plain")
    if not helping.on():
        with st.expander(words("pages.papieren.copy")):
            parts.show("copy", text=plain(whole))
    if offer.gaps:
        with st.expander(words("pages.papieren.open_gaps")):
            mend(offer.id, offer.gaps)
    label = words("pages.papieren.close", title=offer.title)
    st.button(label, key=f"close_{offer.id}", type="tertiary", on_click=close, args=(offer.id,))


def _pdf(whole: str) -> bytes:
    """The PDF, made once per visit; nothing where it cannot be made now, and it says so."""
    try:
        with st.spinner(words("pages.papieren.making")):
            return session.once("pdf", whole, lambda: letter_maker().pdf(whole))
    except (LetterMakerUnavailable, LetterFailed) as error:
        log.error("%s", type(error).__name__)
        parts.note(words("pages.papieren.no_pdf"), "warning")
        return b""


def _download(
    name: str, data: bytes, file: str, mime: str, kind: Literal["primary", "secondary"] = "secondary"
) -> None:
    """A button that downloads, without a new run of the page."""
    label = words(f"pages.papieren.{name}")
    st.download_button(label, data, file, mime, key=f"download_{name}", type=kind, on_click="ignore")


def calendar() -> None:
    """The dates as a calendar file; a sentence where there are none yet."""
    made = session.once("ics", repr(_case()), lambda: ics(*_case(), session.now()))
    if made:
        _download("ics", made, f"{file_name('pages.papieren.file_ics')}.ics", "text/calendar")
    else:
        parts.say("pages.papieren.no_dates")


def everything(some: list[Offer]) -> None:
    """One file with all that can be made now; made only after a click, as it takes a while."""
    pages = {offer.id: papers.page(offer.id, *_case()) for offer in some}
    if st.session_state.get("all_papers") != pages:
        st.button(words("pages.papieren.make_all"), key="make_all", on_click=_choose_all, args=(pages,))
        return
    try:
        made = session.once("zip", repr(pages), lambda: _bundled(pages))
    except (LetterMakerUnavailable, LetterFailed) as error:
        log.error("%s", type(error).__name__)
        parts.note(words("pages.papieren.no_zip"), "warning")
        return
    file = file_name("pages.papieren.file_zip", day=session.today().isoformat())
    _download("zip", made, f"{file}.zip", "application/zip", kind="primary")


def _choose_all(pages: dict[str, str]) -> None:
    st.session_state["all_papers"] = pages
    session.focus_on(".st-key-download_zip")


def _bundled(pages: dict[str, str]) -> bytes:
    """Every page in its three forms, and the dates; says how far it is."""
    held, busy = {}, st.empty()
    for number, (name, whole) in enumerate(pages.items(), 1):
        text = words("pages.papieren.making_all", number=number, total=len(pages))
        busy.html(parts.html("busy", text=text))
        held[f"{name}.pdf"] = letter_maker().pdf(whole)
        held[f"{name}.docx"] = docx(whole)
        held[f"{name}.txt"] = plain(whole).encode()
    busy.empty()
    if dates := ics(*_case(), session.now()):
        held[f"{file_name('pages.papieren.file_ics')}.ics"] = dates
    return bundle(held)
