"""How sure a value is, from 0 to 1: from the reader's own confidence and from how far other readings are behind."""

from __future__ import annotations

import math

from cardkeeper.model.drafts import FieldName


def reading_of(confidence: float) -> float:
    """The chance that a line's characters are all right, by the reader's confidence in it."""
    return max(0.05, min(0.995, 1.0 - 2.2 * (1.0 - confidence)))


def confidence_of(field: FieldName, margin: float, confidence: float) -> float:
    """The chance that a value is right: its characters, and its role by the margin in points."""
    _ = field
    role = 1.0 / (1.0 + math.exp(-(0.2 + 0.7 * margin)))
    return round(reading_of(confidence) * role, 3)
