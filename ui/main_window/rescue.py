"""What is offered at the start where the library is damaged: the newest backup that is good."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from cardkeeper.errors import LibraryError
from cardkeeper.library import Backup, Backups, Library, LibraryDamaged, restore
from cardkeeper.library.library import local_now
from cardkeeper.translation import tr
from ui import wording

_WITHOUT_SCREEN: Final = ("offscreen", "minimal")


def open_library(folder: Path) -> Library:
    """The library; where it is damaged, the newest good backup of it, if that is what the person wants.

    Raises LibraryError.
    """
    try:
        return Library.open(folder)
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
