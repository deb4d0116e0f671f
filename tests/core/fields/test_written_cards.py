"""The cards written out by hand: each fits on its paper, and most are understood whole where every letter was read."""

from __future__ import annotations

import random

from cardkeeper.fields.extract import extract
from cardkeeper.model.drafts import FieldName
from tests.benchmarks.scoring import comparable
from tests.cards.canvas import read_faultlessly
from tests.cards.written import Written, cards, drawn

_SINGLE = (FieldName.NAME, FieldName.TITLE, FieldName.COMPANY)
_FLOOR = 0.94
"""Share of names, titles and companies that must be right; 0.96 were when this was written."""


def right(card: Written) -> list[bool]:
    """Of each field of one value whether it says what the card says, nothing where the card says nothing."""
    draft = extract(read_faultlessly(drawn(card, random.Random(card.name))))
    found = []
    for field in _SINGLE:
        forms = [card.label[field.value], *card.label.get(f"{field.value}_alt", ())]
        given = next((value.text for value in draft.values if value.field is field), "")
        found.append(comparable(field.value, given) in {comparable(field.value, form) for form in forms})
    return found


def test_most_of_what_the_written_cards_say_is_understood() -> None:
    results = [one for card in cards() for one in right(card)]
    assert len(results) > 900
    assert sum(results) / len(results) > _FLOOR


def test_everything_that_a_label_names_stands_on_its_card() -> None:
    for card in cards():
        printed = " ".join(line.text for block in card.blocks for line in block.lines)
        values = [*card.label["emails"], *card.label["websites"]]
        assert [value for value in values if value not in printed] == []
