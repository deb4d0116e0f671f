"""The benchmark's own scorer: what counts as right, and what a wrong value costs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.benchmarks.accuracy import Label, by_field, main, named, score, table, write_into
from tests.benchmarks.calibration import plot, reliability
from tests.benchmarks.scoring import Fields, Score, comparable, pair_cards

ANNA: dict[str, Any] = {
    "name": "Anna Bergmann",
    "title": "Head of Sales",
    "company": "Nordlicht GmbH",
    "emails": ["anna@nordlicht.example"],
    "phones": [{"number": "+49 30 123456", "type": "work"}],
}


def scored(label: Fields, given: Fields) -> Score:
    one = Score()
    one.add("card.jpg", label, given)
    return one


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("phones", "+49 (0)30 123-456", "4930123456"),
        ("phones", "555 1234 ext. 99", "5551234 x99"),
        ("websites", "https://www.nordlicht.example/", "nordlicht.example"),
        ("emails", "Anna@Nordlicht.example", "mailto:anna@nordlicht.example"),
        ("address", "1 High Street, 12345 Town", "1 High Street · 12345 Town"),
        ("company", "A & B", "A&B"),
        ("name", "西川 和則", "西川和則"),
    ],
)
def test_what_nobody_would_correct_makes_no_difference(field: str, one: str, other: str) -> None:
    assert comparable(field, one) == comparable(field, other)


def test_a_card_with_everything_right_is_complete() -> None:
    one = scored(ANNA, ANNA)
    assert (one.cards, one.complete, one.touch_up, one.critical) == (1, 1, 1, 0)
    assert one.total.f1 == 1.0
    assert one.misses == []


def test_one_wrong_letter_is_a_touch_up_away() -> None:
    one = scored(ANNA, ANNA | {"name": "Anna Bergman"})
    assert (one.complete, one.touch_up) == (0, 1)


def test_a_wrong_number_without_a_mark_is_critical() -> None:
    wrong = ANNA | {"phones": ["+49 30 123457"]}
    assert scored(ANNA, wrong).critical == 1
    assert scored(ANNA, wrong | {"needs_review": ["phones"]}).critical == 0


def test_an_invented_title_spoils_a_card() -> None:
    label = {key: value for key, value in ANNA.items() if key != "title"}
    assert scored(label, ANNA).complete == 0


def test_a_name_that_is_printed_in_two_forms_may_be_given_in_either() -> None:
    assert scored(ANNA | {"name_alt": "A. Bergmann"}, ANNA | {"name": "A. Bergmann"}).complete == 1


def test_what_can_not_be_read_is_not_asked_for() -> None:
    assert scored(ANNA | {"illegible": ["name"]}, ANNA | {"name": ""}).complete == 1


def test_cards_of_a_sheet_find_their_labels_and_the_rest_is_lost_or_invented() -> None:
    berta = {"name": "Berta Klein", "emails": ["berta@klein.example"]}
    clara = {"name": "Clara Gross"}
    assert pair_cards([ANNA, berta], [berta, ANNA]) == [(ANNA, ANNA), (berta, berta)]
    assert pair_cards([ANNA, berta], [berta]) == [(ANNA, {}), (berta, berta)]
    assert pair_cards([ANNA], [ANNA, clara]) == [(ANNA, ANNA), ({}, clara)]


def test_the_tables_tell_each_kind_and_how_true_the_confidence_is() -> None:
    labels = [Label("a.jpg", [ANNA], "scan"), Label("b.jpg", [ANNA], "photo")]
    sure = dict.fromkeys(("name", "title", "company", "emails", "phones"), 0.99)
    given: dict[str, list[Fields]] = {
        "a.jpg": [ANNA | {"confidence": sure}],
        "b.jpg": [ANNA | {"name": "Hanna", "confidence": sure}],
    }
    scores = named("cards", score(labels, given))
    lines = list(table(scores))
    assert "| cards, scan | 1 | 0 | 0 | 1.000 | 100.0% | 100.0% | 0.0% | 0.0% | 0.00 |" in lines
    assert "| cards | 2 | 0 | 0 | 0.900 | 50.0% | 50.0% | 0.0% | 0.0% | 5.00 |" in lines
    assert "| cards, photo | 0.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |" in list(by_field(scores))
    trust = scores["cards"].trust
    assert list(reliability(trust))[2:] == [
        "| 0.98 to 1.00 | 0.990 | 10 | 9 | 90.0% |",
        "",
        "Expected calibration error: 0.090.",
    ]


def test_a_report_takes_the_place_of_the_one_before_and_leaves_the_rest_alone(tmp_path: Path) -> None:
    document = tmp_path / "accuracy.md"
    document.write_text("# Accuracy\n", encoding="utf-8")
    write_into(document, ["first"])
    document.write_text(document.read_text(encoding="utf-8") + "\nWhat is not reached.\n", encoding="utf-8")
    write_into(document, ["second"])
    text = document.read_text(encoding="utf-8")
    assert text.startswith("# Accuracy\n\n")
    assert "second" in text
    assert "first" not in text
    assert text.endswith("\n\nWhat is not reached.\n")


def test_the_plot_shows_the_points_where_they_belong(tmp_path: Path) -> None:
    plot([(1.0, True), (1.0, True), (0.5, False)], tmp_path / "plot.png")
    with Image.open(tmp_path / "plot.png") as picture:
        blue = (20, 96, 140)
        assert picture.getpixel((90 + 560, 60)) == blue
        assert picture.getpixel((90 + 280, 60 + 560)) == blue


def test_a_folder_without_labels_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([tmp_path], "auto", show_misses=False, report=None) == 1
    assert "there is no labels.json" in capsys.readouterr().err
