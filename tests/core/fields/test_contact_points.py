"""E-mails, web pages and numbers, as cards print them and readers bend them."""

from __future__ import annotations

import pytest

from cardkeeper.fields.contact_points import find_emails, find_websites, is_profile
from cardkeeper.fields.extract import extract
from cardkeeper.fields.part_numbers import with_shortened
from cardkeeper.fields.phones import find_phones, mend_digits
from cardkeeper.model.cards import ReaderName, Reading
from cardkeeper.model.drafts import FieldName, Look
from cardkeeper.model.people import PhoneKind
from tests.core.fields.helpers_fields import column, line


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("E-mail: anna.berg@firm.de", "anna.berg@firm.de"),
        ("E-mail. anna.berg@firm.de", "anna.berg@firm.de"),
        ("Courriel. anna@firm.fr", "anna@firm.fr"),
        ("E anna@firm.co.uk", "anna@firm.co.uk"),
        ("anna.berg@ firm.de", "anna.berg@firm.de"),
        ("anna@firm.itwww.firm.it", "anna@firm.it"),
        ("anna@firm.it.www.firm.it", "anna@firm.it"),
        ("anna@firm.jpURL", "anna@firm.jp"),
        ("anna@firm.com. Tel 030", "anna@firm.com"),
        ("anna©firm.com", "anna@firm.com"),
        ("www.firm.cominfo@firm.com", "info@firm.com"),
    ],
)
def test_an_email_is_found_without_its_label_and_its_neighbours(printed: str, meant: str) -> None:
    assert [found.text for found in find_emails(printed)] == [meant]


@pytest.mark.parametrize(
    "printed",
    [
        "anna@firm.org|info@firm.org",
        "anna@firm.orglinfo@firm.org",
        "anna@firm.orginfo@firm.org",
        "anna@firm.org,info@firm.org",
        "anna@firm.org/info@firm.org",
        "anna@firm.org, info@firm.org",
    ],
)
def test_two_emails_on_one_line_are_two_whatever_stands_between(printed: str) -> None:
    draft = extract(column(("Anna Berg", 40), printed))
    assert [value.text for value in draft.all(FieldName.EMAIL)] == ["anna@firm.org", "info@firm.org"]


def test_a_name_on_a_network_is_no_email() -> None:
    assert find_emails("Instagram @firm.studio") == []


@pytest.mark.parametrize(
    ("printed", "name", "meant"),
    [
        ("E.anna@firm.de", "Anna Berg", "anna@firm.de"),
        ("Ea.berg@firm.de", "Anna Berg", "a.berg@firm.de"),
        ("Einfo@firm.de", "Anna Berg", "info@firm.de"),
        ("Elena@firm.de", "Anna Berg", "Elena@firm.de"),
        ("E.berg@firm.de", "Eva Berg", "E.berg@firm.de"),
    ],
)
def test_a_letter_glued_to_an_address_is_its_label_where_the_card_shows_it(printed: str, name: str, meant: str) -> None:
    assert extract(column((name, 40), printed)).text(FieldName.EMAIL) == meant


def test_a_letter_that_only_one_reader_glued_to_an_address_is_its_label() -> None:
    reading = column("Tamvik GmbH")
    for second, meant in (("E jhsoo@firm.de", "jhsoo@firm.de"), ("Ejhsoo@firm.de", "Ejhsoo@firm.de")):
        lines = (*reading.lines, line("Ejhsoo@firm.de", 200, second=second))
        draft = extract(type(reading)(1050, 650, lines, (), reading.readers))
        assert [value.text for value in draft.all(FieldName.EMAIL)] == [meant]


def test_what_is_no_email_is_said_to_be_none() -> None:
    (found,) = find_emails("anna@firm.con")
    assert Look.UNKNOWN_ENDING in found.looks


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Web: www.firm.de", ["www.firm.de"]),
        ("http: //www.firm.de/", ["http://www.firm.de/"]),
        ("www. firm. de", ["www.firm.de"]),
        ("firm-online.com", ["firm-online.com"]),
        ("FIRM.DE", ["FIRM.DE"]),
        ("t.me/annaberg", ["t.me/annaberg"]),
        ("Acme Co.Ltd", []),
        ("Studio Rossi S.p.A.", []),
        ("Ph.D.", []),
        ("linkedin.com/in/anna", ["linkedin.com/in/anna"]),
    ],
)
def test_a_web_page_is_told_from_other_print_with_dots(printed: str, meant: list[str]) -> None:
    assert [found.text for found in find_websites(printed)] == meant


def test_a_label_glued_to_a_host_is_none_of_it_where_the_mail_has_it_without() -> None:
    draft = extract(column(("Anna Berg", 40), "anna@firm.de", "Wfirm.de"))
    assert draft.text(FieldName.WEBSITE) == "firm.de"


def test_a_profile_in_a_network_is_no_site_of_ones_own() -> None:
    assert is_profile("https://www.linkedin.com/in/anna")
    assert not is_profile("www.firm.de/team")


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("Tel. +49 30 1234567", ["+49 30 1234567"]),
        ("Tel +49 (0)30 123456-0 Fax +49 (0)30 123456-99", ["+49 (0)30 123456-0", "+49 (0)30 123456-99"]),
        ("+39 02 1244 1062 0.+39 02 4489 9708", ["+39 02 1244 1062", "+39 02 4489 9708"]),
        ("044 794 66 22 / 079 123 45 67", ["044 794 66 22", "079 123 45 67"]),
        ("(217) 555-0143 ext. 12", ["(217) 555-0143 ext. 12"]),
        ("1-800-FLOWERS", ["1-800-FLOWERS"]),
        ("Handy0151/55501170", ["0151/55501170"]),
        ("Tel.030/1234567Fax030/1234568", ["030/1234567", "030/1234568"]),
        ("Cel1 082 555 0183", ["082 555 0183"]),
        ("Toll free: 1-800-GO-FEDEX", ["1-800-GO-FEDEX"]),
        ("Call 1-800-555-HELP", ["1-800-555-HELP"]),
        ("212-555-0182, Ext. #204", ["212-555-0182, Ext. #204"]),
        ("Telefone(+351)21 555 02 17", ["(+351)21 555 02 17"]),
        ("212 555 0182 917 555 0183", ["212 555 0182", "917 555 0183"]),
        ("+33 1 99 00 20 87 06.12.00.94.59", ["+33 1 99 00 20 87", "06.12.00.94.59"]),
        ("Rua Augusta, 123 - (11) 3456-7890", ["(11) 3456-7890"]),
        ("Ring på 7055 0182", ["7055 0182"]),
        ("Ring til mig: 7055 0182", ["7055 0182"]),
        ("M1-615-796-3987", ["1-615-796-3987"]),
        ("VAT 123 456 789", []),
        ("VAT GB 123 4567 89", []),
        ("CIF: B-12345678", []),
        ("IBAN DE89 3704 0044 0532 0130 00", []),
        ("80331 München", []),
        ("1987 - 2012", []),
        ("67656-130 Araújo", []),
        ("Tel. +44 20 7946 0989 ext. 464", ["+44 20 7946 0989 ext. 464"]),
        ("0117 496 0101 x 811", ["0117 496 0101 x 811"]),
    ],
)
def test_numbers_are_told_from_postcodes_years_and_tax_numbers(printed: str, numbers: list[str]) -> None:
    assert [found.text for found in find_phones(printed)] == numbers


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("Tel. 0961 / 555 01-17 · Fax -20", ["0961 / 555 01-17", "0961 / 555 01-20"]),
        ("T +43 5522 555-182 | F DW 1182", ["+43 5522 555-182", "+43 5522 555-1182"]),
        ("Phone (612) 555-0117, Fax -0118, Cell 612 555 0190", ["(612) 555-0117", "(612) 555-0118", "612 555 0190"]),
        ("Tel: 020 7946 0123/4", ["020 7946 0123", "020 7946 0124"]),
        ("Tel: 022-24567890/91/92", ["022-24567890", "022-24567891", "022-24567892"]),
        ("Tel. 030 / 1234 567", ["030 / 1234 567"]),
        ("Tel. 030 12345-0, Raum -20", ["030 12345-0"]),
        ("Tel. 030 1234567 Fax -20", ["030 1234567"]),
        ("Tel. 030 12345-0 Fax -20-22", ["030 12345-0"]),
    ],
)
def test_a_number_that_is_shortened_to_its_last_digits_is_spelt_out(printed: str, numbers: list[str]) -> None:
    assert [found.text for found in with_shortened(printed, find_phones(printed), None)] == numbers


def test_a_fax_number_may_be_shortened_in_a_line_of_its_own() -> None:
    (whole,) = find_phones("Telefon 0961 555 01-17")
    (fax,) = with_shortened("Telefax -20", [], whole)
    assert (fax.text, fax.labels) == ("0961 555 01-20", ("fax",))
    assert with_shortened("Fax", [], whole) == []


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("Tels. (444) 555 01 82, 555 01 83 y 555 01 84", ["(444) 555 01 82", "555 01 83", "555 01 84"]),
        ("DID 6555 0182 | HP 9555 0183", ["6555 0182", "9555 0183"]),
        ("s. 456 8127 | gsm 861 4470", ["456 8127", "861 4470"]),
        ("Fone (19) 3555-0182 r. 18 • Fax (19) 3555-0183", ["(19) 3555-0182 r. 18", "(19) 3555-0183"]),
        ("(02) 8813-4470 loc. 15 • 0917-582-3361", ["(02) 8813-4470 loc. 15", "0917-582-3361"]),
        ("tIf. 35 81 94 07", ["35 81 94 07"]),
        ("Telefon 05621 88-41207 · Pforte 05621 88-0", ["05621 88-41207", "05621 88-0"]),
        ("Telf. 066-55501 anexo 18 / RPM #955550182", ["066-55501 anexo 18", "955550182"]),
        ("São Paulo, SP, CEP 02402-100", []),
    ],
)
def test_labels_and_joining_words_of_many_countries_tell_numbers(printed: str, numbers: list[str]) -> None:
    assert [found.text for found in find_phones(printed)] == numbers


def test_upright_print_beside_a_number_is_no_label_of_it() -> None:
    number = line("01904 555018 (out of hours: 07700 900 118)", 428, height=26)
    founded = line("FOUNDED", 279, left=750, height=190)
    values = extract(Reading(900, 560, (number, founded), (), (ReaderName.NEURAL,))).values
    assert [value.text for value in values if value.field is FieldName.PHONE] == ["01904 555018", "07700 900 118"]


def test_letters_read_for_digits_are_mended() -> None:
    assert mend_digits("P. IVA O4512390231") == "P. IVA 04512390231"
    assert mend_digits("CIF B12345678") == "CIF B12345678"
    assert mend_digits("(2l7) 555-O143") == "(217) 555-0143"
    assert mend_digits("ISO 9001 certified") == "ISO 9001 certified"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Tel.", PhoneKind.WORK),
        ("Mobil:", PhoneKind.MOBILE),
        ("Fax", PhoneKind.FAX),
        ("Télécopie :", PhoneKind.FAX),
        ("Móvil", PhoneKind.MOBILE),
        ("Komórka", PhoneKind.MOBILE),
        ("携帯", PhoneKind.MOBILE),
        ("팩스", PhoneKind.FAX),
        ("Tlf.nr.", PhoneKind.WORK),
        ("T/F:", PhoneKind.WORK),
        ("Tel. y Fax:", PhoneKind.WORK),
        ("Cel./WhatsApp:", PhoneKind.MOBILE),
        ("Privat", PhoneKind.OTHER),
    ],
)
def test_a_fax_number_is_told_from_a_phone(label: str, kind: PhoneKind) -> None:
    draft = extract(column(f"{label} +49 30 1234567"))
    (phone,) = draft.all(FieldName.PHONE)
    assert (phone.text, phone.kind, phone.e164) == ("+49 30 1234567", kind, "+49301234567")
    assert not draft.all(FieldName.OTHER)


@pytest.mark.parametrize("printed", ["212-555-0182 (o) | 917-555-0183 (c)", "212.555.0182 office 917.555.0183 cell"])
def test_labels_may_stand_behind_their_numbers(printed: str) -> None:
    kinds = [phone.kind for phone in extract(column(printed)).all(FieldName.PHONE)]
    assert kinds == [PhoneKind.WORK, PhoneKind.MOBILE]


def test_a_label_in_a_box_of_its_own_belongs_to_the_number_beside_it() -> None:
    reading = column("Anna Berg")
    lines = (*reading.lines, line("FAX", 200, left=80), line("+49 30 1234567", 200, left=200))
    draft = extract(type(reading)(1050, 650, lines, (), reading.readers))
    (phone,) = draft.all(FieldName.PHONE)
    assert phone.kind is PhoneKind.FAX
    assert phone.lines == (2, 1)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (("T. +43 (0)1", "555 0811"), "+43 (0)1 555 0811"),
        (("Office: +44 20 7946", "0123"), "+44 20 7946 0123"),
        (("+31 (0)20", "555 0123"), "+31 (0)20 555 0123"),
        (("T +44 20 7946", "0989 ext. 464"), "+44 20 7946 0989 ext. 464"),
        (("Tel: 0117 496", "0101 x 811"), "0117 496 0101 x 811"),
        (("Phone (617) 555", "0143"), "(617) 555 0143"),
    ],
)
def test_a_number_that_a_narrow_column_broke_in_two_is_one(printed: tuple[str, str], meant: str) -> None:
    region = "US" if "617" in meant else "GB"
    draft = extract(column("Anna Berg", "", *printed, "", "anna@firm.com"), region=region)
    (phone,) = draft.all(FieldName.PHONE)
    assert phone.text == meant
    assert phone.lines == (1, 2)
    assert not phone.looks
    assert draft.all(FieldName.OTHER) == ()


@pytest.mark.parametrize("under", ["10115", "030 1234567", "Suite 12"])
def test_a_whole_number_takes_nothing_from_the_line_under_it(under: str) -> None:
    draft = extract(column("Anna Berg", "", "+49 30 23125 123", under))
    assert draft.all(FieldName.PHONE)[0].text == "+49 30 23125 123"


def test_a_national_number_gets_its_country_from_the_card_alone() -> None:
    card = ("Tel. 030 1234567", "Hauptstr. 1", "10115 Berlin", "Deutschland")
    assert extract(column(*card)).all(FieldName.PHONE)[0].e164 == "+49301234567"
    assert extract(column("Tel. 030 1234567")).all(FieldName.PHONE)[0].e164 == ""
    assert extract(column("Tel. 030 1234567"), region="DE").all(FieldName.PHONE)[0].e164 == "+49301234567"
