"""Each date: its rule, its article, how it was computed, who must act, and from when it is late.

The provider's terms roll on over weekends and holidays (Algemene termijnenwet art. 1): nobody is called late too soon.
The client's own limits never roll: nobody comes too late.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from wizard import feestdagen, law
from wizard.bodies import DisputesBody
from wizard.choices import Formality
from wizard.dossier import Dossier
from wizard.moments import days, in_words, with_weekday, without_year
from wizard.procedures import Actor, Procedure
from wizard.receipt import receipt
from wizard.standing import standing
from wizard.texts import capital, marked, told
from wizard.triage import wkkgz

NUMBERS = {
    1: marked("een"),
    2: marked("twee"),
    4: marked("vier"),
    6: marked("zes"),
    10: marked("tien"),
    12: marked("twaalf"),
}
NOT_KNOWN = marked(
    "De feestdagen in deze periode zijn nog niet allemaal bekend. Er kunnen nog een of meer dagen bij komen."
)
WEEKEND = {"zaterdag": marked("{day} is een zaterdag"), "zondag": marked("{day} is een zondag")}
HOLIDAY = marked("{day} is {holiday}")


@dataclass(frozen=True)
class Deadline:
    """One date to expect. `late_from` is the first day on which somebody is late; None where nobody can be."""

    id: str
    day: date
    actor: Actor
    rule: law.Record
    explanation: tuple[str, ...]
    rolled_over: tuple[date, ...] = ()
    late_from: date | None = None
    holidays_known: bool = True

    def is_late(self, today: date) -> bool:
        """Whether the day has passed."""
        return self.late_from is not None and today >= self.late_from

    @property
    def caution(self) -> str:
        """What goes with the word "late" where holidays may still be added; empty where all are known."""
        return "" if self.holidays_known else told(NOT_KNOWN)


def oordeel(received: date) -> Deadline:
    """The last day for the oordeel: six weeks after receipt (Wkkgz art. 17(1)), rolled on."""
    return _provider_term("oordeel", received, law.record("oordeel", received))


def oordeel_verlengd(received: date) -> Deadline:
    """The last day after an extension: ten weeks after receipt (Wkkgz art. 17(1) and (2); our reading), rolled on."""
    return _provider_term("oordeel-verlengd", received, law.record("tien-weken", received))


def nader_afgesproken(until: date) -> Deadline:
    """The day that the client agreed to; the Act knows no such extension, so nothing rolls."""
    rule = law.record("nadere-verlenging", until)
    explanation = told("U sprak af om te wachten tot en met {day}.", day=with_weekday(until))
    return Deadline(
        "nader-afgesproken", until, Actor.ZORGAANBIEDER, rule, (explanation, rule.sentence), (), _after(until)
    )


def uitspraak(submitted: date) -> Deadline:
    """The last day for the ruling: six months after submission (Wkkgz art. 22(1)); too long a term to roll."""
    rule = law.record("uitspraak", submitted)
    day = submitted + relativedelta(months=rule.amount)
    after = marked("{number} maanden na {start} is {end}.")
    explanation = (
        _counted(after, rule.amount, start=in_words(submitted), end=with_weekday(day)),
        law.record("niet-doorrollen", submitted).sentence,
    )
    return Deadline("uitspraak", day, Actor.GESCHILLENINSTANTIE, rule, explanation, (), _after(day))


def geschil_uiterlijk(first_complaint: date, body: DisputesBody) -> Deadline | None:
    """The client's last day for the disputes body, from the first written complaint; None if its window is unknown."""
    months = body.window_months
    if months is None:
        return None
    rule = law.record("bedragen-en-termijn-instantie", first_complaint)
    day = first_complaint + relativedelta(months=months)
    start = told("U klaagde voor het eerst schriftelijk op {day}.", day=in_words(first_complaint))
    end = _counted(marked("{number} maanden later is {day}."), months, day=with_weekday(day))
    explanation = (
        f"{start} {end}",
        told("Deze datum schuift niet op voor een weekend of een feestdag. Wacht niet tot de laatste dag."),
        told(body.window_note),
        law.record("geschil-venster", first_complaint).sentence,
    )
    return Deadline("geschil-uiterlijk", day, Actor.CLIENT, rule, explanation, (), _after(day))


def under_the_act(dossier: Dossier) -> bool:
    """Whether the Wkkgz gives dates here: not where another Act holds, nor to who may not complain (art. 1 and 14)."""
    return wkkgz(dossier) is not False and standing(dossier.complainant).allowed is not False


def clock_runs(dossier: Dossier) -> bool:
    """Whether the statutory term runs: a written complaint that asks for an oordeel (Wkkgz art. 14(1), 17(1))."""
    asks_oordeel = dossier.letter.formality is Formality.FORMEEL and dossier.handling.in_writing is not False
    return asks_oordeel and under_the_act(dossier)


def extension_in_time(dossier: Dossier, today: date) -> bool | None:
    """Whether the notice of extension came before the first term ended (Wkkgz art. 17(2)); None without a notice."""
    notice = dossier.handling.extension_notice_on
    return None if notice is None else notice <= oordeel(receipt(dossier, today).day).day


def agreed_until(dossier: Dossier) -> date | None:
    """The day until which the client agreed to wait; None where they did not, or refused, or the day is not known."""
    handling = dossier.handling
    if handling.further_extension_agreed is False:
        return None
    return handling.agreed_until or (
        handling.further_extension_asked_until if handling.further_extension_agreed else None
    )


def agreed_without_a_day(dossier: Dossier) -> bool:
    """Whether the client agreed to wait longer and did not say until when: then nobody can be called late."""
    return bool(dossier.handling.further_extension_agreed) and agreed_until(dossier) is None


def awaited(dossier: Dossier, today: date) -> Deadline | None:
    """The day by which the answer is due as things stand now; None as long as no clock runs or that day is not known.

    An agreed day only ever gives more time: it never goes before the term of the Act.
    """
    if not clock_runs(dossier) or agreed_without_a_day(dossier):
        return None
    received = receipt(dossier, today).day
    statutory = oordeel_verlengd(received) if extension_in_time(dossier, today) else oordeel(received)
    until = agreed_until(dossier)
    return nader_afgesproken(until) if until and until > statutory.day else statutory


def first_complaint(dossier: Dossier) -> date | None:
    """The day of the first written complaint, the earliest that we know, for the client's own limit.

    What was only said aloud is no written complaint; a second complaint or a later message never moves the day. That
    the provider confirmed it says only that it was there by then: too late a day to count one's own limit from.
    """
    handling = dossier.handling
    if handling.in_writing is False:
        return handling.first_complaint_on
    handed = handling.klachtenfunctionaris_received_on
    days = (handling.first_complaint_on, handling.sent_on, handling.received_on, handed)
    return min((day for day in days if day), default=None)


def deadlines(dossier: Dossier, procedure: Procedure, today: date) -> list[Deadline]:
    """Every date that the dossier gives reason to expect, in the order of the road."""
    if not under_the_act(dossier):
        return []
    found: list[Deadline | None] = []
    if clock_runs(dossier):
        received = receipt(dossier, today).day
        found.append(oordeel(received))
        if extension_in_time(dossier, today) is not False:
            found.append(oordeel_verlengd(received))
    if until := agreed_until(dossier):
        found.append(nader_afgesproken(until))
    if filed := first_complaint(dossier):
        found.append(geschil_uiterlijk(filed, procedure.disputes_body))
    if submitted := dossier.handling.dispute_submitted_on:
        found.append(uitspraak(submitted))
    return [deadline for deadline in found if deadline]


def _provider_term(name: str, received: date, rule: law.Record) -> Deadline:
    end = received + timedelta(weeks=rule.amount)
    day = feestdagen.next_working_day(end)
    rolled = days(end, day)
    known = feestdagen.known(day)
    after = marked("{number} weken na {start} is {end}.")
    explanation = [_counted(after, rule.amount, start=in_words(received), end=with_weekday(end))]
    if rolled:
        explanation.append(told("{why}. Daarom is {day} de laatste dag.", why=_why(rolled), day=with_weekday(day)))
        explanation.append(law.record("doorrollen", received).sentence)
    if not known:
        explanation.append(told(NOT_KNOWN))
    return Deadline(name, day, Actor.ZORGAANBIEDER, rule, tuple(explanation), tuple(rolled), _after(day), known)


def _why(rolled: Sequence[date]) -> str:
    *others, last = [_why_free(day) for day in rolled]
    return told("{days} en {day}", days=", ".join(others), day=last) if others else last


def _why_free(day: date) -> str:
    reason = feestdagen.why_free(day) or ""
    return told(WEEKEND.get(reason, HOLIDAY), day=without_year(day), holiday=told(reason))


def _counted(text: str, number: int, **days: str) -> str:
    """A sentence with a number in it, that it may begin with."""
    sentence = told(text, number=told(NUMBERS.get(number, str(number))), **days)
    return capital(sentence)


def _after(day: date) -> date:
    return day + timedelta(days=1)
