"""What the palette finds for a few letters, and how it shows why."""

from __future__ import annotations

from ui.palette.results import Found, Mention, Someone, marked, results
from ui.parts import Command, Place

PLACES = (Place("Inbox", "tray", "inbox", "Ctrl+1"), Place("People", "account", "people", "Ctrl+3"))
COMMANDS = (Command("Add files", "plus", lambda: None, "Ctrl+O"), Command("Export as CSV", "export", lambda: None))
FRIDA = Someone(3, "Frida Björklund", "Ali AB", "Coffee due")


def texts(typed: str, *people: Someone) -> list[str]:
    return [line.text for line in results(typed, PLACES, COMMANDS, Found(people))]


def test_without_a_word_it_offers_where_one_was_and_every_place_and_command() -> None:
    assert texts("") == ["Go to", "Inbox", "People", "Do", "Add files", "Export as CSV"]
    recent = results("", PLACES, COMMANDS, Found(recent=(FRIDA, PLACES[0])))
    assert [line.text for line in recent][:4] == ["Recent", "Frida Björklund", "Inbox", "Go to"]


def test_each_typed_word_begins_a_word_of_what_is_found() -> None:
    assert texts("ex cs") == ["Do", "Export as CSV"]
    assert texts("peo") == ["Go to", "People"]


def test_a_slip_of_the_hand_finds_what_was_meant() -> None:
    assert texts("pepole") == ["Go to", "People"]
    assert texts("exprot csv") == ["Do", "Export as CSV"]
    assert texts("xqzw") == []


def test_people_come_first_with_where_they_work_and_how_one_stands() -> None:
    lines = results("fri", PLACES, COMMANDS, Found((FRIDA,)))
    assert [(line.text, line.more, line.detail) for line in lines] == [
        ("People", "", ""),
        ("Frida Björklund", ", Ali AB", "Coffee due"),
    ]


def test_what_was_written_of_somebody_is_found_with_the_words_around() -> None:
    lines = results("lund", (), (), Found(mentions=(Mention(FRIDA, "moves to Lund in spring"),)))
    assert [line.text for line in lines] == ["Found in notes and cards", "Frida Björklund: moves to Lund in spring"]
    assert lines[1].chosen == FRIDA


def test_a_sign_in_front_means_commands_only() -> None:
    assert texts(">", FRIDA) == ["Do", "Add files", "Export as CSV"]
    assert texts("> add") == ["Do", "Add files"]


def test_what_was_typed_is_marked_where_it_was_found_whatever_the_accents() -> None:
    found = [piece for piece, hit in marked("Frida Björklund", "fri bjo") if hit]
    assert found == ["Fri", "Bjö"]


def test_marking_leaves_out_no_letter() -> None:
    for text in ("Frida Björklund", "Mærsk & Søn", "  two  spaces ", "", "“Moin!” (…)", "a-b/c", "山田 太郎"):
        assert "".join(piece for piece, _ in marked(text, "m")) == text


def test_a_letter_that_stands_for_two_is_marked_as_one() -> None:
    assert [piece for piece, hit in marked("Mærsk", "mae") if hit] == ["Mæ"]


def test_a_word_in_quotes_is_marked_as_well() -> None:
    assert [piece for piece, hit in marked("Theo: “moves to Lund”", "mov") if hit] == ["mov"]
