"""Is this the right road, and which are the others?

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
from wizard.choices import AgeGroup, Capacity, Care, Category, Hurry
from wizard.datafile import DATA, read
from wizard.dossier import Dossier
from wizard.procedures import Procedure
from wizard.standing import Standing, standing


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
WITHOUT_MEDIATION = (Hurry.GEVAAR, Hurry.MISDRIJF, Hurry.CALAMITEIT, Hurry.LETSELSCHADE)


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


def roads_for_care(dossier: Dossier) -> list[str]:
    """The ids of the other roads for this kind of care, whether or not the Wkkgz holds too."""
    situation = dossier.situation
    roads = list(BY_CARE.get(situation.care, ())) if situation.care else []
    return [*roads, "jeugdwet"] if asks_jeugdwet(dossier) and situation.jeugdwet else roads


def _roads(dossier: Dossier) -> list[str]:
    roads = [road for hurry in dossier.situation.hurry or () for road in BY_HURRY[hurry]]
    roads += roads_for_care(dossier)
    if only_about_money(dossier):
        roads.append("rekening")
    if any((wish.amount or 0) > _highest_award() for wish in dossier.wishes):
        roads += ["letselschade", "juridische-hulp"]
    return roads


def _highest_award() -> int:
    return law.history("schadevergoeding")[-1].amount
