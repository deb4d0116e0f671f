"""The page of an import: everything is shown before it happens, can be chosen otherwise, and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cardkeeper.demo import Clock, fill
from cardkeeper.exchange.archive import Archive
from cardkeeper.exchange.tables.headers import What
from cardkeeper.importing.planning import Outcome
from cardkeeper.importing.sources import remembered_columns
from cardkeeper.library import Library
from cardkeeper.model.people import Contact
from cardkeeper.outgoing import write_everything
from cardkeeper.settings import Settings, save
from tests.core.exchange.tables import GOOGLE
from tests.core.exchange.vcards import SAMPLES, many
from tests.core.library.samples import TODAY
from ui.importing import ImportingPage
from ui.importing.words import choices
from ui.session import Session

pytestmark = pytest.mark.usefixtures("ids")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ImportingPage:
    page = ImportingPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def look(page: ImportingPage, qtbot: QtBot, *files: Path) -> None:
    with qtbot.waitSignal(page.settled):
        page.take(files)


def bring(page: ImportingPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.settled):
        page.import_button.click()


def file(tmp_path: Path, name: str, data: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def shown(page: ImportingPage) -> list[list[str]]:
    model = page.table.lines
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


MORE = (
    "First Name,Last Name,Email,Phone,Notes\n"
    "Theodor,Speer,theodor_speer@roehrichtdrub.de,+49 30 123456,New\n"
    "Frida,Björklund,,030 999999,\n"
    'Ann,"never closed\n'
    "Gunnar,Nobody,g@x.example,,\n"
)


def test_what_would_happen_is_said_by_record_problems_first(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    look(page, qtbot, file(tmp_path, "more.csv", MORE))
    assert shown(page) == [
        ["–", "Can’t be taken", "A quote is opened in this row and never closed.", "line 4"],
        ["Theodor Speer", "Adds to somebody known", "Adds to Theodor Speer: phone, note.", "line 2"],
        ["Frida Björklund", "New person", "May be Frida Björklund: same name.", "line 3"],
        ["Gunnar Nobody", "New person", "", "line 5"],
    ]
    assert page.import_button.text() == "Import 3 people"
    assert page.header.state() == "more.csv · Table"


def test_nothing_changes_before_the_button_and_all_of_it_is_undone_at_once(
    page: ImportingPage, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    before = library.people.all()
    strangers = [SAMPLES[name] for name in ("Outlook", "Apple", "telephone", "bare")]
    look(page, qtbot, file(tmp_path, "phone.vcf", many(strangers)))
    assert library.people.all() == before
    bring(page, qtbot)
    assert len(library.people.all()) == len(before) + len(strangers)
    assert page.report.message() == "Imported 4 people."
    assert not page.import_button.isVisible()
    assert len(library.backups.all()) == 1
    with qtbot.waitSignal(page.settled):
        page.undo_button.click()
    assert library.people.all() == before
    assert page.import_button.text() == "Import 4 people"


def test_the_same_file_again_has_nothing_to_import(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = file(tmp_path, "contacts.csv", GOOGLE)
    look(page, qtbot, path)
    bring(page, qtbot)
    look(page, qtbot, path)
    assert {row[1] for row in shown(page)} == {"Nothing new"}
    assert not page.import_button.isEnabled()


def test_one_may_choose_otherwise_for_a_person(
    page: ImportingPage, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    look(page, qtbot, file(tmp_path, "more.csv", MORE))
    frida = next(at for at, item in enumerate(page.plan.items) if item.name == "Frida Björklund")
    page.table.stand_on(frida + 1)
    merge = page.choose_buttons[Outcome.MERGES]
    assert (merge.isVisible(), merge.text()) == (True, "Add to Frida Björklund")
    merge.click()
    gunnar = next(at for at, item in enumerate(page.plan.items) if item.name == "Gunnar Nobody")
    page.table.stand_on(gunnar + 1)
    page.choose_buttons[Outcome.LEFT_OUT].click()
    assert page.import_button.text() == "Import 2 people"
    count = len(library.people.all())
    bring(page, qtbot)
    assert len(library.people.all()) == count
    (known,) = (person for person in library.people.all() if person.name == "Frida Björklund")
    assert "030 999999" in [phone.number for phone in known.phones]


def test_only_one_kind_can_be_shown(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    look(page, qtbot, file(tmp_path, "more.csv", MORE))
    page.kinds.segment("new").click()
    assert [row[0] for row in shown(page)] == ["Frida Björklund", "Gunnar Nobody"]


def test_a_table_that_nobody_knows_asks_what_its_columns_hold_and_remembers(
    page: ImportingPage, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    path = file(tmp_path, "strange.csv", "Wer,Was\nann,Calau\nbob,Ulm\n")
    look(page, qtbot, path)
    assert page.reading.panel.isVisible()
    assert "say what its columns hold" in page.about.whole_text()
    names = [column.what for column, _ in choices()]
    field = page.reading.panel.fields[0]
    field.setCurrentIndex(names.index(What.NAME))
    with qtbot.waitSignal(page.settled):
        field.activated.emit(field.currentIndex())
    assert [row[0] for row in shown(page)] == ["ann", "bob"]
    bring(page, qtbot)
    assert [columns[0].what for columns in remembered_columns(library.folder).values()] == [What.NAME]
    look(page, qtbot, path)
    assert {row[1] for row in shown(page)} == {"Nothing new"}


def test_another_encoding_can_be_chosen(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    look(page, qtbot, file(tmp_path, "hungarian.csv", "Name,Email\nGyőző,gy@x.example\n".encode("cp1250")))
    assert [row[0] for row in shown(page)] != ["Győző"]
    page.reading.encoding.setCurrentIndex(page.reading.encoding.findData("cp1250"))
    with qtbot.waitSignal(page.settled):
        page.reading.encoding.activated.emit(page.reading.encoding.currentIndex())
    assert [row[0] for row in shown(page)] == ["Győző"]
    assert page.reading.encoding.currentData() == "cp1250"


def test_files_that_can_not_be_read_are_named(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    look(page, qtbot, file(tmp_path, "empty.csv", b""), tmp_path / "gone.csv")
    assert "empty.csv is empty" in page.notice.message()
    assert "gone.csv can't be read" in page.notice.message()
    assert not page.import_button.isVisible()


def test_an_import_can_be_stopped_and_what_came_is_one_step_back(
    page: ImportingPage, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    before = library.people.all()
    text = "Name,Email\n" + "".join(f"Person {n},p{n}@x.example\n" for n in range(400))
    look(page, qtbot, file(tmp_path, "many.csv", text))
    page.work.progressed.connect(lambda done, _of: page.stop_button.click() if done > 30 else None)
    bring(page, qtbot)
    came = len(library.people.all()) - len(before)
    assert 30 < came < 400
    assert page.report.message() == f"Imported {came} people. Stopped before the other {400 - came}."
    library.history.undo()
    assert library.people.all() == before


def test_what_happens_meanwhile_stays(page: ImportingPage, library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    text = "Name,Email\n" + "".join(f"Person {n},p{n}@x.example\n" for n in range(60))
    look(page, qtbot, file(tmp_path, "many.csv", text))
    page.work.progressed.connect(lambda done, _of: library.people.save(Contact("Meanwhile")) if done == 12 else None)
    bring(page, qtbot)
    assert [person.name for person in library.people.all()].count("Meanwhile") == 1


def test_choosing_files_does_not_stop_the_window(page: ImportingPage) -> None:
    page.files_button.click()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole library of somebody else's, exported."""
    moment, place = Clock.on(TODAY), tmp_path_factory.mktemp("elsewhere")
    with Library.open(place / "library", now=moment) as library:
        fill(library, 30, 9, TODAY, moment)
        save(library.folder, replace(Settings(), my_name="Theodor von Speer"))
        write_everything(library, place / "library.zip", moment())
    return place / "library.zip"


def test_a_library_that_was_exported_joins_with_all_that_is_told_of_its_people(
    page: ImportingPage, library: Library, qtbot: QtBot, archive: Path
) -> None:
    before = {table: list(library.whole.rows(table)) for table in library.whole.tables}
    look(page, qtbot, archive)
    assert page.import_button.text() == "Import 30 people"
    bring(page, qtbot)
    with Archive(archive) as read:
        told = {table: len(list(read.rows(table))) for table in ("interactions", "cards", "promises", "follow_ups")}
    assert told == {table: len(list(library.whole.rows(table))) - len(before[table]) for table in told}
    assert library.check().ok
    page.undo_button.click()
    qtbot.waitUntil(page.import_button.isVisible)
    assert {table: list(library.whole.rows(table)) for table in library.whole.tables} == before


def test_an_empty_library_takes_an_exported_one_as_it_is(qtbot: QtBot, tmp_path: Path, archive: Path) -> None:
    with Library.open(tmp_path / "empty", now=Clock.on(TODAY)) as empty:
        session = Session(empty, Settings())
        page = ImportingPage(session)
        qtbot.addWidget(page)
        page.show()
        look(page, qtbot, archive)
        bring(page, qtbot)
        with Archive(archive) as read:
            assert all(list(read.rows(table)) == list(empty.whole.rows(table)) for table in read.tables)
        assert session.settings.my_name == "Theodor von Speer"
        assert page.report.message().startswith("Imported 30 people.")
        empty.history.undo()
        assert empty.whole.empty


def test_in_a_small_window_the_choices_are_whole_and_the_page_scrolls(
    page: ImportingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.resize(420, 360)
    look(page, qtbot, file(tmp_path, "people.csv", MORE))
    reading = page.reading
    qtbot.waitUntil(lambda: reading.height() >= reading.heightForWidth(reading.width()) > 0)
    assert page.table.height() >= 240
