"""An answer is written down whole, also when a newer one comes in meanwhile."""

import tomllib
from pathlib import Path

import pytest
from streamlit.runtime.state import SafeSessionState, SessionState

from wizard.ui.whole import finish_answers

SETTINGS = tomllib.loads((Path(__file__).parents[1] / ".streamlit" / "config.toml").read_text("utf-8"))


class NewerAnswer(Exception):
    """What Streamlit raises in a run that must make room."""


def interrupted() -> SafeSessionState:
    """What a run remembers while a newer answer waits."""

    def make_room() -> None:
        raise NewerAnswer

    return SafeSessionState(SessionState(), make_room)


@pytest.fixture
def finishing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SafeSessionState, "__init__", SafeSessionState.__init__)
    finish_answers()


def test_streamlit_would_cut_off_a_callback() -> None:
    with pytest.raises(NewerAnswer):
        interrupted()["dossier"] = "het antwoord"


def test_a_callback_goes_on_while_a_newer_answer_waits(finishing: None) -> None:
    remembered = interrupted()
    remembered["dossier"] = "het antwoord"
    assert remembered["dossier"] == "het antwoord"
    del remembered["dossier"]
    assert "dossier" not in remembered


def test_two_runs_never_write_in_one_visit_at_once() -> None:
    assert SETTINGS["runner"]["fastReruns"] is False
