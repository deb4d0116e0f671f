"""The program speaks each of its languages in full, and says no value it does not know."""

from __future__ import annotations

import pytest

from cardkeeper.translation import reads_right_to_left, tr
from tests import catalogs


@pytest.mark.parametrize("language", catalogs.TRANSLATED)
def test_everything_is_said_in_each_language(language: str) -> None:
    catalog = catalogs.brought_up_to_date(language)
    assert catalogs.untranslated(catalog) == [], "run `python3 run.py words` and translate what is new"


@pytest.mark.parametrize("language", catalogs.TRANSLATED)
def test_every_translation_has_the_places_for_values_that_the_text_has(language: str) -> None:
    assert catalogs.misplaced(catalogs.brought_up_to_date(language)) == []


@pytest.mark.parametrize("language", catalogs.TRANSLATED)
def test_the_program_reads_what_the_translator_wrote(language: str) -> None:
    catalog = catalogs.catalog_of(language)
    assert catalogs.po_file(language).with_suffix(".mo").read_bytes() == catalogs.as_mo(catalog)


def test_a_name_that_is_written_from_right_to_left_leaves_the_sentence_around_it_in_order() -> None:
    assert tr("{name} wrote on {day}", name="Ada", day="17 Nov") == "Ada wrote on 17 Nov"
    said = tr("{name} wrote on {day}", name="דוד כהן", day="17 Nov")
    assert said == "\N{FIRST STRONG ISOLATE}דוד כהן\N{POP DIRECTIONAL ISOLATE} wrote on 17 Nov"
    assert not reads_right_to_left(said)
    assert not reads_right_to_left("6 still in the drawer")
    assert reads_right_to_left("5 מנהל")
