"""The first visit, cold: bytes, first words, and the first usable field, beside the same screens on bare Streamlit.

Bare: `streamlit run` of the same script with the default settings, without our launcher.
"""

import time
from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.bench.browser import chromium
from tests.bench.figures import Figure, ratio
from tests.bench.servers import bare, served

SLOW, FAST = "1.6 Mbit/s, 150 ms", "20 Mbit/s, 20 ms"
NETWORKS = {SLOW: (1_600_000, 150, 3), FAST: (20_000_000, 20, 9)}  # bits a second, latency in ms, rounds
GOALS = {(SLOW, "size"): 0.30, (SLOW, "words"): 0.10, (SLOW, "usable"): 0.35, (FAST, "usable"): 0.67}
NAMES = {"size": "bytes", "words": "first words", "usable": "usable field"}
WORDS = "document.body && document.body.innerText.trim().length > 20"
USABLE = "input:not([disabled])"


@dataclass(frozen=True)
class Visit:
    """One first visit: bytes over the wire, seconds to the first words and to a usable field."""

    size: int
    words: float
    usable: float


def figures() -> list[Figure]:
    """Ratios of ours to bare Streamlit, medians of interleaved rounds."""
    found: list[Figure] = []
    with served("app.py") as (ours, _), bare() as (plain, _), chromium() as browser:
        for address in (ours, plain):
            visit(browser, address, 1_000_000_000, 0)  # the first visitor of a server waits for its imports
        for network, (bits, latency, rounds) in NETWORKS.items():
            pairs = [(visit(browser, ours, bits, latency), visit(browser, plain, bits, latency)) for _ in range(rounds)]
            for what, name in NAMES.items():
                value = ratio([getattr(a, what) for a, _ in pairs], [getattr(b, what) for _, b in pairs])
                found.append(Figure(f"first visit at {network}: {name}", value, GOALS.get((network, what))))
    return found


def visit(browser: Browser, address: str, bits: int, latency: int) -> Visit:
    """Open the start page with an empty cache on a network of so many bits a second and ms of latency."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    network = {"latency": latency, "downloadThroughput": bits / 8, "uploadThroughput": bits / 8}
    wire.send("Network.emulateNetworkConditions", {"offline": False, **network})
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(WORDS, timeout=120_000)
    words = time.perf_counter() - started
    page.wait_for_selector(USABLE, state="attached", timeout=120_000)
    usable = time.perf_counter() - started
    page.wait_for_load_state("networkidle")
    context.close()
    return Visit(sum(sizes), words, usable)
