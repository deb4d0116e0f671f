"""What a role gains or loses by where the others stand on the card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from cardkeeper.fields.facts import Points, facts_of
from cardkeeper.fields.grouping import Group, goes_on
from cardkeeper.fields.layout import aligned, below, gap_between, same_row
from cardkeeper.fields.words import word_list
from cardkeeper.model.drafts import FieldName

_FEW: Final = 8
"""Words of a department's name are no more."""
_NEAR: Final = 1.5
_FAR: Final = 4.0
"""Heights of print from one value to another."""
GAINS: Final = {
    FieldName.TITLE: (("right below the name", 1.6), ("on one row with the name", 1.6), ("near the name", 0.8)),
    FieldName.COMPANY: (("apart from the name", 0.3),),
    FieldName.DEPARTMENT: (
        *(("right below the title", 1.0), ("on one row with the title", 1.0), ("near the title", 0.5)),
        *(("right below the name", 1.0), ("on one row with the name", 1.0), ("near the name", 0.5)),
    ),
    FieldName.ADDRESS: (("right below the company", 0.3),),
}
"""What a role can gain, one at most for each group."""
LIKE_TITLE: Final = ("set like the title above it", 2.0)
ENDS_BLOCK: Final = ("ends the words below the name", 0.9)
BELOW_TITLE: Final = ("ends the words below the title", 0.5)
BELOW_COMPANY: Final = ("right below the company", 0.8)
OF_INSTITUTION: Final = ("a part of an institution", 2.5)
BESIDES: Final = {FieldName.DEPARTMENT: (LIKE_TITLE, BELOW_TITLE, OF_INSTITUTION), FieldName.TITLE: (ENDS_BLOCK,)}
"""What a role can gain besides."""


def placed(role: FieldName, group: Group, others: Mapping[FieldName, Group]) -> Points:
    """Points for a group in a role beside the groups that hold the roles before it."""
    name, company, title = (others.get(each) for each in (FieldName.NAME, FieldName.COMPANY, FieldName.TITLE))
    match role:
        case FieldName.TITLE:
            return _title(name, group) if name else (("no name beside it", -1.5),)
        case FieldName.COMPANY:
            return tuple(_company(group, name)) if name else ()
        case FieldName.DEPARTMENT:
            return _department(group, name, company, title)
        case FieldName.ADDRESS:
            return (("right below the company", 0.3),) if company and below(company.box, group.box) else ()
        case _:
            return ()


def _department(group: Group, name: Group | None, company: Group | None, title: Group | None) -> Points:
    if company and below(company.box, group.box) and not (title and below(title.box, group.box)):
        if _part_of_institution(company, group):
            return (BELOW_COMPANY, OF_INSTITUTION)
        return () if facts_of(group.text).field else (BELOW_COMPANY,)  # a firm prints its trade there
    anchor = title or name or company
    titled = facts_of(group.text).title > 0
    like: Points = (LIKE_TITLE,) if title and not titled and _continues(title, group) else ()
    like += (BELOW_TITLE,) if like and group.last and len(group.rows) == 1 and not group.cuts else ()
    return (_near("title" if title else "name", anchor, group, 1.0), *like) if anchor else ()


def _part_of_institution(company: Group, group: Group) -> bool:
    """Whether a few words of no slogan stand below an institution, where it prints which part of it this is."""
    facts = facts_of(group.text)
    few = 0 < len(facts.words) <= _FEW and not facts.digits and not re.search(r"[.!?]", group.text)
    ours = facts.tie + facts.place + facts.country + (0 if facts.field else facts.slogan + facts.organisation)
    apart = not goes_on(company.rows[-1], group.rows[0])
    return few and apart and not ours and word_list("institutions").count(company.text) > 0


def _title(name: Group, group: Group) -> Points:
    alone = group.last and len(group.rows) == 1 and below(name.box, group.box) and not group.cuts
    return (_near("name", name, group, 1.6), *((ENDS_BLOCK,) if alone else ()))


def _continues(above: Group, group: Group) -> bool:
    """Whether a group follows another in the same print: right below, as high, both in capitals or neither."""
    alike = 0.85 < group.height / max(1.0, above.height) < 1.18
    same_case = above.rows[-1].isupper() == group.rows[0].isupper()
    return below(above.box, group.box) and alike and same_case and aligned(above.box, group.box)


def _company(group: Group, name: Group | None) -> Points:
    if name is None:
        return ()
    points = [("right below the name", -0.3) if below(name.box, group.box) else ("apart from the name", 0.3)]
    words, said = (set(each.text.casefold().split()) for each in (group, name))
    if said <= words:
        points.append(("says the name again", -3.0 if len(said) == 1 else -1.5))
    if len(said) == len(words) == 1 and _continues(name, group):
        points.append(("the last name below the first", -4.0))
    if group.text.replace(" ", "") == "".join(word[0] for word in name.text.split()):
        points.append(("initials of the name", -4.0))
    return tuple(points)


def _near(what: str, anchor: Group, group: Group, close: float) -> tuple[str, float]:
    if below(anchor.box, group.box):
        return f"right below the {what}", close
    if same_row(anchor.box, group.box):
        return f"on one row with the {what}", close
    gap = gap_between(anchor.box, group.box)
    if gap < _NEAR:
        return f"near the {what}", 0.5 * close
    return (f"far from the {what}", -0.5 * close) if gap > _FAR else (f"apart from the {what}", 0.0)
