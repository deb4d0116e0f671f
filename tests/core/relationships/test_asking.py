"""What one could ask comes from what was said, and never from nothing."""

from __future__ import annotations

from datetime import date, timedelta

from cardkeeper.model.people import Channel, Direction, Interaction, MetContext
from cardkeeper.model.relationships import Need, NeedState
from cardkeeper.relationships.asking import could_ask

TODAY = date(2026, 11, 19)


def told(text: str, days: int = 10, channel: Channel = Channel.CALL) -> Interaction:
    return Interaction(1, TODAY - timedelta(days), channel, Direction.MINE, text)


def test_what_they_need_and_what_they_told_are_asked_after() -> None:
    need = Need(1, "a bilingual site manager.", TODAY)
    assert could_ask([need], [told("Takes over two sites in January. Was in a hurry.")], [], TODAY) == (
        "Have they found a bilingual site manager?",
        "Last time: “Takes over two sites in January.” How did it go on?",
    )


def test_what_was_only_sent_or_told_just_now_is_not_asked_after() -> None:
    log = [told("Invited to coffee again", channel=Channel.MAIL), told("Few orders until spring", 1)]
    closed = Need(1, "a builder", TODAY, NeedState.CLOSED)
    assert could_ask([closed], log, [MetContext(about="sailing")], TODAY) == (
        "You talked about sailing. What became of it?",
    )


def test_with_somebody_of_whom_nothing_is_known_one_asks_the_two_plain_questions() -> None:
    assert could_ask([], [], [], TODAY) == ("What is going on in their world?", "What do they need?")


def test_a_long_story_is_cut_between_words() -> None:
    (question,) = could_ask([], [told("word " * 60)], [], TODAY)
    assert len(question) < 170
    assert "…" in question
