"""The look on machines that have no Qlementine: Qt's own Fusion with the same colours through a style sheet."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtWidgets import QApplication

from ui.theme.tokens import Tokens

_SHEET: Final = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $hover; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 3px; min-height: 32px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
    { background: none; width: 0; height: 0; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text2; border: none; border-bottom: 1px solid $border;
    padding: 4px 8px; }
QLineEdit { background: transparent; border: none; padding: 0; }
QTableView { gridline-color: $border; }
QCheckBox, QRadioButton { spacing: 8px; }
QSplitter::handle { background: $border; }
""")


def apply(app: QApplication, tokens: Tokens, percent: int) -> None:  # noqa: ARG001 - one signature for both looks
    """Put Fusion and the sheet on the application."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    names = {name: getattr(tokens, name) for name in tokens.__slots__ if name != "dark"}
    app.setStyleSheet(_SHEET.substitute(names))
