"""A damaged library without a good backup: whoever can still be read in it is saved, and it is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cardkeeper.cli.main import main
from cardkeeper.exchange.loading import load
from cardkeeper.files import sha256_of
from cardkeeper.library import Library, LibraryDamaged
from cardkeeper.library.places import DATABASE
from cardkeeper.model.people import Encounter, MetContext
from cardkeeper.outgoing import rescue
from tests.core.library.samples import clock, contact
from ui.main_window.rescue import no_backup_words, open_library, rescue_folder, rescued_error

MANY = 400
PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    with Library.open(folder, now=clock) as library, library.transaction("Filled"):
        for number in range(MANY):
            contact_id = library.people.save(contact(f"Person{number} Möller"))
            library.people.save_encounter(Encounter(contact_id, MetContext(place=f"Hall {number}")))
    return folder


def spoil(folder: Path, first: int, pages: int) -> None:
    """Write nonsense over some pages, as a dying disk does."""
    with (folder / DATABASE).open("r+b") as file:
        file.seek(first * PAGE)
        file.write(b"\xa5" * PAGE * pages)


def names_in(file: Path) -> list[str]:
    return [record.contact.name for record in load(file.name, file.read_bytes()).records]


def test_everyone_is_saved_where_only_something_else_is_damaged(folder: Path, tmp_path: Path) -> None:
    rescued = rescue(folder, tmp_path / "saved")
    assert (rescued.people, rescued.unreadable) == (MANY, 0)
    table, cards = rescued.files
    assert names_in(table) == names_in(cards) == [f"Person{number} Möller" for number in range(MANY)]
    assert "Hall 17" in table.read_text(encoding="utf-8-sig")


def test_many_are_saved_out_of_a_library_with_broken_pages(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / DATABASE).read_bytes()
    filled = [at for at in range(6, len(before) // PAGE) if b"Person" in before[at * PAGE : (at + 1) * PAGE]]
    saved = []
    for first in filled[:: len(filled) // 12]:
        spoil(folder, first, 1)
        damaged = sha256_of(folder / DATABASE)
        target = tmp_path / f"saved {first}"
        status = main(["--library", str(folder), "check", "--rescue", str(target)])
        if status != 3:
            saved.append(len(names_in(next(target.glob("*.vcf")))))
        assert sha256_of(folder / DATABASE) == damaged
        (folder / DATABASE).write_bytes(before)
    assert len(saved) > 5
    assert max(saved) == MANY
    assert min(saved) > MANY // 2
    assert "could not be read" in capsys.readouterr().err


def test_where_nothing_can_be_read_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    (folder / DATABASE).write_bytes(b"\xa5" * PAGE * 40)
    with pytest.raises(LibraryDamaged):
        rescue(folder, tmp_path / "saved")
    assert not (tmp_path / "saved").exists()


def test_no_file_is_written_over(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "saved"
    named = ["--library", str(folder), "check", "--rescue", str(target)]
    assert main(named) == 0
    before = {path: path.read_bytes() for path in target.iterdir()}
    assert main(named) == 2
    assert {path: path.read_bytes() for path in target.iterdir()} == before


def test_both_ways_say_what_can_be_done(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    assert qapp.platformName() == "offscreen"
    spoil(folder, 0, 1)
    assert main(["--library", str(folder), "people"]) == 3
    assert "check --rescue DIR" in capsys.readouterr().err
    with pytest.raises(LibraryDamaged) as caught:
        open_library(folder)
    assert "saved as a table and as vCards" in no_backup_words()
    whole = tmp_path / "whole"
    with Library.open(whole, now=clock) as library:
        library.people.save(contact("Ada King"))
    said = rescued_error(caught.value, rescue(whole, tmp_path / "saved"))
    assert "Wrote 1 person. They are in " in said.remedy
    assert not rescue_folder(clock()).exists()
