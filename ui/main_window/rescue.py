"""How a window's library is opened where something is wrong with it: to be read only, or from a good backup."""

from __future__ import annotations

import logging
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from cardkeeper.errors import LibraryError, ReadOnlyPlace
from cardkeeper.library import Backup, Backups, Key, Library, LibraryDamaged, restore
from cardkeeper.library.library import local_now
from cardkeeper.library.places import DATABASE
from cardkeeper.translation import tr
from ui import wording

if TYPE_CHECKING:
    from cardkeeper.outgoing import Rescued

_WITHOUT_SCREEN: Final = ("offscreen", "minimal")
_log = logging.getLogger(__name__)


def open_library(folder: Path, key: Key | None = None) -> Library:
    """The library; to be read only where nothing can be written; where it is damaged, its newest good backup if wanted.

    Raises LibraryError, PasswordNeeded where it has a password and `key` is none.
    """
    try:
        return Library.open(folder, key=key)
    except ReadOnlyPlace as error:
        if not (folder / DATABASE).exists():
            raise
        _log.info("nothing can be written there (%s): open for reading only", type(error.__cause__).__name__)
        return Library.open(folder, key=key, read_only=True)
    except LibraryDamaged as error:
        if QApplication.platformName() in _WITHOUT_SCREEN:
            raise
        backup = Backups(folder).newest_verified()
        if backup is None:
            if _asked(error, no_backup_words(), tr("Save what can be read")):
                raise rescued_error(error, _rescue(folder, key)) from error
            raise
        if not _asked(error, offer_words(backup), tr("Restore the backup")):
            raise
        restore(folder, backup.path, local_now(), key)
        return Library.open(folder, key=key)


def _rescue(folder: Path, key: Key | None) -> Rescued:
    """Save who can be read; writing tables is loaded here, since hardly any start needs it."""
    saved: Rescued = import_module("cardkeeper.outgoing").rescue(folder, rescue_folder(local_now()), key)
    return saved


def _asked(error: LibraryError, offer: str, yes: str) -> bool:
    """Whether the person wants what is offered for the damaged library."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Cardkeeper", error.message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(offer)
    accepting = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is accepting


def no_backup_words() -> str:
    """What can be done where there is no backup to go back to."""
    return tr(
        "There is no good backup. Whoever can still be read can be saved as a table and as vCards, in a new folder. The"
        " damaged library is left as it is."
    )


def rescue_folder(now: datetime) -> Path:
    """A new folder among the person's documents."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents / tr("Rescued from Cardkeeper {day}", day=f"{now:%Y-%m-%d %H.%M.%S}")


def rescued_error(error: LibraryError, rescued: Rescued) -> LibraryError:
    """What is said after a rescue: still that the library is damaged, and where its people are now."""
    folder = rescued.files[0].parent
    return LibraryError(
        error.message,
        tr(
            "{said} They are in {folder}. Move the damaged library away and import them.",
            said=rescued.words,
            folder=folder,
        ),
    )


def offer_words(backup: Backup) -> str:
    """What a backup would bring back, and what becomes of the damaged library."""
    return tr(
        "The newest good backup was made {when} and holds {people} people and {cards} cards. If you restore it, the"
        " damaged library is moved aside, and nothing of it is changed.",
        when=wording.moment(backup.made_at, local_now()),
        people=backup.note.people,
        cards=backup.note.cards,
    )
