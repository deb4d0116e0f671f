"""From a draft to a person: what someone at the review may change, and what a card means once it is accepted."""

from cardkeeper.review.accepting import accept, batch_default, contact_of, default_step, merge, propose
from cardkeeper.review.editing import (
    SINGLE,
    assign_line,
    choose,
    confirm,
    dismiss,
    move,
    put,
    remove,
    set_kind,
    unused_lines,
)
from cardkeeper.review.words import field_words, look_words

__all__ = [
    "SINGLE",
    "accept",
    "assign_line",
    "batch_default",
    "choose",
    "confirm",
    "contact_of",
    "default_step",
    "dismiss",
    "field_words",
    "look_words",
    "merge",
    "move",
    "propose",
    "put",
    "remove",
    "set_kind",
    "unused_lines",
]
