"""The way into the library: applies what the workers tell, so that what was told to be stored is stored."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

from cardkeeper.library import Library
from cardkeeper.model.cards import ReadCard, Scan
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import NOTHING_SAID, Encounter, FollowUpKind, MetContext
from cardkeeper.model.progress import CardRead, Done, Opened, Report, Seen
from cardkeeper.relationships import followups
from cardkeeper.translation import tr, trn


@dataclass(frozen=True, slots=True)
class Stored:
    """A card that is in the library now, safe from a crash of the program."""

    card_id: int
    read: ReadCard
    path: Path


class Intake:
    """Takes one drop into the library: every report is one transaction, and the whole drop is one undo step."""

    def __init__(self, library: Library, batch_id: int | None = None, context: MetContext = NOTHING_SAID) -> None:
        """Without a `batch_id`, the drop begins with the first file that can be opened, its people met in `context`."""
        self._library = library
        self._batch_id = batch_id
        self._context = context
        self._step_name = f"drop {uuid4().hex}"
        self._scans: dict[int, tuple[int, str]] = {}
        self._stored: set[int] = set()
        self._files: dict[Path, str] = {}

    @property
    def batch_id(self) -> int | None:
        """The drop; None as long as nothing came of it."""
        return self._batch_id

    @property
    def stored(self) -> int:
        """How many cards are in the library by now."""
        return len(self._stored)

    def take(self, report: Report) -> Stored | None:
        """Store what a report brings, and return the card when it is one that this drop did not have yet.

        Raises StorageFull or LibraryError when it can't be stored, WrongInput when the drop was undone meanwhile.
        """
        match report.said:
            case Opened(scan):
                self._files[report.path] = scan.sha256
                self._begin(report.ticket, scan)
            case Seen(sha256):
                self._files[report.path] = sha256
            case CardRead(read) if report.ticket in self._scans:
                return self._keep(read, report)
            case Done() if report.ticket in self._scans:
                with self._step(len(self._stored)):
                    self._library.cards.finish_scan(self._scans[report.ticket][1])
            case _:
                pass
        return None

    def pair_sides(self, files: Sequence[Path]) -> tuple[Path, ...]:
        """Take the pages of these files, in this order, for front and back in turn; return the file of each new back.

        A page with no card or with several keeps its place in the order and is left as it is, like a file that could
        not be read. May be called again when more of the files were read.
        """
        sides = self._library.cards.sides
        pages = [(card, file) for file in files for card in sides.pages(self._files.get(file, "")) or (0,)]
        pairs = [pair for pair in zip(pages[::2], pages[1::2], strict=False) if pair[0][0] and pair[1][0]]
        if pairs:
            with self._step(len(self._stored)):
                for (front, _), (back, _) in pairs:
                    sides.pair(front, back)
        return tuple(file for _, (_, file) in pairs)

    def _begin(self, ticket: int, scan: Scan) -> None:
        with self._step():
            batch_id = self._batch_id or self._library.cards.add_batch(self._context)
            # Whichever worker is faster: cards wait in the order of the files, front beside back.
            self._library.cards.add_scan(batch_id, scan, ticket)
        self._batch_id = batch_id
        self._scans[ticket] = batch_id, scan.sha256

    def _keep(self, read: ReadCard, report: Report) -> Stored | None:
        with self._step(len(self._stored) + 1):
            card_id = self._library.cards.add_card(*self._scans[report.ticket], read)
        if card_id in self._stored:
            return None
        self._stored.add(card_id)
        return Stored(card_id, read, report.path)

    def _step(self, cards: int = 0) -> AbstractContextManager[None]:
        """The one undo step of this drop, told by how many cards are in by now."""
        said = trn("Added {count} card", "Added {count} cards", cards) if cards else tr("Added files")
        return self._library.transaction(said, step=self._step_name)


def add_person(library: Library, decided: Accepted, today: date) -> int:
    """Keep somebody of whom there is no card: the person, how they were met, and the next step; returns their id.

    `none` as a next step without a reason means that it is not decided yet. Raises StorageFull or LibraryError.
    """
    name = decided.contact.name or decided.contact.company
    with library.transaction(tr("Added {name}", name=name)):
        contact_id = library.people.save(decided.contact)
        if decided.context != NOTHING_SAID:
            library.people.save_encounter(Encounter(contact_id, decided.context))
        if decided.step.kind is not FollowUpKind.NONE or decided.step.reason:
            library.follow_ups.save(followups.begin(contact_id, decided.step, today))
    return contact_id
