"""A step in the browser, from the click to the frame with the answer, beside Flask and a Streamlit form.

Each step goes from one screen to another and back again; the time is read in the page itself, at the first frame in
which the new heading stands. Flask: a minimal wizard that posts a form. Streamlit form: `st.form` and `st.switch_page`
with the default settings. Ours: the real screens, to the next one and back.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from tests.bench.browser import chromium
from tests.bench.figures import Figure, ratio
from tests.bench.servers import bare, free_port, served, started
from wizard.texts import words

HERE = Path(__file__).parent
ROUNDS = 24
PATIENCE = 25
STAGES = ("ingediend", "begin")  # between these, the words of a button change
# What is looked at in each frame: the heading, or the words of the one button that changes with an answer.
WATCH = """(() => {
  let last = "";
  const look = () => {
    const seen = document.querySelector("h1")?.textContent + document.querySelector(".st-key-goal_steps")?.textContent;
    if (seen !== last) {
      last = seen;
      try { sessionStorage.seen = performance.timeOrigin + performance.now(); } catch (error) { /* about:blank */ }
    }
    requestAnimationFrame(look);
  };
  look();
})()"""
CLICK = """element => {
  sessionStorage.clicked = performance.timeOrigin + performance.now();
  element.click();
}"""
TOOK = "sessionStorage.seen - sessionStorage.clicked"


def figures() -> list[Figure]:
    """Ratios of medians, the four in turns."""
    flask = free_port()
    with (
        served("app.py") as (ours, _),
        started(["-m", "tests.bench.form_flask", str(flask)], flask, "/healthz") as (plain, _),
        bare(HERE / "form_streamlit.py") as (form, _),
        chromium() as browser,
        _ours(browser, ours) as step,
        _answerer(browser, ours) as answer,
        _walker(browser, f"{plain}/een", "#next", "#next") as flask_step,
        _walker(browser, form, ".st-key-next_een button", ".st-key-next_twee button") as form_step,
    ):
        rounds = [(step(), answer(), flask_step(), form_step()) for _ in range(ROUNDS)]
    steps, answers, flasks, forms = zip(*rounds, strict=True)
    return [
        Figure("step to another screen, beside a minimal Flask wizard", ratio(steps, flasks), 1.0),
        Figure("step to another screen, beside a Streamlit form and switch_page", ratio(steps, forms), 0.6),
        Figure("answer to a question, beside a step in the Flask wizard", ratio(answers, flasks), 1.0),
        Figure("step to another screen, ours", median(steps), unit="ms"),
    ]


@contextmanager
def _window(browser: Browser, address: str, ready: str) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL")
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(ready, timeout=60_000)
    page.wait_for_timeout(1_000)
    yield page
    context.close()


@contextmanager
def _walker(browser: Browser, address: str, there: str, back: str) -> Iterator[Callable[[], float]]:
    """Gives the mean of one step there and one step back, in ms."""
    with _window(browser, address, there) as page:
        yield lambda: (_took(page, page.locator(there)) + _took(page, page.locator(back))) / 2


@contextmanager
def _ours(browser: Browser, address: str) -> Iterator[Callable[[], float]]:
    """The same for our own screens, from the second one, where one box must be ticked to go on."""
    with _window(browser, address, ".st-key-goal_letter button") as page:
        page.locator(".st-key-goal_letter button").click()
        page.locator(".st-key-f_situation__hurry__geen label").first.click()
        page.wait_for_timeout(1_000)
        there, back = page.locator(".st-key-next button"), page.locator(".st-key-back button")
        yield lambda: (_took(page, there) + _took(page, back)) / 2


@contextmanager
def _answerer(browser: Browser, address: str) -> Iterator[Callable[[], float]]:
    """Gives the mean of two answers to a question that changes another part of the screen, in ms."""
    with _window(browser, address, "input:not([disabled])") as page:
        labels = page.locator(".st-key-f_situation__stage label")
        inputs = [labels.filter(has_text=words(f"choices.stage.{stage}")).locator("input") for stage in STAGES]
        yield lambda: sum(_took(page, box) for box in inputs) / 2


def _took(page: Page, button: Locator) -> float:
    """Click, and read when the screen had changed, in ms."""
    button.evaluate(CLICK)
    for _ in range(PATIENCE):
        page.wait_for_timeout(400)  # nobody looks in the meantime: that would slow down what is measured
        if (took := float(page.evaluate(TOOK))) > 0:
            return took
    raise TimeoutError("nothing changed after a click")
