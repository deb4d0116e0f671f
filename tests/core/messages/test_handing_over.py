"""Letters and meetings reach other programs whole: mailto addresses, unsent drafts, calendar files, call sheets."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.errors import WrongInput
from cardkeeper.messages.calendar import Appointment, ics, meeting_title, usual_length
from cardkeeper.messages.call_sheet import CallSheet, call_sheet
from cardkeeper.messages.drafts import draft, shipped
from cardkeeper.messages.mail import Attachment, eml, letter_url, mailto
from cardkeeper.model.letters import Form, Language, Letter, Recipient
from cardkeeper.model.people import Channel, Contact, FollowUpKind, Interaction, Phone, Position, Tone
from tests.core.messages.samples import BREAKFAST, FULL, TODAY

NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
EARLIEST, LATEST = datetime(1990, 1, 1), datetime(2080, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
REBECCA = Recipient("Rebecca Baxter", "rebecca@example.org")
ANNA = Recipient("Anna Weber", "anna@example.org")
VCARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Rebecca Baxter\r\nEND:VCARD\r\n"


def introduction() -> Letter:
    return draft(shipped(Form.INTRODUCTION, Tone.WARM, Language.GERMAN), FULL, TODAY)


def opened(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def coffee(begins: datetime, **changes: object) -> Appointment:
    usual = Appointment("12", "Coffee with Rebecca Baxter", begins, timedelta(hours=1), REBECCA, "Café Lindenhof")
    return replace(usual, **changes)  # type: ignore[arg-type]


def test_a_letter_opens_in_the_mail_program() -> None:
    letter = introduction()
    url = urlsplit(letter_url(letter))
    asked = parse_qs(url.query)
    assert url.scheme == "mailto"
    assert unquote(url.path) == "rebecca@example.org,bobby@example.org"
    assert asked["subject"] == [letter.subject]
    assert asked["body"][0].replace("\r\n", "\n") == letter.body.rstrip("\n")


@pytest.mark.parametrize("nasty", ["a@b.c?bcc=evil@x.y", "a@b.c,evil@x.y", "a@b.c\r\nBcc: evil@x.y"])
def test_nothing_typed_can_add_a_recipient(nasty: str) -> None:
    assert "," not in mailto(nasty)
    assert "?" not in mailto(nasty)
    with pytest.raises(WrongInput):
        eml(Letter((Recipient("A", nasty),), "Hello", "Text"), NOW)


def test_an_introduction_is_a_draft_to_both_with_both_contacts() -> None:
    letter = introduction()
    cards = [Attachment("Rebecca Baxter.vcf", VCARD), Attachment("Bobby Pérry.vcf", VCARD)]
    message = opened(eml(letter, NOW, sender=ANNA, attachments=cards))
    assert message["X-Unsent"] == "1"
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        ("Rebecca Baxter", "rebecca@example.org"),
        ("Bobby Perry", "bobby@example.org"),
    ]
    assert message["From"].addresses[0].addr_spec == "anna@example.org"
    assert message["Subject"] == letter.subject
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == letter.body
    attached = list(message.iter_attachments())
    assert [part.get_filename() for part in attached] == ["Rebecca Baxter.vcf", "Bobby Pérry.vcf"]
    assert [part.get_content_type() for part in attached] == ["text/vcard", "text/vcard"]
    assert all(part.get_payload(decode=True) == VCARD for part in attached)


def test_a_draft_has_the_lines_that_mail_needs() -> None:
    """RFC 5322: lines end in CR LF and are no longer than 998 bytes; here all is ASCII, for any program."""
    data = eml(replace(introduction(), body="ä" * 4000), NOW)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.isascii()


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_no_text_breaks_a_draft(name: str, subject: str, body: str) -> None:
    message = opened(eml(Letter((Recipient(name, "a@example.org"),), subject, body), NOW))
    assert [one.addr_spec for one in message["To"].addresses] == ["a@example.org"]
    assert sorted({header.lower() for header in message}) == sorted(
        {"x-unsent", "to", "subject", "date", "mime-version", "content-type", "content-transfer-encoding"}
    )


def test_a_long_name_leaves_the_address_an_address() -> None:
    name = "Maximiliane-Henriette Freifrau von und zu Hohenzollern-Sigmaringen-Berleburg d’Alembert y Fernández"
    for length in range(10, len(name), 5):
        long = Recipient(name[:length].strip(), "maximiliane@hohenzollern-sigmaringen-wittgenstein.example")
        message = opened(eml(replace(introduction(), to=(long, ANNA)), NOW))
        assert [one.addr_spec for one in message["To"].addresses] == [long.email, ANNA.email]
        assert [one.display_name for one in message["To"].addresses] == [long.name, ANNA.name]


def test_a_letter_to_somebody_without_an_address_is_a_draft_all_the_same() -> None:
    message = opened(eml(Letter((Recipient("Ann", ""),), "Hello", "Text"), NOW))
    assert message["To"] is None
    assert message["Subject"] == "Hello"


def lines_of(data: bytes) -> list[str]:
    """The content lines of a calendar, unfolded, after looking that they are what RFC 5545, 3.1 asks for."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    folded = data.decode("utf-8").split("\r\n")[:-1]
    assert all(0 < len(line.encode()) <= 75 for line in folded)
    lines = "\r\n".join(folded).replace("\r\n ", "").split("\r\n")
    assert all(re.match(r'[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*:', line) for line in lines)
    return lines


def only_one(lines: list[str], name: str) -> str:
    (line,) = (line for line in lines if re.match(rf"{name}[;:]", line))
    return line.partition(":")[2]


@pytest.mark.parametrize("organizer", [ANNA, None])
def test_a_meeting_is_a_calendar_file_that_all_readers_take(organizer: Recipient | None) -> None:
    appointment = coffee(datetime(2026, 11, 24, 10, tzinfo=BERLIN), notes="Bring the guide; “Polnisch”, bitte\n" * 9)
    data = ics(appointment, NOW, organizer=organizer)
    lines = lines_of(data)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert only_one(lines, "PRODID").startswith("-//Cardkeeper//")
    assert re.fullmatch(r"[0-9a-f-]{36}", only_one(lines, "UID"))
    assert only_one(lines, "DTSTAMP") == "20261119T093000Z"
    assert only_one(lines, "DTSTART") == "20261124T090000Z"
    assert only_one(lines, "DTEND") == "20261124T100000Z"
    assert only_one(lines, "TRIGGER") == "-PT1H"
    assert only_one(lines, "ACTION") == "DISPLAY"
    assert any(line.startswith("ATTENDEE") for line in lines) == any(line.startswith("ORGANIZER") for line in lines)
    (event,) = icalendar.Calendar.from_ical(data).events
    assert event["summary"] == "Coffee with Rebecca Baxter"
    assert event.errors == []
    read = vobject.readOne(data.decode())
    read.vevent.validate(raiseException=True)
    assert read.vevent.location.value == "Café Lindenhof"
    if organizer:
        assert event["attendee"] == "mailto:rebecca@example.org"
        assert event["organizer"] == "mailto:anna@example.org"
    else:
        assert "rebecca@example.org" in read.vevent.description.value


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        (datetime(2026, 3, 28, 10, tzinfo=BERLIN), "20260328T090000Z"),
        (datetime(2026, 3, 29, 10, tzinfo=BERLIN), "20260329T080000Z"),
        (datetime(2026, 10, 24, 10, tzinfo=BERLIN), "20261024T080000Z"),
        (datetime(2026, 10, 25, 10, tzinfo=BERLIN), "20261025T090000Z"),
        (datetime(2028, 2, 29, 0, 30, tzinfo=BERLIN), "20280228T233000Z"),
    ],
)
def test_ten_o_clock_is_ten_o_clock_on_both_sides_of_summer_time(wall: datetime, utc: str) -> None:
    assert only_one(lines_of(ics(coffee(wall), NOW)), "DTSTART") == utc


@given(st.datetimes(EARLIEST, LATEST, timezones=st.timezones()), st.text(max_size=90))
def test_a_time_reads_back_as_the_same_moment(begins: datetime, text: str) -> None:
    whole = begins.replace(microsecond=0, second=0)
    data = ics(coffee(whole, place=text, notes=text), NOW)
    assert data.count(b"BEGIN:VEVENT") == 1
    (event,) = icalendar.Calendar.from_ical(data).events
    assert event.start == whole.astimezone(UTC)


def test_the_same_meeting_stays_one_entry_however_often_it_is_saved() -> None:
    begins = datetime(2026, 11, 24, 10, tzinfo=BERLIN)
    first, again = ics(coffee(begins), NOW), ics(coffee(begins + timedelta(days=1)), NOW + timedelta(hours=1))
    assert only_one(lines_of(first), "UID") == only_one(lines_of(again), "UID")
    assert only_one(lines_of(first), "UID") != only_one(lines_of(ics(coffee(begins, key="13"), NOW)), "UID")


def test_a_time_without_its_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zone"):
        ics(coffee(datetime(2026, 11, 24, 10)), NOW)  # noqa: DTZ001 - what is refused


@pytest.mark.parametrize("kind", list(FollowUpKind))
def test_every_form_has_a_title_and_a_length(kind: FollowUpKind) -> None:
    assert "Ann" in meeting_title(kind, "Ann")
    assert usual_length(kind) >= timedelta(minutes=20)


def test_a_call_sheet_says_who_it_is_and_what_to_ask() -> None:
    contact = Contact(
        "Theodor Speer",
        (Position("Director", company="Röhricht"),),
        phones=(Phone("+49 30 6966377"),),
        facts=("Sails",),
    )
    last = Interaction(1, date(2026, 11, 10), Channel.CALL, text="Few orders until spring.")
    text = call_sheet(CallSheet(contact, (BREAKFAST,), last, ("A patent lawyer",), ("send the guide",)), TODAY)
    assert text.startswith("Theodor Speer\nDirector, Röhricht\n\n+49 30 6966377\n\nMet: Founders’ Breakfast, Rotunda,")
    for said in (
        "Last talked 9 days ago\nFew orders",
        "- A patent lawyer",
        "- send the guide",
        "- Sails",
        "What do you need",
    ):
        assert said in text


def test_a_call_sheet_of_somebody_unknown_asks_all_the_same() -> None:
    assert call_sheet(CallSheet(Contact("Ann")), TODAY).startswith("Ann\n\nTo ask\n")
