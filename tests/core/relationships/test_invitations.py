"""First words are ready to send: they say what it is, what it is not, and nothing that is not known."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import NOTHING_SAID, FollowUp, FollowUpKind, MetContext, Stage
from cardkeeper.relationships.followups import stages
from cardkeeper.relationships.invitations import letter_for, mailto

TODAY = date(2026, 11, 19)
BREAKFAST = MetContext("Founders’ Breakfast", date(2026, 11, 18), about="first-time buyers")


def item(
    stage: Stage = Stage.TO_INVITE, kind: FollowUpKind = FollowUpKind.COFFEE, met: MetContext = BREAKFAST
) -> Agenda:
    return Agenda(FollowUp(1, kind, stage, date(2026, 11, 20), TODAY), "Rebecca Baxter", email="r@example.org", met=met)


def test_an_invite_says_what_it_is_and_what_it_is_not() -> None:
    letter = letter_for(item(), TODAY)
    assert (letter.to, letter.subject) == ("r@example.org", "A coffee?")
    assert letter.body.startswith("Hello Rebecca Baxter,\n\nIt was good to meet you at Founders’ Breakfast yesterday.")
    assert "We talked about first-time buyers." in letter.body
    assert "no pitch" in letter.body
    assert "just say no" in letter.body


def test_nothing_is_said_that_is_not_known() -> None:
    body = letter_for(item(met=NOTHING_SAID), TODAY).body
    assert "meet you" not in body
    assert "talked" not in body
    assert "\n\n\n" not in body


@pytest.mark.parametrize(
    ("kind", "stage"),
    [(kind, stage) for kind in FollowUpKind for stage in stages(kind) if kind is not FollowUpKind.NONE],
)
def test_every_stage_has_its_letter(kind: FollowUpKind, stage: Stage) -> None:
    letter = letter_for(item(stage, kind), TODAY)
    assert letter.subject
    assert len(letter.body.split()) > 8


def test_a_meeting_long_ago_is_named_by_its_day() -> None:
    met = MetContext(place="Hanover", on=date(2025, 3, 12))
    assert "at Hanover on Wednesday 12 March 2025." in letter_for(item(met=met), TODAY).body


def test_only_what_is_known_of_the_meeting_is_said() -> None:
    assert "meet you at Lyon." in letter_for(item(met=MetContext(place="Lyon")), TODAY).body
    assert "meet you today." in letter_for(item(met=MetContext(on=TODAY)), TODAY).body


def test_a_letter_opens_in_the_mail_program() -> None:
    letter = letter_for(item(), TODAY)
    assert letter.url == mailto(letter.to, letter.subject, letter.body)


def test_a_meeting_of_today_is_looked_forward_to_without_a_day() -> None:
    booked = Agenda(FollowUp(1, FollowUpKind.COFFEE, Stage.BOOKED, TODAY, TODAY), "Ann", email="a@example.org")
    assert "I look forward to meeting you.\n" in letter_for(booked, TODAY).body


def test_a_booked_meeting_is_looked_forward_to() -> None:
    assert "on Friday 20 November" in letter_for(item(Stage.BOOKED), TODAY).body


def test_the_mail_program_gets_every_letter_as_it_is() -> None:
    url = mailto("rebecca+cards@example.org", "Coffee & cake?", "Hello Élisabeth,\n50 % #1\n")
    assert url.startswith("mailto:rebecca%2Bcards@example.org?subject=Coffee%20%26%20cake%3F&body=Hello%20%C3%89")
    assert parse_qs(urlsplit(url).query) == {"subject": ["Coffee & cake?"], "body": ["Hello Élisabeth,\r\n50 % #1"]}
    assert "%0D%0A" in url
    assert url.isascii()


def test_no_text_adds_a_recipient() -> None:
    url = mailto("a@example.org?bcc=spy@example.org&x", "b\r\nBcc: spy@example.org")
    assert urlsplit(url).query.count("=") == 1
    assert unquote(urlsplit(url).path) == "a@example.org?bcc=spy@example.org&x"


def test_a_bare_address_is_enough() -> None:
    assert mailto(" a@example.org ") == "mailto:a@example.org"
