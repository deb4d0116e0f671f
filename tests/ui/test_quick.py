"""Quick capture: a person in a few seconds, over any page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cardkeeper.model.people import Contact, FollowUpKind, Stage
from tests.ui.lived_in import TODAY
from ui.jobs import Background
from ui.parts import LineField
from ui.quick import QuickCapture
from ui.session import Session

SIGNATURE = "Jane Doe\nVP Sales, Acme Inc.\njane.doe@acme.example"


@pytest.fixture
def quick(session: Session, qtbot: QtBot) -> Iterator[QuickCapture]:
    window = QWidget()
    qtbot.addWidget(window)
    beneath = LineField(name="beneath")
    QVBoxLayout(window).addWidget(beneath)
    window.resize(900, 700)
    background = Background()
    box = QuickCapture(session, background, window)
    with qtbot.waitActive(window):
        window.show()
    beneath.setFocus()
    box.open()
    yield box
    background.close()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def test_a_name_and_a_line_are_enough(quick: QuickCapture, session: Session, qtbot: QtBot) -> None:
    QTest.keyClicks(quick.text, "Ada Lovelace")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(quick.about, "engines that weave")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not quick.isVisible())
    people = session.library.people
    (found,) = people.find("lovelace")
    assert people.get(found).name == "Ada Lovelace"
    assert people.encounters(found)[0].context.about == "engines that weave"
    (step,) = session.library.follow_ups.of(found)
    assert (step.kind, step.stage) == (FollowUpKind.COFFEE, Stage.TO_INVITE)
    assert step.due is not None
    assert 1 <= (step.due - TODAY).days <= 4
    session.undo()
    assert people.find("lovelace") == ()


def test_a_pasted_signature_is_shown_as_it_was_understood(quick: QuickCapture, qtbot: QtBot) -> None:
    quick.text.setPlainText(SIGNATURE)
    qtbot.waitUntil(lambda: len(quick.understood.rows) == 4)
    assert [text for _, text in quick.understood.rows] == ["Jane Doe", "VP Sales", "Acme Inc.", "jane.doe@acme.example"]


def test_the_box_grows_with_what_was_understood_and_with_what_is_missing(quick: QuickCapture, qtbot: QtBot) -> None:
    before = quick.box.height()
    quick.text.setPlainText(SIGNATURE)
    qtbot.waitUntil(lambda: quick.box.height() > before)
    assert all(label.visibleRegion().boundingRect().height() >= label.height() for label in quick.understood.labels)
    quick.text.setPlainText("   ")
    quick.add()
    qtbot.waitUntil(quick.problem.isVisible)
    assert not quick.problem.visibleRegion().isEmpty()


def test_what_was_typed_last_is_kept_also_when_one_is_quicker_than_the_program(
    quick: QuickCapture, session: Session, qtbot: QtBot
) -> None:
    quick.text.setPlainText("Jane")
    quick.text.setPlainText(SIGNATURE)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not quick.isVisible())
    (found,) = session.library.people.find("acme")
    assert session.library.people.get(found).emails == ("jane.doe@acme.example",)


def test_deciding_later_leaves_no_next_step(quick: QuickCapture, session: Session, qtbot: QtBot) -> None:
    quick.text.setPlainText("Ada Lovelace")
    quick.step.setCurrentIndex(quick.step.count() - 1)
    quick.add()
    qtbot.waitUntil(lambda: not quick.isVisible())
    (found,) = session.library.people.find("ada")
    assert session.library.follow_ups.of(found) == ()
    assert session.library.people.encounters(found) == ()


def test_nobody_is_added_of_nothing(quick: QuickCapture, session: Session, qtbot: QtBot) -> None:
    quick.text.setPlainText("Best regards,")
    quick.add()
    qtbot.waitUntil(quick.problem.isVisible)
    assert quick.isVisible()
    assert session.library.people.rows() == ()


def test_somebody_who_is_known_is_named_and_can_be_opened(quick: QuickCapture, session: Session, qtbot: QtBot) -> None:
    known = session.library.people.save(Contact("Jane Doe", emails=("jane.doe@acme.example",)))
    quick.text.setPlainText(SIGNATURE)
    qtbot.waitUntil(quick.known.isVisible)
    assert "Jane Doe" in quick.known.text()
    with qtbot.waitSignal(quick.open_person) as opened:
        quick.known.click()
    assert opened.args == [known]
    assert not quick.isVisible()


def test_the_keyboard_stays_in_the_box_until_escape(quick: QuickCapture) -> None:
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert quick.isAncestorOf(focus)
    press(Qt.Key.Key_Escape)
    assert not quick.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "beneath"


def test_dates_of_next_steps_are_working_days(quick: QuickCapture) -> None:
    words = [quick.step.itemText(row) for row in range(quick.step.count())]
    assert words[0].startswith("Coffee on ")
    assert not any(day in word for word in words for day in ("Saturday", "Sunday"))
