"""All people: found, narrowed, sorted, marked, and changed many at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cardkeeper.keys import fold
from cardkeeper.library import Library, new_key, reseal
from cardkeeper.model.people import Contact, Position, Tier
from tests.ui.lived_in import NOW, clock, crowd, open_library, session_on
from ui.parts import Button, Writing
from ui.people import PeoplePage
from ui.people.bulk_bar import LogQuestion, TagQuestion, TierQuestion
from ui.people.columns import Column
from ui.people.filter_bar import PickQuestion
from ui.people.filters import Filters, Talked, View
from ui.questions import ReasonQuestion, YesQuestion
from ui.roles import OBJECT_ROLE
from ui.session import Session

pytestmark = pytest.mark.usefixtures("ids")


def page_of(session: Session, qtbot: QtBot) -> PeoplePage:
    page = PeoplePage(session)
    qtbot.addWidget(page)
    page.resize(1080, 760)
    with qtbot.waitActive(page):
        page.show()
    session.changed.connect(page.refresh)
    page.refresh(None)
    page.take_focus()
    return page


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PeoplePage:
    return page_of(session, qtbot)


def names(page: PeoplePage) -> list[str]:
    return [page.model.index(row, Column.NAME).data() for row in range(page.model.rowCount())]


def mark(page: PeoplePage, *people: int) -> None:
    page.model.check(people, on=True)


def test_everyone_is_there_by_name_and_counted(page: PeoplePage) -> None:
    assert page.header.state() == "10"
    assert names(page)[:3] == ["Bobby Perry", "Chris Riddle", "Dakshesh Batra"]
    views = page.side.views.model()
    counts = {
        views.index(row, 0).data(): views.index(row, 0).data(OBJECT_ROLE).count for row in range(views.rowCount())
    }
    assert counts == {
        "Everyone": 10,
        "Still in the drawer": 2,
        "Met in the last week": 4,
        "Next step not set": 2,
        "You hardly know": 1,
        "Needs a look": 1,
    }


def test_whom_one_hardly_knows_stands_with_what_to_do_and_only_there(page: PeoplePage) -> None:
    page.side.view_chosen.emit(View.HARDLY_KNOWN.value)
    assert names(page) == ["Chris Riddle"]
    assert not page.table.isColumnHidden(Column.TO_DO)
    told = page.model.index(0, Column.TO_DO).data()
    assert told == "Check in and ask what they need: you talked 4 months ago."
    assert Column.TO_DO not in page.table.arrangement().columns
    page.show_everyone()
    assert page.table.isColumnHidden(Column.TO_DO)


def test_a_column_that_a_person_chose_stays_when_it_was_only_lent(page: PeoplePage) -> None:
    page.side.view_chosen.emit(View.HARDLY_KNOWN.value)
    menu = page.table.column_menu()
    action = next(action for action in menu.actions() if action.text() == "To know them better")
    action.setChecked(False)
    action.setChecked(True)
    menu.deleteLater()
    page.show_everyone()
    assert not page.table.isColumnHidden(Column.TO_DO)
    assert Column.TO_DO in page.table.arrangement().columns


def test_search_finds_anything_written_without_accents(page: PeoplePage, qtbot: QtBot) -> None:
    page.start_find()
    assert page.search_field.hasFocus()
    QTest.keyClicks(page.search_field, "marechal cabinet")
    qtbot.waitUntil(lambda: names(page) == ["Élisabeth Maréchal"])
    assert page.header.state() == "1 of 10"
    page.search("oregon nothing")
    assert page.nobody.isVisible()
    assert page.nobody.title.text() == "Nobody fits"
    QTest.keyClick(page.search_field, Qt.Key.Key_Escape)
    assert len(names(page)) == 10
    assert page.table.hasFocus()


def test_a_click_on_a_heading_sorts_and_a_second_one_turns_it(page: PeoplePage) -> None:
    header = page.table.headings
    at = QPoint(header.sectionViewportPosition(Column.TALKED) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert names(page)[:2] == ["Morgan Nelson", "Theodor Speer"]


def test_filters_are_there_again_the_next_time_and_stand_in_the_settings_without_a_name(
    page: PeoplePage, session: Session, qtbot: QtBot
) -> None:
    company = page.model.index(0, Column.WORK).data().rpartition(", ")[2]
    page.side.company_chosen.emit(company)
    page.filter_bar.narrowed.emit(replace(page.filter_bar.filters(), talked=Talked.NEVER))
    shown, everyone = names(page), 10
    assert 0 < len(shown) < everyone
    assert company not in session.settings.people_filters
    again = page_of(session, qtbot)
    assert again.filter_bar.filters() == Filters(company=company, talked=Talked.NEVER)
    assert names(again) == shown
    again.show_everyone()
    assert len(names(page_of(session, qtbot))) == everyone


def test_of_a_library_with_a_password_the_settings_keep_no_trace_of_a_name(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "sealed"
    with open_library(folder) as library:
        library.people.save(Contact("Ada Lovelace", positions=(Position("", "", "Analytical Engines"),), tier=Tier.A))
    key = new_key("a long password")
    reseal(folder, None, key, NOW)
    with Library.open(folder, now=clock, key=key) as library:
        session = session_on(library)
        page = page_of(session, qtbot)
        page.filter_bar.narrowed.emit(Filters(company="Analytical Engines", tier=Tier.A))
        assert names(page) == ["Ada Lovelace"]
        assert session.settings.people_filters == "tier=A"


def test_filters_for_what_is_there_no_more_narrow_nothing(session: Session, qtbot: QtBot) -> None:
    session.keep_filters("view=of long ago;company=0123456789abcdef;tier=Z;nonsense")
    assert len(names(page_of(session, qtbot))) == 10


def test_a_click_with_shift_sorts_also_those_who_are_equal(page: PeoplePage, session: Session) -> None:
    header = page.table.headings
    header.setSectionHidden(Column.TIER, False)
    for column, keys in (
        (Column.TALKED, Qt.KeyboardModifier.NoModifier),
        (Column.NAME, Qt.KeyboardModifier.ShiftModifier),
    ):
        at = QPoint(header.sectionViewportPosition(column) + 20, 10)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, keys, at)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, keys, at)
    assert page.table.arrangement().sorts == ((Column.TALKED, True), (Column.NAME, True))
    never = [page.model.index(row, Column.TALKED).data() for row in range(10)].count("never")
    assert names(page)[-never:] == sorted(names(page)[-never:], key=fold, reverse=True)
    assert never > 2
    assert session.settings.people_table.endswith(";-talked,-name")


def test_columns_and_order_are_there_again_the_next_time(page: PeoplePage, session: Session, qtbot: QtBot) -> None:
    page.table.sort_by(Column.ADDED, Qt.SortOrder.DescendingOrder)
    next(action for action in page.table.column_menu().actions() if action.text() == "Phone").trigger()
    page.table.headings.moveSection(page.table.headings.visualIndex(Column.STEP), 2)
    again = page_of(session, qtbot)
    assert again.table.arrangement() == page.table.arrangement()
    assert again.table.headings.visualIndex(Column.STEP) == 2
    assert not again.table.isColumnHidden(Column.PHONE)
    assert names(again) == names(page)


def test_field_words_narrow_the_table(page: PeoplePage) -> None:
    page.search("company:orbit")
    assert names(page) == ["Dakshesh Batra", "Féline Willemsen"]
    page.search("-has:phone due:none")
    assert page.header.state().endswith("of 10")


def test_a_search_is_saved_chosen_and_forgotten(page: PeoplePage, session: Session) -> None:
    assert not page.filter_bar.keep_button.isVisible()
    page.search("company:orbit")
    page.filter_bar.narrowed.emit(Filters(talked=Talked.NEVER))
    shown = names(page)
    page.filter_bar.keep_button.click()
    question = page.filter_bar.findChild(ReasonQuestion)
    assert isinstance(question, ReasonQuestion)
    QTest.keyClicks(question.reason, "Orbit, never talked")
    question.do.click()
    assert session.library.history.can_undo == "Saved the search “Orbit, never talked”"
    page.show_everyone()
    assert page.side.searches.isVisible()
    page.side.searches.setCurrentIndex(page.side.searches.model().index(0, 0))
    assert page.search_field.text() == "company:orbit talked:never"
    assert names(page) == shown
    assert page.filter_bar.keep_button.text() == "Forget search"
    page.filter_bar.keep_button.click()
    assert not page.side.searches.isVisible()
    assert page.filter_bar.keep_button.text() == "Save search"


def test_marked_people_are_written_to_in_one_sitting(page: PeoplePage, ids: dict[str, int], qtbot: QtBot) -> None:
    people = (ids["Jacob Calderon"], ids["Theodor Speer"])
    mark(page, *people)
    with qtbot.waitSignal(page.compose) as asked:
        next(button for button in page.bulk_bar.findChildren(Button) if button.text() == "Write").click()
    assert asked.args == [Writing(tuple(sorted(people)))]


def test_two_marked_people_can_be_merged(page: PeoplePage, ids: dict[str, int], qtbot: QtBot) -> None:
    mark(page, ids["Jacob Calderon"])
    assert not page.bulk_bar.merge_button.isEnabled()
    mark(page, ids["Theodor Speer"])
    with qtbot.waitSignal(page.compare) as asked:
        page.bulk_bar.merge_button.click()
    assert set(asked.args[0]) == {ids["Jacob Calderon"], ids["Theodor Speer"]}


def test_of_many_thousand_people_the_table_shows_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    with open_library(tmp_path / "many") as library:
        with library.transaction("Filled"):
            for number in range(5_100):
                library.people.save(Contact(f"Person {number:05}", (Position("", "", f"Company {number % 40}"),)))
        page = page_of(session_on(library), qtbot)
        assert names(page)[:2] == ["Person 00000", "Person 00001"]
        qtbot.waitUntil(lambda: page.side.companies.model().rowCount() == 40)
        page.search('company:"company 7"')
        assert page.header.state() == "128 of 5,100"
        page.table.scrollToBottom()


def test_a_view_a_company_and_a_chip_narrow_the_table(page: PeoplePage) -> None:
    page.side.view_chosen.emit(View.DRAWER.value)
    assert names(page) == ["Dakshesh Batra", "Féline Willemsen"]
    page.side.company_chosen.emit("Orbit Groep")
    assert names(page) == ["Dakshesh Batra", "Féline Willemsen"]
    page.filter_bar.narrowed.emit(Filters(talked=Talked.MONTH))
    assert names(page) == ["Frida Björklund", "Jacob Calderon", "Morgan Nelson", "Theodor Speer"]
    assert [words for words, _, _ in page.filter_bar.chips()] == ["Last talked: in the last month"]
    page.show_everyone()
    assert len(names(page)) == 10


def test_a_company_is_one_with_and_without_its_legal_form(page: PeoplePage, library: Library) -> None:
    library.people.save(Contact("Uwe Pump", (Position("Fitter", company="Rohricht & Drub"),)))
    page.side.company_chosen.emit("Röhricht & Drub AG")
    assert names(page) == ["Theodor Speer", "Uwe Pump"]


def test_a_filter_by_tag_offers_the_tags_in_use(page: PeoplePage) -> None:
    page.filter_bar.ask_tag()
    question = page.filter_bar.findChild(PickQuestion)
    assert isinstance(question, PickQuestion)
    QTest.keyClicks(question.field, "nonsense")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    assert question.field.state == "error"
    question.field.clear()
    QTest.keyClicks(question.field, "partner")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    assert names(page) == ["Theodor Speer"]


def test_import_and_export_are_in_the_menu_of_the_page_and_that_is_inside_the_window(
    page: PeoplePage, qtbot: QtBot
) -> None:
    page.more_button.click()
    (menu,) = page.more_button.findChildren(QMenu)
    assert [action.text() for action in menu.actions()][:2] == ["Import people", "Export people"]
    assert menu.frameGeometry().right() <= page.window().frameGeometry().right()
    with qtbot.waitSignal(page.go) as told:
        menu.actions()[1].trigger()
    assert told.args == ["exporting"]
    menu.close()


def test_enter_opens_the_person(page: PeoplePage, ids: dict[str, int], qtbot: QtBot) -> None:
    page.table.stand_on(ids["Jacob Calderon"])
    with qtbot.waitSignal(page.open_person) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [ids["Jacob Calderon"]]


def test_a_double_click_opens_the_person_but_not_on_the_box(
    page: PeoplePage, ids: dict[str, int], qtbot: QtBot
) -> None:
    row = page.model.row_of(ids["Jacob Calderon"])
    where = page.table.visualRect(page.model.index(row, Column.NAME)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(page.open_person) as opened:
        QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [ids["Jacob Calderon"]]
    box = page.table.visualRect(page.model.index(row, Column.CHECK)).center()
    with qtbot.assertNotEmitted(page.open_person):
        QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box)


def test_space_marks_and_the_bar_says_how_many(page: PeoplePage, ids: dict[str, int]) -> None:
    page.table.stand_on(ids["Jacob Calderon"])
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.checked() == {ids["Jacob Calderon"]}
    assert page.bulk_bar.isVisible()
    assert page.bulk_bar.count.text() == "1 selected"
    QTest.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.bulk_bar.count.text() == "10 selected"
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.bulk_bar.isVisible()


def test_a_click_on_a_box_marks_and_shift_marks_all_between(page: PeoplePage) -> None:
    def box(row: int) -> QPoint:
        return page.table.visualRect(page.model.index(row, Column.CHECK)).center()

    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box(1))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, box(4))
    assert len(page.model.checked()) == 4


def test_the_heading_box_marks_everyone_who_is_shown(page: PeoplePage) -> None:
    page.side.view_chosen.emit(View.DRAWER.value)
    header = page.table.headings
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(18, 10))
    assert len(page.model.checked()) == 2


def test_a_tag_for_many_is_one_step_that_undo_takes_back(
    page: PeoplePage, ids: dict[str, int], session: Session
) -> None:
    mark(page, ids["Jacob Calderon"], ids["Theodor Speer"])
    page.bulk_bar.ask_tag()
    question = page.bulk_bar.bar.question
    assert isinstance(question, TagQuestion)
    QTest.keyClicks(question.tag, "partner")
    QTest.keyClick(question.tag, Qt.Key.Key_Return)
    people = session.library.people
    assert people.get(ids["Jacob Calderon"]).tags == ("partner",)
    assert people.get(ids["Theodor Speer"]).tags == ("Partner", "Pumps")
    session.undo()
    assert people.get(ids["Jacob Calderon"]).tags == ()


def test_a_tag_is_taken_away_again(page: PeoplePage, ids: dict[str, int], library: Library) -> None:
    mark(page, ids["Theodor Speer"])
    page.bulk_bar.ask_tag()
    question = page.bulk_bar.bar.question
    assert isinstance(question, TagQuestion)
    QTest.keyClicks(question.tag, "PUMPS")
    question.take.click()
    assert library.people.get(ids["Theodor Speer"]).tags == ("Partner",)


def test_a_tier_and_a_talk_for_all(page: PeoplePage, ids: dict[str, int], library: Library) -> None:
    chosen = ids["Jacob Calderon"], ids["Rebecca Baxter"]
    mark(page, *chosen)
    page.bulk_bar.ask_tier()
    tier = page.bulk_bar.bar.question
    assert isinstance(tier, TierQuestion)
    tier.chosen.emit(Tier.B)
    page.bulk_bar.ask_log()
    talk = page.bulk_bar.bar.question
    assert isinstance(talk, LogQuestion)
    QTest.keyClicks(talk.box.text, "Group lunch at the Rotunda")
    talk.box.save.click()
    for contact_id in chosen:
        assert library.people.get(contact_id).tier is Tier.B
        assert library.log.of(contact_id)[0].text == "Group lunch at the Rotunda"


def test_removing_takes_two_presses_and_comes_back_whole(
    page: PeoplePage, ids: dict[str, int], session: Session
) -> None:
    library = session.library
    before = library.people.get(ids["Theodor Speer"]), library.log.of(ids["Theodor Speer"])
    mark(page, ids["Theodor Speer"])
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(names(page)) == 10
    page.bulk_bar.ask_removal()
    question = page.bulk_bar.bar.question
    assert isinstance(question, YesQuestion)
    question.sure.click()
    assert len(names(page)) == 9
    assert not page.bulk_bar.isVisible()
    session.undo()
    assert (library.people.get(ids["Theodor Speer"]), library.log.of(ids["Theodor Speer"])) == before


def test_many_are_changed_some_at_a_time_and_undone_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    with open_library(tmp_path / "crowd") as library:
        crowd(library, 60)
        session = session_on(library)
        page = page_of(session, qtbot)
        mark(page, *page.model.shown_ids())
        page.bulk_bar.ask_tier()
        question = page.bulk_bar.bar.question
        assert isinstance(question, TierQuestion)
        question.chosen.emit(Tier.C)
        qtbot.waitUntil(page.bulk_bar.bar.isEnabled)
        assert {contact.tier for contact in library.people.all()} == {Tier.C}
        session.undo()
        assert {contact.tier for contact in library.people.all()} == {None}


def test_the_marked_people_are_handed_to_the_export(page: PeoplePage, ids: dict[str, int], qtbot: QtBot) -> None:
    wanted = {ids["Theodor Speer"], ids["Élisabeth Maréchal"]}
    mark(page, *wanted)
    button = next(each for each in page.bulk_bar.findChildren(Button) if each.text() == "Export")
    with qtbot.waitSignal(page.export_people) as asked:
        button.click()
    assert set(asked.args[0]) == wanted


def test_a_person_is_added_by_hand_and_opened(page: PeoplePage, library: Library, qtbot: QtBot) -> None:
    page.add_button.click()
    assert page.add_form.name.hasFocus()
    QTest.keyClick(page.add_form.name, Qt.Key.Key_Return)
    assert "nothing to find this person by" in page.add_form.problem.text()
    QTest.keyClicks(page.add_form.name, "Ada Lovelace")
    QTest.keyClicks(page.add_form.phone, "+44 20 7946 0018")
    with qtbot.waitSignal(page.open_person) as opened:
        QTest.keyClick(page.add_form.phone, Qt.Key.Key_Return)
    added = library.people.get(opened.args[0])
    assert (added.name, added.phones[0].e164) == ("Ada Lovelace", "+442079460018")
    assert not page.add_form.isVisible()


def test_columns_can_be_shown_and_hidden(page: PeoplePage) -> None:
    menu = page.table.column_menu()
    action = next(action for action in menu.actions() if action.text() == "E-mail")
    assert page.table.isColumnHidden(Column.EMAIL)
    action.trigger()
    assert not page.table.isColumnHidden(Column.EMAIL)
    assert "Name" not in [action.text() for action in menu.actions()]


def test_a_change_elsewhere_keeps_the_current_person(page: PeoplePage, ids: dict[str, int], library: Library) -> None:
    page.table.stand_on(ids["Jacob Calderon"])
    library.people.save(replace(library.people.get(ids["Rebecca Baxter"]), name="Zoe Baxter"))
    assert page.table.current_id() == ids["Jacob Calderon"]
    assert names(page)[-1] == "Zoe Baxter"


def test_an_empty_library_says_how_to_begin(tmp_path: Path, qtbot: QtBot) -> None:
    with open_library(tmp_path / "new") as library:
        page = page_of(session_on(library), qtbot)
        assert page.nobody.isVisible()
        assert page.nobody.title.text() == "Nobody here yet"
        assert page.table.current_id() == 0


def test_a_narrow_page_keeps_the_table(page: PeoplePage) -> None:
    page.resize(660, 560)
    assert page.table.isVisible()
    assert not page.side.isVisible()
