"""How a table was read: as whose, in which encoding, parted by what, and what its columns hold; each can be changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cardkeeper.exchange.loading import Choice, Loaded
from cardkeeper.exchange.tables.dialects import Dialect, dialect_words
from cardkeeper.exchange.tables.headers import CUSTOM, Column
from cardkeeper.exchange.tables.splitting import DELIMITERS, ENCODINGS
from cardkeeper.translation import tr
from ui import theme
from ui.flow import FlowLayout
from ui.importing.words import choices, near_choice
from ui.labelled import Labelled
from ui.parts import Button, ElidedLabel, Label, Panel
from ui.parts import Choice as ChoiceField

_SAMPLES: Final = 3
_MOST_COLUMNS: Final = 120
"""More columns than any address book writes; what stands in further ones is kept as it is."""


class ReadingBar(QWidget):
    """The choices for one table. Whoever changes one hears how the file is to be read now."""

    chosen = Signal(object)
    """A `Choice`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded: Loaded | None = None
        self.dialect = ChoiceField(name=tr("Written by"))
        self.encoding = ChoiceField(name=tr("Letters"))
        self.delimiter = ChoiceField(name=tr("Cells parted by"))
        self.columns_button = Button(tr("Columns"), icon="table-column", size="medium")
        self.columns_button.setCheckable(True)
        self.panel = ColumnsPanel()
        self.panel.chosen.connect(self._columns_chosen)
        self._fill()
        self._arrange()

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Show how this table was read; nothing for a file that leaves no choice."""
        self._loaded = loaded if loaded is not None and loaded.table is not None else None
        self.setVisible(self._loaded is not None)
        if self._loaded is None or self._loaded.table is None:
            return
        table = self._loaded.table
        for labelled in self._of_text:
            labelled.setVisible(bool(table.delimiter))
        for field, value in (
            (self.dialect, self._loaded.dialect),
            (self.encoding, table.encoding),
            (self.delimiter, table.delimiter),
        ):
            field.blockSignals(True)
            if field.findData(value) < 0:
                field.addItem(value, value)
            field.setCurrentIndex(field.findData(value))
            field.blockSignals(False)
        known = any(column != CUSTOM for column in self._loaded.columns)
        self.columns_button.setChecked(self.columns_button.isChecked() or not known)
        self.panel.setVisible(self.columns_button.isChecked())
        self.panel.show_loaded(self._loaded)

    def choice(self) -> Choice:
        """How the file is to be read, as far as somebody chose."""
        return Choice(
            str(self.dialect.currentData()), str(self.encoding.currentData()), str(self.delimiter.currentData())
        )

    def _fill(self) -> None:
        for dialect in Dialect:
            self.dialect.addItem(dialect_words(dialect), dialect.value)
        for encoding in ENCODINGS:
            self.encoding.addItem(encoding, encoding)
        words = {",": tr("Comma"), ";": tr("Semicolon"), "\t": tr("Tab"), "|": tr("Bar")}
        for delimiter in DELIMITERS:
            self.delimiter.addItem(words[delimiter], delimiter)
        for field in (self.dialect, self.encoding, self.delimiter):
            field.activated.connect(lambda _: self.chosen.emit(self.choice()))
        self.columns_button.toggled.connect(self.panel.setVisible)

    def _arrange(self) -> None:
        holder = QWidget()
        row = FlowLayout(holder, spacing=16)
        row.addWidget(Labelled(tr("Written by"), self.dialect, 180))
        self._of_text = (
            Labelled(tr("Letters"), self.encoding, 120),
            Labelled(tr("Cells parted by"), self.delimiter, 120),
        )
        for labelled in self._of_text:
            row.addWidget(labelled)
        row.addWidget(Labelled(tr("What they hold"), self.columns_button, 100))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 8, 24, 8)
        whole.setSpacing(8)
        whole.addWidget(holder)
        whole.addWidget(self.panel)
        self.panel.hide()

    def _columns_chosen(self, columns: tuple[Column, ...]) -> None:
        choice = self.choice()
        self.chosen.emit(Choice(choice.dialect, choice.encoding, choice.delimiter, columns))


class ColumnsPanel(Panel):
    """Each heading of a table with what stands below it, and what it holds."""

    chosen = Signal(object)
    """What all columns hold now, a tuple of `Column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self.fields: list[ChoiceField] = []
        self._columns: tuple[Column, ...] = ()
        self._header: tuple[str, ...] = ()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._scroll)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def show_loaded(self, loaded: Loaded) -> None:
        """Show the columns of this table."""
        table = loaded.table
        if table is None or (table.header == self._header and loaded.columns == self._columns):
            return
        self._header, self._columns = table.header, loaded.columns
        inner = QWidget()
        inner.setAutoFillBackground(False)
        grid = QGridLayout(inner)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.fields = []
        for at, heading in enumerate(table.header[:_MOST_COLUMNS]):
            samples = [row.cells[at] for row in table.rows[:50] if row.cells[at].strip()][:_SAMPLES]
            self._add(grid, at, heading, " · ".join(samples))
        grid.setRowStretch(len(self.fields), 1)
        self._scroll.setWidget(inner)
        inner.show()

    def _add(self, grid: QGridLayout, at: int, heading: str, samples: str) -> None:
        label = Label(heading or tr("No heading"), "strong")
        field = ChoiceField(name=tr("What “{heading}” holds", heading=heading))
        for column, words in choices():
            field.addItem(words, column)
        wanted = near_choice(self._columns[at])
        field.setCurrentIndex([column for column, _ in choices()].index(wanted))
        field.activated.connect(lambda _, at=at: self._choose(at))
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grid.addWidget(label, at, 0)
        grid.addWidget(ElidedLabel(samples, "body", "text2"), at, 1)
        holder = QHBoxLayout()
        holder.addWidget(field)
        grid.addLayout(holder, at, 2)
        self.fields.append(field)

    def _choose(self, at: int) -> None:
        column = choices()[self.fields[at].currentIndex()][0]
        self.chosen.emit((*self._columns[:at], column, *self._columns[at + 1 :]))

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(220))
