"""Letters are written beside what is known, checked, handed over, and asked about; words that were typed stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.letters import Form, Language
from cardkeeper.model.people import Channel, Contact, Direction, FollowUpKind, Interaction, Stage, Tone
from cardkeeper.model.relationships import (
    Consent,
    Introduction,
    IntroductionStage,
    Matter,
    Need,
    Promise,
    PromiseState,
    Referral,
)
from cardkeeper.relationships import introductions
from cardkeeper.relationships.today import list_today
from cardkeeper.settings import Settings
from tests.ui.lived_in import TODAY, Mailbox, before, session_on
from ui import theme
from ui.composer import ComposerPage
from ui.parts import Label, Writing
from ui.pictures import Pictures
from ui.questions import DayQuestion, YesQuestion
from ui.session import Session

PITCH = "I also have a great opportunity for you."


@pytest.fixture
def session(library: Library) -> Session:
    settings = Settings(my_name="Anna Weber", my_mail="anna@example.org", public_place="Café Lindenhof")
    return session_on(library, settings)


@pytest.fixture
def page(session: Session, ids: dict[str, int], qtbot: QtBot) -> Iterator[ComposerPage]:
    pictures = Pictures(session.library.files)
    page = ComposerPage(session, pictures)
    session.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1072, 740)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.write(Writing((ids["Rebecca Baxter"],)), "today", "Today")
    yield page
    pictures.close()


def words(page: ComposerPage) -> str:
    return page.desk.paper.words.toPlainText()


def types_at_the_end(page: ComposerPage, text: str) -> None:
    page.desk.paper.words.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(page.desk.paper.words, text)
    page.desk.paper.look()


def answers_yes(page: ComposerPage) -> None:
    question = page.bar.asking.question
    assert isinstance(question, YesQuestion)
    question.sure.click()


def test_an_invite_is_ready_when_the_page_opens(page: ComposerPage) -> None:
    assert page.header.title.whole_text() == "Invite Rebecca Baxter"
    assert page.desk.paper.to.text() == "Rebecca Baxter, baxter@example.org"
    assert page.desk.paper.subject.text() == "Coffee after Founders’ Breakfast?"
    assert words(page).startswith("Hi Rebecca,\n\nIt was good to meet you yesterday at Founders’ Breakfast.")
    assert "Tuesday 24 November at 10:00 or Thursday 26 November at 15:30, at Café Lindenhof" in words(page)
    assert words(page).endswith("All the best\nAnna Weber")
    assert not page.desk.paper.notice.isVisible()


def test_a_letter_without_a_name_under_it_says_so_and_leads_to_where_it_is_set(
    page: ComposerPage, session: Session, ids: dict[str, int], qtbot: QtBot
) -> None:
    assert not page.desk.paper.unsigned.isVisible()
    session.keep(replace(session.settings, my_name=""))
    page.write(Writing((ids["Rebecca Baxter"],)), "today", "Today")
    assert page.desk.paper.unsigned.isVisible()
    with qtbot.waitSignal(page.set_up) as asked:
        page.desk.paper.name_button.click()
    assert asked.args == ["my_name"]


def test_another_form_is_one_key_and_remembered(page: ComposerPage, ids: dict[str, int], library: Library) -> None:
    QTest.keyClick(page, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.desk.paper.words, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert "go for a walk" in words(page)
    rebecca = ids["Rebecca Baxter"]
    assert library.follow_ups.of(rebecca)[0].kind is FollowUpKind.WALK
    assert library.people.get(rebecca).form is FollowUpKind.WALK
    library.history.undo()
    assert library.follow_ups.of(rebecca)[0].kind is FollowUpKind.COFFEE
    assert "have a coffee" in words(page)


def test_tone_and_language_are_remembered_for_the_person(
    page: ComposerPage, ids: dict[str, int], library: Library
) -> None:
    page.desk.ways.tone.segment("formal").click()
    page.desk.ways.language.setCurrentIndex(page.desk.ways.language.findData(Language.GERMAN))
    assert words(page).startswith("Guten Tag Rebecca Baxter,\n\nes hat mich gefreut, Sie gestern")
    kept = library.people.get(ids["Rebecca Baxter"])
    assert (kept.tone, kept.language) == (Tone.FORMAL, "de")


def test_times_and_place_change_the_letter(page: ComposerPage) -> None:
    page.desk.ways.place.selectAll()
    QTest.keyClicks(page.desk.ways.place, "City Park")
    assert "at City Park" in words(page)
    for field in page.desk.ways.times:
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
    assert "I thought of City Park" in words(page)
    assert "November" not in words(page)


def test_a_pitch_is_underlined_and_can_be_removed_or_kept(page: ComposerPage) -> None:
    types_at_the_end(page, f". {PITCH} We sell cars.")
    assert [pitch.sentence for pitch in page.desk.paper.pitches_found()] == [PITCH, "We sell cars."]
    assert len(page.desk.paper.words.extraSelections()) == 2
    assert "great opportunity" in page.desk.paper.notice.strong.text()
    page.desk.paper.notice.remove.click()
    assert PITCH not in words(page)
    page.desk.paper.notice.keep.click()
    assert "We sell cars." in words(page)
    assert not page.desk.paper.notice.isVisible()


def test_a_pitch_never_blocks(page: ComposerPage, mailbox: Mailbox) -> None:
    types_at_the_end(page, f" {PITCH}")
    page.bar.mail_button.click()
    assert PITCH in parse_qs(urlsplit(mailbox.opened[0].toString()).query)["body"][0]


def test_a_fact_goes_into_the_message_by_a_click(page: ComposerPage) -> None:
    page.desk.paper.words.moveCursor(QTextCursor.MoveOperation.End)
    fact = next(fact for fact in page.desk.facts.facts() if fact.words() == "first-time buyers")
    fact.click()
    assert words(page).endswith("Anna Weber first-time buyers")


@pytest.mark.qt_log_ignore("does not support|Unable to detect")
def test_without_a_mail_program_the_words_are_on_the_clipboard_and_it_says_so_where_one_looks(
    page: ComposerPage,
) -> None:
    page.bar.mail_button.click()
    assert QGuiApplication.clipboard().text().startswith("baxter@example.org\n")
    assert isinstance(page.bar.asking.question, YesQuestion)
    said = [label.text() for label in page.bar.asking.question.findChildren(Label)]
    assert said == ["No mail program opened. The words are on the clipboard.", "Did you send it?"]


def test_it_opens_in_mail_and_asks_whether_it_was_sent(
    page: ComposerPage, mailbox: Mailbox, ids: dict[str, int], library: Library, qtbot: QtBot
) -> None:
    rebecca = ids["Rebecca Baxter"]
    QTest.keyClick(page.desk.paper.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(mailbox.opened))
    assert mailbox.opened[0].path() == "baxter@example.org"
    assert library.follow_ups.of(rebecca)[0].stage is Stage.TO_INVITE
    with qtbot.waitSignal(page.go) as left:
        answers_yes(page)
    assert left.args == ["today"]
    assert library.follow_ups.of(rebecca)[0].stage is Stage.INVITED
    assert library.log.of(rebecca)[0].channel is Channel.MAIL
    library.history.undo()
    assert library.follow_ups.of(rebecca)[0].stage is Stage.TO_INVITE
    assert library.log.of(rebecca) == ()


def test_not_yet_leaves_everything_as_it_was(page: ComposerPage, mailbox: Mailbox, library: Library) -> None:
    can_undo = library.history.can_undo
    page.bar.mail_button.click()
    question = page.bar.asking.question
    assert isinstance(question, YesQuestion)
    question.not_yet.click()
    assert page.bar.asking.question is None
    assert library.history.can_undo == can_undo


def test_a_letter_without_an_address_is_said_not_lost(
    page: ComposerPage, library: Library, session: Session, mailbox: Mailbox, qtbot: QtBot
) -> None:
    nobody = library.people.save(Contact("Ann Lee"))
    page.write(Writing((nobody,)), "people", "People")
    assert page.desk.paper.to.text() == "Ann Lee, no mail address is known"
    with qtbot.waitSignal(session.failed) as said:
        page.bar.mail_button.click()
    assert said.args == ["No mail address is known of Ann Lee.", "Add one on their page, or call instead."]
    assert mailbox.opened == []


def test_what_was_typed_is_there_again(page: ComposerPage, ids: dict[str, int], library: Library) -> None:
    types_at_the_end(page, " PS: Bring the guide.")
    page.write(Writing((ids["Frida Björklund"],)), "today", "Today")
    assert "PS" not in words(page)
    page.write(Writing((ids["Rebecca Baxter"],)), "today", "Today")
    assert words(page).endswith("PS: Bring the guide.")
    page.desk.ways.tone.segment("formal").click()
    assert words(page).endswith("PS: Bring the guide.")
    page.desk.paper.anew_button.click()
    assert words(page).startswith("Dear Rebecca Baxter,")
    assert library.letters.unsent(ids["Rebecca Baxter"], Form.COFFEE) is None


def test_another_size_of_type_is_nothing_that_was_typed(
    page: ComposerPage, ids: dict[str, int], library: Library, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 130)
    theme.apply(qapp, "dark", 100)
    page.hide()
    assert library.letters.unsent(ids["Rebecca Baxter"], Form.COFFEE) is None


def test_leaving_the_page_keeps_what_was_typed(page: ComposerPage, ids: dict[str, int], library: Library) -> None:
    types_at_the_end(page, "!")
    page.hide()
    kept = library.letters.unsent(ids["Rebecca Baxter"], Form.COFFEE)
    assert kept is not None
    assert kept.body.endswith("Anna Weber!")


def test_many_letters_are_looked_at_one_by_one(
    page: ComposerPage, ids: dict[str, int], mailbox: Mailbox, library: Library, qtbot: QtBot
) -> None:
    people = tuple(ids[name] for name in ("Rebecca Baxter", "Féline Willemsen", "Frida Björklund"))
    page.write(Writing(people, Form.NOTE), "people", "People")
    assert page.header.place.text() == "1 of 3"
    page.bar.mail_button.click()
    answers_yes(page)
    assert page.header.place.text() == "2 of 3"
    assert words(page).startswith("Hi Féline,")
    page.header.before.click()
    page.header.after.click()
    page.header.after.click()
    assert not page.header.after.isEnabled()
    page.bar.mail_button.click()
    with qtbot.waitSignal(page.go) as left:
        answers_yes(page)
    assert left.args == ["people"]
    assert len(mailbox.opened) == 2


def test_a_letter_is_saved_as_a_draft(page: ComposerPage, tmp_path: Path) -> None:
    target = tmp_path / "invite.eml"
    page.saving.save_eml(target)
    message = message_from_bytes(target.read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    assert message["From"] == "Anna Weber <anna@example.org>"
    assert isinstance(page.bar.asking.question, YesQuestion)


def test_the_first_time_is_saved_for_the_calendar(page: ComposerPage, tmp_path: Path) -> None:
    target = tmp_path / "coffee.ics"
    page.saving.save_ics(target)
    (event,) = icalendar.Calendar.from_ical(target.read_bytes()).events
    assert event["summary"] == "Coffee with Rebecca Baxter"
    assert event["location"] == "Café Lindenhof"
    assert event["status"] == "TENTATIVE"
    assert event["attendee"] == "mailto:baxter@example.org"
    assert (event.start.month, event.start.day) == (11, 24)


def test_a_file_that_can_not_be_written_is_said(
    page: ComposerPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("in the way")
    with qtbot.waitSignal(session.failed):
        page.saving.save_eml(tmp_path / "file" / "invite.eml")
    assert page.bar.asking.question is None


def test_a_template_is_changed_with_its_letter_beside_it(page: ComposerPage, library: Library) -> None:
    page.edit_template()
    editor = page.editor
    assert editor is not None
    editor.words.setPlainText("{greeting}\n\nShall we meet at {where}? {nonsense}")
    editor.show_preview()
    assert "There is no field “nonsense”." in editor.note.text()
    assert not editor.keep_button.isEnabled()
    editor.words.setPlainText("{greeting}\n\nShall we meet at {where}?")
    editor.show_preview()
    assert editor.shown.text() == "Hi Rebecca,\n\nShall we meet at Café Lindenhof?"
    editor.keep_button.click()
    assert words(page) == "Hi Rebecca,\n\nShall we meet at Café Lindenhof?"
    page.edit_template()
    assert page.editor is not None
    page.editor.back_button.click()
    assert "No pitch" in words(page)
    library.history.undo()
    assert words(page) == "Hi Rebecca,\n\nShall we meet at Café Lindenhof?"


def test_an_introduction_goes_to_both_as_a_draft_with_both_contacts(
    page: ComposerPage, ids: dict[str, int], library: Library, tmp_path: Path
) -> None:
    rebecca, bobby = ids["Rebecca Baxter"], ids["Bobby Perry"]
    number = library.introductions.save(Introduction(rebecca, bobby, "both turn labs into homes", TODAY))
    for person in (rebecca, bobby):
        page.write(Writing((person,), Form.INTRODUCTION_ASK, introduction_id=number), "introductions", "Introductions")
        other = "Bobby" if person == rebecca else "Rebecca"
        assert other not in words(page)
        page.desk.errand.sent() if page.desk.errand else None
    assert library.introductions.get(number).stage is IntroductionStage.FIRST_ASKED


def test_details_are_handed_on_with_the_contact_once_the_prospect_agreed(
    page: ComposerPage, ids: dict[str, int], library: Library, tmp_path: Path
) -> None:
    rebecca, bobby = ids["Rebecca Baxter"], ids["Bobby Perry"]
    number = library.referrals.save(Referral(None, rebecca, bobby, TODAY, "an architect", Consent.AGREED, TODAY))
    page.write(Writing((rebecca,), Form.HAND_ON, referral_id=number), "today", "Today")
    assert page.header.title.whole_text() == "Give Rebecca Baxter the details of Bobby Perry"
    target = tmp_path / "details.eml"
    page.saving.save_eml(target)
    message = message_from_bytes(target.read_bytes(), policy=default)
    assert [part.get_filename() for part in message.iter_attachments()] == ["Bobby Perry.vcf"]
    answers_yes(page)
    assert library.referrals.get(number).handed_on == TODAY


def test_after_an_introduction_one_side_is_asked_whether_they_talked_and_both_are_thanked(
    page: ComposerPage, ids: dict[str, int], library: Library, mailbox: Mailbox
) -> None:
    rebecca, bobby = ids["Rebecca Baxter"], ids["Bobby Perry"]
    agreed = Consent.AGREED
    number = library.introductions.save(
        Introduction(rebecca, bobby, "Labs", before(30), agreed, before(29), agreed, before(28), before(27))
    )
    page.write(Writing((rebecca,), Form.DID_YOU_TALK, introduction_id=number), "today", "Today")
    assert page.desk.paper.to.text() == "Rebecca Baxter, baxter@example.org"
    assert "I introduced you to Bobby Perry. Did you get to talk?" in words(page)
    page.bar.mail_button.click()
    answers_yes(page)
    assert library.introductions.get(number).checked_on == TODAY
    library.introductions.save(introductions.talked(library.introductions.get(number), TODAY))
    page.write(Writing((rebecca,), Form.THANKS_BOTH, introduction_id=number), "today", "Today")
    assert page.desk.paper.to.text().startswith("Rebecca Baxter, baxter@example.org; Bobby Perry")
    assert words(page).startswith("Hi Rebecca, hi Bobby,")
    page.bar.mail_button.click()
    answers_yes(page)
    assert len(mailbox.opened) == 2
    assert library.introductions.get(number).stage is IntroductionStage.THANKED
    assert [library.log.of(who)[0].text for who in (rebecca, bobby)] == ["Said thanks for their time"] * 2


def test_who_got_a_referral_is_asked_what_came_of_it_and_is_left_alone_for_some_days(
    page: ComposerPage, session: Session, ids: dict[str, int], library: Library, mailbox: Mailbox
) -> None:
    rebecca, bobby = ids["Rebecca Baxter"], ids["Bobby Perry"]
    number = library.referrals.save(
        Referral(None, rebecca, bobby, before(40), "", Consent.AGREED, before(39), handed_on=before(38))
    )

    def asked_for() -> list[str]:
        day = list_today(library.day.facts(TODAY, session.settings), TODAY, session.settings)
        return [item.title for item in day.items if item.matter is Matter.OUTCOME]

    assert asked_for() == ["Ask Rebecca Baxter what came of Bobby Perry"]
    page.write(Writing((rebecca,), Form.WHAT_CAME, referral_id=number), "today", "Today")
    assert "I gave you the details of Bobby Perry some time ago. Did anything come of it?" in words(page)
    page.bar.mail_button.click()
    answers_yes(page)
    assert asked_for() == []
    assert len(mailbox.opened) == 1
    assert library.log.of(rebecca)[0].text == "Asked what came of Bobby Perry"
    library.history.undo()
    assert asked_for() == ["Ask Rebecca Baxter what came of Bobby Perry"]


def test_an_answer_to_a_mail_begins_with_thanks_for_it(
    page: ComposerPage, ids: dict[str, int], library: Library, mailbox: Mailbox
) -> None:
    rebecca = ids["Rebecca Baxter"]
    wrote = Interaction(rebecca, before(2), Channel.MAIL, Direction.THEIRS, "Which lender do you use?", call_back=True)
    library.log.add(wrote)
    page.write(Writing((rebecca,), Form.ANSWER), "today", "Today")
    assert page.header.title.whole_text() == "Answer Rebecca Baxter"
    assert page.header.state.whole_text() == "Which lender do you use?"
    assert "Thank you for your message." in words(page)
    page.bar.mail_button.click()
    answers_yes(page)
    assert mailbox.opened[0].path() == "baxter@example.org"
    assert not any(entry.call_back for entry in library.log.of(rebecca))


def test_the_stage_is_one_press_away_and_a_booking_asks_for_its_day(
    page: ComposerPage, ids: dict[str, int], library: Library
) -> None:
    rebecca = ids["Rebecca Baxter"]
    segments = page.header.stages.segments
    assert segments is not None
    assert segments.value() == "to invite"
    segments.segment("booked").click()
    question = page.bar.asking.question
    assert isinstance(question, DayQuestion)
    question.choices[0].click()
    booked = library.follow_ups.of(rebecca)[0]
    assert (booked.stage, booked.due) == (Stage.BOOKED, before(-1))
    assert page.header.title.whole_text() == "Write to Rebecca Baxter before you meet"
    library.history.undo()
    assert library.follow_ups.of(rebecca)[0].stage is Stage.TO_INVITE


def test_a_need_is_asked_about_without_naming_who_has_it(
    page: ComposerPage, ids: dict[str, int], library: Library
) -> None:
    need = library.needs.save(Need(ids["Rebecca Baxter"], "a patent lawyer", TODAY))
    page.write(Writing((ids["Bobby Perry"],), Form.NEED, need_id=need), "today", "Today")
    assert "a patent lawyer" in words(page)
    assert "Rebecca" not in words(page)


def test_thanks_for_a_referral_name_who_was_referred_and_pay_what_is_owed(
    page: ComposerPage, ids: dict[str, int], library: Library, mailbox: Mailbox
) -> None:
    speer, chris = ids["Theodor Speer"], ids["Chris Riddle"]
    number = library.referrals.save(Referral(speer, None, chris, before(3), "engineers"))
    owed = next(owed for owed in library.thanks.open() if owed.referral_id == number)
    page.write(Writing((speer,), Form.THANKS_REFERRAL, thank_you_id=owed.id), "today", "Today")
    assert page.header.title.whole_text() == "Thank Theodor Speer"
    assert "Thank you for putting my name in the way of Chris Riddle." in words(page)
    page.open_in_mail()
    assert mailbox.opened[0].scheme() == "mailto"
    assert library.thanks.get(owed.id).open
    answers_yes(page)
    assert library.thanks.get(owed.id).paid_on == TODAY
    assert library.log.of(speer)[0].text == "Said thanks: Chris Riddle"
    library.history.undo()
    assert library.thanks.get(owed.id).open


def test_what_was_promised_goes_out_with_the_promise_in_words(
    page: ComposerPage, ids: dict[str, int], library: Library, mailbox: Mailbox
) -> None:
    rebecca = ids["Rebecca Baxter"]
    number = library.promises.save(Promise(rebecca, "send the guide in Polish.", before(3)))
    page.write(Writing((rebecca,), Form.PROMISE, promise_id=number), "today", "Today")
    assert "I said I would do this for you: send the guide in Polish. Here it is." in words(page)
    page.open_in_mail()
    answers_yes(page)
    assert library.promises.get(number).state is PromiseState.KEPT
    assert library.log.of(rebecca)[0].on == TODAY


def test_a_check_in_asks_how_they_are_and_after_what_they_needed(
    page: ComposerPage, ids: dict[str, int], library: Library, mailbox: Mailbox
) -> None:
    rebecca = ids["Rebecca Baxter"]
    library.needs.save(Need(rebecca, "a patent lawyer", before(90)))
    page.write(Writing((rebecca,), Form.CHECK_IN), "today", "Today")
    assert page.desk.paper.subject.text() == "How are you?"
    assert "Are you still looking for this: a patent lawyer?" in words(page)
    page.open_in_mail()
    answers_yes(page)
    assert library.log.of(rebecca)[0].text == "Asked how they are"


def test_the_call_sheet_is_at_hand_on_the_phone(page: ComposerPage, mailbox: Mailbox) -> None:
    page.bar.call_button.click()
    assert mailbox.opened[0].scheme() == "tel"
    assert QGuiApplication.clipboard().text().startswith("Rebecca Baxter\nLoan officer, Prismworks")


def test_somebody_who_is_gone_leaves_nothing_to_write(
    page: ComposerPage, ids: dict[str, int], library: Library
) -> None:
    library.people.delete(ids["Rebecca Baxter"])
    assert page.nobody.isVisible()
    assert not page.bar.isVisible()
