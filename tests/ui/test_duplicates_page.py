"""Who is there twice: found, compared side by side, merged by what is ticked, told apart, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library, Reason
from cardkeeper.model.people import Contact, Phone, Position, Tier
from tests.ui.lived_in import open_library
from ui.duplicates import DuplicatesPage
from ui.duplicates.comparing import ValueBox
from ui.questions import YesQuestion
from ui.roles import OBJECT_ROLE
from ui.session import Session

NORMA = Contact(
    "Norma R. Jones",
    (Position("Realtor", "", "Lindgate Homes"),),
    ("norma@lindgate.example",),
    (Phone("020 7640 9515"),),
    notes="Likes tea.",
    tier=Tier.B,
)
TWIN = replace(
    NORMA, name="JONES, Norma", emails=("norma@lindgate.example", "nj@home.example"), notes="Call first.", tier=Tier.A
)
ADA = Contact("Ada King", (Position("", "", "Engines"),), ("ada@engines.example",))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as library:
        for contact in (NORMA, TWIN, ADA, ADA):
            library.people.save(contact)
        yield library


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> DuplicatesPage:
    page = DuplicatesPage(session)
    qtbot.addWidget(page)
    page.resize(1080, 760)
    with qtbot.waitActive(page):
        page.show()
    session.changed.connect(page.refresh)
    with qtbot.waitSignal(page.finding.found):
        page.refresh(None)
    page.take_focus()
    return page


def shown(page: DuplicatesPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def stand_on(page: DuplicatesPage, words: str) -> None:
    page.view.setCurrentIndex(page.model.index(shown(page).index(words)))


def box(page: DuplicatesPage, text: str) -> ValueBox:
    return next(one for one in page.comparison.findChildren(ValueBox) if one.text() == text)


def test_pairs_are_found_and_say_why(page: DuplicatesPage) -> None:
    assert shown(page) == ["The same for sure · 2", "Norma R. Jones and JONES, Norma", "Ada King"]
    assert page.header.state() == "2 pairs"
    assert page.why.whole_text() == "Same name, same e-mail, same number, same company"
    assert page.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Ada King. Same name")


def test_the_model_keeps_its_promises(page: DuplicatesPage, qtmodeltester: object) -> None:
    qtmodeltester.check(page.model)  # type: ignore[attr-defined]


def test_what_is_ticked_is_what_becomes_of_both(page: DuplicatesPage, library: Library) -> None:
    stand_on(page, "Norma R. Jones and JONES, Norma")
    box(page, "JONES, Norma").click()
    assert not box(page, "Norma R. Jones").isChecked()
    box(page, "A").click()
    box(page, "nj@home.example").click()
    QTest.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    merged = library.people.get(1)
    assert (merged.name, merged.other) == ("JONES, Norma", ("Norma R. Jones",))
    assert (merged.emails, merged.tier) == (("norma@lindgate.example",), Tier.A)
    assert merged.notes == "Likes tea.\nCall first."
    assert shown(page) == ["The same for sure · 1", "Ada King"]


def test_a_merge_is_taken_back_like_anything_else(page: DuplicatesPage, library: Library, session: Session) -> None:
    before = library.people.all()
    page.merge()
    assert len(library.people.all()) == 3
    session.undo()
    assert library.people.all() == before


def test_not_the_same_is_not_asked_again(page: DuplicatesPage, library: Library, qtbot: QtBot) -> None:
    stand_on(page, "Ada King")
    page.tell_apart()
    assert shown(page) == ["The same for sure · 1", "Norma R. Jones and JONES, Norma"]
    with qtbot.waitSignal(page.finding.found):
        page.again_button.click()
    assert shown(page) == ["The same for sure · 1", "Norma R. Jones and JONES, Norma"]
    assert len(library.people.all()) == 4


def test_all_that_are_sure_are_merged_after_a_backup_and_as_one_step(
    page: DuplicatesPage, library: Library, session: Session, qtbot: QtBot
) -> None:
    page.sure_button.click()
    question = page.bar.question
    assert isinstance(question, YesQuestion)
    question.sure.click()
    qtbot.waitUntil(lambda: len(library.people.all()) == 2)
    (backup,) = library.backups.all()
    assert (backup.note.reason, backup.note.people) == (Reason.MERGE, 4)
    assert page.nothing.isVisible()
    assert page.nothing.title.text() == "Nobody is there twice"
    session.undo()
    assert len(library.people.all()) == 4


def test_two_people_of_ones_own_choice_are_compared(page: DuplicatesPage, library: Library) -> None:
    page.compare_people((3, 1))
    line = page.view.currentIndex().data(OBJECT_ROLE)
    assert line.text == "Norma R. Jones and Ada King"
    page.merge()
    assert {job.company for job in library.people.get(1).positions} == {"Lindgate Homes", "Engines"}


def test_looking_can_be_stopped(page: DuplicatesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.finding.found):
        page.again_button.click()
        page.stop_button.click()
    assert not page.progress_line.isVisible()
    assert len(shown(page)) == 3


def test_markup_in_a_name_is_text(session: Session, library: Library, qtbot: QtBot) -> None:
    for _ in range(2):
        library.people.save(Contact("<img src=x> & Co", (), ("x@y.example",)))
    page = DuplicatesPage(session)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.finding.found):
        page.refresh(None)
    stand_on(page, "<img src=x> & Co")
    assert box(page, "<img src=x> && Co").what.text == "<img src=x> & Co"


def test_two_with_long_values_are_compared_without_scrolling_sideways(
    session: Session, library: Library, qtbot: QtBot
) -> None:
    long = "a.very.long.address.of.somebody@the-company-with-a-long-name.example"
    for mail in (long, f"another.{long}"):
        library.people.save(Contact("Ada Lovelace", (), (mail,)))
    page = DuplicatesPage(session)
    qtbot.addWidget(page)
    page.resize(420, 520)
    page.show()
    with qtbot.waitSignal(page.finding.found):
        page.refresh(None)
    stand_on(page, "Ada Lovelace")
    value = box(page, long)
    room = page.comparison.viewport()
    qtbot.waitUntil(lambda: value.mapTo(room, value.rect().bottomRight()).x() < room.width() // 2 + 60)
    assert value.height() >= value.heightForWidth(value.width()) > value.minimumSizeHint().height()
    QTest.mouseClick(value, Qt.MouseButton.LeftButton, pos=QPoint(value.width() - 4, value.height() - 4))
    assert not value.isChecked()
