"""What a person does in the review, and what a card means once it is accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cardkeeper import review
from cardkeeper.errors import WrongInput
from cardkeeper.model.cards import ReaderName, Reading, Scan, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Gap, Look, Source
from cardkeeper.model.geometry import Box
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import (
    NOTHING_SAID,
    Contact,
    Event,
    FollowUpKind,
    MetContext,
    NextStep,
    Phone,
    PhoneKind,
    Position,
    Tier,
)
from cardkeeper.review import Offer
from tests.ui.waiting_cards import Print, read_card

TODAY = date(2026, 11, 19)  # a Thursday
BREAKFAST = MetContext(event="Founders’ Breakfast", on=date(2026, 11, 18), about="first-time buyers")
COFFEE = NextStep(FollowUpKind.COFFEE, date(2026, 11, 20))
PRINTED = (
    "Rebecca Baxter",
    "Mortgage Loan Officer",
    "Prismworks",
    "Ph: +44 (0)20 7640 9515",
    "Email: rebeccabaxter4@outlook.com",
    "1 Joseph Burgs",
    "Kempton TQ1 4WD",
)


def reading_of(*texts: str) -> Reading:
    lines = tuple(
        TextLine(text, Box(10, 20 * index, 200, 20 * index + 15), 0.9, ReaderName.NEURAL)
        for index, text in enumerate(texts)
    )
    return Reading(600, 350, lines)


def value(field: FieldName, text: str, *lines: int, looks: tuple[Look, ...] = (), e164: str = "") -> DraftValue:
    boxes = tuple(Box(10, 20 * line, 200, 20 * line + 15) for line in lines)
    kind = PhoneKind.WORK if field is FieldName.PHONE else None
    return DraftValue(field, text, 0.9, boxes, lines, looks, kind=kind, e164=e164, read=text)


READING = reading_of(*PRINTED)
DRAFT = Draft(
    (
        value(FieldName.NAME, "Rebecca Baxter", 0),
        value(FieldName.TITLE, "Mortgage Loan Officer", 1),
        value(FieldName.COMPANY, "Prismworks", 2),
        value(FieldName.PHONE, "+44 (0)20 7640 9515", 3, e164="+442076409515"),
        value(FieldName.EMAIL, "rebeccabaxter4@outlook.com", 4, looks=(Look.READERS_DIFFER,)),
        value(FieldName.ADDRESS, "Kempton TQ1 4WD", 6, looks=(Look.TOWN_WITHOUT_STREET,)),
        value(FieldName.OTHER, "1 Joseph Burgs", 5),
    )
)


def texts(draft: Draft, field: FieldName) -> list[str]:
    return [value.text for value in draft.all(field)]


def every_line_is_somewhere(draft: Draft) -> bool:
    return {line for value in draft.values for line in value.lines} == set(range(len(PRINTED)))


class TestTyping:
    def test_a_typed_text_is_sure_and_still_knows_what_was_read(self) -> None:
        typed = review.put(DRAFT, FieldName.EMAIL, 0, " rebeccabaxterA@outlook.com ").all(FieldName.EMAIL)[0]
        assert typed.text == "rebeccabaxterA@outlook.com"
        assert typed.read == "rebeccabaxter4@outlook.com"
        assert (typed.source, typed.looks, typed.confidence) == (Source.PERSON, (), 1.0)
        assert typed.boxes == DRAFT.all(FieldName.EMAIL)[0].boxes

    def test_leaving_a_field_as_it_is_answers_no_question(self) -> None:
        assert review.put(DRAFT, FieldName.EMAIL, 0, "rebeccabaxter4@outlook.com") is DRAFT

    def test_finding_it_right_answers_the_question(self) -> None:
        confirmed = review.confirm(DRAFT, FieldName.EMAIL, 0)
        assert FieldName.EMAIL not in confirmed.needs_look
        assert texts(confirmed, FieldName.EMAIL) == ["rebeccabaxter4@outlook.com"]

    def test_either_choice_may_be_taken(self) -> None:
        asked = replace(DRAFT.all(FieldName.EMAIL)[0], choices=("rebeccabaxterA@outlook.com",))
        draft = Draft((asked,))
        for text in ("rebeccabaxter4@outlook.com", "rebeccabaxterA@outlook.com"):
            chosen = review.choose(draft, FieldName.EMAIL, 0, text)
            assert texts(chosen, FieldName.EMAIL) == [text]
            assert chosen.needs_look == ()

    def test_one_past_the_last_adds_a_value(self) -> None:
        added = review.put(DRAFT, FieldName.WEBSITE, 0, "prismworks.co.uk")
        assert texts(added, FieldName.WEBSITE) == ["prismworks.co.uk"]
        assert review.put(DRAFT, FieldName.WEBSITE, 0, "  ") is DRAFT

    def test_an_emptied_field_keeps_its_place_and_is_left_out_of_the_person(self) -> None:
        emptied = review.put(DRAFT, FieldName.TITLE, 0, "")
        assert texts(emptied, FieldName.TITLE) == [""]
        assert review.contact_of(emptied).title == ""
        assert texts(review.put(emptied, FieldName.TITLE, 0, "Banker"), FieldName.TITLE) == ["Banker"]

    def test_typing_into_a_missing_field_closes_its_gap(self) -> None:
        draft = Draft(gaps=(Gap(FieldName.NAME, Look.MISSING),))
        assert review.put(draft, FieldName.NAME, 0, "Rebecca").needs_look == ()
        assert review.dismiss(draft, FieldName.NAME).needs_look == ()


class TestPhones:
    def test_a_number_with_its_country_is_known_everywhere(self) -> None:
        typed = review.put(DRAFT, FieldName.PHONE, 1, "+49 30 901820")
        assert typed.all(FieldName.PHONE)[1].e164 == "+4930901820"

    def test_a_number_without_country_takes_that_of_the_card(self) -> None:
        typed = review.put(DRAFT, FieldName.PHONE, 0, "020 7640 9516")
        assert typed.all(FieldName.PHONE)[0].e164 == "+442076409516"
        assert typed.all(FieldName.PHONE)[0].kind is PhoneKind.WORK

    def test_no_country_is_invented(self) -> None:
        assert review.put(Draft(), FieldName.PHONE, 0, "020 7640 9515").all(FieldName.PHONE)[0].e164 == ""

    def test_the_country_of_the_settings_helps(self) -> None:
        typed = review.put(Draft(), FieldName.PHONE, 0, "020 7640 9515", region="gb")
        assert typed.all(FieldName.PHONE)[0].e164 == "+442076409515"

    def test_what_is_no_number_has_no_international_form(self) -> None:
        assert review.put(DRAFT, FieldName.PHONE, 0, "+44 12").all(FieldName.PHONE)[0].e164 == ""

    def test_a_number_can_be_a_mobile(self) -> None:
        changed = review.set_kind(DRAFT, 0, PhoneKind.MOBILE)
        assert review.contact_of(changed).phones[0].kind is PhoneKind.MOBILE


class TestPointingAtTheCard:
    def test_a_line_joins_the_address_in_the_order_of_the_card(self) -> None:
        draft = review.assign_line(DRAFT, READING, 5, FieldName.ADDRESS)
        assert texts(draft, FieldName.ADDRESS) == ["1 Joseph Burgs, Kempton TQ1 4WD"]
        assert draft.all(FieldName.ADDRESS)[0].lines == (5, 6)
        assert FieldName.ADDRESS not in draft.needs_look
        assert texts(draft, FieldName.OTHER) == []
        assert every_line_is_somewhere(draft)

    def test_a_line_takes_the_place_of_a_wrong_name(self) -> None:
        draft = review.assign_line(DRAFT, READING, 2, FieldName.NAME)
        assert texts(draft, FieldName.NAME) == ["Prismworks"]
        assert texts(draft, FieldName.COMPANY) == []
        assert "Rebecca Baxter" in texts(draft, FieldName.OTHER)
        assert every_line_is_somewhere(draft)

    def test_a_name_on_two_lines_is_joined(self) -> None:
        printed = reading_of("Rebecca", "Baxter")
        draft = Draft((value(FieldName.NAME, "Rebecca", 0), value(FieldName.OTHER, "Baxter", 1)))
        assert texts(review.assign_line(draft, printed, 1, FieldName.NAME, join=True), FieldName.NAME) == [
            "Rebecca Baxter"
        ]

    def test_labels_stay_out_of_contact_points(self) -> None:
        printed = reading_of("E-mail: anna@example.org", "Tel. +49 30 901820 ", "Web: www.example.org")
        draft = Draft()
        for line, field in enumerate((FieldName.EMAIL, FieldName.PHONE, FieldName.WEBSITE)):
            draft = review.assign_line(draft, printed, line, field)
        assert [value.text for value in draft.values] == ["anna@example.org", "+49 30 901820", "www.example.org"]
        assert draft.all(FieldName.PHONE)[0].e164 == "+4930901820"

    def test_a_second_number_stands_beside_the_first(self) -> None:
        printed = reading_of(*PRINTED, "M +44 7911 123456")
        draft = review.assign_line(DRAFT, printed, 7, FieldName.PHONE)
        assert texts(draft, FieldName.PHONE) == ["+44 (0)20 7640 9515", "+44 7911 123456"]

    def test_a_line_that_two_fields_share_stays_with_both(self) -> None:
        printed = reading_of("Anna Weber, Head of Sales")
        draft = Draft((value(FieldName.NAME, "Anna Weber", 0), value(FieldName.TITLE, "Head of Sales", 0)))
        pointed = review.assign_line(draft, printed, 0, FieldName.COMPANY)
        assert texts(pointed, FieldName.NAME) == ["Anna Weber"]
        assert texts(pointed, FieldName.TITLE) == ["Head of Sales"]

    def test_pointing_again_brings_back_what_was_printed(self) -> None:
        typed = review.put(DRAFT, FieldName.NAME, 0, "R. B.")
        again = review.assign_line(typed, READING, 0, FieldName.NAME)
        assert texts(again, FieldName.NAME) == ["Rebecca Baxter"]
        assert texts(again, FieldName.OTHER) == ["1 Joseph Burgs"]

    def test_taking_one_line_of_an_address_leaves_the_other(self) -> None:
        joined = review.assign_line(DRAFT, READING, 5, FieldName.ADDRESS)
        taken = review.assign_line(joined, READING, 5, FieldName.DEPARTMENT)
        assert texts(taken, FieldName.ADDRESS) == ["Kempton TQ1 4WD"]
        assert texts(taken, FieldName.DEPARTMENT) == ["1 Joseph Burgs"]
        assert every_line_is_somewhere(taken)

    def test_a_line_not_used_yet_is_told(self) -> None:
        assert review.unused_lines(DRAFT, READING) == (5,)
        assert review.unused_lines(review.assign_line(DRAFT, READING, 5, FieldName.ADDRESS), READING) == ()


class TestTakingOut:
    def test_what_was_printed_moves_to_the_other_lines(self) -> None:
        removed = review.remove(DRAFT, FieldName.TITLE, 0)
        assert texts(removed, FieldName.TITLE) == []
        assert "Mortgage Loan Officer" in texts(removed, FieldName.OTHER)
        assert every_line_is_somewhere(removed)

    def test_from_there_it_goes_for_good(self) -> None:
        assert texts(review.remove(DRAFT, FieldName.OTHER, 0), FieldName.OTHER) == []

    def test_a_title_that_is_a_department_moves(self) -> None:
        moved = review.move(DRAFT, FieldName.TITLE, 0, FieldName.DEPARTMENT)
        assert texts(moved, FieldName.DEPARTMENT) == ["Mortgage Loan Officer"]
        assert texts(moved, FieldName.TITLE) == []

    def test_a_line_that_is_a_number_becomes_one(self) -> None:
        draft = Draft((value(FieldName.OTHER, "+49 30 901820", 0),))
        moved = review.move(draft, FieldName.OTHER, 0, FieldName.PHONE)
        assert review.contact_of(moved).phones == (Phone("+49 30 901820", PhoneKind.OTHER, "+4930901820"),)

    def test_a_name_and_a_company_that_were_mixed_up_change_places(self) -> None:
        moved = review.move(DRAFT, FieldName.COMPANY, 0, FieldName.NAME)
        assert texts(moved, FieldName.NAME) == ["Prismworks"]
        assert texts(moved, FieldName.COMPANY) == ["Rebecca Baxter"]

    def test_an_e_mail_that_is_a_name_leaves_the_name_it_had_to_the_other_lines(self) -> None:
        moved = review.move(DRAFT, FieldName.EMAIL, 0, FieldName.NAME)
        assert len(texts(moved, FieldName.NAME)) == 1
        assert "Rebecca Baxter" in texts(moved, FieldName.OTHER)


class TestWhatElseAFieldMaySay:
    def test_other_readings_then_other_fields_then_lines_that_no_field_uses(self) -> None:
        name = replace(
            DRAFT.values[0], choices=("Rebecca Baxter Mortgage Loan Officer", "Rebecca Baxler", "Prismworks")
        )
        draft = replace(DRAFT, values=(name, *DRAFT.values[1:]))
        assert review.offers(draft, READING, FieldName.NAME, 0) == (
            Offer("Rebecca Baxler"),
            Offer("Prismworks", field=FieldName.COMPANY),
            Offer("Mortgage Loan Officer", field=FieldName.TITLE),
            Offer("1 Joseph Burgs", line=5),
            Offer("Rebecca Baxter Mortgage Loan Officer"),
        )

    def test_a_name_in_capitals_is_offered_as_one_writes_it(self) -> None:
        draft = review.put(DRAFT, FieldName.NAME, 0, "SEAN MCDONALD")
        first, *_ = review.offers(draft, READING, FieldName.NAME, 0)
        assert review.take(draft, READING, FieldName.NAME, 0, first).text(FieldName.NAME) == "Sean McDonald"
        assert Offer("Ceo") not in review.offers(
            review.put(DRAFT, FieldName.TITLE, 0, "CEO"), READING, FieldName.TITLE, 0
        )

    def test_the_lines_before_and_after_are_offered_as_the_rest_of_it(self) -> None:
        draft = review.remove(DRAFT, FieldName.COMPANY, 0)
        (offer,) = (offer for offer in review.offers(draft, READING, FieldName.TITLE, 0) if offer.join)
        assert offer == Offer("Mortgage Loan Officer Prismworks", line=2, join=True)
        assert review.take(draft, READING, FieldName.TITLE, 0, offer).text(FieldName.TITLE) == offer.text

    def test_a_number_is_never_offered_a_name(self) -> None:
        assert review.offers(DRAFT, READING, FieldName.PHONE, 0) == (Offer("1 Joseph Burgs", line=5),)

    def test_what_another_field_says_moves_and_what_stood_there_takes_its_place(self) -> None:
        offer = Offer("Prismworks", field=FieldName.COMPANY)
        taken = review.take(DRAFT, READING, FieldName.NAME, 0, offer)
        assert (taken.text(FieldName.NAME), taken.text(FieldName.COMPANY)) == ("Prismworks", "Rebecca Baxter")
        assert every_line_is_somewhere(taken)

    def test_a_line_goes_beside_a_number_and_in_the_place_of_one_that_was_emptied(self) -> None:
        offer = Offer("1 Joseph Burgs", line=5)
        assert len(texts(review.take(DRAFT, READING, FieldName.PHONE, 0, offer), FieldName.PHONE)) == 2
        emptied = review.put(DRAFT, FieldName.PHONE, 0, "")
        assert texts(review.take(emptied, READING, FieldName.PHONE, 0, offer), FieldName.PHONE) == ["1 Joseph Burgs"]


class TestWhyALook:
    def test_every_reason_is_one_sentence(self) -> None:
        said = {review.look_words(look, DRAFT.values[0]) for look in Look}
        assert len(said) == len(Look)
        assert all(sentence.startswith("Needs a look: ") for sentence in said)

    def test_in_the_words_of_the_review(self) -> None:
        assert review.look_words(Look.TOWN_WITHOUT_STREET) == "Needs a look: there is a town but no street"

    def test_how_far_the_readers_differ(self) -> None:
        asked = replace(DRAFT.all(FieldName.EMAIL)[0], choices=("rebeccabaxterA@outlook.com",))
        assert review.look_words(Look.READERS_DIFFER, asked) == "Needs a look: the readers differ on one character"
        far = replace(asked, choices=("someone@example.org",))
        assert review.look_words(Look.READERS_DIFFER, far) == "Needs a look: the readers differ"


class TestNextStep:
    @pytest.mark.parametrize(
        ("today", "met_on", "due"),
        [
            ("2026-11-19", "2026-11-18", "2026-11-20"),  # met on Wednesday, invited by Friday
            ("2026-11-19", "2026-11-19", "2026-11-20"),  # Saturday is no working day, Friday is
            ("2026-11-20", "2026-11-20", "2026-11-23"),  # met on Friday: Monday
            ("2026-11-22", "2026-11-20", "2026-11-23"),
            ("2026-11-17", "2026-11-16", "2026-11-18"),
            ("2026-11-19", "2026-11-17", "2026-11-19"),  # the last day of the 48 hours
            ("2026-11-19", "2026-10-01", "2026-11-20"),  # long ago: from today
            ("2026-11-16", None, "2026-11-18"),
        ],
    )
    def test_a_coffee_within_two_days_on_a_working_day(self, today: str, met_on: str | None, due: str) -> None:
        step = review.default_step(date.fromisoformat(today), date.fromisoformat(met_on) if met_on else None)
        assert step == NextStep(FollowUpKind.COFFEE, date.fromisoformat(due))

    def test_never_in_the_past_and_never_on_a_weekend(self) -> None:
        for met in range(1, 29):
            for day in range(met, 29):
                due = review.default_step(date(2026, 11, day), date(2026, 11, met)).due
                assert due is not None
                assert due >= date(2026, 11, day)
                assert due.isoweekday() <= 5

    def test_own_working_days_and_another_usual_step(self) -> None:
        sunday = review.default_step(TODAY, TODAY, kind=FollowUpKind.CALL, working_days=(7,))
        assert sunday == NextStep(FollowUpKind.CALL, date(2026, 11, 22))
        assert review.default_step(TODAY, None, kind=FollowUpKind.NONE) == NextStep(FollowUpKind.NONE)

    def test_none_needs_a_reason(self) -> None:
        with pytest.raises(WrongInput):
            review.accept(DRAFT, BREAKFAST, NextStep(FollowUpKind.NONE), TODAY)
        chosen = NextStep(FollowUpKind.NONE, reason="A competitor")
        assert review.accept(DRAFT, BREAKFAST, chosen, TODAY).step == chosen


class TestWhereTheBatchWasMet:
    def scan(self, taken_on: date | None) -> Scan:
        return Scan("0" * 64, "a.jpg", "image/jpeg", 1, 1, taken_on)

    def test_the_day_of_the_pictures_and_its_event_are_proposed(self) -> None:
        scans = [self.scan(date(2026, 11, 18)), self.scan(None)]
        event = Event("Founders’ Breakfast", date(2026, 11, 18), "Harbour Club", id=3)
        proposed = review.batch_default(scans, [event, Event("Fair", date(2026, 10, 1))])
        assert proposed == MetContext("Founders’ Breakfast", date(2026, 11, 18), "Harbour Club")

    def test_nothing_is_guessed(self) -> None:
        assert review.batch_default([self.scan(None)], []) == NOTHING_SAID
        assert review.batch_default([self.scan(date(2026, 1, 1)), self.scan(date(2026, 1, 2))], []) == NOTHING_SAID
        assert review.batch_default([self.scan(date(2026, 1, 1))], []) == MetContext(on=date(2026, 1, 1))


class TestAccepting:
    def test_a_new_person_has_all_that_the_card_says(self) -> None:
        accepted = review.propose(DRAFT, BREAKFAST, TODAY)
        assert accepted == Accepted(
            Contact(
                "Rebecca Baxter",
                (Position("Mortgage Loan Officer", "", "Prismworks"),),
                ("rebeccabaxter4@outlook.com",),
                (Phone("+44 (0)20 7640 9515", PhoneKind.WORK, "+442076409515"),),
                addresses=("Kempton TQ1 4WD",),
                other=("1 Joseph Burgs",),
                unsure=("email", "address"),
            ),
            BREAKFAST,
            COFFEE,
        )

    def test_an_empty_card_is_no_person(self) -> None:
        with pytest.raises(WrongInput, match="no name"):
            review.propose(Draft((value(FieldName.OTHER, "Thank you", 0),)), BREAKFAST, TODAY)

    def test_unknowns_are_allowed(self) -> None:
        contact = review.propose(Draft((value(FieldName.COMPANY, "Prismworks", 0),)), NOTHING_SAID, TODAY).contact
        assert (contact.name, contact.company) == ("", "Prismworks")

    def test_two_titles_and_two_companies_are_two_jobs(self) -> None:
        draft = Draft(
            (
                value(FieldName.NAME, "Anna Weber", 0),
                value(FieldName.TITLE, "Partner", 1),
                value(FieldName.TITLE, "Chair", 2),
                value(FieldName.COMPANY, "Weber & Roth", 3),
                value(FieldName.COMPANY, "Chess Club", 4),
            )
        )
        assert review.contact_of(draft).positions == (
            Position("Partner", "", "Weber & Roth"),
            Position("Chair", "", "Chess Club"),
        )

    def test_titles_of_one_company_stay_together(self) -> None:
        draft = Draft(
            (
                value(FieldName.TITLE, "Partner", 1),
                value(FieldName.TITLE, "Notary", 2),
                value(FieldName.DEPARTMENT, "Family law", 5),
                value(FieldName.COMPANY, "Weber & Roth", 3),
            )
        )
        assert review.contact_of(draft).positions == (Position("Partner, Notary", "Family law", "Weber & Roth"),)

    def test_a_second_name_is_not_lost(self) -> None:
        draft = Draft((value(FieldName.NAME, "Anna Weber", 0), value(FieldName.NAME, "Karl Roth", 1)))
        contact = review.contact_of(draft)
        assert (contact.name, contact.other) == ("Anna Weber", ("Karl Roth",))

    def test_a_line_that_is_phone_and_fax_stays_both(self) -> None:
        fax = replace(value(FieldName.PHONE, "030 901820", 1), kind=PhoneKind.FAX)
        draft = Draft((value(FieldName.PHONE, "030 901820", 1), fax))
        assert [phone.kind for phone in review.contact_of(draft).phones] == [PhoneKind.WORK, PhoneKind.FAX]


class TestSamePersonNewJob:
    KNOWN = Contact(
        "Rebecca Baxter",
        (Position("Adviser", "Lending", "Lindgate Homes", date(2020, 1, 1)), Position("Clerk", "", "Old Bank")),
        ("r.baxter@lindgate.example", "RebeccaBaxter4@outlook.com"),
        (Phone("020 7640 9515"), Phone("+44 7911 123456", PhoneKind.MOBILE, "+447911123456")),
        ("https://www.lindgate.example/",),
        ("2 Old Street, London",),
        ("buyers",),
        ("Rows on Sundays",),
        ("Knows every lender",),
        "Met at the Housing Forum first.",
        ("Since 1990",),
        Tier.B,
        ("title",),
        id=17,
    )

    def merged(self, draft: Draft = DRAFT) -> Contact:
        return review.propose(draft, BREAKFAST, TODAY, self.KNOWN).contact

    def test_the_new_job_is_on_top_and_the_old_ones_are_over(self) -> None:
        assert self.merged().positions == (
            Position("Mortgage Loan Officer", "", "Prismworks"),
            Position("Adviser", "Lending", "Lindgate Homes", date(2020, 1, 1), date(2026, 11, 18)),
            Position("Clerk", "", "Old Bank", None, date(2026, 11, 18)),
        )
        assert self.merged().company == "Prismworks"

    def test_contact_points_are_joined_by_what_they_mean(self) -> None:
        merged = self.merged()
        assert merged.emails == ("rebeccabaxter4@outlook.com", "r.baxter@lindgate.example")
        assert merged.phones == (
            Phone("+44 (0)20 7640 9515", PhoneKind.WORK, "+442076409515"),
            Phone("+44 7911 123456", PhoneKind.MOBILE, "+447911123456"),
        )

    def test_nothing_of_before_is_lost(self) -> None:
        merged, known = self.merged(), self.KNOWN
        assert (merged.id, merged.tags, merged.facts, merged.offers) == (17, known.tags, known.facts, known.offers)
        assert (merged.notes, merged.tier) == (known.notes, Tier.B)
        assert set(known.addresses) < set(merged.addresses)
        assert merged.other == ("Since 1990", "1 Joseph Burgs")
        assert merged.unsure == ("title", "email", "address")

    def test_the_same_job_only_gains(self) -> None:
        draft = Draft(
            (
                value(FieldName.NAME, "REBECCA BAXTER", 0),
                value(FieldName.COMPANY, "Lindgate Homes Ltd", 1),
                value(FieldName.DEPARTMENT, "Sales", 2),
            )
        )
        assert self.merged(draft).positions == self.KNOWN.positions
        assert self.merged(draft).name == "Rebecca Baxter"

    def test_a_card_without_a_job_ends_none(self) -> None:
        draft = Draft((value(FieldName.NAME, "Rebecca Baxter", 0),))
        assert self.merged(draft).positions == self.KNOWN.positions

    def test_a_new_name_is_taken_and_the_old_one_kept(self) -> None:
        merged = self.merged(Draft((value(FieldName.NAME, "Rebecca Lindqvist", 0),)))
        assert merged.name == "Rebecca Lindqvist"
        assert "Rebecca Baxter" in merged.other

    def test_somebody_without_a_name_gets_one(self) -> None:
        nameless = replace(self.KNOWN, name="")
        assert review.propose(DRAFT, BREAKFAST, TODAY, nameless).contact.name == "Rebecca Baxter"

    def test_an_unsure_name_changes_nothing(self) -> None:
        merged = self.merged(Draft((value(FieldName.NAME, "Rebecca Baxler", 0, looks=(Look.UNSURE,)),)))
        assert merged.name == "Rebecca Baxter"
        assert "Rebecca Baxler" in merged.other

    def test_the_same_card_twice_changes_nothing(self) -> None:
        once = review.propose(DRAFT, BREAKFAST, TODAY, self.KNOWN).contact
        twice = review.propose(DRAFT, BREAKFAST, TODAY, once).contact
        assert twice == once


def test_a_line_without_any_text_is_not_offered_and_does_no_harm() -> None:
    read = read_card((Print(FieldName.NAME, "Anna Meier"), Print(FieldName.OTHER, "  ")))
    assert review.unused_lines(read.draft, read.reading) == ()
    draft = review.assign_line(read.draft, read.reading, 1, FieldName.TITLE)
    assert draft.text(FieldName.NAME) == "Anna Meier"
