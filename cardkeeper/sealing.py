"""Files made unreadable to whoever lacks the key, AES-256-GCM, under names that say nothing of what is in them.

The names are keyed hashes: a plain hash would tell anyone who holds a copy of a picture that this library has it too.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from cardkeeper.errors import UnreadableFile
from cardkeeper.translation import tr

_MAGIC: Final = b"CKSEAL1\n"
_NONCE_BYTES: Final = 12
"""NIST SP 800-38D, 5.2.1.1: 96 bits; chosen at random, one key may seal four thousand million files (8.3)."""


class Seal:
    """Closes and opens files with one key; a file only opens under the name with which it was closed."""

    def __init__(self, key: bytes) -> None:
        # One key for each use, so that what one of them gives away says nothing of the other.
        self._files = AESGCM(hmac.digest(key, b"cardkeeper files", "sha256"))
        self._names = hmac.digest(key, b"cardkeeper names", "sha256")

    def name(self, sha256: str) -> str:
        """What the file with this hash is called, in lower-case hex; as long as the hash."""
        return hmac.digest(self._names, sha256.encode("ascii"), "sha256").hex()

    def has_closed(self, data: bytes, name: str) -> bool:
        """Whether these bytes are sealed with this key and under this name, and whole."""
        try:
            self.open(data, name)
        except UnreadableFile:
            return False
        return True

    def close(self, data: bytes, name: str) -> bytes:
        """The bytes as they may lie on the disk."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _MAGIC + nonce + self._files.encrypt(nonce, data, _MAGIC + name.encode("utf-8"))

    def open(self, data: bytes, name: str) -> bytes:
        """The bytes as they were. Raises UnreadableFile where they were changed, or sealed with another key."""
        nonce, sealed = data[len(_MAGIC) :][:_NONCE_BYTES], data[len(_MAGIC) + _NONCE_BYTES :]
        try:
            return self._files.decrypt(nonce, sealed, data[: len(_MAGIC)] + name.encode("utf-8"))
        except (InvalidTag, ValueError) as error:
            raise UnreadableFile(
                tr("A sealed picture was changed, or belongs to another library."),
                tr("Let the program check the library: a backup may have it whole."),
            ) from error
