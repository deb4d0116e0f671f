"""What the inbox shows when nothing is in it: where to drop cards, and on the first run what happens then."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.translation import tr, trn
from ui import theme
from ui.flow import flowing
from ui.inbox.first_run import FirstRun
from ui.jobs import FileJob, FileState
from ui.parts import Button, IconLabel, Label, Notice, Paragraph
from ui.session import Session

_ROOM: Final = 560
"""Pixels of width at 100 % text that three sentences need beside each other."""

_PRIVACY: Final = 460


class DropZone(QWidget):
    """A place to drop files on, with buttons that do the same. The whole window takes drops; this says so."""

    choose = Signal()
    paste = Signal()
    watch = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 40, 24, 40)
        column.setSpacing(12)
        column.addWidget(IconLabel("tray-arrow-down", "accent", 40), alignment=Qt.AlignmentFlag.AlignHCenter)
        title = Label(tr("Drop business cards here"), "page")
        column.addWidget(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        words = tr(
            "Photos, scans or PDFs, one card or many on a page, up to hundreds at once. "
            "You can drop them anywhere on this window."
        )
        column.addWidget(Paragraph(words, widest=480))
        self.choose_button = Button(tr("Choose files"), "primary", icon="folder-open-outline")
        self.choose_button.clicked.connect(self.choose)
        self.paste_button = Button(tr("Paste"), icon="clipboard-outline")
        self.paste_button.clicked.connect(self.paste)
        self.watch_button = Button(tr("Watch a folder"), icon="folder-eye-outline")
        self.watch_button.clicked.connect(self.watch)
        buttons = flowing(self.choose_button, self.paste_button, self.watch_button)
        column.addWidget(buttons, alignment=Qt.AlignmentFlag.AlignHCenter)
        kinds = Label(tr("JPG, PNG, HEIC, TIFF, WebP, GIF, BMP, PDF"), "small", "text2")
        column.addWidget(kinds, alignment=Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("control"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)


class NothingHere(QWidget):
    """The inbox without cards; on the first run with three sentences on what will happen."""

    choose = Signal()
    paste = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(20)
        self.zone = DropZone()
        self.zone.choose.connect(self.choose)
        self.zone.paste.connect(self.paste)
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(20)
        self.notice = Notice("info", icon="content-duplicate", dismissable=True)
        self.notice.hide()
        self._middle.addWidget(self.notice)
        self._middle.addWidget(self.zone)
        self.steps, self._in_a_row = _steps()
        self._middle.addWidget(self.steps)
        self.first_run = FirstRun(session)
        self._middle.addWidget(self.first_run)
        middle.setMaximumWidth(theme.px(760))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.privacy, self._privacy_words = _privacy()
        column.addWidget(self.privacy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text in a small window: one above another."""
        way = QBoxLayout.Direction.TopToBottom if self.width() < theme.px(_ROOM) else QBoxLayout.Direction.LeftToRight
        self._in_a_row.setDirection(way)
        self._privacy_words.setMaximumWidth(theme.px(_PRIVACY))
        self.first_run.ways.setDirection(way)
        super().resizeEvent(event)

    def say_of(self, files: Sequence[FileJob]) -> None:
        """Say that files came in before, where a drop brought nothing else."""
        seen = sum(file.state is FileState.SEEN for file in files)
        new = len(files) - seen
        self.notice.setVisible(bool(seen) and not new)
        self.notice.set_message(
            trn("This file came in before.", "All {count} files came in before.", seen),
            tr("They were not read again. Their cards are with the people, in the inbox or among the skipped."),
        )

    def set_first_run(self, *, first: bool, pages: Collection[str] = ()) -> None:
        """Whether to say what will happen: only while nobody has ever come in. `pages`: to which there is a way."""
        self.first_run.show_ways(pages)
        self.steps.setVisible(first)
        self.first_run.setVisible(first)
        self.privacy.setVisible(first)


def _steps() -> tuple[QWidget, QBoxLayout]:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(24)
    for number, title, text in (
        ("1", tr("Cards are read"), tr("On this computer, a few seconds each. You can go on working.")),
        ("2", tr("You look them over"), tr("Enter accepts a card. You say once where you met them all.")),
        ("3", tr("You follow up"), tr("Today shows whom to invite, call or thank, and why.")),
    ):
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Label(number, "small_strong", "accent"))
        column.addWidget(Label(title, "section", wrap=True))
        column.addWidget(Label(text, "body", "text2", wrap=True))
        column.addStretch(1)
        layout.addLayout(column, 1)
    return row, layout


def _privacy() -> tuple[QWidget, QWidget]:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addStretch(1)
    layout.addWidget(IconLabel("shield-lock-outline", "text2", 18))
    words = tr("No account, no server. Nothing leaves this computer unless you send it.")
    label = Label(words, "body", "text2", wrap=True)
    layout.addWidget(label, 1000)
    layout.addStretch(1)
    return row, label
