"""How a card that was read is printed: as a line of JSON for programs, in words, or with every reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from cardkeeper.files import writable
from cardkeeper.model.cards import ReadCard, SecondLook, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.people import PhoneKind
from cardkeeper.translation import tr

_NAMES: Final = {FieldName.EMAIL: "emails", FieldName.PHONE: "phones", FieldName.WEBSITE: "websites"}
"""Fields that may have several values are named in the plural in JSON; the others as they are."""


def as_json(path: Path, read: ReadCard) -> str:
    """One card as one line of JSON; the fields are a contract that scripts rely on."""
    return msgspec.json.encode({"file": writable(str(path)), **card_fields(read)}).decode()


def card_fields(read: ReadCard) -> dict[str, object]:
    """What JSON says of a card, apart from where it came from."""
    draft = read.draft
    return {
        "page": read.card.page,
        "card": read.card.number,
        "quad": [[round(corner.x, 1), round(corner.y, 1)] for corner in read.card.quad.corners],
        "name": draft.text(FieldName.NAME),
        "title": _joined(draft, FieldName.TITLE),
        "company": draft.text(FieldName.COMPANY),
        "department": _joined(draft, FieldName.DEPARTMENT),
        "emails": _texts(draft, FieldName.EMAIL),
        "phones": [_phone(value) for value in draft.all(FieldName.PHONE)],
        "websites": _texts(draft, FieldName.WEBSITE),
        "address": draft.text(FieldName.ADDRESS).replace("\n", ", "),
        "other": _others(draft),
        "confidence": _confidence(draft),
        "needs_review": [_NAMES.get(field, field.value) for field in draft.needs_look],
        "readers": [reader.value for reader in read.reading.readers],
        "seconds": round(read.seconds, 3),
    }


def failure_as_json(path: Path, message: str, remedy: str) -> str:
    """A file that can't be read, as one line of JSON."""
    return msgspec.json.encode({"file": writable(str(path)), "error": message, "remedy": remedy}).decode()


def in_words(path: Path, read: ReadCard) -> str:
    """One card for a person to read on a terminal; what needs a look is marked."""
    lines = [_heading(path, read)]
    for field in FieldName:
        lines += [f"  {tr(field.value):<11} {_marked(value)}" for value in read.draft.all(field)]
    lines += [f"  {tr(gap.field.value):<11} ({tr('please look')}: {tr(gap.look.value)})" for gap in read.draft.gaps]
    return "\n".join(lines) + "\n"


def explained(path: Path, read: ReadCard) -> str:
    """One card with its words, its fields, and why each was decided as it was; for developers, not translated."""
    lines = [_heading(path, read), "  words"]
    lines += [_word(index, line) for index, line in enumerate(read.reading.lines)]
    lines += [f"    code  {code.kind.value}: {code.text!r}" for code in read.reading.codes]
    lines.append("  fields")
    for field in FieldName:
        for value in read.draft.all(field):
            lines += _reasons(value)
    lines += [f"    {gap.field.value}: nothing found ({gap.look.value})" for gap in read.draft.gaps]
    return "\n".join(lines) + "\n"


def _heading(path: Path, read: ReadCard) -> str:
    place = tr("page {page}, card {card}", page=read.card.page, card=read.card.number)
    return f"{path} · {place} · {read.seconds:.1f} s"


def _marked(value: DraftValue) -> str:
    text = value.text.replace("\n", ", ")
    kind = f" ({tr(value.kind.value)})" if value.kind else ""
    looks = ", ".join(tr(look.value) for look in value.looks)
    return f"{text}{kind}" + (f"  ← {tr('please look')}: {looks}" if looks else "")


def _word(index: int, line: TextLine) -> str:
    box = line.box
    place = f"({box.left:.0f},{box.top:.0f} {box.width:.0f}×{box.height:.0f})"
    return f"    {index:>3}  {line.confidence:.2f} {line.text!r} {place}{_seconds(line.seconds)}"


def _seconds(looks: Sequence[SecondLook]) -> str:
    return "".join(f"  {look.reader.value} {look.confidence:.2f} {look.text!r}" for look in looks)


def _reasons(value: DraftValue) -> Iterator[str]:
    kind = f" ({value.kind.value}{', ' + value.e164 if value.e164 else ''})" if value.kind else ""
    looks = "".join(f" [{look.value}]" for look in value.looks)
    yield f"    {value.field.value}: {value.text!r}{kind} {value.confidence:.2f} lines {list(value.lines)}{looks}"
    for reason in value.because:
        yield f"        because {reason}"
    for choice in value.choices:
        yield f"        or {choice!r}"


def _texts(draft: Draft, field: FieldName) -> list[str]:
    return [value.text for value in draft.all(field)]


def _joined(draft: Draft, field: FieldName) -> str:
    return ", ".join(_texts(draft, field))


def _others(draft: Draft) -> list[str]:
    """The rest of the card: its other lines, and second values of fields that have one place only."""
    seconds = [
        value for field in (FieldName.NAME, FieldName.COMPANY, FieldName.ADDRESS) for value in draft.all(field)[1:]
    ]
    return [value.text.replace("\n", ", ") for value in seconds] + _texts(draft, FieldName.OTHER)


def _phone(value: DraftValue) -> dict[str, str]:
    return {"number": value.text, "type": (value.kind or PhoneKind.OTHER).value, "e164": value.e164}


def _confidence(draft: Draft) -> dict[str, float]:
    """The least sure value of each field that has one."""
    found: dict[str, float] = {}
    for value in draft.values:
        name = _NAMES.get(value.field, value.field.value)
        found[name] = round(min(found.get(name, 1.0), value.confidence), 3)
    return found
