"""Fields to type and choose in, drawn the same on every style: edge, state in colour and icon, words beneath."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCommonStyle,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QTextEdit,
    QWidget,
)

from ui import theme
from ui.parts.labels import Label
from ui.parts.painting import draw_pixmap, fill, mirrored, turn, upright

# Ground, edge, and the icon with its colour, by the state of a field.
_STATES: Final = {
    "normal": ("surface", "control", "", ""),
    "look": ("warn_soft", "warn_line", "alert", "warn"),
    "error": ("err_soft", "err_line", "alert-circle", "err"),
    "rest": ("", "", "", ""),
    "pointed": ("hover", "", "", ""),
}
_QUIET_PADDING: Final = 6
_OWN_PADDING: Final = 2
"""Pixels that Qt keeps before the text of a line by itself."""
_PADDING: Final = 10
_ICON: Final = 16


class _Bare(QCommonStyle):
    """Draws no ground of its own, since every style would cover what the field has drawn there."""

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element != QStyle.PrimitiveElement.PE_PanelLineEdit:
            super().drawPrimitive(element, option, painter, widget)


@cache
def _bare() -> _Bare:
    """One for all fields; a widget does not own its style, the application does."""
    style = _Bare()
    style.setParent(QApplication.instance())
    return style


def _shown_state(widget: QWidget, state: str, *, quiet: bool) -> str:
    """How a field looks now: a quiet one that is in order is plain text until one points at it or types in it."""
    if not quiet or state != "normal" or widget.hasFocus():
        return state
    return "pointed" if widget.underMouse() else "rest"


def _paint_ground(painter: QPainter, widget: QWidget, state: str) -> None:
    ground, edge, icon, tint = _STATES[state]
    if not widget.isEnabled():
        ground, edge, icon = "dis_fill", "border", ""
    fill(painter, widget.rect(), ground, edge)
    if icon:
        side = theme.px(_ICON)
        place = QRect(theme.px(_PADDING), (widget.height() - side) // 2, side, side)
        place = mirrored(place, widget.rect(), widget.layoutDirection())
        painter.drawPixmap(place, theme.pixmap(icon, tint, side))


def color_words(widget: QWidget) -> None:
    """The colours of words in a field that paints its ground itself: typed, marked, hinted at, and out of use."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, theme.color("dis_text"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text3"))
    palette.setColor(QPalette.ColorRole.Highlight, theme.color("accent"))
    palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_accent"))
    widget.setPalette(palette)


def prepare_editor(editor: QPlainTextEdit | QTextEdit, name: str) -> None:
    """Several lines on a ground that is painted elsewhere; Tab leaves them, and files are for the window."""
    editor.setAccessibleName(name)
    editor.setTabChangesFocus(True)
    editor.setAcceptDrops(False)
    editor.setFrameShape(QFrame.Shape.NoFrame)
    editor.viewport().setAutoFillBackground(False)


def leaves_undo(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key would undo where nothing was typed: then it is for the window, which undoes anything."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
    return (undo and not can_undo) or (redo and not can_redo)


def set_margins(line: QLineEdit, start: int, end: int) -> None:
    """Room in a line before its text and after it, in pixels, seen in the direction of reading."""
    if line.isRightToLeft():
        start, end = end, start
    line.setTextMargins(start, 0, end, 0)


class LineField(QLineEdit):
    """One line to type in; `set_state` says whether it needs a look or holds an error."""

    def __init__(
        self,
        text: str = "",
        *,
        hint: str = "",
        name: str = "",
        quiet: bool = False,
        exact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`quiet`: plain text among other texts until one points at it or types in it; `exact`: see `theme.font`."""
        super().__init__(text, parent)
        self._state, self._quiet, self._exact = "normal", quiet, exact
        # Files that are dropped on a field are for the window, which reads them, and no text for the field.
        self.setAcceptDrops(False)
        self.setStyle(_bare())
        self.setFrame(False)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    @property
    def state(self) -> str:
        return self._state

    def set_state(self, state: str) -> None:
        """`normal`, `look` or `error`."""
        self._state = state
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(180), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(26 if self._quiet else 32))

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_ground(painter, self, _shown_state(self, self._state, quiet=self._quiet))
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        self.setFont(theme.font("body", exact=self._exact))
        color_words(self)
        icon = _ICON + 6 if _STATES[self._state][2] else 0
        left = theme.px(_QUIET_PADDING) - _OWN_PADDING if self._quiet else theme.px(_PADDING + icon)
        set_margins(self, left, theme.px(_PADDING))
        self.updateGeometry()
        self.update()


class _ChoiceLine(QLineEdit):
    """The line of an editable choice."""

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class Choice(QComboBox):
    """One of several; with `editable`, or something new; with `quiet`, plain text until one points at it."""

    def __init__(
        self, *, editable: bool = False, name: str = "", quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if editable:
            line = _ChoiceLine()
            line.setAcceptDrops(False)
            line.setStyle(_bare())
            line.setFrame(False)
            self.setEditable(True)
            self.setLineEdit(line)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if quiet:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self.currentTextChanged.connect(self.updateGeometry)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        if self._quiet:
            words = QFontMetrics(theme.font("body")).horizontalAdvance(self.currentText() or self.placeholderText())
            # A style keeps more room beside a line that one can type in.
            return QSize(words + theme.px(_QUIET_PADDING + _ICON + (36 if self.isEditable() else 16)), theme.px(28))
        return QSize(max(theme.px(120), super().sizeHint().width() + theme.px(16)), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(28 if self._quiet else 32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_ground(painter, self, _shown_state(self, "normal", quiet=self._quiet))
        side, padding = theme.px(_ICON), theme.px(_QUIET_PADDING if self._quiet else _PADDING)
        arrow = QRect(self.width() - side - theme.px(8), (self.height() - side) // 2, side, side)
        turn(painter, self.rect(), self._direction())
        draw_pixmap(painter, arrow, theme.pixmap("chevron-down", "text2" if self.isEnabled() else "dis_text", side))
        if self.isEditable():
            return
        shown = self.currentText() or self.placeholderText()
        painter.setFont(theme.font("body"))
        tint = "text" if self.currentText() else "text3"
        painter.setPen(theme.color(tint if self.isEnabled() else "dis_text"))
        words = QRect(padding, 0, arrow.left() - padding - 4, self.height())
        shown = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, words.width())
        with upright(painter, words):
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _direction(self) -> Qt.LayoutDirection:
        """The side of the arrow: where the style lets one press it, which is at the right in some for every writing."""
        if not self.isEditable():
            return self.layoutDirection()
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, arrow = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxArrow
        at_left = self.style().subControlRect(control, option, arrow, self).center().x() < self.rect().center().x()
        return Qt.LayoutDirection.RightToLeft if at_left else Qt.LayoutDirection.LeftToRight

    def _restyle(self) -> None:
        self.setFont(theme.font("body"))
        line = self.lineEdit()
        if line is not None:
            set_margins(line, theme.px(_QUIET_PADDING if self._quiet else _PADDING), 0)
            line.setFont(theme.font("body"))
            color_words(line)
        self.updateGeometry()
        self.update()


class FieldNote(QWidget):
    """The line under a field that says in words what its colour says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        self._words = Label("", "small", "warn", wrap=True)
        row.addWidget(self._words)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def warn(self, text: str) -> None:
        self._show(text, "warn")

    def error(self, text: str) -> None:
        self._show(text, "err")

    def clear(self) -> None:
        self._words.set_text("")
        self.hide()

    def _show(self, text: str, tint: str) -> None:
        self._words.set_text(text)
        self._words.set_color(tint)
        self.show()


class TextField(QPlainTextEdit):
    """Several lines to type in; Tab leaves it."""

    def __init__(self, text: str = "", *, hint: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        prepare_editor(self, name)
        self.setPlaceholderText(hint)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, self.document().isUndoAvailable(), self.document().isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        _paint_ground(painter, self.viewport(), "normal")
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        self.setFont(theme.font("body"))
        self.document().setDocumentMargin(theme.px(8))
        color_words(self)
