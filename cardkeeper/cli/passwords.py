"""Where commands get passwords from: a file, the surroundings, or who sits at the terminal; never from their words.

What stands in a command's words is seen by everyone on the machine and kept by the shell.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import Final

from cardkeeper.errors import LibraryError, WrongInput
from cardkeeper.library import Key, PasswordNeeded, has_password, unlocked
from cardkeeper.translation import tr

VARIABLE: Final = "CARDKEEPER_PASSWORD"
NEW_VARIABLE: Final = "CARDKEEPER_NEW_PASSWORD"
BACKUP_VARIABLE: Final = "CARDKEEPER_BACKUP_PASSWORD"


def key_of(options: argparse.Namespace, folder: Path) -> Key | None:
    """What opens the library; None where it has no password. Raises PasswordNeeded, WrongPassword, LibraryError."""
    if not has_password(folder):
        return None
    given = _given(options.password_file, VARIABLE)
    if given is None:
        given = _asked(tr("Password: "))
    if given is None:
        raise PasswordNeeded(
            tr("The library in {folder} has a password.", folder=folder), _ways("--password-file", VARIABLE)
        )
    return unlocked(folder, given)


def password_of_backup(options: argparse.Namespace, needed: PasswordNeeded) -> str:
    """The password that a backup has of its own. Raises PasswordNeeded where nobody gives it."""
    given = _given(options.backup_password_file, BACKUP_VARIABLE)
    if given is None:
        given = _asked(tr("Password of the backup: "))
    if given is None:
        raise PasswordNeeded(needed.message, _ways("--backup-password-file", BACKUP_VARIABLE))
    return given


def new_password(options: argparse.Namespace) -> str:
    """A password that the library is to have; at the terminal it is typed twice. Raises WrongInput."""
    given = _given(options.new_password_file, NEW_VARIABLE)
    if given is None:
        given = _asked(tr("New password: "))
        if given is not None and given != _asked(tr("New password once more: ")):
            raise WrongInput(tr("The two are not the same."), tr("Nothing was changed. Try again."))
    if not given:
        raise WrongInput(tr("There is no new password."), _ways("--new-password-file", NEW_VARIABLE))
    return given


def _given(file: Path | None, variable: str) -> str | None:
    """From a file, or from the surroundings, which it leaves then: programs that are started need not know it."""
    if file is None:
        return os.environ.pop(variable, None)
    try:
        return file.read_text(encoding="utf-8").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise LibraryError(
            tr("The password can’t be read from {path}.", path=file), tr("Check the name, and what is in it.")
        ) from error


def _asked(prompt: str) -> str | None:
    return getpass.getpass(prompt, sys.stderr) if sys.stdin is not None and sys.stdin.isatty() else None


def _ways(option: str, variable: str) -> str:
    return tr("Name a file that holds it with {option}, or put it into {variable}.", option=option, variable=variable)
