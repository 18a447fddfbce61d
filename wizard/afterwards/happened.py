"""What happened, put into words: where the client is on the road, and each event shown as what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard import deadlines, law, triage
from wizard.afterwards.actions import has_answer, has_complained
from wizard.afterwards.answer import answered, is_overdue
from wizard.afterwards.dispute import Admission
from wizard.choices import Formality, Stage
from wizard.dossier import Dossier
from wizard.moments import in_words, with_weekday
from wizard.procedures import Kind


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
    if triage.standing(dossier.complainant).allowed is False:
        return Whereabouts(None, "Volgens uw antwoorden kunt u deze klacht niet zelf indienen.")
    if handling.ruling_on:
        return Whereabouts(Kind.UITSPRAAK, f"De geschilleninstantie deed uitspraak op {in_words(handling.ruling_on)}.")
    if handling.dispute_submitted_on:
        on = in_words(handling.dispute_submitted_on)
        return Whereabouts(Kind.UITSPRAAK, f"U legde het geschil voor op {on}. U wacht op de uitspraak.")
    if has_answer(dossier):
        return _with_an_answer(dossier, admission, today)
    if has_complained(dossier):
        return _waiting(dossier, admission, today)
    return _before_the_complaint(dossier)


def _with_an_answer(dossier: Dossier, admission: Admission, today: date) -> Whereabouts:
    if triage.wkkgz(dossier) is False:
        return Whereabouts(Kind.ANTWOORD, "U kreeg antwoord. Voor deze zorg of hulp geldt een andere wet.")
    if dossier.handling.answer_satisfies:
        return Whereabouts(Kind.ANTWOORD, "U kreeg antwoord, en dat is voor u goed genoeg.")
    if not deadlines.clock_runs(dossier):
        return Whereabouts(Kind.KLACHT, "U kreeg antwoord. Uw klacht was nog geen schriftelijke klacht om een oordeel.")
    if not answered(dossier):
        late = is_overdue(dossier, today)
        told = "Het schriftelijke antwoord is te laat." if late else "Het schriftelijke antwoord moet nog komen."
        return Whereabouts(_if_open(admission), f"U kreeg alleen mondeling antwoord. {told}")
    if dossier.handling.answer_satisfies is None:
        return Whereabouts(Kind.ANTWOORD, "U kreeg antwoord. Kijk of alles erin staat en of het uw klacht oplost.")
    return Whereabouts(_if_open(admission), "U kreeg antwoord, en het lost uw klacht volgens u niet genoeg op.")


def _waiting(dossier: Dossier, admission: Admission, today: date) -> Whereabouts:
    if triage.wkkgz(dossier) is False:
        return Whereabouts(Kind.ANTWOORD, "U klaagde schriftelijk. Voor deze zorg of hulp geldt een andere wet.")
    if dossier.letter.formality is Formality.EERST_INFORMEEL:
        talked = dossier.tried.talk.held
        return Whereabouts(Kind.KLACHT if talked else Kind.GESPREK, "U vroeg de zorgaanbieder om eerst te praten.")
    late = " Het antwoord is te laat." if is_overdue(dossier, today) else ""
    return Whereabouts(
        _if_open(admission), f"U klaagde schriftelijk en wacht op het antwoord van de zorgaanbieder.{late}"
    )


def _before_the_complaint(dossier: Dossier) -> Whereabouts:
    handling, tried, stage = dossier.handling, dossier.tried, dossier.situation.stage
    if handling.in_writing is False:
        return Whereabouts(Kind.KLACHT, "U klaagde, maar nog niet schriftelijk.")
    if handling.agreements_made_on:
        return Whereabouts(None, f"U maakte afspraken met de zorgaanbieder op {in_words(handling.agreements_made_on)}.")
    if handling.direct_reason:
        return Whereabouts(Kind.GESCHIL, "U noemt een reden om direct naar de geschilleninstantie te gaan.")
    if handling.mediation_agreed_on:
        return Whereabouts(Kind.BEMIDDELING, "U en de zorgaanbieder willen allebei bemiddeling.")
    if tried.klachtenfunctionaris.held or stage is Stage.KLACHTENFUNCTIONARIS:
        return Whereabouts(None, "U sprak met de klachtenfunctionaris. U klaagde nog niet schriftelijk.")
    if tried.talk.held or stage is Stage.BESPROKEN:
        return Whereabouts(None, "U besprak het met de zorgaanbieder. U klaagde nog niet schriftelijk.")
    return Whereabouts(None, "U klaagde nog niet schriftelijk.")


def _if_open(admission: Admission) -> Kind:
    return Kind.GESCHIL if admission.grounds else Kind.ANTWOORD


def remarks(dossier: Dossier, today: date) -> Iterator[Remark]:
    """What to know about the events: an extension in time or late, more time agreed or not, mediation, agreements."""
    if deadlines.clock_runs(dossier):
        yield from _about_the_extension(dossier, today)
        yield from _about_more_time(dossier, today)
    yield from _about_mediation(dossier, today)


def _about_the_extension(dossier: Dossier, today: date) -> Iterator[Remark]:
    notice = dossier.handling.extension_notice_on
    if notice and deadlines.is_dated(dossier):
        last = deadlines.oordeel(deadlines.receipt(dossier, today).day).day
        told = f"Het bericht over meer tijd kwam op {with_weekday(notice)}."
        if notice <= last:
            yield _with_rule(
                "verlenging-op-tijd", f"{told} Dat is op tijd. Daarom geldt nu de tweede datum.", "verlenging", today
            )
        else:
            late = f"Dat is te laat: de laatste dag was {with_weekday(last)}. Het geeft geen extra tijd."
            yield _with_rule("verlenging-te-laat", f"{told} {late}", "verlenging", today)
    if notice and dossier.handling.extension_has_reason is False:
        yield _rule("verlenging-zonder-reden", "verlenging-reden", today)


def _about_more_time(dossier: Dossier, today: date) -> Iterator[Remark]:
    handling, until = dossier.handling, deadlines.agreed_until(dossier)
    asked = handling.further_extension_asked_on or handling.further_extension_asked_until
    if handling.further_extension_agreed is False:
        refused = "U vindt nog meer tijd niet goed. Dan houdt u de datum van de wet."
        yield _with_rule(
            "meer-tijd-geweigerd", f"{refused} {law.record('geschil-regels', today).sentence}", "geschil-regels", today
        )
    elif until:
        due = deadlines.awaited(dossier, today)
        told = f"U vond het goed om te wachten tot en met {with_weekday(until)}. Dat geldt alleen voor u."
        if due and due.id != "nader-afgesproken":
            told = f"{told} De wet geeft de zorgaanbieder tijd tot en met {with_weekday(due.day)}. Die datum telt."
        yield _with_rule("meer-tijd-afgesproken", told, "nadere-verlenging", today)
    elif asked:
        yield _rule("meer-tijd-gevraagd", "nadere-verlenging", today)


def _about_mediation(dossier: Dossier, today: date) -> Iterator[Remark]:
    handling = dossier.handling
    runs = deadlines.clock_runs(dossier) and has_complained(dossier)
    if handling.mediation_agreed_on and runs and not answered(dossier):
        yield _rule("bemiddeling-en-termijn", "bemiddeling-en-termijn", today)
    if handling.agreements_made_on:
        told = f"U maakte afspraken op {in_words(handling.agreements_made_on)}."
        close = "Is uw klacht daarmee klaar? Laat dat de zorgaanbieder dan schriftelijk weten."
        yield Remark("afspraken", f"{told} {close}" if runs else told)


def _rule(name: str, rule: str, today: date) -> Remark:
    return _with_rule(name, law.record(rule, today).sentence, rule, today)


def _with_rule(name: str, sentence: str, rule: str, today: date) -> Remark:
    return Remark(name, sentence, law.record(rule, today).article)
