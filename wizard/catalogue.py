"""All Dutch that a person can meet on a screen or in the letter, and what a language lacks of it or has too much.

It is read where it stands: the words of the screens, the data, and what the code and the letter's template hand to
`told`. So nothing has to be listed twice, and a Dutch sentence that changed is missing in every language at once.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

from wizard import texts
from wizard.datafile import DATA, parsed
from wizard.documents import TEMPLATES
from wizard.errors import MESSAGES

ROOT = Path(__file__).parents[1]
# The keys of the data files whose value is a sentence or a name of our own; the rest are ids, addresses and numbers.
SAID = {
    *("title", "summary", "for_whom", "what", "gives", "gives_not", "costs", "consequences", "note", "notes"),
    *("about", "scheme", "act", "for_what", "hours", "fee", "fee_note", "window_note", "text", "why", "who"),
    *("what_for", "how", "sentence", "reason", "mend"),
}
FILES = ("law", "referrals", "geschilleninstanties", "actions", "procedures/*", "coach/*")
# Made once at the start, before anybody chose a language; and the names of files.
ALWAYS_DUTCH = ("web.", "pages.brief.file", "pages.brief.own_file", "pages.papieren.file_")
LETTER = "klachtbrief*.html.j2"  # of all papers the only one with a copy to read in another language
TELLS = ("told", "marked", "t")
TO_TELL = re.compile(r"[^\W\d_]|€")  # a figure by itself is the same everywhere, an amount is not
PLACEHOLDER = re.compile(r"\{\w*\}")


@cache
def catalogue() -> dict[str, str]:
    """Every Dutch text and where it stands, in the order of the screens."""
    found: dict[str, str] = {}
    for place, text in _everything():
        if TO_TELL.search(text):
            found.setdefault(text, place)
    return found


def missing(code: str) -> dict[str, str]:
    """The Dutch texts that a language lacks, and where they stand."""
    said = texts.languages()[code].texts
    return {text: place for text, place in catalogue().items() if text not in said}


def unused(code: str) -> list[str]:
    """The Dutch texts that a language translates and that are no longer there: changed or taken out."""
    known = catalogue()
    return [text for text in texts.languages()[code].texts if text not in known]


def broken(code: str) -> list[str]:
    """The Dutch texts whose translation is empty or has other {placeholders}."""
    said = texts.languages()[code].texts.items()
    return [dutch for dutch, text in said if not text.strip() or _placeholders(dutch) != _placeholders(text)]


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def _everything() -> Iterator[tuple[str, str]]:
    for key in texts.all_words():
        if not key.startswith(ALWAYS_DUTCH):
            yield key.rpartition(".")[0], texts.all_words()[key]
    for pattern in FILES:
        for file in sorted(DATA.glob(f"{pattern}.toml")):
            place = str(file.relative_to(DATA).with_suffix("")).replace("/", ".")
            held = parsed(file)
            if file.parent.name == "procedures":
                yield from ((place, named["name"]) for named in (held, *held.get("contacts", [])))
            yield from ((place, text) for text in _sentences(held))
    for table in parsed(ROOT / "wizard" / "ui" / "chrome.toml").values():
        yield from (("chrome", text) for text in table.values())
    for file in [*sorted((ROOT / "wizard").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]:
        place = str(file.relative_to(ROOT).with_suffix("")).replace("/", ".")
        yield from ((place, text) for text in _in_code(file))
    yield from (("errors", text) for text in MESSAGES.values())
    for file in sorted(TEMPLATES.glob(LETTER)):
        yield from (("klachtbrief", text) for text in _in_template(file))


def _sentences(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _sentences(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _sentences(inner, key)
    elif isinstance(value, str) and key in SAID:
        yield value


def _in_code(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in TELLS and isinstance(node.args[0].value, str):
                yield node.args[0].value


def _in_template(file: Path) -> Iterator[str]:
    for call in Environment(autoescape=True).parse(file.read_text("utf-8")).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in TELLS and isinstance(call.args[0], nodes.Const):
            yield str(call.args[0].value)
