"""vCards are read whatever program wrote them, and nothing in them is lost."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.exchange.vcard import Property, VCard, Version, read, write
from tests.core.exchange.vcards import SAMPLES

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
PNG_TEXT = base64.b64encode(PNG).decode()


def one(*lines: str, version: str = "3.0", end: str = "\r\n") -> VCard:
    """The card of these lines."""
    text = end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    (card,) = read(text.encode())
    return card


def value(card: VCard, name: str) -> str:
    return card.all(name)[0].text


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_line_ends_of_all_kinds(end: str) -> None:
    card = one("FN:Ann", "NOTE:one", "  two", "TEL:1", end=end)
    assert [(each.name, each.text) for each in card.properties] == [("FN", "Ann"), ("NOTE", "one two"), ("TEL", "1")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_known_by_themselves(encoding: str) -> None:
    (card,) = read("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jörg Müller\r\nEND:VCARD\r\n".encode(encoding))
    assert value(card, "FN") == "Jörg Müller"


def test_a_line_may_be_in_another_encoding_than_the_rest() -> None:
    lines = [
        b"BEGIN:VCARD\r\nVERSION:2.1",
        "FN;CHARSET=SHIFT_JIS:山田太郎".encode("shift_jis"),
        "NOTE:Grüße".encode(),
        "ORG:表示".encode("shift_jis"),
        b"END:VCARD\r\n",
    ]
    (card,) = read(b"\r\n".join(lines))
    assert (value(card, "FN"), value(card, "NOTE"), value(card, "ORG")) == ("山田太郎", "Grüße", "表示")


def test_japanese_is_known_by_its_syllables_where_nothing_says_so() -> None:
    (card,) = read("BEGIN:VCARD\nFN:さくら さくらい\nEND:VCARD\n".encode("cp932"))
    assert value(card, "FN") == "さくら さくらい"


def test_quoted_printable_breaks_lines_by_itself() -> None:
    card = one(
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe =",
        "aus =",
        " K=C3=B6ln=0D=0AAnn=",
        "",
        "TEL:1",
        version="2.1",
    )
    assert value(card, "NOTE") == "Grüße aus  Köln\nAnn"
    assert value(card, "TEL") == "1"


def test_a_letter_cut_in_two_spoils_no_more_than_itself() -> None:
    card = one("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller M=C3=BCller=C3", version="2.1")
    assert value(card, "FN") == "Müller Müller\ufffd"


@pytest.mark.parametrize(
    "lines",
    [
        ["PHOTO;ENCODING=BASE64;TYPE=PNG:", *(f" {PNG_TEXT[at : at + 60]}" for at in range(0, 300, 60)), ""],
        ["PHOTO;BASE64:" + PNG_TEXT[:70], PNG_TEXT[70:], "", "TEL:1"],
        ["PHOTO;ENCODING=b;TYPE=PNG:" + PNG_TEXT],
        [f"PHOTO:data:image/png;base64,{PNG_TEXT}"],
        [f"PHOTO;ENCODING=b;TYPE=PNG:data:image/png;base64,{PNG_TEXT}"],
        [f"PHOTO;VALUE=uri:data:image/png\\;base64\\,{PNG_TEXT}"],
    ],
)
def test_a_picture_in_any_form_is_the_same_picture(lines: list[str]) -> None:
    (photo,) = one("FN:Ann", *lines, version="2.1").all("PHOTO")
    assert (photo.data, photo.media_type, photo.value) == (PNG, "image/png", "")


def test_what_is_left_of_a_cut_off_picture_is_kept_and_told() -> None:
    card = one("FN:Ann", f"PHOTO;ENCODING=b:{PNG_TEXT[:101]}")
    assert card.all("PHOTO")[0].data == PNG[:75]
    assert [problem.message for problem in card.problems] == ["A picture in it is cut off."]


def test_an_address_of_a_picture_stays_an_address() -> None:
    (photo,) = one("FN:Ann", "PHOTO;VALUE=uri:file:///etc/passwd").all("PHOTO")
    assert (photo.data, photo.text) == (None, "file:///etc/passwd")


def test_parameters_without_names_and_in_quotes() -> None:
    card = one('TEL;HOME;VOICE;X-A="a:b;c,d":1', 'EMAIL;INTERNET:"Ann"', "  <a@x.example>", "TEL;TYPE=CELL,PREF:2")
    phone, second = card.all("TEL")
    assert (phone.types, phone.param("X-A"), phone.text) == (frozenset({"home", "voice"}), ("a:b;c,d",), "1")
    assert value(card, "EMAIL") == '"Ann" <a@x.example>'
    assert card.first("TEL") == second


def test_escapes() -> None:
    card = one("NOTE:a\\nb\\, c\\; d\\\\e \\: C:\\dir", "ORG:A\\; B;C\\,D", "URL:http\\://x.example")
    assert value(card, "NOTE") == "a\nb, c; d\\e : C:\\dir"
    assert card.all("ORG")[0].parts == ("A; B", "C,D")
    assert value(card, "URL") == "http://x.example"


def test_a_backslash_means_little_in_the_old_version() -> None:
    card = one("NOTE:C:\\dir, a\\;b", "ADR:;;Street 1\\", "Back house;Town", version="2.1")
    assert value(card, "NOTE") == "C:\\dir, a;b"
    assert card.all("ADR")[0].parts == ("", "", "Street 1\nBack house", "Town")


def test_groups_and_names_with_blanks() -> None:
    card = one("item1.TEL:1", "item1.X-ABLabel:_$!<Mobile>!$_", "X-GOOGLE TALK:ann@x.example")
    assert [(each.group, each.name) for each in card.properties] == [
        ("item1", "TEL"),
        ("item1", "X-ABLabel"),
        ("", "X-GOOGLE TALK"),
    ]


def test_lines_that_are_no_property_are_kept_and_told_once() -> None:
    card = one("FN:Ann", "# a remark", "another", "TEL:1")
    assert card.stray == ("# a remark", "another")
    assert [(problem.line, "no property" in problem.message) for problem in card.problems] == [(4, True)]
    assert value(card, "TEL") == "1"


def test_a_card_without_end_begin_version_or_name() -> None:
    first, second, third = read(
        b"FN:Ann\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\nBEGIN:VCARD\nEMAIL:c@x.example\nEND:VCARD\n"
    )
    assert [value(first, "FN"), value(second, "FN"), value(third, "EMAIL")] == ["Ann", "Bob", "c@x.example"]
    assert "BEGIN" in first.problems[0].message
    assert "END" in second.problems[0].message


def test_an_agent_is_a_card_within_a_card() -> None:
    lines = ("FN:Ann", "AGENT:", "BEGIN:VCARD", "VERSION:2.1", "FN:Bob", "END:VCARD", "TEL:1")
    card = one(*lines, version="2.1")
    assert value(card, "AGENT") == "BEGIN:VCARD\nVERSION:2.1\nFN:Bob\nEND:VCARD\n"
    assert value(card, "TEL") == "1"


@pytest.mark.parametrize("data", [b"", b"\0\0", b"no card", b"\xff\xfe", b"BEGIN:VCALENDAR\nUID:1\nEND:VCALENDAR\n"])
def test_a_file_without_cards_has_none(data: bytes) -> None:
    assert read(data) == ()


PIECES = (
    *("BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "VERSION:4.0", "AGENT:", "FN:Ann", "TEL;HOME;PREF:1", "=", "\\", ""),
    *(" folded", "PHOTO;ENCODING=b:AAA", "PHOTO:data:;base64,!", "NOTE;QUOTED-PRINTABLE:=E4=", 'X;A="'),
    *("N;CHARSET=nope:a;b", "item1.X-ABLabel:_$!<x>!$_", "KEY;ENCODING=BASE64;CHARSET=utf-16:////"),
)
LINES = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=25)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\r\r\n"]), st.sampled_from(["utf-8", "utf-16", "cp932", "latin-1"]))
def test_no_file_is_too_broken(lines: list[str], end: str, encoding: str) -> None:
    cards = read(end.join(lines).encode(encoding, "replace"))
    for version in Version:
        text = write(cards, version)
        assert len(read(text.encode())) == len(cards)
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@given(st.binary(max_size=300))
def test_no_bytes_are_too_broken(data: bytes) -> None:
    read(b"BEGIN:VCARD\n" + data)


def as_read(each: Property) -> tuple[object, ...]:
    kinds = tuple(kind.lower() for kind in each.param("TYPE") if kind.lower() != "pref")
    return each.group, each.name, each.value, each.data, kinds, "pref" in each.types


@pytest.mark.parametrize("version", Version)
@pytest.mark.parametrize("program", SAMPLES)
def test_every_property_survives_both_versions(program: str, version: Version) -> None:
    (card,) = read(SAMPLES[program])
    assert card.problems == ()
    (again,) = read(write([card], version).encode())
    kept = [as_read(each) for each in again.properties]
    assert [each for each in map(as_read, card.properties) if each not in kept] == []
