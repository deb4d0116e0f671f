"""The program's icon in all the sizes that systems ask for, made from the one drawing in resources/desktop."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

DRAWING: Final = Path(__file__).resolve().parents[2] / "resources" / "desktop" / "cardkeeper.svg"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)


def draw_icons(folder: Path) -> tuple[Path, ...]:
    """PNG files by size, and the two kinds of file that hold several: for Windows and for macOS."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = tuple(_draw(size, folder / f"{size}.png") for size in SIZES)
    with Image.open(pictures[-1]) as largest:
        largest.save(folder / "cardkeeper.ico", sizes=[(size, size) for size in SIZES if size <= 256])
        largest.save(folder / "cardkeeper.icns")
    return pictures


def _draw(size: int, path: Path) -> Path:
    reader = QImageReader(str(DRAWING))
    reader.setScaledSize(QSize(size, size))
    picture = reader.read()
    if picture.isNull() or not picture.save(str(path)):
        raise RuntimeError(f"{path.name} can't be drawn: {reader.errorString()}")
    return path
