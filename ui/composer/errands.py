"""What a letter is for: whom it goes to, what it may say, and what sending it changes in the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cardkeeper import days
from cardkeeper.acting import Acting
from cardkeeper.library import Library
from cardkeeper.messages.forms import form_of_thanks
from cardkeeper.messages.situation import NOBODY, Situation, Somebody
from cardkeeper.model.letters import Form, first_form, form_of
from cardkeeper.model.people import (
    NOTHING_SAID,
    Channel,
    Contact,
    FollowUp,
    FollowUpKind,
    Interaction,
    MetContext,
    NextStep,
    Stage,
)
from cardkeeper.model.relationships import Consent, Handing, Matter, Outcome, PutOff
from cardkeeper.relationships import followups, introductions, promises, referrals
from cardkeeper.relationships.loop_lines import what_for
from cardkeeper.translation import tr
from ui.parts import Writing

FIRST_FORMS: Final = (
    (FollowUpKind.COFFEE, Form.COFFEE),
    (FollowUpKind.CALL, Form.CALL),
    (FollowUpKind.VIDEO, Form.VIDEO),
    (FollowUpKind.WALK, Form.WALK),
    (FollowUpKind.LUNCH, Form.LUNCH),
    (FollowUpKind.NEXT_EVENT, Form.NEXT_EVENT),
    (FollowUpKind.NOTE, Form.NOTE),
)
_FIRST_STAGES: Final = (Stage.TO_INVITE, Stage.TO_CALL, Stage.TO_SEND)


@dataclass(frozen=True, slots=True)
class Errand:
    """One letter to write."""

    contact: Contact
    form: Form
    situation: Situation
    title: str
    why: str
    question: str
    yes: str
    sent: Callable[[], None]
    """Says in the library that it was sent; nothing that stands already is said twice."""
    step: FollowUp | None = None
    """The next step that it belongs to, where it does."""
    choosable: bool = False
    """Whether it may take another of the first forms."""
    attaches: tuple[int, ...] = ()
    """The people whose contacts go with it."""

    @property
    def about(self) -> int:
        """The person whose facts stand beside it."""
        return self.contact.id


class Errands:
    """Makes errands of what is asked for."""

    def __init__(self, library: Library, my_name: Callable[[], str]) -> None:
        self._library = library
        self._my_name = my_name

    def make(self, writing: Writing, contact_id: int, today: date) -> Errand:
        """The letter that is wanted to this person. Raises WrongInput where the person is not there any more."""
        contact = self._library.people.get(contact_id)
        if writing.introduction_id:
            made = {
                Form.CALLED_OFF: self._of_calling_off,
                Form.DID_YOU_TALK: self._of_introduced,
                Form.THANKS_BOTH: self._of_introduced,
            }.get(writing.form or Form.INTRODUCTION_ASK, self._of_introduction)
            return made(writing, contact, today)
        if writing.referral_id:
            return self._of_referral(writing, contact, today)
        if writing.need_id:
            return self._of_need(writing, contact, today)
        return self._of_person(writing, contact, today)

    def _of_person(self, writing: Writing, contact: Contact, today: date) -> Errand:
        """What concerns nobody but them and me."""
        if writing.thank_you_id:
            return self._of_thanks(writing, contact, today)
        if writing.promise_id:
            return self._of_promise(writing, contact, today)
        if writing.form is Form.CHECK_IN:
            return self._of_check_in(contact, today)
        if writing.form is Form.ANSWER:
            return self._of_answer(contact, today)
        return self._of_step(writing, contact, today)

    def _situation(self, contact: Contact, **known: object) -> Situation:
        met = self._met(contact.id)
        plain = Situation(somebody(contact), met, my_name=self._my_name())
        return replace(plain, **known)  # type: ignore[arg-type]

    def _met(self, contact_id: int) -> MetContext:
        """How one met first, as lists tell it too."""
        met = [encounter.context for encounter in self._library.people.encounters(contact_id)]
        return next((context for context in reversed(met) if context.on), met[-1] if met else NOTHING_SAID)

    # The next step with somebody

    def _of_step(self, writing: Writing, contact: Contact, today: date) -> Errand:
        step = next((step for step in self._library.follow_ups.of(contact.id) if step.open), None)
        if step is None:
            return self._of_nothing(writing, contact, today)
        form = writing.form or form_of(step)
        promise = next((promise.text for promise in self._library.promises.of(contact.id) if promise.open), "")
        situation = self._situation(
            contact,
            kind=step.kind,
            meeting=step.due if step.stage is Stage.BOOKED else None,
            where=step.place,
            promise=promise if form is Form.THANKS else "",
        )
        question, yes, stage = _asked_after(step, form)

        def sent() -> None:
            self._move(
                step, stage, today, tr("Sent a short note") if form is Form.NOTE else tr("Wrote about the meeting")
            )

        return Errand(
            contact, form, situation, _title(form, contact), _due_words(step, today), question, yes, sent,
            step=step, choosable=step.stage in _FIRST_STAGES,
        )  # fmt: skip

    def _of_nothing(self, writing: Writing, contact: Contact, today: date) -> Errand:
        """A letter to somebody with whom nothing is planned: sending it begins a next step."""
        kind = contact.form or FollowUpKind.NOTE
        form = writing.form or first_form(kind)
        kind = next((kind for kind, its in FIRST_FORMS if its is form), FollowUpKind.NOTE)

        def sent() -> None:
            begun = followups.begin(contact.id, NextStep(kind, today), today)
            stage = followups.moves(begun)[0]
            moved = followups.advance(begun, stage, today)
            self._library.follow_ups.save(moved.follow_up)
            if moved.happened:
                self._library.log.add(replace(moved.happened, channel=Channel.MAIL))

        why = tr("Nothing is planned with them yet")
        situation = self._situation(contact, kind=kind)
        return Errand(
            contact, form, situation, _title(form, contact), why, tr("Did you send it?"), tr("Yes, sent"), sent,
            choosable=True,
        )  # fmt: skip

    def _move(self, step: FollowUp, stage: Stage | None, today: date, text: str) -> None:
        if self._library.follow_ups.get(step.id) != step:
            return
        if stage is None:
            self._library.log.add(Interaction(step.contact_id, today, Channel.MAIL, text=text))
            return
        if stage is Stage.INVITED and step.stage is Stage.INVITED:
            moved = followups.ask_again(step, today)
        else:
            moved = followups.advance(step, stage, today)
        self._library.follow_ups.save(moved.follow_up)
        if moved.happened:
            self._library.log.add(replace(moved.happened, channel=Channel.MAIL))

    # Introductions, referrals, needs

    def _of_introduction(self, writing: Writing, contact: Contact, today: date) -> Errand:
        introduction = self._library.introductions.get(writing.introduction_id)
        other = self._library.people.get(introduction.other(contact.id))
        sends = writing.form is Form.INTRODUCTION
        agreed = next(said for person, said, _ in introduction.sides if person == other.id)
        situation = self._situation(
            contact,
            other=somebody(other),
            may_name_other=sends or agreed is Consent.AGREED,
            why=introduction.why,
        )

        def sent() -> None:
            now = self._library.introductions.get(introduction.id)
            moved = introductions.send(now, today) if sends else introductions.ask(now, contact.id, today)
            self._library.introductions.save(moved)
            for person in (contact.id, other.id) if sends else (contact.id,):
                text = tr("Introduced to {name}", name=(other if person == contact.id else contact).name)
                said = text if sends else tr("Asked about an introduction")
                self._library.log.add(Interaction(person, today, Channel.MAIL, text=said))

        title = (
            tr("Introduce {first} and {second}", first=contact.name, second=other.name)
            if sends
            else tr("Ask {name} first", name=contact.name)
        )
        why = introduction.why if sends else tr("Before {name} learns their details", name=other.name)
        return Errand(
            contact, Form.INTRODUCTION if sends else Form.INTRODUCTION_ASK, situation, title, why,
            tr("Did you send it?"), tr("Yes, sent to both") if sends else tr("Yes, asked"), sent,
            attaches=(contact.id, other.id) if sends else (),
        )  # fmt: skip

    def _of_calling_off(self, writing: Writing, contact: Contact, today: date) -> Errand:
        """To the other side of an introduction that one side declined; it names nobody and gives no reason."""
        introduction = self._library.introductions.get(writing.introduction_id)

        def sent() -> None:
            now = self._library.introductions.get(introduction.id)
            if now.to_tell == contact.id:
                self._library.introductions.save(introductions.call_off(now, today))
                said = tr("Told that the introduction is off")
                self._library.log.add(Interaction(contact.id, today, Channel.MAIL, text=said))

        title = tr("Tell {name} that the introduction is off", name=contact.name)
        why = tr("The other side would rather not")
        situation = self._situation(contact)
        return Errand(contact, Form.CALLED_OFF, situation, title, why, tr("Did you send it?"), tr("Yes, told"), sent)

    def _of_introduced(self, writing: Writing, contact: Contact, today: date) -> Errand:
        """After both were introduced: whether they talked, and thanks to both once they did."""
        introduction = self._library.introductions.get(writing.introduction_id)
        other = self._library.people.get(introduction.other(contact.id))
        thanks = writing.form is Form.THANKS_BOTH
        names = {"first": contact.name, "second": other.name}

        def sent() -> None:
            now = self._library.introductions.get(introduction.id)
            moved = introductions.thank(now, today) if thanks else introductions.asked_whether_they_talked(now, today)
            self._library.introductions.save(moved)
            asked = tr("Asked whether they talked with {name}", name=other.name)
            for person in (contact.id, other.id) if thanks else (contact.id,):
                said = tr("Said thanks for their time") if thanks else asked
                self._library.log.add(Interaction(person, today, Channel.MAIL, text=said))

        title = (
            tr("Thank {first} and {second}", **names)
            if thanks
            else tr("Ask whether {first} and {second} talked", **names)
        )
        situation = self._situation(contact, other=somebody(other), why=introduction.why)
        return Errand(
            contact, Form.THANKS_BOTH if thanks else Form.DID_YOU_TALK, situation, title, introduction.why,
            tr("Did you send it?"), tr("Yes, thanked") if thanks else tr("Yes, asked"), sent,
        )  # fmt: skip

    def _of_referral(self, writing: Writing, contact: Contact, today: date) -> Errand:
        referral = self._library.referrals.get(writing.referral_id)
        form = writing.form or Form.CONFIRM
        hands_on = form is Form.HAND_ON
        other_id = referral.receiver_id if form is Form.HEADS_UP else referral.prospect_id
        other = self._library.people.get(other_id or referral.prospect_id)
        result = referral.result or (tr("it came to nothing") if referral.outcome is Outcome.NOTHING else "")
        situation = self._situation(contact, other=somebody(other), why=referral.about, outcome=result)

        def sent() -> None:
            now = self._library.referrals.get(referral.id)
            if form is Form.WHAT_CAME:
                again = PutOff(contact.id, Matter.OUTCOME, referral.id, today + referrals.ANSWER_AFTER, today)
                self._library.put_offs.save(again)
            else:
                how = {Form.OUTCOME: referrals.told, Form.HAND_ON: referrals.hand_on}.get(form, referrals.ask)
                self._library.referrals.save(how(now, today))
            self._library.log.add(Interaction(contact.id, today, Channel.MAIL, text=_referral_words(form, other.name)))

        title = {
            Form.HEADS_UP: tr("Ask {name} first", name=contact.name),
            Form.HAND_ON: tr("Give {name} the details of {other}", name=contact.name, other=other.name),
            Form.OUTCOME: tr("Tell {name} what came of it", name=contact.name),
            Form.WHAT_CAME: tr("Ask {name} what came of {prospect}", name=contact.name, prospect=other.name),
        }.get(form, tr("Ask {name} whether the call is expected", name=contact.name))
        given = referral.direction is Handing.GIVEN
        why = tr("For {name}", name=other.name) if given else tr("They named {name} to you", name=other.name)
        yes = {Form.OUTCOME: tr("Yes, told"), Form.HAND_ON: tr("Yes, handed on")}.get(form, tr("Yes, asked"))
        attaches = (other.id,) if hands_on else ()
        return Errand(contact, form, situation, title, why, tr("Did you send it?"), yes, sent, attaches=attaches)

    def _of_need(self, writing: Writing, contact: Contact, today: date) -> Errand:
        need = self._library.needs.get(writing.need_id)
        who = self._library.people.get(need.contact_id)
        situation = self._situation(contact, need=need.text, other=somebody(who), may_name_other=False)

        def sent() -> None:
            said = tr("Asked about a need: {need}", need=need.text)
            self._library.log.add(Interaction(contact.id, today, Channel.MAIL, text=said))

        title = tr("Ask {name} about a need", name=contact.name)
        why = tr("{name} looks for: {need}", name=who.name, need=need.text)
        return Errand(contact, Form.NEED, situation, title, why, tr("Did you send it?"), tr("Yes, asked"), sent)

    # Thanks, promises, keeping in touch

    def _of_thanks(self, writing: Writing, contact: Contact, today: date) -> Errand:
        owed = self._library.thanks.get(writing.thank_you_id)
        referral = self._library.referrals.get(owed.referral_id) if owed.referral_id else None
        prospect = somebody(self._library.people.get(referral.prospect_id)) if referral else NOBODY
        outcome = referral.result if referral else ""
        situation = self._situation(contact, kind=owed.kind, other=prospect, outcome=outcome, received=owed.text)

        def sent() -> None:
            if self._library.thanks.get(owed.id).open:
                Acting(self._library).thank(owed.id, today)

        title = _title(Form.THANKS, contact)
        why = what_for(owed)
        return Errand(
            contact, form_of_thanks(owed), situation, title, why, tr("Did you send it?"), tr("Yes, thanked"), sent
        )

    def _of_promise(self, writing: Writing, contact: Contact, today: date) -> Errand:
        promise = self._library.promises.get(writing.promise_id)
        situation = self._situation(contact, promise=promise.text)

        def sent() -> None:
            now = self._library.promises.get(promise.id)
            if now.open:
                self._library.promises.save(promises.keep(now, today))
                said = tr("Did what you promised: {promise}", promise=promise.text)
                self._library.log.add(Interaction(contact.id, today, Channel.MAIL, text=said))

        title = tr("Keep your word to {name}", name=contact.name or contact.company)
        return Errand(
            contact, Form.PROMISE, situation, title, promise.text, tr("Did you send it?"), tr("Yes, kept"), sent
        )

    def _of_check_in(self, contact: Contact, today: date) -> Errand:
        need = next((need.text for need in self._library.needs.of(contact.id) if need.open), "")
        situation = self._situation(contact, need=need)

        def sent() -> None:
            self._library.log.add(Interaction(contact.id, today, Channel.MAIL, text=tr("Asked how they are")))

        last = next(iter(self._library.log.of(contact.id)), None)
        why = tr("You last talked {ago}", ago=days.ago(last.on, today)) if last else tr("Nothing was logged yet")
        title = tr("Check in with {name}", name=contact.name or contact.company)
        return Errand(contact, Form.CHECK_IN, situation, title, why, tr("Did you send it?"), tr("Yes, sent"), sent)

    def _of_answer(self, contact: Contact, today: date) -> Errand:
        """To somebody who wrote and waits; what they wrote stands above."""
        wrote = next((entry for entry in self._library.log.of(contact.id) if entry.call_back), None)

        def sent() -> None:
            self._library.log.add(Interaction(contact.id, today, Channel.MAIL, text=tr("Answered")))

        title = tr("Answer {name}", name=contact.name or contact.company)
        why = wrote.text or tr("They wrote {ago}.", ago=days.ago(wrote.on, today)) if wrote else ""
        situation = self._situation(contact)
        return Errand(contact, Form.ANSWER, situation, title, why, tr("Did you send it?"), tr("Yes, sent"), sent)


def somebody(contact: Contact) -> Somebody:
    """A person as a letter speaks of them."""
    return Somebody(contact.name, contact.title, contact.company, contact.emails[0] if contact.emails else "")


def _asked_after(step: FollowUp, form: Form) -> tuple[str, str, Stage | None]:
    """What to ask once the mail program has opened, the answer yes, and the stage it leads to."""
    if form is Form.BOOKED or step.stage is Stage.BOOKED or (form is Form.NOTE and step.kind is not FollowUpKind.NOTE):
        return tr("Did you send it?"), tr("Yes, sent"), None
    words = {
        Stage.TO_INVITE: (tr("Yes, invited"), Stage.INVITED),
        Stage.INVITED: (tr("Yes, asked again"), Stage.INVITED),
        Stage.TO_CALL: (tr("Yes, sent"), None),
        Stage.TO_SEND: (tr("Yes, sent"), Stage.SENT),
        Stage.MET: (tr("Yes, thanked"), Stage.THANKED),
        Stage.TALKED: (tr("Yes, thanked"), Stage.THANKED),
    }
    yes, stage = words.get(step.stage, (tr("Yes, sent"), None))
    return tr("Did you send it?"), yes, stage


def _title(form: Form, contact: Contact) -> str:
    name = contact.name or contact.company
    match form:
        case Form.NOTE:
            return tr("Write to {name}", name=name)
        case Form.ASK_AGAIN | Form.ASK_ONCE_MORE:
            return tr("Ask {name} again", name=name)
        case Form.BOOKED:
            return tr("Write to {name} before you meet", name=name)
        case Form.THANKS:
            return tr("Thank {name}", name=name)
        case Form.CALL:
            return tr("Ask {name} for a call", name=name)
        case _:
            return tr("Invite {name}", name=name)


def _due_words(step: FollowUp, today: date) -> str:
    if step.stage is Stage.INVITED:
        return tr("Invited {ago}, no answer yet", ago=days.ago(step.moved_on, today))
    if step.due is None:
        return ""
    if step.due < today:
        return tr("Was due {ago}", ago=days.ago(step.due, today))
    return tr("Due {day}", day=days.ahead(step.due, today))


def _referral_words(form: Form, name: str) -> str:
    return {
        Form.HEADS_UP: tr("Asked whether I may name them to {name}", name=name),
        Form.HAND_ON: tr("Gave them the details of {name}", name=name),
        Form.OUTCOME: tr("Told what came of {name}", name=name),
        Form.WHAT_CAME: tr("Asked what came of {name}", name=name),
    }.get(form, tr("Asked whether {name} expects my call", name=name))
