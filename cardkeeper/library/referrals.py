"""Leads and referrals, and what follows by itself when one is received, handed on, or succeeds."""

from __future__ import annotations

from dataclasses import replace

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.favours import Favours, Thanks
from cardkeeper.library.needs import Needs
from cardkeeper.library.shelf import Shelf, name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.relationships import (
    Consent,
    Handing,
    Lead,
    LeadState,
    NeedState,
    Outcome,
    Referral,
)
from cardkeeper.relationships import balance, thanks
from cardkeeper.translation import tr


class Referrals:
    """Finds and keeps referrals. Saving one keeps the ledger, the thank-yous and the need that it answers in step."""

    def __init__(
        self, connection: Connection, transactions: Transactions, favours: Favours, owed: Thanks, needs: Needs
    ) -> None:
        self._connection = connection
        self._transactions = transactions
        self._favours = favours
        self._thanks = owed
        self._needs = needs
        self._shelf = Shelf(connection, "referrals", Referral, _no_referral)

    def get(self, referral_id: int) -> Referral:
        """One referral. Raises WrongInput when there is none of this id."""
        return self._shelf.get(referral_id)

    def of(self, contact_id: int) -> tuple[Referral, ...]:
        """All referrals in which a person is source, receiver or prospect, the newest first."""
        return self._shelf.find(
            "WHERE ?1 IN (source_id, receiver_id, prospect_id) ORDER BY happened_on DESC, id DESC", (contact_id,)
        )

    def all(self) -> tuple[Referral, ...]:
        """Every referral, the newest first: what chains and trees are made of."""
        return self._shelf.find("ORDER BY happened_on DESC, id DESC")

    def open(self) -> tuple[Referral, ...]:
        """Every referral of which something may still come, the oldest first."""
        return self._shelf.find("WHERE outcome = 'open' AND heads_up <> 'declined' ORDER BY happened_on, id")

    def pending(self) -> tuple[Referral, ...]:
        """Those that are open, and those of whose outcome the source was not told, the oldest first."""
        return self._shelf.find(
            "WHERE (outcome = 'open' AND heads_up <> 'declined')"
            " OR (outcome <> 'open' AND source_id IS NOT NULL AND told_on IS NULL) ORDER BY happened_on, id"
        )

    def save(self, referral: Referral) -> int:
        """Store a referral and return its id; one with id 0 is new. Raises WrongInput for what is not there.

        One received opens a thank-you to its source, a second one when it succeeds. One given stands in the ledger
        once it is handed on, and the need that it answers follows it.
        """
        if (referral.source_id is None) == (referral.receiver_id is None):
            raise WrongInput(tr("A referral goes from you to somebody, or from somebody to you."))
        if referral.prospect_id in (referral.source_id, referral.receiver_id):
            raise WrongInput(tr("Nobody is referred to themselves."), tr("Name the person who is handed on."))
        prospect = name_of(self._connection, referral.prospect_id)
        with self._transactions.transaction(self._said(referral, prospect)):
            stored = replace(referral, id=self._shelf.store(referral))
            self._favours.enter(balance.of_referral(stored, prospect))
            for owed in thanks.for_referral(stored, prospect):
                self._thanks.owe(owed)
            self._move_need(stored)
        return stored.id

    def delete(self, referral_id: int) -> None:
        """Remove a referral; what it led to stays. Raises WrongInput when it is not there."""
        name = name_of(self._connection, self.get(referral_id).prospect_id)
        with self._transactions.transaction(tr("Removed the referral of {name}", name=name)):
            self._shelf.remove(referral_id)

    def _move_need(self, referral: Referral) -> None:
        if referral.outcome is Outcome.SUCCEEDED:
            self._needs.move(referral.need_id, NeedState.CLOSED, referral.outcome_on or referral.happened_on)
        elif referral.open:
            self._needs.move(referral.need_id, NeedState.MATCHED, referral.happened_on)
        else:
            self._needs.move(referral.need_id, NeedState.OPEN, referral.happened_on)

    def _said(self, referral: Referral, prospect: str) -> str:
        partner = name_of(self._connection, referral.partner_id or 0)
        given = referral.direction is Handing.GIVEN
        if not referral.id and given:
            return tr("Referring {prospect} to {name}", prospect=prospect, name=partner)
        if not referral.id:
            return tr("Noted that {name} referred {prospect}", prospect=prospect, name=partner)
        if referral.outcome is not Outcome.OPEN:
            return tr("Noted what came of the referral of {prospect}", prospect=prospect)
        if given and referral.handed_on:
            return tr("Referred {prospect} to {name}", prospect=prospect, name=partner)
        if not given and referral.heads_up is Consent.AGREED:
            return tr("{prospect} expects your call", prospect=prospect)
        return tr("Changed the referral of {prospect}", prospect=prospect)


class Leads:
    """Finds and keeps leads."""

    def __init__(
        self,
        connection: Connection,
        transactions: Transactions,
        favours: Favours,
        owed: Thanks,
        referrals: Referrals,
    ) -> None:
        self._connection = connection
        self._transactions = transactions
        self._favours = favours
        self._thanks = owed
        self._referrals = referrals
        self._shelf = Shelf(connection, "leads", Lead, _no_lead)

    def get(self, lead_id: int) -> Lead:
        """One lead. Raises WrongInput when there is none of this id."""
        return self._shelf.get(lead_id)

    def of(self, contact_id: int) -> tuple[Lead, ...]:
        """All leads given to a person or received from them, the newest first."""
        return self._shelf.find("WHERE contact_id = ? ORDER BY happened_on DESC, id DESC", (contact_id,))

    def all(self) -> tuple[Lead, ...]:
        """Every lead, the newest first."""
        return self._shelf.find("ORDER BY happened_on DESC, id DESC")

    def open(self) -> tuple[Lead, ...]:
        """Every lead for which no person was found yet, the oldest first."""
        return self._shelf.find("WHERE state = 'open' ORDER BY happened_on, id")

    def save(self, lead: Lead) -> int:
        """Store a lead and return its id; one with id 0 is new. One received opens a thank-you.

        Raises WrongInput for what is not there.
        """
        with self._transactions.transaction(self._said(lead)):
            stored = replace(lead, id=self._shelf.store(lead))
            self._favours.enter(balance.of_lead(stored))
            owed = thanks.for_lead(stored)
            if owed:
                self._thanks.owe(owed)
        return stored.id

    def grow(self, lead_id: int, referral: Referral) -> int:
        """Make a referral of a lead now that a person was found; return the referral's id. The lead keeps its history.

        Raises WrongInput when the lead is not there, or grew already.
        """
        lead = self.get(lead_id)
        if lead.state is LeadState.REFERRAL:
            raise WrongInput(tr("The lead {business} is a referral already.", business=lead.business))
        prospect = name_of(self._connection, referral.prospect_id)
        said = tr("The lead {business} became a referral: {name}", business=lead.business, name=prospect)
        with self._transactions.transaction(said):
            referral_id = self._referrals.save(replace(referral, lead_id=lead_id))
            day = referral.happened_on
            self.save(replace(lead, state=LeadState.REFERRAL, closed_on=day, referral_id=referral_id))
        return referral_id

    def delete(self, lead_id: int) -> None:
        """Remove a lead. Raises WrongInput when it is not there."""
        with self._transactions.transaction(tr("Removed the lead {business}", business=self.get(lead_id).business)):
            self._shelf.remove(lead_id)

    def _said(self, lead: Lead) -> str:
        name = name_of(self._connection, lead.contact_id)
        if lead.id:
            return tr("Changed the lead {business}", business=lead.business)
        if lead.direction is Handing.GIVEN:
            return tr("Gave {name} a lead: {business}", name=name, business=lead.business)
        return tr("Noted a lead of {name}: {business}", name=name, business=lead.business)


def _no_referral(referral_id: int) -> WrongInput:
    return WrongInput(tr("There is no referral {id}.", id=referral_id))


def _no_lead(lead_id: int) -> WrongInput:
    return WrongInput(tr("There is no lead {id}.", id=lead_id))
