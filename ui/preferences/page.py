"""The settings: how the window looks, how cards are read, and how many meetings fit into a week."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.library.changes import Changes
from cardkeeper.model.people import FollowUpKind
from cardkeeper.model.progress import ReaderMode
from cardkeeper.settings import Settings
from cardkeeper.translation import LANGUAGES, tr, trn
from ui import theme
from ui.parts import Choice, Label, Page, PageHeader, Panel, SectionTitle, Segments
from ui.preferences.regions import regions
from ui.preferences.weekdays import WeekdayBoxes
from ui.session import Session
from ui.wording import kind_words

_WIDEST: Final = 720
_WEEKLY: Final = (*range(1, 16), 20, 25, 30)
_DAYS: Final = (7, 10, 14, 21, 30, 45, 60, 90)


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
        self.language = Choice(name=tr("Language"))
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
        self.next_step = Choice(name=tr("Next step"))
        self.working_days = WeekdayBoxes()
        self.weekly_limit = Choice(name=tr("Meetings a week"))
        self.drawer_days = Choice(name=tr("Days until a next step counts as forgotten"))
        self._fill()
        self._arrange()
        self._listen()
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def refresh(self, changes: Changes | None) -> None:
        """Show what is set; the library's contents make no difference here."""
        if changes is not None:
            return
        settings = self._session.settings
        self._showing = True
        self.theme.set_value(settings.theme)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.text_size.setCurrentIndex(self.text_size.findData(settings.text_size))
        self.reader.set_value(settings.reader)
        self.region.setCurrentIndex(self.region.findData(settings.region))
        self.next_step.setCurrentIndex(self.next_step.findData(settings.next_step))
        self.working_days.set_days(settings.working_days)
        _show_number(self.weekly_limit, settings.weekly_limit, str)
        _show_number(self.drawer_days, settings.drawer_days, _days)
        self._showing = False

    def _fill(self) -> None:
        for code, language in (("system", tr("Like the computer")), *LANGUAGES.items()):
            self.language.addItem(language, code)
        for percent in theme.TEXT_SIZES:
            self.text_size.addItem(tr("{percent} %", percent=percent), percent)
        self.region.addItem(tr("None: leave such numbers as they are"), "")
        for code, name in regions():
            self.region.addItem(name, code)
        for kind in FollowUpKind:
            if kind is not FollowUpKind.NONE:
                self.next_step.addItem(kind_words(kind), kind)
        _numbers(self.weekly_limit, _WEEKLY, str)
        _numbers(self.drawer_days, _DAYS, _days)

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(16)
        self._forms = (self._look(), self._reading(), self._week(), self._place())
        for form in self._forms:
            column.addWidget(form)
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

    def _restyle(self) -> None:
        for form in self._forms:
            form.setMaximumWidth(theme.px(_WIDEST))
            form.restyle()

    def _look(self) -> _Form:
        form = _Form(tr("Look"))
        form.add(tr("Language"), self.language)
        form.add(tr("Colours"), self.theme)
        form.add(tr("Text size"), self.text_size)
        return form

    def _reading(self) -> _Form:
        form = _Form(tr("Reading"))
        note = tr("Both readers check each other. Tesseract alone is quicker, and weaker on photos.")
        form.add(tr("Readers"), self.reader, note)
        note = tr("Used for a phone number only where the card names no country.")
        form.add(tr("Country"), self.region, note)
        return form

    def _week(self) -> _Form:
        form = _Form(tr("Following up"))
        note = tr("What a review proposes for somebody new. Any card can have another.")
        form.add(tr("Next step"), self.next_step, note)
        form.add(tr("Working days"), self.working_days, tr("Next steps are proposed for these."))
        note = tr("Invites beyond this wait for the next week. Notes and calls are not counted.")
        form.add(tr("Meetings a week"), self.weekly_limit, note)
        note = tr("A next step that nobody moved for so many days lies in the drawer.")
        form.add(tr("Into the drawer"), self.drawer_days, note)
        return form

    def _place(self) -> _Form:
        form = _Form(tr("Your library"))
        folder = Label(str(self._session.library.folder), wrap=True)
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        folder.setMinimumWidth(theme.px(360))
        form.add(tr("Folder"), folder, tr("Cards, pictures and people are all in there, and nowhere else."))
        return form

    def _listen(self) -> None:
        self.theme.chosen.connect(lambda value: self._keep(lambda old: replace(old, theme=value)))
        self.reader.chosen.connect(lambda value: self._keep(lambda old: replace(old, reader=ReaderMode(value))))
        self.language.currentIndexChanged.connect(
            lambda: self._keep(lambda old: replace(old, language=self.language.currentData()))
        )
        self.text_size.currentIndexChanged.connect(
            lambda: self._keep(lambda old: replace(old, text_size=self.text_size.currentData()))
        )
        self.region.currentIndexChanged.connect(
            lambda: self._keep(lambda old: replace(old, region=self.region.currentData()))
        )
        self.next_step.currentIndexChanged.connect(
            lambda: self._keep(lambda old: replace(old, next_step=self.next_step.currentData()))
        )
        self.working_days.chosen.connect(lambda days: self._keep(lambda old: replace(old, working_days=days)))
        self.weekly_limit.currentIndexChanged.connect(
            lambda: self._keep(lambda old: replace(old, weekly_limit=self.weekly_limit.currentData()))
        )
        self.drawer_days.currentIndexChanged.connect(
            lambda: self._keep(lambda old: replace(old, drawer_days=self.drawer_days.currentData()))
        )

    def _keep(self, change: Callable[[Settings], Settings]) -> None:
        if self._showing:
            return
        try:
            self._session.keep(change(self._session.settings))
        except WorldError as error:
            self._session.fail(error)


def _days(number: int) -> str:
    return trn("after {count} day", "after {count} days", number)


def _numbers(choice: Choice, numbers: Iterable[int], text: Callable[[int], str]) -> None:
    for number in numbers:
        choice.addItem(text(number), number)


def _show_number(choice: Choice, number: int, text: Callable[[int], str]) -> None:
    """Choose this number, which may be one that somebody wrote into the file by hand."""
    if choice.findData(number) < 0:
        choice.addItem(text(number), number)
    choice.setCurrentIndex(choice.findData(number))


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
            label.setMinimumWidth(theme.px(140))

    def add(self, title: str, field: QWidget, note: str = "") -> None:
        label = Label(title, "body", "text2")
        label.setBuddy(field)
        row = self._grid.rowCount()
        self._rows.append((row, label))
        self._grid.addWidget(label, row, 0)
        if isinstance(field, WeekdayBoxes):
            self._grid.addWidget(field, row, 1)
        else:
            self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if note:
            self._grid.addWidget(Label(note, "small", "text2", wrap=True), row + 1, 1)
            self._grid.setRowMinimumHeight(row + 2, 8)
            self._grid.addItem(QSpacerItem(0, 8), row + 2, 1)
