"""`need`: what people are looking for, and who may have it."""

from __future__ import annotations

import argparse
from dataclasses import replace

import msgspec

from cardkeeper.cli.libraries import local_today, open_to_read, open_to_write
from cardkeeper.cli.naming import person_of
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.relationships import Need, NeedState
from cardkeeper.relationships.loop_lines import match_words
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("need", help=tr("note what somebody needs, or list what is needed and who may help"))
    parser.add_argument("person", nargs="?", metavar=tr("PERSON"), help=tr("by number, or by words that find one"))
    parser.add_argument("text", nargs="?", metavar=tr("TEXT"), help=tr("what they look for"))
    parser.add_argument("--met", type=int, metavar="ID", help=tr("this need is met"))
    parser.add_argument("--json", action="store_true", help=tr("list as JSON, one object a line"))
    parser.set_defaults(run=run, usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Note, close or list needs; the list names who may meet each."""
    today = local_today()
    if options.met is not None:
        with open_to_write(options) as library:
            known = library.needs.get(options.met)
            library.needs.save(replace(known, state=NeedState.CLOSED, closed_on=today))
            out(library.history.can_undo)
        return DONE
    if options.person is None:
        return _list(options)
    if options.text is None:
        options.usage(tr("say what they need"))
    if not options.text.strip():
        raise WrongInput(tr("The need is empty."), tr("Say what they look for."))
    with open_to_write(options) as library:
        contact_id = person_of(library, options.person)
        need = Need(contact_id, options.text.strip(), today)
        need = replace(need, id=library.needs.save(need))
        for line in _in_words(library, need):
            out(line)
    return DONE


def _list(options: argparse.Namespace) -> int:
    with open_to_read(options) as library:
        found = library.needs.open()
        for need in found:
            for line in [_as_json(library, need)] if options.json else _in_words(library, need):
                out(line)
    if not found:
        say(tr("No need is open."))
    return DONE


def _in_words(library: Library, need: Need) -> list[str]:
    people = library.day.people()
    lines = [f"{need.id}\t{people[need.contact_id].name}\t{need.text}"]
    return lines + [
        f"    {match.contact_id}  {match_words(match, people[match.contact_id])}" for match in library.matches.of(need)
    ]


def _as_json(library: Library, need: Need) -> str:
    people = library.day.people()
    matches = [
        {
            "person": match.contact_id,
            "name": people[match.contact_id].name,
            "where": match.where.value,
            "text": match.text,
        }
        for match in library.matches.of(need)
    ]
    name = people[need.contact_id].name
    return msgspec.json.encode({"name": name, **msgspec.to_builtins(need), "matches": matches}).decode()
