"""Draws labelled cards that were written out by hand, each a design of its own: `python -m tests.cards.written OUT`.

The files in `written` hold them, so that the understanding of cards meets words and orders that no generator would
make up. A card begins with "= name language"; "@tl", "@mc", "@br l" … begin a block at the top, middle or bottom, left,
centre or right (a last letter aligns it otherwise). A line begins with what it is (n name, t title, d department, c
company, a address, e e-mail, w web page, p m f h phone at work, mobile, fax, other; o anything else; x mixed, with its
values in braces; a comma: another value; a capital letter: another printed form) and how it is set ("+" larger, "-"
smaller, "*" heavy, "/" slanted, "~" wide). "+p" and "-p" lines are not printed: they add or take a number.

Cards at even places of the files may be looked at; those at odd places are only measured (`--half`).
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import msgspec

from tests.cards import effects
from tests.cards.canvas import Anchor, Canvas, Colour, Weight, blank, font

_FOLDER: Final = Path(__file__).parent / "written"
_LINE: Final = re.compile(r"(?P<sign>[+-][pmfh]|[A-Za-z],?)(?P<style>[-+*/~]*) (?P<text>.*)")
_VALUE: Final = re.compile(r"\{(\w):([^}]*)\}")
_KINDS: Final = {"p": "work", "m": "mobile", "f": "fax", "h": "other"}
_FIELDS: Final = {"n": "name", "t": "title", "d": "department", "c": "company", "a": "address"}
_LISTS: Final = {"e": "emails", "w": "websites"}
_BETWEEN: Final = {"address": ", ", "department": ", "}
_DARK: Final = ((24, 26, 32), (18, 44, 62), (60, 20, 34))
_PAPERS: Final = ((255, 255, 255), (255, 255, 255), (255, 255, 255), (248, 244, 234), (236, 238, 242))
_SIZES: Final = ((1050, 600), (1004, 650))
_MARGIN: Final = 46
_LEADING: Final = 1.36


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, and how it is set."""

    text: str
    scale: float
    weight: Weight
    spacing: float
    accent: bool


@dataclass(slots=True)
class Block:
    """Lines that stand together: "tl" is at the top left; aligned "l", "c" or "r"."""

    place: str
    align: str
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Written:
    """A card as it is written out."""

    name: str
    language: str
    blocks: list[Block] = field(default_factory=list)
    label: dict[str, Any] = field(default_factory=dict)


def cards() -> list[Written]:
    """All that are written out, in the order of their files."""
    found: list[Written] = []
    for file in sorted(_FOLDER.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("= "):
                name, language = line[2:].rsplit(" ", 1)
                found.append(Written(name, language, label=_empty()))
            elif line.startswith("@"):
                place, _, align = line[1:].partition(" ")
                found[-1].blocks.append(Block(place, align or place[1]))
            elif not line.startswith("#"):
                _take(found[-1], line)
    return found


def _empty() -> dict[str, Any]:
    single: dict[str, Any] = dict.fromkeys(_FIELDS.values(), "")
    return single | {"emails": [], "phones": [], "websites": [], "other": []}


def _take(card: Written, line: str) -> None:
    match = _LINE.fullmatch(line)
    if not match:
        raise ValueError(f"not a line of a card: {line!r}")
    sign, style, text = match["sign"], match["style"], match["text"]
    if sign[0] in "+-":
        numbers = card.label["phones"]
        numbers[:] = [each for each in numbers if each["number"] != text]
        numbers += [{"number": text, "type": _KINDS[sign[1]]}] if sign[0] == "+" else []
        return
    for kind, value in _VALUE.findall(text) if sign == "x" else ((sign, text),):
        _tell(card.label, kind, value)
    scale = 1.32 ** style.count("+") * 0.86 ** style.count("-")
    weight: Weight = "heavy" if "*" in style else "slanted" if "/" in style else "plain"
    shown = _VALUE.sub(r"\2", text)
    accent = sign in {"c", "C"} and scale > 1.2
    card.blocks[-1].lines.append(Line(shown, scale, weight, 0.14 if "~" in style else 0.0, accent))


def _tell(label: dict[str, Any], sign: str, value: str) -> None:
    kind = sign[0]
    if kind in _KINDS:
        label["phones"].append({"number": value, "type": _KINDS[kind]})
    elif kind in _LISTS:
        label[_LISTS[kind]].append(value)
    elif kind in _FIELDS:
        name = _FIELDS[kind]
        between = ", " if sign.endswith(",") else _BETWEEN.get(name, " ")
        label[name] = between.join(filter(None, (label[name], value)))
    elif kind.lower() in _FIELDS:
        name = _FIELDS[kind.lower()]
        label[f"{name}_alt"] = [_BETWEEN.get(name, " ").join((*label.get(f"{name}_alt", ()), value))]
    else:
        label["other"].append(value)


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Block
    left: float
    top: float
    right: float
    bottom: float


def _laid(card: Written, canvas: Canvas, size: float) -> list[_Placed] | None:
    """Where the blocks stand with letters of that size; None where they do not fit."""
    placed: list[_Placed] = []
    for block in card.blocks:
        width = max(_length(canvas, line, size) for line in block.lines)
        height = sum(line.scale * size * _LEADING for line in block.lines)
        room = (canvas.width - 2 * _MARGIN - width, canvas.height - 2 * _MARGIN - height)
        if min(room) < 0:
            return None
        left = _MARGIN + room[0] * {"l": 0.0, "c": 0.5, "r": 1.0}[block.place[1]]
        top = _MARGIN + room[1] * {"t": 0.0, "m": 0.5, "b": 1.0}[block.place[0]]
        placed.append(_Placed(block, left, top, left + width, top + height))
    pad = 0.8 * size
    for index, one in enumerate(placed):
        for other in placed[:index]:
            across = one.left < other.right + pad and other.left < one.right + pad
            if across and one.top < other.bottom + pad and other.top < one.bottom + pad:
                return None
    return placed


def _length(canvas: Canvas, line: Line, size: float) -> float:
    letters = font(canvas.family, line.weight, round(line.scale * size))
    return letters.getlength(line.text) + line.spacing * line.scale * size * (len(line.text) - 1)


def drawn(card: Written, chance: random.Random) -> Canvas:
    """The card in letters, colours and a size that chance picks, as large as fits."""
    size = chance.choice(_SIZES)
    if chance.random() < 0.15:
        canvas = blank(size, chance, chance.choice(_DARK))
        canvas.ink, canvas.accent = (240, 240, 236), (232, 196, 120)
    else:
        canvas = blank(size, chance, chance.choice(_PAPERS))
    letters, placed = chance.uniform(25, 31), None
    while placed is None:
        letters *= 0.96
        if letters < 15:
            raise ValueError(f"{card.name} does not fit")
        placed = _laid(card, canvas, letters)
    for each in placed:
        _print(canvas, each, letters)
    return canvas


def _print(canvas: Canvas, each: _Placed, size: float) -> None:
    anchors: dict[str, tuple[Anchor, float]] = {
        "l": ("ls", each.left),
        "c": ("ms", (each.left + each.right) / 2),
        "r": ("rs", each.right),
    }
    anchor, x = anchors[each.block.align]
    y = each.top
    for line in each.block.lines:
        y += line.scale * size * _LEADING
        ink: Colour = canvas.accent if line.accent else canvas.ink
        canvas.write(
            (x, y - 0.3 * line.scale * size), line.text, round(line.scale * size), weight=line.weight, ink=ink,
            anchor=anchor, room=canvas.width, spacing=line.spacing,
        )  # fmt: skip


def pictures(seed: int, half: int | None) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """A scan and a photo of each card, or of each in one half: the file's name, its bytes, and its label."""
    for number, card in enumerate(cards()):
        if half is not None and number % 2 != half:
            continue
        for kind, finish in (("scan", effects.scan), ("photo", effects.photo)):
            chance = random.Random(f"written/{seed}/{card.name}/{kind}")
            picture = effects.as_jpeg(finish(drawn(card, chance).image, chance), chance)
            file = f"{card.name}-{card.language}-{kind}.jpg"
            label = {**card.label, "layout": card.name}
            yield file, picture, {"file": file, "kind": kind, "lang": card.language, "cards": [label]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw what the words ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.cards.written", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the cards at even or at odd places")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    labels = []
    for file, picture, label in pictures(options.seed, options.half):
        (options.out / file).write_bytes(picture)
        labels.append(label)
    (options.out / "labels.json").write_bytes(msgspec.json.format(msgspec.json.encode(labels), indent=1) + b"\n")


if __name__ == "__main__":
    main()
