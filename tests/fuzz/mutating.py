"""Spoils bytes as disks, networks, other programs and ill will do; the same chance gives the same bytes."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

_TELLING: Final = (
    b"\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80", b"\r", b"\n", b"\r\n", b'"', b"'", b",", b";", b":", b"=",
    b"\\", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"=3D=\r\n", b"9" * 400,
    b"-1", b"1e999", b"\xe2\x80\xae", b";ENCODING=BASE64:", b"CHARSET=UTF-7", b"../" * 9,
)  # fmt: skip
"""Bytes that mean something to one reader or another."""
_MOST_TIMES: Final = 2000
_LARGEST: Final = 8 << 20


def mutated(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """The bytes with one to eight faults; `other`: a file of the same kind, of which parts may come in."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice(_WAYS)(data, chance, other)[:_LARGEST]
    return data


def _flip(data: bytes, chance: random.Random, _other: bytes) -> bytes:
    spoiled = bytearray(data)
    for _ in range(min(len(spoiled), chance.choice((1, 4, 64)))):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


def _flip_early(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """Headers are where sizes and counts stand."""
    return _flip(data[:128], chance, other) + data[128:]


def _cut(data: bytes, chance: random.Random, _other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _leave_out(data: bytes, chance: random.Random, _other: bytes) -> bytes:
    start, end = _part(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random, _other: bytes) -> bytes:
    start, end = _part(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 3, _MOST_TIMES)) + data[end:]


def _put_in(data: bytes, chance: random.Random, _other: bytes) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_TELLING) * chance.choice((1, 1, 2, _MOST_TIMES)) + data[place:]


def _cross(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, end = _part(other, chance)
    place = chance.randrange(len(data) + 1)
    return data[:place] + other[start:end] + data[place:]


def _part(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 16, 256, 4096)))


_WAYS: Final[tuple[Callable[[bytes, random.Random, bytes], bytes], ...]] = (
    _flip, _flip_early, _cut, _leave_out, _repeat, _put_in, _cross,
)  # fmt: skip
