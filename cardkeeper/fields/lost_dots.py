"""E-mail addresses and web pages in which a reader lost a dot or put a space, by the other addresses of the card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cardkeeper.fields.contact_points import Found, ending_of, find_emails, find_websites, host_of, registered
from cardkeeper.fields.words import plain_set
from cardkeeper.model.drafts import Look

_EMAIL: Final = re.compile(
    r"(?P<start>[^\W_][\w.+'-]*@)(?P<name>[^\W_][\w-]*)(?![\w-]*\s?[.,]\s?\w)(?:\s(?P<rest>(?!www|http)[a-z0-9][\w-]*(?:\.[a-z]{2,4})*)(?![\w@]))?"
)
_SITE: Final = re.compile(
    r"(?P<start>(?:https?://)?www\.)(?P<name>[^\W_][\w-]*)(?![\w-]*\s?[.,]\s?\w)(?:\s(?P<rest>[a-z0-9][\w-]*(?:\.[a-z]{2,4})*)(?![\w@]))?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"(?<!\S)[^\W_][\w-]*(?!\S)")
_SHORTEST: Final = 4
"""Letters before an ending that stands without its dot."""
_USUAL: Final = ("info", "com", "net", "org", "edu", "gov", "biz")
_NATIONAL: Final = (
    *("at", "be", "br", "ch", "cn", "cz", "de", "dk", "es", "eu", "fi", "fr", "in", "it", "jp", "kr"),
    *("mx", "nl", "no", "pl", "pt", "ru", "se", "tw", "uk", "us", "vn"),
)


def hosts_in(texts: Sequence[str]) -> frozenset[str]:
    """The hosts that a card spells in full somewhere."""
    found = (host_of(each.text) for text in texts for each in (*find_emails(text), *find_websites(text)))
    return frozenset(registered(host) for host in found if ending_of(host))


def lost_emails(text: str, known: frozenset[str]) -> Iterator[Found]:
    """The e-mail addresses of a line that only make sense with a dot more or a space less."""
    return _lost(_EMAIL, text, known)


def lost_websites(text: str, known: frozenset[str]) -> Iterator[Found]:
    """The web pages of a line that only make sense so, and hosts of other addresses that stand there without a dot."""
    yield from _lost(_SITE, text, known)
    for match in _WORD.finditer(text):
        same = next((host for host in known if _bare(match.group()) == _bare(host)), "")
        if same and "." not in match.group():
            yield _mended(same, match.start(), match.end(), known=True)


def _lost(pattern: re.Pattern[str], text: str, known: frozenset[str]) -> Iterator[Found]:
    for match in pattern.finditer(text):
        whole = _cut_off(match, known)
        host, end = (whole, match.end("name")) if whole else _host(match, known)
        if host:
            sure = registered(host) in known and not whole
            yield _mended(match.group("start") + host, match.start(), end, known=sure)


def _bare(host: str) -> str:
    return re.sub(r"[\W_]", "", host).casefold()


def _mended(text: str, start: int, end: int, *, known: bool) -> Found:
    looks = () if known else (Look.MENDED,)
    because = "a dot or a space put right" + (", as another address of the card has it" if known else "")
    return Found(text, start, end, looks, (because,))


def _cut_off(match: re.Match[str], known: frozenset[str]) -> str:
    """The host that another address spells in full where the line ends within it; empty when none begins so."""
    name = match.group("name").casefold()
    if len(name) < _SHORTEST or match.string[match.end("name") :].strip(" .,-"):
        return ""
    return next((one for one in known if one.startswith(name) and one.partition(".")[0] != name), "")


def _national(known: frozenset[str]) -> Sequence[str]:
    """Endings of two letters that a host may end in: those of the other hosts, else the most frequent ones."""
    seen = sorted({ending for one in known if len(ending := one.rpartition(".")[2]) == len("xx")})
    return seen or _NATIONAL


def _host(match: re.Match[str], known: frozenset[str]) -> tuple[str, int]:
    """The host that was meant and where it ends in the line; empty when nothing can be told."""
    name, rest = match.group("name").casefold(), match.group("rest") or ""
    for one in known:
        if _bare(one) == _bare(name + rest):
            return one, match.end()
        if _bare(one) == _bare(name):
            return one, match.end("name")
    if "." in rest and ending_of(rest):
        return f"{name}{rest}", match.end()
    if rest in plain_set("endings"):
        return f"{name}.{rest}", match.end()
    for ending in (*_USUAL, *_national(known)):
        if name.endswith(ending) and len(name) >= len(ending) + _SHORTEST:
            return f"{name.removesuffix(ending)}.{ending}", match.end("name")
    return "", 0
