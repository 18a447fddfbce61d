"""A field and what belongs to it in one box: its label, hint and error, written back to the dossier at once.

The label and the hint of a field are in the locale file under fields.<path>, list numbers left out.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from wizard.texts import capital, words
from wizard.ui import helping, parts, road, session, typed


def name(path: str) -> str:
    """The place of a field's words in the locale file."""
    return "fields." + re.sub(r"\.\d+", "", path)


def label(path: str) -> str:
    """What the field asks."""
    return words(f"{name(path)}.label")


def hint(path: str) -> str:
    """What helps to answer; an empty text for a field that has no hint."""
    return parts.maybe(f"{name(path)}.hint")


def held(path: str) -> Any:
    """The answer at a path; None for a point or event that is not there yet."""
    value: Any = session.dossier()
    for part in road.placed(session.dossier(), path).split("."):
        value = _item(value, int(part)) if part.isdigit() else getattr(value, part, None)
    return value


def _item(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) else None


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


def describe(path: str, said: str, wrong: str) -> None:
    """Show hint and error of a field, and note for hooks.js which texts belong to it."""
    key = road.key(path)
    if said:
        parts.show("hint", key=key, text=said)
    if wrong:
        parts.show("error", key=key, text=wrong)
    ids = [f"{kind}_{key}" for kind, there in (("hint", said), ("error", wrong)) if there]
    if ids:
        st.session_state.setdefault("described", {})[key] = {"ids": ids, "invalid": bool(wrong)}


def box(
    path: str,
    seed: Any,
    read: Callable[[Any], Any],
    widget: Callable[[str, Callable[[], None]], object],
    *,
    says: str | None = None,
    below: Callable[[], None] = lambda: None,
) -> None:
    """The whole field. In a box of its own, so that the other fields keep their place, and what is in them.

    `says`: a hint of its own. `below`: what is said of the text that was kept, so not of one that could not be.
    """
    if helping.hides(path, seed) and not error(path):
        return helping.mask(path, label(path))
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
        describe(path, hint(path) if says is None else says, error(path))
        helping.unmask(path, label(path) if path in helping.MASKED else "")
        if path not in session.refused():
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
    part, _, rest = path.partition(".")
    return part != "wishes" or any(wish.kind == rest.partition(".")[0] for wish in session.dossier().wishes)
