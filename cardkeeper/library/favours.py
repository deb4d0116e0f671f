"""The ledger of favours, and the thank-yous that it opens by itself."""

from __future__ import annotations

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection, Value
from cardkeeper.library.shelf import Shelf, name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.relationships import Favour, FavourDirection, ThankYou
from cardkeeper.relationships import thanks
from cardkeeper.translation import tr


class Thanks:
    """Finds and keeps thank-yous."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions
        self._shelf = Shelf(connection, "thanks", ThankYou, _no_thank_you)

    def get(self, thank_you_id: int) -> ThankYou:
        """One thank-you. Raises WrongInput when there is none of this id."""
        return self._shelf.get(thank_you_id)

    def of(self, contact_id: int) -> tuple[ThankYou, ...]:
        """All thank-yous to a person, those still owed first, then the newest."""
        order = "WHERE contact_id = ? ORDER BY (paid_on IS NULL AND let_go_on IS NULL) DESC, opened_on DESC, id DESC"
        return self._shelf.find(order, (contact_id,))

    def open(self) -> tuple[ThankYou, ...]:
        """Every thank-you still owed, the oldest first."""
        return self._shelf.find("WHERE paid_on IS NULL AND let_go_on IS NULL ORDER BY opened_on, id")

    def save(self, thank_you: ThankYou) -> int:
        """Store a thank-you and return its id; one with id 0 is new. Raises WrongInput for what is not there."""
        with self._transactions.transaction(self._said(thank_you)):
            return self._shelf.store(thank_you)

    def delete(self, thank_you_id: int) -> None:
        """Remove a thank-you. Raises WrongInput when it is not there."""
        name = name_of(self._connection, self.get(thank_you_id).contact_id)
        with self._transactions.transaction(tr("Removed a thank-you to {name}", name=name)):
            self._shelf.remove(thank_you_id)

    def owe(self, thank_you: ThankYou) -> None:
        """Open it, unless one was opened for the same cause on the same occasion; within an open transaction."""
        causes = (thank_you.lead_id, thank_you.referral_id, thank_you.favour_id)
        known = self._shelf.find(
            "WHERE occasion = ? AND lead_id IS ? AND referral_id IS ? AND favour_id IS ?",
            (thank_you.occasion.value, *causes),
        )
        if not known:
            self._shelf.store(thank_you)

    def _said(self, thank_you: ThankYou) -> str:
        name = name_of(self._connection, thank_you.contact_id)
        if thank_you.paid_on:
            return tr("Thanked {name}", name=name)
        if thank_you.let_go_on:
            return tr("Let a thank-you to {name} go", name=name)
        return tr("Noted a thank-you to {name}", name=name)


class Favours:
    """Finds and keeps favours."""

    def __init__(self, connection: Connection, transactions: Transactions, owed: Thanks) -> None:
        self._connection = connection
        self._transactions = transactions
        self._thanks = owed
        self._shelf = Shelf(connection, "favours", Favour, _no_favour)

    def get(self, favour_id: int) -> Favour:
        """One favour. Raises WrongInput when there is none of this id."""
        return self._shelf.get(favour_id)

    def of(self, contact_id: int) -> tuple[Favour, ...]:
        """All favours between me and a person, the newest first."""
        return self._shelf.find("WHERE contact_id = ? ORDER BY happened_on DESC, id DESC", (contact_id,))

    def all(self) -> tuple[Favour, ...]:
        """Every favour, the newest first."""
        return self._shelf.find("ORDER BY happened_on DESC, id DESC")

    def open(self) -> tuple[Favour, ...]:
        """Every favour that I asked for and have not got, the oldest first."""
        return self._shelf.find("WHERE direction = 'asked' AND granted_on IS NULL ORDER BY happened_on, id")

    def save(self, favour: Favour) -> int:
        """Store a favour and return its id; one with id 0 is new. What did me good opens a thank-you.

        Raises WrongInput for what is not there.
        """
        with self._transactions.transaction(self._said(favour)):
            favour_id = self._shelf.store(favour)
            owed = thanks.for_favour(self.get(favour_id))
            if owed:
                self._thanks.owe(owed)
        return favour_id

    def delete(self, favour_id: int) -> None:
        """Remove a favour. Raises WrongInput when it is not there."""
        name = name_of(self._connection, self.get(favour_id).contact_id)
        with self._transactions.transaction(tr("Removed a favour between you and {name}", name=name)):
            self._shelf.remove(favour_id)

    def enter(self, favour: Favour | None) -> None:
        """Write down what a lead, referral or introduction was, once each; within the transaction that changes it."""
        if favour is None:
            return
        causes: tuple[Value, ...] = (favour.lead_id, favour.referral_id, favour.introduction_id)
        known = self._shelf.find(
            "WHERE contact_id = ? AND lead_id IS ? AND referral_id IS ? AND introduction_id IS ?",
            (favour.contact_id, *causes),
        )
        if not known:
            self._shelf.store(favour)

    def _said(self, favour: Favour) -> str:
        name = name_of(self._connection, favour.contact_id)
        if favour.direction is FavourDirection.GIVEN:
            return tr("Noted a favour to {name}", name=name)
        if favour.direction is FavourDirection.ASKED and not favour.granted_on:
            return tr("Noted that you asked {name} a favour", name=name)
        return tr("Noted a favour of {name}", name=name)


def _no_thank_you(thank_you_id: int) -> WrongInput:
    return WrongInput(tr("There is no thank-you {id}.", id=thank_you_id))


def _no_favour(favour_id: int) -> WrongInput:
    return WrongInput(tr("There is no favour {id}.", id=favour_id))
