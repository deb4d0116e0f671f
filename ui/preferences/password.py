"""The password among the settings: set, changed, taken away, each with what it means said before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cardkeeper.library import PASSWORDS, Key, unlocked
from cardkeeper.translation import tr, trn
from ui.flow import flowing
from ui.jobs import Background
from ui.parts import Button, Label, NewPassword, Panel, SectionTitle
from ui.preferences.password_form import Asked, PasswordForm
from ui.session import Session


class PasswordPanel(Panel):
    """Says whether the library has a password, and asks for what is needed to change that."""

    wanted = Signal(object)
    """A `NewPassword`: the window closes the library for it."""
    lock = Signal()
    """Close the library, so that its password is asked for again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self.state = Label("", "body", wrap=True)
        self.left = Label("", "small", "text2", wrap=True)
        self.set_button = Button(tr("Set a password …"), icon="lock-outline")
        self.change_button = Button(tr("Change the password …"), icon="lock-outline")
        self.remove_button = Button(tr("Take the password away …"), "quiet", icon="lock-open-variant-outline")
        self.seal_button = Button(tr("Seal earlier backups"), icon="content-save-outline")
        self.lock_button = Button(tr("Lock now"), "quiet", icon="lock-outline")
        self.buttons = flowing(
            self.set_button, self.change_button, self.seal_button, self.remove_button, self.lock_button
        )
        self.form: PasswordForm | None = None
        for part in (SectionTitle(tr("Password")), self.state, self.left, self.buttons):
            self.body.addWidget(part)
        self.set_button.clicked.connect(self._ask_to_set)
        self.change_button.clicked.connect(self._ask_to_change)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.seal_button.clicked.connect(self._seal)
        self.lock_button.clicked.connect(self.lock)
        self.refresh()

    def refresh(self) -> None:
        """Show what is so now."""
        library = self._session.library
        sealed, usable = library.key is not None, PASSWORDS and not library.read_only
        others = len(library.backups.otherwise())
        self.state.set_text(_said(sealed=sealed))
        self.left.set_text(_left(others) if sealed else "")
        self.left.setVisible(sealed and others > 0)
        self.set_button.setVisible(not sealed)
        self.set_button.setEnabled(usable)
        for button in (self.change_button, self.remove_button):
            button.setVisible(sealed)
            button.setEnabled(usable)
        self.seal_button.setVisible(sealed and others > 0)
        self.seal_button.setEnabled(usable)
        self.lock_button.setVisible(sealed)

    def first(self) -> Button:
        """Where the keyboard begins here."""
        return self.set_button if self._session.library.key is None else self.change_button

    def _ask_to_set(self) -> None:
        backups = len(self._session.library.backups.all())
        self._ask(Asked(tr("Set the password"), new=True, open_backups=backups))

    def _ask_to_change(self) -> None:
        self._ask(Asked(tr("Change the password"), present=True, new=True))

    def _ask_to_remove(self) -> None:
        self._ask(Asked(tr("Take the password away"), present=True))

    def _ask(self, asked: Asked) -> None:
        self._take_back()
        form = self.form = PasswordForm(asked)
        form.cancelled.connect(self._take_back)
        form.given.connect(lambda: self._try(form, asked))
        self.body.addWidget(form)
        self.buttons.hide()
        form.start()

    def _take_back(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self.body.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.buttons.show()
            self.first().setFocus()

    def _try(self, form: PasswordForm, asked: Asked) -> None:
        """Make sure of the present password, where there is one, before the library is closed for another."""
        if not asked.present:
            self._give(form, None)
            return
        job = self._background.run(unlocked, self._session.library.folder, form.present.text())
        job.done.connect(lambda key: self._give(form, key))
        job.failed.connect(form.show_error)

    def _give(self, form: PasswordForm, key: Key | None) -> None:
        if self.form is form:
            new = NewPassword(key, form.new.text(), backups=form.backups.isChecked())
            self._take_back()
            self.wanted.emit(new)

    def _seal(self) -> None:
        self.wanted.emit(NewPassword(self._session.library.key, "", keep=True))


def _said(*, sealed: bool) -> str:
    if not PASSWORDS:
        return tr("Libraries with a password can’t be used on this machine: sqlcipher3 is not there for it.")
    if sealed:
        return tr("This library has a password. Its people, cards and pictures can’t be read without it.")
    return tr("Whoever can read the library’s folder can read your people and cards. A password seals all of it.")


def _left(backups: int) -> str:
    return trn(
        "{count} earlier backup has no password, or another one.",
        "{count} earlier backups have no password, or another one.",
        backups,
    )
