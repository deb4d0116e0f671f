"""The country that an address names, as the code by which phone numbers are understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from cardkeeper.keys import fold


def region_of(countries: Iterable[str]) -> str:
    """ISO 3166-1 code of the only country that is named here; empty where none is, or several."""
    found = {_codes().get(fold(country).strip(" ."), "") for country in countries if country.strip()}
    return found.pop() if len(found) == 1 else ""


@cache
def _codes() -> Mapping[str, str]:
    """The codes by themselves and by the names of their countries."""
    text = (resources.files("resources") / "words" / "countries.txt").read_text(encoding="utf-8")
    lines = (line.partition(":") for line in text.splitlines() if not line.startswith("#"))
    said = [(code, name) for code, colon, names in lines if colon for name in (code, *names.split(","))]
    return {fold(name).strip(" ."): code for code, name in said if name.strip()}
