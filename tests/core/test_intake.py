"""What workers tell is in the library at once, a drop is one undo step, and nothing comes in twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.intake import Intake, Stored
from cardkeeper.library import Library
from cardkeeper.model.cards import Card, ReadCard, Reading, Scan
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.geometry import Box, Quad
from cardkeeper.model.people import MetContext
from cardkeeper.model.progress import Cancelled, CardRead, Done, Event, Failed, Framed, Opened, Outcome, Report, Seen

BREAKFAST = MetContext("Founders’ Breakfast", date(2026, 11, 18))
FILE = Path("sheet.png")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", now=lambda: datetime(2026, 11, 19, 9, tzinfo=UTC)) as library:
        yield library


def scan(letter: str = "a") -> Scan:
    return Scan(letter * 64, f"{letter}.png", "image/png", 1000, 1)


def card(number: int = 1, name: str = "Anna Weber") -> CardRead:
    place = Card(1, number, Quad.of_box(Box(0, 0, 10, 5)), 10, 5)
    return CardRead(ReadCard(place, Reading(10, 5), Draft((DraftValue(FieldName.NAME, name),))))


def tell(intake: Intake, *said: Event | Outcome, ticket: int = 1) -> list[Stored]:
    found = [intake.take(Report(ticket, FILE, each)) for each in said]
    return [stored for stored in found if stored]


def names(library: Library) -> list[str]:
    return [card.draft.text(FieldName.NAME) for card in library.cards.inbox()]


def test_a_card_is_in_the_inbox_as_soon_as_it_is_told(library: Library) -> None:
    intake = Intake(library, context=BREAKFAST)
    assert tell(intake, Opened(scan()), Framed(1, 1, 2)) == []
    (stored,) = tell(intake, card())
    assert (stored.path, stored.card_id, intake.stored) == (FILE, library.cards.inbox()[0].id, 1)
    assert library.cards.inbox()[0].context == BREAKFAST
    assert library.cards.hashes() == frozenset()
    tell(intake, Done(1))
    assert library.cards.hashes() == {"a" * 64}


def test_cards_wait_in_the_order_of_the_files_whichever_is_opened_first(library: Library) -> None:
    """Fronts and backs that were scanned in turn stay beside each other while several workers read."""
    intake = Intake(library)
    for ticket, letter, name in ((1, "a", "First"), (3, "c", "Third"), (2, "b", "Second")):
        tell(intake, Opened(scan(letter)), card(name=name), ticket=ticket)
    tell(Intake(library), Opened(scan("d")), card(name="Next drop"), ticket=1)
    tell(intake, Opened(scan("e")), card(name="Tried again"), ticket=1)
    assert names(library) == ["First", "Second", "Third", "Tried again", "Next drop"]


def test_a_whole_drop_is_one_undo_step(library: Library) -> None:
    intake = Intake(library)
    tell(intake, Opened(scan()), card(1), card(2), Done(2))
    tell(intake, Opened(scan("b")), card(1, "Karl Roth"), Done(1), ticket=2)
    library.history.undo()
    assert (names(library), library.cards.hashes(), library.history.can_undo) == ([], frozenset(), "")
    library.history.redo()
    assert names(library) == ["Anna Weber", "Anna Weber", "Karl Roth"]


def test_a_drop_that_was_asked_about_is_used(library: Library) -> None:
    batch = library.cards.add_batch(BREAKFAST)
    intake = Intake(library, batch)
    tell(intake, Opened(scan()), card())
    assert (intake.batch_id, library.cards.inbox()[0].batch_id) == (batch, batch)


def test_nothing_is_begun_for_files_that_bring_nothing(library: Library) -> None:
    intake = Intake(library)
    assert tell(intake, Seen("a" * 64), Failed("No picture.", "Drop another."), Cancelled()) == []
    assert (intake.batch_id, library.history.can_undo) == (None, "")


def test_the_same_bytes_under_two_names_are_told_once(library: Library) -> None:
    intake = Intake(library)
    assert len(tell(intake, Opened(scan()), card(), ticket=1)) == 1
    assert tell(intake, Opened(scan()), card(), Done(1), ticket=2) == []
    assert names(library) == ["Anna Weber"]


def test_a_file_that_stopped_halfway_goes_on_without_doubles(library: Library) -> None:
    tell(Intake(library), Opened(scan()), card(1), Failed("Reading stopped.", "Try again."))
    again = tell(Intake(library), Opened(scan()), card(1), card(2, "Karl Roth"), Done(2))
    assert len(again) == 2
    assert names(library) == ["Anna Weber", "Karl Roth"]


def test_a_drop_that_was_undone_takes_no_more(library: Library) -> None:
    intake = Intake(library)
    tell(intake, Opened(scan()), card(1))
    library.history.undo()
    with pytest.raises(WrongInput):
        tell(intake, card(2))
    assert names(library) == []


def sides(library: Library, *what: str) -> Intake:
    """A drop of files of one page each: `name` a card of that name, two names two cards, "" none that can be read."""
    intake = Intake(library)
    for ticket, said in enumerate(what, start=1):
        path = Path(f"{ticket}.png")
        events: list[Event | Outcome] = [Failed("Broken.", "")]
        if said:
            found = said.split("+")
            events = [Opened(scan(f"{ticket:x}")), *(card(at, one) for at, one in enumerate(found, start=1)), Done(1)]
        for event in events:
            intake.take(Report(ticket, path, event))
    return intake


def files(count: int) -> list[Path]:
    return [Path(f"{number}.png") for number in range(1, count + 1)]


def backs(library: Library) -> dict[str, str]:
    return {
        card.draft.text(FieldName.NAME): card.back.scan.name if card.back else ""
        for card in library.cards.inbox()
    }  # fmt: skip


def test_front_and_back_that_follow_each_other_become_one_card_each(library: Library) -> None:
    intake = sides(library, "Anna", "Anna", "Ben", "Ben")
    assert intake.pair_sides(files(4)) == (Path("2.png"), Path("4.png"))
    assert backs(library) == {"Anna": "2.png", "Ben": "4.png"}
    assert library.history.can_undo == "Added 4 cards"
    library.history.undo()
    assert library.cards.inbox() == ()


def test_a_file_that_could_not_be_read_keeps_its_place_in_the_order(library: Library) -> None:
    intake = sides(library, "Anna", "", "Ben", "Ben")
    assert intake.pair_sides(files(4)) == (Path("4.png"),)
    assert backs(library) == {"Anna": "", "Ben": "4.png"}


def test_a_page_with_several_cards_is_left_as_it_is(library: Library) -> None:
    intake = sides(library, "Anna+Ben", "Cleo", "Dan", "Dan")
    assert intake.pair_sides(files(4)) == (Path("4.png"),)
    assert backs(library) == {"Anna": "", "Ben": "", "Cleo": "", "Dan": "4.png"}


def test_the_last_of_an_odd_number_stays_alone_and_asking_again_changes_nothing(library: Library) -> None:
    intake = sides(library, "Anna", "Anna", "Ben")
    assert intake.pair_sides(files(3)) == (Path("2.png"),)
    assert intake.pair_sides(files(3)) == ()
    assert backs(library) == {"Anna": "2.png", "Ben": ""}


def test_files_that_came_in_before_are_paired_when_they_come_again(library: Library) -> None:
    sides(library, "Anna", "Anna")
    again = Intake(library)
    for number in (1, 2):
        again.take(Report(number, Path(f"{number}.png"), Seen(scan(f"{number:x}").sha256)))
    assert again.pair_sides(files(2)) == (Path("2.png"),)
    assert backs(library) == {"Anna": "2.png"}
