"""The day's list as lines for a view: section titles, things to do, what waits, and the drawer at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt

from cardkeeper.relationships.drawer import Drawer, InDrawer
from cardkeeper.relationships.items import Item
from cardkeeper.relationships.today import TodayList
from cardkeeper.relationships.week import waiting_order_words
from cardkeeper.translation import tr
from ui.list_model import ListModel
from ui.roles import Index


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class DrawerLine:
    """The line that says how many people are in the drawer."""

    drawer: Drawer
    opened: bool


Line = Heading | Item | InDrawer | DrawerLine

CLEARED_AT_ONCE: Final = 3
"""How many people the drawer hands out at a time: few enough to do now."""


class TodayModel(ListModel[Line]):
    """The lines of the day; what waits and who lies in the drawer show when a person asks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list: TodayList | None = None
        self._show_waiting = False
        self._show_drawer = False

    def set_list(self, day: TodayList) -> None:
        """Show this list."""
        self._list = day
        self._rebuild()

    @property
    def shows_waiting(self) -> bool:
        return self._show_waiting

    @property
    def shows_drawer(self) -> bool:
        return self._show_drawer

    def show_waiting(self, show: bool) -> None:
        """Show or hide the invites that wait for another week, each with its reason."""
        self._show_waiting = show
        self._rebuild()

    def show_drawer(self, show: bool) -> None:
        """Show or hide the oldest people of the drawer."""
        self._show_drawer = show
        self._rebuild()

    def row_of(self, wanted: Line | None) -> int:
        """The line about the same thing, else the first about the same person, -1 where there is none."""
        who = contact_of(wanted)
        if not who:
            return -1
        if isinstance(wanted, Item):
            for row, line in enumerate(self._lines):
                if isinstance(line, Item) and line.key == wanted.key:
                    return row
        return self.row_about(who)

    def row_about(self, contact_id: int) -> int:
        """The first line about a person, -1 where there is none."""
        return next((row for row, line in enumerate(self._lines) if contact_of(line) == contact_id), -1)

    def people(self) -> tuple[int, ...]:
        """The ids of those whom the lines are about, each once."""
        return tuple(dict.fromkeys(contact_of(line) for line in self._lines if contact_of(line)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or isinstance(line, Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def text(self, line: Line) -> str:
        return title_of(line)

    def spoken(self, line: Line) -> str:
        return f"{title_of(line)}. {why_of(line)}".strip(" .")

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._lines = tuple(self._made()) if self._list else ()
        self.endResetModel()

    def _made(self) -> list[Line]:
        if self._list is None:
            return []
        lines: list[Line] = []
        for section in self._list.sections:
            lines += [Heading(section.title), *section.items]
        if self._show_waiting and self._list.waiting:
            lines += [Heading(waiting_order_words()), *self._list.waiting]
        drawer = self._list.drawer
        if drawer.count:
            listed = {contact_of(line) for line in lines}
            forgotten = [found for found in drawer.people if found.row.id not in listed]
            lines.append(DrawerLine(drawer, self._show_drawer))
            lines += (forgotten or drawer.people)[:CLEARED_AT_ONCE] if self._show_drawer else ()
        return lines


def contact_of(line: Line | None) -> int:
    """Whom a line is about, 0 for nobody."""
    if isinstance(line, Item):
        return line.contact_id
    return line.row.id if isinstance(line, InDrawer) else 0


def title_of(line: Line) -> str:
    """The first line of a line: who and what."""
    match line:
        case Heading():
            return line.text
        case Item():
            return line.title
        case InDrawer():
            return line.row.name or line.row.company or tr("No name yet")
        case DrawerLine():
            return line.drawer.title


def why_of(line: Line) -> str:
    """The second line: why it is here."""
    match line:
        case Heading():
            return ""
        case Item():
            return line.line
        case InDrawer():
            return line.why[:1].upper() + line.why[1:]
        case DrawerLine():
            return line.drawer.line
