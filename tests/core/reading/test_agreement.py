"""Where a second reader looks, and what becomes of what it sees."""

from __future__ import annotations

import pytest

from cardkeeper.model.cards import ReaderName, SecondLook, TextLine
from cardkeeper.model.geometry import Box
from cardkeeper.reading.agreement import agree, where_it_pays


def line(text: str, *, confidence: float = 0.99, height: float = 20) -> TextLine:
    return TextLine(text, Box(0, 0, 200, height), confidence, ReaderName.NEURAL)


@pytest.mark.parametrize(
    "text",
    [
        "anna@nordlicht.example",
        "www.nordlicht.example",
        "nordlicht.de",
        "Tel. 030 1234 5678",
        "(608) 426-7039",
        "https://nordlicht.example/team",
    ],
)
def test_ways_to_reach_a_person_are_looked_at_twice(text: str) -> None:
    assert where_it_pays([line("Large Print", height=60), line(text)]) == (0, 1)


@pytest.mark.parametrize("text", ["Head of Sales", "Nordlicht Energy GmbH", "12 High Street", "Floor 9"])
def test_plain_lines_are_not(text: str) -> None:
    assert where_it_pays([line(text), line("X", height=60), line("Y", height=60)]) == ()


def test_the_name_in_large_print_is_looked_at_twice() -> None:
    lines = [line("Head of Sales"), line("Anna-Lena O’Brien", height=40), line("Floor 9", height=30)]
    assert where_it_pays(lines) == (1,)


def test_unsure_lines_are_looked_at_twice() -> None:
    assert where_it_pays([line("X1", height=60), line("Hezd of 5ales", confidence=0.7)]) == (1,)


def test_an_empty_card_needs_no_second_look() -> None:
    assert where_it_pays([]) == ()


def test_what_the_second_reader_saw_is_noted_and_replaces_nothing() -> None:
    first, other = line("dorothee5@gmail.com"), line("Head of Sales")
    look = SecondLook("dorotheeS@gmail.com", 0.8, ReaderName.TESSERACT)
    noted = agree([first, other], {0: look, 1: None})
    assert [each.text for each in noted] == ["dorothee5@gmail.com", "Head of Sales"]
    assert [each.seconds for each in noted] == [(look,), ()]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("MIRANDAJAMES", "MIRANDA JAMES", "MIRANDA JAMES"),
        ("MIRANDAJAMES", "M I R A N D A J A M E S", "MIRANDAJAMES"),
        ("MIRANDAJAMES", "MIRANDA JANES", "MIRANDAJAMES"),
        ("l atc h wire", "latchwire", "latchwire"),
        ("Anna B. Klein", "Anna B.Klein", "Anna B. Klein"),
        ("MIRANDA JAMES", "MIRANDAJAMES", "MIRANDA JAMES"),
        ("anna@nordlicht.de", "anna @nordlicht.de", "anna@nordlicht.de"),
        ("+49301234", "+49 30 1234", "+49301234"),
    ],
)
def test_where_words_begin_is_found_again_and_nothing_else_is_touched(first: str, second: str, text: str) -> None:
    (noted,) = agree([line(first)], {0: SecondLook(second, 0.9, ReaderName.TESSERACT)})
    assert noted.text == text
