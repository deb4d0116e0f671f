"""Cards set in lines for the tests of understanding: text, place and size, no picture."""

from __future__ import annotations

from cardkeeper.model.cards import Code, CodeKind, ReaderName, Reading, SecondLook, TextLine
from cardkeeper.model.geometry import Box


def line(text: str, top: float, left: float = 80, height: float = 30, **more: object) -> TextLine:
    """A line of print; `second` is what another reader saw in its place, `sure` the reader's confidence."""
    second = more.get("second")
    looks = (SecondLook(str(second), 0.9, ReaderName.TESSERACT),) if second else ()
    box = Box(left, top, left + len(text) * height * 0.5, top + height)
    sure = more.get("sure", 0.99)
    assert isinstance(sure, float)
    return TextLine(text, box, sure, ReaderName.NEURAL, looks)


def column(*texts: str | tuple[str, float]) -> Reading:
    """A card of one column; a text with a number is that many pixels high, an empty one leaves a gap."""
    lines, top = [], 60.0
    for text in texts:
        words, height = text if isinstance(text, tuple) else (text, 30.0)
        if words:
            lines.append(line(words, top, height=height))
        top += 1.25 * height
    return Reading(1050, 650, tuple(lines), (), (ReaderName.NEURAL,))


def with_code(reading: Reading, text: str, kind: CodeKind = CodeKind.VCARD) -> Reading:
    """The same card with a code printed on it."""
    code = Code(kind, text, Box(800, 400, 1000, 600))
    return Reading(reading.width, reading.height, reading.lines, (code,), reading.readers)
