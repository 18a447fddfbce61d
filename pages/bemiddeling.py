"""Mediation: what it is and is not, whether both want it, and a sheet for agreements. What was said is not asked."""

from wizard import triage
from wizard.procedures import Kind
from wizard.texts import told, words
from wizard.ui import field, fields, frame, paper, parts, session


def explained() -> None:
    """What this procedure says of mediation; some say nothing, and then it may still be done."""
    parts.heading("pages.bemiddeling.what")
    step = session.procedure().step(Kind.BEMIDDELING)
    if step is None:
        parts.say("pages.bemiddeling.not_step")
    else:
        parts.show("paragraph", text=told(step.what))
        parts.show("mediation", step=step)
    parts.heading("pages.bemiddeling.rules")
    parts.show("list", items=[words(f"pages.bemiddeling.rule_{number}") for number in (1, 2, 3)])


def facts() -> None:
    """Whether both want it, and the two days that matter."""
    parts.heading("pages.bemiddeling.facts")
    fields.yes_no("tried.mediation_wanted")
    wanted = field.held("tried.mediation_wanted")
    if wanted:
        fields.yes_no("tried.mediation_wanted_by_provider")
    for path in ("handling.mediation_agreed_on", "handling.agreements_made_on"):
        if field.held(path) or (wanted and field.held("tried.mediation_wanted_by_provider")):
            fields.day(path)


def agreements() -> None:
    """The sheet that both can fill in and sign."""
    parts.heading("pages.bemiddeling.agreements")
    parts.say("pages.bemiddeling.agreements_intro")
    paper.one("afspraken")


with frame.page("bemiddeling"):
    if triage.mediation_fits(session.dossier()):
        explained()
        facts()
        agreements()
    else:
        parts.note(words("pages.bemiddeling.not"), "warning")
        parts.say("pages.bemiddeling.not_why")
