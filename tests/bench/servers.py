"""Servers to measure: ours, the same screens on bare Streamlit with its default settings, and any other program."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "wizard" / "ui" / "main.py"


@contextmanager
def served(
    script: str | Path = "app.py",
    health: str = "/_stcore/health",
    cwd: Path = ROOT,
    host: str = "127.0.0.1",
    port: int | None = None,
    log: Path | None = None,
    **env: str,
) -> Iterator[tuple[str, int]]:
    """A Streamlit server of a script: its address and process id. `log`: where it writes what it says."""
    port = port or free_port()
    run = ["-m", "streamlit", "run", str(script), "--server.headless", "true", "--server.port", str(port)]
    with started(run, port, health, cwd, host, log, **env) as at:
        yield at


@contextmanager
def bare(script: Path = MAIN) -> Iterator[tuple[str, int]]:
    """The same screens as Streamlit runs them by default: no launcher of ours, no settings of ours."""
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        served(script, cwd=Path(elsewhere), STREAMLIT_BROWSER_GATHER_USAGE_STATS="false") as at,
    ):
        yield at


@contextmanager
def started(
    arguments: list[str],
    port: int,
    health: str,
    cwd: Path = ROOT,
    host: str = "127.0.0.1",
    log: Path | None = None,
    **env: str,
) -> Iterator[tuple[str, int]]:
    """A Python program that serves on this port of loopback: its address and process id."""
    with log.open("wb") if log else nullcontext(subprocess.DEVNULL) as to:
        process = subprocess.Popen([sys.executable, *arguments], cwd=cwd, stdout=to, stderr=to, env=os.environ | env)
        try:
            yield await_health(f"http://{host}:{port}", health), process.pid
        finally:
            process.terminate()
            process.wait(20)


def await_health(address: str, path: str) -> str:
    """Wait until the server answers, and give its address back."""
    for _ in range(200):
        try:
            urllib.request.urlopen(address + path, timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return address
    raise TimeoutError(address)


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def resident(pid: int) -> float:
    """The memory that a process holds, in MiB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def peak(pid: int) -> float:
    """The most memory that a process ever held, in MiB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def children(pid: int) -> list[int]:
    """The processes that a process started (Linux)."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in found for child in file.read_text("ascii").split()]
