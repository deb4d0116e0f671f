"""Files by their content: a store that keeps the same bytes once, and the files that a person's drop stands for."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from cardkeeper.errors import LibraryError, ReadOnlyPlace, StorageFull, UnreadableFile
from cardkeeper.translation import tr

PEOPLE_SUFFIXES: Final = frozenset({".vcf", ".vcard", ".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".zip"})
"""Of files of people; a folder is searched for these."""

SUPPORTED_SUFFIXES: Final = frozenset(
    (
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".webp",
        ".tif",
        ".tiff",
        ".bmp",
        ".gif",
        ".heic",
        ".heif",
        ".hif",
        ".pdf",
    )
)
"""What a folder is searched for. A file named by itself is taken whatever it is called; reading says what is wrong."""

_CHUNK: Final = 1 << 20
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_SUFFIX: Final = re.compile(r"\.[a-z0-9]{1,8}")
_SUFFIX_ENDS: Final = b"\n"
"""Before the bytes of a sealed file stands the suffix that it had."""
_INCOMING: Final = "incoming-"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(frozen=True, slots=True)
class Unusable:
    """A path that stands for no file to read, with the reason and what to do, in words for the person."""

    path: Path
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files that some paths stand for, each once, and the paths that stand for none."""

    files: tuple[Path, ...]
    problems: tuple[Unusable, ...] = ()


def writable(text: str) -> str:
    """A text that can be written as UTF-8.

    What is half a character in it, as in the names of files that are not written in UTF-8, becomes a question mark.
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in lower-case hex. Raises UnreadableFile."""
    try:
        with path.open("rb") as source:
            return hashlib.file_digest(source, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error


def gather(paths: Iterable[Path]) -> Gathered:
    """The files that these paths stand for: files as they are, folders with all that is a picture or a PDF in them.

    Folders are searched to their depth, in the order in which people count (scan 2 before scan 10); hidden files and
    links to folders are left out. Nothing is raised: what can't be used is told in `problems`.
    """
    files: dict[Path, None] = {}
    problems: list[Unusable] = []
    for path in paths:
        inside, unusable = _stands_for(path)
        files.update(dict.fromkeys(inside))
        problems.extend(unusable)
    return Gathered(tuple(files), tuple(problems))


class Seal(Protocol):
    """What keeps files from whoever lacks the key; see `sealing`."""

    def name(self, sha256: str) -> str: ...

    def close(self, data: bytes, name: str) -> bytes: ...

    def open(self, data: bytes, name: str) -> bytes: ...


class FileStore:
    """A folder of files named by the SHA-256 of their bytes, or, sealed, by names that only the seal can tell.

    A file lies at `ab/abcdef….jpg`: under the first two digits, its suffix kept, so that any other program opens it. A
    sealed one has no suffix; that is sealed with it. Files are written beside their place, forced to disk and renamed,
    so that a name never stands for half a file. Several processes may write at once: they can only write the same
    bytes.
    """

    def __init__(self, folder: Path, seal: Seal | None = None) -> None:
        self.folder = folder
        self._seal = seal

    def keep(self, path: Path) -> str:
        """Keep a copy of a file and return its SHA-256. Raises UnreadableFile, StorageFull or LibraryError."""
        try:
            source = path.open("rb")
        except OSError as error:
            raise _unreadable(path, error) from error
        with source:
            return self._keep(_FileChunks(source, path), path.suffix)

    def keep_bytes(self, data: bytes, suffix: str) -> str:
        """Keep these bytes under a suffix such as ".jpg"; return their SHA-256. Raises StorageFull, LibraryError."""
        return self._keep((data,), suffix)

    def read(self, sha256: str) -> bytes | None:
        """The bytes of the file with this hash, None when it is not there. Raises UnreadableFile."""
        path = self.path_of(sha256)
        return None if path is None else self.contents(path)[1]

    def contents(self, path: Path) -> tuple[str, bytes]:
        """Suffix and bytes of a file in a store with this seal. Raises UnreadableFile."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error
        if self._seal is None:
            return path.suffix, data
        suffix, _, data = self._seal.open(data, path.stem).partition(_SUFFIX_ENDS)
        return suffix.decode("ascii"), data

    def is_whole(self, path: Path) -> bool:
        """Whether a file in a store with this seal is there and is what its name says."""
        try:
            if self._seal is None:
                return sha256_of(path) == path.stem
            return self.name_of(hashlib.sha256(self.contents(path)[1]).hexdigest()) == path.stem
        except UnreadableFile:
            return False

    def adopt(self, source: Path) -> bool:
        """Keep a file of another store with the same seal under the name it has there; whether it was there, whole.

        It costs no room where the disk can give one file two names. Raises StorageFull or LibraryError.
        """
        if self.named(source.stem) is not None:
            return True
        if not self.is_whole(source):
            return False
        target = self.folder / source.stem[:2] / source.name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(source, target)
            sync_folder(target.parent)
        except OSError:
            # Another disk, or one that knows no second names.
            if self._seal is None:
                self.keep(source)
            else:
                suffix, data = self.contents(source)
                self.keep_bytes(data, suffix)
        return True

    def discard(self, sha256: str) -> None:
        """Remove a file. Raises LibraryError where it can't be removed."""
        path = self.path_of(sha256)
        if path is not None:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise storage_error(path.parent, error) from error

    def name_of(self, sha256: str) -> str:
        """The name, without a suffix, under which the file with this hash lies here, or would."""
        return sha256 if self._seal is None else self._seal.name(sha256)

    def path_of(self, sha256: str) -> Path | None:
        """Where the file with this hash lies, None when it is not there. What it holds is told by `read`."""
        return self.named(self.name_of(sha256)) if _HASH.fullmatch(sha256) else None

    def named(self, name: str) -> Path | None:
        """Where the file lies that has this name here, None when it is not there."""
        shard = self.folder / name[:2]
        return next((path for path in sorted(shard.glob(f"{name}*")) if path.stem == name), None)

    def kept(self) -> Iterator[tuple[str, Path]]:
        """Every file with its name, in the order of the names."""
        for path in sorted(self.folder.glob("??/*")):
            if _HASH.fullmatch(path.stem) and path.stem.startswith(path.parent.name):
                yield path.stem, path

    def leftovers(self) -> tuple[Path, ...]:
        """Half-written files of a process that was stopped, and of those that are writing now."""
        return tuple(sorted(self.folder.glob(f"{_INCOMING}*")))

    def _keep(self, chunks: Iterable[bytes], suffix: str) -> str:
        known = suffix.lower() if _SUFFIX.fullmatch(suffix.lower()) else ""
        if self._seal is not None:
            data = b"".join(chunks)
            sha256 = hashlib.sha256(data).hexdigest()
            name = self._seal.name(sha256)
            self._write((self._seal.close(known.encode("ascii") + _SUFFIX_ENDS + data, name),), name, "")
            return sha256
        return self._write(chunks, "", known)

    def _write(self, chunks: Iterable[bytes], name: str, suffix: str) -> str:
        """Write a file under a name, or without one under the hash of what was written; return which it was."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary_name = tempfile.mkstemp(prefix=_INCOMING, dir=self.folder)
            temporary = Path(temporary_name)
            try:
                sha256 = _write(handle, chunks)
                return self._put(temporary, name or sha256, suffix)
            finally:
                temporary.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(self.folder, error) from error

    def _put(self, temporary: Path, name: str, suffix: str) -> str:
        """Give a written file its name, unless the same bytes are there already, whole."""
        kept = self.named(name)
        if kept is not None and self.is_whole(kept):
            return name
        shard = self.folder / name[:2]
        shard.mkdir(exist_ok=True)
        temporary.replace(kept or shard / f"{name}{suffix}")
        sync_folder(shard)
        return name


def storage_error(place: Path, error: OSError) -> LibraryError:
    """What a failed write means for the person: a full disk, or a place that can't be written."""
    if error.errno in _FULL:
        return StorageFull(
            tr("The disk is full: nothing of this was saved."), tr("Make room on the disk of {place}.", place=place)
        )
    kind = ReadOnlyPlace if error.errno in _READ_ONLY else LibraryError
    return kind(
        tr("{place} can't be written: {reason}.", place=place, reason=error.strerror or type(error).__name__),
        tr("Check that the disk is there and that you may write to this folder."),
    )


def sync_folder(folder: Path) -> None:
    """Force a folder's names to disk, where the system can: a rename is only safe from a power cut after that."""
    if os.name == "nt":  # Windows opens no folders and writes their entries with the file
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Force a file that another program wrote to disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that its name stands for the old bytes or the new ones, never for half of them.

    Raises StorageFull or LibraryError.
    """
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """As `write_whole`, of bytes that come piece by piece."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_INCOMING, dir=path.parent)
        temporary = Path(name)
        try:
            _write(handle, pieces)
            temporary.replace(path)
            sync_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(path.parent, error) from error


class _FileChunks:
    """The bytes of an open file, piece by piece; its read errors are the file's, not the store's."""

    def __init__(self, source: BinaryIO, path: Path) -> None:
        self._source = source
        self._path = path

    def __iter__(self) -> Iterator[bytes]:
        try:
            while chunk := self._source.read(_CHUNK):
                yield chunk
        except OSError as error:
            raise _unreadable(self._path, error) from error


def _write(handle: int, chunks: Iterable[bytes]) -> str:
    """Write, force to disk and close; return the SHA-256 of what was written."""
    digest = hashlib.sha256()
    with os.fdopen(handle, "wb") as target:
        for chunk in chunks:
            digest.update(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()


def _stands_for(path: Path) -> tuple[list[Path], list[Unusable]]:
    try:
        if path.is_dir():
            files, problems = _inside(path)
            return files, problems if files or problems else [_empty(path)]
        return ([path], []) if path.exists() else ([], [_missing(path)])
    except OSError as error:
        return [], [_closed(path, error)]


def _inside(folder: Path) -> tuple[list[Path], list[Unusable]]:
    files: list[Path] = []
    problems: list[Unusable] = []

    def unreadable(error: OSError) -> None:
        problems.append(_closed(Path(error.filename) if error.filename else folder, error))

    for name, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted((inner for inner in folders if not inner.startswith(".")), key=_as_people_count)
        here = Path(name)
        files.extend(here / entry for entry in sorted(names, key=_as_people_count) if _is_wanted(entry))
    return files, problems


def may_hold_people(path: Path) -> bool:
    """Whether a file is one of people, as far as its name says."""
    return path.suffix.lower() in PEOPLE_SUFFIXES and not path.name.startswith(".")


def _is_wanted(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in SUPPORTED_SUFFIXES


def _as_people_count(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts "scan 2" before "scan 10", without regard to case."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts)


def _unreadable(path: Path, error: OSError) -> UnreadableFile:
    if isinstance(error, FileNotFoundError):
        problem = _missing(path)
        return UnreadableFile(problem.message, problem.remedy)
    if isinstance(error, PermissionError):
        return UnreadableFile(
            tr("{name} can't be opened: you may not read it.", name=path.name),
            tr("Give yourself the right to read it."),
        )
    return UnreadableFile(
        tr("{name} can't be read: {reason}.", name=path.name, reason=error.strerror or type(error).__name__),
        tr("Copy the file to this computer again."),
    )


def _missing(path: Path) -> Unusable:
    return Unusable(path, tr("{name} is not there.", name=path), tr("Check the name, or where the file was moved."))


def _empty(path: Path) -> Unusable:
    return Unusable(
        path, tr("The folder {name} holds no pictures or PDFs.", name=path.name), tr("Choose another folder.")
    )


def _closed(path: Path, error: OSError) -> Unusable:
    return Unusable(
        path,
        tr("{name} can't be opened: {reason}.", name=path, reason=error.strerror or ""),
        tr("Give yourself the right to read it."),
    )
