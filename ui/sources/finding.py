"""Asks a process of its own where cards lie on the pictures of a camera, one picture at a time."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QBuffer, QIODevice, QObject, QPointF, QProcess, QProcessEnvironment, Qt, Signal
from PySide6.QtGui import QImage, QPolygonF

from cardkeeper.flags import FINDER_FLAG

_LOOKED_AT: Final = 800
"""Pixels of the long side of a picture that is looked at."""


class CardFinder(QObject):
    """`found` tells the outlines of the cards on the last picture, as shares of its width and height."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._asked = False

    @property
    def busy(self) -> bool:
        """Whether it still looks at a picture; another one is let go meanwhile."""
        return self._asked

    def look(self, picture: QImage) -> None:
        """Look at this picture, unless the last one is not done yet."""
        if self._asked:
            return
        process = self._process or self._start()
        small = picture.scaled(
            _LOOKED_AT, _LOOKED_AT, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
        )
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        small.save(buffer, "JPG", 85)  # type: ignore[call-overload]  # Qt takes a device as well as a name
        jpeg = buffer.data().data()
        self._asked = True
        process.write(len(jpeg).to_bytes(4, "big") + jpeg)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.finished.disconnect(self._gone)
            self._process.kill()
            self._process.waitForFinished()
            self._process.deleteLater()
        self._process, self._asked = None, False

    def _start(self) -> QProcess:
        process = QProcess(self)
        surroundings = QProcessEnvironment.systemEnvironment()
        surroundings.insert("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
        process.setProcessEnvironment(surroundings)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._take)
        process.finished.connect(self._gone)
        if getattr(sys, "frozen", False):
            process.start(sys.executable, [FINDER_FLAG])
        else:
            process.start(sys.executable, ["-P", "-m", "cardkeeper.finder_main"])
        self._process = process
        return process

    def _take(self) -> None:
        if self._process is None or not self._process.canReadLine():
            return
        answer = self._process.readLine().data()
        self._asked = False
        shapes = msgspec.json.decode(answer, type=list[list[tuple[float, float]]])
        self.found.emit([QPolygonF([QPointF(x, y) for x, y in shape]) for shape in shapes])

    def _gone(self) -> None:
        """It died over a picture: the next one is looked at by another."""
        self._process, self._asked = None, False
