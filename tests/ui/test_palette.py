"""What the palette finds for a few letters, and how it shows why."""

from __future__ import annotations

from cardkeeper.model.people import Contact, Position
from ui.palette.results import Place, marked, results
from ui.parts import Command

PLACES = (Place("Inbox", "tray", "inbox", "Ctrl+1"), Place("People", "account", "people", "Ctrl+3"))
COMMANDS = (Command("Add files", "plus", lambda: None, "Ctrl+O"), Command("Export as CSV", "export", lambda: None))
FRIDA = Contact("Frida Björklund", (Position("Builder", "", "Ali AB"),), id=3)


def texts(typed: str, *people: Contact) -> list[str]:
    return [line.text for line in results(typed, PLACES, COMMANDS, people)]


def test_without_a_word_it_offers_every_place_and_command() -> None:
    assert texts("") == ["Go to", "Inbox", "People", "Do", "Add files", "Export as CSV"]


def test_each_typed_word_begins_a_word_of_what_is_found() -> None:
    assert texts("ex cs") == ["Do", "Export as CSV"]
    assert texts("peo") == ["Go to", "People"]


def test_people_come_first_with_what_they_do() -> None:
    lines = results("fri", PLACES, COMMANDS, [FRIDA])
    assert [(line.text, line.detail) for line in lines] == [("People", ""), ("Frida Björklund", "Builder, Ali AB")]


def test_a_sign_in_front_means_commands_only() -> None:
    assert texts(">", FRIDA) == ["Do", "Add files", "Export as CSV"]
    assert texts("> add") == ["Do", "Add files"]


def test_what_was_typed_is_marked_where_it_was_found_whatever_the_accents() -> None:
    found = [piece for piece, hit in marked("Frida Björklund", "fri bjo") if hit]
    assert found == ["Fri", "Bjö"]


def test_marking_leaves_out_no_letter() -> None:
    for text in ("Frida Björklund", "Mærsk & Søn", "  two  spaces ", ""):
        assert "".join(piece for piece, _ in marked(text, "m")) == text.lstrip()


def test_a_letter_that_stands_for_two_is_marked_as_one() -> None:
    assert [piece for piece, hit in marked("Mærsk", "mae") if hit] == ["Mæ"]
