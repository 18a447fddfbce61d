"""What text may hold, and how long it may be: the one place for caps and for characters that cannot be kept.

The person's words stay as they are. Only what cannot be seen goes: control characters, direction overrides,
and code points that no program should exchange (Unicode Standard, chapter 23).
"""

import re
import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, Field

from wizard.texts import told

LINE = 120
TEXT = 8_000
LETTER = 40_000
NEWLINES = 200
ALL_NEWLINES = 600
POINTS = 30
EVENTS = 60
ANNEXES = 30
QUESTIONS = 12
# Of a file only the size needs a cap of ours: which keys there are and how deep they lie is fixed by the model, which
# refuses what it does not know, and its reader of JSON stops at a depth of 200.
MB = 1024 * 1024
FILE_BYTES = MB // 2
PDF_BYTES = 5 * MB

_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters, but for tab and newline
    "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"  # directions, invisible marks
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e01ef]"  # surrogates, noncharacters, tags, variants
)


def text(raw: object) -> object:
    """Free text without what cannot be seen, in Unicode's composed form. Anything but a string passes untouched.

    Raises ValueError when it holds more than 200 line breaks.
    """
    if not isinstance(raw, str):
        return raw
    clean = unicodedata.normalize("NFC", _UNSEEN.sub("", _NEWLINES.sub("\n", raw))).strip()
    if clean.count("\n") > NEWLINES:
        raise ValueError(told("te veel regels: hoogstens {number}", number=NEWLINES))
    return clean


def line(raw: object) -> object:
    """The same on one line: line breaks and tabs become a space."""
    clean = text(raw)
    return re.sub(r"\s+", " ", clean) if isinstance(clean, str) else clean


Line = Annotated[str, Field(max_length=LINE), BeforeValidator(line)]
Text = Annotated[str, Field(max_length=TEXT), BeforeValidator(text)]


def extent(data: object) -> tuple[int, int]:
    """How many characters and how many line breaks all the text in a nested structure holds together."""
    if isinstance(data, str):
        return len(data), data.count("\n")
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    sizes = [extent(item) for item in inner]
    return sum(size for size, _ in sizes), sum(newlines for _, newlines in sizes)
