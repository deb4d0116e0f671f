"""Front and back of one card: two drafts become one whose boxes know their side, and come apart again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cardkeeper import keys
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Gap, Look, Source
from cardkeeper.model.geometry import Side
from cardkeeper.model.people import Phone, PhoneKind
from cardkeeper.review.editing import SINGLE
from cardkeeper.review.persons import spells


def joined(front: Draft, back: Draft, lines: int) -> Draft:
    """What both sides say, `lines` of the reading being the front's.

    What stands on both is one value with both places; where the front has a value of a field that is single, what
    the back says there becomes other text: nothing is lost, and it can be taken for the field by hand.
    """
    draft = front
    for value in back.values:
        draft = _with(draft, _on_back(value, lines))
    given = {value.field for value in draft.values}
    gaps = tuple(dict.fromkeys(gap for gap in (*front.gaps, *back.gaps) if gap.field not in given))
    return replace(draft, gaps=gaps)


def front_of(draft: Draft, lines: int) -> Draft:
    """The draft without what stands on the back alone."""
    values = tuple(_on_front(value, lines) for value in draft.values if not _only_on_back(value))
    named = any(value.field is FieldName.NAME for value in values) or any(
        gap.field is FieldName.NAME for gap in draft.gaps
    )
    gaps = draft.gaps if named or not lines else (Gap(FieldName.NAME, Look.MISSING), *draft.gaps)
    return Draft(values, gaps)


def back_of(draft: Draft, read: Draft, lines: int) -> Draft:
    """The draft of the back as it was `read`, with what a person made of its values since."""
    values = list(read.values)
    for value in draft.values:
        if value.source is not Source.PERSON or not _only_on_back(value):
            continue
        edited = replace(
            value,
            boxes=tuple(replace(box, side=Side.FRONT) for box in value.boxes),
            lines=tuple(line - lines for line in value.lines),
        )
        home = next((at for at, one in enumerate(values) if edited.lines and one.lines == edited.lines), None)
        if home is None:
            values.append(edited)
        else:
            values[home] = edited
    return replace(read, values=tuple(values))


def likely_sides(cards: Sequence[StoredCard]) -> Iterator[tuple[StoredCard, StoredCard]]:
    """Neighbours, in the order of the inbox, that look like the two sides of one card, the front first."""
    for one, other in pairwise(cards):
        if one.batch_id == other.batch_id and _may_be_paired(one) and _may_be_paired(other) and _alike(one, other):
            yield front_first(one, other)


def front_first(one: StoredCard, other: StoredCard) -> tuple[StoredCard, StoredCard]:
    """Two sides of a card: the one that names a person is the front, else the first."""
    return (other, one) if _is_named(other.draft, one.draft) and not _is_named(one.draft, other.draft) else (one, other)


def _may_be_paired(card: StoredCard) -> bool:
    return card.back is None and not card.shares and not card.apart


def _alike(one: StoredCard, other: StoredCard) -> bool:
    """Whether just one names somebody, and both are of one company or the other has an e-mail made of the name."""
    if _is_named(one.draft, other.draft) is _is_named(other.draft, one.draft):
        return False
    front, back = (side.draft for side in front_first(one, other))
    written = any(spells(email.text, front.text(FieldName.NAME)) for email in back.all(FieldName.EMAIL))
    return written or bool(_companies(front) & _companies(back) or _hosts(front) & _hosts(back))


def _is_named(draft: Draft, other: Draft) -> bool:
    """Whether a side names a person; what the other side calls its company is none."""
    name = draft.text(FieldName.NAME)
    company = other.text(FieldName.COMPANY)
    return bool(name.strip()) and not (company and keys.company_key(name) == keys.company_key(company))


def _companies(draft: Draft) -> set[str]:
    """Names under which a company may stand there; on a back it is often all that is printed."""
    fields = (FieldName.COMPANY, FieldName.OTHER, FieldName.NAME)
    return {keys.company_key(value.text) for field in fields for value in draft.all(field)} - {""}


def _hosts(draft: Draft) -> set[str]:
    mails = {keys.email_key(value.text).rpartition("@")[2] for value in draft.all(FieldName.EMAIL)}
    sites = {keys.website_key(value.text).partition("/")[0] for value in draft.all(FieldName.WEBSITE)}
    return (mails | sites) - {""}


def _with(draft: Draft, value: DraftValue) -> Draft:
    company = draft.text(FieldName.COMPANY)
    if value.field is FieldName.NAME and company and keys.company_key(value.text) == keys.company_key(company):
        value = replace(value, field=FieldName.COMPANY)
    here = draft.all(value.field)
    same = next((other for other in here if _same(other, value)), None)
    if same is not None:
        both = _agreed(same, value)
        return replace(draft, values=tuple(both if other is same else other for other in draft.values))
    if value.field in SINGLE and any(other.text.strip() for other in here):
        value = replace(value, field=FieldName.OTHER, looks=(), choices=())
    return replace(draft, values=(*draft.values, value))


def _agreed(value: DraftValue, other: DraftValue) -> DraftValue:
    """One value in both places; what either side prints clearly needs no look."""
    sure = value if not value.looks or other.looks else other
    return replace(
        sure,
        boxes=(*value.boxes, *other.boxes),
        lines=(*value.lines, *other.lines),
        kind=sure.kind if sure.kind not in (None, PhoneKind.OTHER) else value.kind or other.kind,
        e164=value.e164 or other.e164,
        confidence=max(value.confidence, other.confidence),
    )


def _same(one: DraftValue, other: DraftValue) -> bool:
    match one.field:
        case FieldName.EMAIL:
            return keys.email_key(one.text) == keys.email_key(other.text)
        case FieldName.PHONE:
            fax = PhoneKind.FAX
            return (one.kind is fax) == (other.kind is fax) and keys.same_phone(_phone(one), _phone(other))
        case FieldName.WEBSITE:
            return keys.website_key(one.text) == keys.website_key(other.text)
        case FieldName.COMPANY:
            return keys.company_key(one.text) == keys.company_key(other.text)
        case FieldName.NAME:
            return keys.name_key(one.text) == keys.name_key(other.text)
        case _:
            return keys.words(one.text) == keys.words(other.text)


def _phone(value: DraftValue) -> Phone:
    return Phone(value.text, value.kind or PhoneKind.OTHER, value.e164)


def _on_back(value: DraftValue, lines: int) -> DraftValue:
    boxes = tuple(replace(box, side=Side.BACK) for box in value.boxes)
    return replace(value, boxes=boxes, lines=tuple(line + lines for line in value.lines))


def _on_front(value: DraftValue, lines: int) -> DraftValue:
    boxes = tuple(box for box in value.boxes if box.side is Side.FRONT)
    return replace(value, boxes=boxes, lines=tuple(line for line in value.lines if line < lines))


def _only_on_back(value: DraftValue) -> bool:
    return bool(value.boxes) and all(box.side is Side.BACK for box in value.boxes)
