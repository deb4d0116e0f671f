"""Pictures of cards, decoded off the interface's thread and kept within bounds."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, TypeAlias

from PySide6.QtCore import QBuffer, QObject, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPixmap

from cardkeeper.errors import UnreadableFile
from cardkeeper.files import FileStore

MOST_BYTES: Final = 96 * 1024 * 1024
"""What the decoded pictures may take together; some 400 cells of the inbox, or 30 cards of a review."""
_DECODE_LIMIT_MB: Final = 256
"""The most that one picture may take while it is decoded; Qt refuses larger ones."""

_Key: TypeAlias = tuple[str, int, int]


def decode(files: FileStore, sha256: str, wanted: QSize) -> QImage:
    """The picture fitted into a size in device pixels, never enlarged; a null image where there is none to read."""
    try:
        data = files.read(sha256)
    except UnreadableFile:
        return QImage()
    if data is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > wanted.width() or size.height() > wanted.height()):
        reader.setScaledSize(size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class Pictures(QObject):
    """Hands out pictures by their content hash: at once where they are at hand, else later with `loaded`."""

    loaded = Signal(str)
    """The hash of a picture that can be had now, or that turned out to be missing."""
    _decoded = Signal(object, QImage)

    def __init__(self, files: FileStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QImageReader.setAllocationLimit(_DECODE_LIMIT_MB)
        self._files = files
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._underway: set[_Key] = set()
        self._missing: set[str] = set()
        self._threads = QThreadPool(self)
        self._threads.setMaxThreadCount(2)
        self._decoded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def get(self, sha256: str, size: QSize) -> QPixmap | None:
        """The picture fitted into a size in logical pixels; None while it is being read, and where it is missing."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        key = (sha256, wanted.width(), wanted.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if sha256 and sha256 not in self._missing and key not in self._underway:
            self._underway.add(key)
            self._threads.start(lambda: self._decoded.emit(key, decode(self._files, sha256, wanted)))
        return None

    def missing(self, sha256: str) -> bool:
        """Whether it was looked for and can't be shown."""
        return not sha256 or sha256 in self._missing

    def close(self) -> None:
        """Wait for what is being decoded and begin nothing more."""
        self._threads.clear()
        self._threads.waitForDone()

    @Slot(object, QImage)
    def _take(self, key: _Key, image: QImage) -> None:
        self._underway.discard(key)
        if image.isNull():
            self._missing.add(key[0])
        else:
            image.setDevicePixelRatio(QGuiApplication.primaryScreen().devicePixelRatio())
            self._keep(key, QPixmap.fromImage(image), image.sizeInBytes())
        self.loaded.emit(key[0])

    def _keep(self, key: _Key, picture: QPixmap, size: int) -> None:
        self._kept[key] = picture
        self._bytes += size
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.width() * oldest.height() * 4
