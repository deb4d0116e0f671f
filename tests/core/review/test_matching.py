"""A card of someone we know is recognised, with the reason; nobody is taken for somebody else."""

from __future__ import annotations

import pytest

from cardkeeper.matching import Match, find_known
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.people import Contact, Phone, PhoneKind, Position

REBECCA = Contact(
    "Rebecca Baxter",
    (Position("Adviser", "", "Lindgate Homes"),),
    ("rebeccabaxter4@outlook.com", "info@lindgate.example"),
    (Phone("020 7640 9515", PhoneKind.WORK, "+442076409515"), Phone("020 7640 9500", PhoneKind.FAX)),
    id=7,
)


def card(name: str = "", *, company: str = "", email: str = "", phone: str = "", e164: str = "") -> Draft:
    said = {FieldName.NAME: name, FieldName.COMPANY: company, FieldName.EMAIL: email, FieldName.PHONE: phone}
    return Draft(
        tuple(
            DraftValue(field, text, e164=e164 if field is FieldName.PHONE else "")
            for field, text in said.items()
            if text
        )
    )


def only(draft: Draft) -> Match:
    (match,) = find_known(draft, [REBECCA])
    return match


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (card("Rebecca Baxter", email="RebeccaBaxter4@Outlook.com", company="Prismworks"), "Same name and e-mail"),
        (card("REBECCA BAXTER", company="Lindgate Homes Ltd."), "Same name and company"),
        (card("Baxter, Rebecca", phone="+44 (0)20 7640 9515"), "Same name and phone"),
        (card("Dr. Rebecca J. Baxter", company="lindgate homes"), "Same name and company"),
        (
            card("Rébecca Baxter", email="info@lindgate.example", company="Lindgate Homes"),
            "Same name, e-mail and company",
        ),
        (card("Rebecca Baxler", email="rebeccabaxter4@outlook.com"), "Similar name, same e-mail"),
    ],
)
def test_somebody_we_know_is_recognised(draft: Draft, words: str) -> None:
    assert (only(draft).words, only(draft).sure, only(draft).contact.id) == (words, True, 7)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (card("Anna Weber", email="rebeccabaxter4@outlook.com"), "Same e-mail"),
        (card("Anna Weber", phone="7640 9515"), "Same phone"),
        (card("Rebecca Baxler", company="Lindgate Homes"), "Similar name, same company"),
        (card("Rebecca Baxter", company="Prismworks"), "Same name"),
        (card(phone="020 7640 9515"), "Same phone"),
    ],
)
def test_somebody_we_may_know_is_asked_about(draft: Draft, words: str) -> None:
    assert (only(draft).words, only(draft).sure) == (words, False)


@pytest.mark.parametrize(
    "draft",
    [
        card("Anna Weber", company="Lindgate Homes"),
        card("Anna Weber", email="info@lindgate.example"),
        card("Robert Baxter", company="Prismworks"),
        card("Rebecca Bauer", company="Prismworks"),
        card("Anna Weber", phone="020 7640 9500"),
        card("Anna Weber", phone="+49 20 7640 9515", e164="+492076409515"),
        card(),
    ],
)
def test_a_stranger_stays_one(draft: Draft) -> None:
    assert find_known(draft, [REBECCA]) == ()


def test_a_near_name_alone_is_a_stranger_unless_something_else_agrees() -> None:
    assert find_known(card("Rebecca Baxler"), [REBECCA]) == ()
    assert only(card("Rebecca Baxler", phone="020 7640 9515")).words == "Similar name, same phone"


def test_the_surest_comes_first() -> None:
    namesake = Contact("Rebecca Baxter", (Position("", "", "Elsewhere"),), id=8)
    found = find_known(card("Rebecca Baxter", company="Lindgate Homes"), [namesake, REBECCA])
    assert [match.contact.id for match in found] == [7, 8]
