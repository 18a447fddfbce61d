"""When the provider has the complaint: known, or expected."""

from dataclasses import dataclass
from datetime import date, timedelta

from wizard import feestdagen, law
from wizard.choices import Delivery
from wizard.dossier import Dossier
from wizard.moments import with_weekday
from wizard.texts import marked, told


@dataclass(frozen=True)
class Receipt:
    """The day on which the provider has the written complaint, and whether that is known or assumed."""

    day: date
    assumed: bool
    explanation: str


def receipt(dossier: Dossier, today: date) -> Receipt:
    """When the provider has the complaint: as the client knows it, or expected from how and when it is sent."""
    handling = dossier.handling
    if known := handling.received_on:
        return Receipt(known, False, told("De zorgaanbieder kreeg uw klacht op {day}.", day=with_weekday(known)))
    if handed := handling.klachtenfunctionaris_received_on:
        rule = law.record("indiening-klachtenfunctionaris", handed)
        got = told("De klachtenfunctionaris kreeg uw schriftelijke klacht op {day}.", day=with_weekday(handed))
        return Receipt(handed, False, f"{got} {rule.sentence}")
    expected, confirmed = _expected_receipt(dossier, today), handling.acknowledged_on
    if confirmed and not (handling.sent_on and expected.day <= confirmed):
        text = marked("U kreeg een bevestiging op {day}. Uiterlijk op die dag had de zorgaanbieder uw klacht.")
        return Receipt(confirmed, True, told(text, day=with_weekday(confirmed)))
    return expected


def _expected_receipt(dossier: Dossier, today: date) -> Receipt:
    sent = dossier.handling.sent_on or dossier.letter.dated or today
    if dossier.letter.delivery not in (Delivery.POST, Delivery.AANGETEKEND):
        text = marked("Wij rekenen met ontvangst op {day}, de dag waarop u de klacht geeft of stuurt.")
        return Receipt(sent, True, told(text, day=with_weekday(sent)))
    rule = law.record("bezorging-post", sent)
    arrived = sent
    for _ in range(rule.amount):
        arrived = feestdagen.next_working_day(arrived + timedelta(days=1))
    expected = told("Wij verwachten dat uw brief aankomt op {day}.", day=with_weekday(arrived))
    return Receipt(arrived, True, f"{expected} {rule.sentence}")


def is_dated(dossier: Dossier) -> bool:
    """Whether the day of receipt is known, or near to known because the day of sending or of its confirmation is."""
    handling = dossier.handling
    handed = handling.received_on or handling.klachtenfunctionaris_received_on
    return bool(handed or handling.sent_on or handling.acknowledged_on)
