"""What one wants in front of oneself on the phone, as plain text: who it is, how one met, what to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cardkeeper import days
from cardkeeper.model.people import Contact, Interaction, MetContext
from cardkeeper.translation import tr


@dataclass(frozen=True, slots=True)
class CallSheet:
    """What is known of a person before a call."""

    contact: Contact
    met: tuple[MetContext, ...] = ()
    last: Interaction | None = None
    needs: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()


def call_sheet(sheet: CallSheet, today: date) -> str:
    """The text; what nobody knows is left out."""
    return "\n\n".join("\n".join(block) for block in _blocks(sheet, today) if block) + "\n"


def _blocks(sheet: CallSheet, today: date) -> Iterator[list[str]]:
    contact = sheet.contact
    work = ", ".join(part for part in (contact.title, contact.company) if part)
    yield [line for line in (contact.name, work) if line]
    yield [phone.number for phone in contact.phones]
    yield [line for met in sheet.met if (line := _met(met, today))]
    yield _last(sheet.last, today)
    for title, lines in (
        (tr("What they need"), sheet.needs),
        (tr("What you promised"), sheet.promises),
        (tr("What to remember"), contact.facts),
        (tr("What they offer"), contact.offers),
    ):
        yield [title, *(f"- {line}" for line in lines)] if lines else []
    yield [
        tr("To ask"),
        tr("- What is going on in your world?"),
        tr("- What do you need just now? Whom would you like to meet?"),
        tr("- When shall we talk again?"),
    ]


def _met(met: MetContext, today: date) -> str:
    where = ", ".join(part for part in (met.event, met.place) if part)
    when = days.full_day(met.on, today) if met.on else ""
    first = tr("Met: {what}", what=", ".join(part for part in (where, when) if part)) if where or when else ""
    through = tr("Through {name}", name=met.through) if met.through else ""
    about = tr("About: {what}", what=met.about) if met.about else ""
    return "\n".join(part for part in (first, through, about) if part)


def _last(last: Interaction | None, today: date) -> list[str]:
    if last is None:
        return []
    return [tr("Last talked {ago}", ago=days.ago(last.on, today)), *([last.text] if last.text else [])]
