"""How a library of an older version becomes one of today: steps of SQL text, each whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from cardkeeper.errors import LibraryError
from cardkeeper.library.connection import APPLICATION_ID, Connection
from cardkeeper.translation import tr


@cache
def steps() -> tuple[str, ...]:
    """The SQL text of every step, the first of which makes a library out of nothing. A released step never changes."""
    folder = resources.files("cardkeeper.library") / "schema"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(file.read_text(encoding="utf-8") for file in files)


def version_of(connection: Connection) -> int:
    """The number of steps that the library has gone through."""
    version: int = connection.value("PRAGMA user_version")
    return version


def migrate(connection: Connection, texts: Sequence[str]) -> None:
    """Go through the steps that this library has not gone through. Raises LibraryError, StorageFull.

    Each step is stored together with its number: whatever happens on the way, the library is the old one or the new.
    """
    for number in range(version_of(connection) + 1, len(texts) + 1):
        with connection.unit(exclusive=True):
            _go(connection, number, texts[number - 1])


def _go(connection: Connection, number: int, text: str) -> None:
    for statement in _statements(text):
        connection.run(statement)
    if number > 1:
        # Statements for tables as they were would fail, or worse, on tables as they are.
        connection.run("DELETE FROM undo_steps")
    connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.run(f"PRAGMA user_version = {number}")
    if connection.rows("PRAGMA foreign_key_check"):
        raise LibraryError(
            tr("The library could not be brought up to date: some of its parts don't fit together."),
            tr("Nothing was changed. Use the version of the program that wrote it, and let it check the library."),
        )


def _statements(text: str) -> Iterator[str]:
    """The statements of a text, one by one: running them in one go would end the unit first."""
    gathered = ""
    for line in text.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""
    if gathered.strip():
        yield gathered
