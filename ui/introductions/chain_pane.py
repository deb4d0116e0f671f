"""Below the board: where somebody came from, as a picture or a list, and the thanks that are owed along the way."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.model.relationships import Introduction, Referral
from cardkeeper.relationships import referrals
from cardkeeper.translation import tr, trn
from ui.flow import flowing
from ui.ground import Ground
from ui.introductions.reading import Known
from ui.introductions.tree import TreeList, TreeView, boxes_of
from ui.paragraph import Paragraph
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
        self.nothing = Paragraph(tr("No referral led here."), "body", "text2")
        self.owed = flowing(spacing=4)
        self._stack = QStackedWidget()
        self._arrange()
        self.list_button.toggled.connect(lambda on: self._stack.setCurrentIndex(1 if on else 0))
        self.export_button.clicked.connect(self.export_wanted)
        self.tree.person_chosen.connect(self.person_chosen)
        self.tree.referral_chosen.connect(self.referral_chosen)
        self.list.person_chosen.connect(self.person_chosen)

    def show_introduction(self, item: Introduction, known: Known, today: date) -> None:
        """The referral that led to an introduction, or to one of the two."""
        people = {item.first_id, item.second_id}
        by_id = {each.id: each for each in known.referrals}
        found = by_id.get(item.parent_id or 0)
        found = found or next((each for each in known.referrals if each.prospect_id in people), None)
        self.show_referral(found, known, today)

    def show_referral(self, referral: Referral | None, known: Known, today: date) -> None:
        """The tree that a referral stands in; nothing where there is none."""
        there = referral is not None
        self.list_button.setVisible(there)
        self.export_button.setVisible(there)
        layout = self.owed.layout()
        if layout is not None:
            empty(layout)
        if referral is None:
            self.title.set_text(tr("Where it came from"))
            self._stack.setCurrentIndex(2)
            self.tree.show_boxes(None, 0)
            return
        self.title.set_text(tr("Where {name} came from", name=known.name(referral.prospect_id)))
        root = boxes_of(referral, known, today)
        self.tree.show_boxes(root, referral.id)
        self.list.show_boxes(root)
        self._stack.setCurrentIndex(1 if self.list_button.isChecked() else 0)
        self._show_owed(referral, known)

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
        for part in (self.tree, self.list, self.nothing):
            self._stack.addWidget(part)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._stack, 1)
        column.addWidget(self.owed)
