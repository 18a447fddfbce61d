"""The coach: how right its remarks are on the labelled cases, and what a look-over costs beside the letter's PDF."""

from collections.abc import Iterator
from itertools import islice

from tests.bench.dossiers import with_words
from tests.bench.figures import Figure, ratio
from tests.bench.letters import page, timed
from tests.coach_cases import Score, cases, scores
from wizard.coach import remarks
from wizard.pdf import pdf

PRECISION, RECALL = 0.9, 0.75
ROUNDS = 9


def figures() -> list[Figure]:
    """Precision and recall of each kind on all cases, then time."""
    return [figure for score in scores(cases()) for figure in _right(score)] + [_time()]


def _right(score: Score) -> Iterator[Figure]:
    found = f"{score.right} right, {score.wrong} wrong, {score.missed} missed"
    yield Figure(f"coach, {score.kind}: precision", score.precision, PRECISION, at_least=True, remark=found)
    yield Figure(f"coach, {score.kind}: recall", score.recall, RECALL, at_least=True)


def _time() -> Figure:
    """All remarks on a complaint of 2,000 words, as varied as the cases, beside drawing the letter with those words."""
    words = list(islice((word for case in cases() for word in case.text.split()), 2_000))
    points = [{"what_happened": " ".join(words[at : at + 250])} for at in range(0, len(words), 250)]
    html, text = page(with_words(2_000).with_answer("points", points)), " ".join(words)
    remarks(text), pdf(html)
    pairs = [(timed(remarks, text), timed(pdf, html)) for _ in range(ROUNDS)]
    value = ratio([ours for ours, _ in pairs], [theirs for _, theirs in pairs])
    return Figure("coach, a look-over of 2,000 words beside their PDF", value, 0.1)
