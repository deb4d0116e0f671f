"""Which files of a watched folder are whole and new: one that still grows is left alone, one that was taken too."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from cardkeeper.errors import UnreadableFile
from cardkeeper.files import SUPPORTED_SUFFIXES, writable, write_whole
from cardkeeper.translation import tr

FILE_NAME: Final = "watched.json"


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What tells two states of a file apart."""

    size: int
    changed: int
    """Nanoseconds since 1970, as the file system says it."""


def look_into(folder: Path) -> dict[str, Stamp]:
    """The pictures and PDFs that lie in a folder now, by name. Raises UnreadableFile."""
    try:
        return _stamps(folder)
    except OSError as error:
        raise UnreadableFile(
            tr("The watched folder {folder} can’t be looked into.", folder=folder),
            tr("See that it is there and that you may read it, or choose another in the settings."),
        ) from error


def _stamps(folder: Path) -> dict[str, Stamp]:
    found = {}
    for path in folder.iterdir():
        if path.name.startswith(".") or path.suffix.lower() not in SUPPORTED_SUFFIXES:
            continue
        try:
            state = path.stat()
        except FileNotFoundError:  # gone since the folder was listed
            continue
        if path.is_file():
            found[path.name] = Stamp(state.st_size, state.st_mtime_ns)
    return found


class Arrivals:
    """Compares what lies in a folder now with what lay there a moment ago, and with what was taken before."""

    def __init__(self, taken: Mapping[str, Stamp] | None = None) -> None:
        """Without `taken`, whatever the first look finds counts as taken: only what comes later is new."""
        self._begun = taken is not None
        self.taken: dict[str, Stamp] = dict(taken or {})
        self._before: dict[str, Stamp] = {}

    @property
    def waiting(self) -> bool:
        """Whether something lies there that may still grow."""
        return any(self.taken.get(name) != stamp for name, stamp in self._before.items())

    def look(self, found: Mapping[str, Stamp]) -> tuple[str, ...]:
        """The names of those that have not changed since the last look, and that nobody has taken yet."""
        if not self._begun:
            self._begun = True
            self.taken = dict(found)
        whole = tuple(
            name
            for name, stamp in found.items()
            if stamp.size and self._before.get(name) == stamp and self.taken.get(name) != stamp
        )
        self._before = dict(found)
        # What is gone may come again, and is new then.
        self.taken = {name: stamp for name, stamp in self.taken.items() if name in found}
        self.taken |= {name: found[name] for name in whole}
        return whole


def load_taken(library: Path, watched: Path) -> dict[str, Stamp] | None:
    """What was taken from this folder before; None where it was never watched."""
    try:
        kept = msgspec.json.decode((library / FILE_NAME).read_bytes(), type=dict[str, dict[str, Stamp]])
    except (OSError, msgspec.DecodeError):
        return None
    return kept.get(writable(str(watched)))


def save_taken(library: Path, watched: Path, taken: Mapping[str, Stamp]) -> None:
    """Remember what was taken from this folder. Raises StorageFull or LibraryError."""
    kept = {writable(str(watched)): {writable(name): stamp for name, stamp in taken.items()}}
    write_whole(library / FILE_NAME, msgspec.json.encode(kept))
