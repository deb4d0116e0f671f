"""The settings: everything in the table of settings, each with a field, and where the library lies."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cardkeeper import settings
from cardkeeper.errors import WorldError, WrongInput
from cardkeeper.library.changes import Changes
from cardkeeper.settings import Setting, section_words, table
from cardkeeper.translation import tr
from ui import theme
from ui.parts import FieldNote, Label, LineField, Page, PageHeader, Panel, Scrolling, SectionTitle
from ui.preferences.backups import BackupsPanel
from ui.preferences.fields import WeekdaysField, field_for
from ui.preferences.password import PasswordPanel
from ui.session import Session

_WIDEST: Final = 720
_ROOM_FOR_NAMES: Final = 560
"""A page narrower than this (pixels at 100 %) has the names of settings above their fields, not before them."""
_LINES: Final = 5
"""Of the grid, for each setting: its name where there is no room beside the field, the field, what is wrong, what it
does, and room below."""


class PreferencesPage(Page):
    """Each setting holds as soon as it is chosen; there is nothing to confirm."""

    name = "preferences"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.fields = {line.name: field_for(line) for line in table()}
        self.notes = {name: FieldNote() for name in self.fields}
        self._forms: list[_Form] = []
        self.password = PasswordPanel(session)
        self.password.wanted.connect(self.protect)
        self.password.lock.connect(self.lock)
        self.backups = BackupsPanel(session)
        self._arrange()
        for name, field in self.fields.items():
            field.chosen.connect(lambda text, name=name: self._keep(name, text))
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def refresh(self, changes: Changes | None) -> None:
        """Show what is set, and the backups there are."""
        self.backups.refresh()
        self.password.refresh()
        if changes is None:
            for name, field in self.fields.items():
                field.show_value(getattr(self._session.settings, name))

    def show_line(self, name: str) -> None:
        """Go to a setting by its name, to the password or to the backups."""
        panels: dict[str, tuple[QWidget, QWidget]] = {
            "backups": (self.backups.file_button, self.backups),
            "password": (self.password.first(), self.password),
        }
        field, whole = panels[name] if name in panels else (self.fields[name].widget,) * 2
        # Only now does the page have its height.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(whole, 0, theme.px(_WIDEST)))
        (field if field.focusPolicy() & Qt.FocusPolicy.TabFocus else _first_in(field)).setFocus()

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(16)
        self._column = column
        for section, lines in groupby(table(), key=lambda line: line.section):
            form = _Form(section_words(section))
            for line in lines:
                self._add(form, line)
            self._forms.append(form)
        self._forms.append(self._place())
        for form in self._forms:
            column.addWidget(form)
        column.addWidget(self.password)
        column.addWidget(self.backups)
        column.addStretch(1)
        self._scroll = Scrolling(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        header = PageHeader(tr("Settings"))
        header.set_state(tr("Each holds as soon as you choose it"))
        whole.addWidget(header)
        whole.addWidget(self._scroll, 1)

    def _add(self, form: _Form, line: Setting) -> None:
        field = self.fields[line.name]
        form.add(line.title, field.widget, line.meaning, self.notes[line.name], wide=isinstance(field, WeekdaysField))

    def _place(self) -> _Form:
        form = _Form(tr("Your library"))
        folder = LineField(str(self._session.library.folder), name=tr("Folder"))
        folder.setReadOnly(True)
        folder.setCursorPosition(0)
        form.add(tr("Folder"), folder, tr("Cards, pictures and people are all in there, and nowhere else."), wide=True)
        return form

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        side = 24 if self.width() >= theme.px(_ROOM_FOR_NAMES) else 12
        self._column.setContentsMargins(side, 4, side, 24)
        for panel in (self.password, self.backups):
            panel.setMaximumWidth(theme.px(_WIDEST))
        for form in self._forms:
            form.setMaximumWidth(theme.px(_WIDEST))
            form.restyle(self.width())

    def _keep(self, name: str, text: str) -> None:
        self.notes[name].clear()
        try:
            self._session.keep(settings.changed(self._session.settings, name, text))
        except WrongInput as error:
            self.notes[name].error(f"{error.message} {error.remedy}")
            return
        except WorldError as error:
            self._session.fail(error)
        self.fields[name].show_value(getattr(self._session.settings, name))


def _first_in(field: QWidget) -> QWidget:
    """The part of a field that takes the keyboard."""
    parts = (part for part in field.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next(parts, field)


class _Form(Panel):
    """A panel of settings: what it is, the field, and beneath it what it does."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.body.addWidget(SectionTitle(title))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._rows: list[_Row] = []
        self._narrow = False

    def restyle(self, width: int) -> None:
        """Fit rows to the text size and to a width in pixels: what has no room beside its name goes below."""
        narrow = width < theme.px(_ROOM_FOR_NAMES)
        for row in self._rows:
            row.label.setMinimumWidth(0 if narrow else theme.px(120))
        if narrow != self._narrow:
            self._narrow = narrow
            for number, row in enumerate(self._rows):
                self._place(row, number)
        for number, _ in enumerate(self._rows):
            self._grid.setRowMinimumHeight(_LINES * number + 1, theme.px(36))

    def add(
        self, title: str, field: QWidget, meaning: str, note: FieldNote | None = None, *, wide: bool = False
    ) -> None:
        label = Label(title, "body", "text2", wrap=True)
        label.setBuddy(field)
        row = _Row(label, field, note, Label(meaning, "small", "text2", wrap=True), wide)
        self._rows.append(row)
        self._place(row, len(self._rows) - 1)

    def _place(self, row: _Row, number: int) -> None:
        """The name before the field, or in a line of its own above it; beneath, what is wrong and what it does."""
        first, column = _LINES * number, 0 if self._narrow else 1
        across = 2 - column
        side = Qt.AlignmentFlag(0) if row.wide else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self._narrow:
            self._grid.addWidget(row.label, first, 0, 1, 2)
        else:
            self._grid.addWidget(row.label, first + 1, 0)
        self._grid.addWidget(row.field, first + 1, column, 1, across, side)
        if row.note is not None:
            self._grid.addWidget(row.note, first + 2, column, 1, across)
        self._grid.addWidget(row.meaning, first + 3, column, 1, across)
        self._grid.setRowMinimumHeight(first + 4, 16)


@dataclass(frozen=True, slots=True)
class _Row:
    """What there is of one setting."""

    label: Label
    field: QWidget
    note: FieldNote | None
    meaning: Label
    wide: bool
    """Whether the field takes all the width there is."""
