"""Pieces of a screen that are not widgets: small HTML templates in parts/, escaped by default."""

import re
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wizard import texts
from wizard.bodies import DisputesBody
from wizard.law import Record
from wizard.moments import in_words, with_weekday
from wizard.texts import capital, told, uncapital, words
from wizard.triage import Referral

FOLDER = Path(__file__).parent / "parts"
ADDRESS = re.compile(r"(https://\S*[\w/])")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=words, standing=standing)
    environment.filters.update(
        in_words=in_words, with_weekday=with_weekday, told=told, capital=capital, uncapital=uncapital, linked=linked
    )
    return environment


def prepare() -> None:
    """Read every piece, so that nobody waits for it later."""
    for name in _environment().list_templates():
        _environment().get_template(name)


def standing(record: Record | DisputesBody | Referral) -> str:
    """How sure we are of a rule or of another road, in words; empty where we read the text itself."""
    return "" if record.standing == "gelezen" else words(f"standing.{record.standing.replace(' ', '-')}")


def linked(text: str) -> Markup:
    """A sentence of ours in which an address can be pressed."""
    web = _environment().get_template("link.html").module.web  # type: ignore[attr-defined]
    return Markup("").join(web(piece) if ADDRESS.fullmatch(piece) else piece for piece in ADDRESS.split(text))


def html(name: str, /, **values: object) -> str:
    """The piece as HTML."""
    return _environment().get_template(f"{name}.html").render(**values)


def show(name: str, /, **values: object) -> None:
    """Put the piece on the screen."""
    st.html(html(name, **values))


def say(key: str, /, **values: object) -> None:
    """A paragraph from the locale file."""
    show("paragraph", text=words(key, **values))


def maybe(key: str) -> str:
    """The words of a key that not every field or page has; an empty text where there are none."""
    known = texts.keys()
    return words(key) if key in known else ""


def heading(key: str, /, **values: object) -> None:
    """A heading below the title of the page."""
    show("heading", text=words(key, **values))


def note(text: str, kind: str = "info") -> None:
    """A sentence in a frame: info, good or warning."""
    show("note", text=text, kind=kind)
