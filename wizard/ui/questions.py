"""Which questions about the complainant are on the screen, given the answers before. No Streamlit in here."""

from wizard import triage
from wizard.choices import AgeGroup, Capacity
from wizard.dossier import Complainant, Dossier
from wizard.standing import GUARDIANS_OF_ADULT, GUARDIANS_OF_CHILD, relations

WHO = "complainant"


def asked(dossier: Dossier) -> list[str]:
    """The paths to ask, each as soon as the one before it is answered."""
    names = ["capacity", *_followed(dossier.complainant)]
    paths = [f"{WHO}.{name}" for name in names]
    return [*paths, "situation.jeugdwet"] if triage.asks_jeugdwet(dossier) else paths


def _followed(who: Complainant) -> list[str]:
    match who.capacity:
        case Capacity.GEMACHTIGDE:
            return ["machtiging_signed"]
        case Capacity.NABESTAANDE:
            return ["relation"]
        case Capacity.VERTEGENWOORDIGER:
            return ["age_group", *_represented(who)]
        case _:
            return []


def _represented(who: Complainant) -> list[str]:
    if who.age_group is None:
        return []
    if who.relation not in relations(who):
        return ["relation"]
    if who.age_group is AgeGroup.VANAF_16 and who.relation in GUARDIANS_OF_CHILD:
        return ["relation", "client_decides"]
    if who.age_group is not AgeGroup.VOLWASSEN or who.relation in GUARDIANS_OF_ADULT:
        return ["relation"]
    return ["relation", "mentor_appointed", *(["mentor_agrees"] if who.mentor_appointed else [])]


def is_answered(dossier: Dossier, path: str) -> bool:
    """Whether a question has an answer that is among those on the screen."""
    part, name = path.split(".")
    answer = getattr(getattr(dossier, part), name)
    if name == "relation":
        return answer in relations(dossier.complainant)
    return answer is not None


def awaits_signature(dossier: Dossier) -> bool:
    """Whether the client's signature on a machtiging is all that is lacking."""
    who = dossier.complainant
    return who.capacity is Capacity.GEMACHTIGDE and who.machtiging_signed is False


def represents(dossier: Dossier) -> bool:
    """Whether somebody complains as vertegenwoordiger."""
    return dossier.complainant.capacity is Capacity.VERTEGENWOORDIGER
