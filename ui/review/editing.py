"""The card under review as a person edits it: each edit is kept in the library, soon and as a step to undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cardkeeper import review
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.people import MetContext, NextStep, PhoneKind
from cardkeeper.review import Offer
from cardkeeper.translation import tr
from ui import card_words
from ui.session import Session

_PAUSE: Final = 400
"""Milliseconds without a key after which what was typed is kept."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of the form: which field, and which of its values."""

    field: FieldName
    index: int = 0


class Editing(QObject):
    """Holds one card. Typing in one field is one step to undo, every other edit a step of its own."""

    changed = Signal()
    """The draft is another: by an edit, or since the library's was taken back."""
    context_changed = Signal()
    step_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._card: StoredCard | None = None
        self._draft = Draft()
        self._context = MetContext()
        self._kept = Draft()
        self._kept_context = MetContext()
        self._next: NextStep | None = None
        self._kept_next: NextStep | None = None
        self._undo_name = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.keep)

    # The card

    @property
    def card(self) -> StoredCard | None:
        return self._card

    @property
    def draft(self) -> Draft:
        return self._draft

    @property
    def context(self) -> MetContext:
        return self._context

    @property
    def next_step(self) -> NextStep | None:
        """The next step that a person chose for this card; None: what is usual."""
        return self._next

    def open(self, card: StoredCard) -> None:
        """Take another card."""
        self.keep()
        self._card = card
        self._draft = self._kept = card.draft
        self._context = self._kept_context = card.context
        self._next = self._kept_next = card.step
        self.changed.emit()
        self.context_changed.emit()

    def follow(self, card: StoredCard) -> None:
        """Take the same card as the library has it now; what is being typed stays unless something else changed."""
        self._card = card
        if card.draft != self._kept:
            self._pause.stop()
            self._draft = self._kept = card.draft
            self.changed.emit()
        if card.context != self._kept_context:
            self._context = self._kept_context = card.context
            self.context_changed.emit()
        if card.step != self._kept_next:
            self._next = self._kept_next = card.step
            self.step_changed.emit()

    def shows(self, card: StoredCard) -> bool:
        """Whether nothing else than what is being typed here differs from a card of the library."""
        held = self._card
        return held is not None and held.id == card.id and (card.draft, card.reading) == (self._kept, held.reading)

    def close(self) -> None:
        """Keep what was typed and let go of the card."""
        self.keep()
        self._card = None

    def keep(self) -> None:
        """Put what was edited into the library now."""
        self._pause.stop()
        card = self._card
        if card is None:
            return
        library = self._session.library
        if self._draft != self._kept:
            self._kept = self._draft
            with library.transaction(tr("Changed the card of {who}", who=self._who()), step=self._undo_name):
                library.cards.save_draft(card.id, self._draft)
        if self._context != self._kept_context:
            self._kept_context = self._context
            with library.transaction(tr("Said how you met {who}", who=self._who()), step=f"met {card.id}"):
                library.cards.save_context(card.id, self._context)
        if self._next != self._kept_next:
            self._kept_next = self._next
            with library.transaction(tr("Chose the next step with {who}", who=self._who()), step=f"next {card.id}"):
                library.cards.save_step(card.id, self._next)

    # Edits

    def put(self, spot: Spot, text: str) -> None:
        """Take what is typed; it is kept after a pause."""
        card = self._card
        if card is None:
            return
        step = f"type {card.id} {spot.field} {spot.index}"
        if step != self._undo_name:
            self.keep()
        self._undo_name = step
        self._take(review.put(self._draft, spot.field, spot.index, text, region=self._region()))
        self._pause.start()

    def confirm(self, spot: Spot) -> None:
        """Take note that a value is right as it stands."""
        self._at_once(review.confirm(self._draft, spot.field, spot.index))

    def take(self, spot: Spot, offer: Offer) -> Spot:
        """Let a value be what was offered; returns where it stands then."""
        card = self._card
        if card is None:
            return spot
        self._at_once(review.take(self._draft, card.reading, spot.field, spot.index, offer, region=self._region()))
        holding = [at for at, value in enumerate(self._draft.all(spot.field)) if offer.line in value.lines]
        return replace(spot, index=holding[0]) if holding else spot

    def dismiss(self, field: FieldName) -> None:
        """Take note that the card says nothing for a field."""
        self._at_once(review.dismiss(self._draft, field))

    def set_kind(self, index: int, kind: PhoneKind) -> None:
        if index < len(self._draft.all(FieldName.PHONE)):
            self._at_once(review.set_kind(self._draft, index, kind))

    def remove(self, spot: Spot) -> None:
        if spot.index < len(self._draft.all(spot.field)):
            self._at_once(review.remove(self._draft, spot.field, spot.index))

    def move(self, spot: Spot, to: FieldName) -> None:
        self._at_once(review.move(self._draft, spot.field, spot.index, to, region=self._region()))

    def set_context(self, context: MetContext) -> None:
        """Take another answer to where this person was met; it is kept after a pause."""
        self._context = context
        self._pause.start()

    def set_step(self, step: NextStep) -> None:
        """Take another next step; it is kept after a pause."""
        self._next = step
        self._pause.start()
        self.step_changed.emit()

    def use_drops_context(self) -> None:
        """Let the answer of the drop hold again."""
        card = self._card
        if card is not None:
            self._pause.stop()
            self._session.library.cards.save_context(card.id, None)

    # What stands

    def value(self, spot: Spot) -> DraftValue | None:
        values = self._draft.all(spot.field)
        return values[spot.index] if spot.index < len(values) else None

    def _at_once(self, draft: Draft) -> None:
        """Take an edit that is a step of its own."""
        self.keep()
        self._undo_name = ""
        self._take(draft)
        self.keep()

    def _take(self, draft: Draft) -> None:
        if draft != self._draft:
            self._draft = draft
            self.changed.emit()

    def _who(self) -> str:
        card = self._card
        return card_words.who(replace(card, draft=self._draft)) if card else ""

    def _region(self) -> str:
        return self._session.settings.region
