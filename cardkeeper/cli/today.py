"""`today`: what is to be done with whom, and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

import msgspec

from cardkeeper.cli.libraries import day, local_today, met_as_json, open_to_read, settings_of
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.days import full_day
from cardkeeper.relationships.items import Item
from cardkeeper.relationships.today import TodayList, list_today, silent_words
from cardkeeper.relationships.week import waiting_order_words
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("today", help=tr("show what is to be done with whom, and why"))
    parser.add_argument("--on", type=day, metavar="DATE", help=tr("another day, such as 2026-11-18"))
    parser.add_argument("--json", action="store_true", help=tr("one JSON object"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the day's list."""
    today = options.on or local_today()
    with open_to_read(options) as library:
        chosen = settings_of(library)
        found = list_today(library.day.facts(today, chosen), today, chosen)
        if options.json:
            out(msgspec.json.encode(_as_json(found, today)).decode())
            return DONE
        for line in _in_words(found, today):
            out(line)
        if not found.count:
            say(_nothing(found, today))
    return DONE


def _in_words(found: TodayList, today: date) -> Iterator[str]:
    yield f"{full_day(today, today)} · {found.week.line}"
    for section in found.sections:
        yield ""
        yield section.title
        for item in section.items:
            yield from _item_in_words(item)
    if found.waiting:
        yield ""
        yield f"{found.week.waiting_line}. {waiting_order_words()}"
        for item in found.waiting:
            yield from _item_in_words(item)
    if found.silent:
        yield ""
        yield silent_words(len(found.silent))
        yield "    " + ", ".join(person.name or person.company for person in found.silent)
    if found.drawer.count:
        yield ""
        yield found.drawer.title
        yield f"    {found.drawer.line}"


def _item_in_words(item: Item) -> Iterator[str]:
    yield f"  {item.title}"
    yield f"    {item.line}"
    contact_points = "  ".join(text for text in (item.phone, item.email) if text)
    if contact_points:
        yield f"    {contact_points}"


def _nothing(found: TodayList, today: date) -> str:
    if found.next_due is None:
        return tr("Nothing is planned.")
    return tr("Nothing is due. The next step comes up on {day}.", day=full_day(found.next_due, today))


def _as_json(found: TodayList, today: date) -> dict[str, object]:
    week, drawer = found.week, found.drawer
    return {
        "date": today,
        "week": {"done": week.done, "limit": week.limit, "waiting": week.waiting},
        "sections": [
            {
                "name": section.name.value,
                "title": section.title,
                "items": [_item_as_json(item) for item in section.items],
            }
            for section in found.sections
        ],
        "waiting": [_item_as_json(item) for item in found.waiting],
        "short_notes": [{"id": person.id, "name": person.name} for person in found.silent],
        "drawer": {
            "count": drawer.count,
            "oldest_days": drawer.oldest_days,
            "people": [
                {"id": item.row.id, "name": item.row.name, "days": item.days, "why": item.why} for item in drawer.people
            ],
        },
        "next_due": found.next_due,
    }


def _item_as_json(item: Item) -> dict[str, object]:
    step = item.agenda.follow_up if item.agenda else None
    return {
        "matter": item.matter.value,
        "id": item.subject_id,
        "follow_up": step.id if step else None,
        "person": item.contact_id,
        "other": item.other_id or None,
        "name": item.person.name,
        "company": item.person.company,
        "what": item.title,
        "why": item.why,
        "waits": item.waits,
        "kind": step.kind.value if step else None,
        "stage": step.stage.value if step else None,
        "due": step.due if step else item.day,
        "overdue_days": item.overdue_days,
        "phone": item.phone,
        "email": item.email,
        "met": met_as_json(item.person.met),
        "matches": [
            {"person": match.contact_id, "where": match.where.value, "text": match.text} for match in item.matches
        ],
    }
