"""The list of the day: one line is current, and its buttons are real ones that lie over it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from cardkeeper.relationships.drawer import InDrawer
from cardkeeper.relationships.items import Item
from cardkeeper.translation import tr
from ui import theme
from ui.begin_bar import BeginBar
from ui.line_bar import LineBar
from ui.loop_bar import LoopBar
from ui.parts import Button
from ui.parts.painting import mirrored
from ui.questions import AskingBar
from ui.roles import OBJECT_ROLE, Index
from ui.session import Session
from ui.step_bar import StepBar
from ui.today.delegate import ROW, TEXT_LEFT, TodayDelegate, action_of, drawer_words
from ui.today.model import DrawerLine, Line, TodayModel, contact_of, title_of

ACTION_ROOM: Final = 160
"""At the end of a line, where a click does its action at once; in pixels at 100 %."""


class TodayView(QListView):
    """Arrow keys walk, Enter does a line's action, its questions open below it."""

    line_changed = Signal()
    drawer_turned = Signal()

    def __init__(self, session: Session, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._pressed_on_action = -1
        self._delegate = TodayDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("What to do today"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.steps = StepBar(session, align_right=True, parent=self.viewport())
        self.loops = LoopBar(session, align_right=True, parent=self.viewport())
        self.begin = BeginBar(session, align_right=True, parent=self.viewport())
        self.drawer_button = Button(tr("Clear three now"), size="medium", parent=self.viewport())
        self.drawer_button.clicked.connect(self.drawer_turned)
        for bar in (self.steps, self.loops, self.begin):
            bar.asking_changed.connect(self._rearrange)
            bar.return_focus_to(self)
        self._session = session
        self.setModel(model)
        self.verticalScrollBar().valueChanged.connect(self._place)
        theme.notifier().changed.connect(self._rearrange)

    # The current line

    def line(self) -> Line | None:
        """The current line."""
        return self._lines.line_at(self.currentIndex().row())

    def stand_on(self, wanted_line: Line | None, row: int) -> None:
        """Make this line current, or else the one that took its place."""
        found = self._lines.row_of(wanted_line)
        wanted = found if found >= 0 else self._nearest(row)
        self.selectionModel().setCurrentIndex(
            self._lines.index(wanted, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._show_bar()

    def _nearest(self, row: int) -> int:
        last = self._lines.rowCount() - 1
        after = range(max(0, min(row, last)), last + 1)
        before = range(min(row, last), -1, -1)
        usable = (at for at in (*after, *before) if self._lines.index(at, 0).flags() & Qt.ItemFlag.ItemIsEnabled)
        return next(usable, -1)

    def bar(self) -> AskingBar | None:
        """The buttons of the current line, None where it has none or only one."""
        match self.line():
            case Item() as item:
                return self.steps if item.agenda else self.loops
            case InDrawer() as found:
                return self.steps if self._forgotten(found) else self.begin
            case _:
                return None

    def _forgotten(self, found: InDrawer) -> bool:
        """Whether something was begun with somebody in the drawer."""
        return found.row.next_step is not None and found.row.next_step.open

    def act(self) -> None:
        """What Enter does on the current line."""
        bar = self.bar()
        if bar is self.begin:
            self.begin.act()
        elif isinstance(bar, LineBar):
            bar.act()
        elif isinstance(self.line(), DrawerLine):
            self.drawer_turned.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._show_bar()
        self.line_changed.emit()

    def _show_bar(self) -> None:
        line = self.line()
        match line:
            case Item() if line.agenda:
                self.steps.set_item(line.agenda)
            case Item():
                self.loops.set_item(line)
            case InDrawer() if self._forgotten(line):
                agenda = self._session.library.follow_ups.agenda_with(line.row.id)
                self.steps.set_item(agenda[0] if agenda else None)
            case InDrawer():
                self.begin.set_person(line.row.id, line.row.name or line.row.company)
            case DrawerLine():
                self.drawer_button.set_text(drawer_words(line))
            case _:
                pass
        bar = self.bar()
        if bar is not self.steps:
            self.steps.set_item(None)
        if bar is not self.loops:
            self.loops.set_item(None)
        if bar is not self.begin:
            self.begin.take_back()
        self.steps.setVisible(bar is self.steps)
        self.loops.setVisible(bar is self.loops)
        self.begin.setVisible(bar is self.begin)
        self.drawer_button.setVisible(isinstance(line, DrawerLine))
        self._rearrange()

    def done(self) -> None:
        """Ctrl+D: the usual thing about the current line has happened."""
        if isinstance(bar := self.bar(), LineBar):
            bar.done()

    def ask_snooze(self) -> None:
        """Ctrl+.: until when the current line should wait."""
        if isinstance(bar := self.bar(), LineBar):
            bar.ask_snooze()

    def ask_drop(self) -> None:
        """Why the current line is given up."""
        if isinstance(bar := self.bar(), LineBar):
            bar.ask_drop()

    # Where the buttons lie

    def _rearrange(self) -> None:
        """Buttons at the right of the line; questions, and buttons for which the line is too narrow, below it."""
        bar = self.bar()
        width = self.viewport().width() - theme.px(TEXT_LEFT) - theme.px(12)
        stacked = bar is not None and self._is_stacked(bar)
        below = bar.heightForWidth(width) + theme.px(10) if bar is not None and stacked else 0
        self._delegate.taken_right = 0 if stacked else self._bar_width() + theme.px(12)
        if below != self._delegate.taken_below:
            self._delegate.taken_below = below
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
            if stacked:
                self.scrollTo(self.currentIndex())
        self._place()
        self.viewport().update()

    def _is_stacked(self, bar: AskingBar) -> bool:
        whole = self.viewport().width()
        wide = bar.sizeHint().width()
        words = QFontMetrics(theme.font("strong")).horizontalAdvance(title_of(line) if (line := self.line()) else "")
        left = whole - wide - theme.px(TEXT_LEFT + 28)
        return bar.question is not None or wide * 2 > whole or left < min(words, whole // 2)

    def _bar_width(self) -> int:
        bar = self.drawer_button if isinstance(self.line(), DrawerLine) else self.bar()
        return bar.sizeHint().width() if bar else 0

    def _place(self) -> None:
        area = self.visualRect(self.currentIndex())
        row = QRect(area.left(), area.top(), area.width(), theme.px(ROW))
        bar = self.bar()
        if isinstance(self.line(), DrawerLine):
            self._put(self.drawer_button, row, self.drawer_button.sizeHint())
        elif bar is not None and self._is_stacked(bar):
            left = area.left() + theme.px(TEXT_LEFT)
            top = area.top() + theme.px(ROW) - theme.px(2)
            place = QRect(left, top, area.right() - left - theme.px(12), self._delegate.taken_below - theme.px(8))
            bar.setGeometry(mirrored(place, area, self.layoutDirection()))
        elif bar is not None:
            self._put(bar, row, QSize(bar.sizeHint().width(), theme.px(28)))

    def _put(self, widget: QWidget, row: QRect, size: QSize) -> None:
        left = row.right() - theme.px(10) - size.width()
        place = QRect(QPoint(left, row.center().y() - size.height() // 2 + 1), size)
        widget.setGeometry(mirrored(place, row, self.layoutDirection()))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_action = index.isValid() and self._on_action(index, event.position().toPoint())
        self._pressed_on_action = index.row() if on_action and index != self.currentIndex() else -1
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.row() == self._pressed_on_action:
            self.act()
        self._pressed_on_action = -1

    def _on_action(self, index: QModelIndex, at: QPoint) -> bool:
        """Whether a place lies on the words at the right of a line, which do what they say."""
        line = index.data(OBJECT_ROLE)
        area = self.visualRect(index)
        room = QRect(area.right() - theme.px(ACTION_ROOM), area.top(), theme.px(ACTION_ROOM), area.height())
        on_it = mirrored(room, area, self.layoutDirection()).contains(at)
        return on_it and bool(line and contact_of(line) and action_of(line)[0])
