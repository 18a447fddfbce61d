"""What kind of care it is about; some procedures ask first which Act holds."""

import streamlit as st

from wizard import triage
from wizard.choices import Care, values
from wizard.dossier import Dossier
from wizard.texts import words
from wizard.ui import fields, frame, parts, session

PATH = "situation.care"
LAW_FIRST = (Care.BEGELEIDING, Care.WMO, Care.JEUGDHULP, Care.WEET_NIET)


def lacks(dossier: Dossier) -> dict[str, str]:
    """The kind of care."""
    return {PATH: words("pages.zorg.missing")} if dossier.situation.care is None else {}


def law_label(care: str) -> str:
    """The Acts by what people know them by; the rest as everywhere."""
    return words(f"choices.care_law.{care}" if care in LAW_FIRST else f"choices.care.{care}")


def question() -> None:
    """The one question of this page."""
    if session.procedure().care.ask_law_first:
        parts.say("pages.zorg.intro_law")
        rest = [care for care in values(Care) if care not in LAW_FIRST]
        options = [*(care.value for care in LAW_FIRST), *rest]
        fields.choice(PATH, options, law_label, label=words("fields.situation.care_law.label"))
    else:
        with st.container(
            key="one_question"
        ):  # the title asks it already; screen readers still hear it with the choices
            fields.choice(PATH, values(Care), "care")


with frame.page("zorg", lacks=lacks):
    question()
    care = session.dossier().situation.care
    if care and (roads := triage.BY_CARE.get(care)):
        verdict = triage.wkkgz(session.dossier())
        other = care is Care.WEET_NIET
        key = "other_law" if verdict is False else "unknown" if other else "partly"
        parts.note(words(f"pages.zorg.{key}"), "info" if other else "warning")
        frame.referrals(list(roads), "pages.zorg.cards")
