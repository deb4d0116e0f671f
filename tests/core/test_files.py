"""Files are kept by their content, once and whole; a drop stands for the files that are in it."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from cardkeeper.errors import LibraryError, UnreadableFile
from cardkeeper.files import FileStore, gather, sha256_of, write_whole


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "store" / "files")


def test_a_file_is_kept_under_its_hash_with_its_suffix(store: FileStore, tmp_path: Path) -> None:
    original = tmp_path / "Card 1.JPG"
    original.write_bytes(b"picture")
    sha256 = store.keep(original)
    assert sha256 == hashlib.sha256(b"picture").hexdigest() == sha256_of(original)
    kept = store.path_of(sha256)
    assert kept == store.folder / sha256[:2] / f"{sha256}.jpg"
    assert kept.read_bytes() == original.read_bytes() == b"picture"
    assert list(store.kept()) == [(sha256, kept)]


def test_the_same_bytes_are_kept_once_whatever_they_are_called(store: FileStore, tmp_path: Path) -> None:
    (tmp_path / "a.jpeg").write_bytes(b"picture")
    hashes = {store.keep_bytes(b"picture", ".png"), store.keep(tmp_path / "a.jpeg"), store.keep_bytes(b"picture", "")}
    assert len(hashes) == len(list(store.kept())) == 1
    assert store.leftovers() == ()


def test_half_a_file_is_put_right_when_it_comes_again(store: FileStore) -> None:
    sha256 = store.keep_bytes(b"picture", ".png")
    path = store.path_of(sha256)
    assert path
    path.write_bytes(b"pict")
    store.keep_bytes(b"picture", ".jpg")
    assert path.read_bytes() == b"picture"
    path.write_bytes(b"PICTURE")
    store.keep_bytes(b"picture", ".jpg")
    assert path.read_bytes() == b"picture"


@pytest.mark.parametrize("suffix", ["", ".", ".with space", "./../../x", ".tar.gz", ".verylongsuffix", ".ex\0e"])
def test_a_suffix_is_never_a_path(store: FileStore, suffix: str) -> None:
    sha256 = store.keep_bytes(b"picture", suffix)
    assert store.path_of(sha256) == store.folder / sha256[:2] / sha256


@pytest.mark.parametrize("asked", ["", "f" * 64, "../../etc/passwd", "*", "F" * 64, "0" * 63])
def test_what_is_not_there_is_not_found(store: FileStore, asked: str) -> None:
    store.keep_bytes(b"picture", ".jpg")
    assert store.path_of(asked) is None


def test_a_file_that_is_gone_is_said_in_words(store: FileStore, tmp_path: Path) -> None:
    for ask in (store.keep, sha256_of):
        with pytest.raises(UnreadableFile, match="not there") as caught:
            ask(tmp_path / "gone.jpg")
        assert caught.value.remedy
    with pytest.raises(UnreadableFile):
        store.keep(tmp_path)
    assert not store.folder.exists() or store.leftovers() == ()


def test_a_store_that_can_not_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError) as caught:
        FileStore(tmp_path / "file" / "store").keep_bytes(b"picture", ".jpg")
    assert caught.value.remedy


def test_a_file_is_written_whole_over_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.json"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_a_drop_stands_for_its_files_and_all_pictures_in_its_folders(tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    for name in ("scan 10.jpg", "Scan 2.JPG", "sub/page.pdf", "sub/.hidden.jpg", ".git/x.jpg", "notes.txt", "x.HEIC"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"x")
    gathered = gather([letter, folder, folder / "x.HEIC", letter])
    assert gathered.files == (
        letter,
        folder / "Scan 2.JPG",
        folder / "scan 10.jpg",
        folder / "x.HEIC",
        folder / "sub" / "page.pdf",
    )
    assert gathered.problems == ()


def test_a_drop_says_what_stands_for_no_file(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    gathered = gather([tmp_path / "empty", tmp_path / "gone.jpg", Path("nul\0in the name")])
    assert gathered.files == ()
    assert [problem.path.name for problem in gathered.problems] == ["empty", "gone.jpg", "nul\0in the name"]
    assert all(problem.message and problem.remedy for problem in gathered.problems)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that this user has no right to read"
)
def test_a_folder_without_rights_is_said_in_words(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o000)
    try:
        gathered = gather([closed])
    finally:
        closed.chmod(0o700)
    assert gathered.files == ()
    assert "closed" in gathered.problems[0].message


def test_a_folder_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "card.jpg").write_bytes(b"x")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert gather([tmp_path]).files == (tmp_path / "card.jpg",)
