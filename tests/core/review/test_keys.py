"""Two writings of one thing are known to be one."""

from __future__ import annotations

import pytest

from cardkeeper import keys
from cardkeeper.model.people import Phone


@pytest.mark.parametrize(
    ("one", "other"),
    [("Élisabeth  MARÉCHAL", "elisabeth marechal"), ("Łukasz Ørsted", "lukasz orsted"), ("STRAẞE", "strasse")],
)
def test_case_and_accents_do_not_count(one: str, other: str) -> None:
    assert keys.fold(one) == keys.fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Röhricht & Drub AG", "Rohricht & Drub"),
        ("Lumen Software GmbH & Co. KG", "LUMEN SOFTWARE"),
        ("株式会社山田", "山田"),
        ("ООО Ромашка", "Ромашка"),
    ],
)
def test_the_legal_form_does_not_count(one: str, other: str) -> None:
    assert keys.company_key(one) == keys.company_key(other)


def test_a_company_that_is_only_a_legal_form_keeps_its_name() -> None:
    assert keys.company_key("Limited") == "limited"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Phone("+49 (0)30 901820", e164="+4930901820"), Phone("030/90 18 20"), True),
        (Phone("901 820 1"), Phone("030 901 820 1"), True),
        (Phone("820"), Phone("030 901 820"), False),
        (Phone("x", e164="+4930901820"), Phone("y", e164="+4330901820"), False),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one: Phone, other: Phone, *, same: bool) -> None:
    assert keys.same_phone(one, other) is same
    assert keys.same_phone(other, one) is same


def test_a_website_is_the_same_with_and_without_its_scheme() -> None:
    assert keys.website_key("https://www.Example.org/") == keys.website_key("example.org")


def test_a_country_is_told_by_its_number() -> None:
    assert keys.region_of("+442076409515") == "GB"
    assert keys.region_of("no number") == ""
