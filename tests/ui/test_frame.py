"""What is seen first, and how it is filled: one window from the first moment on, whatever stands in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from cardkeeper import settings
from tests.ui.lived_in import NOW, fill, open_library
from ui.app import Desk
from ui.frame import GROUND, RAIL, Frame, fits, remembered


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    library = open_library(tmp_path / "library")
    fill(library)
    frame = Frame({})
    frame.show()
    desk = Desk(qapp, library, lambda: NOW, frame)
    yield desk
    frame.close()
    desk.close()
    frame.deleteLater()


def colour_at(frame: Frame, x: int, y: int) -> str:
    return QColor(frame.grab().toImage().pixel(QPoint(x, y))).name().upper()


@pytest.mark.parametrize("dark", [False, True])
def test_the_ground_is_seen_before_anything_else(dark: bool, qtbot: QtBot) -> None:
    frame = Frame({"theme": "dark" if dark else "light"})
    qtbot.addWidget(frame)
    window, rail, _border = GROUND[dark]
    assert colour_at(frame, 20, 100) == rail
    assert colour_at(frame, RAIL + 100, 100) == window


def test_settings_that_make_no_sense_are_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    for nonsense in ({"theme": 7, "text_size": "big", "window": 12}, {"window": "ä!"}, {"text_size": -1}):
        frame = Frame(nonsense)
        qtbot.addWidget(frame)
        assert frame.windowState() is Qt.WindowState.WindowMaximized or frame.size() == QSize(1280, 800)
    assert remembered(tmp_path) == {}
    (tmp_path / "settings.json").write_text("[1]", encoding="utf-8")
    assert remembered(tmp_path) == {}
    (tmp_path / "settings.json").write_text(json.dumps({"theme": "dark"}), encoding="utf-8")
    assert remembered(tmp_path) == {"theme": "dark"}


def test_a_first_window_never_reaches_under_the_edge_of_a_small_screen(qtbot: QtBot) -> None:
    assert not fits(QSize(1280, 800))
    assert not fits(QSize(1366, 768))
    assert fits(QSize(1440, 900))
    frame = Frame({})
    qtbot.addWidget(frame)
    small = not fits(frame.screen().availableSize())
    assert (frame.windowState() is Qt.WindowState.WindowMaximized) is small


def test_the_main_window_fills_it(desk: Desk) -> None:
    frame = desk.window.window()
    assert isinstance(frame, Frame)
    assert desk.window.isVisible()
    assert desk.window.size() == frame.size()
    frame.resize(1000, 700)
    QApplication.processEvents()
    assert desk.window.size() == frame.size()


def test_another_language_fills_the_same_window(desk: Desk, qtbot: QtBot) -> None:
    frame, before = desk.window.window(), desk.window
    desk.session.keep(replace(desk.session.settings, language="de"))
    qtbot.waitUntil(lambda: desk.window is not before)
    assert desk.window.window() is frame
    assert frame.isVisible()
    assert desk.window.isVisible()
    desk.session.keep(replace(desk.session.settings, language="en"))
    qtbot.waitUntil(lambda: desk.window.rail.settings_button.text() == "Settings")


def test_closing_it_remembers_where_it_was(desk: Desk, tmp_path: Path) -> None:
    frame = desk.window.window()
    frame.resize(720, 560)
    frame.close()
    assert not frame.isVisible()
    again = Frame(remembered(tmp_path / "library"))
    assert (again.width(), again.height()) == (720, 560)
    again.deleteLater()
    assert settings.load(tmp_path / "library").settings.window


def test_closing_what_is_in_it_closes_it(desk: Desk) -> None:
    frame = desk.window.window()
    desk.window.close()
    assert not frame.isVisible()


def test_started_again_the_whole_window_comes_forward(desk: Desk) -> None:
    frame = desk.window.window()
    frame.showMinimized()
    desk.come_forward(())
    assert not frame.isMinimized()
    assert frame.isVisible()


def test_it_holds_one_thing_at_a_time(qtbot: QtBot) -> None:
    frame = Frame({})
    qtbot.addWidget(frame)
    frame.show()
    first, second = QLabel("first"), QLabel("second")
    frame.hold(first)
    frame.hold(second)
    assert not first.isVisible()
    assert second.isVisible()
    first.deleteLater()
