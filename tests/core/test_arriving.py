"""A watched folder: what is whole and new is taken once, what still grows is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardkeeper.arriving import Arrivals, Stamp, load_taken, look_into, save_taken
from cardkeeper.errors import UnreadableFile

OLD, SMALL, LARGE = Stamp(10, 1), Stamp(10, 5), Stamp(20, 6)


def test_what_lay_there_when_the_folder_was_chosen_is_not_taken() -> None:
    arrivals = Arrivals()
    assert arrivals.look({"old.jpg": OLD}) == ()
    assert arrivals.look({"old.jpg": OLD}) == ()
    assert not arrivals.waiting


def test_a_file_that_still_grows_is_left_alone_until_it_is_whole() -> None:
    arrivals = Arrivals({})
    assert arrivals.look({"new.jpg": SMALL}) == ()
    may_grow = arrivals.waiting
    assert may_grow
    assert arrivals.look({"new.jpg": LARGE}) == ()
    assert arrivals.look({"new.jpg": LARGE}) == ("new.jpg",)
    assert arrivals.look({"new.jpg": LARGE}) == ()
    may_grow = arrivals.waiting
    assert not may_grow


def test_an_empty_file_is_not_whole() -> None:
    arrivals = Arrivals({})
    for _ in range(3):
        assert arrivals.look({"new.jpg": Stamp(0, 1)}) == ()


def test_a_file_that_was_changed_or_has_come_again_is_new() -> None:
    arrivals = Arrivals({"scan.pdf": SMALL})
    assert arrivals.look({"scan.pdf": LARGE}) == ()
    assert arrivals.look({"scan.pdf": LARGE}) == ("scan.pdf",)
    assert arrivals.look({}) == ()
    assert arrivals.look({"scan.pdf": LARGE}) == ()
    assert arrivals.look({"scan.pdf": LARGE}) == ("scan.pdf",)


def test_only_pictures_and_pdfs_count(tmp_path: Path) -> None:
    for name in ("card.JPG", "scan.pdf", ".hidden.jpg", "letter.docx", "IMG_1.jpg.part"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere")
    assert set(look_into(tmp_path)) == {"card.JPG", "scan.pdf"}


def test_a_folder_that_is_gone_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        look_into(tmp_path / "gone")
    assert "settings" in caught.value.remedy


def test_what_was_taken_is_known_after_a_restart(tmp_path: Path) -> None:
    watched = tmp_path / "watched"
    assert load_taken(tmp_path, watched) is None
    save_taken(tmp_path, watched, {"a.jpg": SMALL})
    assert load_taken(tmp_path, watched) == {"a.jpg": SMALL}
    assert load_taken(tmp_path, tmp_path / "another") is None
    (tmp_path / "watched.json").write_bytes(b"{")
    assert load_taken(tmp_path, watched) is None
