"""`people`: everyone, or those in whom some words are found."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Final

import msgspec

from cardkeeper.cli.libraries import local_today, met_as_json, open_to_read, settings_of
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.library import Library
from cardkeeper.library.lists import kept
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import FollowUp
from cardkeeper.relationships.followups import stage_words
from cardkeeper.translation import tr

_WIDEST: Final = 32


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("people", help=tr("show people, or find them by anything written of them"))
    parser.add_argument("--find", metavar="TEXT", help=tr("words that begin with these letters, accents or not"))
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line for each person"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print people by name, or those found, best first."""
    with open_to_read(options) as library:
        rows = library.people.rows()
        if options.find is not None:
            by_id = {row.id: row for row in rows}
            rows = tuple(by_id[person] for person in _found(library, options.find))
        lines = [_json_line(library, row) for row in rows] if options.json else list(_table(rows))
    for line in lines:
        out(line)
    if not rows:
        say(tr("Nobody was found.") if options.find else tr("There is nobody yet."))
    return DONE


def _found(library: Library, typed: str) -> Iterable[int]:
    """Whom words find, best first; with field words, by name."""
    if ":" not in typed:
        return library.people.find(typed)
    return kept(library.lists.in_order(), library.lists.which(typed, local_today(), settings_of(library).drawer_days))


def _table(rows: Iterable[PersonRow]) -> Iterable[str]:
    cells = [(str(row.id), row.name, row.title, row.company, row.email, row.phone) for row in rows]
    if not cells:
        return
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _json_line(library: Library, row: PersonRow) -> str:
    contact = library.people.get(row.id)
    step = row.next_step
    return msgspec.json.encode(
        {
            **msgspec.to_builtins(contact),
            "met": [met_as_json(encounter.context) for encounter in library.people.encounters(row.id)],
            "next_step": _step_as_json(step) if step else None,
            "last_talked": row.last_talked,
            "added_on": row.added_on,
        }
    ).decode()


def _step_as_json(step: FollowUp) -> dict[str, object]:
    return {
        "id": step.id,
        "kind": step.kind.value,
        "stage": step.stage.value,
        "words": stage_words(step.stage),
        "due": step.due,
        "reason": step.reason,
    }
