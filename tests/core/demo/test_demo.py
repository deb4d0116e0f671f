"""Made-up people fill every page, the same ones each time, and none of them can be reached."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from cardkeeper import demo, keys
from cardkeeper.demo.drawing import HEIGHT, WIDTH, draw
from cardkeeper.demo.people import Crowd
from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.matching import find_known
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.people import Direction, Stage
from cardkeeper.model.relationships import IntroductionStage, Matter, Outcome
from cardkeeper.relationships.items import SectionName
from cardkeeper.relationships.referrals import chain
from cardkeeper.relationships.today import list_today
from cardkeeper.settings import Settings

TODAY = date(2026, 11, 19)


def filled(folder: Path, people: int = 40, seed: int = 7) -> Library:
    clock = demo.Clock.on(TODAY)
    library = Library.open(folder, now=clock)
    demo.fill(library, people, seed, TODAY, clock)
    return library


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return filled(tmp_path_factory.mktemp("lived-in"))


def test_as_many_people_as_were_asked_for(lived_in: Library) -> None:
    people = lived_in.people.all()
    assert len(people) == len({person.name for person in people}) == 40
    assert all(person.company and person.emails and person.phones and person.addresses for person in people)


def test_the_same_seed_makes_up_the_same(lived_in: Library, tmp_path: Path) -> None:
    with filled(tmp_path / "again") as again, filled(tmp_path / "other", seed=8) as other:
        assert again.people.all() == lived_in.people.all()
        assert again.follow_ups.agenda() == lived_in.follow_ups.agenda()
        assert [card.draft for card in again.cards.inbox()] == [card.draft for card in lived_in.cards.inbox()]
        assert other.people.all() != lived_in.people.all()


def test_the_day_has_something_in_every_part(lived_in: Library) -> None:
    day = list_today(lived_in.day.facts(TODAY, Settings()), TODAY, Settings())
    assert [section.name for section in day.sections] == list(SectionName)
    assert day.waiting
    assert day.drawer.count > 3
    assert 0 < day.week.done < day.week.limit


def test_every_kind_of_loop_is_open_with_somebody(tmp_path: Path) -> None:
    with filled(tmp_path, 120) as library:
        day = list_today(library.day.facts(TODAY, Settings()), TODAY, Settings())
        loops = {
            Matter.PROMISE, Matter.CALL_BACK, Matter.HEADS_UP, Matter.THANK_YOU, Matter.INTRODUCTION, Matter.NEED,
            Matter.LOSING_TOUCH, Matter.NOT_GIVEN,
        }  # fmt: skip
        assert loops <= {item.matter for item in (*day.items, *day.waiting)}
        stages = {introduction.stage for introduction in library.introductions.all()}
        stage = IntroductionStage
        assert {
            stage.FIRST_ASKED,
            stage.FIRST_AGREED,
            stage.BOTH_AGREED,
            stage.SENT,
            stage.MET,
            stage.THANKED,
        } <= stages
        every = library.referrals.all()
        assert max(len(chain(referral, every)) for referral in every) == 3
        assert {referral.outcome for referral in every} == set(Outcome)
        paid = [
            thank_you for row in library.people.rows() for thank_you in library.thanks.of(row.id) if thank_you.paid_on
        ]
        assert paid
        assert any(
            entry.direction is Direction.THEIRS for row in library.people.rows() for entry in library.log.of(row.id)
        )
        assert library.check().ok


def test_next_steps_stand_at_every_stage(lived_in: Library) -> None:
    stages = {step.stage for row in lived_in.people.rows() if (step := row.next_step)}
    assert {Stage.TO_INVITE, Stage.INVITED, Stage.BOOKED, Stage.MET, Stage.TO_CALL, Stage.TO_SEND} < stages
    assert stages & {Stage.THANKED, Stage.SENT, Stage.DROPPED, Stage.NONE}


def test_people_of_long_ago_were_added_long_ago(lived_in: Library) -> None:
    rows = lived_in.people.rows()
    assert all(row.added_on == row.met.on for row in rows)
    assert min(row.added_on for row in rows if row.added_on) < date(2026, 8, 1)


def test_the_inbox_has_cards_to_look_at_and_one_of_somebody_known(lived_in: Library) -> None:
    inbox = lived_in.cards.inbox()
    looks = {field for card in inbox for field in card.draft.needs_look}
    assert {FieldName.EMAIL, FieldName.PHONE, FieldName.TITLE, FieldName.ADDRESS} <= looks
    assert any(not card.draft.needs_look for card in inbox)
    known = [card for card in inbox if find_known(card.draft, lived_in.people.candidates(card.draft))]
    assert len(known) == 1
    assert len(lived_in.cards.batches_open()) == 1


def test_every_line_of_a_card_belongs_to_a_field(lived_in: Library) -> None:
    for card in lived_in.cards.inbox():
        used = {line for value in card.draft.values for line in value.lines}
        assert used == set(range(len(card.reading.lines)))


def test_every_card_has_its_picture(lived_in: Library) -> None:
    accepted: list[StoredCard] = [card for row in lived_in.people.rows() for card in lived_in.cards.of_contact(row.id)]
    assert len(accepted) > 20
    for card in (*accepted, *lived_in.cards.inbox()):
        path = lived_in.files.path_of(card.card.picture)
        assert path is not None
        with Image.open(path) as picture:
            assert picture.size == (card.card.width, card.card.height) == (WIDTH, HEIGHT)
    assert lived_in.check().ok


def test_all_of_it_is_one_undo_step(tmp_path: Path) -> None:
    with filled(tmp_path, 6) as library:
        assert library.history.can_undo == "Made up 6 people"
        library.history.undo()
        assert (library.people.all(), library.cards.inbox(), library.events.all()) == ((), (), ())


@pytest.mark.parametrize("count", [0, -3, demo.MOST_PEOPLE + 1])
def test_impossible_crowds_are_refused(tmp_path: Path, count: int) -> None:
    with Library.open(tmp_path) as library, pytest.raises(WrongInput):
        demo.fill(library, count, 1, TODAY)


def test_nobody_can_be_called_or_written_to() -> None:
    crowd = Crowd(random.Random(1))
    numbers = []
    for _ in range(300):
        person = crowd.somebody()
        assert person.email.endswith(".example")
        numbers += [phone.number for phone in person.phones]
    assert len(numbers) == len(set(numbers))
    assert all(keys.e164(number) for number in numbers)


def test_what_is_printed_stands_where_it_says() -> None:
    chance = random.Random(2)
    crowd = Crowd(chance)
    for _ in range(10):
        person = crowd.somebody()
        card = draw(person, chance)
        printed = {text for line in card.lines for _, text in line.values}
        assert {person.name, person.title, person.email, person.website, person.company.name} <= printed
        for line in card.lines:
            assert 0 <= line.box.left < line.box.right <= WIDTH
            assert 0 <= line.box.top < line.box.bottom <= HEIGHT
