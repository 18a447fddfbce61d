"""No English on the screen: every string that a person can see or hear is one of ours, or is known by name here."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser.walk import Walk
from tests.given import example
from wizard import documents, procedures
from wizard.dossier import Dossier
from wizard.texts import words
from wizard.ui import session

ROOT = Path(__file__).parents[2]
DATA = ROOT / "wizard" / "data"
STRINGS = """
() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest("script, style, noscript, [data-testid=stIconMaterial]")) continue;
    const box = element.getBoundingClientRect();
    if (box.width && box.height) found.add(walker.currentNode.data.trim());
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const text = element.getAttribute(name);
      if (text && element.getClientRects().length) found.add(text.trim());
    }
  }
  return [...found].filter(Boolean);
}
"""
# What is not ours and not a word of any language.
NEUTRAL = re.compile(
    r"[\d\s.,:;()–—/€%•·-]*|\d{1,2} [a-z]+ \d{4}|(maan|dins|woens|donder|vrij|zater|zon)dag \d.*", re.IGNORECASE
)


def pieces(text: str) -> list[str]:
    """A text in its sentences and their parts, white space evened out."""
    return [" ".join(piece.split()) for piece in re.split(r"\n|(?<=[.?!])\s+|: |; |, ", text) if piece.strip()]


class Listener(Walk):
    """A walk that writes down every string on each screen."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.heard: dict[str, str] = {}

    def listen(self) -> None:
        """Write down what is on the screen now."""
        for text in self.page.evaluate(STRINGS):
            for piece in pieces(text):
                self.heard.setdefault(piece, self.screens[-1])

    def arrive(self, slug: str) -> None:
        super().arrive(slug)
        self.listen()

    def press(self, key: str) -> None:
        self.listen()
        super().press(key)


def leaves(value: Any) -> Iterator[str]:
    """Every text in a nested structure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from leaves(inner)


def our_texts(dossier: Dossier) -> list[str]:
    """Every text of the data files, the dossier and its letter, and the sentences that the code makes."""
    files = [*DATA.rglob("*.toml"), ROOT / "wizard" / "ui" / "chrome.toml"]
    texts = [text for file in files for text in leaves(tomllib.loads(file.read_text("utf-8")))]
    letter = documents.letter(dossier, procedures.procedure(dossier.procedure), session.today())
    page = re.sub(r"<[^>]+>", "\n", documents.preview(letter))
    sources = "\n".join(file.read_text("utf-8") for file in (ROOT / "wizard").glob("*.py"))
    return [*texts, *leaves(dossier.model_dump(mode="json")), *page.split("\n"), *re.findall(r'"([^"]+)"', sources)]


def unknown(heard: dict[str, str], dossier: Dossier) -> dict[str, str]:
    """The strings that nobody of us wrote, each with the screen where it was."""
    texts = [piece for text in our_texts(dossier) for piece in pieces(text)]
    whole = "\n".join(texts).lower()
    patterns = [re.compile(_pattern(text), re.IGNORECASE) for text in texts if "{" in text]

    def ours(text: str) -> bool:
        bare = text.strip(" .,:;()•")
        if NEUTRAL.fullmatch(text) or bare.lower() in whole:
            return True
        return any(pattern.fullmatch(text) or pattern.fullmatch(bare) for pattern in patterns)

    return {text: screen for text, screen in heard.items() if not ours(text)}


def _pattern(text: str) -> str:
    return ".+".join(re.escape(piece) for piece in re.split(r"\{\w+\}", text))


def test_every_string_on_the_road_is_ours(server: str, chromium: Browser) -> None:
    context = chromium.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    walk = Listener(context.new_page(), example("wkkgz"))
    walk.open(server)
    walk.page.get_by_text(words("keeping.title")).click()
    walk.page.get_by_text(words("keeping.choose_file")).wait_for()
    walk.listen()
    walk.press("goal_letter")
    walk.arrive("spoed")
    walk.press("next")
    walk.listen()
    walk.page.go_back()
    walk.arrive("start")
    walk.situation()
    walk.letter()
    walk.go_on("termijnen")
    walk.press("to_over")
    walk.arrive("over")
    context.close()
    assert len(walk.heard) > 200
    assert unknown(walk.heard, walk.dossier) == {}
