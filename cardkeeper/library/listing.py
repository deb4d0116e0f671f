"""What lists show of people. Each person's line is kept ready (see `derived`), so a list is read in one quick query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from string import Template
from typing import Final

import msgspec

from cardkeeper.library.connection import Row
from cardkeeper.library.contact_rows import day_of
from cardkeeper.model.overview import Agenda, PersonRow
from cardkeeper.model.people import NOTHING_SAID, FollowUp, FollowUpKind, How, MetContext, Stage, Tier

SEPARATOR: Final = "\x1f"
"""ASCII unit separator: what SQLite puts between texts that it joins, and no tag holds."""

_FOUND_BY: Final = """
    LEFT JOIN positions job ON job.id =
        (SELECT id FROM positions WHERE contact_id = c.id AND until IS NULL ORDER BY place LIMIT 1)
    LEFT JOIN details mail ON mail.contact_id = c.id AND mail.kind = 'email' AND mail.place = 0
    LEFT JOIN phones phone ON phone.id =
        (SELECT id FROM phones WHERE contact_id = c.id ORDER BY kind = 'fax', place LIMIT 1)
    LEFT JOIN encounters met ON met.id =
        (SELECT id FROM encounters WHERE contact_id = c.id ORDER BY met_on IS NULL, met_on, id LIMIT 1)
    LEFT JOIN events event ON event.id = met.event_id"""

_SHOWN: Final = """
    c.id, c.name, job.title, job.company, mail.text, phone.number,
    met.id, coalesce(event.name, met.event), coalesce(met.met_on, event.held_on),
    coalesce(nullif(met.place, ''), event.place, ''), met.how, met.through, met.about,
    (SELECT max(happened_on) FROM interactions WHERE contact_id = c.id),
    f.id, f.kind, f.stage, f.due, f.moved_on, f.reason, f.asked, f.at, f.place"""

_SHOWN_COUNT: Final = 23


class _Known(msgspec.Struct, frozen=True, gc=False):
    """What an agenda needs of a person's line."""

    name: str
    title: str
    company: str
    email: str
    phone: str
    met: MetContext
    last_talked: date | None
    tier: Tier | None
    met_times: int = 0


_PEOPLE: Final = msgspec.json.Decoder(list[PersonRow])
_KNOWN: Final = msgspec.json.Decoder(list[_Known])

LINES: Final = Template("""
    SELECT $shown, c.tier, c.added_on,
        (SELECT group_concat(text, char(31)) FROM
            (SELECT text FROM details WHERE contact_id = c.id AND kind = 'tag' ORDER BY place)),
        (SELECT group_concat(text, char(31)) FROM
            (SELECT text FROM details WHERE contact_id = c.id AND kind = 'unsure' ORDER BY place)),
        (SELECT count(*) FROM follow_ups WHERE contact_id = c.id AND is_open = 1)
            + (SELECT count(*) FROM promises WHERE contact_id = c.id AND state = 'open')
            + (SELECT count(*) FROM thanks WHERE contact_id = c.id AND paid_on IS NULL AND let_go_on IS NULL)
            + (SELECT count(*) FROM interactions WHERE contact_id = c.id AND call_back = 1),
        (SELECT count(*) FROM (
            SELECT coalesce(m.met_on, e.held_on, m.id) FROM encounters m LEFT JOIN events e ON e.id = m.event_id
            WHERE contact_id = c.id
            UNION SELECT happened_on FROM interactions WHERE contact_id = c.id AND channel = 'meeting')),
        (SELECT count(*) FROM interactions WHERE contact_id = c.id AND channel = 'call' AND direction = 'theirs'),
        (SELECT count(*) FROM needs WHERE contact_id = c.id AND state = 'open'),
        (SELECT count(*) FROM details WHERE contact_id = c.id AND kind IN ('fact', 'offer', 'door'))
    FROM contacts c $found_by
    LEFT JOIN follow_ups f ON f.id = (SELECT id FROM follow_ups WHERE contact_id = c.id
        ORDER BY is_open DESC, CASE WHEN is_open THEN coalesce(due, '9999') END, id DESC LIMIT 1)
    WHERE c.id IN (SELECT value FROM json_each(?))""").substitute(shown=_SHOWN, found_by=_FOUND_BY)
"""The lines of some people, put together from all that is known of them, for `line_of`."""

STANDINGS: Final = """
    SELECT c.id, c.added_on,
        (SELECT min(coalesce(m.met_on, e.held_on)) FROM encounters m LEFT JOIN events e ON e.id = m.event_id
            WHERE contact_id = c.id),
        nullif(max(
            coalesce((SELECT max(coalesce(m.met_on, e.held_on)) FROM encounters m
                LEFT JOIN events e ON e.id = m.event_id WHERE contact_id = c.id), ''),
            coalesce((SELECT max(happened_on) FROM interactions WHERE contact_id = c.id), '')), ''),
        c.tier, c.cadence_days,
        coalesce((SELECT group_concat(text, char(31)) FROM
            (SELECT text FROM details WHERE contact_id = c.id AND kind = 'tag' ORDER BY place)), ''),
        (SELECT count(*) FROM follow_ups WHERE contact_id = c.id), f.moved_on, f.due
    FROM contacts c LEFT JOIN follow_ups f ON f.id = (SELECT id FROM follow_ups WHERE contact_id = c.id AND is_open = 1
        ORDER BY coalesce(due, '9999'), id DESC LIMIT 1)
    WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id"""
"""Where one stands with some people: the columns of `standings`."""

PEOPLE: Final = "SELECT person FROM listings ORDER BY id"
"""Every person's line, for `people_of`."""

_AGENDA: Final = Template("""
    SELECT f.id, f.contact_id, f.kind, f.stage, f.due, f.moved_on, f.reason, f.asked, f.at, f.place, l.person,
        (SELECT picture FROM cards WHERE contact_id = f.contact_id AND picture <> '' ORDER BY id DESC LIMIT 1)
    FROM follow_ups f JOIN listings l ON l.id = f.contact_id
    WHERE f.is_open = 1 $which ORDER BY f.due IS NULL, f.due, f.id""")

AGENDA: Final = _AGENDA.substitute(which="")
"""Every open follow-up, for `agenda_of`."""

COMING_UP: Final = _AGENDA.substitute(which="AND (f.due IS NULL OR f.due <= ?)")
"""Every open follow-up due by a day, for `agenda_of`."""

OF_PERSON: Final = _AGENDA.substitute(which="AND f.contact_id = ?")
"""Every open follow-up with a person, for `agenda_of`."""


def line_of(row: Row) -> PersonRow:
    """A row of LINES as a value."""
    contact_id, name, title, company, email, phone, *_ = row
    tier, added_on, tags, unsure, open_loops, met_times, they_called, needs, remembered = row[_SHOWN_COUNT:]
    return PersonRow(
        contact_id,
        name,
        title or "",
        company or "",
        email or "",
        phone or "",
        Tier(tier) if tier else None,
        tuple(tags.split(SEPARATOR)) if tags else (),
        day_of(added_on),
        _met(row),
        day_of(row[13]),
        follow_up_of((row[14], contact_id, *row[15:23])) if row[14] is not None else None,
        open_loops,
        tuple(unsure.split(SEPARATOR)) if unsure else (),
        met_times,
        they_called,
        needs,
        remembered,
    )


def people_of(rows: Iterable[Row]) -> tuple[PersonRow, ...]:
    """Rows of PEOPLE as values, by name."""
    people = _PEOPLE.decode(_joined(person for (person,) in rows))
    return tuple(sorted(people, key=lambda person: person.name.casefold()))


def agenda_of(rows: Sequence[Row]) -> tuple[Agenda, ...]:
    """Rows of AGENDA as values."""
    people = _KNOWN.decode(_joined(row[10] for row in rows))
    return tuple(_agenda(row, person) for row, person in zip(rows, people, strict=True))


def _joined(people: Iterable[str]) -> str:
    """Many lines as one text, which is read in a quarter of the time of one by one."""
    return f"[{','.join(people)}]"


def _agenda(row: Row, person: _Known) -> Agenda:
    return Agenda(
        follow_up_of(row[:10]),
        person.name,
        person.title,
        person.company,
        person.email,
        person.phone,
        person.met,
        person.last_talked,
        row[11] or "",
        person.tier,
        person.met_times,
    )


def follow_up_of(row: Row) -> FollowUp:
    """A row of `follow_ups` as a value: id, person, kind, stage, due, moved on, reason, times asked, time, place."""
    follow_up_id, contact_id, kind, stage, due, moved_on, reason, asked, at, place = row
    return FollowUp(
        contact_id,
        FollowUpKind(kind),
        Stage(stage),
        day_of(due),
        date.fromisoformat(moved_on),
        reason,
        asked,
        time.fromisoformat(at) if at else None,
        place,
        follow_up_id,
    )


def _met(row: Row) -> MetContext:
    encounter_id, event, on, place, how, through, about = row[6:13]
    if encounter_id is None:
        return NOTHING_SAID
    return MetContext(event, day_of(on), place, How(how) if how else None, through, about)
