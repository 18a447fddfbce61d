"""What can go wrong, as one tree; every message names the place and says what to do.

KlachtwijzerError
├── InvalidDossier          the answers do not fit the model, or contradict each other
├── UsageError              something on the command line that cannot be used
├── UnknownProcedure        there is no procedure of that name
├── UnknownProfile          there is no profile of that name
├── UnknownDocument         there is no document of that name
├── UnknownFormat           documents cannot be made in that format
├── InvalidData             a file of ours (procedure, law, texts) is wrong: file, key, mend
├── TooFewCards             too few cards to learn from without showing whose they are
├── OutsideLaw              no law record holds on that date
├── LetterStopped           a letter lacks one of the things it cannot do without
├── LetterMakerUnavailable  the machine lacks a library that makes PDFs
└── LetterFailed            the PDF could not be made

What is wrong with the answers, their reader is told in their own language; all else is for who keeps this, in Dutch.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple


class KlachtwijzerError(Exception):
    """The root: catch this to catch everything that Klachtwijzer raises on purpose."""


class Place(NamedTuple):
    """One mistake: where it is (a dotted path) and what to do about it."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class InvalidDossier(KlachtwijzerError):
    """The answers do not fit. `places` holds each mistake, without any of the person's own words."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = tuple(places)
        super().__init__("; ".join(map(str, self.places)))


class UsageError(KlachtwijzerError):
    """Something on the command line or in the input that cannot be used."""


class UnknownProcedure(KlachtwijzerError):
    """There is no procedure of that name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        super().__init__(f"procedure: deze procedure kennen wij niet. Kies uit: {', '.join(known)}")


class UnknownProfile(KlachtwijzerError):
    """There is no profile of a provider of that name; the name is not repeated."""

    def __init__(self, known: Sequence[str]) -> None:
        choose = f"Kies uit: {', '.join(known)}" if known else "Er zijn geen profielen"
        super().__init__(f"profiel: dit profiel kennen wij niet. {choose}")


class UnknownDocument(KlachtwijzerError):
    """There is no document of that name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        super().__init__(f"document: dit document kennen wij niet. Kies uit: {', '.join(known)}")


class UnknownFormat(KlachtwijzerError):
    """Documents cannot be made in that format."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(f"formaat: dit formaat kennen wij niet. Kies uit: {', '.join(known)}")


class InvalidData(KlachtwijzerError):
    """A data file of ours is wrong. `places` has every mistake in `file`."""

    def __init__(self, file: str, places: Sequence[Place]) -> None:
        self.file = file
        self.places = tuple(places)
        super().__init__("\n".join(f"{file}: {place}" for place in self.places))


class TooFewCards(KlachtwijzerError):
    """There are too few cards to count without showing whose they are."""

    def __init__(self, least: int, found: int) -> None:
        super().__init__(f"te weinig kaarten: {found}. Maak het overzicht bij minstens {least} kaarten")


class OutsideLaw(KlachtwijzerError):
    """No law record holds on that date; the nearest value is never taken instead."""


class LetterStopped(KlachtwijzerError):
    """A letter cannot be made: `missing` names the stopping gaps, as ids."""

    def __init__(self, missing: Sequence[str], message: str) -> None:
        self.missing = tuple(missing)
        super().__init__(message)


class LetterMakerUnavailable(KlachtwijzerError):
    """The machine lacks a system library for PDFs; the message names it and how to install it."""


class LetterFailed(KlachtwijzerError):
    """The PDF could not be made; the message holds nothing of the letter."""


# What pydantic says, by its kind, and at the end what we say ourselves. texts.py stands on this module, so it cannot be
# asked to tell or to mark any of it here: the catalogue takes these as it takes the data.
MESSAGES = {
    "extra_forbidden": "dit veld kennen wij niet. Haal het weg",
    "missing": "dit veld ontbreekt. Vul het in",
    "string_type": "hier hoort tekst",
    "string_too_long": "te lang: hoogstens {max_length} tekens",
    "string_pattern_mismatch": "hier staan tekens die niet mogen",
    "too_long": "te veel: hoogstens {max_length}",
    "too_short": "te weinig: minstens {min_length}",
    "bool_type": "hier hoort true of false",
    "date_from_datetime_parsing": "geen geldige datum. Schrijf bijvoorbeeld 2026-04-02",
    "date_parsing": "geen geldige datum. Schrijf bijvoorbeeld 2026-04-02",
    "date_type": "geen geldige datum. Schrijf bijvoorbeeld 2026-04-02",
    "enum": "deze keuze kennen wij niet. Kies uit: {expected}",
    "literal_error": "deze waarde kennen wij niet. Kies uit: {expected}",
    "json_invalid": "dit is geen geldig JSON-bestand",
    "json_type": "dit is geen geldig JSON-bestand",
    "model_type": "hier horen velden te staan, tussen accolades",
    "model_attributes_type": "hier horen velden te staan, tussen accolades",
    "tuple_type": "hier hoort een lijst",
    "list_type": "hier hoort een lijst",
    "dict_type": "hier horen velden te staan",
    "int_type": "hier hoort een heel getal",
    "int_parsing": "hier hoort een heel getal",
    "greater_than_equal": "te klein: minstens {ge}",
    "less_than_equal": "te groot: hoogstens {le}",
    "json_invalid_at": "dit is geen geldig JSON-bestand (regel {line}, teken {column})",
    "other": "dit klopt niet. Kijk dit na",
    "more": "en nog {number} fouten",
    "or": "of",
}
MOST_PLACES = 20


def places(errors: Sequence[Any], tell: Callable[..., str] = str.format) -> list[Place]:
    """Pydantic's error list, at most 20 of them; never shows the input that was refused.

    In Dutch, or as `tell` tells it: texts.told for what somebody else than the keeper of our data is to read.
    """
    found = [
        Place(".".join(map(_name, error["loc"])), _message(error["type"], error.get("ctx") or {}, tell))
        for error in errors[:MOST_PLACES]
    ]
    if len(errors) > MOST_PLACES:
        found.append(Place("", tell(MESSAGES["more"], number=len(errors) - MOST_PLACES)))
    return found


def _name(part: str | int) -> str:
    """A key as it may be shown: one that is no name of ours can hold anything, also somebody's words."""
    return str(part) if re.fullmatch(r"[A-Za-z0-9_-]{1,40}", str(part)) else "(een ander veld)"


def _message(kind: str, context: dict[str, Any], tell: Callable[..., str]) -> str:
    if kind == "value_error":
        return str(context["error"])
    if kind == "json_invalid" and (where := re.search(r"line (\d+) column (\d+)", str(context.get("error")))):
        return tell(MESSAGES["json_invalid_at"], line=where[1], column=where[2])
    between = f" {tell(MESSAGES['or'])} "
    known = {key: str(value).replace(" or ", between) for key, value in context.items()}
    return tell(MESSAGES.get(kind, MESSAGES["other"]), **known)
