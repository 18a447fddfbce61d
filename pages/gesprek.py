"""Prepares a talk with the provider: what it is about, what to ask, and a card to take along."""

from wizard.texts import words
from wizard.ui import fields, frame, paper, parts

with frame.page("gesprek"):
    fields.area("talk_plan.topic", height=110)
    fields.area("talk_plan.goal", height=110)
    fields.lines("talk_plan.questions")
    fields.text("talk_plan.companion")
    fields.when("talk_plan.when")
    parts.heading("pages.gesprek.tips")
    parts.show("list", items=[words(f"pages.gesprek.tip_{number}") for number in (1, 2, 3)])
    parts.heading("pages.gesprek.card")
    paper.one("gesprekskaart")
