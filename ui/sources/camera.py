"""The camera: what it sees, where it sees a card, and a button that takes the picture."""

from __future__ import annotations

import logging
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from PySide6.QtCore import QLoggingCategory, QTimer
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QWidget

from cardkeeper.translation import tr, trn
from ui.parts import Choice
from ui.sources.base import SourcePage
from ui.sources.finding import CardFinder
from ui.sources.live import LiveView

_LOOK_EVERY_MS: Final = 250
_log = logging.getLogger(__name__)


def multimedia() -> ModuleType | None:
    """Qt's part for cameras; None where it, or a library of the system that it needs, is missing."""
    # It looks for a dozen libraries that it can do without, and warns of each; which it needs, the import tells.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")
    try:
        return import_module("PySide6.QtMultimedia")
    except ImportError as error:
        _log.info("no camera: %s", type(error).__name__)
        return None


class CameraPage(SourcePage):
    """Works only while it is shown: the camera's light is off as soon as one leaves."""

    name = "camera"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Camera"), tr("Take a picture"), "camera-outline", parent)
        self.live = LiveView()
        self.cameras = Choice(name=tr("Camera"))
        self.finder = CardFinder(self)
        self._qt: Any = None
        self._session: Any = None
        self._newest = QImage()
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_now)
        self.finder.found.connect(self._show_found)
        self.cameras.activated.connect(lambda _row: self._open(self.cameras.currentData()))
        self.body.addWidget(self.cameras)
        self.body.addWidget(self.live, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def look(self) -> None:
        """Look for cameras, and open the first."""
        self._qt = multimedia()
        inputs = self._qt.QMediaDevices.videoInputs() if self._qt else []
        self.cameras.clear()
        for camera in inputs:
            self.cameras.addItem(camera.description(), camera)
        self.cameras.setVisible(len(inputs) > 1)
        self.take_button.setEnabled(bool(inputs))
        if self._qt is None:
            self.miss(tr("The camera can’t be used here"), tr("A part of the system that it needs is missing."))
        elif not inputs:
            self.miss(tr("There is no camera on this computer"), tr("Connect one, or take photos with your phone."))
        else:
            self._open(inputs[0])

    def stop(self) -> None:
        """Let go of the camera."""
        self._look.stop()
        self.finder.close()
        if self._session is not None:
            self._session.camera().stop()
            self._session.deleteLater()
            self._session = None

    def show_frame(self, picture: QImage) -> None:
        """One more picture has come from the camera."""
        self._newest = picture
        self.live.show_picture(picture)
        if not self._look.isActive():
            self._look.start()

    def take(self) -> None:
        """Keep the picture in the camera's best size."""
        if self._session is not None:
            self._session.imageCapture().captureToFile(str(self.next_path()))

    def _open(self, device: Any) -> None:
        self.stop()
        qt = self._qt
        session = qt.QMediaCaptureSession(self)
        camera, sink, capture = qt.QCamera(device, session), qt.QVideoSink(session), qt.QImageCapture(session)
        session.setCamera(camera)
        session.setVideoSink(sink)
        session.setImageCapture(capture)
        sink.videoFrameChanged.connect(lambda frame: self.show_frame(frame.toImage()))
        camera.errorOccurred.connect(lambda _error, _words: self.say(tr("The camera stopped. Connect it again.")))
        capture.imageSaved.connect(lambda _number, path: self._kept(Path(path)))
        capture.errorOccurred.connect(lambda *_: self.say(tr("The picture could not be taken. Try again.")))
        self._session = session
        self.say(tr("Hold a card into the picture."))
        camera.start()

    def _kept(self, path: Path) -> None:
        self.add(path)
        self.say(tr("Taken. Hold the next card into the picture, or have them read."))

    def _look_now(self) -> None:
        if not (self._newest.isNull() or self.finder.busy):
            self.finder.look(self._newest)

    def _show_found(self, outlines: list[Any]) -> None:
        self.live.show_outlines(outlines)
        if outlines:
            self.say(trn("{count} card seen", "{count} cards seen", len(outlines)))
