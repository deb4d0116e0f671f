"""An situation of which everything is known, and one of which nothing is."""

from __future__ import annotations

from datetime import date, datetime

from cardkeeper.messages.situation import Situation, Somebody
from cardkeeper.model.people import FollowUpKind, How, MetContext

TODAY = date(2026, 11, 19)
"""A Thursday."""
BREAKFAST = MetContext("Founders’ Breakfast", date(2026, 11, 18), "Rotunda", How.TALKED, about="first-time buyers")
REBECCA = Somebody("Rebecca Baxter", "Loan officer", "Prismworks", "rebecca@example.org")
BOBBY = Somebody("Bobby Perry", "Architect", "Sable Labs", "bobby@example.org")
TIMES = (datetime(2026, 11, 24, 10), datetime(2026, 11, 26, 15, 30))  # noqa: DTZ001 - as it hangs on the wall

FULL = Situation(
    REBECCA,
    BREAKFAST,
    FollowUpKind.COFFEE,
    TIMES,
    "Café Lindenhof",
    date(2026, 11, 24),
    "Anna Weber",
    BOBBY,
    why="both turn labs into homes",
    need="lab space near the water",
    outcome="they signed in May",
    promise="send the guide in Polish",
    received="a clinic in Calau that needs pumps",
)
NOTHING = Situation(Somebody())
