"""Above the table: what narrows it, each as a chip that can be taken away, and what else could."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QMenu, QSizePolicy, QWidget

from cardkeeper.model.people import Tier
from cardkeeper.translation import tr
from ui.flow import FlowLayout
from ui.parts import Button, Chip, LineField, open_below
from ui.people.filters import Filters, Talked, talked_words
from ui.questions import Question, ReasonQuestion
from ui.value_line import empty
from ui.wording import tier_words


class PickQuestion(Question):
    """One of many known words, found by typing a part of it."""

    picked = Signal(str)

    def __init__(self, words: str, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._known = {text.casefold(): text for text in known}
        self.field = LineField(hint=tr("Type a part of it"), name=words)
        completer = QCompleter(list(known), self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._take)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(lambda: self._take(self.field.text()))
        self.field.textChanged.connect(lambda: self.field.set_state("normal"))
        self.add(self.field)
        self.add_way_back()

    def _take(self, text: str) -> None:
        known = self._known.get(text.strip().casefold())
        if known is None:
            self.field.set_state("error")
            self.field.setToolTip(tr("Nobody has this. Choose one of the list."))
            return
        self.picked.emit(known)


class FilterBar(QWidget):
    """The chips of the filters; `narrowed` tells the new ones."""

    narrowed = Signal(object)
    keep = Signal(str)
    """Keep what narrows the table now under this name."""
    forget = Signal()
    """Don't keep it any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = Filters()
        self._kept = False
        self._tags: tuple[str, ...] = ()
        self._events: tuple[str, ...] = ()
        self._question: Question | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        chips = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        self._chips = FlowLayout(chips)
        self.add_button = Button(tr("Add filter"), "quiet", icon="plus", size="medium")
        self.add_button.clicked.connect(self._show_menu)
        self.keep_button = Button(tr("Save search"), "quiet", icon="bookmark-outline", size="medium")
        self.keep_button.clicked.connect(self.ask_name)
        self.keep_button.hide()
        self.columns_button = Button(tr("Columns"), "quiet", icon="view-column-outline", size="medium")
        row.addWidget(chips, 1)
        row.addWidget(self.keep_button)
        row.addWidget(self.columns_button)
        self._rebuild()

    def filters(self) -> Filters:
        return self._filters

    def show_filters(self, filters: Filters) -> None:
        """Show what narrows the table now."""
        self._filters = filters
        self._rebuild()

    def learn(self, tags: tuple[str, ...], events: tuple[str, ...]) -> None:
        """Know which tags and events there are to choose from, the most frequent first."""
        self._tags, self._events = tags, events

    def tags(self) -> tuple[str, ...]:
        return self._tags

    def events(self) -> tuple[str, ...]:
        return self._events

    def chips(self) -> list[tuple[str, str, Filters]]:
        """Each chip: words, icon, and the filters without it."""
        shown = self._filters
        found = []
        if shown.company:
            found.append((tr("Company: {name}", name=shown.company), "domain", replace(shown, company="")))
        if shown.tag:
            found.append((tr("Tag: {tag}", tag=shown.tag), "tag-outline", replace(shown, tag="")))
        if shown.tier:
            found.append((tr("Tier: {tier}", tier=shown.tier.value), "podium", replace(shown, tier=None)))
        if shown.event:
            found.append((tr("Met at: {event}", event=shown.event), "ticket-outline", replace(shown, event="")))
        if shown.talked:
            words = tr("Last talked: {when}", when=talked_words(shown.talked))
            found.append((words, "clock-outline", replace(shown, talked=None)))
        return found

    def menu(self) -> QMenu:
        """What the table can be narrowed by."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Tag …"), self.ask_tag).setEnabled(bool(self.tags()))
        tiers = menu.addMenu(tr("Tier"))
        for tier in Tier:
            tiers.addAction(tier_words(tier), lambda tier=tier: self._narrow(replace(self._filters, tier=tier)))
        menu.addAction(tr("Met at …"), self.ask_event).setEnabled(bool(self.events()))
        talked = menu.addMenu(tr("Last talked"))
        for when in Talked:
            words = talked_words(when)
            talked.addAction(words, lambda when=when: self._narrow(replace(self._filters, talked=when)))
        return menu

    def ask_tag(self) -> None:
        question = PickQuestion(tr("Tag"), self.tags())
        question.picked.connect(lambda tag: self._narrow(replace(self._filters, tag=tag)))
        self._ask(question)

    def ask_event(self) -> None:
        question = PickQuestion(tr("Met at"), self.events())
        question.picked.connect(lambda event: self._narrow(replace(self._filters, event=event)))
        self._ask(question)

    def show_keeping(self, *, possible: bool, kept: bool) -> None:
        """Whether something narrows the table that could be kept, and whether it is kept already."""
        self._kept = kept
        self.keep_button.setVisible(possible)
        self.keep_button.setText(tr("Forget search") if kept else tr("Save search"))

    def ask_name(self) -> None:
        """Under which name to keep the search; one that is kept is forgotten."""
        if self._kept:
            self.forget.emit()
            return
        question = ReasonQuestion(tr("Save search"), tr("Its name"), tr("Save"))
        question.given.connect(self._keep)
        self._ask(question)

    def _keep(self, name: str) -> None:
        self._rebuild()
        self.keep.emit(name)

    def _ask(self, question: Question) -> None:
        self._question = question
        question.cancelled.connect(self._rebuild)
        self._rebuild()
        question.start()

    def _show_menu(self) -> None:
        open_below(self.menu(), self.add_button)

    def _narrow(self, filters: Filters) -> None:
        self._filters = filters
        self._question = None
        self._rebuild()
        self.narrowed.emit(filters)

    def _rebuild(self) -> None:
        question, self._question = self._question, None
        self._chips.removeWidget(self.add_button)
        empty(self._chips)
        for words, icon, without in self.chips():
            chip = Chip(words, icon=icon, removable=True)
            chip.removed.connect(lambda without=without: self._narrow(without))
            self._chips.addWidget(chip)
        if question is not None:
            self._chips.addWidget(question)
        self._chips.addWidget(self.add_button)
        self.updateGeometry()
