"""All that the library knows of one person, read once, and what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cardkeeper import days
from cardkeeper.library import Library
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.overview import Agenda, PersonRow, Standing
from cardkeeper.model.people import Channel, Contact, Direction, Encounter, FollowUp, Interaction, MetContext
from cardkeeper.relationships.person import Between, check_in_words
from cardkeeper.relationships.step_lines import met_line
from cardkeeper.review import look_words
from cardkeeper.settings import Settings
from cardkeeper.translation import tr, trn
from ui import wording
from ui.log_box import channel_icon
from ui.person.happenings import Happened, ledger_lines


@dataclass(frozen=True, slots=True)
class Story:
    """One person with everything that belongs to them."""

    contact: Contact
    encounters: tuple[Encounter, ...]
    cards: tuple[StoredCard, ...]
    """Newest first."""
    follow_ups: tuple[FollowUp, ...]
    log: tuple[Interaction, ...]
    between: Between
    people: Mapping[int, PersonRow]
    """Everybody whom it names."""
    standing: Standing | None

    @property
    def name(self) -> str:
        """What to call the person by."""
        contact = self.contact
        return contact.name or contact.company or next(iter(contact.emails), "") or tr("No name yet")

    @property
    def next_step(self) -> FollowUp | None:
        """The open follow-up that is due first."""
        waiting = [step for step in self.follow_ups if step.open]
        return min(waiting, key=lambda step: (step.due or date.max, step.id), default=None)

    @property
    def agenda(self) -> Agenda | None:
        """The next step with what one needs to act on it."""
        step, contact = self.next_step, self.contact
        if step is None:
            return None
        phone = next(iter(contact.phones), None)
        return Agenda(
            step,
            self.name,
            contact.title,
            contact.company,
            next(iter(contact.emails), ""),
            phone.e164 or phone.number if phone else "",
            self.encounters[-1].context if self.encounters else MetContext(),
            self.log[0].on if self.log else None,
        )


def read(library: Library, contact_id: int) -> Story:
    """Read everything about a person. Raises WrongInput when there is nobody of this id."""
    log = library.log.of(contact_id)
    return Story(
        library.people.get(contact_id),
        library.people.encounters(contact_id),
        library.cards.of_contact(contact_id),
        library.follow_ups.of(contact_id),
        log,
        Between(
            library.needs.of(contact_id),
            library.promises.of(contact_id),
            tuple(entry for entry in log if entry.call_back),
            library.referrals.of(contact_id),
            library.thanks.of(contact_id),
            library.introductions.of(contact_id),
            library.favours.of(contact_id),
        ),
        library.day.people(),
        library.day.standing(contact_id),
    )


def facts_line(story: Story, settings: Settings, today: date) -> str:
    """“Met 5 times · last talked 9 days ago · called you 3 times”: facts, never a score."""
    meetings = story.people[story.contact.id].met_times
    calls = sum(entry.channel is Channel.CALL and entry.direction is Direction.THEIRS for entry in story.log)
    parts = [trn("Met once", "Met {count} times", meetings)] if meetings else []
    if story.log:
        parts.append(tr("last talked {ago}", ago=days.ago(story.log[0].on, today)))
    if calls:
        parts.append(trn("called you once", "called you {count} times", calls))
    if not parts:
        parts.append(tr("nothing logged yet"))
    check_in = check_in_words(story.standing, settings, today) if story.standing else ""
    parts += [check_in] if check_in else []
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def happened(story: Story, today: date) -> tuple[Happened, ...]:
    """The log and how one met, newest first; what has no day comes last."""
    entries = [_logged(story.name, entry) for entry in story.log]
    entries += [
        Happened(met.context.on, "card-account-details-outline", tr("You met"), _met_text(met.context, today))
        for met in story.encounters
    ]
    entries += ledger_lines(story.contact.id, story.between, story.people, today)
    return tuple(sorted(entries, key=lambda entry: entry.on or date.min, reverse=True))


def _met_text(met: MetContext, today: date) -> str:
    where = (met.event, met.place if met.place not in met.event else "")
    place = ", ".join(part for part in where if part)
    through = tr("Introduced by {name}.", name=met.through) if met.through else ""
    about = tr("You talked about {about}.", about=met.about.strip().rstrip(".")) if met.about.strip() else ""
    return " ".join(part for part in (f"{place}." if place else "", through, about) if part) or met_line(met, today)


def _logged(name: str, entry: Interaction) -> Happened:
    mine = entry.direction is Direction.MINE
    title = {
        Channel.MEETING: tr("You met"),
        Channel.CALL: tr("You called") if mine else tr("{name} called", name=name),
        Channel.MAIL: tr("You wrote") if mine else tr("{name} wrote", name=name),
        Channel.MESSAGE: tr("You sent a message") if mine else tr("{name} sent a message", name=name),
        Channel.NOTE: tr("Note"),
    }[entry.channel]
    return Happened(entry.on, channel_icon(entry.channel, entry.direction), title, entry.text, entry)


def met_sentences(story: Story, today: date) -> Iterator[tuple[str, str]]:
    """For each time one met: when, where and how; and what was talked about."""
    for encounter in story.encounters:
        met = encounter.context
        when = days.plain_day(met.on, today) if met.on else ""
        place = met.place if met.place not in met.event else ""
        through = tr("introduced by {name}", name=met.through) if met.through else ""
        how = wording.how_words(met.how) if met.how and not through else ""
        where = ", ".join(part for part in (when, met.event, place, through) if part)
        line = " · ".join(part for part in (where, how) if part)
        about = tr("You talked about {about}.", about=met.about.strip().rstrip(".")) if met.about.strip() else ""
        yield line, about


def look_at(story: Story, field: FieldName) -> str:
    """Why a field of this person still needs a look; empty when it does not."""
    if field.value not in story.contact.unsure:
        return ""
    for card in story.cards:
        for value in card.draft.all(field):
            if value.looks:
                return look_words(value.looks[0], value)
        for gap in card.draft.gaps:
            if gap.field is field:
                return look_words(gap.look)
    return tr("Needs a look: it was accepted unchecked")
