"""`introduce`: brings two people together, both asked first."""

from __future__ import annotations

import argparse
from datetime import date

import msgspec

from cardkeeper.cli.libraries import local_today, open_to_read, open_to_write
from cardkeeper.cli.naming import person_of
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.library import Library
from cardkeeper.model.relationships import Introduction
from cardkeeper.relationships import introductions
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("introduce", help=tr("bring two people together, both asked first"))
    parser.add_argument("people", nargs="*", metavar=tr("PERSON"), help=tr("two people, by number or words"))
    parser.add_argument("--why", default="", metavar="TEXT", help=tr("why they should meet, as both will read it"))
    parser.add_argument("--need", type=int, metavar="ID", help=tr("the need that it answers"))
    parser.add_argument("--id", type=int, metavar="ID", help=tr("go on with this introduction"))
    parser.add_argument("--asked", metavar=tr("PERSON"))
    parser.add_argument("--agrees", metavar=tr("PERSON"))
    parser.add_argument("--declines", metavar=tr("PERSON"))
    parser.add_argument("--sent", action="store_true", help=tr("the mail to both went out"))
    parser.add_argument("--talked", action="store_true", help=tr("they talked"))
    parser.add_argument("--thanked", action="store_true")
    parser.add_argument("--drop", metavar="TEXT", help=tr("give it up, for this reason"))
    parser.add_argument("--json", action="store_true", help=tr("list as JSON, one object a line"))
    parser.set_defaults(run=run, usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Begin one, go on with one, or list what is open."""
    today = local_today()
    if options.id is not None:
        with open_to_write(options) as library:
            library.introductions.save(_moved(library, options, today))
            out(_in_words(library, library.introductions.get(options.id)))
        return DONE
    if not options.people:
        return _list(options)
    if len(options.people) != 2:
        options.usage(tr("name two people"))
    with open_to_write(options) as library:
        first, second = (person_of(library, text) for text in options.people)
        new = library.introductions.save(introductions.begin(first, second, options.why, today, need_id=options.need))
        out(_in_words(library, library.introductions.get(new)))
    return DONE


def _moved(library: Library, options: argparse.Namespace, today: date) -> Introduction:
    """The introduction after all that the options say, in the order in which it happens."""
    one = library.introductions.get(options.id)
    if options.asked:
        one = introductions.ask(one, person_of(library, options.asked), today)
    if options.agrees:
        one = introductions.answer(one, person_of(library, options.agrees), today, agrees=True)
    if options.declines:
        one = introductions.answer(one, person_of(library, options.declines), today, agrees=False)
    if options.sent:
        one = introductions.send(one, today)
    if options.talked:
        one = introductions.talked(one, today)
    if options.thanked:
        one = introductions.thank(one, today)
    if options.drop is not None:
        one = introductions.drop(one, options.drop, today)
    return one


def _list(options: argparse.Namespace) -> int:
    with open_to_read(options) as library:
        found = library.introductions.open()
        for introduction in found:
            out(_as_json(library, introduction) if options.json else _in_words(library, introduction))
    if not found:
        say(tr("No introduction is open."))
    return DONE


def _in_words(library: Library, one: Introduction) -> str:
    names = (library.people.get(person).name for person in (one.first_id, one.second_id))
    return "\t".join((str(one.id), *names, one.stage.value, one.why))


def _as_json(library: Library, one: Introduction) -> str:
    names = [library.people.get(person).name for person in (one.first_id, one.second_id)]
    return msgspec.json.encode({"names": names, "stage": one.stage.value, **msgspec.to_builtins(one)}).decode()
