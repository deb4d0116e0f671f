"""A line in which somebody known is named: typing finds them, and only who is known counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QWidget

from cardkeeper.keys import fold
from cardkeeper.translation import tr
from ui.parts import LineField

_MOST_SHOWN: Final = 12


class PersonField(LineField):
    """Finds a person by any part of the name. `person` is 0 while nobody is found."""

    found = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(hint=tr("Type a name"), name=name, parent=parent)
        self._people: Mapping[str, int] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        self.setCompleter(completer)
        completer.activated.connect(self._tell)
        self.editingFinished.connect(self._tell)

    def set_people(self, names: Iterable[tuple[int, str]]) -> None:
        """Whom to find: ids and names. Of two with one name the second has a mark that no key types."""
        named: dict[str, int] = {}
        for contact_id, name in names:
            words = " ".join(name.split())
            while words in named:
                words += "\u00a0"
            named[words] = contact_id
        self._people = named
        self._model.setStringList(sorted(named, key=fold))

    def show_person(self, contact_id: int) -> None:
        """Name this person, as far as they are known."""
        self.setText(next((words for words, known in self._people.items() if known == contact_id), ""))
        self.setCursorPosition(0)

    def person(self) -> int:
        """Who is named, by the name or a part of it that nobody else has; 0 where nobody is, or several are."""
        if self.text() in self._people:
            return self._people[self.text()]
        wanted = fold(" ".join(self.text().split()))
        near = [(fold(words), number) for words, number in self._people.items() if wanted in fold(words)]
        found = [number for words, number in near if words == wanted] or [number for _, number in near]
        return found[0] if wanted and len(found) == 1 else 0

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_state("error" if self.text().strip() and not self.person() else "normal")

    def _tell(self) -> None:
        person = self.person()
        if person:
            self.show_person(person)
            self.set_state("normal")
            self.found.emit(person)
