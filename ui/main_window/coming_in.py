"""The ways in for files: dropped anywhere on the window, chosen, or on the clipboard."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QDir, QMimeData, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from cardkeeper.errors import UnreadableFile
from cardkeeper.files import PEOPLE_SUFFIXES, SUPPORTED_SUFFIXES, may_hold_people
from cardkeeper.model.people import NOTHING_SAID, Event, MetContext
from cardkeeper.translation import tr
from ui.jobs import Background, ReadingJobs
from ui.session import Session


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders that some dragged or copied data names."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def save_picture(picture: QImage, folder: Path) -> Path:
    """Put a picture from the clipboard into a file of its own. Raises UnreadableFile."""
    path = folder / f"{tr('From the clipboard')}.png"
    if not picture.save(str(path)):
        raise UnreadableFile(
            tr("The picture on the clipboard can't be kept in {folder}.", folder=folder),
            tr("Make room there, and paste again."),
        )
    return path


class ComingIn(QObject):
    """Takes files and has them read as one drop."""

    taken = Signal()
    """Files were taken; their reading begins."""
    people = Signal(object)
    """Files of people (paths), such as CSV and vCards, to be imported."""

    def __init__(self, session: Session, jobs: ReadingJobs, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._background, self._window = session, jobs, background, window

    def take(self, paths: Iterable[Path], met: MetContext = NOTHING_SAID) -> None:
        """Read these files and folders as one batch; files of people are imported instead.

        `met` is suggested where the window asks where these people were met.

        Raises LibraryError where the library can only be read.
        """
        self._session.library.assert_writable()
        people: list[Path] = []
        files: list[Path] = []
        for path in paths:
            (people if may_hold_people(path) and path.is_file() else files).append(path)
        if files:
            self._jobs.start(tuple(files), met)
            self.taken.emit()
        if people:
            self.people.emit(tuple(people))

    def choose_for(self, event: Event) -> None:
        """Let a person choose files with cards of people who were met at this event."""
        self._choose(MetContext(event.name, event.on, event.place))

    def choose(self) -> None:
        """Let a person choose files, without stopping the window meanwhile."""
        self._choose(NOTHING_SAID)

    def _choose(self, met: MetContext) -> None:
        dialog = QFileDialog(self._window, tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(SUPPORTED_SUFFIXES))
        people = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(PEOPLE_SUFFIXES))
        dialog.setNameFilters(
            [
                tr("Cards: pictures and PDF ({kinds})", kinds=kinds),
                tr("People: tables and vCards ({kinds})", kinds=people),
                tr("All files (*)"),
            ]
        )
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        if dialog.directory() == QDir.current():
            # Nobody has chosen files yet; what the program was started in is no place for cards.
            dialog.setDirectory(pictures if Path(pictures).is_dir() else str(Path.home()))
        dialog.setSidebarUrls([QUrl.fromLocalFile(str(Path.home())), QUrl.fromLocalFile(pictures)])
        dialog.filesSelected.connect(lambda names: self.take(map(Path, names), met))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Take the files or the picture on the clipboard; says so where there is neither."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        files = local_files(data) if data is not None else ()
        if files:
            self.take(files)
        elif data is not None and data.hasImage():
            self._paste_picture(QGuiApplication.clipboard().image())
        else:
            self._session.say(tr("There is no picture and no file on the clipboard"))

    def _paste_picture(self, picture: QImage) -> None:
        # A photo takes a second to compress, so another thread does it.
        job = self._background.run(save_picture, picture, self._jobs.scratch.folder())
        job.done.connect(lambda path: self.take([path]))
        job.failed.connect(self._session.fail)
