"""Draws labelled business cards of made-up people: `python -m tests.cards.draw OUT [--seed N] [--count N]`."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
from PIL import Image

from tests.cards import effects
from tests.cards.layouts import LAYOUTS, Layout
from tests.cards.people import make_up

FIXED_SET: Final = Path(__file__).parent / "fixed"
"""The pictures that the repository keeps: the script's first ones with the seed that nobody chose for its figures."""
FIXED_SEED: Final = 2026
FIXED_COUNT: Final = 40
_EVERY_SHEET: Final = 10
_STALE_SHARE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture file and what stands on its cards."""

    jpeg: bytes
    label: dict[str, Any]


def draw(seed: int, count: int) -> Iterator[Drawn]:
    """That many pictures; scans and photos in turn, and now and then a sheet of several cards."""
    for number in range(count):
        # Each picture has a chance of its own, so that a change of one layout leaves the others as they are.
        chance = random.Random(f"{seed}/{number}")
        layout = LAYOUTS[(number * 7) % len(LAYOUTS)]  # 7 and their number have no common factor: all come in turn
        if number % _EVERY_SHEET == _EVERY_SHEET - 1:
            yield _sheet(number, chance)
        else:
            yield _single(number, layout, chance)


def save(folder: Path, seed: int, count: int) -> None:
    """Write the pictures and `labels.json` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    labels = []
    for drawn in draw(seed, count):
        (folder / drawn.label["file"]).write_bytes(drawn.jpeg)
        labels.append(drawn.label)
    (folder / "labels.json").write_bytes(msgspec.json.format(msgspec.json.encode(labels), indent=1) + b"\n")


def _single(number: int, layout: Layout, chance: random.Random) -> Drawn:
    picture, language, card = _card(layout, chance)
    photographed = number % 2 == 1
    finished = effects.photo(picture, chance) if photographed else effects.scan(picture, chance)
    stale = photographed and chance.random() < _STALE_SHARE
    kind = "photo" if photographed else "scan"
    return Drawn(effects.as_jpeg(finished, chance, stale=stale), _label(number, kind, language, [card]))


def _sheet(number: int, chance: random.Random) -> Drawn:
    drawn = [_card(layout, chance) for layout in chance.sample(LAYOUTS, chance.randrange(3, 7))]
    finished = effects.sheet([picture for picture, _, _ in drawn], chance)
    return Drawn(effects.as_jpeg(finished, chance), _label(number, "sheet", "", [card for _, _, card in drawn]))


def _card(layout: Layout, chance: random.Random) -> tuple[Image.Image, str, dict[str, Any]]:
    """A card of somebody: its picture, its language, and its label."""
    person = make_up(chance)
    canvas = layout(person, chance)
    return canvas.image, person.language, {**person.label(canvas.printed), **canvas.said, "layout": layout.__name__}


def _label(number: int, kind: str, language: str, cards: list[dict[str, Any]]) -> dict[str, Any]:
    return {"file": f"c{number:03}.jpg", "kind": kind, "lang": language, "cards": cards}


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw what the words ask for; without a number, the set that the repository keeps."""
    parser = argparse.ArgumentParser(prog="python -m tests.cards.draw", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--seed", type=int, default=FIXED_SEED)
    parser.add_argument("--count", type=int, default=FIXED_COUNT)
    options = parser.parse_args(arguments)
    save(options.out, options.seed, options.count)


if __name__ == "__main__":
    main()
