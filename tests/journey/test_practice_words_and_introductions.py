"""What the practice of keeping relationships teaches about words and introductions, walked through row by row.

The numbers are those of the practice: 3 forms that suit, 4 no pitch, 10 nobody is named unasked, 11 warm introductions,
12 both sides can follow up, 14 chains back to their source.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import TypeVar

import pytest
import vobject
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.people import FollowUpKind, Stage
from cardkeeper.model.relationships import Consent, Introduction, IntroductionStage, Referral
from cardkeeper.relationships import introductions
from tests.journey.somebody import Person
from tests.ui.lived_in import NOW, TODAY, Mailbox, before, fill
from tests.ui.lived_in_ties import tie
from ui.app import Desk
from ui.composer import ComposerPage
from ui.introductions import IntroductionsPage
from ui.parts import Page
from ui.person import PersonPage
from ui.questions import YesQuestion
from ui.today import TodayPage
from ui.today.model import contact_of

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
Kind = TypeVar("Kind", bound=Page)


@pytest.fixture
def mailbox(qapp: QApplication) -> Iterator[Mailbox]:
    with Mailbox() as box:
        yield box


@pytest.fixture
def ids(person: Person) -> dict[str, int]:
    return fill(person.library)


def shown(person: Person, kind: type[Kind]) -> Kind:
    page = person.window.pages.current
    assert isinstance(page, kind)
    return page


def presses_until(person: Person, key: Qt.Key, modifier: Qt.KeyboardModifier, done: Callable[[], bool]) -> None:
    """Press keys that a shortcut listens to, and wait for what comes of it."""
    person.presses(key, modifier)
    person.waits_until(done)


def writes_to(person: Person, contact_id: int) -> ComposerPage:
    """From the line of the day to its letter, by Enter."""
    person.window.go("today")
    today = shown(person, TodayPage)
    stand_on(today, contact_id)
    person.presses(Qt.Key.Key_Return)
    return shown(person, ComposerPage)


def stand_on(today: TodayPage, contact_id: int) -> None:
    """Make the next step with somebody the current line."""
    rows = range(today.model.rowCount())
    row = next(row for row in rows if contact_of(today.model.line_at(row)) == contact_id)
    today.view.setCurrentIndex(today.model.index(row, 0))


def says_yes(page: ComposerPage) -> None:
    question = page.bar.asking.question
    assert isinstance(question, YesQuestion)
    question.sure.click()


def test_row_3_a_form_that_suits_says_what_it_is_and_makes_no_easy(
    person: Person, ids: dict[str, int], mailbox: Mailbox
) -> None:
    rebecca = ids["Rebecca Baxter"]
    page = writes_to(person, rebecca)
    person.presses(Qt.Key.Key_4, ALT)
    person.waits_until(lambda: "go for a walk" in page.desk.paper.words.toPlainText())
    words = page.desk.paper.words.toPlainText()
    assert "No pitch" in words
    assert "Any park that is easy for you to reach" in words or "in a park that is easy for you to reach" in words
    assert "If now is a bad time, just say so; that is fine." in words
    presses_until(person, Qt.Key.Key_Return, CTRL, lambda: bool(mailbox.opened))
    says_yes(page)
    assert person.window.pages.current is not page
    step = person.library.follow_ups.of(rebecca)[0]
    assert (step.kind, step.stage) == (FollowUpKind.WALK, Stage.INVITED)
    assert person.library.people.get(rebecca).form is FollowUpKind.WALK


def test_row_4_who_writes_sees_what_sounds_like_a_pitch_and_is_not_stopped(
    person: Person, ids: dict[str, int], mailbox: Mailbox
) -> None:
    page = writes_to(person, ids["Rebecca Baxter"])
    words = page.desk.paper.words
    words.moveCursor(QTextCursor.MoveOperation.End)
    person.types(". We offer the best mortgages. I liked your story.")
    person.waits_until(page.desk.paper.notice.isVisible)
    assert "“We offer”" in page.desk.paper.notice.strong.text()
    assert len(words.extraSelections()) == 1
    facts = [fact.words() for fact in page.desk.facts.facts()]
    assert "first-time buyers" in facts
    page.desk.paper.notice.remove.click()
    assert "mortgages" not in words.toPlainText()
    assert words.toPlainText().endswith("I liked your story.")
    person.types(" We offer more.")
    presses_until(person, Qt.Key.Key_Return, CTRL, lambda: bool(mailbox.opened))


def chooses_in_palette(person: Person, typed: str, wanted: str) -> None:
    """Go anywhere: type somebody's name, and choose what to do with them."""
    palette = person.window.everywhere.palette
    presses_until(person, Qt.Key.Key_K, CTRL, palette.isVisible)
    person.types(typed)
    person.presses(Qt.Key.Key_Tab)
    offered = [str(palette.lines.index(row).data()) for row in range(palette.lines.rowCount())]
    palette.list.setCurrentIndex(palette.lines.index(offered.index(wanted)))
    person.presses(Qt.Key.Key_Return)


def test_row_2_an_invitation_is_two_keys_and_a_name_away(person: Person, ids: dict[str, int]) -> None:
    bobby = ids["Bobby Perry"]
    person.library.people.save(replace(person.library.people.get(bobby), form=FollowUpKind.WALK))
    for step in person.library.follow_ups.of(bobby):
        person.library.follow_ups.save(replace(step, stage=Stage.DROPPED, reason="another time"))
    chooses_in_palette(person, "Bobby", "Invite")
    letter = shown(person, ComposerPage)
    assert letter.header.title.whole_text() == "Invite Bobby Perry"
    assert "go for a walk" in letter.desk.paper.words.toPlainText()


def test_row_11_when_one_side_declines_the_other_is_told_kindly_and_without_details(
    person: Person, ids: dict[str, int], mailbox: Mailbox
) -> None:
    rebecca, bobby = ids["Rebecca Baxter"], ids["Bobby Perry"]
    agreed, declined = Consent.AGREED, Consent.DECLINED
    number = person.library.introductions.save(
        Introduction(rebecca, bobby, "Lab space to convert", before(4), agreed, before(3), declined, TODAY)
    )
    person.window.go("today")
    today = shown(person, TodayPage)
    titles = [str(today.model.index(row).data()) for row in range(today.model.rowCount())]
    row = titles.index("Tell Rebecca Baxter that the introduction is off")
    spoken = str(today.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Bobby Perry declined today. Rebecca Baxter need not know who or why" in spoken
    today.view.setFocus()
    today.view.setCurrentIndex(today.model.index(row, 0))
    person.presses(Qt.Key.Key_Return)
    letter = shown(person, ComposerPage)
    words = letter.desk.paper.words.toPlainText()
    assert "that has nothing to do with you" in words
    for said in ("Bobby", "Perry", "Sable", "Lab space"):
        assert said not in words
    presses_until(person, Qt.Key.Key_Return, CTRL, lambda: bool(mailbox.opened))
    says_yes(letter)
    assert person.library.introductions.get(number).to_tell is None
    assert person.library.log.of(rebecca)[0].text == "Told that the introduction is off"
    person.window.session.undo()
    assert person.library.introductions.get(number).to_tell == rebecca


def test_row_11_an_introduction_begins_with_the_person_one_thinks_of(person: Person, ids: dict[str, int]) -> None:
    chooses_in_palette(person, "Rebecca", "Introduce to somebody")
    page = shown(person, IntroductionsPage)
    assert page.form.first.person() == ids["Rebecca Baxter"]
    person.types("Bobby Perry")
    page.form.why.setFocus()
    person.types("both turn labs into homes")
    person.presses(Qt.Key.Key_Return)
    (made,) = person.library.introductions.open()
    assert (made.first_id, made.second_id) == (ids["Rebecca Baxter"], ids["Bobby Perry"])
    person.window.open_person(ids["Theodor Speer"])
    person_page = shown(person, PersonPage)
    menu = person_page.header.more_menu()
    next(action for action in menu.actions() if action.text() == "Introduce to somebody").trigger()
    menu.deleteLater()
    assert shown(person, IntroductionsPage).form.first.person() == ids["Theodor Speer"]


def test_row_10_nobody_is_named_before_they_were_asked(person: Person, ids: dict[str, int]) -> None:
    rebecca, bobby = ids["Rebecca Baxter"], ids["Bobby Perry"]
    person.library.introductions.save(Introduction(rebecca, bobby, "Lab space to convert", TODAY))
    person.window.go("introductions")
    page = shown(person, IntroductionsPage)
    assert page.guard.title.text() == "Before you name Rebecca Baxter"
    assert "hidden from Bobby Perry until they agree" in page.guard.lead.text()
    assert "You met once" in page.guard.knowing_words.text()
    page.guard.loops.primary.click()
    letter = shown(person, ComposerPage)
    words = letter.desk.paper.words.toPlainText()
    assert "Bobby" not in words
    assert "It is fine to say no" in words


def test_row_10_a_referral_i_received_stays_cold_until_its_source_confirms(
    person: Person, ids: dict[str, int], mailbox: Mailbox
) -> None:
    speer, chris = ids["Theodor Speer"], ids["Chris Riddle"]
    number = person.library.referrals.save(Referral(speer, None, chris, before(3), "engines"))
    person.window.go("today")
    line = next(
        item for item in person.desk.session.day().items if item.subject_id == number and item.other_id == chris
    )
    assert line.title == "Ask Theodor Speer before you call Chris Riddle"
    assert "Not confirmed that they expect the call." in line.line
    today = shown(person, TodayPage)
    row = next(
        row
        for row in range(today.model.rowCount())
        if "before you call Chris Riddle" in str(today.model.index(row, 0).data())
    )
    today.view.setCurrentIndex(today.model.index(row, 0))
    person.presses(Qt.Key.Key_Return)
    letter = shown(person, ComposerPage)
    assert letter.desk.paper.subject.text() == "Does Chris know that I will call?"
    presses_until(person, Qt.Key.Key_Return, CTRL, lambda: bool(mailbox.opened))
    says_yes(letter)
    assert person.library.referrals.get(number).heads_up is Consent.ASKED
    assert person.library.referrals.get(number).cold


def test_row_11_both_are_asked_first_then_one_mail_goes_to_both(
    person: Person, ids: dict[str, int], mailbox: Mailbox, tmp_path: Path
) -> None:
    """And row 12: it names both and carries both contacts; after a week Today asks whether they talked."""
    rebecca, bobby = ids["Rebecca Baxter"], ids["Bobby Perry"]
    person.window.go("introductions")
    page = shown(person, IntroductionsPage)
    page.new_button.click()
    for text in ("Rebecca Baxter", "Bobby Perry", "Both turn labs into homes"):
        person.types(text)
        person.presses(Qt.Key.Key_Return if text.startswith("Both") else Qt.Key.Key_Tab)
    number = person.library.introductions.all()[0].id
    for who, name in ((rebecca, "Rebecca"), (bobby, "Bobby")):
        page.refresh(None)
        page.guard.loops.primary.click()
        letter = shown(person, ComposerPage)
        assert letter.desk.paper.words.toPlainText().startswith(f"Hi {name},")
        mailbox.opened.clear()
        presses_until(person, Qt.Key.Key_Return, CTRL, lambda: bool(mailbox.opened))
        says_yes(letter)
        page = shown(person, IntroductionsPage)
        agreed = introductions.answer(person.library.introductions.get(number), who, TODAY, agrees=True)
        person.library.introductions.save(agreed)
    page.refresh(None)
    page.guard.loops.primary.click()
    letter = shown(person, ComposerPage)
    target = tmp_path / "introduction.eml"
    letter.saving.save_eml(target)
    message = message_from_bytes(target.read_bytes(), policy=default)
    assert [one.addr_spec for one in message["To"].addresses] == ["baxter@example.org", "perry@example.org"]
    cards = [vobject.readOne(part.get_content()) for part in message.iter_attachments()]
    assert [card.fn.value for card in cards] == ["Rebecca Baxter", "Bobby Perry"]
    says_yes(letter)
    sent = person.library.introductions.get(number)
    assert sent.stage is IntroductionStage.SENT
    assert introductions.due(sent) == TODAY + timedelta(days=7)


def test_row_14_a_chain_is_followed_back_to_its_source_and_forward_to_what_came_of_it(
    person: Person, ids: dict[str, int]
) -> None:
    made = tie(person.library, ids)
    person.window.go("introductions")
    page = shown(person, IntroductionsPage)
    page.tabs.segment("referrals").click()
    page.table.stand_on(made["nothing"])
    tree = page.chain.tree
    assert [box.name for box in tree.boxes()][:4] == [
        "Theodor Speer", "Frida Björklund", "Jacob Calderon", "Chris Riddle",
    ]  # fmt: skip
    tree.setFocus()
    person.presses(Qt.Key.Key_Down)
    person.presses(Qt.Key.Key_Return)
    assert person.window.pages.current is not page
    assert "Theodor Speer" in person.window.pages.current.header.name.text()  # type: ignore[union-attr]


def test_nothing_is_sent_and_no_socket_is_opened(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letters leave only as addresses and files that other programs open: not even this machine is spoken to."""
    opened: list[object] = []
    with Library.open(tmp_path / "library", now=lambda: NOW) as library:
        ids = fill(library)
        desk = Desk(qapp, library, lambda: NOW)
        desk.window.resize(1280, 800)
        desk.window.show()
        connect = socket.socket.connect

        def watch(one: socket.socket, address: object) -> None:
            opened.append(address)
            connect(one, address)  # type: ignore[arg-type]

        monkeypatch.setattr(socket.socket, "connect", watch)
        somebody = Person(desk, qtbot)
        page = writes_to_by_name(somebody, ids["Rebecca Baxter"])
        page.saving.save_eml(tmp_path / "a.eml")
        page.saving.save_ics(tmp_path / "a.ics")
        page.open_in_mail()
        says_yes(page)
        for name in ("introductions", "events", "insights", "companies"):
            desk.window.go(name)
        desk.window.close()
        desk.close()
    assert opened == []
    assert [url.scheme() for url in mailbox.opened] == ["mailto"]
    assert {path.suffix for path in tmp_path.glob("a.*")} == {".eml", ".ics"}


def writes_to_by_name(person: Person, contact_id: int) -> ComposerPage:
    """The letter to somebody, whatever has the keyboard."""
    person.window.go("today")
    today = shown(person, TodayPage)
    stand_on(today, contact_id)
    today.view.steps.write()
    return shown(person, ComposerPage)
