"""vCards of programs that nobody here has: each card is kept, each value stands in its field, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardkeeper.exchange.loading import load
from cardkeeper.model.people import Contact, Phone, PhoneKind, Position
from tests.core.exchange import vcards_elsewhere as elsewhere
from tests.core.exchange import vcards_of_apps
from tests.core.exchange.lines_of import line_of
from tests.core.exchange.there_and_back import there_and_back


def people(data: bytes) -> list[Contact]:
    return [record.contact for record in load("people.vcf", data).records]


def kept(contact: Contact) -> dict[str, str]:
    return {each.name: each.value for each in contact.kept if not each.stands_for}


FILES = {**elsewhere.FILES, **{name: data for name, (data, _) in vcards_of_apps.FILES.items()}}


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_lost_and_nothing_comes_twice(name: str, tmp_path: Path) -> None:
    there_and_back("people.vcf", FILES[name], tmp_path)


@pytest.mark.parametrize("name", vcards_of_apps.FILES)
def test_a_vcard_of_another_program(name: str) -> None:
    data, lines = vcards_of_apps.FILES[name]
    loaded = load("people.vcf", data, region="DE")
    assert tuple(map(line_of, loaded.records)) == lines
    assert loaded.problems == ()


@pytest.mark.parametrize("encoding", elsewhere.IN_ANOTHER_ENCODING)
def test_an_encoding_that_nothing_names_is_known_by_its_words(encoding: str) -> None:
    (contact,) = people(elsewhere.IN_ANOTHER_ENCODING[encoding])
    assert f"FN:{contact.name}" in elsewhere.IN_ANOTHER_ENCODING[encoding].decode(encoding)


def test_an_iphone() -> None:
    (contact,) = people(elsewhere.IPHONE)
    assert contact.positions == (Position("Leiterin", "R&D", "Larkfield GmbH & Co. KG"),)
    assert [phone.kind.value for phone in contact.phones] == ["mobile", "work", "fax", "work"]
    assert contact.websites == ("https://larkfield.example/a?b=c;d=e",)
    assert contact.addresses == ("Ring 31, Hinterhaus, 10115 Berlin, Deutschland",)
    assert kept(contact)["BDAY"] == "1604-03-21"
    assert kept(contact)["X-ABUID"] == "1234-5678:ABPerson"


def test_a_group_becomes_a_tag_of_those_who_are_in_it() -> None:
    loaded = load("mac.vcf", elsewhere.MAC_GROUP)
    mia, jan, other = (record.contact for record in loaded.records)
    assert (mia.name, mia.tags, jan.tags) == ("Mia Lund", ("Friends", "Rowing club"), ("Rowing club",))
    assert loaded.remarks == ("“Rowing club” is a group: 2 people have it as a tag.",)
    assert kept(other)["MEMBER"] == "urn:uuid:somebody-of-another-book", "a group of nobody here stays as it is"


def test_outlook_with_mails_that_are_none() -> None:
    (contact,) = people(elsewhere.OUTLOOK_ANSI)
    assert (contact.name, contact.company) == ("Jörg Jünemann", "Müßig & Söhne")
    assert contact.notes == "Grüße\nzweite Zeile = gut; mit Semikolon"
    assert contact.addresses == ("Straße 1, Haus B, Hamburg, HH 20095, Deutschland",)
    assert contact.emails == ("joerg@muessig.example",)
    assert [each.value[:8] for each in contact.kept if each.name == "EMAIL" and not each.stands_for] == [
        "c=de;a= ",
        "/o=Excha",
    ]


def test_mail_programs_that_write_utf_7() -> None:
    assert people(elsewhere.OUTLOOK_MAIL)[0].name == "Jörg Jünemann"


def test_a_card_without_an_end_and_an_address_without_parts() -> None:
    aino, ville = people(elsewhere.NOKIA)
    assert (aino.name, aino.addresses, aino.notes) == ("Aino Mäkinen", (), "Line1\nLine2")
    assert (ville.name, ville.phones) == ("Ville Lahti", (Phone("0401234568", PhoneKind.OTHER),))


def test_an_address_that_is_a_label_only() -> None:
    assert people(elsewhere.BLACKBERRY)[0].addresses == ("Weg 1, Zürich",)


def test_of_several_languages_the_preferred_one_is_shown_and_the_others_kept() -> None:
    (contact,) = people(elsewhere.LANGUAGES)
    assert (contact.name, contact.positions) == ("Taro Yamada", (Position("Boss"),))
    assert {"山田太郎", "Patron"} <= set(kept(contact).values())
    assert contact.addresses == ("12 Haven Way, Suite 9", "18 Oak St, 3rd floor, 0150 Oslo, Norway")
    assert contact.phones[0].number == "+49-30-6966377 ext. 12"


def test_a_secretary_whose_card_begins_on_the_line_is_no_second_person() -> None:
    (contact,) = people(elsewhere.SECRETARY)
    assert (contact.name, len(contact.phones)) == ("Ann Lee", 1)
    assert "FN:Bob Ray" in kept(contact)["AGENT"]


def test_a_name_written_as_in_a_register_is_turned() -> None:
    (contact,) = people(elsewhere.TURNED)
    assert (contact.name, contact.emails) == ("Ann Mary Lee", ("ann@x.example",))


def test_cards_between_rubbish() -> None:
    loaded = load("untidy.vcf", elsewhere.UNTIDY)
    ann, bob = (record.contact for record in loaded.records)
    assert (ann.name, ann.notes, ann.phones[0].kind) == ("Ann", "onetwo", PhoneKind.MOBILE)
    assert (ann.other, bob.name) == (("this is nothing",), "Bob")
    assert [record.line for record in loaded.records if record.problems] == [2]


def test_a_card_that_says_nothing_is_told_and_not_taken() -> None:
    loaded = load("empty.vcf", b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n")
    assert [record.contact.name for record in loaded.records] == ["Ann"]
    assert [(problem.line, problem.message) for problem in loaded.problems] == [
        (1, "The card says nothing of anybody.")
    ]
