"""What was understood of a typed text, field by field, while it is typed."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QGridLayout, QWidget

from cardkeeper.model.drafts import Draft
from cardkeeper.review.words import field_words
from cardkeeper.translation import tr
from ui.parts import ElidedLabel, Label


def understand(text: str, region: str) -> Draft:
    """The fields of a text; loads what that takes when it is needed first, on whatever thread that is."""
    draft: Draft = import_module("cardkeeper.fields.written").draft_of(text, region)
    return draft


class Understood(QWidget):
    """A line for each value; nothing where nothing was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.setAccessibleName(tr("Understood"))
        self.labels: list[Label] = []
        self.rows: tuple[tuple[str, str], ...] = ()
        """What is shown: the name of each field, and its text."""

    def show_draft(self, draft: Draft) -> None:
        """Show these values instead."""
        for label in self.labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self.rows = tuple((field_words(value.field), " ".join(value.text.split())) for value in draft.values)
        self.labels = []
        for row, (name, text) in enumerate(self.rows):
            for column, label in enumerate((Label(name, "small", "text2"), ElidedLabel(text, "body"))):
                self._grid.addWidget(label, row, column)
                self.labels.append(label)
        self.setAccessibleDescription("; ".join(f"{name}: {text}" for name, text in self.rows))
        self.setVisible(bool(self.rows))
