"""What contact points left of each line, cut where separators may part two values on one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from cardkeeper.fields import labels
from cardkeeper.fields.evidence import facts_of
from cardkeeper.fields.layout import Piece, part_of
from cardkeeper.fields.words import east_asian, plain
from cardkeeper.model.cards import Reading, TextLine

_CUT: Final = re.compile(r"\s+[–—|•·‧/-]\s+|\s*[|•·]\s*|\s{3,}")
_EDGES: Final = " \t,;:|·•*-–—/\\>=~_"
_NOTHING: Final = re.compile(r"^[\W_]*$")


def pieces_of(
    reading: Reading, taken: Mapping[int, Sequence[tuple[int, int]]], hints: Mapping[int, str]
) -> list[Piece]:
    """The pieces of a card, top to bottom; `taken`: the characters of each line that a contact point or label holds."""
    found: list[Piece] = []
    order = sorted(range(len(reading.lines)), key=lambda i: (reading.lines[i].box.top, reading.lines[i].box.left))
    for index in order:
        line = reading.lines[index]
        for start, end in _free(len(line.text), taken.get(index, ())):
            found.extend(_cut(line, index, start, end, hints.get(index, "")))
    return found


def _free(length: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    free, at = [], 0
    for start, end in sorted(taken):
        if start > at:
            free.append((at, start))
        at = max(at, end)
    if at < length:
        free.append((at, length))
    return free


def _cut(line: TextLine, index: int, start: int, end: int, hint: str) -> list[Piece]:
    text = plain(line.text)[start:end]
    if _NOTHING.match(text):
        return []
    label = labels.leading(text, single=False)
    if label and not hint and (":" in text[label.end : label.end + 2] or "skip" in label.kinds):
        if "address" in label.kinds and text[label.end :].strip(_EDGES + "."):
            hint, start = "address", start + label.end
        elif "skip" in label.kinds and any(c.isdigit() for c in text):
            hint = "skip"
        text = plain(line.text)[start:end]
    pieces: list[Piece] = []
    for a, b in _parts(text):
        part = text[a:b]
        if _NOTHING.match(part):
            continue
        lead = len(part) - len(part.lstrip(_EDGES))
        stop = a + len(part.rstrip(_EDGES.replace("*", "")))
        between = text[pieces[-1].end - start : a + lead] if pieces else ""
        pieces.append(
            Piece(
                text[a + lead : stop],
                part_of(line.box, start + a + lead, start + stop, len(line.text)),
                index,
                line.confidence,
                start + a + lead,
                start + stop,
                bool(pieces),
                between if pieces else hint,
            )
        )
    return pieces


def _parts(text: str) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in _CUT.finditer(text)]
    if not cuts and not any(c.isdigit() for c in text):
        cuts = _commas(text)
    edges = [0, *(end for _, end in cuts)]
    stops = [*(start for start, _ in cuts), len(text)]
    return list(zip(edges, stops, strict=True))


def _commas(text: str) -> list[tuple[int, int]]:
    """A comma parts two values when what stands before and behind are of different kinds."""
    if text.count(",") != 1 or east_asian(text):
        return []
    at = text.index(",")
    before, after = facts_of(text[:at]), facts_of(text[at + 1 :])
    if bool(before.title) == bool(after.title):
        return []
    other = after if before.title else before
    if other.organisation or other.legal or other.first or other.department:
        return [(at, at + 1)]
    return []
