"""What was tried before: whether and when. What was said in confidence is not asked."""

from wizard.procedures import Kind
from wizard.texts import words
from wizard.ui import field, fields, frame, parts, session


def tried(name: str) -> bool:
    """Whether, and if so when."""
    fields.yes_no(f"tried.{name}.held")
    held = bool(field.held(f"tried.{name}.held"))
    if held:
        fields.when(f"tried.{name}.when")
    return held


with frame.page("geprobeerd", review=True):
    if tried("talk"):
        fields.area("tried.talk.outcome")
    if session.procedure().step(Kind.CONTACTPERSOON):
        tried("contactpersoon")
    parts.note(words("pages.geprobeerd.secret"))
    tried("klachtenfunctionaris")
    tried("mediation")
