"""What a person has set: one frozen value, kept as a small JSON file in the library's folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from cardkeeper.errors import LibraryError
from cardkeeper.files import write_whole
from cardkeeper.model.progress import ReaderMode
from cardkeeper.translation import tr

FILE_NAME: Final = "settings.json"


class Settings(msgspec.Struct, frozen=True):
    """All that can be set, each with what holds until somebody sets it."""

    theme: Literal["system", "light", "dark"] = "system"
    text_size: Annotated[int, msgspec.Meta(ge=50, le=300)] = 100
    """Percent."""
    reader: ReaderMode = ReaderMode.AUTO
    region: Annotated[str, msgspec.Meta(pattern="^([A-Z]{2})?$")] = ""
    """ISO 3166-1 code of the country to assume for numbers without one; empty: assume none."""
    weekly_limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 10
    """How many meetings one wants to invite to in a week; notes and calls are not counted."""
    drawer_days: Annotated[int, msgspec.Meta(ge=1, le=365)] = 30
    """Days after which a next step that nobody moved lies in the drawer."""


def load(folder: Path) -> Settings:
    """What is set in this library's folder; nothing set there means what holds from the start.

    Raises LibraryError where the file is there but can't be understood: guessing would lose what a person has set.
    """
    path = folder / FILE_NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.DecodeError) as error:
        raise LibraryError(
            tr("The settings in {path} can't be read.", path=path),
            tr("Mend that file, or delete it to start with the usual settings."),
        ) from error


def save(folder: Path, settings: Settings) -> None:
    """Keep what is set. Raises StorageFull or LibraryError."""
    write_whole(folder / FILE_NAME, msgspec.json.format(msgspec.json.encode(settings), indent=2))
