"""Before somebody is named: have you asked them, and would they know you? With what can be done next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cardkeeper.days import ago
from cardkeeper.first_names import first_name
from cardkeeper.messages.drafts import draft, shipped
from cardkeeper.messages.situation import Situation, Somebody
from cardkeeper.model.letters import Form, Language
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.relationships import Consent, Handing, Introduction, IntroductionStage, Referral
from cardkeeper.relationships import introductions, referrals
from cardkeeper.relationships.items import Item
from cardkeeper.relationships.loop_lines import introduction_line, referral_line
from cardkeeper.translation import language_in_use, tr
from ui.ground import Ground
from ui.introductions.reading import CONSENT_ICONS, Known
from ui.loop_bar import LoopBar
from ui.paragraph import Paragraph
from ui.parts import Button, IconLabel, Label, Panel, Separator
from ui.session import Session
from ui.value_line import empty


class GuardPanel(QScrollArea):
    """What to know and do about the introduction or referral at hand."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = Ground("surface")
        self.setWidget(self._inside)
        self.title = Paragraph("", "section")
        self.lead = Paragraph("", "body", "text2")
        self._sides = QVBoxLayout()
        self.knowing = Panel(ground="warn_soft", edge="warn_line", margin=12)
        self.knowing_words = Paragraph("")
        self.loops = LoopBar(session)
        self.send = Button(tr("Send to both"), size="medium")
        self.hint = Paragraph("", "small", "text2")
        self.reads_title = Label("", "small_strong")
        self.reads = Paragraph("", "body", "text2")
        self._line = Separator()
        self._arrange()

    def show_nothing(self) -> None:
        self._inside.hide()
        self.loops.set_item(None)

    def show_introduction(self, item: Introduction, known: Known, today: date) -> None:
        """Show whom to ask next, or what comes after both have agreed."""
        self._inside.show()
        next_id = introductions.to_turn_to(item) if item.open and not item.sent_on else None
        first, second = known.name(item.first_id), known.name(item.second_id)
        if next_id is not None:
            other = known.name(item.other(next_id))
            self.title.set_text(tr("Before you name {name}", name=known.name(next_id)))
            hidden = tr("Their details stay hidden from {other} until they agree.", other=other)
            self.lead.set_text(tr("To {other}: {why}. {more}", other=other, why=item.why.rstrip("."), more=hidden))
        else:
            self.title.set_text(tr("{first} and {second}", first=first, second=second))
            self.lead.set_text(item.why)
        self._show_sides([(known.name(person), said, on) for person, said, on in item.sides], today)
        self._show_knowing(known.people.get(next_id or 0), today)
        due = introductions.due(item)
        self._act(introduction_line(item, known.people, max(today, due)) if due and _whole(item, known) else None)
        ready = item.stage is IntroductionStage.BOTH_AGREED
        self.send.setVisible(next_id is not None)
        self.send.setEnabled(ready)
        self.hint.setVisible(next_id is not None)
        self.hint.set_text(tr("You can send it once both have agreed."))
        self._show_letter(item, next_id, known)

    def show_referral(self, item: Referral, known: Known, today: date) -> None:
        """Show whether the prospect expects the call, or may be named."""
        self._inside.show()
        prospect, partner = known.name(item.prospect_id), known.name(item.partner_id)
        given = item.direction is Handing.GIVEN
        asks = item.heads_up in (Consent.NOT_ASKED, Consent.ASKED) and item.open
        if asks and given:
            self.title.set_text(tr("Before you name {name}", name=prospect))
            hidden = tr("Their details stay hidden from {other} until they agree.", other=partner)
            self.lead.set_text(tr("To {other}: {why}. {more}", other=partner, why=item.about.rstrip("."), more=hidden))
        elif asks:
            self.title.set_text(tr("Before you call {name}", name=prospect))
            self.lead.set_text(tr("{name} gave you the name. Not confirmed that they expect the call.", name=partner))
        else:
            self.title.set_text(prospect)
            self.lead.set_text(referrals.outcome_words(item, today))
        self._show_sides([(prospect, item.heads_up, item.heads_up_on)], today)
        self._show_knowing(known.people.get(item.prospect_id) if asks and given else None, today)
        due = referrals.due(item)
        people = known.people
        there = item.prospect_id in people and (item.partner_id or 0) in people
        self._act(referral_line(item, people, max(today, due)) if due and there else None)
        for part in (self.send, self.hint, self._line, self.reads_title, self.reads):
            part.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        self._sides.setSpacing(4)
        asks = QHBoxLayout()
        asks.addWidget(IconLabel("alert", "warn", 18))
        asks.addWidget(Label(tr("Would they know your name?"), "strong"), 1)
        self.knowing.body.setSpacing(4)
        self.knowing.body.addLayout(asks)
        self.knowing.body.addWidget(self.knowing_words)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addLayout(self._sides)
        column.addWidget(self.knowing)
        column.addWidget(self.loops)
        column.addWidget(self.send, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.hint)
        column.addWidget(self._line)
        column.addWidget(self.reads_title)
        column.addWidget(self.reads)
        column.addStretch(1)
        self._inside.hide()

    def _show_sides(self, sides: list[tuple[str, Consent, date | None]], today: date) -> None:
        empty(self._sides)
        for name, said, on in sides:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(IconLabel(CONSENT_ICONS[said], "accent" if said is Consent.AGREED else "text2", 16))
            row.addWidget(Paragraph(_consent_words(name, said, on, today)), 1)
            self._sides.addWidget(holder)

    def _show_knowing(self, person: PersonRow | None, today: date) -> None:
        knowing = referrals.would_they_know(person, today) if person else None
        self.knowing.setVisible(knowing is not None and knowing.thin)
        if knowing is not None and knowing.thin:
            self.knowing_words.set_text(f"{knowing.facts} {knowing.warning}")

    def _act(self, item: Item | None) -> None:
        self.loops.setVisible(item is not None)
        self.loops.set_item(item)

    def _show_letter(self, item: Introduction, next_id: int | None, known: Known) -> None:
        person = known.people.get(next_id or 0)
        for part in (self._line, self.reads_title, self.reads):
            part.setVisible(person is not None)
        if person is None or next_id is None:
            return
        other_id = item.other(next_id)
        other = known.people.get(other_id)
        agreed = introductions.consent_of(item, other_id) is Consent.AGREED
        situation = Situation(
            _somebody(person), other=_somebody(other) if other else Somebody(), may_name_other=agreed, why=item.why
        )
        template = shipped(Form.INTRODUCTION_ASK, self._session.settings.letter_tone, Language(language_in_use()))
        self.reads_title.set_text(tr("What {name} will read", name=first_name(person.name)))
        self.reads.set_text(draft(template, situation, self._session.today()).body.strip())


def _somebody(row: PersonRow) -> Somebody:
    return Somebody(row.name, row.title, row.company, row.email)


def _whole(item: Introduction, known: Known) -> bool:
    people: Mapping[int, PersonRow] = known.people
    return item.first_id in people and item.second_id in people


def _consent_words(name: str, said: Consent, on: date | None, today: date) -> str:
    when = ago(on, today) if on else ""
    match said:
        case Consent.NOT_ASKED:
            return tr("{name}: not asked yet", name=name)
        case Consent.ASKED:
            return tr("{name}: asked {when}", name=name, when=when)
        case Consent.AGREED:
            return tr("{name}: agreed {when}", name=name, when=when)
        case Consent.DECLINED:
            return tr("{name}: would rather not", name=name)
