"""What the first visitor after a start would otherwise wait for, done beside the start itself."""

import inspect
import logging

from wizard import checks, coach, law, texts, triage
from wizard.texts import words
from wizard.ui import dates, frame, hooks, parts, points, rescue, review, turn

READ = (checks, dates, frame, hooks, points, review, turn)  # by being named: what the screens import


def warm() -> None:
    """Read the data, the words and the pieces of a screen. Fails safe: what is cold is read when it is needed."""
    try:
        words("app.name")
        texts.languages()
        law.records()
        triage.referrals()
        parts.prepare()
        coach.remarks(words("app.tagline"))
        inspect.stack()  # Streamlit asks once who started it, and Python then looks for the file of every module
    except Exception as error:  # noqa: BLE001  a visit says what is wrong, and to whom it matters
        logging.getLogger("klachtwijzer").warning("niet voorbereid: %s", rescue.named(error))
