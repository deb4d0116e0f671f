"""Notices: sentences that stand in the page, never in a dialog, with what can be done about them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.translation import tr
from ui.parts.buttons import Button, IconButton
from ui.parts.labels import Label
from ui.parts.small import IconLabel, Panel

_LOOKS: Final = {
    "info": ("soft", "accent", "information-outline", "accent"),
    "warn": ("warn_soft", "warn_line", "alert", "warn"),
    "error": ("err_soft", "err_line", "alert-circle", "err"),
}


class Notice(Panel):
    """One notice: an icon, strong words, a sentence, and buttons at the right."""

    dismissed = Signal()

    def __init__(
        self,
        kind: str = "info",
        strong: str = "",
        text: str = "",
        *,
        icon: str = "",
        dismissable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        ground, edge, usual, tint = _LOOKS[kind]
        super().__init__(parent, ground=ground, edge=edge, margin=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._buttons = 0
        self._row = QHBoxLayout()
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(10)
        self.body.addLayout(self._row)
        self._row.addWidget(IconLabel(icon or usual, tint, 18))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._strong = Label(strong, "strong", wrap=True)
        self._text = Label(text, "body", wrap=True)
        words.addWidget(self._strong)
        words.addWidget(self._text)
        self._row.addLayout(words, 1)
        if dismissable:
            close = IconButton("close", tr("Dismiss"), size="small")
            close.clicked.connect(self._dismiss)
            self._row.addWidget(close)
        self.set_message(strong, text)

    def set_message(self, strong: str, text: str = "") -> None:
        self._strong.set_text(strong)
        self._text.set_text(text)
        self._strong.setVisible(bool(strong))
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{strong} {text}".strip())

    def message(self) -> str:
        return f"{self._strong.text()} {self._text.text()}".strip()

    def add_button(self, button: Button) -> None:
        self._row.insertWidget(2 + self._buttons, button)
        self._buttons += 1

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
