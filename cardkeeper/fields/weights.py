"""How much each reason counts: what its points are multiplied by in each role, learned from drawn cards.

`python -m tests.benchmarks.learning` writes the file; a reason that is not in it counts once.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources

from cardkeeper.fields.facts import Points
from cardkeeper.model.drafts import FieldName


@lru_cache(maxsize=1)
def factors() -> dict[FieldName, dict[str, float]]:
    """By role and reason."""
    file = resources.files("resources") / "learned" / "roles.json"
    learned = json.loads(file.read_text(encoding="utf-8"))
    return {FieldName(role): dict(reasons) for role, reasons in learned.items()}


def weighed(role: FieldName, points: Points) -> Points:
    """Points multiplied by what was learned of them."""
    learned = factors().get(role, {})
    return tuple((reason, worth * learned.get(reason, 1.0)) for reason, worth in points)
