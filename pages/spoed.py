"""Is there something that cannot wait?"""

import streamlit as st

from wizard import triage
from wizard.choices import Hurry, values
from wizard.dossier import Dossier
from wizard.texts import words
from wizard.ui import fields, frame, parts, session

PATH = "situation.hurry"


def lacks(dossier: Dossier) -> dict[str, str]:
    """An answer, also when it is: none of these."""
    return {PATH: words("pages.spoed.missing")} if dossier.situation.hurry is None else {}


with frame.page("spoed", lacks=lacks):
    chosen = session.dossier().situation.hurry
    with st.container(key="one_question"):  # the title asks it already; screen readers still hear it with the boxes
        fields.ticks(PATH, values(Hurry), "hurry", none="geen")
    frame.referrals([road for hurry in chosen or () for road in triage.BY_HURRY[hurry]], "pages.spoed.cards")
    if chosen:
        parts.say("pages.spoed.anyway")
