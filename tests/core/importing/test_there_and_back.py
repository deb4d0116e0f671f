"""What leaves the library in any form comes back into it as what it was."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cardkeeper.demo import Clock, fill
from cardkeeper.errors import WrongInput
from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.loading import load
from cardkeeper.exchange.people import ExportedPerson
from cardkeeper.importing.applying import apply
from cardkeeper.importing.planning import Outcome, Plan, plan_of
from cardkeeper.library import Library
from cardkeeper.model.people import Contact, Phone, PhoneKind, Position
from cardkeeper.outgoing import Outgoing, file_name, write_each, write_file
from tests.core.exchange.tables import GOOGLE, OUTLOOK
from tests.core.exchange.vcards import SAMPLES, many
from tests.core.library.samples import TODAY, clock


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """People with cards, meetings and next steps, and people out of other programs."""
    moment = Clock.on(TODAY)
    with Library.open(tmp_path_factory.mktemp("library"), now=moment) as library:
        fill(library, 25, 5, TODAY, moment)
        for name, data in (("v", many(SAMPLES.values())), ("g", GOOGLE.encode()), ("o", OUTLOOK.encode("cp1252"))):
            bring(library, name, data)
        library.people.save(Contact("Only A Name"))
        library.people.save(Contact("=1+1 O'Neil", notes="@cmd", tags=("=1",)))
        yield library


def bring(library: Library, name: str, data: bytes) -> Plan:
    plan = plan_of(library, [load(name, data, region="DE")])
    apply(library, plan, clock(), lambda _done, _of: None)
    return plan


def everyone(library: Library) -> list[ExportedPerson]:
    return list(Outgoing(library, library.lists.in_order()))


def exported(library: Library, form: Format) -> bytes:
    return b"".join(pieces(everyone(library), form, library.files.read))


FORMS = [Format.CSV, Format.GOOGLE, Format.OUTLOOK, Format.SPREADSHEET, Format.VCARD3, Format.VCARD4]


@pytest.mark.parametrize("form", FORMS)
def test_our_own_exports_change_nothing(library: Library, form: Format) -> None:
    loaded = load("own", exported(library, form))
    assert loaded.problems == ()
    plan = plan_of(library, [loaded])
    assert [(item.name, item.outcome.value, item.why) for item in plan.items if item.outcome is not Outcome.SAME] == []
    assert len(plan.items) == len(library.people.rows())


def said(contact: Contact) -> Contact:
    """The fields of a person as far as they have nothing to do with the library."""
    return replace(contact, id=0, kept=(), imported=(), phones=tuple(replace(p, e164="") for p in contact.phones))


@pytest.mark.parametrize("form", [Format.CSV, Format.SPREADSHEET, Format.VCARD3, Format.VCARD4])
def test_a_new_library_gets_all_of_them(library: Library, form: Format, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as new:
        plan = bring(new, "own", exported(library, form))
        assert plan.count(Outcome.NEW) == len(library.people.rows())
        before, after = everyone(library), everyone(new)
        assert sorted(map(repr, (said(person.contact) for person in before))) == sorted(
            map(repr, (said(person.contact) for person in after))
        )
        assert sorted(repr(person.met) for person in before) == sorted(repr(person.met) for person in after)


@pytest.mark.parametrize("form", [Format.VCARD3, Format.VCARD4])
def test_what_no_field_holds_goes_along_in_vcards(library: Library, form: Format, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as new:
        bring(new, "own", exported(library, form))
        for name in ("Dr. Bobby Lee Ray Perry", "Frida Björklund"):
            (old,) = (person for person in library.people.all() if person.name == name)
            (again,) = (person for person in new.people.all() if person.name == name)
            free = {(kept.name, kept.value, kept.file) for kept in old.kept if not kept.stands_for}
            assert free <= {(kept.name, kept.value, kept.file) for kept in again.kept}
            assert all(new.files.path_of(kept.file) for kept in again.kept if kept.file)


def test_a_workbook_holds_texts_only(library: Library) -> None:
    book = load_workbook(io.BytesIO(exported(library, Format.XLSX)))
    heading, *rows = book.worksheets[0].iter_rows()
    assert [cell.value for cell in heading][:2] == ["Name", "Title"]
    cells = [cell for row in rows for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {"=1+1 O'Neil", "@cmd", "=1"} <= {str(cell.value) for cell in cells}
    assert len(rows) == len(library.people.rows())


def test_the_card_picture_goes_along(library: Library) -> None:
    person = next(person for person in everyone(library) if person.picture)
    data = b"".join(pieces([person], Format.VCARD3, library.files.read))
    (record,) = load("own.vcf", data).records
    assert record.files[0].sha256 == person.picture
    assert "Met: " in data.decode().replace("\r\n ", "")


def test_a_file_for_each(library: Library, tmp_path: Path) -> None:
    people = everyone(library)
    write_each(people, Format.VCARD3, tmp_path / "cards", library.files.read)
    files = sorted((tmp_path / "cards").iterdir())
    assert len(files) == len(people)
    assert all(len(load(file.name, file.read_bytes()).records) == 1 for file in files)


def test_places_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongInput, match="is a folder"):
        write_file([], Format.GOOGLE, tmp_path, lambda _: None)
    with pytest.raises(WrongInput, match="is no folder"):
        write_each([], Format.VCARD3, tmp_path / "file", lambda _: None)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Ann Lee", "Ann Lee"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\x", "C x"),
        ("CON", "CON_"),
        ("lpt1.txt", "lpt1.txt_"),
        ("a" * 300, "a" * 80),
        (" . ", "_"),
        ("nul\0byte", "nul byte"),
    ],
)
def test_a_name_is_no_path(name: str, file: str) -> None:
    assert file_name(name, lambda _: False) == file
    assert file_name(name, {file.lower()}.__contains__) == f"{file} 2"


def test_columns_can_be_chosen() -> None:
    person = ExportedPerson(Contact("Ann", (Position("CTO"),), ("a@x.example",), (Phone("1", PhoneKind.WORK),)))
    data = b"".join(pieces([person], Format.CSV, lambda _: None, {"name", "emails"}))
    assert data.decode("utf-8-sig") == "Name,E-mail\r\nAnn,a@x.example\r\n"


def test_every_cell_is_quoted_for_a_spreadsheet_and_for_outlook() -> None:
    person = ExportedPerson(Contact("Ann"))
    for form in (Format.SPREADSHEET, Format.OUTLOOK):
        data = b"".join(pieces([person], form, lambda _: None)).decode("utf-8-sig")
        assert all(line.startswith('"') and line.endswith('"') for line in data.split("\r\n") if line)


def test_what_outlook_has_no_column_for_stands_in_its_notes() -> None:
    contact = Contact(
        "Ann Lee",
        emails=tuple(f"{number}@x.example" for number in range(5)),
        phones=tuple(Phone(f"+49 30 696637{number}", PhoneKind.MOBILE) for number in range(5)),
        websites=("a.example", "b.example"),
        notes="Hello",
    )
    data = b"".join(pieces([ExportedPerson(contact)], Format.OUTLOOK, lambda _: None))
    (record,) = load("o.csv", data).records
    assert record.contact.notes.startswith("Hello\n\nE-mail: 3@x.example\nE-mail: 4@x.example\n")
    assert len(record.contact.emails) + record.contact.notes.count("E-mail: ") == 5
    assert len(record.contact.phones) + record.contact.notes.count("Phone: ") == 5
