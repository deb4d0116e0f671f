"""The settings: everything in the table of settings, each with a field, and where the library lies."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QSpacerItem, QVBoxLayout, QWidget

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
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(16)
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

    def _restyle(self) -> None:
        for panel in (self.password, self.backups):
            panel.setMaximumWidth(theme.px(_WIDEST))
        for form in self._forms:
            form.setMaximumWidth(theme.px(_WIDEST))
            form.restyle()

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
        self._rows: list[tuple[int, Label]] = []

    def restyle(self) -> None:
        """Fit rows and labels to the text size."""
        for row, label in self._rows:
            self._grid.setRowMinimumHeight(row, theme.px(36))
            label.setMinimumWidth(theme.px(120))
            label.setWordWrap(True)

    def add(
        self, title: str, field: QWidget, meaning: str, note: FieldNote | None = None, *, wide: bool = False
    ) -> None:
        label = Label(title, "body", "text2")
        label.setBuddy(field)
        row = self._grid.rowCount()
        self._rows.append((row, label))
        self._grid.addWidget(label, row, 0)
        if wide:
            self._grid.addWidget(field, row, 1)
        else:
            self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if note is not None:
            self._grid.addWidget(note, row + 1, 1)
        self._grid.addWidget(Label(meaning, "small", "text2", wrap=True), row + 2, 1)
        self._grid.setRowMinimumHeight(row + 3, 8)
        self._grid.addItem(QSpacerItem(0, 8), row + 3, 1)
