"""When the letter was sent and what happened since; and what follows from it: where you are, what to do, every date."""

import streamlit as st

from wizard import deadlines, triage
from wizard.afterwards.answer import has_answer, has_complained, is_overdue
from wizard.afterwards.status import Status, status
from wizard.afterwards.timeline import timeline
from wizard.choices import Stage
from wizard.texts import words
from wizard.ui import dates, field, fields, frame, parts, session, to_do
from wizard.ui.line import line

FIRST = [f"handling.{name}" for name in ("in_writing", "sent_on", "received_on")]
YES_NO = ("held", "in_writing", "extension_has_reason", "further_extension_agreed")


def facts() -> None:
    """When it was sent and came; the rest folded away. A fact is asked only when it can apply."""
    asked = dates.asked(session.dossier(), session.procedure())
    before = asked.pop("before")
    since = [path for name, paths in asked.items() for path in paths if name != "dispute" or asks_dispute()]
    for path in (path for path in since if path in FIRST):
        ask(path)
    after = [path for path in since if path not in FIRST]
    answered = session.dossier().situation.stage is Stage.ANTWOORD
    folded("after", after, open_now=answered or any(field.held(path) is not None for path in after))
    folded("before", before)


def asks_dispute() -> bool:
    """Whether it can be of use to ask about the dispute: after the answer, or when that is late."""
    dossier = session.dossier()
    filled = dossier.handling.dispute_submitted_on or dossier.handling.direct_reason
    return bool(filled) or has_answer(dossier) or is_overdue(dossier, session.today())


def folded(name: str, paths: list[str], *, open_now: bool = False) -> None:
    """Some facts behind a title. Once open it stays so: it must not close under somebody who mends a mistake."""
    was_open = not session.entered() and st.session_state.get(f"{name}_open", False)
    st.session_state[f"{name}_open"] = open_now or was_open or any(field.error(path) for path in paths)
    if paths:
        with st.expander(words(f"pages.termijnen.{name}"), expanded=st.session_state[f"{name}_open"], key=name):
            for path in paths:
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
    to_send = st.session_state["came_from"] == "brief" and not has_complained(session.dossier())
    parts.note(words("pages.termijnen.send_first")) if to_send else parts.say("pages.termijnen.fill_in")
    facts()
    the_status = status(session.dossier(), session.procedure(), session.today())
    standing(the_status)
    parts.heading("pages.termijnen.now")
    to_do.show([action for action in the_status.may_do if not (to_send and action.document == "klachtbrief")])
    days()
    computed()
    if session.goal() != "stappen":  # there the button to go on leads to them
        st.button(words("pages.termijnen.steps"), key="to_stappen", on_click=session.go, args=("stappen",))
