"""What a day's list consists of: one thing to do with one person, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar, overload

from cardkeeper.model.overview import Agenda, NeedMatch, Partner, PersonRow
from cardkeeper.model.people import FollowUp, Interaction
from cardkeeper.model.relationships import Introduction, Matter, Need, Promise, Referral, ThankYou
from cardkeeper.relationships.cadence import Fading
from cardkeeper.translation import tr, trn

Key = tuple[Matter, int, int]
"""What a line is about: the matter, the person to turn to, and the id of the promise, thank-you …; 0 for none."""

Subject = FollowUp | Promise | Interaction | Referral | ThankYou | Introduction | Need | Fading | Partner


class SectionName(StrEnum):
    """The parts of the day's list, in their order."""

    FIRST = "do first"
    JUST_MET = "people you just met"
    KEEPING_UP = "keeping up"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: who and what in one line, why in another."""

    matter: Matter
    person: PersonRow
    """Whom to turn to."""
    title: str
    why: str
    subject: Subject
    """The next step, promise, thank-you … that it is about."""
    day: date
    """Since when it is to be done; what is older comes first."""
    overdue_days: int = 0
    waits: str = ""
    """Why it waits for another week; empty for what is to be done now."""
    other_id: int = 0
    """The second person whom it names: the prospect, the other side, the one who may meet a need; 0: none."""
    agenda: Agenda | None = None
    """For a next step: what one needs to act on it."""
    matches: tuple[NeedMatch, ...] = ()
    """For a need: who may meet it, best first."""

    @property
    def overdue(self) -> str:
        """“Overdue by 1 day.”, empty for what is not."""
        if not self.overdue_days:
            return ""
        return trn("Overdue by {count} day.", "Overdue by {count} days.", self.overdue_days)

    @property
    def line(self) -> str:
        """The whole second line: overdue, what it waits for, and why."""
        return " ".join(part for part in (self.overdue, self.waits, self.why) if part)

    @property
    def contact_id(self) -> int:
        return self.person.id

    @property
    def subject_id(self) -> int:
        """The id of what it is about; 0 where it is the person alone."""
        return 0 if isinstance(self.subject, Fading | Partner) else self.subject.id

    @property
    def key(self) -> Key:
        """What tells it from every other one, also after it was put off and came up again."""
        return self.matter, self.contact_id, self.subject_id

    @property
    def phone(self) -> str:
        return self.person.phone

    @property
    def email(self) -> str:
        return self.person.email


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the list; `title` is what stands above it."""

    name: SectionName
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        return {
            SectionName.FIRST: tr("Do first"),
            SectionName.JUST_MET: tr("People you just met"),
            SectionName.KEEPING_UP: tr("Keeping up"),
        }[self.name]


Made = TypeVar("Made")


class Later(Sequence[Made], Generic[Made]):
    """Values that are made when somebody looks at them: of hundreds that wait, most are never looked at."""

    def __init__(self, count: int, make: Callable[[int], Made]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Made: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Made]: ...

    def __getitem__(self, at: int | slice) -> Made | Sequence[Made]:
        if isinstance(at, slice):
            return [self._make(each) for each in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return self._make(at % self._count)

    def __iter__(self) -> Iterator[Made]:
        return (self._make(at) for at in range(self._count))
