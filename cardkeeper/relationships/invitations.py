"""First words to someone one has met: a plain invitation that says what it is and what it is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from cardkeeper.days import ago, full_day
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import FollowUp, FollowUpKind, MetContext, Stage
from cardkeeper.translation import tr


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that the person sends from their own mail program."""

    to: str
    subject: str
    body: str

    @property
    def url(self) -> str:
        return mailto(self.to, self.subject, self.body)


def mailto(to: str, subject: str = "", body: str = "") -> str:
    """A mailto address after RFC 6068: everything but letters, digits and `-._~@` as percent-encoded UTF-8.

    Line breaks become %0D%0A; nothing in the texts can add a recipient or a header.
    """
    lines = "\r\n".join(body.splitlines())
    fields = [f"{name}={quote(text, safe='')}" for name, text in (("subject", subject), ("body", lines)) if text]
    return f"mailto:{quote(to.strip(), safe='@')}" + (f"?{'&'.join(fields)}" if fields else "")


def letter_for(item: Agenda, today: date) -> Letter:
    """The mail that the follow-up's stage asks for: an invitation, a reminder, thanks, or a short note."""
    stage = item.follow_up.stage
    if stage is Stage.INVITED:
        paragraphs = (_asked_again(item.follow_up.kind), _no_pitch())
        return Letter(item.email, _subject(item), _body(item, paragraphs))
    if stage in (Stage.MET, Stage.TALKED):
        return Letter(item.email, tr("Thank you"), _body(item, (_thanks(item.follow_up.kind),)))
    if stage is Stage.BOOKED:
        return Letter(item.email, _subject(item), _body(item, (_looking_forward(item.follow_up, today),)))
    if stage is Stage.TO_INVITE and item.follow_up.kind.is_meeting:
        return Letter(item.email, _subject(item), _body(item, (_met(item.met, today), _ask(item), _no_pitch())))
    paragraphs = (_met(item.met, today), tr("I would like to stay in touch and to hear more about what you do."))
    return Letter(item.email, _note_subject(item.met), _body(item, paragraphs))


def _subject(item: Agenda) -> str:
    subjects = {
        FollowUpKind.COFFEE: tr("A coffee?"),
        FollowUpKind.VIDEO: tr("A short video chat?"),
        FollowUpKind.WALK: tr("A walk?"),
        FollowUpKind.LUNCH: tr("Lunch in a small group?"),
        FollowUpKind.NEXT_EVENT: tr("See you at the next event?"),
    }
    return subjects.get(item.follow_up.kind, _note_subject(item.met))


def _note_subject(met: MetContext) -> str:
    return tr("Good to meet you at {event}", event=met.event) if met.event else tr("Good to meet you")


def _body(item: Agenda, paragraphs: tuple[str, ...]) -> str:
    greeting = tr("Hello {name},", name=item.name) if item.name else tr("Hello,")
    return "\n\n".join((greeting, *(paragraph for paragraph in paragraphs if paragraph))) + "\n"


def _met(met: MetContext, today: date) -> str:
    """Only what is known of the meeting; nothing when nothing is."""
    place = met.event or met.place
    if place and met.on:
        first = tr("It was good to meet you at {place} {day}.", place=place, day=_when(met.on, today))
    elif place:
        first = tr("It was good to meet you at {place}.", place=place)
    elif met.on:
        first = tr("It was good to meet you {day}.", day=_when(met.on, today))
    else:
        first = ""
    about = tr("We talked about {about}.", about=met.about.strip().rstrip(".")) if met.about.strip() else ""
    return " ".join(part for part in (first, about) if part)


def _when(on: date, today: date) -> str:
    near = (today - on).days in (0, 1)
    return ago(on, today) if near else tr("on {day}", day=full_day(on, today))


def _ask(item: Agenda) -> str:
    return {
        FollowUpKind.COFFEE: tr(
            "Would you like to have a coffee one of these days, at a café that is easy for you to reach? "
            "I would like to hear about your work."
        ),
        FollowUpKind.VIDEO: tr(
            "Would you have twenty minutes for a video chat one of these days? I would like to hear about your work."
        ),
        FollowUpKind.WALK: tr(
            "Would you like to go for a walk one of these days, in a park that is easy for you to reach? "
            "I would like to hear about your work."
        ),
        FollowUpKind.LUNCH: tr(
            "Some of us are going to have lunch together one of these days. Would you like to come along? "
            "I would like to hear about your work."
        ),
        FollowUpKind.NEXT_EVENT: tr("Will you be there the next time? I would like to hear more about your work then."),
    }[item.follow_up.kind]


def _no_pitch() -> str:
    return tr("This is no pitch, I am not selling anything. If it does not suit you, just say no.")


def _asked_again(kind: FollowUpKind) -> str:
    if kind is FollowUpKind.NEXT_EVENT:
        return tr("I asked some days ago whether we will meet at the next event. Will you be there?")
    return tr("I wrote some days ago and asked whether we could meet. Would one of the next days suit you?")


def _looking_forward(booked: FollowUp, today: date) -> str:
    if booked.due is None or booked.due <= today:
        return tr("I look forward to meeting you.")
    return tr("I look forward to meeting you on {day}. Does it still suit you?", day=full_day(booked.due, today))


def _thanks(kind: FollowUpKind) -> str:
    return {
        FollowUpKind.COFFEE: tr("Thank you for the coffee and for your time. It was good to hear about your work."),
        FollowUpKind.WALK: tr("Thank you for the walk and for your time. It was good to hear about your work."),
        FollowUpKind.LUNCH: tr("Thank you for coming to lunch. It was good to hear about your work."),
    }.get(kind, tr("Thank you for the talk and for your time. It was good to hear about your work."))
