"""Two letters that come before or beside the complaint: the machtiging, and the request for the own medical file."""

from wizard import law
from wizard.ui import fields, frame, paper, parts, session

ADDRESS = ("street", "postcode", "town")

with frame.page("machtiging"):
    parts.heading("pages.machtiging.authorisation")
    parts.say("pages.machtiging.authorisation_intro")
    fields.text("authorisation.name")
    for line in ADDRESS:
        fields.text(f"authorisation.address.{line}")
    fields.yes_no("authorisation.file_access")
    fields.day("authorisation.until")
    paper.one("machtiging")
    parts.heading("pages.machtiging.file")
    parts.note(law.record("dossier", session.today()).sentence)
    fields.text("file_request.what")
    fields.choice("file_request.form", ["digitaal", "papier"], "form")
    paper.one("dossierafschrift")
