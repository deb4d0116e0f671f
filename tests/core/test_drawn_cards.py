"""The labelled cards that the repository draws: every design, every label on its card, and numbers that could be."""

from __future__ import annotations

import random

import msgspec
import phonenumbers
import pytest

from tests.cards.draw import FIXED_COUNT, FIXED_SEED, FIXED_SET, draw
from tests.cards.layouts import LAYOUTS, Layout
from tests.cards.people import make_up
from tests.cards.words import COUNTRIES, LANGUAGES


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_what_a_label_names_stands_on_the_card(layout: Layout) -> None:
    for seed in range(12):
        person = make_up(random.Random(seed))
        printed = " ".join(layout(person, random.Random(seed)).printed).casefold().replace(" ", "")
        wanted = [person.first, person.last, person.title, person.department, person.company]
        wanted += [*person.emails, *person.websites, *person.address, *(phone.number for phone in person.phones)]
        missing = [text for text in wanted if text.casefold().replace(" ", "") not in printed]
        assert not [text for text in missing if not _over_two_lines(text, printed)]


def _over_two_lines(text: str, printed: str) -> bool:
    parts = text.casefold().split(" ")
    return any("".join(parts[:at]) in printed and "".join(parts[at:]) in printed for at in range(1, len(parts)))


def test_every_number_could_be_one_in_its_country() -> None:
    regions = {country.domain: country.code for country in COUNTRIES}
    chance = random.Random(7)
    for _ in range(200):
        person = make_up(chance)
        domain = next(iter(person.emails or person.websites), "")
        region = next((code for end, code in regions.items() if domain.endswith(f".{end}")), None)
        for phone in person.phones if region else ():
            assert phonenumbers.is_valid_number(phonenumbers.parse(phone.number, region)), phone.number


def test_the_fixed_set_is_what_the_script_draws() -> None:
    kept = msgspec.json.decode((FIXED_SET / "labels.json").read_bytes())
    first = [drawn.label for drawn in draw(FIXED_SEED, 2)]
    assert kept[:2] == msgspec.json.decode(msgspec.json.encode(first))
    assert len(kept) == FIXED_COUNT
    assert {label["file"] for label in kept} == {file.name for file in FIXED_SET.glob("*.jpg")}
    assert sum(file.stat().st_size for file in FIXED_SET.iterdir()) < 3_000_000


def test_the_fixed_set_holds_every_design_and_language() -> None:
    kept = msgspec.json.decode((FIXED_SET / "labels.json").read_bytes())
    assert {card["layout"] for label in kept for card in label["cards"]} == {layout.__name__ for layout in LAYOUTS}
    assert {label["lang"] for label in kept if label["lang"]} == set(LANGUAGES)
    assert {label["kind"] for label in kept} == {"scan", "photo", "sheet"}
