"""Relationships without a window: logging, promising, needing, referring, introducing and thanking from a script."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cardkeeper.cli.libraries import local_today
from cardkeeper.cli.main import main
from cardkeeper.library import Library
from cardkeeper.model.people import Channel, Contact, Direction, FollowUpKind, Phone
from cardkeeper.model.relationships import IntroductionStage, NeedState, PromiseState

Run = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library.open(tmp_path) as library:
        for name in ("Suzanne Koch", "Henry Ford", "Rebekah Valencia", "Bobby Perry"):
            offers = ("structural engineering",) if name.startswith("Reb") else ()
            library.people.save(Contact(name, phones=(Phone("+44 20 7640 9515"),), offers=offers))
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that succeeds, or ends with `status`; gives what it printed."""

    def call(*words: str, status: int = 0) -> str:
        capsys.readouterr()
        found = main(["--library", str(folder), *words])
        said = capsys.readouterr()
        assert found == status, said.err
        return said.out if status == 0 else said.err

    return call


def items(run: Run) -> list[dict[str, Any]]:
    day = json.loads(run("today", "--json"))
    return [item for section in day["sections"] for item in section["items"]]


def test_one_thing_is_logged_with_many_and_they_called_counts(run: Run, folder: Path) -> None:
    assert run("log", "suzanne", "bobby perry", "--how", "meeting", "--text", "Lunch of the chamber").count("\n") == 2
    run("log", "henry", "--call-back", "--text", "left a message")
    assert [(item["matter"], item["what"]) for item in items(run)] == [("call back", "Call Henry Ford back")]
    with Library.open(folder, read_only=True) as library:
        henry = library.people.find("henry")[0]
        assert library.log.of(henry)[0].direction is Direction.THEIRS
        assert library.log.of(library.people.find("suzanne")[0])[0].channel is Channel.MEETING
    run("log", "henry", "--text", "called him back")
    assert items(run) == []
    run("undo")
    assert len(items(run)) == 1


def test_a_promise_comes_up_until_it_is_kept(run: Run, folder: Path) -> None:
    yesterday = (local_today() - timedelta(days=1)).isoformat()
    run("promise", "suzanne", "Send her the plan", "--by", yesterday)
    (item,) = items(run)
    assert (item["matter"], item["what"], item["overdue_days"]) == (
        "promise due",
        "For Suzanne Koch: Send her the plan",
        1,
    )
    assert json.loads(run("promise", "--json"))["name"] == "Suzanne Koch"
    assert "without a reason" in run("promise", "--drop", "1", status=2)
    run("promise", "--kept", "1")
    assert items(run) == []
    with Library.open(folder, read_only=True) as library:
        assert library.promises.get(1).state is PromiseState.KEPT


def test_a_need_is_matched_and_answered_by_an_introduction(run: Run, folder: Path) -> None:
    assert "Rebekah Valencia offers: structural engineering." in run("need", "suzanne", "a structural engineer")
    (item,) = items(run)
    assert (item["matter"], item["what"]) == ("need matched", "Suzanne Koch needs a structural engineer")
    assert item["matches"][0]["where"] == "offer"
    run("introduce", "suzanne", "rebekah", "--why", "An old roof", "--need", "1")
    assert "once both have agreed" in run("introduce", "--id", "1", "--sent", status=2)
    run("introduce", "--id", "1", "--asked", "rebekah")
    run("introduce", "--id", "1", "--agrees", "rebekah")
    assert [item["what"] for item in items(run)] == ["Ask Suzanne Koch about meeting Rebekah Valencia"]
    run("introduce", "--id", "1", "--agrees", "suzanne", "--sent")
    run("introduce", "--id", "1", "--talked")
    with Library.open(folder, read_only=True) as library:
        assert library.introductions.get(1).stage is IntroductionStage.MET
        assert library.needs.get(1).state is NeedState.CLOSED
        assert [favour.text for favour in library.favours.all()] == ["Suzanne Koch", "Rebekah Valencia"]


def test_a_referral_received_is_cold_until_confirmed_then_thanked_for_twice(run: Run, folder: Path) -> None:
    assert "cold" in run("refer", "henry", "--from", "suzanne", "--about", "pumps")
    assert [item["what"] for item in items(run)] == [
        "Ask Suzanne Koch before you call Henry Ford",
        "Thank Suzanne Koch",
    ]
    run("refer", "--id", "1", "--agrees")
    with Library.open(folder, read_only=True) as library:
        (call,) = library.follow_ups.of(library.people.find("henry")[0])
        assert call.kind is FollowUpKind.CALL
    run("thank", "1")
    run("refer", "bobby perry", "--from", "henry", "--after", "1")
    run("refer", "--id", "1", "--succeeded", "became a client")
    assert "Suzanne Koch\tFor referring Henry Ford" in run("thank")
    assert "Tell Suzanne Koch what came of Henry Ford" in [item["what"] for item in items(run)]
    tree = run("refer", "--tree", "suzanne").splitlines()
    assert tree[:2] == ["Suzanne Koch", "    Henry Ford: succeeded today: became a client"]
    assert tree[2].startswith("        Bobby Perry: cold")
    assert json.loads(run("refer", "--json").splitlines()[0])["chain"] == [1, 2]


def test_details_are_handed_on_only_after_the_person_agreed(run: Run) -> None:
    run("refer", "bobby perry", "--to", "suzanne")
    assert [item["what"] for item in items(run)] == ["Ask Bobby Perry before you name them to Suzanne Koch"]
    assert "until they agree" in run("refer", "--id", "1", "--handed-on", status=2)
    assert "handed on" in run("refer", "--id", "1", "--agrees", "--handed-on")


def test_a_lead_becomes_a_referral(run: Run) -> None:
    run("refer", "--lead", "Clinic in Calau", "--from", "suzanne", "--place", "Calau")
    assert "Clinic in Calau" in run("refer")
    run("refer", "henry", "--from", "suzanne", "--grows", "1")
    assert "Clinic in Calau" not in run("refer")


def test_whoever_is_not_named_clearly_is_asked_for(run: Run) -> None:
    assert "Nobody is found" in run("log", "nobody at all", status=2)
    assert "more than one person" in run("log", "+44 20", status=2)
    assert "There is no person 99" in run("log", "99", status=2)
    assert "without a reason" in run("thank", "1", "--let-go", status=2)
