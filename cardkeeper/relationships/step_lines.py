"""How a next step stands on the day's list: who and what in one line, and why, from what is known and nothing else."""

from __future__ import annotations

from datetime import date

from cardkeeper.days import ago, full_day, plain_day
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import FollowUpKind, How, MetContext, Stage
from cardkeeper.relationships.followups import may_ask_again
from cardkeeper.translation import tr, trn


def title_of(item: Agenda) -> str:
    """Who and what: “Invite Rebecca Baxter to coffee”."""
    name = item.name or item.company or item.email
    match item.follow_up.stage:
        case Stage.TO_INVITE:
            return _invite_title(item.follow_up.kind, name)
        case Stage.INVITED:
            again = may_ask_again(item.follow_up)
            return tr("Ask {name} again", name=name) if again else tr("Let the invite to {name} go", name=name)
        case Stage.BOOKED:
            return _meet_title(item.follow_up.kind, name)
        case Stage.TO_CALL:
            return tr("Call {name}", name=name)
        case Stage.TO_SEND:
            return tr("Send {name} a short note", name=name)
        case _:
            return tr("Thank {name}", name=name)


def _invite_title(kind: FollowUpKind, name: str) -> str:
    return {
        FollowUpKind.COFFEE: tr("Invite {name} to coffee", name=name),
        FollowUpKind.VIDEO: tr("Invite {name} to a video chat", name=name),
        FollowUpKind.WALK: tr("Invite {name} for a walk", name=name),
        FollowUpKind.LUNCH: tr("Invite {name} to a group lunch", name=name),
        FollowUpKind.NEXT_EVENT: tr("Ask {name} to meet at the next event", name=name),
    }[kind]


def _meet_title(kind: FollowUpKind, name: str) -> str:
    return {
        FollowUpKind.COFFEE: tr("Meet {name} over coffee", name=name),
        FollowUpKind.VIDEO: tr("Meet {name} in a video chat", name=name),
        FollowUpKind.WALK: tr("Meet {name} for a walk", name=name),
        FollowUpKind.LUNCH: tr("Meet {name} at the group lunch", name=name),
        FollowUpKind.NEXT_EVENT: tr("Meet {name} at the event", name=name),
    }[kind]


def why_of(item: Agenda, today: date) -> str:
    """Why it is on the list, in a sentence or two, from what is known and nothing else."""
    step = item.follow_up
    moved = ago(step.moved_on, today)
    match step.stage:
        case Stage.INVITED:
            return _why_invited(step.asked, moved)
        case Stage.BOOKED if step.due and step.due < today:
            return tr("It was planned for {day}. Did it happen?", day=full_day(step.due, today))
        case Stage.BOOKED:
            return tr("It is planned for {day}.", day=_day_of(step.due, today))
        case Stage.MET:
            return tr("You met {ago}.", ago=moved)
        case Stage.TALKED:
            return tr("You talked {ago}.", ago=moved)
        case _:
            return _why_first(item, today)


def _why_invited(asked: int, moved: str) -> str:
    if asked <= 1:
        return tr("Invited {ago}, no answer yet.", ago=moved)
    return trn(
        "You asked {count} time, last {ago}. No answer yet.",
        "You asked {count} times, last {ago}. No answer yet.",
        asked,
        ago=moved,
    )


def _day_of(due: date | None, today: date) -> str:
    return tr("today") if due is None or due == today else full_day(due, today)


def _why_first(item: Agenda, today: date) -> str:
    parts = [met_line(item.met, today), _about(item.met)]
    if item.last_talked and item.last_talked != item.met.on:
        parts.append(tr("Last talked {ago}.", ago=ago(item.last_talked, today)))
    said = " ".join(part for part in parts if part)
    return said or tr("Nobody said yet where you met.")


def met_line(met: MetContext, today: date) -> str:
    """“Met yesterday at Founders’ Breakfast.”, with only what is known; empty when nothing is."""
    place = met.event or met.place
    when = _when(met.on, today) if met.on else ""
    through = tr("Introduced by {name}.", name=met.through) if met.through else ""
    if met.how is How.HEARD and not through:
        through = tr("You heard them speak.")
    if place and when:
        first = tr("Met {when} at {place}.", when=when, place=place)
    elif place:
        first = tr("Met at {place}.", place=place)
    elif when:
        first = tr("Met {when}.", when=when)
    else:
        first = ""
    return " ".join(part for part in (first, through) if part)


def _when(on: date, today: date) -> str:
    """Within a month by how long ago, further back by the day."""
    near = 0 <= (today - on).days <= 31
    return ago(on, today) if near else tr("on {day}", day=plain_day(on, today))


def _about(met: MetContext) -> str:
    about = met.about.strip().rstrip(".")
    return tr("You talked about {about}.", about=about) if about else ""
