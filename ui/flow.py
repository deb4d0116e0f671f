"""A layout that puts widgets side by side and goes on in the next line where there is no room left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Lines of widgets, as many in each as fit; hidden ones take no room."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, align_right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._right = align_right
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Asked many times for each change."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, place=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """One below the other: no narrower than the widest."""
        sizes = [item.minimumSize() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, area: QRect, *, place: bool) -> int:
        """Put the items into lines; returns the height that they take."""
        top = area.top()
        for line in self._lines(area.width()):
            height = max(_height(item, area.width()) for item in line)
            if place:
                self._place(line, area, top, height)
            top += height + self.spacing()
        return max(0, top - area.top() - self.spacing())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = min(item.sizeHint().width(), width)
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self.spacing()
        return lines

    def _place(self, line: list[QLayoutItem], area: QRect, top: int, height: int) -> None:
        free = area.width() - sum(item.sizeHint().width() for item in line) - self.spacing() * (len(line) - 1)
        grows = [item for item in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        share = max(0, free) // len(grows) if grows else 0
        left = area.left() + (max(0, free) if self._right and not grows else 0)
        for item in line:
            size = item.sizeHint()
            wide = min(size.width(), area.width()) + (share if item in grows else 0)
            tall = _height(item, wide)
            item.setGeometry(QRect(QPoint(left, top + (height - tall) // 2), QSize(wide, tall)))
            left += wide + self.spacing()


def _height(item: QLayoutItem, width: int) -> int:
    """How high an item is; one that breaks into lines by the width that it gets."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def flowing(*widgets: QWidget, spacing: int = 8, align_right: bool = False) -> QWidget:
    """A widget that holds others in lines."""
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    layout = FlowLayout(holder, spacing=spacing, align_right=align_right)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
