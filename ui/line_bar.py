"""The buttons of one open line, and the questions that they ask in their place, on whatever page it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QMenu, QWidget

from cardkeeper import days
from cardkeeper.translation import tr
from ui import links
from ui.parts import Button, IconButton, open_below
from ui.questions import AskingBar, DayQuestion, ReasonQuestion, YesQuestion
from ui.session import Session
from ui.steps import Action, Means, snooze_choices


class Reachable(Protocol):
    """What a line has of the person whom it is about."""

    @property
    def email(self) -> str: ...
    @property
    def phone(self) -> str: ...


Line = TypeVar("Line", bound=Reachable)
Line_contra = TypeVar("Line_contra", contravariant=True)


class Acts(Protocol[Line_contra]):
    """What can be done in the library about any line."""

    def snooze(self, item: Line_contra, until: date, today: date) -> None: ...
    def drop(self, item: Line_contra, reason: str, today: date) -> None: ...


class LineBar(AskingBar, Generic[Line]):
    """Acts on one line: writes or calls, notes the usual thing, puts it off; the rest is in a menu.

    A subclass says what its kind of line offers.
    """

    opens_person = Signal(int)
    composes = Signal(object)
    """A letter is wanted (`Writing`)."""

    def __init__(
        self,
        session: Session,
        acts: Acts[Line],
        *,
        align_right: bool = False,
        quiet: QBoxLayout | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`quiet`: where snooze and menu stand, instead of after the buttons in words."""
        super().__init__(session, align_right=align_right, parent=parent)
        self._acts = acts
        self._item: Line | None = None
        self.primary = Button("", "primary", size="medium")
        self.mark_button = Button("", icon="check", size="medium")
        self.snooze_button = IconButton("alarm-snooze", tr("Snooze"), size="medium")
        self.more_button = IconButton("dots-horizontal", tr("More"), size="medium")
        for button, do in (
            (self.primary, self.act),
            (self.mark_button, self.done),
            (self.snooze_button, self.ask_snooze),
            (self.more_button, self._open_menu),
        ):
            self.add_button(button, do)
        self._apart: tuple[Button, ...] = ()
        if quiet is not None:
            self._apart = (self.snooze_button, self.more_button)
            for button in self._apart:
                quiet.addWidget(button)

    # What a subclass says

    def is_same(self, item: Line, other: Line) -> bool:
        """Whether a question about one is a question about the other."""
        raise NotImplementedError

    def action(self, item: Line) -> Action:
        """What the line offers first."""
        raise NotImplementedError

    def usual_words(self, item: Line) -> str:
        """The button that notes the usual thing; empty where there is none."""
        raise NotImplementedError

    def asked_after(self, item: Line, means: Means) -> tuple[str, str, Callable[[], None]] | None:
        """What to ask once mail program or telephone has opened, the answer yes, and what that does."""
        raise NotImplementedError

    def person_of(self, item: Line) -> int:
        raise NotImplementedError

    def write(self) -> None:
        """Write the letter that the line asks for."""
        raise NotImplementedError

    def done(self) -> None:
        """Note the usual thing."""
        raise NotImplementedError

    def add_moves(self, menu: QMenu, item: Line) -> None:
        """Everything that can be noted, in words."""
        raise NotImplementedError

    def add_ways(self, menu: QMenu, item: Line) -> None:
        """Where else the line leads."""

    # What it is about

    @property
    def item(self) -> Line | None:
        return self._item

    def set_item(self, item: Line | None) -> None:
        """Offer what can be done about this line; a question about another one is taken back."""
        before, self._item = self._item, item
        if item is None or before is None or not self.is_same(item, before):
            self.take_back()
        for part in (self.buttons, *self._apart):
            part.setVisible(item is not None and self.question is None)
        if item is not None:
            action, usual = self.action(item), self.usual_words(item)
            self.primary.set_text(action.text)
            self.primary.set_icon(action.icon)
            self.mark_button.set_text(usual)
            self.mark_button.setVisible(bool(usual) and action.means is not Means.MARK)

    # What a person does

    def act(self) -> None:
        """What the line offers first."""
        if self._item is None or self.question is not None:
            return
        match self.action(self._item).means:
            case Means.WRITE:
                self.write()
            case Means.CALL:
                self.call()
            case Means.MARK:
                self.done()
            case Means.DROP:
                self.ask_drop()
            case Means.OPEN:
                self.opens_person.emit(self.person_of(self._item))

    def call(self) -> None:
        """Open the number in the telephone program, or put it on the clipboard; then ask whether they talked."""
        if self._item is None or not self._item.phone:
            return
        if not links.open_url(links.phone_url(self._item.phone)):
            QApplication.clipboard().setText(self._item.phone)
            self.session.say(tr("Copied {number}", number=self._item.phone))
        self.ask_after(Means.CALL)

    def ask_after(self, means: Means) -> None:
        """Ask whether what was opened led to something."""
        asked = self.asked_after(self._item, means) if self._item is not None else None
        if asked is not None:
            words, yes, do = asked
            question = YesQuestion(words, yes)
            question.yes.connect(do)
            self.ask(question)

    def ask_snooze(self) -> None:
        """Ask until when to put it off."""
        if self._item is None:
            return
        item, today = self._item, self.session.today()
        question = DayQuestion(tr("Snooze"), snooze_choices(today), today + days.DAY, tr("Until this day"))
        question.chosen.connect(lambda on: self.change(lambda: self._acts.snooze(item, on, today)))
        self.ask(question)

    def ask_drop(self) -> None:
        """Ask why to give it up."""
        if self._item is None:
            return
        item, today = self._item, self.session.today()
        question = ReasonQuestion(tr("Why drop it?"), tr("No answer, not a fit …"), tr("Drop"))
        question.given.connect(lambda why: self.change(lambda: self._acts.drop(item, why, today)))
        self.ask(question)

    def more_menu(self) -> QMenu:
        """Everything else that can be done, in words; it goes away when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        item = self._item
        if item is None:
            return menu
        if item.email:
            menu.addAction(tr("Write to {mail}", mail=item.email), self.write)
        if item.phone:
            menu.addAction(tr("Call {number}", number=item.phone), self.call)
        menu.addSeparator()
        self.add_moves(menu, item)
        menu.addSeparator()
        menu.addAction(tr("Drop with a reason"), self.ask_drop)
        menu.addAction(tr("Open person"), lambda: self.opens_person.emit(self.person_of(item)))
        self.add_ways(menu, item)
        return menu

    def _open_menu(self) -> None:
        open_below(self.more_menu(), self.more_button)
