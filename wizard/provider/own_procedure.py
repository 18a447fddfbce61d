"""The complaints procedure of a provider itself: its own names, order and help, and never another right or term.

A step of the Act keeps the words of the Act; a provider may give it a number, a title and a note. What the Act leaves
free (talking, help, mediation) a provider describes itself, and none of it can be made a condition.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wizard import procedures
from wizard.datafile import parsed
from wizard.errors import InvalidData, Place
from wizard.procedures import Kind, Procedure
from wizard.provider.provider_texts import names_a_term, plain

SUFFIX = ".procedure.toml"
OF_THE_ACT = (Kind.KLACHT, Kind.ANTWOORD, Kind.VERLENGING, Kind.NADERE_VERLENGING, Kind.GESCHIL, Kind.UITSPRAAK)
KEYS = ("id", "name", "title", "summary", "for_whom", "checked_on", "review_by", "notes", "steps")
STEP_KEYS = ("id", "kind", "number", "title", "notes")
FREE_STEP_KEYS = (*STEP_KEYS, "what", "actors", "jumps_to", "follow_ups")
UNKNOWN_STEP_KEYS = (*FREE_STEP_KEYS, "gives", "gives_not", "costs", "consequences")
LONGEST = 600
STANDS = "dit staat vast en komt van Klachtwijzer. Haal het weg"
TERM = "hier staat een termijn of een bedrag. Die van de wet zet Klachtwijzer er zelf bij. Haal het weg"


def own_procedure(file: Path) -> Procedure:
    """The procedure in a file that a provider wrote. Raises InvalidData: file, key, mend."""
    name, raw = file.name.removesuffix(SUFFIX), parsed(file)
    if mistakes := list(_mistakes(name, raw)):
        raise InvalidData(file.name, mistakes)
    statutory = procedures.procedure(procedures.STATUTORY)
    added = {
        "sources": [procedures.STATUTORY],
        "disputes_body": statutory.disputes_body.model_dump(),
        "steps": [step | _held(Kind(step["kind"]), statutory) for step in raw["steps"]],
    }
    return procedures.completed(file.name, name, raw | added)


def _held(kind: Kind, statutory: Procedure) -> dict[str, Any]:
    """What holds for a step of this kind, whoever writes it: help is never a condition, mediation needs both."""
    same = statutory.step(Kind.BEMIDDELING if kind is Kind.AFSPRAKEN else kind)
    if same is None:
        return {"optional": True}
    held = {"optional": same.optional, "needs_both": same.needs_both, "report": same.report, "not_for": same.not_for}
    return held | ({} if kind in OF_THE_ACT or kind is not Kind.AFSPRAKEN else {"terms": ()})


def _mistakes(name: str, raw: dict[str, Any]) -> Iterator[Place]:
    if name in procedures.procedures():
        yield Place("id", f"{name} is al een procedure van Klachtwijzer. Kies een andere naam, ook voor het bestand")
    yield from (Place(key, STANDS) for key in raw if key not in KEYS)
    steps = raw.get("steps")
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        yield Place("steps", "hier horen stappen te staan, elk onder [[steps]]")
        return
    for number, step in enumerate(steps):
        yield from _mistakes_in_step(f"steps.{number}", step)
    yield from _order([step.get("kind") for step in steps])
    yield from _texts({key: value for key, value in raw.items() if key != "steps"}, "", terms=False)


def _mistakes_in_step(place: str, step: dict[str, Any]) -> Iterator[Place]:
    if step.get("kind") not in list(Kind):
        yield Place(f"{place}.kind", f"deze soort stap kennen wij niet. Kies uit: {', '.join(Kind)}")
        return
    kind = Kind(step["kind"])
    statutory = procedures.procedure(procedures.STATUTORY).step(kind)
    allowed = STEP_KEYS if kind in OF_THE_ACT else FREE_STEP_KEYS if statutory else UNKNOWN_STEP_KEYS
    yield from (Place(f"{place}.{key}", STANDS) for key in step if key not in allowed)
    yield from _texts(step, place, terms=kind not in OF_THE_ACT)


def _order(kinds: list[object]) -> Iterator[Place]:
    """The steps of the Act are all there, once, and in its order."""
    missing = [kind.value for kind in OF_THE_ACT if kind not in kinds]
    if missing:
        yield Place("steps", f"deze stappen geeft de wet altijd, zet ze erbij: {', '.join(missing)}")
    elif [kind for kind in kinds if kind in OF_THE_ACT] != list(OF_THE_ACT):
        yield Place("steps", f"zet de stappen van de wet één keer en in deze volgorde: {', '.join(OF_THE_ACT)}")


def _texts(held: dict[str, Any], place: str, *, terms: bool) -> Iterator[Place]:
    for key, value in held.items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and (mend := _mend(text, terms)):
                yield Place(f"{place}.{key}".lstrip("."), mend)


def _mend(text: str, terms: bool) -> str:
    try:
        plain(text)
    except ValueError as error:
        return str(error)
    if len(text) > LONGEST:
        return f"te lang: hoogstens {LONGEST} tekens"
    return "" if terms or not names_a_term(text) else TERM
