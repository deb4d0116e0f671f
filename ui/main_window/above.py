"""What the window has to say stands above the page; while it has nothing to say, that takes no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

_CHANGES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Above(QWidget):
    """Notices one below the other, each shown and hidden by whoever it is about."""

    def __init__(self, *notices: QWidget) -> None:
        super().__init__()
        self._notices = notices
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 0)
        column.setSpacing(8)
        for notice in notices:
            column.addWidget(notice)
            notice.hide()
            notice.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self.setVisible(any(not notice.isHidden() for notice in self._notices))
        return super().eventFilter(watched, event)
