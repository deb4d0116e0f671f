"""One field for each form of setting: it shows a value, and says what a person has chosen, as it would be typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cardkeeper import settings
from cardkeeper.settings import Form, Setting
from cardkeeper.translation import tr, trn
from ui import theme
from ui.parts import Button, Choice, LineField, Segments
from ui.preferences.regions import regions
from ui.preferences.weekdays import WeekdayBoxes

_MOST_SEGMENTS: Final = 3
_WIDE: Final = 240
_BESIDE_BUTTON: Final = 160
# Numbers that are often wanted; any other within the limits can be typed.
_HANDY: Final = {
    Form.NUMBER: (3, 5, 7, 10, 12, 15, 20, 30),
    Form.PERCENT: theme.TEXT_SIZES,
    Form.DAYS: (7, 14, 21, 30, 45, 61, 90, 182, 365),
    Form.HOUR: (6, 7, 8, 9, 10, 12, 17, 18, 19, 20, 21, 22, 23),
}


class Field(QObject):
    """A widget for one setting, and what a person chooses in it."""

    chosen = Signal(str)

    def __init__(self, line: Setting, widget: QWidget) -> None:
        super().__init__(widget)
        self.line, self.widget = line, widget
        widget.setAccessibleName(line.title)
        widget.setAccessibleDescription(line.meaning)

    def show_value(self, value: object) -> None:
        """Show what is set."""
        raise NotImplementedError


class SegmentField(Field):
    """One of a few, all to be seen."""

    def __init__(self, line: Setting) -> None:
        self.segments = Segments([(value, words, "") for value, words in line.choices], line.title)
        super().__init__(line, self.segments)
        self.segments.chosen.connect(self.chosen)

    def show_value(self, value: object) -> None:
        self.segments.set_value(settings.shown(value))


class ChoiceField(Field):
    """One of many; chosen by a person only when they did it, not when it is shown."""

    def __init__(self, line: Setting, choices: Iterable[tuple[str, str]]) -> None:
        self.choice = Choice(name=line.title)
        super().__init__(line, self.choice)
        for value, words in choices:
            self.choice.addItem(words, value)
        self.choice.activated.connect(lambda _row: self.chosen.emit(self.choice.currentData()))

    def show_value(self, value: object) -> None:
        self.choice.setCurrentIndex(self.choice.findData(settings.shown(value)))


class NumberField(Field):
    """A number: those that are often wanted to choose from, any other to be typed."""

    def __init__(self, line: Setting) -> None:
        self.choice = Choice(editable=True, name=line.title)
        super().__init__(line, self.choice)
        for number in _HANDY[line.form]:
            if (line.least or 0) <= number <= (line.most or number):
                self.choice.addItem(self._words(number), number)
        self.choice.activated.connect(lambda row: self.chosen.emit(str(self.choice.itemData(row))))
        typed = self.choice.lineEdit()
        if typed is not None:
            typed.editingFinished.connect(self._take_typed)

    def show_value(self, value: object) -> None:
        if isinstance(value, int):
            self.choice.setEditText(self._words(value))

    def _words(self, number: int) -> str:
        match self.line.form:
            case Form.PERCENT:
                return tr("{percent} %", percent=number)
            case Form.DAYS:
                return trn("{count} day", "{count} days", number)
            case Form.HOUR:
                return f"{number}:00"
            case _:
                return str(number)

    def _take_typed(self) -> None:
        typed = self.choice.currentText().strip()
        row = self.choice.findText(typed)
        number = "".join(letter for letter in typed.partition(":")[0] if letter.isdigit())
        self.chosen.emit(str(self.choice.itemData(row)) if row >= 0 else number or typed)


class TextField(Field):
    """A line of text, taken when one leaves it."""

    def __init__(self, line: Setting) -> None:
        self.text = LineField(name=line.title)
        super().__init__(line, self.text)
        self.text.setMinimumWidth(theme.px(_WIDE))
        self.text.editingFinished.connect(lambda: self.chosen.emit(self.text.text().strip()))

    def show_value(self, value: object) -> None:
        # What somebody is typing stays as it is.
        if not (self.text.hasFocus() and self.text.isModified()):
            self.text.setText(str(value))


class WeekdaysField(Field):
    """Days of the week, of which one stays."""

    def __init__(self, line: Setting) -> None:
        self.boxes = WeekdayBoxes()
        super().__init__(line, self.boxes)
        self.boxes.chosen.connect(lambda days: self.chosen.emit(settings.shown(days)))

    def show_value(self, value: object) -> None:
        if isinstance(value, tuple):
            self.boxes.set_days(value)


class FolderField(Field):
    """A folder, or none."""

    def __init__(self, line: Setting) -> None:
        row = QWidget()
        super().__init__(line, row)
        self.text = LineField(name=line.title, hint=tr("None"))
        self.text.setMinimumWidth(theme.px(_BESIDE_BUTTON))
        self.button = Button(tr("Choose"), icon="folder-open-outline")
        self.button.setAccessibleDescription(line.title)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.button)
        row.setFocusProxy(self.text)
        self.text.editingFinished.connect(lambda: self.chosen.emit(self.text.text().strip()))
        self.button.clicked.connect(self._ask)

    def show_value(self, value: object) -> None:
        self.text.setText(str(value))

    def _ask(self) -> None:
        """Let a person choose, without stopping the window meanwhile."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self.widget, self.line.title, self.text.text() or home)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def field_for(line: Setting) -> Field:
    """The field that fits a setting."""
    if line.form is Form.CHOICE:
        return SegmentField(line) if len(line.choices) <= _MOST_SEGMENTS else ChoiceField(line, line.choices)
    if line.form is Form.COUNTRY:
        return ChoiceField(line, [("", tr("None: leave such numbers as they are")), *regions()])
    fields = {
        Form.NUMBER: NumberField,
        Form.PERCENT: NumberField,
        Form.DAYS: NumberField,
        Form.HOUR: NumberField,
        Form.WEEKDAYS: WeekdaysField,
        Form.FOLDER: FolderField,
        Form.TEXT: TextField,
    }
    return fields[line.form](line)
