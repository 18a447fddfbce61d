"""Forgetting visits that ended. Streamlit keeps them a while, so that a phone can come back (`disconnectedSessionTTL`).

After that it forgets a visit only when another one ends: on a quiet server the last answers would stay in memory, with
the letters and files that go with them, for as long as nobody comes. Here they are let go of in time.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from streamlit import config, runtime

TIMES = 10  # how often to look in the time that a visit is kept


@asynccontextmanager
async def forgetting() -> AsyncIterator[None]:
    """As long as this is open, visits that ended are forgotten in time."""
    task = asyncio.create_task(_forget_always())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _forget_always() -> None:
    pause = config.get_option("server.disconnectedSessionTTL") / TIMES
    while True:
        await asyncio.sleep(pause)
        if runtime.exists():
            here = runtime.get_instance()
            forget(here._session_mgr)
            here.media_file_mgr.remove_orphaned_files()  # a letter goes the second time that nobody has it any more


def forget(visits: Any) -> int:
    """Let go of the visits that ended too long ago; how many those were. Fails safe: then Streamlit does it, later."""
    try:
        lock, expire = visits._storage_lock, visits._session_storage._cache.expire
    except AttributeError:
        return 0
    with lock:
        gone = [visit.session for _, visit in expire()]
    for session in gone:
        _empty(session)
    if gone:
        gc.collect()  # what was in them refers to itself, so that it stays until somebody looks
    return len(gone)


def _empty(session: Any) -> None:
    """Streamlit's loop remembers the last visit that it served until the next one comes, so it must hold nothing."""
    session.shutdown()
    for name in [name for name in vars(session) if name != "_state"]:  # that says that it was shut down
        delattr(session, name)
