"""The list of pairs: both names, and below what they have in common, under how sure that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cardkeeper.library.duplicates import Pair
from cardkeeper.matching import Certainty
from cardkeeper.model.overview import PersonRow
from cardkeeper.translation import tr
from ui import theme
from ui.delegates import draw_text, has
from ui.language import number
from ui.list_model import ListModel
from ui.parts.painting import paint_focus, turn
from ui.roles import OBJECT_ROLE, Index

_ROW, _HEADING = 52, 30


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair with both names; a heading has no pair."""

    text: str
    why: str = ""
    pair: Pair | None = None


def lines_of(pairs: Sequence[Pair], people: Mapping[int, PersonRow]) -> list[Shown]:
    """The pairs under a heading for each certainty."""
    lines: list[Shown] = []
    for certainty in Certainty:
        some = [pair for pair in pairs if pair.twins.certainty is certainty]
        if some:
            lines.append(Shown(f"{certainty_words(certainty)} · {number(len(some))}"))
        lines += [Shown(_both(pair, people), pair.twins.words, pair) for pair in some]
    return lines


def certainty_words(certainty: Certainty) -> str:
    """How sure it is, as a heading."""
    return {
        Certainty.SURE: tr("The same for sure"),
        Certainty.LIKELY: tr("Likely the same"),
        Certainty.POSSIBLE: tr("Possibly the same"),
    }[certainty]


def _both(pair: Pair, people: Mapping[int, PersonRow]) -> str:
    rows = (people.get(pair.first_id), people.get(pair.second_id))
    first, second = ((row.name or row.company or row.email) if row else tr("somebody") for row in rows)
    return first if first == second else tr("{first} and {second}", first=first, second=second)


class PairModel(ListModel[Shown]):
    """Headings and pairs."""

    def first_pair(self, row: int = 0) -> int:
        """The first line from this one on that is a pair, else the last one before; -1 where there is none."""
        after = [at for at, line in enumerate(self._lines) if line.pair and at >= row]
        before = [at for at, line in enumerate(self._lines) if line.pair and at < row]
        return after[0] if after else before[-1] if before else -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line_at(index.row())
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return usual | Qt.ItemFlag.ItemIsSelectable if line.pair else Qt.ItemFlag.ItemNeverHasChildren

    def text(self, line: Shown) -> str:
        return line.text

    def spoken(self, line: Shown) -> str:
        return f"{line.text}. {line.why}".strip()

    def tip(self, line: Shown) -> str:
        return f"{line.text}\n{line.why}".strip()


class PairDelegate(QStyledItemDelegate):
    """Two lines for a pair, one for a heading."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Shown = index.data(OBJECT_ROLE)
        return QSize(0, theme.px(_ROW if line.pair else _HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Shown = index.data(OBJECT_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        area = option.rect
        inside = area.adjusted(theme.px(16), 0, -theme.px(12), 0)
        if line.pair is None:
            draw_text(painter, inside, line.text, "small_strong", "text2")
            painter.restore()
            return
        selected = has(option, QStyle.StateFlag.State_Selected)
        if selected or has(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, theme.color("soft" if selected else "hover"))
        if selected:
            painter.fillRect(area.left(), area.top(), 3, area.height(), theme.color("accent"))
        view = option.widget
        if selected and isinstance(view, QListView) and view.hasFocus():
            paint_focus(painter, area.adjusted(1, 1, -1, -1))
        half = area.height() // 2
        draw_text(painter, inside.adjusted(0, theme.px(6), 0, -half), line.text, "strong")
        draw_text(painter, inside.adjusted(0, half, 0, -theme.px(6)), line.why, "small", "text2")
        painter.restore()
