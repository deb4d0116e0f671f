"""How much speaks for a text to be a line of a postal address."""

from __future__ import annotations

import re

from cardkeeper.fields.facts import Points, facts_of
from cardkeeper.fields.words import east_asian


def likelihood_of_address(text: str, hint: str) -> Points:
    """Points for a line of an address."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be an address needs evidence", -1.5)]
    belongs = facts.organisation > 0 and facts.country < len(facts.words) and not facts.digits and not facts.street
    if hint == "address":
        points.append(("labelled", 4.0))
    number = bool(re.search(r"(?:^|[\s,])(?:no\.?\s*)?\d{1,5}(?:\s?[-–/]\s?\d{1,5})?[A-Za-z]?(?:$|[\s,.])", text))
    for reason, present, worth in (
        ("street words and a number", facts.street > 0 and facts.digits > 0, 3.5),
        ("street words", facts.street > 0 and facts.digits == 0, 1.2),
        ("postcode", facts.postcode, 3.0),
        ("country", facts.country and not belongs, 2.2),
        ("place", facts.place > 0 and not belongs, 1.6),
        ("number and comma", number and "," in text, 1.5),
        ("number and words", number and "," not in text and facts.letters > 3, 0.8),
        ("words with commas", "," in text and not facts.digits, 0.4),
        (
            "P.O. box",
            bool(re.search(r"(?i)\bp\.?\s?o\.?\s?box|postfach|apartado|casella postale|postbus|\bBP\s?\d", text)),
            3.0,
        ),
        ("Japanese postcode", "〒" in text, 5.0),
        ("state or province", bool(re.search(r",\s*[A-Z]{2}\b", text)), 1.0),
        ("title words", facts.title > 0 and not facts.postcode, -2.5),
        ("legal form", facts.legal and (not facts.street or east_asian(text)), -4.0),
        ("organisation words", belongs, -1.5),
        ("joins words with and", "&" in facts.words and not facts.digits, -1.2),
        ("words of slogans", facts.slogan > 0 and not facts.postcode, -0.8 * facts.slogan),
        ("per cent", "%" in text, -4.0),
    ):
        if present:
            points.append((reason, worth))
    if facts.letters == 0 and not facts.postcode:
        points.append(("no word", -2.0))
    return tuple(points)
