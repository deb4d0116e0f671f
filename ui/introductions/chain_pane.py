"""Below the board: where somebody came from, as a picture or a list, and the thanks that are owed along the way.

Where no referral led to an introduction, the two whom it brings together stand there.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.model.relationships import Introduction, Referral
from cardkeeper.relationships import referrals
from cardkeeper.translation import tr, trn
from ui.flow import flowing
from ui.ground import Ground
from ui.introductions.pair_pane import PairPane
from ui.introductions.reading import Known
from ui.introductions.tree import TreeList, TreeView, boxes_of
from ui.parts import Button, Label, LinkButton, SectionTitle
from ui.session import Session
from ui.value_line import empty


class ChainPane(Ground):
    """The chain to a source and the whole tree from there."""

    person_chosen = Signal(int)
    referral_chosen = Signal(int)
    export_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self._session = session
        self.title = SectionTitle("")
        self.list_button = Button(tr("As list"), "quiet", icon="format-list-bulleted", size="small")
        self.list_button.setCheckable(True)
        self.export_button = Button(tr("Save picture"), "quiet", icon="content-save-outline", size="small")
        self.tree, self.list = TreeView(), TreeList()
        self.pair = PairPane(session.library)
        self.owed = flowing(spacing=4)
        self._stack = QStackedWidget()
        self._arrange()
        self.list_button.toggled.connect(lambda on: self._stack.setCurrentIndex(1 if on else 0))
        self.export_button.clicked.connect(self.export_wanted)
        self.tree.person_chosen.connect(self.person_chosen)
        self.tree.referral_chosen.connect(self.referral_chosen)
        self.list.person_chosen.connect(self.person_chosen)
        self.pair.person_chosen.connect(self.person_chosen)

    def show_introduction(self, item: Introduction, known: Known, today: date) -> None:
        """The referral that led to an introduction, or to one of the two; without one, the two themselves."""
        people = {item.first_id, item.second_id}
        by_id = {each.id: each for each in known.referrals}
        found = by_id.get(item.parent_id or 0)
        found = found or next((each for each in known.referrals if each.prospect_id in people), None)
        if found is not None:
            self.show_referral(found, known, today)
            return
        self._show_chain(there=False)
        self.title.set_text(tr("Whom you bring together"))
        self.pair.show_pair(item, known, today)
        self._stack.setCurrentWidget(self.pair)
        self.tree.show_boxes(None, 0)

    def show_referral(self, referral: Referral, known: Known, today: date) -> None:
        """The tree that a referral stands in."""
        self._show_chain(there=True)
        self.title.set_text(tr("Where {name} came from", name=known.name(referral.prospect_id)))
        root = boxes_of(referral, known, today)
        self.tree.show_boxes(root, referral.id)
        self.list.show_boxes(root)
        self._stack.setCurrentIndex(1 if self.list_button.isChecked() else 0)
        self._show_owed(referral, known)

    def _show_chain(self, *, there: bool) -> None:
        """Offer what can be done with a chain, where there is one; whoever was to be thanked before is forgotten."""
        self.list_button.setVisible(there)
        self.export_button.setVisible(there)
        layout = self.owed.layout()
        if layout is not None:
            empty(layout)

    def _show_owed(self, referral: Referral, known: Known) -> None:
        """Who is still to be thanked along the chain."""
        sources = [each.source_id for each in referrals.chain(referral, known.referrals) if each.source_id]
        owed = list(dict.fromkeys(one.contact_id for one in known.owed if one.contact_id in sources))
        layout = self.owed.layout()
        if not owed or layout is None:
            return
        words = trn("A thank-you is owed along this chain:", "{count} thank-yous are owed along this chain:", len(owed))
        layout.addWidget(Label(words, "small", "text2"))
        for contact_id in owed:
            link = LinkButton(known.name(contact_id), role="small_strong")
            link.clicked.connect(lambda _checked=False, who=contact_id: self.person_chosen.emit(who))
            layout.addWidget(link)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.export_button)
        head.addWidget(self.list_button)
        column.addLayout(head)
        for part in (self.tree, self.list, self.pair):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.owed)
