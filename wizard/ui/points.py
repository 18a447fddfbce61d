"""The complaint points and events of one dossier on the screen: cards, a form for one of them, and their buttons."""

from collections.abc import Callable
from contextlib import suppress
from typing import Literal

import streamlit as st

from wizard import hygiene
from wizard.choices import Category, values
from wizard.errors import InvalidDossier
from wizard.points import merged, paragraphs, split
from wizard.texts import words
from wizard.ui import coach, field, fields, parts, session

SMALL = ("edit", "remove", "up", "down", "merge", "split", "event_remove")


def editing() -> int | None:
    """Which point is open in the form: the chosen one, the first one ever, or one with a mistake in it."""
    held = len(session.dossier().points)
    if held == 0:
        st.session_state["editing"] = 0
    chosen: int | None = st.session_state.get("editing")
    return _wrong() if chosen is None or chosen > held else chosen


def _wrong() -> int | None:
    """The first point with something in it that could not be kept or cannot be right: it stays open."""
    wrong = [*session.refused(), *field.contradictions()]
    return min((int(path.split(".")[1]) for path in wrong if path.startswith("points.")), default=None)


def form(number: int) -> None:
    """The fields of one point."""
    with st.container(key="point_form", border=True):
        parts.show("subheading", text=words("pages.klacht.point", number=number + 1))
        fields.choice(f"points.{number}.category", values(Category), "category")
        openings(number)
        fields.area(f"points.{number}.what_happened", coached=True)
        fields.area(f"points.{number}.consequence", height=110, coached=True)
        fields.area(f"points.{number}.expected", height=110, coached=True)
        fields.when(f"points.{number}.when")
        fields.text(f"points.{number}.where")
        fields.text(f"points.{number}.who")
        if session.dossier().points:
            _button("done", number, close)


def openings(number: int) -> None:
    """A question and a few ways to begin that fit the kind of complaint, to complete in one's own words."""
    chosen = field.held(f"points.{number}.category")
    parts.show("openings", kind=chosen or Category.ANDERS, chosen=chosen)


def card(number: int) -> None:
    """One point to read, with the buttons to change it."""
    held = session.dossier().points
    parts.show("point", point=held[number], title=words("pages.klacht.point", number=number + 1))
    if editing() is not None:
        return None  # one at a time: no moving or removing while another one is being written
    if st.session_state.get("removing") == number:
        return _sure(number)
    if st.session_state.get("splitting") == number:
        return _choose_paragraph(number)
    with st.container(key=f"point_{number}", horizontal=True):
        _button("edit", number, edit)
        _button("remove", number, ask_remove)
        if number > 0:
            _button("up", number, move, -1)
        if number < len(held) - 1:
            _button("down", number, move, 1)
        if number > 0 and merged(held[number - 1], held[number]):
            _button("merge", number, merge)
        if len(paragraphs(held[number].what_happened)) > 1 and len(held) < hygiene.POINTS:
            _button("split", number, ask_split)
    coach.lacks(number)
    return None


def _choose_paragraph(number: int) -> None:
    """Which paragraph becomes a point of its own: the person chooses where a point is cut."""
    with st.container(key="splitting", border=True):
        parts.say("pages.klacht.split_intro")
        for place, paragraph in enumerate(paragraphs(session.dossier().points[number].what_happened)):
            parts.show("own", text=paragraph)
            label = words("pages.klacht.split_here", number=place + 1)
            st.button(label, key=f"split_{number}_{place}", wrap=True, on_click=split_off, args=(number, place))
        _button("split_not", number, keep_whole)


def _sure(number: int) -> None:
    with st.container(key="sure", border=True):
        parts.note(words("pages.klacht.sure", number=number + 1), "warning")
        _button("sure_yes", number, remove)
        _button("sure_no", number, keep)


def _button(name: str, number: int, action: Callable[..., None], *more: int) -> None:
    label = words(f"pages.klacht.{name}", number=number + 1)
    kind: Literal["secondary", "tertiary"] = "tertiary" if name in SMALL else "secondary"
    st.button(label, key=f"{name}_{number}", type=kind, wrap=True, on_click=action, args=(number, *more))


def add() -> None:
    """Open the form for a new point."""
    edit(len(session.dossier().points))


def edit(number: int) -> None:
    """Open the form for this point."""
    st.session_state["editing"] = number
    session.focus_on(f".st-key-f_points__{number}__what_happened")


def close(number: int) -> None:
    """Back to the list."""
    st.session_state["editing"] = None
    session.focus_on(f".st-key-edit_{number}")


def ask_remove(number: int) -> None:
    """Removing asks first."""
    st.session_state["removing"] = number
    session.focus_on(f".st-key-sure_yes_{number}")


def keep(number: int) -> None:
    """Leave it as it is."""
    st.session_state["removing"] = None
    session.focus_on(f".st-key-remove_{number}")


def remove(number: int) -> None:
    """Take one point out of the list."""
    st.session_state["removing"] = None
    session.reorder("points", [point for place, point in enumerate(session.dossier().points) if place != number])
    session.focus_on("")


def move(number: int, by: int) -> None:
    """Change places with the point above or below."""
    held = list(session.dossier().points)
    held[number], held[number + by] = held[number + by], held[number]
    session.reorder("points", held)
    session.focus_on(f".st-key-edit_{number + by}")


def merge(number: int) -> None:
    """Put a point together with the one above it."""
    held = list(session.dossier().points)
    if both := merged(held[number - 1], held.pop(number)):
        held[number - 1] = both
        with suppress(InvalidDossier):  # with all else together too long to keep: then it stays as it was
            session.reorder("points", held)
        session.focus_on(f".st-key-edit_{number - 1}")


def ask_split(number: int) -> None:
    """Splitting asks first where."""
    st.session_state["splitting"] = number
    session.focus_on(".st-key-splitting")


def keep_whole(number: int) -> None:
    """Leave the point in one piece."""
    st.session_state["splitting"] = None
    session.focus_on(f".st-key-split_{number}")


def split_off(number: int, paragraph: int) -> None:
    """Make one paragraph a point of its own, below the point that it came from."""
    st.session_state["splitting"] = None
    held = list(session.dossier().points)
    held[number : number + 1] = split(held[number], paragraph)
    with suppress(InvalidDossier):
        session.reorder("points", held)
    session.focus_on(f".st-key-edit_{number + 1}")


def adding_event() -> bool:
    """Whether a new event is being written."""
    wanted: int | None = st.session_state.get("adding_event")
    return wanted == len(session.dossier().events)


def events() -> None:
    """What else happened, each with a moment and a few words."""
    parts.say("pages.klacht.events_intro")
    held = len(session.dossier().events)
    open_forms = held + (1 if adding_event() and held < hygiene.EVENTS else 0)
    for number in range(open_forms):
        parts.show("subheading", text=words("pages.klacht.event", number=number + 1))
        fields.when(f"events.{number}.when")
        fields.area(f"events.{number}.what", height=100, coached=True)
        if number < held:
            _button("event_remove", number, remove_event)
    if open_forms == held:
        st.button(words("pages.klacht.event_add"), key="add_event", on_click=open_event)


def open_event() -> None:
    """Room for one more event."""
    number = len(session.dossier().events)
    st.session_state["adding_event"] = number
    session.focus_on(f".st-key-f_events__{number}__when")


def remove_event(number: int) -> None:
    """Take one event out."""
    st.session_state["adding_event"] = None
    session.reorder("events", [event for place, event in enumerate(session.dossier().events) if place != number])
    session.focus_on(".st-key-add_event")
