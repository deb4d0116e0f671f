"""`add`: reads cards into the inbox; a card that is printed is stored, whatever happens afterwards."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cardkeeper import keys
from cardkeeper.cli.libraries import day, local_today, open_to_write, settings_of
from cardkeeper.cli.progress import ProgressBar
from cardkeeper.cli.terminal import DONE, SOME_FAILED, Subparsers, out, say
from cardkeeper.days import short_day
from cardkeeper.files import gather
from cardkeeper.intake import Intake, Stored
from cardkeeper.library import Library
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.people import How, MetContext
from cardkeeper.model.progress import Failed, ReaderMode, ReadOptions, Report, Seen
from cardkeeper.translation import tr
from cardkeeper.workers import WorkerPool


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("add", help=tr("read cards into the inbox"))
    parser.add_argument("--event", default="", metavar="NAME", help=tr("where you met these people"))
    parser.add_argument("--on", type=day, metavar="DATE", help=tr("the day, such as 2026-11-18"))
    parser.add_argument("--place", default="", metavar="TEXT", help=tr("the place"))
    ways = ", ".join(how.value for how in How)
    parser.add_argument("--how", default="", metavar="TEXT", help=tr("how you met: {ways}", ways=ways))
    parser.add_argument("--through", default="", metavar="NAME", help=tr("who introduced you"))
    parser.add_argument("--about", default="", metavar="TEXT", help=tr("what you talked about"))
    parser.add_argument(
        "--reader", type=ReaderMode, choices=list(ReaderMode), help=tr("which readers look (default: as set)")
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=tr("pictures, PDFs, or folders of them"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the files. Prints id, name and file of each card once it is stored; returns 1 when a file failed."""
    context = context_of(options)
    gathered = gather(options.paths)
    for problem in gathered.problems:
        say(f"{problem.path}: {problem.message} {problem.remedy}")
    with open_to_write(options) as library:
        try:
            failed = _read(library, gathered.files, context, options.reader)
        except KeyboardInterrupt:
            say(tr("Stopped. What was printed is in the inbox; add the same files again to go on."))
            raise
    return SOME_FAILED if failed or gathered.problems else DONE


def context_of(options: argparse.Namespace) -> MetContext:
    """Where and how these people were met. A way of meeting in other words is kept with what was talked about."""
    context = MetContext(options.event, options.on, options.place, None, options.through, options.about)
    if not options.how.strip():
        return context
    said = keys.fold(options.how)
    known = next((how for how in How if said == how.value or said.split()[0] == how.value.split()[0]), None)
    if known is not None:
        return replace(context, how=known)
    about = "; ".join(part for part in (options.about, options.how.strip()) if part)
    return replace(context, how=How.OTHER, about=about)


def _read(library: Library, files: Sequence[Path], context: MetContext, reader: ReaderMode | None) -> bool:
    """Read the files into the library; returns whether one failed."""
    chosen = settings_of(library)
    reading = ReadOptions(reader or chosen.reader, library.files.folder, library.seal_key, chosen.region)
    intake, known, failed = Intake(library, context=context), library.cards.hashes(), False
    with ProgressBar(len(files)) as bar, WorkerPool(reading) as pool:
        for file in files:
            pool.submit(file, known)
        while (report := pool.next()) is not None:
            stored = intake.take(report)
            bar.hide()
            if stored is not None:
                out(_line(stored))
            failed |= isinstance(report.said, Failed)
            _tell(library, report)
            bar.count(report.said)
    if chosen.sides == "alternate":
        intake.pair_sides(files)
    return failed


def _line(stored: Stored) -> str:
    draft = stored.read.draft
    return f"{stored.card_id}\t{draft.text(FieldName.NAME) or draft.text(FieldName.COMPANY)}\t{stored.path}"


def _tell(library: Library, report: Report) -> None:
    """Say on standard error what became of a file that brings no new card."""
    match report.said:
        case Failed(message, remedy):
            say(f"{report.path}: {message} {remedy}".strip())
        case Seen(sha256) if on := library.cards.seen(sha256):
            say(tr("{path}: seen before, {day}", path=report.path, day=short_day(on, local_today())))
        case _:
            pass
