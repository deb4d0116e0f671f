"""What a screen reader is told of every page of the window: each control has a name and a role, and progress is spoken.

The tree is walked as assistive technology walks it. A control that is added without a name fails here, wherever it is.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.every_page import pages
from tests.ui.lived_in import NOW, fill, open_library
from ui.app import Desk

# What a person can do something with; each must say what it is.
CONTROLS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.Link,
        QAccessible.Role.List,
        QAccessible.Role.ListItem,
        QAccessible.Role.MenuItem,
        QAccessible.Role.PageTab,
        QAccessible.Role.ProgressBar,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
    }
)
# Parts of a control that is named itself: the buttons of a scroll bar, the line of a choice.
PARTS = frozenset({QAccessible.Role.ScrollBar, QAccessible.Role.ComboBox, QAccessible.Role.SpinBox})
MOST_ROWS = 40


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    library = open_library(tmp_path_factory.mktemp("accessible") / "library")
    fill(library)
    desk = Desk(qapp, library, lambda: NOW)
    desk.window.resize(1280, 800)
    desk.window.show()
    yield desk
    desk.window.close()
    desk.close()


def tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything in it that is shown, without what is inside of a named control."""
    for number in range(min(root.childCount(), MOST_ROWS)):
        child = root.child(number)
        if not child.isValid() or child.state().invisible:
            continue
        yield child
        if child.role() not in PARTS:
            yield from tree(child)


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def nameless(root: QAccessibleInterface) -> list[str]:
    """The controls that say nothing of themselves."""
    found = []
    for part in tree(root):
        widget = part.object()
        takes_keys = isinstance(widget, QWidget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if (part.role() in CONTROLS or takes_keys) and not part.text(QAccessible.Text.Name).strip():
            owner = type(widget.parent()).__name__ if isinstance(widget, QWidget) else "a list"
            found.append(f"{part.role().name} {type(widget).__name__} in {owner}")
    return found


def open_page(desk: Desk, name: str) -> QWidget:
    if name == "person":
        desk.window.open_person(desk.session.library.people.find("speer")[0])
    elif name == "review":
        desk.window.open_review(0)
    else:
        desk.window.go(name)
    page = desk.window.pages.current
    assert page is not None
    return page


@pytest.mark.parametrize("name", pages())
def test_every_control_of_a_page_says_what_it_is(desk: Desk, name: str) -> None:
    page = open_page(desk, name)
    assert nameless(interface(page)) == []


@pytest.mark.parametrize("name", pages())
def test_whatever_takes_the_keyboard_has_a_role(desk: Desk, name: str) -> None:
    page = open_page(desk, name)
    without = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if interface(widget).role() in (QAccessible.Role.NoRole, QAccessible.Role.Client)
    ]
    assert without == []


@pytest.mark.parametrize("name", pages())
def test_the_keyboard_begins_somewhere_on_a_page(desk: Desk, name: str, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    page = open_page(desk, name)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)
    assert interface(focus).text(QAccessible.Text.Name)


def test_what_is_around_the_pages_says_what_it_is(desk: Desk) -> None:
    desk.window.go("today")
    assert nameless(interface(desk.window.rail)) == []
    assert nameless(interface(desk.window.status)) == []


@pytest.mark.parametrize("overlay", ["palette", "quick capture"])
def test_what_lies_over_the_pages_says_what_it_is(desk: Desk, overlay: str) -> None:
    desk.window.go("today")
    box = desk.window.everywhere.palette if overlay == "palette" else desk.window.everywhere.quick
    desk.window.everywhere.open_palette() if overlay == "palette" else desk.window.everywhere.quick.open()
    assert box.isVisible()
    assert nameless(interface(box)) == []
    assert interface(box).text(QAccessible.Text.Name)
    QTest.keyClick(QApplication.focusWidget() or box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_a_control_without_a_name_is_noticed(qtbot: QtBot) -> None:
    """The test above can fail: a button that is added without a word is found."""
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(QPushButton())
    page.show()
    assert nameless(interface(page)) == ["Button QPushButton in QWidget"]
