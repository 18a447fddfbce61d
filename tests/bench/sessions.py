"""How many visits one process serves, what a visit weighs, and how letters and steps get on together."""

import asyncio
import random
import time
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from statistics import median

from tests.bench.client import Step, Visit, road
from tests.bench.dossiers import ordinary
from tests.bench.figures import Figure, p95, ratio
from tests.bench.letters import bare_letter, page, timed
from tests.bench.servers import bare, resident, served

THINK = 5.0  # seconds between two steps of one visit
LIMIT = 1.0  # seconds
POINTS = 6
LEVEL = 14.0  # seconds that a number of visits is held
MOST = 1_600
WEIGHED = 40
ACTIVE = 50
LETTERS = 4.0  # a second
PHASE = 6.0  # seconds with letters, and again without
TURNS = 5  # of which the middle one counts, so that other load in one of them does not


def figures() -> list[Figure]:
    """What one process holds; takes some minutes."""
    with served("app.py") as (address, pid):
        asyncio.run(_warm(address))
        weight = asyncio.run(_weight(address, pid))
    with served("app.py") as (address, _):
        ours = asyncio.run(capacity(address, 200))
    with bare() as (address, _):
        theirs = asyncio.run(capacity(address, 25))
    return [
        Figure("active sessions a process, ours", ours, remark="p95 of a step under 1 s, 5 s to think"),
        Figure("active sessions a process, Streamlit's default settings", theirs),
        Figure("active sessions a process, ours beside default settings", ours / theirs, 8, at_least=True),
        Figure(f"memory of a visit with {POINTS} points", weight, 0.5, "MiB"),
    ]


def together() -> list[Figure]:
    """Letters and steps at once."""
    with served("app.py") as (address, _):
        asyncio.run(_warm(address))
        return asyncio.run(_together(address))


async def _warm(address: str) -> None:
    """The first visitor of a server waits for its imports; nobody measured here is the first."""
    for _ in range(5):
        async with Visit(address) as visit:
            await visit.walk(POINTS)
            await visit.step(Step("next"))


async def capacity(address: str, start: int) -> int:
    """The largest number of visits found for which p95 of a step stays under a second: doubled, then bisected twice."""
    await _warm(address)
    best, level, failed = 0, start, 0
    while level <= MOST and not failed:
        best, failed, level = (level, 0, level * 2) if await _holds(address, level) else (best, level, level)
    while not best and failed > 1:
        failed //= 2
        best = failed if await _holds(address, failed) else 0
    for _ in range(2 if failed > best + 1 else 0):
        middle = (best + failed) // 2
        best, failed = (middle, failed) if await _holds(address, middle) else (best, middle)
    return max(best, 1)


async def _holds(address: str, visits: int) -> bool:
    times: list[float] = []
    try:
        async with _active(address, visits, times):
            await asyncio.sleep(THINK)
            times.clear()
            await asyncio.sleep(LEVEL)
    except (TimeoutError, OSError):
        return False
    expected = visits * LEVEL / (THINK + LIMIT)
    return len(times) > 0.8 * expected and p95(times) < LIMIT


@asynccontextmanager
async def _active(address: str, visits: int, times: list[float]) -> AsyncIterator[None]:
    """So many visits at work, come in over one think time; each step's seconds are added to `times`."""
    async with AsyncExitStack() as stack:
        stop = asyncio.Event()

        async def one(number: int) -> None:
            await _pause(stop, THINK * number / visits)
            while not stop.is_set():
                async with Visit(address) as visit:
                    await _go(visit, times, stop)

        tasks = [asyncio.create_task(one(number)) for number in range(visits)]
        stack.push_async_callback(_end, tasks, stop)
        await asyncio.sleep(THINK)
        yield


async def _go(visit: Visit, times: list[float], stop: asyncio.Event) -> None:
    for step in road(POINTS):
        await _pause(stop, random.uniform(0.5, 1.5) * THINK)  # noqa: S311 - no secret
        if stop.is_set():
            return
        times.append(await visit.step(step))


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


async def _end(tasks: Iterable[asyncio.Task[None]], stop: asyncio.Event) -> None:
    stop.set()
    done = await asyncio.gather(*tasks, return_exceptions=True)
    for error in done:
        if isinstance(error, Exception):
            raise error


async def _weight(address: str, pid: int) -> float:
    """What one more visit with a full dossier adds, in MiB."""
    before = resident(pid)
    async with AsyncExitStack() as stack:
        for _ in range(WEIGHED):
            await (await stack.enter_async_context(Visit(address))).walk(POINTS)
        return (resident(pid) - before) / WEIGHED


async def _together(address: str) -> list[Figure]:
    """Letters and steps at once, beside each of them alone, in turns."""
    without: list[float] = []
    during: list[float] = []
    times: list[float] = []
    clicks: list[float] = []
    print_bare = bare_letter()
    html = page(ordinary())
    alone = [await asyncio.to_thread(timed, print_bare, html) for _ in range(25)]
    async with AsyncExitStack() as stack:
        ready = [await _at_review(stack, address) for _ in range(int(TURNS * PHASE * LETTERS) + 10)]
        quiet = [await _click(ready.pop()) for _ in range(10)]
        async with _active(address, ACTIVE, times):
            for _ in range(TURNS):
                without.append(p95(await _during(times, lambda: asyncio.sleep(PHASE))))
                during.append(p95(await _during(times, lambda: _letters(ready, clicks))))
    return [
        Figure(
            "click to the bytes of a letter, nobody else there, beside WeasyPrint alone", median(quiet) / median(alone)
        ),
        Figure(
            "click to the bytes of a letter, 50 visits and 4 letters a second, beside WeasyPrint alone",
            median(clicks) / median(alone),
            1.3,
        ),
        Figure("p95 of a step while 4 letters a second are made, beside without", ratio(during, without), 1.5),
        Figure("p95 of a step while 4 letters a second are made", 1000 * median(during), unit="ms"),
    ]


async def _at_review(stack: AsyncExitStack, address: str) -> Visit:
    visit = await stack.enter_async_context(Visit(address))
    await visit.walk(2)
    return visit


async def _click(visit: Visit) -> float:
    """Press the button to the letter, and fetch it."""
    started = time.perf_counter()
    await visit.step(Step("next"))
    await asyncio.to_thread(_fetched, visit.address + visit.download)
    return time.perf_counter() - started


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        body: bytes = answer.read()
        return body


async def _during(times: list[float], work: Callable[[], Awaitable[None]]) -> list[float]:
    """The steps made while something goes on."""
    times.clear()
    await work()
    return list(times)


async def _letters(ready: list[Visit], clicks: list[float]) -> None:
    """Letters at a steady pace, whether or not the one before is done."""
    tasks = []
    for _ in range(int(PHASE * LETTERS)):
        tasks.append(asyncio.create_task(_click(ready.pop())))
        await asyncio.sleep(1 / LETTERS)
    clicks += await asyncio.gather(*tasks)
