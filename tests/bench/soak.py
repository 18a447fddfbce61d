"""`make soak MINUTES=60`: visits come and go, steps and letters are made, and memory stays what it is."""

import asyncio
import random
import sys
import time
from statistics import mean

from tests.bench.client import Step, Visit, road
from tests.bench.servers import children, resident, served

VISITS = 12  # at a time
THINK = 1.0  # seconds: busier than people are, so that an hour counts for many
FLAT = 1.05


async def soak(address: str, pid: int, minutes: float) -> list[float]:
    """The memory of server and children together, once a minute, printed as it is read."""
    ends = time.monotonic() + minutes * 60
    counts = {"visits": 0, "steps": 0, "letters": 0}
    tasks = [asyncio.create_task(_come_and_go(address, ends, counts)) for _ in range(VISITS)]
    held: list[float] = []
    while time.monotonic() < ends:
        await asyncio.sleep(min(60, max(0, ends - time.monotonic())))
        server, makers = resident(pid), [resident(child) for child in children(pid)]
        held.append(server + sum(makers))
        print(f"{len(held):4} min  server {server:6.1f} MiB  children {sum(makers):6.1f} MiB  {counts}", flush=True)
    await asyncio.gather(*tasks)
    return held


async def _come_and_go(address: str, ends: float, counts: dict[str, int]) -> None:
    while time.monotonic() < ends:
        async with Visit(address) as visit:
            counts["visits"] += 1
            for step in (*road(random.randint(1, 6)), Step("next")):  # noqa: S311 - no secret
                await asyncio.sleep(random.uniform(0, 2) * THINK)  # noqa: S311 - no secret
                await visit.step(step)
                counts["steps"] += 1
            counts["letters"] += bool(visit.download)


def growth(held: list[float]) -> float:
    """The last third beside the second one."""
    third = len(held) // 3
    return mean(held[-third:]) / mean(held[third : 2 * third]) if third else 1.0


def main(minutes: float) -> int:
    """Run, and say whether memory is flat."""
    with served("app.py") as (address, pid):
        held = asyncio.run(soak(address, pid, minutes))
    grown = growth(held)
    print(
        f"last third beside second third: {grown:.3f} (goal: at most {FLAT}); {'flat' if grown <= FLAT else 'NOT flat'}"
    )
    return 0 if grown <= FLAT else 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
