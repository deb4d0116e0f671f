"""The watched folder: what arrives in it is read, once it is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from cardkeeper.arriving import Arrivals, Stamp, load_taken, look_into, save_taken
from cardkeeper.errors import WorldError
from cardkeeper.translation import trn
from ui.jobs import Background
from ui.session import Session

_PAUSE_MS: Final = 2000
"""A file that has the same size and time twice in such a distance is whole."""
_SLOWLY_MS: Final = 30_000
"""Folders on a network say nothing when something arrives in them."""


class WatchedFolder(QObject):
    """Follows the setting; hands over what has arrived. The folder is looked into on a thread of its own."""

    def __init__(
        self,
        session: Session,
        take: Callable[[tuple[Path, ...]], object],
        parent: QObject | None = None,
        *,
        pause_ms: int = _PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._session, self._take = session, take
        self._folder: Path | None = None
        self._arrivals = Arrivals()
        self._looking = self._complained = self._known = False
        self._thread = Background(self)
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=pause_ms)
        self._slowly = QTimer(self, interval=_SLOWLY_MS)
        self._watcher.directoryChanged.connect(self._soon.start)
        self._soon.timeout.connect(self._look)
        self._slowly.timeout.connect(self._look)
        session.settings_changed.connect(self._follow)
        self._follow()

    def close(self) -> None:
        """Look no more."""
        self._folder = None
        self._session.settings_changed.disconnect(self._follow)
        self._watcher.directoryChanged.disconnect()
        self._soon.stop()
        self._slowly.stop()
        self._thread.close()

    def _follow(self) -> None:
        # What arrives can't be taken into a library that can only be read; it waits there.
        wanted = "" if self._session.library.read_only else self._session.settings.watched_folder
        folder = Path(wanted) if wanted else None
        if folder == self._folder:
            return
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._folder, self._complained = folder, False
        if folder is None:
            self._soon.stop()
            self._slowly.stop()
            return
        taken = load_taken(self._session.library.folder, folder)
        self._arrivals, self._known = Arrivals(taken), taken is not None
        self._slowly.start()
        if folder.is_dir():
            self._watcher.addPath(str(folder))
        self._look()

    def _look(self) -> None:
        if self._folder is None or self._looking:
            return
        self._looking = True
        folder = self._folder
        job = self._thread.run(look_into, folder)
        job.done.connect(lambda found: self._compare(folder, found))
        job.failed.connect(self._complain)

    def _compare(self, folder: Path, found: dict[str, Stamp]) -> None:
        self._looking = self._complained = False
        if folder != self._folder:
            self._soon.start()
            return
        if str(folder) not in self._watcher.directories():
            self._watcher.addPath(str(folder))
        before = dict(self._arrivals.taken)
        whole = self._arrivals.look(found)
        if self._arrivals.taken != before or not self._known:
            self._remember(folder)
        if whole:
            self._session.say(
                trn("{count} file came into the folder", "{count} files came into the folder", len(whole))
            )
            self._take(tuple(folder / name for name in whole))
        if self._arrivals.waiting:
            self._soon.start()

    def _remember(self, folder: Path) -> None:
        self._known = True
        try:
            save_taken(self._session.library.folder, folder, self._arrivals.taken)
        except WorldError as error:
            self._session.fail(error)

    def _complain(self, error: WorldError) -> None:
        """Once, and not every half minute."""
        self._looking = False
        if not self._complained:
            self._complained = True
            self._session.fail(error)
