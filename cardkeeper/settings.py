"""What a person has set: one frozen value, one table that tells what can be set, kept as a small JSON file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_origin, get_type_hints

import msgspec

from cardkeeper.errors import WrongInput
from cardkeeper.files import write_whole
from cardkeeper.model.people import FollowUpKind, Tone
from cardkeeper.model.progress import ReaderMode
from cardkeeper.translation import LANGUAGES, tr

FILE_NAME: Final = "settings.json"

Percent = Annotated[int, msgspec.Meta(ge=50, le=300)]
Country = Annotated[str, msgspec.Meta(pattern="^([A-Z]{2})?$")]
Meetings = Annotated[int, msgspec.Meta(ge=1, le=100)]
Days = Annotated[int, msgspec.Meta(ge=1, le=365)]
Cadence = Annotated[int, msgspec.Meta(ge=1, le=3650)]
Aim = Annotated[int, msgspec.Meta(ge=1, le=100)]
TagCadences = Annotated[str, msgspec.Meta(pattern=r"^([^,]*\S +[0-9]{1,4} *(, *[^,]*\S +[0-9]{1,4} *)*)?$")]
Hour = Annotated[int, msgspec.Meta(ge=0, le=23)]
Line = Annotated[str, msgspec.Meta(max_length=200)]
Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]
Weekdays = Annotated[tuple[Weekday, ...], msgspec.Meta(min_length=1, max_length=7)]
Recent = Annotated[
    tuple[Annotated[str, msgspec.Meta(pattern="^(person [0-9]+|page [a-z ]+)$")], ...], msgspec.Meta(max_length=50)
]
Place = Annotated[str, msgspec.Meta(pattern="^[a-z]*$", max_length=50)]
Panes = Annotated[
    tuple[Annotated[str, msgspec.Meta(pattern=r"^[a-z]+ [0-9]+( 0\.[0-9]+){2,}$", max_length=100)], ...],
    msgspec.Meta(max_length=50),
]
Folder = Annotated[str, msgspec.Meta(max_length=4096, extra={"folder": True})]


class Section(StrEnum):
    """What settings are about; the order is that of a dialog."""

    YOU = "you"
    LOOK = "look"
    READING = "reading"
    SOURCES = "sources"
    FOLLOWING_UP = "following up"
    IN_TOUCH = "in touch"
    LETTERS = "letters"


class Form(StrEnum):
    """In what form a setting is given."""

    CHOICE = "choice"
    NUMBER = "number"
    PERCENT = "percent"
    DAYS = "days"
    HOUR = "hour"
    TEXT = "text"
    COUNTRY = "country"
    WEEKDAYS = "weekdays"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set, each with what holds until somebody sets it."""

    my_name: Line = ""
    """What letters are signed with."""
    my_mail: Line = ""
    """From whom drafts and meetings come."""
    language: Literal["system", "en", "de", "fr", "es"] = "system"
    """Of the window, as an ISO 639-1 code; commands speak the language of their surroundings."""
    theme: Literal["system", "light", "dark"] = "system"
    text_size: Percent = 100
    reader: ReaderMode = ReaderMode.AUTO
    region: Country = ""
    """ISO 3166-1 code of the country to assume for numbers without one; empty: assume none."""
    sides: Literal["one", "alternate"] = "one"
    """Whether each picture shows a card of its own, or front and back of one card follow each other."""
    weekly_limit: Meetings = 10
    """How many meetings one wants to invite to in a week; notes and calls are not counted."""
    drawer_days: Days = 30
    """Days after which a next step that nobody moved lies in the drawer."""
    working_days: Weekdays = (1, 2, 3, 4, 5)
    """ISO 8601: Monday is 1."""
    next_step: FollowUpKind = FollowUpKind.COFFEE
    """What a review proposes."""
    ask_again_days: Days = 7
    """Days without an answer after which an invite comes up again."""
    cadence_a: Cadence = 21
    """Days after which one wants to be in touch again with somebody of tier A; so for the other tiers."""
    cadence_b: Cadence = 61
    cadence_c: Cadence = 182
    cadence_d: Cadence = 365
    tag_cadence: TagCadences = ""
    """Days by tag, which hold before the tier: “client 60, family 14”."""
    favour_aim: Aim = 10
    """How many favours one wants to give before asking for one."""
    partner_days: Days = 90
    """Days without a favour after which a partner comes up."""
    digest: Literal["off", "on"] = "off"
    """Whether the system shows a note with what the day holds, once a day while the window is open."""
    quiet_from: Hour = 18
    """The hour from which no note comes, and until which: 18 to 8 is the evening and the night."""
    quiet_until: Hour = 8
    letter_tone: Tone = Tone.WARM
    letter_language: Literal["window", "en", "de", "fr", "es"] = "window"
    """Of letters to people of whom nobody knows better."""
    public_place: Line = ""
    """Where one likes to meet."""
    watched_folder: Folder = ""
    """Whose new files are read by themselves; empty: none."""
    recent: Recent = ()
    """Where one was last, newest first: “person 12”, “page today”. Remembered, as is the window's place."""
    page: Place = ""
    """The page that was open when the window was closed, by its name. Remembered, as is:"""
    panes: Panes = ()
    """How wide panes were drawn: “people 0 0.2 0.8”, the shares at the first line of that page. Remembered, as is:"""
    people_table: str = ""
    """Which columns the table of people shows, and how it is sorted. Remembered, as is:"""
    people_filters: str = ""
    """What narrows the table of people: “view=drawer;tier=A”, of names only digests. Remembered, as is:"""
    digest_shown: str = ""
    """The day of the last note, ISO 8601. Remembered, as is the window's place."""
    window: str = ""
    """Where the window was when it was closed, as Qt writes it. Remembered, not set: the table has no line for it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table: what a dialog, a command and the documentation need to know of a setting."""

    name: str
    """Of the field in Settings and in the file."""
    section: Section
    form: Form
    title: str
    meaning: str
    usual: object
    """What holds until somebody sets it."""
    choices: tuple[tuple[str, str], ...] = ()
    """All values there are, where they can be told apart by name, each with its words."""
    least: int | None = None
    most: int | None = None

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(value for value, _ in self.choices)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of a file, and a sentence for everything in it that was left out."""

    settings: Settings
    problems: tuple[str, ...] = ()


def table() -> tuple[Setting, ...]:
    """Everything that can be set, in the order in which a dialog shows it, in the person's language."""
    words = _words()
    order = list(Section)
    lines = (line(field.name) for field in fields(Settings) if field.name in words)
    return tuple(sorted(lines, key=lambda one: order.index(one.section)))


def line(name: str) -> Setting:
    """The line of this name. Raises WrongInput where there is none."""
    if name not in _words():
        raise _unknown(name)
    return _line(name, *_words()[name], usual=getattr(Settings(), name))


def shown(value: object) -> str:
    """A value as it is typed."""
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def allowed(setting: Setting) -> str:
    """What a setting may be, in a sentence."""
    if setting.choices:
        return tr("Choose one of {choices}.", choices=", ".join(setting.values))
    if setting.least is not None and setting.most is not None:
        return tr("Choose a number from {least} to {most}.", least=setting.least, most=setting.most)
    return {
        Form.COUNTRY: tr("Two letters, such as DE. Empty: none is assumed."),
        Form.WEEKDAYS: tr("Days by commas, Monday is 1: 1,2,3,4,5."),
        Form.FOLDER: tr("The path of a folder. Empty: none."),
    }.get(setting.form, tr("A line of text."))


def section_words(section: Section) -> str:
    """What a section is called."""
    return {
        Section.YOU: tr("You"),
        Section.LOOK: tr("Look"),
        Section.READING: tr("Reading"),
        Section.SOURCES: tr("Where cards come from"),
        Section.FOLLOWING_UP: tr("Following up"),
        Section.IN_TOUCH: tr("Keeping in touch"),
        Section.LETTERS: tr("Letters"),
    }[section]


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


_OF_THE_COMPUTER: Final = frozenset({"language", "theme", "text_size", "reader", "sides", "watched_folder"})
"""Settings that belong to a computer and its scanner, not to the person."""


def personal(settings: Settings) -> dict[str, Any]:
    """What somebody set for themselves, wherever they work: their name, their pace, the manner of their letters."""
    usual, said = asdict(Settings()), asdict(settings)
    names = _words().keys() - _OF_THE_COMPUTER
    return {name: value for name, value in said.items() if name in names and value != usual[name]}


def with_personal(settings: Settings, said: Mapping[str, Any]) -> Settings:
    """The settings with what was set elsewhere, where nothing was set here; what can't be understood is left out."""
    usual = Settings()
    for name in said.keys() & (_words().keys() - _OF_THE_COMPUTER):
        if getattr(settings, name) == getattr(usual, name):
            try:
                settings = replace(settings, **{name: _understood(name, said[name])})
            except WrongInput:
                continue
    return settings


def _understood(name: str, value: object, *, typed: bool = False) -> Any:
    if name not in _types():
        raise _unknown(name)
    refusal = tr("“{value}” can't be set for “{name}”.", value=value, name=name)
    choices = _choice_words().get(name)
    if choices and value not in choices:
        raise WrongInput(refusal, allowed(line(name)))
    try:
        return msgspec.convert(value, _types()[name], strict=not typed)
    except msgspec.ValidationError as error:
        raise WrongInput(refusal, allowed(line(name))) from error


def _unknown(name: str) -> WrongInput:
    return WrongInput(tr("There is no setting “{name}”.", name=name))


@cache
def _types() -> Mapping[str, Any]:
    return get_type_hints(Settings, include_extras=True)


def _line(name: str, title: str, meaning: str, *, usual: object) -> Setting:
    kind = _types()[name]
    section = _SECTIONS.get(name, Section.FOLLOWING_UP)
    if get_origin(kind) is Literal or isinstance(kind, type):
        choices = tuple(_choice_words()[name].items())
        return Setting(name, section, Form.CHOICE, title, meaning, usual, choices)
    limits = kind.__metadata__[0]
    return Setting(name, section, _form(kind), title, meaning, usual, least=limits.ge, most=limits.le)


def _form(kind: Any) -> Form:
    known = (
        (Country, Form.COUNTRY),
        (Weekdays, Form.WEEKDAYS),
        (Folder, Form.FOLDER),
        (Percent, Form.PERCENT),
        (Days, Form.DAYS),
        (Cadence, Form.DAYS),
        (Hour, Form.HOUR),
    )
    usual = Form.NUMBER if kind.__origin__ is int else Form.TEXT
    return next((form for one, form in known if kind == one), usual)


_SECTIONS: Final[Mapping[str, Section]] = {
    "my_name": Section.YOU,
    "my_mail": Section.YOU,
    "language": Section.LOOK,
    "theme": Section.LOOK,
    "text_size": Section.LOOK,
    "reader": Section.READING,
    "region": Section.READING,
    "sides": Section.SOURCES,
    "watched_folder": Section.SOURCES,
    "cadence_a": Section.IN_TOUCH,
    "cadence_b": Section.IN_TOUCH,
    "cadence_c": Section.IN_TOUCH,
    "cadence_d": Section.IN_TOUCH,
    "tag_cadence": Section.IN_TOUCH,
    "favour_aim": Section.IN_TOUCH,
    "partner_days": Section.IN_TOUCH,
    "digest": Section.IN_TOUCH,
    "quiet_from": Section.IN_TOUCH,
    "quiet_until": Section.IN_TOUCH,
    "letter_tone": Section.LETTERS,
    "letter_language": Section.LETTERS,
    "public_place": Section.LETTERS,
}


def _choice_words() -> Mapping[str, Mapping[str, str]]:
    """What the values of each choice are called; a value without words can't be chosen."""
    return {
        "language": {"system": tr("Like the computer"), **LANGUAGES},
        "theme": {"system": tr("Like the computer"), "light": tr("Light"), "dark": tr("Dark")},
        "reader": {"auto": tr("Both"), "neural": tr("The careful one"), "tesseract": tr("The quick one")},
        "next_step": {
            "coffee": tr("Coffee"),
            "call": tr("Call"),
            "video": tr("Video chat"),
            "walk": tr("Walk"),
            "lunch": tr("Lunch"),
            "next event": tr("Next event"),
            "note": tr("Note"),
        },
        "sides": {"one": tr("One card each"), "alternate": tr("Front, back, front, back")},
        "digest": {"off": tr("No note"), "on": tr("One note a day")},
        "letter_language": {"window": tr("As the window"), **LANGUAGES},
        "letter_tone": {"warm": tr("Warm"), "plain": tr("Plain"), "formal": tr("Formal")},
    }


def _words() -> Mapping[str, tuple[str, str]]:
    return {
        "language": (tr("Language"), tr("Of the window, its days and its numbers.")),
        "theme": (tr("Colours"), tr("Light, dark, or as the computer has them.")),
        "text_size": (tr("Text size"), tr("Everything grows with it. In percent.")),
        "reader": (
            tr("Readers"),
            tr("Both readers check each other. The quick one alone is weaker on photos."),
        ),
        "sides": (tr("Cards of a drop"), tr("For piles of cards scanned from both sides, one after the other.")),
        "region": (tr("Country"), tr("Used for a phone number only where the card names no country.")),
        "weekly_limit": (
            tr("Meetings a week"),
            tr("Invites beyond this wait for the next week. Notes and calls are not counted."),
        ),
        "drawer_days": (
            tr("Into the drawer"),
            tr("A next step that nobody moved for so many days lies in the drawer."),
        ),
        "working_days": (tr("Working days"), tr("Next steps are proposed for these.")),
        "watched_folder": (
            tr("Watched folder"),
            tr("What arrives in it from now on is read, as soon as it is whole."),
        ),
        "next_step": (
            tr("Next step"),
            tr("What a review proposes for somebody new. Any card can have another."),
        ),
        "ask_again_days": (tr("Ask again after"), tr("Days without an answer after which an invite comes up again.")),
        "cadence_a": (tr("Tier A"), tr("Days after which you want to be in touch again.")),
        "cadence_b": (tr("Tier B"), tr("Days after which you want to be in touch again.")),
        "cadence_c": (tr("Tier C"), tr("Days after which you want to be in touch again.")),
        "cadence_d": (tr("Tier D"), tr("Days after which you want to be in touch again.")),
        "tag_cadence": (tr("By tag"), tr("Days by tag, which hold before the tier: client 60, family 14.")),
        "favour_aim": (tr("Favours before an ask"), tr("How many favours you want to give before you ask for one.")),
        "partner_days": (tr("Partners"), tr("Days without a favour after which a partner comes up.")),
        "my_name": (tr("Your name"), tr("What letters are signed with.")),
        "my_mail": (
            tr("Your mail address"),
            tr("From whom drafts and meetings come. Empty: your mail program says it."),
        ),
        "letter_tone": (tr("Tone of letters"), tr("Each person can have another.")),
        "letter_language": (tr("Language of letters"), tr("Each person can have another.")),
        "digest": (
            tr("Note of the day"),
            tr(
                "What the day holds, shown by the system once a day while the window is open. A click opens the person."
            ),
        ),
        "quiet_from": (tr("Quiet from"), tr("The hour from which no note comes.")),
        "quiet_until": (tr("Quiet until"), tr("The hour until which no note comes.")),
        "public_place": (tr("Public place"), tr("Where you like to meet; letters offer it.")),
    }
