"""Answers that are kept because they are asked for again and again, and can all be forgotten at once.

What is asked about is text of cards and people, so it is gone when a library is closed, as whoever locks one expects.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_T = TypeVar("_T")
_keepers: list[_lru_cache_wrapper[Any]] = []


def remembered(most: int) -> Callable[[Callable[..., _T]], _lru_cache_wrapper[_T]]:
    """Keep so many answers of a function, as `lru_cache` does."""

    def keeper(function: Callable[..., _T]) -> _lru_cache_wrapper[_T]:
        kept = lru_cache(maxsize=most)(function)
        _keepers.append(kept)
        return kept

    return keeper


def forget() -> None:
    """Forget all answers."""
    for kept in _keepers:
        kept.cache_clear()
