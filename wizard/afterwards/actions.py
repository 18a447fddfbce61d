"""What somebody can do now, the lighter ways first; the words are in data/actions.toml, the conditions here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict

from wizard import law, triage
from wizard.afterwards.answer import answered, has_answer, has_complained, is_overdue, lacks, unchecked
from wizard.afterwards.dispute import Admission
from wizard.afterwards.expected import expected
from wizard.choices import Capacity
from wizard.datafile import DATA, read
from wizard.deadlines import awaited, clock_runs, extension_in_time, uitspraak
from wizard.dossier import Dossier
from wizard.errors import InvalidData, Place
from wizard.procedures import Procedure
from wizard.receipt import is_dated, receipt
from wizard.standing import client_may_authorise, standing
from wizard.texts import told

FILE = DATA / "actions.toml"


class Entry(BaseModel):
    """What an action says; `document` is the id of the paper that goes with it, `page` where it is done."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sentence: str
    page: str
    document: str | None = None
    rule: str | None = None


@dataclass(frozen=True)
class Action:
    """One thing that can be done now, and the article that gives the right to it, where there is one."""

    id: str
    sentence: str
    page: str
    document: str | None
    article: str


@cache
def entries() -> dict[str, Entry]:
    """Every action by its id. Raises InvalidData."""
    found = read(FILE, dict[str, Entry])
    lacking = {name: entry.rule for name, entry in found.items() if entry.rule and entry.rule not in law.records()}
    if lacking:
        raise InvalidData(
            FILE.name, [Place(f"{name}.rule", f"{rule} staat niet in law.toml") for name, rule in lacking.items()]
        )
    return found


def may_do(dossier: Dossier, procedure: Procedure, admission: Admission, today: date) -> list[Action]:
    """What can be done as things stand, in the order of the data file: the lighter ways before the heavier."""
    possible = set(_possible(dossier, admission, today))
    if not expected(dossier, procedure, today):
        possible.discard("datums-bewaren")
    return [
        _action(name, entry, admission, today)
        for name, entry in entries().items()
        if name in possible and _holds(entry, today)
    ]


def _holds(entry: Entry, today: date) -> bool:
    """Whether the rule behind an action holds on that day; a right that came later is not offered before."""
    return entry.rule is None or any(record.valid_from <= today for record in law.history(entry.rule))


def _action(name: str, entry: Entry, admission: Admission, today: date) -> Action:
    right = law.record(entry.rule, today).article if entry.rule else ""
    article = admission.article if name == "geschil" else right
    return Action(name, told(entry.sentence), entry.page, entry.document, article)


def _possible(dossier: Dossier, admission: Admission, today: date) -> Iterator[str]:
    if standing(dossier.complainant).allowed is False:
        yield from _without_standing(dossier)
        return
    if triage.wkkgz(dossier) is False:
        yield from _under_another_act(dossier)
    elif dossier.handling.ruling_on:
        yield "terugblik"
    elif submitted := dossier.handling.dispute_submitted_on:
        yield "uitspraak-navragen" if uitspraak(submitted).is_late(today) else "uitspraak-afwachten"
        yield "datums-bewaren"
        if admission.window.passed:
            yield "geschil-te-laat"
    elif has_answer(dossier):
        yield from _after_the_answer(dossier, admission, today)
    elif has_complained(dossier):
        yield from _while_waiting(dossier, admission, today)
    else:
        yield from _before_the_complaint(dossier, admission)


def _without_standing(dossier: Dossier) -> Iterator[str]:
    who = dossier.complainant
    asks = who.capacity is not Capacity.ANDERS and client_may_authorise(who)
    yield "machtiging" if asks else "hulp-zoeken"
    yield "lmz"


def _under_another_act(dossier: Dossier) -> Iterator[str]:
    """The other road, and what needs no Act: talking, writing, looking back."""
    yield "andere-wet"
    if has_answer(dossier):
        yield "terugblik"
    elif not has_complained(dossier):
        yield "klachtbrief-andere-wet"
        if triage.talk_fits(dossier) and not dossier.tried.talk.held:
            yield "gesprek"


def _before_the_complaint(dossier: Dossier, admission: Admission) -> Iterator[str]:
    yield from ("klachtbrief", "klachtenfunctionaris", "lmz", *_own_file(dossier))
    if triage.talk_fits(dossier) and not dossier.tried.talk.held:
        yield from ("gesprek", "eerst-informeel")
    if dossier.complainant.capacity is Capacity.GEMACHTIGDE and dossier.complainant.machtiging_signed is None:
        yield "machtiging"
    yield from _mediation(dossier)
    yield from _dispute(admission)


def _while_waiting(dossier: Dossier, admission: Admission, today: date) -> Iterator[str]:
    handling = dossier.handling
    yield from ("klachtenfunctionaris", "lmz", *_own_file(dossier))
    if clock_runs(dossier):
        yield "wachten" if not is_overdue(dossier, today) else "herinneren"
        yield from ("datums-bewaren",) if is_dated(dossier) else ("ontvangst-navragen",)
    else:
        yield "klachtbrief"
    if handling.acknowledged_on is None and receipt(dossier, today).assumed:
        yield "ontvangst-navragen"
    if handling.further_extension_asked_on or handling.further_extension_asked_until:
        yield "reageren-verlenging"
    elif clock_runs(dossier) and extension_in_time(dossier, today) is False:
        yield "reageren-late-verlenging"
    yield from _mediation(dossier)
    yield from _dispute(admission)


def _after_the_answer(dossier: Dossier, admission: Admission, today: date) -> Iterator[str]:
    due = awaited(dossier, today) if is_dated(dossier) else None
    if not answered(dossier) and clock_runs(dossier):
        yield "herinneren" if due and due.is_late(today) else "wachten"
    if clock_runs(dossier) and unchecked(dossier):
        yield "antwoord-nalopen"
    if any(lack.id not in ("op-tijd", "voldoende") for lack in lacks(dossier, today)):
        yield "aanvulling-vragen"
    if dossier.handling.answer_satisfies:
        yield "terugblik"
    else:
        yield from ("klachtenfunctionaris", "lmz", "datums-bewaren", *_own_file(dossier))
        yield from _mediation(dossier)
    if not clock_runs(dossier):
        yield "klachtbrief"
    yield from _dispute(admission)


def _own_file(dossier: Dossier) -> tuple[str, ...]:
    """A copy of the file is for the client, a vertegenwoordiger or a nabestaande; a gemachtigde needs it in writing."""
    who = dossier.complainant.capacity
    shut_out = who in (Capacity.GEWEIGERDE_VERTEGENWOORDIGER, Capacity.ANDERS)
    unauthorised = who is Capacity.GEMACHTIGDE and not dossier.authorisation.file_access
    return () if shut_out or unauthorised else ("dossier-opvragen",)


def _mediation(dossier: Dossier) -> Iterator[str]:
    if not triage.mediation_fits(dossier):
        return
    if dossier.handling.agreements_made_on:
        yield from ("afspraken", "terugblik")
    elif triage.both_want_mediation(dossier):
        yield "bemiddeling"


def _dispute(admission: Admission) -> Iterator[str]:
    if admission.open:
        yield "geschil"
    elif admission.grounds and admission.window.passed:
        yield "geschil-te-laat"
    if admission.unknown and (admission.window.first_complaint or admission.grounds):
        yield "instantie-vragen"
