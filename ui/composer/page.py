"""The page of letters: one after the other, each looked at, handed to the mail program, and asked about afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.days import DAY
from cardkeeper.errors import WorldError, WrongInput
from cardkeeper.library import Changes
from cardkeeper.messages.drafts import shipped
from cardkeeper.model.letters import Template
from cardkeeper.model.people import Stage
from cardkeeper.translation import tr
from ui import links, theme
from ui.composer.bar import HandOverBar
from ui.composer.changes import LetterChanges
from ui.composer.desk import Desk
from ui.composer.errands import Errand, Errands
from ui.composer.handing import Handing
from ui.composer.header import Header
from ui.composer.saving import Saving
from ui.composer.template_editor import TemplateEditor
from ui.parts import Command, EmptyState, Page, Separator, Writing
from ui.pictures import Pictures
from ui.questions import DayQuestion
from ui.session import Session

_ROOM_FOR_FACTS: Final = 860
"""A page narrower than this (pixels at 100 %) hides the facts."""


class ComposerPage(Page):
    """Letters to one or many. Nothing is sent from here."""

    name: ClassVar[str] = "composer"

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._errands = Errands(session.library, lambda: session.settings.my_name)
        self._changes = LetterChanges(session.library)
        self._handing = Handing(session)
        self._writing = Writing(())
        self._at = 0
        self._back = "today"
        self.header = Header()
        self.desk = Desk(session, pictures)
        self.bar = HandOverBar(session)
        self.saving = Saving(session, self.desk, self)
        self.nobody = EmptyState("email-outline", tr("Nothing to write"), tr("Choose somebody to write to."))
        self.editor: TemplateEditor | None = None
        self._arrange()
        self._connect()

    # What the window asks of a page

    def write(self, writing: Writing, back: str, back_words: str) -> None:
        """Begin these letters; `back` is the page to go to afterwards."""
        self._close_editor()
        self.desk.keep_own()
        self.desk.put_away()
        self.bar.take_back()
        self._writing, self._at, self._back = writing, 0, back
        self.header.back_button.set_text(back_words)
        self._show()

    def refresh(self, changes: Changes | None) -> None:
        """Show the person as they are now; words that were typed stay."""
        self._show()

    def listed(self) -> tuple[int, ...]:
        return self._writing.people

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(tr("Open the letter in mail"), "open-in-new", self.open_in_mail, "Ctrl+Return"),
            Command(tr("Save the letter as .eml"), "content-save-outline", self.saving.ask_for_eml),
            Command(tr("Edit the template of this letter"), "pencil-outline", self.edit_template),
        )

    def take_focus(self) -> None:
        self.desk.paper.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.editor is not None:
                self._close_editor()
            else:
                self.leave()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is kept when one goes elsewhere."""
        if not event.spontaneous():
            self.desk.keep_own()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.desk.facts.setVisible(self.width() >= theme.px(_ROOM_FOR_FACTS))

    # What a person does

    def leave(self) -> None:
        """Back to where one came from."""
        self.go.emit(self._back)

    def open_in_mail(self) -> None:
        """Hand the letter to the mail program, then ask whether it was sent. Attachments only go with a file."""
        errand = self.desk.errand
        if errand is None:
            return
        if errand.attaches:
            self.saving.ask_for_eml()
        elif not errand.situation.reader.email:
            self._session.failed.emit(
                tr("No mail address is known of {name}.", name=errand.contact.name),
                tr("Add one on their page, or call instead."),
            )
        else:
            opened = self._handing.open_in_mail(self.desk.letter())
            self._ask_whether_sent("" if opened else tr("No mail program opened. The words are on the clipboard."))

    def edit_template(self) -> None:
        """Change the words of this form for all later letters, with this one as the example."""
        errand = self.desk.errand
        if errand is None or self.editor is not None:
            return
        ways = self.desk.ways.ways()
        own = self._session.library.letters.template(errand.form, ways.tone, ways.language)
        template = own or shipped(errand.form, ways.tone, ways.language)
        editor = TemplateEditor(template, self.desk.made, changed=own is not None)
        editor.kept.connect(self._keep_template)
        editor.shipped_wanted.connect(lambda: self._forget_template(template))
        editor.cancelled.connect(self._close_editor)
        self.editor = editor
        self._stack.addWidget(editor)
        self._stack.setCurrentWidget(editor)
        self.bar.hide()
        editor.words.setFocus()

    # Inside

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.nobody)
        for part in (self.header, Separator(), self._stack, Separator(), self.bar):
            column.addWidget(part, int(part is self._stack))

    def _connect(self) -> None:
        self.header.back.connect(self.leave)
        self.header.stepped.connect(self._step)
        self.desk.template_wanted.connect(self.edit_template)
        self.desk.paper.name_wanted.connect(lambda: self.set_up.emit("my_name"))
        self.bar.call.connect(self._call)
        self.bar.sheet.connect(lambda: self._handing.copy_call_sheet(self.desk.errand))
        self.header.stages.wanted.connect(self._mark)
        self.bar.eml.connect(self.saving.ask_for_eml)
        self.bar.ics.connect(self.saving.ask_for_ics)
        self.bar.mail.connect(self.open_in_mail)
        self.bar.sent.connect(self._sent)
        self.saving.saved.connect(self._ask_whether_sent)

    def _ask_whether_sent(self, first: str = "") -> None:
        """Ask, after what there is to say first."""
        if self.desk.errand:
            words = "\n".join(part for part in (first, self.desk.errand.question) if part)
            self.bar.ask_whether_sent(words, self.desk.errand.yes)

    def _show(self) -> None:
        """Show the letter that is at hand; those to people who are gone are left out."""
        errand = self._errand_at()
        self._stack.setCurrentWidget(self.editor or (self.desk if errand else self.nobody))
        self.bar.setVisible(errand is not None and self.editor is None)
        if errand is None:
            self.header.show_errand(tr("Letters"), "", 0, 0)
            return
        self.header.show_errand(errand.title, errand.why, self._at, len(self._writing.people))
        self.header.show_stages(errand.step)
        self.desk.show_errand(errand)
        self.bar.ics_button.setEnabled(self.desk.moment() is not None)
        self.bar.call_button.setVisible(bool(errand.contact.phones))

    def _errand_at(self) -> Errand | None:
        if not self._writing.people:
            return None
        try:
            return self._errands.make(self._writing, self._writing.people[self._at], self._session.today())
        except WrongInput:
            return None

    def _step(self, by: int) -> None:
        """To the letter before or after; what was typed stays with its letter."""
        if 0 <= self._at + by < len(self._writing.people):
            self._close_editor()
            self.desk.keep_own()
            self.desk.put_away()
            self.bar.take_back()
            self._at += by
            self._show()

    def _sent(self) -> None:
        """It was sent: on to the next letter, or back after the last."""
        errand = self.desk.errand
        if errand is None:
            return
        self.bar.take_back()
        self.desk.put_away()
        if not self._does(lambda: self._changes.sent(errand)):
            return
        if self._at + 1 < len(self._writing.people):
            self._at += 1
            self._show()
        else:
            self.leave()

    def _mark(self, stage: Stage, due: date | None = None) -> None:
        """A stage was pressed; a booking asks for its day first."""
        errand, today = self.desk.errand, self._session.today()
        self.header.stages.take_back()
        if errand is None:
            return
        if stage is Stage.BOOKED and due is None:
            choices = ((tr("Tomorrow"), today + DAY), (tr("In a week"), today + 7 * DAY))
            question = DayQuestion(tr("When do you meet?"), choices, today, tr("On this day"))
            question.chosen.connect(lambda on: self._mark(Stage.BOOKED, on))
            self.bar.asking.ask(question)
            return
        self.bar.take_back()
        self._does(lambda: self._changes.mark(errand, stage, today, due))

    def _call(self) -> None:
        """The telephone instead, with the call sheet at hand."""
        errand = self.desk.errand
        if errand and errand.contact.phones:
            self._handing.copy_call_sheet(errand)
            links.open_url(links.phone_url(errand.contact.phones[0]))

    def _close_editor(self) -> None:
        if self.editor is not None:
            self._stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
            self.desk.fill()
            self._show()

    def _keep_template(self, template: Template) -> None:
        if self._does(lambda: self._session.library.letters.save_template(template)):
            self._close_editor()

    def _forget_template(self, template: Template) -> None:
        forget = self._session.library.letters.forget_template
        if self._does(lambda: forget(template.form, template.tone, template.language)):
            self._close_editor()

    def _does(self, make: Callable[[], object]) -> bool:
        try:
            make()
        except WorldError as error:
            self._session.fail(error)
            return False
        return True
