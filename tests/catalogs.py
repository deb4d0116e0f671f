"""The catalogs of the program's words: `python3 run.py words` gathers what the code says and compiles what is said.

A translator edits `resources/locale/<language>/LC_MESSAGES/cardkeeper.po`, in an editor for such files or by hand, and
runs the command again: it keeps what is translated, adds what is new, drops what is said no more, and writes the `.mo`
file that the program reads.
"""

from __future__ import annotations

import ast
import io
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from cardkeeper.translation import DOMAIN, LANGUAGES

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALE: Final = ROOT / "resources" / "locale"
TRANSLATED: Final = tuple(code for code in LANGUAGES if code != "en")
_TEXTS_OF: Final = {"tr": 1, "trn": 2, "trc": 2}
"""The functions that texts pass through, and how many of their first arguments are texts."""

_OF_NO_INTEREST: Final = tuple(
    f'"{name}'.encode()
    for name in ("Project-Id", "Report-Msgid", "POT-Creation", "PO-Revision", "Last-Tr", "Language-Team", "Generated")
)
"""Lines of a catalog's header that would name nobody, or change by themselves."""
_SOME_DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)


def said() -> Catalog:
    """All texts that the program says, with the modules that say them."""
    catalog = Catalog(charset="utf-8")
    for module in sorted(path for package in ("cardkeeper", "ui") for path in (ROOT / package).rglob("*.py")):
        where = module.relative_to(ROOT).as_posix()
        for context, words in _said_in(module):
            # Without line numbers: a catalog should change when words do, not when code moves.
            catalog.add(words, locations=[(where, 1)], context=context)
    return catalog


def _said_in(module: Path) -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    """The texts of a module, also those within f-strings, each with its context where it has one."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TEXTS_OF:
            texts = [str(each.value) for each in node.args[: _TEXTS_OF[node.func.id]] if isinstance(each, ast.Constant)]
            if len(texts) != _TEXTS_OF[node.func.id]:
                continue  # what it says was named as a text elsewhere
            match node.func.id:
                case "trn":
                    yield None, (texts[0], texts[1])
                case "trc":
                    yield texts[0], texts[1]
                case _:
                    yield None, texts[0]


def catalog_of(language: str) -> Catalog:
    """What is translated into a language."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def brought_up_to_date(language: str) -> Catalog:
    """What is translated, with all texts that are said now and no others."""
    catalog = catalog_of(language)
    catalog.update(said(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """A catalog as translators edit it; no date in it, so that nothing changes by itself."""
    buffer = io.BytesIO()
    catalog.header_comment = f"# The words of Cardkeeper in {LANGUAGES[str(catalog.locale)]}."
    write_po(buffer, catalog, width=0, sort_output=True, include_lineno=False)
    lines = buffer.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_OF_NO_INTEREST))


def as_mo(catalog: Catalog) -> bytes:
    """A catalog as gettext reads it; always the same day in it, so that nothing changes by itself."""
    catalog.creation_date = catalog.revision_date = _SOME_DAY
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def po_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def texts(catalog: Catalog) -> Iterator[Message]:
    """Every text of a catalog, without its header."""
    return (message for message in catalog if message.id)


def untranslated(catalog: Catalog) -> list[str]:
    """The texts that nobody has translated, or not all their plurals."""
    return [str(message.id) for message in texts(catalog) if not all(_translations(message))]


def misplaced(catalog: Catalog) -> list[str]:
    """The texts whose translation names places for values that the program does not fill, or leaves one out."""
    return [str(message.id) for message in texts(catalog) if all(_translations(message)) and _differ(message)]


def _differ(message: Message) -> bool:
    wanted = _places(_forms(message.id)[-1])
    for translation in _translations(message):
        # “one day ago” may do without its number, as in English.
        if _places(translation) - wanted or wanted - _places(translation) - {"count"}:
            return True
    return False


def _translations(message: Message) -> tuple[str, ...]:
    return _forms(message.string)


def _forms(words: object) -> tuple[str, ...]:
    """A text, or the singular and the plurals of one."""
    return tuple(words) if isinstance(words, list | tuple) else (str(words or ""),)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def main() -> None:
    """Bring every catalog up to date with what the program says, and compile it."""
    for language in TRANSLATED:
        catalog = brought_up_to_date(language)
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(catalog))
        path.with_suffix(".mo").write_bytes(as_mo(catalog))
        left = len(untranslated(catalog))
        sys.stdout.write(f"{LANGUAGES[language]}: {len(list(texts(catalog)))} texts, {left} not translated\n")


if __name__ == "__main__":
    main()
