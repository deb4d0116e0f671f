"""Measures Cardkeeper: `python3 run.py bench`, `… bench speed [--cards N] [--pictures DIR]`, `… accuracy DIR…`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks import (
    accuracy,
    duplicates,
    exchange,
    framing,
    library,
    reading,
    scale,
    speed,
    start,
    window_stalls,
)
from tests.benchmarks import day as day_list
from tests.cards.harder_scenes import KINDS


def main(arguments: Sequence[str]) -> int:
    """Measure what the words ask for; without words, the speed on few cards. Returns 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    kinds = parser.add_subparsers(dest="kind")
    fast = kinds.add_parser("speed", help="ratios against a floor measured in the same run")
    fast.add_argument(
        "--cards", type=int, default=100, help="how many different cards are read for memory and constancy"
    )
    fast.add_argument("--pictures", type=Path, help="a folder of card pictures instead of drawn ones")
    right = kinds.add_parser("accuracy", help="fields found on folders of labelled cards")
    right.add_argument("folders", type=Path, metavar="DIR", nargs="+", help="pictures, and labels.json")
    right.add_argument("--report", type=Path, metavar="FILE.md", help="write the tables there, and a plot beside it")
    right.add_argument("--reader", default="auto", choices=["auto", "tesseract", "neural"])
    right.add_argument("--misses", action="store_true", help="name each value that is wrong")
    found = kinds.add_parser("framing", help="cards found on hard pictures whose truth is known")
    found.add_argument("kinds", metavar="KIND", nargs="*", help=f"one of {', '.join(KINDS)}; all by default")
    found.add_argument("--half", default="working", choices=list(framing.HALVES), help="of the layouts")
    found.add_argument("--pictures", type=int, default=20, help="of each kind")
    found.add_argument("--seed", default="1")
    read = kinds.add_parser("reading", help="letters read of each kind of print and in each language")
    read.add_argument("--rounds", type=int, default=3, help="cards of each kind in each language")
    read.add_argument("--seed", default="1")
    held = kinds.add_parser("library", help="how fast a library of many people answers")
    held.add_argument("--people", type=int, default=2000)
    twice = kinds.add_parser("duplicates", help="how well people who are there twice are found, on a made set")
    twice.add_argument("--people", type=int, default=2000)
    twice.add_argument("--misses", action="store_true", help="name each pair that is wrong or missed")
    day = kinds.add_parser("day", help="how fast the day's list of a large library is there")
    day.add_argument("--people", type=int, default=10_000)
    shown = kinds.add_parser("window", help="how long the window stands still while photos are read")
    shown.add_argument("--photos", type=int, default=50)
    shown.add_argument("--seconds", type=float, default=600, help="cancel after so many")
    opened = kinds.add_parser("start", help="how soon the window can be seen")
    opened.add_argument("--runs", type=int, default=7)
    opened.add_argument("--people", type=int, default=200)
    moved = kinds.add_parser("exchange", help="how fast people go out in each form, and come in")
    moved.add_argument("--people", type=int, default=1000)
    many = kinds.add_parser("scale", help="how the window bears a hundred thousand people")
    many.add_argument("--people", type=int, default=100_000)
    many.add_argument("--library", type=Path, metavar="DIR", help="measure this library instead of making one up")
    options = parser.parse_args(arguments or ["speed"])
    kinds_of_run: dict[str, Callable[[], int]] = {
        "accuracy": lambda: accuracy.main(
            options.folders, options.reader, show_misses=options.misses, report=options.report
        ),
        "framing": lambda: framing.main(options.half, options.pictures, options.seed, options.kinds or list(KINDS)),
        "reading": lambda: reading.main(options.rounds, options.seed),
        "library": lambda: library.main(options.people),
        "duplicates": lambda: duplicates.main(options.people, show_misses=options.misses),
        "day": lambda: day_list.main(options.people),
        "exchange": lambda: exchange.main(options.people),
        "scale": lambda: scale.main(options.people, options.library),
        "start": lambda: start.main(options.runs, options.people),
        "window": lambda: window_stalls.main(options.photos, options.seconds),
        "speed": lambda: speed.main(options.cards, options.pictures),
    }
    return kinds_of_run[options.kind]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
