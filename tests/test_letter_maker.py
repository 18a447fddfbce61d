"""The pool of children that print letters: the same bytes, and nobody else notices when a job goes wrong."""

import os
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from wizard import pdf as pdf_module
from wizard.errors import LetterFailed, LetterMakerUnavailable
from wizard.letter_maker import LetterMaker
from wizard.pdf import pdf

PAGE = "<!doctype html><html lang='nl'><title>Klacht</title><h1>Klacht</h1><p>Een zin.</p>"
ENDLESS = f"<!doctype html><html lang='nl'><title>Klacht</title><p>{'a' * 400_000}</p>"


@pytest.fixture
def maker() -> Iterator[LetterMaker]:
    made = LetterMaker(size=2)
    yield made
    made.close()


def test_a_child_prints_the_same_bytes_as_we_would(maker: LetterMaker) -> None:
    assert maker.pdf(PAGE) == pdf(PAGE)


def test_a_job_that_takes_too_long_is_killed_and_the_next_one_is_printed(maker: LetterMaker) -> None:
    maker.pdf(PAGE)
    maker.seconds = 0.5
    with pytest.raises(LetterFailed, match="duurde te lang"):
        maker.pdf(ENDLESS)
    maker.seconds = 20
    assert maker.pdf(PAGE).startswith(b"%PDF")


def test_jobs_that_go_wrong_do_not_touch_those_beside_them(maker: LetterMaker) -> None:
    def letter(number: int) -> bool:
        return maker.pdf(PAGE.replace("Een zin", f"Zin {number}")).startswith(b"%PDF")

    maker.pdf(PAGE)
    with ThreadPoolExecutor(4) as threads:
        letters = [threads.submit(letter, number) for number in range(8)]
        killed = next(iter(maker._all))
        os.kill(killed.process.pid, signal.SIGKILL)
        results = [future.exception() or future.result() for future in letters]
    failed = [result for result in results if isinstance(result, LetterFailed)]
    assert len(failed) <= 1
    assert results.count(True) >= 7
    assert maker.pdf(PAGE).startswith(b"%PDF")


def test_a_full_disk_is_said_and_the_next_letter_tries_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(**_: object) -> str:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(tempfile, "mkdtemp", full)
        maker = LetterMaker(size=1)
        with pytest.raises(LetterFailed, match="geen plaats"):
            maker.pdf(PAGE)
    assert "No space left on device" in caplog.text
    assert maker.pdf(PAGE).startswith(b"%PDF")
    maker.close()


def test_without_fonts_there_is_a_message_and_no_letter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf_module, "FONTS", tmp_path)
    with pytest.raises(LetterMakerUnavailable, match="lettertypen"):
        pdf_module._maker.__wrapped__()(PAGE)


def test_a_letter_while_the_pool_is_closed_is_refused_or_made(maker: LetterMaker) -> None:
    maker.close()
    assert maker.pdf(PAGE).startswith(b"%PDF")


def test_a_child_has_a_folder_of_its_own_that_goes_with_it() -> None:
    maker = LetterMaker(size=1)
    folder = Path(next(iter(maker._all)).folder)
    maker.pdf(PAGE)
    assert folder.exists()
    maker.close()
    assert not folder.exists()


def test_no_word_of_a_letter_is_in_the_message_of_a_failure(maker: LetterMaker) -> None:
    maker.seconds = 0.3
    with pytest.raises(LetterFailed) as failure:
        maker.pdf(ENDLESS.replace("aaaa", "geheim"))
    assert "geheim" not in str(failure.value)


def test_a_child_writes_no_file_once_it_is_warm() -> None:
    maker = LetterMaker(size=1)
    folder = Path(next(iter(maker._all)).folder)
    maker.pdf(PAGE)
    before = sorted(folder.rglob("*"))
    maker.pdf(PAGE.replace("Een zin", "Een andere zin"))
    assert sorted(folder.rglob("*")) == before
    maker.close()
