"""A card's picture with the places of its fields marked on it: to zoom, to scroll, and to point at."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from cardkeeper.model.geometry import Box
from cardkeeper.translation import tr
from ui import theme

_MARGIN: Final = 12
"""Free pixels around a picture that is fitted."""
_LARGEST: Final = 8.0
_SMALLEST: Final = 0.05
_FITTED_LARGEST: Final = 3.0
"""A small picture is not blown up beyond this to fill the view."""
_STEP: Final = 1.25


class Mark(Enum):
    """How a place on the card stands out."""

    OTHER = "other"
    UNUSED = "unused"
    LOOK = "look"
    LIT = "lit"


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the card's picture: whose it is, where (pixels of the card), how marked and what it is called."""

    key: Hashable
    box: Box
    mark: Mark = Mark.OTHER
    label: str = ""


class CardView(QGraphicsView):
    """Shows one card. Tells which place was clicked, and for which one a menu was asked."""

    clicked = Signal(object, QPoint)
    """The `Place` that was clicked, and where on the screen."""
    menu_asked = Signal(object, QPoint)
    """The `Place` for which a menu is asked, and where on the screen that belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self._picture: QGraphicsPixmapItem | None = None
        self._places: dict[Hashable, list[_PlaceItem]] = {}
        self._lit: Hashable = None
        self._dark = False
        self._fitted = True
        self._boxes_shown = True
        self._said = ""
        self._pressed: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(120, 80)
        self.setAccessibleName(tr("Picture of the card"))
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.notifier().changed.connect(self._themed)
        self._themed()

    # What is shown

    def show_picture(self, picture: QPixmap, size: QSizeF, *, dark: bool) -> None:
        """Show a card whose own size in pixels is `size`, however large the picture of it is."""
        same = self._picture is not None and self._picture.pixmap().cacheKey() == picture.cacheKey()
        if same and dark == self._dark:
            return
        self._dark = dark
        self._said = ""
        self.clear()
        self._picture = self._scene.addPixmap(picture)
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        shown = picture.deviceIndependentSize()
        if shown.width() > 0:
            self._picture.setScale(size.width() / shown.width())
        self._scene.setSceneRect(QRectF(QPointF(0, 0), size))
        self.fit()

    def say(self, text: str) -> None:
        """Show a sentence in place of a picture."""
        self.clear()
        self._said = text
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self._scene.clear()
        self._picture = None
        self._places = {}
        self._said = ""

    def show_places(self, places: Sequence[Place]) -> None:
        """Mark these places and no others; the one that is lit stays lit when it is still there."""
        for items in self._places.values():
            for item in items:
                self._scene.removeItem(item)
        self._places = {}
        for place in places:
            item = _PlaceItem(place, dark=self._dark)
            item.setVisible(self._boxes_shown)
            self._scene.addItem(item)
            self._places.setdefault(place.key, []).append(item)
        self.light(self._lit, scroll=False)

    def light(self, key: Hashable, *, scroll: bool = True) -> None:
        """Light the places of a key, put out those of the last one, and bring them into sight."""
        self._lit = key
        for owner, items in self._places.items():
            for number, item in enumerate(items):
                item.set_lit(lit=owner == key, labelled=number == 0)
        found = self._places.get(key, [])
        if scroll and found:
            together = QRectF()
            for item in found:
                together = together.united(item.sceneBoundingRect())
            self.ensureVisible(together, 24, 24)

    def lit_key(self) -> Hashable:
        return self._lit

    def set_boxes_shown(self, shown: bool) -> None:
        """Show or hide all marks."""
        self._boxes_shown = shown
        for items in self._places.values():
            for item in items:
                item.setVisible(shown)

    def places_of(self, key: Hashable) -> tuple[QRectF, ...]:
        """Where the places of a key are, in pixels of the view."""
        return tuple(QRectF(self.mapFromScene(item.rect()).boundingRect()) for item in self._places.get(key, []))

    # Zoom

    def fit(self) -> None:
        """Show the whole card."""
        self._fitted = True
        area = self._scene.sceneRect()
        if self._picture is None or area.isEmpty():
            return
        room = self.viewport().size()
        wanted = min((room.width() - 2 * _MARGIN) / area.width(), (room.height() - 2 * _MARGIN) / area.height())
        self._set_scale(max(_SMALLEST, min(wanted, _FITTED_LARGEST)))
        self.centerOn(area.center())

    def zoom_in(self) -> None:
        self._zoom(_STEP)

    def zoom_out(self) -> None:
        self._zoom(1 / _STEP)

    def _zoom(self, factor: float) -> None:
        self._fitted = False
        self._set_scale(max(_SMALLEST, min(self._scale() * factor, _LARGEST)))

    def _set_scale(self, scale: float) -> None:
        self.resetTransform()
        self.scale(scale, scale)

    def _scale(self) -> float:
        return self.transform().m11()

    # What a person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self._zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys scroll; plus, minus and 0 zoom. All else belongs to whoever holds the view."""
        keys = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
        }
        act = keys.get(Qt.Key(event.key())) if event.key() in keys else None
        if act is not None:
            act()
        elif event.key() in _SCROLLING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        point = event.position().toPoint()
        if self._pressed is not None and (point - self._pressed).manhattanLength() < 4:
            place = self._place_at(point)
            if place is not None:
                self.clicked.emit(place, event.globalPosition().toPoint())
        self._pressed = None
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            over = self._place_at(event.position().toPoint()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self._place_at(event.pos())
        if place is not None:
            self.menu_asked.emit(place, event.globalPos())

    def _place_at(self, point: QPoint) -> Place | None:
        """The smallest place under a point of the view."""
        found = [item for item in self.items(point) if isinstance(item, _PlaceItem)]
        return min(found, key=lambda item: item.place.box.area).place if found else None

    # How it looks

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawForeground(painter, rect)
        if not self._said:
            return
        painter.save()
        painter.resetTransform()
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("body"))
        area = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._said)
        painter.restore()

    def _themed(self) -> None:
        self.setBackgroundBrush(QBrush(theme.color("rail")))
        self._scene.update()


_SCROLLING: Final = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
_COLOURS: Final = {Mark.LIT: "card_lit", Mark.LOOK: "card_look", Mark.OTHER: "card_other", Mark.UNUSED: "card_other"}
_WIDTHS: Final = {Mark.LIT: 2.5, Mark.LOOK: 2.0, Mark.OTHER: 1.5, Mark.UNUSED: 1.5}
_FILLED: Final = 0.13
"""How much of its colour fills a lit place."""


class _PlaceItem(QGraphicsRectItem):
    """One place on a card; its lines and label keep their size on the screen at every zoom."""

    def __init__(self, place: Place, *, dark: bool) -> None:
        box = place.box
        super().__init__(QRectF(box.left, box.top, box.width, box.height))
        self.place = place
        self.setToolTip(place.label)
        self._dark = dark
        self._label = _LabelItem(place.label, self) if place.label else None
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.set_lit(lit=False, labelled=True)

    def set_lit(self, *, lit: bool, labelled: bool) -> None:
        """Light it, or give it back the mark that it has of itself."""
        mark = Mark.LIT if lit else self.place.mark
        colour = theme.color(_COLOURS[mark] + ("_dark" if self._dark else ""))
        pen = QPen(colour, _WIDTHS[mark])
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setStyle(Qt.PenStyle.DashLine if mark in (Mark.LOOK, Mark.UNUSED) else Qt.PenStyle.SolidLine)
        fill = QColor(colour)
        fill.setAlphaF(_FILLED if lit else 0.0)
        self.setPen(pen)
        self.setBrush(fill)
        self.setZValue({Mark.LIT: 3, Mark.LOOK: 2}.get(mark, 1))
        if self._label is not None:
            self._label.show_as(colour if lit or self._dark else colour.darker(134), dark=self._dark)
            self._label.setVisible(labelled and mark in (Mark.LIT, Mark.LOOK))


class _LabelItem(QGraphicsItem):
    """The word at the upper right corner of a place, always upright and of one size."""

    def __init__(self, text: str, place: QGraphicsRectItem) -> None:
        super().__init__(place)
        self._text = text
        self._fill = QColor()
        self._ink = QColor()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPos(place.rect().topRight())

    def show_as(self, fill: QColor, *, dark: bool) -> None:
        """Take the colour of the place; the ink is what reads best on it."""
        self._fill = fill
        self._ink = QColor(Qt.GlobalColor.black if dark else Qt.GlobalColor.white)
        self.update()

    def boundingRect(self) -> QRectF:
        metrics = QFontMetricsF(theme.font("tiny"))
        width, height = metrics.horizontalAdvance(self._text) + 10, metrics.height() + 2
        return QRectF(-width, -height - 2, width, height)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill)
        painter.drawRoundedRect(self.boundingRect(), 2, 2)
        painter.setPen(self._ink)
        painter.setFont(theme.font("tiny"))
        painter.drawText(self.boundingRect(), Qt.AlignmentFlag.AlignCenter, self._text)
