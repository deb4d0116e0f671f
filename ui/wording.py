"""How days, next steps and meetings are said in one line, the same on every page."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from cardkeeper import days
from cardkeeper.model.people import FollowUp, FollowUpKind, How, MetContext, Stage, Tier
from cardkeeper.model.people import Tone as LetterTone
from cardkeeper.translation import tr, trn


class Tone(StrEnum):
    """How a text stands out; the words say the same without the colour."""

    PLAIN = "plain"
    QUIET = "quiet"
    WARN = "warn"
    LATE = "late"
    LINK = "link"
    """What can be done, in a word; a press does it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A short text and how it stands out."""

    text: str
    tone: Tone = Tone.PLAIN


def day(on: date, today: date) -> str:
    """A day as a column shows it: with the year only where it is another one."""
    if on.year == today.year:
        return tr("{day} {month}", day=on.day, month=days.short_month(on))
    return tr("{day} {month} {year}", day=on.day, month=days.short_month(on), year=on.year)


def kind_words(kind: FollowUpKind) -> str:
    """The form of a next step as a noun."""
    return {
        FollowUpKind.COFFEE: tr("Coffee"),
        FollowUpKind.CALL: tr("Call"),
        FollowUpKind.VIDEO: tr("Video chat"),
        FollowUpKind.WALK: tr("Walk"),
        FollowUpKind.LUNCH: tr("Lunch"),
        FollowUpKind.NEXT_EVENT: tr("Next event"),
        FollowUpKind.NOTE: tr("Note"),
        FollowUpKind.NONE: tr("None, on purpose"),
    }[kind]


def step_words(step: FollowUp | None, today: date) -> Said:
    """The next step with a person in one short text."""
    if step is None:
        return Said(tr("Next step not set"), Tone.WARN)
    what = kind_words(step.kind)
    if not step.open:
        return Said(_closed_words(step, what), Tone.QUIET)
    if step.due is not None and step.due < today:
        late = (today - step.due).days
        return Said(trn("{what}, {count} day late", "{what}, {count} days late", late, what=what), Tone.LATE)
    if step.due is None:
        return Said(_stage_words(step.stage, what))
    return Said(tr("{what}, {day}", what=_stage_words(step.stage, what), day=day(step.due, today)))


def _stage_words(stage: Stage, what: str) -> str:
    match stage:
        case Stage.INVITED:
            return tr("{what}: invited", what=what)
        case Stage.BOOKED:
            return tr("{what}: booked", what=what)
        case Stage.MET | Stage.TALKED:
            return tr("Say thanks")
        case _:
            return what


def _closed_words(step: FollowUp, what: str) -> str:
    match step.stage:
        case Stage.DROPPED:
            return tr("Dropped: {reason}", reason=step.reason) if step.reason else tr("Dropped")
        case Stage.NONE:
            return tr("None: {reason}", reason=step.reason) if step.reason else what
        case _:
            return tr("{what}: done", what=what)


def met_words(met: MetContext) -> str:
    """Where somebody was met, as short as a column allows."""
    if met.event:
        return met.event
    if met.through:
        return tr("Through {name}", name=met.through)
    if met.place:
        return met.place
    return how_words(met.how) if met.how else ""


def how_words(how: How) -> str:
    """How somebody was met."""
    return {
        How.TALKED: tr("Talked"),
        How.INTRODUCED: tr("Introduced"),
        How.EXCHANGED: tr("Exchanged cards"),
        How.HEARD: tr("Heard them speak"),
        How.ONLINE: tr("Online"),
        How.OTHER: tr("Another way"),
    }[how]


def form_words(kind: FollowUpKind) -> str:
    """A form of meeting as one chooses it."""
    return {
        FollowUpKind.COFFEE: tr("Coffee"),
        FollowUpKind.CALL: tr("Call"),
        FollowUpKind.VIDEO: tr("Video"),
        FollowUpKind.WALK: tr("Walk"),
        FollowUpKind.LUNCH: tr("Group lunch"),
        FollowUpKind.NEXT_EVENT: tr("At the next event"),
        FollowUpKind.NOTE: tr("Short note"),
    }[kind]


def letter_tone_words(tone: LetterTone) -> str:
    """How near a letter comes."""
    return {LetterTone.WARM: tr("Warm"), LetterTone.PLAIN: tr("Plain"), LetterTone.FORMAL: tr("Formal")}[tone]


def work_words(title: str, company: str) -> str:
    """A title and a company in one line."""
    return tr("{title}, {company}", title=title, company=company) if title and company else title or company


def tier_words(tier: Tier | None) -> str:
    """How often one wants to be in touch."""
    if tier is None:
        return tr("No tier")
    return {
        Tier.A: tr("Tier A, every 3 weeks"),
        Tier.B: tr("Tier B, every 2 months"),
        Tier.C: tr("Tier C, every 6 months"),
        Tier.D: tr("Tier D, once a year"),
    }[tier]


def moment(at: datetime, now: datetime) -> str:
    """A moment of the past, to the minute where that is of today or yesterday: “today at 09:14”, “3 Nov”."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return tr("today at {time}", time=f"{local:%H:%M}")
    if local.date() == now.date() - timedelta(days=1):
        return tr("yesterday at {time}", time=f"{local:%H:%M}")
    return day(local.date(), now.date())


def tool_tip(text: str) -> str:
    """A text from outside as a tool tip, which Qt would take for markup where it looks like some."""
    return f"<qt>{html.escape(text)}</qt>" if "<" in text or "&" in text else text


def short(text: str, most: int = 40) -> str:
    """A text in one line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
