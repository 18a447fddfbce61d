"""Is this the right road, and may this person complain?

Routing is here; the words and addresses of the other roads are in data/referrals.toml. Nobody is sent away: each
outcome names who can help, with what, how, and what it costs, and may be read past. Only the letter is withheld from
somebody who may not complain (Wkkgz art. 14).
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from wizard import law
from wizard.choices import AgeGroup, Capacity, Care, Category, Hurry, Relation
from wizard.datafile import DATA, read
from wizard.dossier import Complainant, Dossier
from wizard.procedures import Procedure


class Referral(BaseModel):
    """Another road: who helps, with what, how to get there, and what it costs.

    `standing` says how sure we are, as in the law; `phone_checked` whether the number was read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    why: str
    who: str
    what_for: str
    how: str
    costs: str
    phone: str = ""
    phone_checked: bool = False
    url: str = ""
    article: str = ""
    wkkgz_too: bool
    standing: Literal["gelezen", "eigen lezing", "niet gecontroleerd"]
    source: str
    checked_on: date


Question = Literal["hurry", "care", "jeugdwet", "complainant"]

BY_HURRY = {
    Hurry.GEVAAR: ("acuut-gevaar",),
    Hurry.MISDRIJF: ("misdrijf",),
    Hurry.CALAMITEIT: ("calamiteit", "lmz", "juridische-hulp"),
    Hurry.LETSELSCHADE: ("letselschade", "juridische-hulp"),
}
BY_CARE = {
    Care.JEUGDHULP: ("jeugdwet",),
    Care.WMO: ("wmo",),
    Care.WVGGZ: ("wvggz", "pvp"),
    Care.WZD: ("wzd", "cvp"),
    Care.KEURING: ("keuring",),
    Care.VERZEKERAAR: ("verzekeraar",),
    Care.REKENING: ("rekening",),
    Care.HULPMIDDEL: ("hulpmiddel",),
    Care.PRIVACY: ("privacy",),
    Care.DETENTIE: ("detentie",),
    Care.WEET_NIET: ("lmz", "zorgbelang"),
}
UNDER_WKKGZ = (Care.ZORG, Care.GGZ, Care.BEGELEIDING)
MAY_BE_JEUGDWET = (*UNDER_WKKGZ, Care.WEET_NIET)
OTHER_LAW = (Care.JEUGDHULP, Care.WMO, Care.KEURING, Care.VERZEKERAAR, Care.HULPMIDDEL)
NEXT_OF_KIN = (
    Relation.ECHTGENOOT,
    Relation.ONDERHOUDEN_FAMILIE,
    Relation.GEZIN_ONDERHOUDEN,
    Relation.GEZIN_HUISHOUDEN,
    Relation.EERSTE_GRAAD_OF_BROER_ZUS,
)
WITHOUT_MEDIATION = (Hurry.GEVAAR, Hurry.MISDRIJF, Hurry.CALAMITEIT, Hurry.LETSELSCHADE)
REPRESENTS = (Capacity.VERTEGENWOORDIGER, Capacity.NABESTAANDE, Capacity.GEWEIGERDE_VERTEGENWOORDIGER)
GUARDIANS_OF_CHILD = (Relation.OUDER_MET_GEZAG, Relation.VOOGD)
GUARDIANS_OF_ADULT = (Relation.CURATOR, Relation.MENTOR)
NEXT_IN_LINE = (Relation.SCHRIFTELIJK_AANGEWEZEN, Relation.PARTNER, Relation.OUDER_KIND_BROER_ZUS)


@dataclass(frozen=True)
class Standing:
    """Whether somebody may complain: True, False, or None as long as it is not known; `rule` names the law record."""

    allowed: bool | None
    rule: str = "wie-mag-klagen"
    referrals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What triage found. `wkkgz`: whether the complaint rules of the Wkkgz hold; None: in part, or unknown."""

    open_questions: tuple[Question, ...]
    referrals: tuple[Referral, ...]
    standing: Standing
    wkkgz: bool | None


@cache
def referrals() -> dict[str, Referral]:
    """Every other road by its id."""
    return read(DATA / "referrals.toml", dict[str, Referral])


def outcome(dossier: Dossier, procedure: Procedure) -> Outcome:
    """All that triage can say about the answers so far."""
    found = standing(dossier.complainant)
    roads = dict.fromkeys([*_roads(dossier), *found.referrals])
    return Outcome(
        open_questions(dossier, procedure), tuple(referrals()[road] for road in roads), found, wkkgz(dossier)
    )


def open_questions(dossier: Dossier, procedure: Procedure) -> tuple[Question, ...]:
    """What is still to ask, in order; three questions for most people. Some procedures ask first which Act holds."""
    situation = dossier.situation
    answered: dict[Question, bool] = {
        "hurry": situation.hurry is not None,
        "care": situation.care is not None,
        "complainant": standing(dossier.complainant).allowed is not None,
        "jeugdwet": not asks_jeugdwet(dossier) or situation.jeugdwet is not None,
    }
    order: list[Question] = ["hurry", "care", "complainant", "jeugdwet"]
    if procedure.care.ask_law_first:
        order[:2] = ["care", "hurry"]
    return tuple(question for question in order if not answered[question])


def asks_jeugdwet(dossier: Dossier) -> bool:
    """Whether the Jeugdwet may hold instead: care for somebody under eighteen that could be youth help."""
    young = dossier.complainant.age_group not in (None, AgeGroup.VOLWASSEN)
    represented = dossier.complainant.capacity is Capacity.VERTEGENWOORDIGER
    return young and represented and dossier.situation.care in MAY_BE_JEUGDWET


def wkkgz(dossier: Dossier) -> bool | None:
    """Whether the complaint rules of the Wkkgz hold (art. 1; Uitvoeringsbesluit art. 2.1); None: in part."""
    care = dossier.situation.care
    if care in OTHER_LAW or (asks_jeugdwet(dossier) and dossier.situation.jeugdwet):
        return False
    if asks_jeugdwet(dossier) and dossier.situation.jeugdwet is None:
        return None
    return True if care in UNDER_WKKGZ else None


def only_about_money(dossier: Dossier) -> bool:
    """Whether each point is about money alone: some bodies do not treat that (rulings 119477 and 34440/42024)."""
    money = [point.category is Category.FINANCIEEL for point in dossier.points]
    return bool(money) and all(money) and wkkgz(dossier) is True


def mediation_fits(dossier: Dossier) -> bool:
    """Whether mediation may be suggested: never after a calamity, violence or a crime, nor in a claim for injury."""
    return not set(dossier.situation.hurry or ()) & set(WITHOUT_MEDIATION)


def both_want_mediation(dossier: Dossier) -> bool:
    """Whether both said yes to mediation: each of them, or together on a day."""
    tried = dossier.tried
    both = tried.mediation_wanted and tried.mediation_wanted_by_provider
    return bool(both or dossier.handling.mediation_agreed_on)


def talk_fits(dossier: Dossier) -> bool:
    """Whether a talk with the provider may come first: not in danger, nor after a crime (Wkkgz art. 21(1)(c))."""
    return not {Hurry.GEVAAR, Hurry.MISDRIJF} & set(dossier.situation.hurry or ())


def standing(complainant: Complainant) -> Standing:
    """Whether this person may complain (Wkkgz art. 14; law.toml names what is our reading)."""
    match complainant.capacity:
        case None:
            return Standing(None)
        case Capacity.CLIENT:
            return Standing(True)
        case Capacity.GEWEIGERDE_VERTEGENWOORDIGER:
            return Standing(True, "geweigerde-vertegenwoordiger")
        case Capacity.GEMACHTIGDE:
            return Standing(complainant.machtiging_signed, referrals=("machtiging",) if _no(complainant) else ())
        case Capacity.NABESTAANDE | Capacity.VERTEGENWOORDIGER if complainant.relation not in relations(complainant):
            return Standing(None)
        case Capacity.NABESTAANDE:
            return _next_of_kin(complainant.relation)
        case Capacity.VERTEGENWOORDIGER:
            return _representative(complainant)
        case Capacity.ANDERS:
            return Standing(False, referrals=("machtiging", "lmz", "clientenraad"))


def client_may_authorise(who: Complainant) -> bool:
    """Whether the client can give a machtiging: somebody who decides, as from sixteen on (BW 7:447, by analogy)."""
    stranger = who.age_group is AgeGroup.VANAF_16 and who.relation not in GUARDIANS_OF_CHILD
    young = who.capacity is Capacity.VERTEGENWOORDIGER and stranger
    return who.capacity not in REPRESENTS or bool(who.client_decides) or young


def _no(complainant: Complainant) -> bool:
    return complainant.machtiging_signed is False


def relations(complainant: Complainant) -> tuple[Relation, ...]:
    """What somebody in this capacity can be to the client; an answer left from another capacity is none of these."""
    if complainant.capacity is Capacity.NABESTAANDE:
        return (*NEXT_OF_KIN, Relation.GEEN_VAN_DEZE)
    if complainant.age_group is AgeGroup.VOLWASSEN:
        return (*GUARDIANS_OF_ADULT, *NEXT_IN_LINE, Relation.GROOTOUDER_KLEINKIND, Relation.GEEN_VAN_DEZE)
    return (*GUARDIANS_OF_CHILD, Relation.GEEN_VAN_DEZE)


def _next_of_kin(relation: Relation | None) -> Standing:
    if relation in NEXT_OF_KIN:
        return Standing(True, "nabestaande")
    return Standing(False, "nabestaande", ("nabestaande-vragen", "lmz", "clientenraad"))


def _representative(complainant: Complainant) -> Standing:
    if complainant.age_group is None:
        return Standing(None)
    if complainant.age_group is AgeGroup.VOLWASSEN:
        return _representative_of_adult(complainant)
    if complainant.relation not in GUARDIANS_OF_CHILD:
        decides_alone = complainant.age_group is AgeGroup.VANAF_16
        return Standing(False, "minderjarigen", ("machtiging" if decides_alone else "ouder-vragen", "lmz"))
    if complainant.age_group is AgeGroup.VANAF_16:
        decides = complainant.client_decides
        return Standing(None if decides is None else not decides, "minderjarigen", ("machtiging",) if decides else ())
    return Standing(True, "minderjarigen")


def _representative_of_adult(complainant: Complainant) -> Standing:
    if complainant.relation in GUARDIANS_OF_ADULT:
        return Standing(True, "mentor")
    if complainant.mentor_appointed is None:
        return Standing(None, "mentor")
    if complainant.mentor_appointed:
        refused = complainant.mentor_agrees is False
        return Standing(complainant.mentor_agrees, "mentor", ("mentor-vragen", "lmz") if refused else ())
    if complainant.relation is Relation.GROOTOUDER_KLEINKIND:
        return Standing(True, "vertegenwoordiging-grootouder")
    if complainant.relation in NEXT_IN_LINE:
        return Standing(True, "vertegenwoordiging-volwassene")
    return Standing(False, "vertegenwoordiging-volwassene", ("machtiging", "lmz", "clientenraad"))


def _roads(dossier: Dossier) -> list[str]:
    situation = dossier.situation
    roads = [road for hurry in situation.hurry or () for road in BY_HURRY[hurry]]
    if situation.care:
        roads += BY_CARE.get(situation.care, ())
    if asks_jeugdwet(dossier) and situation.jeugdwet:
        roads.append("jeugdwet")
    if only_about_money(dossier):
        roads.append("rekening")
    if any((wish.amount or 0) > _highest_award() for wish in dossier.wishes):
        roads += ["letselschade", "juridische-hulp"]
    return roads


def _highest_award() -> int:
    return law.history("schadevergoeding")[-1].amount
