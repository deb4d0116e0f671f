"""What is known of a person as rows: what kind of thing at the left, and beside it the things themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.paragraph import Paragraph
from ui.parts import Label
from ui.value_line import empty


class FactRows(QWidget):
    """Rows with a title each; one that has nothing to tell is left out."""

    def __init__(self, make: Callable[[str], QWidget] = Paragraph, parent: QWidget | None = None) -> None:
        """`make`: the widget that shows one text."""
        super().__init__(parent)
        self._make = make
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, theme.px(56))
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Show these titles with their texts."""
        empty(self._grid)
        at = 0
        for title, texts in rows:
            for number, text in enumerate(text for text in texts if text.strip()):
                if not number:
                    self._grid.addWidget(Label(title, "small", "text2"), at, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(self._make(text), at, 1)
                at += 1
