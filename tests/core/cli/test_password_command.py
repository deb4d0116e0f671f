"""Commands on a library with a password: where they take it from, and what they say where nobody gives it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cardkeeper.cli.main import main
from cardkeeper.library import PASSWORDS, Backups, Library, Reason, has_password, unlocked
from tests.core.library.samples import NOW, add_card
from tests.core.library.test_password import lies_open

pytestmark = pytest.mark.skipif(not PASSWORDS, reason="sqlcipher3 has no wheel for this machine")

ROOT = Path(__file__).resolve().parents[3]
SECRET = "four words that hold"


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CARDKEEPER_PASSWORD", "CARDKEEPER_NEW_PASSWORD", "CARDKEEPER_BACKUP_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        add_card(library, "Ada King")
        library.backups.make(Reason.ASKED, NOW)
    return folder


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with the password, as an editor writes it."""
    (tmp_path / "secret.txt").write_text(f"{SECRET}\n", encoding="utf-8")
    return tmp_path / "secret.txt"


def run(folder: Path, *words: str | Path) -> int:
    return main(["--library", str(folder), *map(str, words)])


@pytest.fixture
def sealed(folder: Path, secret: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(folder, "password", "set", "--new-password-file", secret) == 0
    told = capsys.readouterr()
    assert told.out == "The library has a password.\n"
    assert "If you forget it, nobody can open this library again, not even us." in told.err
    return folder


def test_without_its_password_a_library_can_not_be_used(sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["people"], ["accept", "--all"], ["backup"], ["check"], ["export"], ["restore", "x.zip"]):
        assert run(sealed, *words) == 3
        told = capsys.readouterr()
        assert "has a password" in told.err
        assert "--password-file" in told.err
        assert "CARDKEEPER_PASSWORD" in told.err
        assert "restore " not in told.err.replace("restore x.zip", "")
        assert told.out == ""


def test_a_wrong_password_is_said_to_be_wrong_and_never_a_damaged_library(
    sealed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARDKEEPER_PASSWORD", "guessed")
    assert run(sealed, "people") == 3
    told = capsys.readouterr().err
    assert told.startswith("That is not the password.")
    assert "damaged" not in told


def test_the_password_comes_from_a_file_or_the_surroundings(
    sealed: Path, secret: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", str(sealed), "--password-file", str(secret), "people"]) == 0
    assert "Ada King" in capsys.readouterr().out
    monkeypatch.setenv("CARDKEEPER_PASSWORD", SECRET)
    assert run(sealed, "people", "--find", "ada") == 0
    assert "Ada King" in capsys.readouterr().out
    assert "CARDKEEPER_PASSWORD" not in os.environ, "what is started from here need not know it"


def test_a_password_file_that_is_not_there_is_said_so(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", str(sealed), "--password-file", str(tmp_path / "none"), "people"]) == 3
    assert "can’t be read" in capsys.readouterr().err


def test_a_password_is_changed_and_taken_away(
    sealed: Path, secret: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARDKEEPER_PASSWORD", SECRET)
    monkeypatch.setenv("CARDKEEPER_NEW_PASSWORD", "another one, longer")
    assert run(sealed, "password", "change") == 0
    assert unlocked(sealed, "another one, longer")
    monkeypatch.setenv("CARDKEEPER_PASSWORD", SECRET)
    assert run(sealed, "password", "remove") == 3
    monkeypatch.setenv("CARDKEEPER_PASSWORD", "another one, longer")
    assert run(sealed, "password", "remove") == 0
    assert not has_password(sealed)
    assert run(sealed, "password") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "The library has no password."
    assert run(sealed, "people") == 0


@pytest.mark.parametrize("do", ["change", "remove", "seal-backups"])
def test_what_is_not_there_is_neither_changed_nor_taken_away(
    folder: Path, do: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "password", do) == 2
    assert "The library has no password." in capsys.readouterr().err


def test_a_second_password_is_refused_and_so_is_an_empty_one(
    sealed: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(sealed, "password", "set") == 2
    (tmp_path / "empty").write_text("\n")
    plain = tmp_path / "plain"
    Library.open(plain).close()
    assert run(plain, "password", "set", "--new-password-file", tmp_path / "empty") == 2
    assert not has_password(plain)


def test_earlier_backups_are_left_on_request_and_sealed_later(
    folder: Path, secret: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "password", "set", "--new-password-file", secret, "--leave-backups") == 0
    assert "1 earlier backup has no password" in capsys.readouterr().err
    assert list(lies_open(folder))
    monkeypatch.setenv("CARDKEEPER_PASSWORD", SECRET)
    assert run(folder, "password", "seal-backups") == 0
    assert list(lies_open(folder)) == []


def test_backups_are_made_checked_and_restored_with_the_password(
    sealed: Path, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_password = ["--library", str(sealed), "--password-file", str(secret)]
    assert main([*with_password, "backup", "-o", str(tmp_path / "carried.zip")]) == 0
    assert main([*with_password, "check"]) == 0
    assert main([*with_password, "restore", str(Backups(sealed).all()[0].path)]) == 0
    new = tmp_path / "new"
    assert run(new, "restore", tmp_path / "carried.zip") == 3
    assert "CARDKEEPER_BACKUP_PASSWORD" in capsys.readouterr().err
    assert run(new, "restore", tmp_path / "carried.zip", "--backup-password-file", secret) == 0
    assert unlocked(new, SECRET)


def test_an_archive_is_open_whoever_made_it(sealed: Path, secret: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    words = ["--library", str(sealed), "--password-file", str(secret), "export", "--as", "archive", "-o", str(target)]
    assert main(words) == 0
    new = tmp_path / "new"
    assert run(new, "import", target) == 0
    with Library.open(new) as library:
        (card,) = library.cards.of_contact(library.people.find("ada")[0])
        assert library.files.read(card.card.picture) == b"card of Ada King"


def test_nobody_is_asked_where_nobody_sits(sealed: Path) -> None:
    """A script that forgot the password ends at once, and does not wait for an answer."""
    command = [sys.executable, "-P", "-m", "cardkeeper", "--library", str(sealed), "people"]
    ended = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 3
    assert "has a password" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1, "and no word of SQLCipher's own"
