"""`password`: whether the library has one; sets, changes or takes it away, and seals backups that have none."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from cardkeeper.cli import passwords
from cardkeeper.cli.libraries import folder_of
from cardkeeper.cli.progress import Counter
from cardkeeper.cli.terminal import DONE, SOME_FAILED, Subparsers, out, say
from cardkeeper.errors import WrongInput
from cardkeeper.library import Backups, Key, has_password, new_key, reseal
from cardkeeper.library.library import local_now
from cardkeeper.translation import tr, trn

_SET: Final = "set"
_CHANGE: Final = "change"
_REMOVE: Final = "remove"
_SEAL: Final = "seal-backups"


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("password", help=tr("set, change or take away the library’s password"))
    parser.add_argument("do", nargs="?", choices=(_SET, _CHANGE, _REMOVE, _SEAL), help=tr("nothing: only say it"))
    parser.add_argument("--new-password-file", type=Path, metavar="FILE", help=tr("a file that holds the new password"))
    parser.add_argument("--leave-backups", action="store_true", help=tr("leave earlier backups as they are"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Do it, and say how the library is now. Returns 1 where backups are left that are otherwise."""
    folder = folder_of(options)
    sealed = has_password(folder)
    if options.do is None:
        out(_said(sealed=sealed))
        return DONE
    if options.do == _SET and sealed:
        raise WrongInput(tr("The library has a password already."), tr("To have another one: password change"))
    if options.do != _SET and not sealed:
        raise WrongInput(tr("The library has no password."), tr("To have one: password set"))
    key = passwords.key_of(options, folder)
    return _reseal(options, folder, key, _wanted(options, key))


def _wanted(options: argparse.Namespace, key: Key | None) -> Key | None:
    if options.do == _SEAL:
        return key
    if options.do == _REMOVE:
        return None
    if options.do == _SET:
        say(tr("If you forget it, nobody can open this library again, not even us."))
    return new_key(passwords.new_password(options))


def _reseal(options: argparse.Namespace, folder: Path, key: Key | None, new: Key | None) -> int:
    with Counter(tr("files")) as counter:
        done = reseal(folder, key, new, local_now(), backups=not options.leave_backups, progress=counter.show)
    out(_said(sealed=done.key is not None))
    if done.problem is not None:
        raise done.problem
    left = len(Backups(folder, done.key).otherwise()) if options.leave_backups else done.left
    if left:
        say(
            trn(
                "{count} earlier backup has no password, or another one.",
                "{count} earlier backups have no password, or another one.",
                left,
            )
        )
    return SOME_FAILED if left and not options.leave_backups else DONE


def _said(*, sealed: bool) -> str:
    return tr("The library has a password.") if sealed else tr("The library has no password.")
