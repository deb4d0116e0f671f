"""People as Outlook takes them: the ninety-two columns of its own export; what has no column stands in the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cardkeeper.exchange.from_vcard import SYSTEM_GROUPS, name_parts, phone_number
from cardkeeper.exchange.labels import in_order
from cardkeeper.exchange.people import ExportedPerson, met_words
from cardkeeper.exchange.tables.people import CUSTOM, LABEL
from cardkeeper.exchange.to_vcard import whole_card
from cardkeeper.exchange.vcard import Property, VCard

_ADDRESS: Final = ("Street", "Street 2", "Street 3", "City", "State", "Postal Code", "Country/Region")
COLUMNS: Final = (
    *("Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department", "Job Title"),
    *(f"{place} {part}" for place in ("Business", "Home", "Other") for part in _ADDRESS),
    *("Assistant's Phone", "Business Fax", "Business Phone", "Business Phone 2", "Callback", "Car Phone"),
    *("Company Main Phone", "Home Fax", "Home Phone", "Home Phone 2", "ISDN", "Mobile Phone", "Other Fax"),
    *("Other Phone", "Pager", "Primary Phone", "Radio Phone", "TTY/TDD Phone", "Telex", "Account", "Anniversary"),
    *("Assistant's Name", "Billing Information", "Birthday", "Business Address PO Box", "Categories", "Children"),
    *("Directory Server", "E-mail Address", "E-mail Type", "E-mail Display Name", "E-mail 2 Address"),
    *("E-mail 2 Type", "E-mail 2 Display Name", "E-mail 3 Address", "E-mail 3 Type", "E-mail 3 Display Name"),
    *("Gender", "Government ID Number", "Hobby", "Home Address PO Box", "Initials", "Internet Free Busy"),
    *("Keywords", "Language", "Location", "Manager's Name", "Mileage", "Notes", "Office Location"),
    *("Organizational ID Number", "Other Address PO Box", "Priority", "Private", "Profession", "Referred By"),
    *("Sensitivity", "Spouse", "User 1", "User 2", "User 3", "User 4", "Web Page"),
)
_PHONES: Final[tuple[tuple[set[str], tuple[str, ...]], ...]] = (
    ({"x-assistant"}, ("Assistant's Phone",)),
    ({"x-callback"}, ("Callback",)),
    ({"x-radio"}, ("Radio Phone",)),
    ({"x-tty"}, ("TTY/TDD Phone",)),
    ({"x-telex"}, ("Telex",)),
    ({"isdn"}, ("ISDN",)),
    ({"car"}, ("Car Phone",)),
    ({"pager"}, ("Pager",)),
    ({"work", "fax"}, ("Business Fax",)),
    ({"home", "fax"}, ("Home Fax",)),
    ({"fax"}, ("Business Fax", "Other Fax", "Home Fax")),
    ({"cell"}, ("Mobile Phone",)),
    ({"main"}, ("Company Main Phone",)),
    ({"work"}, ("Business Phone", "Business Phone 2")),
    ({"home"}, ("Home Phone", "Home Phone 2")),
    (set(), ("Other Phone", "Primary Phone")),
)
"""Where a phone of these types goes, as long as the place is free."""

_PLACES: Final = {"work": "Business", "home": "Home"}


def outlook_rows(people: Iterable[ExportedPerson]) -> Iterator[list[str]]:
    """The headings, then a row a person. How somebody was met stands at the end of the notes."""
    yield list(COLUMNS)
    for person in people:
        cells = _cells(whole_card(person.contact, met_words=met_words(person.met), own=False))
        yield [cells.get(column, "") for column in COLUMNS]


def _cells(card: VCard) -> dict[str, str]:
    cells: dict[str, str] = {}
    more: list[str] = []
    name = card.first("N")
    if name:
        parts = name_parts(name)
        cells |= {"Title": parts.prefix, "First Name": parts.given, "Middle Name": parts.additional}
        cells |= {"Last Name": parts.family, "Suffix": parts.suffix}
    org = card.first("ORG")
    if org:
        cells |= {"Company": org.parts[0], "Department": ", ".join(unit for unit in org.parts[1:] if unit)}
    for column, named in (("Job Title", "TITLE"), ("Profession", "ROLE"), ("Birthday", "BDAY")):
        cells[column] = _text(card, named)
    cells["Anniversary"] = _text(card, "ANNIVERSARY") or _text(card, "X-ANNIVERSARY")
    cells["Spouse"] = next((each.text for each in card.all("RELATED") if "spouse" in each.types), "")
    for number, each in enumerate(in_order(card.all("EMAIL")), start=1):
        if number > 3:
            more.append(f"E-mail: {each.text}")
        else:
            cells[f"E-mail {number} Address" if number > 1 else "E-mail Address"] = each.text
    for each in in_order(card.all("TEL")):
        _put_phone(cells, more, each)
    for each in card.all("ADR"):
        _put_address(cells, more, each)
    websites = [each.text for each in card.all("URL")]
    cells["Web Page"] = websites[0] if websites else ""
    more += [f"Web: {website}" for website in websites[1:]]
    tags = [tag for each in card.all("CATEGORIES") for tag in each.items if tag.lower() not in SYSTEM_GROUPS]
    cells["Categories"] = ";".join(tags)
    for each in card.all(CUSTOM):
        column = next(iter(each.param(LABEL)), "")
        if column in COLUMNS and not cells.get(column):
            cells[column] = each.text
        else:
            more.append(f"{column}: {each.text}")
    notes = [*(each.text for each in card.all("NOTE")), "\n".join(more)]
    cells["Notes"] = "\n\n".join(note for note in notes if note)
    return cells


def _put_phone(cells: dict[str, str], more: list[str], each: Property) -> None:
    places = next(columns for kinds, columns in _PHONES if kinds <= each.types)
    free = next((column for column in (*places, "Other Phone", "Primary Phone") if column not in cells), None)
    if free:
        cells[free] = phone_number(each)
    else:
        more.append(f"Phone: {phone_number(each)}")


def _put_address(cells: dict[str, str], more: list[str], each: Property) -> None:
    box, extended, street, city, state, code, country = (*each.parts, *("",) * 7)[:7]
    wanted = next((place for kind, place in _PLACES.items() if kind in each.types), "Business")
    place = next((p for p in (wanted, "Other", "Business", "Home") if f"{p} Country/Region" not in cells), None)
    if place is None:
        more.append(f"Address: {', '.join(part for part in each.parts if part)}")
        return
    first, *further = [line for line in (*street.split("\n"), extended) if line] or [""]
    lines = [first, *further[:1], ", ".join(further[1:])] if further else [first, "", ""]
    values = (*(*lines, "", "")[:3], city, state, code, country)
    cells |= {f"{place} {part}": value for part, value in zip(_ADDRESS, values, strict=True)}
    cells[f"{place} Address PO Box"] = box


def _text(card: VCard, name: str) -> str:
    found = card.first(name)
    return found.text if found else ""
