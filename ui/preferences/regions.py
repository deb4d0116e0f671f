"""The countries that telephone numbers may belong to, named in the user's language."""

from __future__ import annotations

import phonenumbers
from PySide6.QtCore import QLocale


def regions() -> tuple[tuple[str, str], ...]:
    """Code (ISO 3166-1) and name of each country, by name."""
    named = []
    for code in phonenumbers.SUPPORTED_REGIONS:
        territory = QLocale.codeToTerritory(code)
        if territory != QLocale.Country.AnyCountry:
            named.append((code, QLocale.territoryToString(territory)))
    return tuple(sorted(named, key=lambda pair: pair[1]))
