"""The files of the drops as a list model: what failed first, then what is being read, waits, and is done."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from cardkeeper.translation import tr, trn
from ui import wording
from ui.jobs import FileJob, FileState
from ui.roles import NO_PARENT, OBJECT_ROLE, Index
from ui.session import Session

_ORDER: Final = {
    FileState.FAILED: 0,
    FileState.READING: 1,
    FileState.WAITING: 2,
    FileState.SEEN: 3,
    FileState.CANCELLED: 4,
    FileState.DONE: 5,
}


class FileModel(QAbstractListModel):
    """Files of the drops. A file that changes its state moves to its new place, so that rows keep their widgets."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files: list[FileJob] = []

    def set_files(self, files: Sequence[FileJob]) -> None:
        """Take the files as they are now."""
        wanted = sorted(files, key=_rank)
        self._drop_gone({file.key for file in wanted})
        if not self._files and wanted:
            self.beginInsertRows(NO_PARENT, 0, len(wanted) - 1)
            self._files = wanted
            self.endInsertRows()
            return
        known = {file.key: file for file in self._files}
        for file in wanted:
            if known.get(file.key) != file:
                self._place(known.get(file.key), file)

    def file_at(self, row: int) -> FileJob | None:
        return self._files[row] if 0 <= row < len(self._files) else None

    def rows_failed(self) -> range:
        """The rows of the files that could not be read; they come first."""
        return range(sum(file.state is FileState.FAILED for file in self._files))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        file = self.file_at(index.row()) if index.isValid() else None
        if file is None:
            return None
        if role == OBJECT_ROLE:
            return file
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = (file.name, self.words(file), file.message, file.remedy)
            return " ".join(word for word in words if word)
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        return None

    def words(self, file: FileJob) -> str:
        """How far a file is, in few words."""
        match file.state:
            case FileState.FAILED:
                return tr("Did not come in")
            case FileState.READING:
                return _reading_words(file)
            case FileState.WAITING:
                return tr("Waiting")
            case FileState.SEEN:
                on = file.seen_on
                return tr("Seen before, {day}", day=wording.day(on, self._session.today())) if on else tr("Seen before")
            case FileState.CANCELLED:
                return tr("Cancelled")
            case FileState.DONE:
                return _done_words(file)

    def _drop_gone(self, kept: set[int]) -> None:
        for row in reversed(range(len(self._files))):
            if self._files[row].key not in kept:
                self.beginRemoveRows(NO_PARENT, row, row)
                del self._files[row]
                self.endRemoveRows()

    def _place(self, old: FileJob | None, file: FileJob) -> None:
        """Bring a file that is new or has changed to its row; all others stay where they are."""
        if old is None:
            row = bisect(self._files, _rank(file), key=_rank)
            self.beginInsertRows(NO_PARENT, row, row)
            self._files.insert(row, file)
            self.endInsertRows()
            return
        here = self._files.index(old)
        others = self._files[:here] + self._files[here + 1 :]
        row = bisect(others, _rank(file), key=_rank)
        if row != here:
            # Qt counts the place to go to before the file has left its own.
            self.beginMoveRows(NO_PARENT, here, here, NO_PARENT, row if row < here else row + 1)
            self._files = [*others[:row], file, *others[row:]]
            self.endMoveRows()
        self._files[row] = file
        self.dataChanged.emit(self.index(row), self.index(row))


def _rank(file: FileJob) -> tuple[int, int]:
    """What the files are in order of."""
    return _ORDER[file.state], file.key


def _reading_words(file: FileJob) -> str:
    if file.cards_found > 1:
        return tr("{read} of {count} cards", read=file.cards_read, count=file.cards_found)
    if file.pages > 1:
        return tr("Page {page} of {pages}", page=file.page, pages=file.pages)
    return tr("Reading")


def _done_words(file: FileJob) -> str:
    whole = file.cards_read - file.backs
    if file.backs and not whole:
        return trn("Back of a card", "Backs of {count} cards", file.backs)
    cards = trn("{count} card", "{count} cards", whole)
    return tr("{cards}, {count} sides", cards=cards, count=file.cards_read) if file.backs else cards


def fraction(file: FileJob) -> float:
    """How far the reading of a file is, from 0 to 1: by cards of the page, and by pages where there are several."""
    pages = max(1, file.pages)
    before = max(0, file.page - 1)
    within = file.cards_read / file.cards_found if file.cards_found else 0.0
    return min(1.0, within if pages == 1 else (before + min(1.0, within)) / pages)
