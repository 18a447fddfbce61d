"""Numbers and addresses that give somebody away: BSN, IBAN, telephone, e-mail, birth date, policy number."""

import re
from collections.abc import Iterator

from wizard.coach.wording import Hit

_DIGITS = re.compile(r"(?<![\w.,/+-])\d(?:[ .]?\d){7,8}+(?![\w/-]|[.,]\d| \d)")
_DATE = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])[. ]?(?:0[1-9]|1[0-2])[. ]?(?:19|20)\d\d|(?:19|20)\d\d[. ]?(?:0[1-9]|1[0-2])[. ]?[0-3]\d"
)
_LENGTHS = {
    "nl": 18,
    "be": 16,
    "de": 22,
    "fr": 27,
    "gb": 22,
    "es": 24,
    "it": 27,
    "pl": 28,
    "pt": 25,
    "lu": 20,
    "at": 20,
}
_IBAN = re.compile(rf"(?<!\w)(?:{'|'.join(_LENGTHS)})[ .]?\d\d(?=((?:[ .]?[a-z0-9]){{11,30}}))")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?!\d\d?[-./ ]\d\d?[-./ ](?:19|20)?\d\d(?!\d|[-. ]\d))(?:"  # 03-04-2026 is a day
    r"(?:\+|00) ?(?:31|32|49|33)[ .-]{0,2}(?:\(0\))?[ .-]{0,2}[1-9](?:[ ./-]{0,2}\d){7,9}"  # from abroad
    r"|\(0\d{1,3}\)[ .-]{0,2}\d(?:[ .-]{0,2}\d){5,8}"  # (020) 123 45 67
    r"|0[1-8]\d{0,3}[ ./-]{0,3}\d(?:[ .-]{0,2}\d){5,8}"  # 06-12345678, 0341 123456, 088 123 4567
    r"|0?6 ?- ?\d{8})(?![\w/-]|[.,]\d)"
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}+(?:@[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,5}"
    r"| ?[(\[] ?(?:at|apenstaartje|apestaartje) ?[)\]] ?[\w-]{1,63}+"
    r"(?: ?(?:\.|[(\[]?(?:punt|dot)[)\]]?) ?[a-z-]{2,63}+){1,4}"
    r"| (?:apenstaartje|apestaartje) [\w-]{1,63}+ ?(?:\.|punt) ?[a-z]{2,10}+)"
)
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:\d{{1,2}} ?[-/. ] ?\d{{1,2}} ?[-/. ] ?(?:\d{{4}}|\d\d)|\d{{4}}-\d\d?-\d\d?|\d{{8}}"
    rf"|\d{{1,2}}(?:e|ste|de)? ?{_MONTH} ?(?:\d{{4}}|'?\d\d))(?!\d)"
)
_BORN = re.compile(
    rf"(?<!\w)(?:geboren|geb|geboorte ?-?datum|geboorte ?-?dag|geb\.? ?-?datum|geb\.? ?-?dat|gebdatum|gebdat)(?!\w)"
    rf"[^\w\n]{{0,4}}(?:(?:is|op|was|:|zijn|klopt|den|de|ben|werd) ?){{0,2}}[^\w\n]{{0,3}}{_DAY}"
)
_BORN_AFTER = re.compile(
    rf"(?<!\w){_DAY}(?: is| was| ben ik| is hij| is zij| werd ik| werd hij| werd zij)?(?: \w{{1,12}}){{0,3}}?"
    r" (?:geboren|geboortedatum|geboortedag)(?!\w)"
)
_PERSON = (
    r"(?:ik|(?:mijn|m'n|me|mn|onze|ons|haar|zijn|de|het) (?:oudste |jongste |lieve |oude |eigen )?"
    r"(?:man|vrouw|moeder|vader|ma|pa|mam|oma|opa|zoon|zoontje|dochter|dochtertje|zus|broer|kind|kleinkind|kleinzoon"
    r"|kleindochter|partner|echtgenoot|echtgenote|vriend|vriendin|schoonmoeder|schoonvader|tante|oom|patient|patiente))"
)
_LIFE = re.compile(
    rf"(?<!\w)(?:{_PERSON} (?:is|ben|was) van|(?:zag|zagen|zie)(?: \w{{1,10}}){{0,3}}? levenslicht"
    rf"|(?:ter|op de) wereld (?:gekomen|kwam)|kwam(?: \w{{1,10}}){{0,2}}? ter wereld|(?:is|ben|was) jarig)"
    rf" (?:op )?(?:de )?{_DAY}"
)
_POLICY = re.compile(
    r"(?<!\w)(?:polis|patient(?:en)?|clienten?|client|zorgverzekerings?|verzekerden?|verzekerings|klant|relatie|registratie)"
    r" ?-?(?:nummer|nr)\.?(?!\w)[^\w\n]{0,3}(?:(?:is|was|luidt|van|mij|mijn) ){0,2}[a-z]{0,4}[ .-]?\d[\d .-]{3,18}"
)


def number_hits(folded: str) -> Iterator[Hit]:
    """Every number or address in a folded text that gives somebody away."""
    for kind, pattern, signs in (
        ("e-mail", _EMAIL, ("@", "(at", "( at", "[at", "[ at", "apestaart", "apenstaart")),
        ("geboortedatum", _BORN, ("geb",)),
        ("geboortedatum", _BORN_AFTER, ("geb",)),
        ("geboortedatum", _LIFE, (" van ", "levenslicht", "wereld", "jarig")),
        ("telefoon", _PHONE, ("0", "+")),
    ):
        if any(sign in folded for sign in signs):
            yield from (Hit(kind, *found.span()) for found in pattern.finditer(folded))
    yield from (Hit("bsn", *found.span()) for found in _DIGITS.finditer(folded) if is_bsn(found[0]))
    yield from filter(None, map(_iban, _IBAN.finditer(folded)))


def policy_hits(folded: str) -> Iterator[Hit]:
    """Every policy or patient number, by the word before it."""
    yield from (
        Hit("polisnummer", found.start(), found.start() + len(found[0].rstrip(" .-")))
        for found in _POLICY.finditer(folded)
    )


def is_bsn(written: str) -> bool:
    """Whether eight or nine digits pass the eleven-test of a burgerservicenummer; a day in eight figures is none."""
    digits = [int(character) for character in written if character.isdigit()]
    if len(digits) not in (8, 9) or len(set(digits)) == 1 or (len(digits) == 8 and _DATE.fullmatch(written)):
        return False
    padded = [0] * (9 - len(digits)) + digits
    return sum(digit * weight for digit, weight in zip(padded, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def is_iban(written: str) -> bool:
    """Whether an account number has the length of its country and leaves 1 (ISO 13616, mod 97)."""
    plain = "".join(character for character in written.lower() if character.isalnum())
    if len(plain) != _LENGTHS.get(plain[:2]):
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


def _iban(found: re.Match[str]) -> Hit | None:
    """The account number in a run of letters and digits: words may stand behind it."""
    for end in range(found.end() + 11, found.end(1) + 1):
        if is_iban(found.string[found.start() : end]):
            return Hit("iban", found.start(), end)
    return None
