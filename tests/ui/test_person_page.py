"""One person: what the library knows is all there, and every field of it can be changed and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper import review
from cardkeeper.library import Library
from cardkeeper.model.people import (
    NOTHING_SAID,
    Channel,
    Contact,
    Direction,
    FollowUpKind,
    Kept,
    Position,
    Stage,
    Tier,
    Tone,
)
from cardkeeper.model.relationships import FavourDirection, Promise, Referral
from tests.ui.lived_in import SPEER, TODAY, Mailbox, before, session_on
from tests.ui.waiting_cards import BOBBY, Drop
from ui.paragraph import Paragraph
from ui.parts import Button, Label, LinkButton, Writing
from ui.person import PersonPage
from ui.person.card_pane import LookMark
from ui.person.rows import PhoneRow, PositionRow, TextRow
from ui.pictures import Pictures
from ui.questions import ReasonQuestion
from ui.session import Session
from ui.value_line import ValueLine

pytestmark = pytest.mark.usefixtures("ids")

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def speer(ids: dict[str, int]) -> int:
    return ids["Theodor Speer"]


def page_of(session: Session, contact_id: int, qtbot: QtBot, among: tuple[int, ...] = ()) -> PersonPage:
    pictures = Pictures(session.library.files)
    page = PersonPage(session, pictures)
    qtbot.addWidget(page, before_close_func=lambda _page: pictures.close())
    page.resize(1080, 760)
    page.show_person(contact_id, among)
    with qtbot.waitActive(page):
        page.show()
    session.changed.connect(page.refresh)
    page.take_focus()
    return page


@pytest.fixture
def page(session: Session, speer: int, qtbot: QtBot) -> PersonPage:
    return page_of(session, speer, qtbot)


def shown(page: PersonPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_the_card_stays_in_sight_while_one_edits(session: Session, qtbot: QtBot) -> None:
    card = Drop(session.library).add(BOBBY)
    draft, today = card.draft, session.today()
    contact_id = session.library.cards.accept(card.id, review.propose(draft, NOTHING_SAID, today))
    page = page_of(session, contact_id, qtbot)
    page.edit()
    assert page.editor is not None
    assert page.editor.card is not None
    assert page.editor.card.isVisible()
    assert page.editor.name.hasFocus()


def test_in_a_narrow_window_the_form_is_scrolled_to_its_beginning(page: PersonPage, qtbot: QtBot) -> None:
    page.resize(560, 700)
    qtbot.waitUntil(lambda: page.card_pane.y() > 0)
    page.edit()
    assert page.editor is not None
    save = page.editor.save
    qtbot.waitUntil(lambda: save.visibleRegion().boundingRect().height() == save.height())


def test_the_head_says_who_it_is_and_how_one_knows_them(page: PersonPage) -> None:
    assert page.header.name.text() == "Theodor Speer"
    assert page.header.work.whole_text() == "Managing director, Röhricht & Drub AG"
    assert page.header.facts.text() == (
        "Met 2 times · last talked 9 days ago · called you once · next check-in by 1 December"
    )


def test_everything_the_card_said_is_on_the_page(page: PersonPage) -> None:
    text = shown(page)
    for said in (
        "20 March 2025, Maintenance Fair Hanover, introduced by Clelia Delle",
        "You talked about pumps that fail in winter.",
        "Hermann-Josef-Noack-Ring 31/77, 18028 Calau",
        "Head of development",
        "2019–2023",
        "Wir pumpen seit 1907",
    ):
        assert said in text
    values = [line.link.accessibleName() for line in page.findChildren(ValueLine)]
    assert values == ["+49 30 6966377", "+49 171 5550123", "theodor_speer@roehrichtdrub.de", "www.roehrichtdrub.de"]


def test_mails_numbers_and_sites_open_in_their_programs(page: PersonPage, mailbox: Mailbox) -> None:
    for line in page.findChildren(ValueLine):
        line.link.click()
    assert [url.toString() for url in mailbox.opened] == [
        "tel:+49306966377",
        "tel:+491715550123",
        "mailto:theodor_speer@roehrichtdrub.de",
        "https://www.roehrichtdrub.de",
    ]


def test_a_look_stays_in_words_until_somebody_says_it_is_right(page: PersonPage, speer: int, session: Session) -> None:
    mark = page.findChild(LookMark)
    assert isinstance(mark, LookMark)
    assert "Address. Needs a look: it was accepted unchecked" in shown(page)
    mark.findChildren(Button)[0].click()
    assert session.library.people.get(speer).unsure == ()
    assert "Needs a look" not in shown(page)
    session.undo()
    assert session.library.people.get(speer).unsure == ("address",)


def test_what_happened_is_newest_first_with_how_you_met_at_its_end(page: PersonPage, qtmodeltester: Any) -> None:
    entries = page.happened.timeline.entries
    qtmodeltester.check(entries)
    titles = [entries.index(row).data() for row in range(entries.rowCount())]
    assert titles == ["Theodor Speer called", "You met", "Theodor Speer wrote", "You met"]
    spoken = entries.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("20 Mar 2025 You met Maintenance Fair Hanover. Introduced by Clelia Delle.")


def test_ctrl_l_writes_down_a_call_of_yesterday(page: PersonPage, speer: int, library: Library) -> None:
    QTest.keyClick(page, Qt.Key.Key_L, CONTROL)
    box = page.happened.box
    assert box.text.hasFocus()
    QTest.keyClicks(box.text, "He needs a patent attorney")
    box.channel.set_value(Channel.CALL.value)
    box.direction.set_value(Direction.THEIRS.value)
    box.day.set_day(before(1))
    QTest.keyClick(box.text, Qt.Key.Key_Return, CONTROL)
    newest = library.log.of(speer)[0]
    assert (newest.on, newest.channel, newest.direction) == (before(1), Channel.CALL, Direction.THEIRS)
    assert newest.text == "He needs a patent attorney"
    assert box.text.toPlainText() == ""
    assert "last talked yesterday" in page.header.facts.text()


def test_what_is_still_to_come_cannot_be_logged(page: PersonPage, speer: int, library: Library) -> None:
    page.log_talk()
    page.happened.box.day.set_day(before(-3))
    page.happened.box.log()
    assert "That day is still to come. Choose today or an earlier one." in shown(page)
    assert len(library.log.of(speer)) == 3


def test_an_entry_of_the_log_is_changed_and_removed(page: PersonPage, speer: int, session: Session) -> None:
    menu = page.happened.timeline.menu_for(0)
    assert menu is not None
    change, remove = menu.actions()
    change.trigger()
    box = page.happened.box
    assert box.text.toPlainText().startswith("Few orders until spring")
    box.text.setPlainText("Few orders until summer")
    box.log()
    assert session.library.log.of(speer)[0].text == "Few orders until summer"
    remove.trigger()
    assert len(session.library.log.of(speer)) == 2
    session.undo()
    session.undo()
    assert session.library.log.of(speer)[0].text.startswith("Few orders until spring")
    assert page.happened.timeline.menu_for(3) is None


def test_what_an_import_brought_beyond_fields_is_shown(page: PersonPage, speer: int, session: Session) -> None:
    assert not page.about.also.isVisible()
    kept = (
        Kept("NICKNAME", "Theo,Speerchen"),
        Kept("BDAY", "1971-02-28"),
        Kept("ANNIVERSARY", "--0416"),
        Kept("BDAY", "in spring\\, <b>late</b>"),
        Kept("IMPP", "xmpp:theo@example.org"),
        Kept("X-SKYPE", "theo.speer"),
        Kept("X-ABUID", "5A2B"),
        Kept("BDAY", "", file="a" * 64),
    )
    session.library.people.save(replace(session.library.people.get(speer), kept=kept))
    page.show_person(speer)
    assert page.about.also.isVisible()
    assert page.about.also.text().splitlines() == [
        "Nickname: Theo, Speerchen",
        "Birthday: 28 Feb 1971",
        "Anniversary: 16 Apr",
        "Birthday: in spring, <b>late</b>",
        "Messenger: xmpp:theo@example.org",
        "Skype: theo.speer",
    ]


def test_facts_are_changed_where_they_stand(page: PersonPage, speer: int, session: Session) -> None:
    facts = page.about.facts
    facts.readout.setFocus()
    QTest.keyClick(facts.readout, Qt.Key.Key_Return)
    assert facts.field.hasFocus()
    facts.field.setPlainText("Sails on the Müritz\n\nPlays the cello\n")
    QTest.keyClick(facts.field, Qt.Key.Key_Return, CONTROL)
    assert session.library.people.get(speer).facts == ("Sails on the Müritz", "Plays the cello")
    session.undo()
    assert session.library.people.get(speer).facts == SPEER.facts
    assert "No meetings before nine" in facts.readout.words.text()


def test_esc_leaves_a_text_as_it_was_and_stays_on_the_page(
    page: PersonPage, speer: int, library: Library, qtbot: QtBot
) -> None:
    page.about.notes.edit()
    QTest.keyClicks(page.about.notes.field, "nonsense")
    with qtbot.assertNotEmitted(page.go):
        QTest.keyClick(page.about.notes.field, Qt.Key.Key_Escape)
    assert library.people.get(speer).notes == SPEER.notes


def test_leaving_a_text_keeps_it(page: PersonPage, speer: int, library: Library) -> None:
    page.about.tags.edit()
    page.about.tags.field.setPlainText("Partner, pumps, , PARTNER, Sailing")
    page.header.log.setFocus()
    assert library.people.get(speer).tags == ("Partner", "pumps", "Sailing")


def test_how_one_keeps_up_with_a_person_is_chosen_in_its_place(page: PersonPage, speer: int, library: Library) -> None:
    about = page.about
    assert (about.often.currentText(), about.ways.form.currentText()) == ("As the tier says", "Any form")
    chosen = (
        (about.often, "every 2 weeks"),
        (about.ways.form, "Walk"),
        (about.ways.language, "Deutsch"),
        (about.ways.tone, "Formal"),
    )
    for field, words in chosen:
        field.setCurrentIndex(field.findText(words))
        field.activated.emit(field.currentIndex())
    kept = library.people.get(speer)
    assert (kept.cadence_days, kept.form, kept.language, kept.tone) == (14, FollowUpKind.WALK, "de", Tone.FORMAL)
    library.history.undo()
    assert library.people.get(speer).tone is None


@pytest.mark.parametrize(("typed", "days"), [("45", 45), ("10 days", 10), ("", None), ("soon", 21), ("0", 21)])
def test_any_number_of_days_can_be_typed_and_what_is_no_number_changes_nothing(
    page: PersonPage, speer: int, library: Library, typed: str, days: int | None
) -> None:
    library.people.save(replace(library.people.get(speer), cadence_days=21))
    page.refresh(None)
    line = page.about.often.lineEdit()
    assert line is not None
    assert line.text() == "every 3 weeks"
    line.setText(typed)
    line.editingFinished.emit()
    assert library.people.get(speer).cadence_days == days


def test_the_tier_is_one_press(page: PersonPage, speer: int, library: Library) -> None:
    page.about.tier.segment("C").click()
    assert library.people.get(speer).tier is Tier.C
    page.about.tier.segment("none").click()
    assert library.people.get(speer).tier is None


def test_every_field_can_be_changed_values_added_and_removed(page: PersonPage, speer: int, session: Session) -> None:
    library = session.library
    QTest.keyClick(page, Qt.Key.Key_F2)
    editor = page.editor
    assert editor is not None
    editor.name.setText("Theodor H. Speer")
    first, second = (row for row in editor.positions.rows() if isinstance(row, PositionRow))
    first.title.setText("Owner")
    first.since.set_day(date(2026, 1, 1))
    second.remove.click()
    editor.phones.add.click()
    added = editor.phones.rows()[-1]
    assert isinstance(added, PhoneRow)
    added.field.setText("030 6966378")
    mail = editor.emails.rows()[0]
    assert isinstance(mail, TextRow)
    mail.field.setText("theo@example.org")
    editor.addresses.add.click()
    street = editor.addresses.rows()[-1]
    assert isinstance(street, TextRow)
    street.field.setText("Seestraße 1, 17192 Waren")
    editor.met.place.setText("Hall 7")
    editor.keep()
    changed = library.people.get(speer)
    assert (changed.name, changed.title, len(changed.positions)) == ("Theodor H. Speer", "Owner", 1)
    assert changed.emails == ("theo@example.org",)
    assert changed.phones[-1].e164 == "+49306966378"
    assert changed.addresses[-1] == "Seestraße 1, 17192 Waren"
    assert changed.unsure == ()
    assert library.people.encounters(speer)[0].context.place == "Hall 7"
    assert page.editor is None
    session.undo()
    assert library.people.get(speer) == replace(SPEER, id=speer, positions=library.people.get(speer).positions)
    assert library.people.encounters(speer)[0].context.place == "Hanover"


def test_a_person_stays_somebody_who_can_be_found(page: PersonPage, speer: int, library: Library) -> None:
    page.edit()
    editor = page.editor
    assert editor is not None
    editor.name.clear()
    for group in (editor.positions, editor.phones, editor.emails):
        for row in group.rows():
            assert isinstance(row, TextRow | PositionRow)
            row.remove.click()
    editor.keep()
    assert "nothing left to find this person by" in editor.problem.text()
    assert library.people.get(speer).name == "Theodor Speer"
    QTest.keyClick(editor.name, Qt.Key.Key_Escape)
    assert page.editor is None


def test_write_opens_the_letter(page: PersonPage, speer: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.compose) as asked:
        page.header.write.click()
    assert asked.args == [Writing((speer,))]


def test_the_next_step_moves_on_with_its_buttons(page: PersonPage, speer: int, library: Library, qtbot: QtBot) -> None:
    assert page.step_pane.title.text() == "Thank Theodor Speer"
    with qtbot.waitSignal(page.compose) as asked:
        page.step_pane.steps.primary.click()
    assert asked.args == [Writing((speer,))]
    page.step_pane.steps.done()
    assert {step.stage for step in library.follow_ups.of(speer)} == {Stage.THANKED}
    assert page.step_pane.title.text() == "Nothing is open"
    page.step_pane.begin.primary.click()
    assert page.step_pane.title.text() == "Invite Theodor Speer to coffee"


def test_earlier_steps_keep_their_reasons(session: Session, ids: dict[str, int], qtbot: QtBot) -> None:
    page = page_of(session, ids["Morgan Nelson"], qtbot)
    assert page.step_pane.late.text() == "Overdue by 1 day."
    page.step_pane.steps.ask_drop()
    question = page.step_pane.steps.question
    assert question is not None
    question.given.emit("No answer")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Note: dropped (No answer)" in shown(page))


def test_somebody_without_a_next_step_says_so(session: Session, ids: dict[str, int], qtbot: QtBot) -> None:
    page = page_of(session, ids["Dakshesh Batra"], qtbot)
    assert page.step_pane.title.text() == "Next step not set"
    assert page.step_pane.begin.isVisible()


def test_alt_arrows_go_through_the_list_it_was_opened_from(session: Session, ids: dict[str, int], qtbot: QtBot) -> None:
    among = (ids["Chris Riddle"], ids["Theodor Speer"], ids["Bobby Perry"])
    page = page_of(session, among[1], qtbot, among)
    QTest.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.header.name.text() == "Bobby Perry"
    assert not page.header.following.isEnabled()
    page.header.previous.click()
    page.header.previous.click()
    assert page.header.name.text() == "Chris Riddle"


def test_esc_goes_back_to_people(page: PersonPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert gone.args == ["people"]


def test_removing_asks_in_the_page_and_undo_brings_everything_back(
    page: PersonPage, speer: int, session: Session, qtbot: QtBot
) -> None:
    library = session.library
    was = library.people.get(speer), library.log.of(speer), library.follow_ups.of(speer)
    page.header.removal_wanted.emit()
    assert page.removal.isVisible()
    assert page.removal.message().startswith("Remove Theodor Speer?")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.removal.isAncestorOf(focus)
    with qtbot.waitSignal(page.go):
        page.removal.findChildren(Button)[0].click()
    session.undo()
    assert (library.people.get(speer), library.log.of(speer), library.follow_ups.of(speer)) == was


def test_somebody_who_is_gone_is_said_to_be_gone(page: PersonPage, speer: int, session: Session) -> None:
    session.library.people.delete(speer)
    assert page.gone.isVisible()
    assert not page.columns.isVisible()
    session.undo()
    assert not page.gone.isVisible()


@pytest.mark.parametrize("width", [1080, 800, 480])
def test_all_three_parts_stay_in_reach_at_any_width(page: PersonPage, width: int, qtbot: QtBot) -> None:
    page.resize(width, 640)
    qtbot.waitUntil(lambda: all(part.isVisible() for part in (page.card_pane, page.about, page.step_pane)))


def test_ugly_input_stays_text(library: Library, qtbot: QtBot) -> None:
    ugly = Contact(
        "محمد " + "Wolfeschlegelsteinhausenbergerdorff" * 8,
        notes="<script>alert(1)</script>\n<b>not bold</b> 👩‍🚀",
        tags=tuple(f"tag {number}" for number in range(40)),
        facts=("x" * 2000,),
        emails=("a&b@example.org",),
        addresses=("Two\nlines", "Street " * 300),
        positions=(Position("<i>Boss</i>\tof all", company="A & B <GmbH>"),),
    )
    contact_id = library.people.save(ugly)
    page = page_of(session_on(library), contact_id, qtbot)
    assert page.about.notes.readout.words.text() == ugly.notes
    assert page.about.notes.readout.words.textFormat() is Qt.TextFormat.PlainText
    assert page.width() == 1080
    assert "tag 39" in page.about.tags.readout.words.text()
    page.edit()
    editor = page.editor
    assert editor is not None
    editor.keep()
    assert library.people.get(contact_id) == replace(ugly, id=contact_id)


def test_today_is_given_and_not_read(page: PersonPage) -> None:
    assert page.happened.box.day.day() == TODAY


def test_what_is_changed_beside_an_open_form_is_not_lost(page: PersonPage, speer: int, library: Library) -> None:
    page.edit()
    page.about.tier.segment("D").click()
    editor = page.editor
    assert editor is not None
    editor.name.setText("T. Speer")
    editor.keep()
    kept = library.people.get(speer)
    assert (kept.name, kept.tier) == ("T. Speer", Tier.D)


def test_a_need_is_noted_in_its_line_and_those_who_may_have_it_are_named(
    page: PersonPage, library: Library, ids: dict[str, int], qtbot: QtBot
) -> None:
    rebecca = ids["Rebecca Baxter"]
    library.people.save(replace(library.people.get(rebecca), offers=("Patent law for pumps",)))
    QTest.keyClicks(page.about.needs.line, "a patent attorney who knows pumps")
    QTest.keyClick(page.about.needs.line, Qt.Key.Key_Return)
    (need,) = library.needs.of(ids["Theodor Speer"])
    assert need.text == "a patent attorney who knows pumps"
    links = {link.text(): link for link in page.about.needs.findChildren(LinkButton)}
    links["1 person may fit"].click()
    shown = [words.text() for words in page.about.needs.findChildren(Paragraph)]
    assert "Rebecca Baxter offers: Patent law for pumps." in shown
    ask = next(link for link in page.about.needs.findChildren(LinkButton) if link.text() == "Ask")
    with qtbot.waitSignal(page.compose) as wanted:
        ask.click()
    assert wanted.args
    assert (wanted.args[0].people, wanted.args[0].need_id) == ((rebecca,), need.id)


def test_lines_of_a_talk_become_a_need_an_offer_a_fact_and_a_promise_with_one_key_each(
    page: PersonPage, library: Library, ids: dict[str, int], session: Session
) -> None:
    speer = ids["Theodor Speer"]
    before_it = library.people.get(speer)
    page.log_talk()
    box = page.happened.box
    QTest.keyClicks(box.text, "Few orders until spring.")
    for key, line in (
        (Qt.Key.Key_N, "a patent attorney"),
        (Qt.Key.Key_O, "a door to the chamber"),
        (Qt.Key.Key_F, "plays the oboe"),
        (Qt.Key.Key_P, "send him two names"),
    ):
        QTest.keyClick(box.text, Qt.Key.Key_Return)
        QTest.keyClicks(box.text, line)
        QTest.keyClick(box.text, key, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(box.need, "a stand at the fair")
    QTest.keyClick(box.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person = library.people.get(speer)
    assert person.offers[-1] == "a door to the chamber"
    assert person.facts[-1] == "plays the oboe"
    assert [need.text for need in library.needs.of(speer)] == ["a stand at the fair", "a patent attorney"]
    assert [promise.text for promise in library.promises.of(speer)] == ["send him two names"]
    assert library.log.of(speer)[0].text.startswith("Few orders until spring.")
    assert library.history.can_undo == "Logged with Theodor Speer"
    session.undo()
    assert library.people.get(speer) == before_it
    assert library.needs.of(speer) == ()


def test_what_is_open_with_a_person_stands_beside_with_its_buttons(
    page: PersonPage, library: Library, ids: dict[str, int], session: Session
) -> None:
    speer, rebecca = ids["Theodor Speer"], ids["Rebecca Baxter"]
    library.referrals.save(Referral(speer, None, rebecca, before(9), "a stadium"))
    library.promises.save(Promise(speer, "Send two names", before(3), before(-4)))
    titles = [item.title for item in page.step_pane.loops.items]
    assert titles == [
        "Ask Theodor Speer before you call Rebecca Baxter",
        "Thank Theodor Speer",
        "For Theodor Speer: Send two names",
    ]
    page.step_pane.loops.choose(page.step_pane.loops.items[1])
    page.step_pane.loops.bar.done()
    assert library.thanks.open() == ()
    assert len(page.step_pane.loops.items) == 2
    session.undo()
    assert len(page.step_pane.loops.items) == 3


def test_before_an_ask_the_balance_is_a_gentle_word(page: PersonPage, library: Library, ids: dict[str, int]) -> None:
    speer = ids["Theodor Speer"]
    bar = page.step_pane.given.bar
    bar.gave.click()
    question = bar.question
    assert isinstance(question, ReasonQuestion)
    QTest.keyClicks(question.reason, "Read his tender")
    question.do.click()
    assert page.step_pane.given.numbers[FavourDirection.GIVEN].text() == "1"
    bar.asked.click()
    asking = bar.question
    assert isinstance(asking, ReasonQuestion)
    assert "You gave 1 time and asked 0 times. You aim for 10 given before each ask" in asking.accessibleName()
    QTest.keyClicks(asking.reason, "A name at the port")
    asking.do.click()
    assert [favour.direction for favour in library.favours.of(speer)] == [FavourDirection.ASKED, FavourDirection.GIVEN]


def test_who_reached_out_in_vain_waits_for_a_call_back(page: PersonPage, library: Library, ids: dict[str, int]) -> None:
    page.log_talk()
    box = page.happened.box
    box.channel.set_value(Channel.CALL.value)
    box.channel.chosen.emit(Channel.CALL.value)
    box.direction.set_value(Direction.THEIRS.value)
    box.direction.chosen.emit(Direction.THEIRS.value)
    assert box.waits.isVisible()
    box.waits.setChecked(True)
    QTest.keyClicks(box.text, "left a message")
    box.save.click()
    assert [entry.text for entry in library.log.open()] == ["left a message"]
    assert page.step_pane.loops.items[0].title == "Call Theodor Speer back"


def test_a_very_long_note_leaves_the_page_its_shape_and_is_all_there_to_be_changed(page: PersonPage) -> None:
    notes = page.about.notes
    notes.set_text("lorem ipsum " * 500)
    assert len(notes.readout.words.text()) < 1300
    notes.edit()
    assert notes.field.toPlainText() == "lorem ipsum " * 500


def test_a_note_of_three_hundred_lines_leaves_the_log_in_sight(
    page: PersonPage, speer: int, session: Session, qtbot: QtBot
) -> None:
    notes = "\n".join(f"{number}. line" for number in range(300))
    session.library.people.save(replace(session.library.people.get(speer), notes=notes))
    page.show_person(speer)
    assert page.about.notes.readout.words.text().endswith("9. line …")
    page.resize(1072, 420)
    page.log_talk()
    box = page.happened.box
    qtbot.waitUntil(lambda: box.save.visibleRegion().boundingRect().height() == box.save.height())
    page.about.notes.edit()
    assert page.about.notes.field.toPlainText() == notes
