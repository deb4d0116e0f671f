"""What happened with a person: where it is written down, and below all that was, with a choice of what to show."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardkeeper.model.people import Channel
from cardkeeper.translation import tr
from ui.begun import Begun
from ui.log_box import LogBox
from ui.paragraph import Paragraph
from ui.parts import SectionTitle, Segments
from ui.person.happenings import Happened
from ui.person.story import Story, happened
from ui.person.timeline import Timeline

_ALL, _TALKS, _WRITTEN, _FAVOURS = "all", "talks", "written", "favours"
_SHOWS = {
    _TALKS: frozenset({Channel.MEETING, Channel.CALL}),
    _WRITTEN: frozenset({Channel.MAIL, Channel.MESSAGE, Channel.NOTE}),
}


class HappenedPane(QWidget):
    """The log of one person."""

    logged = Signal(object)
    removed = Signal(object)

    def __init__(self, today: date, begun: Begun, parent: QWidget | None = None) -> None:
        """`begun`: where words for the log wait that were begun on another page."""
        super().__init__(parent)
        self._entries: tuple[Happened, ...] = ()
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        title = SectionTitle(tr("What happened"))
        self.choice = Segments(
            [
                (_ALL, tr("All"), ""),
                (_TALKS, tr("Talks"), ""),
                (_WRITTEN, tr("Written"), ""),
                (_FAVOURS, tr("Favours"), ""),
            ],
            tr("What to show"),
        )
        self.choice.chosen.connect(lambda _value: self._show())
        title.add(self.choice)
        self.box = LogBox(today, begun, keys="Ctrl+L")
        self.timeline = Timeline()
        self.nothing = Paragraph(tr("Nothing yet. What you log shows here, newest first."), "body", "text2")
        self.box.logged.connect(self.logged)
        self.box.left.connect(self.timeline.setFocus)
        self.timeline.edited.connect(self.box.change)
        self.timeline.removed.connect(self.removed)
        for part in (title, self.box, self.timeline, self.nothing):
            column.addWidget(part)

    def begin(self) -> None:
        """Put the keyboard where one writes."""
        self.box.begin()

    def show_story(self, story: Story, today: date) -> None:
        self._entries, self._today = happened(story, today), today
        self.box.set_person(story.contact.id, today)
        self._show()

    def _show(self) -> None:
        wanted = self.choice.value()
        shown = tuple(entry for entry in self._entries if _is_of(entry, wanted))
        self.timeline.show_entries(shown, self._today)
        self.timeline.setVisible(bool(shown))
        self.nothing.setVisible(not shown)


def _is_of(entry: Happened, wanted: str) -> bool:
    if wanted == _ALL:
        return True
    if wanted == _FAVOURS:
        return entry.favour
    return entry.interaction is not None and entry.interaction.channel in _SHOWS[wanted]
