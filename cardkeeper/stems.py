"""Words without their endings, so that “companies” is found by “company”."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Protocol


class Stemmer(Protocol):
    """What `snowballstemmer.stemmer` gives."""

    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's own word


@cache
def stemmer(language: str) -> Stemmer:
    """Of a language, by its English name; the library, which loads forty languages at once, is loaded when needed."""
    found: Stemmer = import_module("snowballstemmer").stemmer(language)
    return found
