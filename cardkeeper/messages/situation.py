"""What a letter can speak of: the fields that templates may use, made of what is known and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from cardkeeper.first_names import first_name, written
from cardkeeper.messages.wording import Wording
from cardkeeper.model.letters import Recipient
from cardkeeper.model.people import NOTHING_SAID, FollowUpKind, How, MetContext, Tone
from cardkeeper.model.relationships import FavourKind
from cardkeeper.translation import tr

PARTS: Final = ("greeting", "greeting_both", "we_met", "goodbye")
"""Fields that stand for pieces which many letters share and each language and tone words in its own way."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as a letter speaks to them or of them."""

    name: str = ""
    title: str = ""
    company: str = ""
    email: str = ""

    @property
    def work(self) -> str:
        return ", ".join(part for part in (self.title, self.company) if part)

    @property
    def recipient(self) -> Recipient:
        return Recipient(self.name, self.email)


NOBODY: Final = Somebody()


@dataclass(frozen=True, slots=True)
class Situation:
    """Why one writes, to whom, and what is known that the letter may say."""

    reader: Somebody
    met: MetContext = NOTHING_SAID
    kind: FollowUpKind | FavourKind | None = None
    """What was asked for, or is thanked for."""
    times: tuple[datetime, ...] = ()
    where: str = ""
    """A public place to meet at."""
    meeting: date | None = None
    my_name: str = ""
    other: Somebody = NOBODY
    """Of whom it speaks: the other side of an introduction, the prospect of a referral."""
    may_name_other: bool = True
    """Nobody is named to somebody else before they agreed; then only what they do is said."""
    why: str = ""
    need: str = ""
    outcome: str = ""
    promise: str = ""
    received: str = ""
    """What they gave: a hint at some business, a piece of advice, a favour."""


def fields_of(situation: Situation, words: Wording, today: date) -> Mapping[str, str]:
    """The simple fields by name; empty texts are what nobody knows."""
    reader, other, met = situation.reader, situation.other, situation.met
    named = other.name if situation.may_name_other else ""
    kind = situation.kind.value.replace(" ", "_") if situation.kind else ""
    texts = {
        "name": written(reader.name),
        "first_name": first_name(reader.name),
        "title": reader.title,
        "company": reader.company,
        "work": reader.work,
        "event": met.event,
        "place": met.place,
        "met_day": words.days.past(met.on, today) if met.on else "",
        "through": met.through,
        "about": met.about,
        "times": words.days.times([moment for moment in situation.times if moment.date() >= today]),
        "where": situation.where,
        "meeting_day": words.days.coming(situation.meeting, today) if situation.meeting else "",
        "asked_for": words.asked_for.get(kind, ""),
        "thanked_for": words.thanked_for.get(kind, ""),
        "my_name": situation.my_name,
        "other": written(named),
        "other_first_name": first_name(named),
        "other_work": other.work,
        "why": situation.why,
        "need": situation.need,
        "outcome": situation.outcome,
        "promise": situation.promise,
        "received": situation.received,
    }
    return {name: _in_sentence(text) for name, text in texts.items()}


def parts_of(situation: Situation, words: Wording, tone: Tone) -> Mapping[str, str]:
    """The pieces that a template may name, each still with places to fill."""
    how = {How.INTRODUCED: "we_were_introduced", How.HEARD: "i_heard_you", How.ONLINE: "we_met_online"}
    told = how.get(situation.met.how or How.TALKED, "we_met")
    if told == "we_were_introduced" and not situation.met.through:
        told = "we_met"
    if told == "we_met" and situation.met.through:
        told = "we_were_introduced"
    if told == "we_met_online" and not (situation.met.on or situation.met.event):
        told = "we_met"
    return {
        "greeting": words.parts["greeting", tone],
        "greeting_both": words.parts["greeting_both", tone],
        "we_met": words.parts[told, tone],
        "goodbye": words.parts["goodbye", tone],
    }


def meanings() -> Mapping[str, str]:
    """Every field that a template may use, with what it stands for, in the person's language."""
    return {
        "greeting": tr("The greeting of this tone"),
        "greeting_both": tr("The greeting to two people"),
        "we_met": tr("Where and when you met, and what about"),
        "goodbye": tr("The last words and your name"),
        "name": tr("Their name"),
        "first_name": tr("Their first name"),
        "title": tr("Their title"),
        "company": tr("Their company"),
        "work": tr("Their title and company"),
        "event": tr("The event where you met"),
        "place": tr("The place where you met"),
        "met_day": tr("The day you met"),
        "through": tr("Who introduced you"),
        "about": tr("What you talked about"),
        "times": tr("The times you offer"),
        "where": tr("The public place"),
        "meeting_day": tr("The day that is booked"),
        "asked_for": tr("What you asked for: a coffee, a call …"),
        "thanked_for": tr("What you thank for"),
        "my_name": tr("Your name"),
        "other": tr("The other person"),
        "other_first_name": tr("The first name of the other person"),
        "other_work": tr("What the other person does"),
        "why": tr("Why they should meet"),
        "need": tr("What is needed"),
        "outcome": tr("What came of it"),
        "promise": tr("What you promised"),
        "received": tr("What they gave you"),
    }


def _in_sentence(text: str) -> str:
    """A text as it stands within a sentence: in one line, without a full stop of its own."""
    line = " ".join(text.split())
    return line.rstrip(".").rstrip() if not line.endswith("...") else line
