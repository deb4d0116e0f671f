"""A Tesseract that stays: one start for many pictures, and what becomes of it when it stops, hangs, or is done."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from cardkeeper import images
from cardkeeper.errors import ReaderFailed
from cardkeeper.reading.standing import StandingTesseract
from cardkeeper.reading.tesseract import TesseractReader
from tests.helpers_reading import CARD_LINES, draw_card

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs that stand in are shell scripts")

SHADES = np.full((20, 30), 255, dtype=np.uint8)

ANSWERING = """
echo "level	page_num	block_num"
while read -r name; do
    head -c 2 "$name" > /dev/null || exit 1
    echo "1	1	0	0	0	0	0	0	30	20	-1	"
    [ "$name" = blank.pgm ] || echo "5	1	1	1	1	1	2	2	9	9	96	$(ls STARTS | wc -l | tr -d ' ')"
done
"""
"""Answers each picture with one word: how often it was started."""


def program(folder: Path, does: str) -> Path:
    """A program that leaves its process id at each start, and then does something."""
    starts = folder / "starts"
    starts.mkdir()
    path = folder / "tesseract"
    path.write_text("#!/bin/sh\n" + f'touch "STARTS/$$"\n{does}'.replace("STARTS", str(starts)))
    path.chmod(0o755)
    return path


def starts(folder: Path) -> list[int]:
    return sorted(int(path.name) for path in (folder / "starts").iterdir())


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def words(rows: list[str]) -> list[str]:
    return [row.split("\t")[11] for row in rows if row.startswith("5")]


def test_it_starts_once_and_reads_picture_after_picture(tmp_path: Path) -> None:
    standing = StandingTesseract([str(program(tmp_path, ANSWERING))])
    assert [words(standing.table(SHADES, 60)) for _ in range(3)] == [["1"], ["1"], ["1"]]
    standing.close()
    assert not runs(*starts(tmp_path))


def test_one_that_has_stopped_is_said_and_started_anew_for_the_next_picture(tmp_path: Path) -> None:
    once = "[ $(ls STARTS | wc -l) -gt 1 ] || { read -r name; exit 1; }\n"
    standing = StandingTesseract([str(program(tmp_path, once + ANSWERING))])
    with pytest.raises(ReaderFailed, match="stopped"):
        standing.table(SHADES, 60)
    assert words(standing.table(SHADES, 60)) == ["2"]
    standing.close()


def test_one_that_hangs_is_ended_when_the_time_is_over(tmp_path: Path) -> None:
    twice = ANSWERING.replace("while read -r name; do", "for _ in 1 2; do read -r name")
    standing = StandingTesseract([str(program(tmp_path, twice + "exec sleep 600\n"))])
    standing.table(SHADES, 60)
    with pytest.raises(ReaderFailed, match="too long"):
        standing.table(SHADES, 0.01)
    assert not any(map(runs, starts(tmp_path)))


def test_one_that_can_not_be_started_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReaderFailed):
        StandingTesseract([str(tmp_path / "nowhere")]).start()


def test_one_that_nobody_needs_any_more_ends(tmp_path: Path) -> None:
    standing = StandingTesseract([str(program(tmp_path, ANSWERING))])
    standing.table(SHADES, 60)
    del standing
    gc.collect()
    assert not runs(*starts(tmp_path))


def test_what_is_read_does_not_depend_on_what_was_read_before_nor_on_the_cores() -> None:
    reader = TesseractReader()
    if not reader.probe().available:
        pytest.skip("no Tesseract on this machine")
    card, lines = draw_card()
    other, others = draw_card((("Zofia Łukasik", 80, 70, 64), ("zofia@lukasik.example", 80, 200, 40)))
    boxes = [line.box for line in lines]
    first = reader.read_boxes(card, boxes, timeout=60)
    reader.read_boxes(images.turn(other, 180), [line.box for line in others], timeout=60)
    assert reader.read_boxes(card, boxes, timeout=60) == first
    assert TesseractReader(threads=2).read_boxes(card, boxes, timeout=60) == first
    assert [look.text for look in first if look] == [text for text, *_ in CARD_LINES]
