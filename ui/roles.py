"""What item models, views and delegates speak with: places in a model, and the roles that hand over more than text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
"""A place in a model, as Qt hands it over."""
NO_PARENT: Final = QModelIndex()
"""The place above all others; lists and tables have no other."""

OBJECT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The value behind a line."""
TONE_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""How a text stands out (`wording.Tone`)."""
CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 4
"""All that a cell of a table shows (`delegates.Cell`)."""
