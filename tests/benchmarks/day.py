"""How fast the day's list of a large library is there, as a ratio against one bare SQLite query in the same run.

The library holds loops of every kind: promises, thank-yous, referrals, introductions, needs that somebody may meet. The
floor fetches what a table of people shows, with joins, and makes nothing of it.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Final

from cardkeeper.library import Library
from cardkeeper.library.connection import Connection
from cardkeeper.model.people import (
    Channel,
    Direction,
    Encounter,
    FollowUp,
    FollowUpKind,
    Interaction,
    MetContext,
    Position,
    Stage,
    Tier,
)
from cardkeeper.model.relationships import (
    Consent,
    Favour,
    FavourDirection,
    FavourKind,
    Introduction,
    Need,
    Promise,
    Referral,
)
from cardkeeper.relationships.today import list_today
from cardkeeper.settings import Settings
from tests.benchmarks.library import FLOOR, SYLLABLES, measure
from tests.core.library.samples import TODAY, clock, contact

_TALKS: Final = 10
_TRADES: Final = ("surveys", "patents", "roofs", "pumps", "leases", "choirs", "bridges", "timber", "kitchens", "sails")


def main(people: int) -> int:
    """Print the table; returns 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), now=clock) as library:
        fill(library, people)
        bare = Connection(Path(folder) / "library.sqlite", read_only=True)
        settings = Settings()

        def anew() -> None:
            library.matches.forget()
            again()

        def again() -> None:
            day = list_today(library.day.facts(TODAY, settings), TODAY, settings)
            assert day.count
            assert day.week.waiting

        found = [
            measure("the day's list, after people changed", anew, lambda: bare.rows(FLOOR), 2.5),
            measure("the day's list, else", again, lambda: bare.rows(FLOOR), 1.5),
        ]
        bare.close()
    return 0 if all(found) else 1


def fill(library: Library, people: int) -> None:
    """People met over two years with ten talks each, every fourth with an open step, loops of every kind with some."""
    names = product(SYLLABLES, repeat=4)
    for start in range(0, people, 500):
        with library.transaction("Filled"):
            for number in range(start, min(people, start + 500)):
                first, second, third, fourth = next(names)
                _live(
                    library, f"{first}{second} {third}{fourth}".title(), f"{second}{third} {number % 997} Ltd", number
                )


def _live(library: Library, name: str, company: str, number: int) -> None:
    tier = list(Tier)[number % 4] if number % 3 == 0 else None
    offers = (f"knows about {_TRADES[number % 10]} {number % 71}",) if number % 5 == 0 else ()
    person = library.people.save(
        contact(name, positions=(Position("Realtor", "Sales", company),), tier=tier, offers=offers)
    )
    met = MetContext(f"Event {number % 60}", TODAY - timedelta(number % 700), "Hall", about="the weather")
    library.people.save_encounter(Encounter(person, met))
    for talk in range(_TALKS):
        day = TODAY - timedelta((number * 7 + talk * 37) % 700)
        library.log.add(Interaction(person, day, Channel.CALL, list(Direction)[talk % 2], f"about {company}"))
    due = TODAY + timedelta(number % 90 - 10)
    open_step = number % 4 == 0
    stage = (Stage.TO_INVITE, Stage.INVITED, Stage.BOOKED)[number % 3] if open_step else Stage.THANKED
    moved = TODAY - timedelta(number % 20)
    library.follow_ups.save(FollowUp(person, FollowUpKind.COFFEE, stage, due if open_step else None, moved))
    if number % 200 == 7 and person > 60:
        _loops(library, person, number)


def _loops(library: Library, person: int, number: int) -> None:
    days = timedelta(number % 40)
    library.promises.save(Promise(person, "send the report", TODAY - days, TODAY + timedelta(20) - days))
    library.needs.save(Need(person, f"somebody for {_TRADES[number % 10]} {number % 71}", TODAY - days))
    library.referrals.save(Referral(person - 1, None, person - 2, TODAY - days))
    library.favours.save(
        Favour(person - 3, FavourDirection.RECEIVED, FavourKind.ADVICE, TODAY - timedelta(200), "on roofs")
    )
    one = Introduction(person - 4, person - 5, "both build boats", TODAY - days, first=Consent.AGREED)
    library.introductions.save(replace(one, first_on=TODAY - days))
