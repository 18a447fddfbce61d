"""Fields tied to the dossier: seeded from it, written back at once, with hint and error read out with the field.

The label and the hint of a field are in the locale file under fields.<path>, list numbers left out.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from wizard import hygiene, moments
from wizard.dossier import When
from wizard.printable import MARK, unprintable
from wizard.texts import capital, words
from wizard.ui import coach, helping, parts, road, session, typed

LONG = {"what_happened", "consequence", "expected", "outcome", "what", "detail", "topic", "goal", "unsatisfied"}


def name(path: str) -> str:
    """The place of a field's words in the locale file."""
    return "fields." + re.sub(r"\.\d+", "", path)


def held(path: str) -> Any:
    """The answer at a path; None for a point or event that is not there yet."""
    value: Any = session.dossier()
    for part in road.placed(session.dossier(), path).split("."):
        value = _item(value, int(part)) if part.isdigit() else getattr(value, part, None)
    return value


def _item(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) else None


def text(path: str, *, label: str = "") -> None:
    """One line of text."""
    say = label or _label(path)
    seed = held(path) or ""
    _field(
        path,
        seed,
        str,
        lambda key, change: st.text_input(say, key=key, on_change=change),
        below=lambda: _remark(path),
    )


def area(path: str, height: int = 170, label: str = "", *, coached: bool = False) -> None:
    """Text of several lines; says how much room is left when it is nearly full. `coached`: with remarks on it."""

    def below() -> None:
        if coached and (ids := coach.beside(path)):
            described = st.session_state.setdefault("described", {}).setdefault(
                road.key(path), {"ids": [], "invalid": False}
            )
            described["ids"] += ids
        _remark(path)

    seed = held(path) or ""
    _field(path, seed, str, lambda key, change: _area(label or _label(path), key, change, height), below=below)


def lines(path: str, height: int = 130) -> None:
    """A list with one thing on each line."""
    seed = "\n".join(held(path))
    _field(path, seed, typed.lines, lambda key, change: _area(_label(path), key, change, height))


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
    _field(path, seed, typed.amount, lambda key, change: st.text_input(label, key=key, on_change=change), hint=hint)


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
            label or _label(path), options, index=None, key=key, on_change=change, format_func=say, captions=captions
        )

    _field(path, seed, lambda raw: None if raw == none else raw, widget)


def yes_no(path: str) -> None:
    """Yes or no; nothing is chosen beforehand."""
    labels = {"ja": words("fields.yes"), "nee": words("fields.no")}
    seed = {True: "ja", False: "nee"}.get(held(path))

    def widget(key: str, change: Callable[[], None]) -> None:
        st.radio(
            _label(path), ["ja", "nee"], index=None, key=key, on_change=change, format_func=labels.get, horizontal=True
        )

    _field(path, seed, lambda raw: {"ja": True, "nee": False}.get(raw), widget)


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
        parts.show("legend", text=_label(path))
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
        describe(path, _hint(path), error(path))


def _tick_one(key: str, label: str, path: str, option: str) -> None:
    def change(on: bool) -> None:
        others = [item for item in held(path) or () if item != option]
        _choose(path, [*others, option] if on else others or None)

    tick(key, label, option in (held(path) or ()), change)


def _choose(path: str, chosen: list[str] | None) -> None:
    session.missing().pop(path, None)
    session.answer(path, chosen)


def shown() -> list[str]:
    """The paths of the fields on this page, so far."""
    listed: list[str] = st.session_state.setdefault("shown", [])
    return listed


def error(path: str) -> str:
    """What is wrong with a field, or an empty text."""
    refused = session.refused().get(path)
    return refused.message if refused else session.missing().get(path) or contradictions().get(path, "")


def contradictions() -> dict[str, str]:
    """Per path a day that cannot be right, found by main once per run."""
    found: dict[str, str] = st.session_state.setdefault("contradictions", {})
    return found


def describe(path: str, hint: str, wrong: str) -> None:
    """Show hint and error of a field, and note for hooks.js which texts belong to it."""
    key = road.key(path)
    if hint:
        parts.show("hint", key=key, text=hint)
    if wrong:
        parts.show("error", key=key, text=wrong)
    ids = [f"{kind}_{key}" for kind, there in (("hint", hint), ("error", wrong)) if there]
    if ids:
        st.session_state.setdefault("described", {})[key] = {"ids": ids, "invalid": bool(wrong)}


def _remark(path: str) -> None:
    """How many characters are left, from 80 % on, and which ones cannot be printed."""
    text, cap = held(path) or "", hygiene.TEXT if path.rpartition(".")[2] in LONG else hygiene.LINE
    if len(text) > cap * 0.8:
        parts.show("paragraph", text=words("fields.remaining", number=cap - len(text)))
    if unknown := unprintable(text):
        parts.show("paragraph", text=words("fields.unprintable", characters=" ".join(unknown), mark=MARK))


def _field(
    path: str,
    seed: Any,
    read: Callable[[Any], Any],
    widget: Callable[[str, Callable[[], None]], object],
    *,
    hint: str | None = None,
    below: Callable[[], None] = lambda: None,
) -> None:
    """A field and what belongs to it, in one box: so the other fields keep their place, and what is in them."""
    if helping.hides(path, seed) and not error(path):
        return helping.mask(path, _label(path))
    key = road.key(path)
    if key not in st.session_state:
        kept = session.refused().get(path)
        st.session_state[key] = kept.text if kept else seed
    if (half_typed := session.live(key)) is not None and half_typed != st.session_state[key]:
        st.session_state[key] = half_typed
        _write(path, key, read)
    shown().append(path)
    with st.container(key=f"box_{key}", gap="xsmall"):
        helping.asks(name(path).removeprefix("fields."))
        widget(key, lambda: _write(path, key, read))
        describe(path, _hint(path) if hint is None else hint, error(path))
        helping.unmask(path, _label(path) if path in helping.MASKED else "")
        below()
    return None


def _write(path: str, key: str, read: Callable[[Any], Any]) -> None:
    if key not in st.session_state or not _exists(path):
        return  # its point or wish was dropped by a click that came with it
    raw = st.session_state[key]
    session.missing().pop(path, None)
    session.refused().pop(path, None)
    try:
        message = session.answer(path, read(raw))
    except typed.Refused as refusal:
        message = str(refusal)
    else:
        message = words("errors.refused", message=capital(message)) if message else ""
    if message:
        session.refused()[path] = session.Typed(raw, message)


def _exists(path: str) -> bool:
    name, _, rest = path.partition(".")
    return name != "wishes" or any(wish.kind == rest.partition(".")[0] for wish in session.dossier().wishes)


def _dated(path: str, seed: str, read: Callable[[Any], Any]) -> None:
    def widget(key: str, change: Callable[[], None]) -> None:
        st.text_input(_label(path), key=key, on_change=change)
        parts.show("calendar", key=key, label=_label(path))

    _field(path, seed, read, widget)


def _area(label: str, key: str, change: Callable[[], None], height: int) -> None:
    st.text_area(label, key=key, on_change=change, height=height)


def _label(path: str) -> str:
    return words(f"{name(path)}.label")


def _hint(path: str) -> str:
    return parts.maybe(f"{name(path)}.hint")
