"""What can be done about a next step from any page: its words, and the one change to the library that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cardkeeper import days
from cardkeeper.days import days_to_follow_up, working_day_from
from cardkeeper.library import Library
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import FollowUpKind, NextStep, Stage
from cardkeeper.relationships import followups
from cardkeeper.translation import tr, trc


class Means(StrEnum):
    """How one begins to act on a next step."""

    WRITE = "write"
    CALL = "call"
    MARK = "mark"
    DROP = "drop"
    OPEN = "open"
    OPEN_OTHER = "open the other person"


@dataclass(frozen=True, slots=True)
class Action:
    """The action that a row offers first: how, in which words, with which icon."""

    means: Means
    text: str
    icon: str


def first_action(item: Agenda) -> Action:
    """What to do about a follow-up with the contact points that there are: write, call, or only mark it."""
    stage = item.follow_up.stage
    if stage is Stage.BOOKED:
        return Action(Means.MARK, mark_words(followups.moves(item.follow_up)[0]), "check")
    if stage is Stage.INVITED and not followups.may_ask_again(item.follow_up):
        return Action(Means.DROP, tr("Let it go"), "close")
    ways = {Means.WRITE: bool(item.email), Means.CALL: bool(item.phone)}
    order = (Means.CALL, Means.WRITE) if stage is Stage.TO_CALL else (Means.WRITE, Means.CALL)
    means = next((way for way in order if ways[way]), Means.MARK)
    return {
        Means.WRITE: Action(means, write_words(stage), "email-outline"),
        Means.CALL: Action(means, trc("to do", "Call"), "phone-outline"),
        Means.MARK: Action(means, mark_words(followups.moves(item.follow_up)[0]), "check"),
    }[means]


def write_words(stage: Stage) -> str:
    """What the mail of a stage is."""
    return {
        Stage.TO_INVITE: tr("Write invite"),
        Stage.INVITED: tr("Write again"),
        Stage.MET: tr("Write thanks"),
        Stage.TALKED: tr("Write thanks"),
        Stage.TO_SEND: tr("Write note"),
    }.get(stage, tr("Write"))


def mark_words(stage: Stage) -> str:
    """The button that says a stage is reached."""
    return {
        Stage.TO_INVITE: tr("Invite again"),
        Stage.INVITED: tr("Invited"),
        Stage.BOOKED: tr("Booked"),
        Stage.MET: tr("Met"),
        Stage.TO_CALL: tr("Call again"),
        Stage.TALKED: tr("Talked"),
        Stage.SENT: tr("Sent"),
        Stage.THANKED: tr("Thanked"),
    }.get(stage, tr("Done"))


def icon_of(item: Agenda) -> str:
    """The icon of a follow-up as it stands."""
    if item.follow_up.stage in (Stage.MET, Stage.TALKED):
        return "hand-heart-outline"
    return kind_icon(item.follow_up.kind)


def kind_icon(kind: FollowUpKind) -> str:
    return {
        FollowUpKind.COFFEE: "coffee-outline",
        FollowUpKind.CALL: "phone-outline",
        FollowUpKind.VIDEO: "video-outline",
        FollowUpKind.WALK: "walk",
        FollowUpKind.LUNCH: "silverware-fork-knife",
        FollowUpKind.NEXT_EVENT: "ticket-outline",
        FollowUpKind.NOTE: "email-outline",
        FollowUpKind.NONE: "minus-circle-outline",
    }[kind]


def asked_after(item: Agenda, means: Means) -> tuple[str, str, Stage] | None:
    """What to ask once the mail program or the telephone has opened: question, the answer yes, and what it means.

    None where neither a mail nor a call moves the follow-up on.
    """
    stage = item.follow_up.stage
    if means is Means.CALL:
        return (tr("Did you talk?"), *_talked(stage)) if stage in (Stage.TO_CALL, Stage.TO_INVITE) else None
    answers = {
        Stage.TO_INVITE: (tr("Yes, invited"), Stage.INVITED),
        Stage.MET: (tr("Yes, thanked"), Stage.THANKED),
        Stage.TALKED: (tr("Yes, thanked"), Stage.THANKED),
        Stage.TO_SEND: (tr("Yes, sent"), Stage.SENT),
    }
    return (tr("Did you send it?"), *answers[stage]) if stage in answers else None


def _talked(stage: Stage) -> tuple[str, Stage]:
    return (tr("Yes, talked"), Stage.TALKED) if stage is Stage.TO_CALL else (tr("Yes, invited"), Stage.INVITED)


def snooze_choices(today: date) -> tuple[tuple[str, date], ...]:
    """The usual days to put something off to: each named once, also where two of them are one day."""
    monday = days.monday_of(today) + timedelta(days=7)
    choices = ((tr("1 day"), today + days.DAY), (tr("Monday"), monday), (tr("Next week"), today + timedelta(days=7)))
    found: dict[date, str] = {}
    for words, on in choices:
        found.setdefault(on, words)
    return tuple((words, on) for on, words in found.items())


class Steps:
    """Moves next steps on in the library; each call is one change that can be undone, said in a sentence.

    What is asked about a step that has moved on meanwhile is not done: it was asked twice.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def mark(self, item: Agenda, stage: Stage, today: date, *, due: date | None = None) -> None:
        """Say that a stage is reached; what happened is logged with it. Raises WrongInput where it does not follow."""
        if not self._stands(item):
            return
        moved = followups.advance(item.follow_up, stage, today, due=due)
        said = tr("{name}: {stage}", name=item.name or item.company, stage=followups.stage_words(stage))
        with self._library.transaction(said):
            self._library.follow_ups.save(moved.follow_up)
            if moved.happened:
                self._library.log.add(moved.happened)

    def snooze(self, item: Agenda, until: date, today: date) -> None:
        """Put it off to a day. Raises WrongInput for a day that is not ahead."""
        if not self._stands(item):
            return
        later = followups.snooze(item.follow_up, today, until=until)
        with self._library.transaction(_snoozed_words(item, until, today)):
            self._library.follow_ups.save(later)

    def drop(self, item: Agenda, reason: str, today: date) -> None:
        """Give it up. Raises WrongInput without a reason."""
        if not self._stands(item):
            return
        dropped = followups.drop(item.follow_up, reason, today)
        with self._library.transaction(tr("Dropped the next step with {name}", name=item.name or item.company)):
            self._library.follow_ups.save(dropped)

    def change(self, item: Agenda, kind: FollowUpKind, today: date) -> None:
        """Take another form, on the same day where that is ahead."""
        if not self._stands(item):
            return
        due = item.follow_up.due
        step = NextStep(kind, max(due, today) if due else working_day_from(today))
        changed = followups.change(item.follow_up, step, today)
        with self._library.transaction(tr("Changed the next step with {name}", name=item.name or item.company)):
            self._library.follow_ups.save(changed)

    def begin(self, contact_id: int, name: str, step: NextStep, today: date) -> None:
        """Choose a next step where none is open. Raises WrongInput for none without a reason."""
        if any(known.open for known in self._library.follow_ups.of(contact_id)):
            return
        begun = followups.begin(contact_id, step, today)
        with self._library.transaction(tr("Chose the next step with {name}", name=name)):
            self._library.follow_ups.save(begun)

    def _stands(self, item: Agenda) -> bool:
        return self._library.follow_ups.get(item.follow_up.id) == item.follow_up


def usual_day(today: date) -> date:
    """The day of a next step that is chosen now."""
    return days_to_follow_up(today, today)


def _snoozed_words(item: Agenda, until: date, today: date) -> str:
    return tr("Snoozed {name} until {day}", name=item.name or item.company, day=days.ahead(until, today))
