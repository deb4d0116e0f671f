"""Introductions by stage: nobody is named before they agreed, each step is a key, chains lead back to their source."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.letters import Form
from cardkeeper.model.relationships import Consent, IntroductionStage, LeadState, Outcome
from tests.ui.lived_in_ties import tie
from ui import theme
from ui.introductions import IntroductionsPage
from ui.introductions.board import StageList
from ui.paragraph import Paragraph
from ui.parts import Writing
from ui.session import Session
from ui.value_line import ElidedLink

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(library: Library, ids: dict[str, int]) -> dict[str, int]:
    return tie(library, ids)


@pytest.fixture
def page(session: Session, made: dict[str, int], qtbot: QtBot) -> IntroductionsPage:
    page = IntroductionsPage(session)
    session.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1072, 740)
    page.show()
    page.refresh(None)
    return page


def column(page: IntroductionsPage, stage: IntroductionStage) -> StageList:
    return page.board.list_of(stage)


def said(view: StageList) -> list[str]:
    return [str(view.cards.index(row, 0).data()) for row in range(view.cards.rowCount())]


def test_each_introduction_stands_in_its_column_with_what_is_next(page: IntroductionsPage) -> None:
    assert said(column(page, IntroductionStage.FIRST_AGREED)) == [
        "Rebecca Baxter and Bobby Perry. Lab space to convert. Ask Bobby next"
    ]
    assert said(column(page, IntroductionStage.SENT))[0].endswith("Did they talk?")
    assert page.tabs.segment("introductions").text() == "Introductions  5"


def test_before_somebody_is_named_the_page_asks_whether_they_were_asked(
    page: IntroductionsPage, made: dict[str, int]
) -> None:
    page.show_introduction(made["half"])
    guard = page.guard
    assert guard.title.text() == "Before you name Bobby Perry"
    assert "Their details stay hidden from Rebecca Baxter until they agree." in guard.lead.text()
    assert "You met once" in guard.knowing_words.text()
    assert not guard.send.isEnabled()
    assert guard.hint.text() == "You can send it once both have agreed."
    assert "Rebecca Baxter (Loan officer, Prismworks)" in guard.reads.text()


def test_who_has_not_agreed_is_not_named_in_what_the_other_reads(page: IntroductionsPage, made: dict[str, int]) -> None:
    page.show_introduction(made["asked"])
    assert page.guard.reads.text().startswith("Hi Jacob,")
    assert "Élisabeth" not in page.guard.reads.text()
    assert "Project lead" in page.guard.reads.text()


def test_asking_first_opens_the_letter(
    page: IntroductionsPage, made: dict[str, int], ids: dict[str, int], qtbot: QtBot
) -> None:
    page.show_introduction(made["half"])
    with qtbot.waitSignal(page.compose) as asked:
        page.guard.loops.primary.click()
    assert asked.args == [Writing((ids["Bobby Perry"],), Form.INTRODUCTION_ASK, introduction_id=made["half"])]
    page.show_introduction(made["agreed"])
    with qtbot.waitSignal(page.compose) as sends:
        page.guard.loops.primary.click()
    assert sends.args[0].form is Form.INTRODUCTION


def test_ctrl_shift_and_an_arrow_moves_a_card(page: IntroductionsPage, made: dict[str, int], library: Library) -> None:
    page.show_introduction(made["half"])
    view = column(page, IntroductionStage.FIRST_AGREED)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL_SHIFT)
    moved = library.introductions.get(made["half"])
    assert (moved.stage, moved.second) == (IntroductionStage.BOTH_AGREED, Consent.AGREED)
    assert column(page, IntroductionStage.BOTH_AGREED).current() == moved
    library.history.undo()
    assert library.introductions.get(made["half"]).stage is IntroductionStage.FIRST_AGREED


def test_a_card_is_dragged_to_a_later_stage_and_not_back(
    page: IntroductionsPage, made: dict[str, int], library: Library, session: Session, qtbot: QtBot
) -> None:
    drop(page, made["sent"], IntroductionStage.THANKED)
    assert library.introductions.get(made["sent"]).stage is IntroductionStage.THANKED
    with qtbot.waitSignal(session.failed) as refused:
        drop(page, made["sent"], IntroductionStage.FIRST_ASKED)
    assert refused.args == ["An introduction only goes forward.", "Undo takes the last move back."]


def drop(page: IntroductionsPage, introduction_id: int, stage: IntroductionStage) -> None:
    data = QMimeData()
    data.setData("application/x-cardkeeper-introduction", str(introduction_id).encode())
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    column(page, stage).dropEvent(event)


def test_large_text_leaves_room_for_names_on_the_board_and_in_the_list(
    page: IntroductionsPage, qapp: QApplication, qtbot: QtBot
) -> None:
    """What has no room beside it is scrolled to."""
    theme.apply(qapp, "light", 200)
    card, beside = column(page, IntroductionStage.FIRST_AGREED), column(page, IntroductionStage.BOTH_AGREED)
    name = QFontMetrics(theme.font("strong")).horizontalAdvance("Rebecca Baxter") + theme.px(32)
    qtbot.waitUntil(lambda: card.width() >= name)
    qtbot.waitUntil(lambda: card.mapTo(page, card.rect().topRight()).x() < beside.mapTo(page, QPoint(0, 0)).x())
    qtbot.waitUntil(lambda: page.tabs.mapTo(page, QPoint(0, 0)).x() < page.shape.mapTo(page, QPoint(0, 0)).x())
    page.shape.segment("list").click()
    assert min(map(page.table.columnWidth, range(5))) >= theme.px(110)
    theme.apply(qapp, "light", 100)
    qtbot.waitUntil(lambda: page.table.horizontalHeader().length() == page.table.viewport().width())


def test_the_list_says_the_same_as_the_board(page: IntroductionsPage, made: dict[str, int]) -> None:
    page.shape.segment("list").click()
    lines = page.table.lines
    assert lines.rowCount() == 6
    row = lines.row_of(made["met"])
    assert [lines.index(row, at).data() for at in range(5)] == [
        "Theodor Speer", "Rebecca Baxter", "A contract for a study", "They met", "Not thanked yet",
    ]  # fmt: skip


def test_a_chain_leads_back_to_its_source_with_what_came_of_it(
    page: IntroductionsPage, made: dict[str, int], ids: dict[str, int], qtbot: QtBot
) -> None:
    page.tabs.segment("referrals").click()
    page.table.stand_on(made["second"])
    boxes = {box.name: box.line for box in page.chain.tree.boxes()}
    assert next(iter(boxes)) == "Theodor Speer"
    assert boxes["Frida Björklund"].startswith("became a client")
    assert boxes["Chris Riddle"].startswith("Came to nothing")
    assert boxes["Clinic in Calau"] == "Lead, no person yet"
    frida = next(box for box in page.chain.tree.boxes() if box.name == "Frida Björklund")
    page.chain.tree.take(frida)
    assert page.chain.title._text.text() == "Where Frida Björklund came from"
    with qtbot.waitSignal(page.open_person) as opened:
        page.chain.tree.take(frida)
    assert opened.args == [ids["Frida Björklund"]]
    page.chain.list_button.click()
    model = page.chain.list.model()
    assert model.index(0, 0).data() == "Theodor Speer: The source"
    assert model.rowCount(model.index(0, 0)) == 2


def test_without_a_chain_the_two_stand_side_by_side_with_what_is_known_of_them(
    page: IntroductionsPage, made: dict[str, int], ids: dict[str, int], qtbot: QtBot
) -> None:
    page.show_introduction(made["agreed"])
    pair = page.chain.pair
    assert pair.isVisible()
    assert not page.chain.list_button.isVisible()
    names = pair.findChildren(ElidedLink)
    assert [link.text() for link in names] == ["Féline Willemsen", "Morgan Nelson"]
    said = [words.text() for words in pair.findChildren(Paragraph)]
    assert "Photographer, Johnson Capital" in said
    with qtbot.waitSignal(page.open_person) as opened:
        names[1].click()
    assert opened.args == [ids["Morgan Nelson"]]


def test_a_lead_without_a_referral_has_the_room_to_itself(page: IntroductionsPage) -> None:
    page.tabs.segment("leads").click()
    assert page.lead.isVisible()
    assert not page.chain.isVisible()
    page.tabs.segment("referrals").click()
    assert page.chain.isVisible()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_picture_of_a_chain_can_be_saved(
    page: IntroductionsPage, made: dict[str, int], tmp_path: Path, suffix: str
) -> None:
    page.tabs.segment("referrals").click()
    target = tmp_path / f"chain{suffix}"
    page.export(target)
    if suffix == ".png":
        assert QImage(str(target)).width() > 400
    else:
        drawn = target.read_text(encoding="utf-8")
        assert "<svg" in drawn
        assert "<path" in drawn


def test_a_picture_that_can_not_be_saved_is_said(
    page: IntroductionsPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    page.tabs.segment("referrals").click()
    with qtbot.waitSignal(session.failed):
        page.export(tmp_path / "nowhere" / "chain.svg")


def test_a_referral_stays_cold_until_its_source_confirms(
    page: IntroductionsPage, made: dict[str, int], ids: dict[str, int], library: Library, qtbot: QtBot
) -> None:
    page.tabs.segment("referrals").click()
    page.table.stand_on(made["cold"])
    assert page.guard.title.text() == "Before you call Dakshesh Batra"
    assert "Not confirmed that they expect the call." in page.guard.lead.text()
    with qtbot.waitSignal(page.compose) as asked:
        page.guard.loops.primary.click()
    assert asked.args == [Writing((ids["Frida Björklund"],), Form.CONFIRM, referral_id=made["cold"])]


def test_a_lead_becomes_a_referral_and_keeps_its_history(
    page: IntroductionsPage, made: dict[str, int], ids: dict[str, int], library: Library
) -> None:
    page.tabs.segment("leads").click()
    assert page.lead.state.text() == "No person yet"
    page.lead.grow.click()
    assert "Nobody known is named so." in page.lead.note.text()
    QTest.keyClicks(page.lead.person, "Morgan Nelson")
    page.lead.grow.click()
    lead = library.leads.get(made["lead"])
    assert lead.state is LeadState.REFERRAL
    assert page.tabs.value() == "referrals"
    assert page.table.current() == lead.referral_id
    referral = library.referrals.get(lead.referral_id or 0)
    assert (referral.prospect_id, referral.outcome) == (ids["Morgan Nelson"], Outcome.OPEN)


def test_a_new_introduction_is_made_without_a_dialog(
    page: IntroductionsPage, ids: dict[str, int], library: Library
) -> None:
    page.new_button.click()
    QTest.keyClicks(page.form.first, "Chris Riddle")
    QTest.keyClicks(page.form.second, "nobody at all")
    QTest.keyClicks(page.form.why, "engines")
    QTest.keyClick(page.form.why, Qt.Key.Key_Return)
    assert "Nobody known is named “nobody at all”." in page.form.note.text()
    page.form.second.clear()
    QTest.keyClicks(page.form.second, "Dakshesh Batra")
    QTest.keyClick(page.form.why, Qt.Key.Key_Return)
    assert not page.form.isVisible()
    newest = library.introductions.all()[0]
    assert (newest.first_id, newest.second_id) == (ids["Chris Riddle"], ids["Dakshesh Batra"])
    assert page.guard.title.text() == "Before you name Chris Riddle"


def test_a_part_of_a_name_that_nobody_else_has_is_enough(
    page: IntroductionsPage, ids: dict[str, int], library: Library
) -> None:
    """By the keyboard alone: Enter goes on to what is still missing, and keeps it then."""
    page.new_button.click()
    form = page.form
    form.first.setFocus()
    QTest.keyClicks(form.first, "elisabeth")
    QTest.keyClick(form.first, Qt.Key.Key_Return)
    assert form.first.text() == "Élisabeth Maréchal"
    assert form.second.hasFocus()
    QTest.keyClick(form.second, Qt.Key.Key_Return)
    assert "Somebody is still missing." in form.note.text()
    QTest.keyClicks(form.second, "dakshesh")
    QTest.keyClick(form.second, Qt.Key.Key_Return)
    QTest.keyClicks(form.why, "engines")
    QTest.keyClick(form.why, Qt.Key.Key_Return)
    newest = library.introductions.all()[0]
    assert newest.second_id == ids["Dakshesh Batra"]


def test_the_keyboard_begins_on_the_chosen_card_and_enter_does_what_it_offers(
    page: IntroductionsPage, made: dict[str, int], qtbot: QtBot
) -> None:
    page.show_introduction(made["asked"])
    with qtbot.waitActive(page):
        page.activateWindow()
    page.take_focus()
    card = page.board.current_list()
    assert card is not None
    assert card.hasFocus()
    with qtbot.waitSignal(page.compose) as asked:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert asked.args[0].introduction_id == made["asked"]
    QTest.keyClick(card, Qt.Key.Key_Tab)
    assert not isinstance(QApplication.focusWidget(), StageList)


def test_an_empty_library_says_what_the_page_is_for(session: Session, qtbot: QtBot) -> None:
    page = IntroductionsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)
    assert page.empty.isVisible()
    assert page.empty.title.text() == "Nobody is being introduced"


def test_somebody_who_was_removed_leaves_the_page_standing(
    page: IntroductionsPage, ids: dict[str, int], library: Library
) -> None:
    for name in ("Theodor Speer", "Rebecca Baxter", "Bobby Perry"):
        library.people.delete(ids[name])
    assert page.isVisible()
