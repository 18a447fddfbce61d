"""Which facts about dates to ask, and how a deadline is put into words. No Streamlit in here."""

from datetime import date

from wizard import deadlines
from wizard.choices import Formality, Stage
from wizard.deadlines import Deadline
from wizard.dossier import Dossier
from wizard.moments import in_words
from wizard.procedures import Actor
from wizard.texts import words

ANSWERS = ("oordeel", "oordeel-verlengd", "nader-afgesproken")


def asked(dossier: Dossier) -> list[str]:
    """The facts that can apply now, in the order in which they happen."""
    handling, stage = dossier.handling, dossier.situation.stage
    late = stage in (Stage.INGEDIEND, Stage.ANTWOORD)
    names = ["in_writing"] if late else []
    if handling.in_writing is not False:
        names += [*(["first_complaint_on"] if late else []), "sent_on", "received_on"]
    if handling.in_writing is not False and (late or handling.sent_on or handling.received_on):
        names += [
            "acknowledged_on",
            "extension_notice_on",
            *(["agreed_until"] if _may_agree(dossier) else []),
            "answered_on",
        ]
    if handling.answered_on or stage is Stage.ANTWOORD:
        names.append("answer_satisfies")
    names += _dispute(dossier)
    return [f"handling.{name}" for name in names]


def _may_agree(dossier: Dossier) -> bool:
    return bool(dossier.handling.extension_notice_on or dossier.handling.agreed_until)


def _dispute(dossier: Dossier) -> list[str]:
    handling = dossier.handling
    names = [] if handling.answered_on else ["direct_reason"]
    submitted = handling.dispute_submitted_on
    if handling.answered_on or handling.direct_reason or handling.received_on or handling.sent_on or submitted:
        names.append("dispute_submitted_on")
    return [*names, "ruling_on"] if submitted else names


def why_none(dossier: Dossier) -> str:
    """Which sentence says why no clock runs."""
    if dossier.handling.in_writing is False:
        return "none_oral"
    return "none_informal" if dossier.letter.formality is Formality.EERST_INFORMEEL else "none"


def counts(deadline: Deadline, dossier: Dossier, today: date) -> bool:
    """Whether this is the date that holds as things stand now; of the dates for the answer only one does."""
    awaited = deadlines.awaited(dossier, today)
    return deadline.id not in ANSWERS or (awaited is not None and awaited.id == deadline.id)


def is_late(deadline: Deadline, dossier: Dossier, today: date) -> bool:
    """Whether somebody is late: only by the date that holds, and only as long as it did not happen."""
    return counts(deadline, dossier, today) and not _happened(deadline, dossier) and deadline.is_late(today)


def _happened(deadline: Deadline, dossier: Dossier) -> bool:
    handling, done = dossier.handling, dossier.situation.stage is Stage.ANTWOORD
    happened = {
        "geschil-uiterlijk": bool(handling.dispute_submitted_on),
        "uitspraak": bool(handling.ruling_on),
    }
    return happened.get(deadline.id, bool(handling.answered_on) or done)


def status(deadline: Deadline, dossier: Dossier, today: date) -> str:
    """How it stands: time left, late since when, or over."""
    if _happened(deadline, dossier) and deadline.id in ANSWERS:
        return words("pages.termijnen.answered")
    if not counts(deadline, dossier, today):
        extended = deadline.id == "oordeel-verlengd" and not dossier.handling.agreed_until
        return words("pages.termijnen.only_extended" if extended else "pages.termijnen.replaced")
    left = (deadline.day - today).days
    if left < 0:
        since = deadline.late_from or deadline.day
        key = "passed" if deadline.actor is Actor.CLIENT else "late"
        return words(f"pages.termijnen.{key}", day=in_words(since))
    simple = {0: "is_today", 1: "one_day"}
    return words(f"pages.termijnen.{simple[left]}") if left in simple else words("pages.termijnen.in_time", number=left)


def remarks(deadline: Deadline, dossier: Dossier, today: date) -> list[str]:
    """What else to know: that the day of receipt is assumed, and whether an extension came in time."""
    found = []
    if deadline.id in ("oordeel", "oordeel-verlengd") and deadlines.receipt(dossier, today).assumed:
        found.append(words("pages.termijnen.assumed"))
    in_time = deadlines.extension_in_time(dossier, today)
    about = {"oordeel-verlengd": (True, "extension_in_time"), "oordeel": (False, "extension_late")}.get(deadline.id)
    if about and about[0] is in_time and not dossier.handling.agreed_until:
        found.append(words(f"pages.termijnen.{about[1]}"))
    return found


def how(deadline: Deadline, dossier: Dossier, today: date) -> list[str]:
    """The computation, sentence by sentence, from the day of receipt on."""
    first = [deadlines.receipt(dossier, today).explanation] if deadline.id in ("oordeel", "oordeel-verlengd") else []
    return [*first, *deadline.explanation]
