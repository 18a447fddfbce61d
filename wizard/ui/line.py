"""The timeline as a screen shows it: each day with its place on the scale, today among them. No Streamlit in here."""

from datetime import date
from typing import NamedTuple

from wizard.afterwards.timeline import Moment, Tense
from wizard.texts import words

TODAY = "today"


class Row(NamedTuple):
    """One day: its place on the scale in whole percents, what it is, and what must be said with it."""

    id: str
    day: date
    place: int
    tense: str
    words: str
    said: str = ""

    @property
    def today(self) -> bool:
        """Whether this row is today itself."""
        return self.id == TODAY


class Line(NamedTuple):
    """The whole line: the place of today on the scale, and every row in order."""

    now: int
    rows: list[Row]


def line(moments: list[Moment], today: date) -> Line:
    """The line of these moments, today put in where it belongs."""
    days = [today, *(moment.day for moment in moments)]
    first, last = min(days), max(days)

    def place(day: date) -> int:
        return round(100 * (day - first).days / max((last - first).days, 1))

    rows = [Row(each.id, each.day, place(each.day), each.kind, f"{each.words}.", _said(each)) for each in moments]
    rows.append(Row(TODAY, today, place(today), TODAY, words("pages.termijnen.is_now")))
    return Line(place(today), sorted(rows, key=lambda row: (row.day, row.today)))


def _said(moment: Moment) -> str:
    """What the shape of the mark says, in words."""
    late = words("pages.termijnen.is_late") if moment.kind is Tense.LATE else ""
    coming = words("pages.termijnen.is_coming") if moment.kind is Tense.COMING else ""
    expected = words("pages.termijnen.is_expected") if moment.assumed else ""
    return ", ".join(said for said in (late or coming, expected) if said)
