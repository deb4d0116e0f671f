"""What one could ask a person: about what they need, what they told the last time, and how it went."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from cardkeeper.model.people import Channel, Direction, Interaction, MetContext
from cardkeeper.model.relationships import Need
from cardkeeper.translation import tr

_MOST = 3
_LONGEST = 120
"""Characters of what was told; more can't be taken in while the phone rings."""
_STALE = timedelta(days=3)
"""What was told within so few days needs no asking after."""


def could_ask(
    needs: Iterable[Need], log: Iterable[Interaction], encounters: Iterable[MetContext], today: date
) -> tuple[str, ...]:
    """Questions for the next talk, at most three, each from something that was said; the two plain ones else."""
    found = [tr("Have they found {what}?", what=_bare(need.text)) for need in needs if need.open]
    told = next((entry for entry in log if _is_told(entry) and entry.on <= today - _STALE), None)
    if told is not None:
        found.append(tr("Last time: “{told}” How did it go on?", told=_sentence(told.text)))
    about = next((met.about for met in encounters if met.about.strip()), "")
    if about and told is None:
        found.append(tr("You talked about {about}. What became of it?", about=_bare(about)))
    return tuple(found[:_MOST]) or (tr("What is going on in their world?"), tr("What do they need?"))


def _is_told(entry: Interaction) -> bool:
    """Whether an entry holds what a person said, and not only that a mail was sent."""
    talked = entry.channel in (Channel.MEETING, Channel.CALL) or entry.direction is Direction.THEIRS
    return talked and len(entry.text.split()) > 2


def _bare(text: str) -> str:
    return text.strip().rstrip(".!?")


def _sentence(text: str) -> str:
    """The first sentence, or as much of it as can be taken in."""
    first = text.strip().split(". ")[0].rstrip(".")
    return f"{first}." if len(first) <= _LONGEST else f"{first[:_LONGEST].rsplit(maxsplit=1)[0]} …"
