"""Introductions of two people to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.favours import Favours
from cardkeeper.library.needs import Needs
from cardkeeper.library.shelf import Shelf, name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.relationships import Introduction, IntroductionStage, NeedState
from cardkeeper.relationships import balance
from cardkeeper.relationships.introductions import TELL_WITHIN
from cardkeeper.translation import tr


class Introductions:
    """Finds and keeps introductions. Saving one keeps the ledger and the need that it answers in step."""

    def __init__(self, connection: Connection, transactions: Transactions, favours: Favours, needs: Needs) -> None:
        self._connection = connection
        self._transactions = transactions
        self._favours = favours
        self._needs = needs
        self._shelf = Shelf(connection, "introductions", Introduction, _missing)

    def get(self, introduction_id: int) -> Introduction:
        """One introduction. Raises WrongInput when there is none of this id."""
        return self._shelf.get(introduction_id)

    def of(self, contact_id: int) -> tuple[Introduction, ...]:
        """All introductions of a person to somebody, the newest first."""
        return self._shelf.find("WHERE ?1 IN (first_id, second_id) ORDER BY begun_on DESC, id DESC", (contact_id,))

    def all(self) -> tuple[Introduction, ...]:
        """Every introduction, the newest first."""
        return self._shelf.find("ORDER BY begun_on DESC, id DESC")

    def open(self) -> tuple[Introduction, ...]:
        """Every introduction in which something is still to be done, the oldest first."""
        rest = "WHERE thanked_on IS NULL AND dropped_on IS NULL ORDER BY begun_on, id"
        return tuple(introduction for introduction in self._shelf.find(rest) if introduction.open)

    def coming_up(self, today: date) -> tuple[Introduction, ...]:
        """The open ones, and those of which one side has yet to hear that the other declined, of the last weeks."""
        since = (today - TELL_WITHIN).isoformat()
        declined = (
            "WHERE 'declined' IN (first, second) AND sent_on IS NULL AND dropped_on IS NULL AND checked_on IS NULL"
            " AND max(coalesce(first_on, ''), coalesce(second_on, '')) >= ? ORDER BY begun_on, id"
        )
        return *self.open(), *(each for each in self._shelf.find(declined, (since,)) if each.to_tell)

    def save(self, introduction: Introduction) -> int:
        """Store an introduction and return its id; one with id 0 is new. Raises WrongInput for what is not there.

        Once sent it stands in the ledger as given to both, and the need that it answers follows it.
        """
        if introduction.first_id == introduction.second_id:
            raise WrongInput(tr("Nobody is introduced to themselves."), tr("Choose two people."))
        first = name_of(self._connection, introduction.first_id)
        second = name_of(self._connection, introduction.second_id)
        with self._transactions.transaction(_said(introduction, first, second)):
            stored = replace(introduction, id=self._shelf.store(introduction))
            for favour in balance.of_introduction(stored, first, second):
                self._favours.enter(favour)
            self._move_need(stored)
        return stored.id

    def delete(self, introduction_id: int) -> None:
        """Remove an introduction. Raises WrongInput when it is not there."""
        known = self.get(introduction_id)
        first, second = (name_of(self._connection, person) for person in (known.first_id, known.second_id))
        said = tr("Removed the introduction of {first} and {second}", first=first, second=second)
        with self._transactions.transaction(said):
            self._shelf.remove(introduction_id)

    def _move_need(self, introduction: Introduction) -> None:
        if introduction.stage in (IntroductionStage.MET, IntroductionStage.THANKED):
            self._needs.move(introduction.need_id, NeedState.CLOSED, introduction.moved_on)
        elif introduction.open:
            self._needs.move(introduction.need_id, NeedState.MATCHED, introduction.moved_on)
        else:
            self._needs.move(introduction.need_id, NeedState.OPEN, introduction.moved_on)


def _said(introduction: Introduction, first: str, second: str) -> str:
    names = {"first": first, "second": second}
    if not introduction.id:
        return tr("Introducing {first} and {second}", **names)
    match introduction.stage:
        case IntroductionStage.SENT:
            return tr("Introduced {first} and {second}", **names)
        case IntroductionStage.MET:
            return tr("{first} and {second} talked", **names)
        case IntroductionStage.THANKED:
            return tr("Closed the introduction of {first} and {second}", **names)
        case IntroductionStage.DROPPED:
            return tr("Dropped the introduction of {first} and {second}", **names)
        case _:
            return tr("Changed the introduction of {first} and {second}", **names)


def _missing(introduction_id: int) -> WrongInput:
    return WrongInput(tr("There is no introduction {id}.", id=introduction_id))
