"""The program's words in the user's language: every text a user sees passes through here."""

from __future__ import annotations

import gettext
import os
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
    said = _in_use[0][1].gettext(text)
    return said.format(**values) if values else said


def trc(context: str, text: str, /, **values: object) -> str:
    """A text that says another thing elsewhere: the context, which nobody sees, tells translators which is meant."""
    said = _in_use[0][1].pgettext(context, text)
    return said.format(**values) if values else said


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """A text that depends on a count, which may stand in it as {count}."""
    return _in_use[0][1].ngettext(one, many, count).format(count=count, **values)
