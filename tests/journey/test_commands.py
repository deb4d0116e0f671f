"""Commands without a window: what they print, what they refuse, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cardkeeper import demo
from cardkeeper.cli.add import context_of
from cardkeeper.cli.main import build_parser, main
from cardkeeper.library import Library
from cardkeeper.model.people import NOTHING_SAID, How, MetContext

TODAY = "2026-11-19"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with people in it."""
    folder = tmp_path_factory.mktemp("library")
    assert main(["--library", str(folder), "demo", "--people", "30", "--seed", "3", "--on", TODAY]) == 0
    return folder


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """A library that a test may change."""
    clock = demo.Clock.on(date.fromisoformat(TODAY))
    with Library.open(tmp_path / "own", now=clock) as library:
        demo.fill(library, 12, 3, date.fromisoformat(TODAY), clock)
    return tmp_path / "own"


class Told:
    """What a command printed, and its exit status."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str | Path) -> None:
        capsys.readouterr()
        self.status = main([str(word) for word in words])
        self.out, self.err = capsys.readouterr()

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def test_the_day_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(capsys, "--library", folder, "today", "--on", TODAY)
    assert told.status == 0
    assert told.lines[0].startswith("Thursday 19 November · ")
    assert "People you just met" in told.lines
    assert "    Met yesterday at Founders’ Breakfast." in told.out


def test_the_day_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = json.loads(Told(capsys, "--library", folder, "today", "--on", TODAY, "--json").out)
    assert day["date"] == TODAY
    assert day["week"]["limit"] == 10
    assert day["week"]["waiting"] == len(day["waiting"])
    items = [item for section in day["sections"] for item in section["items"]]
    assert all(item["what"] and item["why"] and item["person"] for item in items)
    assert day["drawer"]["count"] == len(day["drawer"]["people"]) > 0


def test_a_day_on_which_nothing_is_due(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(tmp_path):
        pass
    told = Told(capsys, "--library", tmp_path, "today", "--on", TODAY)
    assert (told.status, told.err) == (0, "Nothing is planned.\n")


def test_people_are_found_by_anything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everyone = Told(capsys, "--library", folder, "people")
    assert (everyone.status, len(everyone.lines)) == (0, 30)
    one = json.loads(Told(capsys, "--library", folder, "people", "--json").lines[0])
    found = Told(capsys, "--library", folder, "people", "--json", "--find", one["name"].upper())
    assert one in [json.loads(line) for line in found.lines]
    nobody = Told(capsys, "--library", folder, "people", "--find", "zzzz")
    assert (nobody.status, nobody.out, nobody.err) == (0, "", "Nobody was found.\n")


def test_everyone_in_a_file(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "people.csv"
    told = Told(capsys, "--library", folder, "export", "--as", "csv", "-o", target)
    assert (told.status, told.out, told.err) == (0, "", "Wrote 30 people.\n")
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == 30
    assert all(row["Name"] and row["E-mail"] and row["Met on"] and row["Added on"] for row in rows)


def test_other_dialects_are_refused_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(capsys, "--library", folder, "export", "--as", "lotus")
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("There is no export as “lotus” in this version. Choose one of csv, google, outlook,")


def test_the_inbox_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(capsys, "--library", folder, "inbox")
    assert told.status == 0
    assert {line.split("\t")[2] for line in told.lines} >= {"Reads clearly", "Look: E-mail"}


def test_chosen_cards_are_accepted_and_wrong_ones_named(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inbox = [line.split("\t") for line in Told(capsys, "--library", own_folder, "inbox").lines]
    told = Told(capsys, "--library", own_folder, "accept", inbox[0][0], "999")
    assert told.status == 1
    assert told.lines[0].split("\t")[1] == inbox[0][1].split(",")[0]
    assert "999" in told.err
    assert len(Told(capsys, "--library", own_folder, "inbox").lines) == len(inbox) - 1
    undone = Told(capsys, "--library", own_folder, "undo")
    assert undone.status == 0
    assert len(Told(capsys, "--library", own_folder, "inbox").lines) == len(inbox)


def test_somebody_known_is_told_and_updated_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "library"
    main(["--library", str(folder), "demo", "--people", "40", "--on", TODAY])
    added = Told(capsys, "--library", folder, "accept", "--all")
    assert "you may know" in added.err
    assert len(Told(capsys, "--library", folder, "people").lines) == 49
    main(["--library", str(folder), "undo"])
    updated = Told(capsys, "--library", folder, "accept", "--all", "--update")
    assert "you may know" not in updated.err
    assert len(Told(capsys, "--library", folder, "people").lines) == 48


def test_an_empty_history_has_nothing_to_undo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(capsys, "--library", tmp_path / "new", "undo")
    assert (told.status, told.err) == (1, "There is nothing to undo.\n")
    again = Told(capsys, "--library", tmp_path / "new", "undo", "--redo")
    assert (again.status, again.err) == (1, "There is nothing to do again.\n")


def test_a_check_names_what_is_missing(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = Told(capsys, "--library", own_folder, "check")
    assert whole.status == 0
    with Library.open(own_folder, read_only=True) as library:
        picture = library.files.path_of(library.cards.inbox()[0].card.picture)
    assert picture is not None
    picture.unlink()
    broken = Told(capsys, "--library", own_folder, "check")
    assert broken.status == 1
    assert "missing" in broken.err


def test_reading_commands_make_no_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("inbox", "people", "today", "export", "check"):
        told = Told(capsys, "--library", tmp_path / "none", command)
        assert told.status == 3
        assert "There is no library" in told.err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "words", [["accept"], ["accept", "1", "--all"], ["today", "--on", "tomorrow"], ["add"], ["demo"], ["fly"], []]
)
def test_wrong_usage_says_so(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_impossible_people_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert Told(capsys, "--library", tmp_path, "demo", "--people", "0").status == 2


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ([], NOTHING_SAID),
        (["--event", "Fair", "--on", "2026-11-18"], MetContext("Fair", date(2026, 11, 18))),
        (["--how", "talked"], MetContext(how=How.TALKED)),
        (["--how", "Talked in person"], MetContext(how=How.TALKED)),
        (["--how", "exchanged cards"], MetContext(how=How.EXCHANGED)),
        (["--how", "at the bar", "--about", "pumps"], MetContext(how=How.OTHER, about="pumps; at the bar")),
        (["--through", "Clelia", "--place", "Lyon"], MetContext(place="Lyon", through="Clelia")),
    ],
)
def test_how_people_were_met_is_kept_as_said(words: list[str], context: MetContext) -> None:
    assert context_of(build_parser().parse_args(["add", *words, "card.jpg"])) == context


def test_a_backup_to_carry_away_and_back_again(
    own_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, elsewhere = tmp_path / "away.zip", tmp_path / "elsewhere"
    made = Told(capsys, "--library", own_folder, "backup", "-o", archive)
    assert (made.status, made.lines) == (0, [str(archive)])
    looked = Told(capsys, "--library", elsewhere, "restore", archive, "--dry-run")
    assert looked.status == 0
    assert "12 people" in looked.out
    assert Told(capsys, "--library", elsewhere, "restore", archive).status == 0
    assert Told(capsys, "--library", elsewhere, "people").out == Told(capsys, "--library", own_folder, "people").out
    assert Told(capsys, "--library", elsewhere, "check").status == 0


def test_a_restore_says_how_to_go_back(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path,) = Told(capsys, "--library", own_folder, "backup").lines
    before = Told(capsys, "--library", own_folder, "people").out
    assert Told(capsys, "--library", own_folder, "undo").status == 0
    restored = Told(capsys, "--library", own_folder, "restore", path)
    assert (restored.status, "Restoring that undoes this" in restored.err) == (0, True)
    assert Told(capsys, "--library", own_folder, "people").out == before
    listed = Told(capsys, "--library", own_folder, "backup", "--list").lines
    assert ["Before a backup was restored" in listed[0], "When you asked for it" in listed[1]] == [True, True]


def test_what_is_no_backup_is_not_restored(
    own_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "card.jpg").write_bytes(b"no backup")
    assert Told(capsys, "--library", own_folder, "restore", tmp_path / "card.jpg").status == 3
    assert Told(capsys, "--library", own_folder, "restore", tmp_path / "nothing").status == 3
    assert Told(capsys, "--library", tmp_path / "no library", "backup").status == 3


def test_who_is_there_twice_is_found_merged_and_separated(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = demo.Clock.on(date.fromisoformat(TODAY))
    with Library.open(own_folder, now=clock) as library:
        known = library.people.all()[0]
        twin = library.people.save(replace(known, id=0, name=known.name.upper()))
    found = Told(capsys, "--library", own_folder, "duplicates", "--json")
    (pair,) = (json.loads(line) for line in found.lines)
    assert (pair["first"]["id"], pair["second"]["id"], pair["certainty"]) == (known.id, twin, "sure")
    assert Told(capsys, "--library", own_folder, "duplicates", "--merge-sure").out == ""
    assert len(Told(capsys, "--library", own_folder, "people").lines) == 12
    assert "Before people were merged" in Told(capsys, "--library", own_folder, "backup", "--list").out
    back = Told(capsys, "--library", own_folder, "separate", str(known.id))
    assert back.lines == [f"{twin}\t{known.name.upper()}"]
    assert Told(capsys, "--library", own_folder, "merge", str(known.id), str(twin)).status == 0
    assert Told(capsys, "--library", own_folder, "undo").status == 0
    assert len(Told(capsys, "--library", own_folder, "people").lines) == 13
