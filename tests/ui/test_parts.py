"""The parts that pages are made of: what they say, what they take for text, and what keys do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cardkeeper.translation import use_language
from ui import theme
from ui.composer.facts import FactButton
from ui.key_words import key_names, keys_in_words
from ui.parts import (
    Button,
    Chip,
    Choice,
    ElidedLabel,
    FieldNote,
    FocusRings,
    IconButton,
    KeyCaps,
    Label,
    LineField,
    Notice,
    Segments,
    fit_words,
)
from ui.parts.focus import _Ring
from ui.review.options import Option, OptionButton


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(400, 300)
    QVBoxLayout(widget).setContentsMargins(20, 20, 20, 20)
    qtbot.addWidget(widget)
    return widget


def put(qtbot: QtBot, place: QWidget, *parts: QWidget) -> None:
    layout = place.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)


def test_what_stands_on_a_card_is_never_taken_for_markup() -> None:
    text = "<b>Ada</b> & <img src='http://example.org/x.png'>"
    for label in (Label(text), ElidedLabel(text)):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert Label(text).text() == text


def test_a_button_without_room_gives_up_its_keys_before_its_words(place: QWidget, qtbot: QtBot) -> None:
    tight, plain = Button("Review", keys="Ctrl+R", shortcut=False), Button("Review")
    put(qtbot, place, tight, plain)
    tight.setFixedWidth(plain.width())
    assert tight.grab().toImage() == plain.grab().toImage()


def test_buttons_without_room_for_words_show_their_icons_and_keep_their_names(place: QWidget, qtbot: QtBot) -> None:
    wordless = Button("Review", icon="check")
    fit_words((wordless,), wordless.full_width() - 1)
    put(qtbot, place, wordless)
    assert wordless.width() < wordless.full_width()
    assert (wordless.toolTip(), wordless.accessibleName()) == ("Review", "Review")
    fit_words((wordless,), wordless.full_width())
    assert wordless.sizeHint().width() == wordless.full_width()
    assert wordless.toolTip() == ""


def test_ways_without_room_are_told_by_icons_and_keep_their_names(place: QWidget, qtbot: QtBot) -> None:
    ways = Segments([("board", "Board", "view-column-outline"), ("list", "List", "format-list-bulleted")])
    put(qtbot, place, ways)
    wide = ways.sizeHint().width()
    ways.set_bare(True)
    assert ways.sizeHint().width() < wide
    assert ways.segment("list").accessibleName() == ways.segment("list").toolTip() == "List"


def test_a_name_in_letters_from_right_to_left_stands_where_every_name_does(place: QWidget, qtbot: QtBot) -> None:
    label = Label("דוד")
    put(qtbot, place, label)
    image = label.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    assert max(inked) < image.width() // 2


def test_a_text_without_room_ends_in_dots_and_tells_all_of_it(place: QWidget, qtbot: QtBot) -> None:
    label = ElidedLabel("Regional Manager of the Northwestern and Pacific Territories and more than that")
    put(qtbot, place, label)
    QApplication.processEvents()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole_text()


def test_a_button_shows_its_keys_and_answers_them(place: QWidget, qtbot: QtBot) -> None:
    button = Button("Accept", "primary", keys="Ctrl+D")
    put(qtbot, place, button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(place, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert button.accessibleName() == "Accept"


def test_new_words_keep_the_keys_of_a_button() -> None:
    button = Button("Undo", keys="Ctrl+Z")
    button.set_text("Redo")
    assert (button.text(), button.accessibleName(), button.shortcut().toString()) == ("Redo", "Redo", "Ctrl+Z")


def test_caps_name_keys_as_people_do() -> None:
    assert key_names("Ctrl+Shift+Z") == ("Ctrl", "Shift", "Z")
    assert key_names("Ctrl++") == ("Ctrl", "+")
    assert key_names("Return") == ("Enter",)
    assert KeyCaps("Ctrl+K").accessibleName() == "Ctrl K"


def test_keys_are_called_as_on_the_keyboards_of_the_language() -> None:
    use_language("de")
    try:
        assert keys_in_words("Ctrl+Shift+Return") == "Strg+Umschalt+Eingabe"
        assert IconButton("close", "Schließen", keys="Ctrl+W").toolTip() == "Schließen (Strg+W)"
    finally:
        use_language("en")


def test_segments_tell_what_a_person_chose_and_not_what_was_set(place: QWidget, qtbot: QtBot) -> None:
    segments = Segments([("coffee", "Coffee", "coffee-outline"), ("call", "Call", ""), ("none", "None", "")])
    put(qtbot, place, segments)
    told: list[str] = []
    segments.chosen.connect(told.append)
    segments.set_value("call")
    assert (segments.value(), told) == ("call", [])
    segments.segment("call").setFocus()
    QTest.keyClick(segments.segment("call"), Qt.Key.Key_Right)
    assert (segments.value(), told) == ("none", ["none"])


def test_a_field_says_its_state_in_words_too() -> None:
    note = FieldNote()
    note.warn("Needs a look: there is a town but no street")
    assert note.text() == "Needs a look: there is a town but no street"
    note.clear()
    assert note.isHidden()


def test_a_notice_says_its_sentence_to_screen_readers_and_goes_when_dismissed(place: QWidget, qtbot: QtBot) -> None:
    notice = Notice("error", "Could not be read.", "The file ends too early.", dismissable=True)
    put(qtbot, place, notice)
    assert notice.accessibleName() == "Could not be read. The file ends too early."
    close = next(button for button in notice.findChildren(Button) if button.accessibleName() == "Dismiss")
    close.click()
    assert notice.isHidden()


def test_a_chip_that_can_go_says_what_goes() -> None:
    chip = Chip("Tier: A", removable=True)
    names = [button.accessibleName() for button in chip.findChildren(Button)]
    assert names == ["Remove Tier: A"]


def test_the_ring_is_around_what_has_the_keyboard_and_goes_with_it(
    place: QWidget, qtbot: QtBot, qapp: QApplication
) -> None:
    rings = FocusRings(qapp)
    first, second, choice = LineField(name="Name"), LineField(name="Company"), Choice(name="How")
    put(qtbot, place, first, second, choice)
    for field in (first, second, choice):
        field.setFocus()
        (ring,) = [ring for ring in place.findChildren(_Ring) if ring.isVisible()]
        assert ring.geometry() == field.geometry().adjusted(-3, -3, 3, 3)
    rings.close()


def test_rings_follow_a_field_that_moves(place: QWidget, qtbot: QtBot, qapp: QApplication) -> None:
    rings = FocusRings(qapp)
    field = LineField(name="Name")
    put(qtbot, place, field)
    field.setFocus()
    field.move(50, 120)
    (ring,) = [ring for ring in place.findChildren(_Ring) if ring.isVisible()]
    assert ring.geometry().topLeft() == field.geometry().topLeft() - (
        ring.rect().topLeft() + field.rect().topLeft()
    ) - (type(ring.pos())(3, 3))
    rings.close()


def test_where_the_mouse_has_led_a_button_shows_its_ring_once_a_key_is_pressed(
    place: QWidget, qtbot: QtBot, qapp: QApplication
) -> None:
    rings = FocusRings(qapp)
    first, second = Button("Open"), Button("Log a talk")
    put(qtbot, place, first, second)
    first.clicked.connect(second.setFocus)

    def shown() -> int:
        return len([ring for ring in place.findChildren(_Ring) if ring.isVisible()])

    window = place.window().windowHandle()
    spot = first.mapTo(place.window(), first.rect().center())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert second.hasFocus()
    assert shown() == 0
    QTest.keyClick(window, Qt.Key.Key_Shift)
    assert shown() == 1
    QTest.keyClick(window, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    assert shown() == 1
    rings.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_with_the_keyboard_is_pressed_by_space_and_by_enter(key: Qt.Key, place: QWidget, qtbot: QtBot) -> None:
    buttons = (
        Button("Yes, invited"),
        IconButton("close", "Close"),
        FactButton("Sails"),
        OptionButton(1, Option("a", print)),
    )
    put(qtbot, place, *buttons)
    for button in buttons:
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)


def test_a_key_that_is_still_held_presses_no_button(place: QWidget, qtbot: QtBot) -> None:
    """Enter held at the last card of a review must not open the next page and write into a letter there."""
    button = Button("Open Today", parent=place)
    with qtbot.assertNotEmitted(button.clicked):
        QApplication.sendEvent(
            button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        )


def test_a_button_says_what_it_does_also_where_only_its_icon_shows(place: QWidget, qtbot: QtBot) -> None:
    button = Button("Save .ics", icon="calendar-plus", tip="The meeting as a file")
    put(qtbot, place, button)
    assert (button.toolTip(), button.accessibleDescription()) == ("The meeting as a file", "The meeting as a file")
    button.set_bare(True)
    assert button.toolTip() == "Save .ics. The meeting as a file"
    button.set_bare(False)
    assert button.toolTip() == "The meeting as a file"
