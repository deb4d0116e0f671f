"""What is open with a person besides the next step: each loop with its reason, and its buttons once it is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.relationships.items import Item
from cardkeeper.translation import tr
from ui.loop_bar import LoopBar
from ui.loops import item_icon
from ui.paragraph import Paragraph
from ui.parts import IconLabel, SectionTitle, Separator
from ui.session import Session
from ui.value_line import empty


class LoopRow(QWidget):
    """One loop in words; a click or Enter brings its buttons."""

    chosen = Signal(object)

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{item.title}. {item.line}")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(IconLabel(item_icon(item), "text2", 20), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(item.title))
        if item.overdue:
            words.addWidget(Paragraph(item.overdue, "small_strong", "err"))
        words.addWidget(Paragraph(item.why, "small", "text2"))
        row.addLayout(words, 1)

    def hold(self, part: QWidget) -> None:
        """Put this at the end of the first line."""
        self._row.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.item)
            return
        super().keyPressEvent(event)


class LoopsPane(QWidget):
    """The loops one below the other, with one bar of buttons that moves to the chosen one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: object = None
        self._items: tuple[Item, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.title = SectionTitle(tr("Open loops"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._quiet = QWidget(self)
        quiet = QHBoxLayout(self._quiet)
        quiet.setContentsMargins(0, 0, 0, 0)
        quiet.setSpacing(0)
        self.bar = LoopBar(session, quiet=quiet, parent=self)
        # The next step has the one button of the page that stands out.
        self.bar.primary.set_kind("normal")
        column.addWidget(self.title)
        column.addLayout(self._rows)
        self.hide()

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show what is open; the chosen loop stays chosen as long as it is there."""
        self._items = items
        self.title.set_detail(str(len(items)))
        self._rows.removeWidget(self.bar)
        for part in (self.bar, self._quiet):
            part.setParent(self)
        empty(self._rows)
        if all(item.key != self._key for item in items):
            self._key = items[0].key if items else None
        for number, item in enumerate(items):
            if number:
                self._rows.addWidget(Separator())
            row = LoopRow(item)
            row.chosen.connect(self.choose)
            self._rows.addWidget(row)
            if item.key == self._key:
                row.hold(self._quiet)
                self._rows.addWidget(self.bar)
        chosen = next((item for item in items if item.key == self._key), None)
        self.bar.set_item(chosen)
        for part in (self.bar, self._quiet):
            part.setVisible(chosen is not None)
        self.setVisible(bool(items))

    def choose(self, item: Item) -> None:
        """Bring the buttons to this loop."""
        self._key = item.key
        self.show_items(self._items)
