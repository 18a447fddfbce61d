"""The geschilleninstanties that we know (data/geschilleninstanties.toml), and which one somebody means by a name."""

import re
from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from wizard import law
from wizard.datafile import DATA, read
from wizard.errors import InvalidData, Place
from wizard.texts import marked

FILE = DATA / "geschilleninstanties.toml"
REGISTER = "geschilleninstanties"
Name = Annotated[str, Field(min_length=1)]


class DisputesBody(BaseModel):
    """The geschilleninstantie: what is not known about it is left empty, and said to be unknown.

    `named` is False where each provider has its own body. `aliases` are other ways to write its name, `commissions`
    others with a name of their own to which the same holds.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Name
    named: bool = True
    aliases: tuple[Name, ...] = ()
    commissions: tuple[Name, ...] = ()
    url: str = ""
    fee: str = ""
    fee_note: str = ""
    window_months: Annotated[int, Field(ge=1, le=60)] | None = None
    window_note: str = ""
    standing: Literal["gelezen", "eigen lezing", "niet gecontroleerd"]
    checked_on: date
    source: str


@cache
def bodies() -> dict[str, DisputesBody]:
    """Every body by the normal form of each of its names. Raises InvalidData: file, key, mend."""
    found: dict[str, DisputesBody] = {}
    mistakes = []
    for key, body in read(FILE, dict[str, DisputesBody]).items():
        if body.source not in law.sources():
            mistakes.append(Place(f"{key}.source", f"{body.source} staat niet in sources.toml"))
        for name in (body.name, *body.aliases, *body.commissions):
            if normal(name) in found:
                mistakes.append(Place(key, f"{name} is al een naam van een andere instantie. Haal er een weg"))
            own = name if name in body.commissions else body.name
            found[normal(name)] = body.model_copy(update={"name": own})
    if mistakes:
        raise InvalidData(FILE.name, mistakes)
    return found


def body(name: str) -> DisputesBody | None:
    """The body that somebody means by this name, however they write it; None where we do not know it."""
    return bodies().get(normal(name))


def unknown(name: str, *, named: bool = True) -> DisputesBody:
    """A body of which we know no more than its name."""
    register = law.sources()[REGISTER]
    return DisputesBody(
        name=name,
        named=named,
        url=register.url,
        fee_note=marked("Vraag het de instantie. Het staat in haar reglement."),
        window_note=marked(
            "Vraag de instantie tot wanneer u het geschil kunt voorleggen. Het staat in haar reglement."
        ),
        standing="niet gecontroleerd",
        checked_on=register.checked_on,
        source=REGISTER,
    )


def normal(name: str) -> str:
    """A name without its capitals, spaces, marks, and the article before it."""
    return "".join(re.findall(r"[^\W_]+", re.sub(r"^\s*de\s", "", name.casefold())))
