"""The review: no answer is lost between what is said back and the groups, and a group is told in one line."""

import pytest
from hypothesis import given

from tests.given import changed, example
from tests.strategies import dossiers
from wizard import procedures
from wizard.dossier import Dossier
from wizard.ui import readback, review

EXAMPLE = example("wkkgz")


def in_groups(start: Dossier) -> dict[str, list[tuple[str, review.Row]]]:
    return review.groups(start, procedures.procedure(start.procedure))


def line(start: Dossier, group: str, hidden: tuple[str, ...] = ()) -> str:
    return review.summary(start, group, 3, lambda path, _: path in hidden)


@given(dossiers())
def test_each_answer_is_said_back_or_in_a_group_with_the_page_where_it_is_changed(start: Dossier) -> None:
    pages = review.sections(start, procedures.procedure(start.procedure))
    every = [(page, row.path) for page, rows in pages.items() for row in rows]
    listed = [(page, row.path) for rows in in_groups(start).values() for page, row in rows]
    assert listed == [(page, path) for page, path in every if not readback.shows(start, path)]
    assert all(page in ("klacht", "wensen") for page, path in set(every) - set(listed))


def test_a_point_without_what_happened_is_not_said_back_and_so_it_is_listed() -> None:
    start = changed(EXAMPLE, points__1__what_happened="")
    assert {row.path for _, row in in_groups(start)["klacht"]} >= {"points.1.who", "points.1.consequence"}
    assert not any(row.path.startswith("points.0.") for _, row in in_groups(start)["klacht"])


def test_an_address_is_one_answer() -> None:
    rows = [row for _, row in in_groups(EXAMPLE)["gegevens"]]
    assert [row.value for row in rows] == [
        "A. Jansen",
        "Kerkstraat 12, 8012 CD Zwolle",
        "a.jansen@example.nl",
        "038-0000000",
    ]
    assert rows[1].path == "sender.address.street"


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("situatie", "ik ben zelf de cliënt"),
        ("zorgaanbieder", "Ziekenhuis De Linde, Zwolle"),
        ("geprobeerd", "gesprek met de zorgaanbieder, hulp van de klachtenfunctionaris"),
        ("verzenden", "formele klacht, met de gewone post"),
        ("gegevens", "A. Jansen, Zwolle"),
        ("klacht", "3 antwoorden"),
    ],
)
def test_a_group_is_told_in_one_line(group: str, said: str) -> None:
    assert line(EXAMPLE, group) == said


def test_what_is_not_to_be_seen_is_not_in_that_line() -> None:
    assert line(EXAMPLE, "gegevens", ("sender.address.town",)) == "A. Jansen"
    assert line(EXAMPLE, "gegevens", ("sender.address.town", "sender.name")) == "3 antwoorden"


def test_that_line_stays_short() -> None:
    assert len(line(changed(EXAMPLE, provider__name="a" * 110), "zorgaanbieder")) == review.LONGEST


@pytest.mark.parametrize(
    ("text", "written"), [("a *b* `c`", "`` a *b* `c` ``"), ("``", "``` `` ```"), ("een\n\ntwee", "` een twee `")]
)
def test_a_text_in_a_label_is_written_as_code(text: str, written: str) -> None:
    assert review.literally(text) == written
