"""Who may meet a need, found by the search: few people are looked at, however many there are."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from cardkeeper.library.connection import Connection
from cardkeeper.library.contact_rows import ids_as_json
from cardkeeper.model.overview import NeedMatch, Texts, Where
from cardkeeper.model.relationships import Need
from cardkeeper.relationships import needs

_MOST_CANDIDATES: Final = 16
_LONGEST_STEM_ASKED: Final = 9
"""The search is asked for a beginning that also finds the short form of a word; the ranking decides."""

_FOUND: Final = (
    "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, 0, 4, 4, 0, 0, 1, 1, 1), rowid LIMIT ?"
)
_COUNT: Final = "SELECT count(*) FROM search WHERE search MATCH ?"

_TEXTS: Final = """
    SELECT contact_id, kind, text FROM details
        WHERE kind IN ('offer', 'door', 'tag', 'fact') AND contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, 'title', title FROM positions
        WHERE until IS NULL AND title <> '' AND contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, 'company', company FROM positions
        WHERE until IS NULL AND company <> '' AND contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT id, 'note', notes FROM contacts
        WHERE notes <> '' AND id IN (SELECT value FROM json_each(?1))"""


class Matches:
    """Finds who may meet a need. What was found is kept until people change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: dict[tuple[int, str], tuple[NeedMatch, ...]] = {}

    def forget(self) -> None:
        """People have changed: look anew."""
        self._found.clear()

    def of(self, need: Need) -> tuple[NeedMatch, ...]:
        """Who may meet a need, best first; never the one who has it."""
        key = (need.contact_id, need.text)
        if key not in self._found:
            self._found[key] = self._look(need)
        return self._found[key]

    def _look(self, need: Need) -> tuple[NeedMatch, ...]:
        words = needs.words_of(need.text)
        if not words:
            return ()
        asked = {word.text: _expression(word) for word in words}
        spread = {word: int(self._connection.value(_COUNT, (expression,))) for word, expression in asked.items()}
        known = [asked[word] for word, count in spread.items() if count]
        if not known:
            return ()
        rows = self._connection.rows(_FOUND, (" OR ".join(known), _MOST_CANDIDATES))
        ids = [contact_id for (contact_id,) in rows if contact_id != need.contact_id]
        everyone = int(self._connection.value("SELECT count(*) FROM contacts"))
        return needs.rank(need.text, self._texts(ids), spread, everyone)

    def _texts(self, ids: list[int]) -> list[Texts]:
        found: defaultdict[int, list[tuple[Where, str]]] = defaultdict(list)
        for contact_id, where, text in self._connection.rows(_TEXTS, (ids_as_json(ids),)):
            found[contact_id].append((Where(where), text))
        order = list(Where)
        return [
            Texts(contact_id, tuple(sorted(found[contact_id], key=lambda each: order.index(each[0]))))
            for contact_id in ids
        ]


def _expression(word: needs.Word) -> str:
    """Asks FTS5 for people with a word of this stem in their work or in what was written of them."""
    beginnings = dict.fromkeys(stem[:_LONGEST_STEM_ASKED] for stem in (*word.stems, word.text))
    short = [each for each in beginnings if not any(each != other and each.startswith(other) for other in beginnings)]
    terms = " OR ".join(f'"{each}" *' for each in short)
    return f"({{company title tags met words}} : ({terms}))"
