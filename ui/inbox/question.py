"""The question that is asked once for each drop: where did you meet these people?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cardkeeper import review
from cardkeeper.model.cards import Batch, Scan
from cardkeeper.model.people import MetContext
from cardkeeper.translation import tr, trn
from ui import theme
from ui.flow import flowing
from ui.labelled import Labelled
from ui.met_fields import MetFields
from ui.parts import Button, IconLabel, Label, Panel
from ui.session import Session


class BatchQuestion(Panel):
    """Asks about one drop, inline; what is suggested never replaces what a person has put."""

    answered = Signal(int, object)
    """The drop and the `MetContext` that holds for all of its cards."""
    put_off = Signal(int)
    """The drop that a person does not want to say it for now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="accent")
        self._session = session
        self._batch = 0
        self._touched = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Where did you meet these people?"))
        self.fields = MetFields(session.library, session.today(), self)
        self.fields.about.hide()
        self.fields.changed.connect(self._touch)
        self.not_now = Button(tr("Not now"), "quiet", size="medium")
        self.use = Button("", "primary", icon="check", size="medium")
        self._because = Label("", "body", "text2", wrap=True)
        self._lay_out()
        self.not_now.clicked.connect(lambda: self.put_off.emit(self._batch))
        self.use.clicked.connect(self._answer)
        for widget in self.fields.widgets():
            widget.installEventFilter(self)

    @property
    def batch_id(self) -> int:
        """The drop that is asked about."""
        return self._batch

    def ask(
        self, batch: Batch, scans: Sequence[Scan], files: int, suggested: MetContext, said_before: MetContext
    ) -> None:
        """Ask about a drop of so many files; `scans` are those that have been opened so far.

        `suggested`: what the way in which they were added tells, such as the event whose page a person was on.
        `said_before`: what was answered for cards that wait; taken where nothing says that these are of another day.
        """
        if batch.id != self._batch:
            self._batch = batch.id
            self._touched = False
        self.use.set_text(trn("Use for this file", "Use for all {count} files", files))
        events = self._session.library.events.all()
        self.fields.occasion.offer(events)
        if not self._touched:
            found, why = suggested, tr("Suggested because you added these cards to this event.")
            if not found.event:
                found = review.batch_default(scans, events)
                why = _because(found, scans)
            if not found.event and found.on in (None, said_before.on) and said_before.known:
                found, why = said_before, tr("As you said for the cards before.")
            today = self._session.today()
            self.fields.show_value(replace(found, on=found.on or today) if not batch.context.known else batch.context)
            self._say(why)

    def start(self) -> None:
        """Put the keyboard on the first field."""
        self.fields.occasion.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in any field answers."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether a key answered."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
            return True
        return False

    def _answer(self) -> None:
        self.answered.emit(self._batch, self.fields.value())

    def _touch(self) -> None:
        self._touched = True
        self._say("")

    def _say(self, why: str) -> None:
        self._because.set_text(why)
        self._bulb.setVisible(bool(why))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(tr("Where did you meet these people?"), "section"))
        head.addWidget(Label(tr("Asked once for this drop. Any card can differ."), "body", "text2", wrap=True), 1)
        self.body.addLayout(head)
        fields = self.fields
        self.body.addWidget(
            flowing(
                Labelled(tr("Event"), fields.occasion, 200),
                Labelled(tr("Date"), fields.day, 158),
                Labelled(tr("Place"), fields.place, 140),
                Labelled(tr("How you met"), fields.how, 150),
                Labelled(tr("Through (optional)"), fields.through, 130),
                spacing=10,
            )
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._bulb = IconLabel("lightbulb-outline", "text2", 16)
        foot.addWidget(self._bulb)
        foot.addWidget(self._because, 1)
        foot.addWidget(self.not_now)
        foot.addWidget(self.use)
        self.body.addLayout(foot)
        theme.notifier().changed.connect(self.updateGeometry)


def _because(found: MetContext, scans: Sequence[Scan]) -> str:
    """Why an event or a day is suggested."""
    dated = sum(scan.taken_on is not None for scan in scans)
    if found.event:
        return trn(
            "Suggested because {count} of these photos was taken on the day of this event.",
            "Suggested because {count} of these photos were taken on the day of this event.",
            dated,
        )
    if found.on:
        return trn(
            "The date is that on which {count} of these photos was taken.",
            "The date is that on which {count} of these photos were taken.",
            dated,
        )
    return ""
