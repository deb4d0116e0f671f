"""What the QR codes of a card say (vCard, MECARD, web address), and how that settles what was read from print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import Levenshtein

from cardkeeper.fields.contact_points import host_of, is_profile, registered
from cardkeeper.fields.context import squeeze
from cardkeeper.fields.phones import look_up
from cardkeeper.fields.words import tokens
from cardkeeper.model.cards import Code, CodeKind
from cardkeeper.model.drafts import DraftValue, FieldName, Look, Source
from cardkeeper.model.people import PhoneKind

_SINGLE: Final = (FieldName.NAME, FieldName.TITLE, FieldName.DEPARTMENT, FieldName.COMPANY, FieldName.ADDRESS)
_MOBILE: Final = ("CELL", "MOBILE")


@dataclass(frozen=True, slots=True)
class Said:
    """One value that a code says."""

    field: FieldName
    text: str
    kind: PhoneKind | None = None


def said_by(code: Code) -> tuple[Said, ...]:
    """The values in a code; none in plain text."""
    match code.kind:
        case CodeKind.VCARD:
            return tuple(_vcard(code.text))
        case CodeKind.MECARD:
            return tuple(_mecard(code.text))
        case CodeKind.URL:
            return (Said(FieldName.WEBSITE, code.text.strip()),)
        case CodeKind.TEXT:
            return ()


def _vcard(text: str) -> Iterator[Said]:
    unfolded = re.sub(r"\r?\n[ \t]", "", text.replace("\r\n", "\n"))
    found: dict[str, str] = {}
    for line in unfolded.split("\n"):
        head, colon, value = line.partition(":")
        name, *parameters = head.upper().split(";")
        name = name.rpartition(".")[2]
        if not colon or not value.strip():
            continue
        if name in {"N", "FN", "ORG"}:
            found.setdefault(name, value)
        else:
            yield from _property(name, " ".join(parameters), value)
    if "FN" in found or "N" in found:
        yield Said(FieldName.NAME, _text(found.get("FN", "")) or _given_first(found.get("N", ""), ";"))
    if "ORG" in found:
        company, *units = (_text(part) for part in _parts(found["ORG"], ";"))
        yield Said(FieldName.COMPANY, company)
        if any(units):
            yield Said(FieldName.DEPARTMENT, ", ".join(unit for unit in units if unit))


def _property(name: str, parameters: str, value: str) -> Iterator[Said]:
    match name:
        case "TITLE":
            yield Said(FieldName.TITLE, _text(value))
        case "EMAIL":
            yield Said(FieldName.EMAIL, _text(value).removeprefix("mailto:"))
        case "URL":
            yield Said(FieldName.WEBSITE, _text(value))
        case "TEL":
            mobile = any(word in parameters for word in _MOBILE)
            kind = PhoneKind.FAX if "FAX" in parameters else PhoneKind.MOBILE if mobile else PhoneKind.WORK
            yield Said(FieldName.PHONE, _text(value).removeprefix("tel:"), kind)
        case "ADR":
            parts = [_text(part) for part in _parts(value, ";")]
            street = [part for part in parts[:3] if part]
            town = " ".join(part for part in (*reversed(parts[3:4]), *parts[4:6]) if part)
            yield Said(FieldName.ADDRESS, ", ".join(part for part in (*street, town, *parts[6:7]) if part))
        case _:
            return


def _mecard(text: str) -> Iterator[Said]:
    fields = {"TEL": FieldName.PHONE, "EMAIL": FieldName.EMAIL, "URL": FieldName.WEBSITE, "ADR": FieldName.ADDRESS}
    fields |= {"ORG": FieldName.COMPANY, "COMPANY": FieldName.COMPANY, "TITLE": FieldName.TITLE}
    for part in _parts(text.partition(":")[2], ";"):
        name, colon, value = part.partition(":")
        if not colon or not value.strip():
            continue
        if name.upper() == "N":
            yield Said(FieldName.NAME, _given_first(value, ","))
        elif name.upper() in fields:
            field = fields[name.upper()]
            yield Said(field, _text(value), PhoneKind.OTHER if field is FieldName.PHONE else None)


def _parts(value: str, separator: str) -> list[str]:
    return re.split(rf"(?<!\\){separator}", value)


def _text(value: str) -> str:
    return re.sub(r"\\([,;:\\])", r"\1", re.sub(r"\\[nN]", ", ", value)).strip()


def _given_first(value: str, separator: str) -> str:
    parts = [_text(part) for part in _parts(value, separator)]
    family, given, *rest = (*parts, "", "")
    return " ".join(part for part in (*rest[1:2], given, *rest[:1], family) if part)


def settled(values: Sequence[DraftValue], codes: Sequence[Code]) -> list[DraftValue]:
    """The values of print where codes have had their say: equal ones are sure, others give way and are marked."""
    result = list(values)
    for code in codes:
        for said in said_by(code):
            if said.text:
                _settle(result, said, code)
    return result


def _settle(values: list[DraftValue], said: Said, code: Code) -> None:
    printed = [
        index for index, value in enumerate(values) if value.field is said.field and value.source is Source.PRINT
    ]
    same = next((index for index in printed if _same(said, values[index].text)), None)
    if same is not None:
        agreed = (*values[same].because, "a code says the same")
        values[same] = replace(values[same], source=Source.CODE, confidence=0.995, looks=(), choices=(), because=agreed)
        return
    wider = next((index for index in printed if said.field in _SINGLE and _holds(values[index].text, said.text)), None)
    if wider is not None:
        values[wider] = replace(values[wider], because=(*values[wider].because, "a code says part of it"))
        return
    near = next((index for index in printed if said.field in _SINGLE or _near(said, values[index].text)), None)
    if near is not None:
        values[near] = replace(
            values[near],
            text=said.text,
            read=said.text,
            source=Source.CODE,
            confidence=0.9,
            looks=() if _holds(said.text, values[near].text) else (Look.CODE_DIFFERS,),
            choices=(values[near].text,),
            e164=look_up(said.text, ()).e164 if said.field is FieldName.PHONE else "",
            because=(*values[near].because, "a code says something else and outranks print"),
        )
        return
    if not (said.field is FieldName.WEBSITE and (printed or is_profile(said.text)) and code.kind is CodeKind.URL):
        values.append(_new(said, code, said.field))
    elif not any(said.text == value.text for value in values):
        values.append(_new(said, code, FieldName.OTHER))


def _new(said: Said, code: Code, field: FieldName) -> DraftValue:
    return DraftValue(
        field,
        said.text,
        0.97,
        (code.box,),
        kind=said.kind,
        e164=look_up(said.text, ()).e164 if field is FieldName.PHONE else "",
        source=Source.CODE,
        read=said.text,
        because=("only a code says so",),
    )


def _same(said: Said, printed: str) -> bool:
    if said.field is FieldName.PHONE:
        ours, theirs = (re.sub(r"\D", "", text).lstrip("0") for text in (said.text, printed.replace("(0)", "")))
        return len(ours) > 5 and (ours == theirs or (min(len(ours), len(theirs)) > 7 and ours[-8:] == theirs[-8:]))
    if said.field is FieldName.WEBSITE:
        return registered(host_of(said.text)) == registered(host_of(printed))
    if said.field is FieldName.EMAIL:
        return said.text.casefold() == printed.casefold()
    ours, theirs = squeeze(said.text), squeeze(printed)
    if said.field is FieldName.ADDRESS:
        return Levenshtein.normalized_similarity(ours, theirs) > 0.9
    words = [set(re.findall(r"\w+", text.casefold())) for text in (said.text, printed)]
    return ours == theirs or (said.field is FieldName.NAME and len(words[0]) > 1 and words[0] <= words[1])


def _holds(longer: str, shorter: str) -> bool:
    """Whether all words of one text are in the other."""
    return bool(squeeze(shorter)) and set(tokens(shorter)) <= set(tokens(longer))


def _near(said: Said, printed: str) -> bool:
    """Whether print is the same value with a few characters read wrong."""
    return Levenshtein.normalized_similarity(squeeze(said.text), squeeze(printed)) > 0.8
