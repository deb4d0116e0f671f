"""The parts of a name, as address books want them, and a name put together from its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_PREFIX: Final = re.compile(
    "mrs?|ms|miss|mx|dr|prof|professor|sir|dame|lady|lord|rev|hon|herr|frau|dipl|ing|dipl-ing|mag|m|mme|mlle|sra?|srta|sig"
)
_SUFFIX: Final = re.compile("jr|sr|ii|iii|iv|v|phd|mba|m?bsc|msc|ma|ba|md|cpa|esq|llm|llb|cfa|pmp")
_PARTICLE: Final = re.compile("v[ao]n|de[rnl]?|della|d[iou]|das|dos|l[ae]|e?l|al|bin|ibn|te[nr]?|zu[mr]?|a[fv]|y")
_REGISTER: Final = re.compile(r"[^\d,]+, ?[^\d,]+")
_LEGAL: Final = re.compile(r",\s*(?:inc|llc|ltd|llp|co|corp|plc|gmbh|ag|kg|s\.?a|s\.?r\.?l|b\.?v|pty)\b", re.IGNORECASE)
_NEARLY_ALL: Final = 0.8
_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name as vCard's N has it (RFC 6350 section 6.2.2)."""

    family: str = ""
    given: str = ""
    additional: str = ""
    prefix: str = ""
    suffix: str = ""

    @property
    def whole(self) -> str:
        """The name as it is read aloud: the family first where its script does so."""
        first = (
            (self.family, self.given) if _EAST_ASIAN.search(self.family) else (self.given, self.additional, self.family)
        )
        name = " ".join(part for part in (self.prefix, *first) if part)
        return f"{name}, {self.suffix}" if self.suffix and name else name or self.suffix


def split_name(name: str) -> NameParts:
    """The parts of a written name: the last word is the family's, with the particles before it."""
    said, comma, suffix = name.partition(",")
    if comma and not _is_suffix(suffix):
        return NameParts(said.strip(), suffix.strip())
    words = said.split()
    prefix = []
    while len(words) > 1 and _PREFIX.fullmatch(_bare(words[0])):
        prefix.append(words.pop(0))
    endings: list[str] = []
    while len(words) > 2 and _SUFFIX.fullmatch(_bare(words[-1])) and words[-1] != words[-1].lower():
        endings.insert(0, words.pop())
    ending = " ".join([*endings, *([suffix.strip()] if suffix.strip() else [])])
    if len(words) < 2:
        return NameParts(" ".join(words), prefix=" ".join(prefix), suffix=ending)
    if _EAST_ASIAN.search(words[0]):
        return NameParts(words[0], " ".join(words[1:]), prefix=" ".join(prefix), suffix=ending)
    start = len(words) - 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1].lower()):
        start -= 1
    return NameParts(" ".join(words[start:]), words[0], " ".join(words[1:start]), " ".join(prefix), ending)


def in_register_order(names: Iterable[str]) -> bool:
    """Whether names stand as in a register, “Lee, Ann”: nearly all of several, and no degree after the comma."""
    said = [name.strip() for name in names if name.strip()]
    turned = [name for name in said if _REGISTER.fullmatch(name) and not _is_suffix(name.partition(",")[2])]
    firms = [name for name in turned if _LEGAL.search(name)]
    return len(said) > 1 and len(turned) - len(firms) >= _NEARLY_ALL * len(said)


def is_prefix(text: str) -> bool:
    """Whether a text is what stands before names, as “Prof. Dr.”, and nothing else."""
    return bool(words := text.split()) and all(_PREFIX.fullmatch(_bare(word)) for word in words)


def _bare(word: str) -> str:
    return word.lower().replace(".", "")


def _is_suffix(text: str) -> bool:
    words = re.split(r"[,\s]+", text.strip())
    return all(_SUFFIX.fullmatch(_bare(word)) for word in words)
