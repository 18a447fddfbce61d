"""The launcher: `streamlit run app.py`. It puts the headers, the language and health around wizard/ui/main.py."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

from wizard import own_data, procedures
from wizard.letter_maker import letter_maker
from wizard.provider import profiles
from wizard.ui import rescue, web
from wizard.ui.warm import warm
from wizard.ui.whole import finish_answers

# Not beside pages/: Streamlit runs the files of a pages/ folder next to its main script without that script.
MAIN = Path(__file__).resolve().parent / "wizard" / "ui" / "main.py"


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Name what is broken, and warm what the first visitor would otherwise wait for."""
    for error in own_data.once(own_data.broken(), procedures.broken(), profiles.broken()):
        logging.getLogger("klachtwijzer").error("overgeslagen: %s", error)
    for prepare in (warm, web.prepare):
        Thread(target=prepare, daemon=True).start()
    finish_answers()
    maker = letter_maker()
    async with web.forgetting():
        yield
    maker.close()


app = st.App(
    MAIN,
    routes=web.routes(),
    lifespan=lifespan,
    middleware=[Middleware(web.Gate), Middleware(web.small_files)],
    on_script_error=rescue.apologise,
)
