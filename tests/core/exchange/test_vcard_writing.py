"""vCards that other programs take: folded rightly, valid, in the version that was asked for."""

from __future__ import annotations

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.exchange.vcard import Property, VCard, Version, escape, listed, read, structure, write

PICTURE = b"\xff\xd8\xff" + bytes(120)


def lines(*properties: Property, version: Version = Version.V3) -> list[str]:
    return write([VCard(properties)], version).split("\r\n")


def test_a_card_always_has_what_its_version_demands() -> None:
    assert lines() == ["BEGIN:VCARD", "VERSION:3.0", "FN:", "N:;;;;", "END:VCARD", ""]
    assert lines(version=Version.V4) == ["BEGIN:VCARD", "VERSION:4.0", "FN:", "END:VCARD", ""]


def test_pictures_are_written_as_each_version_wants_them() -> None:
    photo = Property("PHOTO", data=PICTURE, media_type="image/jpeg")
    assert any(line.startswith("PHOTO;ENCODING=b;TYPE=JPEG:/9j/") for line in lines(photo))
    assert any(line.startswith("PHOTO:data:image/jpeg;base64,/9j/") for line in lines(photo, version=Version.V4))


def test_what_is_preferred_is_said_as_each_version_says_it() -> None:
    old = Property("TEL", "1", (("TYPE", ("WORK", "PREF")),))
    assert "TEL;TYPE=WORK,PREF:1" in lines(old)
    assert "TEL;TYPE=WORK;PREF=1:1" in lines(old, version=Version.V4)
    new = Property("TEL", "1", (("PREF", ("1",)),))
    assert "TEL;TYPE=PREF:1" in lines(new)


def test_lines_are_folded_between_characters_at_75_octets() -> None:
    folded = lines(Property("NOTE", "株式会社" * 40))
    assert max(len(line.encode()) for line in folded) <= 75
    assert "".join(line.removeprefix(" ") for line in folded[4:-2]) == "NOTE:" + "株式会社" * 40


def test_half_a_letter_is_never_written() -> None:
    text = write([VCard((Property("FN", "a\ud800b"),))])
    assert "FN:a\ufffdb" in text
    text.encode("utf-8")


def test_parameters_are_quoted_where_they_must_be() -> None:
    assert 'ADR;X-A="a;b","c d",e:x'.replace('"c d"', "c d") in lines(
        Property("ADR", "x", (("X-A", ("a;b", "c d", "e")),))
    )
    assert "TEL;X-A=say 'hi':1" in lines(Property("TEL", "1", (("X-A", ('say "hi"',)),)))


def test_another_program_reads_the_same() -> None:
    card = VCard(
        (
            Property("FN", escape("Ann; Lee, Jr.")),
            Property("N", structure(("Lee", "Ann"))),
            Property("ORG", structure(("Röhricht & Drub; AG", "Pumps"))),
            Property("NOTE", escape("Line one\nLine, two; three\\" * 9)),
            Property("CATEGORIES", listed(("a,b", "c"))),
        )
    )
    other = vobject.readOne(write([card]))
    assert other.fn.value == "Ann; Lee, Jr."
    assert (other.n.value.family, other.n.value.given) == ("Lee", "Ann")
    assert other.org.value == ["Röhricht & Drub; AG", "Pumps"]
    assert other.note.value == "Line one\nLine, two; three\\" * 9


CONTROLS = "".join(chr(code) for code in (*range(9), *range(11, 32), 127))
TEXT = st.text(st.characters(codec="utf-8", exclude_characters=CONTROLS))


@given(st.lists(TEXT, min_size=1, max_size=5), st.sampled_from(Version))
def test_any_text_comes_back(texts: list[str], version: Version) -> None:
    card = VCard(
        (
            Property("FN", escape(texts[0])),
            Property("NOTE", escape("".join(texts))),
            Property("ORG", structure(texts)),
            Property("NICKNAME", listed(texts)),
        )
    )
    (again,) = read(write([card], version).encode())
    assert again.all("FN")[0].text == texts[0]
    assert again.all("NOTE")[0].text == "".join(texts)
    assert again.all("ORG")[0].parts == tuple(texts)
    assert again.all("NICKNAME")[0].items == tuple(texts)


@pytest.mark.parametrize("version", Version)
def test_writing_again_changes_nothing(version: Version) -> None:
    first = write(read(b"BEGIN:VCARD\nVERSION:2.1\nN:Lee;Ann\nTEL;HOME;PREF:1\nX-A:a\\;b;c\nEND:VCARD\n"), version)
    assert write(read(first.encode()), version) == first
