"""What is done with many people at once: single changes that one undo takes back, or frozen values to write."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cardkeeper.errors import WorldError
from cardkeeper.keys import fold
from cardkeeper.library import Library
from cardkeeper.library.trash import DAYS_KEPT
from cardkeeper.model.people import Contact, Interaction, Tier
from cardkeeper.translation import tr, trn
from ui.wording import tier_words

_NUMBERS: Final = itertools.count(1)
"""Tells one deed's undo step from that of the next."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do with each of many people, said in one sentence."""

    said: str
    do: Callable[[int], None]


class Bulk:
    """The deeds of the bar, for people of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def tag(self, count: int, tag: str) -> Deed:
        """Give everyone a tag; those who have it, in whatever case, keep theirs."""
        wanted = " ".join(tag.replace(",", " ").split())

        def do(contact_id: int) -> None:
            contact = self._library.people.get(contact_id)
            if wanted and not _tagged(contact, wanted):
                self._library.people.save(replace(contact, tags=(*contact.tags, wanted)))

        return Deed(trn("Tagged {count} person “{tag}”", "Tagged {count} people “{tag}”", count, tag=wanted), do)

    def untag(self, count: int, tag: str) -> Deed:
        """Take a tag from everyone who has it."""
        unwanted = fold(tag)

        def do(contact_id: int) -> None:
            contact = self._library.people.get(contact_id)
            left = tuple(other for other in contact.tags if fold(other) != unwanted)
            if left != contact.tags:
                self._library.people.save(replace(contact, tags=left))

        said = trn("Took “{tag}” from {count} person", "Took “{tag}” from {count} people", count, tag=tag.strip())
        return Deed(said, do)

    def set_tier(self, count: int, tier: Tier | None) -> Deed:
        """Set how often one wants to be in touch with everyone."""

        def do(contact_id: int) -> None:
            contact = self._library.people.get(contact_id)
            if contact.tier is not tier:
                self._library.people.save(replace(contact, tier=tier))

        return Deed(trn("{count} person: {tier}", "{count} people: {tier}", count, tier=tier_words(tier)), do)

    def log(self, count: int, what: Interaction) -> Deed:
        """Log one talk with everyone."""

        def do(contact_id: int) -> None:
            self._library.log.add(replace(what, contact_id=contact_id))

        return Deed(trn("Logged a talk with {count} person", "Logged one talk with {count} people", count), do)

    def remove(self, count: int) -> Deed:
        """Remove everyone, with all that is kept of them."""
        return Deed(trn("Removed {count} person", "Removed {count} people", count), self._library.people.delete)


class Running(QObject):
    """Does a deed with many people, some at a time, so that the window goes on; all of it is one undo step."""

    progressed = Signal(int, int)
    """With how many it is done, and how many there are."""
    finished = Signal()

    AT_ONCE: Final = 8
    """People changed between two looks at the mouse and the keyboard: some 20 milliseconds."""

    def __init__(self, library: Library, deed: Deed, ids: Iterable[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._deed = library, deed
        self._ids = tuple(ids)
        self._done = 0
        self._step = f"many {next(_NUMBERS)}"
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_some)

    def start(self) -> None:
        """Begin; the first few are done at once, so that few people are done before this returns."""
        self._timer.start(0)
        self._do_some()

    def _do_some(self) -> None:
        some = self._ids[self._done : self._done + self.AT_ONCE]
        try:
            with self._library.transaction(self._deed.said, step=self._step):
                for contact_id in some:
                    self._deed.do(contact_id)
        except WorldError:
            self._end()
            raise
        self._done += len(some)
        self.progressed.emit(self._done, len(self._ids))
        if self._done >= len(self._ids):
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self.finished.emit()
        self.deleteLater()


def _tagged(contact: Contact, tag: str) -> bool:
    return fold(tag) in {fold(other) for other in contact.tags}


def removal_words(names: list[str], count: int) -> str:
    """What a person is asked before so many people are removed, of whom some are named."""
    if count == 1 and names:
        return tr("Remove {name}? {days} days in the trash.", name=names[0], days=DAYS_KEPT)
    return trn(
        "Remove {count} person? {days} days in the trash.",
        "Remove {count} people? {days} days in the trash.",
        count,
        days=DAYS_KEPT,
    )
