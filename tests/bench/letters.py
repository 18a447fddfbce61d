"""The letter: from dossier to bytes through the pool, beside WeasyPrint's own time for the same page, and the worst."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise

from tests.bench import office
from tests.bench.dossiers import ordinary, shapes, with_words
from tests.bench.figures import Figure, ratio
from tests.bench.servers import peak, resident
from wizard import documents, procedures
from wizard.dossier import Dossier
from wizard.letter_maker import LetterMaker, letter_maker
from wizard.pdf import pdf

FONTS = documents.TEMPLATES / "fonts"
DAY = date(2026, 7, 1)
ROUNDS = 15
WARMING = 3.0  # seconds that a pool gets before its first letter
WORDS = (250, 2_000, 4_000)


def figures() -> list[Figure]:
    """All figures of the letter maker."""
    with pool() as maker:
        found = [
            _beside_weasyprint(maker),
            *office.figures(lambda: made(maker, ordinary()), page(ordinary()), ROUNDS),
            _linear(maker),
        ]
    return [*found, _first(), _same(), *_worst(), _memory()]


@contextmanager
def pool(size: int = 2) -> Iterator[LetterMaker]:
    """A pool that is warm."""
    maker = LetterMaker(size)
    try:
        for _ in range(size * 2):
            made(maker, ordinary())
        yield maker
    finally:
        maker.close()


def page(dossier: Dossier) -> str:
    """The letter of a dossier as a page of HTML."""
    return documents.html(documents.letter(dossier, procedures.procedure(dossier.procedure), DAY))


def made(maker: LetterMaker, dossier: Dossier) -> bytes:
    """From dossier to bytes, as the app does it."""
    return maker.pdf(page(dossier))


def timed(work: Callable[..., object], *given: object) -> float:
    """The seconds that something takes."""
    started = time.perf_counter()
    work(*given)
    return time.perf_counter() - started


def bare_letter() -> Callable[[str], object]:
    """WeasyPrint as its documentation advises it, warm: fonts and style sheet read once."""
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    rules = (documents.TEMPLATES / "print.css").read_text("utf-8").replace("asset:", f"{FONTS.as_uri()}/")
    style = CSS(string=rules, font_config=fonts)
    return lambda html: HTML(string=html).write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")


def _beside_weasyprint(maker: LetterMaker) -> Figure:
    bare, html = bare_letter(), page(ordinary())
    bare(html)
    pairs = [(timed(made, maker, ordinary()), timed(bare, html)) for _ in range(2 * ROUNDS)]
    value = ratio([ours for ours, _ in pairs], [theirs for _, theirs in pairs])
    return Figure("letter, dossier to bytes, beside WeasyPrint alone", value, 1.10)


def _linear(maker: LetterMaker) -> Figure:
    """What a word more costs in a long letter, beside a short one. The best of the rounds: the rest is other load."""
    dossiers = [with_words(number) for number in WORDS]
    rounds = [[timed(made, maker, dossier) for dossier in dossiers] for _ in range(9)]
    times = [min(column) for column in zip(*rounds, strict=True)]
    short, long = (
        (later - sooner) / (more - fewer)
        for (sooner, later), (fewer, more) in zip(pairwise(times), pairwise(WORDS), strict=True)
    )
    return Figure("letter, time for a word more: from 2,000 to 4,000 beside from 250 to 2,000", long / short, 1.25)


def _first() -> Figure:
    """In processes of their own, so that nothing at all is warm but what the launcher warms."""
    command = [sys.executable, "-m", "tests.bench.letters"]
    values = [float(subprocess.check_output(command, cwd=documents.TEMPLATES.parent)) for _ in range(5)]
    return Figure("letter, the first one after start beside a warm one", statistics.median(values), 1.30)


def first() -> float:
    """The time of the first letter of this process beside that of the next ones."""
    maker = letter_maker()
    time.sleep(WARMING)
    cold = timed(made, maker, ordinary())
    return cold / statistics.median([timed(made, maker, ordinary()) for _ in range(9)])


def _same() -> Figure:
    results = {pdf(page(ordinary()))}
    for _ in range(2):
        with pool() as maker:
            results |= {made(maker, ordinary()) for _ in range(4)}
    return Figure("letter, different results for the same dossier", len(results), 1)


def _worst() -> Iterator[Figure]:
    """The letters that ask the most, each by a child of its own that was warm."""
    seconds: dict[str, float] = {}
    memory: dict[str, float] = {}
    for name, dossier in shapes().items():
        with pool(size=1) as maker:
            seconds[name] = timed(made, maker, dossier)
            memory[name] = peak(_child(maker)) * 1.048576
    slowest, largest = max(seconds, key=seconds.__getitem__), max(memory, key=memory.__getitem__)
    yield Figure("letter, the slowest inside the caps", seconds[slowest], 3, "s", remark=slowest)
    yield Figure("letter, the most memory inside the caps", memory[largest], 300, "MB", remark=largest)


def _memory() -> Figure:
    with pool(size=1) as maker:
        held = []
        for letters in (100, 500):
            for number in range(letters):
                made(maker, with_words(150 + number % 100))
            held.append(resident(_child(maker)))
    return Figure("letter, memory of a child after 600 letters beside after 100", held[1] / held[0], 1.05)


def _child(maker: LetterMaker) -> int:
    (child,) = maker._all
    return child.process.pid


if __name__ == "__main__":
    print(first())
