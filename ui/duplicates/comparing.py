"""Two people side by side, field by field; what is ticked is what the one of them will be who stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper import keys
from cardkeeper.matching import combine
from cardkeeper.model.people import Contact, Phone, Position
from cardkeeper.translation import tr
from ui import theme
from ui.delegates import draw_check, draw_paragraph, paragraph
from ui.ground import Ground
from ui.paragraph import Paragraph
from ui.parts import Label
from ui.parts.painting import turn
from ui.wording import work_words

_SINGLE: Final = ("name", "notes", "tier")
_FIELDS: Final = (
    "name", "positions", "emails", "phones", "websites", "addresses", "tags", "tier", "facts", "offers", "doors",
    "notes",
)  # fmt: skip
"""What is shown, in this order; of all other fields both sides are kept."""
_BEFORE: Final = 26
"""Pixels from the edge of a box to its words."""


@dataclass(frozen=True, slots=True)
class _Value:
    """One value of a field, and on which sides it stands."""

    field: str
    value: Any
    text: str
    left: bool
    right: bool


class ValueBox(QCheckBox):
    """A value that stays when it is ticked, in as many lines as it takes."""

    def __init__(self, what: _Value, side: str) -> None:
        super().__init__(what.text.replace("&", "&&"))
        self.what = what
        self.setAccessibleName(f"{field_words(what.field)}, {side}: {what.text}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.notifier().changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(theme.px(24), round(self._words(width).boundingRect().height()) + theme.px(6))

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme.font("body")).horizontalAdvance(self.what.text) + theme.px(_BEFORE) + 2
        return QSize(min(wide, theme.px(280)), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(96), theme.px(24))

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        turn(painter, self.rect(), self.layoutDirection())
        draw_check(painter, QRect(0, 0, theme.px(18), theme.px(24)), self.checkState())
        painter.setPen(theme.color("text"))
        area = QRect(theme.px(_BEFORE), theme.px(3), self.width() - theme.px(_BEFORE), self.height())
        draw_paragraph(painter, area, self._words(self.width()))

    def _words(self, width: int) -> QTextLayout:
        return paragraph(self.what.text, width - theme.px(_BEFORE))


class Comparison(QScrollArea):
    """A grid: the field, what the one has, what the other has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Contact | None = None
        self._other: Contact | None = None
        self._boxes: list[ValueBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Both side by side"))

    def show_pair(self, kept: Contact, other: Contact) -> None:
        """Show these two; the first one stays."""
        self._kept, self._other = kept, other
        self._boxes = []
        inside = Ground("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, theme.px(72))
        for place, (head, hint) in enumerate(((kept, tr("stays")), (other, tr("becomes a part")))):
            grid.setColumnStretch(place + 1, 1)
            grid.addWidget(Paragraph(head.name or head.company, "section"), 0, place + 1)
            grid.addWidget(Label(hint, "small", "text2"), 1, place + 1)
        row = 2
        for field in _FIELDS:
            row = self._add_field(grid, field, row)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(inside)

    def result(self) -> Contact:
        """The person that both become, by what is ticked; a name that is not ticked is kept among the other lines."""
        if self._kept is None or self._other is None:
            raise RuntimeError("nobody is compared")
        merged = combine(self._kept, self._other)
        chosen: dict[str, Any] = {}
        for field in dict.fromkeys(box.what.field for box in self._boxes):
            boxes = [box for box in self._boxes if box.what.field == field]
            ticked = [box.what.value for box in boxes if box.isChecked()]
            if field == "notes" and len(ticked) == len(boxes):
                chosen[field] = merged.notes
            elif field in _SINGLE:
                chosen[field] = ticked[0] if ticked else None if field == "tier" else ""
            else:
                chosen[field] = tuple(ticked)
        name = keys.fold(chosen.get("name", merged.name))
        lines = dict.fromkeys((*merged.other, self._kept.name, self._other.name))
        chosen["other"] = tuple(line for line in lines if line and keys.fold(line) != name)
        return replace(merged, **chosen)

    def _add_field(self, grid: QGridLayout, field: str, row: int) -> int:
        if self._kept is None or self._other is None:
            return row
        values = list(_values(field, self._kept, self._other))
        if not values:
            return row
        label = Label(field_words(field), "small", "text2")
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowMinimumHeight(row - 1, theme.px(8))
        for what in values:
            box = ValueBox(what, tr("stays") if what.left else tr("becomes a part"))
            box.setChecked(field not in _SINGLE or what.left or not any(one.left for one in values) or field == "notes")
            if field in ("name", "tier"):
                box.clicked.connect(lambda _on=False, box=box: self._take_one(box))
            self._boxes.append(box)
            if what.left:
                grid.addWidget(box, row, 1)
            if what.right and not what.left:
                grid.addWidget(box, row, 2)
            elif what.right:
                grid.addWidget(Label(tr("the same"), "small", "text3"), row, 2)
            row += 1
        return row + 1

    def _take_one(self, taken: ValueBox) -> None:
        """Of a name or tier exactly one holds."""
        for box in self._boxes:
            if box.what.field == taken.what.field:
                box.setChecked(box is taken)


def _values(field: str, kept: Contact, other: Contact) -> Iterator[_Value]:
    """The values of a field on either side, those that both have once."""
    mine, theirs = (_as_many(getattr(contact, field)) for contact in (kept, other))
    # Of a name every writing counts; of anything else case and accents make no other value.
    form = value_words if field == "name" else _folded
    left, right = ({form(value) for value in values} for values in (mine, theirs))
    seen = set()
    for value in (*mine, *theirs):
        known = form(value)
        if known and known not in seen:
            seen.add(known)
            yield _Value(field, value, value_words(value), known in left, known in right)


def _as_many(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _folded(value: Any) -> str:
    return keys.fold(value_words(value))


def value_words(value: Any) -> str:
    """A value as it is shown."""
    if isinstance(value, Position):
        work = work_words(", ".join(part for part in (value.title, value.department) if part), value.company)
        return work if value.current else tr("{work} (until {day})", work=work, day=value.until)
    if isinstance(value, Phone):
        return value.number
    return str(getattr(value, "value", value))


def field_words(field: str) -> str:
    """The name of a field of a contact."""
    return {
        "name": tr("Name"),
        "positions": tr("Work"),
        "emails": tr("E-mail"),
        "phones": tr("Phone"),
        "websites": tr("Website"),
        "addresses": tr("Address"),
        "tags": tr("Tags"),
        "facts": tr("To remember"),
        "offers": tr("Can do"),
        "doors": tr("Opens doors to"),
        "notes": tr("Notes"),
        "tier": tr("Tier"),
    }[field]
