"""Learning from cards: nothing in a card leads to anybody, and no small number can be computed from a report."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.given import EXAMPLES, PROCEDURES, TODAY, changed, command, dossier, example, tags_of, text_of
from wizard import procedures
from wizard.choices import Care, Category, WishKind
from wizard.dossier import Dossier
from wizard.errors import TooFewCards
from wizard.procedures import Kind
from wizard.provider import learning
from wizard.provider.learning import LEAST, Card, InTime, card, collected, hidden_of_many, hidden_of_one, report

RECEIVED = {"situation": {"care": "zorg"}, "handling": {"received_on": "2026-06-01"}}


def made(start: Dossier) -> Card:
    return card(start, procedures.procedure(start.procedure), TODAY)


def a_card(**values: Any) -> Card:
    return Card(**{"month": "2026-06", "care": Care.ZORG, "in_time": InTime.OP_TIJD} | values)


# A card


def closed(kind: Any) -> bool:
    """Whether a type is a closed list, or made of them."""
    if get_args(kind):
        return all(closed(part) for part in get_args(kind) if part is not Ellipsis and not hasattr(part, "max_length"))
    return kind in (Care, Category, WishKind, Kind, InTime)


def test_a_card_has_closed_lists_and_a_month_and_no_place_for_text() -> None:
    fields = dict(Card.model_fields)
    assert fields.pop("kind").annotation
    assert fields.pop("version").annotation
    assert str(fields.pop("month").metadata).count("pattern=") == 1
    assert {name for name, field in fields.items() if not closed(field.annotation)} == set()


@pytest.mark.parametrize("name", PROCEDURES)
def test_nothing_that_somebody_wrote_is_in_a_card(name: str) -> None:
    text = made(example(name)).json_text.lower()

    def written(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            yield from (word for value in part.values() for word in written(value))
        elif isinstance(part, list):
            yield from (word for value in part for word in written(value))
        elif isinstance(part, str):
            yield part.lower()

    told = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    closed_lists = {value for kind in (Care, Category, WishKind, Kind, InTime) for value in kind}
    words = {word for key in ("sender", "provider", "points", "tried", "events") for word in written(told.get(key, {}))}
    assert [word for word in words - closed_lists if word and word in text] == []
    assert told["procedure"] not in json.loads(text).values()


def test_the_same_answers_in_another_order_give_the_same_card() -> None:
    points = [{"category": "medisch"}, {"category": "bejegening"}, {"category": "medisch"}]
    wishes = [{"kind": "oordeel"}, {"kind": "excuses"}]
    one = made(dossier(points=points, wishes=wishes))
    assert one == made(dossier(points=points[::-1], wishes=wishes[::-1]))
    assert one.categories == (Category.BEJEGENING, Category.MEDISCH)


def test_the_month_is_that_of_making_the_card() -> None:
    assert made(dossier(**RECEIVED)).month == "2026-07"


IN_TIME = {
    "running": ({}, InTime.LOOPT_NOG),
    "in time": ({"handling__answered_on": "2026-06-20"}, InTime.OP_TIJD),
    "on the last day": ({"handling__received_on": "2026-05-01", "handling__answered_on": "2026-06-12"}, InTime.OP_TIJD),
    "a day late": ({"handling__received_on": "2026-05-01", "handling__answered_on": "2026-06-13"}, InTime.TE_LAAT),
    "not there yet and too late": ({"handling__received_on": "2026-04-01"}, InTime.TE_LAAT),
    "an answer on an unknown day": ({"situation__stage": "antwoord"}, InTime.ONBEKEND),
    "sent on an unknown day": ({"handling__received_on": None}, InTime.ONBEKEND),
    "only said aloud": ({"handling__in_writing": False}, InTime.GEEN_TERMIJN),
    "first a talk": ({"letter__formality": "eerst-informeel"}, InTime.GEEN_TERMIJN),
    "another Act": ({"situation__care": "wmo"}, InTime.GEEN_TERMIJN),
}


@pytest.mark.parametrize("name", IN_TIME)
def test_whether_the_answer_was_in_time(name: str) -> None:
    answers, expected = IN_TIME[name]
    assert made(changed(dossier(**RECEIVED), **answers)).in_time is expected


def test_a_card_of_nothing_is_a_card_too() -> None:
    assert made(Dossier()) == Card(month="2026-07", care=Care.WEET_NIET, in_time=InTime.ONBEKEND)


# A folder


FOREIGN: dict[str, bytes] = {
    "brief.pdf": b"%PDF-1.7",
    "notitie.txt": b"mevrouw Jansen",
    "leeg.json": b"",
    "lijst.json": b"[]",
    "dossier.json": Dossier().model_dump_json().encode(),
    "stuk.json": a_card().json_text.encode()[:-20],
    "met-naam.json": json.dumps(json.loads(a_card().json_text) | {"name": "Jansen"}).encode(),
    "met-tekst.json": json.dumps(json.loads(a_card().json_text) | {"categories": ["mijn buurvrouw"]}).encode(),
    "andere-versie.json": json.dumps(json.loads(a_card().json_text) | {"version": 2}).encode(),
    "geen-maand.json": json.dumps(json.loads(a_card().json_text) | {"month": "2026-13"}).encode(),
    "een-dag.json": json.dumps(json.loads(a_card().json_text) | {"month": "2026-06-01"}).encode(),
    "dubbel.json": json.dumps(json.loads(a_card().json_text) | {"wishes": ["excuses", "excuses"]}).encode(),
    "groot.json": a_card().json_text.encode() + b" " * 5_000,
    "diep.json": b"[" * 3_000,
    "bytes.json": b"\xff\xfe",
}


def filled(folder: Path, cards: int, foreign: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(cards):
        (folder / f"leerkaart ({number}).json").write_text(a_card().json_text, "utf-8")
    for name, content in foreign.items():
        (folder / name).write_bytes(content)
    return folder


def test_a_card_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    for name in PROCEDURES:
        (tmp_path / f"{name}.json").write_text(made(example(name)).json_text, "utf-8")
    assert set(collected(tmp_path).cards) == {made(example(name)) for name in PROCEDURES}


def test_what_is_no_card_is_named_and_skipped(tmp_path: Path) -> None:
    folder = filled(tmp_path / "kaarten", 6, FOREIGN)
    (folder / "map.json").mkdir()
    (tmp_path / "elders.json").write_text(a_card().json_text, "utf-8")
    (folder / "verwijzing.json").symlink_to(tmp_path / "elders.json")
    found = collected(folder)
    assert len(found.cards) == 6
    assert set(found.skipped) == {*FOREIGN, "map.json", "verwijzing.json"}


# Small numbers


def divisions(cells: int, total: int) -> Iterator[tuple[int, ...]]:
    """Every way to divide a number of cards over cells."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in divisions(cells - 1, total - first))


@pytest.mark.parametrize(("cells", "most"), [(3, 40), (4, 26), (5, 18)])
def test_whoever_knows_the_total_and_the_method_cannot_compute_a_hidden_number(cells: int, most: int) -> None:
    for total in range(LEAST, most):
        sources = defaultdict(list)
        for counts in divisions(cells, total):
            hidden = hidden_of_one(counts)
            sources[tuple(None if row in hidden else count for row, count in enumerate(counts))].append(counts)
        for shown, possible in sources.items():
            assert all(count is None or count == 0 or count >= LEAST for count in shown)
            unsure = [len({counts[row] for counts in possible}) for row, count in enumerate(shown) if count is None]
            assert all(values > 1 for values in unsure), (shown, possible)
            assert not unsure or total - sum(count or 0 for count in shown) >= LEAST


@pytest.mark.parametrize("cards", range(LEAST, 40))
def test_where_many_answers_are_possible_few_with_and_few_without_are_hidden(cards: int) -> None:
    hidden = hidden_of_many(range(cards + 1), cards)
    assert hidden == {number for number in range(cards + 1) if 1 <= number < LEAST or 1 <= cards - number < LEAST}
    assert len(hidden) > 1


def test_a_single_small_number_takes_the_smallest_other_with_it_and_all_alike() -> None:
    assert hidden_of_one([50, 3, 9, 20]) == {1, 2}
    assert hidden_of_one([50, 3, 9, 9]) == {1, 2, 3}
    assert hidden_of_one([50, 3, 2, 9]) == {1, 2}
    assert hidden_of_one([50, 3, 1, 9]) == {1, 2, 3}
    assert hidden_of_one([50, 1, 1, 9]) == {1, 2, 3}
    assert hidden_of_one([50, 4, 4, 9]) == {1, 2, 3}
    assert hidden_of_one([50, 0, 9, 9]) == frozenset()
    assert hidden_of_one([2, 3, 0, 0]) == {0, 1, 2, 3}


def some_cards(number: int) -> list[Card]:
    """Cards as they could come in, the same in every run."""
    dice = random.Random(number)  # noqa: S311 - no secret
    return [
        a_card(
            month=f"2026-{dice.randint(1, 12):02}",
            care=dice.choice([Care.ZORG, Care.ZORG, Care.ZORG, Care.GGZ, Care.WMO]),
            categories=tuple(kind for kind in Category if dice.random() < 0.3),
            wishes=tuple(kind for kind in WishKind if dice.random() < 0.25),
            steps=tuple(kind for kind in Kind if dice.random() < 0.4),
            in_time=dice.choice(list(InTime)),
        )
        for _ in range(number)
    ]


@pytest.mark.parametrize("number", [5, 9, 24, 60, 400])
def test_a_report_shows_no_small_number_and_leaves_none_to_be_subtracted(number: int) -> None:
    for table in report(some_cards(number)).tables:
        shown = [row.count for row in table.rows if row.count is not None]
        assert not [count for count in shown if 0 < count < LEAST]
        if not table.one_each:
            assert not [count for count in shown if 0 < number - count < LEAST]
        else:
            assert sum(row.count is None for row in table.rows) != 1
            assert sum(shown) == number or number - sum(shown) >= LEAST


def test_too_few_cards_make_no_report() -> None:
    with pytest.raises(TooFewCards, match=r"^te weinig kaarten: 4\. Maak het overzicht bij minstens 5 kaarten$"):
        report([a_card()] * 4)
    assert report([a_card()] * 5).cards == 5


def test_every_month_of_a_year_is_a_row_so_that_a_missing_one_says_nothing() -> None:
    found = report([a_card(month="2026-03")] * 6 + [a_card(month="2027-02")] * 6)
    months = next(table for table in found.tables if table.id == "month")
    assert [row.key for row in months.rows] == [f"{year}-{month:02}" for year in (2026, 2027) for month in range(1, 13)]


# The page and the command


def test_the_report_is_a_page_of_tables_that_says_how_it_counts(tmp_path: Path) -> None:
    folder = filled(tmp_path / "kaarten", 7, {})
    target = tmp_path / "leren.html"
    ended = command("learn", str(folder), "-o", str(target), "--today", "2026-07-01")
    assert ended == (0, "7 kaarten, 0 overgeslagen\n", "")
    page = target.read_text("utf-8")
    shown = text_of(page[page.index("<body>") :])
    assert "7 kaarten uit 2026. Gemaakt op 1 juli 2026." in shown
    assert "Een aantal van 1 tot en met 4 staat er niet." in shown
    tags = [tag for tag, _ in tags_of(page)]
    assert tags.count("table") == 6
    assert not {"script", "img", "link", "iframe"} & set(tags)


def test_every_key_of_every_table_has_words(tmp_path: Path) -> None:
    folder = tmp_path / "kaarten"
    folder.mkdir()
    for number, one in enumerate(some_cards(60)):
        (folder / f"{number}.json").write_text(one.json_text, "utf-8")
    assert command("learn", str(folder), "-o", str(tmp_path / "r.html"), "--today", "2026-07-01").code == 0
    shown = text_of((tmp_path / "r.html").read_text("utf-8"))
    assert shown.count("Iets anders") == 2
    assert "None" not in shown
    assert "niet getoond" in shown


def test_foreign_files_are_counted_and_named_on_the_screen_and_never_in_the_report(tmp_path: Path) -> None:
    folder = filled(tmp_path / "kaarten", 5, FOREIGN | {"mevrouw\x1b[31m Jansen.json": b""})
    target = tmp_path / "leren.html"
    ended = command("learn", str(folder), "-o", str(target))
    assert ended.code == 0
    assert ended.out == f"5 kaarten, {len(FOREIGN) + 1} overgeslagen\n"
    assert all(f"overgeslagen: {name}: dit is geen leerkaart" in ended.err for name in FOREIGN)
    assert "\x1b" not in ended.err
    assert not [name for name in (*FOREIGN, "Jansen") if name in target.read_text("utf-8")]


BAD = {
    "no such folder": (["learn", "{}/weg", "-o", "{}/r.html"], "openen lukt niet"),
    "a file for a folder": (["learn", str(EXAMPLES / "wkkgz.json"), "-o", "{}/r.html"], "openen lukt niet"),
    "another kind of report": (["learn", "{}", "-o", "{}/r.pdf"], "-o: r.pdf: kies een naam die eindigt op .html"),
    "no cards": (["learn", "{}", "-o", "{}/r.html"], "te weinig kaarten: 0"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_line(name: str, tmp_path: Path) -> None:
    arguments, expected = BAD[name]
    ended = command(*(argument.format(tmp_path) for argument in arguments))
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert expected in ended.err


def test_a_report_nowhere_is_one_clear_line(tmp_path: Path) -> None:
    ended = command("learn", str(filled(tmp_path / "kaarten", 5, {})), "-o", str(tmp_path / "a" / "b.html"))
    assert ended.code == 2
    assert "schrijven lukt niet" in ended.err


def test_a_card_has_one_name_for_everyone() -> None:
    assert learning.FILE_NAME == "leerkaart.json"
