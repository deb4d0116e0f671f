"""Introductions, referrals and leads as tables: the same as the board, and for those who would rather read."""

from __future__ import annotations

from datetime import date

from cardkeeper.model.relationships import Handing
from cardkeeper.translation import tr
from ui.delegates import Cell
from ui.introductions.reading import Known, column_words, lead_words, referral_words, state_words
from ui.lines_table import Line
from ui.wording import day


def introduction_lines(known: Known, today: date) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Every introduction, also those that came to nothing."""
    head = (tr("One"), tr("The other"), tr("Why"), tr("Stage"), tr("How it stands"))
    lines = []
    for item in known.introductions:
        said = state_words(item, known, today)[0]
        texts = (known.name(item.first_id), known.name(item.second_id), item.why, column_words(item.stage))
        lines.append(Line(item.id, (*map(Cell, texts), Cell(said.text, said.tone))))
    return head, tuple(lines)


def referral_lines(known: Known, today: date) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Every referral with where it came from and what came of it."""
    head = (tr("Who"), tr("From"), tr("To"), tr("About"), tr("What came of it"), tr("Day"))
    lines = []
    for item in known.referrals:
        said = referral_words(item, today)
        texts = (known.name(item.prospect_id), known.name(item.source_id), known.name(item.receiver_id), item.about)
        cells = (*map(Cell, texts), Cell(said.text, said.tone), Cell(day(item.happened_on, today)))
        lines.append(Line(item.id, cells))
    return head, tuple(lines)


def lead_lines(known: Known, today: date) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Every lead."""
    head = (tr("Business"), tr("Place"), tr("From"), tr("To"), tr("About"), tr("How it stands"), tr("Day"))
    lines = []
    for item in known.leads:
        received = item.direction is Handing.RECEIVED
        source = known.name(item.contact_id if received else None)
        receiver = known.name(None if received else item.contact_id)
        state, on = lead_words(item), day(item.happened_on, today)
        texts = (item.business, item.place, source, receiver, item.about, state, on)
        lines.append(Line(item.id, tuple(map(Cell, texts))))
    return head, tuple(lines)
