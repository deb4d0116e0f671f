"""The palette: type a few letters, and go to any page or person, or do anything that can be done here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.model.people import Contact
from cardkeeper.translation import tr
from ui import links, theme
from ui.palette.lines import LineDelegate, Lines
from ui.palette.results import MOST_PEOPLE, Place, Result, results
from ui.parts import Command, IconLabel, KeyCaps, Label, Separator
from ui.parts.painting import fill
from ui.session import Session

_WIDTH: Final = 640
_TOP: Final = 84
_ROWS_HIGH: Final = 400
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Box(QFrame):
    """The box itself, over the dimmed window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), "surface", "button", radius=10)


class Palette(QWidget):
    """Lies over the whole window while it is open; Esc gives the keyboard back to where it was."""

    go = Signal(str)
    open_person = Signal(int)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._places: Sequence[Place] = ()
        self._commands: Sequence[Command] = ()
        self._before: QWidget | None = None
        self._needed = 0
        self.line = QLineEdit()
        self.lines = Lines(self)
        self.list = QListView()
        self._delegate = LineDelegate(self)
        self._nothing = Label("", "body", "text2")
        self._box = _Box(self)
        self._found = QVBoxLayout()
        self._arrange()
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.hide()
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def open(self, places: Sequence[Place], commands: Sequence[Command]) -> None:
        """Offer these places and commands, and everybody in the library."""
        if self.isVisible():
            self.close_it()
            return
        self._before = QApplication.focusWidget()
        self._places, self._commands = places, commands
        self.line.clear()
        self._search()
        self.refit()
        self.raise_()
        self.show()
        self.line.setFocus()

    def close_it(self) -> None:
        """Give the keyboard back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def refit(self) -> None:
        """Lie over the window as large as it is now."""
        window = self._window
        self.setGeometry(window.rect())
        width = min(theme.px(_WIDTH), window.width() - 32)
        top = min(theme.px(_TOP), max(16, window.height() // 10))
        rows = min(self._needed, theme.px(_ROWS_HIGH))
        self.list.setFixedHeight(rows)
        # Qt forgets the old height of a layout within a layout only later.
        self._found.invalidate()
        column = self._box.layout()
        height = column.totalSizeHint().height() if column is not None else 0
        room = window.height() - top - 16
        if height > room:
            self.list.setFixedHeight(max(0, rows - (height - room)))
        self._box.setGeometry(QRect((window.width() - width) // 2, top, width, min(height, room)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_it()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("dim"))

    def _arrange(self) -> None:
        self.setAccessibleName(tr("Go anywhere"))
        self.line.setAccessibleName(tr("Search people, pages and commands"))
        self.line.setPlaceholderText(tr("Search people, pages and commands"))
        self.line.setFrame(False)
        self.line.setProperty("ring", False)
        self.list.setAccessibleName(tr("Found"))
        self.list.setModel(self.lines)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Separator())
        self._found.setContentsMargins(6, 0, 6, 6)
        self._found.addWidget(self._nothing)
        self._found.addWidget(self.list)
        column.addLayout(self._found, 1)
        column.addWidget(Separator())
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel("magnify", "text2", 20))
        row.addWidget(self.line, 1)
        row.addWidget(Label(tr("Accents do not matter"), "small", "text2"))
        row.addWidget(KeyCaps("Esc"))
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        for keys, words in (("Up+Down", tr("choose")), ("Enter", tr("open")), (">", tr("commands only"))):
            row.addWidget(KeyCaps(keys))
            row.addWidget(Label(words, "small", "text2"))
            row.addSpacing(12)
        row.addStretch(1)
        return row

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_it()
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        else:
            return False
        return True

    def _search(self) -> None:
        typed = self.line.text()
        self._delegate.words = typed.removeprefix(">").strip()
        people = self._people(typed)
        found = list(results(typed, self._places, self._commands, people))
        if people:
            found[len(people) + 1 : len(people) + 1] = self._ways_to(people[0])
        self.lines.show(found)
        self._nothing.set_text(tr("Nothing begins like this."))
        self._nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self._fit_lines()
        self._move_to(self.lines.next_choice(-1, 1))

    def _fit_lines(self) -> None:
        """As high as what was found, up to a limit; what stands above does not move."""
        option = QStyleOptionViewItem()
        rows = (self.lines.index(row) for row in range(self.lines.rowCount()))
        self._needed = sum(self._delegate.sizeHint(option, row).height() for row in rows)
        self.refit()

    def _people(self, typed: str) -> list[Contact]:
        if typed.startswith(">") or not typed.strip():
            return []
        people = self._session.library.people
        return [people.get(contact_id) for contact_id in people.find(typed)[:MOST_PEOPLE]]

    def _ways_to(self, contact: Contact) -> list[Result]:
        """What can be done with the person who was found first."""
        ways = []
        if contact.phones:
            number = links.phone_url(contact.phones[0])
            words = tr("Call {number}", number=contact.phones[0].number)
            call = Command(words, "phone-outline", lambda: links.open_url(number))
            ways.append(Result(words, "", "phone-outline", "", call))
        if contact.emails:
            address = links.mail_url(contact.emails[0])
            words = tr("Write to {email}", email=contact.emails[0])
            write = Command(words, "email-outline", lambda: links.open_url(address))
            ways.append(Result(words, "", "email-outline", "", write))
        return [Result(tr("Do something with {name}", name=contact.name)), *ways] if ways else []

    def _move(self, step: int) -> None:
        self._move_to(self.lines.next_choice(self.list.currentIndex().row(), step))

    def _move_to(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self.lines.index(row))
            # The heading of the first section comes back into view with its first line.
            if row == 1:
                self.list.scrollToTop()

    def _choose(self, index: QModelIndex) -> None:
        chosen = self.lines.line(index.row()).chosen if index.isValid() else None
        if chosen is None:
            return
        self.close_it()
        if isinstance(chosen, Place):
            self.go.emit(chosen.name)
        elif isinstance(chosen, Contact):
            self.open_person.emit(chosen.id)
        else:
            chosen.run()

    def _restyle(self) -> None:
        self.line.setFont(theme.font("message"))
        palette = self.line.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        self.line.setPalette(palette)
        self._fit_lines()
