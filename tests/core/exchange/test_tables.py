"""Tables of people are understood whatever program, country or spreadsheet they come from."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.errors import UnreadableFile, WrongInput
from cardkeeper.exchange.dates import as_property, day_first, day_of
from cardkeeper.exchange.loading import Choice, Loaded, load, signature
from cardkeeper.exchange.tables.headers import IGNORED, Column, What, columns_of
from cardkeeper.exchange.tables.splitting import read_table
from cardkeeper.model.people import Contact, How, MetContext, Phone, PhoneKind, Position
from tests.core.exchange.tables import GOOGLE, GOOGLE_OLD, LINKEDIN, LOCAL, LOCAL_ROW, OUTLOOK, THUNDERBIRD


def loaded(text: str, encoding: str = "utf-8", **choices: Any) -> Loaded:
    return load("people.csv", text.encode(encoding), Choice(**choices), region="DE")


def people(text: str, encoding: str = "utf-8") -> list[Contact]:
    return [record.contact for record in loaded(text, encoding).records]


def kept(contact: Contact) -> dict[str, str]:
    """What is kept beside the fields, by its name or heading."""
    return {
        next((values[0] for name, values in each.params if name == "X-LABEL"), each.name): each.value
        for each in contact.kept
        if not each.stands_for
    }


def test_google_contacts() -> None:
    file = loaded(GOOGLE)
    assert (file.words, file.problems) == ("Google Contacts", ())
    clelia, company, odd = (record.contact for record in file.records)
    assert clelia.name == "Dr. Clelia Maria Delle"
    assert clelia.positions == (Position("Head of sales", "Sales", "Lumen & Söhne GmbH"),)
    assert clelia.emails == ("clelia@lumen.example", "c@lumen.example", "clelia@home.example")
    assert [phone.number for phone in clelia.phones] == ["+49 151 23456789", "+49 89 1234567", "+49 89 1234568"]
    assert clelia.addresses == ("Ring 5, 80331 München, DE",)
    assert clelia.tags == ("Fair 2026",)
    assert clelia.notes == 'met at fair\nlikes "tea"'
    assert kept(clelia) == {
        "NICKNAME": "Cleo",
        "BDAY": "1985-12-10",
        "ANNIVERSARY": "--06-15",
        "RELATED": "Kim Delle",
        "PHOTO": "https://photos.example/1",
        "X-ABLabel": "ältere",
        "Customer no": "0042",
    }
    assert (company.name, company.company, company.phones[0].kind) == ("", "Only A Company", PhoneKind.WORK)
    assert (odd.name, odd.emails, kept(odd)["BDAY"]) == ("* Odd - first char", ("odd@label.example",), "--07-01")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_google_contacts_of_old(encoding: str) -> None:
    (ann,) = people(GOOGLE_OLD, encoding)
    assert (ann.name, ann.emails, ann.tags) == ("Ann Lee", ("ann@x.example", "a@x.example"), ("Test",))
    assert ann.positions == (Position("CTO", "", "Lumen"),)


def test_columns_are_found_by_name_not_by_place() -> None:
    header, *rows = GOOGLE_OLD.splitlines()
    turned = "\n".join(",".join(reversed(line.split(","))) for line in (header, *rows))
    assert people(turned)[0].emails == people(GOOGLE_OLD)[0].emails


def test_outlook_on_a_windows_computer() -> None:
    file = loaded(OUTLOOK, "cp1252")
    assert (file.words, file.table and file.table.encoding) == ("Outlook", "cp1252")
    (joerg,) = (record.contact for record in file.records)
    assert joerg.name == "Dr. Jörg Möller"
    assert joerg.positions == (Position("Geschäftsführer", "", "Muster GmbH"),)
    assert joerg.addresses == ("Ring 5, Hinterhaus, 2. Stock, 80331 München, Germany",)
    assert joerg.phones == (
        Phone("+49 89 11", PhoneKind.OTHER),
        Phone("+49 (89) 1234567", PhoneKind.WORK, "+49891234567"),
        Phone("0151 23456789", PhoneKind.MOBILE, "+4915123456789"),
    )
    assert joerg.tags == ("Fair", "VIP")
    assert kept(joerg) == {"BDAY": "3/4/1980", "Assistant's Name": "Ann Lee", "User 1": "blue"}


@pytest.mark.parametrize("language", LOCAL)
def test_outlook_in_other_languages(language: str) -> None:
    (ann,) = people(f"{LOCAL[language]}\r\n{LOCAL_ROW}\r\n", "utf-8-sig")
    assert ann.name == "Dr. Ann Lee"
    assert ann.positions == (Position("Boss", "", "Lumen"),)
    assert ann.emails == ("ann@lumen.example",)
    assert [(phone.number, phone.kind) for phone in ann.phones] == [
        ("+49 30 6966377", PhoneKind.WORK),
        ("+49 171 5550123", PhoneKind.MOBILE),
    ]
    assert ann.addresses == ("Ring 1, 18028 Calau, Schweden",)
    assert (ann.tags, ann.notes, ann.websites) == (("Fair",), "Hello", ("www.lumen.example",))
    assert kept(ann) == {"BDAY": "1980-03-21"}


def test_linkedin_connections() -> None:
    file = loaded(LINKEDIN)
    priya, erika = file.records
    assert file.words == "LinkedIn connections"
    assert (priya.contact.name, priya.contact.title, priya.contact.company) == (
        "Priya Beispiel",
        "VP, Engineering",
        "Acme, Inc.",
    )
    assert priya.met == (MetContext("LinkedIn", date(2024, 3, 5), how=How.ONLINE),)
    assert erika.contact.name == "Erika Musterfrau, MBA"
    assert [(problem.line, problem.message) for problem in file.problems] == [(7, "LinkedIn hides who this is.")]


def test_linkedin_without_its_note_and_in_german() -> None:
    text = "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nAnn,Lee,,,Lumen,CTO,05 Mar 2024\n"
    assert loaded(text).dialect == "linkedin"
    assert people(text)[0].positions == (Position("CTO", "", "Lumen"),)


def test_thunderbird() -> None:
    file = loaded(THUNDERBIRD)
    (tim,) = (record.contact for record in file.records)
    assert (file.words, tim.name, tim.emails) == ("Thunderbird", "Tim Test", ("tim@test.example", "t@test.example"))
    assert tim.addresses == ("Ring 1, Back house, 18028 Calau",)
    assert kept(tim) == {"BDAY": "1970-11-05", "Screen Name": "tt", "Custom 1": "x"}


def test_any_other_table_and_what_it_says_beyond() -> None:
    text = "Contact Name;Work Email;Company Phone;Company size;Lead Status\nAnn Lee;ann@x.example;030 6966377;12;hot\n"
    (ann,) = people(text)
    assert (ann.name, ann.emails, ann.phones[0].kind) == ("Ann Lee", ("ann@x.example",), PhoneKind.WORK)
    assert kept(ann) == {"Company size": "12", "Lead Status": "hot"}


def test_a_person_may_say_what_a_column_holds_and_is_understood_the_next_time() -> None:
    text = "Wer,Was,Wo\nann,-,Calau\n"
    first = loaded(text)
    assert (first.records, [problem.message for problem in first.problems]) == (
        (),
        ["No column of this table is known: say what its columns hold."],
    )
    columns = (Column(What.NAME), IGNORED, Column(What.CITY))
    chosen = load("people.csv", text.encode(), Choice(columns=columns))
    assert (chosen.records[0].contact.name, chosen.records[0].contact.addresses) == ("ann", ("Calau",))
    again = load("more.csv", text.encode(), remembered={signature(["Wer", "Was", "Wo"]): columns})
    assert again.records == chosen.records


def test_what_headings_do_not_say_is_proposed_by_what_stands_below() -> None:
    text = "A,B,C,D,E\nAnn Lee,ann@x.example,+49 30 6966377,www.x.example,7\nBob Ray,b@x.example,030 6966378,,8\n"
    ann, _bob = people(text)
    assert (ann.name, ann.emails, ann.phones[0].number) == ("Ann Lee", ("ann@x.example",), "+49 30 6966377")
    assert (ann.websites, kept(ann)) == (("www.x.example",), {"E": "7"})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_whatever_parts_cells_and_lines(delimiter: str, end: str) -> None:
    text = end.join(delimiter.join(row) for row in (("First Name", "Last Name"), ("Ann", "Lee"), ("Bob", "Ray"))) + end
    assert [contact.name for contact in people(text)] == ["Ann Lee", "Bob Ray"]


def test_excel_says_by_itself_what_parts_cells() -> None:
    assert people("sep=;\r\nName;Phone\r\nAnn, Lee;0123\r\n")[0].name == "Ann, Lee"


def test_a_single_column_and_a_table_without_headings() -> None:
    assert [contact.emails for contact in people("Email\na@x.example\n")] == [("a@x.example",)]
    table = read_table(b"Ann,ann@x.example\nBob,bob@x.example\n")
    assert (table.header, len(table.rows)) == (("Column 1", "Column 2"), 2)


def test_lines_in_two_encodings() -> None:
    file = load("a.csv", "First Name,Last Name\nJörg,Möller\n".encode() + "Zoë,Groß\n".encode("cp1252"))
    assert [record.contact.name for record in file.records] == ["Jörg Möller", "Zoë Groß"]
    assert "another encoding" in file.remarks[0]


def test_another_encoding_may_be_chosen() -> None:
    file = load("a.csv", "Имя,Фамилия\nАнна,Ли\n".encode("cp1251"), Choice(encoding="cp1251"))
    assert file.records[0].contact.name == "Анна Ли"


def test_a_quote_that_nobody_closed_costs_its_own_row_only() -> None:
    file = loaded('First Name,Notes\nAnn,"never closed\nBob,ok\n"Cleo","fine ""so"" far"\n')
    assert [(record.line, record.contact.name) for record in file.records] == [(3, "Bob"), (4, "Cleo")]
    assert [(problem.line, "never closed" in problem.message) for problem in file.problems] == [(2, True)]


def test_a_zero_byte_costs_its_own_row_only() -> None:
    file = loaded("First Name,Last Name\nA\0nn,B\nBob,C\n")
    assert [record.contact.name for record in file.records] == ["Bob C"]
    assert file.problems[0].line == 2


def test_long_notes_are_no_broken_quotes() -> None:
    note = "\n".join(["line"] * 300)
    assert people(f'First Name,Notes\nAnn,"{note}"\nBob,x\n')[0].notes == note


def test_short_and_long_rows() -> None:
    ann, bob = people("First Name,Last Name,Email\nAnn\nBob,B,b@x.example,extra\n\n,,\n")
    assert (ann.name, bob.emails, kept(bob)) == ("Ann", ("b@x.example",), {"Column 4": "extra"})


def test_a_heading_twice_is_two_columns() -> None:
    assert people("Email,Email,Name\na@x.example,b@x.example,Ann\n")[0].emails == ("a@x.example", "b@x.example")


def test_a_number_that_a_spreadsheet_rounded_is_no_phone() -> None:
    (record,) = loaded("Name;Telefon\nAnn;4,98912E+11\n").records
    assert (record.contact.phones, kept(record.contact)) == ((), {"Telefon": "4\\,98912E+11"})
    assert "4,98912E+11" in record.problems[0]


def test_an_apostrophe_before_a_formula_goes_again() -> None:
    text = "First Name,Last Name,Notes\n'=1+1,O'Neil,'quoted'\n"
    assert (people(text)[0].name, people(text)[0].notes) == ("=1+1 O'Neil", "'quoted'")


def test_wide_and_large_tables() -> None:
    header = ",".join(["Name", *(f"Field {number}" for number in range(499))])
    row = ",".join(["Ann", *("x" for _ in range(499))])
    assert len(people(f"{header}\n{row}\n")[0].kept) == 499
    (ann,) = people(f'Name,Notes\nAnn,"{"n" * 9_000_000}"\n')
    assert len(ann.notes) == 9_000_000
    assert "more than 10 MB" in loaded(f"Name,Notes\nAnn,{'n' * 10_000_001}\nBob,x\n").problems[0].message


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\n\n", "is empty"),
        ("a.xlsx", b"PK\x03\x04rest", "is no CSV"),
        ("a.vcf", b"nothing", "no vCard"),
    ],
)
def test_files_that_hold_nobody_are_named(name: str, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        load(name, data)


def test_an_unknown_dialect_is_refused() -> None:
    with pytest.raises(WrongInput, match="Choose one of vcard, cardkeeper"):
        load("a.csv", b"Name\nAnn\n", Choice("lotus"))


def test_a_vcard_is_known_whatever_the_file_is_called() -> None:
    assert load("people.txt", b"BEGIN:VCARD\nFN:Ann\nEND:VCARD\n").dialect == "vcard"
    assert load("people.txt", "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n".encode("utf-16-le")).records[0].contact.name == "Ann"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1985-12-10", "1985-12-10"),
        ("19851210", "1985-12-10"),
        ("10.12.1985", "1985-12-10"),
        ("25/12/1985", "1985-12-25"),
        ("12/25/1985", "1985-12-25"),
        ("5/5/1985", "1985-05-05"),
        ("05 Mar 2024", "2024-03-05"),
        ("5. März 2024", "2024-03-05"),
        ("30 avr. 2026", "2026-04-30"),
        ("March 5, 2024", "2024-03-05"),
        ("--06-15", "--06-15"),
        ("--0615", "--06-15"),
        ("3/4/1985", ""),
        ("31.2.1985", ""),
        ("soon", ""),
    ],
)
def test_days_are_taken_only_where_they_are_certain(text: str, day: str) -> None:
    assert as_property(text) == day


def test_the_other_days_of_a_column_tell_its_order() -> None:
    assert day_first(["3/4/1985", "25/12/1985", ""]) is True
    assert day_first(["3/4/1985", "12/25/1985"]) is False
    assert day_first(["25/12/1985", "12/25/1985"]) is None
    assert day_of("3/4/1985", days_first=True) == date(1985, 4, 3)


def test_what_is_no_heading_is_kept_as_it_stands() -> None:
    assert [column.what for column in columns_of(["Company size", "Assistant's Name", "Manager's Name", ""])] == [
        What.CUSTOM
    ] * 4


SPECIAL = ('"', '""', "\r\n", "First Name", "Phone 1 - Value", "a@x.example", "'=1")
CELLS = st.text(max_size=12) | st.sampled_from(SPECIAL)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "cp1252"])


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.sampled_from([",", ";", "\t"]), ENCODINGS)
def test_no_table_is_too_broken(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    text = "\n".join(delimiter.join(row) for row in rows)
    try:
        load("a.csv", text.encode(encoding, "replace"))
    except UnreadableFile:
        assert True


@given(st.binary(max_size=300))
def test_no_bytes_are_too_broken(data: bytes) -> None:
    read_table(data)
