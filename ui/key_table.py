"""All keys in one table: the page that shows them is made of it, and a test sees that every shortcut stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from cardkeeper.translation import tr


@dataclass(frozen=True, slots=True)
class Keys:
    """One combination, or two that do the same, and what it does."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class KeySection:
    """The keys of one page, by its name; `""` is anywhere."""

    page: str
    title: str
    rows: tuple[Keys, ...]


def key_table() -> tuple[KeySection, ...]:
    """Every key that does something, in the person's language."""
    return (
        KeySection("", tr("Anywhere"), _anywhere()),
        KeySection("", tr("In a list"), _in_a_list()),
        KeySection("inbox", tr("Inbox"), _inbox()),
        KeySection("review", tr("Review"), _review()),
        KeySection("today", tr("Today"), _steps()),
        KeySection("people", tr("People"), (Keys(("Ctrl+F",), tr("Search everything")),)),
        KeySection("person", tr("A person"), _person()),
        KeySection("introductions", tr("Introductions"), _introductions()),
        KeySection("composer", tr("Letters"), _letters()),
    )


def _anywhere() -> tuple[Keys, ...]:
    return (
        Keys(("Ctrl+K",), tr("Go anywhere, do anything")),
        Keys(("Ctrl+N",), tr("New person")),
        Keys(("Ctrl+1",), tr("The first page of the rail; Ctrl+2 the second, and so on")),
        Keys(("Ctrl+F",), tr("Search on this page")),
        Keys(("Ctrl+O",), tr("Add files")),
        Keys(("Ctrl+V",), tr("Paste cards")),
        Keys(("Ctrl+Z",), tr("Undo")),
        Keys(("Ctrl+Shift+Z", "Ctrl+Y"), tr("Redo")),
        Keys(("Ctrl+,",), tr("Settings")),
        Keys(("F1",), tr("Help for this page")),
        Keys(("?",), tr("This table")),
        Keys(("Ctrl+Q",), tr("Close the window")),
    )


def _introductions() -> tuple[Keys, ...]:
    return (Keys(("Ctrl+Shift+Right",), tr("Move the card to the next stage")),)


def _letters() -> tuple[Keys, ...]:
    return (
        Keys(("Ctrl+Enter",), tr("Open in mail")),
        Keys(("Alt+1",), tr("The first form: coffee; Alt+2 the second, and so on")),
        Keys(("Alt+Up", "Alt+Down"), tr("The letter before, or the next")),
        Keys(("Ctrl+S",), tr("Keep the template that is changed")),
    )


def _in_a_list() -> tuple[Keys, ...]:
    return (
        Keys(("Up", "Down"), tr("Choose")),
        Keys(("Enter",), tr("Open, or do what the line offers")),
        Keys(("Space",), tr("Check or uncheck a person in the table")),
        Keys(("Ctrl+A",), tr("Check everybody who is shown")),
        Keys(("Esc",), tr("Back, or let go")),
        Keys(("Tab",), tr("On to the next part of the page")),
    )


def _inbox() -> tuple[Keys, ...]:
    return (
        Keys(("Ctrl+R",), tr("Review")),
        Keys(("Ctrl+J",), tr("Make front and back of the two that are chosen")),
    )


def _review() -> tuple[Keys, ...]:
    return (
        Keys(("Enter",), tr("Accept and next")),
        Keys(("Up", "Down"), tr("The field above, the field below")),
        Keys(("F2",), tr("Next field that needs a look")),
        Keys(("Alt+1",), tr("Take the first of the choices; Alt+2 the second, and so on")),
        Keys(("F4",), tr("Where and how you met")),
        Keys(("F5",), tr("What you talked about")),
        Keys(("F7",), tr("Next step")),
        Keys(("F6",), tr("Review this card later")),
        Keys(("F8",), tr("Skip this card on purpose")),
        Keys(("F3",), tr("The other side of the card")),
        Keys(("Alt+Y", "Alt+N"), tr("Yes or no, where it is asked what belongs together")),
        Keys(("Alt+A",), tr("Add a field")),
        Keys(("Ctrl+J",), tr("The next card is the back of this one")),
        Keys(("Alt+P",), tr("Another person on this card")),
        Keys(("Alt+S",), tr("It is the person whom you may know")),
        Keys(("Alt+O",), tr("It is someone else")),
        Keys(("Alt+C",), tr("Compare with the person whom you may know")),
        Keys(("Ctrl+PgUp", "Ctrl+PgDown"), tr("The card before, the card after")),
        Keys(("Ctrl+R",), tr("Turn the card right")),
        Keys(("Ctrl+E",), tr("Set the edges of the card")),
        Keys(("Ctrl++", "Ctrl+="), tr("Larger")),
        Keys(("Ctrl+-",), tr("Smaller")),
        Keys(("Ctrl+0",), tr("Whole card")),
        Keys(("Ctrl+B",), tr("Show or hide the boxes on the card")),
    )


def _steps() -> tuple[Keys, ...]:
    return (
        Keys(("Ctrl+D",), tr("Done")),
        Keys(("Ctrl+I",), tr("Invited")),
        Keys(("Ctrl+.",), tr("Snooze")),
        Keys(("Ctrl+Backspace",), tr("Drop, with a reason")),
        Keys(("Ctrl+L",), tr("Log a talk")),
    )


def _person() -> tuple[Keys, ...]:
    return (
        Keys(("Alt+N",), tr("In the log: keep this line as a need")),
        Keys(("Alt+O",), tr("In the log: keep this line as an offer")),
        Keys(("Alt+F",), tr("In the log: keep this line as a fact")),
        Keys(("Alt+P",), tr("In the log: keep this line as a promise")),
        *_steps(),
        Keys(("F2",), tr("Edit all fields")),
        Keys(("Ctrl+S",), tr("Save what was edited")),
        Keys(("Alt+Up", "Alt+Down"), tr("The person before, the person after")),
    )
