"""The program's words in the user's language: every text a user sees passes through here."""

from __future__ import annotations

import gettext
from importlib import resources
from typing import Final

_DOMAIN: Final = "cardkeeper"
_catalogs: Final[list[gettext.NullTranslations]] = [gettext.NullTranslations()]


def use_language(*languages: str) -> None:
    """Take the first of these languages (ISO 639-1 codes) that the program has words in; English needs none."""
    with resources.as_file(resources.files("resources") / "locale") as folder:
        _catalogs[0] = gettext.translation(_DOMAIN, folder, languages, fallback=True)


def tr(text: str, /, **values: object) -> str:
    """A text in the user's language, its {named} places filled in."""
    return _catalogs[0].gettext(text).format(**values) if values else _catalogs[0].gettext(text)


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """A text that depends on a count, which may stand in it as {count}."""
    return _catalogs[0].ngettext(one, many, count).format(count=count, **values)
