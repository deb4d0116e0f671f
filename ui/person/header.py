"""Who it is, in large; how one knows them, in facts; and the ways to reach them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cardkeeper.model.people import Contact
from cardkeeper.translation import tr, trc
from ui import links, theme, wording
from ui.flow import flowing
from ui.paragraph import Paragraph, Sentence
from ui.parts import Button, Chip, ElidedLabel, IconButton, fit_words, open_below
from ui.person.story import Story, facts_line
from ui.session import Session

_MOST_TAGS = 8
"""More tags than this stand further below only, where all of them do."""


class Header(QWidget):
    """Name, tier, tags, work, facts; back, previous and next; call, write, log, and the rest in a menu."""

    back = Signal()
    stepped = Signal(int)
    """-1 to the previous person of the list, 1 to the next."""
    log_wanted = Signal()
    write_wanted = Signal()
    invite_wanted = Signal()
    introduction_wanted = Signal()
    edit_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._story: Story | None = None
        self.name = Sentence("", "person")
        self._who = flowing(self.name, spacing=10)
        self._chips: list[Chip] = []
        self.work = ElidedLabel("", "body")
        self.facts = Paragraph("", "body", "text2")
        self._make_buttons()
        self._arrange()

    def _make_buttons(self) -> None:
        self.back_button = Button(tr("People"), "quiet", icon="chevron-left", size="small")
        self.back_button.setToolTip(tr("Back to people (Esc)"))
        self.back_button.clicked.connect(self.back)
        self.previous = Button(tr("Previous"), "quiet", size="small")
        self.previous.setToolTip(tr("The person before this one in the list (Alt+Up)"))
        self.following = Button(tr("Next"), "quiet", size="small")
        self.following.setToolTip(tr("The person after this one in the list (Alt+Down)"))
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.following.clicked.connect(lambda: self.stepped.emit(1))
        self.call = Button(trc("to do", "Call"), icon="phone-outline")
        self.write = Button(tr("Write"), icon="email-outline")
        self.log = Button(tr("Log a talk"), icon="note-text-outline")
        self.more = IconButton("dots-horizontal", tr("More"))
        self.call.clicked.connect(self._call)
        self.write.clicked.connect(self.write_wanted)
        self.log.clicked.connect(self.log_wanted)
        self.more.clicked.connect(self._show_more)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 14)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.back_button)
        top.addStretch(1)
        top.addWidget(self.previous)
        top.addWidget(self.following)
        column.addLayout(top)
        main = QHBoxLayout()
        main.setSpacing(8)
        self._main = main
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._who)
        words.addWidget(self.work)
        words.addWidget(self.facts)
        main.addLayout(words, 1)
        for button in (self.call, self.write, self.log, self.more):
            main.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(main)
        theme.notifier().changed.connect(self._fit_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """The name is told in full before the buttons are, and breaks into lines only where icons leave no room."""
        margins = self._main.contentsMargins().left() + 48 + 4 * self._main.spacing() + self.more.full_width()
        fit_words((self.call, self.write, self.log), self.width() - self.name.sizeHint().width() - margins)

    def show_story(self, story: Story, today: date, *, before: bool, after: bool) -> None:
        """Show a person; `before` and `after`: whether the list goes on in that direction."""
        self._story = story
        contact = story.contact
        self.name.set_text(story.name)
        self.work.set_text(wording.work_words(contact.title, contact.company if contact.name else ""))
        self.work.setVisible(bool(self.work.whole_text()))
        self.facts.set_text(facts_line(story, self._session.settings, today))
        self.previous.setEnabled(before)
        self.following.setEnabled(after)
        self.previous.setVisible(before or after)
        self.following.setVisible(before or after)
        self._fit_words()
        self._offer(self.call, [phone.number for phone in contact.phones], tr("No phone number is known"))
        self._offer(self.write, list(contact.emails), tr("No e-mail is known"))
        self._show_chips(contact)

    def _show_chips(self, contact: Contact) -> None:
        """Tier and tags, after the name as far as there is room, then in lines below."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        words = [wording.tier_words(contact.tier)] if contact.tier else []
        words += [wording.short(tag) for tag in contact.tags[:_MOST_TAGS]]
        self._chips = [Chip(word, parent=self._who) for word in words]
        flow = self._who.layout()
        if flow is not None:
            for chip in self._chips:
                flow.addWidget(chip)

    @staticmethod
    def _offer(button: Button, ways: list[str], none: str) -> None:
        button.setEnabled(bool(ways))
        button.setToolTip(wording.tool_tip(ways[0]) if ways else none)

    def _call(self) -> None:
        if self._story and self._story.contact.phones:
            phone = self._story.contact.phones[0]
            if not links.open_url(links.phone_url(phone)):
                QGuiApplication.clipboard().setText(phone.number)
                self._session.say(tr("Copied {text}", text=phone.number))

    def more_menu(self) -> QMenu:
        """Everything else that can be done with a person."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Invite"), self.invite_wanted.emit)
        menu.addAction(tr("Introduce to somebody"), self.introduction_wanted.emit)
        menu.addSeparator()
        menu.addAction(tr("Edit all fields"), self.edit_wanted.emit)
        menu.addSeparator()
        menu.addAction(tr("Remove this person"), self.removal_wanted.emit)
        return menu

    def _show_more(self) -> None:
        open_below(self.more_menu(), self.more)
