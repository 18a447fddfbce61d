"""The review: what is still needed, and every answer with a way to change it."""

import streamlit as st

from wizard import documents
from wizard.texts import words
from wizard.ui import coach, frame, helping, parts, readback, review, road, session


def lacking() -> None:
    """What stops the letter, then what would make it better, each with a button to the page."""
    gaps = documents.gaps(session.dossier())
    if not any(gap.stops for gap in gaps):
        parts.note(words("pages.controle.ready"), "good")
    for stops in (True, False):
        some = [gap for gap in gaps if gap.stops is stops]
        if some:
            key = "stops" if stops else "gaps"
            parts.heading(f"pages.controle.{key}")
            parts.note(words(f"pages.controle.{key}_intro"), "warning" if stops else "info")
            parts.show("list", items=[gap.message for gap in some])
            for page in dict.fromkeys(gap.page for gap in some):
                label = words("pages.controle.mend", name=words(f"pages.{page}.name"))
                st.button(label, key=f"mend_{key}_{page}", on_click=session.go, args=(page,))


def understood() -> None:
    """The complaint said back, before every answer by itself."""
    dossier = session.dossier()
    if told := readback.points(dossier):
        parts.heading("readback.title")
        parts.say("readback.intro")
        parts.show("readback", opening=readback.opening(dossier), points=told, wishes=readback.wishes(dossier))


def section(page: str, rows: list[review.Row]) -> None:
    """The answers of one page."""
    title = words(f"pages.{page}.title")
    parts.show("subheading", text=title)
    if not rows:
        parts.say("pages.controle.nothing")
        label = words("pages.controle.fill", name=words(f"pages.{page}.name"))
        st.button(label, key=f"fill_{page}", type="tertiary", on_click=session.go, args=(page,))
    for row in rows:
        with st.container(key=f"row_{road.key(row.path)}", horizontal=True, vertical_alignment="center"):
            parts.show("answer", label=row.label, value=helping.said(row.path, row.value), said=row.label == title)
            change = words("pages.controle.change", label=row.short)
            key, target = f"change_{road.key(row.path)}", (page, row.path)
            st.button(change, key=key, type="tertiary", wrap=True, on_click=session.go, args=target)


with frame.page("controle", forward=not road.stops(session.dossier())):
    lacking()
    understood()
    coach.private()
    coach.whole()
    for name, answers in review.sections(session.dossier(), session.procedure()).items():
        section(name, answers)
