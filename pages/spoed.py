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


def danger() -> None:
    """The number to call, above all else and read out at once."""
    parts.show("danger", road=triage.referrals()["acuut-gevaar"])
    session.announce("danger", words("frame.danger"))


with frame.page("spoed", lacks=lacks):
    chosen = session.dossier().situation.hurry
    above = st.container()  # there for everybody, so that the boxes below keep their place in the page
    if Hurry.GEVAAR in (chosen or ()):
        with above:
            danger()
    with st.container(key="one_question"):  # the title asks it already; screen readers still hear it with the boxes
        fields.ticks(PATH, values(Hurry), "hurry", none="geen")
    frame.referrals([road for hurry in chosen or () for road in triage.BY_HURRY[hurry]], "pages.spoed.cards")
    if chosen:
        parts.say("pages.spoed.anyway")
