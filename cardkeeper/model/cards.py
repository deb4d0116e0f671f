"""What comes in: scans, the cards found on them, and the words that readers saw on a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cardkeeper.model.drafts import Draft
from cardkeeper.model.geometry import Box, Quad
from cardkeeper.model.people import MetContext


@dataclass(frozen=True, slots=True)
class Scan:
    """One file that came in, known by its content: the same bytes under another name are the same scan."""

    sha256: str
    name: str
    media_type: str
    byte_size: int
    pages: int
    taken_on: date | None = None
    """The day the picture says it was taken (EXIF DateTimeOriginal), if it says so."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card cut out of a page and straightened.

    `quad` lies on the upright page (pixels of that page at the size it was decoded in); `width` and `height` are those
    of the straightened picture, whose file in the library is `picture` (SHA-256; empty when it was not kept).
    """

    page: int
    number: int
    quad: Quad
    width: int
    height: int
    picture: str = ""
    turn: int = 0
    """Degrees clockwise (0, 90, 180, 270) by which the cut-out was turned to stand upright."""
    dark: bool = False
    """Whether the card's median luminance is below a quarter: light print on a dark ground."""


class ReaderName(StrEnum):
    """The readers (OCR engines) that the program knows."""

    TESSERACT = "tesseract"
    NEURAL = "neural"


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What another reader saw in the same place."""

    text: str
    confidence: float
    reader: ReaderName


@dataclass(frozen=True, slots=True)
class TextLine:
    """Print on one line, as one reader saw it; `confidence` from 0 to 1, `box` in pixels of the card's picture."""

    text: str
    box: Box
    confidence: float
    reader: ReaderName
    seconds: tuple[SecondLook, ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"a confidence lies between 0 and 1, not {self.confidence}")


class CodeKind(StrEnum):
    """What the text of a code is."""

    VCARD = "vcard"
    MECARD = "mecard"
    URL = "url"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Code:
    """A QR or other two-dimensional code on the card: its text, byte for byte, and where it is printed."""

    kind: CodeKind
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read on one card. From here on there are no pixels, only values."""

    width: int
    height: int
    lines: tuple[TextLine, ...] = ()
    codes: tuple[Code, ...] = ()
    readers: tuple[ReaderName, ...] = ()
    """The readers that looked; empty when none is installed and the card waits to be typed."""


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card with what was read on it and what it seems to say."""

    card: Card
    reading: Reading
    draft: Draft
    seconds: float = 0.0
    """How long finding, reading and understanding this card took, wall clock."""


class CardState(StrEnum):
    """Where a card stands between the drop and the people."""

    INBOX = "inbox"
    ACCEPTED = "accepted"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card as the library knows it: read, with the draft as it stands after a person's edits."""

    id: int
    scan: Scan
    batch_id: int
    card: Card
    reading: Reading
    draft: Draft
    state: CardState
    context: MetContext
    """How this person was met: the card's own answer, or else its batch's."""
    differs: bool = False
    """Whether this card has an answer of its own, apart from its batch's."""
    contact_id: int | None = None
    skip_reason: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one drop, for which a person is asked once where these people were met."""

    id: int
    added_at: datetime
    context: MetContext
    answered: bool
    """Whether the person has said where these people were met, or put the question off ("Not now": still False)."""
