"""What runs beside a camera: pictures come in one after another, and where cards lie on them goes out.

The process is started as `python -m cardkeeper.finder_main`, and loads no reader. On standard input each picture is its
length (four bytes, the first the highest) and a JPEG; on standard output each answer is one line of JSON: for each
card its four corners, as shares of the width and height of the picture. It ends with its standard input.
"""

from __future__ import annotations

import sys
from typing import BinaryIO

import msgspec

from cardkeeper import images
from cardkeeper.capture.framing import find_cards
from cardkeeper.errors import UnreadableFile

Corners = tuple[tuple[float, float], ...]


def corners_of(jpeg: bytes) -> tuple[Corners, ...]:
    """Where cards lie on a picture; nowhere where it can't be read or is one card as a whole."""
    try:
        page = images.decode(jpeg)
    except UnreadableFile:
        return ()
    height, width = page.shape[:2]
    cuts = (cut for cut in find_cards(page) if not cut.whole)
    return tuple(tuple((corner.x / width, corner.y / height) for corner in cut.quad.corners) for cut in cuts)


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer until nobody asks any more."""
    while len(length := source.read(4)) == 4:
        jpeg = source.read(int.from_bytes(length, "big"))
        sink.write(msgspec.json.encode(corners_of(jpeg)) + b"\n")
        sink.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
