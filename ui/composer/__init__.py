"""The page on which letters are written: form, tone and language beside the words, facts of the person at hand."""

from ui.composer.page import ComposerPage

__all__ = ["ComposerPage"]
