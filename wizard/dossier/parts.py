"""What the parts of the dossier are made of: a strict model, a day, a moment, an address."""

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from wizard import moments
from wizard.errors import MESSAGES
from wizard.hygiene import Line
from wizard.texts import told


class Model(BaseModel):
    """A part of the dossier: strict, unchangeable, and silent about what it was given."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


def _written(raw: object) -> object:
    """The day in a text that is written as one; what looks like a number of seconds is none, whatever pydantic says."""
    if not isinstance(raw, str):
        return raw
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", raw, re.ASCII):
            return date.fromisoformat(raw)
    raise ValueError(told(MESSAGES["date_parsing"]))


Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31)), BeforeValidator(_written)]


class When(Model):
    """A moment as exact as the client knows it: a day, or about when in their own words, or neither."""

    day: Day | None = None
    about: Line = ""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if self.day and self.about:
            raise ValueError(told("vul een dag in (day) of een omschrijving (about), niet allebei"))
        return self

    @property
    def known(self) -> bool:
        """Whether the client could say anything about the moment."""
        return bool(self.day or self.about)

    @property
    def order(self) -> date:
        """The day to sort by: a rough moment at the start of what it names, an unknown one at the end of time."""
        return self.day or moments.earliest(self.about) or date.max


class Address(Model):
    """A postal address."""

    street: Line = ""
    postcode: Line = ""
    town: Line = ""

    @property
    def lines(self) -> list[str]:
        """The lines for an envelope: postcode, two spaces, town in capitals (NEN 5825)."""
        return [row for row in (self.street, f"{self.postcode}  {self.town.upper()}".strip()) if row]
