"""One plot with what it says in a sentence, and the same as a table that can be saved for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.translation import tr
from ui.lines_table import Line, LinesView
from ui.paragraph import Paragraph
from ui.parts import Button, Panel


class Figure(Panel):
    """A title that tells the finding, the plot, and its table twin."""

    csv_wanted = Signal()

    def __init__(self, chart: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Paragraph("", "section")
        self.line = Paragraph("", "small", "text2")
        self.table_button = Button(tr("Table"), "quiet", icon="table", size="medium")
        self.table_button.setCheckable(True)
        self.csv_button = Button(tr("Save as CSV"), "quiet", icon="content-save-outline", size="medium")
        self.csv_button.hide()
        self.table = LinesView(name)
        self.chart = chart
        self._stack = QStackedWidget()
        self._stack.addWidget(_at_top(chart))
        self._stack.addWidget(self.table)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head.addLayout(words, 1)
        for button in (self.csv_button, self.table_button):
            head.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.setAccessibleName(name)
        self.table_button.toggled.connect(self._turn)
        self.csv_button.clicked.connect(self.csv_wanted)

    def say(self, title: str, line: str) -> None:
        self.title.set_text(title)
        self.line.set_text(line)

    def show_table(self, head: Sequence[str], lines: Sequence[Line]) -> None:
        self.table.show_lines(head, lines)

    def _turn(self, on: bool) -> None:
        self._stack.setCurrentIndex(1 if on else 0)
        self.csv_button.setVisible(on)
        self.table_button.set_text(tr("Plot") if on else tr("Table"))


def _at_top(chart: QWidget) -> QWidget:
    if chart.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding:
        return chart
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 0, 0)
    column.addWidget(chart)
    column.addStretch(1)
    return holder
