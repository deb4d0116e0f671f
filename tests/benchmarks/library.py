"""How fast a library answers: each figure is a ratio against one bare SQLite query in the same run.

The floor fetches what a table of people shows (name, job, mail, phone) with joins and makes nothing of it. It is
measured by turns with ours, so that a busy machine slows both.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count, product
from pathlib import Path
from typing import Final

from cardkeeper.cli.terminal import out
from cardkeeper.library import Library
from cardkeeper.library.connection import Connection
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.people import Channel, Encounter, FollowUp, FollowUpKind, Interaction, Position, Stage
from tests.core.library.samples import BREAKFAST, TODAY, clock, contact

_ROUNDS: Final = 9
SYLLABLES: Final = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
FLOOR: Final = """
    SELECT c.id, c.name, p.title, p.company, d.text, f.number FROM contacts c
    LEFT JOIN positions p ON p.contact_id = c.id AND p.place = 0
    LEFT JOIN details d ON d.contact_id = c.id AND d.kind = 'email' AND d.place = 0
    LEFT JOIN phones f ON f.contact_id = c.id AND f.place = 0"""


def main(people: int) -> int:
    """Print the table; returns 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), now=clock) as library:
        fill(library, people)
        bare = Connection(Path(folder) / "library.sqlite", read_only=True)
        met = [measure(what, work, lambda: bare.rows(FLOOR), goal) for what, work, goal in _questions(library, people)]
        bare.close()
    return 0 if all(met) else 1


def fill(library: Library, people: int) -> None:
    """People with a job, two numbers, an encounter, two entries in the log, and every other one with an open step."""
    names = product(SYLLABLES, repeat=4)
    for start in range(0, people, 1000):
        with library.transaction("Filled"):
            for number in range(start, min(people, start + 1000)):
                first, second, third, fourth = next(names)
                name = f"{first}{second} {third}{fourth}".title()
                _live(library, name, f"{second}{third} {number % 997} Ltd", number)


def _live(library: Library, name: str, company: str, number: int) -> None:
    person = library.people.save(contact(name, positions=(Position("Realtor", "Sales", company),)))
    library.people.save_encounter(Encounter(person, BREAKFAST))
    stage = Stage.TO_INVITE if number % 2 else Stage.THANKED
    library.follow_ups.save(FollowUp(person, FollowUpKind.COFFEE, stage, TODAY + timedelta(number % 60), TODAY))
    for days in (3, 40):
        library.log.add(Interaction(person, TODAY - timedelta(days), Channel.CALL, text=f"about {company}"))


def _questions(library: Library, people: int) -> list[tuple[str, Callable[[], object], float]]:
    someone = library.people.get(people // 2)
    card = Draft((DraftValue(FieldName.NAME, someone.name), DraftValue(FieldName.EMAIL, someone.emails[0])))
    notes = count()
    return [
        ("everyone as lines of a table", library.people.rows, 4.0),
        ("every second of them as an open step", library.follow_ups.agenda, 4.0),
        ("one person found by name", lambda: library.people.find(someone.name), 0.5),
        ("everyone found by one letter", lambda: library.people.find("r"), 3.0),
        ("who may be on this card", lambda: library.people.candidates(card), 1.0),
        ("one person changed and stored", lambda: library.people.save(replace(someone, notes=f"{next(notes)}")), 1.0),
        ("one step undone", library.history.undo, 1.0),
    ]


def measure(what: str, work: Callable[[], object], floor: Callable[[], object], goal: float) -> bool:
    pairs = [(_seconds(work), _seconds(floor)) for _ in range(_ROUNDS)]
    ours, bare = (min(times) for times in zip(*pairs, strict=True))
    met: bool = ours <= goal * bare
    figures = f"{ours * 1000:9.2f} ms {ours / bare:8.2f} × the floor"
    out(f"{what:<38}{figures}   at most {goal:<5}{'met' if met else 'MISSED'}")
    return met


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
