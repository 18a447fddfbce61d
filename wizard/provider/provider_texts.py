"""What somebody else may write in a file of theirs: plain text, and addresses that are what they say they are."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from wizard import hygiene
from wizard.printable import unprintable

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: white text on it, or it as text on white
MARKUP = re.compile(r"[<>\[\]{}`\\|]")
WEB = re.compile(r"://|\bwww\.|\b(?:javascript|vbscript|data|file|mailto):", re.IGNORECASE)
TERM = re.compile(
    r"\b(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|twintig|dertig)"
    r"\s+(?:\w+\s+)?(?:uur|dag(?:en)?|werkdag(?:en)?|we(?:ek|ken)|maand(?:en)?|kwarta(?:al|len)|ja(?:ar|ren)|euro)\b"
    r"|€|\beuro\b",
    re.IGNORECASE,
)


def plain(raw: object) -> object:
    """Text on one line without HTML, Markdown or a web address. Raises ValueError with how to mend it."""
    clean = hygiene.line(raw)
    if not isinstance(clean, str):
        return raw
    if MARKUP.search(clean):
        raise ValueError("hier mag alleen gewone tekst staan, zonder HTML of tekens als < > [ ] { }. Haal die weg")
    if WEB.search(clean):
        raise ValueError("hier hoort geen webadres. Haal het weg, of zet het bij url")
    if unprintable(clean):
        raise ValueError("hier staan tekens die wij niet kunnen afdrukken. Haal die weg")
    return clean


def names_a_term(text: str) -> bool:
    """Whether a text names a term or an amount: those of the law stand fixed, and we name them ourselves."""
    return TERM.search(text) is not None


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb", 0 to 1, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_with_white(colour: str) -> float:
    """How a colour stands out on white, 1 to 21, as WCAG defines it."""
    return 1.05 / (luminance(colour) + 0.05)


def _matching(pattern: str, mend: str) -> AfterValidator:
    def check(text: str) -> str:
        if text and not re.fullmatch(pattern, text):
            raise ValueError(mend)
        return text

    return AfterValidator(check)


def _dark_enough(colour: str) -> str:
    if contrast_with_white(colour) < LEAST_CONTRAST:
        raise ValueError(
            f"deze kleur is te licht naast wit. Kies een donkerder kleur (contrast minstens {LEAST_CONTRAST})"
        )
    return colour


def _filled(text: str) -> str:
    if not text:
        raise ValueError("dit veld is leeg. Vul het in")
    return text


Plain = Annotated[str, Field(max_length=hygiene.LINE), BeforeValidator(plain)]
Named = Annotated[str, Field(max_length=60), BeforeValidator(plain), AfterValidator(_filled)]
Phone = Annotated[str, _matching(r"[0-9+][0-9 ()-]{2,19}", "geen telefoonnummer. Schrijf bijvoorbeeld 010-1234567")]
Email = Annotated[
    str,
    Field(max_length=hygiene.LINE),
    _matching(r"[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", "geen e-mailadres. Schrijf bijvoorbeeld naam@voorbeeld.nl"),
]
Url = Annotated[
    str,
    Field(max_length=200),
    _matching(
        r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./~%?=&#-]*)?",
        "geen webadres. Schrijf het voluit, met https:// ervoor",
    ),
]
Postcode = Annotated[str, _matching(r"[1-9]\d{3} [A-Z]{2}", "geen postcode. Schrijf bijvoorbeeld 1234 AB")]
Colour = Annotated[
    str, _matching(r"#[0-9a-f]{6}", "geen kleur. Schrijf bijvoorbeeld #11536b"), AfterValidator(_dark_enough)
]
