"""The profile of a provider, from one TOML file: who to write to, who helps there, which procedure, which languages.

A profile can only fill in what is named here. The law, the dates, the safety texts and the other roads are not in it,
so that no profile can change or hide them.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from wizard import law, procedures, texts, triage
from wizard.choices import Care
from wizard.datafile import fitted, parsed
from wizard.errors import MESSAGES, InvalidData, Place, UnknownProcedure
from wizard.procedures import Contact, Procedure, Slug
from wizard.provider.logo import Logo, logo
from wizard.provider.own_procedure import STANDS, SUFFIX, own_procedure
from wizard.provider.provider_texts import Colour, Email, Named, Phone, Plain, Postcode, Url

LARGEST = 64 * 1024
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")
FILLED_IN = ("slug", "own_procedure", "picture")  # by us, and never from the file
FIXED = {"law", "wet", "terms", "termijnen", "deadlines", "datums", "referrals", "verwijzingen", "safety", "spoed"}


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Addressee(_Part):
    """Where a complaint goes. `name` is empty where it is the provider's own."""

    name: Plain = ""
    attention: Plain = ""
    street: Plain = ""
    postcode: Postcode = ""
    town: Plain = ""
    email: Email = ""


class Helper(_Part):
    """Somebody at the provider who can be reached."""

    name: Named
    phone: Phone = ""
    email: Email = ""
    url: Url = ""
    hours: Plain = ""
    checked_on: date

    def contact(self, for_what: str, said_by: str) -> Contact:
        """The same as a contact of a procedure, with the provider that says so."""
        return Contact(**self.model_dump(include=set(Helper.model_fields)), for_what=for_what, said_by=said_by)


class OtherHelper(Helper):
    """Somebody else, and what for."""

    for_what: Plain = ""


class Body(_Part):
    """The geschilleninstantie that the provider is affiliated with, as the provider says."""

    name: Named
    url: Url = ""
    fee: Plain = ""
    window_months: Annotated[int, Field(ge=3, le=60)] | None = None
    checked_on: date


class Profile(_Part):
    """One provider; `slug` is the name of its file, and all that a link to it holds."""

    slug: Slug
    name: Named
    care: Literal[Care.ZORG, Care.GGZ, Care.BEGELEIDING, Care.JEUGDHULP, Care.WMO]
    procedure: str = procedures.STATUTORY
    own_procedure: Procedure | None = Field(default=None, repr=False)
    addressee: Addressee = Addressee()
    klachtenfunctionaris: Helper | None = None
    vertrouwenspersoon: Helper | None = None
    contacts: Annotated[tuple[OtherHelper, ...], Field(max_length=6)] = ()
    disputes_body: Body | None = None
    languages: Annotated[tuple[str, ...], Field(min_length=1)] = (texts.DUTCH,)
    colour: Colour = "#11536b"
    logo: str = ""
    picture: Logo | None = Field(default=None, repr=False)
    learning: bool = False
    checked_on: date
    review_by: date

    @property
    def base(self) -> Procedure:
        """The procedure as its file says it: the provider's own, or one of ours."""
        return self.own_procedure or procedures.procedure(self.procedure)


def load(file: Path) -> Profile:
    """One profile from its file. Raises InvalidData: file, key, mend; also of the provider's own procedure."""
    raw = _raw(file)
    mistakes = [Place(key, MESSAGES["extra_forbidden"]) for key in FILLED_IN if key in raw]
    picture = own = None
    try:
        picture = logo(_beside(file, raw["logo"])) if raw.get("logo") else None
    except ValueError as error:
        mistakes.append(Place("logo", str(error)))
    wanted = raw.get("procedure", procedures.STATUTORY)
    try:
        own = own_procedure(_beside(file, wanted)) if _names_a_file(wanted) else None
    except ValueError as error:
        mistakes.append(Place("procedure", str(error)))
    filled_in = {"slug": file.stem, "picture": picture, "own_procedure": own}
    try:
        found = fitted(file.name, raw | filled_in, Profile)
    except InvalidData as error:
        raise InvalidData(file.name, [*mistakes, *map(_told, error.places)]) from None
    if mistakes := [*mistakes, *_mistakes(found)]:
        raise InvalidData(file.name, mistakes)
    return found


def _raw(file: Path) -> dict[str, Any]:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", file.stem):
        mend = "noem dit bestand met hoogstens 40 kleine letters, cijfers en streepjes"
        raise InvalidData("(een bestand met een andere naam)", [Place("", mend)])
    try:
        if file.stat().st_size > LARGEST:
            raise InvalidData(file.name, [Place("", f"dit bestand is te groot: hoogstens {LARGEST // 1024} kB")])
        _beside(file, file.name)
    except OSError:
        pass  # `parsed` says so
    except ValueError as error:
        raise InvalidData(file.name, [Place("", str(error))]) from None
    return parsed(file)


def _names_a_file(wanted: object) -> bool:
    return isinstance(wanted, str) and not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", wanted)


def _beside(file: Path, name: object) -> Path:
    """The file of that name in the folder of the profile, and nowhere else, not by a link either."""
    if not isinstance(name, str) or not PLAIN_NAME.fullmatch(name):
        raise ValueError(
            "dit bestand moet in de map van het profiel staan. Schrijf alleen de naam, zonder pad of webadres"
        )
    found = (file.parent / name).resolve()
    if found.parent != file.parent.resolve():
        raise ValueError(
            "dit bestand wijst naar een plek buiten de map van het profiel. Zet het bestand zelf in de map"
        )
    return found


def _told(place: Place) -> Place:
    """A key of the law or of safety in a profile is no typing mistake: it says why it cannot be there."""
    key = place.path.rpartition(".")[2]
    stands = key in FIXED or key in law.records() or key in triage.referrals()
    return Place(place.path, STANDS) if stands and place.message == MESSAGES["extra_forbidden"] else place


def _mistakes(profile: Profile) -> Iterator[Place]:
    if profile.review_by <= profile.checked_on:
        yield Place("review_by", "moet na checked_on liggen")
    known_languages = (texts.DUTCH, *texts.codes())
    for number, code in enumerate(profile.languages):
        if code not in known_languages:
            mend = MESSAGES["literal_error"].format(expected=", ".join(known_languages))
            yield Place(f"languages.{number}", mend)
    if texts.DUTCH not in profile.languages:
        yield Place("languages", "nl hoort er altijd bij. Zet nl erbij")
    if profile.own_procedure is None and profile.procedure not in procedures.procedures():
        yield Place("procedure", _why_no_procedure(profile.procedure))
    elif profile.disputes_body and profile.base.disputes_body.named:
        yield Place("disputes_body", "deze procedure noemt zelf al een geschilleninstantie. Haal dit weg")


def _why_no_procedure(name: str) -> str:
    try:
        procedures.procedure(name)
    except InvalidData as error:
        return f"{error.file} is kapot. Maak eerst dat bestand in orde"
    except UnknownProcedure:
        pass
    return (
        f"deze procedure kennen wij niet. Kies uit: {', '.join(procedures.procedures())}; of een bestand: naam{SUFFIX}"
    )
