"""Which program wrote a table, by its headings; it is told to the person, and tells some tables apart."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from cardkeeper.exchange.tables.headers import CUSTOM, columns_of, normalised
from cardkeeper.translation import tr


class Dialect(StrEnum):
    """The forms of tables of people that are known by themselves."""

    CARDKEEPER = "cardkeeper"
    GOOGLE = "google"
    GOOGLE_OLD = "google-old"
    OUTLOOK = "outlook"
    OUTLOOK_COM = "outlook-com"
    THUNDERBIRD = "thunderbird"
    LINKEDIN = "linkedin"
    HUBSPOT = "hubspot"
    TABLE = "table"
    """Any other."""


_SIGNS: Final = {
    Dialect.CARDKEEPER: {"name", "needs a look", "met at event", "next step stage"},
    Dialect.GOOGLE_OLD: {"given name", "family name", "group membership"},
    Dialect.THUNDERBIRD: {"primary email", "screen name"},
    Dialect.HUBSPOT: {"record id", "contact owner", "create date"},
    Dialect.OUTLOOK_COM: {"imaddress", "given yomi"},
    Dialect.OUTLOOK: {"business phone", "e mail address"},
}
"""Headings that together only this program writes."""

_GOOGLE: Final = ({"organization name", "file as"}, {"e mail 1 label"}, {"phone 1 label"}, {"labels", "first name"})
_LINKEDIN: Final = (
    {"connected on"},
    {"verbunden am"},
    {"connexion le"},
    {"fecha de conexion"},
    {"data di connessione"},
)
_OUTLOOKS_LEAST: Final = 12
"""A table of another language with so many columns of work, home and elsewhere is Outlook's."""


def dialect_of(header: Sequence[str]) -> Dialect:
    """Whose table has these headings."""
    found = {normalised(heading) for heading in header}
    for dialect, signs in _SIGNS.items():
        if signs <= found:
            return dialect
    if any(signs <= found for signs in _GOOGLE):
        return Dialect.GOOGLE
    if any(signs <= found for signs in _LINKEDIN):
        return Dialect.LINKEDIN
    placed = [column for column in columns_of(header) if column != CUSTOM and column.place in {"work", "home", "other"}]
    everywhere = {column.place for column in placed} == {"work", "home", "other"}
    return Dialect.OUTLOOK if len(placed) >= _OUTLOOKS_LEAST and everywhere else Dialect.TABLE


def dialect_words(dialect: Dialect) -> str:
    """The dialect as it is called to a person."""
    return {
        Dialect.CARDKEEPER: "Cardkeeper",
        Dialect.GOOGLE: tr("Google Contacts"),
        Dialect.GOOGLE_OLD: tr("Google Contacts, old form"),
        Dialect.OUTLOOK: "Outlook",
        Dialect.OUTLOOK_COM: "Outlook.com",
        Dialect.THUNDERBIRD: "Thunderbird",
        Dialect.LINKEDIN: tr("LinkedIn connections"),
        Dialect.HUBSPOT: "HubSpot",
        Dialect.TABLE: tr("Table"),
    }[dialect]
