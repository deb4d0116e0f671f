"""What the page of events says: the funnel in bars, the people met there, and all events side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from cardkeeper.days import full_day, plain_day
from cardkeeper.model.overview import EventFunnel, PersonRow
from cardkeeper.model.people import Stage
from cardkeeper.relationships.followups import stage_words
from cardkeeper.translation import tr, trn
from ui.charts import Bar
from ui.delegates import Cell
from ui.language import number
from ui.lines_table import Line
from ui.steps import write_words
from ui.wording import Said, Tone, day, kind_words, step_words


def when_and_where(funnel: EventFunnel, today: date) -> str:
    """“Wednesday 18 November · Kornhaus, Stuttgart · 25.00 entry”."""
    event = funnel.event
    parts = (
        full_day(event.on, today) if event.on else tr("No day"),
        event.place,
        tr("cost {cost}", cost=money(event.cost)) if event.cost is not None else "",
    )
    return " · ".join(part for part in parts if part)


def money(cost: Decimal) -> str:
    """A cost without a currency, which nobody said."""
    return f"{cost:n}"


def short_line(funnel: EventFunnel, today: date) -> str:
    """“18 Nov · 31 cards · 5 met”."""
    on = funnel.event.on
    parts = (
        day(on, today) if on else tr("No day"),
        trn("{count} card", "{count} cards", funnel.cards),
        tr("{count} met", count=funnel.met),
    )
    return " · ".join(parts)


def bars(funnel: EventFunnel) -> tuple[Bar, ...]:
    """The funnel."""
    waits = trn("{count} waits in the inbox", "{count} wait in the inbox", funnel.waiting)
    not_yet = trn("{count} not invited yet", "{count} not invited yet", funnel.to_invite)
    no_step = trn("{count} without a next step", "{count} without a next step", funnel.no_step)
    invited = ", ".join(words for words, count in ((not_yet, funnel.to_invite), (no_step, funnel.no_step)) if count)
    return (
        Bar(tr("Cards"), funnel.cards),
        Bar(tr("Reviewed"), funnel.reviewed, waits if funnel.waiting else ""),
        Bar(tr("Invited"), funnel.invited, invited),
        Bar(tr("Met"), funnel.met, _booked(funnel)),
        Bar(tr("Referrals"), funnel.referrals),
        Bar(tr("Succeeded"), funnel.succeeded),
    )


def _booked(funnel: EventFunnel) -> str:
    return trn("{count} more is booked", "{count} more are booked", funnel.booked) if funnel.booked else ""


def people_lines(
    rows: Iterable[PersonRow], today: date, *, all_of_them: bool
) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """The people met there: those with whom something is still to be done, or all."""
    head = (tr("Name"), tr("Company"), tr("Next step"), tr("Due"), "")
    shown = [row for row in sorted(rows, key=_by_due) if all_of_them or row.next_step is None or row.next_step.open]
    return head, tuple(_person_line(row, today) for row in shown)


def _person_line(row: PersonRow, today: date) -> Line:
    step = row.next_step
    if step is None:
        said = step_words(None, today)
    else:
        words = tr("{what}, {stage}", what=kind_words(step.kind), stage=stage_words(step.stage))
        said = Said(words, Tone.PLAIN if step.open else Tone.QUIET)
    due = Said("")
    if step is not None and step.open and step.due:
        due = Said(day(step.due, today), Tone.LATE if step.due < today else Tone.PLAIN)
    writes = step is not None and step.open and step.stage is not Stage.BOOKED and row.email
    cells = (
        Cell(row.name or row.company),
        Cell(row.company),
        Cell(said.text, said.tone),
        Cell(due.text, due.tone),
        Cell(write_words(step.stage) if step and writes else "", Tone.LINK, right=True),
    )
    return Line(row.id, cells)


def comparison(funnels: Sequence[EventFunnel], today: date) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """All events side by side, those of which most came first: clients, referrals, meetings."""
    head = (
        tr("Event"), tr("Day"), tr("Cards"), tr("Invited"), tr("Met"), tr("Referrals"), tr("Succeeded"), tr("Cost"),
        tr("Cost for each meeting"),
    )  # fmt: skip
    ordered = sorted(funnels, key=lambda each: (-each.succeeded, -each.referrals, -each.met, -each.event.id))
    return head, tuple(_compared(funnel, today) for funnel in ordered)


def _compared(funnel: EventFunnel, today: date) -> Line:
    event = funnel.event
    counts = (funnel.cards, funnel.invited, funnel.met, funnel.referrals, funnel.succeeded)
    each = event.cost / funnel.met if event.cost is not None and funnel.met else None
    cells = (
        Cell(event.name),
        Cell(plain_day(event.on, today) if event.on else ""),
        *(Cell(number(count), Tone.PLAIN if count else Tone.QUIET, right=True) for count in counts),
        Cell(money(event.cost) if event.cost is not None else "", right=True),
        Cell(f"{each:.2f}" if each is not None else "", right=True),
    )
    return Line(event.id, cells)


def _by_due(row: PersonRow) -> tuple[bool, bool, date, str]:
    step = row.next_step
    is_open = step is not None and step.open
    due = step.due if step is not None and step.open and step.due else date.max
    return not is_open and step is not None, step is not None, due, row.name.casefold()
