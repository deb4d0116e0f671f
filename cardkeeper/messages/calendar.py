"""Meetings as .ics files (RFC 5545) that any calendar takes in, with an alarm before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from cardkeeper import __version__
from cardkeeper.model.letters import Recipient
from cardkeeper.model.people import FollowUpKind
from cardkeeper.translation import tr

ALARM_BEFORE: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting at a time (aware of its zone), for so long, with somebody."""

    key: str
    """Names the meeting for ever: the same key gives the same entry in a calendar, however often it is saved."""
    title: str
    begins: datetime
    lasts: timedelta
    person: Recipient
    place: str = ""
    notes: str = ""
    fixed: bool = True
    """Whether both have agreed on it; else it is tentative."""


def usual_length(kind: FollowUpKind) -> timedelta:
    """How long such a meeting is taken to last."""
    minutes = {FollowUpKind.CALL: 20, FollowUpKind.VIDEO: 30, FollowUpKind.LUNCH: 90, FollowUpKind.NEXT_EVENT: 120}
    return timedelta(minutes=minutes.get(kind, 60))


def meeting_title(kind: FollowUpKind, name: str) -> str:
    """What stands in the calendar."""
    return {
        FollowUpKind.COFFEE: tr("Coffee with {name}", name=name),
        FollowUpKind.CALL: tr("Call {name}", name=name),
        FollowUpKind.VIDEO: tr("Video chat with {name}", name=name),
        FollowUpKind.WALK: tr("Walk with {name}", name=name),
        FollowUpKind.LUNCH: tr("Group lunch with {name}", name=name),
        FollowUpKind.NEXT_EVENT: tr("Meet {name} at the event", name=name),
    }.get(kind, tr("Meet {name}", name=name))


def ics(appointment: Appointment, now: datetime, *, organizer: Recipient | None = None) -> bytes:
    """The meeting as a calendar of one event.

    Times are written in UTC, so that no summer time and no calendar's idea of a zone can move them. Somebody is named
    as attendee only together with an organizer, as RFC 5545 (3.8.4.1, 3.8.4.3) has it; else they stand in the notes.
    """
    if appointment.begins.tzinfo is None or now.tzinfo is None:
        raise ValueError("a time without its zone")
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'cardkeeper:{appointment.key}')}")
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    begins = appointment.begins.astimezone(UTC)
    event.add("dtstart", begins)
    event.add("dtend", begins + appointment.lasts)
    event.add("summary", appointment.title)
    if appointment.place:
        event.add("location", appointment.place)
    event.add("status", "CONFIRMED" if appointment.fixed else "TENTATIVE")
    notes = appointment.notes.strip()
    person = appointment.person
    if organizer is not None and organizer.email and person.email:
        event.add("organizer", _calendar_user(organizer))
        event.add("attendee", _calendar_user(person, role="REQ-PARTICIPANT", partstat="NEEDS-ACTION", rsvp="FALSE"))
    else:
        reach = " ".join(part for part in (person.name, person.email) if part)
        notes = "\n".join(part for part in (reach, notes) if part)
    if notes:
        event.add("description", notes)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", appointment.title)
    alarm.add("trigger", -ALARM_BEFORE)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", f"-//Cardkeeper//Cardkeeper {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar_user(person: Recipient, **parameters: str) -> vCalAddress:
    user = vCalAddress(f"mailto:{person.email.strip()}")
    if person.name:
        user.params["cn"] = vText(" ".join(person.name.replace('"', "'").split()))
    for name, value in parameters.items():
        user.params[name] = vText(value)
    return user
