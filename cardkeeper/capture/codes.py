"""QR and other two-dimensional codes on a picture, and what kind of text they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
import zxingcpp

from cardkeeper import images
from cardkeeper.images import Picture
from cardkeeper.model.cards import Code, CodeKind
from cardkeeper.model.geometry import Box

_FORMATS: Final = zxingcpp.barcode_formats_from_str("QRCode,MicroQRCode,RMQRCode,DataMatrix,Aztec,PDF417")
_LARGE: Final = 2000
"""Pixels of a long side that are plenty for a code; more only costs time."""
_SMALL: Final = 1200
"""Pixels of a long side below which the squares of a code may be too small to tell apart."""


def find_codes(picture: Picture) -> tuple[Code, ...]:
    """The codes on a picture from top to bottom, each text once; empty where there is none."""
    shades = images.grey(images.within(picture, _LARGE))
    noticed = zxingcpp.read_barcodes(shades, formats=_FORMATS, return_errors=True)
    found, seen = [one for one in noticed if one.valid], shades
    if noticed and not found:
        for seen in _variants(shades):
            found = zxingcpp.read_barcodes(seen, formats=_FORMATS)
            if found:
                break
    factor = max(picture.shape[:2]) / max(seen.shape)
    codes = {code.text: code for code in (_code(one, factor) for one in found)}
    return tuple(sorted(codes.values(), key=lambda code: (code.box.top, code.box.left)))


def _variants(shades: Picture) -> Iterator[Picture]:
    """Ways to see a code that was noticed but not understood: too noisy, too small, or too blurred."""
    yield np.asarray(cv2.GaussianBlur(shades, (0, 0), 1.2), dtype=np.uint8)
    large = images.scaled(shades, 2.0) if max(shades.shape) < _SMALL else shades
    soft = cv2.GaussianBlur(large, (0, 0), 3.0)
    yield np.asarray(cv2.addWeighted(large, 2.5, soft, -1.5, 0.0), dtype=np.uint8)
    yield images.scaled(shades, 2.0) if max(shades.shape) < _SMALL else images.scaled(shades, 0.5)


def _code(barcode: zxingcpp.Barcode, factor: float) -> Code:
    place = barcode.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    xs = [corner.x * factor for corner in corners]
    ys = [corner.y * factor for corner in corners]
    text = _text(barcode)
    return Code(_kind(text), text, Box(min(xs), min(ys), max(xs), max(ys)))


def _text(barcode: zxingcpp.Barcode) -> str:
    """UTF-8 where the bytes are that, as makers of codes write it without saying so; else the decoder's guess."""
    try:
        return bytes(barcode.bytes).decode("utf-8")
    except UnicodeDecodeError:
        return str(barcode.text)


def _kind(text: str) -> CodeKind:
    start = text.lstrip().upper()
    if start.startswith("BEGIN:VCARD"):
        return CodeKind.VCARD
    if start.startswith(("MECARD:", "BIZCARD:")):
        return CodeKind.MECARD if start.startswith("MECARD:") else CodeKind.TEXT
    if start.startswith(("HTTP://", "HTTPS://", "WWW.", "URLTO:")) and len(text.split()) == 1:
        return CodeKind.URL
    return CodeKind.TEXT
