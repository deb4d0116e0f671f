"""The next step with one person: which stages follow which, and what each move means for the day and the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from cardkeeper.days import DAY, working_day_from
from cardkeeper.errors import WrongInput
from cardkeeper.model.people import Channel, FollowUp, FollowUpKind, Interaction, NextStep, Stage
from cardkeeper.translation import tr

ASK_AGAIN_AFTER: Final = timedelta(days=7)
"""How long an invite may stay without an answer before it comes up again, unless a setting says otherwise."""

MOST_ASKED: Final = 3
"""How often somebody is asked: once, and twice again in gentler words. After that it is time to let go."""

_MEETING: Final = (Stage.TO_INVITE, Stage.INVITED, Stage.BOOKED, Stage.MET, Stage.THANKED)
_CALL: Final = (Stage.TO_CALL, Stage.TALKED, Stage.THANKED)
_NOTE: Final = (Stage.TO_SEND, Stage.SENT)
_NONE: Final = (Stage.NONE,)
_CAN_FALL_THROUGH: Final = frozenset({Stage.INVITED, Stage.BOOKED})


@dataclass(frozen=True, slots=True)
class Moved:
    """A follow-up after a move, and what is to be logged where something happened."""

    follow_up: FollowUp
    happened: Interaction | None = None


def stages(kind: FollowUpKind) -> tuple[Stage, ...]:
    """The way of a kind of next step, from its beginning to its end."""
    if kind.is_meeting:
        return _MEETING
    return {FollowUpKind.CALL: _CALL, FollowUpKind.NOTE: _NOTE}.get(kind, _NONE)


def begin(contact_id: int, step: NextStep, today: date) -> FollowUp:
    """The follow-up that a chosen next step starts.

    Raises WrongInput when there is to be none without a reason, or something to do without a day.
    """
    if step.kind is FollowUpKind.NONE:
        if not step.reason.strip():
            raise WrongInput(tr("No next step was chosen, without a reason."), tr("Say why there is none."))
        return FollowUp(contact_id, step.kind, Stage.NONE, None, today, step.reason.strip())
    if step.due is None:
        raise WrongInput(tr("The next step has no day."), tr("Choose the day on which it should come up."))
    return FollowUp(contact_id, step.kind, stages(step.kind)[0], step.due, today)


def moves(follow_up: FollowUp) -> tuple[Stage, ...]:
    """The stages that it may go to from where it stands, the usual one first; none when it is over.

    Stages may be left out, since people also meet by chance; an invite or a date that fell through may be asked anew.
    """
    if not follow_up.open:
        return ()
    way = stages(follow_up.kind)
    ahead = way[way.index(follow_up.stage) + 1 :]
    back = (way[0],) if follow_up.stage in _CAN_FALL_THROUGH else ()
    return (*ahead, *back, Stage.DROPPED)


def advance(
    follow_up: FollowUp,
    stage: Stage,
    today: date,
    *,
    due: date | None = None,
    text: str = "",
    channel: Channel | None = None,
    again_after: timedelta = ASK_AGAIN_AFTER,
) -> Moved:
    """The follow-up at its next stage.

    `due`: for a booked meeting its day, else the day on which it should come up again; left out, an invite comes up
    after `again_after` to ask again, a meeting or a talk on the next working day to say thanks. `text` and `channel`
    tell more about what happened. Raises WrongInput for a stage that does not follow; to drop one, use `drop`.
    """
    if stage is Stage.DROPPED or stage not in moves(follow_up):
        raise WrongInput(
            tr("It can't be marked “{stage}” now.", stage=stage_words(stage)),
            tr("It is “{stage}”.", stage=stage_words(follow_up.stage)),
        )
    moved = replace(follow_up, stage=stage, due=_next_due(stage, today, due, again_after), moved_on=today)
    if stage is Stage.INVITED:
        moved = replace(moved, asked=follow_up.asked + 1)
    if stage is Stage.TO_INVITE:
        moved = replace(moved, asked=0, at=None, place="")
    return Moved(moved, _happened(moved, today, text, channel))


def ask_again(follow_up: FollowUp, today: date, *, again_after: timedelta = ASK_AGAIN_AFTER) -> Moved:
    """The follow-up after asking once more, in gentler words. Raises WrongInput when that would be once too often."""
    if follow_up.stage is not Stage.INVITED:
        raise WrongInput(tr("Nobody waits for an answer."), tr("It is “{stage}”.", stage=stage_words(follow_up.stage)))
    if not may_ask_again(follow_up):
        raise WrongInput(
            tr("You asked {count} times without an answer.", count=follow_up.asked), tr("Let it go, with a reason.")
        )
    asked = max(1, follow_up.asked) + 1
    again = replace(follow_up, due=today + again_after, moved_on=today, asked=asked)
    return Moved(again, Interaction(again.contact_id, today, Channel.MAIL, text=tr("Asked again")))


def may_ask_again(follow_up: FollowUp) -> bool:
    """Whether an invite without an answer may be repeated; else one offers to let it go."""
    return follow_up.stage is Stage.INVITED and follow_up.asked < MOST_ASKED


def snooze(follow_up: FollowUp, today: date, *, days: int = 1, until: date | None = None) -> FollowUp:
    """The follow-up put off: to a day, or by days from when it would come up, to a working day.

    Raises WrongInput when the day is not ahead, or nothing is left to do.
    """
    if not follow_up.open:
        raise WrongInput(tr("There is nothing left to put off."), tr("Choose a new next step instead."))
    later = until or working_day_from(max(follow_up.due or today, today) + timedelta(days=days))
    if later <= today:
        raise WrongInput(tr("That day is not ahead."), tr("Choose tomorrow or a later day."))
    return replace(follow_up, due=later, moved_on=today)


def drop(follow_up: FollowUp, reason: str, today: date) -> FollowUp:
    """The follow-up given up. Raises WrongInput without a reason, or when nothing is left to do."""
    if not follow_up.open:
        raise WrongInput(tr("There is nothing left to drop."), tr("Choose a new next step instead."))
    if not reason.strip():
        raise WrongInput(tr("It was dropped without a reason."), tr("Say why in a word or two."))
    return replace(follow_up, stage=Stage.DROPPED, due=None, reason=reason.strip(), moved_on=today)


def change(follow_up: FollowUp, step: NextStep, today: date) -> FollowUp:
    """The follow-up in another form or on another day: a call instead of a coffee. It keeps its place in the library.

    Raises WrongInput as `begin` does.
    """
    if follow_up.open and step.kind is follow_up.kind and step.due:
        return replace(follow_up, due=step.due, moved_on=today)
    return replace(begin(follow_up.contact_id, step, today), id=follow_up.id)


def stage_words(stage: Stage) -> str:
    """A stage as a person says it."""
    return {
        Stage.TO_INVITE: tr("to invite"),
        Stage.INVITED: tr("invited"),
        Stage.BOOKED: tr("booked"),
        Stage.MET: tr("met"),
        Stage.TO_CALL: tr("to call"),
        Stage.TALKED: tr("talked"),
        Stage.TO_SEND: tr("to send"),
        Stage.SENT: tr("sent"),
        Stage.THANKED: tr("thanked"),
        Stage.DROPPED: tr("dropped"),
        Stage.NONE: tr("none, on purpose"),
    }[stage]


def _next_due(stage: Stage, today: date, chosen: date | None, again_after: timedelta) -> date | None:
    if stage in (Stage.THANKED, Stage.SENT):
        return None
    if chosen:
        return chosen
    if stage in (Stage.INVITED, Stage.BOOKED):
        return today + again_after
    return working_day_from(today + DAY)


def _happened(moved: FollowUp, today: date, text: str, channel: Channel | None) -> Interaction | None:
    """What the log keeps of a move; agreeing on a day is part of the invite, and asking anew has not happened yet."""
    said = _log_words(moved)
    if said is None:
        return None
    usual, words = said
    return Interaction(moved.contact_id, today, channel or usual, text=text.strip() or words)


def _log_words(moved: FollowUp) -> tuple[Channel, str] | None:
    match moved.stage:
        case Stage.INVITED:
            return Channel.MAIL, _invited_words(moved.kind)
        case Stage.MET:
            return Channel.MEETING, _met_words(moved.kind)
        case Stage.TALKED:
            return Channel.CALL, tr("Talked on the phone")
        case Stage.SENT:
            return Channel.MAIL, tr("Sent a short note")
        case Stage.THANKED:
            return Channel.MAIL, tr("Said thanks")
        case _:
            return None


def _invited_words(kind: FollowUpKind) -> str:
    return {
        FollowUpKind.COFFEE: tr("Invited to coffee"),
        FollowUpKind.VIDEO: tr("Invited to a video chat"),
        FollowUpKind.WALK: tr("Invited for a walk"),
        FollowUpKind.LUNCH: tr("Invited to a group lunch"),
        FollowUpKind.NEXT_EVENT: tr("Asked to meet at the next event"),
    }.get(kind, tr("Invited"))


def _met_words(kind: FollowUpKind) -> str:
    return {
        FollowUpKind.COFFEE: tr("Met over coffee"),
        FollowUpKind.VIDEO: tr("Met in a video chat"),
        FollowUpKind.WALK: tr("Met on a walk"),
        FollowUpKind.LUNCH: tr("Met at a group lunch"),
        FollowUpKind.NEXT_EVENT: tr("Met at the event"),
    }.get(kind, tr("Met"))
