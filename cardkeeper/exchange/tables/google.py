"""People as Google Contacts takes them: its own headings, as many numbered columns as the people need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from cardkeeper.exchange.dates import as_property
from cardkeeper.exchange.from_vcard import SYSTEM_GROUPS, name_parts, phone_number
from cardkeeper.exchange.labels import in_order, label_of
from cardkeeper.exchange.names import NameParts
from cardkeeper.exchange.people import ExportedPerson, met_words
from cardkeeper.exchange.tables.numbered import Section, numbered_rows
from cardkeeper.exchange.tables.people import CUSTOM, LABEL
from cardkeeper.exchange.to_vcard import whole_card
from cardkeeper.exchange.vcard import VCard

_SINGLE: Final = (
    *("First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name"),
    *("Name Prefix", "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title"),
    *("Organization Department", "Birthday", "Notes", "Photo", "Labels"),
)


def google_rows(people: Iterable[ExportedPerson]) -> Iterator[list[str]]:
    """The headings, then a row a person. How somebody was met stands at the end of the notes."""
    cards = (whole_card(person.contact, met_words=met_words(person.met), own=False) for person in people)
    return numbered_rows(cards, _SECTIONS)


def _single(card: VCard) -> list[tuple[str, ...]]:
    name, org, born = card.first("N"), card.first("ORG"), _text(card, "BDAY")
    parts = name_parts(name) if name else NameParts()
    company, *units = org.parts if org else ("",)
    tags = [tag for each in card.all("CATEGORIES") for tag in each.items if tag.lower() not in SYSTEM_GROUPS]
    return [
        (
            *(parts.given, parts.additional, parts.family),
            *[_text(card, f"X-PHONETIC-{which}-NAME") for which in ("FIRST", "MIDDLE", "LAST")],
            *(parts.prefix, parts.suffix),
            ", ".join([item for each in card.all("NICKNAME") for item in each.items]),
            _text(card, "X-FILE-AS"),
            company,
            _text(card, "TITLE") or _text(card, "ROLE"),
            ", ".join([unit for unit in units if unit]),
            born and (as_property(born) or born),
            "\n\n".join([each.text for each in card.all("NOTE")]),
            next((each.text for each in card.all("PHOTO") if each.text.startswith("http")), ""),
            " ::: ".join([*tags, "* myContacts"]),
        )
    ]


def _labelled(name: str) -> Callable[[VCard], list[tuple[str, ...]]]:
    def entries(card: VCard) -> list[tuple[str, ...]]:
        found = [each for each in in_order(card.all(name)) if each.text]
        marks = ["* " if len(found) > 1 and "pref" in each.types else "" for each in found]
        return [(mark + label_of(each, card), each.text) for mark, each in zip(marks, found, strict=True)]

    return entries


def _phones(card: VCard) -> list[tuple[str, ...]]:
    return [(label_of(each, card), phone_number(each)) for each in in_order(card.all("TEL")) if each.text]


def _addresses(card: VCard) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for each in card.all("ADR"):
        box, extended, street, city, region, code, country = (*each.parts, *("",) * 7)[:7]
        place = " ".join(part for part in (code, city) if part)
        lines = [part for part in (street, extended, box, place, region, country) if part]
        found.append((label_of(each, card), "\n".join(lines), street, city, box, region, code, country, extended))
    return found


def _relations(card: VCard) -> list[tuple[str, ...]]:
    related = [(next(iter(each.param("TYPE")), "").capitalize(), each.text) for each in card.all("RELATED")]
    apple = [(label_of(each, card), each.text) for each in card.all("X-ABRELATEDNAMES")]
    return [*related, *apple]


def _events(card: VCard) -> list[tuple[str, ...]]:
    days = [("Anniversary", each.text) for each in card.all("ANNIVERSARY", "X-ANNIVERSARY")]
    apple = [(label_of(each, card), each.text) for each in card.all("X-ABDATE")]
    return [*days, *apple]


def _custom(card: VCard) -> list[tuple[str, ...]]:
    return [(next(iter(each.param(LABEL)), ""), each.text) for each in card.all(CUSTOM)]


def _text(card: VCard, name: str) -> str:
    found = card.first(name)
    return found.text if found else ""


def _section(
    thing: str, parts: Sequence[str], entries: Callable[[VCard], list[tuple[str, ...]]], least: int = 1
) -> Section[VCard]:
    """Numbered columns of one kind. `least`: so many are always written, as Google's own exports mostly have them."""
    return Section(tuple(f"{thing} {{n}} - {part}" for part in parts), entries, least)


_SECTIONS: Final = (
    Section(_SINGLE, _single),
    _section("E-mail", ("Label", "Value"), _labelled("EMAIL"), least=2),
    _section("Phone", ("Label", "Value"), _phones, least=2),
    _section(
        "Address",
        ("Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address"),
        _addresses,
    ),
    _section("Relation", ("Label", "Value"), _relations),
    _section("Website", ("Label", "Value"), _labelled("URL")),
    _section("Event", ("Label", "Value"), _events),
    _section("Custom Field", ("Label", "Value"), _custom),
)
