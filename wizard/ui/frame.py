"""What is on every page: header, progress, title, error summary, the buttons to go on and back, and the footer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import streamlit as st

from wizard import texts, triage
from wizard.dossier import Dossier
from wizard.standing import standing
from wizard.texts import words
from wizard.ui import field, helping, parts, road, session


def top(slug: str) -> None:
    """The header, and how far the person is on their own road."""
    phases = list(road.PHASES)
    now = road.phase(slug)
    count = road.count(slug, session.dossier(), session.procedure(), session.goal())
    here = phases.index(now) if now else 0
    progress = parts.html("progress", phases=phases, now=now, here=here, text=_screen(slug, count))
    st.html(parts.html("header") + progress)
    helping.top(slug)


def _screen(slug: str, count: tuple[int, int] | None) -> str:
    if count:
        return words("frame.screen", number=count[0], total=count[1])
    if slug in road.EXTRA:
        return words("frame.extra", number=road.EXTRA.index(slug) + 1, total=len(road.EXTRA))
    return words("frame.almost") if slug == "gegevens" else ""


def languages() -> None:
    """A button for every language but the one that is read now, in its own words; first those of the provider."""
    known = {texts.DUTCH: "Nederlands"} | {code: spoken.name for code, spoken in texts.languages().items()}
    provider = session.profile()
    first = [code for code in provider.languages if code in known] if provider else []
    with st.container(key="languages", horizontal=True):
        for code in dict.fromkeys([*first, *known]):
            if code != texts.language():
                st.button(known[code], key=f"language_{code}", type="tertiary", on_click=session.read_in, args=(code,))


def bottom(slug: str) -> None:
    """Where to find help, in which language, and who we are."""
    parts.show("footer", lmz=triage.referrals()["lmz"])
    if slug != "start":
        with st.expander(words("frame.other_language"), key="other_language"):
            languages()
    if slug != "over":
        st.button(words("frame.over"), key="to_over", type="tertiary", on_click=session.go, args=("over",))


def nothing(_: Dossier) -> dict[str, str]:
    """A page that asks for nothing that is needed to go on."""
    return {}


@contextmanager
def page(
    slug: str, *, lacks: Callable[[Dossier], dict[str, str]] = nothing, forward: bool = True, review: bool = False
) -> Iterator[None]:
    """Title and error summary, then the page itself, then the buttons. `review`: also offer the way to the review."""
    parts.show("title", slug=slug, title=words(f"pages.{slug}.title"), intro=parts.maybe(f"pages.{slug}.intro"))
    helping.asks(f"pages.{slug}")
    above = st.container(key="errors")
    yield
    with above:
        _summary()
    if slug in road.AFTER:
        _sisters(slug)
    with st.container(key="navigation"):
        _buttons(slug, lacks, forward, review)


def _summary() -> None:
    shown = [*dict.fromkeys(field.shown())]
    stopped = st.session_state.get("stopped", False)
    errors = [(road.key(path), field.error(path)) for path in shown if field.error(path)]
    clashes = any(path in field.contradictions() for path in shown)
    if errors and (stopped or clashes):
        heading = words("errors.contradiction" if clashes and not stopped else "errors.heading")
        parts.show("errors", heading=heading, errors=errors)


def _buttons(slug: str, lacks: Callable[[Dossier], dict[str, str]], forward: bool, review: bool) -> None:
    dossier, procedure, goal = session.dossier(), session.procedure(), session.goal()
    goes_to = road.after(slug, dossier, procedure, goal)
    back_to = _back_to(slug)

    def button(key: str, label: str, target: str, *, first: bool = False) -> None:
        kind: Literal["primary", "secondary"] = "primary" if first else "secondary"
        args = (target, lacks, tuple(field.shown()))
        st.button(label, key=key, type=kind, on_click=session.go_on, args=args)

    if back_to:
        button(f"to_{back_to}", words("nav.return", name=_name(back_to)), back_to, first=True)
    if goes_to and forward and goes_to != back_to:
        warned = bool(dossier.situation.hurry if slug == "spoed" else slug == "zorg" and triage.wkkgz(dossier) is False)
        label = words("nav.anyway" if warned else "nav.next", name=_name(goes_to))
        button("next", label, goes_to, first=not back_to)
    if review and "controle" not in (goes_to, back_to) and not road.stops(dossier):
        button("to_controle", words("nav.review"), "controle")
    _back(slug)


def _back_to(slug: str) -> str:
    """The page where somebody asked to change or fill in something here: what they came for is to go back to it."""
    dossier, came = session.dossier(), _came()
    may = standing(dossier.complainant).allowed is not False
    asked = came in ("controle", "brief", "papieren") and slug in road.REVIEWED and may
    return came if asked and road.after(came, dossier, session.procedure(), session.goal()) != slug else ""


def _back(slug: str) -> None:
    comes_from = road.before(slug, session.dossier(), session.procedure(), session.goal())
    if comes_from:
        st.button(words("nav.back", name=_name(comes_from)), key="back", on_click=session.go, args=(comes_from,))
    elif slug != "start":
        goes_to = road.home(slug, _came())
        st.button(words("nav.return", name=_name(goes_to)), key="back", on_click=session.go, args=(goes_to,))


def _sisters(slug: str) -> None:
    """The other screens of what comes after the letter."""
    parts.heading("nav.sisters")
    with st.container(key="sisters"):
        for sister in road.AFTER:
            if sister != slug:
                label = words(f"pages.{sister}.see")
                st.button(label, key=f"sister_{sister}", type="tertiary", on_click=session.go, args=(sister,))


def _came() -> str:
    return str(st.session_state.get("came_from", "start"))


def _name(slug: str) -> str:
    return words(f"pages.{slug}.name")


def referrals(roads: list[str], heading: str) -> None:
    """The cards of other roads, each once."""
    cards = [triage.referrals()[name] for name in dict.fromkeys(roads)]
    if cards:
        parts.heading(heading)
    for card in cards:
        parts.show("referral", road=card)
