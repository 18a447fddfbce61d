"""The tags of a PDF where WeasyPrint leaves them unfinished: items of a list, and heads of a table."""

from tests.reading import Reading
from wizard.pdf import pdf


def read(body: str) -> Reading:
    return Reading(pdf(f"<!doctype html><html lang='nl'><title>Proef</title><body><h1>Proef</h1>{body}"))


def test_an_item_of_a_list_has_one_body_whatever_is_in_it() -> None:
    found = read("<ul><li>los</li><li><p>een</p><p>twee</p></li><li>los<p>en vast</p></li></ul>")
    assert [[kid.tag for kid in item.kids] for item in found.of("LI")] == [["Lbl", "LBody"]] * 3
    assert [body.text for body in found.of("LBody")] == ["los", "eentwee", "losenvast"]


def test_an_item_that_goes_on_over_the_page_has_its_label_once() -> None:
    found = read("<ol><li>" + "<p>regel</p>" * 60 + "</li></ol>")
    assert [[kid.tag for kid in item.kids] for item in found.of("LI")] == [["Lbl", "LBody"], ["LBody"]]


def test_a_head_above_heads_a_column_and_a_head_before_heads_a_row() -> None:
    found = read(
        "<table><thead><tr><th scope='col'>Wat</th><th scope='col'>Wanneer</th></tr></thead>"
        "<tbody><tr><th scope='row'>Brief</th><td>1 juli</td></tr></tbody></table>"
    )
    assert [(head.text, head.scope) for head in found.of("TH")] == [
        ("Wat", "/Column"),
        ("Wanneer", "/Column"),
        ("Brief", "/Row"),
    ]
    assert [cell.headers for cell in found.of("TD")] == [2]


def test_a_row_is_not_torn_apart_by_the_end_of_a_page() -> None:
    row = "<tr><td>{0}</td><td><p>{0}</p></td></tr>"
    found = read("<table><tbody>" + "".join(row.format(number) for number in range(120)) + "</tbody></table>")
    assert [cells.text for cells in found.of("TR")] == [f"{number}{number}" for number in range(120)]
