"""What comes in: scans, the cards found on them, and the words that readers saw on a card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from cardkeeper.model.drafts import Draft
from cardkeeper.model.geometry import Box, Quad, Side
from cardkeeper.model.people import MetContext, NextStep


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
    unread: tuple[Box, ...] = ()
    """Where lines of print are in a script that the readers don't know."""

    @property
    def front_lines(self) -> int:
        """How many of the lines stand on the front; those of the back follow them."""
        return sum(line.box.side is Side.FRONT for line in self.lines)

    def with_back(self, back: Reading) -> Reading:
        """What was read on both sides of one card: the lines of the front, then those of the back."""
        lines = tuple(replace(line, box=replace(line.box, side=Side.BACK)) for line in back.lines)
        codes = tuple(replace(code, box=replace(code.box, side=Side.BACK)) for code in back.codes)
        readers = tuple(dict.fromkeys((*self.readers, *back.readers)))
        unread = (*self.unread, *(replace(box, side=Side.BACK) for box in back.unread))
        return replace(self, lines=(*self.lines, *lines), codes=(*self.codes, *codes), readers=readers, unread=unread)


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
class BackSide:
    """The back of a card: where it came in, and how it was cut out. Its words are in the reading of the card."""

    id: int
    scan: Scan
    card: Card


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card as the library knows it: read, with the draft as it stands after a person's edits.

    Where the back came in too, `reading` and `draft` are of both sides. A card of several people is one for each of
    them, all with the same picture.
    """

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
    step: NextStep | None = None
    """The next step that a person chose before accepting; None: what is usual."""
    back: BackSide | None = None
    shares: int = 0
    """The id of the first person's card, where this is another person on the same card; else 0."""
    apart: bool = False
    """Whether a person said that it is no side of another card."""

    def side(self, side: Side) -> Card:
        """The cut-out of a side; the front where there is no back."""
        return self.back.card if side is Side.BACK and self.back else self.card

    def file(self, side: Side) -> Scan:
        """The file that a side came in with."""
        return self.back.scan if side is Side.BACK and self.back else self.scan


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one drop, for which a person is asked once where these people were met."""

    id: int
    added_at: datetime
    context: MetContext
    answered: bool
    """Whether the person has said where these people were met, or put the question off ("Not now": still False)."""
