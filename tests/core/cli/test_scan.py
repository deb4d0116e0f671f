"""`scan` as scripts use it: lines of JSON, failures named, exit statuses; and as people read it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cardkeeper.cli.main import main
from cardkeeper.cli.terminal import DONE, SOME_FAILED, WRONG_USAGE
from tests.helpers_reading import save_card

ROOT = Path(__file__).resolve().parents[3]
FIELDS = [
    "file", "page", "card", "quad", "name", "title", "company", "department", "emails", "phones", "websites", "address",
    "other", "confidence", "needs_review", "readers", "seconds",
]  # fmt: skip


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    return save_card(tmp_path / "anna.png")


def test_each_card_is_one_line_of_json_with_every_field(anna: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--json", str(anna)]) == DONE
    captured = capsys.readouterr()
    card = json.loads(captured.out)
    assert list(card) == FIELDS
    assert card["file"] == str(anna)
    assert (card["page"], card["card"], len(card["quad"])) == (1, 1, 4)
    assert card["name"] == "Anna Bergmann"
    assert card["emails"] == ["anna.bergmann@nordlicht.example"]
    (phone,) = card["phones"]
    assert list(phone) == ["number", "type", "e164"]
    assert (phone["number"], phone["e164"]) == ("+49 30 1234 5678", "+493012345678")
    assert 0 < card["confidence"]["name"] <= 1
    assert "neural" in card["readers"]
    assert captured.err == ""


def test_a_file_that_can_not_be_read_is_named_and_the_rest_goes_on(
    anna: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.jpg").write_text("not a picture")
    (tmp_path / "empty.png").touch()
    assert main(["scan", "--json", str(tmp_path), str(tmp_path / "gone.jpg")]) == SOME_FAILED
    captured = capsys.readouterr()
    lines = [json.loads(line) for line in captured.out.splitlines()]
    failed = {Path(line["file"]).name: line for line in lines if "error" in line}
    assert set(failed) == {"notes.jpg", "empty.png", "gone.jpg"}
    assert all(list(line) == ["file", "error", "remedy"] and line["remedy"] for line in failed.values())
    assert [line["file"] for line in lines if "error" not in line] == [str(anna)]
    assert all(name in captured.err for name in failed)


def test_people_read_fields_in_words(anna: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(anna)]) == DONE
    printed = capsys.readouterr().out
    assert "anna.png" in printed
    assert "anna.bergmann@nordlicht.example" in printed
    assert "+49 30 1234 5678" in printed


def test_explain_shows_words_fields_and_reasons(anna: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--explain", "--reader", "neural", str(anna)]) == DONE
    words, fields = capsys.readouterr().out.split("  fields\n")
    assert "'Head of Sales'" in words
    assert "name: 'Anna Bergmann'" in fields
    assert "because" in fields


@pytest.mark.parametrize(
    "arguments", [["scan"], ["scan", "--reader", "eyes", "a.jpg"], ["scan", "--nonsense", "a.jpg"], []]
)
def test_wrong_usage_has_its_own_status(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == WRONG_USAGE
    assert "usage" in capsys.readouterr().err


def test_a_reader_of_the_output_may_stop_early(anna: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "cardkeeper", "scan", "--json", str(anna)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == SOME_FAILED
    program.stderr.close()
