"""What a whole card gives away before any line has its role: mail names, hosts, countries, the usual size of print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from cardkeeper.fields.contact_points import core_of, ending_of
from cardkeeper.fields.facts import facts_of
from cardkeeper.fields.words import fold, keyed, names, plain_set, tokens, word_list
from cardkeeper.model.geometry import Box

_SMALL_WORDS: Final = frozenset({"of", "and", "the", "for", "&", "de", "und"})


@dataclass(frozen=True, slots=True)
class Clues:
    """What speaks for roles from outside a line."""

    locals: tuple[str, ...] = ()
    """Folded local parts of e-mail addresses that may hold a person's name."""
    cores: tuple[str, ...] = ()
    """The owner-chosen parts of the hosts of e-mails and web pages, those of free mail apart."""
    height: float = 1.0
    tallest: float = 1.0
    regions: tuple[str, ...] = ()
    """Countries that the card speaks of, most certain first."""
    personal: bool = True
    """Whether a title, an honorific, a degree or a mailbox of its own tells that the card is of a person."""
    contacts: tuple[Box, ...] = ()
    """Where e-mail addresses, web pages and phone numbers stand."""


def clues_of(
    emails: Sequence[str],
    hosts: Sequence[str],
    heights: Sequence[float],
    texts: Sequence[str],
    region: str,
) -> Clues:
    """Gather the clues; `region` is the user's own country, "" if unknown."""
    local_parts = dict.fromkeys(fold(email.partition("@")[0]) for email in emails)
    cores = dict.fromkeys(core_of(email.partition("@")[2]) for email in emails)
    cores |= dict.fromkeys(core_of(host) for host in hosts)
    ordered = sorted(heights)
    own = tuple(part for part in local_parts if not _of_nobody(part))
    facts = [facts_of(text) for text in texts]
    return Clues(
        own,
        tuple(core for core in cores if core and core not in plain_set("mail_hosts")),
        ordered[len(ordered) // 2] if ordered else 1.0,
        ordered[-1] if ordered else 1.0,
        _regions(texts, [*hosts, *(email.partition("@")[2] for email in emails)], region),
        bool(own) or any(each.title or each.honorific or each.degree for each in facts),
    )


def _of_nobody(local: str) -> bool:
    """Whether a mailbox is called for a purpose, an office or a place of work: "info", "kancelaria", "mayor.office"."""
    at_work = ("organisations", "functions", "departments", "title_modifiers", "titles")
    parts = [part for part in re.split(r"[._-]", local) if part]
    if any(part in names("first") or part in names("last") for part in parts):
        parts = [local]
    return local in plain_set("mailboxes") or any(word_list(name).holds(part) for part in parts[:1] for name in at_work)


def _regions(texts: Iterable[str], hosts: Iterable[str], region: str) -> tuple[str, ...]:
    printed = list(texts)
    found = dict.fromkeys(code for text in printed for code in keyed("countries").found_in(text))
    if any(re.search(r"\b[A-Z]{2},?\s*\d{5}(?:-\d{4})?$", text.strip()) for text in printed):
        found["US"] = None
    for host in hosts:
        last = ending_of(host).rpartition(".")[2].upper()
        if len(last) == 2 and last not in {"IO", "CO", "AI", "ME", "TV", "CC", "EU", "FM", "GG"}:
            found["GB" if last == "UK" else last] = None
    if region:
        found[region.upper()] = None
    return tuple(found)


def squeeze(text: str) -> str:
    """Letters and digits only, folded."""
    return re.sub(r"[\W_]", "", fold(text))


@lru_cache(maxsize=8192)
def host_likeness(text: str, cores: tuple[str, ...]) -> float:
    """How well a text explains the name of one of the card's hosts, 0–1: by letters, a part of them, or initials."""
    bare = squeeze(re.sub(r"(?i)\bthe\b", " ", text)) or squeeze(text)
    if len(bare) < 2:
        return 0.0
    return max((_likeness(text, bare, fold(core).replace("-", "")) for core in cores), default=0.0)


def _likeness(text: str, bare: str, core: str) -> float:
    if not core or bare == core:
        return 1.0 if core else 0.0
    words = [word for word in tokens(text) if len(word) > 1]
    best = max(_by_part(bare, core, words), _by_initials(text, core), _by_spelling(bare, core))
    starts = sum(1 for word in words if len(word) >= 4 and word[:4] in core)
    spelt = len(words) > 1 and len(core) > 3 and _of_beginnings(core, words, 0)
    return max(best, 0.8) if spelt or (words and starts == len(words) >= 2) else best


def _of_beginnings(core: str, words: Sequence[str], used: int) -> bool:
    """Whether a host's name is made of the beginnings of a text's words in order: "breko" of "Brehm Kolter"."""
    if not core:
        return used > 1
    for index, word in enumerate(words):
        for length in range(min(len(word), len(core)), 1, -1):
            if core.startswith(word[:length]) and _of_beginnings(core[length:], words[index + 1 :], used + 1):
                return True
    return False


def _by_part(bare: str, core: str, words: Sequence[str]) -> float:
    if len(core) >= 3 and core in bare:
        share = 0.6 + 0.4 * len(core) / len(bare)
        return max(share, 0.85) if words and core == words[0] else share
    if len(bare) >= 3 and bare in core:
        return 0.45 + 0.5 * len(bare) / len(core)
    return 0.0


def _by_initials(text: str, core: str) -> float:
    letters = "".join(word[0] for word in tokens(text) if word not in _SMALL_WORDS)
    if min(len(core), len(letters)) >= 2 and (letters == core or (len(letters) >= 3 and core.startswith(letters))):
        return 0.75
    return 0.65 if min(len(core), len(letters)) >= 4 and fuzz.ratio(letters, core) > 85 else 0.0


def _by_spelling(bare: str, core: str) -> float:
    if min(len(bare), len(core)) < 5:
        return 0.0
    ratio = fuzz.ratio(bare, core) / 100
    part = 0.65 if min(len(bare), len(core)) >= 6 and fuzz.partial_ratio(bare, core) > 90 else 0.0
    return max(part, ratio - 0.05 if ratio > 0.75 else 0.0)


def named_after(text: str, clues: Clues) -> bool:
    """Whether a host may be called after a person of this name, as those of people who work for themselves are."""
    words, facts = [fold(word) for word in text.split()], facts_of(text)
    other = clues.locals and not local_likeness(text, clues.locals)
    if other or facts.organisation or facts.legal or not 1 < len(words) < 4 or words[0] not in names("first"):
        return False
    hosts = {squeeze(core) for core in clues.cores}
    return bool(hosts & {squeeze(text), squeeze(words[-1]), squeeze(" ".join((words[-1], *words[:-1])))})


def spelt_out(text: str) -> str:
    """Umlauts as mail addresses write them: "mueller" for "müller"."""
    return text.translate(_SPELT_OUT)


@lru_cache(maxsize=8192)
def local_likeness(text: str, locals_: tuple[str, ...]) -> float:
    """How well a person's name explains a mail's local part, 0–1; "Müller" is also spelt "mueller" there."""
    best = 0.0
    for form in dict.fromkeys((text, spelt_out(text))):
        words = [word for word in (squeeze(part) for part in form.split()) if word]
        if words:
            best = max(best, max((_local(words, local) for local in locals_), default=0.0))
    return best


def _local(words: Sequence[str], local: str) -> float:
    bare = re.sub(r"[\W\d_]", "", local)
    if len(bare) < 2:
        return 0.0
    parts = [word for word in words if len(word) >= 3 and word in bare]
    share = min(1.0, sum(len(part) for part in parts) / len(bare))
    initials = "".join(word[0] for word in words)
    if len(parts) >= 2 and share > 0.8:
        return 1.0
    if parts:
        rest = bare
        for part in parts:
            rest = rest.replace(part, "", 1)
        explained = all(letter in initials for letter in rest)
        return 0.9 if explained and share > 0.55 else 0.35 + 0.4 * share
    return 0.6 if bare == initials else _nearly(words, bare)


def _nearly(words: Sequence[str], bare: str) -> float:
    if len(words) < 2 or len(bare) < 4:
        return 0.0
    first, last = words[0], words[-1]
    near = (
        max(fuzz.ratio(bare, form) for form in ("".join(words), first[0] + last, first + last[0], last + first)) / 100
    )
    return near - 0.1 if near > 0.8 else 0.0


_SPELT_OUT: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe"}
)
