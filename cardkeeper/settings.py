"""What a person has set: one frozen value, one table that tells what can be set, kept as a small JSON file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

import msgspec

from cardkeeper.errors import WrongInput
from cardkeeper.files import write_whole
from cardkeeper.model.people import FollowUpKind
from cardkeeper.model.progress import ReaderMode
from cardkeeper.translation import tr

FILE_NAME: Final = "settings.json"

Percent = Annotated[int, msgspec.Meta(ge=50, le=300)]
Country = Annotated[str, msgspec.Meta(pattern="^([A-Z]{2})?$")]
Meetings = Annotated[int, msgspec.Meta(ge=1, le=100)]
Days = Annotated[int, msgspec.Meta(ge=1, le=365)]
Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]
Weekdays = Annotated[tuple[Weekday, ...], msgspec.Meta(min_length=1, max_length=7)]


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set, each with what holds until somebody sets it."""

    language: Literal["system", "en", "de", "fr", "es"] = "system"
    """Of the window, as an ISO 639-1 code; commands speak the language of their surroundings."""
    theme: Literal["system", "light", "dark"] = "system"
    text_size: Percent = 100
    reader: ReaderMode = ReaderMode.AUTO
    region: Country = ""
    """ISO 3166-1 code of the country to assume for numbers without one; empty: assume none."""
    weekly_limit: Meetings = 10
    """How many meetings one wants to invite to in a week; notes and calls are not counted."""
    drawer_days: Days = 30
    """Days after which a next step that nobody moved lies in the drawer."""
    working_days: Weekdays = (1, 2, 3, 4, 5)
    """ISO 8601: Monday is 1."""
    next_step: FollowUpKind = FollowUpKind.COFFEE
    """What a review proposes."""
    window: str = ""
    """Where the window was when it was closed, as Qt writes it. Remembered, not set: the table has no line for it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table: what a dialog, a command and the documentation need to know of a setting."""

    name: str
    """Of the field in Settings and in the file."""
    title: str
    meaning: str
    usual: object
    """What holds until somebody sets it."""
    choices: tuple[str, ...] = ()
    """All values there are, where they can be told apart by name."""
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of a file, and a sentence for everything in it that was left out."""

    settings: Settings
    problems: tuple[str, ...] = ()


def table() -> tuple[Setting, ...]:
    """Everything that can be set, in the order in which a dialog shows it, in the person's language."""
    words = _words()
    return tuple(
        _line(field.name, *words[field.name], usual=field.default) for field in fields(Settings) if field.name in words
    )


def load(folder: Path) -> Loaded:
    """What is set in this folder; where nothing is set, what is usual.

    What can't be understood is left out and told of, each by itself, so that one slip of the hand in the file loses
    nothing else.
    """
    path = folder / FILE_NAME
    try:
        values = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, msgspec.DecodeError):
        return Loaded(Settings(), (tr("{path} can't be read: the usual settings hold.", path=path),))
    settings, problems = Settings(), []
    for name, value in values.items():
        try:
            settings = replace(settings, **{name: _understood(name, value)})
        except WrongInput as error:
            problems.append(tr("In {path}: {reason}", path=path, reason=error.message))
    return Loaded(settings, tuple(problems))


def save(folder: Path, settings: Settings) -> None:
    """Keep what is set. Raises StorageFull or LibraryError."""
    write_whole(folder / FILE_NAME, msgspec.json.format(msgspec.json.encode(asdict(settings)), indent=2) + b"\n")


def changed(settings: Settings, name: str, text: str) -> Settings:
    """The settings with one of the table set to what was typed; lists by commas. Raises WrongInput."""
    if name not in _words():
        raise _unknown(name)
    value = text.split(",") if _types().get(name) == Weekdays else text
    return replace(settings, **{name: _understood(name, value, typed=True)})


def _understood(name: str, value: object, *, typed: bool = False) -> Any:
    if name not in _types():
        raise _unknown(name)
    try:
        return msgspec.convert(value, _types()[name], strict=not typed)
    except msgspec.ValidationError as error:
        raise WrongInput(tr("“{value}” can't be set for “{name}”.", value=value, name=name), _allowed(name)) from error


def _unknown(name: str) -> WrongInput:
    return WrongInput(tr("There is no setting “{name}”.", name=name))


def _types() -> Mapping[str, Any]:
    return get_type_hints(Settings, include_extras=True)


def _allowed(name: str) -> str:
    line = next(line for line in table() if line.name == name)
    if line.choices:
        return tr("Choose one of {choices}.", choices=", ".join(line.choices))
    if line.least is not None and line.most is not None:
        return tr("Choose a number from {least} to {most}.", least=line.least, most=line.most)
    return line.meaning


def _line(name: str, title: str, meaning: str, *, usual: object) -> Setting:
    kind = _types()[name]
    if get_origin(kind) is Literal:
        return Setting(name, title, meaning, usual, choices=get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Setting(name, title, meaning, usual, choices=tuple(choice.value for choice in kind))
    limits = kind.__metadata__[0]
    return Setting(name, title, meaning, usual, least=limits.ge, most=limits.le)


def _words() -> Mapping[str, tuple[str, str]]:
    return {
        "language": (tr("Language"), tr("Of the window; “system” is the language of the computer.")),
        "theme": (tr("Colours"), tr("Light, dark, or as the system has them.")),
        "text_size": (tr("Text size"), tr("In percent.")),
        "reader": (tr("Reader"), tr("Which program reads the cards; “auto” lets both read, which is surest.")),
        "region": (
            tr("Country"),
            tr("Two letters, such as DE: for phone numbers on cards that name no country. Empty: none is assumed."),
        ),
        "weekly_limit": (tr("Meetings a week"), tr("More invites than these wait; notes and calls don’t count.")),
        "drawer_days": (
            tr("Days until the drawer"),
            tr("A next step that nobody moved for so many days counts as in the drawer."),
        ),
        "working_days": (tr("Working days"), tr("Days of the week on which next steps fall, Monday is 1: 1,2,3,4,5.")),
        "next_step": (tr("Next step"), tr("What is proposed for somebody new.")),
    }
