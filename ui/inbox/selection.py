"""What can be done with several cards of the inbox at once: they are sides of one card, or no use."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cardkeeper.translation import tr, trn
from ui.flow import flowing
from ui.parts import Button, Label, Panel
from ui.questions import WordsQuestion


class SelectionBar(Panel):
    """Says how many cards are chosen, and offers what they can become. Hidden for fewer than two."""

    pair_asked = Signal()
    """Each two of them, in their order, are front and back of one card."""
    skipped = Signal(str)
    """They are left out on purpose, and why."""
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="soft", edge="accent", margin=8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._count = Label("", "strong")
        self.pair_button = Button("", icon="card-multiple-outline", keys="Ctrl+J", size="medium")
        self.skip_button = Button(tr("Skip on purpose"), "quiet", size="medium")
        self.clear_button = Button(tr("Clear"), "quiet", size="medium")
        self.question = WordsQuestion(tr("Why leave them out?"), tr("Not people, doubles, no use"), tr("Skip"))
        self._buttons = flowing(self.pair_button, self.skip_button, self.clear_button, spacing=6)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._count)
        row.addWidget(self._buttons, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.question)
        self.pair_button.clicked.connect(self.pair_asked)
        self.skip_button.clicked.connect(self._ask_reason)
        self.clear_button.clicked.connect(self.cleared)
        self.question.given.connect(self.skipped)
        self.question.cancelled.connect(self._take_back)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show what so many chosen cards can become."""
        self._take_back()
        self._count.set_text(trn("{count} card chosen", "{count} cards chosen", count))
        pairs = count // 2
        self.pair_button.set_text(
            tr("These are front and back of one card")
            if count == 2
            else trn("Front and back in turn: {count} card", "Front and back in turn: {count} cards", pairs)
        )
        self.pair_button.setVisible(count > 0 and count % 2 == 0)
        self.setVisible(count > 1)

    def _ask_reason(self) -> None:
        self._buttons.hide()
        self.question.show()
        self.question.start()

    def _take_back(self) -> None:
        self.question.hide()
        self._buttons.show()
