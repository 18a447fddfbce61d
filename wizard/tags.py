"""What WeasyPrint leaves to be mended in the tag tree of a PDF, which is what a screen reader reads."""

from typing import Any

import pydyf


def mended(_document: object, pdf: Any) -> None:
    """Say of each table header what it heads, and give each item of a list one body (PDF/UA-1, 7.2 and 7.5)."""
    elements = [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/StructElem"]
    for element in elements:
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Column" if _at(pdf, _at(pdf, element["P"])["P"])["S"] == "/THead" else "/Row"
        elif element["S"] == "/LI":
            _give_one_body(pdf, element)


def _give_one_body(pdf: Any, item: Any) -> None:
    """Lay paragraphs that lie loose in an item of a list in a body, beside its label."""
    label = [kid for kid in item["K"] if _at(pdf, kid)["S"] == "/Lbl"]
    loose = [kid for kid in item["K"] if kid not in label]
    if [_at(pdf, kid)["S"] for kid in loose] in ([], ["/LBody"]):
        return
    body = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(loose), "Pg": item["Pg"], "P": item.reference}
    )
    pdf.add_object(body)
    item["K"] = pydyf.Array([*label, body.reference])
    for kid in loose:
        part = _at(pdf, kid)
        part["P"] = body.reference
        part["S"] = "/Div" if part["S"] == "/LBody" else part["S"]


def _at(pdf: Any, reference: bytes) -> Any:
    """The object that a reference ("12 0 R") points to."""
    return pdf.objects[int(reference.split()[0])]
