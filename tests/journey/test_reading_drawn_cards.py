"""A floor for accuracy: cards of designs that nobody tuned for, read by the real readers in a worker process."""

from __future__ import annotations

from typing import Final

import pytest

from cardkeeper.model.progress import ReaderMode
from tests.benchmarks.accuracy import measure
from tests.benchmarks.scoring import Score
from tests.cards.draw import FIXED_SET

_FILES: Final = frozenset(f"c{number:03}.jpg" for number in (0, 3, 4, 6, 8, 11, 14, 15, 16, 18, 19, 25, 29, 31))
"""A part that is read within a minute; the benchmark reads them all."""


@pytest.fixture(scope="module")
def score() -> Score:
    return measure(FIXED_SET, ReaderMode.AUTO, _FILES)["all"]


def test_every_card_is_found_and_none_is_invented(score: Score) -> None:
    assert (score.missed, score.invented) == (0, 0)


def test_no_wrong_mail_address_or_phone_number_goes_without_a_mark(score: Score) -> None:
    assert score.critical == 0, score.misses


def test_fields_are_as_right_as_they_were(score: Score) -> None:
    assert score.total.f1 >= 0.98, score.misses


def test_as_many_cards_need_no_typing_as_did(score: Score) -> None:
    assert score.complete >= 0.85 * score.cards, score.misses
