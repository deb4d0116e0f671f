"""The page of an export: who, in which form, with what; the file holds exactly that."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cardkeeper.exchange.exporting import Format
from cardkeeper.exchange.loading import load
from cardkeeper.library import Library
from ui.exporting import ExportingPage
from ui.session import Session

pytestmark = pytest.mark.usefixtures("ids")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ExportingPage:
    page = ExportingPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.refresh(None)
    return page


def names(page: ExportingPage, qtbot: QtBot, target: Path) -> list[str]:
    with qtbot.waitSignal(page.settled):
        page.export(target)
    return sorted(record.contact.name for record in load(target.name, target.read_bytes()).records)


def take(page: ExportingPage, form: Format) -> None:
    page.form.setCurrentIndex(page.form.findData(form.value))


def test_everyone_in_any_form(page: ExportingPage, library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    everyone = sorted(person.name for person in library.people.all())
    for form in (Format.CSV, Format.GOOGLE, Format.OUTLOOK, Format.SPREADSHEET, Format.VCARD3, Format.VCARD4):
        take(page, form)
        assert names(page, qtbot, tmp_path / f"out{form.suffix}") == everyone
        assert page.notice.message().startswith(f"Wrote {len(everyone)} people to out{form.suffix}.")


def test_those_of_an_event_a_tag_or_a_search(
    page: ExportingPage, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    page.who.segment("event").click()
    page.event_field.setCurrentIndex(page.event_field.findText("Founders’ Breakfast"))
    met = [row.name for row in library.people.rows() if row.met.event == "Founders’ Breakfast"]
    assert page.count.text() == f"{len(met)} people"
    assert names(page, qtbot, tmp_path / "event.csv") == sorted(met)
    page.who.segment("tag").click()
    page.tag_field.setCurrentIndex(page.tag_field.findText("Pumps"))
    assert names(page, qtbot, tmp_path / "tag.csv") == ["Theodor Speer"]
    page.who.segment("search").click()
    page.search.setText("orbit")
    assert names(page, qtbot, tmp_path / "search.csv") == ["Dakshesh Batra", "Féline Willemsen"]
    page.search.setText("zzz")
    assert not page.export_button.isEnabled()


def test_those_who_were_marked(page: ExportingPage, library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    ids = tuple(person.id for person in library.people.all() if person.name.startswith("F"))
    page.show_people(ids)
    assert names(page, qtbot, tmp_path / "marked.vcf.csv") == ["Frida Björklund", "Féline Willemsen"]


def test_columns_can_be_left_out(page: ExportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    for name, box in page.columns.items():
        box.setChecked(name in {"name", "emails"})
    with qtbot.waitSignal(page.settled):
        page.export(tmp_path / "few.csv")
    assert (tmp_path / "few.csv").read_text(encoding="utf-8-sig").splitlines()[0] == "Name,E-mail"
    for box in page.columns.values():
        box.setChecked(False)
    assert not page.export_button.isEnabled()


def test_a_file_for_each_person(page: ExportingPage, library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    take(page, Format.VCARD4)
    page.each.setChecked(True)
    with qtbot.waitSignal(page.settled):
        page.export(tmp_path / "cards")
    assert len(list((tmp_path / "cards").iterdir())) == len(library.people.all())


def test_everything_as_an_archive(page: ExportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    take(page, Format.ARCHIVE)
    assert page.header.state() == "The whole library"
    with qtbot.waitSignal(page.settled):
        page.export(tmp_path / "all.zip")
    assert "people.jsonl" in zipfile.ZipFile(tmp_path / "all.zip").namelist()


def test_a_place_that_can_not_be_written_is_named(
    page: ExportingPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.failed) as failed:
        page.export(tmp_path)
    assert "is a folder" in failed.args[0]
    assert page.export_button.isEnabled()


def test_choosing_a_place_does_not_stop_the_window(page: ExportingPage) -> None:
    page.export_button.click()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
