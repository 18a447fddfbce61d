"""What happened, as dated facts; and what follows from it: where you are, what to expect, what to do, every date."""

import streamlit as st

from wizard import deadlines, triage
from wizard.afterwards.actions import Action
from wizard.afterwards.status import Status, status
from wizard.afterwards.timeline import timeline
from wizard.texts import words
from wizard.ui import dates, fields, frame, helping, paper, parts, session
from wizard.ui.line import line

FIRST = 3  # how many things to do are shown at once; the rest is a click away
YES_NO = ("held", "in_writing", "extension_has_reason", "further_extension_agreed")


def facts() -> None:
    """What happened so far, in the order in which it happens; a fact is asked only when it can apply."""
    asked = dates.asked(session.dossier(), session.procedure())
    was_open = not session.entered() and st.session_state.get("before_open", False)
    # Once opened for a mistake it stays open: it must not close under somebody who mends it.
    st.session_state["before_open"] = was_open or any(fields.error(path) for path in asked["before"])
    with st.expander(words("pages.termijnen.before"), expanded=st.session_state["before_open"]):
        for path in asked["before"]:
            ask(path)
    for path in (*asked["complaint"], *asked["dispute"]):
        ask(path)


def ask(path: str) -> None:
    """One fact: yes or no, a day, or about when."""
    name = path.rpartition(".")[2]
    kind = fields.yes_no if name in YES_NO else fields.when if name == "when" else fields.day
    kind(path)


def standing(found: Status) -> None:
    """Where you are, what is late, and what to expect from whom by which day."""
    parts.heading("pages.termijnen.where")
    if triage.wkkgz(session.dossier()) is False:
        parts.note(words("pages.termijnen.other_law"), "warning")
    parts.show("status", found=found)


def to_do(actions: tuple[Action, ...]) -> None:
    """What you can do now, the lighter ways first."""
    parts.heading("pages.termijnen.now")
    for action in actions[:FIRST]:
        do(action)
    if actions[FIRST:]:
        with st.expander(words("pages.termijnen.more")):
            for action in actions[FIRST:]:
                do(action)


def do(action: Action) -> None:
    """One thing to do, with a button to the paper or the page that goes with it."""
    with st.container(key=f"do_{action.id}"):
        parts.show("action", action=action)
        if action.document and not helping.offers(action.document):
            return
        if action.document:
            label = words("pages.papieren.make", title=paper.title(action.document))
            st.button(label, key=f"go_{action.id}", on_click=paper.visit, args=(action.document,))
        elif action.page != "termijnen":
            label = words("pages.termijnen.go", name=words(f"pages.{action.page}.name"))
            st.button(label, key=f"go_{action.id}", on_click=session.go, args=(action.page,))


def days() -> None:
    """The past and the coming days as a picture, and the same in words."""
    moments = timeline(session.dossier(), session.procedure(), session.today())
    if moments:
        parts.heading("pages.termijnen.line")
        parts.show("timeline", line=line(moments, session.today()))


def computed() -> None:
    """The dates, in the order of the road."""
    dossier, today = session.dossier(), session.today()
    parts.heading("pages.termijnen.dates")
    if not deadlines.clock_runs(dossier):
        parts.note(words(f"pages.termijnen.{dates.why_none(dossier)}"))
    for deadline in dates.shown(dossier, session.procedure(), today):
        parts.show(
            "deadline",
            deadline=deadline,
            late=dates.is_late(deadline, dossier, today),
            status=dates.status(deadline, dossier, today),
            remarks=dates.remarks(deadline, dossier, today),
            how=dates.how(deadline, dossier, today),
        )


with frame.page("termijnen"):
    facts()
    the_status = status(session.dossier(), session.procedure(), session.today())
    standing(the_status)
    to_do(the_status.may_do)
    days()
    computed()
    if session.goal() != "stappen":  # there the button to go on leads to them
        st.button(words("pages.termijnen.steps"), key="to_stappen", on_click=session.go, args=("stappen",))
