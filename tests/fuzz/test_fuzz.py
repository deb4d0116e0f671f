"""The search for crashes itself: a few spoiled files each time, and that it sees what it looks for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from cardkeeper.library import Library, LibraryDamaged
from cardkeeper.library.places import DATABASE
from tests.core.library.samples import clock
from tests.fuzz.__main__ import Child, main
from tests.fuzz.mutating import mutated
from tests.fuzz.samples import VCARD

FORMAT_OF_SCHEMA = 47
"""The last byte of its number in the header of a SQLite file, sqlite.org/fileformat.html section 1.3."""


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Child]:
    child = Child(tmp_path)
    yield child
    child.close()


def test_spoiled_files_find_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", "25", "--seed", "7", "--keep", str(tmp_path / "found")]) == 0
    assert "5 of picture, 5 of vcard" in capsys.readouterr().out
    assert not (tmp_path / "found").exists()


def test_the_same_seed_spoils_a_file_in_the_same_way() -> None:
    first, again, other = (mutated(b"BEGIN:VCARD" * 9, random.Random(seed), b"") for seed in (3, 3, 4))
    assert first == again != other


def test_a_hang_and_an_end_are_seen_and_the_next_file_is_tried(child: Child, tmp_path: Path) -> None:
    card = tmp_path / "card.vcf"
    card.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada King\r\nEND:VCARD\r\n")
    assert child.look(VCARD, card, seconds=0) == "no answer within 0 s"
    assert "KeyError" in child.look("no such kind", card)
    assert child.look(VCARD, card, seconds=60) == ""


def test_a_library_whose_tables_have_no_readable_names_is_damaged(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=clock):
        pass
    data = (tmp_path / DATABASE).read_bytes()
    (tmp_path / DATABASE).write_bytes(data.replace(b"CREATE TABLE contacts", b"CREATE \xe0ABLE contacts", 1))
    with pytest.raises(LibraryDamaged):
        Library.open(tmp_path, now=clock)


def test_a_library_of_an_unknown_form_is_damaged(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=clock):
        pass
    data = bytearray((tmp_path / DATABASE).read_bytes())
    data[FORMAT_OF_SCHEMA] = 0xE9
    (tmp_path / DATABASE).write_bytes(data)
    with pytest.raises(LibraryDamaged):
        Library.open(tmp_path, now=clock)
