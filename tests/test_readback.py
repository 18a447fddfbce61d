"""The complaint said back: every word of the person's own, and each remark with a way to what it is about."""

from html import unescape

import pytest
from hypothesis import given

from tests.foreign import MARK, reading_foreign
from tests.given import dossier
from tests.strategies import dossiers
from wizard import texts
from wizard.choices import Category, WishKind
from wizard.coach import Remark, letter_remarks, privacy, remarks
from wizard.dossier import Dossier
from wizard.ui import coach, parts, readback, road


def asked(start: Dossier) -> str:
    return parts.html("readback_wishes", wishes=readback.wishes(start))


@given(dossiers())
def test_what_is_said_back_holds_the_words_of_the_person(start: Dossier) -> None:
    told = readback.points(start)
    html = unescape("".join(parts.html("readback", point=point) for point in told) + asked(start))
    written = [point for point in start.points if point.what_happened]
    assert len(told) == len(written)
    for point in written:
        for own in (point.what_happened, point.consequence, point.expected, point.where, point.who, point.when.about):
            assert own in html
    assert all(wish.detail in html for wish in start.wishes)


def test_a_point_is_said_back_in_order() -> None:
    point = {
        "category": "organisatie",
        "when": {"day": "2026-05-04"},
        "who": "de balie",
        "what_happened": "Ik wachtte <twee> uur.",
        "consequence": "Ik was moe.",
    }
    start = dossier(provider={"name": "De Brug"}, points=[point, {}], wishes=[{"kind": "uitleg"}])
    (told,) = readback.points(start)
    assert told.title == "Wachten, planning of organisatie"
    assert [" ".join(filter(None, piece)) for piece in told.pieces] == [
        "Dit was op 4 mei 2026.",
        "Daarbij was: de balie",
        "U schrijft: Ik wachtte <twee> uur.",
        "Het gevolg was: Ik was moe.",
    ]
    assert readback.opening(start) == ["U schrijft aan De Brug.", "Uw klacht heeft 1 punt."]
    assert "&lt;twee&gt;" in parts.html("readback", point=told)


def test_a_point_keeps_its_number_and_a_wish_says_its_amount() -> None:
    wish = {"kind": "schadevergoeding", "amount": 1250}
    start = dossier(points=[{"where": "thuis"}, {"what_happened": "Er kwam niemand."}], wishes=[wish])
    (told,) = readback.points(start)
    assert "Klachtpunt 2" in parts.html("readback", point=told)
    assert "€ 1.250" in asked(start)


@given(dossiers())
def test_each_remark_leads_to_a_screen(start: Dossier) -> None:
    for one in [*privacy(start), *letter_remarks(start)]:
        page, field = coach.place(start, one.field)
        assert page in road.PAGES
        assert not field.startswith("wishes.") or not field.split(".")[1].isdigit()


def test_a_remark_is_shown_in_the_language_of_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    held: dict[str, object] = {}
    monkeypatch.setattr(parts, "show", lambda _name, **values: held.update(values))
    text = "Mijn BSN is 123456782."
    with reading_foreign():
        coach._one(remarks(text)[0], "key", 1, text)
    shown = held["remark"]
    assert isinstance(shown, Remark)
    assert [said for said in (held["title"], shown.reason, shown.mend) if not str(said).startswith(MARK)] == []


@pytest.mark.parametrize("kind", Category)
def test_every_kind_of_complaint_has_a_question_and_openings(kind: Category) -> None:
    assert {f"openings.{kind}.{name}" for name in ("ask", "start_1", "start_2", "start_3")} <= texts.keys()


@pytest.mark.parametrize("kind", WishKind)
def test_every_wish_says_which_step_can_give_it(kind: WishKind) -> None:
    assert {f"pages.wensen.step.{kind}"} <= texts.keys()
