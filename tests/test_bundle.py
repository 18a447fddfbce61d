"""The ZIP: sorted, the same every time, and opened by anything that opens a ZIP."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from wizard.formats.bundle import NEVER, bundle

FILES = {"klachtbrief.pdf": b"%PDF", "datums.ics": b"BEGIN:VCALENDAR\r\n", "LEESMIJ.txt": "één".encode()}


def test_what_goes_in_comes_out() -> None:
    with zipfile.ZipFile(io.BytesIO(bundle(FILES))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert archive.namelist() == sorted(FILES)


def test_the_order_in_which_files_come_does_not_show() -> None:
    assert bundle(dict(reversed(FILES.items()))) == bundle(FILES)


def test_nothing_tells_when_or_on_what_computer_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(bundle(FILES))) as archive:
        assert {(entry.date_time, entry.create_system, entry.comment) for entry in archive.infolist()} == {
            (NEVER, 3, b"")
        }
        assert {oct(entry.external_attr >> 16) for entry in archive.infolist()} == {"0o644"}


@given(st.dictionaries(st.from_regex(r"[a-z0-9-]{1,20}\.(pdf|docx|txt|ics)", fullmatch=True), st.binary(max_size=200)))
def test_any_files_survive(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(bundle(files))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
