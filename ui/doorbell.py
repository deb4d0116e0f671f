"""One window for each library: a second start of the program hands its files to the first and asks it to come forward.

The two speak over a local socket in the library's folder (a named pipe on Windows), which nobody else may use.
"""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS: Final = 3000
"""How long a window that is busy may take to answer."""
_ANSWER: Final = b"here\n"
_MOST: Final = 1 << 20
_log = logging.getLogger(__name__)


def ring(folder: Path, files: Iterable[Path]) -> bool:
    """Ask the window that is open on this library to come forward and take these files; False where there is none."""
    line = QLocalSocket()
    line.connectToServer(_address(folder))
    if not line.waitForConnected(_PATIENCE_MS):
        return False
    line.write(msgspec.json.encode([str(file.absolute()) for file in files]) + b"\n")
    answered = line.waitForReadyRead(_PATIENCE_MS) and line.readAll().data() == _ANSWER
    line.disconnectFromServer()
    return answered


class Doorbell(QObject):
    """Hears when the program is started again on the library that this window has open."""

    rung = Signal(object)
    """The files (a tuple of paths) that the other start was given."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        # Whoever holds the library is alone with it; a socket that is there was left by a crash.
        QLocalServer.removeServer(_address(folder))
        if not self._server.listen(_address(folder)):
            _log.info("a second start will not be heard: %s", self._server.serverError().name)

    def close(self) -> None:
        """Take the socket away."""
        self._server.close()

    def _greet(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            line.disconnected.connect(line.deleteLater)
            line.readyRead.connect(self._listen)

    def _listen(self) -> None:
        line = self.sender()
        if not isinstance(line, QLocalSocket):
            return
        if not line.canReadLine():
            if line.bytesAvailable() > _MOST:
                line.abort()
            return
        try:
            files = msgspec.json.decode(line.readLine().data(), type=list[str])
        except msgspec.DecodeError:
            line.abort()
            return
        line.write(_ANSWER)
        line.flush()
        self.rung.emit(tuple(map(Path, files)))


def _address(folder: Path) -> str:
    place = folder.absolute()
    if sys.platform == "win32":
        return f"cardkeeper-{hashlib.sha256(str(place).encode()).hexdigest()[:32]}"
    return str(place / "window.socket")
