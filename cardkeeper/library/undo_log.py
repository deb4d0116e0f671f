"""What every change leaves behind so that it can be undone: SQLite itself writes the inverse of each statement.

The technique is SQLite's own (sqlite.org/undoredo.html): triggers add one statement for each row that changes. Running
them backwards fires the same triggers, which so write down how to do it again. The triggers live in the connection
(TEMP), so they always fit the tables as they are; the statements live in the database and outlast a restart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from string import Template
from types import MappingProxyType
from typing import Final

from cardkeeper.library.changes import Kind
from cardkeeper.library.connection import Connection, Row

STEPS_KEPT: Final = 500
ENTRIES_KEPT: Final = 250_000
"""Rows that the kept steps would change, some 100 bytes each; the newest step is kept however much it changed."""

NOUNS: Final[Mapping[str, frozenset[Kind]]] = MappingProxyType(
    {
        "batches": frozenset({Kind.BATCHES}),
        "scans": frozenset({Kind.BATCHES}),
        "cards": frozenset({Kind.CARDS}),
        "contacts": frozenset({Kind.CONTACTS}),
        "positions": frozenset({Kind.CONTACTS}),
        "phones": frozenset({Kind.CONTACTS}),
        "details": frozenset({Kind.CONTACTS}),
        "events": frozenset({Kind.EVENTS}),
        "encounters": frozenset({Kind.CONTACTS, Kind.EVENTS}),
        "follow_ups": frozenset({Kind.FOLLOW_UPS}),
        "interactions": frozenset({Kind.INTERACTIONS}),
        "promises": frozenset({Kind.PROMISES}),
        "needs": frozenset({Kind.NEEDS}),
        "leads": frozenset({Kind.REFERRALS}),
        "referrals": frozenset({Kind.REFERRALS}),
        "introductions": frozenset({Kind.INTRODUCTIONS}),
        "favours": frozenset({Kind.FAVOURS}),
        "thanks": frozenset({Kind.THANKS}),
        "put_offs": frozenset({Kind.PUT_OFFS}),
        "trash": frozenset({Kind.TRASH}),
        "merges": frozenset({Kind.DUPLICATES}),
        "apart": frozenset({Kind.DUPLICATES}),
        "searches": frozenset({Kind.SEARCHES}),
        "templates": frozenset({Kind.LETTERS}),
        "unsent_letters": frozenset({Kind.LETTERS}),
        "begun": frozenset(),
    }
)
"""The tables that hold what a person knows, and what is told to have changed when one of their rows does."""

_TRIGGERS: Final = (
    Template("""
        CREATE TEMP TRIGGER ${table}_added AFTER INSERT ON main.$table BEGIN
            INSERT INTO undo_entries (step_id, noun, row_id, statement)
            SELECT step_id, '$table', new.id, 'DELETE FROM $table WHERE id = ' || new.id FROM undo_now;
        END"""),
    Template("""
        CREATE TEMP TRIGGER ${table}_changed AFTER UPDATE ON main.$table WHEN $differs BEGIN
            INSERT INTO undo_entries (step_id, noun, row_id, statement)
            SELECT step_id, '$table', old.id,
                'UPDATE $table SET id = ' || old.id || $assignments || ' WHERE id = ' || new.id FROM undo_now;
        END"""),
    Template("""
        CREATE TEMP TRIGGER ${table}_removed BEFORE DELETE ON main.$table BEGIN
            INSERT INTO undo_entries (step_id, noun, row_id, statement)
            SELECT step_id, '$table', old.id,
                'INSERT INTO $table (id, $columns) VALUES (' || old.id || ', ' || $quoted || ')' FROM undo_now;
        END"""),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One undo step: what was done, in the person's words."""

    id: int
    said: str


class UndoLog:
    """Writes undo steps while units are open. One step at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._named: dict[str, int] = {}
        self._mark = 0

    def install(self) -> None:
        """Set up the triggers for this connection; needs an open unit."""
        self._connection.run("CREATE TEMP TABLE undo_now (step_id INTEGER NOT NULL)")
        for table in NOUNS:
            for statement in _triggers(table, self._columns(table)):
                self._connection.run(statement)

    def begin(self, said: str, now: datetime) -> int:
        """Begin a step; return its id."""
        step_id = self._connection.insert("undo_steps", {"said": said, "done_at": now.isoformat(timespec="seconds")})
        self.resume(step_id)
        return step_id

    def resume(self, step_id: int) -> None:
        """Let what follows be written to a step that exists."""
        self._mark = self._connection.value("SELECT coalesce(max(id), 0) FROM undo_entries")
        self._connection.run("DELETE FROM undo_now")
        self._connection.insert("undo_now", {"step_id": step_id})

    def pause(self) -> None:
        """Let what follows be written nowhere, until another step begins."""
        self._connection.run("DELETE FROM undo_now")

    def end(self, step_id: int, name: str = "") -> tuple[int, frozenset[Kind]]:
        """End a step; return the id of the step that it became a part of, and the kinds of thing that it changed.

        A step that changed nothing leaves no trace. With a name it joins the newest step of that name of this session,
        unless a step in between touched the same rows: those could not be undone in turn any more.
        """
        kinds = self._changed(step_id)
        if not kinds:
            self._connection.delete("undo_steps", step_id)
            return step_id, kinds
        self._connection.run("DELETE FROM undo_steps WHERE undone = 1")
        self._connection.update("undo_steps", step_id, {"entries": self._written(step_id)})
        earlier = self._named.get(name) if name else None
        if earlier is not None and self._can_join(step_id, earlier):
            self._join(step_id, earlier)
            step_id = earlier
        self._forget_the_oldest()
        return step_id, kinds

    def name(self, step_id: int, name: str) -> None:
        """Remember, after the unit was stored, that later changes may join this step."""
        self._named[name] = step_id

    def newest(self, *, undone: bool) -> Step | None:
        """The step that would be undone next, or with `undone` the one that would be done again next."""
        row = self._connection.row(
            "SELECT id, said FROM undo_steps WHERE undone = 1 ORDER BY id LIMIT 1"
            if undone
            else "SELECT id, said FROM undo_steps WHERE undone = 0 ORDER BY id DESC LIMIT 1"
        )
        return Step(*row) if row else None

    def steps(self) -> list[Row]:
        """Every step as id, words, time and whether it is undone, newest first."""
        return self._connection.rows("SELECT id, said, done_at, undone FROM undo_steps ORDER BY id DESC")

    def turn(self, step_id: int, *, undone: bool) -> frozenset[Kind]:
        """Run a step's statements backwards, which leaves the statements that turn it again; return what changed."""
        statements = self._connection.rows(
            "SELECT statement FROM undo_entries WHERE step_id = ? ORDER BY id DESC", (step_id,)
        )
        self._connection.run("DELETE FROM undo_entries WHERE step_id = ?", (step_id,))
        self.resume(step_id)
        # A person's rows may come back before the person: what belongs together is only asked at the end.
        self._connection.run("PRAGMA defer_foreign_keys = ON")
        for (statement,) in statements:
            self._connection.run(statement)
        self._connection.update("undo_steps", step_id, {"undone": int(undone)})
        return self._changed(step_id)

    def _changed(self, step_id: int) -> frozenset[Kind]:
        nouns = self._connection.rows(
            "SELECT DISTINCT noun FROM undo_entries WHERE step_id = ? AND id > ?", (step_id, self._mark)
        )
        return frozenset(kind for (noun,) in nouns for kind in NOUNS[noun])

    def _written(self, step_id: int) -> int:
        count: int = self._connection.value(
            "SELECT count(*) FROM undo_entries WHERE step_id = ? AND id > ?", (step_id, self._mark)
        )
        return count

    def _can_join(self, step_id: int, earlier: int) -> bool:
        if not self._connection.value("SELECT count(*) FROM undo_steps WHERE id = ? AND undone = 0", (earlier,)):
            return False
        touched = self._connection.value(
            "SELECT count(*) FROM undo_entries mine JOIN undo_entries other USING (noun, row_id)"
            " WHERE mine.step_id = ? AND other.step_id > ? AND other.step_id < ?",
            (step_id, earlier, step_id),
        )
        return not touched

    def _join(self, step_id: int, earlier: int) -> None:
        self._connection.run("UPDATE undo_entries SET step_id = ? WHERE step_id = ?", (earlier, step_id))
        self._connection.run(
            "UPDATE undo_steps SET said = new.said, entries = undo_steps.entries + new.entries"
            " FROM undo_steps AS new WHERE undo_steps.id = ? AND new.id = ?",
            (earlier, step_id),
        )
        self._connection.delete("undo_steps", step_id)

    def _forget_the_oldest(self) -> None:
        self._connection.run(
            "DELETE FROM undo_steps WHERE id <= (SELECT id FROM undo_steps ORDER BY id DESC LIMIT 1 OFFSET ?)",
            (STEPS_KEPT,),
        )
        self._connection.run(
            "DELETE FROM undo_steps WHERE id < (SELECT max(id) FROM undo_steps) AND id <= (SELECT max(id) FROM"
            " (SELECT id, sum(entries) OVER (ORDER BY id DESC) AS so_far FROM undo_steps) WHERE so_far > ?)",
            (ENTRIES_KEPT,),
        )

    def _columns(self, table: str) -> tuple[str, ...]:
        names = self._connection.rows("SELECT name FROM pragma_table_info(?)", (table,))
        return tuple(name for (name,) in names if name != "id")


def _triggers(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    values = {
        "table": table,
        "columns": ", ".join(columns),
        "quoted": " || ', ' || ".join(f"quote(old.{column})" for column in columns),
        "differs": " OR ".join(f"old.{column} IS NOT new.{column}" for column in columns),
        "assignments": " || ".join(
            f"CASE WHEN old.{column} IS new.{column} THEN '' ELSE ', {column} = ' || quote(old.{column}) END"
            for column in columns
        ),
    }
    return tuple(template.substitute(values) for template in _TRIGGERS)
