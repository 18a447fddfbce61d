"""The profile of a provider: who to write to, who helps there, which procedure, from one TOML file a provider.

A profile can only fill in what is named here. The law, the dates, the safety texts and the other roads are not in it,
so that no profile can change or hide them. KLACHTWIJZER_PROFILES names the folder; a broken file is reported by
`broken` and left out.
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from wizard import law, procedures, triage
from wizard.choices import Care
from wizard.datafile import fitted, parsed
from wizard.dossier import Dossier
from wizard.errors import MESSAGES, InvalidData, Place, UnknownProcedure, UnknownProfile
from wizard.moments import in_words
from wizard.procedures import Contact, DisputesBody, Procedure, Slug
from wizard.provider.logo import Logo, logo
from wizard.provider.own_procedure import STANDS, SUFFIX, own_procedure
from wizard.provider.provider_texts import Colour, Email, Named, Phone, Plain, Postcode, Url
from wizard.texts import marked, told

FOLDER = "KLACHTWIJZER_PROFILES"
LARGEST = 64 * 1024
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")
OF_ONE_ACT = (Care.ZORG, Care.GGZ)  # what is always under the Wkkgz; of other care triage asks first which Act holds
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
    languages: Annotated[tuple[Literal["nl", "en", "tr", "ar", "pl", "uk"], ...], Field(min_length=1)] = ("nl",)
    colour: Colour = "#11536b"
    logo: str = ""
    picture: Logo | None = Field(default=None, repr=False)
    learning: bool = False
    checked_on: date
    review_by: date


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
    if "nl" not in profile.languages:
        yield Place("languages", "nl hoort er altijd bij. Zet nl erbij")
    if profile.own_procedure is None and profile.procedure not in procedures.procedures():
        known = ", ".join(procedures.procedures())
        yield Place("procedure", f"deze procedure kennen wij niet. Kies uit: {known}; of een bestand: naam{SUFFIX}")
    elif profile.disputes_body and _base(profile).disputes_body.named:
        yield Place("disputes_body", "deze procedure noemt zelf al een geschilleninstantie. Haal dit weg")


@cache
def _loaded(folder: str) -> tuple[dict[str, Profile], list[InvalidData]]:
    found: dict[str, Profile] = {}
    wrong: list[InvalidData] = []
    if not folder:
        return found, wrong
    if not Path(folder).is_dir():
        return found, [InvalidData(FOLDER, [Place("", "deze map is er niet. Geef de map met de profielen")])]
    for file in files(Path(folder)):
        try:
            found[file.stem] = load(file)
        except InvalidData as error:
            wrong.append(error)
    return found, wrong


def files(folder: Path) -> list[Path]:
    """The files in a folder that are meant as profiles: all TOML but the procedures that lie beside them."""
    return sorted(file for file in folder.glob("*.toml") if not file.name.endswith(SUFFIX))


def profiles() -> dict[str, Profile]:
    """Every profile whose file is right, by its slug; none where no folder is named."""
    return _loaded(os.environ.get(FOLDER, "").strip())[0]


def broken() -> list[InvalidData]:
    """What is wrong with the files that were left out."""
    return _loaded(os.environ.get(FOLDER, "").strip())[1]


def profile(slug: str) -> Profile:
    """The profile of that slug. Raises UnknownProfile."""
    if slug not in profiles():
        raise UnknownProfile(list(profiles()))
    return profiles()[slug]


def procedure(name: str) -> Procedure:
    """The procedure of that id: one of ours, or the own one of a profile. Raises UnknownProcedure."""
    for found in profiles().values():
        if found.own_procedure and found.own_procedure.id == name:
            return procedure_of(found)
    if name not in procedures.procedures():
        raise UnknownProcedure(name, list(procedures.procedures()))
    return procedures.procedure(name)


def procedure_of(profile: Profile) -> Procedure:
    """The procedure of a provider, with its own people first, and with its geschilleninstantie where it named one."""
    base, people = _base(profile), tuple(_people(profile))
    named = {contact.name for contact in people}
    first = base.care.ask_law_first or profile.care not in OF_ONE_ACT
    return base.model_copy(
        update={
            "contacts": (*people, *(contact for contact in base.contacts if contact.name not in named)),
            "care": base.care.model_copy(update={"ask_law_first": first, "provider": profile.name}),
            "disputes_body": _body(profile) or base.disputes_body,
        }
    )


def dossier_for(profile: Profile) -> Dossier:
    """An empty dossier with this provider and its procedure filled in; triage is left for the person to answer."""
    to = profile.addressee
    provider = {
        "name": to.name or profile.name,
        "attention": to.attention,
        "address": {"street": to.street, "postcode": to.postcode, "town": to.town},
        "email": to.email,
    }
    return Dossier().with_answer("procedure", _base(profile).id).with_answer("provider", provider)


def notices(profile: Profile, today: date) -> list[str]:
    """What a person should know about the profile itself, in whole sentences; nothing where all is up to date."""
    found = []
    if profile.review_by < today:
        checked = in_words(profile.checked_on)
        found.append(
            told(
                "De gegevens van {name} zijn voor het laatst nagekeken op {day}. "
                "Dat is te lang geleden. Vraag na of ze nog kloppen.",
                name=profile.name,
                day=checked,
            )
        )
    if profile.own_procedure and profile.own_procedure.review_by < today:
        checked = in_words(profile.own_procedure.checked_on)
        found.append(
            told(
                "De klachtenprocedure van {name} is voor het laatst nagekeken op {day}. Vraag of zij nog zo is.",
                name=profile.name,
                day=checked,
            )
        )
    return found


def _base(profile: Profile) -> Procedure:
    return profile.own_procedure or procedures.procedure(profile.procedure)


def _people(profile: Profile) -> Iterator[Contact]:
    if profile.klachtenfunctionaris:
        yield profile.klachtenfunctionaris.contact(marked("gratis hulp van de klachtenfunctionaris"), profile.name)
    if profile.vertrouwenspersoon:
        yield profile.vertrouwenspersoon.contact(marked("praten met de vertrouwenspersoon"), profile.name)
    yield from (helper.contact(helper.for_what, profile.name) for helper in profile.contacts)


def _body(profile: Profile) -> DisputesBody | None:
    """The geschilleninstantie as the provider named it; that we did not look it up ourselves is said with it."""
    named = profile.disputes_body
    if named is None:
        return None
    says = f"Dit zegt {profile.name}. Kijk het na in het reglement van {named.name}."
    return DisputesBody(
        name=named.name,
        url=named.url,
        fee=named.fee,
        fee_note=says,
        window_months=named.window_months,
        window_note=says,
        standing="niet gecontroleerd",
        checked_on=named.checked_on,
        source=procedures.STATUTORY,
    )
