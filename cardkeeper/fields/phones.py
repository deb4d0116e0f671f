"""Phone and fax numbers in a line of print: their kind by the labels beside them, and E.164 where it can be known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Final

import phonenumbers
from phonenumbers import PhoneNumberType

from cardkeeper.fields import labels
from cardkeeper.fields.facts import BOX_WORDS
from cardkeeper.fields.words import keyed, word_list
from cardkeeper.model.drafts import Look
from cardkeeper.model.people import PhoneKind

_EXTENSION: Final = (
    r"(?:\s*[,;/(·|-]?\s*(?:ext(?:ensi[oó]n|n)?|[x×]|dw|durchwahl|app|nst|int(?:erno)?|poste|wew|w(?=\.)|anexo|ramal|anx|"
    r"toestel|tst|ankn|lok(?:al)?|linka|mellék|dahili|доб|內線|内線|转|分機|#)\.?\s?:?\s?\d{1,6}\)?)?"
)
_ENDING: Final = re.compile(rf"{_EXTENSION}$", re.IGNORECASE)
_RUN: Final = re.compile(
    rf"(?:(?<![0-9A-Za-z_\u00c0-\u024f@])|(?<=\b[A-Za-z]))[(+\[]*\+?\s?[(\[]*\+?\d[\d\s().\[\]\-‐-―–—/·•*]*\d{_EXTENSION}(?![\d@])",
    re.IGNORECASE,
)
_VANITY: Final = re.compile(r"(?<!\w)(?:1[-.\s]?)?\(?8(?:00|88|77|66|55|44|33)\)?[-.\s][A-Z\d]*[A-Z]{3}[A-Z\d-]*(?!\w)")
_MISREAD: Final = re.compile(r"(?<![^\W\d_]{2})(?<![@.])[\dOoIlSB]+(?![^\W\d_]|@)")
_ZERO_FIRST: Final = re.compile(r"[Oo]\d{7,}")
"""A long number that begins with a zero; other letters before one are a part of it, as in registers."""
_DIGIT_OF: Final = str.maketrans("OoIl|SB", "0011158")
_POSTCODE: Final = re.compile(r"^(?:\d{3}-\d{4}|\d{5}-\d{3,4}|\d{2}-\d{3}|\d{5}|\d{6}|\d{4}|\d{3}\s\d{2,3})$")
_DATE: Final = re.compile(r"^(?:(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)?\d{2,4}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$")
_BOX: Final = re.compile(rf"(?i)\b{BOX_WORDS}\s*$")
_STATE: Final = re.compile(r"[^\W\d_][\s,]+[A-Z]{2}\.?,?\s*$")
_BEHIND_POSTCODE: Final = re.compile(r"\d{5}(?:-\d{4})?[\s,]+(?=\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}$)")
"""A postcode of the United States before a whole number of theirs."""
_ANNOUNCED: Final = re.compile(r"[^\W\d_]{3,}\s?:\s*$")
"""A word and a colon, which announce a number whatever else stands on its line."""
_SEPARATORS: Final = (
    r"\s+[/–—•·*-]+\s+",
    r"\s*[/•·*]\s*",
    r"\s{2,}",
    r"\s+(?=0\d|\(0\d)",
    r"(?<=\d{8})\s+(?=\d{8})",
    r"\s+(?=1-\d{3}|\(?\d{3}\)?[-.]\d{3}[-.]\d{4})",
)
"""What may stand between two numbers, surest first."""
_BRANCH: Final = re.compile(r"(\(?\+[\d\s().-]*\d)\s?[-–]\s?\d{2,5}")
_MOST_CUTS: Final = 5
_LONG: Final = 9
"""Digits from which a number that is only announced is one to call."""
_GROUPS: Final = 3
"""Groups of digits of a number to call; numbers in registers have fewer."""
_SHORT: Final = 7
_USUAL: Final = 11
"""Digits of a number: the fewest, and what most have."""


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number and where it stands in the text of its line; `label_span` covers the labels that go with it."""

    text: str
    start: int
    end: int
    labels: tuple[str, ...] = ()
    label_spans: tuple[tuple[int, int], ...] = ()
    mended: bool = False

    @property
    def digits(self) -> str:
        return re.sub(r"\D", "", re.split(r"(?i)(?:ext|[x×]|dw|#)", self.text)[0])


def mend_digits(text: str) -> str:
    """Letters that a reader took for digits, in words of digits only and beside others: "(2l7) 555-O143"."""

    def repair(match: re.Match[str]) -> str:
        run = match.group()
        letters = sum(c.isalpha() for c in run)
        others = sum(c.isdigit() for c in text) - sum(c.isdigit() for c in run)
        among_digits = letters < len(run) and letters <= 2 and others >= 5
        zero_first = _ZERO_FIRST.fullmatch(run) is not None
        return run.translate(_DIGIT_OF) if letters and (among_digits or zero_first) else run

    return _MISREAD.sub(repair, text)


def find_phones(text: str, *, trusting: bool = False) -> list[FoundPhone]:
    """The numbers in a line that look like phone numbers; `trusting`: a label elsewhere says that one stands here."""
    mended = mend_digits(text)
    spans = [(m.start(), m.end()) for m in _VANITY.finditer(mended)]
    for match in _RUN.finditer(mended):
        if not any(s < match.end() and match.start() < e for s, e in spans):
            spans.extend(_separate(mended, match.start(), match.end()))
    spans.sort()
    found: list[FoundPhone] = []
    for index, (start, end) in enumerate(spans):
        before = spans[index - 1][1] if index else 0
        after = spans[index + 1][0] if index + 1 < len(spans) else len(text)
        more = bool(found) and re.fullmatch(r"\s*[,/]\s*", mended[before:start]) is not None
        phone = _judge(mended, text, (before, start, end, after), trusting=trusting or more)
        if phone and more and not phone.labels:
            phone = replace(phone, labels=found[-1].labels)
        if phone:
            found.append(phone)
    return _labels_behind(text, found)


def _separate(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a run of digits that holds several numbers where most parts begin like one, each long enough for a number."""
    end = _without_icon(text, start, end)
    if postcode := _BEHIND_POSTCODE.match(text[start:end]):
        start += postcode.end()
    run = text[start:end]
    if _count(run) < 14 or _with_branch(run):
        return [_trim(text, start, end)]
    best = max((parts for separator in _SEPARATORS for parts in _ways_to_cut(run, separator)), key=_worth, default=[])
    if best:
        return [_trim(text, start + a, start + b) for (a, b), _ in best]
    return [_trim(text, start, end)]


def _with_branch(run: str) -> bool:
    """Whether a run is one whole international number, and behind a dash the number of a telephone in the house."""
    match = _BRANCH.fullmatch(run.strip())
    return match is not None and look_up(match[1], ()).valid


def _ways_to_cut(run: str, separator: str) -> Iterator[list[tuple[tuple[int, int], str]]]:
    """The ways to cut a run at some of the places where a separator stands, each part long enough for a number."""
    cuts = list(re.finditer(separator, run))[:_MOST_CUTS]
    for count in range(len(cuts), 0, -1):
        for chosen in combinations(cuts, count):
            edges = [0, *(cut.end() for cut in chosen)]
            stops = [*(cut.start() for cut in chosen), len(run)]
            parts = [((start, stop), run[start:stop]) for start, stop in zip(edges, stops, strict=True)]
            if all(_count(part) >= _SHORT for _, part in parts):
                yield parts


def _worth(parts: list[tuple[tuple[int, int], str]]) -> tuple[float, int]:
    """How many of the parts begin as numbers do; then how long the shortest is, up to a usual length."""
    begun = sum(part[:1] in {"+", "(", "0"} for _, part in parts) / len(parts)
    return begun, min(_USUAL, *(_count(part) for _, part in parts))


def _count(run: str) -> int:
    """Digits of a number, without those of its extension."""
    return sum(sign.isdigit() for sign in _ENDING.sub("", run))


def _without_icon(text: str, start: int, end: int) -> int:
    """Where a number ends before the icon of the next one, read as a digit apart: "1244 1062 0.+39"."""
    icon = re.search(r"[\s/]+\d$", text[start:end])
    if icon and re.match(r"[\s.]*[(]?\+", text[end:]) and len(re.sub(r"\D", "", text[start:end])) > 7:
        return start + icon.start()
    return end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " .-–—/·•*([":
        end -= 1
    while start < end and text[start] in " .-–—/·•*)]":
        start += 1
    remark = re.search(r"(?<=\d)\s*\((?=\d{1,2}$)", text[start:end])
    if remark and text[end : end + 1] != ")":
        end = start + remark.start()  # "… 0261 (10 lines)"
    opened = text[start:end].count("(") - text[start:end].count(")")
    if opened > 0 and text[start] == "(" and text[end : end + 1] == ")":
        end += 1
    elif opened > 0 and text[start] == "(":
        start += 1
    return start, end


def _judge(mended: str, text: str, around: tuple[int, int, int, int], *, trusting: bool) -> FoundPhone | None:
    before, start, end, _after = around
    value = mended[start:end].strip()
    main = re.split(r"(?i)ext|x|dw|#", value)[0]
    count = sum(c.isdigit() for c in main) + sum(c.isalpha() for c in value if _VANITY.match(value))
    lead = text[before:start]
    label = labels.trailing(lead) if lead.strip() else None
    if label and lead[label.end :].strip(" .:;,|/-–—()[]#°º=>\"'"):
        label = None
    kinds = tuple(kind for kind in label.kinds if kind in labels.PHONE_KINDS) if label else ()
    if (label and "skip" in label.kinds and not kinds) or _in_address(lead, value):
        return None
    if not label and not trusting and _registered(lead, value):
        return None
    line = "" if count >= _LONG and _ANNOUNCED.search(lead) else text
    if not _plausible(value, count, line, labelled=bool(kinds) or trusting):
        return None
    spans = ((before + label.start, before + label.end),) if label and kinds else ()
    value = value.replace("×", "x")
    return FoundPhone(value, start, end, kinds, spans, mended[start:end] != text[start:end])


def _in_address(lead: str, value: str) -> bool:
    """Whether digits are the number of a post-office box, or a postcode behind its state: "Tulsa, WA 99362-1876"."""
    return _BOX.search(lead) is not None or (
        _STATE.search(lead) is not None and re.fullmatch(r"\d{5}(?:-\d{4})?", value) is not None
    )


def _registered(lead: str, value: str) -> bool:
    """Whether a number follows the name of a register in capitals: "CRP 06/155023", "Reg. No. MMC 2009/05/1823"."""
    register = re.search(r"(?<![^\W_])[A-ZÀ-Ž]{3,6}(?:[-/ ][A-Z]{2})?[\s:.]*(?:[Nn][°ºor]\.?)?\s*$", lead)
    before = labels.trailing(lead[: register.start()]) if register else None
    if before and before.kinds == ("skip",):
        return True
    if value.startswith("+") or len(re.findall(r"\d+", value)) >= _GROUPS:
        return False
    return register is not None and not keyed("countries").found_in(lead) and not word_list("places").count(lead)


def _plausible(value: str, count: int, line: str, *, labelled: bool) -> bool:
    bare = value.strip()
    if not set(re.sub(r"\D", "", bare)) - {"0", "1"}:
        return False
    if bare.startswith(("+", "(+")) or labelled:
        return (6 if labelled else 7) <= count <= 17
    return 7 <= count <= 15 and not _POSTCODE.match(bare) and not _DATE.match(bare) and _shaped(bare, count, line)


def _shaped(bare: str, count: int, line: str) -> bool:
    """Whether a number without label or "+" is grouped and long enough for what else stands on its line."""
    letters = sum(c.isalpha() for c in line)
    grouped = len(re.findall(r"\d+", bare)) >= 2
    if letters <= 3:
        return grouped or count >= 9
    if _NATIONAL.match(bare):
        return (grouped and count >= 9) or count >= 10
    return grouped and count >= 9 and letters < 14


_NATIONAL: Final = re.compile(r"^\(?0\d|^\(\d{2,4}\)|^1?[-.\s]?\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}")


def _labels_behind(text: str, found: list[FoundPhone]) -> list[FoundPhone]:
    """Numbers of a line without labels before them take those from behind: "917-555-0143 (cell)"."""
    if any(phone.labels for phone in found):
        return found
    edges = [*(phone.start for phone in found[1:]), len(text)]
    return [_labelled_behind(text, phone, after) for phone, after in zip(found, edges, strict=True)] if found else found


def _labelled_behind(text: str, phone: FoundPhone, after: int) -> FoundPhone:
    behind = text[phone.end : after]
    one = re.match(r"\s*[(\[/-]?\s*([A-Za-z])\s*[)\]]?\s*$", behind)
    label = labels.leading(one.group()) if one else labels.leading(behind, single=False)
    if not label or any(c.isdigit() for c in behind[label.end :]) or behind[: label.start].strip(" .:;,|/-–—()[]"):
        return phone
    kinds = tuple(kind for kind in label.kinds if kind in labels.PHONE_KINDS)
    spans = ((phone.end + label.start, phone.end + label.end),) if kinds else ()
    return replace(phone, labels=kinds, label_spans=spans)


@dataclass(frozen=True, slots=True)
class Numbered:
    """What the numbering plans of the world say about a number."""

    e164: str
    valid: bool
    possible: bool
    mobile: bool
    region: str


def _international(text: str) -> str:
    return re.sub(r"\(\s*0\s*\)", "", text)


@lru_cache(maxsize=2048)
def look_up(text: str, regions: tuple[str, ...]) -> Numbered:
    """Parse a printed number; without "+" only in the regions that the card or the user names, most likely first."""
    text = _international(text)
    tries = [""] if "+" in text else [region for region in regions if region]
    if text.startswith("00"):
        text, tries = "+" + text[2:], [""]
    best = Numbered("", valid=False, possible=False, mobile=False, region="")
    for region in tries:
        try:
            number = phonenumbers.parse(text, region or None)
        except phonenumbers.NumberParseException:
            continue
        valid = phonenumbers.is_valid_number(number)
        possible = valid or phonenumbers.is_possible_number(number)
        if valid or (possible and not best.possible):
            kind = phonenumbers.number_type(number)
            known = valid or (possible and not region)
            e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if known else ""
            best = Numbered(e164, valid, possible, kind == PhoneNumberType.MOBILE, region)
        if valid:
            break
    return best


def kind_of(found: Sequence[str], numbered: Numbered) -> PhoneKind:
    """The kind by its labels, without any by the numbering plan where that tells mobile numbers apart."""
    kinds = set(found)
    for kind in (PhoneKind.MOBILE, PhoneKind.WORK, PhoneKind.FAX, PhoneKind.OTHER):
        if kind.value in kinds:
            return kind
    return PhoneKind.MOBILE if numbered.mobile else PhoneKind.OTHER


def looks_for(phone: FoundPhone, numbered: Numbered, *, placed: bool) -> tuple[Look, ...]:
    """Why a person should look at a number, by its form alone; `placed`: the card says which country it is of."""
    looks = []
    if phone.mended:
        looks.append(Look.MENDED)
    digits = len(phone.digits)
    told = "+" in phone.text or (placed and digits > 8)
    if digits < 7 or digits > 15 or (told and not numbered.possible):
        looks.append(Look.NOT_A_NUMBER)
    return tuple(looks)
