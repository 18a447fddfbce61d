"""What kind of letter it is, how it is sent, and what the provider may do with it."""

from wizard import law
from wizard.choices import Delivery, Formality, values
from wizard.ui import fields, frame, parts, session

CONSENTS = ("file_for_klachtenfunctionaris", "forward_to_other_provider", "handle_together")

with frame.page("verzenden", review=True):
    parts.heading("pages.verzenden.kind")
    parts.say("pages.verzenden.formality_hint")
    fields.choice("letter.formality", values(Formality), "formality")
    rule = "indiening" if session.dossier().letter.formality is Formality.FORMEEL else "eerst-informeel"
    parts.note(law.record(rule, session.today()).sentence)

    parts.heading("pages.verzenden.sending")
    fields.choice("letter.delivery", values(Delivery), "delivery")
    parts.say("pages.verzenden.proof")
    fields.day("letter.dated")
    fields.text("letter.reference")

    parts.heading("pages.verzenden.help")
    fields.yes_no("letter.klachtenfunctionaris_wanted")
    fields.yes_no("letter.talk_wanted")
    fields.choice("letter.contact_by", ["e-mail", "telefoon", "post"], "contact_by")

    parts.heading("pages.verzenden.consents")
    parts.say("pages.verzenden.consents_intro")
    parts.note(law.record("toestemming", session.today()).sentence)
    for consent in CONSENTS:
        fields.yes_no(f"consents.{consent}")

    parts.heading("pages.verzenden.annexes")
    fields.lines("annexes")
