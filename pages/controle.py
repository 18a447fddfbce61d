"""The review: what stops the letter, the complaint said back, the way to the letter, and every answer to change."""

import streamlit as st

from wizard import documents
from wizard.documents import Gap
from wizard.texts import words
from wizard.ui import coach, frame, helping, paper, parts, readback, review, road, session


def lacking(name: str, gaps: tuple[Gap, ...], kind: str) -> None:
    """What stops the letter, or what would make it better, with a button to each page."""
    if gaps:
        parts.heading(f"pages.controle.{name}")
        parts.note(words(f"pages.controle.{name}_intro"), kind)
        paper.mend(name, gaps)


def understood() -> None:
    """The complaint said back, each point with a way to change it."""
    dossier = session.dossier()
    points = readback.points(dossier)
    if not points:
        return
    parts.heading("readback.title")
    parts.say("readback.intro")
    with st.container(key="readback", gap="xsmall"):
        parts.show("paragraph", text=" ".join(readback.opening(dossier)))
        for point in points:
            parts.show("readback", point=point)
            label = words("pages.klacht.edit", number=point.place + 1)
            change(label, f"point_{point.place}", "klacht", f"points.{point.place}.what_happened")
        parts.show("readback_wishes", wishes=readback.wishes(dossier))
        change(words("pages.controle.change_wishes"), "wishes", "wensen")


def change(label: str, key: str, page: str, field: str = "") -> None:
    """The way to the page of an answer, with the focus on its field."""
    target = (page, field)
    st.button(label, key=f"change_{key}", type="tertiary", wrap=True, on_click=session.go, args=target)


def to_letter() -> None:
    """The way to the letter, before all the answers."""
    label, target = words("nav.next", name=words("pages.brief.name")), ("brief", frame.nothing, ())
    st.button(label, key="to_letter", type="primary", on_click=session.go_on, args=target)


def answers(gaps: list[Gap]) -> None:
    """Every other answer, closed but for what stops the letter; then what may stay empty."""
    parts.heading("pages.controle.all")
    groups = review.groups(session.dossier(), session.procedure())
    stopping = {"situatie" if gap.page in review.SITUATION else gap.page for gap in gaps if gap.stops}
    with st.container(key="answers", gap="xsmall"):
        for group, rows in groups.items():
            if rows:
                section(group, rows, open_now=group in stopping)
    asked_for = {gap.page for gap in gaps}
    empty([page for page in road.EXTRA if not groups[page] and page not in asked_for and not _said_back(page)])


def _said_back(page: str) -> bool:
    return page == "wensen" and bool(readback.points(session.dossier()))


def section(group: str, rows: list[tuple[str, review.Row]], *, open_now: bool) -> None:
    """One group: what it holds in a line, and each answer with a way to change it."""
    dossier = session.dossier()
    said = review.summary(dossier, group, len(rows), helping.hides)
    label = f"**{review.title(group, dossier)}:** {review.literally(said)}"
    with st.expander(label, expanded=open_now, key=f"answers_{group}"):
        for page, row in rows:
            with st.container(key=f"row_{road.key(row.path)}", horizontal=True, vertical_alignment="center"):
                parts.show("answer", label=row.label, value=helping.said(row.path, row.value))
                change(briefly(row.short), road.key(row.path), page, row.path)


def briefly(short: str) -> str:
    """A button that shows one word; what it changes is in italics, which style.css leaves to screen readers."""
    seen = words("pages.controle.change", label="").strip(" :")
    return f"{seen} *{words('pages.controle.change', label=short).removeprefix(seen).strip(' :')}*"


def empty(pages: list[str]) -> None:
    """What may stay empty, with the way to it."""
    if pages:
        names = ", ".join(words(f"pages.{page}.name") for page in pages)
        parts.say("pages.controle.empty", names=names)
    for page in pages:
        label = words("pages.controle.fill", name=words(f"pages.{page}.name"))
        st.button(label, key=f"fill_{page}", type="tertiary", on_click=session.go, args=(page,))


the_gaps = documents.gaps(session.dossier())
stops = tuple(gap for gap in the_gaps if gap.stops)
with frame.page("controle", forward=not stops):
    lacking("stops", stops, "warning")
    understood()
    coach.private()
    coach.whole()
    lacking("gaps", tuple(gap for gap in the_gaps if not gap.stops), "info")
    if not stops:
        to_letter()
    answers(the_gaps)
