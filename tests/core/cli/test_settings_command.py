"""`settings` shows and sets what the window's settings do, and the page of documentation says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardkeeper import settings
from cardkeeper.cli.main import main
from cardkeeper.cli.settings import page
from cardkeeper.library import Library

ROOT = Path(__file__).resolve().parents[3]


def test_all_of_them_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(tmp_path), "settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" = ")[0] for line in lines] == [line.name for line in settings.table()]
    assert "working_days = 1,2,3,4,5" in lines


def test_one_is_set_and_shown_with_what_it_may_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(tmp_path), "settings", "working_days", "1,2"]) == 0
    assert settings.load(tmp_path).settings.working_days == (1, 2)
    assert main(["--library", str(tmp_path), "settings", "working_days"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == ["working_days = 1,2", "working_days = 1,2"]
    assert "Monday is 1" in told.err


@pytest.mark.parametrize("words", [["weekly_limit", "0"], ["next_step", "none"], ["colour", "blue"], ["colour"]])
def test_what_can_not_be_set_is_refused(tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(tmp_path), "settings", *words]) == 2
    assert words[0] in capsys.readouterr().err
    assert settings.load(tmp_path).settings == settings.Settings()


def test_nothing_is_set_behind_the_back_of_a_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(tmp_path):
        assert main(["--library", str(tmp_path), "settings", "theme", "dark"]) == 3
        assert main(["--library", str(tmp_path), "settings", "theme"]) == 0
    assert "already open" in capsys.readouterr().err


def test_the_page_of_documentation_is_in_step() -> None:
    """After a change: `python3 run.py settings --page > docs/settings.md`."""
    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == "\n".join(page()) + "\n"
