"""The steps of their procedure: where they are, what they can do now, and what each step is."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from wizard import law, route, triage
from wizard.afterwards.status import status
from wizard.procedures import Kind
from wizard.standing import standing
from wizard.texts import told, words
from wizard.ui import frame, parts, session, to_do

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
# What this page shows by cards and by a button of its own.
SHOWN_HERE = ("andere-wet", "hulp-zoeken", "klachtbrief")
HELPERS = ["lmz", "eigen-steun", "zorgbelang", "tuchtrecht"]


def now(found: route.Route) -> None:
    """What the client may do now: first who else it is for, then the letter, unless that is not the thing to do."""
    dossier, stop = session.dossier(), found.stop(Kind.KLACHT)
    who, other_law = standing(dossier.complainant), triage.wkkgz(dossier) is False
    may = who.allowed is not False
    # Who already wrote may write again, but that is not the next thing to do.
    wrote = stop is not None and stop.state is route.State.GEDAAN
    first = may and not other_law and not wrote
    parts.heading("pages.stappen.now")
    if not may:
        parts.note(words("pages.stappen.not_allowed"), "warning")
        frame.referrals(list(who.referrals), "pages.wie.cards")
    if other_law:
        parts.note(words("pages.stappen.other_law"), "warning")
        frame.referrals(triage.roads_for_care(dossier), "pages.zorg.cards")
    if first:
        letter("primary")
    things_to_do()
    if may and not first:
        letter("secondary")


def letter(kind: Literal["primary", "secondary"]) -> None:
    """The buttons to the letter and to the dates."""
    with st.container(key="choices"):
        label, target = words("pages.stappen.letter"), ("beide", "zorgaanbieder")
        st.button(label, key="make_letter", type=kind, on_click=session.aim, args=target)
        st.button(words("pages.stappen.dates"), key="to_termijnen", on_click=session.go, args=("termijnen",))


def things_to_do() -> None:
    """What else can be done, but for what this page itself is for."""
    case = status(session.dossier(), session.procedure(), session.today())
    to_do.show([action for action in case.may_do if action.page != "stappen" and action.id not in SHOWN_HERE])


def stops(found: route.Route) -> None:
    """Every step on one line, the one to take now opened."""
    parts.heading("pages.stappen.all")
    parts.say("pages.stappen.read_more")
    with st.container(key="steps"):
        for stop in found.stops:
            with st.container(key=f"step_{stop.step.id}", gap=None):
                records = [law.record(term, session.today()) for term in stop.step.terms]
                actors = [words(f"choices.actor.{actor}") for actor in stop.step.actors]
                parts.show("step", stop=stop, records=records, actors=actors)
                slug = HELPED_ON.get(stop.step.kind)
                if slug and (stop.can_visit or slug in ASK_FIRST):
                    label = words(f"pages.stappen.to_{slug}")
                    st.button(label, key=f"help_{stop.step.id}", type="tertiary", on_click=session.go, args=(slug,))


def background() -> None:
    """Who is who, differences with the Act, addresses, notes and who else can help, each folded away."""
    procedure = session.procedure()
    parts.heading("pages.stappen.background")
    with st.container(key="background", gap="xsmall"):
        with folded("roles"):
            parts.show("list", items=[words(f"pages.stappen.role_{who}") for who in ("vp", "kf", "gi")])
        if procedure.differences:
            with folded("differences"):
                each("difference", procedure.differences)
        if procedure.contacts:
            with folded("contacts"):
                each("contact", procedure.contacts)
        if procedure.notes:
            with folded("notes"):
                parts.show("list", items=[told(note) for note in procedure.notes])
        with st.container(key="helpers"), folded("more_help", open_now=to_do.came_for_helpers()):
            each("road", [triage.referrals()[name] for name in HELPERS])


def folded(name: str, *, open_now: bool = False) -> DeltaGenerator:
    """Something to read, behind its title."""
    return st.expander(words(f"pages.stappen.{name}"), expanded=open_now)


def each(name: str, some: Iterable[object]) -> None:
    """A card for each."""
    for one in some:
        parts.show("referral" if name == "road" else name, **{name: one})


with frame.page("stappen", forward=False):
    parts.show("procedure", procedure=session.procedure(), choosing=False)
    the_route = route.route(session.dossier(), session.procedure(), session.today())
    now(the_route)
    stops(the_route)
    background()
