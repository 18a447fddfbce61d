"""Who may complain (Wkkgz art. 14), and what somebody can be to the client."""

from dataclasses import dataclass

from wizard.choices import AgeGroup, Capacity, Relation
from wizard.dossier import Complainant

NEXT_OF_KIN = (
    Relation.ECHTGENOOT,
    Relation.ONDERHOUDEN_FAMILIE,
    Relation.GEZIN_ONDERHOUDEN,
    Relation.GEZIN_HUISHOUDEN,
    Relation.EERSTE_GRAAD_OF_BROER_ZUS,
)
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
