"""What is learned from labelled cards: which reasons count, and how sure a value is."""

from __future__ import annotations

import numpy as np

from cardkeeper.fields.assignment import LEFT_EMPTY, ROLES
from cardkeeper.fields.confidence import confidence_of, learned
from cardkeeper.fields.weights import factors
from cardkeeper.model.drafts import FieldName
from tests.benchmarks.calibrating import Given, fit, given_on
from tests.benchmarks.learning import Choice, Reasons, choices, learn, right_share
from tests.core.fields.helpers_fields import column


def test_a_reason_that_misleads_counts_less_and_one_that_tells_counts_more() -> None:
    reasons = Reasons()
    telling, misleading = (reasons.column(FieldName.NAME, reason) for reason in ("telling", "misleading"))
    worth = np.array([[1.0, 0.0], [0.0, 1.5]])
    examples = [Choice(FieldName.NAME, worth, 0)] * 20
    factor = learn(examples, reasons)
    assert factor[telling] > 1 > factor[misleading]
    assert right_share(examples, np.ones(2))[FieldName.NAME] == 0
    assert right_share(examples, factor)[FieldName.NAME] == 1


def test_how_often_a_role_is_empty_is_not_learned() -> None:
    reasons = Reasons()
    empty = reasons.column(FieldName.NAME, LEFT_EMPTY)
    factor = learn([Choice(FieldName.NAME, np.array([[0.0], [2.0]]), 0)] * 20, reasons)
    assert factor[empty] == 1


def test_the_right_groups_of_a_card_are_found_by_its_label() -> None:
    reasons = Reasons()
    card = column(("Tamvik Interiors", 50), "", ("Anna Berg", 40), "Head of Sales", "anna.berg@tamvik.com")
    label = {"name": "Anna Berg", "title": "Head of Sales", "company": "Tamvik Interiors"}
    found = {each.role: each for each in choices(card, label, reasons)}
    assert set(found) == set(ROLES)
    assert all(len(found[role].worth) > 1 for role in (FieldName.NAME, FieldName.TITLE, FieldName.COMPANY))
    assert {each.role: each.right for each in given_on(card, label)} == {
        FieldName.NAME: True,
        FieldName.TITLE: True,
        FieldName.COMPANY: True,
    }


def test_values_far_ahead_are_surer() -> None:
    given = [
        Given(FieldName.NAME, margin, 0.99, at < 3 + margin) for margin in (0.0, 2.0, 4.0, 6.0) for at in range(10)
    ]
    fitted = fit(given * 10)
    shares = [confidence_of(FieldName.NAME, margin, 0.99, fitted) for margin in (0.0, 2.0, 4.0, 6.0)]
    assert all(abs(share - (0.3 + margin / 10)) < 0.1 for share, margin in zip(shares, (0, 2, 4, 6), strict=True))


def test_what_the_program_ships_covers_every_role() -> None:
    assert set(learned()) == set(factors()) == set(ROLES)
    assert all(0 <= factor <= 4 for reasons in factors().values() for factor in reasons.values())
