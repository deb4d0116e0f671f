"""The letter itself: to whom, subject and words, with what sounds like a pitch underlined and offered to be removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from cardkeeper.messages.selling import Pitch, pitches
from cardkeeper.model.letters import Form, Language, Letter
from cardkeeper.translation import language_in_use, tr, trn
from ui import theme
from ui.paragraph import Paragraph
from ui.parts import Button, IconLabel, Label, LineField, LinkButton, Panel, Separator
from ui.parts.fields import color_words, leaves_undo, prepare_editor
from ui.parts.painting import PANEL_RADIUS, fill

_LINE: Final = 22
"""Pixels from one line of the letter to the next, at 100 % text."""
_LOOK_AFTER_MS: Final = 200
"""So long after the last key the words are looked through."""


class _Words(QTextEdit):
    """The body of the letter: plain text on the paper's own ground, in the type of messages, with air between lines."""

    def __init__(self, name: str) -> None:
        super().__init__()
        prepare_editor(self, name)
        self.setAcceptRichText(False)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, self.document().isUndoAvailable(), self.document().isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def show_words(self, text: str) -> None:
        """Show another letter."""
        self.setPlainText(text)
        self._space_lines()

    def _restyle(self) -> None:
        self.setFont(theme.font("message"))
        self.document().setDocumentMargin(theme.px(16))
        color_words(self)
        self._space_lines()

    def _space_lines(self) -> None:
        """Lines as far apart as messages have them; no step that Ctrl+Z would take back."""
        shape = QTextBlockFormat()
        shape.setLineHeight(theme.px(_LINE), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        document = self.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        document.setUndoRedoEnabled(True)


class _Bare(LineField):
    """A line without an edge, on the paper."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.state != "normal":
            fill(QPainter(self), self.rect(), "warn_soft", radius=4)
        super(LineField, self).paintEvent(event)

    def _restyle(self) -> None:
        super()._restyle()
        self.setFont(theme.font("strong"))


class PitchNotice(QWidget):
    """Says which sentence sounds like a pitch and why; removes it or lets it stand."""

    removed = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("alert", "warn", 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.strong = Label("", "strong", wrap=True)
        self.why = Label("", "small", "text2", wrap=True)
        words.addWidget(self.strong)
        words.addWidget(self.why)
        row.addLayout(words, 1)
        self.remove = Button(tr("Remove it"), size="small")
        self.keep = Button(tr("Keep it"), "quiet", size="small")
        self.remove.clicked.connect(self.removed)
        self.keep.clicked.connect(self.kept)
        row.addWidget(self.remove)
        row.addWidget(self.keep)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_pitches(self, found: Sequence[Pitch]) -> None:
        """Speak of the first one; the others wait."""
        self.setVisible(bool(found))
        if found:
            said = trn("One sentence sounds like a pitch:", "{count} sentences sound like a pitch:", len(found))
            self.strong.set_text(f"{said} “{found[0].words}”")
            self.why.set_text(found[0].why)
            self.setAccessibleName(f"{self.strong.text()} {found[0].why}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), "warn_soft", radius=PANEL_RADIUS)
        painter.fillRect(0, 0, self.width(), PANEL_RADIUS, theme.color("warn_soft"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("warn_line"))


class Paper(Panel):
    """Where the letter is written. `edited` tells what a person typed, never what the program filled in."""

    edited = Signal()
    anew = Signal()
    """The template is wanted again, instead of what was typed."""
    template_wanted = Signal()
    name_wanted = Signal()
    """A person wants to say what letters are signed with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self._form, self._language = Form.NOTE, Language.ENGLISH
        self._kept: set[str] = set()
        self._filling = False
        self._last = ("", "")
        self._found: tuple[Pitch, ...] = ()
        self.to = Label("", wrap=True)
        self.to.setIndent(12)
        self.to.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.subject = _Bare(name=tr("Subject"))
        self.subject.setMaxLength(300)
        self.words = _Words(tr("Letter"))
        self.notice = PitchNotice()
        self.template_button = LinkButton(tr("Edit template"), role="small_strong")
        self._own = QWidget()
        self.unsigned = QWidget()
        self.name_button = LinkButton(tr("Say your name"), role="small_strong")
        self.anew_button = LinkButton(tr("Write it anew"), role="small_strong")
        self._soon = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._arrange()
        self._soon.timeout.connect(self.look)
        self.words.textChanged.connect(self._typed)
        self.subject.textEdited.connect(self._typed)
        self.notice.removed.connect(self._remove_first)
        self.notice.kept.connect(self._keep_first)
        self.anew_button.clicked.connect(self.anew)
        self.name_button.clicked.connect(self.name_wanted)
        self.template_button.clicked.connect(self.template_wanted)
        theme.notifier().changed.connect(self._restyle)
        self._restyle()

    def letter(self, to: Letter) -> Letter:
        """The letter as it stands, to those whom `to` names."""
        return Letter(to.to, " ".join(self.subject.text().split()), self.words.toPlainText().rstrip() + "\n")

    def show_letter(self, letter: Letter, form: Form, language: Language, *, own: bool) -> None:
        """Show a letter; `own` says that a person wrote it, so that no choice at the left writes over it."""
        self._form, self._language = form, language
        people = [", ".join((one.name, one.email or tr("no mail address is known"))) for one in letter.to]
        missing = [one.name for one in letter.to if not one.email]
        self.to.set_text("; ".join(people))
        self.to.set_color("text" if not missing else "warn")
        self._filling = True
        self.subject.setText(letter.subject)
        self.words.show_words(letter.body.rstrip("\n"))
        self._filling = False
        self._last = self._texts()
        self._own.setVisible(own)
        self._kept.clear()
        self.look()

    def set_own(self, own: bool) -> None:
        self._own.setVisible(own)

    def insert(self, text: str) -> None:
        """Put a fact where the cursor is, with spaces around where it needs them."""
        cursor = self.words.textCursor()
        before = self.words.toPlainText()[: cursor.selectionStart()][-1:]
        cursor.insertText(f"{' ' if before and not before.isspace() else ''}{text}")
        self.words.setTextCursor(cursor)
        self.words.setFocus()

    def look(self) -> None:
        """Underline what sounds like a pitch, in the subject too, and say so."""
        body = self.words.toPlainText()
        found = self._pitches_in(body)
        self._found = tuple(pitch for pitch in found if pitch.sentence not in self._kept)
        in_subject = self._pitches_in(self.subject.text())
        self.subject.set_state("look" if in_subject else "normal")
        marks = []
        for pitch in self._found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.words.document())
            # Qt counts in UTF-16, Python in characters.
            mark.cursor.setPosition(_units(body[: pitch.start]))
            mark.cursor.setPosition(_units(body[: pitch.end]), QTextCursor.MoveMode.KeepAnchor)
            mark.format = _underlined()
            marks.append(mark)
        self.words.setExtraSelections(marks)
        self.notice.show_pitches(self._found)

    def pitches_found(self) -> tuple[Pitch, ...]:
        return self._found

    def _pitches_in(self, text: str) -> tuple[Pitch, ...]:
        """In the letter's language and in the window's, in which one may have typed."""
        languages = dict.fromkeys((self._language, Language(language_in_use())))
        found = {pitch.start: pitch for each in languages for pitch in pitches(text, each, self._form)}
        return tuple(found[start] for start in sorted(found))

    def _arrange(self) -> None:
        self.body.setSpacing(0)
        top = QGridLayout()
        top.setContentsMargins(14, 8, 14, 8)
        top.setHorizontalSpacing(2)
        top.setColumnStretch(1, 1)
        names = (Label(tr("To"), "small", "text2"), Label(tr("Subject"), "small", "text2"))
        for name in names:
            name.setMinimumWidth(theme.px(56))
        names[1].setBuddy(self.subject)
        top.addWidget(names[0], 0, 0)
        top.addWidget(self.to, 0, 1, 1, 2)
        self.body.addLayout(top)
        self.body.addWidget(Separator())
        middle = QHBoxLayout()
        middle.setContentsMargins(14, 2, 14, 2)
        middle.setSpacing(2)
        middle.addWidget(names[1])
        middle.addWidget(self.subject, 1)
        middle.addWidget(self.template_button)
        self.body.addLayout(middle)
        self.body.addWidget(Separator())
        asides = (
            (self._own, tr("In your own words: choices at the left leave it as it is."), self.anew_button),
            (self.unsigned, tr("Your name does not stand under it yet."), self.name_button),
        )
        for aside, words, button in asides:
            row = QHBoxLayout(aside)
            row.setContentsMargins(14, 2, 14, 2)
            said = Paragraph(words, "small", "text2")
            # Its first line stands on the height of the words of the button.
            said.setContentsMargins(0, 4, 0, 4)
            row.addWidget(said, 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.body.addWidget(aside)
        self.body.addWidget(self.words, 1)
        self.body.addWidget(self.notice)

    def _texts(self) -> tuple[str, str]:
        return self.subject.text(), self.words.toPlainText()

    def _typed(self) -> None:
        """Qt tells of a change also where only the size of the type is another."""
        if not self._filling and self._texts() != self._last:
            self._last = self._texts()
            self._soon.start()
            self._own.show()
            self.edited.emit()

    def _remove_first(self) -> None:
        """Take the sentence out; the editor's own undo brings it back."""
        if not self._found:
            return
        body, pitch = self.words.toPlainText(), self._found[0]
        end = pitch.end + (1 if body[pitch.end : pitch.end + 1] == " " else 0)
        cursor = QTextCursor(self.words.document())
        cursor.setPosition(_units(body[: pitch.start]))
        cursor.setPosition(_units(body[:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.look()
        self.words.setFocus()

    def _keep_first(self) -> None:
        if self._found:
            self._kept.add(self._found[0].sentence)
            self.look()
            self.words.setFocus()

    def _restyle(self) -> None:
        self.look()


def _units(text: str) -> int:
    """The length of a text in the units that Qt counts."""
    return len(text.encode("utf-16-le")) // 2


def _underlined() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(theme.color("warn_soft"))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(theme.color("warn_line"))
    return look
