"""The answers as rows for the review, page by page and in groups. No Streamlit in here."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from wizard import procedures
from wizard.dossier import Address, AnswerCheck, Dispute, Dossier, FileRequest, Handling, Lookback, TalkPlan, When
from wizard.moments import in_words
from wizard.passages import amount
from wizard.procedures import Procedure
from wizard.texts import capital, told, uncapital, words
from wizard.ui import questions, readback

PROVIDER = ("name", "attention", "address", "email", "professional", "location")
POINT = ("category", "when", "where", "who", "what_happened", "consequence", "expected")
TRIED = ("talk.held", "talk.when", "talk.outcome", "contactpersoon.held", "contactpersoon.when")
TRIED_KF = ("klachtenfunctionaris.held", "klachtenfunctionaris.when", "mediation.held", "mediation.when")
LETTER = ("formality", "delivery", "dated", "reference", "klachtenfunctionaris_wanted", "talk_wanted", "contact_by")
CONSENTS = ("file_for_klachtenfunctionaris", "forward_to_other_provider", "handle_together")
ELSEWHERE = ("answer", "answer_satisfies", "direct_reason", "mediation_agreed_on", "agreements_made_on")
SENDER = ("name", "address", "email", "phone")
SITUATION = ("start", "spoed", "zorg", "wie")
# What the line of a group says; of any other group it says how many answers there are.
SAID_FIRST = {
    "situatie": ("complainant.capacity",),
    "zorgaanbieder": ("provider.name", "provider.address.town"),
    "geprobeerd": tuple(
        f"tried.{name}.held" for name in ("talk", "contactpersoon", "klachtenfunctionaris", "mediation")
    ),
    "verzenden": ("letter.formality", "letter.delivery"),
    "gegevens": ("sender.name", "sender.address.town"),
}
STEPS = {"talk": "gesprek", "mediation": "bemiddeling"}
LONGEST = 70
# Pages that not everybody comes to: on the review only when something is filled in there.
AFTER = {
    "gesprek": [f"talk_plan.{name}" for name in TalkPlan.model_fields],
    "machtiging": [
        "authorisation.name",
        "authorisation.address",
        "authorisation.file_access",
        "authorisation.until",
        *(f"file_request.{name}" for name in FileRequest.model_fields),
    ],
    "bemiddeling": [
        *(f"tried.{name}" for name in ("mediation_wanted", "mediation_wanted_by_provider")),
        *(f"handling.{name}" for name in ("mediation_agreed_on", "agreements_made_on")),
    ],
    "termijnen": [f"handling.{name}" for name in Handling.model_fields if name not in ELSEWHERE],
    "antwoord": [*(f"handling.answer.{name}" for name in AnswerCheck.model_fields), "handling.answer_satisfies"],
    "geschil": ["handling.direct_reason", *(f"dispute.{name}" for name in Dispute.model_fields)],
    "terugblik": [f"lookback.{name}" for name in Lookback.model_fields],
}


class Row(NamedTuple):
    """One answer: its (first) field, its question, the name in the button that changes it, and the answer in words."""

    path: str
    label: str
    short: str
    value: str


def sections(dossier: Dossier, procedure: Procedure) -> dict[str, list[Row]]:
    """The answered rows of every page, in the order of the road."""
    law_first = procedure.care.ask_law_first
    first = {"spoed": _hurry(dossier), "zorg": _rows(dossier, ["situation.care"])}
    return {
        "start": [_procedure(dossier), *_rows(dossier, ["situation.stage"])],
        **(dict(reversed(first.items())) if law_first else first),
        "wie": _rows(dossier, questions.asked(dossier)),
        "zorgaanbieder": _rows(dossier, [f"provider.{name}" for name in PROVIDER]),
        "klacht": [*_listed(dossier, "points", POINT, "point"), *_listed(dossier, "events", ("when", "what"), "event")],
        "geprobeerd": _rows(dossier, [f"tried.{name}" for name in (*TRIED, *TRIED_KF)]),
        "wensen": _wishes(dossier),
        "verzenden": _sending(dossier),
        "gegevens": _rows(dossier, [f"sender.{name}" for name in SENDER]) + _client(dossier),
        **{page: rows for page, paths in AFTER.items() if (rows := _rows(dossier, paths))},
    }


def groups(dossier: Dossier, procedure: Procedure) -> dict[str, list[tuple[str, Row]]]:
    """The rows that the complaint said back does not show, each with its page; the situation is one group."""
    found: dict[str, list[tuple[str, Row]]] = {}
    for page, rows in sections(dossier, procedure).items():
        left = [(page, row) for row in rows if not readback.shows(dossier, row.path)]
        found.setdefault("situatie" if page in SITUATION else page, []).extend(left)
    return found


def title(group: str, dossier: Dossier) -> str:
    """What a group is called."""
    if group == "situatie":
        return words("pages.controle.situation")
    besides = group == "klacht" and readback.points(dossier)
    return words("pages.controle.besides") if besides else capital(words(f"pages.{group}.name"))


def summary(dossier: Dossier, group: str, number: int, hides: Callable[[str, Any], bool]) -> str:
    """What is in a group, in one line, without what `hides` says is not to be seen."""
    answers = [(path, _at(dossier, path)) for path in SAID_FIRST.get(group, ())]
    said = ", ".join(_shortly(path, value) for path, value in answers if value and not hides(path, value))
    if not said:
        return words("pages.controle.one_answer") if number == 1 else words("pages.controle.answers", number=number)
    return f"{said[: LONGEST - 1].rstrip()}…" if len(said) > LONGEST else said


def literally(text: str) -> str:
    """A text in a label just as it was written: as code, in which Markdown reads nothing."""
    text = " ".join(text.split())
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}"


def _shortly(path: str, value: Any) -> str:
    if value is True:
        step = path.split(".")[1]
        return uncapital(words(f"choices.kind.{STEPS.get(step, step)}"))
    if path == "letter.formality":
        return words(f"pages.controle.{value}")
    return uncapital(_in_words(path, value)) if isinstance(value, StrEnum) else str(value)


def _rows(dossier: Dossier, paths: list[str], suffix: str = "") -> list[Row]:
    found = []
    for path in paths:
        answer = _at(dossier, path)
        place = f"fields.{_unnumbered(path)}"
        if value := _in_words(path, answer):
            field = f"{path}.street" if isinstance(answer, Address) else path
            found.append(Row(field, words(f"{place}.label"), f"{words(f'{place}.short')}{suffix}", value))
    return found


def _listed(dossier: Dossier, name: str, fields: tuple[str, ...], one: str) -> list[Row]:
    found = []
    for number in range(len(getattr(dossier, name))):
        suffix = f" ({words(f'pages.controle.{one}', number=number + 1)})"
        found += _rows(dossier, [f"{name}.{number}.{field}" for field in fields], suffix)
    return found


def _procedure(dossier: Dossier) -> Row:
    label = words("fields.procedure.label")
    known = procedures.procedures().get(dossier.procedure)
    return Row("procedure", label, words("pages.controle.procedure"), told(known.name) if known else "")


def _hurry(dossier: Dossier) -> list[Row]:
    hurry = dossier.situation.hurry
    if hurry is None:
        return []
    value = "\n".join(words(f"choices.hurry.{each}") for each in hurry) or words("choices.hurry.geen")
    label = words("fields.situation.hurry.label")
    return [Row("situation.hurry", label, words("pages.controle.hurry"), value)]


def _wishes(dossier: Dossier) -> list[Row]:
    found = []
    for wish in dossier.wishes:
        label = words(f"choices.wish.{wish.kind}")
        money = words("pages.controle.euros", number=amount(wish.amount)) if wish.amount else ""
        value = "\n".join(row for row in (wish.detail, money) if row) or words("fields.yes")
        found.append(Row(f"wishes.{wish.kind}.detail", label, uncapital(label), value))
    return found


def _sending(dossier: Dossier) -> list[Row]:
    rows = _rows(dossier, [f"letter.{name}" for name in LETTER] + [f"consents.{name}" for name in CONSENTS])
    if dossier.annexes:
        label = words("fields.annexes.label")
        rows.append(Row("annexes", label, uncapital(words("pages.verzenden.annexes")), "\n".join(dossier.annexes)))
    return rows


def _client(dossier: Dossier) -> list[Row]:
    names = ("client_name", "relation_words", "client_birth_date")
    return [] if dossier.complains_for_self else _rows(dossier, [f"complainant.{name}" for name in names])


def _at(dossier: Dossier, path: str) -> Any:
    value: Any = dossier
    for part in path.split("."):
        value = value[int(part)] if part.isdigit() else getattr(value, part)
    return value


def _in_words(path: str, value: Any) -> str:
    if isinstance(value, bool):
        return words("fields.yes" if value else "fields.no")
    if isinstance(value, When):
        return in_words(value.day) if value.day else value.about
    if isinstance(value, Address):
        return ", ".join(row for row in (value.street, f"{value.postcode} {value.town}".strip()) if row)
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, StrEnum) or path in ("letter.contact_by", "file_request.form"):
        return words(f"choices.{path.rpartition('.')[2]}.{value}") if value else ""
    return str(value or "")


def _unnumbered(path: str) -> str:
    return ".".join(part for part in path.split(".") if not part.isdigit())
