"""Where a referral came from and what it led to: a picture to click through, its list, and its export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSceneMouseEvent,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QTreeView,
    QWidget,
)

from cardkeeper.errors import LibraryError
from cardkeeper.model.relationships import Consent, Handing, Outcome, Referral
from cardkeeper.relationships import referrals
from cardkeeper.relationships.referrals import Node
from cardkeeper.translation import tr
from ui import theme
from ui.introductions.reading import Known
from ui.roles import OBJECT_ROLE
from ui.wording import day

_WIDE, _HIGH, _ACROSS, _DOWN = 154, 44, 186, 58
_MARGIN: Final = 12
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True, slots=True)
class Box:
    """One person of the picture, or a lead without one: where, who, and what of them."""

    name: str
    line: str
    contact_id: int
    referral_id: int = 0
    dashed: bool = False
    children: tuple[Box, ...] = ()


def boxes_of(referral: Referral, known: Known, today: date) -> Box:
    """The tree that a referral stands in, from its first source on, with the leads that the source gave."""
    first = referrals.chain(referral, known.referrals)[0]
    source_id = first.source_id
    if source_id is None:
        # What I gave begins with me: only this branch, since all that I ever gave would be no picture.
        nodes = _under(first, known.referrals)
        return Box(tr("You"), tr("The source"), 0, children=tuple(_box(node, known, today) for node in nodes))
    nodes = referrals.tree_of(source_id, known.referrals)
    leads = tuple(
        Box(lead.business, tr("Lead, no person yet"), 0, dashed=True)
        for lead in known.leads
        if lead.contact_id == source_id and lead.referral_id is None and lead.open
    )
    children = (*(_box(node, known, today) for node in nodes), *leads)
    return Box(known.name(source_id), tr("The source"), source_id, children=children)


def _under(first: Referral, every: Sequence[Referral]) -> tuple[Node, ...]:
    children = [each for each in every if each.parent_id == first.id and each.id != first.id]
    return (Node(first, tuple(node for each in children for node in _under(each, every))),)


def _came(referral: Referral) -> str:
    """What came of a referral, as short as a box."""
    if referral.outcome is Outcome.SUCCEEDED:
        return referral.result or tr("Succeeded")
    if referral.outcome is Outcome.NOTHING:
        return tr("Came to nothing")
    if referral.heads_up is Consent.DECLINED:
        return tr("Declined")
    if referral.cold:
        return tr("Cold")
    if referral.direction is Handing.RECEIVED:
        return tr("Expects the call")
    return tr("Handed on") if referral.handed_on else tr("Not named yet")


def _box(node: Node, known: Known, today: date) -> Box:
    referral = node.referral
    line = tr("{what}, {day}", what=_came(referral), day=day(referral.happened_on, today))
    children = tuple(_box(child, known, today) for child in node.children)
    return Box(known.name(referral.prospect_id), line, referral.prospect_id, referral.id, children=children)


class _BoxItem(QGraphicsItem):
    """A box that takes the mouse and the keyboard."""

    def __init__(self, box: Box, view: TreeView, *, current: bool) -> None:
        super().__init__()
        self.box, self._view, self._current = box, view, current
        self.setAcceptHoverEvents(True)
        self.setToolTip(f"{box.name}. {box.line}".replace("<", "‹"))
        if box.contact_id:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, theme.px(_WIDE), theme.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = self._current or self._view.at is self
        pen = QPen(theme.color("accent" if bold else "control"), 2 if bold else 1)
        if self.box.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("soft" if self._current else "surface"))
        area = self.boundingRect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, 6, 6)
        inside = area.adjusted(theme.px(9), theme.px(4), -theme.px(6), -theme.px(4))
        for role, tint, text, flag in (
            ("strong", "text", self.box.name, Qt.AlignmentFlag.AlignTop),
            ("small", "text2", self.box.line, Qt.AlignmentFlag.AlignBottom),
        ):
            font = theme.font(role)
            painter.setFont(font)
            painter.setPen(theme.color(tint))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, round(inside.width()))
            painter.drawText(inside, int(flag | Qt.AlignmentFlag.AlignLeft), shown)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._view.stand_on(self)
        event.accept()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._view.take(self.box)


class TreeView(QGraphicsView):
    """The picture: sources at the left, what came of them at the right."""

    person_chosen = Signal(int)
    referral_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._root: Box | None = None
        self._referral_id = 0
        self._items: list[_BoxItem] = []
        self.at: _BoxItem | None = None
        """The box that the keyboard stands on."""
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAccessibleName(tr("Where it came from, as a picture"))
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        theme.notifier().changed.connect(self._draw)

    def show_boxes(self, root: Box | None, referral_id: int) -> None:
        """Show a tree; the referral at hand stands out."""
        self._root, self._referral_id = root, referral_id
        self._draw()

    def boxes(self) -> tuple[Box, ...]:
        """All boxes that are shown, sources first."""
        return tuple(item.box for item in self._items)

    def take(self, box: Box) -> None:
        """A box was pressed: one that is at hand opens its person, another becomes the one at hand."""
        if box.referral_id and box.referral_id != self._referral_id:
            self.referral_chosen.emit(box.referral_id)
        elif box.contact_id:
            self.person_chosen.emit(box.contact_id)

    def stand_on(self, item: _BoxItem) -> None:
        """Put the keyboard on a box."""
        self.at = item
        self.ensureVisible(item)
        self.scene().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from box to box, Enter takes one."""
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if by and self._items:
            at = self._items.index(self.at) + by if self.at in self._items else 0
            self.stand_on(self._items[max(0, min(at, len(self._items) - 1))])
        elif self.at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take(self.at.box)
        else:
            super().keyPressEvent(event)

    def export(self, target: Path) -> None:
        """Save the picture as SVG, or as PNG at twice its size. Raises LibraryError where it can't be written."""
        area = self.scene().itemsBoundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        save = _as_svg if target.suffix.lower() == ".svg" else _as_png
        if not save(self.scene(), area, target):
            raise LibraryError(
                tr("{name} can't be written.", name=target.name), tr("Choose another folder, or make room on the disk.")
            )

    def _draw(self) -> None:
        scene = self.scene()
        stood = (self.at.box.name, self.at.box.referral_id) if self.at else None
        scene.clear()
        self._items = []
        self.setBackgroundBrush(theme.color("window"))
        if self._root is not None:
            self._place(self._root, 0, 0.0)
        self.at = next((item for item in self._items if (item.box.name, item.box.referral_id) == stood), None)
        scene.setSceneRect(scene.itemsBoundingRect().adjusted(-2, -2, _MARGIN, _MARGIN))

    def _place(self, box: Box, depth: int, top: float) -> tuple[float, float]:
        """Put a box and all right of it; returns where it stands and how far down all of it reaches."""
        bottom = top
        middles = []
        item = _BoxItem(box, self, current=box.referral_id != 0 and box.referral_id == self._referral_id)
        self._items.append(item)
        for child in box.children:
            middle, bottom = self._place(child, depth + 1, bottom)
            middles.append(middle)
        bottom = max(bottom, top + theme.px(_DOWN))
        place = sum((middles[0], middles[-1])) / 2 if middles else top + theme.px(_HIGH) / 2
        left = depth * theme.px(_ACROSS)
        item.setPos(left, place - theme.px(_HIGH) / 2)
        self.scene().addItem(item)
        for middle in middles:
            self._join(left + theme.px(_WIDE), place, left + theme.px(_ACROSS), middle)
        return place, bottom

    def _join(self, left: float, start: float, right: float, end: float) -> None:
        """A line with a corner and an arrow."""
        half = left + (right - left) / 2
        path = QPainterPath(QPointF(left, start))
        for point in (QPointF(half, start), QPointF(half, end), QPointF(right, end)):
            path.lineTo(point)
        for across, down in ((-6, -4), (-6, 4)):
            path.moveTo(right, end)
            path.lineTo(right + across, end + down)
        self.scene().addPath(path, QPen(theme.color("control"), 1.5)).setZValue(-1)


class TreeList(QTreeView):
    """The same as a tree of lines."""

    person_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QStandardItemModel(self)
        self.setModel(self._lines)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Where it came from, as a list"))
        self.activated.connect(lambda index: self.person_chosen.emit(int(index.data(OBJECT_ROLE) or 0)))

    def show_boxes(self, root: Box | None) -> None:
        self._lines.clear()
        if root is not None:
            self._lines.appendRow(_line(root))
            self.expandAll()


def _line(box: Box) -> QStandardItem:
    item = QStandardItem(f"{box.name}: {box.line}")
    item.setData(box.contact_id, OBJECT_ROLE)
    for child in box.children:
        item.appendRow(_line(child))
    return item


def _as_png(scene: QGraphicsScene, area: QRectF, target: Path) -> bool:
    picture = QImage(round(2 * area.width()), round(2 * area.height()), QImage.Format.Format_ARGB32)
    picture.fill(theme.color("window"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(), area)
    painter.end()
    return picture.save(str(target))


def _as_svg(scene: QGraphicsScene, area: QRectF, target: Path) -> bool:
    if not target.parent.is_dir():
        return False
    size = QSize(round(area.width()), round(area.height()))
    drawing = QSvgGenerator()
    drawing.setFileName(str(target))
    drawing.setSize(size)
    drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
    drawing.setTitle(tr("Where it came from"))
    painter = QPainter()
    if not painter.begin(drawing):
        return False
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(theme.color("window")))
    scene.render(painter, QRectF(0, 0, size.width(), size.height()), area)
    painter.end()
    return target.exists()
