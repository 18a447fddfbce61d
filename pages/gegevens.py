"""Who writes, and for whom when it is not the client."""

from wizard.choices import Capacity
from wizard.ui import fields, frame, parts, session

HAS_RELATION = (Capacity.VERTEGENWOORDIGER, Capacity.NABESTAANDE)
SENDER = ("name", "address.street", "address.postcode", "address.town", "email", "phone")

with frame.page("gegevens", review=True):
    for name in SENDER:
        fields.text(f"sender.{name}")
    if not session.dossier().complains_for_self:
        parts.heading("pages.gegevens.client")
        parts.say("pages.gegevens.client_intro")
        fields.text("complainant.client_name")
        if session.dossier().complainant.capacity in HAS_RELATION:
            fields.text("complainant.relation_words")
        fields.day("complainant.client_birth_date")
