"""The help page: chapters at the left, and at the right what was chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.translation import tr
from ui import theme
from ui.help.about import AboutView
from ui.help.guide import CHAPTERS, chapter_file, chapter_title
from ui.help.keys import KeysView
from ui.help.lines import ChapterLines
from ui.help.log import LogView
from ui.help.reader import ChapterView
from ui.parts import Choice, Page, PageHeader, Scrolling

KEYS: Final = "keys"
ABOUT: Final = "about"
LOG: Final = "log"
_ROOM_FOR_LIST: Final = 620
"""Pixels at 100 % text that the page needs for the list of chapters and a text beside it."""
_NAME_ROLE: Final = Qt.ItemDataRole.UserRole


class HelpPage(Page):
    """The guide, the keys, what the program is made of, and its log."""

    name = "help"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chapters = QListWidget()
        self.choice = Choice(name=tr("Chapters"))
        self.guide = ChapterView()
        self.keys, self.about, self.log = KeysView(), AboutView(), LogView()
        self.stack = QStackedWidget()
        self._arrange()
        self._fill()
        self.chapters.currentItemChanged.connect(self._show)
        self.choice.activated.connect(self.chapters.setCurrentRow)
        self.guide.chapter.connect(self.show_chapter)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)
        self.show_chapter(CHAPTERS[0])

    def show_chapter(self, name: str) -> None:
        """A chapter of the guide, or one of keys, about and log."""
        for row in range(self.chapters.count()):
            if self.chapters.item(row).data(_NAME_ROLE) == name:
                self.chapters.setCurrentRow(row)

    def take_focus(self) -> None:
        """The arrows choose a chapter at once."""
        first = self.choice if self.chapters.isHidden() else self.chapters
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _arrange(self) -> None:
        self.chapters.setAccessibleName(tr("Chapters"))
        self.chapters.setFrameShape(QFrame.Shape.NoFrame)
        self.chapters.setItemDelegate(ChapterLines(self.chapters))
        self.chapters.setMouseTracking(True)
        self.chapters.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chapters.viewport().setAutoFillBackground(False)
        self._about = Scrolling(self.about, sideways=False)
        for part in (self.guide, self.keys, self._about, self.log):
            self.stack.addWidget(part)
        across = QHBoxLayout()
        across.setContentsMargins(16, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.chapters)
        across.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        header = PageHeader(tr("Help"))
        header.set_state(tr("All of it is on this computer"))
        whole.addWidget(header)
        above = QHBoxLayout()
        above.setContentsMargins(24, 0, 24, 0)
        above.addWidget(self.choice)
        whole.addLayout(above)
        whole.addLayout(across, 1)

    def _fill(self) -> None:
        titles = [(name, chapter_title(name)) for name in CHAPTERS]
        titles += [(KEYS, tr("Keys")), (ABOUT, tr("About Cardkeeper")), (LOG, tr("Log"))]
        for name, title in titles:
            item = QListWidgetItem(title)
            item.setData(_NAME_ROLE, name)
            self.chapters.addItem(item)
            self.choice.addItem(title)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.choice.setCurrentIndex(self.chapters.row(item))
        name = str(item.data(_NAME_ROLE))
        views: dict[str, QWidget] = {KEYS: self.keys, ABOUT: self._about, LOG: self.log}
        if name in CHAPTERS:
            self.guide.show_file(chapter_file(name))
        self.stack.setCurrentWidget(views.get(name, self.guide))

    def _fit(self) -> None:
        """A list beside the text, where that leaves the text enough room to be read; else one choice above it."""
        narrow = self.width() < theme.px(_ROOM_FOR_LIST)
        self.chapters.setHidden(narrow)
        self.choice.setHidden(not narrow)

    def _restyle(self) -> None:
        self._fit()
        self.chapters.setFixedWidth(theme.px(200))
        palette = self.chapters.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.chapters.setPalette(palette)
