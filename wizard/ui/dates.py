"""Which facts about dates to ask, and how a deadline is put into words. No Streamlit in here."""

from datetime import date

from wizard import deadlines
from wizard.afterwards.answer import answered, came_late, has_complained
from wizard.afterwards.expected import settled
from wizard.afterwards.status import FROM_RECEIPT
from wizard.choices import Formality
from wizard.deadlines import Deadline
from wizard.dossier import Dossier, Handling
from wizard.moments import in_words, with_weekday
from wizard.procedures import Actor, Kind, Procedure
from wizard.receipt import is_dated, receipt
from wizard.texts import words
from wizard.triage import mediation_fits
from wizard.ui.road import LATE

ANSWERS = ("oordeel", "oordeel-verlengd", "nader-afgesproken")


def asked(dossier: Dossier, procedure: Procedure) -> dict[str, list[str]]:
    """The facts that can apply now, by part of the road, in the order in which they happen."""
    return {
        "before": _before(dossier, procedure),
        "complaint": [f"handling.{name}" for name in _complaint(dossier)],
        "dispute": [f"handling.{name}" for name in _dispute(dossier)],
    }


def _before(dossier: Dossier, procedure: Procedure) -> list[str]:
    """What can come before the complaint: a talk, help, mediation."""
    tried, handling = dossier.tried, dossier.handling
    helpers = ["contactpersoon"] if procedure.step(Kind.CONTACTPERSOON) else []
    names = []
    for name in ("talk", *helpers, "klachtenfunctionaris"):
        names += [f"tried.{name}.held", *([f"tried.{name}.when"] if getattr(tried, name).held else [])]
    near = tried.klachtenfunctionaris.held or tried.mediation_wanted or tried.mediation.held
    # What was filled in stays to be seen, also where it does not fit, so that it can be taken away.
    if handling.mediation_agreed_on or (mediation_fits(dossier) and near):
        names.append("handling.mediation_agreed_on")
    if handling.mediation_agreed_on or handling.agreements_made_on:
        names.append("handling.agreements_made_on")
    return names


def _complaint(dossier: Dossier) -> list[str]:
    """From the written complaint to the answer."""
    handling, late = dossier.handling, dossier.situation.stage in LATE
    names = ["in_writing"] if late or handling.in_writing is False else []
    if handling.in_writing is False:
        return names
    names += [*(["first_complaint_on"] if late else []), "sent_on", "received_on"]
    if late or is_dated(dossier):
        names += ["klachtenfunctionaris_received_on", "acknowledged_on", "extension_notice_on"]
        names += [*_more_time(handling), "answered_on"]
    return names


def _more_time(handling: Handling) -> list[str]:
    """A second extension is asked about only after the first one, and its consent only after it was asked."""
    further = bool(handling.further_extension_asked_on or handling.further_extension_asked_until)
    names = []
    if handling.extension_notice_on or further:
        names += ["extension_has_reason", "further_extension_asked_on"]
    if further:
        names += ["further_extension_asked_until", "further_extension_agreed"]
    agreed_without_a_day = handling.further_extension_agreed and not handling.further_extension_asked_until
    return [*names, "agreed_until"] if handling.agreed_until or agreed_without_a_day else names


def _dispute(dossier: Dossier) -> list[str]:
    handling = dossier.handling
    submitted = handling.dispute_submitted_on
    complained = handling.answered_on or is_dated(dossier)
    names = ["dispute_submitted_on"] if complained or handling.direct_reason or submitted or handling.ruling_on else []
    return [*names, "ruling_on"] if submitted or handling.ruling_on else names


def why_none(dossier: Dossier) -> str:
    """Which sentence says why no clock runs."""
    if not deadlines.under_the_act(dossier):
        return "none"
    if dossier.handling.in_writing is False:
        return "none_oral"
    return "none_informal" if dossier.letter.formality is Formality.EERST_INFORMEEL else "none"


def shown(dossier: Dossier, procedure: Procedure, today: date) -> list[Deadline]:
    """The dates to show: none for the answer to a complaint that was made on a day that we do not know.

    Nor the date of an extension that nobody gave notice of, once there is an answer.
    """
    uncounted = has_complained(dossier) and not is_dated(dossier)
    moot = answered(dossier) and dossier.handling.extension_notice_on is None
    left_out = FROM_RECEIPT if uncounted else FROM_RECEIPT[1:] if moot else ()
    found = deadlines.deadlines(dossier, procedure, today)
    return [deadline for deadline in found if deadline.id not in left_out]


def counts(deadline: Deadline, dossier: Dossier, today: date) -> bool:
    """Whether this is the date that holds as things stand now; of the dates for the answer only one does."""
    awaited = deadlines.awaited(dossier, today)
    return deadline.id not in ANSWERS or (awaited is not None and awaited.id == deadline.id)


def is_late(deadline: Deadline, dossier: Dossier, today: date) -> bool:
    """Whether somebody is late: only by the date that holds, and only as long as it did not happen."""
    return counts(deadline, dossier, today) and not settled(deadline, dossier) and deadline.is_late(today)


def status(deadline: Deadline, dossier: Dossier, today: date) -> str:
    """How it stands: time left, late since when, or over."""
    if settled(deadline, dossier) and deadline.id in ANSWERS:
        return _how_late(deadline, dossier, today) or words("pages.termijnen.answered")
    if not counts(deadline, dossier, today):
        extended = _may_still_hold(deadline, dossier)
        return words("pages.termijnen.only_extended" if extended else "pages.termijnen.replaced")
    if deadline.id in FROM_RECEIPT and not has_complained(dossier):
        return words("pages.termijnen.if_sent")
    left = (deadline.day - today).days
    if left < 0:
        since = deadline.late_from or deadline.day
        key = "passed" if deadline.actor is Actor.CLIENT else "late"
        return words(f"pages.termijnen.{key}", day=in_words(since))
    simple = {0: "is_today", 1: "one_day"}
    return words(f"pages.termijnen.{simple[left]}") if left in simple else words("pages.termijnen.in_time", number=left)


def _how_late(deadline: Deadline, dossier: Dossier, today: date) -> str:
    """By how many days the answer missed the date that held; empty where it did not or nobody can tell."""
    on = dossier.handling.answered_on
    if on is None or not came_late(dossier) or not counts(deadline, dossier, today):
        return ""
    number = (on - deadline.day).days
    return words("pages.termijnen.came_late_one" if number == 1 else "pages.termijnen.came_late", number=number)


def _may_still_hold(deadline: Deadline, dossier: Dossier) -> bool:
    """Whether it holds as soon as the provider gives notice of an extension."""
    return deadline.id == "oordeel-verlengd" and not deadlines.agreed_until(dossier)


def _late_from(deadline: Deadline, dossier: Dossier, today: date) -> str:
    """The first day on which it is late, as long as that is still to come; empty for a date that no longer counts."""
    holds = counts(deadline, dossier, today) or _may_still_hold(deadline, dossier)
    if not deadline.late_from or deadline.is_late(today) or settled(deadline, dossier) or not holds:
        return ""
    return words("pages.termijnen.late_from", day=with_weekday(deadline.late_from))


def remarks(deadline: Deadline, dossier: Dossier, today: date) -> list[str]:
    """What else to know: from when it is late, that receipt is assumed, whether an extension came in time."""
    found = [sentence] if (sentence := _late_from(deadline, dossier, today)) else []
    assumed = receipt(dossier, today).assumed
    if deadline.id in FROM_RECEIPT and assumed and has_complained(dossier):
        found.append(words("pages.termijnen.assumed"))
    if is_late(deadline, dossier, today) and deadline.caution:
        found.append(deadline.caution)
    in_time = deadlines.extension_in_time(dossier, today)
    about = {"oordeel-verlengd": (True, "extension_in_time"), "oordeel": (False, "extension_late")}.get(deadline.id)
    if about and about[0] is in_time and not deadlines.agreed_until(dossier):
        found.append(words(f"pages.termijnen.{about[1]}"))
    return found


def how(deadline: Deadline, dossier: Dossier, today: date) -> list[str]:
    """The computation, sentence by sentence, from the day of receipt on."""
    first = [receipt(dossier, today).explanation] if deadline.id in FROM_RECEIPT else []
    return [*first, *deadline.explanation]


def in_time(dossier: Dossier, today: date) -> str:
    """That the answer came in time, and by which day it was due; empty where it did not or nobody can tell."""
    due, on = deadlines.awaited(dossier, today), dossier.handling.answered_on
    if on is None or due is None or not is_dated(dossier) or due.is_late(on):
        return ""
    return words("pages.antwoord.in_time", day=with_weekday(due.day))
