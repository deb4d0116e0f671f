"""The day: what is due with whom and why, done, put off, dropped and undone from the keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.letters import Form
from cardkeeper.model.overview import Worth
from cardkeeper.model.people import FollowUpKind, Stage
from cardkeeper.model.relationships import (
    Consent,
    Favour,
    FavourDirection,
    FavourKind,
    Need,
    Outcome,
    Promise,
    Referral,
)
from cardkeeper.settings import Settings
from tests.ui.lived_in import BREAKFAST, TODAY, Mailbox, before, open_library, person, session_on
from ui.begun import LOG
from ui.log_box import LogBox
from ui.paragraph import Paragraph
from ui.parts import Writing
from ui.pictures import Pictures
from ui.questions import DayQuestion, ReasonQuestion, YesQuestion
from ui.roles import OBJECT_ROLE
from ui.session import Session
from ui.today import TodayPage
from ui.today.model import DrawerLine, Heading, TodayModel, contact_of


@pytest.fixture
def session(session: Session, ids: dict[str, int]) -> Session:
    assert ids
    return session


def page_of(session: Session, qtbot: QtBot) -> TodayPage:
    pictures = Pictures(session.library.files)
    page = TodayPage(session, pictures)
    qtbot.addWidget(page, before_close_func=lambda _page: pictures.close())
    page.resize(1080, 760)
    with qtbot.waitActive(page):
        page.show()
    session.changed.connect(page.refresh)
    page.refresh(None)
    page.take_focus()
    return page


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> TodayPage:
    return page_of(session, qtbot)


def texts(page: TodayPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def stand_on(page: TodayPage, contact_id: int) -> None:
    page.view.stand_on(None, page.model.row_about(contact_id))
    assert contact_of(page.view.line()) == contact_id


def press(page: TodayPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.view, key, modifier)


def test_the_model_keeps_its_promises(page: TodayPage, qtmodeltester: Any) -> None:
    qtmodeltester.check(page.model)
    page.model.show_drawer(True)
    page.model.show_waiting(True)
    qtmodeltester.check(page.model)


def test_what_is_late_comes_first_and_says_so(page: TodayPage) -> None:
    assert texts(page)[:3] == ["Do first", "Meet Bobby Perry over coffee", "Send Morgan Nelson a short note"]
    spoken = page.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Send Morgan Nelson a short note. Overdue by 1 day.")
    assert "Invite Rebecca Baxter to coffee" in texts(page)


def test_arrows_pass_over_the_titles_of_sections(page: TodayPage) -> None:
    assert page.view.currentIndex().row() == 1
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Down)
    assert not isinstance(page.view.line(), Heading)
    assert page.view.currentIndex().row() == 4


def test_enter_asks_for_the_letter_of_the_line(page: TodayPage, ids: dict[str, int], qtbot: QtBot) -> None:
    stand_on(page, ids["Rebecca Baxter"])
    with qtbot.waitSignal(page.compose) as asked:
        press(page, Qt.Key.Key_Return)
    assert asked.args == [Writing((ids["Rebecca Baxter"],))]


def test_ctrl_i_marks_as_invited_and_undo_brings_it_back(
    page: TodayPage, ids: dict[str, int], session: Session
) -> None:
    rebecca = ids["Rebecca Baxter"]
    stand_on(page, rebecca)
    press(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert session.library.follow_ups.of(rebecca)[0].stage is Stage.INVITED
    session.undo()
    assert session.library.follow_ups.of(rebecca)[0].stage is Stage.TO_INVITE
    assert not session.library.log.of(rebecca)
    assert "Invite Rebecca Baxter to coffee" in texts(page)


def test_ctrl_d_does_what_comes_next_and_goes_on_to_the_next_line(
    page: TodayPage, ids: dict[str, int], library: Library
) -> None:
    stand_on(page, ids["Morgan Nelson"])
    press(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert library.follow_ups.of(ids["Morgan Nelson"])[0].stage is Stage.SENT
    assert page.view.line() is not None
    assert contact_of(page.view.line()) != ids["Morgan Nelson"]


def test_snooze_asks_for_a_day_in_the_row(page: TodayPage, ids: dict[str, int], library: Library) -> None:
    stand_on(page, ids["Jacob Calderon"])
    press(page, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    question = page.view.steps.question
    assert isinstance(question, DayQuestion)
    assert [button.text() for button in question.choices] == ["1 day", "Monday", "Next week"]
    question.choices[1].click()
    assert library.follow_ups.of(ids["Jacob Calderon"])[0].due == before(-4)
    assert library.history.can_undo.startswith("Snoozed Jacob Calderon until")


def test_esc_takes_a_question_back_and_gives_the_keyboard_to_the_list(page: TodayPage, ids: dict[str, int]) -> None:
    stand_on(page, ids["Jacob Calderon"])
    press(page, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert page.view.steps.question is None
    assert page.view.hasFocus()


def test_dropping_needs_a_reason(page: TodayPage, ids: dict[str, int], library: Library) -> None:
    jacob = ids["Jacob Calderon"]
    stand_on(page, jacob)
    page.view.steps.ask_drop()
    question = page.view.steps.question
    assert isinstance(question, ReasonQuestion)
    assert not question.do.isEnabled()
    QTest.keyClick(question.reason, Qt.Key.Key_Return)
    assert library.follow_ups.of(jacob)[0].open
    QTest.keyClicks(question.reason, "No answer")
    QTest.keyClick(question.reason, Qt.Key.Key_Return)
    dropped = library.follow_ups.of(jacob)[0]
    assert (dropped.stage, dropped.reason) == (Stage.DROPPED, "No answer")


def test_a_call_opens_the_number_and_asks_whether_they_talked(
    page: TodayPage, ids: dict[str, int], mailbox: Mailbox, library: Library
) -> None:
    stand_on(page, ids["Jacob Calderon"])
    press(page, Qt.Key.Key_Return)
    assert mailbox.opened[0].toString() == "tel:+49306966377"
    question = page.view.steps.question
    assert isinstance(question, YesQuestion)
    question.sure.click()
    assert library.follow_ups.of(ids["Jacob Calderon"])[0].stage is Stage.TALKED


def test_a_booking_asks_for_its_day(page: TodayPage, ids: dict[str, int], library: Library) -> None:
    frida = ids["Frida Björklund"]
    stand_on(page, frida)
    press(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    question = page.view.steps.question
    assert isinstance(question, DayQuestion)
    question.choices[0].click()
    booked = library.follow_ups.of(frida)[0]
    assert (booked.stage, booked.due) == (Stage.BOOKED, before(-1))


def test_the_drawer_hands_out_people_one_step_from_a_way_out(
    page: TodayPage, ids: dict[str, int], library: Library
) -> None:
    assert texts(page)[-1] == "2 people are still in the drawer"
    page.view.stand_on(None, page.model.rowCount() - 1)
    assert isinstance(page.view.line(), DrawerLine)
    press(page, Qt.Key.Key_Return)
    assert contact_of(page.view.line()) == ids["Dakshesh Batra"]
    press(page, Qt.Key.Key_Return)
    begun = library.follow_ups.of(ids["Dakshesh Batra"])[0]
    assert (begun.kind, begun.stage) == (FollowUpKind.COFFEE, Stage.TO_INVITE)


def test_none_on_purpose_asks_why(page: TodayPage, ids: dict[str, int], library: Library) -> None:
    page.model.show_drawer(True)
    stand_on(page, ids["Dakshesh Batra"])
    page.view.begin.ask_none()
    question = page.view.begin.question
    assert isinstance(question, ReasonQuestion)
    QTest.keyClicks(question.reason, "A supplier")
    question.do.click()
    step = library.follow_ups.of(ids["Dakshesh Batra"])[0]
    assert (step.stage, step.reason) == (Stage.NONE, "A supplier")


def test_invites_over_the_weekly_limit_wait_and_say_why(library: Library, qtbot: QtBot) -> None:
    for number in range(6):
        person(
            library,
            f"Guest {number}",
            met=BREAKFAST,
            step=(FollowUpKind.COFFEE, Stage.TO_INVITE, TODAY, before(1)),
        )
    page = page_of(session_on(library, Settings(weekly_limit=2)), qtbot)
    assert page.week.words.whole_text() == "0 of 2 invites and check-ins done"
    assert page.week.waiting.text() == "4 wait for another week"
    assert sum("Invite" in text for text in texts(page)) == 2
    page.week.why.click()
    assert sum("Invite" in text for text in texts(page)) == 6
    last = page.model.index(page.model.rowCount() - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Waits for the week of 30 November: a week holds 2." in last


def test_the_person_stands_beside_with_number_mail_and_last_talk(page: TodayPage, ids: dict[str, int]) -> None:
    stand_on(page, ids["Jacob Calderon"])
    assert page.aside.name.text() == "Jacob Calderon"
    assert page.aside.talked_title.text() == "Last talked 16 days ago"
    assert page.aside.talked.text().startswith("He takes over two sites")


def test_a_number_can_be_copied(page: TodayPage, ids: dict[str, int], session: Session, qtbot: QtBot) -> None:
    stand_on(page, ids["Jacob Calderon"])
    copy = next(
        button for button in page.aside.findChildren(type(page.view.steps.snooze_button)) if "Copy" in button.toolTip()
    )
    with qtbot.waitSignal(session.said) as said:
        copy.click()
    assert said.args == ["Copied +49 30 6966377"]
    assert QGuiApplication.clipboard().text() == "+49 30 6966377"


def test_a_talk_is_logged_from_the_list(page: TodayPage, ids: dict[str, int], library: Library) -> None:
    jacob = ids["Jacob Calderon"]
    stand_on(page, jacob)
    press(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    box = page.aside.log_box
    QTest.keyClicks(box.text, "He found a site manager")
    QTest.keyClick(box.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert library.log.of(jacob)[0].text == "He found a site manager"


def test_a_talk_is_logged_from_whatever_part_of_the_box_has_the_keyboard(
    page: TodayPage, ids: dict[str, int], library: Library
) -> None:
    jacob = ids["Jacob Calderon"]
    stand_on(page, jacob)
    page.log_talk()
    box = page.aside.log_box
    QTest.keyClicks(box.text, "He found a site manager")
    assert box.worth is not None
    box.worth.buttons[Worth.FACT].setFocus()
    QTest.keyClick(box.worth.buttons[Worth.FACT], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert library.log.of(jacob)[0].text == "He found a site manager"


def test_words_that_were_begun_are_found_again(
    page: TodayPage, ids: dict[str, int], session: Session, qtbot: QtBot
) -> None:
    """On the line that they are about, and on the page of the person; until they are logged, or let go."""
    jacob = ids["Jacob Calderon"]
    stand_on(page, jacob)
    page.log_talk()
    box = page.aside.log_box
    QTest.keyClicks(box.text, "He found a site manager")
    stand_on(page, ids["Rebecca Baxter"])
    assert box.text.toPlainText() == ""
    stand_on(page, jacob)
    assert box.text.toPlainText() == "He found a site manager"
    page.hide()
    other = LogBox(session.today(), session.begun)
    qtbot.addWidget(other)
    other.set_person(jacob, session.today())
    assert other.text.toPlainText() == "He found a site manager"
    other.discard.click()
    assert not session.begun.words(LOG, jacob)


def test_a_new_library_says_what_will_show_here(tmp_path: Path, qtbot: QtBot) -> None:
    with open_library(tmp_path / "new") as library:
        page = page_of(session_on(library), qtbot)
        assert page.empty.isVisible()
        assert page.empty.title.text() == "Nothing is due today"


def test_a_narrow_page_keeps_the_list(page: TodayPage) -> None:
    page.resize(700, 560)
    assert page.view.isVisible()
    assert not page.aside.isVisible()


def test_a_narrow_page_says_the_week_in_full(page: TodayPage) -> None:
    page.resize(792, 560)
    assert page.week.words.text() == page.week.words.whole_text()


def test_names_from_cards_are_never_markup(library: Library, qtbot: QtBot) -> None:
    evil = person(
        library, "<b>Bold</b> <img src=x>", "<i>Boss</i>", "A & B", met=BREAKFAST,
        step=(FollowUpKind.COFFEE, Stage.TO_INVITE, TODAY, TODAY),
    )  # fmt: skip
    page = page_of(session_on(library), qtbot)
    stand_on(page, evil)
    assert page.aside.name.text() == "<b>Bold</b> <img src=x>"
    assert page.aside.name.textFormat() is Qt.TextFormat.PlainText
    assert isinstance(page.model, TodayModel)
    assert page.model.index(page.view.currentIndex().row()).data(OBJECT_ROLE).title.startswith("Invite <b>Bold</b>")


def test_a_double_click_by_habit_marks_one_person_only(page: TodayPage, ids: dict[str, int], library: Library) -> None:
    stand_on(page, ids["Rebecca Baxter"])
    QTest.mouseClick(page.view.steps.mark_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(page.view.steps.mark_button, Qt.MouseButton.LeftButton)
    assert library.follow_ups.of(ids["Rebecca Baxter"])[0].stage is Stage.INVITED
    assert library.follow_ups.of(ids["Élisabeth Maréchal"])[0].stage is Stage.TO_INVITE


def test_what_is_asked_twice_before_the_list_is_new_is_done_once(
    page: TodayPage, ids: dict[str, int], session: Session
) -> None:
    session.changed.disconnect(page.refresh)
    rebecca = ids["Rebecca Baxter"]
    stand_on(page, rebecca)
    page.view.steps.invited()
    page.view.steps.invited()
    assert len(session.library.log.of(rebecca)) == 1


def test_whoever_was_just_met_and_not_written_to_gets_a_short_note_in_one_go(
    page: TodayPage, ids: dict[str, int], qtbot: QtBot
) -> None:
    new = {ids[name] for name in ("Rebecca Baxter", "Élisabeth Maréchal", "Bobby Perry", "Féline Willemsen")}
    with qtbot.waitSignal(page.compose) as wanted:
        page.notes.write.click()
    assert wanted.args
    assert (set(wanted.args[0].people), wanted.args[0].form) == (new, Form.NOTE)


def test_a_promise_is_kept_put_off_or_dropped_by_key(
    page: TodayPage, ids: dict[str, int], library: Library, session: Session
) -> None:
    morgan = ids["Morgan Nelson"]
    library.promises.save(Promise(morgan, "Send Morgan the acoustics report", before(8), before(1)))
    library.promises.save(Promise(morgan, "Find a frame", before(8), TODAY))
    stand_on(page, morgan)
    assert texts(page)[1] == "Send Morgan the acoustics report"
    assert page.view.loops.isVisible()
    press(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [promise.text for promise in library.promises.open()] == ["Find a frame"]
    session.undo()
    assert len(library.promises.open()) == 2
    stand_on(page, morgan)
    press(page, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    question = page.view.loops.question
    assert isinstance(question, DayQuestion)
    question.choices[0].click()
    assert library.promises.of(morgan)[1].due == before(-1)
    page.view.stand_on(None, page.model.row_about(morgan))
    page.view.ask_drop()
    why = page.view.loops.question
    assert isinstance(why, ReasonQuestion)
    QTest.keyClicks(why.reason, "He has one")
    why.do.click()
    assert {promise.reason for promise in library.promises.of(morgan)} == {"He has one", ""}


def test_a_line_that_needs_words_asks_for_them_in_the_page(
    page: TodayPage, ids: dict[str, int], library: Library
) -> None:
    theodor, rebecca = ids["Theodor Speer"], ids["Rebecca Baxter"]
    library.referrals.save(
        Referral(theodor, None, rebecca, before(40), heads_up=Consent.AGREED, heads_up_on=before(39))
    )
    row = next(row for row in range(page.model.rowCount()) if texts(page)[row].startswith("Note what came of"))
    page.view.stand_on(None, row)
    page.view.done()
    question = page.view.loops.question
    assert isinstance(question, ReasonQuestion)
    QTest.keyClicks(question.reason, "became a client")
    question.do.click()
    (referral,) = library.referrals.of(rebecca)
    assert (referral.outcome, referral.result) == (Outcome.SUCCEEDED, "became a client")
    assert "Thank Theodor Speer again" in texts(page)


def test_needs_favours_and_questions_stand_beside(page: TodayPage, ids: dict[str, int], library: Library) -> None:
    jacob = ids["Jacob Calderon"]
    library.needs.save(Need(jacob, "a bilingual site manager", before(16)))
    library.favours.save(Favour(jacob, FavourDirection.GIVEN, FavourKind.ADVICE, before(30), "on permits"))
    stand_on(page, jacob)
    page.refresh(None)
    shown = [label.text() for label in page.aside.findChildren(Paragraph)]
    assert "a bilingual site manager (for 16 days)" in shown
    assert "You gave 1, asked 0" in shown
    assert page.aside.ask.text().splitlines()[0] == "Have they found a bilingual site manager?"
