"""`import`: people out of CSV, Excel and vCard files, with a report by record."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from cardkeeper import settings
from cardkeeper.cli.libraries import folder_of, open_to_read, open_to_write, settings_of
from cardkeeper.cli.progress import Counter
from cardkeeper.cli.terminal import DONE, SOME_FAILED, Subparsers, out, say
from cardkeeper.exchange.loading import Choice, check_dialect, dialects
from cardkeeper.importing.applying import apply, prepare, settings_after
from cardkeeper.importing.planning import Item, Outcome, Plan, plan_of
from cardkeeper.importing.sources import load_all, remembered_columns
from cardkeeper.library import Library
from cardkeeper.library.backups import Backups
from cardkeeper.library.library import local_now
from cardkeeper.translation import tr, trn


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("import", help=tr("take people out of CSV, Excel and vCard files"))
    parser.add_argument("--dry-run", action="store_true", help=tr("say what would happen, and change nothing"))
    parser.add_argument("--as", dest="dialect", default="", metavar="DIALECT", help=", ".join(dialects()))
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line for each record"))
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help=tr("CSV, Excel and vCard files, or folders of them")
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import the files, all or none of their people; returns 1 when a file or a record could not be taken."""
    check_dialect(options.dialect)
    if options.dry_run:
        plan, failed = _look(options)
    else:
        with open_to_write(options) as library:
            plan, failed = _plan(options, library)
            if plan.to_do:
                _import(library, plan)
    for item in plan.items:
        out(_json_line(item) if options.json else _line(item))
    say(_summary(plan, dry=options.dry_run))
    return SOME_FAILED if failed or plan.count(Outcome.PROBLEM) else DONE


def _look(options: argparse.Namespace) -> tuple[Plan, bool]:
    if not Backups(folder_of(options)).possible:
        return _plan(options, None)
    with open_to_read(options) as library:
        return _plan(options, library)


def _plan(options: argparse.Namespace, library: Library | None) -> tuple[Plan, bool]:
    """What the files would do, and whether one of them could not be read."""
    region = settings_of(library).region if library else ""
    remembered = remembered_columns(library.folder) if library else {}
    loaded, failed = load_all(options.paths, Choice(options.dialect), region=region, remembered=remembered)
    for problem in failed:
        say(f"{problem.path}: {problem.error}")
        if options.json:
            error = problem.error
            out(_as_json({"file": str(problem.path), "error": error.message, "remedy": error.remedy}))
    for file in loaded:
        for remark in file.remarks:
            say(f"{file.name}: {remark}")
    with Counter(tr("compared")) as counter:
        return plan_of(library, loaded, counter.show), bool(failed)


def _import(library: Library, plan: Plan) -> None:
    now = local_now()
    prepare(library, plan, now)
    with Counter(tr("imported")) as counter:
        apply(library, plan, now, counter.show)
    before = settings_of(library)
    after = settings_after(plan, before)
    if after != before:
        settings.save(library.folder, after)


def _line(item: Item) -> str:
    return "\t".join((item.outcome.value, item.name, f"{item.file}:{item.line}", item.why))


def _json_line(item: Item) -> str:
    return _as_json(
        {
            "file": item.file,
            "line": item.line,
            "outcome": item.outcome.value,
            "name": item.name,
            "why": item.why,
            "person": item.known.id if item.known else None,
            "warnings": list(item.record.problems) if item.record else [],
        }
    )


def _as_json(values: dict[str, object]) -> str:
    return msgspec.json.encode(values).decode()


def _summary(plan: Plan, *, dry: bool) -> str:
    parts = (
        trn("{count} new person", "{count} new people", plan.count(Outcome.NEW)),
        trn("{count} adds to somebody known", "{count} add to people known", plan.count(Outcome.MERGES)),
        trn("{count} known already", "{count} known already", plan.count(Outcome.SAME)),
        trn("{count} problem", "{count} problems", plan.count(Outcome.PROBLEM)),
    )
    said = ", ".join(parts)
    return tr("Would import: {what}.", what=said) if dry else tr("Imported: {what}.", what=said)
