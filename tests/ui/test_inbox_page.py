"""The inbox: what comes in shows at once, what fails says why, and each drop is asked about once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.cards import Scan
from cardkeeper.model.drafts import FieldName, Gap, Look
from cardkeeper.model.people import NOTHING_SAID, Contact, Event, How, MetContext
from cardkeeper.model.progress import CardRead, Done, Framed, Opened, Seen
from tests.ui.hand_pool import HandPool
from tests.ui.lived_in import TODAY, before, session_on
from tests.ui.waiting_cards import BOBBY, REBECCA, Drop, Print, many, read_card, renamed
from ui.inbox import InboxPage
from ui.jobs import ReadingJobs
from ui.pictures import Pictures
from ui.session import Session


class Inbox:
    """A window with nothing in it but the inbox, and a pool that the test plays."""

    def __init__(self, library: Library, folder: Path, qtbot: QtBot) -> None:
        self.library, self.qtbot, self._folder = library, qtbot, folder
        self.session: Session = session_on(library)
        self.pool = HandPool()
        self.jobs = ReadingJobs(self.session, lambda _options: self.pool)
        self.pictures = Pictures(library.files)
        self.window = QWidget()
        self.page = InboxPage(self.session, self.jobs, self.pictures)
        QVBoxLayout(self.window).addWidget(self.page)
        self.session.changed.connect(self.page.refresh)
        self.page.refresh(None)
        self.window.resize(1280, 800)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def close(self) -> None:
        self.jobs.close()
        self.pictures.close()
        self.session.changed.disconnect(self.page.refresh)
        self.session.close()

    def drop(self, *names: str, met: MetContext = NOTHING_SAID) -> None:
        """Drop files of these names, and wait until the pool has them."""
        paths = [self._folder / name for name in names]
        for path in paths:
            path.write_bytes(b"a picture")
        handed = len(self.pool.paths) + len(paths)
        self.jobs.start(paths, met)
        self.until(lambda: len(self.pool.paths) == handed and len(self.jobs.files()) >= len(paths))

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=5000)

    def shown(self, model: QAbstractItemModel) -> list[str]:
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def cards(self) -> list[str]:
        return self.shown(self.page.cards)

    @property
    def files(self) -> list[str]:
        return self.shown(self.page.files)


@pytest.fixture
def inbox(library: Library, tmp_path: Path, qtbot: QtBot) -> Iterator[Inbox]:
    folder = tmp_path / "dropped"
    folder.mkdir()
    inbox = Inbox(library, folder, qtbot)
    qtbot.addWidget(inbox.window)
    yield inbox
    inbox.close()


def test_the_first_run_says_what_will_happen(inbox: Inbox) -> None:
    assert inbox.page.nothing.isVisible()
    assert inbox.page.nothing.steps.isVisible()
    assert not inbox.page.review_button.isVisible()
    with inbox.qtbot.waitSignal(inbox.page.add_files):
        inbox.page.nothing.zone.choose_button.click()
    with inbox.qtbot.waitSignal(inbox.page.paste):
        inbox.page.nothing.zone.paste_button.click()


def test_an_empty_inbox_of_somebody_who_knows_the_program_says_less(inbox: Inbox) -> None:
    inbox.library.people.save(Contact("Norma R. Jones"))
    inbox.page.refresh(None)
    assert inbox.page.nothing.isVisible()
    assert not inbox.page.nothing.steps.isVisible()
    assert inbox.page.header.state() == "Nothing waits for a review"


def test_cards_say_whose_they_are_and_what_needs_a_look(inbox: Inbox) -> None:
    drop = Drop(inbox.library)
    drop.add(REBECCA)
    drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Féline Willemsen"), gaps=(Gap(FieldName.PHONE, Look.MISSING),))
    drop.add(())
    assert inbox.cards == [
        "Rebecca Baxter, Prismworks, Look: e-mail, address",
        "Bobby Perry, Sable Labs, Reads clearly",
        "Féline Willemsen, Sable Labs, No phone found",
        "No name yet, IMG_2044.jpg, Not read: type it",
    ]
    assert inbox.page.header.state() == "4 cards ready for review"


def test_a_card_that_is_being_read_has_its_place(inbox: Inbox) -> None:
    inbox.drop("sheet.tiff")
    inbox.pool.say(1, Opened(Scan(f"{1:064x}", "sheet.tiff", "image/tiff", 1000, 1)))
    inbox.pool.say(1, Framed(1, 1, 3))
    inbox.pool.say(1, CardRead(read_card(BOBBY, number=1)))
    inbox.until(lambda: len(inbox.cards) == 3 and inbox.cards[0].startswith("Bobby"))
    assert inbox.cards[1:] == ["Reading sheet.tiff, card 2", "Reading sheet.tiff, card 3"]
    assert inbox.files == ["sheet.tiff 1 of 3 cards"]
    inbox.page.grid.grab()
    inbox.page.file_list.grab()


def test_a_file_that_fails_comes_first_with_reason_and_remedy_and_the_rest_goes_on(inbox: Inbox) -> None:
    inbox.drop("a.jpg", "b.jpg", "c.jpg")
    inbox.pool.fail(2, "The file ends too early.", "Copy it from the phone again.")
    inbox.pool.read(1, "Clelia Delle")
    inbox.until(lambda: inbox.files[2:] == ["a.jpg 1 card"])
    assert inbox.files[0].startswith("b.jpg Did not come in")
    assert "The file ends too early." in inbox.files[0]
    assert "Copy it from the phone again." in inbox.files[0]
    assert inbox.files[1] == "c.jpg Waiting"


def failed_buttons(inbox: Inbox) -> dict[str, QPushButton]:
    row = inbox.page.file_list.failed_row(inbox.page.files.index(0))
    assert row is not None
    return {button.text(): button for button in row.findChildren(QPushButton)}


def test_a_failed_file_is_tried_again(inbox: Inbox) -> None:
    inbox.drop("b.jpg")
    inbox.pool.fail(1, "The disk is gone.", "Plug it in again.")
    inbox.until(lambda: len(inbox.page.files.rows_failed()) == 1)
    failed_buttons(inbox)["Try again"].click()
    inbox.until(lambda: len(inbox.pool.paths) == 2)
    inbox.pool.read(2, "Clelia Delle")
    inbox.until(lambda: inbox.files == ["b.jpg 1 card"])
    assert inbox.page.file_list.failed_row(inbox.page.files.index(0)) is None


def test_a_failed_file_stays_until_it_is_left_out(inbox: Inbox) -> None:
    inbox.drop("b.jpg")
    inbox.pool.fail(1, "The file is empty.", "Copy it again.")
    inbox.until(lambda: len(inbox.page.files.rows_failed()) == 1)
    failed_buttons(inbox)["Leave out"].click()
    assert inbox.files == []
    assert inbox.page.nothing.isVisible()


def test_what_stood_in_the_way_of_all_files_needs_one_press(inbox: Inbox) -> None:
    inbox.drop("a.jpg", "b.jpg", "c.jpg")
    inbox.pool.read(1, "Clelia Delle")
    for ticket in (2, 3):
        inbox.pool.fail(ticket, "The disk is full: nothing of this was saved.", "Make room.")
    inbox.until(inbox.page.retry_button.isVisible)
    inbox.page.retry_button.click()
    inbox.until(lambda: len(inbox.pool.paths) == 5)
    assert [inbox.pool.paths[ticket].name for ticket in (4, 5)] == ["b.jpg", "c.jpg"]
    inbox.until(lambda: not inbox.page.retry_button.isVisible())


def test_a_hundred_failures_can_all_be_dealt_with(inbox: Inbox) -> None:
    inbox.drop(*(f"{number:03}.jpg" for number in range(100)))
    for ticket in range(1, 101):
        inbox.pool.fail(ticket, "This is no picture.", "Drop pictures or PDF files.")
    inbox.until(lambda: len(inbox.page.files.rows_failed()) == 100)
    last = inbox.page.files.index(99)
    assert inbox.page.file_list.failed_row(last) is None
    inbox.page.file_list.setCurrentIndex(last)
    assert inbox.page.file_list.failed_row(last) is not None


def test_a_file_seen_before_says_when(inbox: Inbox) -> None:
    card = Drop(inbox.library).add(BOBBY)
    inbox.drop("again.jpg")
    inbox.pool.say(1, Seen(card.scan.sha256))
    inbox.until(lambda: inbox.files == ["again.jpg Seen before, 19 Nov"])


def test_reading_can_be_cancelled_and_what_was_read_stays(inbox: Inbox) -> None:
    inbox.drop("a.jpg", "b.jpg")
    inbox.pool.read(1, "Clelia Delle")
    inbox.until(lambda: inbox.files == ["b.jpg Waiting", "a.jpg 1 card"])
    inbox.page.cancel_button.click()
    inbox.until(lambda: not inbox.jobs.active)
    inbox.until(lambda: inbox.files == ["b.jpg Cancelled", "a.jpg 1 card"])
    assert len(inbox.library.cards.inbox()) == 1
    assert not inbox.page.cancel_button.isVisible()


def test_a_drop_is_asked_about_once_and_every_card_inherits_the_answer(inbox: Inbox) -> None:
    drop = Drop(inbox.library)
    first, second = drop.add(BOBBY), drop.add(renamed(BOBBY, "Clelia Delle"))
    question = inbox.page.question
    assert question.isVisible()
    assert question.use.text() == "Use for all 2 files"
    question.start()
    inbox.type("Housing Forum")
    question.fields.place.setFocus()
    inbox.type("Kornhaus, Stuttgart")
    question.fields.how.set_how(How.TALKED)
    QTest.keyClick(question.fields.place, Qt.Key.Key_Return)
    wanted = MetContext("Housing Forum", TODAY, "Kornhaus, Stuttgart", How.TALKED)
    assert [inbox.library.cards.get(card.id).context for card in (first, second)] == [wanted, wanted]
    assert not question.isVisible()
    drop.add(renamed(BOBBY, "Tassilo Döhn"))
    assert not question.isVisible()


def test_cards_that_were_added_to_an_event_have_it_in_the_question(inbox: Inbox) -> None:
    """Whatever day the photos are from; and nothing is kept before a person says so."""
    inbox.library.events.save(Event("Founders’ Breakfast", before(3)))
    fair = MetContext("Housing Forum", before(40), "Old Exchange")
    inbox.drop("a.jpg", met=fair)
    inbox.pool.read(1, "Clelia Delle")
    inbox.until(lambda: len(inbox.library.cards.inbox()) == 1 and inbox.page.question.isVisible())
    question = inbox.page.question
    inbox.until(lambda: question.fields.value() == fair)
    assert inbox.library.cards.inbox()[0].context == NOTHING_SAID
    question.use.click()
    assert inbox.library.cards.inbox()[0].context == fair


def test_one_drop_after_another_is_asked_about_with_what_was_said_before(inbox: Inbox) -> None:
    """More cards from the same evening: the second answer is one key, and still a question of its own."""
    Drop(inbox.library).add(BOBBY)
    second = Drop(inbox.library).add(renamed(BOBBY, "Clelia Delle"))
    question = inbox.page.question
    question.start()
    inbox.type("Housing Forum")
    question.fields.place.setFocus()
    inbox.type("Stuttgart")
    QTest.keyClick(question.fields.place, Qt.Key.Key_Return)
    assert (question.isVisible(), question.fields.occasion.hasFocus()) == (True, True)
    assert inbox.library.cards.get(second.id).context == NOTHING_SAID
    QTest.keyClick(question.fields.occasion, Qt.Key.Key_Return)
    assert inbox.library.cards.get(second.id).context == MetContext("Housing Forum", TODAY, "Stuttgart")
    assert not question.isVisible()


def test_photos_of_another_day_are_not_taken_for_the_event_that_was_said_before(inbox: Inbox) -> None:
    Drop(inbox.library, MetContext("Housing Forum", TODAY)).add(BOBBY)
    Drop(inbox.library).add(renamed(BOBBY, "Clelia Delle"), taken_on=before(3))
    assert inbox.page.question.fields.value() == MetContext(on=before(3))


def test_the_question_can_be_put_off(inbox: Inbox) -> None:
    Drop(inbox.library).add(BOBBY)
    inbox.page.question.not_now.click()
    assert not inbox.page.question.isVisible()
    inbox.page.refresh(None)
    assert not inbox.page.question.isVisible()


def test_an_event_on_the_day_of_the_photos_is_suggested_with_the_reason(inbox: Inbox) -> None:
    inbox.library.events.save(Event("Housing Forum", before(3), "Old Exchange"))
    drop = Drop(inbox.library)
    drop.add(BOBBY, taken_on=before(3))
    drop.add(renamed(BOBBY, "Clelia Delle"), taken_on=before(3))
    assert inbox.page.question.fields.value() == MetContext("Housing Forum", before(3), "Old Exchange")
    inbox.page.question.use.click()
    assert inbox.library.cards.inbox()[0].context.event == "Housing Forum"


def test_what_a_person_put_is_not_replaced_by_a_suggestion(inbox: Inbox) -> None:
    drop = Drop(inbox.library)
    drop.add(BOBBY)
    inbox.page.question.fields.day.setDate(inbox.page.question.fields.day.date().addDays(-1))
    drop.add(renamed(BOBBY, "Clelia Delle"), taken_on=date(2026, 10, 1))
    assert inbox.page.question.fields.day.day() == before(1)


def test_known_people_are_offered_as_those_who_introduced(inbox: Inbox) -> None:
    inbox.library.people.save(Contact("Élisabeth Maréchal"))
    Drop(inbox.library).add(BOBBY)
    through = inbox.page.question.fields.through
    through.setFocus()
    QTest.keyClicks(through, "marech")
    completer = through.completer()
    assert completer is not None
    assert completer.completionModel().index(0, 0).data() == "Élisabeth Maréchal"
    popup = completer.popup()
    assert popup is not None
    popup.hide()


def test_enter_and_a_click_open_the_review_of_a_card(inbox: Inbox) -> None:
    drop = Drop(inbox.library)
    drop.add(BOBBY)
    second = drop.add(renamed(BOBBY, "Clelia Delle"))
    inbox.page.grid.setFocus()
    inbox.page.grid.setCurrentIndex(inbox.page.cards.index(1))
    with inbox.qtbot.waitSignal(inbox.page.open_review) as told:
        QTest.keyClick(inbox.page.grid, Qt.Key.Key_Return)
    assert told.args == [second.id]
    place = inbox.page.grid.visualRect(inbox.page.cards.index(1)).center()
    with inbox.qtbot.waitSignal(inbox.page.open_review) as told:
        QTest.mouseClick(inbox.page.grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert told.args == [second.id]


def test_the_models_keep_qts_rules_while_cards_come_and_go(inbox: Inbox) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        for model in (inbox.page.cards, inbox.page.files)
    ]
    drop = many(inbox.library, 5)
    inbox.drop("a.jpg", "b.jpg", "c.jpg")
    inbox.pool.fail(3, "No.", "Yes.")
    inbox.pool.read(1, "Anna", "Berta")
    inbox.until(lambda: len(inbox.library.cards.inbox()) == 7)
    for card in inbox.library.cards.inbox()[1:6:2]:
        inbox.library.cards.skip(card.id, "no use")
    inbox.session.undo()
    drop.add(BOBBY)
    assert len(testers) == 2
    assert len(inbox.cards) == 6


def test_the_page_is_drawn_at_any_width(inbox: Inbox) -> None:
    drop = Drop(inbox.library)
    drop.add(renamed(BOBBY, "Wolfeschlegelsteinhausenbergerdorff " * 5))
    drop.add(renamed(BOBBY, "محمد بن عبد الله 👋"))
    inbox.drop("a" * 120 + ".jpg")
    inbox.pool.fail(1, "The file ends too early. " * 10, "Copy it again.")
    inbox.until(lambda: len(inbox.page.files.rows_failed()) == 1)
    for width, height in ((1280, 800), (760, 640), (480, 500)):
        inbox.window.resize(width, height)
        QApplication.processEvents()
        inbox.window.grab()


FRONT = (BOBBY[0], BOBBY[2])
BACK = (Print(FieldName.COMPANY, "Sable Labs"), Print(FieldName.PHONE, "+49 30 5550100"))


def choose(inbox: Inbox, *lines: int) -> None:
    """Click on cards with Ctrl held."""
    for line in lines:
        place = inbox.page.grid.visualRect(inbox.page.cards.index(line)).center()
        ctrl = Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(inbox.page.grid.viewport(), Qt.MouseButton.LeftButton, ctrl, place)


def test_two_cards_that_are_chosen_become_front_and_back_of_one(inbox: Inbox) -> None:
    opened: list[int] = []
    inbox.page.open_review.connect(opened.append)
    drop = Drop(inbox.library)
    back, front = drop.add(BACK), drop.add(FRONT)
    drop.add(REBECCA)
    inbox.page.grid.take_first()
    choose(inbox, 1)
    assert opened == []
    bar = inbox.page.selection
    assert bar.isVisible()
    assert bar.pair_button.text() == "These are front and back of one card"
    bar.pair_button.click()
    assert [card.id for card in inbox.library.cards.inbox()] == [front.id, front.id + 1]
    card = inbox.library.cards.get(front.id)
    assert card.back is not None
    assert card.back.id == back.id
    assert inbox.cards[0].endswith("front and back")
    assert not bar.isVisible()
    inbox.session.undo()
    assert len(inbox.cards) == 3


def test_cards_that_are_sides_already_say_why_they_can_not_be_paired(inbox: Inbox) -> None:
    said: list[str] = []
    inbox.session.failed.connect(lambda message, _: said.append(message))
    drop = Drop(inbox.library)
    front, back = drop.add(FRONT), drop.add(BACK)
    drop.add(REBECCA)
    inbox.library.cards.sides.pair(front.id, back.id)
    choose(inbox, 1)
    inbox.page.selection.pair_button.click()
    assert said == ["These two cards can't be front and back of one card."]
    assert len(inbox.cards) == 2


def test_a_whole_row_of_fronts_and_backs_is_paired_at_once(inbox: Inbox) -> None:
    drop = Drop(inbox.library)
    for _ in range(2):
        drop.add(FRONT)
        drop.add(BACK)
    inbox.page.grid.selectAll()
    assert inbox.page.selection.pair_button.text() == "Front and back in turn: 2 cards"
    inbox.page.selection.pair_button.click()
    assert [card.back is not None for card in inbox.library.cards.inbox()] == [True, True]
    inbox.session.undo()
    assert len(inbox.cards) == 4


def test_several_cards_are_left_out_together_and_put_back_from_the_skipped(inbox: Inbox) -> None:
    many(inbox.library, 4)
    inbox.page.grid.selectAll()
    assert not inbox.page.selection.pair_button.isHidden()
    choose(inbox, 0)
    assert inbox.page.selection.pair_button.isHidden()
    inbox.page.selection.skip_button.click()
    inbox.type("Doubles")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert len(inbox.cards) == 1
    inbox.page.show_skipped()
    pane = inbox.page.skipped
    assert pane.isVisible()
    assert [card.skip_reason for card in pane.model.cards()] == ["Doubles"] * 3
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert len(pane.model.cards()) == 2
    pane.list.selectAll()
    assert pane.put_button.text() == "Put 2 back"
    pane.put_button.click()
    assert not pane.isVisible()
    assert len(inbox.cards) == 4
    inbox.session.undo()
    assert len(inbox.cards) == 2


def test_escape_leads_back_from_the_skipped(inbox: Inbox) -> None:
    card = Drop(inbox.library).add(BOBBY)
    inbox.library.cards.skip(card.id, "")
    inbox.page.show_skipped()
    assert inbox.page.skipped.isVisible()
    QTest.keyClick(inbox.page.skipped.list, Qt.Key.Key_Escape)
    assert not inbox.page.skipped.isVisible()
    assert inbox.page.nothing.isVisible()


def test_where_nothing_was_skipped_the_program_says_so(inbox: Inbox) -> None:
    said: list[str] = []
    inbox.session.said.connect(said.append)
    inbox.page.show_skipped()
    assert said == ["No card was skipped"]


def test_looking_for_files_can_be_cancelled(inbox: Inbox, tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number}.jpg").write_bytes(b"a picture")
    inbox.jobs.start([tmp_path])
    assert inbox.jobs.gathering
    inbox.page.refresh(None)
    assert inbox.page.cancel_button.isVisible()
    assert inbox.page.header.state() == "Looking for files"
    with inbox.qtbot.waitSignal(inbox.jobs.finished):
        inbox.page.cancel_button.click()
    assert inbox.files == []
    assert inbox.pool.paths == {}


def test_a_folder_with_nothing_to_read_says_so(inbox: Inbox, tmp_path: Path) -> None:
    empty = tmp_path / "letters"
    empty.mkdir()
    (empty / "letter.txt").write_text("Dear Sir")
    inbox.jobs.start([empty])
    inbox.until(lambda: len(inbox.files) == 1)
    assert inbox.files[0].startswith("letters Did not come in")
    assert not inbox.page.cancel_button.isVisible()


def test_the_same_files_again_say_that_they_came_in_before(inbox: Inbox) -> None:
    inbox.drop("one.jpg", "two.jpg")
    for ticket in (1, 2):
        inbox.pool.say(ticket, Seen("0" * 64))
    inbox.until(inbox.page.nothing.notice.isVisible)
    assert inbox.page.nothing.notice.message().startswith("All 2 files came in before.")


def test_three_hundred_files_are_dropped_and_every_one_is_listed(inbox: Inbox) -> None:
    inbox.drop(*(f"IMG_{number:03}.jpg" for number in range(300)))
    with inbox.qtbot.waitSignal(inbox.jobs.finished, timeout=240_000):
        for ticket in range(1, 301):
            inbox.pool.read(ticket, f"Person {ticket:03}")
    assert len(inbox.library.cards.inbox()) == 300
    inbox.until(lambda: len(inbox.files) == 300)
    assert inbox.page.header.state() == "300 cards ready for review"


def test_files_say_which_of_them_were_backs(inbox: Inbox) -> None:
    inbox.session.keep(replace(inbox.session.settings, sides="alternate"))
    inbox.drop("front.jpg", "back.jpg")
    inbox.pool.read(1, "Anna Meier")
    inbox.pool.read(2, "Anna Meier")
    inbox.until(lambda: len(inbox.cards) == 1 and not inbox.jobs.active)
    inbox.until(lambda: inbox.files == ["front.jpg 1 card", "back.jpg Back of a card"])


def test_a_document_of_two_pages_is_one_card_with_two_sides(inbox: Inbox) -> None:
    inbox.session.keep(replace(inbox.session.settings, sides="alternate"))
    inbox.drop("scan.pdf")
    inbox.pool.say(1, Opened(Scan("1" * 64, "scan.pdf", "application/pdf", 1000, 2)))
    for page in (1, 2):
        inbox.pool.say(1, Framed(page, 2, 1))
        read = read_card(BOBBY)
        inbox.pool.say(1, CardRead(replace(read, card=replace(read.card, page=page))))
    inbox.pool.say(1, Done(2))
    inbox.until(lambda: inbox.files == ["scan.pdf 1 card, 2 sides"])
