"""Text that was typed or pasted, such as the signature of an e-mail, understood as if it were printed on a card."""

from __future__ import annotations

import re
from typing import Final

from cardkeeper.fields.extract import extract
from cardkeeper.model.cards import ReaderName, Reading, TextLine
from cardkeeper.model.drafts import Draft
from cardkeeper.model.geometry import Box

_LINE: Final = 30.0
"""Height of a line, and so the space between two; any would do, as long as all are alike."""
_LETTER: Final = 15.0
_MOST_LINES: Final = 60
_LONGEST: Final = 300
_QUOTED: Final = re.compile(r"^[>\s|]+")
_DELIMITER: Final = re.compile(r"^[-–—_=*~]{2,}\s*$")
"""Signatures are set off by “-- ” (RFC 3676, section 4.3), or by a row of signs."""
_PARTING: Final = re.compile(r"\s+[|•·¦]\s+|\t+|\s{4,}")
"""Between two things that stand on one line."""
_GREETING: Final = re.compile(
    r"^(?:(?:with\s+)?(?:best|kind|warm|many|my)(?:est)?\s+(?:regards|wishes|thanks)|regards|best|cheers|thanks|"
    r"thank you|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|"
    r"(?:mit\s+)?(?:freundlichen|besten|herzlichen|lieben|viele|beste|liebe|herzliche)\s+gr(?:ü|ue)(?:ß|ss)en?|mfg|"
    r"(?:bien\s+)?cordialement|bien à vous|salutations|saludos(?: cordiales)?|un saludo|atentamente)[\s,.!]*$",
    re.IGNORECASE,
)
_SENT_FROM: Final = re.compile(
    r"^(?:sent (?:from|with)|von meinem|gesendet (?:von|mit)|envoyé (?:de|depuis)|enviado desde) ", re.IGNORECASE
)


def draft_of(text: str, region: str = "") -> Draft:
    """What a written text says of a person; see `extract`. Greetings and marks of quotation are left out."""
    lines = tuple(_placed(row, piece) for row, line in enumerate(_lines(text)) for piece in _side_by_side(line))
    width = max((line.box.right for line in lines), default=1.0)
    height = max((line.box.bottom for line in lines), default=1.0)
    return extract(Reading(round(width), round(height), lines), region)


def _lines(text: str) -> list[str]:
    bare = (_QUOTED.sub("", line).strip() for line in text.splitlines())
    said = [line[:_LONGEST] for line in bare if any(letter.isalnum() for letter in line)]
    return [line for line in said if not (_GREETING.match(line) or _SENT_FROM.match(line))][:_MOST_LINES]


def _side_by_side(line: str) -> list[tuple[float, str]]:
    """The things on one line, each with how far from the left it begins, in letters."""
    left, pieces = 0.0, []
    for piece in _PARTING.split(line):
        if piece.strip():
            pieces.append((left, piece.strip()))
            left += len(piece) + 6
    return pieces


def _placed(row: int, piece: tuple[float, str]) -> TextLine:
    left, text = piece
    top = 2 * row * _LINE
    box = Box(left * _LETTER, top, (left + len(text)) * _LETTER, top + _LINE)
    # No reader was unsure of it: what is typed stands there as it was meant.
    return TextLine(text, box, 1.0, ReaderName.NEURAL)
