"""What lists show of people, each list read in one query."""

from __future__ import annotations

from datetime import date
from string import Template
from typing import Final

from cardkeeper.library.connection import Row
from cardkeeper.library.contact_rows import day_of
from cardkeeper.model.overview import Agenda, PersonRow
from cardkeeper.model.people import NOTHING_SAID, FollowUp, FollowUpKind, How, MetContext, Stage, Tier

_SEPARATOR: Final = "\x1f"
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
    f.id, f.kind, f.stage, f.due, f.moved_on, f.reason"""

_SHOWN_COUNT: Final = 20

PEOPLE: Final = Template("""
    SELECT $shown, c.tier, c.added_on,
        (SELECT group_concat(text, char(31)) FROM
            (SELECT text FROM details WHERE contact_id = c.id AND kind = 'tag' ORDER BY place)),
        (SELECT group_concat(text, char(31)) FROM
            (SELECT text FROM details WHERE contact_id = c.id AND kind = 'unsure' ORDER BY place)),
        (SELECT count(*) FROM follow_ups WHERE contact_id = c.id AND is_open = 1)
    FROM contacts c $found_by
    LEFT JOIN follow_ups f ON f.id = (SELECT id FROM follow_ups WHERE contact_id = c.id
        ORDER BY is_open DESC, CASE WHEN is_open THEN coalesce(due, '9999') END, id DESC LIMIT 1)
    ORDER BY c.name COLLATE NOCASE, c.id""").substitute(shown=_SHOWN, found_by=_FOUND_BY)
"""Every person, for `person_of`."""

AGENDA: Final = Template("""
    SELECT $shown,
        (SELECT picture FROM cards WHERE contact_id = c.id AND picture <> '' ORDER BY id DESC LIMIT 1)
    FROM follow_ups f JOIN contacts c ON c.id = f.contact_id $found_by
    WHERE f.is_open = 1 ORDER BY f.due IS NULL, f.due, f.id""").substitute(shown=_SHOWN, found_by=_FOUND_BY)
"""Every open follow-up, for `agenda_of`."""


def person_of(row: Row) -> PersonRow:
    """A row of PEOPLE as a value."""
    contact_id, name, title, company, email, phone, *_ = row
    tier, added_on, tags, unsure, open_loops = row[_SHOWN_COUNT:]
    return PersonRow(
        contact_id,
        name,
        title or "",
        company or "",
        email or "",
        phone or "",
        Tier(tier) if tier else None,
        tuple(tags.split(_SEPARATOR)) if tags else (),
        day_of(added_on),
        _met(row),
        day_of(row[13]),
        _follow_up(row) if row[14] is not None else None,
        open_loops,
        tuple(unsure.split(_SEPARATOR)) if unsure else (),
    )


def agenda_of(row: Row) -> Agenda:
    """A row of AGENDA as a value."""
    _, name, title, company, email, phone, *_ = row
    return Agenda(
        _follow_up(row),
        name,
        title or "",
        company or "",
        email or "",
        phone or "",
        _met(row),
        day_of(row[13]),
        row[_SHOWN_COUNT] or "",
    )


def _met(row: Row) -> MetContext:
    encounter_id, event, on, place, how, through, about = row[6:13]
    if encounter_id is None:
        return NOTHING_SAID
    return MetContext(event, day_of(on), place, How(how) if how else None, through, about)


def _follow_up(row: Row) -> FollowUp:
    follow_up_id, kind, stage, due, moved_on, reason = row[14:20]
    moved = date.fromisoformat(moved_on)
    return FollowUp(row[0], FollowUpKind(kind), Stage(stage), day_of(due), moved, reason, follow_up_id)
