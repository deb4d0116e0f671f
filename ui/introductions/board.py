"""The board: a column for each stage, a card for each introduction; cards are dragged or moved by keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.model.relationships import Consent, Introduction, IntroductionStage
from cardkeeper.translation import tr
from ui import theme
from ui.delegates import TONES, draw_icon, draw_text, has
from ui.introductions.reading import COLUMNS, CONSENT_ICONS, Known, column_of, column_words, state_words
from ui.list_model import ListModel
from ui.parts import ElidedLabel, Label
from ui.parts.painting import fill, paint_focus, turn
from ui.roles import OBJECT_ROLE, Index

_MIME: Final = "application/x-cardkeeper-introduction"
_CARD: Final = 92
_GAP: Final = 8
_COLUMN: Final = 156
"""A column is at least so wide that most names fit; where the page is narrower, the board scrolls."""
_CTRL_SHIFT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class _Cards(ListModel[Introduction]):
    """The introductions of one stage."""

    words: Mapping[int, str] = MappingProxyType({})
    """What a card says, by the id of its introduction."""

    def text(self, line: Introduction) -> str:
        return self.words.get(line.id, "")

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        data = QMimeData()
        data.setData(_MIME, str(self._lines[indexes[0].row()].id).encode())
        return data

    def row_of(self, introduction_id: int) -> int:
        return next((row for row, item in enumerate(self._lines) if item.id == introduction_id), -1)


class _CardDelegate(QStyledItemDelegate):
    """Two names with what they said, why they should meet, and how it stands."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.known: Known | None = None
        self.today = date.min

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(_CARD) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(OBJECT_ROLE)
        if self.known is None or not isinstance(item, Introduction):
            return
        painter.save()
        turn(painter, option.rect, option.direction)
        area = option.rect.adjusted(0, 0, 0, -_GAP)
        chosen = has(option, QStyle.StateFlag.State_Selected)
        ground = "soft" if chosen else "hover" if has(option, QStyle.StateFlag.State_MouseOver) else "surface"
        fill(painter, area, ground, "accent" if chosen else "border")
        if has(option, QStyle.StateFlag.State_HasFocus):
            paint_focus(painter, area)
        inside = area.adjusted(theme.px(8), theme.px(8), -theme.px(6), -theme.px(6))
        row = theme.px(18)
        for person, consent, _ in item.sides:
            line = inside.adjusted(0, 0, 0, 0)
            line.setHeight(row)
            icon = line.adjusted(0, 0, 0, 0)
            icon.setWidth(theme.px(16))
            tint = "accent" if consent is Consent.AGREED else "text2"
            draw_icon(painter, icon, CONSENT_ICONS[consent], tint, 14)
            draw_text(painter, line.adjusted(theme.px(18), 0, 0, 0), self.known.name(person), "strong")
            inside.setTop(inside.top() + row)
        line = inside.adjusted(0, 0, 0, 0)
        line.setHeight(theme.px(19))
        draw_text(painter, line, item.why, "body", "text2")
        inside.setTop(line.bottom() + 1)
        said, name = state_words(item, self.known, self.today)
        line = inside.adjusted(0, 0, 0, 0)
        line.setHeight(row)
        icon = line.adjusted(0, 0, 0, 0)
        icon.setWidth(theme.px(16))
        draw_icon(painter, icon, name, TONES[said.tone], 14)
        role = "small_strong" if name == "alert" else "small"
        draw_text(painter, line.adjusted(theme.px(18), 0, 0, 0), said.text, role, TONES[said.tone])
        painter.restore()


class StageList(QListView):
    """One column. `moved` tells of a card that was let go here or moved away by keys."""

    chosen = Signal(int)
    moved = Signal(int, object)
    """The id of an introduction and the stage it is to go to."""
    shifted = Signal(int, int)
    """The id of an introduction, and -1 or 1."""
    left = Signal(int)
    """The keyboard goes to the column at the left (-1) or right (1)."""
    acted = Signal()
    """Enter: what is offered about the chosen card."""

    def __init__(self, stage: IntroductionStage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.cards = _Cards(self)
        self.looks = _CardDelegate(self)
        self.setModel(self.cards)
        self.setItemDelegate(self.looks)
        self.setAccessibleName(column_words(stage))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.notifier().changed.connect(self.doItemsLayout)

    def current(self) -> Introduction | None:
        item = self.currentIndex().data(OBJECT_ROLE)
        return item if isinstance(item, Introduction) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Shift with left and right moves the card; left and right alone go to the next column; Enter acts."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        item = self.current()
        if by and event.modifiers() & _CTRL_SHIFT == _CTRL_SHIFT:
            if item is not None:
                self.shifted.emit(item.id, by)
            return
        if by and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit(by)
            return
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.acted.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A card was let go here; the library moves it, and the board shows what came of that."""
        data = event.mimeData()
        if data.hasFormat(_MIME):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.moved.emit(int(bytes(data.data(_MIME).data())), self.stage)

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        item = index.data(OBJECT_ROLE)
        if isinstance(item, Introduction):
            self.chosen.emit(item.id)


class _Column(QFrame):
    """A column with its name and how many stand in it."""

    def __init__(self, stage: IntroductionStage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        self._title = ElidedLabel(column_words(stage), "small_strong")
        self._count = Label("", "small_strong", "text2")
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self.list = StageList(stage)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setMinimumWidth(theme.px(_COLUMN))

    def set_count(self, count: int) -> None:
        self._count.set_text(str(count))

    def paintEvent(self, event: object) -> None:
        fill(QPainter(self), self.rect(), "hover", "border", radius=8)


class Board(QWidget):
    """All columns side by side; one card of all is chosen."""

    chosen = Signal(int)
    moved = Signal(int, object)
    shifted = Signal(int, int)
    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Introductions by stage"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 12)
        row.setSpacing(8)
        self._columns = {stage: _Column(stage) for stage in COLUMNS}
        self._chosen = 0
        for at, column in enumerate(self._columns.values()):
            row.addWidget(column, 1)
            column.list.chosen.connect(self._choose)
            column.list.moved.connect(self.moved)
            column.list.shifted.connect(self.shifted)
            column.list.acted.connect(self.acted)
            column.list.left.connect(lambda by, at=at: self._step(at, by))

    def list_of(self, stage: IntroductionStage) -> StageList:
        return self._columns[stage].list

    def show_known(self, known: Known, today: date) -> None:
        """Show the introductions as they stand. Which is chosen is for `stand_on` to say."""
        words = {item.id: _spoken(item, known, today) for item in known.introductions}
        for stage, column in self._columns.items():
            items = tuple(item for item in known.introductions if column_of(item) is stage)
            column.list.looks.known, column.list.looks.today = known, today
            column.list.blockSignals(True)
            column.list.cards.words = words
            column.list.cards.set_lines(items)
            column.list.blockSignals(False)
            column.set_count(len(items))

    def stand_on(self, introduction_id: int) -> None:
        """Choose this card."""
        self._chosen = introduction_id
        self._let_tab_in()
        for column in self._columns.values():
            row = column.list.cards.row_of(introduction_id)
            if row >= 0:
                had = any(other.list.hasFocus() for other in self._columns.values())
                column.list.setCurrentIndex(column.list.cards.index(row, 0))
                if had:
                    column.list.setFocus()

    def current_list(self) -> StageList | None:
        """The column of the chosen card."""
        lists = (column.list for column in self._columns.values())
        return next((each for each in lists if each.cards.row_of(self._chosen) >= 0), None)

    def first(self) -> int:
        """The first card of the board, 0 where there is none."""
        for column in self._columns.values():
            item = column.list.cards.index(0, 0).data(OBJECT_ROLE)
            if isinstance(item, Introduction):
                return item.id
        return 0

    def _choose(self, introduction_id: int) -> None:
        self._chosen = introduction_id
        self._let_tab_in()
        for column in self._columns.values():
            if column.list.cards.row_of(introduction_id) < 0:
                column.list.blockSignals(True)
                column.list.clearSelection()
                column.list.setCurrentIndex(QModelIndex())
                column.list.blockSignals(False)
                column.list.viewport().update()
        self.chosen.emit(introduction_id)

    def _let_tab_in(self) -> None:
        """The Tab key stops once in the board, at the chosen card; arrow keys go on from there."""
        here = self.current_list()
        for column in self._columns.values():
            stops = column.list is here
            column.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _step(self, at: int, by: int) -> None:
        lists = [column.list for column in self._columns.values()]
        rest = lists[at + 1 :] if by > 0 else lists[:at][::-1]
        found = next((each for each in rest if each.cards.rowCount()), None)
        if found is not None:
            found.setFocus()
            found.setCurrentIndex(found.cards.index(0, 0))


def _spoken(item: Introduction, known: Known, today: date) -> str:
    names = tr("{first} and {second}", first=known.name(item.first_id), second=known.name(item.second_id))
    return f"{names}. {item.why}. {state_words(item, known, today)[0].text}"
