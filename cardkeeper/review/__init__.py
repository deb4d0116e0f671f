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
    with_typed,
)
from cardkeeper.review.offering import Offer, offers, take, unused
from cardkeeper.review.persons import another, couple, one_again, people_on
from cardkeeper.review.sides import back_of, front_first, front_of, joined, likely_sides
from cardkeeper.review.words import field_words, look_words

__all__ = [
    "SINGLE",
    "Offer",
    "accept",
    "another",
    "assign_line",
    "back_of",
    "batch_default",
    "choose",
    "confirm",
    "contact_of",
    "couple",
    "default_step",
    "dismiss",
    "field_words",
    "front_first",
    "front_of",
    "joined",
    "likely_sides",
    "look_words",
    "merge",
    "move",
    "offers",
    "one_again",
    "people_on",
    "propose",
    "put",
    "remove",
    "set_kind",
    "take",
    "unused",
    "unused_lines",
    "with_typed",
]
