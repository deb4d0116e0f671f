"""Where things lie when nobody names a place: the library in the person's data folder, the log in that for logs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import platformdirs

_NAME: Final = "Cardkeeper"


def library_folder() -> Path:
    """The library used without `--library`. It need not exist yet."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "library"


def log_folder() -> Path:
    """Where the log is written. It need not exist yet."""
    return platformdirs.user_log_path(_NAME, appauthor=False, ensure_exists=False)


def settings_folder() -> Path:
    """Where settings lie that hold for any library. It need not exist yet."""
    return platformdirs.user_config_path(_NAME, appauthor=False)
