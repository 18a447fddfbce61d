"""The steps of their procedure: where they are, what they can do now, and what each step is."""

from typing import Literal

import streamlit as st

from wizard import law, route, triage
from wizard.procedures import Kind
from wizard.texts import told, words
from wizard.ui import frame, parts, session

# Which page helps with a step of that kind.
HELPED_ON = {
    Kind.GESPREK: "gesprek",
    Kind.KLACHTENFUNCTIONARIS: "papieren",
    Kind.CONTACTPERSOON: "papieren",
    Kind.BEMIDDELING: "bemiddeling",
    Kind.ANTWOORD: "antwoord",
    Kind.GESCHIL: "geschil",
    Kind.TERUGBLIK: "terugblik",
}
# These pages say themselves whether the step can be taken, and ask what decides it.
ASK_FIRST = ("bemiddeling", "geschil")


def now(found: route.Route) -> None:
    """What the client may do now, with buttons to what this program can do."""
    parts.heading("pages.stappen.now")
    allowed = triage.standing(session.dossier().complainant).allowed
    if allowed is False:
        parts.note(words("pages.stappen.not_allowed"), "warning")
    elif triage.wkkgz(session.dossier()) is False:
        parts.note(words("pages.stappen.other_law"), "warning")
    titles = [told(stop.step.title) for stop in found.choices]
    parts.show("list", items=titles or [words("pages.stappen.nothing")])
    with st.container(key="choices"):
        letter = found.stop(Kind.KLACHT)
        if letter and letter.can_visit and allowed:
            label, target = words("pages.stappen.letter"), ("beide", "zorgaanbieder")
            # Who already wrote may write again, but that is not the next thing to do.
            kind: Literal["primary", "secondary"] = "secondary" if letter.state is route.State.GEDAAN else "primary"
            st.button(label, key="make_letter", type=kind, on_click=session.aim, args=target)
        st.button(words("pages.stappen.dates"), key="to_termijnen", on_click=session.go, args=("termijnen",))


def stops(found: route.Route) -> None:
    """Every step, the one to take now opened."""
    parts.heading("pages.stappen.all")
    parts.say("pages.stappen.read_more")
    for stop in found.stops:
        records = [law.record(term, session.today()) for term in stop.step.terms]
        actors = [words(f"choices.actor.{actor}") for actor in stop.step.actors]
        parts.show("step", stop=stop, records=records, actors=actors)
        slug = HELPED_ON.get(stop.step.kind)
        if slug and (stop.can_visit or slug in ASK_FIRST):
            label = words(f"pages.stappen.to_{slug}")
            st.button(label, key=f"help_{stop.step.id}", type="tertiary", on_click=session.go, args=(slug,))


def background() -> None:
    """Who is who, notes, differences with the Act, and addresses."""
    procedure = session.procedure()
    parts.heading("pages.stappen.roles")
    parts.show("list", items=[words(f"pages.stappen.role_{who}") for who in ("vp", "kf", "gi")])
    if procedure.differences:
        parts.heading("pages.stappen.differences")
        for difference in procedure.differences:
            parts.show("difference", difference=difference)
    if procedure.contacts:
        parts.heading("pages.stappen.contacts")
        for contact in procedure.contacts:
            parts.show("contact", contact=contact)
    if procedure.notes:
        parts.heading("pages.stappen.notes")
        parts.show("list", items=[told(note) for note in procedure.notes])
    frame.referrals(["eigen-steun", "zorgbelang", "tuchtrecht"], "pages.stappen.more_help")


with frame.page("stappen", forward=False):
    parts.show("procedure", procedure=session.procedure(), choosing=False)
    the_route = route.route(session.dossier(), session.procedure(), session.today())
    now(the_route)
    stops(the_route)
    background()
