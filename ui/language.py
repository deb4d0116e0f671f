"""The language of the window: the program's words, Qt's own words, and how numbers are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from cardkeeper.translation import use_language

_qt_words: list[QTranslator] = []


def apply(asked: str) -> None:
    """Speak this language (ISO 639-1) from now on; "system" is the computer's own, as far as there are words in it."""
    system = QLocale.system()
    code = use_language(*(system.uiLanguages() if asked == "system" else (asked,)))
    same = QLocale(code).language() == system.language()
    # Only the computer knows the user's country, and with it how numbers are written there.
    QLocale.setDefault(system if same else QLocale(code))
    _speak_qt(code)


def number(count: int) -> str:
    """A number as people write it here: 2,148 or 2.148."""
    return QLocale().toString(count)


def _speak_qt(code: str) -> None:
    """Have Qt's own texts, such as those of a field's menu, in the same language."""
    for old in _qt_words:
        QCoreApplication.removeTranslator(old)
    _qt_words.clear()
    words = QTranslator()
    if words.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(words)
        _qt_words.append(words)
