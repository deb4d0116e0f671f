"""Where things lie when nobody names a place: the library in the person's data folder, the log in that for logs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import platformdirs

from cardkeeper.errors import LibraryError
from cardkeeper.translation import tr

_NAME: Final = "Cardkeeper"


def library_folder() -> Path:
    """The library used without `--library`: where a person said, or in their data folder. It need not exist yet."""
    try:
        remembered = _place_file().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        remembered = ""
    return Path(remembered) if remembered else platformdirs.user_data_path(_NAME, appauthor=False) / "library"


def remember_library(folder: Path) -> None:
    """Use this library from now on where none is named. Raises LibraryError."""
    try:
        _place_file().parent.mkdir(parents=True, exist_ok=True)
        _place_file().write_text(f"{folder.absolute()}\n", encoding="utf-8")
    except OSError as error:
        raise LibraryError(
            tr("Where the library lives can’t be remembered in {folder}.", folder=_place_file().parent),
            tr("See that you may write there, and choose again."),
        ) from error


def practice_folder() -> Path:
    """The library of made-up people, apart from any other. It need not exist."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "practice"


def log_folder() -> Path:
    """Where the log is written. It need not exist yet."""
    return platformdirs.user_log_path(_NAME, appauthor=False, ensure_exists=False)


def settings_folder() -> Path:
    """Where settings lie that hold for any library. It need not exist yet."""
    return platformdirs.user_config_path(_NAME, appauthor=False)


def _place_file() -> Path:
    return settings_folder() / "library.txt"
