"""Phone and fax numbers in a line of print: their kind by the labels beside them, and E.164 where it can be known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Final, TypeAlias

import phonenumbers
from phonenumbers import PhoneNumberType

from cardkeeper.fields import labels
from cardkeeper.fields.facts import BOX_WORDS
from cardkeeper.model.drafts import Look
from cardkeeper.model.people import PhoneKind

_EXTENSION: Final = (
    r"(?:\s*[,;/(·|–-]?\s*(?:ext(?:ensi[oó]n|n)?|[x×]|dw|durchwahl|app|nst|int(?:erno)?|poste|wew|[wr](?=\.)|anexo|ramal|anx|"
    r"toestel|tst|ankn|lo[ck](?:al)?|linka|mellék|dahili|доб|內線|内線|转|分機|#)\.?\s?[:#]?\s?\d{1,6}\)?)?"
)
_ENDING: Final = re.compile(rf"{_EXTENSION}$", re.IGNORECASE)
_RUN: Final = re.compile(
    rf"(?:(?=[(+\[])|(?<![0-9A-Za-z_\u00c0-\u024f@])|(?<=\b[A-Za-z]))[(+\[]*\+?\s?[(\[]*\+?\d[\d\s().\[\]\-‐-―–—/·•*]*\d{_EXTENSION}(?![\d@])",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]{2,}(?=\d\d|[(+])")
"""A word that a number is glued to."""
_VANITY: Final = re.compile(
    r"(?<!\w)(?:1[-.\s]?|0)?\(?8(?:00|88|77|66|55|44|33)\)?[-.\s](?=[\d-]*[A-Z-]*[A-Z]{3})[A-Z\d-]{7,}(?!\w)"
)
"""A number free of charge that is spelt as a word: "1-800-FLOWERS", "1-800-GO-FEDEX"."""
_MISREAD: Final = re.compile(r"(?<![^\W\d_]{2})(?<![@.])[\dOoIlSB]+(?![^\W\d_]|@)")
_ZERO_FIRST: Final = re.compile(r"[Oo]\d{7,}")
"""A long number that begins with a zero; other letters before one are a part of it, as in registers."""
_DIGIT_OF: Final = str.maketrans("OoIl|SB", "0011158")
_POSTCODE: Final = re.compile(r"^(?:\d{3}-\d{4}|\d{5}-\d{3,4}|\d{2}-\d{3}|\d{5}|\d{6}|\d{4}|\d{3}\s\d{2,3})$")
_DATE: Final = re.compile(r"^(?:(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)?\d{2,4}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$")
_BOX: Final = re.compile(rf"(?i)\b{BOX_WORDS}\s*$")
_STATE: Final = re.compile(r"[^\W\d_][\s,]+[A-Z]{2}\.?,?\s*$")
_BEHIND_ADDRESS: Final = re.compile(
    r"\s?(?:\d{5}(?:-\d{4})?[\s,]+(?=\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}$)|\d{1,5}\s[-–]\s(?=\(\d{2,3}\)\s?\d))"
)
"""A postcode of the United States before a whole number of theirs, or a house before one whose area is in brackets."""
_ANNOUNCED: Final = re.compile(r"[^\W\d_]{3,}\s?:\s*$")
"""A word and a colon, which announce a number whatever else stands on its line."""
_SIGNS: Final = (r"\s+[/–—•·*-]+\s+", r"\s*[/•·*]\s*", r"\s{2,}")
_SPACES: Final = (r"\s+(?=[0(+])", r"\s+")
"""What may stand between two numbers, surest first: signs, or a mere space where both are whole numbers."""
_AND: Final = re.compile(r"\s*(?:[,/;&]|,?\s(?:and|or|und|oder|et|ou|y|e|en|of|og|och|eller|i|lub))\s*")
"""What joins a number to the one before, whose label holds for both."""
_MOST_CUTS: Final = 5
_BEGIN: Final = ("+", "(", "0")
_Part: TypeAlias = tuple[tuple[int, int], str]
"""A part of a run of digits: where it stands in the run, and its text."""
_LONG: Final = 9
"""Digits from which a number that is only announced is one to call."""
_CODE: Final = re.compile(r"(?<![^\W_])[A-ZÀ-Ž\d][A-ZÀ-Ž\d./-]*[\s:.#-]*$")
"""Capitals and digits at the end of what stands before a number."""
_LETTER: Final = re.compile(r"(?<![^\W_])[^\W\d_]\W*$")
_REGISTER: Final = re.compile(r"(?<![^\W_])[A-ZÀ-Ž]{3,6}(?:[-/ ][A-Z]{2})?[\s:.]*(?:[Nn][°ºor]\.?)?\s*$")
_GROUPS: Final = 3
"""Groups of digits of a number to call; numbers in registers have fewer."""
_SHORT: Final = 7
_WHOLE: Final = 9
_USUAL: Final = 11
"""Digits of a number: the fewest, those from which one needs no sign between it and the next, and what most have."""
_REMARK: Final = re.compile(r"\d(?P<rest>\s*\(\d{1,2})(?!\d|\))")
"""The beginning of a remark: "… 0261 (10 lines)"."""
_ICON: Final = re.compile(r"\d(?P<rest>[\s/]+\d)(?=[\s.]*\(?\+)")
"""The icon of the next number, read as a digit: "1244 1062 0.+39"."""


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number and where it stands in the text of its line; `label_spans` cover the labels that go with it."""

    text: str
    start: int
    end: int
    labels: tuple[str, ...] = ()
    label_spans: tuple[tuple[int, int], ...] = ()
    mended: bool = False


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
    for match in _RUN.finditer(_WORD.sub(_struck_out, mended)):
        if not any(s < match.end() and match.start() < e for s, e in spans):
            spans.extend(_separate(mended, match.start(), match.end()))
    spans.sort()
    behind = _labels_behind(text, spans)
    found: list[FoundPhone] = []
    for at, (start, end) in enumerate(spans):
        before = found[-1].end if found else 0
        more = bool(found) and _AND.fullmatch(mended[before:start]) is not None
        phone = _judge(mended, text, (before, start, end), trusting=trusting or more)
        if phone and behind:
            label = behind[at]
            phone = replace(phone, labels=label.phone, label_spans=((label.start, label.end),) if label.phone else ())
        elif phone and more and not phone.labels:
            phone = replace(phone, labels=found[-1].labels)
        if phone:
            found.append(phone)
    return found


def _struck_out(word: re.Match[str]) -> str:
    """A word glued to a number, struck out where it is a label: "Handy0151/55501170"."""
    label = labels.whole(word.group())
    return "|" * len(word.group()) if label and label.phone else word.group()


def _labels_behind(text: str, spans: Sequence[tuple[int, int]]) -> list[labels.Label]:
    """The labels of a line's numbers where each has one behind it: "917-555-0143 (cell)"; else none.

    Where the first number has one before it, so have the others.
    """
    if not spans or labels.trailing(text[: spans[0][0]]):
        return []
    edges = [*(start for start, _ in spans[1:]), len(text)]
    found = [_label_behind(text, end, after) for (_, end), after in zip(spans, edges, strict=True)]
    return [label for label in found if label] if all(found) else []


def _label_behind(text: str, start: int, end: int) -> labels.Label | None:
    behind = text[start:end]
    one = re.match(r"\s*[(\[/-]?\s*[A-Za-z]\s*[)\]]?\W*$", behind)
    label = labels.leading(behind, single=one is not None)
    if not label or behind[: label.start].strip(" .:;,|/-–—()[]") or re.match(r"[\s.:]*\w", behind[label.end :]):
        return None
    return replace(label, start=start + label.start, end=start + label.end)


def _separate(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a run of digits that holds several numbers where most parts begin like one, each long enough for a number."""
    if address := _BEHIND_ADDRESS.match(text[start:end]):
        start += address.end()
    run = text[start:end]
    best: list[_Part] = []
    if digits_of(run) >= 2 * _SHORT:
        ways = (parts for separator in _SIGNS + _SPACES for parts in _ways_to_cut(run, separator))
        best = max(ways, key=_worth, default=[])
    return [_trim(text, start + a, start + b) for (a, b), _ in best] or [_trim(text, start, end)]


def _ways_to_cut(run: str, separator: str) -> Iterator[list[_Part]]:
    """The ways to cut a run at some of the places where a separator stands, each part long enough for a number."""
    cuts = list(re.finditer(separator, run))[:_MOST_CUTS]
    for count in range(len(cuts), 0, -1):
        for chosen in combinations(cuts, count):
            edges = [0, *(cut.end() for cut in chosen)]
            stops = [*(cut.start() for cut in chosen), len(run)]
            parts = [((start, stop), run[start:stop]) for start, stop in zip(edges, stops, strict=True)]
            shapes = {re.sub(r"\d", "0", part) for _, part in parts}
            least = _SHORT if separator in _SIGNS else _WHOLE
            if all(digits_of(part) >= least for part in shapes) and (len(shapes) == 1 or separator != _SPACES[-1]):
                yield parts


def _worth(parts: list[_Part]) -> tuple[float, int]:
    """How many of the parts begin as numbers do; then how long the shortest is, up to a usual length."""
    begun = sum(part[:1] in _BEGIN for _, part in parts) / len(parts)
    return begun, min(_USUAL, *(digits_of(part) for _, part in parts))


def digits_of(number: str) -> int:
    """How many digits a number has, without those of its extension; letters that stand for some are counted."""
    return sum(sign.isalnum() for sign in _ENDING.sub("", number))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    for stray in (_REMARK, _ICON):
        if (match := stray.search(text, start)) and match.end("rest") == end:
            end = match.start("rest")
    while end > start and text[end - 1] in " .-–—/·•*([":
        end -= 1
    while start < end and text[start] in " .-–—/·•*)]":
        start += 1
    opened = text[start:end].startswith("(") and text[start:end].count("(") > text[start:end].count(")")
    return start + opened, end


def _judge(mended: str, text: str, place: tuple[int, int, int], *, trusting: bool) -> FoundPhone | None:
    before, start, end = place
    value, lead = mended[start:end].strip(), text[before:start]
    label = labels.trailing(lead)
    kinds = label.phone if label else ()
    if _in_address(lead, value) or _in_register(lead) or (not label and not trusting and _behind_code(lead, value)):
        return None
    count = digits_of(value)
    line = "" if count >= _LONG and _ANNOUNCED.search(lead) else text
    if not _plausible(value, count, line, labelled=bool(kinds) or trusting):
        return None
    spans = ((before + label.start, before + label.end),) if label and kinds else ()
    return FoundPhone(value.replace("×", "x"), start, end, kinds, spans, mended[start:end] != text[start:end])


def _in_address(lead: str, value: str) -> bool:
    """Whether digits are the number of a post-office box, or a postcode behind its state: "Tulsa, WA 99362-1876"."""
    return _BOX.search(lead) is not None or (
        _STATE.search(lead) is not None and re.fullmatch(r"\d{5}(?:-\d{4})?", value) is not None
    )


def _in_register(lead: str) -> bool:
    """Whether the label before a number is of a register, codes or not between: "VAT GB 123…", "CIF: B-123…"."""
    while not (label := labels.trailing(lead)) or _LETTER.search(lead):
        code = _CODE.search(lead)
        if not code:
            return False
        lead = lead[: code.start()]
    return "skip" in label.kinds and not label.phone


def _behind_code(lead: str, value: str) -> bool:
    """Whether a number follows the name of a register in capitals: "CRP 06/155023"."""
    whole = value.startswith("+") or len(re.findall(r"\d+", value)) >= _GROUPS
    return not whole and _REGISTER.search(lead) is not None


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


@dataclass(frozen=True, slots=True)
class Numbered:
    """What the numbering plans of the world say about a number."""

    e164: str
    valid: bool
    possible: bool
    mobile: bool
    region: str


@lru_cache(maxsize=2048)
def look_up(text: str, regions: tuple[str, ...]) -> Numbered:
    """Parse a printed number; without "+" only in the regions that the card or the user names, most likely first."""
    text = re.sub(r"\(\s*0\s*\)", "", text)
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
    """The kind by its labels, without a telling one by the numbering plan where that tells mobile numbers apart."""
    unlabelled = PhoneKind.MOBILE if numbered.mobile else PhoneKind.OTHER
    return next((kind for kind in (PhoneKind.MOBILE, PhoneKind.WORK, PhoneKind.FAX) if kind in found), unlabelled)


def looks_for(phone: FoundPhone, numbered: Numbered, *, placed: bool) -> tuple[Look, ...]:
    """Why a person should look at a number, by its form alone; `placed`: the card says which country it is of."""
    looks = []
    if phone.mended:
        looks.append(Look.MENDED)
    digits = digits_of(phone.text)
    told = "+" in phone.text or (placed and digits > 8)
    if digits < 7 or digits > 15 or (told and not numbered.possible):
        looks.append(Look.NOT_A_NUMBER)
    return tuple(looks)
