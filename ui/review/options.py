"""A button for something that can be taken by its number: its text in one line, with what differs marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.delegates import one_line
from ui.parts.painting import fill, keys_size, paint_keys

MOST: Final = 9
"""So many options have a key, Alt+1 to Alt+9."""
_WIDEST: Final = 440
_KEPT: Final = 8
"""Characters before a difference that show where the text is too long."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be taken by its number: its words, what stands beside them, and what it does."""

    words: str
    run: Callable[[], None]
    compared: str = ""
    """The text from which it differs; the difference is marked."""
    detail: str = ""


class OptionButton(QPushButton):
    """One option: its keys, its text with what differs marked, in one line however long it is."""

    def __init__(self, number: int, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._option = number, option
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{option.words} {option.detail}".strip())
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._press)
        theme.notifier().changed.connect(self.updateGeometry)

    @property
    def option(self) -> Option:
        return self._option

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font("strong", exact=True)).horizontalAdvance(one_line(self._option.words))
        detail = QFontMetrics(theme.font("small")).horizontalAdvance(self._option.detail)
        wanted = words + detail + self._keys_width() + theme.px(36)
        return QSize(min(wanted, theme.px(_WIDEST)), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(90), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Piece stands after piece from the left, as it is printed on the card.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        ground = "track" if self.isDown() else "hover" if self.underMouse() else "surface"
        fill(painter, self.rect(), ground, "button")
        area = self.rect().adjusted(theme.px(8), 0, -theme.px(10), 0)
        if self._number <= MOST:
            paint_keys(painter, area, self._keys())
            area.setLeft(area.left() + self._keys_width() + theme.px(8))
        detail = QFontMetrics(theme.font("small")).horizontalAdvance(self._option.detail)
        words = area.adjusted(0, 0, -(detail + theme.px(6)) if detail else 0, 0)
        taken = self._paint_words(painter, words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text2"))
        painter.drawText(
            area.adjusted(taken + theme.px(6), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._option.detail
        )

    def _press(self) -> None:
        self._option.run()

    def _paint_words(self, painter: QPainter, area: QRect) -> int:
        """Draw the text, what differs in the colour of a warning and underlined; returns its width."""
        font = theme.font("strong", exact=True)
        metrics = QFontMetrics(font)
        pieces = marked(one_line(self._option.words), one_line(self._option.compared))
        if sum(metrics.horizontalAdvance(text) for text, _ in pieces) > area.width():
            pieces = shortened(pieces)
        left = area.left()
        for text, differs in pieces:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.right() - left)
            font.setUnderline(differs)
            painter.setFont(font)
            painter.setPen(theme.color("warn" if differs else "text"))
            place = QRect(left, area.top(), area.right() - left, area.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(shown)
            if shown != text:
                break
        return left - area.left()

    def _keys(self) -> str:
        return f"Alt+{self._number}"

    def _keys_width(self) -> int:
        return keys_size(self._keys()).width() if self._number <= MOST else 0


def marked(text: str, other: str) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it differs from another text there; in one piece where there is none."""
    if not other:
        return [(text, False)]
    pieces: list[tuple[str, bool]] = []
    for kind, begin, end, _, _ in SequenceMatcher(None, text, other, autojunk=False).get_opcodes():
        if end > begin:
            pieces.append((text[begin:end], kind != "equal"))
    return pieces


def shortened(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Pieces without most of what comes before the first difference, which is what one has to see."""
    if len(pieces) < 2 or pieces[0][1] or len(pieces[0][0]) <= _KEPT:
        return pieces
    return [("…" + pieces[0][0][-_KEPT:], False), *pieces[1:]]
