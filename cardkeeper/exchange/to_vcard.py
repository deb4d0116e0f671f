"""A person as a vCard: as it came where it was imported and still holds, else made of the fields.

There are two cards of everybody. The card to hand on says what a business card says, nothing else. The whole card, for
oneself and one's own other programs, says all that is known, with pictures and how one met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from msgspec import structs

from cardkeeper.exchange.from_vcard import SEPARATOR
from cardkeeper.exchange.names import split_name
from cardkeeper.exchange.own import NAME, own_property
from cardkeeper.exchange.vcard import Params, Property, VCard, Version, escape, listed, structure, write
from cardkeeper.model.people import Contact, FollowUp, Kept, MetContext, PhoneKind

FileOf = Callable[[str], bytes | None]
"""The bytes of a file of the library by its SHA-256; None when it is not there."""

_INTERNET: Final[Params] = (("TYPE", ("INTERNET",)),)
_KINDS: Final[Mapping[PhoneKind, Params]] = {
    PhoneKind.WORK: (("TYPE", ("WORK", "VOICE")),),
    PhoneKind.MOBILE: (("TYPE", ("CELL",)),),
    PhoneKind.FAX: (("TYPE", ("FAX",)),),
    PhoneKind.OTHER: (("TYPE", ("VOICE",)),),
}
_OF_GROUPS: Final = frozenset({"X-ABLABEL", "X-ABADR"})
"""What Apple says of another property of the same group."""


def contact_to_vcard(contact: Contact, version: Version = Version.V3) -> str:
    """The card to hand on, as the text of a .vcf file: name, jobs, mails, phones, websites, addresses, nothing else."""
    return write([card_to_hand_on(contact)], version)


def card_to_hand_on(contact: Contact) -> VCard:
    """What a business card of this person says; nothing that one noted, no birthday, no picture, no tag."""
    public = replace(contact, tags=(), notes="", kept=tuple(each for each in contact.kept if each.stands_for))
    return VCard(tuple(_of_fields(public)))


def whole_card(
    contact: Contact,
    met: tuple[MetContext, ...] = (),
    next_step: FollowUp | None = None,
    *,
    met_words: str = "",
    picture: Property | None = None,
    file_of: FileOf = lambda _: None,
    own: bool = True,
) -> VCard:
    """All that is known of a person. `met_words`: how one met, for the note; `picture`: of their newest card.

    Without `own` as far as other programs can know it.
    """
    properties = list(_of_fields(contact))
    if met_words:
        _put_words(properties, met_words)
    if contact.kept:
        free = (_property(each, file_of) for each in contact.kept if not each.stands_for and each.name.upper() != NAME)
        properties.extend(each for each in free if each is not None)
        properties = _without_orphans(properties)
    if picture is not None and not any(each.key == "PHOTO" for each in properties):
        properties.append(picture)
    mine = own_property(contact, met, next_step) if own else None
    return VCard((*properties, mine) if mine else tuple(properties))


def condensed(contact: Contact) -> Contact:
    """The person without what the fields alone would write in the same way: imported files keep most twice."""
    made = defaultdict(list)
    for each in _of_fields(contact, as_imported=False):
        made[each.key].append(_told(each.params, each.value, each.group))
    came = defaultdict(list)
    for kept in contact.kept:
        if kept.stands_for:
            came[kept.name.upper()].append(_told(kept.params, kept.value, kept.group))
    said = {name for name, properties in came.items() if properties == made[name]}
    if came["N"] and "N" not in said:
        said.discard("FN")
    left = tuple(each for each in contact.kept if not (each.stands_for and each.name.upper() in said))
    return replace(contact, kept=left) if len(left) < len(contact.kept) else contact


def _told(params: Params, value: str, group: str) -> tuple[object, ...]:
    """What a property tells: that a phone is for talking, and a mail goes by the internet, says nothing."""
    types = {kind.upper() for name, kinds in params if name == "TYPE" for kind in kinds} - {"VOICE", "INTERNET"}
    return frozenset(types), tuple(param for param in params if param[0] != "TYPE"), value, group


def _of_fields(contact: Contact, *, as_imported: bool = True) -> Iterator[Property]:
    """What the fields say: `as_imported` where that still holds, once, else as it is made of them."""
    kept: dict[tuple[str, str], list[Property]] = {}
    for each in contact.kept if as_imported else ():
        if each.stands_for:
            came = Property(each.name, each.value, each.params, each.group)
            kept.setdefault((each.name.upper(), each.stands_for), []).append(came)
    written: set[tuple[str, str]] = set()
    for said, made in _wanted(contact):
        name, stands_for = said
        if stands_for and said not in written:
            written.add(said)
            found = kept.get(said) or (kept.get(("ROLE", stands_for)) if name == "TITLE" else None)
            yield from found or (made,)


def _wanted(contact: Contact) -> Iterator[tuple[tuple[str, str], Property]]:
    """The name of each property with the value that it stands for, and how it is made where nothing was imported."""
    yield ("FN", contact.name), Property("FN", escape(contact.name))
    parts = split_name(contact.name)
    names = (parts.family, parts.given, parts.additional, parts.prefix, parts.suffix)
    yield ("N", contact.name), Property("N", structure(names))
    for job in contact.positions:
        if job.current:
            units = structure((job.company, job.department) if job.department else (job.company,))
            yield ("ORG", f"{job.company}{SEPARATOR}{job.department}".strip(SEPARATOR)), Property("ORG", units)
            yield ("TITLE", job.title), Property("TITLE", escape(job.title))
    for email in contact.emails:
        yield ("EMAIL", email), Property("EMAIL", escape(email), _INTERNET)
    for phone in contact.phones:
        yield ("TEL", phone.number), Property("TEL", escape(phone.number), _KINDS[phone.kind])
    for website in contact.websites:
        yield ("URL", website), Property("URL", website)
    for address in contact.addresses:
        yield ("ADR", address), Property("ADR", structure(("", "", address, "", "", "", "")))
    yield ("CATEGORIES", SEPARATOR.join(contact.tags)), Property("CATEGORIES", listed(contact.tags))
    yield ("NOTE", contact.notes), Property("NOTE", escape(contact.notes))


def _property(kept: Kept, file_of: FileOf) -> Property | None:
    if not kept.file:
        return Property(kept.name, kept.value, kept.params, kept.group)
    data = file_of(kept.file)
    return None if data is None else Property(kept.name, "", kept.params, kept.group, data, kept.media_type)


def _put_words(properties: list[Property], words: str) -> None:
    """Put words at the end of the note, which is the last thing that fields say: most programs show one note only."""
    if properties and properties[-1].key == "NOTE":
        note = properties.pop()
        properties.append(structs.replace(note, value=f"{note.value}\\n\\n{escape(words)}"))
    else:
        properties.append(Property("NOTE", escape(words)))


def _without_orphans(properties: list[Property]) -> list[Property]:
    """Without labels of what is not there any more."""
    alive = {each.group for each in properties if each.key not in _OF_GROUPS}
    return [each for each in properties if each.key not in _OF_GROUPS or each.group in alive or not each.group]
