"""The edges of a card on its page, drawn by a person: four corners to drag, or to move with the arrow keys."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.model.geometry import Point, Quad
from cardkeeper.translation import tr
from ui import theme
from ui.flow import flowing
from ui.parts import Button, Label
from ui.parts.painting import paint_focus

_MARGIN: Final = 16
_GRIP: Final = 7
"""Pixels from the middle of a corner to the edge of its mark, at 100 % text."""
_REACH: Final = 18
"""Pixels around a corner in which it is taken hold of."""
_GLASS: Final = 112
"""Pixels across, at 100 % text, in which the corner that is moved shows enlarged, and how much."""
_ENLARGED: Final = 3.0
_STEP: Final = 1 / 400
"""The part of the page's longer side that an arrow key moves a corner; with Shift ten times as far."""

_ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class EdgesView(QWidget):
    """A page with the edges of one card on it. What is outside of them is dimmed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._page = QSizeF(1, 1)
        self._corners: list[QPointF] = [QPointF() for _ in range(4)]
        self._held: int | None = None
        self.corner = 0
        """The corner that the arrow keys move."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(120, 80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The edges of the card on its page"))
        self.setAccessibleDescription(tr("Arrow keys move a corner, Tab goes to the next."))
        theme.notifier().changed.connect(self.update)

    def show_page(self, picture: QPixmap, page: QSizeF, quad: Quad) -> None:
        """Show a page whose own size in pixels is `page`, and the edges on it."""
        self._picture, self._page = picture, page
        self._corners = [self._within(QPointF(corner.x, corner.y)) for corner in quad.corners]
        self.corner = 0
        self.update()

    def quad(self) -> Quad:
        """The edges as they are now, in pixels of the page."""
        return Quad(*(Point(corner.x(), corner.y()) for corner in self._corners))

    def place_of(self, corner: int) -> QPointF:
        """Where a corner is shown, in pixels of this widget."""
        return self._shown(self._corners[corner])

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(320))

    # What a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self._corner_at(event.position())
            if self._held is not None:
                self.corner = self._held
                self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._move(self._held, self._on_page(event.position()))
        near = self._held is not None or self._corner_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.SizeAllCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key())) if event.key() in _ARROWS else None
        if way is None:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        step = max(self._page.width(), self._page.height()) * _STEP * far
        self._move(self.corner, self._corners[self.corner] + way * step)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from corner to corner, and from the last one on."""
        wanted = self.corner + (1 if forward else -1)
        if wanted not in range(4):
            return super().focusNextPrevChild(forward)
        self.corner = wanted
        self.update()
        return True

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(self._shown(QPointF(0, 0)), self._shown(QPointF(self._page.width(), self._page.height())))
        painter.drawPixmap(page, self._picture, QRectF(self._picture.rect()))
        edges = QPolygonF([self._shown(corner) for corner in self._corners])
        outside = QPainterPath()
        outside.addRect(page)
        inside = QPainterPath()
        inside.addPolygon(edges)
        inside.closeSubpath()
        painter.fillPath(outside.subtracted(inside), theme.color("dim"))
        painter.setPen(QPen(theme.color("card_lit"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(edges)
        grip = theme.px(_GRIP)
        for number, corner in enumerate(self._corners):
            painter.setBrush(theme.color("card_lit") if number == self.corner else Qt.GlobalColor.white)
            painter.drawEllipse(self._shown(corner), grip, grip)
        self._paint_glass(painter)
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(2, 2, -2, -2))

    def _paint_glass(self, painter: QPainter) -> None:
        """The place of the corner that is moved, enlarged, in the middle, where no corner is."""
        if self._held is None and not self.hasFocus():
            return
        corner = self._corners[self.corner]
        side = theme.px(_GLASS)
        glass = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.save()
        round_path = QPainterPath()
        round_path.addEllipse(glass)
        painter.setClipPath(round_path)
        painter.fillRect(glass, theme.color("rail"))
        painter.translate(glass.center())
        painter.scale(self._scale() * _ENLARGED, self._scale() * _ENLARGED)
        painter.translate(-corner)
        painter.drawPixmap(QRectF(QPointF(0, 0), self._page), self._picture, QRectF(self._picture.rect()))
        edge = QPen(theme.color("card_lit"), 2)
        edge.setCosmetic(True)
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF(self._corners))
        painter.restore()
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(glass)

    # Inside

    def _move(self, number: int, place: QPointF) -> None:
        """Put a corner somewhere, as long as the edges stay those of a card: none crosses another."""
        wanted = list(self._corners)
        wanted[number] = self._within(place)
        if _is_convex(wanted):
            self._corners = wanted
            self.update()

    def _corner_at(self, place: QPointF) -> int | None:
        reach = theme.px(_REACH)
        distances = [(self._shown(corner) - place).manhattanLength() for corner in self._corners]
        nearest = min(range(4), key=distances.__getitem__)
        return nearest if distances[nearest] <= reach else None

    def _within(self, place: QPointF) -> QPointF:
        return QPointF(min(max(place.x(), 0.0), self._page.width()), min(max(place.y(), 0.0), self._page.height()))

    def _scale(self) -> float:
        room = self.size()
        across = (room.width() - 2 * _MARGIN) / self._page.width()
        down = (room.height() - 2 * _MARGIN) / self._page.height()
        return max(1e-6, min(across, down))

    def _origin(self) -> QPointF:
        scale = self._scale()
        return QPointF(
            (self.width() - self._page.width() * scale) / 2, (self.height() - self._page.height() * scale) / 2
        )

    def _shown(self, place: QPointF) -> QPointF:
        return self._origin() + place * self._scale()

    def _on_page(self, place: QPointF) -> QPointF:
        return (place - self._origin()) * (1 / self._scale())


class EdgesPane(QWidget):
    """The page with the edges, and what becomes of them."""

    taken = Signal(object)
    """The `Quad` along which the card is to be cut anew."""
    found = Signal(object)
    """The `Quad` of one more card on the page, which is to be read beside this one."""
    left = Signal()
    """The edges stay as they were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = EdgesView()
        self.read_button = Button(
            tr("Read again"), "primary", icon="check", keys="Enter", size="medium", shortcut=False
        )
        self.cancel_button = Button(tr("Cancel"), "quiet", keys="Esc", size="medium", shortcut=False)
        self.read_button.clicked.connect(lambda: self.taken.emit(self.view.quad()))
        self.another_button = Button(tr("One more card"), icon="card-plus-outline", size="medium")
        self.another_button.setToolTip(tr("Keep this card, and read what is within the edges as one more"))
        self.another_button.clicked.connect(lambda: self.found.emit(self.view.quad()))
        self.cancel_button.clicked.connect(self.left)
        words = Label(tr("Drag the corners"), "body", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(
            flowing(words, self.cancel_button, self.another_button, self.read_button, spacing=6, align_right=True)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the edges and Escape leaves them, whatever these keys do elsewhere on the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            others = (self.cancel_button, self.another_button)
            next((button for button in others if button.hasFocus()), self.read_button).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel_button.click()
        else:
            super().keyPressEvent(event)


def _is_convex(corners: list[QPointF]) -> bool:
    """Whether four corners, clockwise or not, go round in one direction and hold something."""
    around = [*corners, *corners[:2]]
    turns = []
    for (one, other), (_, third) in pairwise(pairwise(around)):
        first, second = other - one, third - other
        turns.append(first.x() * second.y() - first.y() * second.x())
    return all(turn > 1 for turn in turns) or all(turn < -1 for turn in turns)
