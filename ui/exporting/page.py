"""The page of an export: who goes out, in which form, with which columns; one button writes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.exchange.exporting import Format, format_words
from cardkeeper.exchange.tables.writing import column_groups
from cardkeeper.keys import fold
from cardkeeper.library import Changes
from cardkeeper.library.asking import quoted
from cardkeeper.outgoing import Wanted, export_beside
from cardkeeper.translation import tr, trn
from ui import theme
from ui.flow import FlowLayout
from ui.jobs import Background
from ui.labelled import Labelled
from ui.parts import (
    Button,
    Choice,
    Label,
    LineField,
    Notice,
    Page,
    PageHeader,
    Panel,
    Scrolling,
    SectionTitle,
    Segments,
    Separator,
)
from ui.session import Session

_WIDEST: Final = 720
_VCARDS: Final = frozenset({Format.VCARD3, Format.VCARD4})


class ExportingPage(Page):
    """Everything is said on one page; nothing is written before the button."""

    name: ClassVar[str] = "exporting"
    settled = Signal()
    """An export is over."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self._marked: frozenset[int] = frozenset()
        self._busy = False
        self.header = PageHeader(tr("Export"))
        self.export_button = Button(tr("Export"), "primary", icon="export-variant")
        self.notice = Notice("info", dismissable=True)
        self.folder_button = Button(tr("Show the folder"), size="medium")
        self._target = Path()
        self.who = Segments(
            [
                ("all", tr("Everyone"), ""),
                ("marked", tr("Those marked"), ""),
                ("search", tr("A search"), ""),
                ("event", tr("An event"), ""),
                ("tag", tr("A tag"), ""),
            ],
            tr("Who goes out"),
        )
        self.search = LineField(hint=tr("Words that find them"), name=tr("Words that find them"))
        self.event_field = Choice(name=tr("Event"))
        self.tag_field = Choice(name=tr("Tag"))
        self.count = Label("", "body", "text2", wrap=True)
        self.form = Choice(name=tr("Form"))
        self.about = Label("", "body", "text2", wrap=True)
        self.each = QCheckBox(tr("A file for each person"))
        self.columns = {name: QCheckBox(words) for name, words in column_groups()}
        self._arrange()
        self._connect()
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    # What the window asks of a page

    def refresh(self, changes: Changes | None) -> None:
        """Learn which events and tags there are now."""
        lists = self._session.library.lists
        self._fill(self.event_field, lists.events())
        self._fill(self.tag_field, lists.tags())
        self._show()

    def show_people(self, ids: Sequence[int]) -> None:
        """Offer to export these people; nobody: everyone."""
        self._marked = frozenset(ids)
        self.who.set_value("marked" if ids else "all")
        self.refresh(None)

    # Inside

    def _arrange(self) -> None:
        self.header.add(self.export_button)
        self.notice.add_button(self.folder_button)
        self.notice.hide()
        who = Panel()
        who.body.addWidget(SectionTitle(tr("Who")))
        who.body.addWidget(self.who)
        for field in (self.search, self.event_field, self.tag_field):
            who.body.addWidget(field)
        who.body.addWidget(self.count)
        what = Panel()
        what.body.addWidget(SectionTitle(tr("As what")))
        what.body.addWidget(Labelled(tr("Form"), self.form, 240))
        what.body.addWidget(self.about)
        what.body.addWidget(self.each)
        self._columns_holder = QWidget()
        column = QVBoxLayout(self._columns_holder)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(Label(tr("With"), "strong"))
        boxes = QWidget()
        flow = FlowLayout(boxes, spacing=12)
        for box in self.columns.values():
            box.setChecked(True)
            flow.addWidget(box)
        column.addWidget(boxes)
        what.body.addWidget(self._columns_holder)
        self._panels = (who, what)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(24, 16, 24, 24)
        inside.setSpacing(16)
        inside.addWidget(self.notice)
        for panel in self._panels:
            inside.addWidget(panel)
        inside.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(Separator())
        whole.addWidget(Scrolling(inner), 1)

    def _connect(self) -> None:
        for form in Format:
            self.form.addItem(format_words(form)[0], form.value)
        self.who.chosen.connect(lambda _: self._show())
        self.search.textChanged.connect(lambda _: self._show())
        for field in (self.event_field, self.tag_field, self.form):
            field.currentIndexChanged.connect(lambda _: self._show())
        for box in (self.each, *self.columns.values()):
            box.toggled.connect(lambda _: self._show())
        self.export_button.clicked.connect(self.choose_place)
        self.folder_button.clicked.connect(self._open_folder)

    def _restyle(self) -> None:
        for panel in (*self._panels, self.notice):
            panel.setMaximumWidth(theme.px(_WIDEST))

    def _fill(self, field: Choice, names: Sequence[str]) -> None:
        before = field.currentText()
        field.blockSignals(True)
        field.clear()
        field.addItems(sorted(names, key=fold))
        field.setCurrentIndex(max(0, field.findText(before)))
        field.blockSignals(False)

    def chosen_form(self) -> Format:
        """The form in which they go out."""
        return Format(str(self.form.currentData()))

    def chosen_ids(self) -> frozenset[int] | None:
        """Who goes out; None for everyone."""
        match self.who.value():
            case "marked":
                return self._marked
            case "search":
                return self._which(self.search.text()) or frozenset()
            case "event":
                return self._which(f"event:{quoted('=' + self.event_field.currentText())}")
            case "tag":
                return self._which(f"tag:{quoted('=' + self.tag_field.currentText())}")
            case _:
                return None

    def _which(self, words: str) -> frozenset[int] | None:
        session = self._session
        return session.library.lists.which(words, session.today(), session.settings.drawer_days)

    def _show(self) -> None:
        form, who = self.chosen_form(), self.who.value()
        whole = form is Format.ARCHIVE
        self._panels[0].setVisible(not whole)
        self.who.segment("marked").setEnabled(bool(self._marked))
        self.search.setVisible(who == "search")
        self.event_field.setVisible(who == "event")
        self.tag_field.setVisible(who == "tag")
        self.about.set_text(format_words(form)[1])
        self.each.setVisible(form in _VCARDS)
        self._columns_holder.setVisible(form.has_columns)
        ids = self.chosen_ids()
        count = self._session.library.people.count() if ids is None else len(ids)
        said = trn("{count} person", "{count} people", count)
        self.count.set_text(said)
        self.header.set_state(tr("The whole library") if whole else said)
        chosen = not form.has_columns or any(box.isChecked() for box in self.columns.values())
        self.export_button.setEnabled((whole or count > 0) and chosen and not self._busy)

    def choose_place(self) -> None:
        """Ask where to write, without stopping the window meanwhile."""
        form = self.chosen_form()
        each = form in _VCARDS and self.each.isChecked()
        name = "vcards" if each else ("library" if form is Format.ARCHIVE else "people") + form.suffix
        dialog = QFileDialog(self, tr("Export"), str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        if not each:
            dialog.setDefaultSuffix(form.suffix.removeprefix("."))
        dialog.fileSelected.connect(lambda chosen: self.export(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, target: Path) -> None:
        """Write what was chosen there."""
        form = self.chosen_form()
        columns = frozenset(name for name, box in self.columns.items() if box.isChecked())
        every = len(columns) == len(self.columns) or not form.has_columns
        each = form in _VCARDS and self.each.isChecked()
        wanted = Wanted(form, self.chosen_ids(), frozenset() if every else columns, each)
        self._busy, self._target = True, target
        self.header.set_state(tr("Writing {name}", name=target.name))
        self.export_button.setEnabled(False)
        session = self._session
        job = self._background.run(
            export_beside, session.library.folder, session.library.key, wanted, target, session.now()
        )
        job.done.connect(self._finish)
        job.failed.connect(self._fail)

    def _finish(self, count: int) -> None:
        self._busy = False
        said = trn("Wrote {count} person to {name}.", "Wrote {count} people to {name}.", count, name=self._target.name)
        self.notice.set_message(said, str(self._target.parent))
        self.notice.show()
        self._session.say(said)
        self._show()
        self.settled.emit()

    def _fail(self, error: WorldError) -> None:
        self._busy = False
        self._session.fail(error)
        self._show()
        self.settled.emit()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))
