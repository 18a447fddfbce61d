"""The server itself, without a browser: what it sends at once, what it loads, and what it refuses."""

import asyncio
import re
import shutil
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from tests.bench import servers
from tests.bench.client import Step, Visit, road
from wizard.ui import web

TOO_BIG = 1009  # RFC 6455, section 7.4.1


class Served(NamedTuple):
    """A server that runs: where, which process, and what it writes."""

    address: str
    pid: int
    log: Path


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    log = tmp_path_factory.mktemp("server") / "log"
    with servers.served(log=log) as (address, pid):
        yield Served(address, pid, log)


def finished(visits: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """What the visits found, in a thread of their own: a browser test beside it may have a running loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, visits()).result(120)


@pytest.mark.parametrize("megabytes", [3, 25, 60])
def test_a_message_that_is_too_large_is_refused_and_nobody_else_notices(served: Served, megabytes: int) -> None:
    async def attack() -> int:
        async with Visit(served.address) as other, Visit(served.address) as attacker:
            for step in list(road(1))[:3]:
                await other.step(step)
            message = BackMsg()
            message.rerun_script.widget_states.widgets.append(
                WidgetState(id="f_situation__stage", string_value="a" * megabytes * 1_000_000)
            )
            with suppress(ConnectionClosed):  # as soon as the server has seen enough, or when all of it was sent
                await attacker.socket.send(message.SerializeToString())
                async for _ in attacker.socket:
                    pass
            await other.step(Step("next"))
            await other.step(Step("back"))
            return attacker.socket.close_code or 0

    assert finished(attack) == TOO_BIG
    if megabytes < 20:  # a larger one is refused by its first bytes already
        assert "exceeds the limit" in served.log.read_text()
    assert "Traceback" not in served.log.read_text()


@contextmanager
def served_with(folder: Path, broken: str) -> Iterator[Served]:
    """A server of a copy of ours in which one data file is no TOML."""
    for name in ("wizard", "pages", "templates", ".streamlit"):
        shutil.copytree(servers.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(servers.ROOT / "app.py", folder)
    (folder / "wizard" / "data" / broken).write_text("[[", "utf-8")
    with servers.served(cwd=folder, log=folder / "log") as (address, pid):
        yield Served(address, pid, folder / "log")


@pytest.mark.parametrize("broken", ["law.toml", "procedures/wkkgz.toml", "referrals.toml", "locale/tr.toml"])
def test_with_a_broken_file_the_answers_can_be_taken_home_and_the_log_names_the_file(
    broken: str, tmp_path: Path
) -> None:
    async def visit() -> int:
        async with Visit(served.address) as somebody:
            return int(somebody.sees("rescue"))

    with served_with(tmp_path, broken) as served:
        apologised = finished(visit)
        log = served.log.read_text("utf-8")
    assert apologised == (broken != "locale/tr.toml")
    assert f"overgeslagen: {Path(broken).name}: " in log
    told = [line for line in log.splitlines() if re.search(r"^InvalidData \(.*\) at ", line)]
    assert [line.startswith(f"InvalidData ({Path(broken).name}: ") for line in told] == [True] * apologised
    assert "Traceback" not in log


def test_a_visit_does_not_load_what_draws_tables(served: Served) -> None:
    async def visit() -> int:
        async with Visit(served.address) as somebody:
            await somebody.walk(points=1)
        return 0

    finished(visit)
    files = Path(f"/proc/{served.pid}/maps")
    loaded = files.read_text() if files.exists() else ""  # only Linux tells
    assert [name for name in ("pandas", "numpy", "pyarrow") if name in loaded] == []


class Listening:
    """A server with our gate before it, on a socket like Streamlit's. `held` says what of each connection it delays."""

    def __init__(self) -> None:
        self.held: list[int] = []
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.socket.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.socket.getsockname()[1]}"
        self.server = uvicorn.Server(uvicorn.Config(web.Gate(self.answer), log_level="error", lifespan="off"))

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = receive.__self__.transport.get_extra_info("socket")  # type: ignore[attr-defined]
        self.held.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        if scope["type"] == "http":
            await PlainTextResponse("hier")(scope, receive, send)
        else:
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.close"})


def test_every_connection_sends_at_once() -> None:
    listening = Listening()
    thread = threading.Thread(target=listening.server.run, kwargs={"sockets": [listening.socket]})
    thread.start()
    try:
        servers.await_health(f"http://{listening.address}", "/healthz")
        urlopen(f"http://{listening.address}/", timeout=10).close()
        with connect(f"ws://{listening.address}/_stcore/stream") as stream, pytest.raises(ConnectionClosed):
            stream.recv()
    finally:
        listening.server.should_exit = True
        thread.join(20)
    assert len(listening.held) == 3
    assert all(listening.held)


@pytest.mark.parametrize("origin", ["https://elders.example", "http://localhost:1", "null", "http://[", ""])
def test_a_page_of_another_site_is_refused_before_streamlit_hears_of_it(origin: str) -> None:
    listening = Listening()
    thread = threading.Thread(target=listening.server.run, kwargs={"sockets": [listening.socket]})
    thread.start()
    try:
        servers.await_health(f"http://{listening.address}", "/healthz")
        asked = len(listening.held)
        with pytest.raises(InvalidStatus, match="403"):
            connect(f"ws://{listening.address}/_stcore/stream", additional_headers={"Origin": origin})
        assert len(listening.held) == asked
        with connect(
            f"ws://{listening.address}/_stcore/stream", additional_headers={"Origin": f"http://{listening.address}"}
        ):
            assert len(listening.held) == asked + 1
    finally:
        listening.server.should_exit = True
        thread.join(20)
