"""A library with a password: asked for in the window, set, changed and taken away among the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cardkeeper.library import PASSWORDS, Library, Reason, WrongPassword, has_password, new_key, reseal, unlocked
from cardkeeper.library.places import DATABASE
from tests.core.library.samples import NOW, add_card
from tests.core.library.test_password import lies_open
from tests.helpers_window import Heart, worst
from tests.ui.lived_in import session_on
from ui.app import Desk, Door
from ui.frame import Frame
from ui.password_field import strength_words
from ui.preferences import PreferencesPage
from ui.preferences.password import PasswordPanel
from ui.preferences.password_form import PasswordForm
from ui.unlock import UnlockPage, WorkingPage

pytestmark = pytest.mark.skipif(not PASSWORDS, reason="sqlcipher3 has no wheel for this machine")

SECRET = "four words that hold"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library without a password, with two people, their cards and a backup."""
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        add_card(library, "Norma R. Jones")
        add_card(library, "Ada King")
        library.backups.make(Reason.ASKED, NOW)
    return folder


class Entrance:
    """The window on a library, as somebody comes to it."""

    def __init__(self, folder: Path, qtbot: QtBot, app: QApplication) -> None:
        self.folder, self._qtbot = folder, qtbot
        self.frame = Frame({})
        self.ended_with: list[int] = []
        self.door = Door(app, self.frame, folder, leave=self.ended_with.append)
        self.door.open()
        self.frame.show()

    @property
    def desk(self) -> Desk:
        assert self.door.desk
        return self.door.desk

    @property
    def asking(self) -> UnlockPage:
        assert isinstance(self.door.page, UnlockPage)
        return self.door.page

    @property
    def panel(self) -> PasswordPanel:
        self.desk.window.opening.set_up("password")
        return cast("PreferencesPage", self.desk.window.pages.current).password

    @property
    def form(self) -> PasswordForm:
        form = cast("PreferencesPage", self.desk.window.pages.current).password.form
        assert form
        return form

    def until(self, what: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(what()), timeout=30_000)

    def opens(self, text: str) -> None:
        """Type a password, and Enter."""
        self.types(self.asking.field.line, text)
        QTest.keyClick(self.asking.field.line, Qt.Key.Key_Return)

    def types(self, line: QLineEdit, text: str) -> None:
        line.setFocus()
        line.clear()
        QTest.keyClicks(line, text)

    def sets(self, text: str, again: str = "") -> None:
        self.panel.set_button.click()
        self.types(self.form.new.line, text)
        self.types(self.form.again.line, again or text)
        self.form.do.click()

    def leaves(self) -> None:
        self.door.close()
        self.frame.close()
        self.frame.deleteLater()


@pytest.fixture
def enter(folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[], Entrance]]:
    """Open the window on the library; it is closed with the test."""
    entrances: list[Entrance] = []

    def open_window() -> Entrance:
        entrances.append(Entrance(folder, qtbot, qapp))
        return entrances[-1]

    yield open_window
    for entrance in entrances:
        entrance.leaves()


@pytest.fixture
def sealed(folder: Path) -> Path:
    reseal(folder, None, new_key(SECRET), NOW)
    return folder


def test_the_window_asks_for_the_password_and_opens_with_it(sealed: Path, enter: Callable[[], Entrance]) -> None:
    entrance = enter()
    assert entrance.door.desk is None
    entrance.opens("a wrong one")
    entrance.until(entrance.asking.note.text)
    assert "That is not the password" in entrance.asking.note.text()
    assert entrance.asking.field.line.selectedText() == "a wrong one"
    entrance.opens(SECRET)
    entrance.until(lambda: entrance.door.desk)
    assert {row.name for row in entrance.desk.session.library.people.rows()} == {"Norma R. Jones", "Ada King"}


def test_the_eye_shows_what_is_typed(sealed: Path, enter: Callable[[], Entrance]) -> None:
    field = enter().asking.field
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field.eye.click()
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Hide the password"
    field.eye.click()
    assert field.line.echoMode() == QLineEdit.EchoMode.Password


def test_the_window_goes_on_while_a_password_is_tried(
    sealed: Path, enter: Callable[[], Entrance], qtbot: QtBot
) -> None:
    entrance = enter()
    heart = Heart(entrance.door)
    heart.start()
    entrance.opens("a wrong one")
    entrance.until(entrance.asking.note.text)
    heart.stop()
    assert worst(heart.work)[0] < 50


def test_a_password_is_set_in_the_settings(folder: Path, enter: Callable[[], Entrance]) -> None:
    entrance = enter()
    entrance.panel.set_button.click()
    assert entrance.form.backups.text() == "Seal 1 earlier backup, too"
    assert entrance.form.backups.isChecked()
    entrance.sets(SECRET)
    entrance.until(lambda: entrance.door.desk and entrance.desk.session.library.key)
    assert entrance.panel.state.text().startswith("This library has a password.")
    assert unlocked(folder, SECRET) == entrance.desk.session.library.key
    assert list(lies_open(folder)) == []
    assert not entrance.panel.seal_button.isVisibleTo(entrance.panel)


def test_a_password_that_was_mistyped_the_second_time_is_not_set(folder: Path, enter: Callable[[], Entrance]) -> None:
    entrance = enter()
    entrance.sets(SECRET, "four words that hole")
    assert entrance.form.note.text() == "The two are not the same. Type it once more."
    assert entrance.form.again.line.hasSelectedText()
    assert not has_password(folder)


def test_earlier_backups_may_stay_open_and_are_sealed_later(folder: Path, enter: Callable[[], Entrance]) -> None:
    entrance = enter()
    entrance.panel.set_button.click()
    entrance.form.backups.setChecked(False)
    entrance.types(entrance.form.new.line, SECRET)
    entrance.types(entrance.form.again.line, SECRET)
    entrance.form.do.click()
    entrance.until(lambda: entrance.door.desk and entrance.desk.session.library.key)
    assert entrance.panel.left.text() == "1 earlier backup has no password, or another one."
    assert list(lies_open(folder))
    entrance.panel.seal_button.click()
    entrance.until(lambda: entrance.door.desk and not list(lies_open(folder)))


def test_a_password_is_changed_only_by_who_knows_it(sealed: Path, enter: Callable[[], Entrance]) -> None:
    entrance = enter()
    entrance.opens(SECRET)
    entrance.until(lambda: entrance.door.desk)
    entrance.panel.change_button.click()
    entrance.types(entrance.form.present.line, "guessed")
    for field in (entrance.form.new, entrance.form.again):
        entrance.types(field.line, "another one, longer")
    entrance.form.do.click()
    entrance.until(entrance.form.present_note.text)
    assert "That is not the password" in entrance.form.present_note.text()
    entrance.types(entrance.form.present.line, SECRET)
    before = entrance.desk
    entrance.form.do.click()
    entrance.until(lambda: entrance.door.desk not in (before, None))
    assert unlocked(sealed, "another one, longer") == entrance.desk.session.library.key
    with pytest.raises(WrongPassword):
        unlocked(sealed, SECRET)


def test_a_password_is_taken_away_again(sealed: Path, enter: Callable[[], Entrance]) -> None:
    entrance = enter()
    entrance.opens(SECRET)
    entrance.until(lambda: entrance.door.desk)
    entrance.panel.remove_button.click()
    entrance.types(entrance.form.present.line, SECRET)
    QTest.keyClick(entrance.form.present.line, Qt.Key.Key_Return)
    entrance.until(lambda: not has_password(sealed) and entrance.door.desk)
    assert entrance.panel.set_button.isVisibleTo(entrance.panel)


def test_escape_takes_the_question_back(folder: Path, enter: Callable[[], Entrance]) -> None:
    entrance = enter()
    panel = entrance.panel
    panel.set_button.click()
    QTest.keyClick(entrance.form.new.line, Qt.Key.Key_Escape)
    assert panel.form is None
    assert panel.set_button.isVisibleTo(panel)


def test_the_library_is_locked_when_one_leaves(sealed: Path, enter: Callable[[], Entrance]) -> None:
    entrance = enter()
    entrance.opens(SECRET)
    entrance.until(lambda: entrance.door.desk)
    entrance.panel.lock_button.click()
    entrance.until(lambda: isinstance(entrance.door.page, UnlockPage))
    assert entrance.door.desk is None
    entrance.opens(SECRET)
    entrance.until(lambda: entrance.door.desk)


def test_stopping_leaves_the_library_without_a_password(folder: Path, enter: Callable[[], Entrance]) -> None:
    with Library.open(folder) as library:
        for number in range(200):
            library.files.keep_bytes(b"picture %d" % number, ".jpg")
    entrance = enter()
    entrance.sets(SECRET)
    entrance.until(lambda: isinstance(entrance.door.page, WorkingPage))
    working = entrance.door.page
    assert isinstance(working, WorkingPage)
    working.button.click()
    entrance.until(lambda: entrance.door.desk)
    assert not has_password(folder)
    assert entrance.desk.window.notice.isVisibleTo(entrance.desk.window)


def test_where_cards_can_only_be_read_no_password_is_set(folder: Path, qtbot: QtBot) -> None:
    with Library.open(folder, read_only=True) as library:
        panel = PasswordPanel(session_on(library))
        qtbot.addWidget(panel)
        assert not panel.set_button.isEnabled()


def test_a_damaged_library_with_a_password_is_no_wrong_password(
    sealed: Path, enter: Callable[[], Entrance], capfd: pytest.CaptureFixture[str]
) -> None:
    path = sealed / DATABASE
    data = bytearray(path.read_bytes())
    data[3 * 4096 + 100] ^= 0xFF
    path.write_bytes(data)
    entrance = enter()
    entrance.opens(SECRET)
    entrance.until(lambda: entrance.ended_with)
    assert entrance.ended_with == [3]
    assert "is damaged" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("password", "said"), [("", ""), ("secret", "Very short"), ("secret again", "Rather short"), (SECRET, "")]
)
def test_a_short_password_is_said_to_be_short(password: str, said: str) -> None:
    assert strength_words(password).startswith(said)
    assert bool(strength_words(password)) is bool(said)
