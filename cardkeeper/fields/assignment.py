"""Who is who: scores every way to give groups of print to the roles of a card and takes the best as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from cardkeeper.fields.facts import Points
from cardkeeper.fields.grouping import Group
from cardkeeper.fields.placing import BESIDES, GAINS, placed
from cardkeeper.fields.weights import weighed
from cardkeeper.model.drafts import FieldName

ROLES: Final = (FieldName.NAME, FieldName.COMPANY, FieldName.TITLE, FieldName.ADDRESS, FieldName.DEPARTMENT)
LEFT_EMPTY: Final = "left empty"
_EMPTY: Final = {
    FieldName.NAME: -2.0,
    FieldName.COMPANY: -0.6,
    FieldName.TITLE: -0.2,
    FieldName.ADDRESS: 0.0,
    FieldName.DEPARTMENT: 0.0,
}
CUT: Final = 1.2
"""Points that a group loses where it ends within a printed line; most of it comes back when the rest has a role too."""
KEPT: Final = 14
"""Candidates of each role that are tried together with those of the others."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group in a role, with what speaks for it."""

    role: FieldName
    group: Group | None
    points: float
    reasons: Points

    @property
    def mask(self) -> int:
        return self.group.mask if self.group else 0


@dataclass(frozen=True, slots=True)
class Assignment:
    """The best way to give out the roles, and for each role how far the best other way is behind, in points."""

    chosen: dict[FieldName, Candidate]
    points: float
    margins: dict[FieldName, float]
    others: dict[FieldName, Candidate | None]
    """For each role what the best other way would put there."""


def shortlist(role: FieldName, candidates: Sequence[Candidate], most: int = KEPT) -> list[Candidate]:
    """The best few candidates of a role, with leaving it empty among them."""
    empty = Candidate(role, None, _EMPTY[role], ((LEFT_EMPTY, _EMPTY[role]),))
    best = sorted((c for c in candidates if c.points > _EMPTY[role] - 3.5), key=lambda c: -c.points)[:most]
    return sorted([*best, empty], key=lambda c: -c.points)


def assign(lists: dict[FieldName, list[Candidate]]) -> Assignment:
    """Search all combinations of the shortlists whose groups share no print."""
    best_points, best = _search(lists, {})
    margins: dict[FieldName, float] = {}
    others: dict[FieldName, Candidate | None] = {}
    for role in ROLES:
        points, other = _search(lists, {role: best[role].mask})
        margins[role] = best_points - points
        others[role] = other.get(role)
    return Assignment(_with_places(best), best_points, margins, others)


def _with_places(chosen: dict[FieldName, Candidate]) -> dict[FieldName, Candidate]:
    """The chosen candidates, their reasons with those of the places of the others."""
    result: dict[FieldName, Candidate] = {}
    for role, candidate in chosen.items():
        before = {other.role: other.group for other in result.values() if other.group}
        places = weighed(role, placed(role, candidate.group, before)) if candidate.group else ()
        result[role] = replace(candidate, reasons=(*candidate.reasons, *places))
    return result


def _search(
    lists: dict[FieldName, list[Candidate]], banned: dict[FieldName, int]
) -> tuple[float, dict[FieldName, Candidate]]:
    options = [[c for c in lists[role] if banned.get(role) != c.mask] for role in ROLES]
    if any(not each for each in options):
        return -99.0, {}
    refund = 2.4 * CUT if any(c.group and c.group.cuts for c in options[0]) else 0.0
    most = {role: _most(role) + (refund if role is not ROLES[0] else 0.0) for role in ROLES}
    ahead = [0.0] * (len(ROLES) + 1)
    for index in range(len(ROLES) - 1, -1, -1):
        ahead[index] = ahead[index + 1] + options[index][0].points + most[ROLES[index]]
    state = _State(options, ahead, most)
    state.go(0, 0, 0.0, [])
    return state.points, dict(zip(ROLES, state.best, strict=False))


def other_addresses(candidates: Sequence[Candidate], used: int) -> list[Candidate]:
    """Further offices: address groups beside the chosen one, best first, that share no print with anything chosen."""
    found: list[Candidate] = []
    enough = max(3.0, 0.75 * candidates[0].points)
    for candidate in candidates:
        if candidate.group and candidate.points >= enough and not candidate.mask & used:
            found.append(candidate)
            used |= candidate.mask
    return found


@lru_cache(maxsize=8)
def _most(role: FieldName) -> float:
    """The most that a role can gain by where the others stand."""
    near = max((worth for _, worth in weighed(role, GAINS.get(role, ()))), default=0.0)
    besides = weighed(role, BESIDES.get(role, ()))
    return near + sum(max(0.0, worth) for _, worth in besides)


class _State:
    """One search, deepest first, cut where the rest can't beat what was found."""

    def __init__(self, options: list[list[Candidate]], ahead: list[float], most: dict[FieldName, float]) -> None:
        self.options = options
        self.ahead = ahead
        self.most = most
        self.points = -1e9
        self.best: list[Candidate] = []

    def go(self, depth: int, used: int, points: float, chosen: list[Candidate]) -> None:
        if depth == len(self.options):
            if points > self.points:
                self.points, self.best = points, list(chosen)
            return
        for candidate in self.options[depth]:
            if points + candidate.points + self.most[ROLES[depth]] + self.ahead[depth + 1] <= self.points:
                break
            if candidate.mask & used:
                continue
            gained = points + candidate.points + _together(candidate, chosen)
            chosen.append(candidate)
            self.go(depth + 1, used | candidate.mask, gained, chosen)
            chosen.pop()


def _together(candidate: Candidate, chosen: list[Candidate]) -> float:
    """What a role gains or loses by where the others stand."""
    group = candidate.group
    if group is None:
        return 0.0
    others = {other.role: other.group for other in chosen if other.group}
    shared = sum((group.cuts & other.cuts).bit_count() for other in others.values()) if group.cuts else 0
    points = sum(worth for _, worth in weighed(candidate.role, placed(candidate.role, group, others)))
    return shared * 1.2 * CUT + points
