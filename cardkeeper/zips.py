"""What may come out of a zip file from outside: plain entries that do not grow beyond measure, and not too many."""

from __future__ import annotations

import stat
import zipfile
from typing import Final

from cardkeeper.translation import tr

MOST_ENTRIES: Final = 1_000_000
_MOST_RATIO: Final = 100
"""An entry that grows by more than this is a bomb; a database of ours grows by ten at most."""
_SMALL: Final = 1 << 20
"""Bytes below which it makes no difference how much an entry grows."""
_LONGEST_NAME: Final = 80


def shown(entry: zipfile.ZipInfo) -> str:
    """The name of an entry as it can be said: short, and with nothing in it that could pass for something else."""
    name = entry.filename
    return ascii(name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…")


def why_not(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not to be unpacked, whatever it is called; empty when it may be."""
    if stat.S_ISLNK(entry.external_attr >> 16) or entry.is_dir() or entry.flag_bits & 1:
        return tr("{name} is no plain file.", name=shown(entry))
    if entry.file_size > _SMALL and entry.file_size > _MOST_RATIO * max(1, entry.compress_size):
        return tr("{name} would become far too large.", name=shown(entry))
    return ""
