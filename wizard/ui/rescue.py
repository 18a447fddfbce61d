"""What somebody sees when something of ours breaks: a calm page and a way back, and nothing typed in the log."""

import logging
import traceback
from pathlib import Path

import streamlit as st

from wizard import dossier_file
from wizard.texts import words
from wizard.ui import keeping, parts, session

log = logging.getLogger("klachtwijzer")
# Streamlit writes the message of an error to the log as well, and that may quote what somebody typed.
logging.getLogger("streamlit.error_util").disabled = True


def apologise(error: Exception) -> bool:
    """Show the page, and log only what went wrong and where. True: Streamlit need not show anything itself."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    log.error("%s at %s", type(error).__name__, place)
    parts.show("title", slug="fout", title=words("errors.page_title"), intro=words("errors.page"))
    parts.say("errors.file")
    data = dossier_file.saved(dossier_file.stamped(session.dossier())).encode()
    st.download_button(
        words("keeping.download"), data, keeping.PLAIN, "application/json", key="rescue", on_click="ignore"
    )
    st.button(words("errors.again"), key="again")
    st.button(words("nav.start"), key="to_start", on_click=session.go, args=("start",))
    return True
