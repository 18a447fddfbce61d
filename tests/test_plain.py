"""Plain text: one line for each paragraph, nothing at the end of a line, and the words as they were typed."""

import pytest

from tests.given import PROCEDURES, dossier, example, page
from tests.test_documents import HOSTILE
from wizard.errors import LetterFailed
from wizard.formats.plain import plain

HEADS = "<thead><tr><th scope='col'>A</th><th scope='col'>B</th></tr></thead>"


def shown(body: str) -> str:
    return plain(f"<!doctype html><html lang='nl'><head><title>T</title></head><body>{body}</body></html>")


def test_a_letter_reads_from_top_to_bottom() -> None:
    made = plain(page(example("wkkgz")))
    assert made.startswith("A. Jansen\nKerkstraat 12\n8012 CD ZWOLLE\n038-0000000\na.jansen@example.nl\n\nZiekenhuis")
    assert "\n\nBetreft: klacht op grond van de Wkkgz\n\nGeachte heer of mevrouw,\n\nHierbij dien ik" in made
    assert "\n19 maart 2026: Ik werd gebeld dat ik geopereerd moest worden.\n" in made
    assert "\n- Ik wil graag uitleg over wat er is gebeurd:\n  Ik wil weten hoe de eerste" in made
    assert made.endswith(
        "\n\nBijlagen\n1. Brief van de polikliniek van 2 april 2026\n2. Overzicht van mijn telefoongesprekken\n"
    )


@pytest.mark.parametrize("name", PROCEDURES)
def test_no_line_ends_in_a_space_and_there_is_never_more_than_one_empty_line(name: str) -> None:
    made = plain(page(example(name)))
    assert [line for line in made.split("\n") if line != line.rstrip()] == []
    assert "\n\n\n" not in made
    assert not made.startswith("\n")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>Kop</h2><p>Een</p><p>Twee</p>", "Kop\nEen\n\nTwee\n"),
        ("<p>Een</p><h2>Kop</h2><h3>Deel</h3><p>Twee</p>", "Een\n\nKop\nDeel\nTwee\n"),
        ("<p class='lead'>Het gevolg:</p><p class='own-words'>Een\ntwee</p>", "Het gevolg:\nEen\ntwee\n"),
        ("<p class='fill'>Naam:</p><p class='fill'>Datum</p><p>Slot</p>", "Naam: ......\nDatum: ......\n\nSlot\n"),
        ("<p class='window'>De Brug<br>Lindelaan 1</p>", "De Brug\nLindelaan 1\n"),
        ("<ul><li>Een</li><li>Twee</li></ul><ol><li>Drie</li></ol>", "- Een\n- Twee\n\n1. Drie\n"),
        ("<p>Groet,</p><p class='signature'></p><p>Slot</p>", "Groet,\n\nSlot\n"),
        ("<p>Met <strong>nadruk</strong>.</p>", "Met nadruk.\n"),
        ("<div class='sender'></div><p>Een</p>", "Een\n"),
        (f"<table>{HEADS}<tr><td>Eén</td><td>Twee<br>Drie</td></tr></table>", "A: B\nEén: Twee\nDrie\n"),
        (f"<table>{HEADS}<tr><td>Hoe kan dat?</td><td></td></tr></table>", "A: B\nHoe kan dat? ......\n"),
        (f"<table>{HEADS}<tr><td></td><td></td></tr><tr><td></td><td></td></tr></table>", "A: ......\nB: ......\n"),
        ("<table><caption>Kop</caption><tr><td>1.</td><td></td><td>C</td></tr></table>", "Kop\n1. | ...... | C\n"),
        ("<table><tr><th scope='row'>Wie</th><td>A<br>B</td></tr></table><p>C</p>", "Wie: A\nB\n\nC\n"),
        ("", ""),
    ],
)
def test_each_block_reads_well(html: str, text: str) -> None:
    assert shown(html) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_as_it_was_kept(text: str) -> None:
    start = dossier(complainant={"capacity": "client"}, provider={"name": "De Brug"}, points=[{"what_happened": text}])
    kept = start.points[0].what_happened
    assert f"\n{kept}\n" in plain(page(start))


def test_what_cannot_be_read_is_not_quoted() -> None:
    with pytest.raises(LetterFailed) as told:
        shown("<p>geheim</p><script>geheim</script>")
    assert "geheim" not in str(told.value)
    assert told.value.__cause__ is None
