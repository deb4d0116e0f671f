"""Small repairs of names and companies where the rest of the card shows what a reader missed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from cardkeeper.fields.context import Clues, host_likeness, local_likeness, squeeze
from cardkeeper.fields.facts import facts_of, singles
from cardkeeper.fields.words import accented, fold, names
from cardkeeper.model.drafts import DraftValue, FieldName, Look

_NUMERAL: Final = re.compile(r"(?<=\s)(?!II?I?\b)[Il]{2,3}(?=$|[),;]|\s[&|/–-])")
"""A Roman two or three behind other words: "Clerk Il"."""
_AMONG_CAPITALS: Final = re.compile(r"(?<![^\W_])l(?=[A-Z]{2,})|(?<=[A-Z])l(?=[A-Z])")
_ARTICLE: Final = re.compile(r"(?<![^\W_])AI(?=[ -][A-ZÀ-Ž][a-zà-ÿ])")
_JALAN: Final = re.compile(r"(?<![^\W_])JI(?=\. ?[A-Z])")
_BEFORE_CONSONANT: Final = re.compile(r"(?:(?<![^\W_])|(?<=\bMc)|(?<=\bMac))l(?=[bcdfghjkmnpqrstvwxz])")
_ORNAMENT: Final = re.compile(r"^(?:[a-z]|[^\w\s]+) (?=[^\W\d_]{2,}\.? \S{2})")
"""An ornament before a whole name, read as a small letter or a sign."""


def mended(value: DraftValue, clues: Clues) -> DraftValue:
    """The value repaired, or as it was; what was changed carries a look unless the card itself confirms it."""
    match value.field:
        case FieldName.NAME:
            text = _ORNAMENT.sub("", _small_l(_capital_i(value.text, person=True)))
            confirmed = local_likeness(text, clues.locals) > local_likeness(value.text, clues.locals)
        case FieldName.COMPANY:
            text = _without_logo(_capital_i(value.text), clues)
            text = _put_together(text, clues) if len(value.lines) > 1 else text
            confirmed = True
        case FieldName.TITLE | FieldName.DEPARTMENT:
            text = re.sub(r"[^\W\d_]+", lambda match: accented(match.group()), _capital_i(value.text))
            text = re.sub(r"(?i)\b(realtor)[o0©@]\b", r"\1®", text)
            confirmed = True
        case FieldName.ADDRESS:
            text = re.sub(r"(?<!\w)[デテ干]\s?(?=\d{3}-\d{4})", "〒", _small_l(value.text))
            confirmed = True
        case _:
            return value
    if text == value.text:
        return value
    looks = value.looks if confirmed else tuple(dict.fromkeys((*value.looks, Look.MENDED)))
    choices = tuple(dict.fromkeys((value.text, *value.choices)))
    because = (*value.because, f"mended from {value.text!r}")
    return replace(value, text=text, read=text, looks=looks, choices=choices, because=because)


def _known(word: str) -> bool:
    return fold(word) in names("first") or fold(word) in names("last")


def _capital_i(text: str, *, person: bool = False) -> str:
    """A small L read for a capital I where no word has an l: "lES", "lngenieur", "Maclnnes", "Head Clerk Il"."""
    text = _NUMERAL.sub(lambda match: "I" * len(match.group()), text)
    words = _AMONG_CAPITALS.sub("I", text).split()
    if sum(word[:1].isupper() for word in words) * 2 < len(words):
        return " ".join(words)
    return " ".join(_with_capital_i(word, person=person) for word in words)


def _small_l(text: str) -> str:
    """A capital I read for the l of "Al" or, in Indonesia, "Jl.", where the next word is none in capitals."""
    return _ARTICLE.sub("Al", _JALAN.sub("Jl", text))


def _with_capital_i(word: str, *, person: bool) -> str:
    if word.strip(".,").casefold() in singles("legal_forms"):
        return word
    word = _BEFORE_CONSONANT.sub("I", word)
    small = person and re.match(r"l[a-zà-ÿ]{2,}$", word)
    return "I" + word[1:] if small and (_known("I" + word[1:]) or not _known(word)) else word


def _put_together(text: str, clues: Clues) -> str:
    """A logotype read in parts, one of them a single letter, which its host writes as one word."""
    parts = text.split()
    torn = text.isupper() and any(len(part) == 1 and part.isalpha() for part in parts)
    return "".join(parts) if torn and squeeze(text) in {squeeze(core) for core in clues.cores} else text


def _without_logo(text: str, clues: Clues) -> str:
    """What a reader made of a logotype before a company's name: one or two signs that its host does not know."""
    text = re.sub(r"(S\.\s?r\.\s?)I(?=\.?$)", r"\1l", text)
    text = re.sub(r"^000\s(?=[^\W\d_]|[\"«„“])", "OOO ", text)
    text = re.sub(r"(?i)(?<=\bz )[o0]\.\s?[o0]\b", "o.o", text)
    text = re.sub(r"(?<=\bA\.)\s?[$§](?=\.?$)", "Ş", text)
    match = re.match(r"^(\S{1,2})\s+(?=\S{2,})", text)
    if not match or match.group(1).endswith(("&", ".")) or facts_of(text).legal > facts_of(text[match.end() :]).legal:
        return text
    rest = text[match.end() :]
    gained = host_likeness(rest, clues.cores) - host_likeness(text, clues.cores)
    letters = squeeze(match.group(1))
    return rest if not letters or (gained > 0.02 and host_likeness(rest, clues.cores) > 0.7) else text
