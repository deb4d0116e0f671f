"""A next step for somebody who has none: a coffee in one press, another form in two, none with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from cardkeeper.model.people import FollowUpKind, NextStep
from cardkeeper.translation import tr
from ui import wording
from ui.parts import Button, IconButton, open_below
from ui.questions import AskingBar, ReasonQuestion
from ui.session import Session
from ui.steps import Steps, usual_day


class BeginBar(AskingBar):
    """Chooses a next step for one person."""

    opens_person = Signal(int)

    def __init__(self, session: Session, *, align_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(session, align_right=align_right, parent=parent)
        self._steps = Steps(session.library)
        self._contact_id = 0
        self._name = ""
        self.primary = Button(tr("Invite to coffee"), "primary", icon="coffee-outline", size="medium")
        self.none_button = Button(tr("None, on purpose"), size="medium")
        self.more_button = IconButton("dots-horizontal", tr("Another form"), size="medium")
        self.add_button(self.primary, self.act)
        self.add_button(self.none_button, self.ask_none)
        self.add_button(self.more_button, self._show_more)

    def set_person(self, contact_id: int, name: str) -> None:
        """For whom a step is chosen; a question about somebody else is taken back."""
        if contact_id != self._contact_id:
            self.take_back()
        self._contact_id, self._name = contact_id, name

    def act(self) -> None:
        """The usual one: a coffee."""
        self.begin(FollowUpKind.COFFEE)

    def begin(self, kind: FollowUpKind) -> None:
        """A step of this form, on a working day one or two days from now."""
        today = self.session.today()
        step = NextStep(kind, usual_day(today))
        self.change(lambda: self._steps.begin(self._contact_id, self._name, step, today))

    def ask_none(self) -> None:
        """Ask why there is to be none."""
        question = ReasonQuestion(tr("Why none?"), tr("A supplier, only met in passing …"), tr("None, on purpose"))
        question.given.connect(self._take_none)
        self.ask(question)

    def _take_none(self, why: str) -> None:
        step = NextStep(FollowUpKind.NONE, reason=why)
        self.change(lambda: self._steps.begin(self._contact_id, self._name, step, self.session.today()))

    def _show_more(self) -> None:
        menu = self.more_menu()
        open_below(menu, self.more_button)

    def more_menu(self) -> QMenu:
        """The other forms, in words."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind in FollowUpKind:
            if kind not in (FollowUpKind.NONE, FollowUpKind.COFFEE):
                menu.addAction(wording.kind_words(kind), lambda kind=kind: self.begin(kind))
        menu.addSeparator()
        menu.addAction(tr("Open person"), lambda: self.opens_person.emit(self._contact_id))
        return menu
