"""How well cards are found on hard pictures whose truth is known, without reading them: framed, lost, missed, invented.

Half of the layouts are for working on the finding, the other half for looking at now and then.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.capture.framing import Cut, find_cards
from cardkeeper.cli.progress import ProgressBar
from cardkeeper.cli.terminal import DONE, out
from cardkeeper.model.progress import Framed
from tests.cards.harder_scenes import draw_scene
from tests.cards.layouts import LAYOUTS
from tests.cards.scenes import Scene

_Corners = NDArray[np.float64]

HALVES: Final = {"working": LAYOUTS[::2], "aside": LAYOUTS[1::2]}
_FRAMED: Final = 0.9
"""Common area (of the area of both) from which a card is framed."""
_LOST: Final = 0.01
"""Share of a card's print outside of its cut from which a part of it is lost."""
_COLUMNS: Final = ("framed", "whole", "loose", "merged", "missed", "lost", "lost unseen", "invented")


def main(half: str, count: int, seed: str, kinds: Sequence[str]) -> int:
    """Draw that many pictures of each kind, find the cards on them, and print the table."""
    totals: dict[str, Counter[str]] = {}
    with ProgressBar(count * len(kinds)) as bar:
        for kind in kinds:
            totals[kind] = Counter()
            for number in range(count):
                scene, picture = draw_scene(kind, number, f"{half}/{seed}", HALVES[half])
                started = time.perf_counter()
                cuts = find_cards(picture)
                totals[kind]["milliseconds"] += round(1000 * (time.perf_counter() - started))
                totals[kind]["pictures"] += 1
                totals[kind].update(judged(scene, cuts))
                bar.count(Framed(1, 1, len(cuts)))
    for line in table(totals):
        out(line)
    return DONE


def table(totals: dict[str, Counter[str]]) -> Iterator[str]:
    """Rows by kind and one of all; shares of the cards in per cent, what was invented as a number."""
    yield "| kind | cards | " + " | ".join(_COLUMNS) + " | ms |"
    yield "|---|" + "---|" * (len(_COLUMNS) + 2)
    for kind, counted in [*totals.items(), ("all", sum(totals.values(), Counter()))]:
        cards = max(1, counted["cards"])
        shares = (counted[name] if name == "invented" else f"{100 * counted[name] / cards:.1f}" for name in _COLUMNS)
        mean = round(counted["milliseconds"] / max(1, counted["pictures"]))
        yield f"| {kind} | {counted['cards']} | " + " | ".join(map(str, shares)) + f" | {mean} |"


def judged(scene: Scene, cuts: Sequence[Cut]) -> Iterator[str]:
    """A word for each card: what became of it; more words for print that was lost, and for cuts that are no card."""
    quads = [np.array([(corner.x, corner.y) for corner in cut.quad.corners]) for cut in cuts]
    taken: set[int] = set()
    for corners, marks in zip(scene.cards, scene.prints, strict=True):
        agreements = [agreement(quad, corners) for quad in quads]
        best = int(np.argmax([value + held(quad, marks) for value, quad in zip(agreements, quads, strict=True)]))
        yield "cards"
        share = 1 - held(quads[best], marks)
        alone = all(held(quads[best], other) < 0.5 for other in scene.prints if other is not marks)
        if share > 0.5:
            yield "missed"
        elif not alone:
            yield "merged"
        elif agreements[best] >= _FRAMED:
            yield "framed"
        else:
            yield "whole" if cuts[best].whole else "loose"
        if share <= 0.5:
            taken.add(best)
        if share > _LOST and not cuts[best].whole:
            yield "lost"
            if cuts[best].sure or len(cuts) > 1:
                yield "lost unseen"
    yield from ("invented" for number in range(len(cuts)) if number not in taken)


def held(quad: _Corners, marks: _Corners) -> float:
    """The share of these places that lie in a quadrilateral, or within two pixels of it."""
    if not len(marks):
        return 1.0
    outline = quad.astype(np.float32)
    return float(np.mean([cv2.pointPolygonTest(outline, (float(x), float(y)), True) > -2 for x, y in marks[::3]]))


def agreement(one: _Corners, other: _Corners) -> float:
    """How much of the area of both two convex outlines have in common, 0–1."""
    common, _ = cv2.intersectConvexConvex(one.astype(np.float32), other.astype(np.float32))
    areas = cv2.contourArea(one.astype(np.float32)) + cv2.contourArea(other.astype(np.float32))
    return float(common / max(1.0, areas - common))
