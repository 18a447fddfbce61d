"""The pictures in docs/documents, made anew: `python -m tests.pictures_of_documents`."""

import pypdfium2
from PIL import Image

from tests import papers
from tests.given import ROOT, TODAY
from wizard import procedures
from wizard.dossier import Dossier
from wizard.papers import Offer, offers

FOLDER = ROOT / "docs" / "documents"
HEIGHT = 700
GREYS = 16
HEAD = """# The documents

The first page of each document, of the example in `wizard/data/examples/wkkgz.json` with more answers in it, or where
that example does not need the document, of another. All people and places in them are made up.
`python -m tests.pictures_of_documents` draws them anew.

"""


def shown() -> list[tuple[Offer, str]]:
    """Each document in the order of the road, and the first dossier that it can be made of."""
    return [(offer, _first(offer.id)) for offer in offers(Dossier(), procedures.procedure("wkkgz"), TODAY)]


def _first(document: str) -> str:
    order = ("wkkgz", "late", "extended", *papers.dossiers())
    return next(name for about in order if (name := f"{about}: {document}") in papers.names())


def draw(name: str) -> Image.Image:
    """The first page, drawn large and then made small, because PDFium sets small letters unevenly."""
    page = pypdfium2.PdfDocument(papers.printed(name))[0]
    large: Image.Image = page.render(scale=3 * HEIGHT / page.get_height(), grayscale=True).to_pil()
    return large.resize((large.width // 3, large.height // 3), Image.Resampling.LANCZOS).quantize(GREYS)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows = []
    for offer, name in shown():
        draw(name).save(FOLDER / f"{offer.id}.png", optimize=True)
        rows.append(f"## {offer.title}\n\n{offer.purpose}\n\n![{offer.title}]({offer.id}.png)\n")
    (FOLDER / "README.md").write_text(HEAD + "\n".join(rows), "utf-8")
