"""How a language writes letters: its templates, greetings and days in words, from the files in resources/messages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources

from cardkeeper.model.letters import Form, Language, Template
from cardkeeper.model.people import Tone

_TABLES = ("we_met", "we_were_introduced", "i_heard_you", "we_met_online", "greeting", "greeting_both", "goodbye")


@dataclass(frozen=True, slots=True)
class Days:
    """Days and hours as a language puts them into a sentence."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    patterns: Mapping[str, str]

    def past(self, on: date, today: date) -> str:
        """A day that has been: “yesterday”, “on Wednesday” within a week, else the date. Empty for a day to come."""
        days = (today - on).days
        if days < 0:
            return ""
        if days < 2:
            return self.patterns["yesterday" if days else "today"]
        if days < 7:
            return self._filled("recent", on)
        return self._filled("older" if on.year == today.year else "older_year", on)

    def coming(self, on: date, today: date) -> str:
        """A day to come, with its weekday; empty for one that has been."""
        if on <= today:
            return self.patterns["today"] if on == today else ""
        return self._filled("coming", on)

    def times(self, times: Sequence[datetime]) -> str:
        """Some moments to choose from: “Tuesday 24 November at 10:00 or Thursday 26 November at 15:30”."""
        return self.patterns["or"].join(self._time(moment) for moment in times)

    def _time(self, moment: datetime) -> str:
        name = "time"
        if moment.hour == 1 and "time_one" in self.patterns:
            name = "time_one"
        elif moment.minute == 0 and "time_whole" in self.patterns:
            name = "time_whole"
        return self._filled(name, moment.date(), hour=str(moment.hour), minute=f"{moment.minute:02}")

    def _filled(self, name: str, on: date, **hours: str) -> str:
        first = on.day == 1 and "first" in self.patterns
        return self.patterns[name].format(
            weekday=self.weekdays[on.weekday()],
            day=self.patterns["first"] if first else on.day,
            month=self.months[on.month - 1],
            year=on.year,
            **hours,
        )


@dataclass(frozen=True, slots=True)
class Wording:
    """All that the program knows of writing in one language."""

    language: Language
    days: Days
    templates: Mapping[tuple[Form, Tone], Template]
    parts: Mapping[tuple[str, Tone], str]
    """Pieces that many templates share, each itself with places to fill: greetings, goodbyes, how one met."""
    address: Mapping[Tone, str]
    """How each tone addresses the reader, in a word or two."""
    asked_for: Mapping[str, str]
    thanked_for: Mapping[str, str]
    small_after_comma: frozenset[str]
    """Words that begin small after a greeting that ends in a comma, as German has it."""


@cache
def wording(language: Language) -> Wording:
    """What is shipped for this language."""
    file = resources.files("resources") / "messages" / f"{language.value}.toml"
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    days = told["days"]
    patterns = {name: value for name, value in days.items() if isinstance(value, str)}
    templates = {
        (form, tone): Template(form, tone, language, told[form][tone]["subject"], told[form][tone]["body"].strip("\n"))
        for form in Form
        for tone in Tone
    }
    return Wording(
        language,
        Days(tuple(days["months"]), tuple(days["weekdays"]), patterns),
        templates,
        {(name, tone): told[name][tone] for name in _TABLES for tone in Tone},
        {tone: told["address"][tone] for tone in Tone},
        told["asked_for"],
        told["thanked_for"],
        frozenset(days.get("small_after_comma", ())),
    )
