"""The practice of keeping relationships, walked through the window row by row.

The numbers are those of the practice: 1 nothing in a drawer, 2 call those whom you met, 5 contacts are no leads, 6 call
first and keep your word, 7 listen, 8 give before you ask, 9 deep, 13 leads, 15 thanks, 16 and 17 needs, 18 partners, 19
a week holds only so much.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from cardkeeper.model.people import Channel, Direction, FollowUpKind, Interaction, Stage, Tier
from cardkeeper.model.relationships import (
    Favour,
    FavourDirection,
    FavourKind,
    Handing,
    Lead,
    LeadState,
    Matter,
    Need,
    NeedState,
    Outcome,
    Promise,
    PromiseState,
    Referral,
)
from cardkeeper.relationships.items import Item
from tests.journey.somebody import Person
from tests.ui.lived_in import BREAKFAST, TODAY, before, fill
from tests.ui.lived_in import person as add_person
from ui.composer import ComposerPage
from ui.paragraph import Paragraph
from ui.parts import LinkButton
from ui.people import PeoplePage
from ui.people.columns import Column
from ui.person import PersonPage
from ui.questions import DayQuestion, ReasonQuestion
from ui.today import TodayPage
from ui.today.model import DrawerLine

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ids(person: Person) -> dict[str, int]:
    return fill(person.library)


def opens_today(person: Person) -> TodayPage:
    person.window.go("today")
    page = person.window.pages.current
    assert isinstance(page, TodayPage)
    return page


def opens(person: Person, contact_id: int) -> PersonPage:
    person.window.open_person(contact_id)
    page = person.window.pages.current
    assert isinstance(page, PersonPage)
    return page


def lines(page: TodayPage) -> list[str]:
    return [str(page.model.index(row).data()) for row in range(page.model.rowCount())]


def spoken(page: TodayPage, title: str) -> str:
    """A line as it is read out: who, what, and why."""
    row = lines(page).index(title)
    return f"{page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)}."


def stands_on(page: TodayPage, title: str) -> Item:
    """Walk to the line that says this."""
    page.view.setFocus()
    page.view.stand_on(None, lines(page).index(title))
    line = page.view.line()
    assert isinstance(line, Item)
    return line


def answers(person: Person, page: TodayPage, text: str) -> None:
    """Write the answer that a line asks for, and hand it over."""
    bar = page.view.bar()
    question = bar.question if bar else None
    assert isinstance(question, ReasonQuestion)
    question.reason.setFocus()
    person.types(text)
    person.presses(Qt.Key.Key_Return)


def test_row_1_nobody_stays_in_the_drawer_and_each_has_a_way_out(person: Person, ids: dict[str, int]) -> None:
    page = opens_today(person)
    assert lines(page)[-1] == "2 people are still in the drawer"
    person.window.open_drawer()
    assert "Met 31 days ago and never followed up." in spoken(page, "Dakshesh Batra")
    person.presses(Qt.Key.Key_Return)
    (begun,) = person.library.follow_ups.of(ids["Dakshesh Batra"])
    assert (begun.kind, begun.stage) == (FollowUpKind.COFFEE, Stage.TO_INVITE)
    person.waits_until(lambda: "1 person is still in the drawer" in lines(page))
    person.presses(Qt.Key.Key_Z, CTRL)
    person.waits_until(lambda: "2 people are still in the drawer" in lines(page))
    assert any(isinstance(page.model.line_at(row), DrawerLine) for row in range(page.model.rowCount()))


def test_row_2_whom_one_met_yesterday_is_on_todays_list_with_number_and_what_was_said(
    person: Person, ids: dict[str, int]
) -> None:
    page = opens_today(person)
    title = "Invite Rebecca Baxter to coffee"
    assert "Met yesterday at Founders’ Breakfast. You talked about first-time buyers" in spoken(page, title)
    item = stands_on(page, title)
    assert item.contact_id == ids["Rebecca Baxter"]
    shown = [words.text() for words in page.aside.findChildren(Paragraph)]
    assert "Rebecca Baxter" in shown
    assert page.aside.ask.text() == "You talked about first-time buyers. What became of it?"


def test_row_2_everybody_gets_a_short_note_within_48_hours_drafted_in_one_go(
    person: Person, ids: dict[str, int]
) -> None:
    page = opens_today(person)
    assert page.notes.words.whole_text().startswith("4 people you just met have not heard from you")
    page.notes.write.click()
    letters = person.window.pages.current
    assert isinstance(letters, ComposerPage)
    person.library.log.add(Interaction(ids["Rebecca Baxter"], TODAY, Channel.MAIL, text="Sent a short note"))
    page = opens_today(person)
    assert page.notes.words.whole_text().startswith("3 people")
    assert "Invite Rebecca Baxter to coffee" in lines(page)


def test_row_5_a_line_of_a_note_turns_into_what_they_offer_need_or_are_with_one_key(
    person: Person, ids: dict[str, int]
) -> None:
    page = opens(person, ids["Theodor Speer"])
    person.presses(Qt.Key.Key_L, CTRL)
    person.types("Plays the oboe")
    person.presses(Qt.Key.Key_F, ALT)
    person.presses(Qt.Key.Key_Return)
    person.types("a patent attorney")
    person.presses(Qt.Key.Key_N, ALT)
    person.presses(Qt.Key.Key_Return, CTRL)
    speer = ids["Theodor Speer"]
    assert "Plays the oboe" in person.library.people.get(speer).facts
    assert [need.text for need in person.library.needs.of(speer)] == ["a patent attorney"]
    person.waits_until(lambda: "a patent attorney" in [words.text() for words in page.about.findChildren(Paragraph)])
    assert person.library.leads.all() == ()


def test_row_6_a_promise_comes_up_on_its_day_and_is_kept_put_off_or_dropped_by_key(
    person: Person, ids: dict[str, int]
) -> None:
    morgan = ids["Morgan Nelson"]
    made = Promise(morgan, "Send Morgan the acoustics report", before(7), before(1))
    number = person.library.promises.save(made)
    page = opens_today(person)
    assert lines(page)[:2] == ["Do first", "Send Morgan the acoustics report"]
    assert "Overdue by 1 day. You promised it on 12 November." in spoken(page, made.text)
    stands_on(page, made.text)
    person.presses(Qt.Key.Key_Period, CTRL)
    question = page.view.loops.question
    assert isinstance(question, DayQuestion)
    question.choices[-1].click()
    assert person.library.promises.get(number).due == TODAY + timedelta(7)
    person.waits_until(lambda: made.text not in lines(page))
    person.presses(Qt.Key.Key_Z, CTRL)
    person.waits_until(lambda: made.text in lines(page))
    stands_on(page, made.text)
    person.presses(Qt.Key.Key_D, CTRL)
    assert person.library.promises.get(number).state is PromiseState.KEPT


def test_row_6_any_touch_resets_the_clock_of_a_check_in(person: Person, ids: dict[str, int]) -> None:
    chris = ids["Chris Riddle"]
    person.library.people.save(replace(person.library.people.get(chris), tier=Tier.B))
    page = opens_today(person)
    title = "Check in with Chris Riddle"
    assert "Tier B, every 2 months. You were last in touch 4 months ago." in spoken(page, title)
    stands_on(page, title)
    assert page.aside.talked.text() == "No answer."
    person.presses(Qt.Key.Key_D, CTRL)
    answers(person, page, "New job in spring")
    person.waits_until(lambda: title not in lines(page))
    entry = person.library.log.of(chris)[0]
    assert (entry.on, entry.channel, entry.text) == (TODAY, Channel.CALL, "New job in spring")
    assert "next check-in by 19 January 2027" in opens(person, chris).header.facts.text()


def test_row_6_who_called_in_vain_is_called_back_before_anything_else(person: Person, ids: dict[str, int]) -> None:
    jacob = ids["Jacob Calderon"]
    missed = Interaction(jacob, before(1), Channel.CALL, Direction.THEIRS, "Left a message at 16:20", call_back=True)
    person.library.log.add(missed)
    page = opens_today(person)
    assert "They called yesterday. Left a message at 16:20." in spoken(page, "Call Jacob Calderon back")
    stands_on(page, "Call Jacob Calderon back")
    person.presses(Qt.Key.Key_D, CTRL)
    person.waits_until(lambda: "Call Jacob Calderon back" not in lines(page))
    assert person.library.log.open() == ()


def test_row_7_after_a_meeting_the_log_asks_two_things(person: Person, ids: dict[str, int]) -> None:
    page = opens(person, ids["Jacob Calderon"])
    person.presses(Qt.Key.Key_L, CTRL)
    box = page.happened.box
    assert box.text.placeholderText() == "What is going on in their world? What do they need?"
    assert box.need.isVisible()
    assert box.need.accessibleName() == "What do they need?"
    person.types("Takes over two sites in January")
    box.need.setFocus()
    person.types("a bilingual site manager")
    person.presses(Qt.Key.Key_Return)
    jacob = ids["Jacob Calderon"]
    assert person.library.log.of(jacob)[0].channel is Channel.MEETING
    assert [need.text for need in person.library.needs.of(jacob)] == ["a bilingual site manager"]
    today = opens_today(person)
    stands_on(today, "Call Jacob Calderon")
    assert today.aside.ask.text().splitlines()[0] == "Have they found a bilingual site manager?"


def test_row_8_before_an_ask_the_balance_is_shown_and_nothing_is_forbidden(person: Person, ids: dict[str, int]) -> None:
    speer = ids["Theodor Speer"]
    for _ in range(3):
        person.library.favours.save(Favour(speer, FavourDirection.GIVEN, FavourKind.ADVICE, before(9), "on pumps"))
    page = opens(person, speer)
    bar = page.step_pane.given.bar
    bar.asked.click()
    question = bar.question
    assert isinstance(question, ReasonQuestion)
    assert "You gave 3 times and asked 0 times. You aim for 10 given before each ask" in question.accessibleName()
    person.types("A name at the port")
    person.presses(Qt.Key.Key_Return)
    assert [favour.text for favour in person.library.favours.open()] == ["A name at the port"]


def test_row_9_depth_is_told_by_facts_and_one_key_opens_a_persons_story(person: Person, ids: dict[str, int]) -> None:
    person.presses(Qt.Key.Key_K, CTRL)
    person.types("speer")
    person.waits_until(person.window.everywhere.palette.isVisible)
    person.presses(Qt.Key.Key_Return)
    page = person.window.pages.current
    assert isinstance(page, PersonPage)
    assert page.header.facts.text() == (
        "Met 2 times · last talked 9 days ago · called you once · next check-in by 1 December"
    )


def test_row_9_whom_one_hardly_knows_is_listed_with_what_to_do(person: Person, ids: dict[str, int]) -> None:
    person.window.go("people")
    page = person.window.pages.current
    assert isinstance(page, PeoplePage)
    views = page.side.views.model()
    row = next(at for at in range(views.rowCount()) if views.index(at, 0).data() == "You hardly know")
    page.side.views.setCurrentIndex(views.index(row, 0))
    assert page.model.shown_ids() == (ids["Chris Riddle"],)
    line = page.model.index(0, Column.TO_DO)
    assert line.data() == "Check in and ask what they need: you talked 4 months ago."
    page.table.setFocus()
    person.presses(Qt.Key.Key_Return)
    assert isinstance(person.window.pages.current, PersonPage)
    person.library.needs.save(Need(ids["Chris Riddle"], "engineers for spring", TODAY))
    person.window.go("people")
    assert page.model.shown_ids() == ()


def test_row_13_a_lead_becomes_a_referral_when_a_person_is_found_and_keeps_its_history(
    person: Person, ids: dict[str, int]
) -> None:
    speer, chris = ids["Theodor Speer"], ids["Chris Riddle"]
    number = person.library.leads.save(Lead(Handing.RECEIVED, speer, "Clinic in Calau", before(12), "Calau"))
    page = opens_today(person)
    assert "For the lead Clinic in Calau, 12 days ago." in spoken(page, "Thank Theodor Speer")
    person.library.leads.grow(number, Referral(speer, None, chris, TODAY))
    lead = person.library.leads.get(number)
    assert (lead.state, lead.happened_on) == (LeadState.REFERRAL, before(12))
    person.waits_until(lambda: "Ask Theodor Speer before you call Chris Riddle" in lines(page))


def test_row_15_whoever_sent_business_is_thanked_and_again_when_it_succeeds(
    person: Person, ids: dict[str, int]
) -> None:
    speer, chris = ids["Theodor Speer"], ids["Chris Riddle"]
    number = person.library.referrals.save(Referral(speer, None, chris, before(30)))
    page = opens_today(person)
    title = "Thank Theodor Speer"
    owed = next(item for item in person.desk.session.day().items if item.matter is Matter.THANK_YOU)
    page.view.setFocus()
    page.view.stand_on(owed, 0)
    person.presses(Qt.Key.Key_D, CTRL)
    assert person.library.thanks.open() == ()
    assert person.library.history.can_undo == "Thanked Theodor Speer"
    ended = replace(person.library.referrals.get(number), outcome=Outcome.SUCCEEDED, outcome_on=before(2))
    person.library.referrals.save(replace(ended, result="became a client"))
    person.waits_until(lambda: f"{title} again" in lines(page))
    assert "The referral of Chris Riddle succeeded 2 days ago." in spoken(page, f"{title} again")
    assert "succeeded 2 days ago: became a client" in spoken(page, "Tell Theodor Speer what came of Chris Riddle")


def test_row_15_thanks_are_written_in_the_program_with_words_to_begin_from(person: Person, ids: dict[str, int]) -> None:
    speer, chris = ids["Theodor Speer"], ids["Chris Riddle"]
    person.library.referrals.save(Referral(speer, None, chris, before(3)))
    page = opens_today(person)
    owed = next(item for item in person.desk.session.day().items if item.matter is Matter.THANK_YOU)
    page.view.setFocus()
    page.view.stand_on(owed, 0)
    person.presses(Qt.Key.Key_Return)
    letter = person.window.pages.current
    assert isinstance(letter, ComposerPage)
    assert "Thank you for putting my name in the way of Chris Riddle." in letter.desk.paper.words.toPlainText()


def test_row_16_a_need_is_matched_to_everybody_with_the_reason_and_met(person: Person, ids: dict[str, int]) -> None:
    speer, rebecca = ids["Theodor Speer"], ids["Rebecca Baxter"]
    person.library.people.save(replace(person.library.people.get(rebecca), offers=("Patents and trademarks",)))
    number = person.library.needs.save(Need(speer, "a patent lawyer for trademarks", before(22)))
    page = opens_today(person)
    title = "Theodor Speer needs a patent lawyer for trademarks"
    assert "Rebecca Baxter offers: Patents and trademarks." in spoken(page, title)
    stands_on(page, title)
    person.presses(Qt.Key.Key_Return)
    shown = person.window.pages.current
    assert isinstance(shown, PersonPage)
    assert shown.header.name.text() == "Rebecca Baxter"
    page = opens_today(person)
    stands_on(page, title)
    person.presses(Qt.Key.Key_D, CTRL)
    assert person.library.needs.get(number).state is NeedState.CLOSED


def test_row_17_where_nobody_fits_those_are_named_whose_circle_may_hold_one(
    person: Person, ids: dict[str, int]
) -> None:
    rebecca, jacob = ids["Rebecca Baxter"], ids["Jacob Calderon"]
    page = opens(person, rebecca)
    page.about.doors.edit()
    person.types("divers and harbour masters")
    person.presses(Qt.Key.Key_Return, CTRL)
    assert person.library.people.get(rebecca).doors == ("divers and harbour masters",)
    person.library.needs.save(Need(jacob, "a diver for a dam in winter", TODAY))
    page = opens(person, jacob)
    fit = next(link for link in page.about.needs.findChildren(LinkButton) if "may fit" in link.text())
    fit.click()
    shown = [words.text() for words in page.about.needs.findChildren(Paragraph)]
    assert "Rebecca Baxter can open a door: divers and harbour masters." in shown


def test_row_18_a_partner_to_whom_one_has_not_given_comes_up_with_what_they_need(
    person: Person, ids: dict[str, int]
) -> None:
    speer = ids["Theodor Speer"]
    got = Favour(speer, FavourDirection.RECEIVED, FavourKind.ADVICE, before(150), "on seals")
    person.library.favours.save(got)
    person.library.needs.save(Need(speer, "a stand at the fair", TODAY))
    page = opens_today(person)
    title = "Find something for Theodor Speer"
    assert spoken(page, title).endswith("You have not given to them yet. They need a stand at the fair.")
    stands_on(page, title)
    person.presses(Qt.Key.Key_D, CTRL)
    answers(person, page, "Named him to the fair's office")
    person.waits_until(lambda: title not in lines(page))
    assert person.library.favours.of(speer)[0].direction is FavourDirection.GIVEN


def test_row_19_a_week_holds_only_so_much_and_what_waits_says_why(person: Person, ids: dict[str, int]) -> None:
    step = (FollowUpKind.COFFEE, Stage.TO_INVITE, TODAY, before(1))
    for number in range(14):
        add_person(person.library, f"Guest {number}", met=BREAKFAST, step=step)
    page = opens_today(person)
    week = person.desk.session.day().week
    assert week.waiting > 0
    assert sum(line.startswith("Invite ") for line in lines(page)) == week.room
    page.week.why.click()
    shown = lines(page)
    assert "Waiting for another week: those due longest go first, then the closest" in shown
    waiting = shown[shown.index("Waiting for another week: those due longest go first, then the closest") + 1]
    assert "Waits for the week of 23 November: a week holds 10." in spoken(page, waiting)


def test_an_invite_without_an_answer_is_asked_again_twice_and_then_let_go(person: Person, ids: dict[str, int]) -> None:
    frida = ids["Frida Björklund"]
    step = replace(person.library.follow_ups.of(frida)[0], asked=3)
    person.library.follow_ups.save(step)
    page = opens_today(person)
    title = "Let the invite to Frida Björklund go"
    assert "You asked 3 times, last 7 days ago. No answer yet." in spoken(page, title)
    stands_on(page, title)
    person.presses(Qt.Key.Key_Return)
    answers(person, page, "No answer three times")
    dropped = person.library.follow_ups.get(step.id)
    assert (dropped.stage, dropped.reason) == (Stage.DROPPED, "No answer three times")
