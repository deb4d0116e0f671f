"""Two people are taken for one where enough agrees, and for two where it does not; each time it is said why."""

from __future__ import annotations

from typing import Any

import pytest

from cardkeeper.matching import Certainty, Twins, compare, facts_of
from cardkeeper.matching.names import Likeness, likeness, name_of
from cardkeeper.matching.twins import SHARED_MAILBOXES
from cardkeeper.model.people import Contact, Phone, PhoneKind, Position

HOMES = (Position("Realtor", "", "Lindgate Homes Ltd"),)


def person(name: str, **known: Any) -> Contact:
    return Contact(name, **known)


def twins(one: Contact, other: Contact) -> Twins | None:
    found = compare(facts_of(one), facts_of(other))
    assert found == compare(facts_of(other), facts_of(one))
    return found


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Norma Jones", "Norma Jones", Likeness.SAME),
        ("Norma Jones", "JONES, Norma", Likeness.SAME),
        ("Élisabeth Maréchal", "Elisabeth Marechal", Likeness.SAME),
        ("Jörg Müller", "Joerg Mueller", Likeness.SAME),
        ("Dr. Norma Jones MBA", "Norma Jones", Likeness.SAME),
        ("山田 太郎", "山田太郎", Likeness.SAME),
        ("Norma R. Jones", "Norma Jones", Likeness.FULLER),
        ("Norma Jones-Ray", "Norma Jones", Likeness.FULLER),
        ("Bob Baxter", "Robert Baxter", Likeness.SHORT_FORM),
        ("Kathi Weber", "Katharina Weber", Likeness.SHORT_FORM),
        ("Pepe García", "José García", Likeness.SHORT_FORM),
        ("N. Jones", "Norma Jones", Likeness.INITIALS),
        ("Norma Jomes", "Norma Jones", Likeness.NEAR),
        ("Norma Jonse", "Norma Jones", Likeness.NEAR),
        ("Elspeth Nair-Baxter", "Elspeth Baxter-Nair", Likeness.NEAR),
        ("Norma Jones", "Robert Jones", None),
        ("Norma E. Jones", "Norma Jones-Ray", None),
        ("Lee Berg", "Leo Berg", None),
        ("J. S.", "John Smith", None),
        ("Norma", "Norma Jones", None),
        ("", "Norma Jones", None),
        ("Marco Rossi", "Maria Rossi", None),
    ],
)
def test_how_alike_two_names_are(one: str, other: str, alike: Likeness | None) -> None:
    assert likeness(name_of(one), name_of(other)) is alike
    assert likeness(name_of(other), name_of(one)) is alike


MOBILE = (Phone("0170 1234567", PhoneKind.MOBILE, "+491701234567"),)
DESK = (Phone("+44 20 7640 9515", PhoneKind.WORK, "+442076409515"),)


@pytest.mark.parametrize(
    ("one", "other", "certainty", "words"),
    [
        (
            person("Norma Jones", emails=("nj@home.example",)),
            person("Norma Jones", emails=("NJ@home.example",)),
            Certainty.SURE,
            "Same name, same e-mail",
        ),
        (
            person("Norma Jones", positions=HOMES, phones=MOBILE),
            person("Norma Jomes", positions=(Position("", "", "Baxter & Co"),), phones=MOBILE),
            Certainty.SURE,
            "Similar name, same number",
        ),
        (
            person("Bob Baxter", positions=HOMES),
            person("Robert Baxter", positions=(Position("", "", "Lindgate Homes"),)),
            Certainty.LIKELY,
            "Short form of the name, same company",
        ),
        (
            person("Norma Jones", positions=HOMES),
            person("Norma Jones", positions=HOMES),
            Certainty.SURE,
            "Same name, same company",
        ),
        (
            person("Norma Jones", positions=HOMES),
            person("Norma Jones", positions=(Position("", "", "Baxter & Co"),)),
            Certainty.POSSIBLE,
            "Same name",
        ),
        (
            person("Norma Jones", emails=("jones@home.example",)),
            person("Robert Jones", emails=("jones@home.example",)),
            Certainty.POSSIBLE,
            "Same e-mail",
        ),
        (
            person("Norma Jones", emails=("norma@lindgate.example",), phones=MOBILE, positions=HOMES),
            person(
                "Norma Jones",
                emails=("norma.jones2@lindgate.example",),
                phones=(Phone("0170 7654321", PhoneKind.MOBILE, "+491707654321"),),
                positions=HOMES,
            ),
            Certainty.POSSIBLE,
            "Same name, same company",
        ),
    ],
)
def test_what_makes_two_people_one(one: Contact, other: Contact, certainty: Certainty, words: str) -> None:
    found = twins(one, other)
    assert found
    assert (found.certainty, found.words) == (certainty, words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Norma Jones", phones=DESK), person("Robert Jones", phones=DESK)),
        (person("Norma Jones", positions=HOMES), person("Robert Jones", positions=HOMES)),
        (
            person("Norma Jones", emails=("info@lindgate.example",)),
            person("Ben Lee", emails=("info@lindgate.example",)),
        ),
        (person("Bob Baxter"), person("Robert Baxter")),
        (person("Norma Jomes"), person("Norma Jones")),
        (
            person("Norma Jones", phones=(Phone("+49 170 1000001", PhoneKind.MOBILE, "+491701000001"),)),
            person("Norma Jonas", phones=(Phone("+49 171 1000001", PhoneKind.MOBILE, "+491711000001"),)),
        ),
        (person(""), person("")),
    ],
)
def test_what_does_not(one: Contact, other: Contact) -> None:
    assert twins(one, other) is None


def test_an_office_has_no_name_of_its_own() -> None:
    assert "info" in SHARED_MAILBOXES
