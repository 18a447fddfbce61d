"""The dates that still count, for somebody's own calendar.

A calendar is often shared, at home or at work. So no title or note says what it is about, or who with.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from wizard.afterwards.expected import expected
from wizard.deadlines import Deadline, first_complaint
from wizard.dossier import Dossier
from wizard.procedures import Procedure
from wizard.texts import DUTCH, telling_in

OURS = UUID("d82643ab-581f-53a0-a290-2feda6072504")
WEEK_BEFORE_AT_NINE = timedelta(days=-7, hours=9)
ANY_DAY = "Let op deze datum"
TITLES = {
    "oordeel": "Laatste dag voor een antwoord",
    "oordeel-verlengd": "Laatste dag voor een antwoord na uitstel",
    "nader-afgesproken": "Laatste dag van het afgesproken uitstel",
    "geschil-uiterlijk": "Laatste dag om zelf verder te gaan",
    "uitspraak": "Laatste dag voor een beslissing",
}
NOTE = "Kijk in uw eigen papieren wat u op deze dag kunt doen."


@telling_in(DUTCH)
def ics(dossier: Dossier, procedure: Procedure, today: date, stamp: datetime) -> bytes:
    """The dates to come, and those that somebody is late for, as a calendar file (RFC 5545); empty without any.

    `stamp` is the moment of making, with its time zone. A later file replaces the dates of an earlier one.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Klachtwijzer//NL")
    counting = expected(dossier, procedure, today)
    for deadline in counting:
        calendar.add_component(_event(deadline, _anchor(dossier), stamp.astimezone(UTC)))
    return calendar.to_ical() if counting else b""


def _anchor(dossier: Dossier) -> str:
    """The day that tells one dossier from another: of the first complaint, or of the letter as long as none was made.

    It says no more than the dates themselves do, and it stays when a day of receipt is corrected.
    """
    day = first_complaint(dossier) or dossier.letter.dated
    return day.isoformat() if day else ""


def _event(deadline: Deadline, anchor: str, stamp: datetime) -> Event:
    title = TITLES.get(deadline.id, ANY_DAY)
    event = Event()
    event.add("uid", str(uuid5(OURS, f"{deadline.id} {anchor}")))
    event.add("dtstamp", stamp.replace(microsecond=0))
    event.add("sequence", int(stamp.timestamp() // 60))
    event.add("dtstart", deadline.day)
    event.add("dtend", deadline.day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", NOTE)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", WEEK_BEFORE_AT_NINE)
    event.add_component(alarm)
    return event
