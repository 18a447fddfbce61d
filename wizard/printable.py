"""Which characters the bundled fonts can print. What they cannot is named to the person, and marked in the PDF."""

from functools import cache
from pathlib import Path

FONTS = Path(__file__).parents[1] / "templates" / "fonts"
MARK = "□"


@cache
def _covered() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    covered = {ord(character) for character in "\n\t "}
    for file in FONTS.glob("*.ttf"):
        with TTFont(file, lazy=True) as font:
            covered.update(font.getBestCmap())
    return frozenset(covered)


def unprintable(text: str) -> list[str]:
    """The characters of a text that no bundled font has, each once, in order."""
    covered = _covered()
    return list(dict.fromkeys(character for character in text if ord(character) not in covered))


def with_marks(text: str) -> str:
    """The same text with a mark in the place of each character that cannot be printed."""
    return text.translate({ord(character): MARK for character in unprintable(text)})
