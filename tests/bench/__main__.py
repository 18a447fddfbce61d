"""`make bench`: measure, print the table, and write docs/bench.md. With names of parts: only those."""

import os
import re
import sys
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

from tests.bench import coach, letters, load, sessions, steps
from tests.bench.figures import Figure, table
from tests.bench.servers import ROOT

PARTS: dict[str, tuple[str, Callable[[], list[Figure]]]] = {
    "load": ("First visit, beside the same screens on bare Streamlit", load.figures),
    "letters": ("The letter, in a pool of two children", letters.figures),
    "coach": ("The coach: how right its remarks are, and what they cost", coach.figures),
    "steps": ("A step in the browser", steps.figures),
    "together": ("Letters and steps at once", sessions.together),
    "sessions": ("Many visits at once", sessions.figures),
}
DOCUMENT = ROOT / "docs" / "bench.md"
PACKAGES = ("streamlit", "weasyprint", "playwright", "flask")
INTRODUCTION = """# What it costs

`make bench` writes this file and `make soak MINUTES=60` measures memory over time; neither is part of `make test`.
Figures are ratios of medians, measured in turns in one run, because times say more about a machine than
about a program. What is measured, and beside what, stands at the top of each module in `tests/bench/`. Load goes to
loopback only. The load average is that of the end of a part, with the measuring itself in it.
"""
END = "<!-- what people wrote: everything below stays when this file is written again -->"


def main(names: list[str]) -> int:
    """Measure these parts, or all; 1 when a goal was missed."""
    if unknown := [name for name in names if name not in PARTS]:
        sys.exit(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    found: list[Figure] = []
    for name in names or PARTS:
        measured = PARTS[name][1]()
        found += measured
        print(table(measured), flush=True)
        _write(name, measured)
    return int(any(figure.reached is False for figure in found))


def _write(name: str, figures: list[Figure]) -> None:
    """Put one part in the document, and leave the other parts as they are."""
    before = DOCUMENT.read_text("utf-8") if DOCUMENT.exists() else ""
    sections = dict(
        re.findall(r"^## (.+?)\n\n(.*?)(?=^## |^<!--|\Z)", before.partition(END)[0], re.DOTALL | re.MULTILINE)
    )
    sections[PARTS[name][0]] = f"{_circumstances()}\n\n{table(figures)}\n\n"
    ordered = [f"## {title}\n\n{sections[title]}" for title, _ in PARTS.values() if title in sections]
    DOCUMENT.parent.mkdir(exist_ok=True)
    notes = before.partition(END)[2] or "\n"
    DOCUMENT.write_text(f"{INTRODUCTION}\n{''.join(ordered)}{END}{notes}", "utf-8")


def _circumstances() -> str:
    """When, on what size of machine, how busy it was, and with what."""
    day = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{day}; {os.cpu_count()} cores, {memory:.0f} GiB; load average {busy}; Python {python}, {packages}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
