"""The fields that ask where somebody was met: days that may stay open, known events, and names of known people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.people import Event, How, MetContext
from tests.ui.lived_in import TODAY, before
from ui.met_fields import MetFields


@pytest.fixture
def fields(library: Library, qtbot: QtBot) -> Iterator[MetFields]:
    window = QWidget()
    qtbot.addWidget(window)
    fields = MetFields(library, TODAY, window)
    column = QVBoxLayout(window)
    for widget in fields.widgets():
        column.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield fields
    window.close()


def test_a_day_is_open_until_somebody_says_it_and_can_be_opened_again(fields: MetFields) -> None:
    assert fields.day.day() is None
    fields.day.setFocus()
    QTest.keyClick(fields.day, Qt.Key.Key_Down)
    assert fields.day.day() == TODAY - timedelta(days=1)
    fields.day.selectAll()
    QTest.keyClick(fields.day, Qt.Key.Key_Delete)
    assert fields.day.day() is None


def test_a_day_of_the_month_can_be_typed_at_once_after_tab(fields: MetFields) -> None:
    fields.day.set_day(TODAY)
    fields.occasion.setFocus()
    QTest.keyClick(fields.occasion, Qt.Key.Key_Tab)
    QTest.keyClicks(fields.day, "11")
    assert fields.day.day() == TODAY.replace(day=11)


def test_tab_leaves_a_day_at_once(fields: MetFields) -> None:
    fields.day.set_day(TODAY)
    fields.day.setFocus()
    QTest.keyClick(fields.day, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fields.place


def test_a_known_event_brings_its_day_and_place(fields: MetFields, qtbot: QtBot) -> None:
    fields.occasion.offer((Event("Housing Forum", before(10), "Old Exchange"), Event("Founders’ Breakfast", before(1))))
    line = fields.occasion.lineEdit()
    assert isinstance(line, QLineEdit)
    with qtbot.waitSignal(fields.changed):
        fields.occasion.setFocus()
        QTest.keyClick(fields.occasion, Qt.Key.Key_Down)
        QTest.keyClick(fields.occasion, Qt.Key.Key_Return)
    fields.occasion.activated.emit(0)
    assert fields.value() == MetContext("Housing Forum", before(10), "Old Exchange")


def test_new_events_are_offered_without_touching_what_is_typed(fields: MetFields) -> None:
    fields.occasion.set_text("A party")
    fields.occasion.offer((Event("Housing Forum"),))
    assert fields.occasion.text() == "A party"
    assert fields.value().event == "A party"


def test_an_answer_is_shown_and_read_back_whole(fields: MetFields, qtbot: QtBot) -> None:
    answer = MetContext("Forum", before(3), "Stuttgart", How.INTRODUCED, "Norma R. Jones", "steel")
    with qtbot.assertNotEmitted(fields.changed):
        fields.show_value(answer)
    assert fields.value() == answer


def test_scrolling_over_the_fields_changes_none(fields: MetFields) -> None:
    fields.show_value(MetContext("Forum", before(3), how=How.TALKED))
    for widget in fields.widgets():
        turn = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -240), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, turn)
    assert fields.value() == MetContext("Forum", before(3), how=How.TALKED)
