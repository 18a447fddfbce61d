"""The provider's answer, checked: what is in it, what is not, and which step fits."""

import streamlit as st

from wizard import deadlines, triage
from wizard.afterwards import answer
from wizard.afterwards.answer import Lack
from wizard.afterwards.grounds import dispute_ground
from wizard.choices import Stage
from wizard.texts import words
from wizard.ui import dates, fields, frame, parts, session


def there() -> bool:
    """Whether there is any answer to look at."""
    dossier = session.dossier()
    return bool(dossier.handling.answered_on) or dossier.situation.stage is Stage.ANTWOORD


def checklist() -> None:
    """The five questions; of an answer that was only said aloud nothing else need be looked at."""
    parts.heading("pages.antwoord.check")
    for name in answer.PARTS:
        fields.yes_no(f"handling.answer.{name}")
        if name == "in_writing" and session.dossier().handling.answer.in_writing is False:
            break
    fields.yes_no("handling.answer_satisfies")


def result() -> list[Lack]:
    """What is lacking and what to ask for; or that nothing is."""
    dossier, today = session.dossier(), session.today()
    found, left = answer.lacks(dossier, today), len(answer.unchecked(dossier))
    parts.heading("pages.antwoord.result")
    if not deadlines.clock_runs(dossier):
        parts.note(words(f"pages.termijnen.{dates.why_none(dossier)}"))
    elif sentence := dates.in_time(dossier, today):
        parts.show("paragraph", text=sentence)
    for lack in found:
        parts.show("lack", lack=lack)
    if left and dossier.handling.answer.in_writing is not False:
        parts.say("pages.antwoord.nothing" if left == len(answer.PARTS) else "pages.antwoord.unchecked", number=left)
    elif not found and deadlines.clock_runs(dossier):
        parts.note(words("pages.antwoord.complete"), "good")
    if dossier.handling.answer_satisfies:
        parts.note(words("pages.antwoord.happy"), "good")
    return found


def steps(found: list[Lack]) -> None:
    """The lighter ways first, then the geschilleninstantie with the ground that each lack gives."""
    parts.heading("pages.antwoord.lighter")
    phone = triage.referrals()["lmz"].phone
    names = ("lighter_ask", "lighter_kf", "lighter_lmz")
    parts.show("list", items=[words(f"pages.antwoord.{name}", phone=phone) for name in names])
    parts.heading("pages.antwoord.further")
    grounds = {lack.ground_sentence: lack.ground_article for lack in found if lack.counts}
    if grounds and dispute_ground(session.dossier(), session.today()):
        parts.show("grounds", grounds=grounds)
    else:
        parts.say("pages.antwoord.further_not")
    st.button(words("pages.stappen.to_geschil"), key="to_geschil", on_click=session.go, args=("geschil",))


with frame.page("antwoord"):
    fields.day("handling.answered_on")
    if there():
        checklist()
        if lacking := result():
            steps(lacking)
    else:
        parts.note(words("pages.antwoord.not_yet"))
