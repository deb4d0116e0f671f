"""The settings: how the window looks, how cards are read, and how many meetings fit into a week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.library.changes import Changes
from cardkeeper.model.progress import ReaderMode
from cardkeeper.settings import Settings
from cardkeeper.translation import tr
from ui import theme
from ui.parts import Choice, Label, Page, PageHeader, Panel, SectionTitle, Segments
from ui.preferences.regions import regions
from ui.session import Session

_WIDEST: Final = 720


class PreferencesPage(Page):
    """Each setting holds as soon as it is chosen; there is nothing to confirm."""

    name = "preferences"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._showing = False
        self.theme = Segments(
            [("system", tr("Like the computer"), ""), ("light", tr("Light"), ""), ("dark", tr("Dark"), "")],
            tr("Colours"),
        )
        self.text_size = Choice(name=tr("Text size"))
        self.reader = Segments(
            [
                (ReaderMode.AUTO, tr("Both"), ""),
                (ReaderMode.NEURAL, tr("Neural"), ""),
                (ReaderMode.TESSERACT, tr("Tesseract"), ""),
            ],
            tr("Readers"),
        )
        self.region = Choice(name=tr("Country of numbers without one"))
        self.weekly_limit = QSpinBox()
        self.drawer_days = QSpinBox()
        self._fill()
        self._arrange()
        self._listen()

    def refresh(self, changes: Changes | None) -> None:
        """Show what is set; the library's contents make no difference here."""
        if changes is not None:
            return
        settings = self._session.settings
        self._showing = True
        self.theme.set_value(settings.theme)
        self.text_size.setCurrentIndex(self.text_size.findData(settings.text_size))
        self.reader.set_value(settings.reader)
        self.region.setCurrentIndex(self.region.findData(settings.region))
        self.weekly_limit.setValue(settings.weekly_limit)
        self.drawer_days.setValue(settings.drawer_days)
        self._showing = False

    def _fill(self) -> None:
        for percent in theme.TEXT_SIZES:
            self.text_size.addItem(tr("{percent} %", percent=percent), percent)
        self.region.addItem(tr("None: leave such numbers as they are"), "")
        for code, name in regions():
            self.region.addItem(name, code)
        self.weekly_limit.setRange(1, 100)
        self.weekly_limit.setAccessibleName(tr("Invites to meetings in a week"))
        self.drawer_days.setRange(1, 365)
        self.drawer_days.setAccessibleName(tr("Days until a next step counts as forgotten"))
        for box in (self.weekly_limit, self.drawer_days):
            box.setMaximumWidth(theme.px(120))

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(16)
        for panel in (self._look(), self._reading(), self._week(), self._place()):
            panel.setMaximumWidth(theme.px(_WIDEST))
            column.addWidget(panel)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        header = PageHeader(tr("Settings"))
        header.set_state(tr("Each holds as soon as you choose it"))
        whole.addWidget(header)
        whole.addWidget(scroll, 1)

    def _look(self) -> Panel:
        form, panel = _panel(tr("Look"))
        _row(form, tr("Colours"), self.theme)
        _row(form, tr("Text size"), self.text_size)
        return panel

    def _reading(self) -> Panel:
        form, panel = _panel(tr("Reading"))
        note = tr("Both readers check each other. Tesseract alone is quicker, and weaker on photos.")
        _row(form, tr("Readers"), self.reader, note)
        note = tr("Used for a phone number only where the card names no country.")
        _row(form, tr("Country"), self.region, note)
        return panel

    def _week(self) -> Panel:
        form, panel = _panel(tr("Following up"))
        note = tr("Invites beyond this wait for the next week. Notes and calls are not counted.")
        _row(form, tr("Meetings in a week"), self.weekly_limit, note)
        note = tr("A next step that nobody moved for so many days lies in the drawer.")
        _row(form, tr("Days to the drawer"), self.drawer_days, note)
        return panel

    def _place(self) -> Panel:
        form, panel = _panel(tr("Your library"))
        folder = Label(str(self._session.library.folder), wrap=True)
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        _row(form, tr("Folder"), folder, tr("Everything stays here: no account, no server."))
        return panel

    def _listen(self) -> None:
        self.theme.chosen.connect(lambda value: self._keep(lambda old: replace(old, theme=value)))
        self.reader.chosen.connect(lambda value: self._keep(lambda old: replace(old, reader=ReaderMode(value))))
        self.text_size.currentIndexChanged.connect(
            lambda: self._keep(lambda old: replace(old, text_size=self.text_size.currentData()))
        )
        self.region.currentIndexChanged.connect(
            lambda: self._keep(lambda old: replace(old, region=self.region.currentData()))
        )
        self.weekly_limit.valueChanged.connect(lambda value: self._keep(lambda old: replace(old, weekly_limit=value)))
        self.drawer_days.valueChanged.connect(lambda value: self._keep(lambda old: replace(old, drawer_days=value)))

    def _keep(self, change: Callable[[Settings], Settings]) -> None:
        if self._showing:
            return
        try:
            self._session.keep(change(self._session.settings))
        except WorldError as error:
            self._session.fail(error)


def _panel(title: str) -> tuple[QFormLayout, Panel]:
    panel = Panel()
    panel.body.addWidget(SectionTitle(title))
    form = QFormLayout()
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(12)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    panel.body.addLayout(form)
    return form, panel


def _row(form: QFormLayout, title: str, field: QWidget, note: str = "") -> None:
    label = Label(title, "body", "text2")
    label.setMinimumWidth(theme.px(140))
    label.setMinimumHeight(theme.px(32))
    label.setBuddy(field)
    if not note:
        form.addRow(label, field)
        return
    both = QVBoxLayout()
    both.setSpacing(4)
    both.addWidget(field)
    both.addWidget(Label(note, "small", "text2", wrap=True))
    form.addRow(label, both)
