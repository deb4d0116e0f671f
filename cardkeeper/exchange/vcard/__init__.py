"""vCards of versions 2.1, 3.0 and 4.0: read whatever is there, write what every program takes."""

from cardkeeper.exchange.vcard.properties import Params, Problem, Property, VCard, escape, listed, structure
from cardkeeper.exchange.vcard.reading import cards, read
from cardkeeper.exchange.vcard.writing import Version, write

__all__ = [
    "Params",
    "Problem",
    "Property",
    "VCard",
    "Version",
    "cards",
    "escape",
    "listed",
    "read",
    "structure",
    "write",
]
