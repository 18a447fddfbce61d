"""Hypothesis strategies: any dossier that the model can hold, built from the model itself."""

from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from wizard.dossier import Dossier, When

words = st.text(max_size=60)
days = st.dates(date(2016, 1, 1), date(2199, 12, 31))
procedures = st.sampled_from(["wkkgz", "quasir", "burgercoaching"])
moments = st.one_of(st.just(When()), st.builds(When, day=days), st.builds(When, about=words))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    date: days,
    bool: st.booleans(),
    int: st.integers(1, 100_000),
    type(None): st.none(),
    When: moments,
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    if kind in PLAIN:
        return PLAIN[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return values(inner[0])
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(values(inner[0]), max_size=3).map(tuple)
    if origin in (Union, UnionType):
        return st.one_of([values(one) for one in inner])
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    return models(kind)


def models(kind: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Any instance of a part of the dossier."""
    fields = {name: values(field.annotation) for name, field in kind.model_fields.items()}
    return st.builds(kind, **(fields | ({"procedure": procedures} if kind is Dossier else {})))


def dossiers() -> st.SearchStrategy[Dossier]:
    """Any dossier."""
    made: st.SearchStrategy[Dossier] = models(Dossier)
    return made
