"""Before the geschilleninstantie: whether it is open, which one it is, what it can do, and what to bring."""

from wizard import triage
from wizard.afterwards import dispute
from wizard.afterwards.dispute import Admission
from wizard.choices import DirectReason, values
from wizard.texts import words
from wizard.ui import fields, frame, paper, parts, session


def under_another_act() -> bool:
    """Whether this body is not for this care: then there is nothing to ask or to say of it."""
    return triage.wkkgz(session.dossier()) is False


def now(found: Admission) -> None:
    """Whether it can be done today, and why."""
    parts.heading("pages.geschil.now")
    title = words("pages.geschil.yes" if found.open else "pages.geschil.no")
    parts.show("verdict", kind="good" if found.open else "info", title=title, found=found)
    if not (session.dossier().handling.answered_on or under_another_act()):
        fields.choice("handling.direct_reason", values(DirectReason), "direct_reason", none="geen")


def body(found: Admission) -> None:
    """Which body it is, what is known of it, and what is not."""
    parts.heading("pages.geschil.body")
    fields.text("dispute.body_name")
    parts.show("admission", found=found)
    if found.unknown:
        parts.heading("pages.geschil.unknown")
        parts.show("list", items=found.unknown)


def bring(found: Admission) -> None:
    """What goes along, and the paper that tells the whole story."""
    parts.heading("pages.geschil.bring")
    parts.show("list", items=found.bring)
    parts.heading("pages.geschil.words")
    fields.area("dispute.unsatisfied")
    paper.one("geschil")


with frame.page("geschil"):
    the_case = dispute.dispute(session.dossier(), session.procedure(), session.today())
    now(the_case)
    if not under_another_act():
        body(the_case)
    if the_case.grounds:  # who is too early need not see all that comes with it
        bring(the_case)
