"""Cards come in by command, with real readers; whatever is said to be stored is stored, even when the power goes."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from cardkeeper import keys
from cardkeeper.demo.drawing import draw
from cardkeeper.demo.people import Crowd
from cardkeeper.library import Library

ROOT = Path(__file__).resolve().parents[2]


def command(library: Path, *words: str | Path) -> list[str]:
    return [sys.executable, "-m", "cardkeeper", "--library", str(library), *map(str, words)]


def cardkeeper(library: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(library, *words), cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def draw_cards(folder: Path, count: int) -> list[str]:
    """Draw cards into a folder; return the names on them."""
    folder.mkdir()
    chance = random.Random(5)
    crowd = Crowd(chance)
    names = []
    for number in range(count):
        person = crowd.somebody()
        names.append(person.name)
        (folder / f"card-{number:02}.jpg").write_bytes(draw(person, chance).jpeg)
    return names


def read_until_killed(library: Path, folder: Path, cards: int) -> list[int]:
    """Start adding, kill the program in the middle of it once so many cards were said to be stored; return those."""
    with subprocess.Popen(
        command(library, "add", "--reader", "tesseract", folder), cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline().split("\t")[0]) for _ in range(cards)]
        process.send_signal(signal.SIGKILL)
        told += [int(line.split("\t")[0]) for line in process.stdout if line.endswith("\n")]
    return told


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_program_killed_while_it_adds_loses_nothing_it_told_and_doubles_nothing(tmp_path: Path) -> None:
    library, folder = tmp_path / "library", tmp_path / "cards"
    draw_cards(folder, 20)
    told = set(read_until_killed(library, folder, 4))
    told |= set(read_until_killed(library, folder, 5))
    assert len(told) < 20
    with Library.open(library) as reopened:
        assert reopened.check(repair=True).ok
        assert told <= {card.id for card in reopened.cards.inbox()}

    again = cardkeeper(library, "add", "--reader", "tesseract", folder)
    assert again.returncode == 0, again.stderr
    with Library.open(library) as finished:
        inbox = finished.cards.inbox()
        assert told <= {card.id for card in inbox}
        assert Counter(card.scan.name for card in inbox) == Counter(
            {f"card-{number:02}.jpg": 1 for number in range(20)}
        )
        assert len(finished.cards.hashes()) == 20
        assert finished.check(repair=True).ok


def test_from_pictures_to_a_table_of_people(tmp_path: Path) -> None:
    library, folder = tmp_path / "library", tmp_path / "cards"
    names = draw_cards(folder, 3)
    (folder / "letter.jpg").write_text("no picture", encoding="utf-8")

    added = cardkeeper(
        library, "add", "--event", "Founders’ Breakfast", "--on", "2026-11-18", "--place", "Kornhaus",
        "--how", "talked in person", "--about", "pumps", "--reader", "tesseract", folder,
    )  # fmt: skip
    assert added.returncode == 1
    assert "letter.jpg" in added.stderr
    assert len(added.stdout.splitlines()) == 3

    inbox = [json.loads(line) for line in cardkeeper(library, "inbox", "--json").stdout.splitlines()]
    assert {card["file"] for card in inbox} == {"card-00.jpg", "card-01.jpg", "card-02.jpg"}
    assert {card["met"]["event"] for card in inbox} == {"Founders’ Breakfast"}

    accepted = cardkeeper(library, "accept", "--all")
    assert (accepted.returncode, len(accepted.stdout.splitlines())) == (0, 3)
    assert cardkeeper(library, "inbox").stdout == ""

    day = json.loads(cardkeeper(library, "today", "--on", "2027-01-11", "--json").stdout)
    items = [item for section in day["sections"] for item in section["items"]]
    assert len(items) == 3
    assert all(item["what"].startswith("Invite ") and "Founders’ Breakfast" in item["why"] for item in items)

    exported = cardkeeper(library, "export", "--as", "csv").stdout
    people = list(csv.DictReader(io.StringIO(exported.lstrip("\ufeff"), newline="")))
    assert {keys.fold(name) for name in names} == {keys.fold(person["Name"]) for person in people}
    assert {(person["Met at place"], person["Met how"], person["Talked about"]) for person in people} == {
        ("Kornhaus", "talked", "pumps")
    }

    undone = cardkeeper(library, "undo")
    assert undone.stdout == "Undone: Accepted 3 cards\n"
    assert len(cardkeeper(library, "inbox").stdout.splitlines()) == 3
    assert cardkeeper(library, "undo", "--redo").returncode == 0
    assert len(cardkeeper(library, "people").stdout.splitlines()) == 3
    assert cardkeeper(library, "check").returncode == 0

    again = cardkeeper(library, "add", "--reader", "tesseract", folder / "card-00.jpg")
    assert (again.returncode, again.stdout) == (0, "")
    assert "seen before" in again.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are always Unicode")
def test_a_file_whose_name_is_not_written_in_utf_8_stops_nothing(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    names = draw_cards(cards, 2)
    (cards / "card-00.jpg").rename(Path(os.fsdecode(os.fsencode(cards) + b"/caf\xe9.jpg")))
    library = tmp_path / "library"
    added = subprocess.run(command(library, "add", cards), cwd=ROOT, capture_output=True, check=False)
    assert added.returncode == 0, added.stderr
    waiting = cardkeeper(library, "inbox").stdout
    assert "caf?.jpg" in waiting
    assert all(name in waiting for name in names)
    told = cardkeeper(library, "scan", "--json", "--reader", "tesseract", cards)
    assert {Path(json.loads(line)["file"]).name for line in told.stdout.splitlines()} == {"caf?.jpg", "card-01.jpg"}
