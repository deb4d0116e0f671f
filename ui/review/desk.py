"""One card on the desk: its picture beside its form, and how the two speak with each other."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cardkeeper.errors import WrongInput
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Side
from cardkeeper.model.people import FollowUpKind, MetContext
from cardkeeper.translation import tr
from ui import card_words, theme
from ui.pictures import Pictures
from ui.review.belonging import Belonging
from ui.review.deciding import Deciding
from ui.review.editing import Editing, Spot
from ui.review.panes import CardPane, FormPane
from ui.review.pointing import Pointing
from ui.review.showing import LooksAgain, Showing
from ui.review.sitting import Around
from ui.review.step import ORDER
from ui.session import Session
from ui.splitter import Splitter

_SIDE_BY_SIDE: Final = 860
"""Pixels of width at 100 % text from which card and form stand side by side."""
_ABOVE_FROM: Final = 560
"""Pixels of height at 100 % text from which a narrow window keeps the card in sight above its form."""
_CARD_BESIDE: Final = 0.5
_CARD_ABOVE: Final = 0.5
"""The card's share of the width beside its form, and of the height above it."""
_LOOK_AGAIN: Final = 250
"""Milliseconds without a change after which known people are looked for."""


class Desk(QWidget):
    """Shows one card and takes what a person does with it."""

    accept_asked = Signal()

    def __init__(self, session: Session, pictures: Pictures, again: LooksAgain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = Editing(session, self)
        self.deciding = Deciding(session, self.editing, self)
        self.left = CardPane(pictures)
        self.right = FormPane(session.library, session.today(), pictures)
        self.belonging = Belonging(session, self.editing, self)
        self.showing = Showing(self.editing, self.left, again)
        self.pointing = Pointing(self.editing, self.left, self.right.form)
        self._session = session
        self._alone = False
        self._arrangement: tuple[bool, bool] | None = None
        self._look_again = QTimer(self, singleShot=True, interval=_LOOK_AGAIN)
        self._split = Splitter(self.left, self.right)
        self._split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        self._connect_editing()
        self._connect_panes()
        self._connect_keys()

    # The card

    def open(self, card: StoredCard, around: Around) -> None:
        """Put a card on the desk, the keyboard where something needs a look."""
        self._alone = around.alone
        self.right.bar.take_back()
        self.right.form.begin()
        self.editing.keep()
        self.showing.open(card)
        self.right.say_unread(card.reading)
        self.editing.open(card)
        self.belonging.look_around(around)
        self.right.met.fields.occasion.offer(self._session.library.events.all())
        self._find_known()
        looks = self.right.form.looks()
        self.right.form.focus(looks[0] if looks else Spot(FieldName.NAME))
        if not self._scrolls_with_card():
            self.right.area.verticalScrollBar().setValue(0)
        self._show_step()

    def follow(self, card: StoredCard, around: Around) -> None:
        """Show the same card as the library has it now."""
        self._alone = around.alone
        self.showing.follow(card)
        self.right.say_unread(card.reading)
        self.editing.follow(card)
        self._show_context()
        self.belonging.look_around(around)

    def find_names(self) -> None:
        """Put the keyboard back where it was in the form."""
        self.right.form.focus(self.right.form.current)

    # What the editing tells

    def _show_draft(self) -> None:
        card = self.editing.card
        if card is None:
            return
        draft = self.editing.draft
        self.right.form.show_draft(draft)
        self.showing.show_draft()
        self.right.bar.show_looks(card_words.looks_left(draft))
        self._show_spot(self.right.form.current, scroll=False)
        self._put_in_order()
        self._look_again.start()

    def _show_spot(self, spot: Spot, *, scroll: bool = True) -> None:
        """Show where a field stands, and bring its row into sight."""
        self.showing.show_spot(spot, scroll=scroll)
        row = self.right.form.row(spot)
        if scroll and row is not None:
            self.right.bring_into_sight(row)

    def _show_context(self) -> None:
        card = self.editing.card
        if card is None:
            return
        differs = card.differs or self.editing.context != card.context
        self.right.met.show_context(self.editing.context, differs=differs, alone=self._alone)
        self._show_step()

    def _show_belonging(self) -> None:
        self.right.belonging.show_question(self.belonging.question(), self.editing.card)
        self.left.picture.join_button.setVisible(self.belonging.has_next())

    def _show_step(self) -> None:
        self.right.step.show_step(self.deciding.step())
        self.right.step.say(self.deciding.step_words())

    def _find_known(self) -> None:
        self._look_again.stop()
        self.deciding.look_for_known()
        self._show_known()
        self._show_belonging()

    def _show_known(self) -> None:
        shown = self.deciding.match()
        if shown is None:
            self.right.known.hide()
            return
        match, same = shown
        self.right.known.show_match(match, self.deciding.changes(match), self.deciding.met(match), same=same)

    # What a person does

    def accept(self) -> int:
        """Make the card a person and return their id; 0 where something is missing, which the form then says."""
        step = self.right.step.step()
        if step.kind is FollowUpKind.NONE and not step.reason:
            self.right.step.complain(tr("Say in a word why there is none."))
            return 0
        try:
            return self.deciding.accept()
        except WrongInput as error:
            row = self.right.form.row(Spot(FieldName.NAME))
            if row is not None:
                row.show_error(str(error))
                self.right.form.focus(row.spot)
            return 0

    def _leave(self, spot: Spot) -> None:
        """A row that was left empty goes, and what was printed there is no longer used."""
        value = self.editing.value(spot)
        if value is not None and not value.text.strip():
            self.editing.remove(spot)
            here = self.right.form.current
            if here.field is spot.field and here.index > spot.index:
                self.right.form.focus(Spot(here.field, here.index - 1))
        elif value is None and self.right.form.current != spot:
            self.right.form.drop_added(spot)
        self.editing.keep()

    def _remove(self, spot: Spot) -> None:
        if self.editing.value(spot) is None:
            self.right.form.drop_added(spot)
        self.editing.remove(spot)
        self.right.form.focus(Spot(spot.field, max(0, spot.index - 1)))

    def _use_for_all(self, context: MetContext) -> None:
        """Let this card's answer hold for its whole drop."""
        card = self.editing.card
        if card is not None:
            self.editing.keep()
            library = self._session.library
            with library.transaction(tr("Said where you met these people")):
                library.cards.answer(card.batch_id, context)
                library.cards.save_context(card.id, None)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts from any field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.accept_asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo in a field is the library's: what was typed is kept first, then the window takes it back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _takes_back(event):
            self.editing.keep()
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _scrolls_with_card(self) -> bool:
        """Whether there is so little room that the card scrolls with its form; then one sees what one types first."""
        return not _is_wide(self) and self.height() < theme.px(_ABOVE_FROM)

    def _arrange(self) -> None:
        """The card beside its form; above it in a narrow window; and scrolled with it where that is low, too."""
        wide, within = _is_wide(self), self._scrolls_with_card()
        arrangement = (wide, within)
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            if within:
                self.right.take_in(self.left)
            else:
                self.right.let_go(self.left)
                self._split.insertWidget(0, self.left)
                self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
                share = _CARD_BESIDE if wide else _CARD_ABOVE
                self._split.share(share, 1 - share)

    # How it is put together

    def _put_in_order(self) -> None:
        """The order of Tab: fields, how you met, next step, the bar, then the card's own tools."""
        form, met, step, bar = self.right.form, self.right.met, self.right.step, self.right.bar
        belonging, known = self.right.belonging, self.right.known
        chain: list[QWidget] = [belonging.yes_button, belonging.no_button, known.same, known.other, known.compare]
        chain += [known.open]
        for row in form.rows():
            chain += [row.kind, row.line] if row.kind is not None else [row.line]
        chain += [form.add_button, form.person_button, *met.fields.widgets()]
        chain += [step.segments.segment(kind.value) for kind in ORDER]
        chain += [step.choice, step.day, step.reason, bar.accept_button, bar.later_button, bar.skip_button]
        picture = self.left.picture
        chain += [*(picture.sides.segment(side) for side in Side), picture.separate_button]
        chain += [
            picture.join_button,
            picture.boxes,
            picture.turn_button,
            picture.edges_button,
            picture.out_button,
            picture.in_button,
            picture.fit_button,
        ]
        chain += [picture.view, *self.left.choices.options(), self.left.strip]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)
        for line in self.right.findChildren(QLineEdit):
            line.installEventFilter(self)

    def _connect_editing(self) -> None:
        self.editing.changed.connect(self._show_draft)
        self.editing.context_changed.connect(self._show_context)
        self.deciding.known_changed.connect(self._show_known)
        self.editing.step_changed.connect(self._show_step)
        self.belonging.changed.connect(self._show_belonging)
        self._look_again.timeout.connect(self._find_known)

    def _connect_panes(self) -> None:
        form, met, left = self.right.form, self.right.met, self.left
        form.typed.connect(self.editing.put)
        form.focused.connect(self._show_spot)
        form.left.connect(self._leave, Qt.ConnectionType.QueuedConnection)
        form.kind_taken.connect(self.editing.set_kind)
        form.removed.connect(self._remove)
        met.changed.connect(self.editing.set_context)
        met.drop_wanted.connect(self.editing.use_drops_context)
        met.all_wanted.connect(self._use_for_all)
        self.right.step.changed.connect(self.deciding.choose)
        self.right.known.same_chosen.connect(lambda: self.deciding.say_same(same=True))
        self.right.known.other_chosen.connect(lambda: self.deciding.say_same(same=False))
        self.right.bar.accepted.connect(self.accept_asked)
        self.right.bar.closed.connect(self.find_names)
        left.picture.shown.connect(self._show_draft)
        left.picture.separated.connect(self.belonging.separate)
        left.picture.joined.connect(self.belonging.pair_with_next)
        left.picture.edges_left.connect(self.find_names)
        form.person_button.clicked.connect(self.belonging.add_person)
        self.right.belonging.yes.connect(self.belonging.say_yes)
        self.right.belonging.no.connect(self.belonging.say_no)

    def _connect_keys(self) -> None:
        # A button's own shortcut presses it for a tenth of a second first: too long for who types on.
        keys = {
            "F2": self.right.form.next_look,
            "F4": self.right.met.start,
            "F5": self.right.met.tell,
            "F6": self.right.bar.later_button.click,
            "F7": self.right.step.start,
            "F8": self.right.bar.skip_button.click,
            "F3": self.showing.flip,
            "Alt+A": self.right.form.add_button.click,
            "Alt+C": self.right.known.compare.click,
            "Alt+N": self.right.belonging.no_button.click,
            "Alt+P": self.right.form.person_button.click,
            "Alt+Y": self.right.belonging.yes_button.click,
            "Alt+S": self.right.known.same.click,
            "Alt+O": self.right.known.other.click,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        for number in range(1, 10):
            shortcut = QShortcut(
                QKeySequence(f"Alt+{number}"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(lambda number=number: self.left.choices.take(number))


def _is_wide(desk: QWidget) -> bool:
    return desk.width() >= theme.px(_SIDE_BY_SIDE)


def _takes_back(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
