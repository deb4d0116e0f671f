"""The page of one person: how you met and the card, what to remember and what happened, and what comes next."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardkeeper.errors import WrongInput
from cardkeeper.library import Changes
from cardkeeper.model.letters import Form
from cardkeeper.translation import tr
from ui.parts import Button, Command, EmptyState, Notice, Page, Separator, Writing
from ui.person.about import About
from ui.person.card_pane import CardPane
from ui.person.changes import PersonChanges
from ui.person.columns import Columns
from ui.person.editor import Edited, Editor
from ui.person.happened import HappenedPane
from ui.person.header import Header
from ui.person.step_pane import StepPane
from ui.person.story import Story, read
from ui.pictures import Pictures
from ui.session import Session
from ui.tab_order import chain, stops


class PersonPage(Page):
    """Everything about one person, changed where it stands."""

    name: ClassVar[str] = "person"

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._changes = PersonChanges(session.library)
        self._contact_id = 0
        self._among: tuple[int, ...] = ()
        self._story: Story | None = None
        self.editor: Editor | None = None
        self.header = Header(session)
        self._keep_button = Button(tr("Keep"), size="medium")
        self.removal = self._removal_notice()
        self._pictures = pictures
        self.card_pane = CardPane(session, pictures)
        self.about = About(session)
        self.happened = HappenedPane(session.today(), session.begun)
        self.step_pane = StepPane(session)
        self.columns = Columns(self.card_pane, self._middle(), self.step_pane)
        back = Button(tr("Back to people"))
        back.clicked.connect(self._back)
        self.gone = EmptyState("account-outline", tr("This person is not here any more"), "", (back,))
        self._arrange()
        self._connect()

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.about, Separator(), self.happened):
            column.addWidget(part)
        return middle

    def _removal_notice(self) -> Notice:
        notice = Notice("warn")
        remove = Button(tr("Remove"), size="medium")
        remove.clicked.connect(self._remove)
        self._keep_button.clicked.connect(notice.hide)
        self._keep_button.clicked.connect(self.take_focus)
        notice.add_button(remove)
        notice.add_button(self._keep_button)
        notice.hide()
        return notice

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.removal, Separator()):
            column.addWidget(part)
        column.addWidget(self.columns, 1)
        column.addWidget(self.gone, 1)
        self.gone.hide()

    def _connect(self) -> None:
        self.header.back.connect(self._back)
        self.header.stepped.connect(self._step)
        self.header.log_wanted.connect(self.log_talk)
        self.header.write_wanted.connect(lambda: self.compose.emit(Writing((self._contact_id,))))
        self.header.invite_wanted.connect(self.invite)
        self.header.introduction_wanted.connect(self._introduce)
        self.header.edit_wanted.connect(self.edit)
        self.header.removal_wanted.connect(self._ask_removal)
        self.card_pane.edit_wanted.connect(self.edit)
        self.card_pane.settled.connect(self._settle)
        self.about.changed.connect(lambda how: self._changes.change(self._contact_id, how))
        self.happened.logged.connect(lambda said: self._changes.log(said, self._session.today()))
        self.happened.removed.connect(self._changes.remove_entry)
        self.step_pane.steps.opens_person.connect(self.open_person)
        self.step_pane.steps.composes.connect(self.compose)
        self.step_pane.loops.bar.opens_person.connect(self.open_person)
        self.step_pane.loops.bar.composes.connect(self.compose)
        self.about.needs.opens_person.connect(self.open_person)
        self.about.needs.composes_for.connect(
            lambda person, need: self.compose.emit(Writing((person,), Form.NEED, need_id=need))
        )
        self.step_pane.steps.return_focus_to(self.header.log)
        self.step_pane.begin.return_focus_to(self.header.log)
        for keys, do in (
            ("Ctrl+L", self.log_talk),
            ("F2", self.edit),
            ("Ctrl+D", self.step_pane.steps.done),
            ("Ctrl+I", self.step_pane.steps.invited),
            ("Ctrl+.", self.step_pane.steps.ask_snooze),
            ("Ctrl+Backspace", self.step_pane.steps.ask_drop),
            ("Alt+Up", lambda: self._step(-1)),
            ("Alt+Down", lambda: self._step(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # A key held down must not go through the whole list.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(do)

    # What the window asks of a page

    def show_person(self, contact_id: int, among: tuple[int, ...] = ()) -> None:
        """Show a person; `among` is the list that they were opened from, to go on in it."""
        if contact_id != self._contact_id:
            self._end_edit()
            self.removal.hide()
        self._contact_id = contact_id
        self._among = among if contact_id in among else ()
        self._show()
        self.columns.to_top()

    def refresh(self, changes: Changes | None) -> None:
        if self._contact_id:
            self._show()

    def listed(self) -> tuple[int, ...]:
        return self._among

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(tr("Log a talk"), "note-text-outline", self.log_talk, "Ctrl+L"),
            Command(tr("Invite"), "coffee-outline", self.invite),
            Command(tr("Introduce to somebody"), "handshake-outline", self._introduce),
            Command(tr("Edit all fields"), "pencil-outline", self.edit, "F2"),
            Command(tr("Remove this person"), "delete-outline", self._ask_removal),
        )

    def take_focus(self) -> None:
        """Where one writes down what happened: what is done most here, with everybody."""
        self.header.log.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        super().keyPressEvent(event)

    # What a person does

    def log_talk(self) -> None:
        """Write down what happened."""
        self.happened.begin()
        self.columns.bring_up(self.happened.box)

    def invite(self) -> None:
        """Write an invitation, or what the next step asks for where one was begun."""
        if self._story is not None:
            self.compose.emit(Writing.invitation(self._story.contact, begun=self._story.next_step is not None))

    def _introduce(self) -> None:
        self.introduce.emit(self._contact_id)

    def edit(self) -> None:
        """Change any field, in the place of the card's pane."""
        if self._story is None or self.editor is not None:
            return
        self.editor = Editor(self._session, self._story, self._pictures)
        self.editor.kept.connect(self._keep)
        self.editor.cancelled.connect(self._end_edit)
        self.columns.put_first(self.editor, wide=True)
        self._order_keys()
        self.editor.start()

    def _back(self) -> None:
        self.go.emit("people")

    def _step(self, by: int) -> None:
        at = self._among.index(self._contact_id) + by if self._among else -1
        if 0 <= at < len(self._among):
            self.show_person(self._among[at], self._among)

    def _keep(self, edited: Edited) -> None:
        self._changes.keep(edited)
        self._end_edit()
        self._show()

    def _end_edit(self) -> None:
        if self.editor is not None:
            self.columns.put_first(self.card_pane)
            self.editor.deleteLater()
            self.editor = None
            self._order_keys()
            self.take_focus()

    def _settle(self, field: str) -> None:
        self._changes.settle(self._contact_id, field)

    def _ask_removal(self) -> None:
        if self._story is not None:
            what_goes = tr("What is logged goes too. Undo brings it back.")
            self.removal.set_message(tr("Remove {name}?", name=self._story.name), what_goes)
            self.removal.show()
            self._keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        """Remove the person and go on to the next one of the list, or back where there is none."""
        self.removal.hide()
        gone, rest = self._contact_id, tuple(other for other in self._among if other != self._contact_id)
        at = self._among.index(gone) if gone in self._among else 0
        self._changes.remove(gone)
        if rest:
            self.show_person(rest[min(at, len(rest) - 1)], rest)
        else:
            self._back()

    def _show(self) -> None:
        """Show the person as they are now, or that they are gone."""
        try:
            story = read(self._session.library, self._contact_id)
        except WrongInput:
            self._show_gone(gone=True)
            return
        self._story = story
        today = self._session.today()
        at = self._among.index(self._contact_id) if self._among else -1
        self.header.show_story(story, today, before=at > 0, after=0 <= at < len(self._among) - 1)
        self.card_pane.show_story(story)
        self.about.show_contact(story.contact)
        self.about.needs.show_needs(story.contact.id, story.between.needs, today)
        self.happened.show_story(story, today)
        self.step_pane.show_story(story)
        self._order_keys()
        self._show_gone(gone=False)

    def _order_keys(self) -> None:
        """The Tab key goes through the panes from left to right."""
        first = self.editor.stops() if self.editor else tuple(stops(self.card_pane))
        middle = (*stops(self.about), *stops(self.happened))
        chain(*stops(self.header), *first, *middle, *stops(self.step_pane))

    def _show_gone(self, *, gone: bool) -> None:
        if gone:
            self._story = None
            self._end_edit()
        self.header.setVisible(not gone)
        self.columns.setVisible(not gone)
        self.gone.setVisible(gone)
