"""The review by keyboard: what Enter, F2, Alt and a number, and Ctrl+Z do to a card and to the people."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.cards import CardState, StoredCard
from cardkeeper.model.drafts import FieldName, Gap, Look
from cardkeeper.model.geometry import Quad, Side
from cardkeeper.model.people import Contact, FollowUpKind, How, MetContext, NextStep, Position
from cardkeeper.model.progress import PageDrawn
from cardkeeper.review import Offer
from tests.ui.lived_in import TODAY, before, session_on
from tests.ui.waiting_cards import BOBBY, REBECCA, Drop, Print, jpeg, many, read_card, renamed
from ui.pictures import Pictures
from ui.review import ReviewPage
from ui.review.editing import Spot
from ui.review.form import FieldRow
from ui.review.sitting import Standing
from ui.session import Session

NAME, EMAIL, PHONE = Spot(FieldName.NAME), Spot(FieldName.EMAIL), Spot(FieldName.PHONE)
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Turner(QObject):
    """Stands where reading goes on beside the window: keeps what was asked about which cards."""

    page_drawn = Signal(int, object)
    failed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.turned: list[tuple[int, Side, int]] = []
        self.framed: list[tuple[int, Side, Quad]] = []
        self.pages: list[tuple[int, Side]] = []
        self.beside: list[tuple[int, Side, Quad]] = []

    def turn(self, card: StoredCard, side: Side, degrees: int) -> None:
        self.turned.append((card.id, side, degrees))

    def frame(self, card: StoredCard, side: Side, quad: Quad) -> None:
        self.framed.append((card.id, side, quad))

    def frame_beside(self, card: StoredCard, side: Side, quad: Quad) -> None:
        self.beside.append((card.id, side, quad))

    def draw_page(self, card: StoredCard, side: Side) -> None:
        self.pages.append((card.id, side))


@dataclass
class Desk:
    """A window with nothing in it but the review."""

    window: QWidget
    page: ReviewPage
    session: Session
    turner: Turner
    qtbot: QtBot

    @property
    def library(self) -> Library:
        return self.session.library

    def press(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        focus = QApplication.focusWidget()
        QTest.keyClick(focus or self.window, key, with_)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def row(self, spot: Spot) -> FieldRow:
        row = self.page.desk.right.form.row(spot)
        assert row is not None
        return row

    def text(self, spot: Spot) -> str:
        return self.row(spot).line.text()

    @property
    def current(self) -> Spot:
        return self.page.desk.right.form.current

    @property
    def card(self) -> StoredCard:
        card = self.page.desk.editing.card
        assert card is not None
        return card


@pytest.fixture
def desk(library: Library, qtbot: QtBot) -> Iterator[Desk]:
    session = session_on(library)
    pictures = Pictures(library.files)
    turner = Turner()
    window = QWidget()
    page = ReviewPage(session, turner, pictures)
    QVBoxLayout(window).addWidget(page)
    session.changed.connect(page.refresh)
    QShortcut(QKeySequence("Ctrl+Z"), window, session.undo)
    QShortcut(QKeySequence("Ctrl+Shift+Z"), window, session.redo)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Desk(window, page, session, turner, qtbot)
    pictures.close()
    session.changed.disconnect(page.refresh)
    session.close()


def names(library: Library) -> list[str]:
    return sorted(contact.name for contact in library.people.all())


def test_enter_accepts_from_any_field_and_goes_on(desk: Desk) -> None:
    drop = Drop(desk.library, MetContext("Founders’ Breakfast", before(1)))
    drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    assert names(desk.library) == ["Bobby Perry"]
    assert desk.text(NAME) == "Clelia Delle"
    assert QApplication.focusWidget() is desk.row(NAME).line


def test_accepting_queues_a_coffee_within_two_days_and_says_where_they_met(desk: Desk) -> None:
    Drop(desk.library, MetContext("Founders’ Breakfast", before(1), how=How.TALKED)).add(BOBBY)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Return)
    (item,) = desk.library.follow_ups.agenda()
    assert item.follow_up.kind is FollowUpKind.COFFEE
    assert item.follow_up.due == date(2026, 11, 20)
    assert item.met == MetContext("Founders’ Breakfast", before(1), how=How.TALKED)


def test_a_card_is_accepted_with_looks_left_and_keeps_the_mark(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Return)
    (contact,) = desk.library.people.all()
    assert set(contact.unsure) == {"email", "address"}


def test_the_keyboard_begins_where_something_needs_a_look_and_f2_goes_on(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    assert desk.current == EMAIL
    desk.press(Qt.Key.Key_F2)
    assert desk.current == Spot(FieldName.ADDRESS)
    desk.press(Qt.Key.Key_F2)
    assert desk.current == EMAIL


def test_what_needs_a_look_says_so_in_words(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA, gaps=(Gap(FieldName.WEBSITE, Look.MISSING),))
    desk.page.show_card(0)
    assert desk.row(EMAIL).note.text() == "Needs a look: the readers differ on one character"
    assert desk.row(Spot(FieldName.WEBSITE)).note.text().startswith("Needs a look: ")
    assert desk.row(EMAIL).line.accessibleDescription() == desk.row(EMAIL).note.text()
    assert not desk.row(NAME).note.text()


def test_alt_and_a_number_take_what_a_field_may_be(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_2, ALT)
    assert desk.text(EMAIL) == "rebeccabaxterA@example.org"
    assert not desk.row(EMAIL).needs_look
    assert desk.library.cards.get(desk.card.id).draft.text(FieldName.EMAIL) == "rebeccabaxterA@example.org"


def test_who_settles_a_doubt_is_led_to_the_next_one(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA, gaps=(Gap(FieldName.WEBSITE, Look.MISSING),))
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_2, ALT)
    assert desk.current == Spot(FieldName.WEBSITE)
    desk.press(Qt.Key.Key_1, ALT)
    assert desk.current == Spot(FieldName.ADDRESS)
    desk.press(Qt.Key.Key_2, ALT)
    assert desk.text(Spot(FieldName.ADDRESS)) == "1 Joseph Burgs, Kempton TQ1 4WD"
    assert desk.current == Spot(FieldName.ADDRESS)
    assert not desk.page.desk.right.form.looks()


def test_alt_1_says_that_a_field_is_right_as_it_stands(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_1, ALT)
    assert desk.text(EMAIL) == "rebeccabaxter4@example.org"
    assert not desk.row(EMAIL).needs_look


def test_two_long_readings_can_both_be_read_whole_where_there_is_room(desk: Desk) -> None:
    long, other = ("a.very.long.name@the-company-with-a-long-name.example", "a.very.1ong.name@the-company.example")
    Drop(desk.library).add((Print(FieldName.EMAIL, long, (Look.READERS_DIFFER,), choices=(other,)),))
    desk.page.show_card(0)
    first, second = desk.page.desk.left.choices.options()
    assert first.width() >= first.sizeHint().width()
    assert second.geometry().top() > first.geometry().bottom()


def test_the_card_stays_where_it_is_while_one_goes_through_fields_and_cards(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA)
    clear = Drop(desk.library).add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    view = desk.page.desk.left.picture.view
    desk.press(Qt.Key.Key_Tab)
    doubtful = view.geometry()
    desk.press(Qt.Key.Key_Tab)
    assert view.geometry() == doubtful
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_1, ALT)
    assert view.geometry() == doubtful
    desk.page.show_card(clear.id)
    assert view.geometry() == doubtful


def offered(desk: Desk) -> list[str]:
    """What Alt and a number take, in order, each with what is said beside it."""
    return [button.accessibleName() for button in desk.page.desk.left.choices.options()]


def test_a_name_and_a_company_that_were_mixed_up_change_places_with_one_key(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    assert offered(desk) == ["Principal Architect swap with job title", "Sable Labs swap with company"]
    desk.press(Qt.Key.Key_2, ALT)
    assert desk.text(NAME) == "Sable Labs"
    assert desk.text(Spot(FieldName.COMPANY)) == "Bobby Perry"
    assert desk.current == NAME
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text(NAME) == "Bobby Perry"


def test_an_empty_field_takes_what_stands_in_the_wrong_one(desk: Desk) -> None:
    """A card whose name was taken for its company has a name that needs a look."""
    prints = (Print(FieldName.COMPANY, "Bobby Perry"), Print(FieldName.OTHER, "Sable Labs"))
    Drop(desk.library).add(prints, gaps=(Gap(FieldName.NAME, Look.MISSING),))
    desk.page.show_card(0)
    assert offered(desk) == ["Nothing on the card", "Bobby Perry move from company", "Sable Labs use as name"]
    desk.press(Qt.Key.Key_2, ALT)
    assert (desk.text(NAME), desk.text(Spot(FieldName.COMPANY))) == ("Bobby Perry", "")
    assert not desk.row(NAME).needs_look


def test_letters_that_look_alike_are_told_apart_where_one_checks_them(desk: Desk) -> None:
    """I, l and 1, O and 0: Inter draws them so that they can't be mistaken."""
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    assert [tag.toString() for tag in desk.row(EMAIL).line.font().featureTags()] == [b"ss02"]
    assert not desk.page.desk.right.met.fields.place.font().featureTags()


def test_up_and_down_go_through_the_fields_and_typing_puts_another_text(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Up)
    assert desk.current == Spot(FieldName.COMPANY)
    desk.type("Prism")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert desk.current == PHONE
    assert QApplication.focusWidget() is desk.row(PHONE).line
    assert desk.text(Spot(FieldName.COMPANY)) == "Prism"
    desk.page.desk.right.form.focus(NAME)
    desk.press(Qt.Key.Key_Up)
    assert desk.current == Spot(FieldName.ADDRESS)


def test_a_field_that_the_card_does_not_have_is_said_to_be_missing(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY, gaps=(Gap(FieldName.PHONE, Look.MISSING),))
    desk.page.show_card(0)
    assert desk.current == PHONE
    desk.press(Qt.Key.Key_1, ALT)
    assert not desk.row(PHONE).needs_look
    assert desk.library.cards.get(desk.card.id).draft.gaps == ()


def test_a_line_that_is_not_used_goes_into_the_field_with_the_keyboard(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_F2)
    assert offered(desk)[1] == "1 Joseph Burgs add to address"
    desk.press(Qt.Key.Key_2, ALT)
    assert desk.text(Spot(FieldName.ADDRESS)) == "1 Joseph Burgs, Kempton TQ1 4WD"
    assert desk.current == Spot(FieldName.ADDRESS)


def click(desk: Desk, key: Hashable) -> None:
    """Click on a place of the card."""
    view = desk.page.desk.left.picture.view
    desk.qtbot.waitUntil(lambda: desk.page.desk.left.picture.picture() is not None)
    place = view.places_of(key)[0].center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def pick(desk: Desk, words: str) -> None:
    """Take a line of the menu that is open."""
    (menu,) = desk.page.findChildren(QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


BURGS = Offer("1 Joseph Burgs", line=5)


def test_a_click_on_a_box_leads_to_its_field_and_a_click_on_an_unused_line_adds_it_to_the_address(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA, picture=jpeg())
    desk.page.show_card(0)
    click(desk, Spot(FieldName.ADDRESS))
    assert desk.current == Spot(FieldName.ADDRESS)
    assert desk.page.desk.left.picture.view.lit_key() == Spot(FieldName.ADDRESS)
    click(desk, BURGS)
    assert desk.text(Spot(FieldName.ADDRESS)) == "1 Joseph Burgs, Kempton TQ1 4WD"


def test_a_click_on_an_unused_line_never_replaces_a_text_but_asks_what_it_is(desk: Desk) -> None:
    Drop(desk.library).add(REBECCA, picture=jpeg())
    desk.page.show_card(0)
    desk.page.desk.right.form.focus(NAME)
    click(desk, BURGS)
    assert desk.text(NAME) == "Rebecca Baxter"
    pick(desk, "Department")
    assert desk.text(Spot(FieldName.DEPARTMENT)) == "1 Joseph Burgs"
    assert desk.current == Spot(FieldName.DEPARTMENT)


def test_a_second_click_on_a_box_asks_what_it_is(desk: Desk) -> None:
    """“This is the company, not the name”: the two change places."""
    Drop(desk.library).add(BOBBY, picture=jpeg())
    desk.page.show_card(0)
    click(desk, NAME)
    pick(desk, "Company")
    assert (desk.text(NAME), desk.text(Spot(FieldName.COMPANY))) == ("Sable Labs", "Bobby Perry")


def test_one_line_of_an_address_is_put_into_another_field(desk: Desk) -> None:
    """“This line is the company”: the rest of the address stays."""
    Drop(desk.library).add(REBECCA, picture=jpeg())
    desk.page.show_card(0)
    address = Spot(FieldName.ADDRESS)
    desk.page.desk.right.form.focus(address)
    click(desk, BURGS)
    click(desk, address)
    pick(desk, "Department")
    assert (desk.text(Spot(FieldName.DEPARTMENT)), desk.text(address)) == ("1 Joseph Burgs", "Kempton TQ1 4WD")


def test_the_rest_of_a_name_that_was_torn_in_two_is_one_key_away(desk: Desk) -> None:
    Drop(desk.library).add((Print(FieldName.NAME, "Fiammetta"), Print(FieldName.OTHER, "Quattrocchi"), *BOBBY[2:]))
    desk.page.show_card(0)
    assert offered(desk) == ["Sable Labs swap with company", "Quattrocchi use as name", "Fiammetta Quattrocchi"]
    desk.press(Qt.Key.Key_3, ALT)
    assert desk.text(NAME) == "Fiammetta Quattrocchi"


def test_alt_a_opens_a_field_that_the_card_has_no_row_for(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_A, ALT)
    pick(desk, "Department")
    desk.type("Sales")
    assert desk.text(Spot(FieldName.DEPARTMENT)) == "Sales"


def test_the_field_with_the_keyboard_lights_its_places_on_the_card(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY, picture=jpeg())
    desk.page.show_card(0)
    view = desk.page.desk.left.picture.view
    assert view.lit_key() == NAME
    desk.press(Qt.Key.Key_Tab)
    assert view.lit_key() == Spot(FieldName.TITLE)


def test_what_is_typed_is_kept_when_the_page_is_left_and_one_step_to_undo(desk: Desk) -> None:
    card = Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.row(NAME).line.selectAll()
    desk.type("Roberta Perry")
    desk.window.hide()
    assert desk.library.cards.get(card.id).draft.text(FieldName.NAME) == "Roberta Perry"
    desk.session.undo()
    assert desk.library.cards.get(card.id).draft.text(FieldName.NAME) == "Bobby Perry"


def test_ctrl_z_in_a_field_takes_back_what_was_typed_there(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.type("X")
    assert desk.text(NAME) == "Bobby PerryX"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text(NAME) == "Bobby Perry"
    desk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert desk.text(NAME) == "Bobby PerryX"


def test_ctrl_z_after_accepting_brings_the_card_back_onto_the_desk(desk: Desk) -> None:
    drop = Drop(desk.library)
    drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Return)
    assert desk.text(NAME) == "Clelia Delle"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text(NAME) == "Bobby Perry"
    assert names(desk.library) == []


def test_none_as_a_next_step_needs_a_reason(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    step = desk.page.desk.right.step
    step.segments.segment(FollowUpKind.NONE.value).click()
    desk.press(Qt.Key.Key_Return)
    assert names(desk.library) == []
    assert step.error.text() == "Say in a word why there is none."
    assert QApplication.focusWidget() is step.reason
    desk.type("retired")
    desk.press(Qt.Key.Key_Return)
    (contact,) = desk.library.people.all()
    (follow_up,) = desk.library.follow_ups.of(contact.id)
    assert (follow_up.kind, follow_up.reason) == (FollowUpKind.NONE, "retired")


def test_another_form_is_chosen_with_f7_and_the_arrows(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Return)
    assert [item.follow_up.kind for item in desk.library.follow_ups.agenda()] == [FollowUpKind.CALL]


def test_skipping_asks_why_and_takes_the_card_out(desk: Desk) -> None:
    drop = Drop(desk.library)
    card = drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_Escape)
    assert desk.text(NAME) == "Bobby Perry"
    desk.press(Qt.Key.Key_F8)
    desk.type("a menu")
    desk.press(Qt.Key.Key_Return)
    assert desk.text(NAME) == "Clelia Delle"
    skipped = desk.library.cards.get(card.id)
    assert (skipped.state, skipped.skip_reason) == (CardState.SKIPPED, "a menu")


def test_who_gives_no_reason_skips_with_two_keys(desk: Desk) -> None:
    card = Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_Return)
    assert desk.library.cards.get(card.id).state is CardState.SKIPPED


def test_later_leaves_a_card_for_the_end(desk: Desk) -> None:
    drop = Drop(desk.library)
    first = drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_F6)
    assert desk.text(NAME) == "Clelia Delle"
    desk.press(Qt.Key.Key_Return)
    assert desk.card.id == first.id


def test_after_the_last_card_the_page_says_so(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Return)
    assert desk.page.finished.isVisible()
    assert desk.page.finished.title.text() == "No card waits for a review"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.text(NAME) == "Bobby Perry"
    assert not desk.page.finished.isVisible()


def test_a_card_without_any_name_says_what_is_missing(desk: Desk) -> None:
    Drop(desk.library).add(())
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Return)
    assert names(desk.library) == []
    assert "no name, company, e-mail or phone" in desk.row(NAME).note.text()
    desk.type("Typed Off The Picture")
    desk.press(Qt.Key.Key_Return)
    assert names(desk.library) == ["Typed Off The Picture"]


def know_rebecca(library: Library) -> int:
    position = Position("Broker", company="Lindgate Homes")
    return library.people.save(Contact("Rebecca Baxter", (position,), emails=("rebeccabaxter4@example.org",)))


def test_a_card_of_somebody_known_updates_them_unless_told_otherwise(desk: Desk) -> None:
    known = know_rebecca(desk.library)
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    notice = desk.page.desk.right.known
    assert notice.isVisible()
    assert "Rebecca Baxter, Lindgate Homes" in notice.message()
    assert "Accepting updates Rebecca Baxter." in notice.message()
    desk.press(Qt.Key.Key_Return)
    (contact,) = desk.library.people.all()
    assert contact.id == known
    assert contact.company == "Prismworks"
    assert [position.company for position in contact.positions] == ["Prismworks", "Lindgate Homes"]


def test_alt_o_says_that_it_is_someone_else(desk: Desk) -> None:
    know_rebecca(desk.library)
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_O, ALT)
    assert "Accepting adds a new person." in desk.page.desk.right.known.message()
    desk.press(Qt.Key.Key_Return)
    assert names(desk.library) == ["Rebecca Baxter", "Rebecca Baxter"]


def test_one_card_can_differ_from_its_drop_and_go_back_to_it(desk: Desk) -> None:
    drop = Drop(desk.library, MetContext("Founders’ Breakfast", before(1)))
    drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    met = desk.page.desk.right.met
    met.fields.about.setFocus()
    desk.type("steel")
    desk.page.desk.editing.keep()
    assert desk.library.cards.get(desk.card.id).context.about == "steel"
    assert met.use_drops.isVisible()
    met.use_drops.click()
    assert desk.library.cards.get(desk.card.id).context == MetContext("Founders’ Breakfast", before(1))
    assert met.fields.about.text() == ""


def test_one_answer_can_be_used_for_the_whole_drop(desk: Desk) -> None:
    drop = Drop(desk.library)
    drop.add(BOBBY)
    other = drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_F4)
    desk.type("Housing Forum")
    desk.page.desk.editing.keep()
    desk.page.desk.right.met.use_for_all.click()
    assert desk.library.cards.get(other.id).context.event == "Housing Forum"
    assert not desk.library.cards.get(desk.card.id).differs


def test_what_was_talked_about_is_one_key_away_and_enter_goes_on(desk: Desk) -> None:
    drop = Drop(desk.library, MetContext("Founders’ Breakfast", before(1)))
    drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    for topic in ("labs", "opera"):
        desk.press(Qt.Key.Key_F5)
        desk.type(topic)
        desk.press(Qt.Key.Key_Return)
    told = {
        contact.name: [met.context.about for met in desk.library.people.encounters(contact.id)]
        for contact in desk.library.people.all()
    }
    assert told == {"Bobby Perry": ["labs"], "Clelia Delle": ["opera"]}


def test_the_end_of_the_sitting_takes_the_keyboard_once(desk: Desk) -> None:
    """What changes in the library afterwards does not take it from where somebody types by then."""
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Return)
    assert desk.page.today_button.hasFocus()
    elsewhere = QLineEdit(desk.window)
    elsewhere.show()
    elsewhere.setFocus()
    desk.page.refresh(None)
    desk.type("Clelia Delle")
    assert elsewhere.text() == "Clelia Delle"


def test_an_emptied_field_gives_its_line_back(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.row(NAME).line.selectAll()
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Tab)
    draft = desk.library.cards.get(desk.card.id).draft
    assert draft.all(FieldName.NAME) == ()
    assert [value.text for value in draft.all(FieldName.OTHER)] == ["Bobby Perry"]


def test_rows_are_added_and_taken_away(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    form = desk.page.desk.right.form
    form.add(FieldName.EMAIL)
    desk.type("second@example.org")
    assert [value.text for value in desk.page.desk.editing.draft.all(FieldName.EMAIL)][1] == "second@example.org"
    desk.row(Spot(FieldName.EMAIL, 0)).remove_button.click()
    assert desk.text(EMAIL) == "second@example.org"
    assert form.row(Spot(FieldName.EMAIL, 1)) is None


def test_an_added_row_that_stays_empty_goes_away(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    form = desk.page.desk.right.form
    form.add(FieldName.DEPARTMENT)
    assert form.row(Spot(FieldName.DEPARTMENT)) is not None
    form.focus(NAME)
    QApplication.processEvents()
    assert form.row(Spot(FieldName.DEPARTMENT)) is None


def test_a_card_is_turned_by_hand(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.page.desk.left.picture.turn_button.click()
    assert desk.turner.turned == [(desk.card.id, Side.FRONT, 90)]


def test_a_card_that_was_read_again_keeps_what_a_person_had_typed(desk: Desk) -> None:
    Drop(desk.library).add((Print(FieldName.NAME, "ynneP ybboB"),))
    desk.page.show_card(0)
    desk.row(NAME).line.selectAll()
    desk.type("Bobby J. Perry")
    desk.page.desk.left.picture.turn_button.click()
    desk.library.cards.reread(desk.card.id, read_card(BOBBY))
    assert desk.text(NAME) == "Bobby J. Perry"
    assert desk.text(Spot(FieldName.COMPANY)) == "Sable Labs"
    kept = desk.library.cards.get(desk.card.id).draft
    assert (kept.text(FieldName.NAME), kept.text(FieldName.COMPANY)) == ("Bobby J. Perry", "Sable Labs")


def test_a_card_that_could_not_be_turned_shows_its_picture_again(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY, picture=jpeg())
    desk.page.show_card(0)
    picture = desk.page.desk.left.picture
    desk.qtbot.waitUntil(lambda: picture.picture() is not None)
    picture.turn_button.click()
    assert picture.picture() is None
    desk.turner.failed.emit(desk.card.id)
    assert picture.picture() is not None


def test_an_empty_form_says_why(desk: Desk) -> None:
    Drop(desk.library).add(())
    desk.page.show_card(0)
    unread = desk.page.desk.right.unread
    assert unread.isVisible()
    assert unread.message() == "No reader is installed. Type what the card says."


def test_whatever_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    know_rebecca(desk.library)
    Drop(desk.library).add(REBECCA, picture=jpeg())
    desk.page.show_card(0)
    nameless = [
        widget
        for widget in desk.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
    ]
    assert nameless == []


def test_tab_goes_down_the_form_and_on_to_the_buttons(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    visited = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in visited:
            break
        visited.append(focus)
        desk.press(Qt.Key.Key_Tab)
    form, right = desk.page.desk.right.form, desk.page.desk.right
    wanted: list[QWidget] = [row.line for row in form.rows()]
    wanted += [right.met.fields.place, right.step.day, right.bar.accept_button, right.bar.later_button]
    places = [visited.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_previous_and_next_go_through_what_waits(desk: Desk) -> None:
    many(desk.library, 3)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_PageDown, CTRL)
    assert desk.text(NAME) == "Person 002"
    desk.press(Qt.Key.Key_PageUp, CTRL)
    assert desk.text(NAME) == "Person 001"


def test_escape_goes_back_to_the_inbox(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    with desk.qtbot.waitSignal(desk.page.go) as told:
        desk.press(Qt.Key.Key_Escape)
    assert told.args == ["inbox"]


def test_ugly_prints_are_shown_as_plain_text(desk: Desk) -> None:
    ugly = (
        Print(FieldName.NAME, "<b>Robert'); DROP TABLE people;--</b> " + "Wolfeschlegelsteinhausenbergerdorff " * 8),
        Print(FieldName.TITLE, "مدير المبيعات 👩‍💼 ראש צוות"),
        Print(FieldName.COMPANY, "A&B <Holding> & Söhne", (Look.UNSURE,), ("A&B Holding",)),
        *(Print(FieldName.PHONE, f"+49 30 12345{number:03}") for number in range(12)),
        *(Print(FieldName.OTHER, f"Line {number} & <i>more</i>") for number in range(20)),
    )
    Drop(desk.library).add(ugly, picture=jpeg(width=1, height=1))
    desk.page.show_card(0)
    desk.qtbot.waitUntil(lambda: desk.page.desk.left.picture.picture() is not None)
    assert len([row for row in desk.page.desk.right.form.rows() if row.spot.field is FieldName.PHONE]) == 12
    desk.window.grab()
    desk.press(Qt.Key.Key_Return)
    (contact,) = desk.library.people.all()
    assert contact.name.startswith("<b>Robert'); DROP TABLE")
    assert len(contact.phones) == 12


def test_a_card_whose_picture_is_gone_can_be_typed(desk: Desk) -> None:
    card = Drop(desk.library).add(BOBBY, picture=jpeg())
    path = desk.library.files.path_of(card.card.picture)
    assert path is not None
    path.unlink()
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_Return)
    assert names(desk.library) == ["Bobby Perry"]


def test_three_hundred_cards_are_gone_through_without_a_mouse(desk: Desk) -> None:
    many(desk.library, 300)
    desk.page.show_card(0)
    for _ in range(5):
        desk.press(Qt.Key.Key_Return)
    assert desk.page.sitting.count(Standing.ACCEPTED) == 5
    assert desk.page.sitting.place(desk.card.id) == 6
    assert names(desk.library) == [f"Person {number:03}" for number in range(1, 6)]


def test_the_step_that_was_chosen_for_a_card_stays_with_it(desk: Desk) -> None:
    many(desk.library, 2)
    desk.page.show_card(0)
    desk.page.desk.right.step.segments.segment(FollowUpKind.WALK.value).click()
    desk.page.go_beside(1)
    assert desk.page.desk.right.step.step().kind is FollowUpKind.COFFEE
    desk.page.go_beside(-1)
    assert desk.page.desk.right.step.step() == NextStep(FollowUpKind.WALK, desk.page.desk.deciding.step().due)
    assert (desk.page.desk.right.step.step().due or date.min) >= TODAY


HAUS = (Print(FieldName.NAME, "Anna Meier"), Print(FieldName.COMPANY, "Haus & Hof"))
HAUS_BACK = (Print(FieldName.COMPANY, "Haus & Hof"), Print(FieldName.PHONE, "+49 30 5550100"))


def test_two_cards_that_look_like_one_are_asked_about_and_alt_y_makes_them_one(desk: Desk) -> None:
    drop = Drop(desk.library)
    drop.add(HAUS)
    drop.add(HAUS_BACK)
    desk.page.show_card(0)
    notice = desk.page.desk.right.belonging
    assert notice.message() == "Front and back of one card? IMG_2042.jpg looks like the back of this card."
    desk.press(Qt.Key.Key_Y, ALT)
    assert (desk.text(NAME), desk.text(PHONE)) == ("Anna Meier", "+49 30 5550100")
    assert len(desk.library.cards.inbox()) == 1
    assert not notice.isVisible()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert len(desk.library.cards.inbox()) == 2
    assert notice.isVisible()
    assert [entry.card.id for entry in desk.page.sitting.entries] == [card.id for card in desk.library.cards.inbox()]


@pytest.mark.parametrize("order", [(HAUS, HAUS_BACK), (HAUS_BACK, HAUS)])
def test_saying_yes_on_the_back_goes_on_with_the_whole_card(
    desk: Desk, order: tuple[tuple[Print, ...], tuple[Print, ...]]
) -> None:
    drop = Drop(desk.library)
    both = {prints: drop.add(prints) for prints in order}
    front, back = both[HAUS], both[HAUS_BACK]
    desk.page.show_card(back.id)
    assert desk.page.desk.right.belonging.message().endswith("This looks like the back of the card of Anna Meier.")
    desk.press(Qt.Key.Key_Y, ALT)
    assert desk.card.id == front.id
    assert desk.text(NAME) == "Anna Meier"
    desk.press(Qt.Key.Key_Return)
    assert names(desk.library) == ["Anna Meier"]


def test_alt_n_says_that_they_are_two_cards_for_good(desk: Desk) -> None:
    drop = Drop(desk.library)
    drop.add(HAUS)
    drop.add(HAUS_BACK)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_N, ALT)
    assert not desk.page.desk.right.belonging.isVisible()
    desk.page.show_card(0)
    assert not desk.page.desk.right.belonging.isVisible()
    assert desk.library.history.can_undo == "Said that these are two cards"


def test_a_field_of_the_back_turns_the_card_over_and_f3_turns_it_back(desk: Desk) -> None:
    drop = Drop(desk.library)
    front, back = drop.add(HAUS, picture=jpeg("white")), drop.add(HAUS_BACK, picture=jpeg("red"))
    desk.library.cards.sides.pair(front.id, back.id)
    desk.page.show_card(0)
    picture = desk.page.desk.left.picture
    assert picture.sides.isVisible()
    assert picture.sides.value() == Side.FRONT
    assert picture.view.places_of(PHONE) == ()
    desk.page.desk.right.form.focus(PHONE)
    assert picture.sides.value() == Side.BACK
    assert len(picture.view.places_of(PHONE)) == 1
    assert picture.view.places_of(NAME) == ()
    desk.press(Qt.Key.Key_F3)
    assert picture.sides.value() == Side.FRONT
    assert picture.cut_out() == front.card
    desk.page.desk.right.form.focus(Spot(FieldName.COMPANY))
    assert picture.sides.value() == Side.FRONT


def test_the_side_that_is_shown_is_the_one_that_is_turned(desk: Desk) -> None:
    drop = Drop(desk.library)
    front, back = drop.add(HAUS), drop.add(HAUS_BACK)
    desk.library.cards.sides.pair(front.id, back.id)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_F3)
    desk.page.desk.left.picture.turn_button.click()
    assert desk.turner.turned == [(front.id, Side.BACK, 90)]


def test_front_and_back_can_be_separated_again(desk: Desk) -> None:
    drop = Drop(desk.library)
    front, back = drop.add(HAUS), drop.add(HAUS_BACK)
    desk.library.cards.sides.pair(front.id, back.id)
    desk.page.show_card(0)
    desk.page.desk.left.picture.separate_button.click()
    assert [card.id for card in desk.library.cards.inbox()] == [front.id, back.id]
    assert not desk.page.desk.left.picture.sides.isVisible()
    assert desk.text(PHONE) == ""


def test_a_card_is_the_back_of_the_one_before_when_a_person_says_so(desk: Desk) -> None:
    drop = Drop(desk.library)
    front, back = drop.add(BOBBY), drop.add((Print(FieldName.OTHER, "Seit 1998"),))
    desk.page.show_card(back.id)
    command = next(command for command in desk.page.commands() if command.text == "This is the back of the card before")
    command.run()
    assert desk.card.id == front.id
    assert desk.card.back is not None


def test_ctrl_j_says_that_the_next_card_is_the_back_of_this_one(desk: Desk) -> None:
    drop = Drop(desk.library)
    front = drop.add(BOBBY)
    drop.add((Print(FieldName.OTHER, "Seit 1998"),))
    desk.page.show_card(0)
    assert desk.page.desk.left.picture.join_button.isVisible()
    desk.press(Qt.Key.Key_J, CTRL)
    desk.qtbot.waitUntil(lambda: desk.card.back is not None)
    assert desk.card.id == front.id
    assert not desk.page.desk.left.picture.join_button.isVisible()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.card.back is None


def test_a_couple_becomes_two_people_with_alt_y(desk: Desk) -> None:
    Drop(desk.library).add((Print(FieldName.NAME, "Anna & Bernd Meier"), Print(FieldName.COMPANY, "Haus & Hof")))
    desk.page.show_card(0)
    notice = desk.page.desk.right.belonging
    assert notice.message() == "Two people on this card? Anna Meier and Bernd Meier"
    desk.press(Qt.Key.Key_Y, ALT)
    assert desk.text(NAME) == "Anna Meier"
    assert notice.message() == "2 people are on this card The other: Bernd Meier."
    desk.press(Qt.Key.Key_Return)
    assert (desk.text(NAME), desk.text(Spot(FieldName.COMPANY))) == ("Bernd Meier", "Haus & Hof")
    desk.press(Qt.Key.Key_Return)
    assert names(desk.library) == ["Anna Meier", "Bernd Meier"]


def test_a_name_with_an_and_may_be_one_person(desk: Desk) -> None:
    Drop(desk.library).add((Print(FieldName.NAME, "Anna & Bernd Meier"),))
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_N, ALT)
    assert not desk.page.desk.right.belonging.isVisible()
    assert len(desk.library.cards.inbox()) == 1


def test_another_person_is_added_with_alt_p_and_comes_next(desk: Desk) -> None:
    drop = Drop(desk.library)
    drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_P, ALT)
    assert desk.text(NAME) == "Bobby Perry"
    desk.press(Qt.Key.Key_Return)
    assert (desk.text(NAME), desk.text(Spot(FieldName.COMPANY))) == ("", "Sable Labs")
    desk.type("Dana Perry")
    desk.press(Qt.Key.Key_Return)
    assert desk.text(NAME) == "Clelia Delle"
    assert names(desk.library) == ["Bobby Perry", "Dana Perry"]


def test_two_people_who_are_one_are_put_together(desk: Desk) -> None:
    first = Drop(desk.library).add(BOBBY)
    desk.library.cards.sharing.another(first.id)
    desk.page.show_card(0)
    desk.press(Qt.Key.Key_N, ALT)
    assert [card.id for card in desk.library.cards.inbox()] == [first.id]
    assert not desk.page.desk.right.belonging.isVisible()


def page_of(desk: Desk) -> PageDrawn:
    desk.page.desk.left.picture.edges_button.click()
    assert desk.turner.pages == [(desk.card.id, Side.FRONT)]
    page = PageDrawn(jpeg("grey", 800, 600), 1600, 1200)
    desk.turner.page_drawn.emit(desk.card.id, page)
    return page


def test_a_corner_that_was_found_wrong_is_dragged_to_its_place_and_the_card_read_again(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY, picture=jpeg())
    desk.page.show_card(0)
    page_of(desk)
    view = desk.page.desk.left.picture.edges.view
    assert view.isVisible()
    before = view.quad()
    start = view.place_of(2).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(40, 30))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 30))
    after = view.quad()
    assert after.bottom_right.x > before.bottom_right.x
    assert after.bottom_right.y > before.bottom_right.y
    assert (after.top_left, after.top_right, after.bottom_left) == (
        before.top_left, before.top_right, before.bottom_left
    )  # fmt: skip
    desk.press(Qt.Key.Key_Return)
    assert desk.turner.framed == [(desk.card.id, Side.FRONT, after)]
    assert not view.isVisible()
    assert names(desk.library) == []


def test_a_card_that_was_overlooked_is_read_beside_this_one(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY, picture=jpeg())
    desk.page.show_card(0)
    page_of(desk)
    edges = desk.page.desk.left.picture.edges
    quad = edges.view.quad()
    edges.another_button.click()
    assert desk.turner.beside == [(desk.card.id, Side.FRONT, quad)]
    assert desk.turner.framed == []
    assert not edges.isVisible()


def test_corners_are_moved_by_keyboard_alone(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    page_of(desk)
    view = desk.page.desk.left.picture.edges.view
    assert QApplication.focusWidget() is view
    desk.press(Qt.Key.Key_Right, SHIFT)
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Down)
    quad = view.quad()
    assert (quad.top_left.x, quad.top_left.y) == (40, 0)
    assert (quad.top_right.x, quad.top_right.y) == (1000, 4)


def test_edges_never_cross_nor_leave_the_page(desk: Desk) -> None:
    Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    page_of(desk)
    view = desk.page.desk.left.picture.edges.view
    for _ in range(60):
        desk.press(Qt.Key.Key_Left, SHIFT)
        desk.press(Qt.Key.Key_Up, SHIFT)
    assert (view.quad().top_left.x, view.quad().top_left.y) == (0, 0)
    for _ in range(60):
        desk.press(Qt.Key.Key_Right, SHIFT)
        desk.press(Qt.Key.Key_Down, SHIFT)
    corner = view.quad().top_left
    assert corner.x / 1000 + corner.y / 600 < 1


def test_escape_leaves_the_edges_and_not_the_page(desk: Desk) -> None:
    gone: list[str] = []
    desk.page.go.connect(gone.append)
    Drop(desk.library).add(BOBBY, picture=jpeg())
    desk.page.show_card(0)
    page_of(desk)
    desk.press(Qt.Key.Key_Escape)
    assert gone == []
    assert desk.turner.framed == []
    assert QApplication.focusWidget() is desk.row(NAME).line


def test_a_page_that_comes_after_one_has_gone_on_is_not_shown(desk: Desk) -> None:
    drop = Drop(desk.library)
    first = drop.add(BOBBY)
    drop.add(renamed(BOBBY, "Clelia Delle"))
    desk.page.show_card(first.id)
    desk.page.desk.left.picture.edges_button.click()
    desk.page.go_beside(1)
    desk.turner.page_drawn.emit(first.id, PageDrawn(jpeg(), 1000, 600))
    assert not desk.page.desk.left.picture.edges.isVisible()


def test_somebody_known_is_compared_side_by_side_on_request(desk: Desk) -> None:
    know_rebecca(desk.library)
    Drop(desk.library).add(REBECCA)
    desk.page.show_card(0)
    known = desk.page.desk.right.known
    shown = [label.text() for label in known.findChildren(QLabel) if label.isVisible()]
    assert "With this card" not in shown
    desk.press(Qt.Key.Key_C, ALT)
    shown = [label.text() for label in known.findChildren(QLabel) if label.isVisible()]
    assert "So far" in shown
    assert "With this card" in shown


def test_the_step_that_was_chosen_waits_with_the_card_when_one_goes_away(desk: Desk) -> None:
    card = Drop(desk.library).add(BOBBY)
    desk.page.show_card(0)
    desk.page.desk.right.step.segments.segment(FollowUpKind.CALL.value).click()
    desk.page.hide()
    kept = desk.library.cards.get(card.id).step
    assert kept is not None
    assert kept.kind is FollowUpKind.CALL
    assert desk.library.history.can_undo == "Chose the next step with Bobby Perry"
    desk.page.show()
    desk.session.undo()
    assert desk.page.desk.right.step.step().kind is FollowUpKind.COFFEE


def test_an_answer_holds_for_who_presses_enter_at_once(desk: Desk) -> None:
    """The window shows news a moment after they are stored."""
    drop = Drop(desk.library)
    drop.add(HAUS)
    drop.add(HAUS_BACK)
    desk.page.show_card(0)
    desk.session.changed.disconnect(desk.page.refresh)
    desk.press(Qt.Key.Key_Y, ALT)
    desk.press(Qt.Key.Key_Return)
    desk.session.changed.connect(desk.page.refresh)
    (contact,) = desk.library.people.all()
    assert (contact.name, [phone.number for phone in contact.phones]) == ("Anna Meier", ["+49 30 5550100"])


UGLY = (
    "A" * 2000,
    "محمد بن راشد آل مكتوم",
    "👩‍💻🎉 Zoë 🇩🇪",
    "<b>Bold</b> & <script>alert(1)</script>",
    "",
    " \u200b ",
    "山田 太郎",
    "&amp; %s {name} %1",
    "O'Brien\tTab\nNew",
    "-" * 300,
)


def test_twenty_ugly_cards_are_gone_through_by_keyboard_alone(desk: Desk) -> None:
    drop = Drop(desk.library, MetContext("Founders’ Breakfast", before(1)))
    for number in range(20):
        text = UGLY[number % len(UGLY)]
        fields = (FieldName.NAME, FieldName.TITLE, FieldName.COMPANY, FieldName.PHONE, FieldName.OTHER)
        drop.add((*(Print(field, text) for field in fields), Print(FieldName.ADDRESS, text, (Look.UNSURE,))))
    desk.page.show_card(0)
    for place in range(1, 21):
        assert desk.page.sitting.place(desk.card.id) == place
        for key in (Qt.Key.Key_F2, Qt.Key.Key_Tab, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F7):
            desk.press(key)
        desk.press(Qt.Key.Key_F2)
        desk.press(Qt.Key.Key_1, ALT)
        desk.press(Qt.Key.Key_Return)
        if desk.page.desk.editing.card is not None and desk.page.sitting.place(desk.card.id) == place:
            assert desk.row(NAME).note.text().startswith("This card has no name")
            desk.press(Qt.Key.Key_F8)
            desk.type("No text on it")
            desk.press(Qt.Key.Key_Return)
    accepted = desk.page.sitting.count(Standing.ACCEPTED)
    skipped = desk.page.sitting.count(Standing.SKIPPED)
    assert (accepted + skipped, len(desk.library.cards.inbox())) == (20, 0)
    assert {card.skip_reason for card in desk.library.cards.skipped()} == {"No text on it"}
    assert max(len(name) for name in names(desk.library)) == 2000
