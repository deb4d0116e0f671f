"""A vCard becomes a person and comes back as it was, until somebody changes the person."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.exchange.from_vcard import record_of
from cardkeeper.exchange.to_vcard import condensed, contact_to_vcard, whole_card
from cardkeeper.exchange.vcard import Property, Version, read, write
from cardkeeper.model.people import Contact, How, MetContext, Phone, PhoneKind, Position, Tier
from tests.core.exchange.vcards import APPLE, GOOGLE, NEWEST, OUTLOOK, PICTURE, SAMPLES, TELEPHONE

SPEER = Contact(
    "Dr. Theodor von Speer",
    (
        Position("Managing director", "Research", "Röhricht & Drub AG", date(2024, 1, 1)),
        Position("Head of development", "", "Lumen", date(2019, 1, 1), date(2024, 1, 1)),
    ),
    ("theodor@example.org", "t@example.org"),
    (
        Phone("+49 30 6966377", PhoneKind.WORK, "+49306966377"),
        Phone("0171 / 1234567", PhoneKind.MOBILE, "+491711234567"),
    ),
    ("www.example.org",),
    ("Ring 31/77, 18028 Calau",),
    ("partner", "pumps, large"),
    ("Sails",),
    ("Pump refits",),
    "Line one\nLine two",
    ("Since 1903",),
    Tier.A,
    ("address",),
)
MET = (MetContext("Fair", date(2025, 3, 20), "Hanover", How.INTRODUCED, "Clelia Delle", "pumps"),)


def person(data: bytes) -> Contact:
    (card,) = read(data)
    return condensed(record_of(card).contact)


def lines(contact: Contact, version: Version = Version.V3) -> list[str]:
    text = write([whole_card(contact)], version)
    return [line for line in text.replace("\r\n ", "").split("\r\n") if line]


def test_an_outlook_card_as_a_person() -> None:
    contact = person(OUTLOOK)
    assert contact.name == "Mrs. Clelia Delle Jr."
    assert contact.positions == (Position("Head of sales", "Sales", "Lumen, The"),)
    assert contact.phones == (
        Phone("+49 30 6966377", PhoneKind.WORK, "+49306966377"),
        Phone("+49 30 6966378", PhoneKind.OTHER, "+49306966378"),
        Phone("+49 171 5550123", PhoneKind.MOBILE, "+491715550123"),
        Phone("+49 30 6966379", PhoneKind.FAX, "+49306966379"),
    )
    assert contact.addresses == ("2nd floor, Ring 31, 18028 Calau, Germany",)
    assert contact.notes == "First line\nsecond; line with a soft break"


def test_an_apple_card_as_a_person() -> None:
    contact = person(APPLE)
    assert contact.tags == ("Friends", "Fair 2026")
    assert contact.addresses == ("12 Elm St, Apt 4, New York, NY 10012, USA",)
    assert [phone.kind for phone in contact.phones] == [PhoneKind.MOBILE, PhoneKind.OTHER, PhoneKind.FAX]


def test_a_google_card_as_a_person() -> None:
    contact = person(GOOGLE)
    assert (contact.websites, contact.tags) == (("http://didier.example",), ("Clients",))
    assert contact.addresses == ("5 rue Haute, 69001 Lyon, France",)


def test_a_card_of_version_4_as_a_person() -> None:
    contact = person(NEWEST)
    assert [phone.number for phone in contact.phones] == ["+46-46-12-34-56 ext. 102", "+46-70-123-45-67"]
    assert contact.positions == (Position("", "Inköp", "Ali AB"),)


def test_a_name_without_its_whole_is_put_together_as_its_script_reads() -> None:
    assert person(TELEPHONE).name == "安藤 アン"
    assert person(b"BEGIN:VCARD\nN:Lee;Ann;May;Dr.;MBA\nEND:VCARD\n").name == "Dr. Ann May Lee, MBA"
    assert person(TELEPHONE).positions == (Position("Engineer", "", "Company"), Position("Writer", "", "Mystery"))


@pytest.mark.parametrize("version", Version)
@pytest.mark.parametrize("program", SAMPLES)
def test_every_property_comes_back(program: str, version: Version) -> None:
    (card,) = read(SAMPLES[program])
    record = record_of(card)
    files = {each.sha256: each.data for each in record.files}
    written = whole_card(condensed(record.contact), file_of=files.get)
    (again,) = read(write([written], version).encode())
    count = Counter((each.group, each.name, each.value, each.data) for each in card.properties)
    assert count - Counter((each.group, each.name, each.value, each.data) for each in again.properties) == Counter()
    assert condensed(record_of(again).contact).phones == record.contact.phones


def test_a_picture_is_kept_beside_the_person() -> None:
    (card,) = read(NEWEST)
    record = record_of(card)
    assert [(each.data, each.suffix) for each in record.files] == [(PICTURE, ".png")]
    assert [kept.file for kept in record.contact.kept if kept.name == "PHOTO"] == [record.files[0].sha256]


def test_a_change_of_the_person_goes_before_what_was_imported() -> None:
    contact = person(APPLE)
    changed = replace(contact, name="Robert Perry", phones=contact.phones[1:], notes="New", tags=(), websites=())
    text = "\n".join(lines(changed))
    assert "FN:Robert Perry\nN:Perry;Robert;;;" in text
    assert "555-0134" not in text
    assert "item2.TEL:(212) 555-0135" in text
    assert "NOTE:New" in text
    assert "CATEGORIES" not in text
    assert "item5" not in text, "a label of a website that is gone"
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-07-01" in text


def test_the_card_to_hand_on_holds_nothing_private() -> None:
    for contact in (SPEER, person(APPLE), person(OUTLOOK)):
        text = contact_to_vcard(contact)
        assert contact.name in text
        for private in ("NOTE", "CATEGORIES", "BDAY", "X-", "Sails", "Lumen\r", "PHOTO", "nine", "Kim"):
            assert private not in text.replace("X-ABLabel", "")
    assert "TEL;TYPE=WORK,VOICE:+49 30 6966377\r\n" in contact_to_vcard(SPEER)
    assert "ORG:Röhricht & Drub AG;Research\r\n" in contact_to_vcard(SPEER, Version.V4)


@pytest.mark.parametrize("version", Version)
def test_our_own_cards_bring_everything_back(version: Version) -> None:
    card = whole_card(SPEER, MET, met_words="Met at Fair, Hanover.")
    (again,) = read(write([card], version).encode())
    record = record_of(again)
    assert condensed(record.contact) == SPEER
    assert record.met == MET
    assert next(each for each in again.properties if each.key == "NOTE").text == (
        "Line one\nLine two\n\nMet at Fair, Hanover."
    )


def test_a_note_that_another_program_changed_holds() -> None:
    card = whole_card(SPEER, MET, met_words="Met at Fair, Hanover.")
    text = write([card]).replace("NOTE:Line one", "NOTE:Changed")
    (again,) = read(text.encode())
    assert record_of(again).contact.notes == "Changed\nLine two\n\nMet at Fair, Hanover."


def test_a_card_picture_goes_along_where_there_is_no_photo() -> None:
    picture = Property("PHOTO", data=PICTURE, media_type="image/png")
    assert whole_card(SPEER, picture=picture).all("PHOTO") == [picture]
    (card,) = read(APPLE)
    record = record_of(card)
    files = {each.sha256: each.data for each in record.files}
    assert len(whole_card(record.contact, picture=picture, file_of=files.get).all("PHOTO")) == 1


WORDS = st.text(st.characters(categories=("L", "N", "P", "S"), codec="utf-8"), min_size=1, max_size=12)
PLAIN = WORDS.filter(lambda word: not set("<:\\") & set(word))
PHONES = st.builds(Phone, PLAIN, st.sampled_from(PhoneKind))


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=2, unique=True).map(tuple)


PEOPLE = st.builds(
    Contact,
    name=WORDS,
    positions=some(st.builds(Position, WORDS, WORDS, WORDS, st.none() | st.dates())),
    emails=some(PLAIN),
    phones=st.lists(
        st.builds(Phone, PLAIN, st.sampled_from(PhoneKind)), max_size=2, unique_by=attrgetter("number")
    ).map(tuple),
    websites=some(PLAIN),
    addresses=some(WORDS),
    tags=some(WORDS),
    facts=some(WORDS),
    notes=WORDS,
    tier=st.none() | st.sampled_from(Tier),
)


@given(PEOPLE, st.sampled_from(Version))
def test_anybody_comes_back_from_our_own_card(contact: Contact, version: Version) -> None:
    (again,) = read(write([whole_card(contact)], version).encode())
    assert condensed(record_of(again).contact) == contact
