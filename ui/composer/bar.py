"""At the bottom of the composer: the ways out of the window, and afterwards the question whether it was sent."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.flow import flowing
from ui.ground import Ground
from ui.parts import Button, fit_words
from ui.questions import AskingBar, YesQuestion
from ui.session import Session

_AROUND: Final = 72
"""Pixels that lie around the buttons and between them."""


class HandOverBar(Ground):
    """Call instead, call sheet; save, open in mail."""

    call = Signal()
    sheet = Signal()
    eml = Signal()
    ics = Signal()
    mail = Signal()
    sent = Signal()
    """Yes, it was sent."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 24, 10)
        row.setSpacing(8)
        self.call_button = Button(tr("Call instead"), "quiet", icon="phone-outline")
        self.sheet_button = Button(tr("Call sheet"), "quiet", icon="clipboard-text-outline")
        mail, meeting = tr("The mail as a file, for any mail program"), tr("The meeting as a file, for any calendar")
        self.eml_button = Button(tr("Save .eml"), icon="content-save-outline", tip=mail)
        self.ics_button = Button(tr("Save .ics"), icon="calendar-plus", tip=meeting)
        self.mail_button = Button(tr("Open in mail"), "primary", icon="open-in-new", keys="Ctrl+Return")
        self.asking = AskingBar(session, align_right=True)
        self.call_button.clicked.connect(self.call)
        self.sheet_button.clicked.connect(self.sheet)
        for button, signal in ((self.eml_button, self.eml), (self.ics_button, self.ics), (self.mail_button, self.mail)):
            self.asking.add_button(button, signal.emit)
        self.asking.return_focus_to(self.mail_button)
        row.addWidget(flowing(self.call_button, self.sheet_button))
        row.addWidget(self.asking, 1)
        self._aside = (self.call_button, self.sheet_button, self.eml_button, self.ics_button)
        theme.notifier().changed.connect(self._fit_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """In one line at any size: the letter needs the height more than the ways beside the usual one need words."""
        room = self.width() - _AROUND
        fit_words(self._aside, room - self.mail_button.full_width())
        aside = sum(button.sizeHint().width() for button in self._aside)
        self.mail_button.set_terse(aside + self.mail_button.full_width() > room)

    def ask_whether_sent(self, question: str, yes: str) -> None:
        """Ask in the place of the buttons."""
        asked = YesQuestion(question, yes)
        asked.yes.connect(self.sent)
        self.asking.ask(asked)

    def take_back(self) -> None:
        self.asking.take_back()
