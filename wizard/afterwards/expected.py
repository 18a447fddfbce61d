"""The dates that still count: for the card, for a calendar, for whoever wants to know what is to come."""

from datetime import date

from wizard.afterwards.answer import answered
from wizard.afterwards.dispute import disputes_body
from wizard.deadlines import Deadline, agreed_without_a_day, awaited, deadlines
from wizard.dossier import Dossier
from wizard.procedures import Actor, Procedure


def expected(dossier: Dossier, procedure: Procedure, today: date) -> list[Deadline]:
    """The dates to come and those that somebody is late for, in order: settled by nothing, replaced by no later one.

    Where the client named a geschilleninstantie, its window counts, and not that of the procedure's.
    """
    own = procedure.model_copy(update={"disputes_body": disputes_body(dossier, procedure)})
    found = [deadline for deadline in deadlines(dossier, own, today) if _counts(deadline, dossier, today)]
    return sorted(found, key=lambda deadline: deadline.day)


def _counts(deadline: Deadline, dossier: Dossier, today: date) -> bool:
    if settled(deadline, dossier):
        return False
    if deadline.actor is not Actor.ZORGAANBIEDER:
        return True
    due = awaited(dossier, today)
    if due is None:
        return not agreed_without_a_day(dossier)
    return deadline.day == due.day or (deadline.day > due.day and not due.is_late(today))


def settled(deadline: Deadline, dossier: Dossier) -> bool:
    """Whether what had to be done by this date was done."""
    by = {
        Actor.ZORGAANBIEDER: answered(dossier),
        Actor.CLIENT: dossier.handling.dispute_submitted_on is not None,
        Actor.GESCHILLENINSTANTIE: dossier.handling.ruling_on is not None,
    }
    return by.get(deadline.actor, False)
