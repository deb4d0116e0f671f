"""Who is the same: a card and a person, two people, two entries made one and two again."""

from cardkeeper.matching.combining import combine, field_names, separate
from cardkeeper.matching.known import Match, Reason, find_known

__all__ = ["Match", "Reason", "combine", "field_names", "find_known", "separate"]
