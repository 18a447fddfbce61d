"""All documents: what each is for, what is still lacking, and its files; the dates for a calendar; all in one file."""

import streamlit as st

from wizard.papers import Offer
from wizard.texts import words
from wizard.ui import frame, helping, paper, parts


def group(name: str, some: list[Offer]) -> None:
    """The cards of some documents below a heading."""
    if some:
        parts.heading(f"pages.papieren.{name}")
    for each in some:
        paper.card(each)


def other(some: list[Offer]) -> None:
    """What does not apply to this person now, and why."""
    if some:
        with st.expander(words("pages.papieren.other")):
            for each in some:
                parts.show("not_now", offer=each)


def everything(ready: list[Offer]) -> None:
    """The dates for a calendar, and one file with all of it."""
    parts.heading("pages.papieren.calendar")
    parts.say("pages.papieren.calendar_intro")
    paper.calendar()
    parts.heading("pages.papieren.all")
    parts.say("pages.papieren.all_intro")
    paper.everything(ready)


with frame.page("papieren"):
    offers = paper.offers()
    can_be_made = [each for each in offers if each.applies and each.can_be_made]
    group("ready", can_be_made)
    group("lacking", [each for each in offers if each.applies and not each.can_be_made])
    other([each for each in offers if not each.applies])
    everything(can_be_made)
    if helping.on():
        parts.heading("helping.done")
        parts.say("helping.end")
        helping.wipe("wipe_at_the_end")
