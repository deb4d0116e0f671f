"""Shows a chapter of the guide: text, pictures as wide as there is room, links between chapters."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPalette, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from cardkeeper.translation import tr
from ui import theme

_WIDEST: Final = 760
_HEADINGS: Final = {1: ("person", 0, 12), 2: ("page", 24, 8), 3: ("section", 16, 4)}
"""By level: the type, and the space above and below in px at 100 %."""
_PICTURE: Final = "\ufffc"
"""What stands for a picture in a text (Unicode: object replacement character)."""


class ChapterView(QTextBrowser):
    """One chapter at a time."""

    chapter = Signal(str)
    """A link to another chapter was followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Guide"))
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._follow)
        theme.notifier().changed.connect(self._draw)

    def show_file(self, path: Path) -> None:
        """Show this chapter from its beginning."""
        self._path = path
        self._draw()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's own name
        """A picture, no wider than the text; nothing is ever loaded from anywhere but the guide's own folder."""
        if kind != QTextDocument.ResourceType.ImageResource.value or self._path is None:
            return None
        picture = QImage(str((self._path.parent / QUrl(name).path()).resolve()))
        scale = self.devicePixelRatioF()
        width = round(min(self._text_width(), picture.width()) * scale)
        fitted = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(scale)
        return fitted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def _text_width(self) -> int:
        return min(theme.px(_WIDEST), self.viewport().width() - 2 * theme.px(24))

    def _follow(self, url: QUrl) -> None:
        if not url.scheme() and url.path().endswith(".md"):
            self.chapter.emit(Path(url.path()).stem)

    def _draw(self) -> None:
        if self._path is None:
            return
        at = self.verticalScrollBar().value()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        self.setPalette(palette)
        document = self.document()
        document.clear()
        document.setDefaultFont(theme.font("message"))
        document.setDocumentMargin(theme.px(24))
        document.setMarkdown(self._path.read_text(encoding="utf-8"))
        _set_headings(document)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(self._text_width() + 2 * theme.px(24))
        self.setTextCursor(QTextCursor(document))
        self.verticalScrollBar().setValue(at)


def _set_headings(document: QTextDocument) -> None:
    """Headings in the program's own sizes, paragraphs with air between the lines."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        shape = QTextBlockFormat(block.blockFormat())
        role = _HEADINGS.get(shape.headingLevel())
        if role is not None:
            name, above, below = role
            shape.setTopMargin(theme.px(above))
            shape.setBottomMargin(theme.px(below))
            letters = QTextCharFormat()
            letters.setFont(theme.font(name))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(letters)
        elif _PICTURE not in block.text():
            shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if block.textList() is None and cursor.currentTable() is None:
                shape.setBottomMargin(theme.px(8))
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()
