"""The library on disk: SQLite and picture files inside, model values outside."""

from cardkeeper.library.changes import Changes, Kind
from cardkeeper.library.checking import CheckReport
from cardkeeper.library.library import Library
from cardkeeper.library.lock import LibraryHeld

__all__ = ["Changes", "CheckReport", "Kind", "Library", "LibraryHeld"]
