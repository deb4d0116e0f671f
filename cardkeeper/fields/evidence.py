"""What a run of words says by itself: points for and against each role, each with its reason."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from cardkeeper.fields.context import Clues, host_likeness, local_likeness
from cardkeeper.fields.words import east_asian, fold, keyed, names, tokens, word_list

Points: TypeAlias = tuple[tuple[str, float], ...]
"""Reasons with what each is worth."""

_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_HANGUL: Final = re.compile(r"^[\uac00-\ud7af\s]+$")
_HAN: Final = re.compile(r"^[\u3400-\u9fff々\s]+$")
_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧冯馮曾程蔡彭潘袁于董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范江傅钟鍾卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龔"
)
_KOREAN_SURNAMES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Countable facts about a text, worked out once."""

    words: tuple[str, ...]
    digits: int
    letters: int
    title: int
    modifier: int
    department: int
    organisation: int
    legal: bool
    street: int
    country: bool
    place: int
    slogan: int
    first: int
    last: int
    honorific: bool
    degree: bool
    postcode: bool


@lru_cache(maxsize=16384)
def facts_of(text: str) -> Facts:
    words = tokens(text)
    return Facts(
        words,
        sum(c.isdigit() for c in text),
        sum(c.isalpha() for c in text),
        word_list("titles").count(text),
        word_list("title_modifiers").count(text),
        word_list("departments").count(text),
        word_list("organisations").count(text),
        _legal(text),
        _street_words(text, words),
        any(terms.count(text) for terms in keyed("countries").values()),
        word_list("places").count(text),
        word_list("slogans").count(text),
        sum(word in names("first") for word in words if len(word) > 1),
        sum(word in names("last") for word in words if len(word) > 1),
        bool(words) and (words[0] in _singles("honorifics")),
        len(words) > 2 and words[-1].replace(".", "") in _singles("degrees"),
        postcode_in(text),
    )


@lru_cache(maxsize=8)
def _singles(name: str) -> frozenset[str]:
    return frozenset("".join(words).replace(".", "") for words in word_list(name).phrases) | frozenset(
        words[0] for words in word_list(name).phrases if len(words) == 1
    )


@lru_cache(maxsize=1)
def _legal_ends() -> frozenset[str]:
    return frozenset("".join(words).replace(".", "") for words in word_list("legal_forms").phrases)


_AMBIGUOUS_LEGAL: Final = frozenset(
    {
        "co",
        "as",
        "sa",
        "se",
        "ag",
        "pa",
        "ad",
        "da",
        "sl",
        "sc",
        "pc",
        "pt",
        "est",
        "trust",
        "og",
        "ab",
        "hf",
        "bt",
        "dd",
        "ou",
        "ao",
        "ev",
        "eg",
        "ek",
        "kg",
        "ky",
        "cv",
        "gp",
        "cio",
        "ks",
        "aps",
        "ans",
        "spa",
        "sas",
        "sca",
        "snc",
    }
)


def _legal(text: str) -> bool:
    """Whether a text ends or begins with a legal form; two-letter ones count at the end and in capitals or with dots."""
    if word_list("legal_forms").sign_in(text):
        return True
    parts = re.findall(r"[^\s,]+", text)
    if len(parts) < 2:
        return False
    for length in (4, 3, 2, 1):
        if len(parts) > length or (length > 1 and len(parts) == length + 1):
            tail = "".join(parts[-length:])
            bare = fold(tail).replace(".", "").strip("()")
            bare = bare.replace("&", "")
            if bare in _legal_ends():
                if bare in _AMBIGUOUS_LEGAL and length == 1:
                    return parts[-1].strip("().").replace(".", "").isupper() or "." in tail or bare == "co"
                return True
    head = fold(parts[0]).replace(".", "")
    if head in {"pt", "ooo", "cv", "oao", "zao", "ип", "ооо"} and parts[0].isupper() and len(parts) > 1:
        return True
    first_two = fold("".join(parts[:2]))
    return first_two == "congty"


@lru_cache(maxsize=4096)
def postcode_in(text: str) -> bool:
    """Whether a text holds what is a postcode somewhere, in its usual place."""
    return bool(
        re.search(r"\b[A-Z]{2}\.?,?\s*\d{5}(?:-\d{4})?\b", text)
        or re.search(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", text)
        or re.search(r"\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b", text)
        or re.search(r"\b\d{4}\s?[A-Z]{2}\b", text)
        or re.search(r"(?:^|[\s,])(?:[A-Z]{1,2}-)?\d{4,6}\s+[^\W\d_]{2,}", text)
        or re.search(r"\b\d{2}-\d{3}\s+[^\W\d_]{2,}", text)
        or re.search(r"\b\d{3}\s\d{2}\s+[^\W\d_]{3,}", text)
        or re.search(r"\b\d{5}-?\d{3}\b", text)
        or re.search(r"[^\W\d_]{2,}[\s,.-]+\d{5,6}(?:-\d{4})?\b", text)
        or re.search(r"[^\W\d_]{3,}[\s,]+(?:VIC|NSW|QLD|SA|WA|TAS|NT|ACT|vic|nsw|qld)[\s,]+\d{4}\b", text)
        or re.search(r"〒\s?\d{3}|\b\d{3}-\d{4}\b.{0,3}$|^\(?\d{3}-\d{4}\b", text)
    )


def _street_words(text: str, words: tuple[str, ...]) -> int:
    found = word_list("streets").count(text)
    if any(c.isdigit() for c in text):
        found += sum(word.endswith(("str", "st")) and len(word) > 4 and word.endswith("str") for word in words)
    return found


def likelihood_of_name(text: str, clues: Clues) -> Points:
    """Points for a person's name."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a name needs evidence", -2.0)]
    if east_asian(text):
        return _east_asian_name(text, facts, points)
    core = re.split(r"[,(|]", text)[0].strip() or text
    raw = [word for word in re.findall(r"[^\s]+", core) if re.search(r"[^\W\d_]", word)]
    bare = [word for word in raw if fold(word).strip(".").replace(".", "") not in _singles("honorifics")]
    proper = [word for word in bare if len(re.sub(r"\W", "", word)) > 1]
    count = len(bare)
    points.append(("number of words", {0: -8.0, 1: -1.0, 2: 2.0, 3: 2.0, 4: 1.2, 5: -0.8, 6: -3.0}.get(count, -7.0)))
    if facts.digits or re.search(r"[/@:;!?%#*+=<>]", core):
        points.append(("digits or signs", -5.0))
    if "&" in core or re.search(r"(?i)\b(and|und|et|y|og|och|i|e)\b", core):
        points.append(("joins words with and", -2.5))
    if not proper:
        points.append(("no word", -4.0))
    points.append(("letter case", _case_points(proper)))
    points.extend(_name_words(text, core, facts, proper))
    likeness = local_likeness(core, clues.locals)
    if likeness:
        points.append(("agrees with the e-mail address", 5.0 * likeness))
    if host_likeness(core, clues.cores) > 0.85 and likeness < 0.5:
        points.append(("is the host's name", -2.0))
    return tuple(points)


def _case_points(proper: list[str]) -> float:
    small = [word for word in proper if word[:1].islower() and fold(word) not in _singles("particles")]
    if proper and len(small) == len(proper):
        return -1.2
    return -2.0 if small else 1.0


def _name_words(text: str, core: str, facts: Facts, proper: list[str]) -> list[tuple[str, float]]:
    points = []
    words = [fold(word).strip(".,") for word in proper]
    parts = [part for word in words for part in word.split("-")]
    first = bool(words) and any(part in names("first") for part in words[0].split("-"))
    last = len(words) > 1 and any(part in names("last") for part in words[-1].split("-"))
    swapped = len(words) > 1 and words[0] in names("last") and words[-1] in names("first")
    known = sum(part in names("first") or part in names("last") for part in parts)
    if first or swapped:
        points.append(("begins with a first name", 2.0))
    if last or swapped:
        points.append(("ends in a last name", 1.2))
    if parts and not known:
        points.append(("no known name in it", -1.0))
    if facts.honorific:
        points.append(("has an honorific", 2.0))
    if facts.degree:
        points.append(("has a degree", 1.5))
    if re.search(r"\b[A-Z]\.", core) and len(words) >= 2:
        points.append(("has an initial", 0.7))
    if facts.title:
        points.append(("title words", -3.5 * min(2, facts.title)))
    elif facts.modifier:
        points.append(("words of titles", -1.0 * min(2, facts.modifier)))
    if facts.organisation:
        points.append(("words of organisations", -2.5 if facts.organisation < len(words) else -3.5))
    for reason, present, worth in (
        ("legal form", facts.legal, -6.0),
        ("street words", bool(facts.street) and "," in text, -2.0),
        ("country", facts.country, -3.0),
        ("place", facts.place >= max(1, len(words)), -2.5),
        ("department", bool(facts.department), -2.0),
        ("words of slogans", facts.slogan > 0, -1.5 * facts.slogan),
    ):
        if present:
            points.append((reason, worth))
    return points


def _east_asian_name(text: str, facts: Facts, points: list[tuple[str, float]]) -> Points:
    bare = re.sub(r"\s", "", text)
    points.append(("length", 1.5 if 2 <= len(bare) <= 5 else -4.0 if len(bare) > 6 or len(bare) < 2 else -1.0))
    if _HANGUL.match(text):
        points.append(("Korean surname", 2.5 if bare[0] in _KOREAN_SURNAMES and len(bare) in (2, 3, 4) else -1.0))
    elif _HAN.match(text):
        points.append(("only Han characters", 1.0))
        if bare[0] in _SURNAMES or bare[:2] in names("last") or bare[:1] in names("last"):
            points.append(("begins with a surname", 2.0))
        if len(re.sub(r"\S", "", text)) >= 1 and len(bare) <= 5:
            points.append(("spaced like a name", 1.0))
    elif _KANA.search(bare) and _HAN.match(bare[:1]) and len(bare) <= 6:
        points.append(("Han and kana", 0.5))
    elif re.search(r"[A-Za-z]", bare):
        points.append(("mixed scripts", -2.0))
    for reason, present in (
        ("title words", facts.title),
        ("organisation words", facts.organisation),
        ("legal form", facts.legal),
        ("department", facts.department),
        ("place", facts.place or facts.street),
    ):
        if present:
            worth = -1.5 if reason == "place" or len(bare) <= 3 else -4.0
            points.append((reason, worth))
    if facts.digits:
        points.append(("digits", -5.0))
    return tuple(points)


def likelihood_of_title(text: str, clues: Clues) -> Points:
    """Points for a job title."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a title needs evidence", -2.0)]
    words = max(1, len(facts.words))
    if facts.title:
        points.append(("title words", 4.5 + min(1.5, 0.75 * (facts.title - 1))))
        share = (facts.title + facts.modifier) / words
        points.append(("share of title words", 1.5 * min(1.0, share) - 0.5))
    elif facts.modifier:
        points.append(("words beside titles", 1.0 + 0.5 * min(2, facts.modifier) * min(1.0, facts.modifier / words)))
    if words > 9:
        points.append(("long", -0.5 * (words - 9)))
    for reason, present, worth in (
        ("legal form", facts.legal, -5.0),
        ("organisation words", facts.organisation > facts.title + facts.modifier, -1.2),
        ("department words", facts.department > facts.title, -1.0),
        ("street words", facts.street > 0 and facts.digits > 0, -2.0),
        ("postcode", facts.postcode, -4.0),
        ("country", facts.country, -1.0),
        ("digits", facts.digits > 0, -1.5),
        ("words of slogans", facts.slogan > 1, -0.8 * facts.slogan),
        ("sentence", bool(re.search(r"[!?]|\.\s|\.$", text)) and facts.slogan > 0, -2.0),
        ("is the host's name", host_likeness(text, clues.cores) > 0.85, -2.5),
        ("agrees with the e-mail address", local_likeness(text, clues.locals) > 0.7, -3.0),
    ):
        if present:
            points.append((reason, worth))
    return tuple(points)


def likelihood_of_department(text: str, clues: Clues) -> Points:
    """Points for a department or unit."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a department needs evidence", -2.5)]
    words = max(1, len(facts.words))
    if facts.department:
        points.append(("department words", 4.0 + 1.5 * min(1.0, facts.department / words)))
    for reason, present, worth in (
        ("title words", facts.title > 0, -3.0),
        ("legal form", facts.legal, -5.0),
        ("digits", facts.digits > 0, -2.0),
        ("street words", facts.street > 0 and facts.digits > 0, -2.0),
        ("is the host's name", host_likeness(text, clues.cores) > 0.8, -2.5),
        ("words of slogans", facts.slogan > 1, -1.0),
        ("organisation words", facts.organisation > facts.department, -0.7),
        ("country", facts.country, -2.0),
    ):
        if present:
            points.append((reason, worth))
    return tuple(points)


def likelihood_of_company(text: str, clues: Clues) -> Points:
    """Points for a company or other organisation."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a company needs evidence", -2.0)]
    words = max(1, len(facts.words))
    if facts.legal:
        points.append(("legal form", 5.0))
    if facts.organisation:
        points.append(("words of organisations", 2.5 + 0.7 * min(3, facts.organisation - 1)))
    likeness = host_likeness(text, clues.cores)
    if likeness:
        points.append(("explains the host's name", 5.0 * likeness))
    if facts.letters < 2:
        points.append(("no word", -5.0))
    for reason, present, worth in (
        ("title words", facts.title > 0 and not facts.legal, -2.2 * min(2, facts.title)),
        ("department words", facts.department > 0 and not facts.legal, -1.0),
        ("words of slogans", facts.slogan > 0 and not facts.legal, -1.0 * facts.slogan),
        ("long", words > 7, -0.5 * (words - 7)),
        ("digits", facts.digits > 0, -1.2 if facts.digits < 4 else -3.0),
        ("postcode", facts.postcode, -3.0),
        ("street words", facts.street > 0 and facts.digits > 0, -3.0),
        ("place", facts.place + facts.country >= words, -3.0),
        ("agrees with the e-mail address", local_likeness(text, clues.locals) > 0.7 and not facts.legal, -3.0),
        ("sentence", bool(re.search(r"[!?]$|\w\.\s\w|\w{3}\.$", text)) and not facts.legal, -1.5),
        ("sign of a handle", text.lstrip().startswith(("@", "#", "/")), -5.0),
        ("list of trades", len(re.findall(r"[•·|]|\s[-–]\s", text)) >= 2, -2.5),
    ):
        if present:
            points.append((reason, worth))
    return tuple(points)


def likelihood_of_address(text: str, hint: str) -> Points:
    """Points for a line of an address."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be an address needs evidence", -1.5)]
    if hint == "address":
        points.append(("labelled", 4.0))
    number = bool(re.search(r"(?:^|[\s,])(?:no\.?\s*)?\d{1,5}(?:\s?[-–/]\s?\d{1,5})?[A-Za-z]?(?:$|[\s,.])", text))
    for reason, present, worth in (
        ("street words and a number", facts.street > 0 and facts.digits > 0, 3.5),
        ("street words", facts.street > 0 and facts.digits == 0, 1.2),
        ("postcode", facts.postcode, 3.0),
        ("country", facts.country, 2.2),
        ("place", facts.place > 0, 1.6),
        ("number and comma", number and "," in text, 1.5),
        ("number and words", number and "," not in text and facts.letters > 3, 0.8),
        ("words with commas", "," in text and not facts.digits, 0.4),
        (
            "P.O. box",
            bool(re.search(r"(?i)\bp\.?\s?o\.?\s?box|postfach|apartado|casella postale|postbus|\bBP\s?\d", text)),
            3.0,
        ),
        ("Japanese postcode", "〒" in text, 5.0),
        ("state or province", bool(re.search(r",\s*[A-Z]{2}\b", text)), 1.0),
        ("title words", facts.title > 0 and not facts.digits, -2.5),
        ("legal form", facts.legal and not facts.street, -3.0),
        ("organisation words", facts.organisation > 0 and not facts.street and not facts.digits, -1.5),
        ("words of slogans", facts.slogan > 1, -1.0 * facts.slogan),
    ):
        if present:
            points.append((reason, worth))
    if facts.letters == 0 and not facts.postcode:
        points.append(("no word", -2.0))
    return tuple(points)


def relative_height(height: float, usual: float) -> float:
    """How much taller than usual, in doublings, between -1 and 2."""
    return max(-1.0, min(2.0, math.log2(max(height, 1.0) / max(usual, 1.0))))
