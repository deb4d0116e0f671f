"""Words that were begun stay with the person whom they are about, and are no change that anyone would undo."""

from __future__ import annotations

from pathlib import Path

from cardkeeper.library import Library
from cardkeeper.model.people import Contact
from tests.core.library.samples import clock


def test_words_are_there_after_the_end_until_they_are_let_go(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=clock) as library:
        ada = library.people.save(Contact("Ada"))
        library.begun.keep("log", "She asked", ada)
        library.begun.keep("log", "She asked about", ada)
        library.begun.keep("who", "Max Half")
    with Library.open(tmp_path, now=clock) as library:
        assert library.begun.words("log", ada) == "She asked about"
        assert library.begun.words("log") == ""
        assert library.begun.words("who") == "Max Half"
        library.begun.keep("log", "", ada)
        assert library.begun.words("log", ada) == ""


def test_nobody_has_to_undo_what_was_only_begun(library: Library) -> None:
    ada = library.people.save(Contact("Ada"))
    said = library.history.can_undo
    heard: list[object] = []
    library.subscribe(heard.append)
    library.begun.keep("log", "She asked", ada)
    assert (library.history.can_undo, heard) == (said, [])


def test_words_go_with_their_person_and_come_back_with_them(library: Library) -> None:
    ada = library.people.save(Contact("Ada"))
    library.begun.keep("log", "She asked", ada)
    library.people.delete(ada)
    assert library.begun.words("log", ada) == ""
    library.begun.keep("log", "to somebody who is gone", ada)
    library.history.undo()
    assert library.begun.words("log", ada) == "She asked"


def test_a_merge_takes_the_words_along_and_loses_none(library: Library) -> None:
    ada, lovelace = library.people.save(Contact("Ada")), library.people.save(Contact("Ada L."))
    library.begun.keep("log", "She asked", lovelace)
    merge = library.merges.merge(ada, lovelace, library.people.get(ada))
    assert library.begun.words("log", ada) == "She asked"
    library.merges.separate(merge)
    assert library.begun.words("log", lovelace) == "She asked"
