"""`settings`: shows what is set, or sets it; the same table as the settings of the window."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from cardkeeper import settings
from cardkeeper.cli.libraries import folder_of, open_to_write
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.settings import Settings, section_words, shown, table
from cardkeeper.translation import tr

_PAGE: Final = """# Settings

Each can be chosen in the window (Ctrl+,) or on the command line, and holds at once:

    settings                     all of them, as they are
    settings weekly_limit        one of them, and what it may be
    settings weekly_limit 5      set it

They are kept in `settings.json` in the library's folder, so each library has its own.
This page is made by `settings --page`.
"""


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("settings", help=tr("show what is set, or set it"))
    parser.add_argument("name", nargs="?", metavar="NAME", help=tr("one of them"))
    parser.add_argument("value", nargs="?", metavar="VALUE", help=tr("what it is to be; lists by commas"))
    parser.add_argument("--page", action="store_true", help=tr("all that can be set, as a page of documentation"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or set. Raises WrongInput, StorageFull and LibraryError."""
    if options.page:
        out("\n".join(page()))
    elif options.value is not None:
        # Whoever changes settings holds the library, since a window that is open would write its own over them.
        with open_to_write(options) as library:
            now = settings.changed(_load(options), options.name, options.value)
            settings.save(library.folder, now)
            out(f"{options.name} = {shown(getattr(now, options.name))}")
    elif options.name:
        line, now = settings.line(options.name), _load(options)
        out(f"{line.name} = {shown(getattr(now, line.name))}")
        say(f"{line.title}: {line.meaning} {settings.allowed(line)}".strip())
    else:
        now = _load(options)
        for line in table():
            out(f"{line.name} = {shown(getattr(now, line.name))}")
    return DONE


def page() -> Iterator[str]:
    """All that can be set, in Markdown."""
    yield _PAGE.rstrip()
    for section, lines in groupby(table(), key=lambda line: line.section):
        yield f"\n## {section_words(section)}\n"
        yield "| name | what it is | may be | usual |"
        yield "|---|---|---|---|"
        for line in lines:
            usual = f"`{shown(line.usual)}`" if shown(line.usual) else "nothing"
            may_be = ", ".join(f"`{value}`" for value in line.values) or settings.allowed(line)
            yield f"| `{line.name}` | **{line.title}.** {line.meaning} | {may_be} | {usual} |"


def _load(options: argparse.Namespace) -> Settings:
    loaded = settings.load(folder_of(options))
    for problem in loaded.problems:
        say(problem)
    return loaded.settings
