"""What an import would do, record by record, with the reason; nothing is changed by looking.

A record is known again by its digest, so the same file once more changes nothing, whatever a person has made of its
people since. Otherwise it is compared with those who have something in common with it; only one who is surely the same
is added to by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from cardkeeper.exchange.loading import Loaded
from cardkeeper.exchange.records import Record
from cardkeeper.exchange.vcard import Problem
from cardkeeper.importing.adding import with_missing
from cardkeeper.library.lookup_keys import contact_keys
from cardkeeper.library.people import People
from cardkeeper.matching import Certainty, Facts, compare, facts_of
from cardkeeper.model.people import Contact
from cardkeeper.translation import tr

AT_ONCE: Final = 50
"""Records that are compared in one go: few enough that a window stays alive in between."""

Progress = Callable[[int, int], None]
"""Is told how many of how many records are done."""


class Outcome(StrEnum):
    """What becomes of a record."""

    NEW = "new"
    MERGES = "merges"
    """It adds to somebody known."""
    SAME = "same"
    """All of it is known."""
    LEFT_OUT = "left out"
    """A person chose so."""
    PROBLEM = "problem"
    """It is nobody, or can't be read."""


@dataclass(frozen=True, slots=True)
class Item:
    """One record and what becomes of it."""

    outcome: Outcome
    why: str
    """In a few words, for the person."""
    line: int = 0
    record: Record | None = None
    known: Contact | None = None
    """Who it may be, whether it is added to them or not."""
    file: str = ""

    @property
    def name(self) -> str:
        """Of the record: a name, a company, whatever there is."""
        if self.record is None:
            return ""
        contact = self.record.contact
        numbers = (phone.number for phone in contact.phones)
        return contact.name or contact.company or next(iter((*contact.emails, *numbers)), "")

    @property
    def can_choose(self) -> bool:
        """Whether another outcome makes sense."""
        return self.record is not None and self.outcome is not Outcome.SAME


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do."""

    items: tuple[Item, ...]

    def count(self, outcome: Outcome) -> int:
        return sum(item.outcome is outcome for item in self.items)

    @property
    def to_do(self) -> tuple[Item, ...]:
        """The items that change the library."""
        return tuple(item for item in self.items if item.outcome in {Outcome.NEW, Outcome.MERGES})

    def with_choice(self, at: int, outcome: Outcome) -> Plan:
        """The plan with another outcome of one item: to add a person, to add to the one known, to leave it out."""
        item = self.items[at]
        why = {Outcome.NEW: tr("You add them."), Outcome.LEFT_OUT: tr("You leave them out.")}.get(outcome)
        chosen = replace(item, outcome=outcome, why=why or _adds_words(item))
        return Plan((*self.items[:at], chosen, *self.items[at + 1 :]))


class Planner:
    """Makes a plan of what files say, in pieces; `people` is None where there is no library yet."""

    def __init__(self, people: People | None) -> None:
        self._people = people
        self._seen: dict[str, str] = {}
        """Where each record, by its digest, stood first."""

    def steps(self, loaded: Sequence[Loaded]) -> Iterator[tuple[Item, ...]]:
        """The items of some records at a time; those that can't be taken come first."""
        for file in loaded:
            yield tuple(_refused(problem, file.name) for problem in file.problems)
            for start in range(0, len(file.records), AT_ONCE):
                some = file.records[start : start + AT_ONCE]
                yield tuple(replace(item, file=file.name) for item in self._items(some, file.name))

    def _items(self, records: Sequence[Record], file: str) -> Iterator[Item]:
        asked = [_keys(record) for record in records]
        under = self._people.under({key for keys in asked for key in keys}) if self._people else {}
        known = {contact.id: contact for contact in self._people.some(_ids(under))} if self._people else {}
        facts = {contact_id: facts_of(contact) for contact_id, contact in known.items()}
        for record, keys in zip(records, asked, strict=True):
            candidates = [known[each] for each in _ids({key: under[key] for key in keys if key in under})]
            digest = record.digest
            if digest in self._seen:
                yield Item(Outcome.SAME, tr("The same as {where}.", where=self._seen[digest]), record.line, record)
                continue
            self._seen[digest] = tr("line {line} of {file}", line=record.line, file=file)
            yield self._item(record, digest, candidates, facts)

    def _item(self, record: Record, digest: str, candidates: Sequence[Contact], facts: Mapping[int, Facts]) -> Item:
        before = next((known for known in candidates if digest in known.imported), None)
        if before is not None:
            return Item(Outcome.SAME, tr("Imported before."), record.line, record, before)
        match = _best(record.contact, candidates, facts)
        warned = " ".join(record.problems)
        if match is None:
            return Item(Outcome.NEW, warned, record.line, record)
        known, words, sure = match
        item = Item(Outcome.NEW, words, record.line, record, known)
        if with_missing(known, record.contact) == known and not self._met_anew(known, record):
            return replace(item, outcome=Outcome.SAME, why=tr("All of it is known."))
        if sure:
            return replace(item, outcome=Outcome.MERGES, why=f"{_adds_words(item)} {warned}".strip())
        return replace(item, why=f"{tr('May be {name}: {words}.', name=_name(known), words=words)} {warned}".strip())

    def _met_anew(self, known: Contact, record: Record) -> bool:
        if not record.met or self._people is None:
            return False
        met = [encounter.context for encounter in self._people.encounters(known.id)]
        return any(context not in met for context in record.met)


def plan_of(people: People | None, loaded: Sequence[Loaded], progress: Progress = lambda _done, _of: None) -> Plan:
    """The whole plan at once."""
    items: list[Item] = []
    of = sum(len(file.records) + len(file.problems) for file in loaded)
    for some in Planner(people).steps(loaded):
        items.extend(some)
        progress(len(items), of)
    return Plan(tuple(items))


def _best(
    contact: Contact, candidates: Sequence[Contact], facts: Mapping[int, Facts]
) -> tuple[Contact, str, bool] | None:
    """Who of the candidates it most likely is, why, and whether that is sure."""
    uid = next((each.value for each in contact.kept if each.name.upper() == "UID"), "")
    for known in candidates:
        if uid and any(each.name.upper() == "UID" and each.value == uid for each in known.kept):
            return known, tr("same entry of the address book"), True
    mine = facts_of(contact)
    order = list(Certainty)
    found = [(twins, known) for known in candidates if (twins := compare(mine, facts[known.id]))]
    nothing_new = [known for _, known in found if with_missing(known, contact) == known]
    if nothing_new:
        return nothing_new[0], "", True
    if not found:
        return None
    twins, known = min(found, key=lambda pair: order.index(pair[0].certainty))
    return known, twins.words[:1].lower() + twins.words[1:], twins.certainty is Certainty.SURE


def _keys(record: Record) -> set[str]:
    """Keys under which the person would lie; those of a word and one letter only would bring half the library."""
    found = {key for key in contact_keys(record.contact) if not (key.startswith("name:") and " " in key)}
    return found | {f"import:{record.digest}"}


def _ids(under: Mapping[str, Sequence[int]]) -> list[int]:
    return sorted({contact_id for ids in under.values() for contact_id in ids})


def _adds_words(item: Item) -> str:
    return tr("Adds to {name}.", name=_name(item.known)) if item.known else ""


def _name(contact: Contact) -> str:
    return contact.name or contact.company or next(iter(contact.emails), "")


def _refused(problem: Problem, file: str) -> Item:
    return Item(Outcome.PROBLEM, problem.message, problem.line, file=file)
