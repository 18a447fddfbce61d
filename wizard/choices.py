"""What can be chosen: closed lists, as the statutes and the practice name them. The values travel in the dossier."""

from enum import StrEnum


class Hurry(StrEnum):
    """What makes another road come first (triage)."""

    GEVAAR = "gevaar"
    MISDRIJF = "misdrijf"
    CALAMITEIT = "calamiteit"
    LETSELSCHADE = "letselschade"


class Care(StrEnum):
    """What kind of care it is about: it decides which Act holds (Wkkgz art. 1; law record `reikwijdte`)."""

    ZORG = "zorg"
    GGZ = "ggz"
    BEGELEIDING = "begeleiding"
    JEUGDHULP = "jeugdhulp"
    WMO = "wmo"
    WVGGZ = "wvggz"
    WZD = "wzd"
    KEURING = "keuring"
    VERZEKERAAR = "verzekeraar"
    REKENING = "rekening"
    HULPMIDDEL = "hulpmiddel"
    PRIVACY = "privacy"
    DETENTIE = "detentie"
    WEET_NIET = "weet-niet"


class Capacity(StrEnum):
    """In what capacity somebody complains (Wkkgz art. 14)."""

    CLIENT = "client"
    VERTEGENWOORDIGER = "vertegenwoordiger"
    NABESTAANDE = "nabestaande"
    GEMACHTIGDE = "gemachtigde"
    GEWEIGERDE_VERTEGENWOORDIGER = "geweigerde-vertegenwoordiger"
    ANDERS = "anders"


class AgeGroup(StrEnum):
    """The age of the client whom somebody represents (BW 7:447, 7:450, 7:465, by analogy)."""

    ONDER_12 = "onder-12"
    VAN_12_TOT_16 = "12-15"
    VANAF_16 = "16-17"
    VOLWASSEN = "volwassen"


class Relation(StrEnum):
    """What somebody is to the client: the first block for a vertegenwoordiger, the second for a nabestaande."""

    OUDER_MET_GEZAG = "ouder-met-gezag"
    VOOGD = "voogd"
    CURATOR = "curator"
    MENTOR = "mentor"
    SCHRIFTELIJK_AANGEWEZEN = "schriftelijk-aangewezen"
    PARTNER = "partner"
    OUDER_KIND_BROER_ZUS = "ouder-kind-broer-zus"
    GROOTOUDER_KLEINKIND = "grootouder-kleinkind"

    ECHTGENOOT = "echtgenoot"
    ONDERHOUDEN_FAMILIE = "onderhouden-familie"
    GEZIN_ONDERHOUDEN = "gezin-onderhouden"
    GEZIN_HUISHOUDEN = "gezin-huishouden"
    EERSTE_GRAAD_OF_BROER_ZUS = "eerste-graad-of-broer-zus"

    GEEN_VAN_DEZE = "geen-van-deze"


class Category(StrEnum):
    """The kind of complaint (klachtonderdeel)."""

    BEJEGENING = "bejegening"
    COMMUNICATIE = "communicatie"
    MEDISCH = "medisch"
    VEILIGHEID = "veiligheid"
    ORGANISATIE = "organisatie"
    FINANCIEEL = "financieel"
    DOSSIER_PRIVACY = "dossier-privacy"
    BEEINDIGING = "beeindiging"
    FACILITEIT = "faciliteit"
    KLACHTAFHANDELING = "klachtafhandeling"
    ANDERS = "anders"


class WishKind(StrEnum):
    """What somebody hopes for."""

    UITLEG = "uitleg"
    ERKENNING = "erkenning"
    EXCUSES = "excuses"
    GESPREK = "gesprek"
    DOSSIER_AANPASSEN = "dossier-aanpassen"
    DOSSIER_AFSCHRIFT = "dossier-afschrift"
    ANDERE_ZORGVERLENER = "andere-zorgverlener"
    ZORG_AANPASSEN = "zorg-aanpassen"
    SECOND_OPINION = "second-opinion"
    MAATREGELEN = "maatregelen"
    HERSTEL = "herstel"
    GELD_TERUG = "geld-terug"
    SCHADEVERGOEDING = "schadevergoeding"
    OORDEEL = "oordeel"
    ANDERS = "anders"


class Formality(StrEnum):
    """Whether the letter asks for an oordeel (the clock runs) or for a talk first (it does not)."""

    FORMEEL = "formeel"
    EERST_INFORMEEL = "eerst-informeel"


class Delivery(StrEnum):
    """How the letter reaches the provider."""

    HAND = "afgeven"
    EMAIL = "e-mail"
    PORTAAL = "portaal"
    POST = "post"
    AANGETEKEND = "aangetekend"


class Stage(StrEnum):
    """Where somebody says to be on the start page; what the dossier shows later goes before it."""

    BEGIN = "begin"
    BESPROKEN = "besproken"
    KLACHTENFUNCTIONARIS = "klachtenfunctionaris"
    INGEDIEND = "ingediend"
    ANTWOORD = "antwoord"


class DirectReason(StrEnum):
    """Why complaining to the provider first cannot be asked of somebody (Wkkgz art. 21(1)(c)); the body decides."""

    GRENSOVERSCHRIJDING = "grensoverschrijding"
    ANDERS = "anders"


def values(kind: type[StrEnum]) -> list[str]:
    """Every value of a closed list, as plain text."""
    return [item.value for item in kind]
