"""Points split and put together: whatever was written is still there, word for word."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import models
from wizard import texts
from wizard.dossier import Point, When
from wizard.hygiene import TEXT
from wizard.passages import passages
from wizard.points import merged, paragraphs, split

SAID = ("what_happened", "consequence", "expected", "where", "who")


@given(st.text(max_size=200))
def test_paragraphs_hold_every_word(text: str) -> None:
    assert " ".join(paragraphs(text)).split() == text.split()


@pytest.mark.parametrize("text", ["een\n\ntwee", "een\n\n\ntwee", "een\n \ntwee", "een\ntwee\n\ndrie"])
def test_an_empty_line_keeps_paragraphs_apart(text: str) -> None:
    assert len(paragraphs(text)) == 2


@given(models(Point), models(Point))
def test_two_points_as_one_lose_nothing(upper: Point, lower: Point) -> None:
    both = merged(upper, lower)
    assert both
    for name in SAID:
        assert getattr(upper, name) in getattr(both, name)
        assert getattr(lower, name) in getattr(both, name)
    assert both.when.known is (upper.when.known or lower.when.known)


def test_two_moments_are_both_kept() -> None:
    upper, lower = Point(when=When(day=date(2026, 5, 4))), Point(when=When(about="half mei 2026"))
    both = merged(upper, lower)
    assert both
    assert both.when.about == "4 mei 2026 en half mei 2026"
    assert merged(upper, upper) == upper


def test_what_is_too_long_together_stays_apart() -> None:
    full = Point(what_happened="a" * TEXT)
    assert merged(full, Point(what_happened="b")) is None
    assert merged(Point(who="a" * 100), Point(who="b" * 100)) is None


@given(models(Point), st.data())
def test_a_split_point_holds_the_same_paragraphs(point: Point, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, 2))
    whole = point.model_copy(update={"what_happened": "Eerst dit.\n\nDaarna dat.\n\nTot slot zo."})
    rest, alone = split(whole, number)
    told = [passage.text for part in (rest, alone) for passage in passages(part.what_happened)]
    assert sorted(told) == sorted(paragraphs(whole.what_happened))
    assert (rest.consequence, rest.expected) == (point.consequence, point.expected)
    assert (alone.when, alone.where, alone.who) == (point.when, point.where, point.who)
    assert (alone.consequence, alone.expected) == ("", "")


def test_two_moments_are_put_together_in_dutch_for_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "languages", lambda: {"en": texts.Language(name="English", texts={})})
    upper, lower = (Point(what_happened="Ik viel.", when=When(day=date(2026, month, 1))) for month in (3, 5))
    with texts.telling_in("en"):
        both = merged(upper, lower)
    assert both is not None
    assert both.when.about == "1 maart 2026 en 1 mei 2026"
