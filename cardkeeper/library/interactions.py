"""The log: what happened with a person, when and by what means."""

from __future__ import annotations

from datetime import date

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection, Row, Value
from cardkeeper.library.shelf import name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.people import Channel, Direction, Interaction
from cardkeeper.translation import tr


class Log:
    """Finds and keeps interactions."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions

    def of(self, contact_id: int) -> tuple[Interaction, ...]:
        """What happened with a person, newest first."""
        rows = self._connection.rows(
            "SELECT id, contact_id, happened_on, channel, direction, text, call_back FROM interactions"
            " WHERE contact_id = ? ORDER BY happened_on DESC, id DESC",
            (contact_id,),
        )
        return tuple(_interaction(row) for row in rows)

    def add(self, interaction: Interaction) -> int:
        """Log something new; return its id. Whoever waited for a call back until then waits no longer.

        Raises WrongInput when there is no such person.
        """
        with self._transactions.transaction(
            tr("Logged with {name}", name=name_of(self._connection, interaction.contact_id))
        ):
            if not interaction.call_back and interaction.channel is not Channel.NOTE:
                self._connection.run(
                    "UPDATE interactions SET call_back = 0 WHERE contact_id = ? AND call_back = 1 AND happened_on <= ?",
                    (interaction.contact_id, interaction.on.isoformat()),
                )
            return self._connection.insert("interactions", _values(interaction))

    def open(self) -> tuple[Interaction, ...]:
        """Everything that still waits for a call back, the oldest first."""
        rows = self._connection.rows(
            "SELECT id, contact_id, happened_on, channel, direction, text, call_back FROM interactions"
            " WHERE call_back = 1 ORDER BY happened_on, id"
        )
        return tuple(_interaction(row) for row in rows)

    def save(self, interaction: Interaction) -> int:
        """Change an entry of the log, or add it when its id is 0. Raises WrongInput when it is not there."""
        if not interaction.id:
            return self.add(interaction)
        said = tr("Changed the log with {name}", name=name_of(self._connection, interaction.contact_id))
        with self._transactions.transaction(said):
            if not self._connection.update("interactions", interaction.id, _values(interaction)):
                raise WrongInput(tr("There is no entry {id} in the log.", id=interaction.id))
        return interaction.id

    def delete(self, interaction_id: int) -> None:
        """Remove an entry of the log. Raises WrongInput when it is not there."""
        with self._transactions.transaction(tr("Removed an entry of the log")):
            if not self._connection.delete("interactions", interaction_id):
                raise WrongInput(tr("There is no entry {id} in the log.", id=interaction_id))


def _values(interaction: Interaction) -> dict[str, Value]:
    return {
        "contact_id": interaction.contact_id,
        "happened_on": interaction.on.isoformat(),
        "channel": interaction.channel.value,
        "direction": interaction.direction.value,
        "text": interaction.text,
        "call_back": int(interaction.call_back),
    }


def _interaction(row: Row) -> Interaction:
    interaction_id, contact_id, happened_on, channel, direction, text, call_back = row
    on = date.fromisoformat(happened_on)
    return Interaction(contact_id, on, Channel(channel), Direction(direction), text, bool(call_back), interaction_id)
