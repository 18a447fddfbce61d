"""What happened, put into words: where the client is on the road, and each event shown as what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard import deadlines, law, triage
from wizard.afterwards.answer import answered, has_answer, has_complained, is_overdue, late_with_care
from wizard.afterwards.dispute import Admission
from wizard.choices import Capacity, Formality, Stage
from wizard.dossier import Dossier
from wizard.moments import in_words, with_weekday
from wizard.procedures import Kind
from wizard.receipt import is_dated, receipt
from wizard.standing import standing
from wizard.texts import marked, told


@dataclass(frozen=True)
class Whereabouts:
    """The kind of step where somebody is, None where the road itself says it, and that in a sentence."""

    kind: Kind | None
    sentence: str


@dataclass(frozen=True)
class Remark:
    """Something to know about what happened, with its article where there is one."""

    id: str
    sentence: str
    article: str = ""


def place(dossier: Dossier, admission: Admission, today: date) -> Whereabouts:
    """Where somebody is, by the last thing that happened."""
    handling = dossier.handling
    if standing(dossier.complainant).allowed is False:
        return Whereabouts(None, told("Volgens uw antwoorden kunt u deze klacht niet zelf indienen."))
    if handling.ruling_on:
        on = in_words(handling.ruling_on)
        return Whereabouts(Kind.UITSPRAAK, told("De geschilleninstantie deed uitspraak op {day}.", day=on))
    if handling.dispute_submitted_on:
        on = in_words(handling.dispute_submitted_on)
        return Whereabouts(Kind.UITSPRAAK, told("U legde het geschil voor op {day}. U wacht op de uitspraak.", day=on))
    if triage.wkkgz(dossier) is False:
        return _under_another_act(dossier)
    if has_answer(dossier):
        return _with_an_answer(dossier, admission, today)
    if has_complained(dossier):
        return _waiting(dossier, admission, today)
    return _before_the_complaint(dossier)


def _under_another_act(dossier: Dossier) -> Whereabouts:
    if has_answer(dossier):
        return Whereabouts(Kind.ANTWOORD, told("U kreeg antwoord. Voor deze zorg of hulp geldt een andere wet."))
    if has_complained(dossier):
        return Whereabouts(Kind.ANTWOORD, told("U klaagde schriftelijk. Voor deze zorg of hulp geldt een andere wet."))
    return Whereabouts(None, told("Voor deze zorg of hulp geldt een andere wet. Kijk waar u daarvoor terecht kunt."))


def _with_an_answer(dossier: Dossier, admission: Admission, today: date) -> Whereabouts:
    if dossier.handling.answer_satisfies:
        return Whereabouts(Kind.ANTWOORD, told("U kreeg antwoord, en dat is voor u goed genoeg."))
    if not deadlines.clock_runs(dossier):
        informal = told("U kreeg antwoord. Uw klacht was nog geen schriftelijke klacht om een oordeel.")
        return Whereabouts(_if_open(admission, Kind.KLACHT), informal)
    if not answered(dossier):
        late = told("U kreeg alleen mondeling antwoord. Het schriftelijke antwoord is te laat.")
        coming = told("U kreeg alleen mondeling antwoord. Het schriftelijke antwoord moet nog komen.")
        return Whereabouts(_if_open(admission), _if_late(late, dossier, today) or coming)
    if dossier.handling.answer_satisfies is None:
        return Whereabouts(
            Kind.ANTWOORD, told("U kreeg antwoord. Kijk of alles erin staat en of het uw klacht oplost.")
        )
    return Whereabouts(_if_open(admission), told("U kreeg antwoord, en het lost uw klacht volgens u niet genoeg op."))


def _waiting(dossier: Dossier, admission: Admission, today: date) -> Whereabouts:
    if dossier.letter.formality is Formality.EERST_INFORMEEL:
        write = dossier.tried.talk.held or not triage.talk_fits(dossier)
        first = Kind.KLACHT if write else Kind.GESPREK
        return Whereabouts(_if_open(admission, first), told("U vroeg de zorgaanbieder om eerst te praten."))
    waiting = told("U klaagde schriftelijk en wacht op het antwoord van de zorgaanbieder.")
    late = f"{waiting} {told('Het antwoord is te laat.')}"
    return Whereabouts(_if_open(admission), _if_late(late, dossier, today) or waiting)


def _if_late(sentence: str, dossier: Dossier, today: date) -> str:
    return f"{sentence} {late_with_care(dossier, today)}".strip() if is_overdue(dossier, today) else ""


def _before_the_complaint(dossier: Dossier) -> Whereabouts:
    handling, tried, stage = dossier.handling, dossier.tried, dossier.situation.stage
    if handling.direct_reason:
        return Whereabouts(Kind.GESCHIL, told("U noemt een reden om direct naar de geschilleninstantie te gaan."))
    if handling.in_writing is False:
        return Whereabouts(Kind.KLACHT, told("U klaagde, maar nog niet schriftelijk."))
    if handling.agreements_made_on:
        on = in_words(handling.agreements_made_on)
        return Whereabouts(None, told("U maakte afspraken met de zorgaanbieder op {day}.", day=on))
    if handling.mediation_agreed_on and triage.mediation_fits(dossier):
        return Whereabouts(Kind.BEMIDDELING, told("U en de zorgaanbieder willen allebei bemiddeling."))
    if tried.klachtenfunctionaris.held or stage is Stage.KLACHTENFUNCTIONARIS:
        return Whereabouts(None, told("U sprak met de klachtenfunctionaris. U klaagde nog niet schriftelijk."))
    if tried.talk.held or stage is Stage.BESPROKEN:
        return Whereabouts(None, told("U besprak het met de zorgaanbieder. U klaagde nog niet schriftelijk."))
    return Whereabouts(None, told("U klaagde nog niet schriftelijk."))


def _if_open(admission: Admission, otherwise: Kind = Kind.ANTWOORD) -> Kind:
    return Kind.GESCHIL if admission.grounds else otherwise


def remarks(dossier: Dossier, today: date) -> Iterator[Remark]:
    """What to know about the events: an extension in time or late, more time agreed or not, mediation, agreements."""
    if deadlines.clock_runs(dossier):
        yield from _about_the_extension(dossier, today)
        yield from _about_more_time(dossier, today)
    yield from _about_mediation(dossier, today)


def _about_the_extension(dossier: Dossier, today: date) -> Iterator[Remark]:
    notice = dossier.handling.extension_notice_on
    if notice and is_dated(dossier):
        last = deadlines.oordeel(receipt(dossier, today).day).day
        came = told("Het bericht over meer tijd kwam op {day}.", day=with_weekday(notice))
        if notice <= last:
            in_time = told("Dat is op tijd. Daarom geldt nu de tweede datum.")
            yield _with_rule("verlenging-op-tijd", f"{came} {in_time}", "verlenging", today)
        else:
            too_late = marked("Dat is te laat: de laatste dag was {day}. Het geeft geen extra tijd.")
            late = told(too_late, day=with_weekday(last))
            yield _with_rule("verlenging-te-laat", f"{came} {late}", "verlenging", today)
    if notice and dossier.handling.extension_has_reason is False:
        yield _rule("verlenging-zonder-reden", "verlenging-reden", today)


def _about_more_time(dossier: Dossier, today: date) -> Iterator[Remark]:
    handling, until = dossier.handling, deadlines.agreed_until(dossier)
    asked = handling.further_extension_asked_on or handling.further_extension_asked_until
    if handling.further_extension_agreed is False:
        refused = told("U vindt nog meer tijd niet goed. Dan houdt u de datum van de wet.")
        rule = law.record("geschil-regels", today)
        # Somebody who was refused as vertegenwoordiger must wait for an answer, however late (art. 21(2)).
        waits = dossier.complainant.capacity is Capacity.GEWEIGERDE_VERTEGENWOORDIGER
        said = refused if waits else f"{refused} {rule.sentence}"
        yield Remark("meer-tijd-geweigerd", said, "" if waits else rule.article)
    elif until:
        due = deadlines.awaited(dossier, today)
        text = marked("U vond het goed om te wachten tot en met {day}. Dat geldt alleen voor u.")
        sentence = told(text, day=with_weekday(until))
        if due and due.id != "nader-afgesproken":
            longer = marked("De wet geeft de zorgaanbieder tijd tot en met {day}. Die datum telt.")
            sentence = f"{sentence} {told(longer, day=with_weekday(due.day))}"
        yield _with_rule("meer-tijd-afgesproken", sentence, "nadere-verlenging", today)
    elif asked:
        yield _rule("meer-tijd-gevraagd", "nadere-verlenging", today)


def _about_mediation(dossier: Dossier, today: date) -> Iterator[Remark]:
    handling = dossier.handling
    if not triage.mediation_fits(dossier):
        return
    runs = deadlines.clock_runs(dossier) and has_complained(dossier)
    if handling.mediation_agreed_on and runs and not answered(dossier):
        yield _rule("bemiddeling-en-termijn", "bemiddeling-en-termijn", today)
    if handling.agreements_made_on:
        agreed = told("U maakte afspraken op {day}.", day=in_words(handling.agreements_made_on))
        close = told("Is uw klacht daarmee klaar? Laat dat de zorgaanbieder dan schriftelijk weten.")
        yield Remark("afspraken", f"{agreed} {close}" if runs else agreed)


def _rule(name: str, rule: str, today: date) -> Remark:
    return _with_rule(name, law.record(rule, today).sentence, rule, today)


def _with_rule(name: str, sentence: str, rule: str, today: date) -> Remark:
    return Remark(name, sentence, law.record(rule, today).article)
