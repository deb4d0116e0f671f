"""No page breaks: at any size of the window and of the text, and in languages that are written from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cardkeeper import settings
from cardkeeper.settings import Settings
from tests.ui.every_page import pages
from tests.ui.lived_in import NOW, fill, open_library
from ui import language
from ui.app import Desk
from ui.composer import ComposerPage
from ui.parts import Button, Label
from ui.person import PersonPage

SIGNATURE = """Kind regards

Élodie Marchand
Head of Partnerships | Lindgate Homes Ltd
T: +44 20 7946 0123 | elodie.marchand@lindgate.example
12 Orchard Road, London EC2A 4BQ"""
_ROUNDS = 6
_SLACK = 2
"""Pixels: frames and focus rings may touch."""


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    library = open_library(tmp_path_factory.mktemp("layout") / "library")
    fill(library)
    desk = Desk(qapp, library, lambda: NOW)
    desk.window.show()
    yield desk
    desk.window.close()
    desk.close()


def open_page(desk: Desk, name: str, qtbot: QtBot) -> QWidget:
    if name == "person":
        desk.window.open_person(desk.session.library.people.find("speer")[0])
    elif name == "review":
        desk.window.open_review(0)
    else:
        desk.window.go(name)
    page = desk.window.pages.current
    assert page is not None
    settle(qtbot)
    return page


def set_text(desk: Desk, percent: int) -> None:
    """Let a window have this text size, also after another window of these tests had another one."""
    desk.session.keep(replace(desk.session.settings, text_size=percent))
    desk.session.settings_changed.emit()


def settle(qtbot: QtBot) -> None:
    """Let layouts that wait for the next rounds of events have them."""
    rounds = [0]

    def another() -> bool:
        rounds[0] += 1
        return rounds[0] > _ROUNDS

    qtbot.waitUntil(another)


def managed(parent: QWidget) -> list[QWidget]:
    """The parts that a layout has put into a widget, as far as they are seen."""
    layout = parent.layout()
    if layout is None:
        return []
    children = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if child.isVisible() and layout_has(layout, child)]


def layout_has(layout: Any, widget: QWidget) -> bool:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item.widget() is widget or (item.layout() is not None and layout_has(item.layout(), widget)):
            return True
    return False


def broken(root: QWidget) -> list[str]:
    """What lies upon something else, or sticks out of what holds it."""
    found = []
    for holder in (root, *root.findChildren(QWidget)):
        if not holder.isVisible() or isinstance(holder, QAbstractScrollArea):
            continue
        parts = managed(holder)
        for at, part in enumerate(parts):
            inside = part.geometry()
            if not holder.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(inside):
                found.append(f"{described(part)} sticks out of {described(holder)}")
            for other in parts[at + 1 :]:
                common = inside.intersected(other.geometry())
                if common.width() > _SLACK and common.height() > _SLACK:
                    found.append(f"{described(part)} lies upon {described(other)}")
    return found


def cut(root: QWidget) -> list[str]:
    """Texts of several lines that have less height than their lines need."""
    return [
        described(text)
        for text in root.findChildren(Label)
        if text.isVisible() and text.hasHeightForWidth() and text.height() + _SLACK < text.heightForWidth(text.width())
    ]


def described(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QPushButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{words[:30]}” {widget.geometry().getRect()}"


@pytest.mark.parametrize("name", pages())
@pytest.mark.parametrize(("size", "percent"), [((1280, 800), 100), ((1000, 640), 100), ((1000, 640), 200)])
def test_nothing_lies_upon_another_or_sticks_out(
    desk: Desk, name: str, size: tuple[int, int], percent: int, qtbot: QtBot
) -> None:
    set_text(desk, percent)
    desk.window.resize(*size)
    page = open_page(desk, name, qtbot)
    assert broken(page) == []
    assert cut(page) == []
    assert broken(desk.window.rail) == []


@pytest.fixture(scope="module", params=["de", "es"])
def desk_elsewhere(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """A window in a language whose words are longer than the English ones."""
    folder = tmp_path_factory.mktemp("layout") / "library"
    library = open_library(folder)
    fill(library)
    settings.save(folder, Settings(language=request.param))
    desk = Desk(qapp, library, lambda: NOW)
    desk.window.resize(1000, 640)
    desk.window.show()
    yield desk
    desk.window.close()
    desk.close()
    language.apply("en")


@pytest.mark.parametrize("name", pages())
def test_longer_words_are_not_cut_in_a_small_window(desk_elsewhere: Desk, name: str, qtbot: QtBot) -> None:
    page = open_page(desk_elsewhere, name, qtbot)
    assert broken(page) == []
    assert cut(page) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_a_pasted_signature_lies_upon_nothing_in_a_small_window(desk: Desk, percent: int, qtbot: QtBot) -> None:
    set_text(desk, percent)
    desk.window.resize(1000, 640)
    quick = desk.window.everywhere.quick
    quick.open()
    quick.text.setPlainText(SIGNATURE)
    qtbot.waitUntil(lambda: len(quick.understood.rows) > 4)
    settle(qtbot)
    assert broken(quick.box) == []
    quick.close_it()


def test_with_large_text_a_name_is_told_in_full_and_the_buttons_beside_it_by_icons(desk: Desk, qtbot: QtBot) -> None:
    set_text(desk, 200)
    desk.window.resize(1000, 640)
    page = open_page(desk, "person", qtbot)
    assert isinstance(page, PersonPage)
    header = page.header
    assert header.name.width() >= header.name.sizeHint().width()
    assert header.call.width() < header.call.full_width()
    assert header.call.accessibleName() == header.call.text()
    set_text(desk, 100)
    settle(qtbot)
    assert header.call.width() == header.call.full_width()


def test_with_large_text_the_ways_out_of_a_letter_take_one_line(desk: Desk, qtbot: QtBot) -> None:
    set_text(desk, 200)
    desk.window.resize(1000, 640)
    page = open_page(desk, "composer", qtbot)
    assert isinstance(page, ComposerPage)
    assert page.bar.height() < 2 * page.bar.mail_button.height()
    qtbot.waitUntil(page.header.stages.isHidden)


@pytest.mark.parametrize("name", pages())
def test_from_right_to_left_nothing_lies_upon_another(desk: Desk, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    set_text(desk, 100)
    desk.window.resize(1280, 800)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = open_page(desk, name, qtbot)
        assert broken(page) == []
        rail = desk.window.rail
        assert rail.mapTo(desk.window, QPoint()).x() > page.mapTo(desk.window, QPoint()).x(), "the rail is at the right"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_parts_that_lie_upon_one_another_are_found(qtbot: QtBot) -> None:
    """The tests above can fail."""
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    first, second = QLabel("first"), QLabel("second")
    row.addWidget(first)
    row.addWidget(second)
    page.show()
    assert broken(page) == []
    second.setGeometry(QRect(first.geometry()))
    assert len(broken(page)) == 1


def test_what_is_painted_by_hand_turns_with_the_direction(qtbot: QtBot) -> None:
    """The icon of a button stands before its words, and so at the right where people write from right to left."""

    plain, turned = Button("iiiiiiii", icon="check"), Button("iiiiiiii", icon="check")
    for button in (plain, turned):
        qtbot.addWidget(button)
        button.resize(button.sizeHint().width() + 80, button.sizeHint().height())
    turned.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert plain.grab().toImage() != turned.grab().toImage()
