"""Changes a template with its letter beside it, as it would read for the person at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.errors import WrongInput
from cardkeeper.messages.drafts import check
from cardkeeper.messages.situation import meanings
from cardkeeper.model.letters import Letter, Template
from cardkeeper.translation import tr
from ui import theme
from ui.beside import Beside, Pane
from ui.flow import flowing
from ui.ground import Ground
from ui.paragraph import Paragraph
from ui.parts import Button, FieldNote, Label, LineField, LinkButton, Scrolling, SectionTitle, TextField

_SHOW_AFTER_MS = 150


class TemplateEditor(QWidget):
    """A template at the left, what it makes at the right; nothing holds until it is kept."""

    kept = Signal(object)
    """The `Template` as it was changed."""
    shipped_wanted = Signal()
    cancelled = Signal()

    def __init__(self, template: Template, preview: Callable[[Template], Letter], *, changed: bool) -> None:
        """`preview` makes the letter; `changed` says that the template is a person's own."""
        super().__init__()
        self._template, self._preview = template, preview
        self.subject = LineField(template.subject, name=tr("Subject of the template"))
        self.words = TextField(template.body, name=tr("Template"))
        self.note = FieldNote()
        self.shown_subject = Paragraph("", "strong")
        self.shown = Paragraph("", "message")
        self.keep_button = Button(tr("Keep template"), "primary", keys="Ctrl+S")
        self.back_button = Button(tr("As it was shipped"))
        self.cancel_button = Button(tr("Cancel"), "quiet")
        self.back_button.setVisible(changed)
        self._soon = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._arrange()
        self._soon.timeout.connect(self.show_preview)
        self.words.textChanged.connect(self._soon.start)
        self.subject.textChanged.connect(lambda _text: self._soon.start())
        self.keep_button.clicked.connect(self._keep)
        self.back_button.clicked.connect(self.shipped_wanted)
        self.cancel_button.clicked.connect(self.cancelled)
        self.show_preview()

    def template(self) -> Template:
        """The template as it is typed."""
        return Template(
            self._template.form,
            self._template.tone,
            self._template.language,
            " ".join(self.subject.text().split()),
            self.words.toPlainText().strip("\n"),
        )

    def show_preview(self) -> None:
        """Show the letter that the typed template makes, and what is wrong with the template."""
        template = self.template()
        try:
            check(template)
        except WrongInput as error:
            self.note.error(str(error))
            self.keep_button.setEnabled(False)
        else:
            self.note.clear()
            self.keep_button.setEnabled(True)
        letter = self._preview(template)
        self.shown_subject.set_text(letter.subject)
        self.shown.set_text(letter.body.rstrip("\n"))

    def _keep(self) -> None:
        self.kept.emit(self.template())

    def _insert(self, name: str) -> None:
        self.words.insertPlainText(f"{{{name}}}")
        self.words.setFocus()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        template = QWidget()
        left = QVBoxLayout(template)
        left.setContentsMargins(0, 0, 20, 0)
        left.setSpacing(8)
        left.addWidget(SectionTitle(tr("Template")))
        how = tr("A sentence with a field that nobody knows is left out. [one|other] takes the first that is known.")
        left.addWidget(Paragraph(how, "small", "text2"))
        left.addWidget(self.subject)
        left.addWidget(self.words, 1)
        left.addWidget(self.note)
        left.addWidget(Label(tr("A click puts in:"), "small", "text2"))
        left.addWidget(self._fields())
        buttons = QHBoxLayout()
        for button in (self.keep_button, self.back_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left.addLayout(buttons)
        row.addWidget(Beside(Pane(template, 460, share=3), Pane(self._letter(), 320, share=2), needs=640))

    def _fields(self) -> Scrolling:
        chips = flowing(spacing=2)
        layout = chips.layout()
        for name, meaning in meanings().items():
            chip = LinkButton(meaning, role="small")
            chip.setToolTip(f"{{{name}}}")
            chip.clicked.connect(lambda _checked=False, name=name: self._insert(name))
            if layout is not None:
                layout.addWidget(chip)
        scroll = Scrolling(chips, sideways=False)
        scroll.setFixedHeight(theme.px(132))
        return scroll

    def _letter(self) -> Scrolling:
        inside = Ground("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(Label(tr("As it reads now"), "small", "text2"))
        column.addWidget(self.shown_subject)
        column.addWidget(self.shown)
        column.addStretch(1)
        return Scrolling(inside, sideways=False)
