"""What the launcher says at its start."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

import pytest

import app as launcher
from wizard import bodies, feestdagen, law, procedures, texts, triage
from wizard.afterwards import actions
from wizard.coach import rules
from wizard.dossier import Dossier
from wizard.errors import InvalidData, Place
from wizard.provider import profiles
from wizard.ui import rescue, session
from wizard.ui.warm import warm


class _Closed:
    def close(self) -> None:
        """Nothing was opened."""


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """Start the launcher and stop it again: what it logged."""
    monkeypatch.setattr(launcher, "letter_maker", _Closed)
    monkeypatch.setattr(launcher, "finish_answers", lambda: None)  # it changes Streamlit for the rest of this process
    monkeypatch.setattr(launcher.web, "prepare", lambda: None)
    monkeypatch.setattr(launcher, "warm", lambda: None)

    async def start_and_stop() -> None:
        async with launcher.lifespan(launcher.app):
            pass

    def logged() -> str:
        # In a thread of its own: a browser test beside it may have a running loop in this one.
        with caplog.at_level(logging.ERROR, "klachtwijzer"), ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, start_and_stop()).result()
        return caplog.text

    return logged


def broken(file: str) -> InvalidData:
    return InvalidData(file, [Place("steps.2.id", "dit veld ontbreekt. Vul het in")])


@pytest.mark.parametrize("module", [procedures, profiles, texts, rules], ids=lambda module: str(module.__name__))
def test_a_broken_file_of_many_is_named_at_the_start(
    module: ModuleType, log: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "broken", lambda: [broken("kapot.toml"), broken("kapot.toml")])
    assert log().count("kapot.toml: steps.2.id: dit veld ontbreekt. Vul het in") == 1


READERS = [
    (law, "sources"),
    (law, "records"),
    (law, "complete"),
    (feestdagen, "decrees"),
    (triage, "referrals"),
    (bodies, "bodies"),
    (actions, "entries"),
    (texts, "all_words"),
]


@pytest.mark.parametrize(("module", "reader"), READERS, ids=[reader for _, reader in READERS])
def test_a_file_that_cannot_be_read_is_named_at_the_start(
    module: ModuleType, reader: str, log: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read() -> None:
        raise broken("kapot.toml")

    monkeypatch.setattr(module, reader, read)
    assert "kapot.toml: steps.2.id: dit veld ontbreekt. Vul het in" in log()


def test_nothing_is_named_where_all_is_right(log: Callable[[], str]) -> None:
    assert log() == ""


def test_the_log_says_where_a_file_of_ours_is_wrong_and_never_what_somebody_typed() -> None:
    assert rescue.named(broken("law.toml")) == "InvalidData (law.toml: steps.2.id: dit veld ontbreekt. Vul het in)"
    assert rescue.named(ValueError("Mijn moeder viel.")) == "ValueError"


def test_warming_names_the_file_that_it_stops_at(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def read() -> None:
        raise broken("law.toml")

    monkeypatch.setattr(law, "records", read)
    warm()
    assert "niet voorbereid: InvalidData (law.toml: steps.2.id: " in caplog.text


def test_who_kept_answers_for_a_procedure_whose_file_broke_goes_on_with_the_steps_of_the_act(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: str) -> None:
        raise InvalidData("quasir.toml", [Place("", "dit is geen TOML")])

    monkeypatch.setattr(session, "profile", lambda: None)
    monkeypatch.setattr(session, "dossier", lambda: Dossier(procedure="quasir"))
    monkeypatch.setattr(session.profiles, "procedure", broken)
    assert session.procedure().id == procedures.STATUTORY
