"""What the bars of all lines have alike: four buttons, a menu of the rest, and the questions until when and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from cardkeeper import days
from cardkeeper.translation import tr
from ui import links
from ui.parts import Button, IconButton
from ui.questions import AskingBar, DayQuestion, ReasonQuestion
from ui.session import Session
from ui.steps import snooze_choices


class LineBar(AskingBar):
    """The buttons of one line, whatever it is about."""

    opens_person = Signal(int)
    composes = Signal(object)
    """A letter is wanted (`Writing`)."""

    def __init__(self, session: Session, *, align_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(session, align_right=align_right, parent=parent)
        self.primary = Button("", "primary", size="medium")
        self.mark_button = Button("", icon="check", size="medium")
        self.snooze_button = IconButton("alarm-snooze", tr("Snooze"), size="medium")
        self.more_button = IconButton("dots-horizontal", tr("More"), size="medium")

    def offer(
        self, act: Callable[[], None], done: Callable[[], None], snooze: Callable[[], None], menu: Callable[[], QMenu]
    ) -> None:
        """Put the buttons up: what each does, and what makes the menu of everything else."""
        self.add_button(self.primary, act)
        self.add_button(self.mark_button, done)
        self.add_button(self.snooze_button, snooze)
        self.add_button(self.more_button, lambda: self._open(menu()))

    def reach(self, phone: str) -> None:
        """Open the number in the telephone program, or put it on the clipboard."""
        if not links.open_url(links.phone_url(phone)):
            QApplication.clipboard().setText(phone)
            self.session.say(tr("Copied {number}", number=phone))

    def ask_until(self, put_off: Callable[[date], None]) -> None:
        """Ask until when to put the line off."""
        today = self.session.today()
        question = DayQuestion(tr("Snooze"), snooze_choices(today), today + days.DAY, tr("Until this day"))
        question.chosen.connect(lambda on: self.change(lambda: put_off(on)))
        self.ask(question)

    def ask_why(self, drop: Callable[[str], None]) -> None:
        """Ask why to give the line up."""
        question = ReasonQuestion(tr("Why drop it?"), tr("No answer, not a fit …"), tr("Drop"))
        question.given.connect(lambda why: self.change(lambda: drop(why)))
        self.ask(question)

    def menu_to_reach(self, email: str, phone: str, write: Callable[[], None], call: Callable[[], None]) -> QMenu:
        """A menu that begins with the ways to reach somebody; it goes away when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if email:
            menu.addAction(tr("Write to {mail}", mail=email), write)
        if phone:
            menu.addAction(tr("Call {number}", number=phone), call)
        menu.addSeparator()
        return menu

    def _open(self, menu: QMenu) -> None:
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))
