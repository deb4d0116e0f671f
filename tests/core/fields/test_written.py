"""What is typed or pasted of a person is understood like a card: signatures of mails, and bare names."""

from __future__ import annotations

from cardkeeper.fields.written import draft_of
from cardkeeper.model.people import PhoneKind
from cardkeeper.review import contact_of

ENGLISH = """Best regards,

Élodie Marchand
Head of Partnerships | Lindgate Homes Ltd
T: +44 20 7946 0123 | M: +44 7700 900123
elodie.marchand@lindgate.example | www.lindgate.example
12 Orchard Road, London EC2A 4BQ
"""

GERMAN = """Mit freundlichen Grüßen
--
Max Müller
Geschäftsführer

Nordlicht Solar GmbH
Hafenstraße 12
20457 Hamburg
Tel.: 040 1234567
max.mueller@nordlicht.example
"""

QUOTED = """> > Jane Doe
> > VP Sales, Acme Inc.
> > jane.doe@acme.example
> > Sent from my telephone
"""


def test_a_signature_becomes_a_person() -> None:
    person = contact_of(draft_of(ENGLISH))
    assert person.name == "Élodie Marchand"
    assert (person.title, person.company) == ("Head of Partnerships", "Lindgate Homes Ltd")
    assert person.emails == ("elodie.marchand@lindgate.example",)
    assert [(phone.e164, phone.kind) for phone in person.phones] == [
        ("+442079460123", PhoneKind.WORK),
        ("+447700900123", PhoneKind.MOBILE),
    ]
    assert person.websites == ("www.lindgate.example",)
    assert person.addresses == ("12 Orchard Road, London EC2A 4BQ",)
    assert person.other == ()


def test_a_greeting_and_the_row_of_signs_are_no_part_of_it() -> None:
    person = contact_of(draft_of(GERMAN, "DE"))
    assert (person.name, person.company) == ("Max Müller", "Nordlicht Solar GmbH")
    assert person.phones[0].e164 == "+49401234567"
    assert person.other == ()


def test_marks_of_quotation_are_no_part_of_it() -> None:
    person = contact_of(draft_of(QUOTED))
    assert (person.name, person.title, person.company) == ("Jane Doe", "VP Sales", "Acme Inc.")
    assert person.other == ()


def test_a_bare_name_is_a_name() -> None:
    assert contact_of(draft_of("Ada Lovelace")).name == "Ada Lovelace"


def test_nothing_typed_is_nobody() -> None:
    for nothing in ("", "  \n\n", "--\n> \n", "Best regards,"):
        assert draft_of(nothing).values == ()


def test_a_book_that_is_pasted_by_mistake_is_cut_short() -> None:
    draft = draft_of("\n".join("word " * 500 for _ in range(5000)))
    assert len(draft.values) <= 60
    assert all(len(value.text) <= 600 for value in draft.values)
