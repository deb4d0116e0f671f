"""What camera and scanner share: pictures are gathered one by one, and then read as one drop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cardkeeper.translation import tr, trn
from ui.flow import flowing
from ui.parts import Button, EmptyState, Label, Page, PageHeader


class SourcePage(Page):
    """A page that takes pictures; `Read them` hands over all that were taken.

    Without anything to take them with it says so in their place, with the other way in.
    """

    def __init__(self, title: str, take: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = QTemporaryDir()
        self._count = 0
        self.taken: list[Path] = []
        self.header = PageHeader(title)
        self.sentence = Label("", "body", "text2", wrap=True)
        self.take_button = Button(take, "primary", icon=icon, keys="Ctrl+Enter", shortcut=False)
        self.files_button = Button(tr("Add files instead"), "primary", icon="plus")
        self.files_button.clicked.connect(self.add_files)
        self.again_button = Button(tr("Look again"), icon="refresh")
        self.again_button.clicked.connect(self.look)
        self.missing = EmptyState(icon, "", buttons=(self.files_button, self.again_button))
        self.done_button = Button(tr("Read them"), icon="text-recognition", keys="Ctrl+D", shortcut=False)
        self.forget_button = Button(tr("Throw the last away"), "quiet", icon="undo")
        self.body = QVBoxLayout()
        self._stack = QStackedLayout()
        self._arrange()
        self.take_button.clicked.connect(self.take)
        self.done_button.clicked.connect(self.hand_over)
        self.forget_button.clicked.connect(self.forget_last)
        for keys, act in (("Ctrl+Return", self.take_button.click), ("Ctrl+D", self.done_button.click)):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_taken()

    def look(self) -> None:
        """Find out what there is to take pictures with."""
        raise NotImplementedError

    def miss(self, what: str, remedy: str) -> None:
        """There is nothing to take pictures with: say so, and what to do."""
        self.missing.title.set_text(what)
        self.missing.text.set_text(remedy)
        self.take_button.setEnabled(False)
        self._stack.setCurrentWidget(self.missing)

    def say(self, sentence: str) -> None:
        """What is going on, beneath the picture."""
        self.sentence.set_text(sentence)
        self._stack.setCurrentIndex(0)

    def take(self) -> None:
        """Take one more picture."""
        raise NotImplementedError

    def add(self, picture: Path) -> None:
        """One more was taken."""
        self.taken.append(picture)
        self._show_taken()

    def forget_last(self) -> None:
        """The last one was no good."""
        if self.taken:
            self.taken.pop().unlink(missing_ok=True)
            self._show_taken()

    def hand_over(self) -> None:
        """Have all of them read, as one drop."""
        if self.taken:
            pictures, self.taken = tuple(self.taken), []
            self._show_taken()
            self.brought.emit(pictures)

    def next_path(self) -> Path:
        """Where the next picture is to be put; kept until the program ends, when the library has its own copy."""
        self._count += 1
        return Path(self._folder.filePath(f"{self.header.title()} {self._count}.{self.suffix}"))

    suffix = "jpg"

    def take_focus(self) -> None:
        first = self.take_button if self.take_button.isEnabled() else self.files_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_taken(self) -> None:
        count = len(self.taken)
        self.header.set_state(trn("{count} picture taken", "{count} pictures taken", count) if count else "")
        self.done_button.setEnabled(bool(count))
        self.forget_button.setVisible(bool(count))

    def _arrange(self) -> None:
        buttons = (self.forget_button, self.done_button, self.take_button)
        work = QWidget()
        inner = QVBoxLayout(work)
        inner.setContentsMargins(24, 4, 24, 24)
        inner.setSpacing(12)
        inner.addLayout(self.body, 1)
        inner.addWidget(self.sentence)
        inner.addWidget(flowing(*buttons, align_right=True))
        self._stack.addWidget(work)
        self._stack.addWidget(self.missing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self._stack, 1)
