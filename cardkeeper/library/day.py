"""What a day's list is made of, read in few quick queries however many people there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import Template
from typing import Final

import msgspec

from cardkeeper.days import monday_of
from cardkeeper.library.connection import Connection, Row
from cardkeeper.library.contact_rows import day_of, ids_as_json
from cardkeeper.library.favours import Thanks
from cardkeeper.library.follow_ups import FollowUps
from cardkeeper.library.interactions import Log
from cardkeeper.library.introductions import Introductions
from cardkeeper.library.listing import SEPARATOR
from cardkeeper.library.matches import Matches
from cardkeeper.library.needs import Needs
from cardkeeper.library.promises import Promises
from cardkeeper.library.put_offs import PutOffs
from cardkeeper.library.referrals import Referrals
from cardkeeper.model.overview import DayFacts, NeedMatch, Partner, PersonRow, Standing
from cardkeeper.model.people import Stage, Tier
from cardkeeper.model.relationships import Matter, Need, PutOff
from cardkeeper.relationships import cadence
from cardkeeper.relationships.today import MOST_NEEDS
from cardkeeper.settings import Settings

_MOST_NEEDS_LOOKED_AT: Final = 2 * MOST_NEEDS
"""A need that nobody meets takes no place in the day; of so many the first that are met are shown."""

_SHOWN_FOR_SURE: Final = 60
"""So many of the invites come up for sure, or nearly; others are read when they do."""

_STANDINGS: Final = Template(
    "SELECT id, added_on, met_on, touched_on, tier, cadence_days, tags, steps, open_moved_on, open_due"
    " FROM standings WHERE $which ORDER BY id"
)

_ONE: Final = _STANDINGS.substitute(which="id = ?")

_REACHED: Final = """
    SELECT id FROM standings
    WHERE touched_on >= ?1 AND (tier IS NOT NULL OR cadence_days IS NOT NULL OR (?3 AND tags <> '')) AND EXISTS (
        SELECT 1 FROM interactions WHERE contact_id = standings.id AND happened_on BETWEEN ?1 AND ?2
            AND direction = 'mine' AND channel <> 'note')"""

_SILENT: Final = _STANDINGS.substitute(
    which="""met_on BETWEEN ? AND ? AND (steps = 0 OR open_moved_on IS NOT NULL) AND NOT EXISTS (
        SELECT 1 FROM interactions WHERE contact_id = standings.id AND direction = 'mine' AND channel <> 'note'
            AND happened_on >= standings.met_on)"""
)

_RHYTHMS: Final = _STANDINGS.substitute(
    which="""open_moved_on IS NULL AND (cadence_days IS NOT NULL OR (? AND tags <> '') OR coalesce(touched_on, added_on)
        <= CASE tier WHEN 'A' THEN ? WHEN 'B' THEN ? WHEN 'C' THEN ? WHEN 'D' THEN ? END)"""
)

IN_DRAWER: Final = "steps = 0 OR (open_moved_on <= ? AND (open_due IS NULL OR open_due <= ?))"
"""Of `standings`: who is in the drawer, by the day before which nothing moved, and today."""

_DRAWER: Final = _STANDINGS.substitute(which=IN_DRAWER)

_PARTNERS: Final = """
    SELECT contact_id, sum(came IS NOT NULL), max(came), max(gave) FROM (
        SELECT contact_id, CASE direction WHEN 'received' THEN happened_on WHEN 'asked' THEN granted_on END AS came,
            CASE direction WHEN 'given' THEN happened_on END AS gave FROM favours)
    GROUP BY contact_id HAVING sum(came IS NOT NULL) > 0 AND coalesce(max(gave), max(came)) <= ? ORDER BY contact_id"""

_PERSON: Final = msgspec.json.Decoder(PersonRow)
_PERSONS: Final = msgspec.json.Decoder(list[PersonRow])


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the facts are kept."""

    follow_ups: FollowUps
    log: Log
    promises: Promises
    needs: Needs
    matches: Matches
    thanks: Thanks
    referrals: Referrals
    introductions: Introductions
    put_offs: PutOffs


class Day:
    """Gathers the facts of a day."""

    def __init__(self, connection: Connection, sources: Sources) -> None:
        self._connection = connection
        self._sources = sources

    def facts(self, today: date, settings: Settings) -> DayFacts:
        """All that a day's list is made of, for `relationships.today.list_today`."""
        monday = monday_of(today)
        put_offs = self._sources.put_offs.holding(today)
        needs = self._sources.needs.open()
        facts = DayFacts(
            _People(self._connection),
            agenda=self._sources.follow_ups.coming_up(today),
            set_up=self._sources.follow_ups.set_up(monday, today),
            reached=self._reached(monday, today, settings),
            silent=self._standings(_SILENT, (today - timedelta(days=7)).isoformat(), today.isoformat()),
            rhythms=self._rhythms(today, settings),
            drawer=self._drawer(today, settings.drawer_days),
            promises=self._sources.promises.open(),
            calls_back=self._sources.log.open(),
            referrals=self._sources.referrals.pending(),
            thanks=self._sources.thanks.open(),
            introductions=self._sources.introductions.coming_up(today),
            needs=tuple(self._matched(needs, put_offs)),
            partners=self._partners(today - timedelta(days=settings.partner_days)),
            needs_of=_by_person(needs),
            put_offs=put_offs,
            next_due=self._next_due(today),
        )
        _preload(facts)
        return facts

    def people(self) -> Mapping[int, PersonRow]:
        """Everybody by id, each read when somebody asks."""
        return _People(self._connection)

    def standing(self, contact_id: int) -> Standing | None:
        """Where one stands with a person; None when there is nobody of this id."""
        return next(iter(self._standings(_ONE, contact_id)), None)

    def _standings(self, sql: str, *values: str | int) -> tuple[Standing, ...]:
        return tuple(_standing(row) for row in self._connection.rows(sql, values))

    def _reached(self, monday: date, today: date, settings: Settings) -> frozenset[int]:
        by_tag = int(bool(cadence.tag_days(settings.tag_cadence)))
        rows = self._connection.rows(_REACHED, (monday.isoformat(), today.isoformat(), by_tag))
        return frozenset(contact_id for (contact_id,) in rows)

    def _rhythms(self, today: date, settings: Settings) -> tuple[Standing, ...]:
        """Those who may be fading away: by tier only who is, by a tag or a setting of their own whoever has one."""
        by_tag = int(bool(cadence.tag_days(settings.tag_cadence)))
        before = (today - timedelta(days=cadence.tier_days(tier, settings)) for tier in Tier)
        return self._standings(_RHYTHMS, by_tag, *(day.isoformat() for day in before))

    def _drawer(self, today: date, idle_days: int) -> tuple[Standing, ...]:
        return self._standings(_DRAWER, (today - timedelta(days=idle_days)).isoformat(), today.isoformat())

    def _matched(
        self, needs: Iterable[Need], put_offs: Iterable[PutOff]
    ) -> Iterator[tuple[Need, tuple[NeedMatch, ...]]]:
        """Needs that somebody may meet; those put off are not looked at, and no more than a day can show."""
        held = {(each.contact_id, each.subject_id) for each in put_offs if each.matter is Matter.NEED}
        asked = [need for need in needs if (need.contact_id, need.id) not in held][:_MOST_NEEDS_LOOKED_AT]
        left = MOST_NEEDS
        for need in asked:
            found = tuple(match for match in self._sources.matches.of(need) if (match.contact_id, need.id) not in held)
            if found:
                yield need, found
                left -= 1
            if not left:
                return

    def _partners(self, before: date) -> tuple[Partner, ...]:
        rows = self._connection.rows(_PARTNERS, (before.isoformat(),))
        return tuple(
            Partner(contact_id, received, date.fromisoformat(came), day_of(gave))
            for contact_id, received, came, gave in rows
        )

    def _next_due(self, today: date) -> date | None:
        found: str | None = self._connection.value(
            "SELECT min(due) FROM (SELECT min(due) AS due FROM follow_ups WHERE is_open = 1 AND due > ?1"
            " UNION ALL SELECT min(due) FROM promises WHERE state = 'open' AND due > ?1)",
            (today.isoformat(),),
        )
        return day_of(found)


class _People(Mapping[int, PersonRow]):
    """People by id, read when somebody looks at them, once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[int, PersonRow] = {}

    def load(self, ids: Iterable[int]) -> None:
        """Read these in one go."""
        wanted = sorted({each for each in ids if each} - self._read.keys())
        rows = self._connection.rows(
            "SELECT person FROM listings WHERE id IN (SELECT value FROM json_each(?))", (ids_as_json(wanted),)
        )
        people = _PERSONS.decode(f"[{','.join(person for (person,) in rows)}]")
        self._read |= {person.id: person for person in people}

    def __getitem__(self, contact_id: int) -> PersonRow:
        if contact_id not in self._read:
            found: str | None = self._connection.value("SELECT person FROM listings WHERE id = ?", (contact_id,))
            if found is None:
                raise KeyError(contact_id)
            self._read[contact_id] = _PERSON.decode(found)
        return self._read[contact_id]

    def __iter__(self) -> Iterator[int]:
        return (contact_id for (contact_id,) in self._connection.rows("SELECT id FROM listings ORDER BY id"))

    def __len__(self) -> int:
        return int(self._connection.value("SELECT count(*) FROM listings"))


def _preload(facts: DayFacts) -> None:
    """Read at once those of whom lines will be made for sure."""
    people = facts.people
    if not isinstance(people, _People):
        return
    ids = [
        item.follow_up.contact_id
        for place, item in enumerate(facts.agenda)
        if place < _SHOWN_FOR_SURE or item.follow_up.stage is not Stage.TO_INVITE
    ]
    ids += [promise.contact_id for promise in facts.promises]
    ids += [entry.contact_id for entry in facts.calls_back]
    ids += [thank_you.contact_id for thank_you in facts.thanks]
    ids += [standing.contact_id for standing in facts.silent]
    for referral in facts.referrals:
        ids += [referral.partner_id or 0, referral.prospect_id]
    for introduction in facts.introductions:
        ids += [introduction.first_id, introduction.second_id]
    for need, matches in facts.needs:
        ids += [need.contact_id, *(match.contact_id for match in matches[:1])]
    people.load(ids)


def _by_person(needs: Iterable[Need]) -> dict[int, tuple[Need, ...]]:
    found: dict[int, tuple[Need, ...]] = {}
    for need in needs:
        found[need.contact_id] = (*found.get(need.contact_id, ()), need)
    return found


def _standing(row: Row) -> Standing:
    contact_id, added_on, met_on, touched_on, tier, cadence_days, tags, steps, moved_on, due = row
    return Standing(
        contact_id,
        date.fromisoformat(added_on),
        day_of(met_on),
        day_of(touched_on),
        Tier(tier) if tier else None,
        cadence_days,
        tuple(tags.split(SEPARATOR)) if tags else (),
        steps,
        day_of(moved_on),
        day_of(due),
    )
