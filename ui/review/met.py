"""Where and how the person of one card was met: the answer of the drop, until this card says otherwise."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.library import Library
from cardkeeper.model.people import MetContext
from cardkeeper.translation import tr
from ui.met_fields import MetFields
from ui.parts import Chip, KeyCaps, Label, LinkButton
from ui.review.form import RowLabel


class MetSection(QWidget):
    """The fields, and whether they say what the drop says."""

    changed = Signal(object)
    """A person put another answer, a `MetContext`."""
    drop_wanted = Signal()
    """The drop's answer is to hold again."""
    all_wanted = Signal(object)
    """This answer is to hold for the whole drop."""

    def __init__(self, library: Library, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = MetFields(library, today, self, short=True)
        self._from_drop = Chip(tr("From this drop"))
        self._own = Chip(tr("Only this card"))
        self.use_drops = LinkButton(tr("Use the drop’s"), role="small_strong")
        self.use_for_all = LinkButton(tr("Use for the whole drop"), role="small_strong")
        self._lay_out()
        self.fields.changed.connect(lambda: self.changed.emit(self.fields.value()))
        self.use_drops.clicked.connect(self.drop_wanted)
        self.use_for_all.clicked.connect(lambda: self.all_wanted.emit(self.fields.value()))

    def show_context(self, context: MetContext, *, differs: bool, alone: bool) -> None:
        """Show an answer; `differs` from its drop's, `alone`: the only card that waits in its drop."""
        self.fields.show_value(context)
        self._from_drop.setVisible(not differs and context.known)
        self._own.setVisible(differs)
        self.use_drops.setVisible(differs and not alone)
        self.use_for_all.setVisible(differs and not alone and context.known)

    def start(self) -> None:
        """Put the keyboard on the first field."""
        self.fields.occasion.setFocus()

    def tell(self) -> None:
        """Put the keyboard on what was talked about: the one answer that no two people of a drop share."""
        self.fields.about.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (Label(tr("Where and how you met"), "section"), KeyCaps("F4"), self._from_drop, self._own):
            head.addWidget(widget)
        head.addWidget(self.use_for_all)
        head.addWidget(self.use_drops)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        fields = self.fields
        column.addLayout(_row(tr("Event"), fields.occasion, fields.day))
        column.addLayout(_row(tr("Place"), fields.place))
        column.addLayout(_row(tr("How"), fields.how, fields.through))
        column.addLayout(_row(tr("Talked about"), fields.about))
        fields.through.setPlaceholderText(tr("Through: nobody"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


def _row(name: str, first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    label = RowLabel(name)
    label.setBuddy(first)
    row.addWidget(label)
    row.addSpacing(4)
    row.addWidget(first, 1)
    for other in others:
        row.addWidget(other, 1 if other.sizePolicy().expandingDirections() else 0)
    return row
