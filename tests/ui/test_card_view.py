"""The picture of a card: what is lit, what can be pointed at, and how far it zooms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cardkeeper.model.geometry import Box
from ui.card_view import CardView, Mark, Place


@pytest.fixture
def view(qtbot: QtBot) -> CardView:
    view = CardView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    picture = QPixmap(500, 300)
    picture.fill(Qt.GlobalColor.white)
    view.show_picture(picture, QSizeF(1000, 600), dark=False)
    view.show_places(
        (
            Place("name", Box(100, 60, 500, 120), Mark.OTHER, "Name"),
            Place("mail", Box(100, 300, 500, 360), Mark.LOOK, "E-mail"),
            Place("mail", Box(600, 300, 900, 360), Mark.LOOK, "E-mail"),
        )
    )
    view.show()
    qtbot.waitExposed(view)
    return view


def middle_of(view: CardView, key: str) -> QPoint:
    return view.places_of(key)[0].center().toPoint()


def test_pointing_at_a_place_tells_whose_it_is(view: CardView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.clicked) as told:
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle_of(view, "mail")
        )
    assert told.args[0].key == "mail"


def test_dragging_the_picture_points_at_nothing(view: CardView, qtbot: QtBot) -> None:
    begin = middle_of(view, "name")
    with qtbot.assertNotEmitted(view.clicked):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
        QTest.mouseMove(view.viewport(), begin + QPoint(40, 10))
        QTest.mouseRelease(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin + QPoint(40, 10)
        )


def test_boxes_follow_the_picture_when_it_is_zoomed(view: CardView) -> None:
    before = view.places_of("name")[0].width()
    view.zoom_in()
    assert view.places_of("name")[0].width() == pytest.approx(before * 1.25, abs=2)
    view.fit()
    assert view.places_of("name")[0].width() == pytest.approx(before, abs=2)


def test_a_lit_field_comes_into_sight(view: CardView) -> None:
    for _ in range(8):
        view.zoom_in()
    view.light("mail")
    seen = view.viewport().rect()
    assert any(seen.intersects(place.toRect()) for place in view.places_of("mail"))
    assert view.lit_key() == "mail"


def test_what_is_lit_stays_lit_when_the_marks_are_drawn_anew(view: CardView) -> None:
    view.light("name")
    view.show_places((Place("name", Box(0, 0, 10, 10)),))
    assert view.lit_key() == "name"
    assert len(view.places_of("name")) == 1
    assert view.places_of("mail") == ()


def test_a_picture_of_one_pixel_is_shown_and_not_blown_up(qtbot: QtBot) -> None:
    view = CardView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    dot = QPixmap(1, 1)
    dot.fill(Qt.GlobalColor.black)
    view.show_picture(dot, QSizeF(1, 1), dark=True)
    view.show_places((Place("name", Box(0, 0, 1, 1), Mark.LIT, "Name"),))
    assert view.transform().m11() <= 3.0


def test_keys_zoom_and_letters_are_left_to_the_page(view: CardView) -> None:
    before = view.transform().m11()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.transform().m11() > before
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.transform().m11() == pytest.approx(before)
