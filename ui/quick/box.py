"""A new person in a few seconds: a name or a pasted signature, one line to remember, and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.days import full_day
from cardkeeper.errors import WorldError
from cardkeeper.intake import add_person
from cardkeeper.model.drafts import Draft
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import NOTHING_SAID, Contact, FollowUpKind, MetContext, NextStep
from cardkeeper.review import contact_of, default_step
from cardkeeper.translation import tr
from ui import theme
from ui.begun import TO_REMEMBER, WHO
from ui.jobs import Background
from ui.overlay import Overlay
from ui.parts import Button, Choice, FieldNote, KeyCaps, Label, LineField, LinkButton, Separator, TextField
from ui.parts.scrolling import Scrolling
from ui.quick.understood import Understood, understand
from ui.session import Session
from ui.wording import kind_words

_PAUSE_MS: Final = 150
_LATER: Final = ""
_MOST_KNOWN: Final = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """What was understood of which text."""

    text: str
    draft: Draft


class _Fields(Scrolling):
    """As high as the fields in it where the window has the room; else they scroll, and no field lies upon another."""

    def __init__(self, fields: QWidget) -> None:
        super().__init__(fields, sideways=False)
        self._fields = fields

    def sizeHint(self) -> QSize:
        return self._fields.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(60))


class QuickCapture(Overlay):
    """Lies over any page; Ctrl+Enter adds the person, and what is not known yet can follow on their page."""

    open_person = Signal(int)

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._background = session, background
        self._told = _Told("", Draft())
        self._adding = False
        self.text = TextField(
            hint=tr("A name, or the signature of an e-mail"), name=tr("Name, or the signature of an e-mail")
        )
        self.understood = Understood()
        self.known = LinkButton("")
        self.about = LineField(hint=tr("What you talked about, where you met"), name=tr("One line to remember"))
        self.step = Choice(name=tr("Next step"))
        self.problem = FieldNote()
        self.add_button = Button(tr("Add person"), "primary", keys="Ctrl+Enter", shortcut=False)
        self.cancel_button = Button(tr("Cancel"), "quiet", keys="Esc", shortcut=False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._arrange()
        self._pause.timeout.connect(self._read)
        self.text.textChanged.connect(self._typed)
        self.about.textChanged.connect(lambda words: self._session.begun.put(TO_REMEMBER, words))
        self.known.clicked.connect(self._open_known)
        self.add_button.clicked.connect(self.add)
        self.cancel_button.clicked.connect(self.close_it)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def open(self) -> None:
        """With what was begun and left, chosen so that typing replaces it, and the next step that is usual."""
        self._adding = False
        self.text.setPlainText(self._session.begun.words(WHO))
        self.text.selectAll()
        self.about.setText(self._session.begun.words(TO_REMEMBER))
        self.problem.clear()
        self._fill_steps()
        self._show(_Told("", Draft()))
        self._pause.start()
        self.open_over(self.text)

    def fit(self, width: int, room: int) -> int:
        self._scrolled.updateGeometry()
        return super().fit(width, room)

    def add(self) -> None:
        """Keep the person, as soon as what was typed last is understood."""
        self._adding = True
        if self._told.text == self.text.toPlainText():
            self._keep()
        else:
            self._pause.stop()
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or self.about.hasFocus()):
            self.add()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.setAccessibleName(tr("New person"))
        column = QVBoxLayout(self.box)
        column.setContentsMargins(17, 16, 17, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Label(tr("New person"), "section"))
        head.addStretch(1)
        head.addWidget(KeyCaps("Esc"))
        column.addLayout(head)
        self._scrolled = _Fields(self._fields())
        column.addWidget(self._scrolled, 1)
        column.addWidget(self.problem)
        column.addWidget(Separator())
        column.addLayout(self._foot())

    def _fields(self) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        # Room for the ring around the field with the keyboard.
        column.setContentsMargins(3, 0, 3, 3)
        column.setSpacing(8)
        for words, part in ((tr("Who"), self.text), (tr("To remember"), self.about)):
            label = Label(words, "small", "text2")
            label.setBuddy(part)
            column.addWidget(label)
            column.addWidget(part)
            if part is self.text:
                column.addWidget(self.understood)
                column.addWidget(self.known, alignment=Qt.AlignmentFlag.AlignLeft)
        return fields

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        label = Label(tr("Next step"), "small", "text2")
        label.setBuddy(self.step)
        foot.addWidget(label)
        foot.addWidget(self.step)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.add_button)
        return foot

    def _fill_steps(self) -> None:
        today, settings = self._session.today(), self._session.settings
        self.step.clear()
        for kind in FollowUpKind:
            if kind is not FollowUpKind.NONE:
                due = default_step(today, None, kind=kind, working_days=settings.working_days).due
                words = tr("{what} on {day}", what=kind_words(kind), day=full_day(due, today)) if due else ""
                self.step.addItem(words, kind.value)
        self.step.addItem(tr("Decide later"), _LATER)
        self.step.setCurrentIndex(self.step.findData(settings.next_step.value))

    def _typed(self) -> None:
        self.problem.clear()
        self._session.begun.put(WHO, self.text.toPlainText())
        self._pause.start()

    def _read(self) -> None:
        """Understanding loads lists and libraries, which takes a moment the first time: another thread does it."""
        if not self.isVisible():
            return  # what was begun and left is not understood any more
        text = self.text.toPlainText()
        job = self._background.run(understand, text, self._session.settings.region)
        job.done.connect(lambda draft: self._take(_Told(text, draft)))

    def _take(self, told: _Told) -> None:
        if told.text != self.text.toPlainText():
            return  # something else was typed meanwhile, and is being understood
        self._show(told)
        if self._adding:
            self._keep()

    def _show(self, told: _Told) -> None:
        self._told = told
        self.understood.show_draft(told.draft)
        known = self._session.library.people.candidates(told.draft)[:_MOST_KNOWN]
        self.known.setVisible(bool(known))
        if known:
            self.known.set_text(tr("You may know them: {name}", name=known[0].name or known[0].company))
            self.known.setProperty("person", known[0].id)
        self.refit()

    def _keep(self) -> None:
        self._adding = False
        contact = contact_of(self._told.draft)
        if not (contact.name or contact.company or contact.emails or contact.phones):
            self.problem.error(tr("There is nothing to find this person by. Type a name, company, e-mail or phone."))
            self.text.setFocus()
            self.refit()
            return
        try:
            add_person(self._session.library, self._decided(contact), self._session.today())
        except WorldError as error:
            self._session.fail(error)
            return
        self.text.clear()
        self.about.clear()
        self.close_it()

    def _decided(self, contact: Contact) -> Accepted:
        about = " ".join(self.about.text().split())
        kind = self.step.currentData()
        settings = self._session.settings
        step = NextStep(FollowUpKind.NONE)
        if kind != _LATER:
            step = default_step(
                self._session.today(), None, kind=FollowUpKind(kind), working_days=settings.working_days
            )
        return Accepted(contact, MetContext(about=about) if about else NOTHING_SAID, step)

    def _open_known(self) -> None:
        self.close_it()
        self.open_person.emit(int(self.known.property("person")))

    def _restyle(self) -> None:
        self.text.setFixedHeight(theme.px(96))
