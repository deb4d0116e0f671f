"""How outcomes of an import and columns of a table are called to a person."""

from __future__ import annotations

from cardkeeper.exchange.tables.headers import CUSTOM, IGNORED, Column, What
from cardkeeper.importing.planning import Outcome
from cardkeeper.translation import tr
from ui.wording import Tone


def outcome_words(outcome: Outcome) -> str:
    return {
        Outcome.NEW: tr("New person"),
        Outcome.MERGES: tr("Adds to somebody known"),
        Outcome.BESIDE: tr("Comes along"),
        Outcome.SAME: tr("Nothing new"),
        Outcome.LEFT_OUT: tr("Left out"),
        Outcome.PROBLEM: tr("Can’t be taken"),
    }[outcome]


def outcome_tone(outcome: Outcome) -> Tone:
    return {Outcome.PROBLEM: Tone.WARN, Outcome.SAME: Tone.QUIET, Outcome.LEFT_OUT: Tone.QUIET}.get(outcome, Tone.PLAIN)


def choices() -> tuple[tuple[Column, str], ...]:
    """What a column may be said to hold, and how that is called."""
    return (
        (Column(What.NAME), tr("Name")),
        (Column(What.GIVEN), tr("First name")),
        (Column(What.MIDDLE), tr("Middle name")),
        (Column(What.FAMILY), tr("Last name")),
        (Column(What.PREFIX), tr("Before the name: Dr.")),
        (Column(What.SUFFIX), tr("After the name: Jr.")),
        (Column(What.NICKNAME), tr("Nickname")),
        (Column(What.COMPANY), tr("Company")),
        (Column(What.DEPARTMENT), tr("Department")),
        (Column(What.TITLE), tr("Title")),
        (Column(What.EMAIL), tr("E-mail")),
        (Column(What.PHONE, "work"), tr("Phone at work")),
        (Column(What.MOBILE), tr("Mobile phone")),
        (Column(What.PHONE), tr("Other phone")),
        (Column(What.FAX), tr("Fax")),
        (Column(What.WEBSITE), tr("Website")),
        (Column(What.ADDRESS), tr("Whole address")),
        (Column(What.STREET), tr("Street")),
        (Column(What.CITY), tr("Town")),
        (Column(What.CODE), tr("Postcode")),
        (Column(What.REGION), tr("State or region")),
        (Column(What.COUNTRY), tr("Country")),
        (Column(What.BIRTHDAY), tr("Birthday")),
        (Column(What.MET_AT), tr("Met at")),
        (Column(What.MET_ON), tr("Met on")),
        (Column(What.TAGS), tr("Tags")),
        (Column(What.NOTES), tr("Notes")),
        (CUSTOM, tr("Keep as it is")),
        (IGNORED, tr("Leave out")),
    )


def near_choice(column: Column) -> Column:
    """The choice that comes nearest to what a column was found to hold."""
    known = [choice for choice, _ in choices()]
    if column in known:
        return column
    return next((choice for choice in known if choice.what is column.what), CUSTOM)
