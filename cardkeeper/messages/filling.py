"""Fills the places of a template, and leaves out whole sentences that speak of what nobody knows.

The language of templates has three signs, so that anybody can change them:

- `{field}` is filled in. A sentence with a field that nobody knows is left out, and so is an empty paragraph.
- `[one|other|…]` takes the first of its choices whose fields are all known, `[…]` alone may be left out. A sentence
  whose brackets all stay empty speaks of nothing that is known, and is left out too; a last choice without a field,
  as in `[ at {event}|]`, keeps it.
- Anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

_FIELD: Final = re.compile(r"\{(\w+)\}")
_PIECE: Final = re.compile(r"\[([^\[\]]*)\]|\{(\w+)\}")
_SENTENCE_ENDS: Final = re.compile(r"[.!?…]+[»”\"')]*\s+(?=\S)")
_BEGINS_WITH_DAY: Final = re.compile(r"\[?\{(?:times|met_day|meeting_day)\}")
_BRACKETED: Final = re.compile(r"\[[^\[\]]*\]")


def fields_in(template: str) -> frozenset[str]:
    """The names of all fields that a template speaks of."""
    return frozenset(_FIELD.findall(template))


def unbalanced(template: str) -> str:
    """The first bracket or brace that has no partner on its line; empty where all have one."""
    for line in template.splitlines():
        without_fields = _FIELD.sub("", line)
        found = re.search(r"[{}]", without_fields) or re.search(r"[\[\]]", _BRACKETED.sub("", without_fields))
        if found:
            return found.group()
    return ""


def fill(template: str, fields: Mapping[str, str], small_after_comma: frozenset[str] = frozenset()) -> str:
    """The text that a template makes of what is known. An unknown name counts as a field that nobody knows."""
    paragraphs: list[str] = []
    for line in template.splitlines():
        said = "".join(filter(None, (_sentence(sentence, fields) for sentence in _sentences(line)))).strip()
        said = re.sub(r"[ \t]{2,}", " ", said)
        if said or not line.strip():
            paragraphs.append(said)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(paragraphs)).strip()
    return _small_after_comma(text, small_after_comma)


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line; what stands in brackets is never cut."""
    hidden = _BRACKETED.sub(_hide, line)
    start = 0
    for end in _SENTENCE_ENDS.finditer(hidden):
        yield line[start : end.end()]
        start = end.end()
    yield line[start:]


def _hide(bracket: re.Match[str]) -> str:
    """A bracket as a word; one that holds whole sentences ends in a full stop."""
    inner = bracket.group()
    ends = inner[-2:-1] in ".!?…" and inner[-2:-1]
    return "_" * (len(inner) - 1) + ("." if ends else "_")


def _sentence(sentence: str, fields: Mapping[str, str]) -> str | None:
    """One sentence filled in; None where it can't be said."""
    said: list[str] = []
    speaks = left_out = False
    end = 0
    for piece in _PIECE.finditer(sentence):
        said.append(sentence[end : piece.start()])
        end = piece.end()
        choices, name = piece.groups()
        if name is not None:
            if not fields.get(name):
                return None
            said.append(fields[name])
            speaks = True
            continue
        chosen = next((choice for choice in choices.split("|") if _known(choice, fields)), None)
        if chosen is None:
            left_out = True
        else:
            said.append(_FIELD.sub(lambda found: fields[found.group(1)], chosen))
            speaks = True
    if left_out and not speaks:
        return None
    said.append(sentence[end:])
    return _begun(said, sentence)


def _known(choice: str, fields: Mapping[str, str]) -> bool:
    return all(fields.get(name) for name in fields_in(choice))


def _begun(said: list[str], sentence: str) -> str:
    """A sentence that begins with a day begins with a capital letter all the same; names stay as they are written."""
    text = "".join(said)
    if _BEGINS_WITH_DAY.match(sentence):
        text = text[:1].upper() + text[1:]
    return text


def _small_after_comma(text: str, words: frozenset[str]) -> str:
    """German goes on in small letters after “Guten Tag Rebecca Baxter,”."""
    greeting, gap, rest = text.partition(",\n\n")
    first = re.match(r"\w+", rest)
    if gap and "\n" not in greeting and first and first.group().lower() in words:
        rest = rest[0].lower() + rest[1:]
    return f"{greeting}{gap}{rest}"
