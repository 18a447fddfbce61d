"""Reading one of our TOML files into its type, or saying which file, which key and how to mend it."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from wizard.errors import InvalidData, Place, places

DATA = Path(__file__).parent / "data"

T = TypeVar("T")


def read(file: Path, model: type[T]) -> T:
    """The file as the type it must have. Raises InvalidData."""
    return fitted(file.name, parsed(file), model)


def parsed(file: Path) -> dict[str, Any]:
    """The file as plain TOML. Raises InvalidData where it cannot be read or is not TOML."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError:
        raise InvalidData(
            file.name, [Place("", "dit bestand kunnen wij niet openen. Kijk de naam en de rechten na")]
        ) from None
    except UnicodeDecodeError:
        raise InvalidData(file.name, [Place("", "dit bestand is geen tekst. Bewaar het als UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        place = f"regel {where[1]}, teken {where[2]}" if where else "einde van het bestand"
        raise InvalidData(
            file.name, [Place(place, "dit is geen geldige TOML. Kijk aanhalingstekens en haken na")]
        ) from None
    except (RecursionError, ValueError):  # nested too deep, or a number without end
        raise InvalidData(file.name, [Place("", "dit bestand is te diep of te groot. Maak het eenvoudiger")]) from None


def fitted(name: str, data: object, model: type[T]) -> T:
    """Plain data as the type it must have. Raises InvalidData in the name of its file."""
    try:
        return TypeAdapter(model).validate_python(data)
    except ValidationError as error:
        raise InvalidData(name, places(error.errors(include_input=False, include_url=False))) from None
