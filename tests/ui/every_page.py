"""The names of all pages, for tests that hold on every one of them."""

from __future__ import annotations

from typing import Any

from ui.main_window.routes import makers


def pages() -> tuple[str, ...]:
    """Every page of the window; what they are made of is not asked for here."""
    nothing: Any = None
    return tuple(makers(nothing, nothing, nothing))
