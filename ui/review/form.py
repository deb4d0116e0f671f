"""The form beside a card: a row for each value, with what needs a look in colour and in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper import review
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.people import PhoneKind
from cardkeeper.translation import tr
from ui import theme
from ui.flow import flowing
from ui.met_fields import CalmChoice
from ui.parts import Button, FieldNote, IconButton, Label, LineField, open_below
from ui.review.editing import Spot

ALWAYS: Final = (
    FieldName.NAME,
    FieldName.TITLE,
    FieldName.COMPANY,
    FieldName.EMAIL,
    FieldName.PHONE,
    FieldName.WEBSITE,
    FieldName.ADDRESS,
)
"""Fields that have a row also when the card says nothing for them."""
FIELDS: Final = tuple(field for field in FieldName if field is not FieldName.OTHER)


def phone_words(kind: PhoneKind) -> str:
    return {
        PhoneKind.WORK: tr("Work"),
        PhoneKind.MOBILE: tr("Mobile"),
        PhoneKind.FAX: tr("Fax"),
        PhoneKind.OTHER: tr("Other"),
    }[kind]


def label_width() -> int:
    """The width of the column of names, in pixels as they are now."""
    metrics = QFontMetrics(theme.font("strong"))
    return max(metrics.horizontalAdvance(review.field_words(field)) for field in FIELDS) + theme.px(16)


class RowLabel(Label):
    """The name before a field, at the right end of its column."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "body", "text2", parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(label_width())

    def _restyle(self) -> None:
        super()._restyle()
        self.setFixedWidth(label_width())


class KindChoice(CalmChoice):
    """What a number is for, no wider than its words."""

    def sizeHint(self) -> QSize:
        return QSize(theme.px(96), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FieldRow(QWidget):
    """One value: its name, what a number is for, its text, and why it needs a look."""

    typed = Signal(object, str)
    focused = Signal(object)
    left = Signal(object)
    kind_taken = Signal(int, object)
    removed = Signal(object)

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spot = spot
        name = review.field_words(spot.field)
        self.label = RowLabel(name if spot.index == 0 else "")
        self.line = LineField(
            name=name if spot.index == 0 else tr("{field} {number}", field=name, number=spot.index + 1), exact=True
        )
        self.label.setBuddy(self.line)
        self.note = FieldNote()
        self.kind: CalmChoice | None = _kinds(self.line.accessibleName()) if spot.field is FieldName.PHONE else None
        self.remove_button = IconButton("close", tr("Remove {what}", what=self.line.accessibleName()), size="medium")
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove_button.hide()
        self._lay_out()
        self.line.textEdited.connect(lambda text: self.typed.emit(self.spot, text))
        self.line.installEventFilter(self)
        self.remove_button.clicked.connect(lambda: self.removed.emit(self.spot))
        if self.kind is not None:
            self.kind.installEventFilter(self)
            self.kind.activated.connect(self._take_kind)

    def show_value(self, value: DraftValue | None, gap_words: str, *, removable: bool) -> None:
        """Show a value, or that there is none; what is being typed keeps its cursor and its spaces."""
        text = value.text if value else ""
        if " ".join(self.line.text().split()) != text:
            self.line.setText(text)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)
        looks = [review.look_words(look, value) for look in value.looks] if value else []
        words = looks[0] if looks else gap_words
        self.line.set_state("look" if words else "normal")
        self.label.set_color("warn" if words else "text2")
        self.label.set_role("strong" if words else "body")
        self.line.setAccessibleDescription(words)
        if words:
            self.note.warn(words)
        else:
            self.note.clear()
        self.remove_button.setVisible(removable)
        if self.kind is not None:
            kind = value.kind if value and value.kind else PhoneKind.OTHER
            self.kind.setCurrentIndex(list(PhoneKind).index(kind))
            self.kind.setEnabled(value is not None)

    def show_error(self, words: str) -> None:
        """Say what is wrong with this field."""
        self.line.set_state("error")
        self.line.setAccessibleDescription(words)
        self.note.error(words)

    @property
    def needs_look(self) -> bool:
        return self.line.state == "look"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.spot)
        elif event.type() == QEvent.Type.FocusOut and watched is self.line:
            self.left.emit(self.spot)
        return super().eventFilter(watched, event)

    def _take_kind(self, at: int) -> None:
        self.kind_taken.emit(self.spot.index, list(PhoneKind)[at])

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.kind is not None:
            row.addWidget(self.kind)
        row.addWidget(self.line, 1)
        row.addWidget(self.remove_button)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self.label, 0, 0)
        grid.addLayout(row, 0, 1)
        grid.addWidget(self.note, 1, 1)


class Form(QWidget):
    """All rows of a card. Tells what a person types, in which row the keyboard is, and what they want with a row."""

    typed = Signal(object, str)
    focused = Signal(object)
    left = Signal(object)
    kind_taken = Signal(int, object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Spot, FieldRow] = {}
        self._groups: dict[FieldName, QVBoxLayout] = {}
        self._added: dict[FieldName, int] = {}
        self._draft = Draft()
        self.current = Spot(FieldName.NAME)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for field in FIELDS:
            group = QVBoxLayout()
            group.setSpacing(5)
            column.addLayout(group)
            self._groups[field] = group
        self.add_button = Button(tr("Add a field"), "quiet", icon="plus", keys="Alt+A", size="medium", shortcut=False)
        self.add_button.clicked.connect(self._offer_fields)
        self.person_button = Button(
            tr("Another person"), "quiet", icon="account-plus-outline", keys="Alt+P", size="medium", shortcut=False
        )
        self.person_button.setToolTip(tr("One more person is on this card"))
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(RowLabel(""))
        under.addWidget(flowing(self.add_button, self.person_button, spacing=4), 1)
        column.addLayout(under)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; rows that stay the same are not touched."""
        self._draft = draft
        gaps = {gap.field: review.look_words(gap.look) for gap in draft.gaps}
        wanted: list[Spot] = []
        for field in FIELDS:
            values = draft.all(field)
            if len(values) >= self._added.get(field, 0):
                self._added.pop(field, None)
            count = max(len(values), self._added.get(field, 0), int(field in ALWAYS or field in gaps))
            for index in range(count):
                spot = Spot(field, index)
                wanted.append(spot)
                value = values[index] if index < len(values) else None
                words = gaps.get(field, "") if index == 0 and value is None else ""
                self._row(spot).show_value(value, words, removable=count > 1 or field not in ALWAYS)
        for spot, row in self._rows.items():
            row.setVisible(spot in wanted)

    def begin(self) -> None:
        """Forget the rows that were added to the last card, and where the keyboard was."""
        self._added = {}
        self.current = Spot(FieldName.NAME)

    def rows(self) -> tuple[FieldRow, ...]:
        """The rows that show, in the order of the form."""
        spots = sorted(self._rows, key=lambda spot: (FIELDS.index(spot.field), spot.index))
        return tuple(self._rows[spot] for spot in spots if not self._rows[spot].isHidden())

    def row(self, spot: Spot) -> FieldRow | None:
        """The row of a value, None where none shows."""
        found = self._rows.get(spot)
        return found if found is not None and not found.isHidden() else None

    def focus(self, spot: Spot) -> None:
        """Put the keyboard into a row."""
        row = self.row(spot)
        if row is not None:
            row.line.setFocus(Qt.FocusReason.OtherFocusReason)
            row.line.end(False)
            if self.current != spot:
                # A window that is not active gets no event of the focus until it is.
                self._focused(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from value to value, past what a number is for; up from the first one is the last."""
        step = int(event.key() == Qt.Key.Key_Down) - int(event.key() == Qt.Key.Key_Up)
        rows = [row.spot for row in self.rows()]
        if step and self.current in rows:
            spot = rows[(rows.index(self.current) + step) % len(rows)]
            self.focus(spot)
            self._rows[spot].line.selectAll()
        else:
            super().keyPressEvent(event)

    def looks(self) -> tuple[Spot, ...]:
        """The rows that need a look, from the top."""
        return tuple(row.spot for row in self.rows() if row.needs_look)

    def next_look(self) -> None:
        """Put the keyboard on the next field that needs a look, after the last one on the first."""
        looks = self.looks()
        if looks:
            order = [row.spot for row in self.rows()]
            at = order.index(self.current) if self.current in order else -1
            self.focus(next((spot for spot in looks if order.index(spot) > at), looks[0]))

    def add(self, field: FieldName) -> None:
        """Open an empty row of a field, and put the keyboard there."""
        index = len(self._draft.all(field))
        self._added[field] = index + 1
        self.show_draft(self._draft)
        self.focus(Spot(field, index))

    def drop_added(self, spot: Spot) -> None:
        """Close an empty row that was opened for nothing."""
        if spot.index >= len(self._draft.all(spot.field)) and self._added.pop(spot.field, 0):
            self.show_draft(self._draft)

    def lines(self) -> tuple[LineField, ...]:
        return tuple(row.line for row in self.rows())

    def _row(self, spot: Spot) -> FieldRow:
        row = self._rows.get(spot)
        if row is None:
            row = FieldRow(spot, self)
            row.typed.connect(self.typed)
            row.focused.connect(self._focused)
            row.left.connect(self.left)
            row.kind_taken.connect(self.kind_taken)
            row.removed.connect(self.removed)
            self._groups[spot.field].addWidget(row)
            self._rows[spot] = row
        return row

    def _focused(self, spot: Spot) -> None:
        self.current = spot
        self.focused.emit(spot)

    def _offer_fields(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field in FIELDS:
            if field not in review.SINGLE or not self._draft.all(field):
                menu.addAction(review.field_words(field)).triggered.connect(
                    lambda _=False, field=field: self.add(field)
                )
        open_below(menu, self.add_button)


def _kinds(name: str) -> CalmChoice:
    kinds = KindChoice(name=tr("Kind of {what}", what=name))
    for kind in PhoneKind:
        kinds.addItem(phone_words(kind))
    kinds.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return kinds
