"""Our own sentences, on screens and in letters, are B1: short, and of short words. The person's words are not ours.

Flesch-Douma: 206.84 - 0.93 x words in a sentence - 77 x syllables in a word; it says nothing below thirty words.
"""

import re
from functools import cache
from typing import NamedTuple

import pyphen
import pytest

from tests.given import ROOT
from wizard import texts
from wizard.catalogue import catalogue

TEMPLATES = sorted((ROOT / "templates").rglob("*.j2"))
MOST_WORDS = 22
ENOUGH_WORDS = 30
EASY = 60.0
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
HYPHENS = pyphen.Pyphen(lang="nl_NL")
# The start of a sentence that is longer, or of a text that is harder, and why it stays so.
ALLOWED = {
    "Ik vraag u om de ontvangst te bevestigen met": "one line of a form on paper, with all that the law gives",
    "De zorgaanbieder geeft zo snel mogelijk": "all that an answer must hold, in the order of the article",
    "de cliënt gaf daar zelf schriftelijk toestemming": "a list of the three cases of the article",
    "U mag naar de geschilleninstantie als de zorgaanbieder": "a rule with its example",
    "De commissie staat ook open als": "where a procedure and the law differ: both grounds in one sentence",
    "Ik vraag u vriendelijk om mij alsnog": "a letter to a provider, with all that the law gives",
    "Deze procedure zegt op de ene plaats": "where a procedure says two things: both belong in one sentence",
    "Na een overlijden krijgt een nabestaande": "the three cases of the article, in its own words",
    "Wilt u een onafhankelijke klachtenfunctionaris?": "the name of the office, twice, is what weighs",
    "Dit kan na een antwoord dat u niet helpt": "three grounds in one sentence: to be cut up, and then this line goes",
    "Het kan ook als het antwoord te laat is": "where a procedure and the law differ: both grounds in one sentence",
}


class Ours(NamedTuple):
    """A text of ours, and where it stands."""

    place: str
    text: str

    @property
    def sentences(self) -> list[str]:
        """Its sentences and the parts of a list; a colon or semicolon ends one for the reader too."""
        return [part for part in re.split(r"(?<=[.?!:;])\s+|\n", self.text) if WORD.search(part)]


@cache
def ours() -> list[Ours]:
    """All of the catalogue, the words that stay Dutch in every language, and what else stands in the templates."""
    known = catalogue()
    found = [Ours(place, text) for text, place in known.items()]
    found += [Ours(key, text) for key, text in texts.all_words().items() if text not in known]
    for file in TEMPLATES:
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}", ".\n", file.read_text("utf-8"), flags=re.DOTALL)
        filled = re.sub(r"\{\{.*?\}\}", "Jan", bare, flags=re.DOTALL)
        found += [Ours(file.name, line.strip()) for line in re.sub(r"<[^>]+>", "\n", filled).split("\n")]
    return found


def flesch_douma(text: Ours) -> float:
    words = WORD.findall(text.text)
    syllables = sum(len(HYPHENS.positions(word.lower())) + 1 for word in words)
    return 206.84 - 0.93 * len(words) / len(text.sentences) - 77 * syllables / len(words)


def allowed(text: str) -> bool:
    return text.startswith(tuple(ALLOWED))


def test_there_is_much_to_read_on_screens_in_code_and_in_letters() -> None:
    assert sum(len(text.sentences) for text in ours()) > 3_000
    assert {"pages.start", "web.urgent", "chrome", "law", "wizard.deadlines", "klachtbrief"} <= {
        text.place for text in ours()
    }


def test_our_sentences_are_short() -> None:
    long = {
        sentence: text.place
        for text in ours()
        for sentence in text.sentences
        if len(WORD.findall(sentence)) > MOST_WORDS and not allowed(sentence)
    }
    assert long == {}


def test_our_longer_texts_read_easily() -> None:
    longer = [text for text in ours() if len(WORD.findall(text.text)) >= ENOUGH_WORDS]
    assert len(longer) > 20
    hard = {text.text: round(flesch_douma(text)) for text in longer if flesch_douma(text) < EASY}
    assert {text: score for text, score in hard.items() if not allowed(text)} == {}


@pytest.mark.parametrize("start", ALLOWED)
def test_what_is_allowed_is_still_there(start: str) -> None:
    assert any(sentence.startswith(start) for text in ours() for sentence in [text.text, *text.sentences])


def test_the_measure_tells_easy_from_hard() -> None:
    easy = "U mag een klacht indienen. Dat kost niets. Wij helpen u met de brief. U krijgt daarna antwoord."
    hard = (
        "De klachtafhandelingsprocedure veronderstelt voorafgaande schriftelijke ingebrekestelling van zorgaanbieders."
    )
    assert flesch_douma(Ours("", easy)) > 80 > 20 > flesch_douma(Ours("", hard))
