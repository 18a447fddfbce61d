"""What somebody sees when something of ours breaks: a calm page and a way back, and nothing typed in the log."""

import logging
import traceback
from contextlib import suppress
from pathlib import Path

import streamlit as st

from wizard import dossier_file
from wizard.errors import InvalidData, KlachtwijzerError
from wizard.texts import words
from wizard.ui import keeping, parts, session

ROOT = Path(__file__).resolve().parents[2]

log = logging.getLogger("klachtwijzer")
# Streamlit writes the message of an error to the log as well, and that may quote what somebody typed.
logging.getLogger("streamlit.error_util").disabled = True


def apologise(error: Exception) -> bool:
    """Show the page, and log only what went wrong and where. True: Streamlit need not show anything itself."""
    log.error("%s at %s", named(error), _place(error))
    st.html("<style>.st-key-page { display: none; }</style>")  # a page that broke off halfway makes room
    parts.show("title", slug="fout", title=words("errors.page_title"), intro=words("errors.page"))
    parts.say("errors.file")
    st.download_button(
        words("keeping.download"), _answers(), keeping.PLAIN, "application/json", key="rescue", on_click="ignore"
    )
    st.button(words("errors.again"), key="again")
    st.button(words("nav.start"), key="to_start", on_click=session.go, args=("start",))
    return True


def named(error: Exception) -> str:
    """What went wrong, for the log: the kind alone, but of a file of ours also where in it, as it holds no answers."""
    return f"{type(error).__name__} ({error})" if isinstance(error, InvalidData) else type(error).__name__


def _answers() -> bytes:
    """The answers as a file, also where the law that dates it is what broke."""
    dossier = session.dossier()
    with suppress(KlachtwijzerError):  # it opens as well without that day
        dossier = dossier_file.stamped(dossier)
    return dossier_file.saved(dossier).encode()


def _place(error: Exception) -> str:
    """Where in our own code it went wrong, and where outside of it if that is where it ended."""
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [frame for frame in frames if ROOT in frame[0].parents and "site-packages" not in frame[0].parts]
    return " in ".join(f"{file.name}:{line}" for file, line in dict.fromkeys(frames[-1:] + ours[-1:])) or "?"
