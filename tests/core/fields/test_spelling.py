"""Addresses that a reader damaged: put right by the rest of the card, or marked."""

from __future__ import annotations

import pytest

from cardkeeper.fields.extract import extract
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import FieldName, Look
from tests.core.fields.helpers_fields import column, line


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("anna@nordlichtde", "anna@nordlicht.de"),
        ("E-mail anna@nordlicht de", "anna@nordlicht.de"),
        ("anna@nord licht.de", "anna@nordlicht.de"),
    ],
)
def test_a_dot_or_a_space_that_another_address_shows_is_put_right(printed: str, meant: str) -> None:
    (mail,) = extract(column(("Anna Berg", 40), printed, "www.nordlicht.de")).all(FieldName.EMAIL)
    assert (mail.text, mail.looks) == (meant, ())


def test_what_only_its_ending_tells_is_put_right_and_marked() -> None:
    (mail,) = extract(column(("Anna Berg", 40), "anna@tamvikcom")).all(FieldName.EMAIL)
    assert (mail.text, mail.looks) == ("anna@tamvik.com", (Look.MENDED,))
    (site,) = extract(column(("Anna Berg", 40), "www.tam vik.com")).all(FieldName.WEBSITE)
    assert (site.text, site.looks) == ("www.tamvik.com", (Look.MENDED,))


def test_a_host_without_its_dot_is_no_company_where_the_mail_has_it() -> None:
    draft = extract(column(("Anna Berg", 40), "anna@pal.fr", "palfr"))
    assert draft.text(FieldName.WEBSITE) == "pal.fr"


def test_two_names_without_a_dot_ask_for_a_look() -> None:
    (mail,) = extract(column(("Anna Berg", 40), "CEO", "annaberg@tamvik.com")).all(FieldName.EMAIL)
    assert (mail.looks, mail.choices) == ((Look.UNSURE,), ("anna.berg@tamvik.com",))
    (mail,) = extract(column(("Anna Berg", 40), "CEO", "annaberg@gmail.com")).all(FieldName.EMAIL)
    assert mail.looks == ()


def test_a_gap_that_the_second_reader_saw_between_two_names_is_a_dot() -> None:
    lines = (line("Anna Berg", 10, height=40), line("annaberg@tamvik.com", 90, second="anna berg@tamvik.com"))
    (mail,) = extract(Reading(1050, 650, lines)).all(FieldName.EMAIL)
    assert (mail.text, mail.choices) == ("anna.berg@tamvik.com", ("annaberg@tamvik.com",))


def test_hosts_that_differ_by_letters_that_look_alike_ask_for_a_look() -> None:
    draft = extract(column(("Anna Berg", 40), "anna@rzb.ni", "www.rzb.nl"))
    assert draft.all(FieldName.EMAIL)[0].looks == (Look.UNSURE,)


def test_umlauts_written_out_are_no_misreading() -> None:
    draft = extract(column(("Käthe Öttinger", 40), "Prokuristin", "kaethe.oettinger@tamvik.de"))
    assert draft.all(FieldName.EMAIL)[0].looks == ()


def test_a_letter_that_labels_an_address_is_dropped_where_the_name_shows_it() -> None:
    draft = extract(column(("Jürgen Brandauer", 40), "Leiter Einkauf", "F 01/555 0101·Ej.brandauer@pallingo.at"))
    assert draft.text(FieldName.EMAIL) == "j.brandauer@pallingo.at"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("020 555 0547 06 - 5500 4705", ["020 555 0547", "06 - 5500 4705"]),
        ("+43 (0)1 555 0337 0664 / 5501589", ["+43 (0)1 555 0337", "0664 / 5501589"]),
        ("030 / 23125-491 / 0171 3920061", ["030 / 23125-491", "0171 3920061"]),
    ],
)
def test_numbers_on_one_line_are_parted_where_each_begins_like_one(printed: str, meant: list[str]) -> None:
    assert [value.text for value in extract(column(printed)).all(FieldName.PHONE)] == meant


def test_a_mail_that_lacks_the_first_letter_of_the_name_asks_for_a_look() -> None:
    (mail,) = extract(column(("Jacky Hartmann", 40), "Tamvik GmbH", "acky@tamvik.com")).all(FieldName.EMAIL)
    assert (mail.text, mail.looks) == ("acky@tamvik.com", (Look.UNSURE,))
    (right,) = extract(column(("Jacky Hartmann", 40), "Tamvik GmbH", "jacky@tamvik.com")).all(FieldName.EMAIL)
    assert right.looks == ()
