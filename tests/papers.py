"""Every document of dossiers that strain it, as a page and as a PDF, each made once for all tests."""

from functools import cache
from typing import Any

from tests.given import PROCEDURES, TODAY, changed, dossier, example
from wizard import papers, procedures
from wizard.choices import WishKind
from wizard.dossier import Dossier
from wizard.pdf import pdf

Answers = dict[str, Any]

SHORTEST: Answers = {
    "complainant": {"capacity": "client"},
    "provider": {"name": "De Brug"},
    "points": [{"what_happened": "Er kwam niemand."}],
}
# Everything that a document other than the letter asks for, and an answer that came and does not satisfy.
ANSWERED: Answers = {
    "talk_plan": {
        "topic": "De uitslag van mijn onderzoek",
        "goal": "Begrijpen hoe de eerste uitslag verkeerd kon zijn, en horen wat er nu anders gaat.",
        "questions": ["Wie heeft de uitslag bekeken?", "Waarom belde niemand mij terug?"],
        "companion": "mijn zus",
        "when": {"day": "2026-07-09"},
    },
    "authorisation": {
        "name": "B. de Wit",
        "address": {"street": "Dorpsstraat 3", "postcode": "8013 EF", "town": "Zwolle"},
        "file_access": True,
        "until": "2027-07-01",
    },
    "file_request": {"what": "de verslagen van maart en april 2026", "form": "digitaal"},
    "dispute": {"body_name": "Geschillencommissie Zorg", "unsatisfied": "Op mijn tweede punt kwam geen antwoord."},
    "lookback": {"heard": True, "clear": False, "in_time": False, "fair": None, "words": "Het duurde lang."},
    "handling": {
        "in_writing": True,
        "first_complaint_on": "2026-05-06",
        "sent_on": "2026-05-06",
        "received_on": "2026-05-07",
        "acknowledged_on": "2026-05-11",
        "answered_on": "2026-06-17",
        "answer": {"in_writing": True, "with_reasons": False, "oordeel": True, "decisions": False},
        "answer_satisfies": False,
    },
}
LATE: Answers = {"handling": {"in_writing": True, "sent_on": "2026-04-01", "received_on": "2026-04-02"}}
EXTENDED: Answers = {
    "handling": {
        "in_writing": True,
        "received_on": "2026-04-20",
        "extension_notice_on": "2026-05-28",
        "extension_has_reason": True,
        "further_extension_asked_on": "2026-06-25",
        "further_extension_asked_until": "2026-08-03",
        "further_extension_agreed": True,
        "agreed_until": "2026-08-03",
    }
}
SCRIPTS: Answers = {
    "complainant": {"capacity": "client"},
    "provider": {"name": "Świętokrzyska Opieka Żółć", "attention": "Şükrü İnanç-Gökçe"},
    "sender": {"name": "ליאת כהן", "address": {"street": "Çiğdemstraat 1", "postcode": "1234 AB", "town": "Łódź"}},
    "points": [
        {"what_happened": "لم أفهم ما قاله الطبيب.\n\nרופא לא דיבר איתי", "who": "محمد", "where": "w poczekalni"},
        {"what_happened": "Źle się czułam. 😀 👨‍👩‍👧 🇳🇱 Ağrım vardı.", "consequence": "Ik was bang 😟"},
    ],
    "annexes": ["رسالة", "Skierowanie ąęśćńźż"],
    "talk_plan": {"topic": "שיחה", "goal": "Anlamak istiyorum", "questions": ["لماذا؟", "Dlaczego?"]},
    "authorisation": {"name": "Ömer Yıldırım"},
}
NABESTAANDE = {"capacity": "nabestaande", "relation": "echtgenoot", "client_name": "de heer H. Vos"}
SENTENCE = "Ik wachtte op de gang en niemand kwam zeggen hoe lang het nog zou duren. "


def _points(number: int, sentences: int) -> list[Answers]:
    return [
        {
            "category": "organisatie",
            "when": {"about": f"week {place} van 2026"},
            "where": "op de gang",
            "who": "de balie",
            "what_happened": f"Keer {place}. " + SENTENCE * sentences,
            "consequence": "Ik heb een dag vrij genomen terwijl dat niet nodig was.",
        }
        for place in range(1, number + 1)
    ]


def _full(procedure: str = "wkkgz", **answers: Any) -> Dossier:
    """The example of a procedure with more in it."""
    return changed(example(procedure), **answers)


def _longest() -> Dossier:
    more: Answers = {
        "points": _points(30, 9),
        "events": [{"when": {"about": f"dag {day}"}, "what": f"Dag {day}: ik belde weer."} for day in range(1, 61)],
        "annexes": [f"Brief nummer {number}" for number in range(1, 31)],
        "wishes": [{"kind": kind.value, "detail": "Zo snel als dat kan."} for kind in WishKind],
        "talk_plan": ANSWERED["talk_plan"] | {"questions": [f"Vraag {number}: waarom?" for number in range(1, 13)]},
    }
    return _full(**(ANSWERED | more))


@cache
def dossiers() -> dict[str, Dossier]:
    """The dossiers by name: of each procedure after an answer, and what else makes a document hard."""
    return {name: _full(name, **ANSWERED) for name in PROCEDURES} | {
        "shortest": dossier(**SHORTEST),
        "late": _full(**LATE),
        "extended": _full(**EXTENDED),
        "12 points": _full(points=_points(12, 1)),
        "6 pages": _full(points=_points(12, 11)),
        "longest": _longest(),
        "other scripts": dossier(**SCRIPTS),
        "nabestaande": _full(complainant=NABESTAANDE),
    }


@cache
def names() -> list[str]:
    """Every document that can be made of every dossier: "dossier: document"."""
    return [
        f"{name}: {offer.id}"
        for name, start in dossiers().items()
        for offer in papers.offers(start, procedures.procedure(start.procedure), TODAY)
        if offer.can_be_made
    ]


@cache
def page(name: str) -> str:
    """One of those documents as a page of HTML."""
    about, _, document = name.partition(": ")
    start = dossiers()[about]
    return papers.page(document, start, procedures.procedure(start.procedure), TODAY)


@cache
def printed(name: str) -> bytes:
    """One of those documents as a PDF."""
    return pdf(page(name))
