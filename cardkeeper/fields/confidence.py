"""How sure a value is, from 0 to 1: from the reader's own confidence and from how far other readings are behind."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from cardkeeper.model.drafts import FieldName

_ENOUGH: Final = 8.0
"""Points ahead of the next best from which more make no value surer."""
_LOST: Final = {FieldName.EMAIL: 1.0, FieldName.WEBSITE: 1.0, FieldName.PHONE: 0.5}
"""Chance of a wrong value for each unit that the reader's confidence is below one."""
LOOK: Final = 0.7
"""Below this confidence a person should look."""


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Of a logistic regression of "is it right": the intercept, and what each kind of evidence adds."""

    base: float
    margin: float
    reading: float


@lru_cache(maxsize=1)
def learned() -> dict[FieldName, Coefficients]:
    """By role; written by `python -m tests.benchmarks.calibrating`."""
    file = resources.files("resources") / "learned" / "confidence.json"
    found: dict[str, list[float]] = json.loads(file.read_text(encoding="utf-8"))
    return {FieldName(role): Coefficients(*numbers) for role, numbers in found.items()}


def evidence(margin: float, confidence: float) -> tuple[float, float]:
    """What speaks for a value: how far it is ahead in points, and how sure the reader is of its characters."""
    return min(margin, _ENOUGH), -math.log(max(1.0 - confidence, 0.001))


def confidence_of(
    field: FieldName, margin: float, confidence: float, by: Mapping[FieldName, Coefficients] | None = None
) -> float:
    """The chance that a value is right: its role by the margin in points, its characters by the reader's confidence."""
    numbers = (by or learned())[field]
    by_margin, by_reading = evidence(margin, confidence)
    logit = numbers.base + numbers.margin * by_margin + numbers.reading * by_reading
    return round(min(0.995, 1.0 / (1.0 + math.exp(-logit))), 3)


def confidence_of_contact(field: FieldName, confidence: float, *, regular: bool) -> float:
    """The chance that an e-mail, web page or number is right; `regular`: its form is one that the world gives out."""
    sure = 1.0 - _LOST[field] * (1.0 - confidence)
    return round(max(0.05, min(0.995, sure)) * (1.0 if regular else 0.985), 3)
