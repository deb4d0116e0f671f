"""How to meet and how to say it: form, tone, language, times to offer, a public place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.days import working_day_from
from cardkeeper.messages.drafts import address
from cardkeeper.model.letters import Form, Language
from cardkeeper.model.people import FollowUpKind, Tone
from cardkeeper.translation import LANGUAGES, tr
from ui import theme
from ui.composer.errands import FIRST_FORMS
from ui.composer.moment_field import MomentField
from ui.delegates import draw_icon, draw_text
from ui.ground import Ground
from ui.parts import Choice, Label, LineField, SectionTitle, Segments
from ui.parts.painting import fill, turn
from ui.steps import kind_icon
from ui.wording import form_words, letter_tone_words, tool_tip

_FIRST_HOUR, _SECOND_HOUR = time(10, 0), time(15, 30)
_WITH_TIMES: Final = (
    Form.COFFEE, Form.CALL, Form.VIDEO, Form.WALK, Form.LUNCH, Form.ASK_AGAIN,
)  # fmt: skip
_WITH_PLACE: Final = (Form.COFFEE, Form.WALK, Form.LUNCH, Form.BOOKED)


@dataclass(frozen=True, slots=True)
class Ways:
    """What was chosen at the left."""

    form: Form
    tone: Tone
    language: Language
    times: tuple[datetime, ...] = ()
    place: str = ""


def usual_times(today: date, working: Sequence[int]) -> tuple[datetime, datetime]:
    """Two times to offer: late in one morning and early in one afternoon of the days after next."""
    first = working_day_from(today + timedelta(days=5), working)
    second = working_day_from(first + timedelta(days=2), working)
    return datetime.combine(first, _FIRST_HOUR), datetime.combine(second, _SECOND_HOUR)


class _FormRow(QAbstractButton):
    """One form to choose: a circle, its name, its icon."""

    def __init__(self, kind: FollowUpKind, form: Form, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = form
        self._icon = kind_icon(kind)
        self._words = form_words(kind)
        self.setText(self._words)
        self.setAccessibleName(self._words)
        self.setToolTip(tool_tip(f"{self._words} (Alt+{number})"))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(theme.font("strong")).horizontalAdvance(self._words) + theme.px(72), theme.px(33))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turn(painter, self.rect(), self.layoutDirection())
        if self.isChecked():
            fill(painter, self.rect(), "soft")
        elif self.underMouse() and self.isEnabled():
            fill(painter, self.rect(), "hover")
        usable = self.isEnabled()
        mark = "radiobox-marked" if self.isChecked() else "radiobox-blank"
        tint = ("accent" if self.isChecked() else "control") if usable else "dis_text"
        side = theme.px(16)
        draw_icon(painter, QRect(theme.px(8), 0, side, self.height()), mark, tint, 16)
        words = self.rect().adjusted(theme.px(33), 0, -theme.px(32), 0)
        role = "strong" if self.isChecked() else "body"
        draw_text(painter, words, self._words, role, "text" if usable else "dis_text")
        at_end = QRect(self.width() - side - theme.px(8), 0, side, self.height())
        draw_icon(painter, at_end, self._icon, "text2" if usable else "dis_text", 16)


class WaysPane(QScrollArea):
    """The pane at the left. `form_chosen`, `tone_chosen` and `language_chosen` are remembered for the person."""

    form_chosen = Signal(object)
    tone_chosen = Signal(object)
    language_chosen = Signal(object)
    changed = Signal()
    """A time or the place is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Form.NOTE
        self._shown = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tone = Segments([(tone.value, letter_tone_words(tone), "") for tone in Tone], tr("Tone"))
        self.language = Choice(name=tr("Language"))
        for language in Language:
            self.language.addItem(LANGUAGES[language.value], language)
        self.times = (MomentField(tr("First time to offer")), MomentField(tr("Second time to offer")))
        self.place = LineField(name=tr("Public place"), hint=tr("A café, a park"))
        self.place.setMaxLength(200)
        self._rows = QButtonGroup(self)
        self._arrange()
        self._listen()

    def ways(self) -> Ways:
        """What is chosen now."""
        form = self._form
        moments = tuple(moment for field in self.times if (moment := field.moment()) is not None)
        return Ways(
            form,
            Tone(self.tone.value()),
            Language(self.language.currentData()),
            moments if form in _WITH_TIMES else (),
            " ".join(self.place.text().split()) if form in _WITH_PLACE else "",
        )

    def show_ways(self, ways: Ways, *, choosable: bool, remembered: str) -> None:
        """Show what holds, and whether another form can be chosen; `remembered` says for whom."""
        self._shown = False
        self._form = ways.form
        for row in self._rows.buttons():
            if isinstance(row, _FormRow):
                row.setChecked(row.form is ways.form)
        self._forms.setVisible(choosable)
        self._remembered.setVisible(choosable and bool(remembered))
        self._remembered.set_text(remembered)
        self.tone.set_value(ways.tone.value)
        self.language.setCurrentIndex(self.language.findData(ways.language))
        self._address.set_text(tr("Form of address: {address}", address=address(ways.tone, ways.language)))
        self._offers.setVisible(ways.form in _WITH_TIMES)
        self._meets.setVisible(ways.form in _WITH_PLACE)
        self._shown = True

    def set_offers(self, times: Sequence[datetime | None], place: str, usual: Sequence[datetime]) -> None:
        """Show the times and the place to offer."""
        for field, moment, first in zip(self.times, times, usual, strict=True):
            field.set_usual(first)
            field.set_moment(moment)
        self._shown = False
        self.place.setText(place)
        self._shown = True

    def _arrange(self) -> None:
        inside = Ground("window")
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(4)
        self._forms = QWidget()
        forms = QVBoxLayout(self._forms)
        forms.setContentsMargins(0, 0, 0, 0)
        forms.setSpacing(0)
        title = SectionTitle(tr("How to meet"))
        title.setContentsMargins(8, 0, 0, 4)
        forms.addWidget(title)
        for number, (kind, form) in enumerate(FIRST_FORMS, start=1):
            row = _FormRow(kind, form, number, self._forms)
            self._rows.addButton(row)
            forms.addWidget(row)
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(row.click)
        column.addWidget(self._forms)
        self._remembered = Label("", "small", "text2", wrap=True)
        self._remembered.setContentsMargins(8, 0, 0, 8)
        column.addWidget(self._remembered)
        self._address = Label("", "small", "text2", wrap=True)
        column.addWidget(_named(tr("Tone"), self.tone, self._address))
        column.addWidget(_named(tr("Language"), self.language))
        self._offers = _named(tr("Two times to offer"), *self.times)
        column.addWidget(self._offers)
        self._meets = _named(tr("Public place"), self.place)
        column.addWidget(self._meets)
        column.addStretch(1)

    def _listen(self) -> None:
        self._rows.buttonClicked.connect(self._choose_form)
        self.tone.chosen.connect(lambda value: self.tone_chosen.emit(Tone(value)))
        self.language.currentIndexChanged.connect(self._choose_language)
        for field in self.times:
            field.moment_chosen.connect(self.changed)
        self.place.textEdited.connect(lambda _text: self.changed.emit())

    def _choose_form(self, row: QAbstractButton) -> None:
        if isinstance(row, _FormRow) and row.form is not self._form:
            self.form_chosen.emit(row.form)

    def _choose_language(self) -> None:
        if self._shown:
            self.language_chosen.emit(Language(self.language.currentData()))


def _named(name: str, *fields: QWidget) -> QWidget:
    """Fields below each other under one name."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(8, 8, 8, 0)
    column.setSpacing(6)
    label = Label(name, "small", "text2")
    label.setBuddy(fields[0])
    column.addWidget(label)
    for field in fields:
        column.addWidget(field)
    return holder
