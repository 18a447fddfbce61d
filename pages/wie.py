"""In what capacity somebody complains, and what follows from it."""

import streamlit as st

from wizard import law, triage
from wizard.choices import AgeGroup, Capacity, values
from wizard.dossier import Dossier
from wizard.standing import relations, standing
from wizard.texts import words
from wizard.ui import fields, frame, parts, questions, session

MESSAGES = {"capacity": "missing_capacity", "age_group": "missing_age", "relation": "missing_relation"}


def lacks(dossier: Dossier) -> dict[str, str]:
    """Each question that is on the screen and not answered."""
    asked = questions.asked(dossier)
    return {path: words(f"pages.wie.{_message(path)}") for path in asked if not questions.is_answered(dossier, path)}


def _message(path: str) -> str:
    return MESSAGES.get(path.rpartition(".")[2], "missing_yes_no")


def ask(path: str) -> None:
    """One question of this page."""
    name = path.rpartition(".")[2]
    if name == "capacity":
        fields.choice(path, values(Capacity), "capacity")
    elif name == "age_group":
        fields.choice(path, values(AgeGroup), "age_group")
    elif name == "relation":
        options = [relation.value for relation in relations(session.dossier().complainant)]
        fields.choice(path, options, "relation")
    else:
        fields.yes_no(path)


def verdict() -> None:
    """Whether this person may complain, with the sentence of the law; who can help if not."""
    dossier = session.dossier()
    if lacks(dossier):
        return
    found = standing(dossier.complainant)
    rule = law.record(found.rule, session.today())
    if found.allowed and rule.standing != "niet gecontroleerd":
        parts.note(words("pages.wie.may"), "good")
    elif questions.awaits_signature(dossier):
        sign()
    elif not found.allowed:
        parts.heading("pages.wie.may_not")
        parts.note(words("pages.wie.may_not_text"), "warning")
    if dossier.complainant.age_group is AgeGroup.VAN_12_TOT_16 and found.allowed and questions.represents(dossier):
        parts.note(words("pages.wie.both_sign"))
    if triage.wkkgz(dossier) is False and dossier.situation.jeugdwet:
        parts.note(words("pages.wie.jeugdwet"), "warning")
        frame.referrals(["jeugdwet"], "pages.zorg.cards")
    parts.show("law", title=words("pages.wie.law"), records=[rule])
    frame.referrals(list(found.referrals), "pages.wie.cards")
    if "machtiging" in found.referrals and not questions.awaits_signature(dossier):
        st.button(words("pages.wie.machtiging"), key="to_machtiging", on_click=session.go, args=("machtiging",))


def sign() -> None:
    """The one thing to do first; the steps can be read meanwhile, so that button comes second."""
    parts.heading("pages.wie.sign")
    parts.say("pages.wie.sign_text")
    with st.container(key="choices"):
        label = words("pages.wie.machtiging")
        st.button(label, key="to_machtiging", type="primary", on_click=session.go, args=("machtiging",))
        st.button(words("pages.wie.read"), key="next", on_click=session.go_on, args=("stappen", lacks, ()))


with frame.page("wie", lacks=lacks, forward=not questions.awaits_signature(session.dossier())):
    for path in questions.asked(session.dossier()):
        ask(path)
    with st.container(key="verdict"):
        verdict()
