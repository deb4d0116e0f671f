"""The lines of a vCard file as they were before they were folded, whatever program, telephone or decade wrote them.

Seen in real files: byte order marks and UTF-16 with none, line ends of four kinds, folds by a blank or a tab,
quoted-printable that breaks lines by "=" alone, base64 without indentation that ends at an empty line, and lines in
another encoding than the rest.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardkeeper.exchange.encodings import USUAL, local, marked

_LINE_END: Final = re.compile(r"\r*\n|\r")
_ENDS: Final = ("END:VCARD", "BEGIN:VCARD")
_GLUED: Final = "".join(_ENDS)
"""Between cards of telephones that forget the end of the last line."""

_BASE64: Final = re.compile(r"[A-Za-z0-9+/=\s]+")
_CHARSET: Final = re.compile(r'CHARSET="?([A-Za-z0-9_.-]+(?::[0-9]{4})?)', re.IGNORECASE)
_DECLARED: Final = re.compile(_CHARSET.pattern.encode(), re.IGNORECASE)
_STRANGE: Final = re.compile(r"[\udc80-\udcff]")
_ODD_BACKSLASHES: Final = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")
_BLANKS: Final = (" ", "\t")
_MARK: Final = "\ufeff"
_SEVEN_BITS: Final = ("iso2022", "utf-7", "hz")
"""Encodings that write everything in plain letters; nothing shows them but what a line says of itself."""

_MOST_BROKEN: Final = 20
"""At most one letter in so many, and one more, may be broken in a text that is as it was declared."""


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line and the number of the line in the file at which it begins."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text. Bytes that are no UTF-8 stand in it as lone surrogates until their line is understood."""

    text: str
    legacy: str
    """The encoding to try for lines that are not UTF-8 and don't say what they are."""


def decode(data: bytes) -> Decoded:
    """The text of a file: by its byte order mark, else by the pattern of its zeros, else as UTF-8."""
    encoding = marked(data)
    if encoding.startswith(("utf-16", "utf-32")):
        return Decoded(data.decode(encoding, "replace").removeprefix(_MARK), USUAL)
    text = data.decode("utf-8", "surrogateescape").removeprefix(_MARK)
    return Decoded(text, _legacy(data) if _STRANGE.search(text) else USUAL)


def text_of(data: bytes, charset: str, legacy: str) -> str:
    """The text of some bytes: as declared, else as UTF-8, else in the file's other encoding, never failing.

    What is nearly all as declared was cut off in the middle of a letter, as old telephones did.
    """
    for encoding in dict.fromkeys((charset or "utf-8", "utf-8", legacy)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode(encoding, "replace") if encoding == charset else ""
            if text and text.count("\ufffd") <= 1 + len(text) // _MOST_BROKEN:
                return text
    return data.decode("latin-1")


def settled(text: str, legacy: str) -> str:
    """A line whose bytes are all understood."""
    declared = charset_of(text)
    if not _STRANGE.search(text):
        return text_of(text.encode("utf-8"), declared, legacy) if declared.startswith(_SEVEN_BITS) else text
    return text_of(text.encode("utf-8", "surrogateescape"), declared, legacy)


def charset_of(text: str) -> str:
    """The encoding that a line says it has, empty where it says none that is known."""
    found = _CHARSET.search(text)
    try:
        return codecs.lookup(_python_name(found.group(1))).name if found else ""
    except LookupError:
        return ""


def unfolded(text: str) -> Iterator[Line]:
    """The lines of a file, each whole; empty ones are left out."""
    lines = _LINE_END.sub("\n", text.replace(_GLUED, "\n".join(_ENDS))).split("\n")
    at = 0
    while at < len(lines):
        begin = at
        if not lines[at].strip():
            at += 1
            continue
        whole = _Whole(lines[at].lstrip(f" \t{_MARK}"))
        at += 1
        while at < len(lines) and whole.takes(lines[at]):
            at += 1
        yield Line(begin + 1, whole.text)


class _Whole:
    """A line being put together from the pieces that it was cut into."""

    def __init__(self, first: str) -> None:
        self._pieces = [first]
        self._mode = ""
        self._ended = False
        self._look()

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def takes(self, line: str) -> bool:
        """Whether the next line of the file belongs to this one; then it is taken."""
        last = self._pieces[-1]
        if self._ended:
            return False
        if self._mode == "quoted-printable" and last.endswith("="):
            return self._after_soft_break(line)
        if self._mode == "base64" and not line.strip():
            return False
        if line.startswith(_BLANKS):
            self._add(line[1:])
        elif self._mode == "base64" and _BASE64.fullmatch(line):
            self._add(line)
        elif line and ":" not in line and _ODD_BACKSLASHES.search(last):
            self._pieces[-1] = last[:-1] + "\n"
            self._add(line)
        else:
            return False
        return True

    def _after_soft_break(self, line: str) -> bool:
        if line[:4].upper() == "END:":
            return False
        self._pieces[-1] = self._pieces[-1][:-1]
        self._pieces.append(line.removeprefix("\t"))
        self._ended = not line.strip()
        return True

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        if not self._mode:
            self._look()

    def _look(self) -> None:
        """See how the value is encoded, once its beginning is there."""
        if ":" not in self._pieces[-1]:
            return
        head = self.text.split(":", 1)[0].upper()
        if "QUOTED-PRINTABLE" in head:
            self._mode = "quoted-printable"
        elif "BASE64" in head or "ENCODING=B" in head:
            self._mode = "base64"
        else:
            self._mode = "plain"


def _legacy(data: bytes) -> str:
    for found in _DECLARED.finditer(data):
        name = _python_name(found.group(1).decode("ascii"))
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        if known not in {"utf-8", "ascii"} and not known.startswith(_SEVEN_BITS):
            return known
    return local(data)


def _python_name(charset: str) -> str:
    """Microsoft's wider form of what telephones call Shift-JIS, and of what everybody calls Latin-1."""
    lower = charset.lower().replace("_", "-")
    if lower in {"shift-jis", "shift-jisx0213", "x-sjis", "sjis", "windows-31j"}:
        return "cp932"
    return "cp1252" if lower in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"} else charset
