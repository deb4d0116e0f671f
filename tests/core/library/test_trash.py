"""Who was removed can be brought back for thirty days, whatever was done since."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.people import Encounter, MetContext
from cardkeeper.model.relationships import Promise
from tests.core.library.samples import NOW, TODAY, accepted, clock, contact, drop, dump


def test_a_removed_person_is_in_the_trash_and_comes_back_with_everything(library: Library) -> None:
    (card,) = drop(library, "Norma R. Jones")
    norma = library.cards.accept(card, accepted())
    library.promises.save(Promise(norma, "the name of a builder", TODAY))
    before = dump(library)
    library.people.delete(norma)
    assert library.people.rows() == ()
    (removed,) = library.trash.all()
    assert (removed.name, removed.removed_at, removed.contact_id) == ("Norma R. Jones", NOW, norma)
    library.people.delete(library.people.save(contact("Somebody Else")))
    assert library.trash.restore(removed.id) == norma
    after = dump(library)
    assert {table: rows for table, rows in after.items() if rows != before[table]} == {}
    assert [who.name for who in library.trash.all()] == ["Somebody Else"]


def test_bringing_back_is_undone_too(library: Library) -> None:
    norma = library.people.save(contact())
    library.people.delete(norma)
    removed = dump(library)
    library.trash.restore(library.trash.all()[0].id)
    library.history.undo()
    assert dump(library) == removed
    assert len(library.trash.all()) == 1
    library.history.undo()
    assert library.people.get(norma).name == "Norma R. Jones"
    assert library.trash.all() == ()


def test_what_a_person_belonged_to_may_be_gone_when_they_come_back(library: Library) -> None:
    norma = library.people.save(contact())
    (card,) = drop(library, "Norma R. Jones")
    library.people.save_encounter(Encounter(norma, MetContext("Fair"), card_id=card))
    library.people.delete(norma)
    with library._connection.unit():
        library._connection.run("DELETE FROM cards")
    library.trash.restore(library.trash.all()[0].id)
    (met,) = library.people.encounters(norma)
    assert (met.context.event, met.card_id) == ("Fair", None)
    assert not any("belongs to something" in said for said in library.check().problems)


def test_the_trash_is_emptied_after_thirty_days(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=clock) as library:
        library.people.delete(library.people.save(contact()))
    with Library.open(tmp_path, now=lambda: NOW + timedelta(days=29)) as library:
        assert len(library.trash.all()) == 1
    with Library.open(tmp_path, now=lambda: NOW + timedelta(days=31)) as library:
        assert library.trash.all() == ()
        assert library.history.can_undo == "Removed Norma R. Jones"


def test_who_is_not_in_the_trash_can_not_be_brought_back(library: Library) -> None:
    with pytest.raises(WrongInput):
        library.trash.restore(4711)
