"""The library on disk: SQLite and picture files inside, model values outside."""

from cardkeeper.library.archives import pack
from cardkeeper.library.backups import Backup, BackupDamaged, Backups, Reason, reason_words
from cardkeeper.library.changes import Changes, Kind
from cardkeeper.library.checking import CheckReport
from cardkeeper.library.connection import PASSWORDS, LibraryDamaged
from cardkeeper.library.key import Key, PasswordNeeded, WrongPassword, new_key
from cardkeeper.library.library import Library
from cardkeeper.library.lock import LibraryHeld
from cardkeeper.library.opening import has_password, is_older, look_closely, unlocked
from cardkeeper.library.resealing import Resealed, Stopped, bring_along, reseal
from cardkeeper.library.restoring import Preview, Restored, preview, restore
from cardkeeper.library.salvage import salvage
from cardkeeper.library.seals import Form

__all__ = [
    "PASSWORDS",
    "Backup",
    "BackupDamaged",
    "Backups",
    "Changes",
    "CheckReport",
    "Form",
    "Key",
    "Kind",
    "Library",
    "LibraryDamaged",
    "LibraryHeld",
    "PasswordNeeded",
    "Preview",
    "Reason",
    "Resealed",
    "Restored",
    "Stopped",
    "WrongPassword",
    "bring_along",
    "has_password",
    "is_older",
    "look_closely",
    "new_key",
    "pack",
    "preview",
    "reason_words",
    "reseal",
    "restore",
    "salvage",
    "unlocked",
]
