"""Characters that no bundled font has: named to the person, marked in the letter, never dropped in silence."""

from tests.given import changed, example, page
from tests.reading import words_on_paper
from wizard import documents
from wizard.pdf import pdf
from wizard.printable import MARK, unprintable, with_marks

WORDS = "Ik sprak met 李 en met 王."


def test_what_people_write_here_can_be_printed() -> None:
    assert unprintable("Één café, “zó” – € 5, ĳs, Şahin, Łukasz, Їжак, Ωμέγα, مرحبا, שלום, 😀❤️ ✓") == []


def test_a_character_without_a_font_is_named_once_and_in_order() -> None:
    assert unprintable(WORDS + WORDS) == ["李", "王"]
    assert with_marks(WORDS) == f"Ik sprak met {MARK} en met {MARK}."


def test_the_screen_names_it_and_the_letter_shows_where_it_was() -> None:
    dossier = changed(example("wkkgz"), points__0__what_happened=WORDS)
    named = [gap.message for gap in documents.gaps(dossier) if gap.id == "tekens"]
    assert len(named) == 1
    assert "李 王" in named[0]
    assert WORDS in page(dossier)
    assert with_marks(WORDS) in words_on_paper(pdf(page(dossier)))


def test_all_that_the_letters_say_themselves_can_be_printed() -> None:
    for name in ("wkkgz", "quasir", "klachtenloket-zorg", "complementaire-zorg", "klachtenhulp", "burgercoaching"):
        assert unprintable(page(example(name))) == []
