"""The key of a library that has a password: made of the password, and tried on the file before SQLite touches it.

The file is one of SQLCipher 4 with its own settings, so that any program that knows SQLCipher opens it with the
password: PBKDF2 with HMAC-SHA-512 and 256,000 rounds over a salt, which is the file's first 16 bytes; pages of 4,096
bytes, each of which ends with 16 bytes to begin its encryption with and the 64 bytes of a HMAC-SHA-512
(zetetic.net/sqlcipher/design).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from cardkeeper.errors import LibraryError
from cardkeeper.files import storage_error
from cardkeeper.translation import tr

MAGIC: Final = b"SQLite format 3\x00"
"""How a SQLite file begins that is not sealed."""

_ROUNDS: Final = 256_000
_SALT_BYTES: Final = 16
_KEY_BYTES: Final = 32
_PAGE: Final = 4096
_MAC_BYTES: Final = 64
_MAC_ROUNDS: Final = 2
_MAC_SALT: Final = 0x3A
_PAGES_TRIED: Final = 16
"""After the first; where that is damaged, another one still tells a wrong password from a damaged file."""


class PasswordNeeded(LibraryError):
    """The library has a password, and none was given."""


class WrongPassword(LibraryError):
    """What was given is not the password."""


@dataclass(frozen=True, slots=True)
class Key:
    """Opens one sealed database, its write-ahead log, and copies of it. Never to be written or told anywhere."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def as_sql(self) -> str:
        """As `PRAGMA key` and `ATTACH` take it without a password being worked on again."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def is_sealed(path: Path) -> bool:
    """Whether a database needs a password: neither its beginning nor what follows is anything but noise.

    Raises LibraryError where it can't be read. A file whose beginning alone is damaged is not taken for a sealed one.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(MAGIC)) == MAGIC:
                return False
            file.seek(_PAGE)
            rest = file.read(_PAGES_TRIED * _PAGE)
    except OSError as error:
        raise storage_error(path, error) from error
    # Pages of a plain database can always be made smaller, sealed ones never.
    return len(rest) >= _PAGE and len(rest) % _PAGE == 0 and len(zlib.compress(rest)) >= len(rest)


def new_key(password: str) -> Key:
    """A key for a database that is to have this password from now on; takes a tenth of a second or more."""
    return _derive(password, secrets.token_bytes(_SALT_BYTES))


def unlock(path: Path, password: str) -> Key:
    """The key that this password makes to a sealed database; takes a tenth of a second or more, on any thread.

    Raises WrongPassword, LibraryError where the file can't be read.
    """
    try:
        with path.open("rb") as file:
            key = _derive(password, file.read(_SALT_BYTES))
    except OSError as error:
        raise storage_error(path, error) from error
    if not fits(path, key):
        raise wrong_password()
    return key


def fits(path: Path, key: Key) -> bool:
    """Whether this is the key of a sealed database, which may be damaged. Raises LibraryError."""
    salt = bytes(byte ^ _MAC_SALT for byte in key.salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", key.secret, salt, _MAC_ROUNDS, _KEY_BYTES)
    try:
        with path.open("rb") as file:
            return any(_is_of(mac_key, number, page) for number, page in _pages(file))
    except OSError as error:
        raise storage_error(path, error) from error


def password_needed(path: Path) -> PasswordNeeded:
    return PasswordNeeded(
        tr("The library in {folder} has a password.", folder=path.parent), tr("Give the password to open it.")
    )


def wrong_password() -> WrongPassword:
    return WrongPassword(tr("That is not the password."), tr("Look at Caps Lock and the keyboard’s language."))


def _derive(password: str, salt: bytes) -> Key:
    # The same letters may come as different bytes from another keyboard.
    written = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return Key(hashlib.pbkdf2_hmac("sha512", written, salt, _ROUNDS, _KEY_BYTES), salt)


def _pages(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    for number in range(1, _PAGES_TRIED + 2):
        page = file.read(_PAGE)
        if len(page) < _PAGE:
            return
        yield number, page


def _is_of(mac_key: bytes, number: int, page: bytes) -> bool:
    """Whether a page ends with the code that this key makes of it."""
    sealed = page[_SALT_BYTES if number == 1 else 0 : -_MAC_BYTES]
    wanted = hmac.digest(mac_key, sealed + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(wanted, page[-_MAC_BYTES:])
