"""`promise`: what one said one would do, for whom and by when."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

import msgspec

from cardkeeper.cli.libraries import day, local_today, open_to_read, open_to_write
from cardkeeper.cli.naming import person_of
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.library import Library
from cardkeeper.model.relationships import Promise
from cardkeeper.relationships import promises
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("promise", help=tr("note what you promised, or list what is open"))
    parser.add_argument("person", nargs="?", metavar=tr("PERSON"), help=tr("by number, or by words that find one"))
    parser.add_argument("text", nargs="?", metavar=tr("TEXT"), help=tr("what you will do"))
    parser.add_argument("--by", type=day, metavar="DATE", help=tr("the day by which"))
    parser.add_argument("--kept", type=int, metavar="ID", help=tr("this promise was kept"))
    parser.add_argument("--drop", type=int, metavar="ID", help=tr("give this promise up; say why with --because"))
    parser.add_argument("--because", default="", metavar="TEXT")
    parser.add_argument("--json", action="store_true", help=tr("list as JSON, one object a line"))
    parser.set_defaults(run=run, usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Note, close or list promises."""
    today = local_today()
    if options.kept is not None:
        return _change(options, options.kept, lambda known: promises.keep(known, today))
    if options.drop is not None:
        return _change(options, options.drop, lambda known: promises.drop(known, options.because, today))
    if options.person is None:
        return _list(options)
    if options.text is None:
        options.usage(tr("say what you promised"))
    with open_to_write(options) as library:
        contact_id = person_of(library, options.person)
        new = library.promises.save(promises.make(contact_id, options.text, today, options.by))
        out(f"{new}\t{library.people.get(contact_id).name}\t{options.text}")
    return DONE


def _change(options: argparse.Namespace, promise_id: int, make: Callable[[Promise], Promise]) -> int:
    with open_to_write(options) as library:
        library.promises.save(make(library.promises.get(promise_id)))
        out(library.history.can_undo)
    return DONE


def _list(options: argparse.Namespace) -> int:
    with open_to_read(options) as library:
        found = library.promises.open()
        for promise in found:
            out(_as_json(library, promise) if options.json else _in_words(library, promise))
    if not found:
        say(tr("No promise is open."))
    return DONE


def _in_words(library: Library, promise: Promise) -> str:
    due: date | None = promise.due
    return "\t".join((str(promise.id), library.people.get(promise.contact_id).name, promise.text, str(due or "")))


def _as_json(library: Library, promise: Promise) -> str:
    name = library.people.get(promise.contact_id).name
    return msgspec.json.encode({"name": name, **msgspec.to_builtins(promise)}).decode()
