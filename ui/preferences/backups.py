"""Backups among the settings: the newest, making one, going back to one, and whether everything is whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.library import (
    Backup,
    Backups,
    CheckReport,
    Library,
    PasswordNeeded,
    Preview,
    Reason,
    WrongPassword,
    pack,
    preview,
    reason_words,
)
from cardkeeper.translation import tr, trn
from ui import theme, wording
from ui.flow import flowing
from ui.jobs import Background
from ui.parts import Button, Choice, Label, Panel, SectionTitle
from ui.preferences.password_form import PasswordQuestion
from ui.questions import AskingBar, YesQuestion
from ui.session import Session

_MOST_SHOWN: Final = 12


class BackupsPanel(Panel):
    """What is kept of earlier, and the way back to it. Long work is done in another thread."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self.state = Label("", "body", wrap=True)
        self.choice = Choice(name=tr("Which backup"))
        self.restore_button = Button(tr("Restore …"), icon="restore")
        self.file_button = Button(tr("Restore from a file …"), icon="folder-open-outline")
        self.make_button = Button(tr("Back up now"), icon="content-save-outline")
        self.copy_button = Button(tr("Save a copy elsewhere …"), icon="export-variant")
        self.check_button = Button(tr("Check the library"), icon="shield-check-outline")
        self.repair_button = Button(tr("Repair"), icon="wrench-outline")
        self.checked = Label("", "small", "text2", wrap=True)
        self.bar = AskingBar(session)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the backups there are."""
        backups = self._session.library.backups.all()
        now = self._session.now()
        chosen = self.choice.currentData()
        self.choice.clear()
        for backup in backups:
            self.choice.addItem(_line(backup, wording.moment(backup.made_at, now)), str(backup.path))
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        for part in (self.choice, self.restore_button):
            part.setVisible(bool(backups))
        newest = tr("Backed up {when}.", when=wording.moment(backups[0].made_at, now)) if backups else ""
        usual = tr("One is made when the program closes, and before imports, merges of many and restores.")
        self.state.set_text(f"{newest or tr('Not backed up yet.')} {usual}")

    def _build(self) -> None:
        self.body.addWidget(SectionTitle(tr("Backups")))
        self.body.addWidget(self.state)
        which = QHBoxLayout()
        which.setSpacing(8)
        which.addWidget(self.choice, 1)
        self.body.addLayout(which)
        for button, do in ((self.restore_button, self.ask_restore), (self.file_button, self.choose_file)):
            self.bar.add_button(button, do)
        self.bar.return_focus_to(self.choice)
        self.body.addWidget(self.bar)
        self.body.addWidget(flowing(self.make_button, self.copy_button, self.check_button, self.repair_button))
        self.body.addWidget(self.checked)
        self.repair_button.hide()
        self.checked.hide()
        self.checked.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choice.setMinimumWidth(theme.px(240))

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.make)
        self.copy_button.clicked.connect(self.choose_target)
        self.check_button.clicked.connect(self.check)
        self.repair_button.clicked.connect(self.repair)

    # Making

    def make(self) -> None:
        """Make a backup now."""
        self.make_button.setEnabled(False)
        job = self._background.run(self._session.library.backups.make, Reason.ASKED, self._session.now())
        job.done.connect(self._made)
        job.failed.connect(self._failed)

    def _made(self, backup: Backup) -> None:
        self.make_button.setEnabled(True)
        self.refresh()
        self._session.say(_counted(tr("Backed up"), backup.note.people, backup.note.cards))

    def choose_target(self) -> None:
        """Let a person say where to put a copy; the window goes on meanwhile."""
        name = f"cardkeeper-{self._session.today().isoformat()}.zip"
        dialog = QFileDialog(self, tr("Save a copy elsewhere"), str(Path.home() / name), tr("Backups (*.zip)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.save_copy(Path(chosen)))
        dialog.open()

    def save_copy(self, target: Path) -> None:
        """Make a backup and write it to one file."""
        job = self._background.run(_save_copy, self._session.library.backups, self._session.now(), target)
        job.done.connect(self._made)
        job.failed.connect(self._failed)

    # Going back

    def ask_restore(self) -> None:
        """Look closely at the chosen backup, then ask."""
        self._look(Path(self.choice.currentData()))

    def choose_file(self) -> None:
        """Let a person choose a file; the window goes on meanwhile."""
        dialog = QFileDialog(self, tr("Restore from a file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Backups (*.zip *.sqlite)"), tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self._look(Path(chosen)))
        dialog.open()

    def _look(self, source: Path, password: str = "") -> None:
        library = self._session.library
        job = self._background.run(preview, library.folder, source, library.key, password)
        job.done.connect(lambda found: self._ask(found, password))
        job.failed.connect(lambda error: self._not_seen(source, error))

    def _not_seen(self, source: Path, error: WorldError) -> None:
        """It can't be looked at; perhaps only as long as nobody has said its password."""
        if not isinstance(error, PasswordNeeded | WrongPassword):
            self._failed(error)
            return
        question = PasswordQuestion(str(error), tr("Open"))
        question.given.connect(lambda password: self._look(source, password))
        self.bar.ask(question)

    def _ask(self, found: Preview, password: str) -> None:
        when = tr(" of {when}", when=wording.moment(found.made_at, self._session.now())) if found.made_at else ""
        words = _counted(tr("Go back to the backup{when}", when=when), found.people, found.cards)
        if found.lacking:
            words += " " + trn("{count} picture is missing.", "{count} pictures are missing.", found.lacking)
        words += " " + tr("The library as it is now is kept as a backup.")
        question = YesQuestion(words, tr("Restore"), tr("Keep things as they are"))
        question.yes.connect(lambda: self.bar.change(lambda: self._restore(found.source, password)))
        self.bar.ask(question)

    def _restore(self, source: Path, password: str) -> None:
        self._session.library.restore(source, password)
        self.refresh()

    # Checking

    def check(self) -> None:
        """Look whether everything is whole, in another thread."""
        self.check_button.setEnabled(False)
        self._tell(tr("Checking …"), problems=False)
        job = self._background.run(_check, self._session.library.beside)
        job.done.connect(self._checked)
        job.failed.connect(self._failed)

    def repair(self) -> None:
        """Mend what can be mended."""
        try:
            self._checked(self._session.library.check(repair=True))
        except WorldError as error:
            self._session.fail(error)

    def _checked(self, report: CheckReport) -> None:
        self.check_button.setEnabled(True)
        if report.ok:
            whole = _counted(tr("Everything is whole"), report.people, report.cards)
            self._tell("\n".join((*report.repaired, whole)), problems=False)
        else:
            self._tell("\n".join((*report.repaired, *report.problems[:_MOST_SHOWN])), problems=True)

    def _tell(self, words: str, *, problems: bool) -> None:
        self.checked.set_color("err" if problems else "text2")
        self.checked.set_text(words)
        self.checked.show()
        self.repair_button.setVisible(problems)

    def _failed(self, error: WorldError) -> None:
        for button in (self.make_button, self.check_button):
            button.setEnabled(True)
        self._session.fail(error)


def _line(backup: Backup, when: str) -> str:
    counts = trn("{count} person", "{count} people", backup.note.people)
    return tr("{when}: {counts}. {reason}", when=when, counts=counts, reason=reason_words(backup.note.reason))


def _counted(words: str, people: int, cards: int) -> str:
    return tr(
        "{words}: {people}, {cards}.",
        words=words,
        people=trn("{count} person", "{count} people", people),
        cards=trn("{count} card", "{count} cards", cards),
    )


def _save_copy(backups: Backups, now: datetime, target: Path) -> Backup:
    backup = backups.make(Reason.ASKED, now)
    pack(backup, backups.pictures_of(backup), target)
    return backup


def _check(beside: Callable[[], Library]) -> CheckReport:
    with beside() as library:
        return library.check()
