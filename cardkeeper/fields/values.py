"""From groups in roles to values with text, confidence, place and reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardkeeper.fields.assignment import Assignment, Candidate
from cardkeeper.fields.confidence import LOOK, confidence_of
from cardkeeper.fields.facts import facts_of
from cardkeeper.fields.grouping import Group
from cardkeeper.fields.layout import Piece
from cardkeeper.model.cards import TextLine
from cardkeeper.model.drafts import DraftValue, FieldName, Look


def value_of(chosen: Candidate, outcome: Assignment, pieces: Sequence[Piece]) -> DraftValue:
    """The value of a role, with what else it may be."""
    role, group = chosen.role, chosen.group
    if group is None:
        raise ValueError("a role left empty has no value")
    members = [pieces[index] for index in group.pieces]
    text = joined(role, group)
    other = outcome.others.get(role)
    second = joined(role, other.group) if other and other.group else ""
    sure = confidence_of(role, outcome.margins[role], min(piece.confidence for piece in members))
    because = tuple(f"{reason} {worth:+.1f}" for reason, worth in chosen.reasons if abs(worth) >= 0.05)
    return DraftValue(
        role,
        text,
        sure,
        tuple(piece.box for piece in members),
        tuple(sorted({piece.line for piece in members})),
        (Look.UNSURE,) if sure < LOOK else (),
        (second,) if second and second != text else (),
        read=text,
        because=(*because, f"ahead of the next best by {outcome.margins[role]:.1f}"),
    )


def joined(role: FieldName, group: Group) -> str:
    """The rows of a group as one text, in the way that its role is written."""
    rows = [clean(row) for row in group.rows]
    if role is FieldName.ADDRESS:
        rows = [re.sub(r"\s*[•·|‧]\s*", ", ", row) for row in rows]
    if role in {FieldName.ADDRESS, FieldName.DEPARTMENT}:
        return ", ".join(rows)
    text = rows[0]
    for index, row in enumerate(rows[1:], start=1):
        comma = role is FieldName.TITLE and _apart(rows[index - 1], row)
        text += (", " if comma or group.rows[index - 1].rstrip().endswith(",") else " ") + row
    return text


def _apart(before: str, after: str) -> bool:
    """Whether two rows of titles are two titles, or one with its field of work, rather than one text."""
    if re.search(r"(?i)[&/-]$|\b(?:of|and|for|the|de|des|du|und|für|et|di|to)$", before) or after[:1] in "&/-(":
        return False
    if "," in before and facts_of(before).title and facts_of(after).title and after[:1].isupper():
        return True
    last = facts_of(before.rsplit(maxsplit=1)[-1] if before.split() else "")
    next_one = facts_of(after.split(maxsplit=1)[0] if after.split() else "")
    ends = (last.title + last.degree > 0 and not last.modifier) or (facts_of(before).title > 0 and next_one.title > 0)
    return ends and not after[:1].islower()


def clean(text: str) -> str:
    """Single spaces, and no separators at the ends."""
    text = re.sub(r"\s*([|·•])\s*", r" \1 ", re.sub(r"\s+", " ", text))
    text = text.strip(" ,;|·•*-–—/:△▲▽▼◆◇■□●○◎★☆Φ©™>")
    return re.sub(r"^®\s*|(?<!\w)®$", "", text).strip()


def left_over(pieces: Sequence[Piece], used: int) -> list[DraftValue]:
    """What no role took, a value for each piece."""
    return [
        DraftValue(
            FieldName.OTHER,
            piece.text.strip(),
            piece.confidence,
            (piece.box,),
            (piece.line,),
            read=piece.text.strip(),
            because=("no role fits it better",),
        )
        for index, piece in enumerate(pieces)
        if not used >> index & 1
    ]


def lost_line(line: TextLine, index: int) -> DraftValue:
    """A line that nothing else holds: marks without a word, labels without a value."""
    text = line.text.strip()
    return DraftValue(
        FieldName.OTHER, text, line.confidence, (line.box,), (index,), read=text, because=("no other value holds it",)
    )
