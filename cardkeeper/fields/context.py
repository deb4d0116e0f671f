"""What a whole card gives away before any line has its role: mail names, hosts, countries, the usual size of print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from cardkeeper.fields.contact_points import core_of, ending_of
from cardkeeper.fields.words import fold, keyed, plain_set, tokens


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


def clues_of(
    emails: Sequence[str],
    hosts: Sequence[str],
    heights: Sequence[float],
    texts: Iterable[str],
    numbers: Sequence[str],
    region: str,
) -> Clues:
    """Gather the clues; `numbers` are the phone numbers as printed, `region` the user's own country, "" if unknown."""
    local_parts = dict.fromkeys(fold(email.partition("@")[0]) for email in emails)
    cores = dict.fromkeys(core_of(email.partition("@")[2]) for email in emails)
    cores |= dict.fromkeys(core_of(host) for host in hosts)
    ordered = sorted(heights)
    return Clues(
        tuple(part for part in local_parts if part not in plain_set("mailboxes")),
        tuple(core for core in cores if core and core not in plain_set("mail_hosts")),
        ordered[len(ordered) // 2] if ordered else 1.0,
        ordered[-1] if ordered else 1.0,
        _regions(texts, [*hosts, *(email.partition("@")[2] for email in emails)], numbers, region),
    )


def _regions(texts: Iterable[str], hosts: Iterable[str], numbers: Sequence[str], region: str) -> tuple[str, ...]:
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
    _ = numbers
    return tuple(found)


def squeeze(text: str) -> str:
    """Letters and digits only, folded."""
    return re.sub(r"[\W_]", "", fold(text))


def host_likeness(text: str, cores: Sequence[str]) -> float:
    """How well a text explains the name of one of the card's hosts, 0–1: the same letters, a part of them, or initials."""
    bare = squeeze(re.sub(r"(?i)\bthe\b", " ", text)) or squeeze(text)
    if len(bare) < 2:
        return 0.0
    return max((_likeness(text, bare, core.replace("-", "")) for core in cores), default=0.0)


def _likeness(text: str, bare: str, core: str) -> float:
    core = fold(core)
    if not core:
        return 0.0
    if bare == core:
        return 1.0
    best = 0.0
    words = [word for word in tokens(text) if len(word) > 1]
    if len(core) >= 3 and core in bare:
        best = 0.6 + 0.4 * len(core) / len(bare)
        if words and core == words[0]:
            best = max(best, 0.85)
    elif len(bare) >= 3 and bare in core:
        best = 0.45 + 0.5 * len(bare) / len(core)
    letters = "".join(word[0] for word in tokens(text) if word not in {"of", "and", "the", "for", "&", "de", "und"})
    if len(core) >= 2 and len(letters) >= 2 and (letters == core or (len(letters) >= 3 and core.startswith(letters))):
        best = max(best, 0.75)
    if len(core) >= 4 and len(letters) >= 4 and fuzz.ratio(letters, core) > 85:
        best = max(best, 0.65)
    if len(bare) >= 5 and len(core) >= 5:
        ratio = fuzz.ratio(bare, core) / 100
        if ratio > 0.75:
            best = max(best, ratio - 0.05)
        part = fuzz.partial_ratio(bare, core) / 100
        if part > 0.9 and min(len(bare), len(core)) >= 6:
            best = max(best, 0.65)
    starts = sum(1 for word in words if len(word) >= 4 and word[:4] in core)
    if words and starts == len(words) >= 2:
        best = max(best, 0.8)
    return best


def local_likeness(text: str, locals_: Sequence[str]) -> float:
    """How well a person's name explains a mail's local part, 0–1."""
    words = [squeeze(word) for word in re.split(r"[\s]+", text)]
    words = [word for word in words if word]
    return max((_local(words, local) for local in locals_), default=0.0) if words else 0.0


def _local(words: list[str], local: str) -> float:
    bare = re.sub(r"[\W\d_]", "", local)
    if len(bare) < 2:
        return 0.0
    spelt = [_umlauts(word) for word in words]
    best = 0.0
    for forms in (words, spelt):
        parts = [part for part in forms if len(part) >= 3 and part in bare]
        covered = sum(len(part) for part in parts)
        initials = "".join(word[0] for word in forms)
        share = min(1.0, covered / len(bare))
        if len(parts) >= 2 and share > 0.8:
            best = max(best, 1.0)
        elif parts:
            rest = bare
            for part in parts:
                rest = rest.replace(part, "", 1)
            explained = all(letter in initials for letter in rest)
            best = max(best, 0.9 if explained and share > 0.55 else 0.35 + 0.4 * share)
        elif bare == initials and len(bare) >= 2:
            best = max(best, 0.6)
        elif len(forms) >= 2 and len(bare) >= 4:
            joined = ("".join(forms), forms[0][0] + forms[-1], forms[0] + forms[-1][0], forms[-1] + forms[0])
            near = max(fuzz.ratio(bare, form) for form in joined) / 100
            if near > 0.8:
                best = max(best, near - 0.1)
    return best


def _umlauts(word: str) -> str:
    return word
