"""What the client told us: one typed, versioned model, the only state there is.

Everything else (route, dates, remarks, letters) is computed from it and never stored. All of it is optional: what a
letter cannot do without is for `documents` to say. It has no field for what was said in mediation.
"""

import json
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, Field, ValidationError, model_validator

from wizard import hygiene
from wizard.choices import Capacity, WishKind
from wizard.dossier.after import AnswerCheck, Authorisation, Dispute, FileRequest, Handling, Lookback, TalkPlan
from wizard.dossier.before import (
    Complainant,
    Consents,
    Contact,
    Event,
    LetterWishes,
    Point,
    Provider,
    Sender,
    Situation,
    Talk,
    Tried,
    Wish,
)
from wizard.dossier.parts import Address, Day, Model, When
from wizard.errors import InvalidDossier, places
from wizard.hygiene import Line
from wizard.texts import told

__all__ = [
    "Address",
    "AnswerCheck",
    "Authorisation",
    "Complainant",
    "Consents",
    "Contact",
    "Day",
    "Dispute",
    "Dossier",
    "Event",
    "FileRequest",
    "Handling",
    "LetterWishes",
    "Lookback",
    "Model",
    "Point",
    "Provider",
    "Sender",
    "Situation",
    "Talk",
    "TalkPlan",
    "Tried",
    "When",
    "Wish",
]


class Dossier(Model):
    """All that the client told us."""

    schema_version: Literal[1] = 1
    content_version: Day | None = None
    procedure: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")] = "wkkgz"
    situation: Situation = Situation()
    complainant: Complainant = Complainant()
    provider: Provider = Provider()
    sender: Sender = Sender()
    points: Annotated[tuple[Point, ...], Field(max_length=hygiene.POINTS)] = ()
    events: Annotated[tuple[Event, ...], Field(max_length=hygiene.EVENTS)] = ()
    tried: Tried = Tried()
    wishes: Annotated[tuple[Wish, ...], Field(max_length=len(WishKind))] = ()
    consents: Consents = Consents()
    annexes: Annotated[tuple[Line, ...], Field(max_length=hygiene.ANNEXES)] = ()
    letter: LetterWishes = LetterWishes()
    handling: Handling = Handling()
    talk_plan: TalkPlan = TalkPlan()
    authorisation: Authorisation = Authorisation()
    file_request: FileRequest = FileRequest()
    dispute: Dispute = Dispute()
    lookback: Lookback = Lookback()

    @model_validator(mode="after")
    def _total(self) -> Self:
        length, newlines = hygiene.extent(self.model_dump(mode="json"))
        if length > hygiene.LETTER:
            raise ValueError(told("alles samen is te lang: hoogstens {number} tekens", number=hygiene.LETTER))
        if newlines > hygiene.ALL_NEWLINES:
            raise ValueError(told("alles samen heeft te veel regels: hoogstens {number}", number=hygiene.ALL_NEWLINES))
        return self

    @classmethod
    def read(cls, raw: str | bytes) -> "Dossier":
        """The dossier in JSON text. Raises InvalidDossier, which shows nothing of what was in it."""
        try:
            return cls.model_validate_json(raw)
        except ValidationError as error:
            raise InvalidDossier(places(error.errors(include_input=False, include_url=False), told)) from None

    @property
    def complains_for_self(self) -> bool:
        """Whether the sender is the client."""
        return self.complainant.capacity is Capacity.CLIENT

    def with_answer(self, path: str, value: Any) -> "Dossier":
        """The same dossier with one answer changed; `path` is dotted, list places are numbers. Keeps all the rest."""
        data = self.model_dump(mode="json")
        *road, last = path.split(".")
        holder: Any = data
        for name in road:
            holder = holder[int(name)] if isinstance(holder, list) else holder[name]
        holder[int(last) if isinstance(holder, list) else last] = value
        return Dossier.read(json.dumps(data, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return value.isoformat() if isinstance(value, date) else str(value)
