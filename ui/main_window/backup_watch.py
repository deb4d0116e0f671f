"""When the library was last backed up, as the line at the bottom says; and a backup a day of a window left open."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer

from cardkeeper.errors import WorldError
from cardkeeper.library import Backup, Reason, look_closely
from cardkeeper.translation import tr
from ui import wording
from ui.jobs import Background
from ui.main_window.status import StatusLine
from ui.session import Session

_LOOK_EVERY_MS: Final = 3_600_000
_LOOK_CLOSELY_AFTER_MS: Final = 5_000
"""By then the window is used, and nothing else is in a hurry."""
_APART: Final = timedelta(hours=20)


class BackupWatch(QObject):
    """Says how old the newest backup is, and makes one of a window that is never closed."""

    def __init__(self, session: Session, background: Background, status: StatusLine) -> None:
        super().__init__(status)
        self._session, self._background, self._status = session, background, status
        self._daily = QTimer(self, interval=_LOOK_EVERY_MS)
        self._daily.timeout.connect(self.look)
        self._daily.start()
        session.said.connect(self._said)
        self.show()
        self._once = QTimer(self, singleShot=True, interval=_LOOK_CLOSELY_AFTER_MS)
        self._once.timeout.connect(self._look_closely)
        self._once.start()

    def close(self) -> None:
        """Begin nothing more: the library is about to be let go."""
        self._daily.stop()
        self._once.stop()

    def _look_closely(self) -> None:
        """Check a large library, which was opened without."""
        job = self._background.run(look_closely, self._session.library.folder, self._session.library.key)
        job.failed.connect(self._session.fail)

    def show(self) -> None:
        """Say it as it is now."""
        newest = self._session.library.backups.newest()
        self._status.set_backup(backed_up_words(newest.made_at if newest else None, self._session.now()))

    def look(self) -> None:
        """Back up what changed since yesterday."""
        if self._session.library.read_only:
            return
        backups = self._session.library.backups
        job = self._background.run(backups.make_if_changed, Reason.CLOSING, self._session.now(), apart=_APART)
        job.done.connect(self._made)
        job.failed.connect(self._failed)

    def _said(self, _sentence: str) -> None:
        """Perhaps of a backup that somebody asked for."""
        self.show()

    def _made(self, _backup: Backup | None) -> None:
        self.show()

    def _failed(self, error: WorldError) -> None:
        self._session.fail(error)
        self.show()


def backed_up_words(made_at: datetime | None, now: datetime) -> str:
    """“Backed up today at 09:14”."""
    if made_at is None:
        return tr("Not backed up yet")
    return tr("Backed up {when}", when=wording.moment(made_at, now))
