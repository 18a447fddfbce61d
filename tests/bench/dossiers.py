"""What letters are measured with: an ordinary dossier, one with so many words, and the worst inside the caps."""

import json
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from wizard import hygiene
from wizard.dossier import Dossier
from wizard.dossier_file import opened

EXAMPLE = Path(__file__).resolve().parents[2] / "wizard" / "data" / "examples" / "wkkgz.json"
SENTENCE = (
    "Ik heb drie keer gebeld over de uitslag van het onderzoek en elke keer kreeg ik te horen dat iemand mij terug zou "
    "bellen, maar dat is niet gebeurd en niemand kon mij zeggen waarom het zo lang duurde."
)
FULL = hygiene.LETTER - 1_000  # room for the answers that are not measured
ARABIC = "وصلت إلى المستشفى في الصباح ولم يخبرني أحد بالنتيجة "


@cache
def ordinary() -> Dossier:
    """The example of the Act: a letter of about two pages."""
    return opened(EXAMPLE.read_bytes())


def prose(number: int) -> str:
    """So many words."""
    return " ".join(islice(cycle(SENTENCE.split()), number))


@cache
def with_words(number: int) -> Dossier:
    """A letter of about so many words, told in points of 500 at most."""
    parts = [500] * (number // 500) + ([number % 500] if number % 500 else [])
    return _with(points=[_point(prose(part)) for part in parts], events=[], tried={}, wishes=[], annexes=[])


def shapes() -> dict[str, Dossier]:
    """The letters that ask the most of the maker, by what they are made of."""
    lines = ["regel\n" * (hygiene.NEWLINES - 1)] * 3
    spread = {
        "one word without a space": "a",
        "markup as text": "<b>vet</b> & <i>schuin</i> ",
        "emoji": "😀👍🏽❤",
        "Arabic": ARABIC,
        "accents on accents": "e\u0301\u0302\u0303\u0304",
        "prose": SENTENCE + " ",
    }
    return {
        **{name: _with(points=[_point(text) for text in _fields(piece)]) for name, piece in spread.items()},
        "600 new lines": _with(points=[_point(text) for text in lines]),
        "60 events": _with(events=[_event(number, FULL // 60) for number in range(hygiene.EVENTS)], points=[_point()]),
        "30 points": _with(points=[_point(prose(200)[: FULL // 30]) for _ in range(hygiene.POINTS)]),
    }


def _fields(piece: str) -> list[str]:
    """The piece again and again: as many full fields as a dossier holds, and what then still fits."""
    full = [(piece * hygiene.TEXT)[: hygiene.TEXT]] * (FULL // hygiene.TEXT)
    return [*full, (piece * hygiene.TEXT)[: FULL % hygiene.TEXT]]


def _point(text: str = SENTENCE) -> dict[str, Any]:
    return {"when": {"day": "2026-03-12"}, "what_happened": text}


def _event(number: int, length: int) -> dict[str, Any]:
    return {"when": {"about": f"in week {number + 1}"}, "what": prose(200)[: length - 12]}


def _with(**answers: Any) -> Dossier:
    held = json.loads(EXAMPLE.read_bytes()) | {"events": [], "annexes": []}
    return opened(json.dumps(held | answers))
