"""A whole library into a new database under another key, or under none: row by row, and held against the old one."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Final

from cardkeeper.errors import LibraryError
from cardkeeper.files import sync_file
from cardkeeper.library.connection import APPLICATION_ID, PASSWORDS, Connection, damaged, no_passwords
from cardkeeper.library.key import Key
from cardkeeper.library.seals import Form, write_seal

_TABLES: Final = "SELECT name FROM source.sqlite_schema WHERE type = 'table' AND rootpage > 0"
_ALIKE: Final = Template("""
    SELECT (SELECT count(*) FROM source."$table") = (SELECT count(*) FROM main."$table")
        AND NOT EXISTS (SELECT * FROM source."$table" EXCEPT SELECT * FROM main."$table")""")


def is_whole(connection: Connection) -> bool:
    """Whether SQLite's own check of everything finds nothing, in a database of ours."""
    if connection.value("PRAGMA application_id") != APPLICATION_ID:
        return False
    try:
        return connection.rows("PRAGMA integrity_check(1)") == [("ok",)]
    except LibraryError:
        return False


def copy_under(
    source: Path, key: Key | None, form: Form, target: Path, *, leftover: str = "", settled: bool = False
) -> None:
    """Write all that a database with this key holds into a new file in another form, and force it to the disk.

    `leftover` is what is to be removed once that is the library, `settled` says that nobody writes to the source.
    Raises LibraryDamaged for a source that is not whole, LibraryError also where this SQLite knows no passwords.
    """
    copy = _Copy(target, key=form.key, create=True)
    try:
        copy.take(source, key, settled=settled)
        write_seal(copy, form.seal_key, leftover)
        if not is_whole(copy):
            raise damaged(source)
    finally:
        copy.close()
    sync_file(target)


class _Copy(Connection):
    """A new database that is filled with what another one holds."""

    def take(self, source: Path, key: Key | None, *, settled: bool = False) -> None:
        """Fill this new, empty database with all that another one holds, each under its own key, and compare both.

        `settled`: as in the constructor. Raises LibraryError, also where this SQLite knows no passwords.
        """
        if not PASSWORDS:
            raise no_passwords()
        # Past peewee, which would write the key to its log where somebody looks closely.
        run = self._driver.execute
        place = f"{source.absolute().as_uri()}?mode=ro{'&immutable=1' if settled else ''}"
        with self._worldly():
            run("ATTACH DATABASE ? AS source KEY ?", (place, key.as_sql if key else ""))
            try:
                run("SELECT sqlcipher_export('main', 'source')").fetchall()
                for mark in ("application_id", "user_version"):
                    run(f"PRAGMA main.{mark} = {run(f'PRAGMA source.{mark}').fetchone()[0]}")
                tables = run(_TABLES).fetchall()
                alike = all(run(_ALIKE.substitute(table=name)).fetchone()[0] for (name,) in tables)
            finally:
                run("DETACH DATABASE source")
        if not alike:
            raise damaged(source)
