"""What will become of the card under review: a new person or one who is known, and which next step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from cardkeeper import matching, review
from cardkeeper.matching import Match
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import FollowUpKind, NextStep
from cardkeeper.translation import tr
from ui.review.editing import Editing
from ui.review.known import Decisions, Difference, differences, met_words
from ui.review.step import WeekLoad
from ui.session import Session


class Deciding(QObject):
    """Holds what a person decided about each card of the sitting, and what holds until they do."""

    known_changed = Signal()

    def __init__(self, session: Session, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = editing
        self._decisions = Decisions()
        self._matches: tuple[Match, ...] = ()
        self._load = WeekLoad()

    # Who it is

    def look_for_known(self) -> None:
        """Look whether the draft as it stands is of somebody in the library."""
        draft = self._editing.draft
        found = matching.find_known(draft, self._session.library.people.candidates(draft))
        if found != self._matches:
            self._matches = found
            self.known_changed.emit()

    def match(self) -> tuple[Match, bool] | None:
        """Somebody whom the card may be of, and whether it will be taken for theirs."""
        return self._decisions.current(self._card_id(), self._matches)

    def say_same(self, *, same: bool) -> None:
        """Take what a person says about the match that shows."""
        shown = self.match()
        if shown is not None:
            self._decisions.say(self._card_id(), shown[0].contact.id, same=same)
            self.known_changed.emit()

    def changes(self, match: Match) -> tuple[Difference, ...]:
        """What the card would change about somebody known."""
        contact = review.contact_of(self._editing.draft)
        taken = Accepted(contact, self._editing.context, self.step())
        merged = review.merge(match.contact, taken, self._session.today())
        return differences(match.contact, merged.contact)

    def met(self, match: Match) -> str:
        """When and where somebody known was met last."""
        encounters = self._session.library.people.encounters(match.contact.id)
        return met_words(encounters, self._session.today())

    # What comes next

    def count_weeks(self) -> None:
        """Count anew how many meetings each week has."""
        self._load.load(self._session.library.follow_ups.agenda())

    def step(self) -> NextStep:
        """The next step that a person chose, else the usual one within two days of the meeting."""
        usual = self._usual()
        chosen = self._editing.next_step
        if chosen is None:
            return usual
        return replace(chosen, due=chosen.due or usual.due) if chosen.kind is not FollowUpKind.NONE else chosen

    def choose(self, step: NextStep) -> None:
        """Take the next step that a person chose."""
        self._editing.set_step(step)

    def step_words(self) -> str:
        """What the next step means, in words."""
        step, today = self.step(), self._session.today()
        if step.kind is FollowUpKind.NONE:
            return ""
        usual = self._usual()
        within = self._editing.context.on is not None and step.due == usual.due
        first = tr("Within two days of meeting.") if within and (usual.due or today) > today else ""
        return f"{first} {self._load.words(step, today, self._session.settings.weekly_limit)}".strip()

    def _usual(self) -> NextStep:
        """What is proposed for somebody new, as it is set."""
        settings = self._session.settings
        return review.default_step(
            self._session.today(),
            self._editing.context.on,
            kind=settings.next_step,
            working_days=settings.working_days,
        )

    # The end of it

    def accept(self) -> int:
        """Make the card a person; returns their id. Raises WrongInput where something is missing."""
        card = self._editing.card
        if card is None:
            return 0
        self._editing.keep()
        shown = self.match()
        known = shown[0].contact if shown and shown[1] else None
        today = self._session.today()
        accepted = review.accept(self._editing.draft, self._editing.context, self.step(), today, known)
        return self._session.library.cards.accept(card.id, accepted)

    def _card_id(self) -> int:
        return self._editing.card.id if self._editing.card else 0
