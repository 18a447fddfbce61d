"""Every date to expect, how it was computed, and the facts that it depends on."""

import streamlit as st

from wizard import deadlines, route, triage
from wizard.choices import DirectReason, values
from wizard.texts import words
from wizard.ui import dates, fields, frame, parts, session


def facts() -> None:
    """What happened so far; a fact is asked only when it can apply."""
    parts.heading("pages.termijnen.facts")
    for path in dates.asked(session.dossier()):
        name = path.rpartition(".")[2]
        if name in ("in_writing", "answer_satisfies"):
            fields.yes_no(path)
        elif name == "direct_reason":
            fields.choice(path, values(DirectReason), "direct_reason", none="geen")
        else:
            fields.day(path)


def computed() -> None:
    """The dates, in the order of the road."""
    dossier, today = session.dossier(), session.today()
    parts.heading("pages.termijnen.dates")
    if triage.wkkgz(dossier) is False:
        parts.note(words("pages.termijnen.other_law"), "warning")
    if not deadlines.clock_runs(dossier):
        parts.note(words(f"pages.termijnen.{dates.why_none(dossier)}"))
    for deadline in deadlines.deadlines(dossier, session.procedure(), today):
        parts.show(
            "deadline",
            deadline=deadline,
            late=dates.is_late(deadline, dossier, today),
            status=dates.status(deadline, dossier, today),
            remarks=dates.remarks(deadline, dossier, today),
            how=dates.how(deadline, dossier, today),
        )


def body() -> None:
    """The disputes body: whether it is open now, and what is known of it."""
    parts.heading("pages.termijnen.body")
    ground = route.ground_sentence(session.dossier(), session.today())
    parts.note(f"{words('pages.termijnen.open' if ground else 'pages.termijnen.closed')}. {ground}".strip(), "info")
    parts.show("body", body=session.procedure().disputes_body)


with frame.page("termijnen"):
    facts()
    computed()
    body()
    if session.goal() != "stappen":  # there the button to go on leads to them
        st.button(words("pages.termijnen.steps"), key="to_stappen", on_click=session.go, args=("stappen",))
