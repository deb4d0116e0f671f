"""Days in words and working days: how the program speaks of dates, in the user's language."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from cardkeeper.translation import tr, trn

DAY: Final = timedelta(days=1)


WORKING_DAYS: Final = (1, 2, 3, 4, 5)
"""Monday to Friday by their ISO 8601 numbers, unless a person has set others."""


def working_day_from(day: date, working: Collection[int] = WORKING_DAYS) -> date:
    """The day itself when it is a working day, else the next one that is; holidays differ and are not known here.

    Raises ValueError when no day of the week is one.
    """
    week = [day + number * DAY for number in range(7)]
    found = next((each for each in week if each.isoweekday() in working), None)
    if found is None:
        raise ValueError("a week without a working day")
    return found


def days_to_follow_up(met_on: date, today: date, working: Collection[int] = WORKING_DAYS) -> date:
    """A working day one or two days after a meeting (24 to 48 hours), never before `today`.

    When neither is one that is still ahead, it is the first working day after.
    """
    for day in (met_on + 2 * DAY, met_on + DAY):
        if day >= today and day.isoweekday() in working:
            return day
    return working_day_from(max(met_on + 2 * DAY, today), working)


def weekday(day: date) -> str:
    names = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )
    return names[day.weekday()]


_MONTHS: Final = (
    lambda: tr("January"),
    lambda: tr("February"),
    lambda: tr("March"),
    lambda: tr("April"),
    lambda: tr("May"),
    lambda: tr("June"),
    lambda: tr("July"),
    lambda: tr("August"),
    lambda: tr("September"),
    lambda: tr("October"),
    lambda: tr("November"),
    lambda: tr("December"),
)
"""Each said only when it is asked for: an export asks a hundred thousand times."""


def month(day: date) -> str:
    return _MONTHS[day.month - 1]()


def short_month(day: date) -> str:
    names = (
        tr("Jan"),
        tr("Feb"),
        tr("Mar"),
        tr("Apr"),
        tr("May"),
        tr("Jun"),
        tr("Jul"),
        tr("Aug"),
        tr("Sep"),
        tr("Oct"),
        tr("Nov"),
        tr("Dec"),
    )
    return names[day.month - 1]


def short_weekday(day: date) -> str:
    names = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    return names[day.weekday()]


def plain_day(day: date, today: date) -> str:
    """“12 November”, with the year where it is not this one."""
    if day.year == today.year:
        return tr("{day} {month}", day=day.day, month=month(day))
    return tr("{day} {month} {year}", day=day.day, month=month(day), year=day.year)


def full_day(day: date, today: date) -> str:
    """“Friday 20 November”, with the year where it is not this one."""
    return tr("{weekday} {date}", weekday=weekday(day), date=plain_day(day, today))


def short_day(day: date, today: date) -> str:
    """“Fri 20 Nov”, or “12 Mar 2025” where the year is not this one."""
    if day.year == today.year:
        return tr("{weekday} {day} {month}", weekday=short_weekday(day), day=day.day, month=short_month(day))
    return tr("{day} {month} {year}", day=day.day, month=short_month(day), year=day.year)


def ago(day: date, today: date) -> str:
    """A day that has been, by how long ago: “yesterday”, “26 days ago”, “5 weeks ago”, “4 months ago”.

    A day to come is named instead.
    """
    days = (today - day).days
    if days < 0:
        return plain_day(day, today)
    if days < 2:
        return tr("yesterday") if days else tr("today")
    if days <= 31:
        return trn("{count} day ago", "{count} days ago", days)
    if days < 9 * 7:
        return trn("{count} week ago", "{count} weeks ago", days // 7)
    if days < 365:
        return trn("{count} month ago", "{count} months ago", days // 30)
    return trn("{count} year ago", "{count} years ago", days // 365)


def ahead(day: date, today: date) -> str:
    """A day to come: “today”, “tomorrow”, the weekday within a week, else the date. A past day is told by `ago`."""
    days = (day - today).days
    if days < 0:
        return ago(day, today)
    if days < 2:
        return tr("tomorrow") if days else tr("today")
    return weekday(day) if days < 7 else full_day(day, today)


def span(days: int) -> str:
    """A length of time: “31 days”."""
    return trn("{count} day", "{count} days", days)


def monday_of(day: date) -> date:
    """The Monday of the week (ISO 8601) that the day lies in."""
    return day - timedelta(days=day.weekday())
