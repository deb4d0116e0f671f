"""How sure a value is, from 0 to 1: from the reader's own confidence and from how far other readings are behind."""

from __future__ import annotations

import math
from typing import Final

from cardkeeper.model.drafts import FieldName

_WEIGHTS: Final = {
    FieldName.NAME: (-5.0, 0.7, 0.85),
    FieldName.COMPANY: (-2.9, 0.58, 0.55),
    FieldName.TITLE: (-0.7, 0.85, 0.1),
    FieldName.ADDRESS: (-1.7, 0.6, 0.5),
    FieldName.DEPARTMENT: (-3.9, 0.65, 0.8),
}
"""Logistic regression of "is it right" on some 1,100 values of 300 cards: intercept, margin, reading. Intercepts are a
little lower than fitted, since cards of new layouts are harder than those."""
_LOST: Final = {FieldName.EMAIL: 1.0, FieldName.WEBSITE: 1.0, FieldName.PHONE: 0.5}
"""Chance of a wrong value for each unit that the reader's confidence is below one."""
LOOK: Final = 0.62
"""Below this confidence a person should look."""


def confidence_of(field: FieldName, margin: float, confidence: float) -> float:
    """The chance that a value is right: its role by the margin in points, its characters by the reader's confidence."""
    base, by_margin, by_reading = _WEIGHTS[field]
    logit = base + by_margin * min(margin, 8.0) - by_reading * math.log(max(1.0 - confidence, 0.001))
    return round(min(0.995, 1.0 / (1.0 + math.exp(-logit))), 3)


def confidence_of_contact(field: FieldName, confidence: float, *, regular: bool) -> float:
    """The chance that an e-mail, web page or number is right; `regular`: its form is one that the world gives out."""
    sure = 1.0 - _LOST[field] * (1.0 - confidence)
    return round(max(0.05, min(0.995, sure)) * (1.0 if regular else 0.985), 3)
