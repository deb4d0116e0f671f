"""Where people write from right to left, painted lines turn around, and the words on them stay readable."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, qGray
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem, QWidget

from cardkeeper.demo import fill
from tests.ui.lived_in import NOW, TODAY, open_library
from ui import theme
from ui.app import Desk
from ui.delegates import Piece, draw_icon, draw_pieces, draw_text
from ui.parts.painting import paint_keys, turn
from ui.roles import OBJECT_ROLE

AREA = QRect(10, 0, 300, 40)
LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A window that people read from right to left."""
    library = open_library(tmp_path_factory.mktemp("turned") / "library")
    fill(library, 80, 7, TODAY)
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    desk = Desk(qapp, library, lambda: NOW)
    desk.window.resize(1280, 800)
    desk.window.show()
    yield desk
    desk.window.close()
    desk.close()
    qapp.setLayoutDirection(LEFT_TO_RIGHT)


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)


def drawn(what: str, direction: Qt.LayoutDirection) -> QImage:
    image = QImage(AREA.width() + 20, AREA.height(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    turn(painter, AREA, direction)
    match what:
        case "icon":
            draw_icon(painter, QRect(AREA.left(), 0, 28, 40), "phone-outline", "text")
        case "keys":
            paint_keys(painter, AREA, "Ctrl+K")
        case "pieces":
            draw_pieces(painter, AREA, [Piece("Ama", "strong", marked=True), Piece("ndine", "strong")])
        case _:
            draw_text(painter, AREA, what)
    painter.end()
    return image


def ink(image: QImage) -> QRect:
    """Where something is drawn."""
    ground = image.pixel(0, 0)
    across = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    down = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]
    return QRect(across[0], down[0], across[-1] - across[0] + 1, down[-1] - down[0] + 1)


@pytest.mark.parametrize("what", ["icon", "keys", "pieces", "Ada Lovelace", "+44 20 7946 0123", "2 months ago."])
def test_what_stands_at_the_left_stands_at_the_right_and_is_not_seen_in_a_mirror(what: str) -> None:
    plain, turned = drawn(what, LEFT_TO_RIGHT), drawn(what, RIGHT_TO_LEFT)
    left, right = ink(plain), ink(turned)
    assert left.center().x() < AREA.center().x() < right.center().x()
    seen, words = plain.copy(left), turned.copy(right)
    assert abs(seen.width() - words.width()) <= 1
    assert unlike(seen, words) < unlike(seen.flipped(Qt.Orientation.Horizontal), words) / 2


def unlike(one: QImage, other: QImage) -> int:
    """How much two pictures differ, pixel by pixel, where they lie best upon each other: letters may begin between."""
    return min(_unlike(one, other, shift) for shift in (-1, 0, 1))


def _unlike(one: QImage, other: QImage, shift: int) -> int:
    across = range(max(0, -shift), min(one.width(), other.width() - shift))
    down = range(min(one.height(), other.height()))
    return sum(abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x + shift, y))) for x in across for y in down)


def test_a_button_of_the_rail_says_its_sentence_in_order(desk: Desk) -> None:
    """“6 still in the drawer” looks as it does elsewhere, and does not end with the 6."""
    button = desk.window.rail.drawer_button
    seen = {}
    for direction in (LEFT_TO_RIGHT, RIGHT_TO_LEFT):
        button.setLayoutDirection(direction)
        image = button.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        beside_icon = (38, 0, -4, 0) if direction is LEFT_TO_RIGHT else (4, 0, -38, 0)
        words = image.copy(image.rect().adjusted(*beside_icon))
        seen[direction] = words.copy(ink(words))
    button.unsetLayoutDirection()
    plain, turned = seen[LEFT_TO_RIGHT], seen[RIGHT_TO_LEFT]
    assert abs(plain.width() - turned.width()) <= 1
    assert unlike(plain, turned) < unlike(plain.flipped(Qt.Orientation.Horizontal), turned) / 2


def last_line(view: QListView) -> QModelIndex:
    """The last line that is about somebody or something; it is not the current one where there are more."""
    rows = (view.model().index(row, 0) for row in reversed(range(view.model().rowCount())))
    return next(index for index in rows if index.flags() & Qt.ItemFlag.ItemIsSelectable)


def list_of(desk: Desk, page: str) -> QListView:
    """The painted list of a page with its lines in it."""
    if page == "person":
        met = next(row for row in desk.session.library.people.rows() if row.last_talked)
        desk.window.open_person(met.id)
    else:
        desk.window.go(page)
    shown = desk.window.pages.current
    assert shown is not None
    lists = [one for one in shown.findChildren(QListView) if one.isVisible() and one.model().rowCount()]
    return max(lists, key=lambda one: one.width() * one.height())


def painted(view: QListView, index: QModelIndex, direction: Qt.LayoutDirection) -> QImage:
    """A line as it is painted for people who read this way, on a plain ground."""
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, view.visualRect(index).height())
    option.direction = direction
    option.widget = view
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, index)
    painter.end()
    return image


@pytest.mark.parametrize("page", ["today", "history", "person", "events", "introductions", "inbox"])
def test_a_painted_line_begins_at_the_right_as_far_from_the_edge_as_else_at_the_left(desk: Desk, page: str) -> None:
    view = list_of(desk, page)
    index = last_line(view)
    plain = painted(view, index, LEFT_TO_RIGHT)
    turned = painted(view, index, RIGHT_TO_LEFT)
    assert plain != turned
    assert abs(ink(plain).left() - (turned.width() - 1 - ink(turned).right())) <= 1


def test_the_buttons_of_a_line_of_today_lie_at_its_left_end(desk: Desk) -> None:
    view = list_of(desk, "today")
    bars = view.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = [bar for bar in bars if bar.isVisible()]
    assert shown
    assert all(bar.geometry().center().x() < view.viewport().rect().center().x() for bar in shown)
    assert view.currentIndex().data(OBJECT_ROLE) is not None
