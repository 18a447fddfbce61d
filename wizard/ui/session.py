"""What one visit remembers. The dossier is read and written here and nowhere else; the clock is read here too."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from wizard import dossier_file, procedures, texts
from wizard.dossier import Dossier, Event, Point
from wizard.errors import InvalidData, InvalidDossier, UnknownProcedure
from wizard.procedures import Procedure
from wizard.provider import profiles
from wizard.provider.profile_file import Profile
from wizard.ui import road

ROOMY = {"points": Point, "events": Event}


class Typed(NamedTuple):
    """What somebody typed in a field and could not be kept, and why."""

    text: str
    message: str


def today() -> date:
    """The day in the Netherlands."""
    return now().date()


def now() -> datetime:
    """This moment, for what must say when it was made."""
    return datetime.now(ZoneInfo("Europe/Amsterdam"))


def dossier() -> Dossier:
    """The dossier of this visit."""
    if "dossier" not in st.session_state:
        st.session_state["dossier"] = Dossier()
    held: Dossier = st.session_state["dossier"]
    return held


def welcome(found: Dossier) -> None:
    """Go on with answers that were kept somewhere; a screen says so, and what changed since (`welcomed`)."""
    st.session_state["restored"] = st.session_state["say_restored"] = True
    st.session_state["welcomed"] = found
    keep(found.with_answer("content_version", None))


def live(key: str) -> str | None:
    """What was half typed in this field when the visit broke off, once."""
    held: dict[str, str] = st.session_state.get("live", {})
    return held.pop(key, None)


def keep(changed: Dossier) -> None:
    """Make this the dossier of the visit."""
    st.session_state["dossier"] = changed


def procedure() -> Procedure:
    """The chosen procedure, with the people of the provider of the link; the statutory one where its file broke."""
    provider = profile()
    if provider and (of_provider := profiles.procedure_of(provider)).id == dossier().procedure:
        return of_provider
    try:
        return profiles.procedure(dossier().procedure)
    except (UnknownProcedure, InvalidData):
        return procedures.procedure(procedures.STATUTORY)


def profile() -> Profile | None:
    """The provider whose link this visit came by."""
    return profiles.profiles().get(str(st.session_state.get("profile", "")))


def answer(path: str, value: Any) -> str:
    """Write one answer into the dossier. Returns why it could not be kept, or an empty text."""
    try:
        roomy = _with_room(dossier(), path)
        keep(roomy.with_answer(road.placed(roomy, path), value))
    except InvalidDossier as error:
        return error.places[0].message
    return ""


def _with_room(held: Dossier, path: str) -> Dossier:
    """A new point or event is there as soon as something is written in it, so that no empty ones are left."""
    name, _, rest = path.partition(".")
    if name not in ROOMY or int(rest.partition(".")[0]) < len(getattr(held, name)):
        return held
    return held.with_answer(name, [*getattr(held, name), ROOMY[name]()])


def reorder(name: str, items: list[Any]) -> None:
    """Write a whole list anew, and let its fields take their values from the dossier again."""
    rows = [item.model_dump(mode="json") for item in items]
    keep(dossier_file.opened(json.dumps(dossier().model_dump(mode="json") | {name: rows})))
    forget(name)


def forget(name: str) -> None:
    """Drop what the widgets below this path hold."""
    for key in [key for key in st.session_state if str(key).startswith(f"f_{name}__")]:
        del st.session_state[key]
    for path in [path for path in refused() if path.startswith(f"{name}.")]:
        del refused()[path]


def refused() -> dict[str, Typed]:
    """Per path what was typed but not kept."""
    held: dict[str, Typed] = st.session_state.setdefault("refused", {})
    return held


def missing() -> dict[str, str]:
    """Per path what this page cannot go on without, as it was found when somebody tried to go on."""
    held: dict[str, str] = st.session_state.setdefault("missing", {})
    return held


def language() -> str:
    """The language that the person reads."""
    return str(st.session_state.get("language", texts.DUTCH))


def reader() -> str:
    """The language for what is told before the page is made, as while a click is handled; Dutch outside a visit."""
    return language() if get_script_run_ctx(suppress_warning=True) else texts.DUTCH


def read_in(code: str) -> None:
    """Show all in that language from now on, with the same answers."""
    state = st.session_state
    state["language"], state["missing"], state["stopped"] = code, {}, False
    for key in [key for key in state if str(key).startswith("f_")]:
        state[key] = state[key]  # a radio with new words shows what was chosen only when it is set anew
    for path, typed in refused().items():  # what could not be kept is read again, for its message in this language
        state.setdefault("live", {})[road.key(path)] = typed.text
        state[road.key(path)] = ""
    focus_on("")


def goal() -> road.Goal:
    """What the person came for: the letter, or to see the steps."""
    held: road.Goal = st.session_state.get("goal", "brief")
    return held


def aim(wanted: road.Goal, slug: str = "") -> None:
    """Choose what to come for, and go to a page: the given one, or the next on that road."""
    came = str(st.session_state.get("page", "start"))
    st.session_state["goal"] = wanted
    go(slug or road.after(came, dossier(), procedure(), wanted) or "start")


def go(slug: str, field: str = "") -> None:
    """Show a page on the next run, with the focus on a field if one is named."""
    _tidy()
    st.session_state["missing"], st.session_state["turned"] = {}, ""
    st.session_state["goto"] = slug
    st.session_state["focus"] = f".st-key-{road.key(field)}" if field else ""
    if field.startswith("points."):  # its form must be open to hold the focus
        st.session_state["editing"] = int(field.split(".")[1])


def go_on(slug: str, lacks: Callable[[Dossier], dict[str, str]], shown: tuple[str, ...]) -> None:
    """Go to the next page, unless something on this one is missing or could not be kept."""
    found = lacks(dossier()) | {path: held.message for path, held in refused().items() if path in shown}
    if not found:
        _read_past()
        return go(slug)
    st.session_state["missing"], st.session_state["stopped"] = lacks(dossier()), True
    focus_on("#kw-errors")
    return None


def focus_on(selector: str) -> None:
    """Move the focus on the next run, also when the page stays the same."""
    st.session_state["focus"] = selector
    st.session_state["focus_turn"] = st.session_state.get("focus_turn", 0) + 1


def announce(name: str, text: str, about: str = "") -> None:
    """Have the browser read something out that just came on the screen, and again when what it is `about` changes."""
    st.session_state.setdefault("remarks", {})[name] = {"id": about, "text": text}


def enter(slug: str) -> None:
    """Note which page this run shows, and start it clean when it is another one than before."""
    state = st.session_state
    state["shown"], state["described"], state["remarks"] = [], {}, {}
    state["entered"] = state.get("page") != slug
    if state["entered"]:
        state["came_from"] = state.get("page", "start")
        state["page"], state["missing"], state["stopped"] = slug, {}, False
        state["unmasked"] = state["wiping"] = ""
        state["paper"] = state["all_papers"] = None  # what was made is made again only when asked


def entered() -> bool:
    """Whether this run is the first on this page."""
    return bool(st.session_state["entered"])


def once(name: str, source: str, make: Callable[[], bytes]) -> bytes:
    """What is costly to make, made anew only when its source changed. One per name, for this visit only."""
    held: tuple[str, bytes] | None = st.session_state.get(f"made_{name}")
    if held is None or held[0] != source:
        held = (source, make())
        st.session_state[f"made_{name}"] = held
    return held[1]


def destination() -> str | None:
    """The page asked for, once."""
    held: str | None = st.session_state.pop("goto", None)
    return held


def _tidy() -> None:
    st.session_state.pop("editing", None)
    st.session_state.pop("removing", None)
    st.session_state.pop("splitting", None)
    for name, kind in ROOMY.items():
        items = list(getattr(dossier(), name))
        if kind() in items:
            reorder(name, [item for item in items if item != kind()])


def _read_past() -> None:
    if road.is_warned(dossier(), procedure()):
        answer("situation.read_on", True)
