"""From a card to a person who was thanked, with both hands on the keyboard: nothing is clicked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cardkeeper.keys import name_key
from cardkeeper.model.people import Stage
from tests.journey.somebody import Person
from tests.journey.test_from_cards_to_coffee import draw_cards
from tests.ui.lived_in import Mailbox
from ui.composer import ComposerPage
from ui.parts import Button
from ui.person import PersonPage

CTRL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 80


@pytest.fixture
def mailbox(qapp: QApplication) -> Iterator[Mailbox]:
    with Mailbox() as box:
        yield box


def tabs_to(person: Person, words: str) -> None:
    """Press Tab until the keyboard is at what says this."""
    for _ in range(MOST_TABS):
        at = person.keyboard_at()
        if words in (at.accessibleName(), at.text() if isinstance(at, Button) else ""):
            return
        person.presses(Qt.Key.Key_Tab)
    pytest.fail(f"no way to “{words}”")


def goes_to(person: Person, name: str) -> PersonPage:
    """To somebody's page, through the palette."""
    person.presses(Qt.Key.Key_K, CTRL)
    person.types(name)
    person.waits_until(lambda: person.window.everywhere.palette.list.model().rowCount() > 1, seconds=20)
    person.presses(Qt.Key.Key_Return)
    person.waits_until(lambda: isinstance(person.window.pages.current, PersonPage), seconds=20)
    page = person.window.pages.current
    assert isinstance(page, PersonPage)
    return page


def test_from_a_card_to_thanks_without_a_mouse(person: Person, mailbox: Mailbox, tmp_path: Path) -> None:
    (name,) = draw_cards(tmp_path / "cards", 1).values()
    (card,) = (tmp_path / "cards").iterdir()

    # The program is started with a file, and asks where.
    person.desk.come_forward((card,))
    person.waits_until(lambda: len(person.inbox.cards.cards()) == 1 and not person.desk.jobs.active)
    person.types("Housing Forum")
    person.presses(Qt.Key.Key_Return)

    # Review.
    person.presses(Qt.Key.Key_R, CTRL)
    person.waits_until(person.review.isVisible)
    person.presses(Qt.Key.Key_Return)
    person.waits_until(person.review.finished.isVisible)
    (contact,) = person.library.people.all()
    assert name_key(contact.name) == name_key(name)
    name = contact.name

    # The letter.
    goes_to(person, name)
    tabs_to(person, "Write invite")
    person.presses(Qt.Key.Key_Return)
    letter = person.window.pages.current
    assert isinstance(letter, ComposerPage)
    person.types("Hello ")
    person.presses(Qt.Key.Key_Return, CTRL)
    person.waits_until(lambda: [url.scheme() for url in mailbox.opened] == ["mailto"], seconds=20)
    tabs_to(person, "Yes, invited")
    person.presses(Qt.Key.Key_Return)
    assert stage(person) is Stage.INVITED

    # Booked, met, written down, thanked.
    page = goes_to(person, name)
    tabs_to(person, "Booked")
    person.presses(Qt.Key.Key_Space)
    tabs_to(person, "On this day")
    person.presses(Qt.Key.Key_Space)
    sees(person, page, Stage.BOOKED)
    person.presses(Qt.Key.Key_D, CTRL)
    sees(person, page, Stage.MET)
    person.presses(Qt.Key.Key_L, CTRL)
    person.types("They look for a smaller office")
    person.presses(Qt.Key.Key_Return, CTRL)
    assert "They look for a smaller office" in [entry.text for entry in person.library.log.of(contact.id)]
    person.presses(Qt.Key.Key_D, CTRL)
    assert stage(person) is Stage.THANKED


def sees(person: Person, page: PersonPage, expected: Stage) -> None:
    """The step is there, and the page shows it: what is asked of a page that is a moment behind is not done twice."""
    assert stage(person) is expected
    person.waits_until(lambda: shown(page) is expected, seconds=20)


def shown(page: PersonPage) -> Stage | None:
    item = page.step_pane.steps.item
    return item.follow_up.stage if item else None


def stage(person: Person) -> Stage:
    """How far the next step is with the only person there is."""
    (contact,) = person.library.people.all()
    (step,) = person.library.follow_ups.of(contact.id)
    return step.stage
