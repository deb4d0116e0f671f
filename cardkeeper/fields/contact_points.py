"""E-mail addresses and web pages in a line of print, mended where a reader put spaces or glued neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import tldextract
from email_validator import EmailNotValidError, validate_email

from cardkeeper.fields.words import fold, plain_set
from cardkeeper.model.drafts import Look

_EMAIL: Final = re.compile(
    r"(?P<local>[^\W_][\w.+'-]*)\s?(?:[@©＠]|\(at\)|\[at\])\s?(?P<domain>[^\W_][\w-]*(?:\s?[.,]\s?[^\W_][\w-]*)+)",
    re.IGNORECASE,
)
_SCHEME: Final = r"(?:h\s?t\s?t\s?p\s?s?\s?[:;.]?\s?/\s?/?\s?)"
_WWW: Final = r"(?:[wW]\s?[wW]\s?[wW]\s?[.,:]+\s?|[wW]{3}\s)"
_HOST: Final = r"[^\W_][\w-]*(?:\s?\.\s?[^\W_][\w-]*)+"
_PATH: Final = r"(?:/[\w\-./~%#?=&@+]*|\s/[\w\-./~%#?=&@+]+)?"
_PREFIXED: Final = re.compile(
    rf"(?P<prefix>{_SCHEME}(?:{_WWW})?|{_WWW})(?P<host>{_HOST})(?P<path>{_PATH})", re.IGNORECASE
)
_BARE: Final = re.compile(rf"(?<![\w@.])(?P<host>[^\W_][\w-]*(?:\.[^\W_][\w-]*)+)(?P<path>{_PATH})(?![\w@])")
_LABEL: Final = re.compile(
    r"(?i:e-?mail|e-?post|courriel|correo)[.:]?(?=[^\W_].{2})|E?-?MAIL(?=[a-z]{2})|[\u3040-\u9fff\uac00-\ud7a3]+"
)
"""A word before an e-mail address without a space; nobody is given an address in East Asian signs."""
_NUMBER: Final = re.compile(r"\d+(?=[^\W\d_])")
"""The end of a number to call, glued to what follows, where more of that number stands before."""
_WEB_BEHIND: Final = re.compile(r"(?i)\.?(?:www[.,]|https?:)")
_NEIGHBOUR: Final = re.compile(r"(?i)(?:www.*|http.*|tel\w*|fax\w*|mob\w*|web\w*|url\w*|e-?mail\w*|phone\w*|[tfmpwil])")
"""What is printed behind an address and may be glued to it: words, labels of one letter, a bar read for one."""
_SHORTEST: Final = 3
"""Letters of a name that somebody registers; shorter ones before an ending are degrees: "B.Com"."""


@dataclass(frozen=True, slots=True)
class Found:
    """An e-mail address or web page and where it stands in the text of its line."""

    text: str
    start: int
    end: int
    looks: tuple[Look, ...] = ()
    because: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _extractor() -> tldextract.TLDExtract:
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@lru_cache(maxsize=4096)
def ending_of(host: str) -> str:
    """The public ending of a host name ("co.jp"), empty when nobody gives out such names."""
    return _extractor()(host).suffix


@lru_cache(maxsize=4096)
def core_of(host: str) -> str:
    """The name that its owner chose: "firm" of "www.firm.co.uk"."""
    return _extractor()(host).domain.casefold()


def registered(host: str) -> str:
    """The host without what stands before its owner's name: "firm.co.uk" of "shop.firm.co.uk"."""
    found = _extractor()(host.casefold())
    return ".".join(part for part in (found.domain, found.suffix) if part)


def host_of(address: str) -> str:
    """The host of an e-mail address or a web page, as it is printed."""
    return re.sub(r"(?i)^\s*(?:https?://|.*@)|[/?#].*$", "", address)


def find_emails(text: str) -> list[Found]:
    """The e-mail addresses in a line, left to right."""
    found: list[Found] = []
    at = 0
    while match := _EMAIL.search(text, at):
        at = match.end("local")
        if not _before_a_handle(match):
            found.append(_email_of(text, match))
            at = found[-1].end
    return found


def _before_a_handle(match: re.Match[str]) -> bool:
    """Whether the name of somebody on a network follows: "Instagram @anna.draws", "firm.co.uk @anna.draws"."""
    apart = match.end("local") < match.start("domain") - 1 and ending_of(match["local"]) != ""
    return fold(match["local"]) in plain_set("networks") or (apart and not ending_of(match["domain"].strip()))


def _email_of(text: str, match: re.Match[str]) -> Found:
    start = match.start("local")
    if glued := _LABEL.match(match["local"]):
        start += glued.end()
    elif match["local"].casefold().startswith("www."):
        start = _cut_host(text, start, match.end("local"))[1]
    elif (ending := _NUMBER.match(match["local"])) and re.search(r"\d[\s()./-]+$", text[:start]):
        start += ending.end()
    host, end = _cut_host(text, match.start("domain"), match.end("domain"))
    value = text[start : match.end("local")] + "@" + host
    because = ["has the form of an e-mail address"]
    looks: list[Look] = []
    if re.sub(r"\s+", "", text[start:end]) != value:
        because.append("mended the reader's characters")
        looks.append(Look.MENDED)
    looks.extend(_faults(value))
    return Found(value, start, end, tuple(looks), tuple(because))


def _faults(value: str) -> list[Look]:
    looks = []
    try:
        validate_email(value, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        looks.append(Look.NOT_AN_EMAIL)
    if not ending_of(value.rpartition("@")[2]):
        looks.append(Look.UNKNOWN_ENDING)
    return looks


def _cut_host(text: str, start: int, end: int) -> tuple[str, int]:
    """The host name in text[start:end], spaces out and glued neighbours off; and where it really ends."""
    if web := _WEB_BEHIND.search(text, start + 1, end + 1):
        end = web.start()
    labels: list[tuple[str, int]] = []
    for match in re.finditer(r"[^\s.,]+", text[start:end]):
        host = ".".join(label for label, _ in labels)
        if len(labels) > 1 and ending_of(host) and re.search(r"\s", text[labels[-1][1] : start + match.start()]):
            whole = f"{host}.{match.group()}"
            if "." not in ending_of(whole) or match.group()[0].isupper():
                break
        labels.append((match.group(), start + match.end()))
    mailbox = text[labels[-1][1] :].startswith("@")
    if mailbox and len(labels) > 2 and ending_of(".".join(label for label, _ in labels[:-1])):
        labels.pop()
    elif len(labels) > 1 and (mailbox or not ending_of(".".join(label for label, _ in labels))):
        name, stop = labels[-1]
        cut = _unglued(name, mailbox=mailbox)
        labels[-1] = (name[:cut], stop - len(name) + cut)
    return ".".join(label for label, _ in labels), labels[-1][1]


def _unglued(label: str, *, mailbox: bool) -> int:
    """Where a known ending stops in a label that a neighbour is glued to, "itwww" or "jpURL"; at its end when nowhere.

    `mailbox`: the neighbour is an e-mail address, so that any letters may stand there: "orginfo".
    """
    for length in range(min(6, len(label) - 1), 1, -1):
        head, tail = label[:length], label[length:]
        turned = head.islower() and tail[:1].isupper()
        apart = mailbox or turned or not tail[0].isalpha() or _NEIGHBOUR.fullmatch(tail)
        if apart and head.lower() in plain_set("endings"):
            return length
    return len(label)


def find_websites(text: str, known_hosts: frozenset[str] = frozenset()) -> list[Found]:
    """The web pages in a line; `known_hosts`: the mail hosts of the card, which a bare host may repeat."""
    found = [_prefixed(text, match) for match in _PREFIXED.finditer(text)]
    taken = [(item.start, item.end) for item in found]
    for match in _BARE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        bare = _bare(text, match, known_hosts)
        if bare:
            found.append(bare)
    return sorted(found, key=lambda item: item.start)


def _prefixed(text: str, match: re.Match[str]) -> Found:
    host, end = _cut_host(text, match.start("host"), match.end("host"))
    prefix = re.sub(r"\s", "", match.group("prefix")).lower()
    prefix = re.sub(r"^h\w*?p(s?)[:;.]?/+", r"http\1://", prefix)
    prefix = re.sub(r"www[.,:]*$", "www.", prefix)
    path = ""
    if end == match.end("host"):
        path, end = re.sub(r"\s", "", match.group("path")).rstrip(".,;"), match.end("path")
    value = prefix + host + path
    looks = () if ending_of(host) else (Look.UNKNOWN_ENDING,)
    return Found(value, match.start(), end, looks, ("begins like a web address",))


def _bare(text: str, match: re.Match[str], known_hosts: frozenset[str]) -> Found | None:
    host, end = _cut_host(text, match.start("host"), match.end("host"))
    label = registered(host) not in known_hosts and registered(host[1:]) in known_hosts  # "Wfirm.de"
    host = host[label:]
    ending, core = ending_of(host.casefold()), core_of(host)
    if not ending or not core:
        return None
    known = registered(host) in known_hosts
    last = ending.rpartition(".")[2]
    path = match.group("path").rstrip(".,;") if end == match.end("host") else ""
    alone = text.strip(" |·•") == host
    usual = last in plain_set("endings") or (host.islower() and (alone or len(path) > 1))
    shaped = host.islower() or last in {"com", "net", "org"} or (alone and (host.isupper() or host[1:].islower()))
    if not known and not (usual and shaped and (path or len(core) >= _SHORTEST)):
        return None
    because = ("a host name as in the e-mail address",) if known else ("a host name with a known ending",)
    end = match.start("path") + len(path) if path else end
    return Found(host + path, match.start() + label, end, (), because)


def is_profile(address: str) -> bool:
    """Whether a web address is a page of a social network rather than a site of one's own."""
    return "/" in re.sub(r"^\w+://", "", address) and core_of(host_of(address)) in plain_set("networks")
