"""Front and back of one card: what both say becomes one draft, and comes apart again."""

from __future__ import annotations

from dataclasses import replace

from cardkeeper import review
from cardkeeper.model.cards import CardState, ReadCard, ReaderName, Reading, Scan, StoredCard, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Gap, Look
from cardkeeper.model.geometry import Box, Side
from cardkeeper.model.people import NOTHING_SAID, PhoneKind
from tests.ui.waiting_cards import Print, read_card

NAME, COMPANY, OTHER = FieldName.NAME, FieldName.COMPANY, FieldName.OTHER
FRONT = (
    Print(NAME, "Anna Meier"),
    Print(FieldName.TITLE, "Architektin"),
    Print(COMPANY, "Haus & Hof GmbH"),
    Print(FieldName.EMAIL, "anna@haushof.example"),
)
BACK = (
    Print(COMPANY, "Haus & Hof"),
    Print(FieldName.PHONE, "+49 30 5550100"),
    Print(FieldName.WEBSITE, "www.haushof.example"),
    Print(FieldName.ADDRESS, "Ring 7, 10115 Berlin"),
)


def both(front: ReadCard, back: ReadCard) -> Draft:
    return review.joined(front.draft, back.draft, len(front.reading.lines))


def stored(card_id: int, prints: tuple[Print, ...], batch: int = 1) -> StoredCard:
    read = read_card(prints)
    scan = Scan(f"{card_id:064x}", f"{card_id}.jpg", "image/jpeg", 1, 1)
    return StoredCard(
        card_id, scan, batch, read.card, read.reading, read.draft, CardState.INBOX, NOTHING_SAID
    )  # fmt: skip


def test_what_the_back_says_is_added_and_knows_that_it_stands_on_the_back() -> None:
    draft = both(read_card(FRONT), read_card(BACK))
    assert [value.text for value in draft.values] == [
        "Anna Meier", "Architektin", "Haus & Hof GmbH", "anna@haushof.example",
        "+49 30 5550100", "www.haushof.example", "Ring 7, 10115 Berlin",
    ]  # fmt: skip
    phone = draft.all(FieldName.PHONE)[0]
    assert [box.side for box in phone.boxes] == [Side.BACK]
    reading = read_card(FRONT).reading.with_back(read_card(BACK).reading)
    assert reading.lines[phone.lines[0]].text == phone.text
    assert reading.lines[phone.lines[0]].box == phone.boxes[0]


def test_what_stands_on_both_sides_is_one_value_with_both_places() -> None:
    draft = both(read_card(FRONT), read_card(BACK))
    company = draft.all(COMPANY)[0]
    assert (company.text, company.lines) == ("Haus & Hof GmbH", (2, 4))
    assert [box.side for box in company.boxes] == [Side.FRONT, Side.BACK]


def test_a_value_that_one_side_prints_clearly_needs_no_look() -> None:
    unsure = (Print(NAME, "Anna Meier", (Look.UNSURE,), ("Anna Meler",)),)
    name = both(read_card(unsure), read_card((Print(NAME, "ANNA MEIER"),))).all(NAME)[0]
    assert (name.text, name.looks, name.choices) == ("ANNA MEIER", (), ())


def test_another_name_on_the_back_is_kept_as_other_text_and_replaces_nothing() -> None:
    draft = both(read_card(FRONT), read_card((Print(NAME, "安娜 迈尔"), Print(FieldName.TITLE, "建筑师"))))
    assert draft.text(NAME) == "Anna Meier"
    assert [value.text for value in draft.all(OTHER)] == ["安娜 迈尔", "建筑师"]
    assert all(box.side is Side.BACK for value in draft.all(OTHER) for box in value.boxes)


def test_a_company_that_was_taken_for_a_name_on_the_back_is_the_company() -> None:
    draft = both(read_card(FRONT), read_card((Print(NAME, "HAUS & HOF"),)))
    assert draft.all(OTHER) == ()
    assert draft.all(COMPANY)[0].lines == (2, 4)


def test_what_one_side_lacks_is_not_missing_where_the_other_has_it() -> None:
    missing = (Gap(NAME, Look.MISSING), Gap(FieldName.PHONE, Look.MISSING))
    draft = both(read_card(FRONT), read_card(BACK[:1], gaps=missing))
    assert draft.gaps == (Gap(FieldName.PHONE, Look.MISSING),)


def test_a_fax_and_a_telephone_on_one_line_stay_two() -> None:
    phone = DraftValue(FieldName.PHONE, "+49 30 5550100", kind=PhoneKind.WORK)
    draft = review.joined(Draft((phone,)), Draft((replace(phone, kind=PhoneKind.FAX),)), 1)
    assert [value.kind for value in draft.values] == [PhoneKind.WORK, PhoneKind.FAX]


def test_separated_sides_are_what_they_were() -> None:
    front, back = read_card(FRONT), read_card(BACK, gaps=(Gap(NAME, Look.MISSING),))
    draft = both(front, back)
    assert review.front_of(draft, 4) == front.draft
    assert review.back_of(draft, back.draft, 4) == back.draft


def test_what_a_person_made_of_the_back_goes_with_it() -> None:
    back = read_card(BACK)
    draft = review.put(both(read_card(FRONT), back), FieldName.PHONE, 0, "+49 30 5550199")
    apart = review.back_of(draft, back.draft, 4)
    (phone,) = apart.all(FieldName.PHONE)
    assert (phone.text, phone.lines, phone.boxes) == ("+49 30 5550199", (1,), back.draft.values[1].boxes)
    assert [value.text for value in review.front_of(draft, 4).values] == [one.text for one in FRONT]


def test_a_front_without_a_name_of_its_own_asks_for_one_again() -> None:
    draft = both(read_card((Print(COMPANY, "Haus & Hof"),)), read_card((Print(NAME, "Anna Meier"),)))
    assert draft.text(NAME) == "Anna Meier"
    assert review.front_of(draft, 1).gaps == (Gap(NAME, Look.MISSING),)


def test_two_neighbours_of_one_company_of_which_one_is_of_nobody_look_like_sides() -> None:
    front, back = stored(1, FRONT), stored(2, BACK)
    assert list(review.likely_sides((front, back))) == [(front, back)]
    assert list(review.likely_sides((back, front))) == [(front, back)]


def test_a_logo_alone_is_the_back_of_the_card_beside_it() -> None:
    front = stored(1, FRONT)
    for field in (NAME, COMPANY, OTHER):
        back = stored(2, (Print(field, "HAUS & HOF"), Print(OTHER, "Wir bauen weiter")))
        assert list(review.likely_sides((front, back))) == [(front, back)]


def test_an_address_made_of_the_name_tells_the_back_of_a_front_without_a_company() -> None:
    front, back = stored(1, (Print(NAME, "Nora Feldmann"),)), (Print(COMPANY, "Kessler Werke"),)
    mine = stored(2, (*back, Print(FieldName.EMAIL, "n.feldmann@kessler.example")))
    assert list(review.likely_sides((mine, front))) == [(front, mine)]
    assert list(review.likely_sides((front, stored(2, (*back, Print(FieldName.EMAIL, "info@kessler.example")))))) == []


def test_two_people_of_one_company_are_two_cards() -> None:
    colleague = (Print(NAME, "Bernd Schulz"), *FRONT[2:])
    assert list(review.likely_sides((stored(1, FRONT), stored(2, colleague)))) == []


def test_cards_of_two_companies_or_of_two_drops_are_no_sides() -> None:
    stranger = (Print(COMPANY, "Orbit Groep"), Print(FieldName.WEBSITE, "orbit.example"))
    assert list(review.likely_sides((stored(1, FRONT), stored(2, stranger)))) == []
    assert list(review.likely_sides((stored(1, FRONT), stored(2, BACK, batch=2)))) == []


def test_who_said_that_they_are_two_is_not_asked_again() -> None:
    front, back = stored(1, FRONT), replace(stored(2, BACK), apart=True)
    assert list(review.likely_sides((front, back))) == []


def test_the_lines_of_the_back_follow_those_of_the_front() -> None:
    line = TextLine("Haus", Box(0, 0, 10, 10), 0.9, ReaderName.TESSERACT)
    reading = read_card(FRONT).reading.with_back(Reading(500, 900, (line,), (), (ReaderName.TESSERACT,)))
    assert (len(reading.lines), reading.front_lines) == (5, 4)
    assert (reading.width, reading.height) == (1000, 600)
    assert reading.readers == (ReaderName.NEURAL, ReaderName.TESSERACT)
