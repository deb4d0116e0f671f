"""Who is the same: a card and a person, two people, two entries made one and two again."""

from cardkeeper.matching.combining import combine, field_names, separate
from cardkeeper.matching.known import Match, Reason, find_known
from cardkeeper.matching.twins import Certainty, Facts, Twins, Why, compare, facts, facts_of, why_words

__all__ = [
    "Certainty",
    "Facts",
    "Match",
    "Reason",
    "Twins",
    "Why",
    "combine",
    "compare",
    "facts",
    "facts_of",
    "field_names",
    "find_known",
    "separate",
    "why_words",
]
