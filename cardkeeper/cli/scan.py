"""`scan`: reads cards and prints what they say; touches no library."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from cardkeeper.cli import printing
from cardkeeper.cli.progress import ProgressBar
from cardkeeper.cli.terminal import DONE, SOME_FAILED, Subparsers, out, say
from cardkeeper.files import gather
from cardkeeper.model.progress import CardRead, Failed, ReaderMode, ReadOptions, Report
from cardkeeper.translation import tr
from cardkeeper.workers import WorkerPool


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("scan", help=tr("read cards and print what they say; nothing is kept"))
    parser.add_argument(
        "--reader",
        choices=[mode.value for mode in ReaderMode],
        default=ReaderMode.AUTO.value,
        help=tr("which reader looks (default: both, where they are installed)"),
    )
    parser.add_argument(
        "--region", default="", metavar="COUNTRY", help=tr("country (such as DE) of numbers on cards that name none")
    )
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line for each card"))
    parser.add_argument("--explain", action="store_true", help=tr("the words of each card, its fields, and why"))
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=tr("pictures, PDFs, or folders of them"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the files and print each card as soon as it is read. Returns whether all of them could be read."""
    gathered = gather(options.paths)
    for problem in gathered.problems:
        _tell_failure(problem.path, Failed(problem.message, problem.remedy), as_json=options.json)
    failed = bool(gathered.problems)
    settings = ReadOptions(reader=ReaderMode(options.reader), region=options.region.upper())
    for report in _reports(gathered.files, settings):
        if isinstance(report.said, CardRead):
            out(_shown(report, report.said, options))
        elif isinstance(report.said, Failed):
            failed = True
            _tell_failure(report.path, report.said, as_json=options.json)
    return SOME_FAILED if failed else DONE


def _reports(files: tuple[Path, ...], settings: ReadOptions) -> Iterator[Report]:
    """What is told about the files, with the progress shown on a terminal."""
    cores = os.cpu_count() or 1
    with ProgressBar(len(files)) as bar, WorkerPool(settings, workers=max(1, min(cores, 4, len(files)))) as pool:
        for file in files:
            pool.submit(file)
        while (report := pool.next()) is not None:
            bar.hide()
            yield report
            bar.count(report.said)


def _shown(report: Report, card: CardRead, options: argparse.Namespace) -> str:
    if options.json:
        return printing.as_json(report.path, card.read)
    if options.explain:
        return printing.explained(report.path, card.read)
    return printing.in_words(report.path, card.read)


def _tell_failure(path: Path, failure: Failed, *, as_json: bool) -> None:
    """Name a file that can't be read: as a line of its own in JSON, and to the person in words."""
    if as_json:
        out(printing.failure_as_json(path, failure.message, failure.remedy))
    say(f"{path}: {failure.message} {failure.remedy}".strip())
