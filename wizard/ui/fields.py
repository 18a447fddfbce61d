"""The kinds of fields, each seeded from the dossier and written back to it; what they share is in field.py."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from wizard import hygiene, moments
from wizard.dossier import When
from wizard.printable import MARK, unprintable
from wizard.texts import words
from wizard.ui import coach, field, parts, road, session, typed
from wizard.ui.field import error, held, shown


def text(path: str) -> None:
    """One line of text."""
    read = typed.at_most(hygiene.LINE)
    field.box(
        path,
        held(path) or "",
        read,
        lambda key, change: st.text_input(field.label(path), key=key, on_change=change),
        below=lambda: _remark(path, hygiene.LINE),
    )


def area(path: str, height: int = 170, label: str = "", *, coached: bool = False) -> None:
    """Text of several lines; says how much room is left when it is nearly full. `coached`: with remarks on it."""

    def below() -> None:
        if coached and (ids := coach.beside(path)):
            described = st.session_state.setdefault("described", {}).setdefault(
                road.key(path), {"ids": [], "invalid": False}
            )
            described["ids"] += ids
        _remark(path, hygiene.TEXT)

    say = label or field.label(path)
    read = typed.at_most(hygiene.TEXT)
    field.box(path, held(path) or "", read, lambda key, change: _area(say, key, change, height), below=below)


def lines(path: str, height: int = 130) -> None:
    """A list with one thing on each line."""
    seed = "\n".join(held(path))
    field.box(path, seed, typed.lines, lambda key, change: _area(field.label(path), key, change, height))


def when(path: str) -> None:
    """A day, or about when in the person's own words."""
    moment: When = held(path) or When()
    seed = moments.in_figures(moment.day) if moment.day else moment.about
    _dated(path, seed, typed.when)


def day(path: str) -> None:
    """A day, exactly."""
    moment: date | None = held(path)
    seed = moments.in_figures(moment) if moment else ""
    _dated(path, seed, typed.day)


def amount(path: str, label: str, hint: str) -> None:
    """A number of whole euros, or nothing."""
    seed = str(held(path) or "")
    field.box(path, seed, typed.amount, lambda key, change: st.text_input(label, key=key, on_change=change), says=hint)


def choice(
    path: str,
    options: Sequence[str],
    labels: str | Callable[[str], str],
    *,
    captions: Sequence[str] | None = None,
    label: str = "",
    none: str = "",
) -> None:
    """One of a few; nothing is chosen beforehand. `labels` is a table of the locale file, or gives the words itself.

    `none` is the option that stands for no answer, because a choice cannot be unchosen.
    """
    say = labels if callable(labels) else lambda option: words(f"choices.{labels}.{option}")
    chosen = held(path)
    options = [none, *options] if none else options
    seed = next((option for option in options if option == chosen), none or None)

    def widget(key: str, change: Callable[[], None]) -> None:
        st.radio(
            label or field.label(path),
            options,
            index=None,
            key=key,
            on_change=change,
            format_func=say,
            captions=captions,
        )

    field.box(path, seed, lambda raw: None if raw == none else raw, widget)


def yes_no(path: str) -> None:
    """Yes or no; nothing is chosen beforehand."""
    labels = {"ja": words("fields.yes"), "nee": words("fields.no")}
    seed = {True: "ja", False: "nee"}.get(held(path))

    def widget(key: str, change: Callable[[], None]) -> None:
        st.radio(
            field.label(path),
            ["ja", "nee"],
            index=None,
            key=key,
            on_change=change,
            format_func=labels.get,
            horizontal=True,
        )

    field.box(path, seed, lambda raw: {"ja": True, "nee": False}.get(raw), widget)


def tick(key: str, label: str, ticked: bool, change: Callable[[bool], None]) -> None:
    """A box to tick; what it means for the dossier is in `change`."""
    st.session_state[key] = ticked

    def write() -> None:
        if key in st.session_state:  # gone when a click that came with it let go of everything
            change(st.session_state[key])

    st.checkbox(label, key=key, on_change=write, width="stretch")


def ticks(path: str, options: Sequence[str], table: str, none: str) -> None:
    """Several of a few, the first box for none of them."""
    chosen = held(path)
    key = road.key(path)
    with st.container(key=f"box_{key}", gap="xsmall"):
        shown().append(path)
        parts.show("legend", text=field.label(path))
        with st.container(key=key, gap="xsmall"):
            tick(
                f"{key}__{none}",
                words(f"choices.{table}.{none}"),
                chosen == (),
                lambda on: _choose(path, [] if on else None),
            )
            for option in options:
                label = words(f"choices.{table}.{option}")
                _tick_one(f"{key}__{option}", label, path, option)
        field.describe(path, field.hint(path), error(path))


def _tick_one(key: str, label: str, path: str, option: str) -> None:
    def change(on: bool) -> None:
        others = [item for item in held(path) or () if item != option]
        _choose(path, [*others, option] if on else others or None)

    tick(key, label, option in (held(path) or ()), change)


def _choose(path: str, chosen: list[str] | None) -> None:
    session.missing().pop(path, None)
    session.answer(path, chosen)


def _remark(path: str, cap: int) -> None:
    """How many characters are left, from 80 % on, and which ones cannot be printed."""
    text = held(path) or ""
    if len(text) > cap * 0.8:
        parts.show("paragraph", text=words("fields.remaining", number=cap - len(text)))
    if unknown := unprintable(text):
        parts.show("paragraph", text=words("fields.unprintable", characters=" ".join(unknown), mark=MARK))


def _dated(path: str, seed: str, read: Callable[[Any], Any]) -> None:
    def widget(key: str, change: Callable[[], None]) -> None:
        st.text_input(field.label(path), key=key, on_change=change)
        parts.show("calendar", key=key, label=field.label(path))

    field.box(path, seed, read, widget)


def _area(label: str, key: str, change: Callable[[], None], height: int) -> None:
    st.text_area(label, key=key, on_change=change, height=height)
