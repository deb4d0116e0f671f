"""A vCard as a person: what the fields of a contact can say goes there, all else is kept beside them as it came."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cardkeeper import keys
from cardkeeper.exchange import own
from cardkeeper.exchange.countries import region_of
from cardkeeper.exchange.names import NameParts
from cardkeeper.exchange.records import Attached, Record, unique
from cardkeeper.exchange.vcard import Property, VCard
from cardkeeper.model.people import Contact, Kept, Phone, PhoneKind, Position

SEPARATOR: Final = "\x1f"
"""Between texts that are one value here; no field holds it."""

SYSTEM_GROUPS: Final = frozenset({"mycontacts", "my contacts", "starred", "* mycontacts", "* starred"})
"""Groups that Google and Android put everybody into; they say nothing of a person."""

SUFFIXES: Final = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "image/webp": ".webp",
    "image/tiff": ".tif",
}
_SCHEME: Final = re.compile(r"^(?:tel|mailto|fax|modem):", re.IGNORECASE)
_EXTENSION: Final = re.compile(r";ext=([0-9-]+)", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"<([^<>\s]+@[^<>\s]+)>\s*$")
_ADDRESS: Final = re.compile(r"[^\s@<>,;:()\"]+@[^\s@<>,;:()\"]+")
_AFTER_ADDRESS: Final = re.compile(r"\?(?:subject|body|cc|bcc)=.*$", re.IGNORECASE | re.DOTALL)
_OF_A_DIRECTORY: Final = re.compile(r"/o=[^/]*/ou?=", re.IGNORECASE)
_BESIDE: Final = re.compile(r"\s*\([^()]*\)$")
"""What directories put behind a name: a place, a department."""

_LABEL: Final = re.compile(r"^_\$!<(.*)>!\$_$")
_MOBILE: Final = frozenset({"cell", "mobile", "iphone", "pcs", "mobil", "handy", "portable"})
_WORK: Final = frozenset({"work", "main", "business", "company"})

Stands = dict[int, str]
"""What a property, by its place in the card, stands for: the value of a field."""


def record_of(card: VCard, region: str = "") -> Record:
    """The person of a card. `region` (ISO 3166-1) is the country of numbers that name none."""
    said = own.own_fields(card)
    if said is not None:
        card = replace(card, properties=tuple(each for each in card.properties if each.key != own.NAME))
    contact = _contact(card, region)
    if said is not None:
        contact = own.with_own(contact, said)
    said = said or own.NOTHING
    attached = tuple(_attached(each) for each in card.properties if each.data is not None)
    problems = tuple(problem.message for problem in card.problems)
    return Record(contact, said.met, said.next_step, attached, card.line, problems)


def _contact(card: VCard, region: str) -> Contact:
    stands: Stands = {}
    return Contact(
        _name(card, stands),
        _positions(card, stands),
        unique(_texts(card, "EMAIL", stands, _email)),
        _phones(card, stands, region),
        unique(_texts(card, "URL", stands, lambda each: each.text)),
        unique(_texts(card, "ADR", stands, address_line)) or unique(_one_line(each.text) for each in card.all("LABEL")),
        _tags(card, stands),
        notes=_notes(card, stands),
        other=unique(card.stray),
        # Last: all that was looked at above has said what it stands for.
        kept=tuple(
            _kept(each, stands.get(place, "")) for place, each in enumerate(card.properties) if not _says_nothing(each)
        ),
    )


def _named(card: VCard, *names: str) -> list[tuple[int, Property]]:
    """The properties of these names with their places; of those that say one thing in several languages, one."""
    found = [(place, card.properties[place]) for place in card.places(*names)]
    if not found:
        return found
    if len(found) > 1 and any(each.param("ALTID") for _, each in found):
        found = _without_alternatives(found)
    return [(place, each) for place, each in found if each.data is None]


def _without_alternatives(found: Sequence[tuple[int, Property]]) -> list[tuple[int, Property]]:
    """The preferred one, else the first, of properties with the same ALTID (RFC 6350 section 5.4)."""
    chosen: dict[object, tuple[int, Property]] = {}
    for place, each in found:
        alternative = each.param("ALTID")
        key = (each.key, alternative) if alternative else place
        if key not in chosen or ("pref" in each.types and "pref" not in chosen[key][1].types):
            chosen[key] = (place, each)
    return sorted(chosen.values())


def _texts(card: VCard, name: str, stands: Stands, text_of: Callable[[Property], str]) -> Iterator[str]:
    for place, each in _named(card, name):
        text = " ".join(text_of(each).split())
        if text:
            stands[place] = text
            yield text


def _name(card: VCard, stands: Stands) -> str:
    written = sorted(_named(card, "FN"), key=lambda found: "pref" not in found[1].types)
    full = next(((place, text) for place, each in written if (text := " ".join(each.text.split()))), None)
    parts = _parts(card, card.properties[full[0]].param("LANGUAGE") if full else ())
    name = full[1] if full else ""
    if parts and (not name or _is_turned(name, name_parts(parts[1]))):
        name = name_parts(parts[1]).whole
    for found in (full, parts):
        if found and name:
            stands[found[0]] = name
    return name


def _parts(card: VCard, language: tuple[str, ...]) -> tuple[int, Property] | None:
    """The N that says the name in this language, else the first that says anything."""
    found = [(place, card.properties[place]) for place in card.places("N")]
    saying = [(place, each) for place, each in found if each.value.strip("; ") and each.data is None]
    return next((pair for pair in saying if pair[1].param("LANGUAGE") == language), saying[0] if saying else None)


def _is_turned(name: str, parts: NameParts) -> bool:
    """Whether a name is written as in a register, “Lee, Ann (Berlin)”: it says who it is no better than its parts."""
    family, comma, given = _BESIDE.sub("", name).partition(", ")
    return bool(comma and parts.given) and (keys.fold(family), keys.fold(given)) == (
        keys.fold(parts.family),
        keys.fold(" ".join(part for part in (parts.given, parts.additional) if part)),
    )


def name_parts(each: Property) -> NameParts:
    """The value of N; several names in one place (RFC 6350 section 6.2.2) stand side by side."""
    parts = [part and " ".join(part.split()) for part in each.parts[:5]]
    return NameParts(*parts, *("" for _ in range(5 - len(parts))))


@dataclass(slots=True)
class _Job:
    """A job being put together from ORG and TITLE; None is what was not said yet."""

    group: str
    work: tuple[str, str] | None = None
    title: str | None = None


def _positions(card: VCard, stands: Stands) -> tuple[Position, ...]:
    """Jobs: ORG and TITLE of one group belong together, else in their order. ROLE is a title where there is none."""
    jobs: list[_Job] = []
    for place, each in _named(card, "ORG", "TITLE" if card.all("TITLE") else "ROLE"):
        if each.key == "ORG":
            company, *units = (" ".join(part.split()) for part in each.parts)
            department = ", ".join(unit for unit in units if unit)
            if company or department:
                stands[place] = f"{company}{SEPARATOR}{department}".strip(SEPARATOR)
                _job_for(jobs, each.group, lambda job: job.work is None).work = (company, department)
        elif title := " ".join(each.text.split()):
            stands[place] = title
            _job_for(jobs, each.group, lambda job: job.title is None).title = title
    found = (Position(job.title or "", (job.work or ("", ""))[1], (job.work or ("", ""))[0]) for job in jobs)
    return tuple(dict.fromkeys(found))


def _job_for(jobs: list[_Job], group: str, lacks: Callable[[_Job], bool]) -> _Job:
    """The first job that lacks this, one of the same group before others; else a new one."""
    lacking = [job for job in jobs if lacks(job) and (job.group == group or not (job.group and group))]
    job = next((job for job in lacking if job.group == group), lacking[0] if lacking else None)
    if job is None:
        job = _Job(group)
        jobs.append(job)
    return job


def _phones(card: VCard, stands: Stands, region: str) -> tuple[Phone, ...]:
    labels = {each.group: each.text for each in card.all("X-ABLABEL") if each.group}
    region = region_of(each.parts[6] for each in card.all("ADR") if len(each.parts) > 6) or region
    phones: dict[str, Phone] = {}
    for place, each in _named(card, "TEL"):
        number = phone_number(each)
        if number:
            stands[place] = number
            phones.setdefault(number, Phone(number, _kind(each, labels), keys.e164(number, region)))
    return tuple(phones.values())


def phone_number(each: Property) -> str:
    """The number of a TEL property: without the scheme of a URI (RFC 3966), its extension in words."""
    text = " ".join(each.text.split())
    if not _SCHEME.match(text):
        return text
    number, *_ = _SCHEME.sub("", text).split(";")
    extension = _EXTENSION.search(text)
    return f"{number} ext. {extension.group(1)}" if extension else number


def _kind(each: Property, labels: Mapping[str, str]) -> PhoneKind:
    said = set(each.types)
    label = labels.get(each.group, "") if each.group else ""
    if label:
        said |= set(_LABEL.sub(r"\1", label).lower().split())
    if any("fax" in word for word in said):
        return PhoneKind.FAX
    if said & _MOBILE:
        return PhoneKind.MOBILE
    return PhoneKind.WORK if said & _WORK else PhoneKind.OTHER


def _email(each: Property) -> str:
    """The address; empty for one of X.400 or of an Exchange directory, to which nobody can write from elsewhere."""
    text = _SCHEME.sub("", each.text.strip())
    if ("x400" in each.types and "@" not in text) or _OF_A_DIRECTORY.match(text):
        return ""
    found = _IN_BRACKETS.search(text)
    if found is None and len(within := _ADDRESS.findall(text)) == 1 and " " in text:
        return str(within[0])
    return found.group(1) if found else _AFTER_ADDRESS.sub("", text)


def address_line(each: Property) -> str:
    """The value of ADR (RFC 6350 section 6.3.1) in one line, as it would stand on an envelope.

    Where its parts say nothing, its label does. Beyond the seventh part the street is said once more in pieces
    (RFC 9554 section 2.1), which count where the street is not said whole.
    """
    box, extended, street, city, state, code, country, *more = (*(_one_line(part) for part in each.parts), *("",) * 7)
    pieces = () if extended or street or box else more
    place = (
        " ".join(part for part in (f"{city}, {state}" if city else state, code) if part)
        if state
        else (" ".join(part for part in (code, city) if part))
    )
    line = ", ".join(part for part in (*pieces, extended, street, box, place, country) if part)
    return line or _one_line(" ".join(each.param("LABEL")).replace("^n", "\n").replace("\\n", "\n"))


def _one_line(text: str) -> str:
    return ", ".join(line.strip() for line in text.splitlines() if line.strip())


def _tags(card: VCard, stands: Stands) -> tuple[str, ...]:
    found = list(_named(card, "CATEGORIES"))
    tags = unique(item for _, each in found for item in each.items if item.strip().lower() not in SYSTEM_GROUPS)
    for place, each in found:
        if any(item.strip() in tags for item in each.items):
            stands[place] = SEPARATOR.join(tags)
    return tags


def _notes(card: VCard, stands: Stands) -> str:
    found = [(place, each.text.strip()) for place, each in _named(card, "NOTE") if each.text.strip()]
    notes = "\n\n".join(text for _, text in found)
    stands.update((place, notes) for place, _ in found)
    return notes


def _says_nothing(each: Property) -> bool:
    """Whether it is a name without a letter, which stands in a card only since there must be one."""
    return each.key in {"FN", "N"} and each.data is None and not each.value.strip("; ")


def _kept(each: Property, stands_for: str) -> Kept:
    if each.data is None:
        return Kept(each.name, each.value, each.params, each.group, stands_for)
    sha256 = hashlib.sha256(each.data).hexdigest()
    return Kept(each.name, "", each.params, each.group, "", sha256, each.media_type)


def _attached(each: Property) -> Attached:
    data = each.data or b""
    return Attached(hashlib.sha256(data).hexdigest(), data, SUFFIXES.get(each.media_type, ""))
