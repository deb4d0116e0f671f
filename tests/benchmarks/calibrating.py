"""Fits how sure a value of a role is, from cards that nothing was learned from: `-m tests.benchmarks.calibrating DIR`.

For each role a logistic regression of "is it right" over how far it is ahead of the next best and how sure the reader
is; roles with few values lean on all of them together. The coefficients go to `resources/learned/confidence.json`.
What a calibration is worth is said of cards that it was not fitted to: each half is judged by the other.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cardkeeper.cli.terminal import out
from cardkeeper.fields.assignment import ROLES
from cardkeeper.fields.confidence import Coefficients, confidence_of, evidence
from cardkeeper.fields.extract import extract
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import DraftValue, FieldName
from tests.benchmarks.calibration import reliability
from tests.benchmarks.learning import labels_of, readings
from tests.benchmarks.scoring import comparable

_TARGET: Final = Path(__file__).parents[2] / "resources" / "learned" / "confidence.json"
_AHEAD: Final = re.compile(r"ahead of the next best by (-?[\d.]+)")
_PULL: Final = 4.0
"""How strongly a role's coefficients are drawn to those of all roles, in values."""
_STEPS: Final = 60
_CAUTION: Final = 0.2
"""Taken off each intercept: cards of the world are harder than drawn ones."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value that was given for a role, by its evidence, and whether it was right."""

    role: FieldName
    margin: float
    reading: float
    right: bool


def given_on(reading: Reading, label: Mapping[str, Any]) -> list[Given]:
    """The values of roles that a card gives and its label judges."""
    draft = extract(reading)
    found = []
    for role in ROLES:
        value = draft.first(role)
        ahead = [match for reason in (value.because if value else ()) if (match := _AHEAD.match(reason))]
        if value is None or not ahead or (role is FieldName.DEPARTMENT and not label.get("department")):
            continue
        sure = min(reading.lines[line].confidence for line in value.lines)
        found.append(Given(role, float(ahead[0].group(1)), sure, _is_right(role, value, label)))
    return found


def _is_right(role: FieldName, value: DraftValue, label: Mapping[str, Any]) -> bool:
    forms = [label.get(role.value) or "", *(label.get(f"{role.value}_alt") or ())]
    return comparable(role.value, value.text) in {comparable(role.value, form) for form in forms}


def fit(given: Sequence[Given]) -> dict[FieldName, Coefficients]:
    """The coefficients of each role."""
    pooled = _fitted(given, np.zeros(3), 0.01)
    result = {}
    for role in ROLES:
        base, margin, reading = _fitted([each for each in given if each.role is role], pooled, _PULL)
        result[role] = Coefficients(float(base) - _CAUTION, float(margin), float(reading))
    return result


def _fitted(given: Sequence[Given], prior: NDArray[np.float64], pull: float) -> NDArray[np.float64]:
    """Newton's method on the log likelihood, with coefficients drawn to prior ones."""
    rows = np.array([(1.0, *evidence(each.margin, each.reading)) for each in given]).reshape(-1, 3)
    right = np.array([each.right for each in given], dtype=float)
    found = prior.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (right - chance) - pull * (found - prior)
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + (pull + 1e-6) * np.eye(3)
        found = found + np.clip(np.linalg.solve(curve, slope), -1, 1)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit to the folders that the words name, say how true it is, and write the coefficients."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.calibrating", description=__doc__)
    parser.add_argument("folders", type=Path, metavar="DIR", nargs="+", help="pictures, and labels.json")
    parser.add_argument("--out", type=Path, default=_TARGET)
    options = parser.parse_args(arguments)
    cards = [card for folder in options.folders for card in _cards(folder)]
    trust = []
    for half in (0, 1):
        fitted = fit([each for at, card in enumerate(cards) if at % 2 != half for each in card])
        judged = [each for at, card in enumerate(cards) if at % 2 == half for each in card]
        trust += [(confidence_of(each.role, each.margin, each.reading, fitted), each.right) for each in judged]
    for line in reliability(trust):
        out(line)
    found = fit([each for card in cards for each in card])
    rounded = {role.value: [round(each, 3) for each in vars_of(found[role])] for role in ROLES}
    options.out.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def vars_of(found: Coefficients) -> tuple[float, float, float]:
    """The three numbers."""
    return found.base, found.margin, found.reading


def _cards(folder: Path) -> list[list[Given]]:
    kept = readings(folder)
    found = []
    for item in labels_of(folder):
        cards = kept.get(item["file"], [])
        if len(cards) == 1 and len(item["cards"]) == 1:
            found.append(given_on(cards[0].reading, item["cards"][0]))
    return found


if __name__ == "__main__":
    main()
