"""The profiles of providers: which there are, and what each of them fills in.

KLACHTWIJZER_PROFILES names the folder; a broken file is reported by `broken` and left out.
"""

import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from wizard import procedures
from wizard.bodies import DisputesBody
from wizard.choices import Care
from wizard.dossier import Dossier
from wizard.errors import InvalidData, Place, UnknownProfile
from wizard.moments import in_words
from wizard.procedures import Contact, Procedure
from wizard.provider.own_procedure import SUFFIX
from wizard.provider.profile_file import Profile, load
from wizard.texts import marked, told

FOLDER = "KLACHTWIJZER_PROFILES"
OF_ONE_ACT = (Care.ZORG, Care.GGZ)  # what is always under the Wkkgz; of other care triage asks first which Act holds


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
    """The procedure of that id: one of ours, or the own one of a profile. Raises UnknownProcedure and InvalidData."""
    for found in profiles().values():
        if found.own_procedure and found.own_procedure.id == name:
            return procedure_of(found)
    return procedures.procedure(name)


def procedure_of(profile: Profile) -> Procedure:
    """The procedure of a provider, with its own people first, and with its geschilleninstantie where it named one."""
    base, people = profile.base, tuple(_people(profile))
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
    return Dossier().with_answer("procedure", profile.base.id).with_answer("provider", provider)


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
