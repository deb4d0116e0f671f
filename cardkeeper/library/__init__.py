"""The library on disk: SQLite and picture files inside, model values outside."""

from cardkeeper.library.archives import pack
from cardkeeper.library.backups import Backup, BackupDamaged, Backups, Reason, reason_words
from cardkeeper.library.changes import Changes, Kind
from cardkeeper.library.checking import CheckReport
from cardkeeper.library.connection import LibraryDamaged
from cardkeeper.library.library import Library
from cardkeeper.library.lock import LibraryHeld
from cardkeeper.library.opening import look_closely
from cardkeeper.library.restoring import Preview, Restored, preview, restore
from cardkeeper.library.salvage import salvage

__all__ = [
    "Backup",
    "BackupDamaged",
    "Backups",
    "Changes",
    "CheckReport",
    "Kind",
    "Library",
    "LibraryDamaged",
    "LibraryHeld",
    "Preview",
    "Reason",
    "Restored",
    "look_closely",
    "pack",
    "preview",
    "reason_words",
    "restore",
    "salvage",
]
