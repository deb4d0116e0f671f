"""Whatever was done with people, in whatever order, Ctrl+Z leads back to the same bytes of data."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardkeeper.acting import Acting
from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.overview import Said, Worth
from cardkeeper.model.people import Channel, Direction, FollowUp, FollowUpKind, Interaction, Stage
from cardkeeper.model.relationships import (
    Favour,
    FavourDirection,
    FavourKind,
    Handing,
    Lead,
    Need,
    Outcome,
    Promise,
    Referral,
)
from cardkeeper.relationships import followups, introductions, referrals
from cardkeeper.relationships.moves import moves_of
from cardkeeper.relationships.today import list_today
from cardkeeper.settings import Settings
from tests.core.library.samples import TODAY, clock, contact, dump

Deed = Callable[[Library, int], object]


def pick(library: Library, number: int) -> int:
    rows = library.people.rows()
    return rows[number % len(rows)].id


def two(library: Library, number: int) -> tuple[int, int]:
    return pick(library, number), pick(library, number + 1)


def line_of_the_day(library: Library, number: int) -> None:
    """Note, put off or drop one line of the day, as a person would."""
    day = list_today(library.day.facts(TODAY, Settings()), TODAY, Settings())
    loops = [item for item in day.items if item.agenda is None]
    if not loops:
        return
    item, acting = loops[number % len(loops)], Acting(library)
    moves = moves_of(item)
    if number % 3 == 0:
        acting.snooze(item, TODAY + timedelta(3), TODAY)
    elif number % 3 == 1:
        acting.drop(item, "no answer", TODAY)
    else:
        acting.do(item, moves[number % len(moves)].name, TODAY, "as it went")


def grow(library: Library, number: int) -> None:
    for lead in library.leads.open()[:1]:
        library.leads.grow(lead.id, Referral(lead.contact_id, None, two(library, number)[1], TODAY))


def conclude(library: Library, number: int) -> None:
    for referral in library.referrals.open()[:1]:
        outcome = (Outcome.SUCCEEDED, Outcome.NOTHING)[number % 2]
        library.referrals.save(referrals.conclude(referral, outcome, "so it went", TODAY))


def move_on(library: Library, number: int) -> None:
    for item in library.follow_ups.agenda()[:1]:
        step = item.follow_up
        if followups.may_ask_again(step):
            moved = followups.ask_again(step, TODAY)
        else:
            moved = followups.advance(step, followups.moves(step)[0], TODAY)
        library.follow_ups.save(moved.follow_up)


def introduce(library: Library, number: int) -> None:
    first, second = two(library, number)
    needs = library.needs.of(first)
    one = introductions.begin(first, second, "a roof", TODAY, need_id=needs[0].id if needs else None)
    library.introductions.save(introductions.answer(one, second, TODAY, agrees=number % 4 > 0))


def remove(library: Library, number: int) -> None:
    if len(library.people.rows()) > 3:
        library.people.delete(pick(library, number))


DEEDS: tuple[Deed, ...] = (
    line_of_the_day,
    grow,
    conclude,
    move_on,
    introduce,
    remove,
    lambda library, number: library.promises.save(Promise(pick(library, number), "send 'it'", TODAY, TODAY)),
    lambda library, number: library.needs.save(Need(pick(library, number), "a cellist", TODAY)),
    lambda library, number: library.leads.save(Lead(Handing.RECEIVED, pick(library, number), "Clinic", TODAY)),
    lambda library, number: library.referrals.save(
        Referral(*(two(library, number)[0], None), pick(library, number + 2), TODAY)
    ),
    lambda library, number: library.referrals.save(Referral(None, *two(library, number), TODAY)),
    lambda library, number: library.favours.save(
        Favour(pick(library, number), list(FavourDirection)[number % 3], FavourKind.HELP, TODAY, "é; --")
    ),
    lambda library, number: library.follow_ups.save(
        FollowUp(pick(library, number), FollowUpKind.COFFEE, Stage.TO_INVITE, TODAY, TODAY)
    ),
    lambda library, number: library.log.add(
        Interaction(pick(library, number), TODAY, Channel.CALL, Direction.THEIRS, "left a message", call_back=True)
    ),
    lambda library, number: Acting(library).note(
        Said(
            Interaction(pick(library, number), TODAY, Channel.MEETING, text="told much"),
            ((Worth.FACT, "sings"), (Worth.OFFER, f"roofs {number}"), (Worth.NEED, "a room"), (Worth.PROMISE, "call")),
        ),
        TODAY,
    ),
    lambda library, number: library.people.save(
        replace(library.people.get(pick(library, number)), offers=("a cellist", "a room"))
    ),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 30)), min_size=1, max_size=14))
def test_any_order_of_deeds_is_undone_step_by_step_and_done_again(deeds: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), now=clock) as library:
        for name in ("Ada", "Ben", "Cleo", "Dan"):
            library.people.save(contact(f"{name} Jones"))
        states = [dump(library)]
        for which, number in deeds:
            try:
                DEEDS[which](library, number)
            except WrongInput:
                assert dump(library) == states[-1]
            if dump(library) != states[-1]:
                states.append(dump(library))
        last = states[-1]
        for before in reversed(states[:-1]):
            library.history.undo()
            assert dump(library) == before
        while library.history.redo():
            pass
        assert dump(library) == last
        assert library.check().ok
