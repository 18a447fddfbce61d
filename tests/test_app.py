"""What the launcher says at its start."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

import pytest

import app as launcher
from wizard import procedures
from wizard.errors import InvalidData, Place


class _Closed:
    def close(self) -> None:
        """Nothing was opened."""


def test_a_broken_procedure_file_is_named_at_the_start(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    mistake = InvalidData("quasir.toml", [Place("steps.2.id", "dit veld ontbreekt. Vul het in")])
    monkeypatch.setattr(procedures, "broken", lambda: [mistake])
    monkeypatch.setattr(launcher, "letter_maker", _Closed)
    monkeypatch.setattr(launcher, "finish_answers", lambda: None)  # it changes Streamlit for the rest of this process
    monkeypatch.setattr(launcher.web, "prepare", lambda: None)

    async def start_and_stop() -> None:
        async with launcher.lifespan(launcher.app):
            pass

    # In a thread of its own: a browser test beside it may have a running loop in this one.
    with caplog.at_level(logging.ERROR, "klachtwijzer"), ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, start_and_stop()).result()
    assert "quasir.toml: steps.2.id: dit veld ontbreekt. Vul het in" in caplog.text
