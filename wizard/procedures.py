"""A complaints procedure and its steps, loaded from data/procedures/*.toml.

What a step leaves out, the step of the same kind in the statutory procedure (`wkkgz`) says, so a file holds only what
is particular to that procedure. A broken file is reported by `broken` and left out; the others still work.
"""

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from wizard import bodies, law
from wizard.bodies import DisputesBody
from wizard.datafile import DATA, fitted, parsed
from wizard.errors import InvalidData, Place, UnknownProcedure

FOLDER = DATA / "procedures"
STATUTORY = "wkkgz"

Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Words = Annotated[str, Field(min_length=1)]


class Kind(StrEnum):
    """What a step is, whatever a procedure calls it; the order is the order of the Act and the practice."""

    ONVREDE = "onvrede"
    GESPREK = "gesprek"
    CONTACTPERSOON = "contactpersoon"
    KLACHTENFUNCTIONARIS = "klachtenfunctionaris"
    WEDERHOOR = "wederhoor"
    BEMIDDELING = "bemiddeling"
    AFSPRAKEN = "afspraken"
    GEEN_OPLOSSING = "geen-oplossing"
    KLACHT = "klacht"
    ANTWOORD = "antwoord"
    VERLENGING = "verlenging"
    NADERE_VERLENGING = "nadere-verlenging"
    GESCHIL = "geschil"
    UITSPRAAK = "uitspraak"
    TERUGBLIK = "terugblik"


class Actor(StrEnum):
    """Who is at work in a step."""

    CLIENT = "cliënt"
    ZORGAANBIEDER = "zorgaanbieder"
    KLACHTENFUNCTIONARIS = "klachtenfunctionaris"
    CONTACTPERSOON = "contactpersoon"
    BEMIDDELAAR = "bemiddelaar"
    VERTROUWENSPERSOON = "vertrouwenspersoon"
    KLACHTENLOKET = "klachtenloket"
    GESCHILLENINSTANTIE = "geschilleninstantie"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(_Part):
    """How to reach somebody; `checked_on` is when a person last saw it at its source, or when `said_by` said so."""

    name: Words
    for_what: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    hours: str = ""
    address: str = ""
    checked_on: date
    note: str = ""
    said_by: str = ""


class Difference(_Part):
    """Where the scheme and the Act part: the product follows the Act and shows both."""

    about: Words
    scheme: Words
    act: Words
    article: Words


class Step(_Part):
    """One step: who is there, what it gives and does not give, what it costs, and when it is open."""

    id: Slug
    kind: Kind
    number: str = ""
    title: Words
    actors: Annotated[tuple[Actor, ...], Field(min_length=1)]
    what: Words
    gives: tuple[Words, ...]
    gives_not: tuple[Words, ...]
    costs: Words
    consequences: Words
    optional: bool = False
    needs_both: bool = False
    jumps_to: tuple[Slug, ...] = ()
    not_for: tuple[Literal["calamiteit", "misdrijf", "juridisch"], ...] = ()
    follow_ups: Annotated[int, Field(ge=0, le=9)] = 0
    report: bool = True
    terms: tuple[Slug, ...] = ()
    notes: tuple[Words, ...] = ()
    added_by_act: bool = False


class Care(_Part):
    """Whose care the procedure is for, and which questions it asks first."""

    ask_law_first: bool = False
    provider: str = ""


class Procedure(_Part):
    """One complaints procedure as data."""

    id: Slug
    name: Words
    title: Words
    summary: Words
    for_whom: Words
    checked_on: date
    review_by: date
    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    care: Care = Care()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    contacts: tuple[Contact, ...] = ()
    disputes_body: DisputesBody
    differences: tuple[Difference, ...] = ()
    notes: tuple[Words, ...] = ()

    def step(self, kind: Kind) -> Step | None:
        """The first step of a kind, or None when the procedure has none."""
        return next((step for step in self.steps if step.kind is kind), None)


def load(file: Path) -> Procedure:
    """One procedure from its file. Raises InvalidData: file, key, mend."""
    return completed(file.name, file.stem, parsed(file))


def completed(file: str, name: str, raw: dict[str, Any]) -> Procedure:
    """The procedure of that id in the TOML of a file, with what the Act adds to its steps. Raises InvalidData."""
    if name != STATUTORY:
        steps = raw.get("steps")
        raw = raw | ({"steps": [_completed(step) for step in steps]} if isinstance(steps, list) else {})
    named = raw.get("disputes_body")
    if isinstance(named, str):
        raw = raw | {"disputes_body": _known_body(file, named)}
    procedure = fitted(file, raw, Procedure)
    if mistakes := list(_mistakes(procedure, name)):
        raise InvalidData(file, mistakes)
    return procedure


def _known_body(file: str, name: str) -> DisputesBody:
    """The body that a file names without saying more. Raises InvalidData where we do not know it."""
    if found := bodies.body(name):
        return found
    mend = f"{name} staat niet in {bodies.FILE.name}. Zet die instantie daarin"
    raise InvalidData(file, [Place("disputes_body", mend)])


def _completed(step: Any) -> Any:
    if not isinstance(step, dict):
        return step
    return _statutory_steps().get(str(step.get("kind")), {}) | step


@cache
def _statutory_steps() -> dict[str, dict[str, Any]]:
    own = ("id", "number", "optional", "jumps_to", "added_by_act")
    statutory = load(FOLDER / f"{STATUTORY}.toml").model_dump(mode="json", exclude_unset=True)
    return {step["kind"]: {key: value for key, value in step.items() if key not in own} for step in statutory["steps"]}


def _mistakes(procedure: Procedure, stem: str) -> list[Place]:
    ids = [step.id for step in procedure.steps]
    found = [Place("id", f"moet gelijk zijn aan de bestandsnaam: {stem}")] if procedure.id != stem else []
    for number, step in enumerate(procedure.steps):
        place = f"steps.{number}"
        if ids.count(step.id) > 1:
            found.append(Place(f"{place}.id", f"{step.id} komt vaker voor. Geef elke stap een eigen id"))
        found += [Place(f"{place}.jumps_to", f"stap {goal} bestaat niet") for goal in step.jumps_to if goal not in ids]
        found += [
            Place(f"{place}.terms", f"{term} staat niet in law.toml")
            for term in step.terms
            if term not in law.records()
        ]
    used = [("sources", name) for name in procedure.sources] + [
        ("disputes_body.source", procedure.disputes_body.source)
    ]
    found += [Place(key, f"{name} staat niet in sources.toml") for key, name in used if name not in law.sources()]
    if procedure.step(Kind.KLACHT) is None:
        found.append(
            Place("steps", "de stap van de schriftelijke klacht (kind = klacht) ontbreekt; de wet geeft die altijd")
        )
    if procedure.review_by <= procedure.checked_on:
        found.append(Place("review_by", "moet na checked_on liggen"))
    return found


@cache
def _loaded() -> tuple[dict[str, Procedure], dict[str, InvalidData]]:
    procedures, broken = {}, {}
    for file in sorted(FOLDER.glob("*.toml"), key=lambda path: (path.stem != STATUTORY, path.stem)):
        try:
            procedures[file.stem] = load(file)
        except InvalidData as error:
            broken[file.stem] = error
    return procedures, broken


def procedures() -> dict[str, Procedure]:
    """Every procedure whose file is right, by id, the statutory one first."""
    return _loaded()[0]


def broken() -> list[InvalidData]:
    """What is wrong with the files that were left out, or with a file that they stand on; each once."""
    return list({str(error): error for error in _loaded()[1].values()}.values())


def procedure(name: str) -> Procedure:
    """The procedure of that id. Raises UnknownProcedure, or InvalidData where its file or the statutory one is broken.

    What is raised is made anew each time: one error that is raised again and again would hold on to every visit.
    """
    found, wrong = _loaded()
    if name in found:
        return found[name]
    if error := wrong.get(STATUTORY) or wrong.get(name):
        raise InvalidData(error.file, error.places)
    raise UnknownProcedure(name, list(found))
