"""A library: a folder with a database and files, open for one thread of one process."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from cardkeeper.files import storage_error
from cardkeeper.library.backups import Backups
from cardkeeper.library.begun import Begun
from cardkeeper.library.cards import Cards
from cardkeeper.library.changes import Changes, Kind
from cardkeeper.library.checking import Checking, CheckReport
from cardkeeper.library.companies import Companies
from cardkeeper.library.connection import Connection, connect_read_only, reading_only, sqlite_version
from cardkeeper.library.day import Day, Sources
from cardkeeper.library.derived import Derived
from cardkeeper.library.duplicates import Duplicates
from cardkeeper.library.erasing import Erasing
from cardkeeper.library.events import Events
from cardkeeper.library.favours import Favours, Thanks
from cardkeeper.library.follow_ups import FollowUps
from cardkeeper.library.history import History
from cardkeeper.library.interactions import Log
from cardkeeper.library.introductions import Introductions
from cardkeeper.library.key import Key
from cardkeeper.library.letters import Letters
from cardkeeper.library.lists import Lists
from cardkeeper.library.lock import LibraryLock
from cardkeeper.library.matches import Matches
from cardkeeper.library.merges import Merges
from cardkeeper.library.migrations import steps
from cardkeeper.library.needs import Needs
from cardkeeper.library.opening import open_database, open_read_only
from cardkeeper.library.people import People
from cardkeeper.library.places import DATABASE
from cardkeeper.library.promises import Promises
from cardkeeper.library.put_offs import PutOffs
from cardkeeper.library.referrals import Leads, Referrals
from cardkeeper.library.restoring import Restored, put_in_place
from cardkeeper.library.seals import seal_key_in, store_in
from cardkeeper.library.searches import Searches
from cardkeeper.library.transactions import Transactions
from cardkeeper.library.trash import Trash
from cardkeeper.library.undo_log import UndoLog
from cardkeeper.library.whole import Whole
from cardkeeper.remembered import forget
from cardkeeper.translation import tr

_logger: Final = logging.getLogger(__name__)


def local_now() -> datetime:
    """The time on this machine's clock, with its offset from UTC."""
    return datetime.now(UTC).astimezone()


class Library:
    """The library on disk. Reading hands out values of the model; changing goes through `transaction`.

    All calls come from the thread that opened it. Errors of the world are LibraryError (StorageFull on a full disk),
    WrongInput where something is asked of what is not there.
    """

    def __init__(
        self, folder: Path, connection: Connection, lock: LibraryLock | None, now: Callable[[], datetime]
    ) -> None:
        """For `open` only."""
        self.folder = folder
        self.seal_key = seal_key_in(connection)
        """Of the files, for who reads them elsewhere; empty where they are not sealed. Never to be written anywhere."""
        self.files = store_in(folder, self.seal_key)
        self.backups = Backups(folder, connection.key, self.seal_key)
        self.now = now
        self._connection = connection
        self._lock = lock
        self._derived = Derived(connection)
        undo_log = UndoLog(connection)
        self._transactions = Transactions(connection, undo_log, self._derived, now)
        self.history = History(self._transactions, undo_log)
        self.whole = Whole(connection)
        self.people = People(connection, self._transactions)
        self.lists = Lists(connection)
        self.searches = Searches(connection, self._transactions)
        self.trash = Trash(connection, self._transactions)
        self.duplicates = Duplicates(connection)
        self.erasing = Erasing(connection, self._transactions, self.files)
        self.merges = Merges(connection, self._transactions, self.people)
        self.events = Events(connection, self._transactions)
        self.follow_ups = FollowUps(connection, self._transactions)
        self.log = Log(connection, self._transactions)
        self.promises = Promises(connection, self._transactions)
        self.needs = Needs(connection, self._transactions)
        self.thanks = Thanks(connection, self._transactions)
        self.favours = Favours(connection, self._transactions, self.thanks)
        self.referrals = Referrals(connection, self._transactions, self.favours, self.thanks, self.needs)
        self.leads = Leads(connection, self._transactions, self.favours, self.thanks, self.referrals)
        self.introductions = Introductions(connection, self._transactions, self.favours, self.needs)
        self.put_offs = PutOffs(connection, self._transactions)
        self.matches = Matches(connection)
        self._transactions.subscribe(self._forget_matches)
        sources = Sources(
            self.follow_ups,
            self.log,
            self.promises,
            self.needs,
            self.matches,
            self.thanks,
            self.referrals,
            self.introductions,
            self.put_offs,
        )
        self.day = Day(connection, sources)
        self.letters = Letters(connection, self._transactions)
        self.begun = Begun(connection, self._transactions)
        self.companies = Companies(connection)
        self.cards = Cards(connection, self._transactions, self.people, self.events, self.follow_ups)
        _logger.info("library open, SQLite %s, journal %s", sqlite_version(), connection.journal)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        key: Key | None = None,
        read_only: bool = False,
        now: Callable[[], datetime] = local_now,
        progress: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> Self:
        """Open the library in a folder; unless `read_only`, make one where there is none and keep others from writing.

        One that an older version wrote is brought up to date: `progress` hears of how many people out of how many.

        Raises LibraryError when it is held by another process, damaged, newer than this program, or no library;
        PasswordNeeded or WrongPassword where it has a password and `key` (see `unlock`) is none or not its own.
        """
        if read_only:
            return cls(folder, open_read_only(folder, steps(), key), None, now)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(folder, error) from error
        lock = LibraryLock(folder)
        lock.acquire(now())
        try:
            connection = open_database(folder, steps(), now(), key)
            try:
                library = cls(folder, connection, lock, now)
                library._transactions.install(progress)
                library.trash.let_go()
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise
        return library

    def beside(self) -> Self:
        """This library once more, for the thread that calls: not checked again, and never changed there."""
        return type(self)(self.folder, connect_read_only(self.folder / DATABASE, self.key), None, self.now)

    def restore(self, source: Path, password: str = "") -> Restored:
        """Put a backup in the place of this library, which stays open; see `restoring.restore`.

        The library as it was is kept as a backup. Whoever listens is told that anything may be different.
        """
        self._connection.close()
        try:
            restored = put_in_place(self.folder, source, self.now(), self.key, password)
            # A backup of an older version is brought up to date, as when a library is opened.
            open_database(self.folder, steps(), self.now(), self.key).close()
        finally:
            self._connection.open()
            self._transactions.install()
        self._transactions.announce(tr("Restored a backup"))
        return restored

    @property
    def read_only(self) -> bool:
        return self._connection.read_only

    @property
    def key(self) -> Key | None:
        """What opens it beside, where it has a password. Never to be written anywhere."""
        return self._connection.key

    def assert_writable(self) -> None:
        """Raise LibraryError, in words, where the library can only be read."""
        if self.read_only:
            raise reading_only()

    def close(self) -> None:
        """Let go of the library and of all text of it that was kept. Nothing can be asked of it afterwards."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            forget()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def transaction(self, said: str, *, step: str = "") -> AbstractContextManager[None]:
        """Store all that changes inside together, as one undo step that `said` tells of, or nothing of it.

        Inside of another one it is a part of that. With `step` it joins the newest undo step of the same name (of this
        session), so that a whole drop is undone at once.
        """
        return self._transactions.transaction(said, step)

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after each stored change, undo and redo; the returned function ends that."""
        return self._transactions.subscribe(listener)

    def _forget_matches(self, changes: Changes) -> None:
        if Kind.CONTACTS in changes.kinds:
            self.matches.forget()

    def check(self, *, repair: bool = False) -> CheckReport:
        """Look whether everything in the library is whole, and with `repair` mend what can be mended."""
        backed_up = self.backups.pictures, self.backups.plain_pictures
        checking = Checking(self._connection, self._transactions, self._derived, self.files, backed_up)
        return checking.check(repair=repair)
