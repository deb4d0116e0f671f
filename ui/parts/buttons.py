"""Buttons: one that matters most, the usual ones, and quiet ones, each showing the keys that do the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.key_words import keys_in_words
from ui.parts.painting import draw_words, fill, keys_size, mirrored, paint_keys
from ui.wording import tool_tip

_HEIGHTS: Final = {"large": 32, "medium": 28, "small": 24}
_PADDING: Final = {"large": 12, "medium": 10, "small": 8}
_ICON: Final = 16
_GAP: Final = 6

# Ground, edge and text of each kind at rest; and its ground under the mouse and pressed.
_LOOKS: Final = {
    "primary": ("accent", "", "on_accent", "accent_hover", "accent_press"),
    "normal": ("surface", "button", "text", "hover", "track"),
    "quiet": ("", "", "text", "hover", "track"),
}


class Button(QPushButton):
    """A button in words, with an icon and the caps of its keys where it has any."""

    def __init__(
        self,
        text: str,
        kind: str = "normal",
        *,
        icon: str = "",
        keys: str = "",
        size: str = "large",
        shortcut: bool = True,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`tip`: what it does, where its words alone may not tell everybody."""
        super().__init__(text, parent)
        self._kind, self._icon, self._keys, self._size, self._tip = kind, icon, keys, size, tip
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self._bare = self._terse = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        # Enter presses it as Space does.
        self.setAutoDefault(True)
        if keys and shortcut:
            self.setShortcut(QKeySequence(keys))
        theme.notifier().changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """Change the words; unlike `setText`, the name for screen readers and the keys stay with it."""
        shortcut = self.shortcut()
        self.setText(text)
        self.setShortcut(shortcut)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        self._kind = kind
        self._restyle()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._restyle()

    def set_bare(self, bare: bool) -> None:
        """The icon alone, where there is no room for words; they are the tool tip then."""
        if bare != self._bare:
            self._bare = bare
            words = (self._words() if bare else "", self._tip)
            self.setToolTip(tool_tip(". ".join(word for word in words if word)))
            self._restyle()

    def set_terse(self, terse: bool) -> None:
        """Words without the keys, where there is no room for both."""
        if terse != self._terse:
            self._terse = terse
            self._restyle()

    def full_width(self) -> int:
        """How many pixels it takes to show icon, words and keys."""
        width = 2 * theme.px(_PADDING[self._size])
        if self.text():
            width += QFontMetrics(self._font()).horizontalAdvance(self._words())
        if self._icon:
            width += theme.px(_ICON) + (theme.px(_GAP) if self.text() else 0)
        if self._keys:
            width += self._caps_width()
        return width

    def sizeHint(self) -> QSize:
        width = self.full_width()
        if self._bare:
            width = 2 * theme.px(_PADDING[self._size]) + theme.px(_ICON)
        elif self._terse and self._keys:
            width -= self._caps_width()
        return QSize(width, theme.px(_HEIGHTS[self._size]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that is held presses nothing: it was meant for what had the keyboard before."""
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, edge, words = self._colors()
        fill(painter, self.rect(), ground, edge)
        content = self._content()
        if self._icon:
            side = theme.px(_ICON)
            place = QRect(content.left(), (self.height() - side) // 2, side, side)
            painter.drawPixmap(self._mirrored(place), theme.pixmap(self._icon, words, side))
            content.setLeft(place.right() + 1 + (theme.px(_GAP) if self.text() else 0))
        if self._bare:
            return
        painter.setFont(self._font())
        painter.setPen(theme.color(words))
        # Without room for all of it, the keys go before the words are cut.
        keys = self._keys if self.width() >= self.full_width() else ""
        content.setRight(self.width() - 1 - theme.px(_PADDING[self._size]) - (self._caps_width() if keys else 0))
        shown, metrics = self._words(), painter.fontMetrics()
        if metrics.horizontalAdvance(shown) > content.width():
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, content.width())
        at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        draw_words(painter, self._mirrored(content), at, shown)
        if keys:
            caps = keys_size(keys)
            left = self.width() - theme.px(_PADDING[self._size]) - caps.width()
            content = self._mirrored(QRect(left, 0, caps.width(), self.height()))
            on_accent = self._kind == "primary" and self.isEnabled()
            paint_keys(painter, content, keys, text=words, ground=ground if on_accent else "surface")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _caps_width(self) -> int:
        return keys_size(self._keys).width() + theme.px(8)

    def _words(self) -> str:
        """The text without the mark of a mnemonic."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _font(self) -> QFont:
        return theme.font("strong")

    def _content(self) -> QRect:
        """Where icon, words and keys go: from the left edge, or in the middle where there is more room."""
        needed = self.sizeHint().width() - 2 * theme.px(_PADDING[self._size])
        left = max(theme.px(_PADDING[self._size]), (self.width() - needed) // 2)
        return QRect(left, 0, self.width() - left, self.height())

    def _mirrored(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), self.layoutDirection())

    def _colors(self) -> tuple[str, str, str]:
        ground, edge, words, hover, pressed = _LOOKS[self._kind]
        if not self.isEnabled():
            return ("dis_fill" if self._kind != "quiet" else ""), edge and "border", "dis_text"
        if self.isDown() or self.isChecked():
            return pressed, edge, words
        if self.underMouse():
            return hover, edge, words
        return ground, edge, words

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def fit_words(buttons: Sequence[Button], room: int) -> None:
    """Show buttons that stand side by side in words where all of them have the room (in pixels), else their icons."""
    bare = sum(button.full_width() for button in buttons) > room
    for button in buttons:
        button.set_bare(bare)


class IconButton(Button):
    """A quiet square with an icon; its name is said to screen readers and shown as a tool tip with its keys."""

    def __init__(
        self, icon: str, name: str, *, keys: str = "", size: str = "large", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "quiet", icon=icon, size=size, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(tool_tip(f"{name} ({keys_in_words(keys)})" if keys else name))
        if keys:
            self.setShortcut(QKeySequence(keys))

    def sizeHint(self) -> QSize:
        side = theme.px(_HEIGHTS[self._size])
        return QSize(side, side)

    def _content(self) -> QRect:
        return QRect((self.width() - theme.px(_ICON)) // 2, 0, theme.px(_ICON), self.height())


class LinkButton(Button):
    """Words in the accent colour that do something."""

    def __init__(self, text: str, *, role: str = "strong", parent: QWidget | None = None) -> None:
        self._role = role
        super().__init__(text, "quiet", size="small", parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font()).horizontalAdvance(self._words()) + 2 * theme.px(4)
        return QSize(width, theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(theme.color("accent" if self.isEnabled() else "dis_text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words())

    def _font(self) -> QFont:
        return theme.font(self._role)
