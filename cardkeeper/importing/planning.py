"""What an import would do, record by record, with the reason; nothing is changed by looking.

A record is known again by its digest, so the same file once more changes nothing, whatever a person has made of its
people since. Otherwise it is compared with those who have something in common with it; only one who is surely the same
is added to by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.loading import Loaded, load
from cardkeeper.exchange.people import ExportedPerson, met_words
from cardkeeper.exchange.records import Record
from cardkeeper.exchange.vcard import Problem
from cardkeeper.importing.adding import with_missing
from cardkeeper.importing.archives import NOBODY, Part, news, of_nobody
from cardkeeper.keys import fold
from cardkeeper.library import Library
from cardkeeper.library.lookup_keys import contact_keys
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
    BESIDE = "beside"
    """What is nobody's comes along with an archive: cards that wait, events."""
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
    digest: str = ""
    """Of the record as it stands in the file."""
    archive: Path | None = None
    """Out of which that comes which is nobody's."""

    @property
    def name(self) -> str:
        """Of the record: a name, a company, whatever there is."""
        if self.record is None:
            return tr("Nobody in particular") if self.outcome is Outcome.BESIDE else ""
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
    empty: bool = False
    """Whether the library holds nothing at all."""

    @property
    def archives(self) -> tuple[Path, ...]:
        """The archives that somebody or something in it comes from."""
        return tuple(dict.fromkeys(path for item in self.items if (path := _archive_of(item)) is not None))

    @property
    def as_it_is(self) -> bool:
        """Whether one archive, and nothing else, comes whole into an empty library: then with all that is in it."""
        all_of_it = all(item.outcome in {Outcome.NEW, Outcome.BESIDE} and _archive_of(item) for item in self.items)
        return self.empty and all_of_it and len(self.archives) == 1

    def count(self, outcome: Outcome) -> int:
        return sum(item.outcome is outcome for item in self.items)

    @property
    def to_do(self) -> tuple[Item, ...]:
        """The items that change the library."""
        return tuple(item for item in self.items if item.outcome in {Outcome.NEW, Outcome.MERGES, Outcome.BESIDE})

    @property
    def people(self) -> int:
        """How many people are added or added to."""
        return self.count(Outcome.NEW) + self.count(Outcome.MERGES)

    def with_choice(self, at: int, outcome: Outcome) -> Plan:
        """The plan with another outcome of one item: to add a person, to add to the one known, to leave it out."""
        item = self.items[at]
        why = {Outcome.NEW: tr("You add them."), Outcome.LEFT_OUT: tr("You leave them out.")}.get(outcome)
        chosen = replace(item, outcome=outcome, why=why or _adds_words(item))
        return replace(self, items=(*self.items[:at], chosen, *self.items[at + 1 :]))


class Planner:
    """Makes a plan of what files say, in pieces; without a library where there is none yet."""

    def __init__(self, library: Library | None) -> None:
        self._people = library.people if library else None
        self._whole = library.whole if library else None
        self._seen: dict[str, str] = {}
        """Where each record, by its digest, stood first."""

    def steps(self, loaded: Sequence[Loaded]) -> Iterator[tuple[Item, ...]]:
        """The items of some records at a time; those that can't be taken come first."""
        for file in loaded:
            yield tuple(_refused(problem, file.name) for problem in file.problems)
            found: list[Item] = []
            for start in range(0, len(file.records), AT_ONCE):
                some = tuple(self._items(file.records[start : start + AT_ONCE], file))
                found.extend(some)
                yield () if file.path else some
            if file.path is not None:
                yield from self._with_all_else(found, file.path)

    def _with_all_else(self, items: Sequence[Item], path: Path) -> Iterator[tuple[Item, ...]]:
        """The items of an archive, with what it knows of people beside what they are, and what is nobody's."""
        origins = [item.record.origin for item in items if item.record is not None and item.record.origin is not None]
        merged = {
            origin.id: item.known.id
            for origin, item in zip(origins, items, strict=True)
            if item.known is not None and item.outcome in {Outcome.SAME, Outcome.MERGES}
        }
        if self._whole is None or self._whole.empty:
            yield (*items, *_beside(path, frozenset() if items else of_nobody(path)))
            return
        known = {origin.id: merged.get(origin.id) for origin in origins}
        found = news(self._whole, Part(path, known, frozenset(known)))
        while True:
            try:
                next(found)
                yield ()
            except StopIteration as ended:
                told: Mapping[int, AbstractSet[str]] = ended.value
                break
        yield tuple(
            _with_news(item, told.get(origin.id, frozenset())) for origin, item in zip(origins, items, strict=True)
        )
        yield tuple(_beside(path, told.get(NOBODY, frozenset())))

    def _items(self, records: Sequence[Record], file: Loaded) -> Iterator[Item]:
        digests = [record.digest for record in records]
        again = self._people.under(f"import:{digest}" for digest in digests) if self._people else {}
        asked = [
            {key} if (key := f"import:{digest}") in again else _keys(record) | {key}
            for record, digest in zip(records, digests, strict=True)
        ]
        under = self._people.under({key for keys in asked for key in keys}) if self._people else {}
        known = {contact.id: contact for contact in self._people.some(_ids(under))} if self._people else {}
        facts = (
            {contact_id: facts_of(contact) for contact_id, contact in known.items()}
            if len(again) < len(records)
            else {}
        )
        for record, digest, keys in zip(records, digests, asked, strict=True):
            candidates = [known[each] for each in _ids({key: under[key] for key in keys if key in under})]
            item = Item(Outcome.NEW, " ".join(record.problems), record.line, record, None, file.name, digest)
            yield self._seen_before(item) or self._item(item, record, candidates, facts, file.dialect)

    def _seen_before(self, item: Item) -> Item | None:
        """The record is twice in what is imported."""
        if item.digest in self._seen:
            return replace(item, outcome=Outcome.SAME, why=tr("The same as {where}.", where=self._seen[item.digest]))
        self._seen[item.digest] = tr("line {line} of {file}", line=item.line, file=item.file)
        return None

    def _item(
        self, item: Item, record: Record, candidates: Sequence[Contact], facts: Mapping[int, Facts], dialect: str
    ) -> Item:
        before = next((known for known in candidates if item.digest in known.imported), None)
        if before is not None:
            return replace(item, outcome=Outcome.SAME, why=tr("Imported before."), known=before)
        contact = self._without_met(record.contact, candidates)
        match = _best(contact, candidates, facts)
        if match is None:
            ours = next((each for each in candidates if self._is_our_export(record.contact, each, dialect)), None)
            return replace(item, outcome=Outcome.SAME, why=tr("All of it is known."), known=ours) if ours else item
        known, words, sure = match
        item = replace(item, known=known, record=replace(record, contact=contact))
        news = _news(known, with_missing(known, contact), met=self._met_anew(known, record))
        if not news or self._is_our_export(record.contact, known, dialect):
            return replace(item, outcome=Outcome.SAME, why=tr("All of it is known."))
        if sure:
            adds = tr("Adds to {name}: {what}.", name=_name(known), what=", ".join(news))
            return replace(item, outcome=Outcome.MERGES, why=f"{adds} {item.why}".strip())
        return replace(item, why=f"{tr('May be {name}: {words}.', name=_name(known), words=words)} {item.why}".strip())

    def _is_our_export(self, contact: Contact, known: Contact, dialect: str) -> bool:
        """Whether the record is what we wrote of this person for another program, which holds less than we know."""
        form = _OURS.get(dialect)
        if form is None or self._people is None:
            return False
        person = ExportedPerson(known, self._people.met([known.id]).get(known.id, ()))
        (written,) = load("", b"".join(pieces([person], form, lambda _: None))).records
        return _numbers_bare(written.contact) == _numbers_bare(contact)

    def _without_met(self, contact: Contact, candidates: Sequence[Contact]) -> Contact:
        """The person without the words that our exports put at the end of the note, how one met."""
        if not contact.notes or self._people is None:
            return contact
        met = self._people.met([known.id for known in candidates])
        words = next((said for each in met.values() if (said := met_words(each)) and contact.notes.endswith(said)), "")
        return replace(contact, notes=contact.notes.removesuffix(words).rstrip()) if words else contact

    def _met_anew(self, known: Contact, record: Record) -> bool:
        if not record.met or self._people is None:
            return False
        met = [encounter.context for encounter in self._people.encounters(known.id)]
        return any(context not in met for context in record.met)


def plan_of(library: Library | None, loaded: Sequence[Loaded], progress: Progress = lambda _done, _of: None) -> Plan:
    """The whole plan at once."""
    items: list[Item] = []
    of = sum(len(file.records) + len(file.problems) for file in loaded)
    for some in Planner(library).steps(loaded):
        items.extend(some)
        progress(len(items), of)
    return Plan(tuple(items), library is None or library.whole.empty)


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
    alike = [*(known for _, known in found), *(known for known in candidates if fold(known.name) == fold(contact.name))]
    nothing_new = [known for known in alike if with_missing(known, contact) == known]
    if nothing_new:
        return nothing_new[0], "", True
    if not found:
        return None
    twins, known = min(found, key=lambda pair: order.index(pair[0].certainty))
    return known, twins.words[:1].lower() + twins.words[1:], twins.certainty is Certainty.SURE


_OURS: Final = {Format.GOOGLE.value: Format.GOOGLE, Format.OUTLOOK.value: Format.OUTLOOK}
"""Forms that we write and that hold less than we know, by the dialect as which they are read."""


def _numbers_bare(contact: Contact) -> Contact:
    """Without the international form of numbers, which depends on the country that is set."""
    return replace(contact, phones=tuple(replace(phone, e164="") for phone in contact.phones))


def _keys(record: Record) -> set[str]:
    """Keys under which the person would lie; those of a word and one letter only would bring half the library."""
    return {key for key in contact_keys(record.contact) if not (key.startswith("name:") and " " in key)}


def _ids(under: Mapping[str, Sequence[int]]) -> list[int]:
    return sorted({contact_id for ids in under.values() for contact_id in ids})


def _news(known: Contact, added: Contact, *, met: bool) -> tuple[str, ...]:
    """What somebody known gets, in words; nothing where that is nothing."""
    words = {
        "name": tr("name"),
        "positions": tr("job"),
        "emails": tr("e-mail"),
        "phones": tr("phone"),
        "websites": tr("website"),
        "addresses": tr("address"),
        "tags": tr("tag"),
        "notes": tr("note"),
        "kept": tr("details"),
    }
    fields = (name for name in Contact.__slots__ if getattr(known, name) != getattr(added, name))
    said = dict.fromkeys(words.get(name, tr("details")) for name in fields)
    return (*said, tr("how you met")) if met else tuple(said)


def _archive_of(item: Item) -> Path | None:
    """The archive that an item comes from, if it comes from one."""
    origin = item.record.origin if item.record is not None else None
    return origin.path if origin is not None else item.archive


def _beside(path: Path, tables: AbstractSet[str]) -> Iterator[Item]:
    """What comes of an archive into these tables, and is nobody's."""
    words = {
        "cards": tr("cards that wait"),
        "events": tr("events"),
        "searches": tr("saved searches"),
        "templates": tr("templates"),
    }
    said = ", ".join(words[table] for table in words if table in tables)
    if said:
        yield Item(Outcome.BESIDE, tr("Comes along: {what}.", what=said), file=path.name, archive=path)


def _with_news(item: Item, tables: AbstractSet[str]) -> Item:
    """The item of somebody in an archive, of whom there is something new in these tables, too."""
    if item.known is None or not tables or item.digest in item.known.imported or item.outcome is Outcome.NEW:
        return item
    words = {
        "cards": tr("card"),
        "encounters": tr("how you met"),
        "follow_ups": tr("next step"),
        "interactions": tr("conversation"),
        "promises": tr("promise"),
        "needs": tr("need"),
        "leads": tr("lead"),
        "referrals": tr("referral"),
        "introductions": tr("introduction"),
        "favours": tr("favour"),
        "thanks": tr("thank-you"),
    }
    said = ", ".join(dict.fromkeys(words.get(table, tr("details")) for table in sorted(tables)))
    if item.outcome is Outcome.MERGES:
        return replace(item, why=f"{item.why} {tr('Also: {what}.', what=said)}")
    return replace(item, outcome=Outcome.MERGES, why=tr("Adds to {name}: {what}.", name=_name(item.known), what=said))


def _adds_words(item: Item) -> str:
    return tr("Adds to {name}.", name=_name(item.known)) if item.known else ""


def _name(contact: Contact) -> str:
    return contact.name or contact.company or next(iter(contact.emails), "")


def _refused(problem: Problem, file: str) -> Item:
    return Item(Outcome.PROBLEM, problem.message, problem.line, file=file)
