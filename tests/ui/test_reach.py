"""Today, people and person can be used without a mouse and heard without a screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.parts import Page
from ui.people import PeoplePage
from ui.person import PersonPage
from ui.pictures import Pictures
from ui.session import Session
from ui.today import TodayPage

pytestmark = pytest.mark.usefixtures("ids")


@pytest.fixture(params=["today", "people", "person", "person, edited"])
def page(request: pytest.FixtureRequest, session: Session, qtbot: QtBot) -> Page:
    pictures = Pictures(session.library.files)
    name: str = request.param
    made: Page
    if name == "today":
        made = TodayPage(session, pictures)
    elif name == "people":
        made = PeoplePage(session)
        made.model.check(made.model.shown_ids(), on=True)
    else:
        made = PersonPage(session, pictures)
        made.show_person(session.library.people.find("speer")[0])
    qtbot.addWidget(made, before_close_func=lambda _page: pictures.close())
    made.resize(1080, 760)
    made.refresh(None)
    if name == "person, edited" and isinstance(made, PersonPage):
        made.edit()
    with qtbot.waitActive(made):
        made.show()
    made.take_focus()
    return made


def takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()


def inside_of_a_field(widget: QWidget) -> bool:
    """Whether it is the line inside of a day or a choice, which speak for it."""
    return isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)


def test_whatever_takes_the_keyboard_says_what_it_is(page: Page) -> None:
    nameless = []
    for widget in page.findChildren(QWidget):
        if takes_keys(widget) and not inside_of_a_field(widget):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if not spoken.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert not nameless


def test_the_tab_key_gets_everywhere_and_comes_back(page: Page) -> None:
    seen: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
    assert QApplication.focusWidget() is seen[0]
    wanted = {widget for widget in page.findChildren(QWidget) if takes_keys(widget) and not inside_of_a_field(widget)}
    groups = {
        widget.parentWidget() for widget in wanted if isinstance(widget, QAbstractButton) and widget.isCheckable()
    }
    left_out = {widget for widget in wanted - set(seen) if widget.parentWidget() not in groups}
    assert not left_out, [f"{type(widget).__name__} {widget.accessibleName()}" for widget in left_out]


@pytest.mark.parametrize("percent", [100, 200])
def test_no_page_needs_more_width_than_the_smallest_window_has(page: Page, percent: int, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", percent)
    try:
        page.resize(1000 - theme.px(56), 560)
        qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 1000 - theme.px(56))
    finally:
        theme.apply(app, "light", 100)
