"""The files of an import: which ones paths stand for, what each holds, and what a person once said of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from cardkeeper.errors import WorldError
from cardkeeper.exchange.archive import is_archive
from cardkeeper.exchange.loading import NOTHING_SAID, USUAL, Choice, Loaded, bytes_of, load, signature
from cardkeeper.exchange.tables.headers import Column
from cardkeeper.files import may_hold_people, write_whole
from cardkeeper.importing.archives import load_archive

FILE_NAME: Final = "columns.json"
"""In the library's folder: what the columns of tables hold that no program is known to write, by their headings."""

Remembered = Mapping[str, tuple[Column, ...]]

_DECODER: Final = msgspec.json.Decoder(dict[str, tuple[Column, ...]])


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that can't be read, and why."""

    path: Path
    error: WorldError


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that paths stand for: of a folder those that may hold people."""
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if may_hold_people(each) and each.is_file())
        else:
            yield path


def load_file(path: Path, choice: Choice = USUAL, *, region: str = "", remembered: Remembered = NOTHING_SAID) -> Loaded:
    """What one file holds. Raises UnreadableFile, WrongInput."""
    if not choice.dialect and is_archive(path):
        return load_archive(path)
    return load(path.name, bytes_of(path), choice, region=region, remembered=remembered)


def load_all(
    paths: Sequence[Path], choice: Choice = USUAL, *, region: str = "", remembered: Remembered = NOTHING_SAID
) -> tuple[tuple[Loaded, ...], tuple[Failed, ...]]:
    """What all files hold, and those that can't be read; for any thread."""
    loaded, failed = [], []
    for path in files_in(paths):
        try:
            loaded.append(load_file(path, choice, region=region, remembered=remembered))
        except WorldError as error:
            failed.append(Failed(path, error))
    return tuple(loaded), tuple(failed)


def remembered_columns(folder: Path) -> Remembered:
    """What was said of columns in this library; nothing where that can't be read."""
    try:
        return _DECODER.decode((folder / FILE_NAME).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return {}


def remember_columns(folder: Path, loaded: Loaded) -> None:
    """Keep what was said of the columns of a table. Raises StorageFull, LibraryError."""
    if loaded.table is None:
        return
    known = {**remembered_columns(folder), signature(loaded.table.header): loaded.columns}
    write_whole(folder / FILE_NAME, msgspec.json.encode(known))
