"""Somebody before the window: what the journeys do with it, and how they look at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.inbox import InboxPage
from ui.review import ReviewPage

NONE = Qt.KeyboardModifier.NoModifier


class Person:
    """Somebody before the window: drops files, types, presses keys, waits, and looks."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.window, self.library = desk.window, desk.session.library

    def drops(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        entering = QDragEnterEvent(QPoint(400, 300), copy, data, left, NONE)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(400, 300), copy, data, left, NONE))

    def waits_until(self, condition: Callable[[], bool], seconds: int = 240) -> None:
        self.qtbot.waitUntil(condition, timeout=1000 * seconds)

    def types(self, text: str) -> None:
        QTest.keyClicks(self.keyboard_at(), text)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.keyboard_at(), key, modifier)
        QApplication.processEvents()

    def keyboard_at(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def inbox(self) -> InboxPage:
        page = self.window.pages.page("inbox")
        assert isinstance(page, InboxPage)
        return page

    @property
    def review(self) -> ReviewPage:
        page = self.window.pages.page("review")
        assert isinstance(page, ReviewPage)
        return page
