"""A field for several lines, and the bar that keeps a line of it as a need, an offer, a fact or a promise."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cardkeeper.model.overview import Worth
from cardkeeper.translation import tr
from ui import theme, wording
from ui.delegates import paragraph
from ui.flow import FlowLayout
from ui.key_words import keys_in_words
from ui.parts import Button, Chip, Label, TextField
from ui.parts.painting import keys_size, mirrored, paint_keys

_KEYS: Final = {Worth.NEED: "Alt+N", Worth.OFFER: "Alt+O", Worth.FACT: "Alt+F", Worth.PROMISE: "Alt+P"}


def worth_words(worth: Worth) -> str:
    """What a line is kept as, in a word."""
    return {
        Worth.NEED: tr("Need"),
        Worth.OFFER: tr("Offer"),
        Worth.FACT: tr("Fact"),
        Worth.PROMISE: tr("Promise"),
    }[worth]


class GrowingText(TextField):
    """A field for several lines that is as high as its text, within bounds; Ctrl+Enter hands the text on."""

    submitted = Signal()

    def __init__(self, hint: str, name: str, *, keys: str = "", least: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(hint=hint, name=name, parent=parent)
        self._keys, self._least = keys, least
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        lines = max(self._least, min(8, round(self.document().size().height())), self._hint_lines())
        text = lines * QFontMetrics(theme.font("body")).lineSpacing()
        return QSize(theme.px(200), text + 2 * theme.px(8) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def _hint_lines(self) -> int:
        """How many lines the hint takes while it shows."""
        room = self.viewport().width() - 2 * theme.px(8)
        if self.toPlainText() or room < theme.px(60):
            return 1
        return min(3, paragraph(self.placeholderText(), room).lineCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._keys and not self.hasFocus() and not self.toPlainText():
            caps = keys_size(self._keys)
            free = self.viewport().width() - caps.width() - theme.px(10)
            if free > QFontMetrics(self.font()).horizontalAdvance(self.placeholderText()) + theme.px(16):
                place = QRect(free, 0, caps.width(), self.viewport().height())
                painter = QPainter(self.viewport())
                paint_keys(painter, mirrored(place, self.viewport().rect(), self.layoutDirection()), self._keys)

    def _restyle(self) -> None:
        super()._restyle()
        self.updateGeometry()


class WorthBar(QWidget):
    """One key makes the line that the cursor stands on a need, an offer, a fact or a promise; again takes it back."""

    def __init__(self, text: GrowingText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._marked: list[tuple[Worth, str]] = []
        self._chips: list[Chip] = []
        self._row = FlowLayout(self, spacing=6)
        self._row.addWidget(Label(tr("Keep the line as"), "small", "text2"))
        self.buttons = {}
        for worth, keys in _KEYS.items():
            button = Button(worth_words(worth), "quiet", size="small")
            button.setToolTip(
                tr("Keep this line as: {what} ({keys})", what=worth_words(worth), keys=keys_in_words(keys))
            )
            button.clicked.connect(lambda _checked=False, worth=worth: self.mark(worth))
            self.buttons[worth] = button
            self._row.addWidget(button)
            shortcut = QShortcut(QKeySequence(keys), text)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda worth=worth: self.mark(worth))

    def marked(self) -> tuple[tuple[Worth, str], ...]:
        """The lines that are kept, each with what it is kept as."""
        return tuple(self._marked)

    def mark(self, worth: Worth) -> None:
        """Keep the selected words, or the line that the cursor stands on; what is kept as this already is let go."""
        cursor = self._text.textCursor()
        words = " ".join((cursor.selectedText() or cursor.block().text()).split())
        if not words:
            return
        found = (worth, words)
        if found in self._marked:
            self._marked.remove(found)
        else:
            self._marked.append(found)
        self._show()

    def clear(self) -> None:
        self._marked.clear()
        self._show()

    def _drop(self, found: tuple[Worth, str]) -> None:
        self._marked.remove(found)
        self._show()

    def _show(self) -> None:
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for found in self._marked:
            worth, words = found
            text = tr("{what}: {text}", what=worth_words(worth), text=wording.short(words))
            chip = Chip(text, removable=True, parent=self)
            chip.removed.connect(lambda found=found: self._drop(found))
            self._chips.append(chip)
            self._row.addWidget(chip)
        self.updateGeometry()
