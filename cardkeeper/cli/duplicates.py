"""`duplicates`: who may be in the library twice. `merge` and `separate`: two entries made one, and two again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import msgspec

from cardkeeper.cli.libraries import open_to_read, open_to_write
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.errors import WrongInput
from cardkeeper.library import Library, Reason
from cardkeeper.library.duplicates import Pair
from cardkeeper.library.library import local_now
from cardkeeper.matching import Certainty, combine
from cardkeeper.translation import tr, trn


def register(subparsers: Subparsers) -> None:
    """Add the commands to the command line."""
    finding = subparsers.add_parser("duplicates", help=tr("find people who are there twice"))
    finding.add_argument("--possible", action="store_true", help=tr("show also those with little in common"))
    finding.add_argument("--merge-sure", action="store_true", help=tr("merge those who are one for sure"))
    finding.add_argument("--json", action="store_true", help=tr("one JSON object a line for each pair"))
    finding.set_defaults(run=find)
    merging = subparsers.add_parser("merge", help=tr("make one of two people"))
    merging.add_argument("kept", type=int, metavar="ID", help=tr("who is kept; people are numbered in `people`"))
    merging.add_argument("other", type=int, metavar="ID", help=tr("who becomes a part of them"))
    merging.set_defaults(run=merge)
    parting = subparsers.add_parser("separate", help=tr("make two of one who was merged, at any later time"))
    parting.add_argument("id", type=int, metavar="ID", help=tr("of the one who was kept"))
    parting.set_defaults(run=separate)


def find(options: argparse.Namespace) -> int:
    """Print the pairs, the surest first; with `--merge-sure` merge those first, after a backup."""
    if options.merge_sure:
        with open_to_write(options) as library:
            _merge_sure(library, library.duplicates.find())
    with open_to_read(options) as library:
        shown = [
            pair
            for pair in library.duplicates.find()
            if options.possible or pair.twins.certainty is not Certainty.POSSIBLE
        ]
        for line in _lines(library, shown, as_json=options.json):
            out(line)
    if not shown:
        say(tr("Nobody is there twice, as far as can be told."))
    return DONE


def _merge_sure(library: Library, found: Sequence[Pair]) -> None:
    sure = [(pair.first_id, pair.second_id) for pair in found if pair.twins.certainty is Certainty.SURE]
    if not sure:
        return
    library.backups.make(Reason.MERGE, local_now())
    merged = library.merges.merge_pairs(sure)
    say(trn("Merged {count} person.", "Merged {count} people.", merged) + " " + tr("`undo` takes that back."))


def _lines(library: Library, pairs: Sequence[Pair], *, as_json: bool) -> list[str]:
    names = {row.id: row.name or row.company for row in library.people.rows()}
    if not as_json:
        return [
            "  ·  ".join((*(f"{who}  {names[who]}" for who in (pair.first_id, pair.second_id)), pair.twins.words))
            for pair in pairs
        ]
    return [
        msgspec.json.encode(
            {
                "first": {"id": pair.first_id, "name": names[pair.first_id]},
                "second": {"id": pair.second_id, "name": names[pair.second_id]},
                "certainty": pair.twins.certainty,
                "reasons": pair.twins.reasons,
                "words": pair.twins.words,
            }
        ).decode()
        for pair in pairs
    ]


def merge(options: argparse.Namespace) -> int:
    """Merge two people, nothing of either lost."""
    with open_to_write(options) as library:
        kept, other = library.people.get(options.kept), library.people.get(options.other)
        library.merges.merge(kept.id, other.id, combine(kept, other))
        out(library.history.can_undo)
    return DONE


def separate(options: argparse.Namespace) -> int:
    """Take the newest merge of a person apart; print the number of the one who comes back."""
    with open_to_write(options) as library:
        merges = library.merges.of(options.id)
        if not merges:
            raise WrongInput(tr("Nobody was merged into person {id}.", id=options.id))
        back = library.merges.separate(merges[0].id)
        out(f"{back}\t{library.people.get(back).name}")
    return DONE
