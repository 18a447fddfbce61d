"""The words of the screens, per language, from data/locale/<lang>.toml; what a language lacks, Dutch says."""

from functools import cache
from typing import Any

from wizard.datafile import DATA, parsed

FOLDER = DATA / "locale"
DUTCH = "nl"


@cache
def _flat(language: str) -> dict[str, str]:
    return dict(_leaves(parsed(FOLDER / f"{language}.toml"), ""))


def _leaves(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    rows = []
    for key, value in table.items():
        rows += (
            _leaves(value, f"{prefix}{key}.") if isinstance(value, dict) else [(f"{prefix}{key}", str(value).strip())]
        )
    return rows


def words(key: str, language: str = DUTCH, /, **values: object) -> str:
    """The text of that key with its {placeholders} filled in. Raises KeyError for a key that Dutch does not have."""
    text = _flat(language).get(key) or _flat(DUTCH)[key]
    return text.format(**values) if values else text


def keys(language: str = DUTCH) -> frozenset[str]:
    """Every key that a language has words for."""
    return frozenset(_flat(language))
