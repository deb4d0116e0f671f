"""Countable facts about a text: words of titles, trades, streets and places in it, each worked out once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from cardkeeper.fields.words import east_asian, fold, keyed, names, tokens, word_list

Points: TypeAlias = tuple[tuple[str, float], ...]
"""Reasons with what each is worth."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Countable facts about a text, worked out once."""

    words: tuple[str, ...]
    digits: int
    letters: int
    title: int
    modifier: int
    department: int
    function: int
    field: bool
    """Whether all words are of fields of work or study, and none of a unit: "Planning and Building Control"."""
    organisation: int
    legal: bool
    street: int
    country: int
    """How many words name countries."""
    place: int
    slogan: int
    tie: int
    """How many words say what an organisation belongs to."""
    first: int
    last: int
    honorific: bool
    degree: bool
    postcode: bool

    @property
    def only_place(self) -> bool:
        """Whether all words name towns, regions or countries, at least one."""
        return 0 < len(self.words) <= self.place + self.country


@lru_cache(maxsize=16384)
def facts_of(text: str) -> Facts:
    words = tokens(text)
    return Facts(
        words,
        sum(c.isdigit() for c in text),
        sum(c.isalpha() for c in text),
        _title_words(text, words),
        word_list("title_modifiers").count(text),
        word_list("departments").count(text),
        word_list("functions").count(text),
        _field(words),
        word_list("organisations").count(text),
        _legal(text),
        _street_words(text, words),
        keyed("countries").terms.count(text),
        word_list("places").count(text),
        word_list("slogans").count(text) + 2 * word_list("pronouns").count(text),
        word_list("ties").count(text),
        sum(word in names("first") for word in words if len(word) > 1),
        sum(word in names("last") for word in words if len(word) > 1),
        any(word in singles("honorifics") for word in words[: 2 if words[:1] == ("the",) else 1]),
        len(words) > 2 and words[-1].replace(".", "") in singles("degrees"),
        postcode_in(text),
    )


_BEHIND_NOUNS: Final = frozenset({"tecnico", "tecnica", "technik", "comercial", "commerciale", "commercial"})
"""Words that name a calling when they come first and say of what kind a thing is behind it: "assistência técnica"."""


_ALONE: Final = _BEHIND_NOUNS - {"tecnico", "tecnica", "technik"}
"""Those that name an office only when nothing follows: a "Commercial", but "Commercial Banking"."""


def only_degrees(parts: Sequence[str]) -> bool:
    """Whether all words of some parts are degrees, at least one of them known: "MD, FPCP", "BPhty, M.D. (Paed.)"."""
    words = [word for part in parts for word in _IN_BRACKETS.sub(" ", part).split()]
    known = [_degree(word) for word in words]
    return any(known) and all(
        one or (word.isupper() and not word_list("titles").holds(word)) for one, word in zip(known, words, strict=True)
    )


def _degree(word: str) -> bool:
    """Whether a word is a degree, of the lists or by its shape: "BMedSci", "MSportsMed"."""
    return re.sub(r"[\W_]", "", fold(word)) in singles("degrees") or _SHORTENED.fullmatch(word) is not None


def row_of_degrees(text: str) -> bool:
    """Whether a text holds degrees and nothing else, and so no title: "MD" alone may be one, and "dipl. arch. ETH"."""
    words = _IN_BRACKETS.sub(" ", text).split()
    if len(words) == 1:
        return only_degrees(words) and not word_list("titles").count(text)
    written = "," in text or all(sum(c.isupper() for c in word) > 1 for word in words)
    return written and only_degrees(text.split(","))


_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")
"""What says of which field or body a degree is: "(Paed.)", "(ICAI)"."""
_SHORTENED: Final = re.compile(r"(?:[BCDM]|Cert|Dip|Grad|PG)(?=\w*[a-z]{2})(?:[A-Z][a-z]*)+")
"""Degrees and charters of bachelors, masters, doctors and the chartered, as universities and bodies shorten them."""


def _title_words(text: str, words: tuple[str, ...]) -> int:
    if row_of_degrees(text):
        return 0
    if only_degrees(text.split(",")[1:]):
        words = tokens(text.partition(",")[0])  # "Anna Berg, MD": no managing director
    if east_asian(text):
        signs = sum(bool(word_list("titles").sign_at_end(part)) for part in re.split(r"[\s・/、|]+", text))
        return signs + sum(end - start for start, end in word_list("titles").spans(words))
    longer = [span for name in _UNITS for span in word_list(name).spans(words)]
    found = [
        word
        for start, end in word_list("titles").spans(words)
        if not any(first <= start and end <= last and last - first > end - start for first, last in longer)
        for word in words[start:end]
    ]
    if len(found) == 1 and _called_before_a_name(words):
        return 0
    if found and all(word in _BEHIND_NOUNS for word in found):
        behind = words[0] not in _BEHIND_NOUNS or (len(words) > 1 and words[0] in _ALONE)
        return 0 if behind else len(found)
    return len(found)


_UNITS: Final = ("functions", "fields", "departments", "institutions")
"""Lists whose phrases may hold a word that is a title by itself: "investor relations", "general hospital"."""


def _field(words: tuple[str, ...]) -> bool:
    said = [word for word in words if word not in _JOINING and word not in _PARTS]
    held = {at for name in ("fields", "title_modifiers") for span in word_list(name).spans(said) for at in range(*span)}
    return len(held) == len(said) and any(word_list("fields").spans(said))


_PARTS: Final = frozenset(
    {"institute", "institut", "instituut", "instituto", "istituto", "center", "centre", "zentrum", "centrum", "centro"}
    | {
        "laboratory",
        "laboratorium",
        "laboratoire",
        "laboratorio",
        "lab",
        "clinic",
        "klinik",
        "group",
        "groep",
        "gruppe",
    }
    | {"unit", "office", "services", "service", "program", "programme", "programs", "research"}
)
"""Words of parts of an organisation that say no more than that."""


_JOINING: Final = frozenset(
    {"&", "+", "and", "of", "for", "the", "und", "fur", "et", "de", "des", "du", "la", "y", "e", "en", "og", "och"}
    | {"i", "a", "ja", "ve"}
)
"""Words that join fields of work, in several languages."""


def _called_before_a_name(words: tuple[str, ...]) -> bool:
    """Whether what may be a title is how a person is called: "Pastor Ngozi Eze", and no "Pastor of Youth"."""
    known = any(word in names(which) for word in words[1:3] if len(word) > 2 for which in ("first", "last"))
    return known and words[0] in singles("honorifics") and word_list("titles").holds(words[0])


@lru_cache(maxsize=8)
def singles(name: str) -> frozenset[str]:
    return frozenset("".join(words).replace(".", "") for words in word_list(name).phrases) | frozenset(
        words[0] for words in word_list(name).phrases if len(words) == 1
    )


@lru_cache(maxsize=1)
def _legal_ends() -> frozenset[str]:
    return frozenset("".join(words).replace(".", "") for words in word_list("legal_forms").phrases)


def _legal(text: str) -> bool:
    """Whether a text ends in a legal form, or begins with one that comes first ("PT", "Công ty").

    Forms of two letters are also words: alone they count in capitals or with dots.
    """
    if word_list("legal_forms").sign_in(text):
        return True
    parts = re.findall(r"[^\s,]+", text)
    for length in range(min(4, len(parts) - 1), 0, -1):
        tail = "".join(parts[-length:])
        bare = re.sub(r"[.&()]", "", fold(tail)).replace("0", "o")
        joined = bool(_AND & set(parts[-length - 1 :])) and not bare.startswith(("co", "cie"))  # "Hotel & Spa"
        if (
            bare in _legal_ends()
            and not joined
            and (length > 1 or len(bare) > 3 or bare in _PLAIN_FORMS or tail.strip("()").isupper() or "." in tail[:-1])
        ):
            return True
    head = re.sub(r"\.", "", fold(parts[0])) if len(parts) > 1 else ""
    return (head in _FORMS_FIRST and parts[0].isupper()) or fold(" ".join(parts[:2])) in {"cong ty", "tap doan"}


_AND: Final = frozenset({"&", "and", "et", "und", "y", "e"})
_FORMS_FIRST: Final = frozenset(
    {
        "pt",
        "cv",
        "ooo",
        "oao",
        "zao",
        "ооо",
        "оао",
        "зао",
        "ао",
        "пао",
        "ип",
        "scp",
        "sarl",
        "eurl",
        "sci",
        "gaec",
        "earl",
        "scea",
        "selarl",
    }
)
"""Legal forms that stand before the name."""
_PLAIN_FORMS: Final = frozenset(
    {
        "co",
        "inc",
        "ltd",
        "llc",
        "llp",
        "plc",
        "srl",
        "oyj",
        "pty",
        "bhd",
        "jsc",
        "gbr",
        "ohg",
        "lda",
        "kft",
        "zrt",
        "spa",
    }
)


@lru_cache(maxsize=4096)
def postcode_in(text: str) -> bool:
    """Whether a text holds what is a postcode somewhere, in its usual place."""
    text = _READ_AS_LETTER.sub("0", BOX.sub(" ", text))
    return bool(
        re.search(r"\b[A-Z]{2}\.?,?\s*\d{5}(?:-\d{4})?\b", text)
        or re.search(r"\b[A-Z]{1,2}[\dO][A-Z\d]?\s*[\dO][A-Z]{2}\b", text)
        or re.search(r"\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b", text)
        or re.search(r"\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W)\s?[AC-FHKNPRTV-Y][0-9AC-FHKNPRTV-Y]{3}\b", text)
        or re.search(r"\b\d{4}\s?[A-Z]{2}\b", text)
        or re.search(r"(?:^|[\s,])(?:[A-Z]{1,2}-)?\d{4,6}\s+[^\W\d_]{2,}", text)
        or re.search(r"\b\d{2}-\d{3}\s+[^\W\d_]{2,}", text)
        or re.search(r"\b\d{3}\s\d{2}\s+[^\W\d_]{3,}", text)
        or re.search(r"\b\d{4}-\d{3}\s+[^\W\d_]{2,}", text)
        or re.search(r"\b\d{5}-?\d{3}\b", text)
        or re.search(r"[^\W\d_]{2,}[\s,.-]+\d{5,6}(?:-\d{4})?\b", text)
        or re.search(r"[^\W\d_]{3,}[\s,]+(?:VIC|NSW|QLD|SA|WA|TAS|NT|ACT|vic|nsw|qld)[\s,]+\d{4}\b", text)
        or re.search(r"〒\s?\d{3}|\b\d{3}-\d{4}\b", text)
    )


def postcode_leads(text: str) -> bool:
    """Whether the only number of a text that may be a postcode stands at its start, as house numbers do too."""
    house = re.match(r"^\W*(?:[A-Z]-)?\d[\w-]*", text)
    return house is not None and postcode_in(text) and not postcode_in(text[house.end() :])


def _street_words(text: str, words: tuple[str, ...]) -> int:
    dutch = _DUTCH.match(text)
    found = word_list("streets").count(dutch[1] if dutch else _DOCTOR.sub("", text))
    if any(c.isdigit() for c in text):
        found += word_list("streets_of_numbers").count(text)
        found += _AM.match(text) is not None
    return found + sum(word.endswith("str") and len(word) > 4 for word in words)


def article_first(text: str) -> bool:
    """Whether a text begins with an article, as names of people do not."""
    return _ARTICLE.match(text) is not None


def street_first(text: str) -> bool:
    """Whether a text begins with a word of streets, as addresses of the Romance languages do, number or not."""
    words = tokens(text)
    return len(words) > 1 and words[0] in _STREETS_FIRST


BOX_WORDS: Final = (
    r"(?:box|postfach|postbus|postboks|postlåda|apartado|casilla|caixa postal|casella postale|BP|CS|CP|PMB)"
)
BOX: Final = re.compile(rf"(?i)\b(?:p\.?\s?o\.?\s?)?{BOX_WORDS}\s?\d[\d ]*")
"""A post-office box with its number, which is no postcode and no number of a house."""
_ARTICLE: Final = re.compile(r"(?i)(?:the|das|les|los|il|lo|gli)\s")
_READ_AS_LETTER: Final = re.compile(r"(?<=\d\d)[oO]\b")
"""A zero at the end of a number that readers take for a letter: "506o Sabrosa"."""
_DOCTOR: Final = re.compile(r"^\W*[Dd][Rr]\b\.?(?=\s)")
"""A doctor, who begins a line, where a drive ends one."""
_DUTCH: Final = re.compile(r"\W*\d{4} ?[A-Z]{2}\s([^\d]+)$")
"""A Dutch postcode, whose letters are no words of streets, and its town: "1017 DR Amsterdam"."""
_AM: Final = re.compile(
    r"(?:Am|An de[rnm]|Auf de[rm]|Beim?|Hinter de[rm]|Im|In de[rn]|Unter de[rn]|Vor de[rm]|Zu[rm]) [A-ZÄÖÜ][\w ]*? \d"
)
"""German streets called after where they lie: "Am Deich 7"."""
_STREETS_FIRST: Final = frozenset(
    {"rue", "avenue", "boulevard", "place", "allee", "quai", "cours", "impasse", "chemin"}
    | {"calle", "avenida", "paseo", "plaza", "carrera"}
    | {"via", "viale", "piazza", "piazzale", "corso", "largo", "vicolo"}
    | {"rua", "praca", "alameda", "travessa"}
    | {"ulica", "ul", "plac", "aleja", "jalan", "jl"}
)
