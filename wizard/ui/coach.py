"""What the coach noticed: beside a field, on a card, on the review. What somebody leaves as it is stays away.

It comes when a text has arrived, so never while somebody types, and it never changes a word.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

import streamlit as st

from wizard.coach import Remark, letter_remarks, most_useful, point_remarks, privacy, remarks
from wizard.coach.rules import rules
from wizard.coach.whole import FACTS_ONLY
from wizard.dossier import Dossier
from wizard.texts import told, uncapital, words
from wizard.ui import parts, road, session

AT_MOST = 3
QUOTED = 70
LOOKED_OVER = {"private": privacy, "whole": letter_remarks}
PAGES = {"points": "klacht", "events": "klacht", "wishes": "wensen", "tried": "geprobeerd"}


def beside(path: str) -> list[str]:
    """The most useful remarks below a field; returns the ids of the texts that belong to it."""
    found = _shown(_on_field(path))
    if not found:
        return []
    key = road.key(path)
    summary = _summary(len(found))
    session.announce(key, summary, " ".join(one.id for one in found))
    with st.container(key=f"remarks_{key}", gap="small"):
        parts.show("remarks", key=key, text=summary)
        text = _text(session.dossier(), path)
        for number, one in enumerate(found, 1):
            _one(one, f"{key}_{number}", number, text)
            _leave_button(one, f"{key}_{one.id}", number, partial(_below, path))
    return [f"remarks_{key}", *(f"remark_{key}_{number}" for number in range(1, len(found) + 1))]


def lacks(number: int) -> None:
    """What the reader of a point would miss in it, on its card, with one button to leave it so."""
    found = _shown(one for one in point_remarks(session.dossier().points[number]) if rules()[one.kind].missing)
    if found:
        parts.show("lacking", items=[f"{told(one.reason)} {told(one.mend)}" for one in found])
        label, names = words("coach.leave_point", number=number + 1), [one.id for one in found]
        back = (names, lambda: f".st-key-edit_{number}")
        st.button(label, key=f"leave_point_{number}", type="tertiary", wrap=True, on_click=_leave, args=back)


def private() -> None:
    """What in the letter is private, one by one with the way to it; whether it goes is for the person to say."""
    found = _shown(privacy(session.dossier()), number=1000)
    if not found:
        return
    parts.heading("coach.private")
    parts.say("coach.private_intro")
    _list(found[:AT_MOST], "private")
    if len(found) > AT_MOST:
        parts.say("coach.more", number=len(found) - AT_MOST)


def whole() -> None:
    """The remarks on the letter as a whole."""
    if found := _shown(letter_remarks(session.dossier())):
        parts.heading("coach.whole")
        _list(found, "whole")


def _list(found: list[Remark], name: str) -> None:
    with st.container(key=f"noticed_{name}", gap="small"):
        for number, one in enumerate(found, 1):
            _listed(one, name, number)


def _listed(one: Remark, name: str, number: int) -> None:
    page, field = place(session.dossier(), one.field)
    _one(one, f"{name}_{number}", number, _text(session.dossier(), one.field))
    with st.container(key=f"{name}_{one.id}", horizontal=True):
        label = words("pages.controle.change", label=_named(one.field))
        st.button(label, key=f"to_{name}_{one.id}", type="tertiary", wrap=True, on_click=session.go, args=(page, field))
        _leave_button(one, f"{name}_{one.id}", number, partial(_in_list, name))


def place(dossier: Dossier, path: str) -> tuple[str, str]:
    """The page of what a remark is about, and the field on it; wishes go by their kind there."""
    name, _, rest = path.partition(".")
    number, _, field = rest.partition(".")
    if name == "wishes":
        kind = dossier.wishes[int(number)].kind
        return PAGES[name], f"wishes.{kind}.{field}" if field else f"wishes.{kind}"
    return PAGES[name], path if rest else ""


def _named(path: str) -> str:
    name, _, rest = path.partition(".")
    number, _, field = rest.partition(".")
    if name == "wishes":
        return uncapital(words(f"choices.wish.{session.dossier().wishes[int(number)].kind}"))
    if not rest:
        return words(f"pages.{PAGES[name]}.name")
    short = words(f"fields.{name}.{field if number.isdigit() else rest}.short")
    one = {"points": "point", "events": "event"}.get(name)
    return f"{short} ({words(f'pages.controle.{one}', number=int(number) + 1)})" if one else short


def _on_field(path: str) -> list[Remark]:
    """Every remark on the text of this field; what a point lacks is said on its card, when all of it was asked."""
    dossier, (name, number, field) = session.dossier(), path.split(".")
    if name == "points" and int(number) < len(dossier.points):
        found = point_remarks(dossier.points[int(number)])
        return [one for one in found if one.field == field and not rules()[one.kind].missing]
    return [one for one in remarks(_text(dossier, path)) if name != "wishes" or one.kind not in FACTS_ONLY]


def _text(dossier: Dossier, path: str) -> str:
    value: object = dossier
    by_kind = path.startswith("wishes.") and not path.split(".")[1].isdigit()
    for part in (road.placed(dossier, path) if by_kind else path).split("."):
        if part.isdigit():
            value = value[int(part)] if isinstance(value, tuple) and int(part) < len(value) else None
        else:
            value = getattr(value, part, "")
    return value if isinstance(value, str) else ""


def _shown(found: Iterable[Remark], number: int = AT_MOST) -> list[Remark]:
    """The most useful of what nobody left as it is; the same words are remarked on once."""
    first: dict[str, Remark] = {}
    for one in found:
        first.setdefault(one.id, one)
    return most_useful(first.values(), number, _left())


def _left() -> set[str]:
    held: set[str] = st.session_state.setdefault("left", set())
    return held


def _one(one: Remark, key: str, number: int, text: str) -> None:
    rule = rules()[one.kind]
    marked = " ".join(text[one.start : one.end].split()) if not rule.missing else ""
    if one.field.startswith("wishes.") and not text:  # on the wish itself
        marked = _named(one.field)
    quoted = f"{marked[:QUOTED].rstrip()}…" if len(marked) > QUOTED else marked
    remark = replace(one, reason=told(one.reason), mend=told(one.mend))
    parts.show("remark", key=key, number=number, title=told(rule.title), quoted=quoted, remark=remark)


def _leave_button(one: Remark, key: str, number: int, after: Callable[[], str]) -> None:
    label = words("coach.leave", number=number)
    st.button(label, key=f"leave_{key}", type="tertiary", wrap=True, on_click=_leave, args=([one.id], after))


def _leave(names: list[str], after: Callable[[], str]) -> None:
    """Say no more of these; the focus goes to what is there in their place."""
    _left().update(names)
    session.focus_on(after())


def _below(path: str) -> str:
    key = road.key(path)
    return f".st-key-{f'remarks_{key}' if _shown(_on_field(path)) else key}"


def _in_list(name: str) -> str:
    return f".st-key-noticed_{name}" if _shown(LOOKED_OVER[name](session.dossier())) else ""


def _summary(number: int) -> str:
    return words("coach.one") if number == 1 else words("coach.some", number=number)
