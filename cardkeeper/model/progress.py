"""What is told while files are read: small values that cross from worker processes to whoever waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cardkeeper.model.cards import Card, ReadCard, Scan
from cardkeeper.model.geometry import Quad


class ReaderMode(StrEnum):
    """Which readers look at a card."""

    AUTO = "auto"
    TESSERACT = "tesseract"
    NEURAL = "neural"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are to be read."""

    reader: ReaderMode = ReaderMode.AUTO
    store: Path | None = None
    """The folder of a library's files, where originals and card pictures are kept; None: nothing is kept."""
    seal_key: bytes = field(default=b"", repr=False)
    """With which they are sealed there; empty: they are not."""
    region: str = ""
    """ISO 3166-1 code of the country to assume for numbers on cards that name none; empty: assume none."""
    timeout: float = 60.0
    """Seconds that one reader may take for one card."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The file is a picture or a document, and is kept."""

    scan: Scan


@dataclass(frozen=True, slots=True)
class Framed:
    """The cards on one page are found; their reading begins."""

    page: int
    pages: int
    cards: int


@dataclass(frozen=True, slots=True)
class CardRead:
    """One card is read and understood."""

    read: ReadCard


@dataclass(frozen=True, slots=True)
class PageDrawn:
    """A page as it was kept, upright: a JPEG for a person to look at, and the size in pixels that quads count in."""

    picture: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Seen:
    """The same bytes came in before; nothing was read."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Done:
    """The file is read to its end."""

    cards: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The file, or the rest of it, can't be read; both sentences are for the person."""

    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A person stopped it."""


Event = Opened | Framed | CardRead | PageDrawn | Seen
Outcome = Done | Failed | Cancelled


@dataclass(frozen=True, slots=True)
class Report:
    """One message of a worker about the file of one ticket. `Done`, `Failed`, `Cancelled` and `Seen` are its last."""

    ticket: int
    path: Path
    said: Event | Outcome


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker process is told first."""

    options: ReadOptions
    threads: int = 1
    """How many cores one reading may use."""
    gentle: bool = False
    """Whether other programs go first on a busy machine."""
    language: str = "en"
    """What the worker says of a card, and of a file that fails, is said in this language (ISO 639-1)."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What a worker process says first: its readers are loaded."""


@dataclass(frozen=True, slots=True)
class FileTask:
    """Read a file, unless its hash is among the known ones."""

    path: Path
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TurnTask:
    """Read a kept card again after it was turned clockwise by so many degrees."""

    card: Card
    turn: int


@dataclass(frozen=True, slots=True)
class FrameTask:
    """Cut a card out of its page along other edges, and read it again; `sha256` is the file that the page is in."""

    card: Card
    sha256: str
    quad: Quad


@dataclass(frozen=True, slots=True)
class PageTask:
    """Draw a page of a kept file for a person to look at."""

    sha256: str
    page: int


CardTask = TurnTask | FrameTask | PageTask
"""What is asked about a card that is in the library already."""
Task = FileTask | CardTask
