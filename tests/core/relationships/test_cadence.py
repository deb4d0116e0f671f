"""How often one wants to be in touch: by tier, tag or person, and any touch resets it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cardkeeper.model.overview import Standing
from cardkeeper.model.people import Tier
from cardkeeper.relationships.cadence import cadence_of, every_words, losing_touch, next_check_in, tag_days
from cardkeeper.settings import Settings

TODAY = date(2026, 11, 19)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def standing(
    number: int, tier: Tier | None, touched: int | None, *, own: int | None = None, tags: tuple[str, ...] = ()
) -> Standing:
    on = None if touched is None else ago(touched)
    return Standing(number, ago(900), touched_on=on, tier=tier, cadence_days=own, tags=tags)


@pytest.mark.parametrize(("tier", "days"), [(Tier.A, 21), (Tier.B, 61), (Tier.C, 182), (Tier.D, 365)])
def test_each_tier_has_its_days_and_the_last_of_them_is_the_day(tier: Tier, days: int) -> None:
    assert losing_touch([standing(1, tier, days - 1)], TODAY, Settings()) == []
    (fading,) = losing_touch([standing(1, tier, days)], TODAY, Settings())
    assert fading.due == TODAY


def test_the_closest_tier_comes_first_then_who_waits_longest() -> None:
    people = [standing(1, Tier.B, 70), standing(2, Tier.A, 22), standing(3, Tier.A, 90), standing(4, None, 800)]
    assert [fading.standing.contact_id for fading in losing_touch(people, TODAY, Settings())] == [3, 2, 1]


def test_the_reason_names_tier_and_last_touch() -> None:
    (fading,) = losing_touch([standing(1, Tier.A, 26)], TODAY, Settings())
    assert fading.why(TODAY) == "Tier A, every 3 weeks. You were last in touch 26 days ago."


def test_somebody_never_touched_counts_from_the_day_they_were_added() -> None:
    (fading,) = losing_touch([standing(1, Tier.D, None)], TODAY, Settings())
    assert fading.why(TODAY) == "Tier D, every year. You have not been in touch since they were added 2 years ago."


def test_what_is_set_for_the_person_holds_before_tags_and_tags_before_the_tier() -> None:
    settings = Settings(tag_cadence="Família 14, client 60")
    assert cadence_of(Tier.A, 5, ("familia",), settings) is not None
    for tier, own, tags, words in (
        (Tier.A, 5, ("familia",), "You want to be in touch every 5 days"),
        (Tier.A, None, ("client", "FAMILIA"), "Tag “FAMILIA”, every 2 weeks"),
        (Tier.A, None, ("press",), "Tier A, every 3 weeks"),
    ):
        found = cadence_of(tier, own, tags, settings)
        assert found
        assert found.words == words
    assert cadence_of(None, None, ("press",), settings) is None


def test_tiers_can_be_changed() -> None:
    assert losing_touch([standing(1, Tier.A, 22)], TODAY, Settings(cadence_a=30)) == []
    assert next_check_in(standing(1, Tier.A, 22), Settings(cadence_a=30)) == TODAY + timedelta(8)
    assert next_check_in(standing(1, None, 22), Settings()) is None


@pytest.mark.parametrize("text", ["", "nonsense", "client", "client 0", "60"])
def test_a_setting_that_says_nothing_sets_nothing(text: str) -> None:
    assert tag_days(text) == {}


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "every day"), (7, "every week"), (21, "every 3 weeks"), (30, "every 30 days"), (61, "every 2 months"),
     (182, "every 6 months"), (365, "every year")],
)  # fmt: skip
def test_a_cadence_in_words(days: int, words: str) -> None:
    assert every_words(days) == words
