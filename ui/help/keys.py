"""Every key of the program, page by page, from the one table of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cardkeeper.translation import tr
from ui.key_table import KeySection, key_table
from ui.key_words import keys_in_words
from ui.parts import KeyCaps, Label, SectionTitle


class KeysView(QScrollArea):
    """The table, to be read; it fits beside the list of chapters at any size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Keys"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(16)
        for section in key_table():
            column.addWidget(SectionTitle(section.title))
            column.addLayout(_rows(section))
        column.addStretch(1)
        self.setWidget(inner)


def _rows(section: KeySection) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 200)
    for row, one in enumerate(section.rows):
        caps = QWidget()
        line = QHBoxLayout(caps)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for keys in one.keys:
            line.addWidget(KeyCaps(keys))
        line.addStretch(1)
        words = Label(one.words, "body", wrap=True)
        words.setAccessibleName(
            tr("{keys}: {words}", keys=", ".join(keys_in_words(keys) for keys in one.keys), words=one.words)
        )
        grid.addWidget(caps, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words, row, 1)
    return grid
