"""People come in from other programs, by a command: looked at first, taken once, undone in one step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cardkeeper.cli.main import main
from tests.core.exchange.tables import GOOGLE, LINKEDIN
from tests.core.exchange.vcards import APPLE, BARE, OUTLOOK, many


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "contacts.csv").write_text(GOOGLE, encoding="utf-8")
    (folder / "phone.vcf").write_bytes(many([APPLE, OUTLOOK, BARE]))
    (folder / "readme.txt").write_text("not for us", encoding="utf-8")
    return folder


class Told:
    """What a command printed, and its exit status."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str | Path) -> None:
        capsys.readouterr()
        self.status = main([str(word) for word in words])
        self.out, self.err = capsys.readouterr()


def test_look_import_again_and_undo(files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "library"
    dry = Told(capsys, "--library", library, "import", "--dry-run", files)
    assert (dry.status, library.exists()) == (0, False)
    assert dry.err == "Would import: 6 new people, 0 add to people known, 0 known already, 0 problems.\n"
    done = Told(capsys, "--library", library, "import", files)
    assert (done.status, done.out) == (0, dry.out)
    assert "new\tDr. Clelia Maria Delle\tcontacts.csv:2\t\n" in done.out
    assert len(Told(capsys, "--library", library, "people").out.splitlines()) == 6
    again = Told(capsys, "--library", library, "import", files)
    assert again.err == "Imported: 0 new people, 0 add to people known, 6 known already, 0 problems.\n"
    assert Told(capsys, "--library", library, "undo").out == "Undone: Imported 6 people\n"
    assert Told(capsys, "--library", library, "people").err == "There is nobody yet.\n"


def test_the_report_for_programs_names_what_failed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "Connections.csv").write_text(LINKEDIN, encoding="utf-8")
    (tmp_path / "empty.csv").write_bytes(b"")
    told = Told(capsys, "--library", tmp_path / "library", "import", "--json", tmp_path)
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert told.status == 1
    assert lines[0] == {
        "file": str(tmp_path / "empty.csv"),
        "error": "empty.csv is empty.",
        "remedy": "Export the contacts again.",
    }
    assert lines[1] | {"why": ""} == {
        "file": "Connections.csv",
        "line": 7,
        "outcome": "problem",
        "name": "",
        "why": "",
        "person": None,
        "warnings": [],
    }
    assert [line["outcome"] for line in lines[2:]] == ["new", "new"]


def test_a_wrong_dialect_is_told(files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(capsys, "--library", tmp_path / "library", "import", "--as", "lotus", files / "contacts.csv")
    assert (told.status, (tmp_path / "library").exists()) == (2, False)
    assert "There is no dialect “lotus”." in told.err
