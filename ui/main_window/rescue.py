"""How a window's library is opened where something is wrong with it: to be read only, or from a good backup."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from cardkeeper.errors import LibraryError, ReadOnlyPlace
from cardkeeper.library import Backup, Backups, Library, LibraryDamaged, restore
from cardkeeper.library.library import local_now
from cardkeeper.library.places import DATABASE
from cardkeeper.translation import tr
from ui import wording

_WITHOUT_SCREEN: Final = ("offscreen", "minimal")
_log = logging.getLogger(__name__)


def open_library(folder: Path) -> Library:
    """The library; to be read only where nothing can be written; where it is damaged, its newest good backup if wanted.

    Raises LibraryError.
    """
    try:
        return Library.open(folder)
    except ReadOnlyPlace as error:
        if not (folder / DATABASE).exists():
            raise
        _log.info("nothing can be written there (%s): open for reading only", type(error.__cause__).__name__)
        return Library.open(folder, read_only=True)
    except LibraryDamaged as error:
        backup = Backups(folder).newest_verified()
        if backup is None or QApplication.platformName() in _WITHOUT_SCREEN or not _wants(error, backup):
            raise
        restore(folder, backup.path, local_now())
        return Library.open(folder)


def _wants(error: LibraryError, backup: Backup) -> bool:
    """Whether the person wants this backup in place of the damaged library."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Cardkeeper", error.message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(offer_words(backup))
    restoring = box.addButton(tr("Restore the backup"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is restoring


def offer_words(backup: Backup) -> str:
    """What a backup would bring back, and what becomes of the damaged library."""
    return tr(
        "The newest good backup was made {when} and holds {people} people and {cards} cards. If you restore it, the"
        " damaged library is moved aside, and nothing of it is changed.",
        when=wording.moment(backup.made_at, local_now()),
        people=backup.note.people,
        cards=backup.note.cards,
    )
