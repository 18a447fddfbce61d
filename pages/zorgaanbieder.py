"""To whom the letter goes, and about whom or which place it is."""

from wizard.ui import fields, frame, parts, session

ADDRESS = ("street", "postcode", "town")

known = session.procedure().care.provider
if session.entered() and known and not session.dossier().provider.name:
    session.answer("provider.name", known)

with frame.page("zorgaanbieder", review=True):
    fields.text("provider.name")
    fields.text("provider.attention")
    parts.heading("pages.zorgaanbieder.address")
    for line in ADDRESS:
        fields.text(f"provider.address.{line}")
    fields.text("provider.email")
    parts.heading("pages.zorgaanbieder.about")
    fields.text("provider.professional")
    fields.text("provider.location")
