"""The logo of a provider: a small PNG or JPEG, known by what is in the file and not by its name."""

import struct
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 200_000
MOST_PIXELS = 1_000
PNG, JPEG = "image/png", "image/jpeg"
PNG_START, PNG_END = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"IEND\xaeB`\x82"
JPEG_START, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the segments that say how large the picture is
NO_PICTURE = "dit is geen PNG of JPEG. Kies een ander bestand"


@dataclass(frozen=True)
class Logo:
    """A picture that was looked at: its bytes, its type as in a Content-Type header, and its size in pixels."""

    data: bytes
    kind: str
    width: int
    height: int

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return ".png" if self.kind == PNG else ".jpg"


def logo(file: Path) -> Logo:
    """The picture in a file. Raises ValueError with how to mend it."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError:
        raise ValueError("dit bestand kunnen wij niet openen. Kijk de naam en de rechten na") from None
    if len(data) > MOST_BYTES:
        raise ValueError(f"het bestand is te groot: hoogstens {MOST_BYTES // 1000} kB. Maak het kleiner")
    found = _png(data) or _jpeg(data)
    if found is None or not (found.width and found.height):
        raise ValueError(NO_PICTURE)
    if max(found.width, found.height) > MOST_PIXELS:
        raise ValueError(
            f"de afbeelding is te groot: hoogstens {MOST_PIXELS} bij {MOST_PIXELS} pixels. Maak haar kleiner"
        )
    return found


def _png(data: bytes) -> Logo | None:
    if not (data.startswith(PNG_START) and data.endswith(PNG_END)):
        return None
    width, height = struct.unpack_from(">II", data, len(PNG_START))
    return Logo(data, PNG, width, height)


def _jpeg(data: bytes) -> Logo | None:
    if not (data.startswith(JPEG_START) and data.endswith(JPEG_END)):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker in JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return Logo(data, JPEG, width, height)
        at += 2 + length
    return None
