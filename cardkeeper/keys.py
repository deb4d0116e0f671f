"""The forms in which two writings of one thing are equal: names, companies, e-mails, phones, websites, texts."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Any, Final

from cleanco.clean import custom_basename, normalized, prepare_default_terms, strip_punct

from cardkeeper.model.people import Phone
from cardkeeper.remembered import remembered

_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_HONORIFICS: Final = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "ing",
        "dipl",
        "mag",
        "herr",
        "frau",
        "hon",
        "rev",
        "phd",
        "mba",
        "msc",
        "bsc",
        "ma",
        "ba",
        "md",
        "cpa",
        "esq",
        "jr",
        "sr",
    }
)
_LEGAL_FORMS: Final[defaultdict[str, list[tuple[int, tuple[int, list[str]]]]]] = defaultdict(list)
for _place, _form in enumerate(prepare_default_terms()):
    _LEGAL_FORMS[_form[1][-1]].append((_place, _form))
_LEGAL_PREFIXES: Final = re.compile(r"^(?:株式会社|有限会社|(?:ooo|ооо|pt)\b)\s*")


@remembered(20_000)
def fold(text: str) -> str:
    """Without case, accents, and doubled spaces: “Élisabeth  MARÉCHAL” and “elisabeth marechal” are the same."""
    if text.isascii():
        return " ".join(text.lower().split())
    split = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in split if not unicodedata.combining(letter))
    return " ".join(plain.translate(_LETTERS).split())


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded, without punctuation."""
    return tuple(re.findall(r"\w+", fold(text)))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name in alphabetical order, without titles and degrees; the order is often turned."""
    found = words(name)
    return tuple(sorted(word for word in found if word not in _HONORIFICS) or sorted(found))


def name_key(name: str) -> str:
    return " ".join(name_words(name))


@remembered(20_000)
def company_key(company: str) -> str:
    """A company's name without its legal form: “Röhricht & Drub AG” and “Rohricht & Drub” are the same."""
    folded = fold(_without_legal_form(company))
    return " ".join(words(_LEGAL_PREFIXES.sub("", folded))) or folded or fold(company)


def _without_legal_form(company: str) -> str:
    """As cleanco's `basename` says, which tries hundreds of forms: here only those of which a word is in the name."""
    said = set(map(strip_punct, normalized(company).split()))
    likely = sorted(chain.from_iterable(_LEGAL_FORMS.get(word, ()) for word in said))
    return str(custom_basename(company, [form for _, form in likely]))


def email_key(email: str) -> str:
    return email.strip().casefold().removeprefix("mailto:")


def website_key(website: str) -> str:
    """An address on the web without scheme, “www.” and a slash at its end."""
    bare = re.sub(r"^[a-z]+://", "", website.strip().casefold())
    return bare.removeprefix("www.").rstrip("/")


def phone_key(phone: Phone) -> str:
    """The number in E.164 where known or written with its country, else its digits, else what stands there."""
    return phone.e164 or e164(phone.number) or re.sub(r"\D", "", phone.number) or fold(phone.number)


def same_phone(one: Phone, other: Phone) -> bool:
    """Whether two numbers are one: in E.164, or by their last digits where one of them has no country.

    Seven digits are the shortest that tell one line from another within an area (ITU E.164 leaves up to 15).
    """
    first, second = phone_key(one), phone_key(other)
    if first.startswith("+") and second.startswith("+"):
        return first == second
    short, long = sorted((first.lstrip("+0"), second.lstrip("+0")), key=len)
    return len(short) >= 7 and long.endswith(short)


def e164(number: str, region: str = "") -> str:
    """A written number in ITU E.164 form; empty when it is no valid number, or names no country and none is given.

    `region` is an ISO 3166-1 code of two letters, used only where the number itself names no country.
    """
    plan = _numbering_plans()
    try:
        parsed = plan.parse(number, region.upper() or None)
    except plan.NumberParseException:
        return ""
    if not plan.is_valid_number(parsed):
        return ""
    return str(plan.format_number(parsed, plan.PhoneNumberFormat.E164))


def region_of(number: str) -> str:
    """The ISO 3166-1 code of the country of a number in E.164; empty when it belongs to none."""
    plan = _numbering_plans()
    try:
        return plan.region_code_for_number(plan.parse(number, None)) or ""
    except plan.NumberParseException:
        return ""


@cache
def _numbering_plans() -> Any:
    """The library of telephone numbers; a window that is just opening needs to know none, and it takes a while."""
    return import_module("phonenumbers")
