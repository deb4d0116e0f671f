"""Whether everything in a library is whole; what can be mended is mended on request, and nothing is deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cardkeeper.files import FileStore, storage_error
from cardkeeper.library.connection import Connection
from cardkeeper.library.derived import Derived
from cardkeeper.library.places import SET_ASIDE
from cardkeeper.library.transactions import Transactions
from cardkeeper.translation import tr, trn

_HASH: Final = re.compile(r"\b[0-9a-f]{64}\b")

_OF_PEOPLE: Final = """
    SELECT contact_id, json_extract(text, '$.file') FROM details
    WHERE kind = 'kept' AND json_extract(text, '$.file') <> '' ORDER BY id"""
"""Pictures, sounds and keys that came with imported people."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found; each a sentence for the person."""

    problems: tuple[str, ...] = ()
    """What is not as it should be, and still isn't."""
    repaired: tuple[str, ...] = ()
    """What was not as it should be, and is now."""
    people: int = 0
    cards: int = 0
    files: int = 0

    @property
    def ok(self) -> bool:
        return not self.problems


class Checking:
    """Looks through the database and the files of a library."""

    def __init__(
        self,
        connection: Connection,
        transactions: Transactions,
        derived: Derived,
        files: FileStore,
        backed_up: tuple[FileStore, FileStore],
    ) -> None:
        """`backed_up`: the files that backups share: those that lie as in the library, and those that are plain."""
        self._connection = connection
        self._transactions = transactions
        self._derived = derived
        self._files = files
        self._backed_up = backed_up
        self._problems: list[str] = []
        self._repaired: list[str] = []

    def check(self, *, repair: bool) -> CheckReport:
        """Look at everything; with `repair`, mend the search and the indexes, and put the files in order.

        Files that are missing or were changed come back from a backup that has them; those nobody refers to are set
        aside.
        """
        self._indexes(repair=repair)
        self._links()
        self._search(repair=repair)
        kept = self._pictures(repair=repair)
        self._strays(kept, repair=repair)
        count = self._connection.value
        return CheckReport(
            tuple(self._problems),
            tuple(self._repaired),
            count("SELECT count(*) FROM contacts"),
            count("SELECT count(*) FROM cards WHERE front_id IS NULL"),
            len(kept),
        )

    def _indexes(self, *, repair: bool) -> None:
        """The whole of SQLite's own check; what is only an index out of step can be made anew from the rows."""
        if self._is_whole():
            return
        if repair:
            with self._transactions.transaction(tr("Made the indexes of the library anew")):
                self._connection.run("REINDEX")
                self._derived.rebuild_all()
            if self._is_whole():
                self._repaired.append(tr("The indexes of the database were out of step; they were made anew."))
                return
        self._problems.append(tr("The database is damaged: put a backup in its place."))

    def _is_whole(self) -> bool:
        return self._connection.rows("PRAGMA integrity_check(1)") == [("ok",)]

    def _links(self) -> None:
        for table, row_id, parent, _ in self._connection.rows("PRAGMA foreign_key_check"):
            self._problems.append(
                tr(
                    "Row {id} of {table} belongs to something in {parent} that is not there.",
                    **_link(table, row_id, parent),
                )
            )

    def _search(self, *, repair: bool) -> None:
        wrong = self._derived.out_of_step()
        if not wrong:
            return
        said = trn(
            "{count} person would not be found by the search as they should.",
            "{count} people would not be found by the search as they should.",
            wrong,
        )
        if repair:
            with self._transactions.transaction(tr("Made the search anew")):
                self._derived.rebuild_all()
            said += " " + tr("The search was made anew.")
        (self._repaired if repair else self._problems).append(said)

    def _pictures(self, *, repair: bool) -> dict[str, Path]:
        """Whether every file that a card or a scan refers to is there, with the bytes that it came with."""
        kept = dict(self._files.kept())
        for sha256, what in self._referred():
            path = kept.get(self._files.name_of(sha256))
            if path is not None and self._files.is_whole(path):
                continue
            if path is None:
                said = tr("The file of {what} is missing ({hash}).", what=what, hash=sha256[:12])
            else:
                said = tr("The file of {what} was changed: {path}.", what=what, path=path)
            fetched = self._fetched(sha256, path) if repair else None
            if fetched is None:
                self._problems.append(said + (" " + tr("No backup has it whole.") if repair else ""))
            else:
                kept[fetched.stem] = fetched
                self._repaired.append(said + " " + tr("It was brought back from a backup."))
        return kept

    def _fetched(self, sha256: str, altered: Path | None) -> Path | None:
        """The file as a backup has it, in its place again; None where none has it whole. An altered one goes aside."""
        for number, store in enumerate(self._backed_up):
            source = store.path_of(sha256)
            if source is None or not store.is_whole(source):
                continue
            if altered is not None:
                _move(altered, self._files.folder.parent / SET_ASIDE)
            if number == 0:
                self._files.adopt(source)
            else:
                suffix, data = store.contents(source)
                self._files.keep_bytes(data, suffix)
            return self._files.path_of(sha256)
        return None

    def _referred(self) -> Iterator[tuple[str, str]]:
        for scan_id, sha256 in self._connection.rows("SELECT id, sha256 FROM scans ORDER BY id"):
            yield sha256, tr("scan {id}", id=scan_id)
        for card_id, picture in self._connection.rows("SELECT id, picture FROM cards WHERE picture <> '' ORDER BY id"):
            yield picture, tr("card {id}", id=card_id)
        for contact_id, sha256 in self._connection.rows(_OF_PEOPLE):
            yield sha256, tr("person {id}", id=contact_id)

    def _strays(self, kept: dict[str, Path], *, repair: bool) -> None:
        """Files that nothing refers to: left by a process that was stopped between the file and the row."""
        needed = {sha256 for sha256, _ in self._referred()} | self._wanted_by_undo()
        wanted = {self._files.name_of(sha256) for sha256 in needed}
        strays = [path for name, path in kept.items() if name not in wanted]
        strays += self._files.leftovers()
        if not strays:
            return
        said = trn("{count} file belongs to no card.", "{count} files belong to no card.", len(strays))
        if not repair:
            self._problems.append(said)
            return
        aside = self._files.folder.parent / SET_ASIDE
        for path in strays:
            _move(path, aside)
        self._repaired.append(said + " " + tr("Moved to {folder}.", folder=aside))

    def _wanted_by_undo(self) -> set[str]:
        """Files whose rows would come back by undo or redo."""
        rows = self._connection.rows("SELECT statement FROM undo_entries WHERE noun IN ('scans', 'cards', 'details')")
        return {sha256 for (statement,) in rows for sha256 in _HASH.findall(statement)}


def _link(table: str, row_id: int | None, parent: str) -> dict[str, object]:
    return {"table": table, "id": row_id, "parent": parent}


def _move(path: Path, folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
        path.replace(folder / path.name)
    except OSError as error:
        raise storage_error(folder, error) from error
