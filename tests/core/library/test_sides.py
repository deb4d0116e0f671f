"""Front and back, several people, and steps chosen in advance, as the library keeps them: through restarts and undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cardkeeper import review
from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.cards import CardState
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Side
from cardkeeper.model.people import NOTHING_SAID, FollowUpKind, MetContext, NextStep
from tests.core.library.samples import BREAKFAST, COFFEE, accepted, clock, drop, dump, read_card
from tests.ui.waiting_cards import Drop, Print
from tests.ui.waiting_cards import read_card as printed

FRONT = (Print(FieldName.NAME, "Anna Meier"), Print(FieldName.COMPANY, "Haus & Hof"))
BACK = (Print(FieldName.COMPANY, "Haus & Hof"), Print(FieldName.PHONE, "+49 30 5550100"))
TWO = (
    Print(FieldName.NAME, "Anna Meier"),
    Print(FieldName.EMAIL, "anna@ms.example"),
    Print(FieldName.OTHER, "Bernd Schulz"),
    Print(FieldName.EMAIL, "bernd@ms.example"),
    Print(FieldName.COMPANY, "Meier Schulz"),
)


def pair(library: Library) -> tuple[int, int]:
    """A front and its back, made one card."""
    files = Drop(library)
    front, back = files.add(FRONT).id, files.add(BACK).id
    library.cards.sides.pair(front, back)
    return front, back


def test_two_sides_are_one_card_in_the_inbox(library: Library) -> None:
    front, back = pair(library)
    (card,) = library.cards.inbox()
    assert (card.id, card.back.id if card.back else 0) == (front, back)
    assert card.back is not None
    assert (card.scan.name, card.back.scan.name) == ("IMG_2041.jpg", "IMG_2042.jpg")
    assert library.cards.counts()[CardState.INBOX] == 1
    assert [line.text for line in card.reading.lines] == ["Anna Meier", "Haus & Hof", "Haus & Hof", "+49 30 5550100"]
    assert card.draft.text(FieldName.PHONE) == "+49 30 5550100"
    assert card.side(Side.BACK) == card.back.card


def test_the_pair_is_there_after_a_restart_and_can_still_be_undone(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=clock) as library:
        files = Drop(library)
        front, back = files.add(FRONT).id, files.add(BACK).id
        before = dump(library)
        library.cards.sides.pair(front, back)
        card = library.cards.get(front)
    with Library.open(tmp_path, now=clock) as library:
        assert library.cards.inbox() == (card,)
        assert library.history.can_undo == "Made front and back one card"
        library.history.undo()
        assert dump(library) == before
        library.history.redo()
        assert library.cards.inbox() == (card,)


def test_an_accepted_pair_is_one_card_of_one_person_the_front_shown_first(library: Library) -> None:
    front, _ = pair(library)
    person = library.cards.accept(front, accepted("Anna Meier"))
    (card,) = library.cards.of_contact(person)
    assert card.id == front
    assert card.back is not None
    assert library.cards.inbox() == ()
    assert library.cards.batches_open() == ()


def test_separated_sides_keep_what_was_made_of_them_and_are_not_offered_again(library: Library) -> None:
    front, back = pair(library)
    draft = review.put(library.cards.get(front).draft, FieldName.PHONE, 0, "+49 30 5550199")
    library.cards.save_draft(front, draft)
    assert library.cards.sides.separate(front) == back
    one, other = library.cards.inbox()
    assert one.draft == printed(FRONT).draft
    assert other.draft.text(FieldName.PHONE) == "+49 30 5550199"
    assert (one.apart, other.apart) == (True, True)
    assert list(review.likely_sides((one, other))) == []


@pytest.mark.parametrize("case", ["itself", "accepted", "paired", "a back"])
def test_what_can_not_be_one_card_stays_two(library: Library, case: str) -> None:
    front, back = pair(library)
    (third,) = drop(library, "Ben Lee")
    if case == "accepted":
        library.cards.accept(third, accepted())
    which = {"itself": (third, third), "accepted": (third, front), "paired": (front, third), "a back": (third, back)}
    before = dump(library)
    with pytest.raises(WrongInput, match="can't be front and back"):
        library.cards.sides.pair(*which[case])
    assert dump(library) == before


def test_what_was_said_of_the_back_holds_for_the_card(library: Library) -> None:
    files = Drop(library)
    front, back = files.add(FRONT).id, files.add(BACK).id
    library.cards.save_context(back, BREAKFAST)
    library.cards.save_step(back, COFFEE)
    library.cards.sides.pair(front, back)
    card = library.cards.get(front)
    assert (card.context, card.step) == (BREAKFAST, COFFEE)


def test_each_side_can_be_read_again_and_what_a_person_typed_stays(library: Library) -> None:
    front, back = pair(library)
    library.cards.save_draft(front, review.put(library.cards.get(front).draft, FieldName.TITLE, 0, "Architektin"))
    more = (*FRONT, Print(FieldName.EMAIL, "anna@haushof.example"))
    library.cards.reread(front, printed(more))
    card = library.cards.get(front)
    assert card.draft.text(FieldName.EMAIL) == "anna@haushof.example"
    assert card.draft.text(FieldName.TITLE) == "Architektin"
    (phone,) = card.draft.all(FieldName.PHONE)
    assert card.reading.lines[phone.lines[0]].text == phone.text
    library.cards.reread(front, printed((Print(FieldName.PHONE, "+49 30 5550199"),)), Side.BACK)
    card = library.cards.get(front)
    assert [value.text for value in card.draft.all(FieldName.PHONE)] == ["+49 30 5550199"]
    assert card.draft.text(FieldName.TITLE) == "Architektin"
    assert [line.text for line in card.reading.lines][-1] == "+49 30 5550199"
    assert card.back is not None
    assert card.back.id == back


def test_a_card_that_names_two_people_waits_as_one_card_for_each(library: Library) -> None:
    Drop(library).add(TWO)
    anna, bernd = library.cards.inbox()
    assert [card.draft.text(FieldName.NAME) for card in (anna, bernd)] == ["Anna Meier", "Bernd Schulz"]
    assert (bernd.shares, bernd.card, bernd.scan) == (anna.id, anna.card, anna.scan)
    one, other = library.cards.accept(anna.id, accepted("Anna")), library.cards.accept(bernd.id, accepted("Bernd"))
    assert one != other
    (ones,), (others,) = library.cards.of_contact(one), library.cards.of_contact(other)
    assert ones.card.picture == others.card.picture
    assert library.cards.sharing.all_of(others.id) == (anna.id, bernd.id)


def test_the_drop_with_two_people_on_a_card_is_undone_as_a_whole(library: Library) -> None:
    before = dump(library)
    with library.transaction("Added files"):
        Drop(library).add(TWO)
    library.history.undo()
    assert dump(library) == before
    library.history.redo()
    assert len(library.cards.inbox()) == 2


def test_one_more_person_can_be_added_and_taken_back(library: Library) -> None:
    first = Drop(library).add((Print(FieldName.NAME, "Anna & Bernd Meier"), Print(FieldName.COMPANY, "Haus & Hof"))).id
    before = dump(library)
    other = library.cards.sharing.another(first)
    anna, bernd = library.cards.inbox()
    assert [card.draft.text(FieldName.NAME) for card in (anna, bernd)] == ["Anna Meier", "Bernd Meier"]
    assert (bernd.id, bernd.draft.text(FieldName.COMPANY)) == (other, "Haus & Hof")
    assert library.cards.sharing.unite(other) == first
    (one,) = library.cards.inbox()
    assert [value.text for value in one.draft.values] == ["Anna Meier", "Haus & Hof", "Bernd Meier"]
    library.history.undo()
    library.history.undo()
    assert dump(library) == before


def test_people_of_a_card_with_a_back_all_have_the_back(library: Library) -> None:
    front, back = pair(library)
    other = library.cards.sharing.another(front)
    card = library.cards.get(other)
    assert card.back is not None
    assert card.back.id == back
    library.cards.sides.separate(front)
    assert len(library.cards.inbox()) == 3
    assert library.cards.get(other).back is None


def test_people_of_one_card_are_read_again_together(library: Library) -> None:
    Drop(library).add(TWO)
    anna, bernd = library.cards.inbox()
    turned = replace(printed(TWO), card=replace(printed(TWO).card, turn=90))
    library.cards.reread(bernd.id, turned)
    again = library.cards.inbox()
    assert [card.card.turn for card in again] == [90, 90]
    assert [card.draft for card in again] == [anna.draft, bernd.draft]


def test_only_people_of_one_card_can_be_put_together(library: Library) -> None:
    first, _ = drop(library, "Ada", "Ben")
    with pytest.raises(WrongInput, match="can't be put together"):
        library.cards.sharing.unite(first)


def test_the_next_step_that_was_chosen_waits_with_the_card(tmp_path: Path) -> None:
    call = NextStep(FollowUpKind.CALL, COFFEE.due)
    with Library.open(tmp_path, now=clock) as library:
        (card,) = drop(library, "Ada")
        library.cards.save_step(card, call)
    with Library.open(tmp_path, now=clock) as library:
        assert library.cards.get(card).step == call
        library.history.undo()
        assert library.cards.get(card).step is None


def test_a_skipped_card_is_listed_with_its_reason_and_can_be_put_back(library: Library) -> None:
    first, second = drop(library, "Ada", "Ben")
    library.cards.skip(first, "A double")
    library.cards.skip(second, "")
    assert [(card.id, card.skip_reason) for card in library.cards.skipped()] == [(first, "A double"), (second, "")]
    library.cards.put_back(first)
    assert [card.id for card in library.cards.inbox()] == [first]
    assert library.cards.get(first).skip_reason == ""
    assert library.history.can_undo == "Put a card back"
    with pytest.raises(WrongInput, match="was not skipped"):
        library.cards.put_back(first)


def test_a_page_that_is_one_waiting_card_can_be_paired_by_order(library: Library) -> None:
    files = Drop(library, MetContext())
    first, second = files.add(FRONT), files.add(BACK)
    sides = library.cards.sides
    assert [sides.pages(card.scan.sha256) for card in (first, second)] == [(first.id,), (second.id,)]
    library.cards.skip(first.id, "")
    assert sides.pages(first.scan.sha256) == (0,)
    assert sides.pages("unknown") == ()
    library.cards.add_card(files.batch_id, second.scan.sha256, read_card("Ben", number=2))
    assert sides.pages(second.scan.sha256) == (0,)
    assert library.cards.get(first.id).context == NOTHING_SAID


def test_a_card_that_was_overlooked_on_a_page_comes_in_beside_the_others(library: Library) -> None:
    first = Drop(library).add(TWO)
    before = dump(library)
    added = library.cards.add_beside(first.id, printed(FRONT))
    card = library.cards.get(added)
    assert (card.scan, card.card.number, card.batch_id) == (first.scan, 2, first.batch_id)
    assert [one.id for one in library.cards.inbox()] == [first.id, first.id + 1, added]
    again = library.cards.add_beside(first.id, printed(BACK))
    assert library.cards.get(again).card.number == 3
    library.history.undo()
    library.history.undo()
    assert dump(library) == before
