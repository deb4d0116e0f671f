"""How well people who are there twice are found, on a made set: precision and recall of what is called sure or likely.

Two thousand made-up people; half of them come a second time, as people do: with a typo, a short first name, without
accents, the last name first, in another job, with only half of their numbers. Among them live people who only look
alike: colleagues with one last name, namesakes in other towns, couples with one telephone, an office with one number.
"""

from __future__ import annotations

import random
import string
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from cardkeeper import keys
from cardkeeper.cli.terminal import out
from cardkeeper.demo.people import Crowd, MadeUp
from cardkeeper.library import Library
from cardkeeper.matching import Certainty
from cardkeeper.model.people import Contact, Phone, PhoneKind, Position
from tests.core.library.samples import clock

PRECISION: Final = 0.99
RECALL: Final = 0.95

_SHORT: Final = {
    "Rebecca": "Becky", "Donald": "Don", "Suzanne": "Sue", "Isabelle": "Bella", "Bobby": "Robert", "Denise": "Dennie",
    "Theodor": "Theo", "Katharina": "Kathi", "Friedrich": "Fritz", "Johannes": "Hannes", "Maximilian": "Max",
    "Elisabeth": "Lisa", "Alexander": "Alex", "Nicolas": "Nico", "Michael": "Mike", "William": "Bill",
    "Fredrik": "Freddy", "Cecilia": "Cilla", "Margherita": "Rita", "Francesca": "Fran", "Trevor": "Trev",
    "Marcus": "Marc", "Priscilla": "Cilla", "Wendell": "Wen", "Yolanda": "Yoli", "Gunnar": "Gunnar",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """One entry: whose it is, and how it came about."""

    person: int
    how: str
    contact: Contact


Way = Callable[[random.Random, MadeUp, Contact], Contact]


def _typo(chance: random.Random, made: MadeUp, contact: Contact) -> Contact:
    first, _, last = contact.name.partition(" ")
    long = last if len(last) > 4 else first
    place = chance.randrange(1, len(long) - 1)
    kind = chance.randrange(3)
    letter = chance.choice(string.ascii_lowercase)
    wrong = (
        long[:place] + long[place + 1 :],
        long[:place] + letter + long[place + 1 :],
        long[:place] + long[place + 1] + long[place] + long[place + 2 :],
    )[kind]
    return replace(contact, name=contact.name.replace(long, wrong), phones=contact.phones[:1])


def _short_name(_chance: random.Random, _made: MadeUp, contact: Contact) -> Contact:
    first, _, last = contact.name.partition(" ")
    return replace(contact, name=f"{_SHORT.get(first, first)} {last}", phones=contact.phones[1:])


def _no_accents(_chance: random.Random, _made: MadeUp, contact: Contact) -> Contact:
    return replace(contact, name=keys.fold(contact.name).title(), emails=())


def _umlauts(_chance: random.Random, _made: MadeUp, contact: Contact) -> Contact:
    spelled = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
    return replace(contact, name=contact.name.translate(spelled), emails=())


def _last_name_first(_chance: random.Random, _made: MadeUp, contact: Contact) -> Contact:
    first, _, last = contact.name.partition(" ")
    return replace(contact, name=f"{last.upper()}, {first}", phones=())


def _initial(_chance: random.Random, _made: MadeUp, contact: Contact) -> Contact:
    first, _, last = contact.name.partition(" ")
    return replace(contact, name=f"{first[0]}. {last}", phones=contact.phones[:1])


def _middle_name(chance: random.Random, _made: MadeUp, contact: Contact) -> Contact:
    first, _, last = contact.name.partition(" ")
    return replace(contact, name=f"Dr. {first} {chance.choice(string.ascii_uppercase)}. {last}", emails=())


def _job_with_old_mobile(chance: random.Random, made: MadeUp, contact: Contact) -> Contact:
    """Another employer, mail and desk, but the mobile went along."""
    return replace(
        contact,
        positions=(
            Position(chance.choice(("Partner", "Head of Sales")), "", f"Newhouse {chance.randrange(9999)} Ltd"),
        ),
        emails=(f"office.{chance.randrange(99999)}@newhouse.example",),
        phones=contact.phones[-1:],
    )


def _job_with_old_mail(chance: random.Random, made: MadeUp, contact: Contact) -> Contact:
    """Another employer and desk; the mail is one's own."""
    return replace(
        contact, positions=(Position("Consultant", "", f"Elsewhere {chance.randrange(9999)} GmbH"),), phones=()
    )


def _nothing_but_the_firm(chance: random.Random, made: MadeUp, contact: Contact) -> Contact:
    """From a list of who came: a name with a letter astray, and a company without its legal form."""
    bare = replace(contact, emails=(), phones=(), positions=(Position("", "", keys.company_key(made.company.name)),))
    return replace(_typo(chance, made, bare), phones=())


_WAYS: Final[tuple[Way, ...]] = (
    _typo, _nothing_but_the_firm, _short_name, _no_accents, _umlauts, _last_name_first, _initial,
    _middle_name, _job_with_old_mobile,    _job_with_old_mail,
)  # fmt: skip


def made_set(count: int, seed: int) -> Iterator[Made]:
    """The entries, in a mixed order."""
    chance = random.Random(seed)
    crowd = Crowd(chance)
    entries = []
    for number, made in enumerate(islice(crowd.people(), count)):
        mobile = Phone(f"+49 170 {1_000_000 + number}", PhoneKind.MOBILE, f"+49170{1_000_000 + number}")
        contact = replace(made.contact, phones=(*made.contact.phones[:1], mobile))
        entries.append(Made(number, "", contact))
        if number % 2:
            way = _WAYS[number // 2 % len(_WAYS)]
            entries.append(Made(number, way.__name__.strip("_"), way(chance, made, contact)))
        if number % 8 == 0:
            entries.append(Made(count + number, "", _somebody_else(chance, number, contact)))
    chance.shuffle(entries)
    return iter(entries)


def _somebody_else(chance: random.Random, number: int, contact: Contact) -> Contact:
    """Another person who looks like one: a relative at the firm, a namesake, a partner at home, a colleague."""
    first, _, last = contact.name.partition(" ")
    other_first = chance.choice([name for name in ("Gerlinde", "Xaver", "Bronwyn", "Otmar") if name != first])
    own = Phone(f"+49 171 {1_000_000 + number}", PhoneKind.MOBILE, f"+49171{1_000_000 + number}")
    domain = contact.emails[0].partition("@")[2]
    match number // 8 % 4:
        case 0:
            return Contact(f"{other_first} {last}", contact.positions, (f"{other_first.lower()}@{domain}",), (own,))
        case 1:
            return Contact(
                contact.name, (Position("Teacher", "", f"School {number}"),), (f"n{number}@school.example",), (own,)
            )
        case 2:
            return Contact(f"{other_first} {last}", (), (), contact.phones[:1])
        case _:
            return Contact(f"{other_first} Unlike", contact.positions, (f"info@{domain}",), contact.phones[:1])


def main(people: int, *, show_misses: bool = False) -> int:
    """Print precision and recall; returns 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), now=clock) as library:
        entries: dict[int, Made] = {}
        with library.transaction("Filled"):
            for made in made_set(people, 11):
                entries[library.people.save(made.contact)] = made
        found = library.duplicates.find()
    told = [pair for pair in found if pair.twins.certainty is not Certainty.POSSIBLE]
    right = [pair for pair in told if entries[pair.first_id].person == entries[pair.second_id].person]
    all_pairs = Counter(made.person for made in entries.values())
    twice = sum(count == 2 for count in all_pairs.values())
    precision, recall = len(right) / max(1, len(told)), len(right) / max(1, twice)
    out(f"{len(entries)} entries, {twice} people twice, {len(told)} pairs told")
    out(f"precision {precision:.4f}   at least {PRECISION}   {'met' if precision >= PRECISION else 'MISSED'}")
    out(f"recall    {recall:.4f}   at least {RECALL}   {'met' if recall >= RECALL else 'MISSED'}")
    sure = [pair for pair in told if pair.twins.certainty is Certainty.SURE]
    wrong = sum(entries[pair.first_id].person != entries[pair.second_id].person for pair in sure)
    out(f"of {len(sure)} called sure, {wrong} wrong")
    seen = {entries[pair.first_id].person for pair in right}
    missed = Counter(made.how for made in entries.values() if made.how and made.person not in seen)
    out("missed: " + (", ".join(f"{how} {count}" for how, count in missed.most_common()) or "none"))
    if show_misses:
        for pair in told:
            if pair not in right:
                one, other = entries[pair.first_id].contact, entries[pair.second_id].contact
                out(f"wrong: {one.name} / {other.name}: {pair.twins.words}")
        for made in entries.values():
            if made.how and made.person not in seen:
                out(f"missed: {made.how}: {made.contact.name}")
    return 0 if precision >= PRECISION and recall >= RECALL else 1
