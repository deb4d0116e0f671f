"""Cells that no spreadsheet takes for a formula, and what they said before they were made so."""

from __future__ import annotations

import re
from typing import Final

_TRIGGERS: Final = tuple("=+-@\t\r\n\0＝＋－＠")
"""First characters that make a spreadsheet take a text for a formula (OWASP, CSV injection), and their wide forms."""

_UNSEEN: Final = "\ufeff\u200b\u2060"
"""Marks without width, which may stand before a formula as blanks may."""

_ONLY_SAYS: Final = re.compile(r'="([^"]*)"')


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before it where one would.

    A text that begins so by itself gets a second one, so that taking one away gives the text again.
    """
    return f"'{text}" if _is_formula(text) else text


def bare(cell: str) -> str:
    """A cell without what exports put around a text for a spreadsheet.

    That is the apostrophe of `safe`, or a formula that only says the text, as `="0123"`.
    """
    if said := _ONLY_SAYS.fullmatch(cell):
        return said[1]
    return cell[1:] if cell.startswith("'") and _is_formula(cell) else cell


def _is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for one, were it not for the apostrophes before it."""
    if not text or text[0].isalnum():  # nearly all cells there are
        return False
    plain = text.lstrip("'")
    return plain.startswith(_TRIGGERS) or plain.lstrip(_UNSEEN).lstrip().lstrip(_UNSEEN).startswith(_TRIGGERS)
