"""Shows the note of the day in the system's tray while the window is open. With the program closed nothing runs."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from cardkeeper.errors import WorldError
from cardkeeper.relationships.digest import may_come, note_of
from ui import theme
from ui.session import Session

_LOOK_EVERY_MS: Final = 5 * 60_000


class Teller(Protocol):
    """Where notes are shown."""

    clicked: SignalInstance

    def tell(self, title: str, text: str) -> bool:
        """Show a note; False where there is no place for it."""

    def close(self) -> None:
        """Let go of the place."""


class Tray(QObject):
    """The icon in the system's tray, there only once it has something to say."""

    clicked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None

    def tell(self, title: str, text: str) -> bool:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        if self._icon is None:
            self._icon = QSystemTrayIcon(_picture(), self)
            self._icon.setToolTip(QApplication.applicationDisplayName())
            self._icon.messageClicked.connect(self.clicked)
            self._icon.activated.connect(lambda _reason: self.clicked.emit())
        self._icon.show()
        self._icon.showMessage(title, text, self._icon.icon())
        return True

    def close(self) -> None:
        if self._icon is not None:
            self._icon.hide()


class Digest(QObject):
    """Looks now and then whether the note of the day may come, and shows it once."""

    wanted = Signal(int)
    """A click on the note: open this person."""

    def __init__(self, session: Session, teller: Teller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._teller = session, teller
        self._contact_id = 0
        teller.clicked.connect(self._open)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        session.settings_changed.connect(self.look)

    def look(self) -> None:
        """Show the note of the day, where it is asked for and it is time. It counts as shown only if it was."""
        session = self._session
        if not may_come(session.settings, session.now()):
            return
        note = note_of(session.day())
        if note is None or not self._teller.tell(note.title, note.text):
            return
        self._contact_id = note.contact_id
        self._remember()

    def close(self) -> None:
        self._timer.stop()
        self._teller.close()

    def _remember(self) -> None:
        try:
            self._session.remember_digest()
        except WorldError as error:
            self._session.fail(error)

    def _open(self) -> None:
        if self._contact_id:
            self.wanted.emit(self._contact_id)


def _picture() -> QIcon:
    icon = QApplication.windowIcon()
    return icon if not icon.isNull() else theme.icon("card-account-details-outline", "accent")
