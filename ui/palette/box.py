"""The palette: type a few letters, and go to any page or person, or do anything that can be done here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.translation import tr, trn
from ui import links, theme
from ui.overlay import Overlay
from ui.palette.finding import Finder
from ui.palette.latest import latest
from ui.palette.lines import LineDelegate, Lines
from ui.palette.results import Found, Someone, results
from ui.parts import Command, IconLabel, KeyCaps, Label, Place, Separator, Writing
from ui.parts.fields import color_words
from ui.session import Session

_ROWS_HIGH: Final = 400
_FOOT_MARGIN: Final = 16
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Palette(Overlay):
    """Lies over the whole window while it is open; Esc gives the keyboard back to where it was."""

    go = Signal(str)
    open_person = Signal(int)
    log_talk = Signal(int)
    """Write down what was talked about with this person."""
    introduce = Signal(int)
    """Begin an introduction of this person."""
    compose = Signal(object)
    """Write a letter (`Writing`)."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._places: Sequence[Place] = ()
        self._commands: Sequence[Command] = ()
        self._here = ""
        self._only: Someone | None = None
        self._finder = Finder(session.library, session.today())
        self._needed = 0
        self.line = QLineEdit()
        self.lines = Lines(self)
        self.list = QListView()
        self._delegate = LineDelegate(self)
        self._nothing = Label("", "body", "text2")
        self._searched = Label("", "small", "text2")
        self._hints: list[QWidget] = []
        self._found = QVBoxLayout()
        self._arrange()
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def open(self, places: Sequence[Place], commands: Sequence[Command], here: str = "") -> None:
        """Offer these places and commands, and everybody in the library; `here` is the page one is on."""
        if self.isVisible():
            self.close_it()
            return
        self._places, self._commands, self._here = places, commands, here
        self._finder = Finder(self._session.library, self._session.today())
        self._only = None
        people = self._session.library.people.count()
        self._searched.set_text(trn("{count} person searched", "{count} people searched", people))
        self.line.clear()
        self._search()
        self.open_over(self.line)

    def fit(self, width: int, room: int) -> int:
        """As high as what was found, up to a limit; what stands above does not move."""
        self._fit_hints(width)
        rows = min(self._needed, theme.px(_ROWS_HIGH))
        self.list.setFixedHeight(rows)
        # Qt forgets the old height of a layout within a layout only later.
        self._found.invalidate()
        column = self.box.layout()
        height = column.totalSizeHint().height() if column is not None else 0
        if height > room:
            self.list.setFixedHeight(max(0, rows - (height - room)))
        return min(height, room)

    def _fit_hints(self, width: int) -> None:
        """Show as many hints as stand beside each other in full."""
        room = width - self._searched.sizeHint().width() - 2 * _FOOT_MARGIN
        for hint in self._hints:
            room -= hint.sizeHint().width() + 6
            hint.setVisible(room >= 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

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
        column = QVBoxLayout(self.box)
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
        row.setContentsMargins(_FOOT_MARGIN, 8, _FOOT_MARGIN, 8)
        row.setSpacing(6)
        told = (
            ("Up+Down", tr("choose")),
            ("Tab", tr("what can be done with somebody")),
            (">", tr("commands only")),
        )
        for keys, words in told:
            hint = QWidget()
            inside = QHBoxLayout(hint)
            inside.setContentsMargins(0, 0, 12, 0)
            inside.setSpacing(6)
            inside.addWidget(KeyCaps(keys))
            inside.addWidget(Label(words, "small", "text2"))
            row.addWidget(hint)
            self._hints.append(hint)
        row.addStretch(1)
        row.addWidget(self._searched)
        return row

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_it()
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key == Qt.Key.Key_Tab:
            self._narrow(self.list.currentIndex())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        else:
            return False
        return True

    def _search(self) -> None:
        typed = self.line.text()
        if self._only is not None and typed != self._only.name:
            self._only = None
        self._delegate.words = typed.removeprefix(">").strip()
        places, commands = ((), ()) if self._only else (self._places, self._commands)
        found = results(typed, places, commands, self._find(typed))
        self.lines.set_lines(found)
        self._nothing.set_text(tr("Nothing is called like this."))
        self._nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self._fit_lines()
        self._move_to(self.lines.next_choice(-1, 1))

    def _find(self, typed: str) -> Found:
        if self._only is not None:
            return Found((self._only,), self._ways_to(self._only))
        if not typed.strip():
            return Found(recent=latest(self._session.settings.recent, self._places, self._finder, self._here))
        if typed.startswith(">"):
            return Found()
        people, mentions = self._finder.find(typed)
        return Found(people, self._ways_to(people[0]) if people else (), mentions)

    def _narrow(self, index: QModelIndex) -> None:
        """Nothing but the chosen person, and what can be done with them."""
        line = self.lines.line_at(index.row())
        chosen = line.chosen if line else None
        if isinstance(chosen, Someone):
            self._only = chosen
            self.line.setText(chosen.name)
            self._search()

    def _fit_lines(self) -> None:
        option = QStyleOptionViewItem()
        rows = (self.lines.index(row) for row in range(self.lines.rowCount()))
        self._needed = sum(self._delegate.sizeHint(option, row).height() for row in rows)
        self.refit()

    def _ways_to(self, someone: Someone) -> tuple[Command, ...]:
        """What can be done with a person right from here."""
        contact = self._session.library.people.get(someone.id)
        ways = [
            Command(tr("Log a talk"), "note-text-outline", lambda: self.log_talk.emit(someone.id), "Ctrl+L"),
        ]
        begun = any(step.open for step in self._session.library.follow_ups.of(someone.id))
        invitation = Writing.invitation(contact, begun=begun)
        ways += [
            Command(tr("Invite"), "coffee-outline", lambda: self.compose.emit(invitation)),
            Command(tr("Introduce to somebody"), "handshake-outline", lambda: self.introduce.emit(someone.id)),
        ]
        if contact.emails:
            address = links.mail_url(contact.emails[0])
            words = tr("Write to {email}", email=contact.emails[0])
            ways.insert(0, Command(words, "email-outline", lambda: links.open_url(address)))
        if contact.phones:
            number = links.phone_url(contact.phones[0])
            words = tr("Call {number}", number=contact.phones[0].number)
            ways.insert(0, Command(words, "phone-outline", lambda: links.open_url(number)))
        return tuple(ways)

    def _move(self, step: int) -> None:
        self._move_to(self.lines.next_choice(self.list.currentIndex().row(), step))

    def _move_to(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self.lines.index(row))
            # The heading of the first section comes back into view with its first line.
            if row == 1:
                self.list.scrollToTop()

    def _choose(self, index: QModelIndex) -> None:
        line = self.lines.line_at(index.row())
        chosen = line.chosen if line else None
        if chosen is None:
            return
        self.close_it()
        if isinstance(chosen, Place):
            self.go.emit(chosen.name)
        elif isinstance(chosen, Someone):
            self.open_person.emit(chosen.id)
        else:
            chosen.run()

    def _restyle(self) -> None:
        self.line.setFont(theme.font("message"))
        color_words(self.line)
        self._fit_lines()
