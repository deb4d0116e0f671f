"""Anyone is found by anything that was ever written of them, however it is typed."""

from __future__ import annotations

import pytest

from cardkeeper.library import Library
from cardkeeper.model.people import Channel, Contact, Interaction, Phone, PhoneKind, Position
from tests.core.library.samples import TODAY, accepted, contact, drop


@pytest.mark.parametrize(
    "typed",
    [
        "norma",
        "jones norma",
        "NORM jon",
        "realtor",
        "sales lindgate",
        "jones@lindgate.example",
        "jones@lind",
        "www.lindgate",
        "mill lane",
        "RG1 2AB",
        "twins",
        "cello",
        "builder",
        "before noon",
        "member 1999",
        "friend of sue",
        "founders breakfast",
        "Founders' Break",
        "rotunda",
        "first-time buyers",
        "solar roof",
        "norma breakfast cello 7640",
        "+44 (0)20 7640-9515",
        "+44 20 7640",
        "+442076409515",
        "07640 9515",
        "020 7640 9515",
        "02076409515",
        "9515",
        "0171-555",
        "5550199",
    ],
)
def test_a_person_is_found_by(library: Library, typed: str) -> None:
    (card,) = drop(library, "Norma R. Jones")
    norma = library.cards.accept(card, accepted())
    library.log.add(Interaction(norma, TODAY, Channel.CALL, text="Wants solar roofs"))
    library.people.save(Contact("Somebody Else", phones=(Phone("+49 30 1234567"),), notes="2077 breakfasts"))
    assert library.people.find(typed) == (norma,)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Élisabeth Maréchal", "elisabeth marechal"),
        ("Jürgen Groß", "jurgen gross"),
        ("Jürgen Groß", "Juergen"),
        ("Jürgen Groß", "JÜRGEN GROẞ"),
        ("Søren Kjær", "soren kjaer"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Đặng Thị", "dang thi"),
        ("Nguyễn Văn", "nguyen van"),
        ("Ångström", "ångs"),
        ("İpek Işık", "ipek isik"),
        ("Μαρία Παπαδοπούλου", "μαρια παπαδ"),
        ("Иван Ёлкин", "иван елкин"),
        ("山田太郎", "田太"),
        ("山田太郎", "太郎"),
        ("山田太郎", "郎"),
        ("山田太郎", "山田 太郎"),
        ("株式会社サンプル商事", "サンプル"),
        ("김민수", "민수"),
        ("O’Neil-Smith", "neil smith"),
        ("ＡＢＣ Ｔａｒｏ", "abc taro"),
    ],
)
def test_accents_and_scripts_make_no_difference(library: Library, name: str, typed: str) -> None:
    library.people.save(contact("Zoe Other", positions=()))
    person = library.people.save(Contact(name))
    assert library.people.find(typed) == (person,)
    assert library.people.find(name) == (person,)


@pytest.mark.parametrize(
    "typed",
    [
        '"', "'", "*", "-", "a AND", "norma OR", "NOT norma", "NEAR(", "NEAR(norma jones, 2)", "name:norma", "^norma",
        "norma + jones", '"norma" "jones"', "{name phones}: x", "norma)", "((norma", "col : *", "\\", "%", "_",
        "\0", "💥",
        "norma;DROP TABLE contacts", "'; --", "x" * 5000, "1" * 500, "+", "()", "(0)", "²", "٣٤٥", "a1b2 3-4",
    ],
)  # fmt: skip
def test_nothing_typed_means_anything_to_the_database(library: Library, typed: str) -> None:
    norma = library.people.save(contact())
    assert library.people.find(typed) in {(), (norma,)}
    assert library.people.find("norma") == (norma,)


def test_words_that_mean_something_elsewhere_are_words_here(library: Library) -> None:
    near = library.people.save(Contact("Near And Or Not"))
    library.people.save(Contact("Somebody Else"))
    assert library.people.find("or and NOT near") == (near,)


def test_nothing_typed_finds_nobody(library: Library) -> None:
    library.people.save(contact())
    assert library.people.find("") == ()
    assert library.people.find("  – ") == ()


def test_who_is_called_so_comes_before_who_is_only_spoken_of(library: Library) -> None:
    spoken = library.people.save(Contact("Ada King", notes="knows Baxter, Baxter's wife and the Baxter twins"))
    works = library.people.save(Contact("Ben Lee", (Position("CEO", "", "Baxter Ltd"),)))
    called = library.people.save(Contact("Rebecca Baxter"))
    assert library.people.find("baxter") == (called, works, spoken)


def test_a_number_without_a_known_country_is_found_with_one(library: Library) -> None:
    person = library.people.save(Contact("Ada King", phones=(Phone("020 7640 9515", PhoneKind.WORK),)))
    assert library.people.find("+44 20 7640 9515") == (person,)
    assert library.people.find("0044 20 7640 9515") == (person,)
    assert library.people.find("+44 20 7640 9516") == ()
