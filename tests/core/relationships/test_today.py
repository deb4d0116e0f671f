"""The day's list says who, what and why, never more meetings than a week holds, and who is still in the drawer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cardkeeper.model.overview import Agenda, DayFacts, PersonRow, Standing
from cardkeeper.model.people import NOTHING_SAID, FollowUp, FollowUpKind, How, MetContext, Stage, Tier
from cardkeeper.relationships.drawer import look_into
from cardkeeper.relationships.items import SectionName
from cardkeeper.relationships.step_lines import met_line, title_of
from cardkeeper.relationships.today import TodayList, list_today
from cardkeeper.settings import Settings

TODAY = date(2026, 11, 19)  # a Thursday
BREAKFAST = MetContext("Founders’ Breakfast", date(2026, 11, 18), about="first-time buyers.")


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def step(
    number: int = 1,
    stage: Stage = Stage.TO_INVITE,
    *,
    due: date | None = TODAY,
    kind: FollowUpKind = FollowUpKind.COFFEE,
    moved: date = TODAY,
) -> FollowUp:
    return FollowUp(number, kind, stage, due, moved, id=number)


def agenda(follow_up: FollowUp, name: str = "Rebecca Baxter", met: MetContext = BREAKFAST) -> Agenda:
    return Agenda(follow_up, name, phone="+44 20 7640 9515", email="rebecca@example.org", met=met)


def row(number: int, follow_up: FollowUp | None = None, *, met: MetContext = NOTHING_SAID) -> PersonRow:
    return PersonRow(number, f"Person {number}", met=met, added_on=days_ago(3), next_step=follow_up)


def day_of(items: list[Agenda], limit: int = 10, *, set_up: tuple[int, ...] = ()) -> TodayList:
    people = {
        item.follow_up.contact_id: PersonRow(item.follow_up.contact_id, item.name, met=item.met) for item in items
    }
    facts = DayFacts(people, agenda=tuple(items), set_up=frozenset(set_up), next_due=next_due(items))
    return list_today(facts, TODAY, Settings(weekly_limit=limit))


def next_due(items: list[Agenda]) -> date | None:
    return min((due for item in items if (due := item.follow_up.due) and due > TODAY), default=None)


def titles(day: TodayList) -> dict[SectionName, list[str]]:
    return {section.name: [item.title for item in section.items] for section in day.sections}


class TestSections:
    def test_somebody_met_yesterday_is_invited_with_the_reason(self) -> None:
        day = day_of([agenda(step(due=date(2026, 11, 20)))])
        (section,) = day.sections
        (item,) = section.items
        assert section.title == "People you just met"
        assert item.title == "Invite Rebecca Baxter to coffee"
        assert item.line == "Met yesterday at Founders’ Breakfast. You talked about first-time buyers."
        assert item.agenda
        assert (item.agenda.phone, item.agenda.email) == ("+44 20 7640 9515", "rebecca@example.org")

    def test_overdue_things_come_first_and_say_by_how_much(self) -> None:
        items = [agenda(step(1)), agenda(step(2, due=days_ago(1)), "Jacob Calderon")]
        day = day_of(items)
        assert [section.name for section in day.sections] == [SectionName.FIRST, SectionName.JUST_MET]
        assert day.sections[0].items[0].overdue == "Overdue by 1 day."
        assert day.sections[0].items[0].line.startswith("Overdue by 1 day. Met yesterday")

    def test_the_rest_that_is_due_keeps_relationships_up(self) -> None:
        long_ago = MetContext(on=date(2025, 3, 12), place="Hanover")
        day = day_of([agenda(step(), "Theodor Speer", long_ago)])
        assert titles(day) == {SectionName.KEEPING_UP: ["Invite Theodor Speer to coffee"]}
        assert day.sections[0].items[0].why == "Met on 12 March 2025 at Hanover."

    def test_what_is_not_due_stays_away_and_is_counted_ahead(self) -> None:
        later = date(2026, 12, 1)
        day = day_of([agenda(step(due=later), met=NOTHING_SAID)])
        assert (day.sections, day.count, day.next_due) == ((), 0, later)

    def test_a_snoozed_invite_stays_away_although_they_just_met(self) -> None:
        assert day_of([agenda(step(due=date(2026, 11, 23)))]).count == 0

    def test_what_is_closed_is_not_there(self) -> None:
        assert day_of([agenda(step(1, Stage.THANKED, due=None))]).count == 0

    def test_nothing_is_told_that_nobody_said(self) -> None:
        day = day_of([agenda(step(), met=NOTHING_SAID)])
        assert day.sections[0].items[0].why == "Nobody said yet where you met."

    def test_the_last_talk_is_told(self) -> None:
        item = replace(agenda(step(), met=NOTHING_SAID), last_talked=days_ago(26))
        assert day_of([item]).sections[0].items[0].why == "Last talked 26 days ago."


class TestWords:
    @pytest.mark.parametrize(
        ("kind", "stage", "title"),
        [
            (FollowUpKind.VIDEO, Stage.TO_INVITE, "Invite Rebecca Baxter to a video chat"),
            (FollowUpKind.WALK, Stage.TO_INVITE, "Invite Rebecca Baxter for a walk"),
            (FollowUpKind.LUNCH, Stage.TO_INVITE, "Invite Rebecca Baxter to a group lunch"),
            (FollowUpKind.NEXT_EVENT, Stage.TO_INVITE, "Ask Rebecca Baxter to meet at the next event"),
            (FollowUpKind.COFFEE, Stage.INVITED, "Ask Rebecca Baxter again"),
            (FollowUpKind.COFFEE, Stage.BOOKED, "Meet Rebecca Baxter over coffee"),
            (FollowUpKind.COFFEE, Stage.MET, "Thank Rebecca Baxter"),
            (FollowUpKind.CALL, Stage.TO_CALL, "Call Rebecca Baxter"),
            (FollowUpKind.CALL, Stage.TALKED, "Thank Rebecca Baxter"),
            (FollowUpKind.NOTE, Stage.TO_SEND, "Send Rebecca Baxter a short note"),
        ],
    )
    def test_who_and_what_in_one_line(self, kind: FollowUpKind, stage: Stage, title: str) -> None:
        assert title_of(agenda(step(stage=stage, kind=kind))) == title

    @pytest.mark.parametrize(
        ("stage", "due", "why"),
        [
            (Stage.INVITED, TODAY, "Invited 7 days ago, no answer yet."),
            (Stage.BOOKED, TODAY, "It is planned for today."),
            (Stage.BOOKED, date(2026, 11, 17), "It was planned for Tuesday 17 November. Did it happen?"),
            (Stage.MET, TODAY, "You met 7 days ago."),
        ],
    )
    def test_why_follows_the_stage(self, stage: Stage, due: date, why: str) -> None:
        day = day_of([agenda(step(stage=stage, due=due, moved=days_ago(7)))])
        assert day.sections[0].items[0].why == why

    def test_through_whom_and_how(self) -> None:
        assert met_line(MetContext(through="Clelia Delle"), TODAY) == "Introduced by Clelia Delle."
        assert met_line(MetContext(place="Lyon", how=How.HEARD), TODAY) == "Met at Lyon. You heard them speak."
        assert met_line(MetContext(on=TODAY), TODAY) == "Met today."

    def test_a_card_without_a_name_goes_by_its_company(self) -> None:
        assert title_of(replace(agenda(step()), name="", company="Prismworks")) == "Invite Prismworks to coffee"


class TestTheWeek:
    def test_fifty_new_cards_are_not_fifty_coffees_in_one_week(self) -> None:
        items = [agenda(step(number, due=days_ago(number % 5))) for number in range(1, 51)]
        day = day_of(items, 10)
        assert day.count == 10
        assert len(day.waiting) == day.week.waiting == 40
        assert {item.day for item in day.sections[0].items} == {days_ago(4)}
        assert day.waiting[0].line == (
            "Waits for the week of 23 November: a week holds 10. "
            "Met yesterday at Founders’ Breakfast. You talked about first-time buyers."
        )
        assert day.waiting[-1].waits.startswith("Waits for the week of 14 December")
        assert day.week.waiting_line == "40 wait for another week"

    def test_notes_and_calls_never_wait(self) -> None:
        items = [agenda(step(n, Stage.TO_SEND, kind=FollowUpKind.NOTE)) for n in range(1, 20)]
        items += [agenda(step(n, Stage.TO_CALL, kind=FollowUpKind.CALL)) for n in range(20, 40)]
        items += [agenda(step(n, Stage.BOOKED)) for n in range(40, 50)]
        day = day_of(items, 3)
        assert (day.count, len(day.waiting)) == (49, 0)

    def test_invites_of_this_week_take_their_room(self) -> None:
        day = day_of([agenda(step(n)) for n in range(11, 15)], 10, set_up=tuple(range(1, 9)))
        assert (day.week.done, day.week.room, day.week.line) == (8, 2, "8 of 10 invites and check-ins done")
        assert (day.count, len(day.waiting)) == (2, 2)

    def test_a_full_week_stays_full(self) -> None:
        day = day_of([agenda(step(20))], 10, set_up=tuple(range(1, 13)))
        assert (day.week.done, day.week.room, day.count, len(day.waiting)) == (12, 0, 0, 1)

    def test_a_week_with_room_makes_nobody_wait(self) -> None:
        assert day_of([agenda(step())]).week.waiting_line == ""

    def test_of_those_met_on_one_day_the_closest_are_invited_first(self) -> None:
        nodded = agenda(step(1), "Ann", replace(BREAKFAST, how=How.EXCHANGED, about=""))
        talked = agenda(step(2), "Ben", replace(BREAKFAST, how=How.TALKED))
        friend = replace(agenda(step(3), "Cleo", replace(BREAKFAST, how=How.HEARD)), tier=Tier.A)
        day = day_of([nodded, talked, friend], 2)
        assert {item.person.name for item in day.items} == {"Cleo", "Ben"}
        assert [item.person.name for item in day.waiting] == ["Ann"]


class TestTheDrawer:
    def test_who_was_never_followed_up_is_in_it_oldest_first(self) -> None:
        fresh, old = row(1), row(2, met=MetContext(on=days_ago(31)))
        drawer = look_into([fresh, old], TODAY)
        assert [item.row.id for item in drawer.people] == [2, 1]
        assert (drawer.count, drawer.oldest_days) == (2, 31)
        assert drawer.title == "2 people are still in the drawer"
        assert drawer.line == "Oldest: Person 2, met 31 days ago and never followed up."

    def test_so_is_who_was_forgotten_for_thirty_days(self) -> None:
        idle = [
            row(n, step(n, Stage.INVITED, due=days_ago(20), moved=days_ago(days))) for n, days in ((1, 29), (2, 30))
        ]
        drawer = look_into(idle, TODAY)
        assert [item.row.id for item in drawer.people] == [2]
        assert drawer.people[0].why == "invited 30 days ago, nothing since."
        assert look_into(idle, TODAY, idle_days=29).count == 2

    def test_what_is_planned_closed_or_none_on_purpose_is_not(self) -> None:
        rows = [
            row(1, step(1, Stage.BOOKED, due=TODAY + timedelta(days=1), moved=days_ago(60))),
            row(2, step(2, Stage.THANKED, due=None, moved=days_ago(60))),
            row(3, step(3, Stage.NONE, due=None, moved=days_ago(60), kind=FollowUpKind.NONE)),
            row(4, step(4, Stage.DROPPED, due=None, moved=days_ago(60))),
        ]
        drawer = look_into(rows, TODAY)
        assert (drawer.count, drawer.oldest_days, drawer.line) == (0, 0, "")

    def test_somebody_without_any_day_is_in_it_too(self) -> None:
        drawer = look_into([PersonRow(1, "Ann")], TODAY)
        assert drawer.line == "Oldest: Ann, never followed up."

    def test_the_day_shows_it(self) -> None:
        facts = DayFacts({1: row(1)}, drawer=(Standing(1, days_ago(3)),))
        assert list_today(facts, TODAY, Settings()).drawer.count == 1
