"""The list of dropped files: how far each is, and for one that could not be read why, and what to do about it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.translation import tr
from ui import theme
from ui.delegates import draw_icon, draw_text, has
from ui.flow import flowing
from ui.inbox.file_model import FileModel, fraction
from ui.jobs import FileJob, FileState
from ui.parts import Button, ElidedLabel, IconLabel, Label
from ui.parts.painting import fill, paint_focus, turn
from ui.roles import OBJECT_ROLE, Index

_ROW: Final = 34
_ROW_READING: Final = 42
_DRESSED: Final = 30
"""So many failed files show their buttons at once; of more, the one that is current."""

_ICONS: Final = {
    FileState.FAILED: "alert-circle",
    FileState.READING: "text-recognition",
    FileState.WAITING: "timer-sand",
    FileState.SEEN: "content-duplicate",
    FileState.CANCELLED: "close",
    FileState.DONE: "check",
}


class FailedFile(QWidget):
    """One file that could not be read: its name, the reason, the remedy, and three ways on."""

    asked = Signal(object, str)
    """The file and what a person wants with it: retry, show, or leave (it out)."""

    def __init__(self, file: FileJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = file
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 8, theme.px(10), 8)
        row.setSpacing(theme.px(10))
        row.addWidget(IconLabel("alert-circle", "err"), alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        row.addLayout(column, 1)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(file.name, "body"), 1)
        head.addWidget(Label(tr("Did not come in"), "small_strong", "err"))
        column.addLayout(head)
        column.addWidget(Label(f"{file.message} {file.remedy}".strip(), "small", wrap=True))
        ways = (("retry", tr("Try again")), ("show", tr("Show file")), ("leave", tr("Leave out")))
        buttons = flowing(spacing=6)
        for what, words in ways:
            button = Button(words, "quiet" if what == "leave" else "normal", size="small")
            button.setAccessibleDescription(file.name)
            button.clicked.connect(partial(self.asked.emit, file, what))
            layout = buttons.layout()
            if layout is not None:
                layout.addWidget(button)
        column.addWidget(buttons)


class FileList(QListView):
    """The files of the drops. Says what a person wants with one of them."""

    retry = Signal(int)
    leave_out = Signal(int)
    cancel = Signal(int)
    show_file = Signal(object)
    """The path of a file."""

    def __init__(self, model: FileModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_FileDelegate(self, model))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Files of this drop"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        for signal in (model.rowsInserted, model.rowsMoved, model.rowsRemoved, model.dataChanged):
            signal.connect(self._dress)
        theme.notifier().changed.connect(self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reasons wrap anew, so rows change their height with the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._dress()

    def failed_row(self, index: Index) -> FailedFile | None:
        """The widget that a failed file shows itself in, where it has one."""
        widget = self.indexWidget(self._model.index(index.row()))
        return widget if isinstance(widget, FailedFile) else None

    def _dress(self) -> None:
        """Give failed files their buttons, and take them from files that are being read again."""
        current = self.currentIndex().row()
        failed = self._model.rows_failed()
        for row in range(min(self._model.rowCount(), max(len(failed) + 8, _DRESSED))):
            index = self._model.index(row)
            file = self._model.file_at(row)
            wanted = file is not None and row in failed and (row < _DRESSED or row == current)
            shown = self.failed_row(index)
            if shown is not None and (not wanted or shown.file != file):
                self.setIndexWidget(index, None)  # type: ignore[arg-type] # Qt's way to take it away
                shown = None
            if wanted and file is not None and shown is None:
                dressed = FailedFile(file, self.viewport())
                dressed.asked.connect(self.act)
                self.setIndexWidget(index, dressed)
        self.scheduleDelayedItemsLayout()

    def act(self, file: FileJob, what: str, *_: object) -> None:
        """Pass on what a person wants with a file."""
        match what:
            case "retry":
                self.retry.emit(file.key)
            case "leave":
                self.leave_out.emit(file.key)
            case "cancel":
                self.cancel.emit(file.key)
            case "show":
                self.show_file.emit(file.path)

    def _menu(self, point: QPoint) -> None:
        file = self.indexAt(point).data(OBJECT_ROLE)
        if not isinstance(file, FileJob):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for what, words, states in (
            ("cancel", tr("Cancel this file"), (FileState.READING, FileState.WAITING)),
            ("retry", tr("Try again"), (FileState.FAILED, FileState.CANCELLED)),
            ("show", tr("Show file"), tuple(FileState)),
            ("leave", tr("Leave out"), (FileState.FAILED, FileState.CANCELLED)),
        ):
            if file.state in states:
                menu.addAction(words).triggered.connect(partial(self.act, file, what))
        menu.popup(self.viewport().mapToGlobal(point))


class _FileDelegate(QStyledItemDelegate):
    """One line for each file: state as an icon and in words, and a thin bar while it is read."""

    def __init__(self, view: FileList, model: FileModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = max(1, self._view.viewport().width())
        failed = self._view.failed_row(index)
        if failed is not None:
            layout = failed.layout()
            return QSize(width, layout.heightForWidth(width) if layout else theme.px(_ROW))
        file = index.data(OBJECT_ROLE)
        return QSize(width, theme.px(_ROW_READING if file.state is FileState.READING else _ROW))

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """What stands in a row fills it, whatever the style keeps free around editors."""
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        file = index.data(OBJECT_ROLE)
        if not isinstance(file, FileJob):
            return
        painter.save()
        turn(painter, option.rect, option.direction)
        area = option.rect
        if self._view.failed_row(index) is not None:
            painter.fillRect(area, theme.color("err_soft"))
            painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.color("border"))
            painter.restore()
            return
        if has(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, theme.color("hover"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.color("border"))
        line = area.adjusted(theme.px(12), 0, -theme.px(10), -1)
        reading = file.state is FileState.READING
        if reading:
            line.setHeight(theme.px(26))
        failed = file.state is FileState.FAILED
        tint = "err" if failed else "text2"
        icon = QRect(line.left(), line.top(), theme.px(18), line.height())
        draw_icon(painter, icon, _ICONS[file.state], tint, 16)
        line.setLeft(icon.right() + theme.px(10))
        words = self._model.words(file)
        taken = draw_text(painter, line, words, "small", tint, align=Qt.AlignmentFlag.AlignRight, tabular=True)
        draw_text(painter, line.adjusted(0, 0, -taken - theme.px(8), 0), file.name)
        if reading:
            _paint_bar(painter, QRect(line.left(), line.bottom() + 2, line.width(), 6), fraction(file))
        if has(option, QStyle.StateFlag.State_HasFocus):
            paint_focus(painter, area.adjusted(1, 1, -1, -2))
        painter.restore()


def _paint_bar(painter: QPainter, area: QRect, done: float) -> None:
    fill(painter, area, "track", radius=3)
    part = QRect(area)
    part.setWidth(max(6, round(area.width() * done)))
    fill(painter, part, "accent", radius=3)
