"""A text that stands on the page until somebody changes it in its place; nothing asks, since undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.delegates import draw_icon
from ui.growing_text import GrowingText
from ui.paragraph import Paragraph
from ui.parts import Button
from ui.parts.painting import fill

_MOST_SHOWN: Final = 1200
_MOST_LINES: Final = 10
"""Characters and lines of a text that stand on the page; all of it is there to be changed."""


class Readout(QAbstractButton):
    """The text as it stands; a click, Enter or F2 begins to change it."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._hint = name, hint
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 24, 3)
        self.words = Paragraph("")
        row.addWidget(self.words, 1)

    def show_text(self, text: str) -> None:
        shown = "\n".join(text[:_MOST_SHOWN].split("\n")[:_MOST_LINES])
        self.words.set_text((text if shown == text else f"{shown.rstrip()} …") or self._hint)
        self.words.set_color("text" if text else "text3")
        said = text or tr("nothing yet")
        self.setAccessibleName(tr("{name}: {text}. Enter changes it.", name=self._name, text=said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return super().sizeHint() if inside is None else inside.totalSizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() or self.hasFocus():
            painter = QPainter(self)
            fill(painter, self.rect(), "hover")
            side = theme.px(20)
            draw_icon(painter, QRect(self.width() - side - 2, 0, side, theme.px(26)), "pencil-outline", "text2", 14)


class InlineText(QWidget):
    """One text of a person, shown and changed in the same place; Ctrl+Enter or leaving it keeps it, Esc does not."""

    changed = Signal(str)
    """The new text, when it differs."""

    def __init__(
        self, name: str, hint: str, *, shown: Callable[[str], str] = str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._shown = shown
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.readout = Readout(name, hint)
        self.readout.clicked.connect(self.edit)
        self.field = GrowingText(hint, name)
        self.field.submitted.connect(self.keep)
        self.field.installEventFilter(self)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.save = Button(tr("Save"), "primary", keys="Ctrl+Enter", shortcut=False, size="small")
        self.discard = Button(tr("Cancel"), "quiet", keys="Esc", shortcut=False, size="small")
        self.save.clicked.connect(self.keep)
        self.discard.clicked.connect(self.cancel)
        row.addWidget(self.save)
        row.addWidget(self.discard)
        row.addStretch(1)
        for part in (self.readout, self.field, self.buttons):
            column.addWidget(part)
        self._show(editing=False)

    @property
    def editing(self) -> bool:
        return not self.field.isHidden()

    def set_text(self, text: str) -> None:
        """Show a text; while it is being changed, the change goes on."""
        self._text = text
        self.readout.show_text(self._shown(text))

    def edit(self) -> None:
        """Begin to change it."""
        self.field.setPlainText(self._text)
        self._show(editing=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def keep(self) -> None:
        """Take what was typed."""
        if not self.editing:
            return
        typed = self.field.toPlainText().strip()
        had_focus = self.field.hasFocus() or self.save.hasFocus()
        self._show(editing=False)
        if had_focus:
            self.readout.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed != self._text.strip():
            self.changed.emit(typed)

    def cancel(self) -> None:
        """Leave it as it was."""
        self._show(editing=False)
        self.readout.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, editing: bool) -> None:
        self.readout.setVisible(not editing)
        self.field.setVisible(editing)
        self.buttons.setVisible(editing)

    def hideEvent(self, event: QHideEvent) -> None:
        """The window is closed, or another page is shown: that is leaving it, too."""
        super().hideEvent(event)
        self.keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field for another one keeps the text; Esc gives it up."""
        if watched is self.field and self.editing:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    self.cancel()
                    return True
            elif event.type() == QEvent.Type.FocusOut:
                self._left()
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        """The keyboard goes elsewhere: to a button of ours, or away, which keeps the text."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.field and not self.isAncestorOf(focus):
            self.keep()
