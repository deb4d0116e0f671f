"""Numbers that a narrow column broke in two: "+43 (0)1" and, on the line under it, "555 0811"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cardkeeper.fields import labels
from cardkeeper.fields.phones import FoundPhone, look_up
from cardkeeper.model.cards import TextLine
from cardkeeper.model.geometry import Box

_HEAD: Final = re.compile(r"\(?\+?\(?\d[\d\s()./-]*$")
_OPEN: Final = re.compile(r"\(?[+0]")
"""How a number begins that needs no label to be known for one."""
_TAIL: Final = re.compile(r"(?i)\s*\d[\d\s./-]*(?:(?:ext\.?|x)\s*\d{1,5})?\s*")
_AROUND: Final = " .:;,|/-–—()[]"
"""Signs that stand between a label and its number."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A number in two lines: the line that it begins in, and the one that ends it."""

    head: int
    tail: int
    phone: FoundPhone


def join_halves(
    lines: Sequence[TextLine],
    texts: Sequence[str],
    found: Sequence[tuple[int, FoundPhone]],
    regions: tuple[str, ...],
) -> tuple[Joined, ...]:
    """The numbers that only the two lines together make: neither half is one, and both as one are valid."""
    valid = {line for line, phone in found if look_up(phone.text, regions).valid}
    joined: list[Joined] = []
    for head, text in enumerate(texts):
        match = _HEAD.search(text)
        if not match or head in valid:
            continue
        label = labels.trailing(text[: match.start()])
        kinds = tuple(kind for kind in label.kinds if kind in labels.PHONE_KINDS) if label else ()
        if text[: label.start if label and kinds else match.start()].strip(_AROUND):
            continue
        if not kinds and not _OPEN.match(match.group()):
            continue
        begins = round(match.start() / len(text) * lines[head].box.width + lines[head].box.left)
        for tail, rest in enumerate(texts):
            if not _TAIL.fullmatch(rest) or not right_under(lines[head].box, lines[tail].box, begins):
                continue
            whole = f"{match.group().strip()} {rest.strip()}"
            if look_up(whole, regions).valid:
                joined.append(Joined(head, tail, FoundPhone(whole, 0, len(rest), kinds)))
                break
    return tuple(joined)


def without_halves(found: Sequence[tuple[int, FoundPhone]], joined: Sequence[Joined]) -> list[tuple[int, FoundPhone]]:
    """The numbers found by line, with a whole one in the place of its halves."""
    whole = {one.tail: one for one in joined}
    halves = {one.head for one in joined}
    kept = [(line, phone) for line, phone in found if line not in halves and line not in whole]
    return sorted([*kept, *((line, one.phone) for line, one in whole.items())], key=lambda item: item[0])


def right_under(head: Box, tail: Box, begins: float) -> bool:
    """Whether a line stands right under another, in print of the same size, and begins where it or its number does.

    `begins`: where the number begins, in pixels from the left.
    """
    near = -0.4 * head.height <= tail.top - head.bottom <= 0.9 * head.height
    alike = 0.7 <= tail.height / max(1.0, head.height) <= 1.4
    return near and alike and min(abs(tail.left - head.left), abs(tail.left - begins)) <= head.height
