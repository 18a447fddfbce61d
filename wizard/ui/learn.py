"""The card by which a provider may learn from a complaint: shown whole, and made only when somebody says so."""

import streamlit as st

from wizard.moments import month_and_year
from wizard.provider import learning
from wizard.provider.learning import Card
from wizard.texts import words
from wizard.ui import fields, parts, session

LISTS = {"category": "categories", "wish": "wishes", "kind": "steps"}


def offer() -> None:
    """The choice, only where the provider of the link collects such cards and there is something to learn from."""
    provider = session.profile()
    if not (provider and provider.learning and session.dossier().points):
        return
    parts.heading("learning.heading")
    parts.say("learning.what", name=provider.name)
    wanted = bool(st.session_state.get("learning", False))
    fields.tick("learn", words("learning.wanted"), wanted, _choose)
    if not wanted:
        return
    card = learning.card(session.dossier(), session.procedure(), session.today())
    parts.show("learning", rows=_rows(card))
    parts.say("learning.how", name=provider.name)
    st.download_button(
        words("learning.download"),
        card.json_text.encode(),
        learning.FILE_NAME,
        "application/json",
        key="download_card",
        on_click="ignore",
    )


def _choose(wanted: bool) -> None:
    st.session_state["learning"] = wanted


def _rows(card: Card) -> list[tuple[str, list[str]]]:
    """All that is in the card, in words."""
    month = month_and_year(session.today())
    rows = [(words("learning.month"), [month]), (words("learning.care"), [words(f"choices.care.{card.care}")])]
    for table, name in LISTS.items():
        chosen = [words(f"choices.{table}.{value}") for value in getattr(card, name)]
        rows.append((words(f"learning.{name}"), chosen or [words("learning.nothing")]))
    return [*rows, (words("learning.in_time"), [words(f"choices.in_time.{card.in_time}")])]
