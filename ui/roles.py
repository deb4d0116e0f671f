"""The roles by which item models hand more than text to their views and delegates."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

OBJECT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The value behind a line."""
TONE_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""How a text stands out (`wording.Tone`)."""
CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 4
"""All that a cell of a table shows (`delegates.Cell`)."""
