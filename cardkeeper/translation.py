"""The program's words in the user's language: every text a user sees passes through here."""

from __future__ import annotations

import gettext
import os
import unicodedata
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Final

DOMAIN: Final = "cardkeeper"
LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
)
"""The languages that the program speaks, by their ISO 639-1 codes, each named in its own words."""

_OWN: Final = "en"
"""What the program is written in: these words need no catalog."""
_in_use: Final[list[tuple[str, gettext.NullTranslations]]] = [(_OWN, gettext.NullTranslations())]


def use_language(*languages: str) -> str:
    """Speak the first of these languages that the program has words in, else English; returns its code.

    A region behind the language (`de_AT`, `de-AT`) makes no difference.
    """
    codes = (language.replace("-", "_").split("_")[0].split(".")[0].lower() for language in languages)
    code = next((code for code in codes if code in LANGUAGES), _OWN)
    catalog = gettext.NullTranslations()
    if code != _OWN:
        with resources.as_file(resources.files("resources") / "locale") as folder:
            catalog = gettext.translation(DOMAIN, folder, [code])
    _in_use[0] = (code, catalog)
    return code


def language_in_use() -> str:
    """The code of the language that is spoken now."""
    return _in_use[0][0]


def languages_of_surroundings() -> tuple[str, ...]:
    """The languages that the environment asks for, dearest first, as gettext's manual orders the variables."""
    asked = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    return tuple(next(filter(None, asked), "").split(":"))


def tr(text: str, /, **values: object) -> str:
    """A text in the user's language, its {named} places filled in."""
    return _filled(_in_use[0][1].gettext(text), values)


def trc(context: str, text: str, /, **values: object) -> str:
    """A text that says another thing elsewhere: the context, which nobody sees, tells translators which is meant."""
    return _filled(_in_use[0][1].pgettext(context, text), values)


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """A text that depends on a count, which may stand in it as {count}."""
    return _filled(_in_use[0][1].ngettext(one, many, count), {"count": count, **values})


def reads_right_to_left(text: str) -> bool:
    """Whether a text begins at the right: by its first letter, what is isolated in it aside (UAX #9, rule P2)."""
    isolated = 0
    for kind in map(unicodedata.bidirectional, text):
        if kind in ("LRI", "RLI", "FSI"):
            isolated += 1
        elif kind == "PDI":
            isolated -= 1
        elif kind in ("L", "R", "AL") and isolated <= 0:
            return kind != "L"
    return False


def _filled(said: str, values: Mapping[str, object]) -> str:
    if not values:
        return said
    return said.format(**{name: _apart(value) if isinstance(value, str) else value for name, value in values.items()})


def _apart(value: str) -> str:
    """A name that is written from right to left, isolated: else it would take numbers beside it to its other end."""
    if value.isascii() or not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in value):
        return value
    return f"\N{FIRST STRONG ISOLATE}{value}\N{POP DIRECTIONAL ISOLATE}"
