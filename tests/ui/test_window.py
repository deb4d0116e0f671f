"""The window around the pages: where one gets to, what it says, and how it takes files in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cardkeeper import settings
from cardkeeper.errors import WorldError
from cardkeeper.library import Reason
from cardkeeper.model.people import Contact, Phone, Position
from tests.ui.lived_in import NOW, open_library
from tests.ui.waiting_cards import BOBBY, Drop
from ui import language, theme
from ui.app import Desk
from ui.importing import ImportingPage
from ui.jobs import FileState
from ui.splitter import Splitter


class Clock:
    """A clock that a test can put forward."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Desks:
    """Windows on one library, one after another."""

    def __init__(self, app: QApplication, qtbot: QtBot, folder: Path, clock: Clock) -> None:
        self._app, self._qtbot, self._folder, self._clock = app, qtbot, folder, clock
        self._open: Desk | None = None

    def open(self) -> Desk:
        self._open = desk = Desk(self._app, open_library(self._folder, self._clock), self._clock)
        desk.window.resize(1280, 800)
        desk.window.show()
        desk.window.activateWindow()
        self._qtbot.waitUntil(desk.window.isActiveWindow)
        return desk

    def shut(self) -> None:
        """As a person closes the window."""
        if self._open is not None:
            self._open.window.close()
            self._open.close()
            self._open = None


@pytest.fixture
def desks(qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    desks = Desks(qapp, qtbot, tmp_path / "library", clock)
    yield desks
    desks.shut()
    theme.apply(qapp, "light", 100)
    language.apply("en")


@pytest.fixture
def desk(desks: Desks) -> Desk:
    return desks.open()


def shown(desk: Desk) -> str:
    page = desk.window.pages.current
    return page.name if page else ""


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, modifier)


def type_in(desk: Desk, text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or desk.window, text)


def drop(desk: Desk, *paths: Path, over: QWidget | None = None) -> None:
    """Let files go over the window or a part of it, as a file manager does."""
    place = over or desk.window
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(600, 400).toPoint(), copy, data, left, none)
    QApplication.sendEvent(place, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(place, QDropEvent(QPointF(600, 400), copy, data, left, none))


def test_it_opens_on_the_inbox_with_the_keyboard_in_the_page(desk: Desk) -> None:
    assert shown(desk) == "inbox"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert desk.window.stack.isAncestorOf(focus)


def test_keys_go_to_each_page_of_the_rail(desk: Desk) -> None:
    for key, name in ((Qt.Key.Key_2, "today"), (Qt.Key.Key_3, "people"), (Qt.Key.Key_1, "inbox")):
        press(desk, key)
        assert shown(desk) == name


def test_only_the_page_that_was_asked_for_is_seen(desk: Desk) -> None:
    for name in ("preferences", "today", "people", "preferences", "inbox"):
        desk.window.go(name)
        visible = [page for page in (desk.window.stack.widget(at) for at in range(desk.window.stack.count()))
                   if page is not None and page.isVisible()]  # fmt: skip
        assert [page.name for page in visible] == [name]  # type: ignore[attr-defined]  # pages only


def test_the_rail_counts_what_waits(desk: Desk, qtbot: QtBot) -> None:
    Drop(desk.session.library).add(BOBBY)
    desk.session.library.people.save(Contact("Frida Björklund"))
    qtbot.waitUntil(lambda: desk.window.rail.count("inbox") == 1 and desk.window.rail.count("people") == 1)


def test_cards_that_are_read_meanwhile_leave_in_sight_what_ctrl_z_would_undo(desk: Desk) -> None:
    library = desk.session.library
    drop = Drop(library)
    with library.transaction("Added 1 card", step="drop"):
        drop.add(BOBBY)
    library.people.save(Contact("Frida Björklund"))
    with library.transaction("Added 2 cards", step="drop"):
        drop.add(BOBBY)
    assert "Frida Björklund" in desk.window.status.sentence.whole_text()
    desk.window.status.link.click()
    assert library.people.rows() == ()


def test_what_was_done_is_said_and_can_be_undone_from_there(desk: Desk) -> None:
    desk.session.library.people.save(Contact("Frida Björklund"))
    assert "Frida Björklund" in desk.window.status.sentence.whole_text()
    desk.window.status.link.click()
    assert desk.session.library.people.rows() == ()
    assert desk.window.status.sentence.whole_text().startswith("Undone")
    desk.window.status.link.click()
    assert len(desk.session.library.people.rows()) == 1


def test_what_can_not_be_undone_is_said_without_a_way_back(desk: Desk) -> None:
    """The way back that stood there led to what is no more."""
    library = desk.session.library
    backup = library.backups.make(Reason.ASKED, NOW)
    library.people.save(Contact("Frida Björklund"))
    library.restore(backup.path)
    assert desk.window.status.sentence.whole_text() == "Restored a backup"
    assert not desk.window.status.link.isVisible()


def test_backups_and_password_are_found_by_name(desk: Desk) -> None:
    desk.window.everywhere.open_palette()
    QTest.keyClicks(desk.window.everywhere.palette.line, ">restore")
    QTest.keyClick(desk.window.everywhere.palette.line, Qt.Key.Key_Return)
    current = desk.window.pages.current
    assert current is not None
    assert current.name == "preferences"


def test_ctrl_z_undoes_also_from_a_field_where_nothing_was_typed(desk: Desk) -> None:
    desk.session.library.people.save(Contact("Frida Björklund"))
    press(desk, Qt.Key.Key_K)
    press(desk, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    desk.window.go("people")
    desk.window.pages.page("people").start_find()
    press(desk, Qt.Key.Key_Z)
    assert desk.session.library.people.rows() == ()


def test_ctrl_z_in_a_field_takes_back_what_was_typed_there_first(desk: Desk) -> None:
    desk.session.library.people.save(Contact("Frida Björklund"))
    desk.window.go("people")
    desk.window.pages.page("people").start_find()
    type_in(desk, "fri")
    press(desk, Qt.Key.Key_Z)
    assert len(desk.session.library.people.rows()) == 1


def test_an_error_of_the_world_stands_in_the_window_until_dismissed(desk: Desk) -> None:
    desk.session.fail(WorldError("The disk is full.", "Make room, then do it again."))
    assert desk.window.notice.isVisible()
    assert desk.window.notice.message() == "The disk is full. Make room, then do it again."


def test_files_dropped_anywhere_are_read_and_what_can_not_be_read_says_so(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.window.go("today")
    empty = tmp_path / "empty.jpg"
    empty.write_bytes(b"")
    with qtbot.waitSignal(desk.jobs.finished, timeout=120_000):
        drop(desk, empty)
        assert shown(desk) == "inbox"
    (job,) = desk.jobs.files()
    assert job.state is FileState.FAILED
    assert job.message
    assert job.remedy


def test_files_dropped_on_a_field_are_read_too_and_no_text_for_it(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.window.go("people")
    desk.window.pages.page("people").start_find()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    empty = tmp_path / "empty.jpg"
    empty.write_bytes(b"")
    with qtbot.waitSignal(desk.jobs.finished, timeout=120_000):
        drop(desk, empty, over=field)
    assert field.text() == ""
    assert len(desk.jobs.files()) == 1


def test_started_again_it_comes_forward_and_takes_the_files(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.window.showMinimized()
    (tmp_path / "broken.jpg").write_bytes(b"no picture at all")
    desk.come_forward((tmp_path / "broken.jpg",))
    assert desk.window.isVisible()
    assert not desk.window.isMinimized()
    qtbot.waitUntil(lambda: [file.state for file in desk.jobs.files()] == [FileState.FAILED], timeout=120_000)


def test_pasting_nothing_says_so(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.window.coming_in.paste()
    assert "clipboard" in desk.window.status.sentence.whole_text()


def test_a_pasted_picture_is_read_as_a_file(desk: Desk, qtbot: QtBot) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(picture)
    desk.window.coming_in.paste()
    qtbot.waitUntil(lambda: len(desk.jobs.files()) == 1, timeout=10_000)
    assert desk.jobs.files()[0].path.suffix == ".png"
    desk.jobs.cancel()


def test_dark_is_dark_at_once_and_after_a_restart(desk: Desk, desks: Desks) -> None:
    desk.session.keep(replace(desk.session.settings, theme="dark"))
    assert theme.is_dark()
    desks.shut()
    again = desks.open()
    assert again.session.settings.theme == "dark"
    assert theme.is_dark()


@pytest.mark.parametrize(("size", "percent"), [((1000, 640), 100), ((1280, 800), 200), ((1000, 640), 200)])
def test_large_text_and_small_windows_keep_everything_within_the_window(
    desk: Desk, size: tuple[int, int], percent: int
) -> None:
    Drop(desk.session.library).add(BOBBY)
    desk.session.keep(replace(desk.session.settings, text_size=percent))
    desk.window.resize(*size)
    for name in ("inbox", "review", "today", "people", "preferences"):
        desk.window.go(name)
        QApplication.processEvents()
        assert (desk.window.width(), desk.window.height()) == size, f"{name} needs more room"


def test_the_rail_shrinks_to_icons_where_there_is_little_room(desk: Desk) -> None:
    assert desk.window.rail.width() == 208
    desk.window.resize(860, 640)
    QApplication.processEvents()
    assert desk.window.rail.width() == 56


def test_at_midnight_the_pages_show_the_new_day(desk: Desk, clock: Clock, qtbot: QtBot) -> None:
    desk.window.go("today")
    page = desk.window.pages.page("today")
    before = page.header.state()  # type: ignore[attr-defined]  # every page has a header
    clock.now += timedelta(days=1)
    desk.window.days.look()
    qtbot.waitUntil(lambda: page.header.state() != before)  # type: ignore[attr-defined]


def test_the_window_remembers_where_it_was(desk: Desk, desks: Desks, tmp_path: Path) -> None:
    desk.window.resize(1100, 700)
    desks.shut()
    assert settings.load(tmp_path / "library").settings.window


def test_ctrl_k_finds_a_person_without_accents_and_opens_them(desk: Desk) -> None:
    frida = Contact("Frida Björklund", (Position(company="Ali AB"),), phones=(Phone("+46 8 390 86 92"),))
    desk.session.library.people.save(frida)
    press(desk, Qt.Key.Key_K)
    type_in(desk, "fri bjo")
    press(desk, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert shown(desk) == "person"
    assert not desk.window.everywhere.palette.isVisible()


def palette_lines(desk: Desk) -> list[str]:
    lines = desk.window.everywhere.palette.lines
    return [str(lines.data(lines.index(row))) for row in range(lines.rowCount())]


def test_ctrl_k_finds_a_name_in_spite_of_a_slip_and_words_in_what_was_written(desk: Desk) -> None:
    people = desk.session.library.people
    people.save(Contact("Frida Björklund"))
    people.save(Contact("Theodor Speer", notes="Their new house is nearly done. She moves to Varberg in May."))
    press(desk, Qt.Key.Key_K)
    type_in(desk, "bjorklnud")
    assert "Frida Björklund" in palette_lines(desk)
    desk.window.everywhere.palette.line.clear()
    type_in(desk, "varberg")
    found = "Theodor Speer: …is nearly done. She moves to Varberg in May."
    assert palette_lines(desk) == ["Found in notes and cards", found]


def test_who_was_seen_last_is_offered_first_also_after_a_restart(desk: Desk, desks: Desks) -> None:
    ada = desk.session.library.people.save(Contact("Ada Lovelace"))
    desk.window.open_person(ada)
    desk.window.go("today")
    press(desk, Qt.Key.Key_K)
    assert palette_lines(desk)[:2] == ["Recent", "Ada Lovelace"]
    desk.session.library.people.delete(ada)
    desks.shut()
    again = desks.open()
    again.window.pages.show("inbox")
    press(again, Qt.Key.Key_K)
    assert palette_lines(again)[:2] == ["Recent", "Today"]


def test_tab_narrows_to_a_person_and_what_can_be_done_with_them(desk: Desk) -> None:
    people = desk.session.library.people
    people.save(Contact("Ada One", phones=(Phone("+46 8 390 86 92"),)))
    people.save(Contact("Ada Two", emails=("ada@two.example",)))
    press(desk, Qt.Key.Key_K)
    type_in(desk, "ada")
    if palette_lines(desk)[1] == "Ada One":
        press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    press(desk, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert palette_lines(desk) == [
        "People", "Ada Two", "Do something with Ada Two", "Write to ada@two.example", "Log a talk", "Invite",
            "Introduce to somebody",
    ]  # fmt: skip
    for _ in range(2):
        press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    press(desk, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert shown(desk) == "person"


def test_the_palette_is_as_high_as_what_it_found(desk: Desk) -> None:
    for number in range(8):
        desk.session.library.people.save(Contact(f"Ada {number}"))
    desk.session.library.people.save(Contact("Adam Bell"))
    press(desk, Qt.Key.Key_K)
    box = desk.window.everywhere.palette.line.parentWidget()
    assert box is not None
    type_in(desk, "ada")
    many = box.height()
    type_in(desk, "m")
    assert box.height() < many
    press(desk, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


def test_the_palette_goes_to_pages_and_escape_gives_the_keyboard_back(desk: Desk) -> None:
    before = QApplication.focusWidget()
    press(desk, Qt.Key.Key_K)
    assert QApplication.focusWidget() is desk.window.everywhere.palette.line
    press(desk, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget() is before
    press(desk, Qt.Key.Key_K)
    type_in(desk, "sett")
    press(desk, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert shown(desk) == "preferences"


def test_a_mistake_of_ours_becomes_a_report_without_a_word_of_a_card(desk: Desk) -> None:
    desk.window.bug_notice.show_report("builtins.ValueError\n  page.py:1 in refresh")
    assert desk.window.bug_notice.isVisible()
    desk.window.bug_notice.copy_button.click()
    assert "builtins.ValueError\n" in QGuiApplication.clipboard().text()


def test_the_drawer_leads_to_who_was_never_followed_up(desk: Desk, qtbot: QtBot) -> None:
    desk.session.library.people.save(Contact("Frida Björklund"))
    qtbot.waitUntil(lambda: desk.window.rail.drawer_button.count == 1)
    desk.window.rail.drawer_button.click()
    assert shown(desk) == "today"
    page = desk.window.pages.page("today")
    assert "Frida Björklund" in str(page.view.currentIndex().data())  # type: ignore[attr-defined]  # the page of the day


def test_a_person_opened_from_the_table_goes_on_to_the_next_in_it(desk: Desk) -> None:
    people = desk.session.library.people
    first, second = people.save(Contact("Ada Bell")), people.save(Contact("Bea Cole"))
    desk.window.go("people")
    desk.window.open_person(first)
    assert desk.window.pages.page("people").listed() == (first, second)
    press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert "Bea Cole" in desk.window.pages.page("person").header.name.text()  # type: ignore[attr-defined]


def rail_of(desk: Desk) -> list[str]:
    pages = desk.window.rail.pages.model()
    return [pages.index(row, 0).data() for row in range(pages.rowCount())]


def test_another_language_holds_at_once_and_the_page_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.window.go("preferences")
    desk.session.keep(replace(desk.session.settings, language="de"))
    qtbot.waitUntil(lambda: rail_of(desk)[:3] == ["Eingang", "Heute", "Personen"])
    assert desk.window.pages.current is not None
    assert desk.window.pages.current.name == "preferences"
    assert desk.window.isVisible()
    assert language.number(2148) == "2.148"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_the_language_is_remembered(desks: Desks) -> None:
    first = desks.open()
    first.session.keep(replace(first.session.settings, language="de"))
    desks.shut()
    assert rail_of(desks.open())[1] == "Heute"


def test_what_was_pasted_is_still_read_after_the_language_has_changed(desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(QImage(40, 20, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(desk.window.coming_in.taken):
        desk.window.coming_in.paste()
    qtbot.waitUntil(lambda: len(desk.jobs.files()) == 1)
    (pasted,) = desk.jobs.files()
    before = desk.window
    desk.session.keep(replace(desk.session.settings, language="de"))
    qtbot.waitUntil(lambda: desk.window is not before)
    assert pasted.path.exists()


def test_ctrl_n_takes_a_person_down_from_any_page(desk: Desk, qtbot: QtBot) -> None:
    desk.window.go("today")
    press(desk, Qt.Key.Key_N)
    type_in(desk, "Ada Lovelace")
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session.library.people.find("lovelace") != ())
    assert shown(desk) == "today"
    assert "Ada Lovelace" in desk.window.status.sentence.text()


def test_files_of_people_are_imported_wherever_they_are_dropped(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text("Name,Email\nAnn Lee,ann@x.example\n", encoding="utf-8")
    drop(desk, path)
    assert shown(desk) == "importing"
    page = cast("ImportingPage", desk.window.pages.current)
    qtbot.waitUntil(lambda: page.import_button.text() == "Import 1 person")
    with qtbot.waitSignal(page.settled):
        page.import_button.click()
    assert [row.name for row in desk.session.library.people.rows()] == ["Ann Lee"]
    press(desk, Qt.Key.Key_Z)
    assert desk.session.library.people.rows() == ()


def stands_at(splitter: Splitter, share: float) -> bool:
    return abs(splitter.shares()[0] - share) < 0.02


def test_the_page_and_the_panes_are_as_they_were_left(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    """Who closes the window on the day's list, with the pane beside it drawn wide, finds both again."""
    shares: list[float] = []
    for _ in range(2):
        desk = Desk(qapp, open_library(tmp_path / "library"), lambda: NOW)
        desk.window.resize(1280, 800)
        with qtbot.waitExposed(desk.window):
            desk.window.show()
        if not shares:
            desk.window.go("today")
        page = desk.window.pages.current
        assert page is not None
        assert page.name == "today"
        (splitter,) = page.findChildren(Splitter)
        if not shares:
            splitter.setSizes([500, 572])
            splitter.splitterMoved.emit(500, 1)
        shares.append(splitter.shares()[0])
        qtbot.waitUntil(partial(stands_at, splitter, shares[0]))
        desk.window.close()
        desk.close()


def test_in_a_small_window_what_was_done_last_is_told_before_what_always_holds(desk: Desk, qtbot: QtBot) -> None:
    status = desk.window.status
    desk.window.resize(1000, 640)
    status.say("Kept")
    assert status.privacy.isVisible()
    status.say(
        "Merged Theodor Speer of Röhricht & Drub AG with the Theodor Speer who was met at the fair in Hannover, twice"
    )
    assert not status.privacy.isVisible()
    qtbot.waitUntil(lambda: status.sentence.text() == status.sentence.whole_text())
    desk.window.resize(1600, 1000)
    qtbot.waitUntil(status.privacy.isVisible)


def test_choosing_files_begins_at_home_and_not_where_the_program_was_started(desk: Desk) -> None:
    desk.window.coming_in.choose()
    dialog = desk.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path.home() in (Path(dialog.directory().path()), Path(dialog.directory().path()).parent)
    dialog.reject()
